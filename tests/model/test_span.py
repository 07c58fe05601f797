"""Spans and origins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import ArticleError, Origin, Span
from newskit.model.span import as_spans, pieces, shorten


def test_a_span_gives_the_characters_between_its_offsets() -> None:
    assert Span(4, 9).of("The White House") == "White"


def test_the_length_of_a_span_is_its_number_of_characters() -> None:
    assert len(Span(4, 9)) == 5


def test_an_empty_span_is_still_true() -> None:
    assert Span(3, 3)


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(5, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(5, 6)]


@pytest.mark.parametrize(("inside", "expected"), [(4, True), (8, True), (9, False), (3, False)])
def test_an_offset_is_in_a_span_up_to_but_without_its_end(inside: int, expected: bool) -> None:
    assert (inside in Span(4, 9)) is expected


def test_a_span_contains_one_that_shares_its_ends_but_none_that_reaches_over() -> None:
    assert Span(4, 9) in Span(4, 9)
    assert Span(3, 9) not in Span(4, 9)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 9))
    assert Span(0, 5).overlaps(Span(4, 9))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (1.0, 2), ("0", 1), (True, 2), (3, 2)])
def test_offsets_that_are_no_place_are_refused_with_their_value(start: object, end: object) -> None:
    with pytest.raises(ArticleError, match=str(start)):
        Span(start, end)  # type: ignore[arg-type]


def test_pairs_of_offsets_become_spans_in_text_order() -> None:
    assert as_spans([(7, 9), Span(0, 2)]) == (Span(0, 2), Span(7, 9))


def test_pieces_of_an_interrupted_quote_are_joined_by_one_blank() -> None:
    assert pieces("“A,” she said, “B.”", [Span(0, 4), Span(15, 19)]) == "“A,” “B.”"


def test_a_long_text_is_cut_to_one_line() -> None:
    assert shorten("The council\n met on Tuesday to vote on the bridge", 20) == "The council met on …"


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_a_shortened_text_is_never_longer_than_asked(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


@pytest.mark.parametrize("confidence", [-0.1, 1.1, "high", None])
def test_a_confidence_is_a_number_from_0_to_1(confidence: object) -> None:
    with pytest.raises(ArticleError, match="from 0 to 1"):
        Origin("mine", confidence)  # type: ignore[arg-type]
