"""Fields before a text: “Subject: …”, “Date: …”, as mail and the exports of news archives have them.

Two fields one below the other at the top of a text are needed; one alone may be the title of an article. The names of fields
are data, in line_fields.toml.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newskit.model.kinds import Kind

_NAMES = Path(__file__).with_name("line_fields.toml")
#: A name, a colon, a value or nothing. Matches “Reply-To: a@b.example”; must not match “He said: no, never again”.
_FIELD = re.compile(r"(?P<name>[^\W\d][\w-]{0,18}(?: [\w-]{1,10})?):(?:\s+|\Z)")


class FieldLine(NamedTuple):
    """A line that is a field."""

    kind: Kind
    #: Where the value begins in the line, in characters.
    value: int


def fields(texts: Sequence[str]) -> list[FieldLine]:
    """Read the fields at the top of a text, one a line; none where fewer than two stand there.

    >>> [field.kind.value for field in fields(["From: Ada Poe", "Subject: A bridge", "The bridge is closed."])]
    ['byline', 'headline']
    """
    found: list[FieldLine] = []
    for text in texts:
        match = _FIELD.match(text)
        kind = _kinds().get(match["name"].lower()) if match else None
        if match is None or kind is None:
            break
        found.append(FieldLine(kind, match.end()))
    return found if len(found) > 1 else []


@cache
def _kinds() -> Mapping[str, Kind]:
    lists: dict[str, list[str]] = tomllib.loads(_NAMES.read_text(encoding="utf-8"))
    return {name: Kind(kind) for kind, names in lists.items() for name in names}
