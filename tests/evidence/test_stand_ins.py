"""Whom “who” means."""

import pytest

from newskit.parser import Parser


@pytest.mark.parametrize(
    ("told", "name", "role"),
    [
        ("House conservatives", "House conservatives", None),
        ("angry neighbours", "angry neighbours", None),
        ("a retired baker", None, "retired baker"),
        ("Ann Rask", "Ann Rask", None),
    ],
)
def test_who_is_whoever_stands_right_in_front_of_it(told, name, role):
    text = f"The vote pleased {told}, who said that it was late."
    quotes = (
        Parser(disable=["body", "boilerplate", "headline", "metadata"], strict=True).parse(text, format="text").quotes
    )
    [quote] = [quote for quote in quotes if "was late" in quote.text]
    assert (quote.speaker.name, quote.speaker.role) == (name, role)
