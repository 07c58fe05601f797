"""Finds clauses that stand in front of what they report: “She said that …”, “He called it …”, “saying …”."""

from newskit.evidence.endings import Endings
from newskit.evidence.openings import Openings
from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import Clause
from newskit.evidence.subjects import Subjects
from newskit.evidence.verbs import Verbs
from newskit.language.lexicon import Form, Lexicon
from newskit.text.prose import Prose, Range

#: A relative clause is no longer than this, in tokens.
_FAR = 20
#: “A” stands no further in front of “note that read”, in tokens.
_FAR_ARTICLE = 5
#: What a verb like “call” reports holds two phrases, so it is no shorter than this, in tokens, unless marks stand in it.
_TWO_OBJECTS = 4


class Before:
    """Reads clauses in front of what they report."""

    def __init__(
        self, prose: Prose, words: Lexicon, phrases: Phrases, verbs: Verbs, openings: Openings, endings: Endings
    ) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at
        self.phrases, self.verbs, self.openings, self.endings = phrases, verbs, openings, endings
        self.subjects = Subjects(prose, words)

    def find(self, first: int, end: int, cue: int, subject: Range | None) -> Clause | None:
        """A clause in front of what it reports."""
        form = self.words.forms.get(self.lower[cue])
        if form is None:
            return None
        if self.tokens[cue][0].isupper() and not self.verbs.titled((first, end)):
            return None
        # “on a conference call that”
        if cue > first and {self.lower[cue - 1], self.lower[cue]} <= self.words["settings"]:
            return None
        begin = self.verbs.group(first, cue)
        source = self._subject(first, begin, cue, form, subject)
        if source is None or self.lower[source[0]] in self.words["no_one"]:
            return self._told_by(end, (begin, cue + 1), form)
        if source[0] > first and self.lower[source[0] - 1] in self.words["comparers"]:
            said = self._as_said(first, end, (begin, cue + 1), source)
            if said is not None or not (
                self.lower[min(cue + 1, end - 1)] in self.words["affirmers"] or "address" in form.frames
            ):
                return said  # but “wept as the judge told her that …”
        if self.lower[source[0]] in self.words["relatives"] and self._main_verb_ahead(cue + 1, end):
            return None
        start = self.openings.content(cue, end, form)
        if start is None:
            return None
        at, frame, sure = start
        if self.quote_at[at] >= 0 and frame == "speech":
            stop = self.endings.quotes(at, end)
        else:
            wide, front = frame not in ("object", "infinitive"), self.endings.fronted(first, begin)
            stop = self._over_aside(self.endings.content(at, end, form, wide=wide, front=front), end, form)
        if (
            frame == "speech"
            and sure < 0.8
            and form.lemma not in self.words["sure_verbs"]
            and not self.endings.has_predicate(at, stop)
        ):
            return None
        short = (stop - at < _TWO_OBJECTS or self.lower[at] in self.words["articles"]) and all(
            self.quote_at[place] < 0 for place in range(at, stop)
        )
        # “called for calm”
        judged = (stop - at > 2 and self._judges(stop - 1)) or (at > cue + 1 and form.shape == "past")
        if short and not judged and frame == "object" and form.lemma in self.words["two_objects"]:
            return None
        if stop <= at or (
            stop == at + 1 and (self.lower[at] in self.words.pronouns or self.lower[at] in self.words["determiners"])
        ):
            return None
        behind = cue + 1
        if behind < at and (
            self.lower[behind] in self.words.particles.get(form.lemma, ())
            or self.lower[behind] in self.words.speech_particles.get(form.lemma, ())
        ):
            behind += 1
        return Clause((begin, behind), source, [(at, stop)], sure, f"“{form.lemma}” with what it reports behind it")

    def _over_aside(self, stop: int, end: int, form: Form) -> int:
        """Read on behind an aside to what somebody is called: “described Holle, a village both sides claim, as “…””."""
        goes_on = stop + 2 < end and self.lower[stop] == "," and self.lower[stop + 1] in self.words["comparers"]
        if form.lemma not in self.words["two_objects"] or not goes_on or self.quote_at[stop + 2] < 0:
            return stop
        return self.endings.quotes(stop + 2, end)

    def _told_by(self, end: int, cue: Range, form: Form) -> Clause | None:
        """“She was told by one producer that …”."""
        lower, by = self.lower, cue[1]
        passive = "address" in form.frames and any(lower[at] in self.words["passives"] for at in range(*cue))
        if not passive or by + 3 >= end or lower[by] not in self.words["signers"]:
            return None
        source = self.phrases.behind(by + 1, end, names_only=True, aside=False)
        if source is None or source[1] >= end or lower[source[1]] not in self.words["statement_openers"]:
            return None
        stop = self.endings.content(source[1], end, form)
        return Clause(cue, source, [(source[1], stop)], 0.8, f"“{form.lemma}” with who does so behind it")

    def _judges(self, place: int) -> bool:
        """Whether a word says what somebody thinks of something: “shameful” in “called the vote shameful”."""
        word = self.lower[place]
        return word in self.words["verdicts"] or word.endswith(self.words.endings["verdict"])

    def _main_verb_ahead(self, at: int, end: int) -> bool:
        """Whether the verb behind “who …,” reports too, and is the one that counts: “who confirmed the date, said …”."""
        for place in range(at, min(end - 1, at + _FAR)):
            if self.quote_at[place] >= 0:
                return False
            if self.lower[place] == ",":
                form = self.words.forms.get(self.lower[place + 1])
                return (
                    form is not None and form.shape in ("past", "third") and bool(form.frames & {"speech", "address"})
                )
        return False

    def announces(self, first: int, last: int, end: int, cue: int, subject: Range | None) -> Clause | None:
        """A clause without content at the end of a sentence, the speech behind it: “… said in a statement. “We …””."""
        form = self.words.forms.get(self.lower[cue])
        if form is None or not form.frames & {"speech", "address"} or form.shape not in ("past", "third"):
            return None
        if last >= len(self.quote_at) or self.quote_at[last] < 0 or end - cue > 12:
            return None
        if self.lower[end - 1] != ":" and self.verbs.crosses(last):
            return None
        if any(self.quote_at[place] >= 0 or self.lower[place] == ";" for place in range(cue, end)):
            return None
        begin = self.verbs.group(first, cue)
        if form.shape == "third" and begin == cue and not self.verbs.finite(first, begin, form):
            return None
        source = self._subject(first, begin, cue, form, subject)
        if source is None:
            return None
        stop = self.prose.quote_tokens[self.quote_at[last]][1]
        return Clause((begin, cue + 1), source, [(last, stop)], 0.8, "the next sentence is in marks")

    def _as_said(self, first: int, end: int, cue: Range, source: Range) -> Clause | None:
        """“As the mayor said, the bridge is old” and “The bridge is old, as the mayor said”."""
        as_ = source[0] - 1
        if as_ == first or (as_ == first + 1 and self.lower[first] in self.words["conjunctions"]):
            if cue[1] + 1 < end and self.lower[cue[1]] == ",":
                return Clause(
                    cue, source, [(cue[1] + 1, self.endings.content(cue[1] + 1, end, None))], 0.8, "as somebody says"
                )
        elif self.lower[as_ - 1] in (",", "—", "–") and as_ - 1 > first and cue[1] >= end:
            return Clause(cue, source, [(first, as_ - 1)], 0.75, "as somebody says")
        return None

    def _subject(self, first: int, begin: int, cue: int, form: Form, subject: Range | None) -> Range | None:
        lower = self.lower
        before = lower[begin - 1] if begin > first else ""
        written = self._written(first, begin, cue)
        if written is not None:
            return written
        if form.shape == "past" and any(lower[place] in self.words["passives"] for place in range(begin, cue)):
            return None
        if form.shape == "ing" and begin == cue:
            if begin > first and self.quote_at[begin - 1] >= 0 and lower[begin - 2] == ",":
                before = ","
            if before in (",", "—") or before in self.words["gerund_leads"]:
                return subject or self.subjects.of(first, begin)
            if not form.frames & {"speech", "address"}:
                return None
            return self._with_subject(first, begin) or (
                (subject or self.subjects.of(first, begin)) if self.verbs.marked_ahead(cue + 1) else None
            )
        if (
            before in self.words["determiners"]
            and before not in self.words.pronouns
            and before not in self.words["pronouns"]
        ):
            alone = before in self.words["one_more"] and (
                begin - 1 == first
                or self.lower[begin - 2] in self.words["conjunctions"]
                or (not self.lower[begin - 2][0].isalnum())
            )
            return (begin - 1, begin) if alone else None
        if before in self.words["infinitive_marks"] or (before in self.words["prepositions"]):
            return None
        if form.shape in ("base", "third") and begin == cue and not self.verbs.finite(first, begin, form):
            return None
        if before in self.words["conjunctions"] or (before == "," and form.shape == "past"):
            aside = self.phrases.before(first, begin) if before == "," else None
            return aside or subject or self.subjects.of(first, begin)
        return self.phrases.before(first, begin)

    def _written(self, first: int, begin: int, cue: int) -> Range | None:
        """The paper or the like on which words in marks stand: “left a note that read: “…””."""
        lower, behind = self.lower, cue + 1 + (self.lower[cue + 1 : cue + 2] == [":"])
        noun = begin - 2
        if noun <= first or lower[noun] not in self.words["documents", "written_on"]:
            return None
        if lower[begin - 1] not in self.words["relatives"] or behind >= len(lower) or self.quote_at[behind] < 0:
            return None
        near = range(noun - 1, max(first - 1, noun - _FAR_ARTICLE), -1)
        article = next((at for at in near if lower[at] in self.words["determiners"]), noun)
        return (article, noun + 1) if self.quote_at[article] < 0 else None

    def _with_subject(self, first: int, begin: int) -> Range | None:
        """The subject of “with a neighbour saying …”."""
        source = self.phrases.before(first, begin)
        if source is not None and source[0] > first and self._accompanies(source[0] - 1):
            return source
        return self._behind_with(source)

    def _accompanies(self, place: int) -> bool:
        return self.lower[place] in self.words["accompaniers"] or self.lower[place] in ("—", "–")

    def _behind_with(self, source: Range | None) -> Range | None:
        if source is None:
            return None
        for place in range(source[1] - 1, source[0], -1):
            if self.lower[place] in self.words["accompaniers"]:
                return place + 1, source[1]
        return None


def holds_aside(prose: Prose, rule: Clause, words: Lexicon) -> bool:
    """Whether a clause tells behind an aside what somebody is called: “described Holle, a village both sides claim, as “…””."""
    (first, last), form = rule.contents[0], words.forms.get(prose.tokens.lower[rule.cue[1] - 1])
    if form is None or form.lemma not in words["two_objects"] or first < rule.cue[1] or prose.quote_at[last - 1] < 0:
        return False
    begin = prose.quote_tokens[prose.quote_at[last - 1]][0]
    before = prose.tokens.lower[begin - 2 : begin]
    return first < begin - 2 and before[0] == "," and before[1] in words["comparers"]
