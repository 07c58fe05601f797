"""Who said it, for tests of whom pronouns, descriptions and floating quotes mean."""

from newskit.parser import Parser

_ONLY = ["body", "boilerplate", "headline", "metadata"]


def speaker(text, words):
    """Give the name of whoever said the one quote of a text that has some words in it."""
    quotes = Parser(disable=_ONLY, strict=True).parse(text, format="text").quotes
    [quote] = [quote for quote in quotes if words in quote.text]
    return quote.speaker and quote.speaker.name
