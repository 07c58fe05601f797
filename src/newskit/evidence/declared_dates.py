"""Reads dates as pages and bylines write them, and gives them as ISO 8601."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Final

#: Earlier than any page.
_FIRST_YEAR: Final = 1990

# Matches "2026-03-01", "2026-03-01T08:15:00.123Z", "2026-03-01 08:15 +01:00", "2026/03/01".
_ISO = re.compile(
    r"""(?x) (?<!\d) ((?:19|20)\d\d) [-/.] (\d{1,2}) [-/.] (\d{1,2})
    (?: (?:T|\s{1,3}) (\d{1,2}) : (\d\d) (?: : (\d\d) (?:[.,]\d{1,9})? )? \s{0,2} (Z|UTC|GMT|[+-]\d\d:?\d\d)? )? (?!\d)"""
)
# Matches "/2026/03/01/", "/2026-03-01-bridge", "/20260301/"; must not match "/2026/03/", "/id-20260301999".
_IN_ADDRESS = re.compile(r"[/_-](20\d\d)([-/_]?)(0[1-9]|1[0-2])\2([0-3]\d)(?!\d)")
# Matches "/2026/mar/01/", "/2026/march/01"; must not match "/2026/march/1", "/archive/march/01/".
_SPELT_IN_ADDRESS = re.compile(r"/(20\d\d)/([^\W\d_]{3,12})/(\d\d)(?:/|\Z)")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?$")
# Matches "3 March 2026", "3. März 2026", "03 Mar, 2026"; "March 3, 2026", "Mar. 3rd 2026".
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?([^\W\d_]{3,12})\.?,?\s(?:de\s)?((?:19|20)\d\d)(?!\d)"
)
MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)")
# Matches "2026 Mar 3", "2026, March 3".
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d),?\s([^\W\d_]{3,12})\.?\s(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d\d)(?![\d.])")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_CJK = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")

# What every date line holds: matches "2026", "3.3.26"; must not match "12 min".
HAS_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")
#: A line that is no longer and has a date has nothing else: “Wednesday, 23rd September 2026”.
NOTHING_ELSE: Final = 30

#: The words of dates, by what they are: “months”; those in front of the date of a change, “updated”, and of the “first” date.
DATE_WORDS: Final[Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_name("date_words.toml").read_text(encoding="utf-8")
)


def iso(raw: str, *, day_first: bool = False) -> str | None:
    """Give the date in a text as ISO 8601, with the time where the text has one; None where there is none.

    Of “3/4/2026” nobody can tell the day from the month, unless it is known that the day comes first.

    >>> iso("2026-03-01T08:15:00Z"), iso("Updated 3 March 2026"), iso("March 3rd, 2026"), iso("soon")
    ('2026-03-01T08:15:00+00:00', '2026-03-03', '2026-03-03', None)
    """
    text = raw.strip()[:200]
    return _numeric(text) or _spelt(text, day_first=day_first) or _mail(text)


def is_date_alone(line: str) -> bool:
    """Whether a line has a date and nothing else: it is short, and no sentence.

    >>> is_date_alone("Wednesday, 3rd March 2026"), is_date_alone("It opened on 3 March 2026.")
    (True, False)
    """
    if len(line) > NOTHING_ELSE or line.endswith((".", "!", "?")):
        return False
    return HAS_YEAR.search(line) is not None and iso(line) is not None


def day_in_address(address: str) -> str | None:
    """Give the day that an address holds, as a last resort.

    >>> day_in_address("https://paper.example/2026/03/01/bridge"), day_in_address("https://paper.example/2026/03/bridge")
    ('2026-03-01', None)
    >>> day_in_address("https://paper.example/2026/mar/01/bridge"), day_in_address("https://paper.example/2026/maps/01/")
    ('2026-03-01', None)
    """
    if found := _IN_ADDRESS.search(address):
        return _day(found[1], int(found[3]), int(found[4]))
    if (found := _SPELT_IN_ADDRESS.search(address)) and (month := month_of(found[2])):
        return _day(found[1], month, int(found[3]))
    return None


def _numeric(text: str) -> str | None:
    if found := _ISO.search(text):
        return _moment(found.groups())
    if found := _COMPACT.match(text):
        return _moment((*found.groups(), None))
    if text.isdecimal() and len(text) in (10, 13):  # “²” is a digit, and no number
        moment = datetime.fromtimestamp(int(text[:10]), tz=UTC)
        return moment.isoformat() if moment.year >= _FIRST_YEAR else None
    return None


def _moment(parts: Sequence[str | None]) -> str | None:
    year, month, day, hour, minute, second, zone = parts
    written = f"{year}-{int(month or 0):02}-{int(day or 0):02}"
    if hour is not None:
        offset = (
            ""
            if zone is None
            else "+00:00"
            if zone in ("Z", "UTC", "GMT")
            else zone
            if ":" in zone
            else f"{zone[:3]}:{zone[3:]}"
        )
        written += f"T{int(hour):02}:{minute}:{second or '00'}{offset}"
    return _checked(written) or _checked(written[:10])


def _checked(written: str) -> str | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return written if moment.year >= _FIRST_YEAR else None


def _spelt(text: str, *, day_first: bool) -> str | None:
    for pattern, order in ((_DAY_FIRST, (2, 1, 0)), (MONTH_FIRST, (2, 0, 1)), (_YEAR_FIRST, (0, 1, 2))):
        for match in pattern.finditer(text):
            year, name, day = (match.groups()[place] for place in order)
            if (month := month_of(name)) and (written := _day(year, month, int(day))):
                return written
    if found := _CJK.search(text):
        return _day(found[1], int(found[2]), int(found[3]))
    if found := _DOTTED.search(text):
        return _day(found[3] if len(found[3]) > 2 else f"20{found[3]}", int(found[2]), int(found[1]))
    if found := _SLASHED.search(text):
        first, second = int(found[1]), int(found[2])
        if first > 12 or second > 12 or first == second or day_first:
            return _day(found[3], *((first, second) if second > 12 else (second, first)))
    return None


@cache
def _beginnings() -> tuple[tuple[str, int], ...]:
    return tuple((start, number) for number, names in enumerate(DATE_WORDS["months"], 1) for start in names.split())


def month_of(name: str) -> int | None:
    """Give the number of a month by its name, in any of many languages, or by how it begins; None for other words.

    >>> month_of("March"), month_of("mars"), month_of("Mac")
    (3, 3, None)
    """
    small = name.lower()
    return next((number for start, number in _beginnings() if small.startswith(start)), None)


def _day(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    """Read “Sun, 01 Mar 2026 08:15:00 GMT” with its time."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.year >= _FIRST_YEAR else None
