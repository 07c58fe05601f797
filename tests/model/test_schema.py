"""The JSON Schema in the package and Article.to_dict, held together."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import attrs
from hypothesis import given
from jsonschema import Draft202012Validator

from newskit import parse
from newskit.model.annotations import Annotation, Annotations
from newskit.model.article import FORMAT_VERSION, Article, Problem
from newskit.model.block import Block
from newskit.model.fact import Fact
from newskit.model.kinds import Kind, Part, QuoteKind
from newskit.model.quote import Cue, Mention, Quote, Speaker
from newskit.model.span import Origin, Span
from newskit.testing.strategies import articles

SCHEMA: dict[str, Any] = json.loads(files("newskit.model").joinpath("article.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

TEXT = "Fog on the lake\n\n“Stay ashore,” said Ida Brandt, harbour master at the port of Sund.\n"


@attrs.frozen
class Place:
    span: Span
    name: str


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def full_article() -> Article:
    """Make an article in which no part is empty and no value is null."""
    origin = Origin("by hand", 0.5, "read off the text")
    mention = Mention([place("Ida Brandt")], source=TEXT)
    ida = Speaker("Ida Brandt", "harbour master", "port of Sund", (mention,))
    tom = Speaker("Tom Reed", "pilot", "port of Sund", (mention,))
    quote = Quote(
        [place("“Stay ashore,”")],
        QuoteKind.DIRECT,
        Cue([place("said")], source=TEXT),
        mention,
        (ida, tom),
        source=TEXT,
        origin=origin,
        speaker_origin=origin,
    )
    return Article(
        TEXT,
        [
            Block(place("Fog on the lake"), Kind.HEADLINE, source=TEXT, origin=origin),
            Block(place(TEXT[17:].strip()), Kind.PARAGRAPH, source=TEXT, origin=origin),
        ],
        (quote,),
        (ida, tom),
        (
            Fact("authors", ("Jon Falk",), "By Jon Falk", place("Fog"), origin),
            Fact("language", "en"),
            Fact("paywalled", value=True),
            Fact("published", "2026-03-01"),
            Fact("url", "https://sund.example/fog"),
        ),
        Annotations([Annotation("places", Place(place("Sund"), "Sund"))]),
        (Problem("places", "newskit_label", "raised KeyError"),),
    )


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Walk through all parts of a schema that describe an object."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_object_has_exactly_the_keys_of_the_schema():
    loose = [schema for schema in objects(SCHEMA) if schema.get("additionalProperties") is not False]
    assert loose == [SCHEMA["$defs"]["annotation"]["properties"]["value"]]
    for schema in objects(SCHEMA):
        assert sorted(schema["required"]) == sorted(schema["properties"])


def test_an_article_with_every_part_fits_the_schema():
    VALIDATOR.validate(full_article().to_dict())


def test_the_schema_has_a_key_for_all_that_the_full_article_holds():
    made = full_article().to_dict()
    assert made.keys() == SCHEMA["properties"].keys()
    assert all(made.values()), "a part of the full article is empty, and so not held against the schema"


def test_a_parsed_text_fits_the_schema():
    VALIDATOR.validate(parse(TEXT).to_dict())
    VALIDATOR.validate(parse("").to_dict())


def test_a_parsed_page_fits_the_schema():
    page = "<html lang=en><title>Fog</title><h1>Fog</h1><p>By Jon Falk<p>“Stay ashore,” said Ida Brandt.</html>"
    VALIDATOR.validate(parse(page, url="https://sund.example/fog").to_dict())


@given(articles())
def test_any_article_fits_the_schema(article):
    VALIDATOR.validate(article.to_dict())


def test_a_stray_key_or_a_missing_one_does_not_fit():
    made = full_article().to_dict()
    assert not VALIDATOR.is_valid(made | {"score": 1})
    assert not VALIDATOR.is_valid({key: value for key, value in made.items() if key != "quotes"})


def test_the_schema_names_the_kinds_of_the_model():
    defined = SCHEMA["$defs"]
    assert defined["block"]["properties"]["kind"]["enum"] == list(Kind)
    assert defined["block"]["properties"]["part"]["enum"] == list(Part)
    assert defined["quote"]["properties"]["kind"]["enum"] == list(QuoteKind)


def test_the_schema_is_of_the_version_that_is_written():
    assert SCHEMA["properties"]["version"] == {"description": "The version of this format.", "const": FORMAT_VERSION}
