from hypothesis import given
from hypothesis import strategies as st

from newskit.learned.features import (
    PREFIXES,
    ROW,
    SHAPES,
    SHORT_SUFFIXES,
    SUFFIXES,
    canonical,
    word_row,
)


def test_the_marks_of_all_languages_are_looked_up_as_one():
    assert {canonical(mark) for mark in "“”„«»「」"} == {'"'}


def test_case_digits_and_apostrophes_make_no_difference():
    assert canonical("DON’T") == canonical("don't")
    assert canonical("1984") == canonical("2031")


def test_a_known_word_has_its_rows_and_an_unknown_one_has_none():
    known = ROW.unpack(word_row("Said", {"said": 7}, {"said": 3}))
    unknown = ROW.unpack(word_row("Zorvath", {"said": 7}, {"said": 3}))
    assert known[:2] == (7, 3)
    assert unknown[:2] == (0, 0)


def test_words_that_end_alike_share_a_row():
    first, second = (ROW.unpack(word_row(word, {}, {})) for word in ("mumbled", "tumbled"))
    assert first[3:] == second[3:]
    assert first[2] != second[2]


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_every_row_is_inside_its_table(word):
    _, _, prefix, suffix, short, shape = ROW.unpack(word_row(word, {}, {}))
    assert prefix < PREFIXES
    assert suffix < SUFFIXES
    assert short < SHORT_SUFFIXES
    assert shape < SHAPES
