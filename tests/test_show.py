"""An article laid out for a person at a terminal."""

import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.model.article import Article
from newskit.model.block import Block
from newskit.model.fact import Fact
from newskit.model.kinds import Kind, QuoteKind
from newskit.model.quote import Cue, Mention, Quote, Speaker
from newskit.model.span import Span
from newskit.show import escape, show
from newskit.testing.strategies import articles

#: The bidirectional classes of Unicode whose characters embed, override or isolate.
TURNS_THE_LINE = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")

TEXT = "Fog on the lake\n\n“Stay ashore,” said Ida Brandt, harbour master. “It will lift.”\n\nAll rights reserved."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def fog(text: str = TEXT) -> Article:
    mention = Mention([place("Ida Brandt")], source=text)
    ida = Speaker("Ida Brandt", "harbour master", mentions=(mention,))
    return Article(
        text,
        [
            Block(place("Fog on the lake"), Kind.HEADLINE, source=text),
            Block(place(TEXT.splitlines()[2]), Kind.PARAGRAPH, source=text),
            Block(place("All rights reserved."), Kind.COPYRIGHT, source=text),
        ],
        (
            Quote(
                [place("“Stay ashore,”"), place("“It will lift.”")],
                QuoteKind.DIRECT,
                Cue([place("said")], source=text),
                mention,
                (ida,),
                source=text,
            ),
        ),
        (ida,),
        (Fact("authors", ("Jon Falk", "Ada Moss")), Fact("paywalled", value=False)),
    )


def test_two_who_said_it_together_are_both_named():
    article = fog()
    (quote,) = article.quotes
    both = attrs.evolve(article, quotes=(attrs.evolve(quote, speakers=(*quote.speakers, Speaker("Tom Reed"))),))
    assert "— Ida Brandt (harbour master) and Tom Reed, by “Ida Brandt … said”\n" in show(both, width=100)
    assert "Ida Brandt (harbour master): quote 1\n               Tom Reed: quote 1\n" in show(both, width=100)


def test_every_block_stands_beside_its_kind_and_quotes_are_marked_in_it():
    assert show(fog(), width=100) == (
        "headline       Fog on the lake\n"
        "paragraph      [1 “Stay ashore,”] said Ida Brandt, harbour master. [1 “It will lift.”]\n"
        "copyright      All rights reserved.\n"
        "\n"
        "QUOTES\n"
        "1 direct       “Stay ashore,” “It will lift.”\n"
        "               — Ida Brandt (harbour master), by “Ida Brandt … said”\n"
        "\n"
        "SPEAKERS\n"
        "               Ida Brandt (harbour master): quote 1\n"
        "\n"
        "FACTS\n"
        "authors        Jon Falk, Ada Moss\n"
        "paywalled      False\n"
    )


def test_lines_are_wrapped_to_the_width():
    assert show(fog(), width=40).splitlines()[1:4] == [
        "paragraph      [1 “Stay ashore,”] said",
        "               Ida Brandt, harbour",
        "               master. [1 “It will",
    ]


def test_sections_without_content_are_left_out():
    assert show(Article("Hm.", [Block(Span(0, 3), Kind.PARAGRAPH, source="Hm.")])) == "paragraph      Hm.\n"


def test_an_empty_article_shows_nothing():
    assert show(Article("")) == ""


def test_colour_is_given_on_request_only():
    assert "\x1b" not in show(fog())
    assert show(fog(), colour=True).startswith("\x1b[1mheadline      \x1b[0m Fog on the lake\n")


def test_a_quote_whose_speaker_is_unknown_says_so():
    article = Article(
        "“Hm.”",
        [Block(Span(0, 5), Kind.PARAGRAPH, source="“Hm.”")],
        (Quote([(0, 5)], QuoteKind.DIRECT, source="“Hm.”"),),
    )
    assert "— nobody is named" in show(article)


def test_a_quote_that_ends_where_the_next_begins_is_closed_first():
    text = "“A”“B”"
    quotes = tuple(Quote([span], QuoteKind.DIRECT, source=text) for span in [(0, 3), (3, 6)])
    assert show(Article(text, [Block(Span(0, 6), Kind.PARAGRAPH, source=text)], quotes)).startswith(
        "paragraph      [1 “A”][2 “B”]\n"
    )


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("\x1b", r"\x1b"),
        ("\x00", r"\x00"),
        ("\x9b", r"\x9b"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\u200f", r"\u200f"),
        ("\ufeff", r"\ufeff"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_could_steer_the_terminal_is_escaped(character, written):
    text = f"a{character}b"
    assert escape(text) == f"a{written}b"
    assert show(Article(text, [Block(Span(0, 3), Kind.PARAGRAPH, source=text)])) == f"paragraph      a{written}b\n"


@pytest.mark.parametrize("text", ["“Grüße”, sagte sie", "漢字 مرحبا", "👩\u200d🚀", "می\u200cخواهم"])
def test_letters_of_all_languages_stay_as_they_are(text):
    assert escape(text) == text


@given(st.text(st.characters(categories=["L", "C", "Z"])))
def test_nothing_that_is_shown_can_steer_the_terminal(text):
    article = Article(text, [Block(Span(0, len(text)), Kind.PARAGRAPH, source=text)])
    for character in show(article).replace("\n", ""):
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in TURNS_THE_LINE


@given(articles())
def test_any_article_can_be_shown_and_keeps_its_words(article):
    shown = show(article)
    shown.encode("utf-8")
    for block in article.blocks:
        assert block.kind.value in shown
