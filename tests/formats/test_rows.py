"""The one schema of rows: all that an article says has a column."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from newskit import parse
from newskit.formats.rows import SCHEMA

NEWS = (
    "Storm shuts Aldham pier\n\nBy Tom Reed\n\n"
    "“Nobody was hurt,” harbour master Ada Moss said. She did not say why the gate was open.\n"
)

#: What columns hold in another form: spans and values are structs of their own, annotations are JSON.
ELSEWHERE = {"version", "headline", "annotations", "spans", "span", "value"}


def missing(value: Any, type: pa.DataType, place: str = "") -> list[str]:
    """List the keys of a dict, and of the dicts in it, for which an Arrow type has no field."""
    if isinstance(value, list):
        return [name for item in value for name in missing(item, type.value_type, place)]
    if not isinstance(value, Mapping):
        return []
    names = {type.field(number).name: type.field(number).type for number in range(type.num_fields)}
    lacking = [f"{place}.{key}" for key in value if key not in names and key not in ELSEWHERE]
    return lacking + [
        name
        for key, item in value.items()
        if key in names and key not in ELSEWHERE
        for name in missing(item, names[key], f"{place}.{key}")
    ]


def test_everything_that_an_article_says_has_a_column_or_a_field() -> None:
    article = parse(NEWS).to_dict()
    assert article["quotes"][0]["speaker"]
    assert article["quotes"][0]["cue"]
    assert missing(article, pa.struct(SCHEMA)) == []
    assert missing({"quotes": [{"cue": {"tense": "past"}}]}, pa.struct(SCHEMA)) == [".quotes.cue.tense"]
