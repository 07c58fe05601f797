"""The article."""

import copy
import datetime as dt
import pickle
from typing import Any

import attrs
import pytest

from newskit import (
    Annotation,
    Annotations,
    Article,
    ArticleError,
    Block,
    Cue,
    Fact,
    Kind,
    Mention,
    Origin,
    Problem,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    Text,
)

TEXT = "Bridge to reopen\n\nBy Tom Reed\n\nThe bridge will open on Monday, Ada Moss said.\n\nAll rights reserved."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def block(words: str, kind: Kind, reason: str = "read by hand") -> Block:
    return Block(span(words), kind, source=TEXT, origin=Origin("hand", 0.9, reason))


@attrs.frozen
class Place:
    span: Span


def article() -> Article:
    mention = Mention([span("Ada Moss")], source=TEXT)
    speaker = Speaker("Ada Moss", mentions=(mention,))
    return Article(
        TEXT,
        (
            block("Bridge to reopen", Kind.HEADLINE),
            block("By Tom Reed", Kind.BYLINE),
            block("The bridge will open on Monday, Ada Moss said.", Kind.PARAGRAPH),
            block("All rights reserved.", Kind.COPYRIGHT),
        ),
        (
            Quote(
                [span("The bridge will open on Monday")],
                QuoteKind.INDIRECT,
                Cue([span("said")], source=TEXT),
                mention,
                (speaker,),
                source=TEXT,
                origin=Origin("hand", 0.9, "before the cue"),
                speaker_origin=Origin("hand", 0.8, "beside the cue"),
            ),
        ),
        (speaker,),
        (
            Fact("authors", ("Tom Reed",), "By Tom Reed", span("Tom Reed"), Origin("hand", 0.7, "byline")),
            Fact("published", "2026-03-01"),
            Fact("modified", "2026-03-01T10:30:00+01:00"),
            Fact("language", "en"),
            Fact("url", "https://news.example/bridge"),
        ),
        Annotations([Annotation("places", Place(span("bridge")))]),
        (Problem("html", "newskit_read", "the page ends in the middle of a tag"),),
    )


def test_the_text_may_be_indexed_by_a_span() -> None:
    assert article().text[span("Tom Reed")] == "Tom Reed"
    assert article().text[:6] == "Bridge"
    assert article().text[0] == "B"
    assert article().text == TEXT


def test_the_parts_are_found_by_name() -> None:
    it = article()
    assert it.headline
    assert it.headline.text == "Bridge to reopen"
    assert it.body.text == "The bridge will open on Monday, Ada Moss said."
    assert it.furniture.text == "By Tom Reed"
    assert it.boilerplate.text == "All rights reserved."


def test_the_headline_of_an_article_without_one_is_none() -> None:
    assert Article("").headline is None
    assert Article("").body.text == ""


def test_the_facts_are_found_by_name() -> None:
    it = article()
    assert it.authors == ("Tom Reed",)
    assert it.published == dt.date(2026, 3, 1)
    assert it.modified == dt.datetime(2026, 3, 1, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert it.language == "en"
    assert it.url == "https://news.example/bridge"
    assert it.fact("section") is None


def test_facts_that_are_not_known_are_empty_or_none() -> None:
    it = Article("x")
    assert (it.authors, it.published, it.modified, it.language, it.url) == ((), None, None, None, None)


def test_a_date_that_is_no_date_is_not_known_but_its_fact_is_kept() -> None:
    it = Article("x", facts=(Fact("published", "yesterday"), Fact("modified", "2026-02-30")))
    assert (it.published, it.modified) == (None, None)
    assert it.fact("published") == "yesterday"


def test_the_quotes_of_a_speaker_are_found() -> None:
    it = article()
    assert it.quotes_by(it.speakers[0]) == it.quotes
    assert it.quotes_by(Speaker("Nobody")) == ()


def test_a_quote_of_two_is_found_for_both() -> None:
    it = article()
    [quote], [ada] = it.quotes, it.speakers
    tom = Speaker("Tom Reed", mentions=ada.mentions)
    both = attrs.evolve(it, quotes=(attrs.evolve(quote, speakers=(ada, tom)),), speakers=(ada, tom))
    assert both.quotes_by(ada) == both.quotes_by(tom) == both.quotes
    assert [str(line) for line in both.explain(TEXT.index("Ada Moss"))][1:] == [
        "63:71 speaker Ada Moss (hand, 0.80: beside the cue)",
        "63:71 speaker Tom Reed (hand, 0.80: beside the cue)",
    ]
    assert Article.from_dict(both.to_dict()) == both


def test_explain_gives_plugin_confidence_and_reason_of_everything_at_a_place() -> None:
    lines = [str(line) for line in article().explain(TEXT.index("Ada Moss"))]
    assert lines == [
        "31:77 block paragraph (hand, 0.90: read by hand)",
        "63:71 speaker Ada Moss (hand, 0.80: beside the cue)",
    ]


def test_explain_takes_a_span_and_names_facts_and_annotations() -> None:
    it = article()
    assert [line.what for line in it.explain(span("By Tom Reed"))] == ["block", "fact"]
    assert [line.what for line in it.explain(span("bridge"))] == ["block", "quote", "Place"]


def test_explain_says_nothing_of_the_white_space_between_blocks() -> None:
    assert article().explain(TEXT.index("\n\n")) == ()


def test_an_article_comes_back_from_its_dict() -> None:
    assert Article.from_dict(article().to_dict()) == article()
    assert Article.from_dict(Article("").to_dict()) == Article("")


def test_an_article_can_be_pickled_and_copied() -> None:
    assert pickle.loads(pickle.dumps(article())) == article()  # noqa: S301 - our own bytes
    assert copy.deepcopy(article()) == article()


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article().text = Text("")  # type: ignore[misc]


@pytest.mark.parametrize(
    "change",
    [{"version": 99}, {"text": None}, {"text": []}, {"blocks": [{"start": 0}]}, {"quotes": 3}, {"annotations": 3}],
)
def test_a_dict_of_another_shape_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ArticleError):
        Article.from_dict({**article().to_dict(), **change})


def test_a_dict_without_a_key_is_refused_with_its_name() -> None:
    data = article().to_dict()
    del data["blocks"]
    with pytest.raises(ArticleError, match="blocks"):
        Article.from_dict(data)


def test_blocks_that_overlap_are_refused() -> None:
    with pytest.raises(ArticleError, match="overlaps"):
        Article(TEXT, (block("Bridge to reopen", Kind.HEADLINE), block("to reopen", Kind.DEK)))


def test_the_repr_is_one_short_line() -> None:
    assert repr(article()) == "<Article 'Bridge to reopen': 4 blocks, 1 quotes, 1 problems>"
    assert repr(Article("")) == "<Article without a headline: 0 blocks, 0 quotes>"
