"""Finds clauses that report what stands in front of them: “…, she said”, “…,” said Maria Lopez."""

from newskit.evidence.endings import Endings
from newskit.evidence.inserted import Inserted
from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import SENTENCE_ENDS, Clause
from newskit.evidence.verbs import Verbs
from newskit.language.lexicon import Form, Lexicon
from newskit.text.prose import Prose, Range

#: The frames of verbs whose clauses may stand behind what they report.
_STANDING_BEHIND = frozenset(["speech", "thought", "address", "beside", "behind"])
#: A headline with Most Words Written Large has more tokens than this; what has fewer may be a name.
_SHORTEST_HEADLINE = 3
#: An adverbial that opens what is reported has no more tokens than this.
_LONGEST_LEAD = 6
#: An answer like “Probably not” has no more tokens than this.
_LONGEST_ANSWER = 4
#: A clause like “the old man ran” has no more tokens than this.
_SHORT_CLAUSE = 4
#: Who is told has no more tokens than this.
_LONGEST_HEARER = 8


class Behind:
    """Reads clauses behind or inside what they report."""

    def __init__(self, prose: Prose, words: Lexicon, phrases: Phrases, verbs: Verbs, endings: Endings) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at
        self.phrases, self.verbs, self.endings = phrases, verbs, endings
        self.inserted = Inserted(prose, words)
        self._verbal_endings = words.endings["past"] + words.endings["plural"] + words.endings["possessive"]

    def find(self, first: int, end: int, cue: int) -> Clause | None:
        """A clause that ends its sentence or stands between commas: “…, she said”, “…,” said Maria Lopez."""
        form = self.words.forms.get(self.lower[cue])
        if form is None or not form.frames & _STANDING_BEHIND or form.shape == "ing":
            return None
        if self.tokens[cue][0].isupper() and not self.verbs.titled((first, end)):
            return None
        begin = self.verbs.group(first, cue)
        return self._follows(first, end, begin, cue, form) or self._inverted(first, end, begin, cue, form)

    def _follows(self, first: int, end: int, begin: int, cue: int, form: Form) -> Clause | None:
        """“…, she said.” and “…, she said, …”."""
        if begin <= first:
            return None
        source = self.phrases.before(first, begin)
        if source is None:
            return None
        joint = self._joint(first, source[0])
        if joint is None or not self._may_follow(joint, first, begin, cue, source, form):
            return None
        after = cue + 1
        if after < end and self.lower[after] in self.words.speech_particles.get(form.lemma, ()):
            after += 1
        led = self.lower[first] in self.words["prepositions"]  # “In May, she told the mayor, …”
        behind = self._tail(after if led else self._over_hearer(after, end, form), end, joint)
        if behind is None:
            return None
        return self._around(first, end, joint, (begin, after), source, behind)

    def _over_hearer(self, at: int, end: int, form: Form) -> int:
        """Read over who is told up to the mark behind them: “…, she told analysts.” and “…, she told the council, “…””."""
        if "address" not in form.frames or at >= end or self.quote_at[at] >= 0:
            return at
        for place in range(at, min(end, at + _LONGEST_HEARER) + 1):
            if place == end or self.lower[place] in (",", "—", "–") or self.quote_at[place] >= 0:
                return place
            if self.lower[place] in self.words.complementizers or self.lower[place] in self.words["infinitive_marks"]:
                break
            if self.lower[place] in self.words["auxiliaries"]:
                break
        return at

    def _inverted(self, first: int, end: int, begin: int, cue: int, form: Form) -> Clause | None:
        """“…,” said Maria Lopez, a nurse."""
        if begin != cue or not form.frames & {"speech", "beside"} or form.shape == "base":
            return None
        joint = self._joint(first, cue)
        if joint is None or cue + 1 >= end or not self._opens_phrase(cue + 1):
            return None
        narrated = self.quote_at[joint - 1] < 0
        if (narrated and not form.frames & {"bare", "behind"}) or (joint == cue and self._is_noun(joint)):
            return None
        source = self.phrases.behind(cue + 1, end, names_only=True)
        if source is None or self.lower[source[0]] in self.words["times"]:  # “announced Tuesday”
            return None
        if narrated and (self._is_object(source, form) or self._is_clause(source)):
            return None
        over = source[1]
        if over < end and self.lower[over] in self.words["relatives"]:  # “said a man who knows the plans”
            while over < end and self.lower[over] not in (",", "—", "–", ";") and self.quote_at[over] < 0:
                over += 1
            source = source[0], over
        if over < end and self.quote_at[over] >= 0 and self.lower[over - 1] in self.words["determiners"]:
            over = self.prose.quote_tokens[self.quote_at[over]][1]  # known as the “Tiger of Holle”
        behind = self._tail(over, end, joint)
        if behind is None and narrated:
            return None
        return self._around(first, end, joint, (cue, cue + 1), source, end if behind is None else behind)

    def _is_noun(self, behind: int) -> bool:
        """Whether the quotation that ends here is a noun of the sentence rather than speech: “friends” allowed it."""
        first, last = self.prose.quote_tokens[self.quote_at[behind - 1]]
        return self.tokens[first + 1].islower() and self.lower[last - 2].isalpha()

    def _is_object(self, phrase: Range, form: Form) -> bool:
        """Whether a phrase behind a verb is what was said rather than who said it: tweeted a warning, said no."""
        words = self.lower[slice(*phrase)]
        return (len(words) == 1 and words[0] in self.words["answers"]) or (
            words[0] in self.words["articles"]
            and form.lemma not in self.words["sure_verbs"]
            and not any(word in self.words.role_nouns or self.words.gender_of(word) for word in words)
        )

    def _is_clause(self, phrase: Range) -> bool:
        """Whether what stands behind a verb is a clause: “Moss, who left, said the man ran”."""
        last = phrase[1] - 1
        short = 1 < phrase[1] - phrase[0] <= _SHORT_CLAUSE and self.lower[phrase[0]] in self.words["determiners"]
        return short and self.lower[last] in self.words["past_forms"] and self.tokens[last].islower()

    def question(self, first: int, end: int, candidates: list[int]) -> Clause | None:
        """“Why now?” Lopez asked: what looks like a sentence of its own names the speaker of the quotation before it."""
        if first == 0 or self.quote_at[first - 1] < 0 or self.verbs.crosses(first):
            return None
        number = self.quote_at[first - 1]
        stop = self.lower[first - 2]
        if stop == "." and (self._goes_on_from_clause(number) or self._part_of_a_sentence(number)):
            return None
        for cue in candidates[:2]:
            form = self.words.forms.get(self.lower[cue])
            if form is None or not form.frames & {"speech", "address", "beside"} or form.shape not in ("past", "third"):
                continue
            begin = self.verbs.group(first, cue)
            source = self.phrases.before(first, begin) if begin > first else None
            if source is None or source[0] != first:
                continue
            behind = self._tail(cue + 1, end, first - 1 if stop == "." else first)
            if behind is None or (stop == "." and behind == cue + 1 and behind < end):
                continue
            if behind < end and self.verbs.marked_ahead(behind) and behind == cue + 1:
                continue
            if stop == "." and form.frames == {"beside"}:  # “It was late.” She laughs.
                continue
            contents = [self.prose.quote_tokens[number]]
            if behind + 1 < end and self.quote_at[behind + 1] >= 0:
                contents.append((behind + 1, self.endings.quotes(behind + 1, end)))
            elif behind == end and stop != ".":
                contents += self._next_sentence(end, number)
            return Clause((begin, cue + 1), source, contents, 0.85, "names the speaker behind what is said")
        return None

    def _next_sentence(self, end: int, number: int) -> list[Range]:
        """The quotation that goes on as the next sentence: “Why me?” she said. “I was late.”."""
        at = end
        while at < len(self.lower) and self.lower[at] in SENTENCE_ENDS and self.quote_at[at] < 0:
            at += 1
        if at >= len(self.lower) or self.quote_at[at] <= number or self.verbs.crosses(at):
            return []
        first, last = self.prose.quote_tokens[self.quote_at[at]]
        alone = last >= len(self.lower) or self.verbs.crosses(last) or self.lower[last - 2] == "."
        return [(first, last)] if alone and self.lower[last - 2] in SENTENCE_ENDS else []

    def _part_of_a_sentence(self, number: int) -> bool:
        """Whether a quotation goes on with a sentence of the narrator's: He called it “too dear.” Then she said more."""
        begin = self.prose.quote_tokens[number][0]
        return begin > 0 and not (
            self.lower[begin - 1] in SENTENCE_ENDS or self.quote_at[begin - 1] >= 0 or self.verbs.crosses(begin)
        )

    def _goes_on_from_clause(self, number: int) -> bool:
        """Whether a quotation is the second half of one: “A,” she said. “B.” Then she does more."""
        begin = self.prose.quote_tokens[number][0]
        if not number or self.verbs.crosses(begin):
            return False
        before = self.prose.quote_tokens[number - 1][1]
        narrated = range(before, begin)
        return self.lower[before - 2] == "," and not any(self.verbs.crosses(place) for place in narrated)

    def _may_follow(self, joint: int, first: int, begin: int, cue: int, source: Range, form: Form) -> bool:
        """Whether a clause may stand behind narrated content: the verb takes bare clauses, the subject is no “which”."""
        # “down from a forecast”
        compared = " ".join(self.lower[source[0] : source[0] + 2]) in self.words["comparisons"]
        compared = compared or self.phrases.is_bare_relative(source)
        opening = self.words.forms.get(self.lower[source[0]])
        gerund = opening is not None and opening.shape == "ing"  # “Moss gave no date, saying talks go on”
        if compared or gerund or self.lower[source[0]] in self.words["relatives"]:
            return False
        if self.quote_at[joint - 1] >= 0:
            return True
        if begin == cue and form.shape in ("base", "third") and not self.verbs.finite(first, begin, form):
            singular = form.shape == "third" and self.lower[source[0]] in self.words["determiners"]
            several = form.shape == "base" and self.lower[source[0]] in self.words["collectives"]
            if not (singular or several) or self.lower[cue + 1 : cue + 2] != [
                ","
            ]:  # “the bank forecasts,”, “police believe,”
                return False
        particle = self.lower[cue + 1 : cue + 2]
        told = bool(particle) and particle[0] in self.words.speech_particles.get(form.lemma, ())  # “he pointed out”
        return told or bool(form.frames & {"bare", "behind"})

    def _opens_phrase(self, at: int) -> bool:
        word = self.lower[at]
        return (
            self.tokens[at][0].isupper()
            or word in self.words.pronouns
            or word in self.words["determiners"]
            or (
                word[0].isalpha()
                and word not in self.words["prepositions"]
                and word not in self.words.complementizers
                and word not in self.words["verb_adverbs"]
                and word not in self.words["times"]
            )
        )

    def _joint(self, first: int, begin: int) -> int | None:
        """Where the content in front of a clause ends: before a comma, or with a quotation; None where neither is there."""
        before = begin - 1
        if before < first:
            return None
        if self.quote_at[before] >= 0:
            return begin
        if self.lower[before] in (",", "—", "–") and before > first:
            return before
        if self.lower[before] == "-" and before - 1 > first and self.lower[before - 1] == "-":
            return before - 1
        return None

    def _tail(self, at: int, end: int, joint: int) -> int | None:
        """Skip when, where and to whom something was said; None where content goes on right behind the cue instead."""
        lower = self.lower
        if at >= end or lower[at] in (",", ":", "—", "–", ";", "-") or self.quote_at[at] >= 0:
            return at
        opening = lower[at]
        if self.quote_at[joint - 1] >= 0:
            stop = at
            while stop < end and self.quote_at[stop] < 0 and lower[stop] not in (",", ";", ":", "—"):
                if lower[stop] in self.words["statement_openers"]:
                    return None
                stop += 1
            return stop
        if (
            opening in self.words["times"]
            or opening in self.words["prepositions"]
            or self.words.is_adverb(opening)
            or (opening in self.words["hearers"] or opening in self.words["told_times"])
            or self.tokens[at][0].isupper()
        ):
            while at < end and self.quote_at[at] < 0 and lower[at] not in (",", ";", ":", "—"):
                if lower[at] in self.words.complementizers and lower[at] not in self.words["told_relatives"]:
                    return None
                at += 1
            return at
        return None

    def _around(self, first: int, end: int, joint: int, cue: Range, source: Range, behind: int) -> Clause | None:
        """Put the pieces in front of a clause and behind it together."""
        left = (min(self._clause_start(first, joint), joint - 1), joint)
        narrated = self.quote_at[joint - 1] < 0
        right: Range | None = None
        if behind + 1 < end and self.lower[behind] in (",", ":", "—", "–"):
            right = self._goes_on(behind + 1, end, left)
            if right and source[0] > cue[0] and self.lower[right[0]] in self.words["relatives"]:
                right = None  # “said Moss, who has the key”
        elif behind < end and self.quote_at[behind] >= 0:
            right = behind, self.endings.quotes(behind, end)
        # “Moss, the mayor, said the clerk, Reed, was late”
        aside = source[0] > cue[0] and "," in self.lower[slice(*left)]
        comma = narrated and not aside and behind < end and self.lower[behind] == ","
        over = max(cue[1], source[1])
        inserted = comma and right is not None and self.inserted.breaks(left, (over, behind), right)
        short = behind >= end and left[1] - left[0] <= _LONGEST_ANSWER
        answers = short and self.lower[left[0]] in self.words["answers"]  # “Perhaps not, she conceded.”
        if not (inserted or answers):
            if self.quote_at[left[0]] < 0 and self._adverbial(left, narrated=narrated):
                return None
            if narrated and not self._verbal(left) and not (right and self.inserted.is_predicate(right[0])):
                return None
        if inserted:
            left = (self._behind_semicolon(left), joint)
        contents = [left, right] if right else [left]
        if narrated and right and self.inserted.leads_on(left):
            contents = [right]  # “It is old and, she said, has never been mended”
        sure, reason = 0.85 if narrated else 0.95, "names the speaker behind what is said"
        return Clause(cue, source, contents, sure, reason, whole=True)

    def _verbal(self, left: Range) -> bool:
        """Whether content in front of a clause is a clause itself rather than a name with an aside."""
        if self.lower[left[0]] in self.words["clause_subjects"] and left[1] - left[0] > 1:  # “They appear to sleep”
            return True
        return (left[1] - left[0] > _SHORTEST_HEADLINE and self.verbs.titled(left)) or any(
            self.quote_at[place] >= 0
            or self.lower[place] in self.words["auxiliaries"]
            or self.lower[place] in self.words["past_forms"]
            or self.lower[place] in self.words.forms
            or (self.lower[place].endswith(self._verbal_endings) and self.tokens[place].islower())
            for place in range(*left)
            if not self._relative(left[0], place)
        )

    def _relative(self, first: int, place: int) -> bool:
        """Whether a word stands in a relative clause between commas: “One guest, who asked for water”."""
        at = place
        while at > first and self.lower[at] != ",":
            at -= 1
        return at > first and self.lower[at + 1] in self.words["relatives"]

    def _behind_semicolon(self, left: Range) -> int:
        """Where the last clause of a sentence begins that a semicolon parts: “It is old; one beam, she said, has cracked”."""
        places = range(left[1] - 2, left[0], -1)
        return next((at + 1 for at in places if self.lower[at] == ";" and self.quote_at[at] < 0), left[0])

    def _clause_start(self, first: int, joint: int) -> int:
        """Leave out what only joins a sentence to the one before it: “But the roof leaks, she said”, “Still, it is late, …”."""
        begin = first
        while begin < joint and self.quote_at[begin] < 0 and self.lower[begin] in self.words["conjunctions"]:
            begin += 1
        if begin < joint and self.quote_at[begin] < 0 and self.lower[begin - 1] not in self.words["contrasts"]:
            begin = first  # “Or maybe it leaks, she said”
        if begin + 2 < joint and self.lower[begin] in self.words["sentence_adverbs"] and self.lower[begin + 1] == ",":
            begin += 2
        return begin

    def _adverbial(self, left: Range, *, narrated: bool) -> bool:
        """Whether the words in front of a clause only say when or where: “In May, she said”."""
        at = left[0]
        while at + 1 < left[1] and self.lower[at] in self.words["contrasts"]:
            at += 1
        opening = self.lower[at]
        this_is = opening in self.words["determiners"] and self.lower[at + 1] in self.words["auxiliaries"]
        if self._counts(at, left[1]) or this_is:  # “About 1,100 jobs will go”
            return False
        if not narrated:
            return opening in self.words["subordinators"] and opening not in self.words["conditions"]
        if self._led_in(at, left[1]):
            return False
        form = self.words.forms.get(opening)
        if form is not None and form.shape in ("past", "ing") and not self.verbs.titled(left):
            return True
        return (
            opening in self.words["prepositions"]
            or (opening in self.words["subordinators"] and opening not in self.words["determiners"])
            or opening in self.words["conjunctions"]
            or opening in self.words["times"]
            or opening.endswith(self.words.endings["adverbial"])
        )

    def _led_in(self, at: int, end: int) -> bool:
        """Whether a main clause stands behind an adverbial: “In Oulu, farmers have sold their cows”."""
        if self.lower[at] not in self.words["prepositions"]:
            return False
        comma = next((place for place in range(at, min(at + _LONGEST_LEAD, end)) if self.lower[place] == ","), end)
        return any(self.lower[place] in self.words["auxiliaries"] for place in range(comma, end))

    def _counts(self, at: int, end: int) -> bool:
        """Whether a number with “about” or “at least” in front stands here, no date: “In 2021” is one."""
        if " ".join(self.lower[at : at + 2]) in self.words["about_numbers"]:
            return True
        return self.lower[at] in self.words["about_numbers"] and at + 1 < end and self.lower[at + 1][0].isdigit()

    def _goes_on(self, at: int, end: int, left: Range) -> Range | None:
        """What goes on behind “, she said,”; ``left`` is what stands in front of that."""
        while at < end and self.quote_at[at] < 0 and self.lower[at] in self.words["conjunctions"]:
            if at + 1 < end and self.quote_at[at + 1] >= 0:
                at += 1
            else:
                break
        if at >= end or self.endings.remarks_on(at):
            return None
        if self.quote_at[at] >= 0:
            return at, self.endings.quotes(at, end)
        if self.quote_at[left[1] - 1] >= 0:
            return None
        broken = self.lower[left[1] - 1]
        # “It was not, she says, a kind age”
        joined_on = broken in self.words["auxiliaries"] or broken in self.words["negations"]
        if not joined_on and self.inserted.narrates(at):
            return None
        stop = self._stop(at, end)
        return (at, stop) if joined_on or (stop > at and not self.inserted.turns_away(at, stop)) else None

    def _stop(self, at: int, end: int) -> int:
        """Where what goes on narrated ends: at the latest where a quotation is followed by a clause, “…,” and the trainers agree."""
        stop = self.endings.content(at, end, None)
        for place in range(at + 1, stop - 2):
            if self.quote_at[place] >= 0 or self.quote_at[place - 1] < 0:
                continue
            outside = self.lower[place] == ","
            joiner = place + outside
            opens = self.lower[joiner] in self.words["clause_joiners"] and self.inserted.names_subject(joiner + 1)
            if opens and (outside or self.lower[place - 2] == ","):
                return place
        return stop


def interrupts(prose: Prose, rule: Clause, words: Lexicon) -> bool:
    """Whether a rule's clause stands between commas inside what it reports, which begins without marks and reports nothing itself."""
    lower, (begin, joint), (behind, last) = prose.tokens.lower, rule.contents[0], rule.contents[-1]
    if not rule.whole or not joint < rule.start < rule.end < behind or lower[joint] != "," or lower[behind - 1] != ",":
        return False
    if rule.source is None or rule.source[0] > rule.cue[0] or any(prose.quote_at[at] >= 0 for at in (begin, joint - 1)):
        return False
    fragment = prose.quote_at[behind] < 0 or prose.tokens.words[behind + 1].islower()
    told = any(_reports(prose, at, words) for at in range(begin, joint - 1))  # “Moss said it leaks and, she said, …”
    return fragment and not told and ":" not in lower[behind:last]


def _reports(prose: Prose, at: int, words: Lexicon) -> bool:
    """Whether a verb with a clause behind it stands here: “said it”, “saying Moss”, “told her that”."""
    lower = prose.tokens.lower
    form = words.forms.get(lower[at])
    if form is None or form.shape == "base" or "bare" not in form.frames:
        return False
    behind = lower[at + 1 + (lower[at + 1] in words["hearers"])]
    return (
        behind in words.complementizers
        or lower[at + 1] in words["clause_subjects"]
        or prose.tokens.words[at + 1][0].isupper()
    )
