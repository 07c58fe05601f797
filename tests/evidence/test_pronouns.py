"""Whom a pronoun, a description or a floating quote means, in articles of two or three paragraphs."""

from newskit.parser import Parser

ONLY = ["body", "boilerplate", "headline", "metadata"]


def speaker(text, words):
    """Give the name of whoever said a quote with some words in it."""
    quotes = Parser(disable=ONLY, strict=True).parse(text, format="text").quotes
    [quote] = [quote for quote in quotes if words in quote.text]
    return quote.speaker and quote.speaker.name


def test_a_first_name_tells_the_gender_that_most_of_its_bearers_have():
    text = "Hilda Rask keeps the lock. Edwin Rask built it. A boat came.\n\n“Nobody paid,” she said."
    assert speaker(text, "Nobody paid") == "Hilda Rask"
