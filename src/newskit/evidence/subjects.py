"""Finds the subject of a verb that stands further on in its sentence: “Lopez praised the plan and said …”, “Lopez smiled, saying …”.

There is no parser here: it is the noun phrase that the verb's clause opens with.
"""

from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: What says when or where at the start of a clause has no more tokens than this.
_LONGEST_ADVERBIAL = 8
#: Between a subject and the clause that says when it does something stand no more tokens than this.
_LONGEST_CLAUSE = 60


class Subjects:
    """Finds subjects in a text."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens = prose.tokens.lower, prose.tokens.words
        self._verbs = words["auxiliaries"]
        self._past, self._plural = words.endings["past"], words.endings["plural"]
        self._adverbial_openings = words.endings["adverbial"] + words.endings["past"]
        self._no_plural = words.endings["possessive"] + words.endings["singular"]
        self._pronouns = words["pronouns"] - words["relatives"] - words["determiners"] - words["counts"]
        self._leading = words["conjunctions", "subordinators", "verb_adverbs"]

    def of(self, first: int, verb: int) -> Range | None:
        """Find the subject of the verb at the token ``verb`` in a sentence that begins at the token ``first``."""
        begin = self._clause_begin(first, verb)
        found = self._opening(begin, verb) if begin > first else None
        found = found or self._opening(first, verb)
        inner = self._in_last_clause(found, verb) if found else None
        if inner is not None:
            return inner
        if found and self._in_market(found):
            return self._issuer(found, verb)
        goes_on = self.lower[verb - 1] == "," and self.lower[verb].endswith(self.words.endings["gerund"])
        return (self._acting(found, verb) or found) if found and goes_on else found

    def _in_last_clause(self, subject: Range, verb: int) -> Range | None:
        """Whoever does something in a clause that “and said” goes on with, where the sentence's subject does not say it.

        It is shares or a price (“Shares fell after the firm cut jobs and said”), whoever is told (“Ann was out when Max rang her
        and told her”), or “it” in front of a name (“It was Ann who gave him away, telling”).
        """
        behind = subject[1]
        if self.words.pronouns.get(self.lower[subject[0]]) == "thing" and self.lower[behind] in self.words["copulas"]:
            who = next((at for at in range(behind + 1, verb) if self.lower[at] in self.words["relatives"]), None)
            named = who is not None and self.tokens[who - 1][0].isupper()
            return (behind + 1, who) if who is not None and named else None
        if self.lower[verb - 1] not in self.words["conjunctions"]:
            return None
        traded = self._in_market(subject)
        hearer = self.lower[verb + 1] if verb + 1 < len(self.lower) else ""
        hearer = hearer if hearer in self.words["hearers"] and hearer in self.words.pronouns else ""
        if not (traded or hearer):
            return None
        for at in range(verb - 2, behind, -1):
            if self.lower[at] not in self.words["subject_leads"] or self.prose.quote_at[at] >= 0:
                continue
            found = self._opening(at + 1, verb)
            if found is None or found[0] != at + 1 or found[1] >= verb:
                return None
            return found if traded or hearer in self.lower[found[1] : verb] else None
        return None

    def _acting(self, subject: Range, verb: int) -> Range | None:
        """Whoever does something to a thing in a clause that goes on with a participle: “Traffic was stopped as bakers marched, saying”."""
        thing = self.tokens[subject[1] - 1].islower() and self.lower[subject[1] - 1] not in self.words.pronouns
        thing = thing and self.lower[subject[1] - 1] not in self.words.role_nouns
        passive = self.lower[subject[1]] in self.words["passives"] and self._is_past(subject[1] + 1)
        if not (passive or (thing and not self.words.is_plural(self.lower[subject[1] - 1]))):
            return None
        return self._in_clause(subject[1], verb)

    def _in_market(self, subject: Range) -> bool:
        """Whether a subject is what rises and falls, and says nothing: “Shares in Sund Gas”, “Sund Gas shares”."""
        return self.lower[subject[0]] in self.words["markets"] or self.lower[subject[1] - 1] in self.words["markets"]

    def _issuer(self, subject: Range, verb: int) -> Range:
        """Who speaks where shares rise or fall: the firm that does something, else whose shares they are: “fell after the firm … and said”."""
        told = self._in_clause(subject[1], verb)
        first, end = subject
        if told is not None:
            return told
        if self.lower[end - 1] in self.words["markets"]:
            return first, max(end - 1, first + 1)
        linked = end - first > 2 and self.lower[first + 1] in self.words["places_in", "genitives"]
        return (first + 2, end) if linked else subject

    def _in_clause(self, begin: int, verb: int) -> Range | None:
        """Who does something in the first clause behind a place that says when or why: “as bakers marched”."""
        for at in range(begin, min(begin + _LONGEST_CLAUSE, verb - 2)):
            if self.lower[at] not in self.words["subject_leads"] or self.prose.quote_at[at] >= 0:
                continue
            about = self.lower[at + 1] in self.words["about_numbers"] and self.lower[at + 2][0].isdigit()
            found = self._opening(at + 1 + about, verb)
            if found is not None and found[0] == at + 1 + about and found[1] < verb and self._is_past(found[1]):
                return at + 1, found[1]
        return None

    def _is_past(self, at: int) -> bool:
        """Whether a word ends or looks like a past form: “marched”, “left”."""
        return self.lower[at].endswith(self._past) or self.lower[at] in self.words["past_forms"]

    def _clause_begin(self, first: int, verb: int) -> int:
        """Where the last main clause in front of a verb begins: behind “, but”, “;”, “When he was asked,” and their like."""
        fronted = self.lower[first] in self.words["subordinators"]
        for place in range(verb - 2, first, -1):
            if self.prose.quote_at[place] >= 0:
                continue
            word = self.lower[place]
            if word == "," and fronted and self.lower[place + 1] in self._pronouns:
                return place + 1
            if word == ";" or (word == "," and self.lower[place + 1] in self.words["clause_joiners"]):
                begin = place + 1
                while begin < verb and self.lower[begin] in self._leading:
                    begin += 1
                begin = self._behind_adverbial(begin, verb)
                opens = begin < verb and (
                    self.lower[begin] in self.words.pronouns
                    or self.tokens[begin][0].isupper()
                    or self.lower[begin] in self.words["determiners"]
                )
                if opens and any(
                    self.lower[spot] in self._verbs or self.lower[spot].endswith(self._past)
                    for spot in range(begin, verb)
                ):
                    return begin
        return first

    def _behind_adverbial(self, begin: int, stop: int) -> int:
        """Skip when or where, if a pronoun follows it: “in a meeting last week she …”."""
        if begin < stop and self.lower[begin] in self.words["prepositions"]:
            for place in range(begin + 1, min(begin + _LONGEST_ADVERBIAL, stop)):
                if self.lower[place] == ",":
                    break
                if self.lower[place] in self._pronouns:
                    return place
        return begin

    def _behind_lead(self, begin: int, stop: int) -> int:
        """Where the subject begins behind when or where without a comma: “In her last years she …”, “In March the council …”."""
        lower, words = self.lower, self.words
        if lower[begin] not in words["prepositions"]:
            return begin
        for place in range(begin + 2, min(begin + _LONGEST_ADVERBIAL, stop)):
            before = lower[place - 1]
            if not before.isalnum() or before in words["prepositions", "determiners", "conjunctions", "relatives"]:
                continue
            pronoun = lower[place] in self._pronouns and lower[place] in words["clause_subjects"]
            name = self.tokens[place][0].isupper() and self.tokens[place - 1].islower()
            article = lower[place] in words["articles", "definite_articles"]
            dated = before.isdigit() or (before in words["times"] and self.tokens[place - 1][0].isupper())
            several = dated and words.is_plural(lower[place]) and lower[place] not in words["time_units"]
            if pronoun or name or article or several:  # “On Monday ministers met”
                return place
        return begin

    def _opening(self, first: int, stop: int) -> Range | None:
        """The noun phrase that a clause opens with, behind adverbials and before its verb."""
        lower, words = self.lower, self.words
        at = first
        while at < stop and lower[at] in words["conjunctions"]:
            at += 1
        if at + 1 < stop and lower[at] in words["verb_adverbs"] and lower[at + 1] in words["subordinators"]:
            at += 1  # “Even before Lopez left, …”
        while at < stop and (
            lower[at] in words["prepositions"]
            or lower[at] in words["subordinators"]
            or lower[at].endswith(self._adverbial_openings)
            or (at + 1 < stop and lower[at + 1] in words["times"])
            # “Later, Lopez …”
            or (lower[at + 1] == "," and (lower[at] in words.not_names or lower[at] in words["times"]))
        ):
            comma = next(
                (spot for spot in range(at, stop) if lower[spot] == "," and self.prose.quote_at[spot] < 0), None
            )
            if comma is None or comma + 1 >= stop:
                at = self._behind_lead(at, stop)
                break
            at = comma + 1
        while at < stop and (
            lower[at] in words["conjunctions"]
            or lower[at] in words["verb_adverbs"]
            or lower[at] == ","
            or self.prose.quote_at[at] >= 0
        ):
            at += 1
        if at < stop and lower[at] in words["subordinators"]:  # “When he came he said …”
            subjects = self._pronouns & words["clause_subjects"]
            at = next((spot for spot in range(at + 2, stop) if lower[spot] in subjects), at + 1)
        if at >= stop:
            return None
        alone = lower[at] in words.pronouns or lower[at] in words["first_person"]
        if alone and lower[at] not in words["determiners"]:
            return at, at + 1
        end = at
        while end < stop and not self._closes(at, end, first):
            end += 1
        while end > at and words.is_adverb(lower[end - 1]):
            end -= 1
        return (at, end) if at < end <= at + 14 and words.ends_phrase(lower[end - 1]) else None

    def _closes(self, begin: int, at: int, first: int) -> bool:
        """Whether a word ends the noun phrase that a clause opens with."""
        word = self.lower[at]
        if self.prose.quote_at[at] >= 0 or word in (",", ";", ":", "—", "–"):
            return True
        if word in self._verbs or word in self.words["relatives"] or word in self.words["negations"]:
            return True
        if at == begin or self.tokens[at][0].isupper():
            return False
        return (
            word.endswith(self._past)
            or word in self.words["past_forms"]
            or (word in self.words.forms and self._finite(at, first))
        )

    def _finite(self, at: int, first: int) -> bool:
        """Whether a reporting word written small is a verb, at the end of a noun phrase read forwards."""
        form = self.words.forms[self.lower[at]]
        if form.shape == "past":
            return True
        before = self.lower[at - 1] if at > first else ""
        if before.endswith(self._no_plural) or form.shape == "ing":
            return False
        return before.endswith(self._plural) if form.shape == "base" else self.tokens[at - 1][0].isupper()
