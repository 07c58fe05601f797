"""Answers of plugins: what they take and refuse."""

import pytest

from newskit import ArticleError, Attribution, Field, Kind, Label, Named, Quotation, QuoteKind, Span


def test_kinds_may_be_given_by_name() -> None:
    assert Label(Span(0, 2), "correction").kind is Kind.CORRECTION
    assert Quotation([(0, 2)], "mixed").kind is QuoteKind.MIXED


def test_an_unknown_kind_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="headlines"):
        Label(Span(0, 2), "headlines")


def test_spans_may_be_given_as_pairs() -> None:
    assert Attribution(0, [(5, 8)]).mention == (Span(5, 8),)
    assert Quotation([(4, 6), (0, 2)], "direct", cue=[(2, 3)]).spans == (Span(0, 2), Span(4, 6))


def test_a_quotation_of_nothing_is_refused() -> None:
    with pytest.raises(ArticleError, match="at least one span"):
        Quotation([], "direct")


def test_a_list_of_authors_is_kept_as_a_tuple() -> None:
    assert Field("authors", ["Ada Moss"]).value == ("Ada Moss",)
    assert Field("paywalled", value=True).value is True
    assert Field("section", "sport").value == "sport"


def test_a_confidence_above_one_is_refused() -> None:
    with pytest.raises(ArticleError, match="from 0 to 1"):
        Label(Span(0, 2), "headline", 90)


def test_those_who_said_it_too_are_named_and_no_mere_strings() -> None:
    assert Attribution(0, name="Ada Moss", also=[Named("Tom Reed")]).also == (Named("Tom Reed"),)
    with pytest.raises(ArticleError, match="also must hold Named only, got 'Tom Reed'"):
        Attribution(0, name="Ada Moss", also=["Tom Reed"])
