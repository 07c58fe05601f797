"""The strategies make what their names say, and only valid things."""

import subprocess
import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

import newskit
from newskit import Article, Document, Span
from newskit.testing import strategies

PUBLIC = [
    newskit.Span, newskit.Origin, newskit.Article, newskit.Document, newskit.Block, newskit.Speaker, newskit.Mention, newskit.Cue,
    newskit.Quote, newskit.Fact, newskit.Label, newskit.Field, newskit.Quotation, newskit.Attribution, newskit.Markup,
]  # fmt: skip


@pytest.mark.parametrize("kind", PUBLIC)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_public_type_can_be_made_from_its_type(kind: type, data: Any) -> None:
    assert isinstance(data.draw(st.from_type(kind)), kind)


@given(strategies.articles())
def test_an_article_that_is_made_comes_back_from_its_dict(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article


@given(strategies.documents())
def test_a_document_s_blocks_leave_nothing_but_white_space_out(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert not document.text[at : block.span.start].strip()
        at = block.span.end
    assert not document.text[at:].strip()


@given(st.data())
def test_spans_lie_inside_their_text(data: Any) -> None:
    text = data.draw(strategies.texts())
    assert data.draw(strategies.spans(text)) in Span(0, len(text))


@pytest.mark.parametrize("character", ["\ud800", "\x00", "\u202e", "\r", "\u2028", "“"])
def test_hostile_texts_hold_what_parsers_stumble_over(character: str) -> None:
    assert character in find(strategies.hostile_texts(), lambda text: character in text)


@given(strategies.texts())
def test_plain_texts_hold_no_surrogate_and_no_control_but_the_line_feed(text: str) -> None:
    assert all(character == "\n" or unicodedata.category(character)[0] != "C" for character in text)


@given(strategies.texts(max_size=5))
def test_texts_keep_to_a_size(text: str) -> None:
    assert len(text) <= 5


def test_importing_newskit_does_not_import_hypothesis() -> None:
    code = "import sys, newskit; newskit.parse('Rain.'); sys.exit('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
