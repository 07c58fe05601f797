"""Quotes by another algorithm, through newskit's front door."""

import newskit_marks

import newskit

PARSER = newskit.Parser([newskit_marks], disable=["quotes"], strict=True)


def quotes(text):
    return [quote.text for quote in PARSER.parse(f"Fog on the lake\n\n{text}", format="text").quotes]


def test_what_stands_in_marks_is_a_quote():
    assert quotes("“Stay ashore,” said Ida Brandt. The „Sund“ stayed, the «Ida» too.") == [
        "“Stay ashore,”",
        "„Sund“",
        "«Ida»",
    ]


def test_a_mark_that_nobody_closes_opens_nothing():
    assert quotes("“Stay ashore, said Ida Brandt.") == []


def test_words_without_marks_are_none():
    assert quotes("Ida Brandt said that the boats should stay ashore.") == []


def test_newskit_still_says_whose_it_is():
    article = PARSER.parse("Fog on the lake\n\n“Stay ashore,” said Ida Brandt.", format="text")
    assert [quote.origin.plugin for quote in article.quotes] == ["newskit_marks"]
