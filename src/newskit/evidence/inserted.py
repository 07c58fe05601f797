"""Reads what goes on behind a clause that stands between commas inside what it reports: “The roof, she said, leaks”."""

from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: What says when, where and to whom behind a cue has no more tokens than this.
_LONGEST_SETTING = 8
#: Somebody and a verb that reports stand within so many tokens.
_SHORT_CLAUSE = 4
#: Lists of the words that tell a clause from words that say when and where.
_IN_CLAUSES = ("auxiliaries", "negations", "clause_subjects")
#: Lists of the words that are no verb.
_NO_VERB = (
    "determiners",
    "pronouns",
    "prepositions",
    "conjunctions",
    "subordinators",
    "relatives",
    "times",
    "first_person",
)
#: Lists of the words that begin no clause.
_NO_SUBJECT = (
    "prepositions",
    "conjunctions",
    "clause_ends",
    "relatives",
    "negations",
    "auxiliaries",
    "verb_adverbs",
    "participles",
)


class Inserted:
    """Reads around clauses inside what they report."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.words = words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at

    def breaks(self, left: Range, tail: Range, right: Range) -> bool:
        """Whether a clause breaks what it reports: “In May, she said, the roof fell in”, “Roofs, she said in court, leak”.

        Behind words that only say when or where, what goes on is a clause of its own, or the verb of what stands in front.

        Args:
            left: What stands in front of the clause.
            tail: The rest of the clause behind its cue.
            right: What stands behind the clause.
        """
        form = self.words.forms.get(self.lower[left[0]])
        leads_in = form is not None and form.shape in ("past", "ing")  # “Asked about it, she said, …”
        if leads_in or self._meanwhile(left) or self.quote_at[right[0]] >= 0 or not self._is_setting(tail):
            return False
        if (
            self._resumes(left, right[0])
            or self.is_predicate(right[0])
            or self.lower[right[0]] in self.words["clause_ends"]
        ):
            return True
        predicates = any(self.quote_at[at] >= 0 or self.is_predicate(at) for at in range(right[0] + 1, right[1]))
        return predicates and self._opens_clause(right[0])

    def leads_on(self, left: Range) -> bool:
        """Whether the words in front of a clause end with what joins the next one on: “and”, “when”, “a ship that”."""
        last = left[1] - 1
        while last > left[0] and self.words.is_adverb(self.lower[last]):
            last -= 1
        word = self.lower[last]
        return word in self.words["conjunctions", "clause_ends", "told_times", "relatives"]

    def is_predicate(self, at: int) -> bool:
        """Whether what goes on behind a clause is the verb of the words in front of it: “The plan, she said, is dead”."""
        word = self.lower[at]
        verb = word in self.words["auxiliaries", "verb_adverbs", "past_forms"]
        return verb or self.quote_at[at] >= 0 or word.endswith(self.words.endings["past"])

    def _resumes(self, left: Range, at: int) -> bool:
        """Whether a verb in the present goes on: “The shop, she said, sells …”, “Parents, she said, tend …”."""
        word = self.lower[at]
        no_verb = word in self.words[_NO_VERB] or self.words.is_adverb(word)
        if no_verb or not self.tokens[at].isalpha() or not self.tokens[at].islower():
            return False
        return word.endswith(self.words.endings["third_person"]) or self.words.is_plural(self.lower[left[1] - 1])

    def _opens_clause(self, at: int) -> bool:
        """Whether a subject may stand here: “the roof”, “she”, “Lopez”, “prices”."""
        word = self.lower[at]
        no_subject = word in self.words[_NO_SUBJECT]
        return self.tokens[at][0].isupper() or not (no_subject or word.endswith(self.words.endings["participle"]))

    def _meanwhile(self, left: Range) -> bool:
        """Whether somebody else speaks in the words in front of a clause: “When a man shouted “Stop”, she said, …”."""
        forms = (self.words.forms.get(word) for word in self.lower[left[0] + 1 : left[1]])
        opens = self.lower[left[0]] in self.words["told_times"]
        return opens and any(form is not None and form.shape != "ing" and "speech" in form.frames for form in forms)

    def _is_setting(self, tail: Range) -> bool:
        """Whether the words behind a cue only say when, where or to whom: “in court on Monday”, not “that he had left”."""
        (begin, end), words = tail, self.words
        if end - begin > _LONGEST_SETTING:
            return False
        if end - begin > 1 and self.lower[begin] in words["infinitive_marks"] and not self._names_hearer(begin + 1):
            return False  # “vowed to block it”
        return words[_IN_CLAUSES].isdisjoint(self.lower[begin:end])

    def _names_hearer(self, at: int) -> bool:
        word = self.lower[at]
        return self.tokens[at][0].isupper() or word in self.words["determiners", "hearers"]

    def names_subject(self, at: int) -> bool:
        """Whether a name or a phrase that has to be a subject begins here: “the trainers”, “she”, “Lopez”."""
        word = self.lower[at]
        return self.tokens[at][0].isupper() or word in self.words["determiners", "clause_subjects"]

    def narrates(self, at: int) -> bool:
        """Whether the narrator goes on: “, citing …”, “, which …”, “, a claim …”."""
        word, words = self.lower[at], self.words
        form = words.forms.get(word)
        relative = word in words["relatives"] and word not in words["affirmers", "personal_relatives"]
        ing = (form is not None and form.shape == "ing") or word.endswith(words.endings["gerund"])
        return relative or ing or word in words["articles"]

    def turns_away(self, at: int, stop: int) -> bool:
        """Whether somebody else speaks or acts behind “but” or “because”.

        “because the police said”, “but his rider was hurt”, “but praised the plan”; not “but she will pay”, “but also the shop”.
        """
        behind, words = at + 1, self.words
        if behind >= stop or self.lower[at] not in words["clause_ends"]:
            return False
        near = stop if self.lower[at] in words["told_times"] else min(at + _SHORT_CLAUSE, stop)
        forms = (words.forms.get(word) for word in self.lower[behind + 1 : near])
        if any(form is not None and form.shape in ("past", "third") and "bare" in form.frames for form in forms):
            return True
        word = self.lower[behind]
        same = word in words["clause_subjects"] or word in words["auxiliaries"] or words.is_adverb(word)
        if self.lower[at] not in words["contrasts"] or self.quote_at[behind] >= 0 or same:
            return False
        return any(self.is_predicate(place) for place in range(behind, stop))
