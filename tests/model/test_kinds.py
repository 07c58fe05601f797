"""Kinds and the parts they belong to."""

import json

import pytest

from newskit import Kind, Part


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("headline", "headline"),
        ("paragraph", "body"),
        ("block_quote", "body"),
        ("dek", "furniture"),
        ("correction", "furniture"),
        ("copyright", "boilerplate"),
        ("other", "boilerplate"),
    ],
)
def test_a_kind_knows_its_part(kind: str, part: str) -> None:
    assert Kind(kind).part is Part(part)


def test_every_kind_has_a_part() -> None:
    assert {kind.part for kind in Kind} == set(Part)


def test_a_kind_is_its_name_in_json() -> None:
    assert json.dumps([Kind.READ_MORE, Part.BODY]) == '["read_more", "body"]'
