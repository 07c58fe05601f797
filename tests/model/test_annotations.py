"""Annotations and their way through JSON."""

import enum
import json

import attrs
import pytest

from newskit import Annotation, Annotations, ArticleError, Span
from newskit.model.annotations import as_json, qualified_name


class Weight(enum.Enum):
    LIGHT = "light"
    HEAVY = "heavy"


@attrs.frozen
class Source:
    name: str
    at: Span | None = None


@attrs.frozen
class Claim:
    span: Span
    weight: Weight = Weight.LIGHT
    sources: tuple[Source, ...] = ()
    places: list[Span] = attrs.field(factory=list)
    numbers: dict[str, float] = attrs.field(factory=dict)
    best: Source | None = None
    note: str | None = None
    pair: tuple[int, str] = (0, "")


@attrs.frozen
class Dateline:
    span: Span


CLAIM = Claim(
    Span(3, 9),
    Weight.HEAVY,
    (Source("ledger", Span(0, 2)), Source("diary")),
    [Span(1, 2)],
    {"cost": 1.5},
    Source("ledger"),
    "checked",
    (7, "seven"),
)


def test_annotations_are_found_by_type() -> None:
    found = Annotations([Annotation("a", CLAIM), Annotation("b", Dateline(Span(0, 5)))])
    assert found[Claim] == (CLAIM,)
    assert found[Dateline] == (Dateline(Span(0, 5)),)
    assert found[Source] == ()


def test_iterating_names_the_plugin_of_each() -> None:
    assert [item.plugin for item in Annotations([Annotation("a", CLAIM)])] == ["a"]


def test_an_annotation_comes_back_whole_from_json() -> None:
    found = Annotations(
        [Annotation("b", Dateline(Span(0, 5))), Annotation("a", CLAIM), Annotation("a", Claim(Span(0, 1)))]
    )
    assert Annotations.from_dict(json.loads(json.dumps(found.to_dict()))) == found


def test_annotations_of_a_plugin_that_is_not_here_are_kept_as_they_are() -> None:
    rows = {"elsewhere.plugin:Thing": [{"plugin": "elsewhere", "value": {"span": [0, 1]}}]}
    found = Annotations.from_dict(rows)
    assert len(found) == 0
    assert found.to_dict() == rows


@pytest.mark.parametrize("name", ["os:system", "newskit.model.span:Span", "newskit:Parser", "nowhere", ":", ""])
def test_a_name_that_is_no_annotation_type_builds_nothing(name: str) -> None:
    rows = {name: [{"plugin": "x", "value": {}}]}
    assert Annotations.from_dict(rows).to_dict() == rows


def test_a_field_without_a_place_in_json_is_named() -> None:
    with pytest.raises(ArticleError, match="set"):
        as_json(attrs.evolve(CLAIM, note={1}))


def test_a_qualified_name_gives_module_and_class() -> None:
    assert qualified_name(Span) == "newskit.model.span:Span"
