"""Articles as rows of Arrow: the one schema that `newskit.arrow`, Parquet files and the engines share.

A row holds what `Article.to_dict` gives, with what is looked at most (the headline, the text of a quote) in plain columns.
Arrow's strings are UTF-8, which has no lone surrogates: each becomes U+FFFD, one for one, so that offsets stay true, and
``problems`` says so.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import regex

Row = dict[str, Any]

_LONE_SURROGATES = regex.compile(r"\p{Cs}")

_SPANS = pa.list_(pa.struct({"start": pa.int64(), "end": pa.int64()}))
_ORIGIN = pa.struct({"plugin": pa.string(), "confidence": pa.float64(), "reason": pa.string()})
_BLOCK = pa.struct(
    {
        "start": pa.int64(),
        "end": pa.int64(),
        "part": pa.string(),
        "kind": pa.string(),
        "text": pa.string(),
        "origin": _ORIGIN,
    }
)
_QUOTE = pa.struct(
    {
        "kind": pa.string(),
        "text": pa.string(),
        "spans": _SPANS,
        "cue": pa.struct({"text": pa.string(), "lemma": pa.string(), "negated": pa.bool_(), "spans": _SPANS}),
        "speaker": pa.struct(
            {
                "name": pa.string(),
                "role": pa.string(),
                "index": pa.int64(),
                "text": pa.string(),
                "spans": _SPANS,
                "origin": _ORIGIN,
            }
        ),
        "also": pa.list_(pa.struct({"name": pa.string(), "role": pa.string(), "index": pa.int64()})),
        "origin": _ORIGIN,
    }
)
_SPEAKER = pa.struct(
    {
        "name": pa.string(),
        "role": pa.string(),
        "affiliation": pa.string(),
        "mentions": pa.list_(pa.struct({"text": pa.string(), "spans": _SPANS})),
    }
)
_FACT = pa.struct(
    {
        "name": pa.string(),
        "value": pa.string(),
        "values": pa.list_(pa.string()),
        "raw": pa.string(),
        "span": pa.struct({"start": pa.int64(), "end": pa.int64()}),
        "origin": _ORIGIN,
    }
)
_PROBLEM = pa.struct({"plugin": pa.string(), "hook": pa.string(), "message": pa.string()})

#: The columns of every table of articles. docs/scale.md describes them.
SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "text": pa.string(),
        "headline": pa.string(),
        "body": pa.string(),
        "authors": pa.list_(pa.string()),
        "published": pa.string(),
        "language": pa.string(),
        "url": pa.string(),
        "blocks": pa.list_(_BLOCK),
        "quotes": pa.list_(_QUOTE),
        "speakers": pa.list_(_SPEAKER),
        "facts": pa.list_(_FACT),
        "annotations": pa.string(),
        "problems": pa.list_(_PROBLEM),
        "failure": pa.struct({"kind": pa.string(), "message": pa.string()}),
    }
)


def article_row(name: str | None, article: Mapping[str, Any]) -> Row:
    """Make the row of an article, given as `Article.to_dict` gives it."""
    text: str = article["text"]
    headline = article["headline"]
    return {
        "id": name,
        "text": text,
        "headline": text[headline["start"] : headline["end"]] if headline else None,
        "body": article["body"],
        "authors": article["authors"],
        "published": article["published"],
        "language": article["language"],
        "url": article["url"],
        "blocks": [{**block, "text": text[block["start"] : block["end"]]} for block in article["blocks"]],
        "quotes": [_quote(quote, text) for quote in article["quotes"]],
        "speakers": [
            {**said, "mentions": [_place(mention, text) for mention in said["mentions"]]}
            for said in article["speakers"]
        ],
        "facts": [_fact(fact) for fact in article["facts"]],
        "annotations": json.dumps(article["annotations"], ensure_ascii=False),
        "problems": article["problems"],
        "failure": None,
    }


def failure_row(name: str | None, failure: Mapping[str, str] | None) -> Row:
    """Make the row of a document without an article, given why: ``kind`` and ``message``, None where it was skipped."""
    if failure is None:
        return {"id": name, "problems": [], "failure": None}
    problem = {"plugin": "newskit", "hook": failure["kind"], "message": failure["message"]}
    return {"id": name, "problems": [problem], "failure": failure}


def as_batch(rows: list[Row]) -> pa.RecordBatch:
    """Put rows into a batch of `SCHEMA`, without lone surrogates."""
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_clean_row(row) for row in rows], schema=SCHEMA)


def _quote(quote: Mapping[str, Any], text: str) -> Row:
    return {
        **_place(quote, text),
        "kind": quote["kind"],
        "cue": quote["cue"] and {**quote["cue"], **_place(quote["cue"], text)},
        "speaker": quote["speaker"] and {**quote["speaker"], **_place(quote["speaker"], text)},
        "also": quote["also"],
        "origin": quote["origin"],
    }


def _place(found: Mapping[str, Any], text: str) -> Row:
    """Give spans as structs, with the words there, joined by one blank as `Quote.text` joins them."""
    spans = found["spans"]
    return {
        "text": " ".join([text[start:end] for start, end in spans]),
        "spans": [{"start": start, "end": end} for start, end in spans],
    }


def _fact(fact: Mapping[str, Any]) -> Row:
    """Give a text as ``value``, a list as ``values``, and a truth value as the word that JSON has for it."""
    value, span = fact["value"], fact["span"]
    return {
        **fact,
        "value": None if isinstance(value, list) else value if isinstance(value, str) else json.dumps(value),
        "values": value if isinstance(value, list) else None,
        "span": {"start": span[0], "end": span[1]} if span else None,
    }


def _clean_row(row: Row) -> Row:
    """Replace lone surrogates everywhere in a row, and say so in its problems."""
    clean: Row = _cleaned(row)
    if clean != row:
        note = {"plugin": "newskit", "hook": "arrow", "message": "lone surrogates were replaced by U+FFFD"}
        clean["problems"] = [*clean["problems"], note]
    return clean


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE_SURROGATES.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [_cleaned(item) for item in value]
    return value
