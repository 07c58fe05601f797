"""Finds the clauses that report: a cue, who it belongs to, and what it reports, sentence by sentence.

This is the finder that rules make. Another one (a learned tagger) may stand in its place: whatever finds clauses, binding.py
makes quotes of them.
"""

from newskit.evidence.before import Before
from newskit.evidence.behind import Behind
from newskit.evidence.endings import Endings
from newskit.evidence.nominal import Nominal
from newskit.evidence.openings import Openings
from newskit.evidence.phrases import Phrases
from newskit.evidence.quoted_as import quoted
from newskit.evidence.speech import Clause
from newskit.evidence.verbs import Verbs
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: A place in front of a colon has no more tokens than this.
_LONGEST_PLACE = 2
#: What stands in front of an agency in brackets has fewer tokens than this.
_LONGEST_DATELINE = 8
_DASHES = ("—", "–", "―")


def clauses(prose: Prose, words: Lexicon) -> list[Clause]:
    """Find the clauses of a text, in the order of their cues.

    A language without verbs that report has none.
    """
    if not words.forms and not words.phrases:
        return []
    finder = _Finder(prose, words)
    cues, quote_at = words.cue_openings, prose.quote_at
    candidates = [number for number in prose.tokens.places_of(cues) if quote_at[number] < 0]
    found: list[Clause] = []
    at = 0
    for first, last in prose.sentences:
        begin = at
        while at < len(candidates) and candidates[at] < last:
            at += 1
        if at > begin:
            found += finder.sentence(first, last, candidates[begin:at])
    return found


class _Found:
    """The clauses of a sentence so far, and what they hold."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self._held: set[int] = set()

    def add(self, clause: Clause | None) -> None:
        if clause is not None:
            self.clauses.append(clause)
            for begin, behind in (*clause.contents, (clause.start, clause.end)):
                self._held.update(range(begin, behind))

    def holds(self, token: int) -> bool:
        """Whether a token belongs to a clause already."""
        return token in self._held


class _Finder:
    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at
        phrases, verbs, endings = Phrases(prose, words), Verbs(prose, words), Endings(prose, words)
        self.phrases, self.endings = phrases, endings
        self.behind = Behind(prose, words, phrases, verbs, endings)
        self.before = Before(prose, words, phrases, verbs, Openings(prose, words), endings)
        self.nominal = Nominal(prose, words, phrases, endings)
        self._phrase_openings = {phrase[0] for phrase in words.phrases}

    def sentence(self, first: int, last: int, candidates: list[int]) -> list[Clause]:
        """Find the clauses of one sentence: those behind or inside what they report first, then from left to right."""
        end = last
        while end > first and self.lower[end - 1] in (".", "!", "?", "…") and self.quote_at[end - 1] < 0:
            end -= 1
        first = self._behind_dateline(first, end)
        found = _Found()
        quoters = [cue for cue in candidates if self.lower[cue] in self.words["quoters"]]
        for cue in (cue for cue in quoters if not found.holds(cue)):
            found.add(quoted(self.prose, (first, end), cue, self.phrases, self.endings, self.words))
        for cue in candidates:
            if not found.holds(cue):
                found.add(self.behind.find(first, end, cue))
        found.add(self.behind.question(first, end, candidates))
        subject: Range | None = None
        behind = {clause.cue[1] - 1: clause.source for clause in found.clauses}
        for cue in candidates:
            if found.holds(cue):
                subject = behind.get(cue) or subject
                continue
            clause = self._in_front(first, last, end, cue, subject)
            found.add(clause)
            subject = (clause.source if clause else None) or subject
        return found.clauses

    def _in_front(self, first: int, last: int, end: int, cue: int, subject: Range | None) -> Clause | None:
        """A clause that is not behind what it reports; ``subject`` is the speaker of the clause before it."""
        phrase = self.nominal.phrase(first, end, cue) if self.lower[cue] in self._phrase_openings else None
        if phrase is not None or self.lower[cue] not in self.words.forms:
            return phrase or self.nominal.noun(first, end, cue)
        return self.before.find(first, end, cue, subject) or self.before.announces(first, last, end, cue, subject)

    def _behind_dateline(self, first: int, end: int) -> int:
        """Leave “SPRINGFIELD, Ill. (AP) —”, “SPRINGFIELD:”, “New Delhi:” and “New Delhi (PTI) –” out of the sentence it opens."""
        opens = self.tokens[first]
        if opens.istitle() and len(opens) > 1:
            return self._behind_place(first, end) or self._behind_agency(first, end) or first
        if not opens.isupper() or len(opens) < 3:
            return first
        for place in range(first + 1, min(end - 1, first + 14)):
            if self.tokens[place] in _DASHES or (self.tokens[place] == "-" and self.tokens[place + 1] != "-"):
                return place + 1
            if self.tokens[place] == ":" and all(word.isupper() for word in self.tokens[first:place]):
                return place + 1
            if self.quote_at[place] >= 0:
                break
        return first

    def _behind_place(self, first: int, end: int) -> int | None:
        """Behind the colon of “New Delhi:”."""
        for place in range(first + 1, min(end - 1, first + _LONGEST_PLACE + 1)):
            if self.tokens[place] == ":" and self.tokens[place + 1][0].isupper() and self.quote_at[place + 1] < 0:
                return place + 1
            if not self.tokens[place].istitle():
                break
        return None

    def _behind_agency(self, first: int, end: int) -> int | None:
        """Behind the dash of “New Delhi (PTI) –”, which opens a paragraph."""
        last = min(end - 4, first + _LONGEST_DATELINE) if first in self.prose.paragraph_begins else first
        for place in range(first + 1, last):
            if self.tokens[place] == "(":
                closed = self.tokens[place + 2] == ")" and self.tokens[place + 3] in (*_DASHES, "-")
                return place + 4 if closed else None
        return None
