"""Finds what stands in quotation marks, in any language's marks, in one pass over the marks of a text.

A mark alone does not say whether it opens or closes: “ closes in German, ” opens in Swedish, " does both, and ’ is mostly an
apostrophe. Each is judged by the characters beside it and by what is open. Nothing here raises: a mark that has no partner
is left out or ends with its paragraph, and says so.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs
import regex

#: Feet before inches: the ’ and the digits of 6’2”.
_FEET = regex.compile(r"(?r)\d['’′]\d{1,2}")
_MARK = re.compile(r"``|''|[“”„‟〝〞〟＂\"″«»‹›‘’‚‛'「」『』]")

_DOUBLE, _SINGLE, _GUILLEMET, _SMALL_GUILLEMET = "double", "single", "«»", "‹›"
_FAMILY = {
    **dict.fromkeys(["“", "”", "„", "‟", "〝", "〞", "〟", "＂", '"', "″", "``", "''"], _DOUBLE),
    **dict.fromkeys("‘’‚‛'", _SINGLE),
    **dict.fromkeys("«»", _GUILLEMET),
    **dict.fromkeys("‹›", _SMALL_GUILLEMET),
    **dict.fromkeys("「」", "「」"),
    **dict.fromkeys("『』", "『』"),
}
#: Marks that open unless the place says otherwise, and marks that close; the others do both.
_OPENS = frozenset(["“", "„", "‟", "〝", "``", "«", "‹", "‘", "‚", "‛", "「", "『"])
_CLOSES = frozenset(["”", "〞", "〟", "»", "›", "’", "」", "』"])

_INCHES = frozenset('"”″')

#: What may stand before an opening mark besides a blank and another mark.
_BEFORE_OPENING = frozenset("([{<-–—―‒/|¿¡*_=>“„«‹‘‚\"'`「『")
#: What stands behind a closing mark rather than behind an opening one.
_BEHIND_CLOSING = frozenset(",.;:!?)]}>…-–—―‒/|”’»›\"'」』*_。，、！？")
#: Ends of speech: a single mark behind one of these is no apostrophe.
_STOPS = frozenset(',.!?…;:—–”"')
#: Marks that close one quotation inside another, with a blank between them in some houses.
_NESTED = frozenset("”’")
#: Single marks that open speech, and what stands in front of it where it does not open its paragraph.
_OPENS_SPEECH, _BEFORE_SPEECH = frozenset("‘'"), frozenset(":,.!?")


@attrs.frozen
class Quoted:
    """A stretch of text in quotation marks, marks included."""

    #: Offset of the opening mark (or of the paragraph, where a quotation runs on without a new mark).
    start: int
    #: Offset behind the closing mark, or where the quotation is given up.
    end: int
    #: Whether a closing mark was found; a quotation that runs on in the next paragraph has none.
    closed: bool = True
    #: Whether this goes on with the quotation before it, which its paragraph left open.
    continues: bool = False
    #: How many other quotations stand around it.
    depth: int = 0
    #: In single marks.
    single: bool = False


def quoted(text: str, paragraphs: Iterable[tuple[int, int]], elisions: Iterable[str] = ()) -> list[Quoted]:
    """Find what stands in quotation marks, paragraph by paragraph.

    Args:
        text: The text, in characters of which all offsets count.
        paragraphs: Start and end of each paragraph, in order. A quotation ends with its paragraph unless the next one opens
            with a mark again, or closes one without opening any.
        elisions: Words, without their apostrophe and in small letters, that begin with one: “tis”, “em”.

    Returns:
        All quotations in the order in which they begin, each before those inside it.

    >>> text = "“It’s ‘fine’,” she said."
    >>> [text[found.start:found.end] for found in quoted(text, [(0, len(text))])]
    ['“It’s ‘fine’,”', '‘fine’']
    """
    scanner = _Scanner(text, frozenset(elisions))
    places = list(paragraphs)
    for number, (start, end) in enumerate(places):
        scanner.read(start, end, places[number + 1] if number + 1 < len(places) else None)
    scanner.finish()
    return scanner.found


class _Mark(NamedTuple):
    """A mark with what its place allows."""

    sign: str
    start: int
    end: int
    family: str
    can_open: bool
    can_close: bool


@attrs.define
class _Paragraph:
    """A paragraph read, not yet sure how its last quotation ends."""

    start: int
    end: int
    pairs: list[tuple[_Mark | None, _Mark]]
    unclosed: list[_Mark]
    openers: list[_Mark]
    continues: bool = False


@attrs.define
class _Scanner:
    text: str
    elisions: frozenset[str]
    found: list[Quoted] = attrs.field(factory=list)
    _last: _Paragraph | None = None
    #: Whether the paragraph behind the one that is read opens with a single mark.
    _opens_next: bool = False

    def read(self, start: int, end: int, following: tuple[int, int] | None) -> None:
        """Pair the marks of one paragraph; the paragraph before it is settled, now that what follows is known."""
        self._opens_next = following is not None and self._opens_single(*following)
        marks = [
            mark
            for match in _MARK.finditer(self.text, start, end)
            if (mark := self._mark(match.group(), match.start(), match.end(), start, end)) is not None
        ]
        if not marks:
            self.finish()
            return
        left_open = self._last.unclosed[-1] if self._last and self._last.unclosed else None
        paragraph = self._paired(marks, start, end, left_open)
        self._settle(again=paragraph.continues)
        self._last = paragraph

    def _opens_single(self, start: int, end: int) -> bool:
        """Whether a paragraph opens with a single mark that may go on with what the one before left open."""
        sign = self.text[start : start + 1]
        if sign not in _OPENS_SPEECH or end - start < 2:
            return False
        mark = self._mark(sign, start, start + 1, start, end)
        return mark is not None and mark.can_open and not self._elided(mark)

    def finish(self) -> None:
        """Settle the paragraph before: nothing goes on with it."""
        self._settle(again=False)
        self._last = None

    def _mark(self, sign: str, start: int, end: int, first: int, last: int) -> _Mark | None:
        before = self.text[start - 1] if start > first else ""
        behind = self.text[end] if end < last else ""
        if _FAMILY[sign] is _SINGLE and before.isalnum() and behind.isalnum():
            return None  # don’t
        if before.isspace() and sign in _NESTED and self.text[max(first, start - 2) : start - 1] in _NESTED:
            before = self.text[start - 2]  # “No” ’
        if sign in _INCHES and before.isdigit() and _FEET.match(self.text, max(first, start - 4), start):
            return None
        can_open = (
            (not before or before.isspace() or before in _BEFORE_OPENING)
            and bool(behind)
            and (not behind.isspace() and behind not in ",.;:!?)]}")
        )
        can_close = (
            bool(before) and not before.isspace() and (not behind or behind.isspace() or behind in _BEHIND_CLOSING)
        )
        return _Mark(sign, start, end, _FAMILY[sign], can_open, can_close)

    def _paired(self, marks: Sequence[_Mark], start: int, end: int, left_open: _Mark | None) -> _Paragraph:
        paragraph = _Paragraph(start, end, [], [], [])
        stack: list[_Mark] = []
        opened: dict[str, list[_Mark]] = {}  # those of the stack, by family
        sure = self._sure_closings(marks)
        for place, mark in enumerate(marks):
            family = mark.family
            if family is _SINGLE:
                step = self._single(mark, stack, sure, place, start)
            else:
                step = _step(mark, opened[family][-1] if opened.get(family) else None, self.text)
            if step == "open":
                stack.append(mark)
                opened.setdefault(family, []).append(mark)
                paragraph.openers.append(mark)
                if left_open and mark.start == start and family == left_open.family:
                    paragraph.continues = True
            elif step == "close" and opened.get(family):
                while True:
                    top = stack.pop()
                    opened[top.family].pop()
                    if top.family is family:
                        break
                paragraph.pairs.append((top, mark))
            elif step == "close" and left_open and family == left_open.family and not paragraph.openers:
                paragraph.continues, left_open = True, None
                paragraph.pairs.append((None, mark))
        paragraph.unclosed = [mark for mark in stack if mark.family is not _SINGLE or self._may_run_on(mark, start)]
        return paragraph

    def _sure_closings(self, marks: Sequence[_Mark]) -> list[tuple[bool, bool, bool]]:
        """For each mark: whether behind it, before the next single mark that opens, one surely closes; whether one may; whether one opens."""
        sure: list[tuple[bool, bool, bool]] = [(False, False, False)] * (len(marks) + 1)
        for place in range(len(marks) - 1, -1, -1):
            mark, (surely, maybe, opens) = marks[place], sure[place + 1]
            if mark.family is _SINGLE:
                before = self.text[mark.start - 1 : mark.start]
                if mark.can_close:
                    surely = surely or before not in "sS" or self._stops_behind(mark)
                    maybe = True
                elif mark.can_open and mark.sign != "’":
                    surely, opens = False, True
            sure[place] = surely, maybe, opens
        return sure

    def _stops_behind(self, mark: _Mark) -> bool:
        behind = self.text[mark.end : mark.end + 1]
        return not behind or behind in ',.;:!?)”"…'

    def _may_run_on(self, mark: _Mark, start: int) -> bool:
        """Whether an open single mark may be more than an apostrophe: speech that the next paragraph opens again or closes."""
        if mark.start == start and mark.sign == "‘":
            return True
        at = mark.start
        begins = at == start or (self.text[at - 1].isspace() and self.text[at - 2 : at - 1] in _BEFORE_SPEECH)
        return self._opens_next and begins and mark.sign in _OPENS_SPEECH and self.text[mark.end].isupper()

    def _single(
        self, mark: _Mark, stack: list[_Mark], sure: list[tuple[bool, bool, bool]], place: int, start: int
    ) -> str:
        """Tell an apostrophe from a mark that opens or closes."""
        inside = bool(stack) and stack[-1].family is _SINGLE
        before = self.text[mark.start - 1 : mark.start]
        if mark.can_close and not mark.can_open:
            if not inside:
                return "close" if before in _STOPS and before else ""
            possessive = before in "sS" and self.text[mark.end : mark.end + 1].isspace()
            surely, _, opens = sure[place + 1]
            runs_on = not opens and self._may_run_on(stack[-1], start)
            return "" if possessive and (surely or runs_on) else "close"
        if mark.can_open and mark.sign != "’" and not self._elided(mark):
            may_end = mark.sign != "'" or sure[place + 1][1]
            return "open" if may_end or self._may_run_on(mark, start) else ""
        return ""

    def _elided(self, mark: _Mark) -> bool:
        """Whether a word begins here that has lost its first letters: ’90s, ’tis."""
        at = mark.end
        if self.text[at : at + 1].isdigit() and self.text[at + 1 : at + 2].isdigit():
            return self.text[at + 2 : at + 3] in ("s", "", " ", ",", ".")
        end = at
        while end < at + 8 and self.text[end : end + 1].isalpha():
            end += 1
        return self.text[at:end].lower() in self.elisions

    def _settle(self, *, again: bool) -> None:
        """Emit the quotations of the paragraph before; ``again``: the next paragraph goes on with the one left open."""
        last = self._last
        if last is None:
            return
        spans: list[tuple[int, int, bool, bool, bool]] = []
        for opening, closing in last.pairs:
            begin = opening.start if opening else last.start
            goes_on = last.continues and begin == last.start
            spans.append((begin, closing.end, True, goes_on, closing.family is _SINGLE))
        openers = last.openers
        following = {mark.start: other.start for mark, other in _next_of_family(openers)}
        for mark in last.unclosed:
            runs_on = again and mark is last.unclosed[-1]
            if mark.family is _SINGLE and not runs_on:
                continue
            end = last.end if runs_on else following.get(mark.start, last.end)
            goes_on = last.continues and mark.start == last.start
            spans.append((mark.start, end, False, goes_on, mark.family is _SINGLE))
        self._emit(sorted(spans, key=lambda span: (span[0], -span[1])))

    def _emit(self, spans: Sequence[tuple[int, int, bool, bool, bool]]) -> None:
        """Add quotations in order; one that was given up ends where another would cross its end."""
        around: list[int] = []
        for start, stop, closed, goes_on, single in spans:
            while around and self.found[around[-1]].end <= start:
                around.pop()
            while around and closed and self.found[around[-1]].end < stop:
                self.found[around[-1]] = attrs.evolve(self.found[around[-1]], end=start)
                around.pop()
            end = min(stop, self.found[around[-1]].end) if around else stop
            self.found.append(Quoted(start, end, closed, goes_on, len(around), single))
            around.append(len(self.found) - 1)


def _step(mark: _Mark, top: _Mark | None, text: str) -> str:
    """Decide what a mark other than a single one does: “open”, “close”, or nothing."""
    only_opens, only_closes = mark.can_open and not mark.can_close, mark.can_close and not mark.can_open
    if top is None:
        if mark.sign in _OPENS:
            return "" if only_closes else "open"
        if mark.sign in _CLOSES:
            return "open" if only_opens else "close"
        if only_closes or text[mark.start - 1 : mark.start].isdigit():
            return "close" if only_closes else ""
        return "open"
    if mark.family in (_GUILLEMET, _SMALL_GUILLEMET):
        return "open" if mark.sign == top.sign else "close"
    if mark.sign in _OPENS:
        return "close" if only_closes else "open"
    return "open" if only_opens else "close"


def _next_of_family(openers: Sequence[_Mark]) -> Iterable[tuple[_Mark, _Mark]]:
    """Pair each opening mark with the next of its family."""
    before: dict[str, _Mark] = {}
    for mark in openers:
        if mark.family in before:
            yield before[mark.family], mark
        before[mark.family] = mark
