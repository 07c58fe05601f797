"""The plugin that tells he from she by given names, and what is told without it."""

import newskit
from newskit.language.given_names import newskit_language

TEXT = """The lido opens again

Morag Teviot ran the pool for years. Its new owner is Alasdair Birse. It closed in March.

“Nobody had asked,” she said on Monday.
"""


def speaker(parser: newskit.Parser) -> str | None:
    (quote,) = parser.parse(TEXT, format="text").quotes
    return quote.speaker.name if quote.speaker else None


def test_a_given_name_tells_who_she_is() -> None:
    assert speaker(newskit.Parser()) == "Morag Teviot"


def test_without_the_plugin_only_the_text_tells() -> None:
    parser = newskit.Parser(disable=["given_names"])
    assert parser.parse(TEXT, format="text").problems == ()
    assert speaker(parser) == "Alasdair Birse"  # named last, and nothing in the text says “he” of him


def test_names_are_given_for_english_only_and_no_name_is_both() -> None:
    names = newskit_language("en")
    assert names is not None
    assert newskit_language("de") is None
    assert not set(names.function_words["female_names"]) & set(names.function_words["male_names"])
