"""Finds the dates that a page shows: in short lines around the headline, apart from those that tell of a change."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newskit.evidence.declared_dates import DATE_WORDS, HAS_YEAR, NOTHING_ELSE, is_date_alone, iso
from newskit.model.block import Block
from newskit.model.kinds import Kind, Part
from newskit.model.span import Span

#: A date line is no longer, in characters; one of the kind of running text no longer than half of it.
_LONGEST: Final = 120
#: So many blocks before and behind the headline it may stand.
_BEFORE: Final = 6
_BEHIND: Final = 12
#: A line that is only a date is marked by its place where it stands no further behind the headline.
_RIGHT_BEHIND: Final = 2

# Matches "Last updated:", "Aktualisiert am"; must not match "dated".
_UPDATED = re.compile(rf"(?i)(?<![^\W\d_])(?:{'|'.join(map(re.escape, DATE_WORDS['updated']))})")
# Matches "First published:", "Zuerst erschienen am"; must not match "Published".
_FIRST = re.compile(rf"(?i)(?<![^\W\d_])(?:{'|'.join(map(re.escape, DATE_WORDS['first']))})")
#: A line that says when the article was first published is no longer, says so no later in it, and the date stands no further behind.
_LONGEST_FIRST: Final = 160
_LEAD: Final = 40
_NEXT: Final = 40

#: Languages whose readers do not all write the day before the month where both are numbers.
_NOT_DAY_FIRST: Final = frozenset(["en", "zh", "ja", "ko", "hu", "lt", "mn", "fil", "tl", "und"])

_MARKED: Final = frozenset([Kind.TIMESTAMP, Kind.BYLINE])
_NO_DATE_LINE: Final = frozenset([Kind.HEADLINE, Kind.COMMENTS, Kind.CAPTION, Kind.COPYRIGHT])


class DateLine(NamedTuple):
    """A date that a page shows, and where."""

    #: “marked” as a date by its element or its place, “beside” the headline, “elsewhere”, or “updated” or “first” where the line
    #: says so.
    sign: str
    date: str
    raw: str
    span: Span


def date_lines(blocks: Sequence[Block], language: str | None) -> Iterator[DateLine]:
    """Give the first date line of each sort that stands near the headline, of a page in this language."""
    headline = next((place for place, block in enumerate(blocks) if block.kind is Kind.HEADLINE), 0)
    seen: set[str] = set()
    begin = max(0, headline - _BEFORE)
    for place, block in enumerate(blocks[begin : headline + _BEHIND], begin):
        longest = _LONGEST // 2 if block.kind.part is Part.BODY else _LONGEST
        alone = block.kind is Kind.CAPTION and len(block.span) <= NOTHING_ELSE
        if (block.kind in _NO_DATE_LINE and not alone) or not (
            len(block.span) < longest or block.kind.part is Part.FURNITURE
        ):
            continue
        line = block.text[:_LONGEST]
        for sign, date in _said(line, language):
            marked = block.kind in _MARKED or (0 < place - headline <= _RIGHT_BEHIND and is_date_alone(line))
            found = sign or ("marked" if marked else "beside")
            if found not in seen:
                seen.add(found)
                yield DateLine(found, date, line, block.span)


def first_published(blocks: Sequence[Block], language: str | None) -> DateLine | None:
    """Give the date behind words such as “first published”, wherever on a page in this language they open a short line.

    Of a work that an article is about they stand in the midst of a sentence.
    """
    for block in blocks:
        if len(block.span) > _LONGEST_FIRST or block.kind in _NO_DATE_LINE:
            continue
        line = block.text
        if HAS_YEAR.search(line) and (found := _FIRST.search(line)) and found.start() <= _LEAD:
            behind = line[found.end() : found.end() + _NEXT].partition("\n")[0]
            if date := iso(behind, day_first=_day_first(language)):
                return DateLine("first", date, line, block.span)
    return None


def date_line_elsewhere(blocks: Sequence[Block], language: str | None) -> DateLine | None:
    """Give the first date line of a page in this language, else the first that tells of a change.

    It is for pages that say a date nowhere else.
    """
    changed = None
    for block in blocks:
        if len(block.span) < _LONGEST // 2 and block.kind.part is not Part.BODY and block.kind not in _NO_DATE_LINE:
            for sign, date in _said(block.text, language):
                if not sign:
                    return DateLine("elsewhere", date, block.text, block.span)
                changed = changed or DateLine(sign, date, block.text, block.span)
    return changed


def _said(line: str, language: str | None) -> Iterator[tuple[str, str]]:
    """What one line says: the date before the word for a change, and the one behind it."""
    if not HAS_YEAR.search(line):
        return
    day_first = _day_first(language)
    change = _UPDATED.search(line)
    if date := iso(line[: change.start()] if change else line, day_first=day_first):
        yield "", date
    if change and (date := iso(line[change.end() :], day_first=day_first)):
        yield "updated", date


def _day_first(language: str | None) -> bool:
    return language is not None and language not in _NOT_DAY_FIRST
