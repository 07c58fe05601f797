r"""Lines and paragraphs of a plain text: where the writer, or whoever wrapped the text, set something apart.

Every line end counts: \n, \r\n, \r, form feed, and Unicode's line and paragraph separators. Lines that were wrapped at
a fixed width (mail, wire feeds, Gutenberg-like files) are put together again into paragraphs.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

#: Lines wider than this were not wrapped by a program, in characters.
_WIDEST = 100
#: Nobody wraps narrower than this, in characters.
_NARROWEST = 40
#: The share of lines in a run that must be full for the run to count as wrapped.
_FULL_SHARE = 0.6
#: What sentences end in.
_STOPS = frozenset('.!?…。！？؟۔।:;"”»')


class Line(NamedTuple):
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    #: White space before the first character, in characters.
    indent: int
    #: Whether a blank line, or the beginning of the text, stands before it.
    apart: bool


def lines(text: str) -> list[Line]:
    r"""Find the lines of a text that are not blank.

    >>> [text_line[:2] for text_line in lines("One\r\n\r\n  two \r")]
    [(0, 3), (9, 12)]
    """
    found, at, apart = [], 0, True
    for whole in text.splitlines(keepends=True):
        bare = whole.strip()
        if bare:
            indent = len(whole) - len(whole.lstrip())
            found.append(Line(at + indent, at + indent + len(bare), indent, apart))
            apart = False
        elif not (whole == "\n" and at and text[at - 1] == "\r"):
            apart = True
        at += len(whole)
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""Find the blocks of a text: its lines, those that a program wrapped put together.

    A line goes on in the next one when no blank line or fresh indent is between them and the next line's first word
    would not have fitted behind it: the mark of wrapping by width, which lines that end for their own reasons do not show.

    >>> text = (
    ...     "The council approved the plan for a new bridge over the\n"
    ...     "river on Monday after three hours of debate that often\n"
    ...     "turned bitter, and sent it to the regional parliament.\n"
    ... )
    >>> paragraphs(text)
    [(0, 165)]
    """
    rows = lines(text)
    blocks: list[tuple[int, int]] = []
    at = 0
    while at < len(rows):
        until = _run_end(rows, at)
        blocks += _unwrapped(text, rows[at:until])
        at = until
    return blocks


def _run_end(rows: Sequence[Line], at: int) -> int:
    """Find the end of the run of narrow lines at a place; a wide line is a run of its own."""
    until = at
    while until < len(rows) and rows[until].end - rows[until].start <= _WIDEST:
        until += 1
    return max(until, at + 1)


def _unwrapped(text: str, run: Sequence[Line]) -> list[tuple[int, int]]:
    joined = _joins(text, run) if len(run) > 2 else [False] * len(run)
    blocks: list[tuple[int, int]] = []
    for row, goes_on in zip(run, joined, strict=True):
        start = blocks.pop()[0] if goes_on else row.start
        blocks.append((start, row.end))
    return blocks


def _joins(text: str, run: Sequence[Line]) -> list[bool]:
    """Say for each line of a run whether it goes on from the line before; all False where the run was not wrapped."""
    sizes = sorted(row.end - row.start + min(row.indent, 8) for row in run)
    width = sizes[(len(sizes) - 1) * 19 // 20]
    if width < _NARROWEST:
        return [False] * len(run)
    near = [False] + [not row.apart and row.indent <= before.indent + 1 for before, row in pairwise(run)]
    full = [False] + [
        before.end - before.start + min(before.indent, 8) + 1 + _first_word(text, row) > width
        for before, row in pairwise(run)
    ]
    both = [a and b for a, b in zip(near, full, strict=True)]
    wrapped = sum(near) >= 2 and sum(both) >= _FULL_SHARE * sum(near) and _runs_on(text, run, both)
    return both if wrapped else [False] * len(run)


def _runs_on(text: str, run: Sequence[Line], joins: Sequence[bool]) -> bool:
    """Whether most joins (of few, all) fall inside a sentence: no stop before, and a small or caseless letter behind."""
    total = inside = 0
    for before, row, joined in zip(run, run[1:], joins[1:], strict=False):
        if joined:
            first = text[row.start]
            total += 1
            inside += text[before.end - 1] not in _STOPS and first.isalpha() and not first.isupper()
    return inside == total or (total > 3 and inside * 2 >= total)


def _first_word(text: str, row: Line) -> int:
    """Return the length of a line's first word, in characters."""
    return len(text[row.start : row.end].split(None, 1)[0])
