"""Fields of mail and of the exports of news archives: “Subject: …”, “LENGTH: 212 words”, “HD A bridge”.

One field alone may be the title of an article, or a part of it; only several make a line count as one. The names of fields are
data, in line_fields.toml.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newskit.model.kinds import Kind

_NAMES = Path(__file__).with_name("line_fields.toml")
#: A name, a colon, a value or nothing. Matches “Reply-To: a@b.example”; must not match “He said: no, never again”.
_FIELD = re.compile(r"(?P<name>[^\W\d][\w-]{0,18}(?: [\w-]{1,10})?):(?:\s+|\Z)")
#: A code of two or three capitals, a value or nothing. Matches “HD A bridge”, “LP”; must not match “HDMI”.
_CODE = re.compile(r"(?P<name>[A-Z]{2,3})(?:\s+|\Z)")
#: A text is an export with codes when so many different ones stand before its lines.
_LEAST_CODES = 4


class FieldLine(NamedTuple):
    """A line that is a field."""

    kind: Kind
    #: Where the value begins in the line, in characters.
    value: int


def fields(texts: Sequence[str]) -> Mapping[int, FieldLine]:
    """Find the lines that are fields, by their numbers.

    Args:
        texts: The lines of a text.

    Returns:
        Fields one below the other at the top of the text; fields in capitals anywhere, as LexisNexis has them; the lines before
        and behind the text of an export with two-letter codes, as Factiva has them. Fewer than two are none.

    >>> [field.kind.value for field in fields(["From: Ada Poe", "Subject: A bridge", "The bridge is closed."]).values()]
    ['byline', 'headline']
    """
    capitals = [number for number, text in enumerate(texts) if text[:2].isalpha() and text[:2].isupper()]
    if len(capitals) >= _LEAST_CODES and (coded := dict(_coded(texts, capitals))):
        return coded
    found: dict[int, FieldLine] = {}
    for number, text in enumerate(texts):
        field = _field(text)
        if field is None:
            break
        found[number] = field
    for number in capitals:
        field = _field(texts[number])
        if field and texts[number][: field.value].isupper():
            found[number] = field
    return found if len(found) > 1 else {}


def _field(text: str) -> FieldLine | None:
    match = _FIELD.match(text)
    kind = _kinds()["names"].get(match["name"].lower()) if match else None
    return FieldLine(kind, match.end()) if match and kind else None


def _coded(texts: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, FieldLine]]:
    """Read an export with codes: a code has its value behind it or below it; the text itself is left out."""
    codes = _kinds()["codes"]
    opened = {
        number: match for number in capitals if (match := _CODE.match(texts[number])) and match["name"].lower() in codes
    }
    kinds = {codes[match["name"].lower()] for match in opened.values()}
    names = {match["name"] for match in opened.values()}
    if len(names) < _LEAST_CODES or not {Kind.HEADLINE, Kind.PARAGRAPH} <= kinds:
        return
    kind = None
    for number in range(len(texts)):
        if number in opened:
            kind = codes[opened[number]["name"].lower()]
            yield number, FieldLine(kind, opened[number].end())
        elif kind is not None and kind is not Kind.PARAGRAPH:
            yield number, FieldLine(kind, 0)


@cache
def _kinds() -> Mapping[str, Mapping[str, Kind]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(_NAMES.read_text(encoding="utf-8"))
    return {
        table: {name: Kind(kind) for kind, names in lists.items() for name in names} for table, lists in tables.items()
    }
