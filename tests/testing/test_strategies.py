"""The strategies make what their names say, and only valid things."""

import subprocess
import sys
import unicodedata
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import newskit
from newskit import Article, Document, Span
from newskit.testing import strategies

#: For an example of any size, since making it smaller takes long; few articles have a quote of two speakers, so many are drawn.
AS_DRAWN = settings(max_examples=1000, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
#: All public classes but the errors and the parser, which is no value.
PUBLIC = [
    kind
    for name in newskit.__all__
    if isinstance(kind := getattr(newskit, name), type) and not issubclass(kind, (Exception, newskit.Parser))
]


@pytest.mark.parametrize("kind", PUBLIC)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_public_type_can_be_made_from_its_type(kind: type, data: Any) -> None:
    assert isinstance(data.draw(st.from_type(kind)), kind)


@given(strategies.articles())
def test_an_article_that_is_made_comes_back_from_its_dict(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(Article))
def test_an_article_from_its_type_keeps_every_promise_of_the_model(article: Article) -> None:
    whole = Span(0, len(article.text))
    said = [span for quote in article.quotes for span in quote.spans]
    placed = [*(block.span for block in article.blocks), *said]
    placed += [
        span for quote in article.quotes for words in (quote.cue, quote.mention) if words for span in words.spans
    ]
    placed += [remark.span for remark in article.annotations[strategies.Remark]]
    placed += [fact.span for fact in article.facts if fact.span]
    assert all(span in whole for span in placed)
    assert not any(one.overlaps(other) for one, other in combinations(said, 2))
    assert [quote.spans[0] for quote in article.quotes] == sorted(quote.spans[0] for quote in article.quotes)
    said_it = dict.fromkeys(speaker for quote in article.quotes for speaker in quote.speakers)
    assert list(dict.fromkeys(article.speakers)) == list(said_it)
    assert len({fact.name for fact in article.facts}) == len(article.facts)


def test_articles_from_their_type_have_quotes_speakers_facts_and_annotations() -> None:
    for field in ("blocks", "quotes", "speakers", "facts", "annotations", "problems"):
        find(st.from_type(Article), lambda article, name=field: len(getattr(article, name)) > 0, settings=AS_DRAWN)
    find(st.from_type(Article), lambda article: any(quote.speakers[1:] for quote in article.quotes), settings=AS_DRAWN)


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
