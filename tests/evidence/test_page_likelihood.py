"""How likely blocks are to be body, and where the bar of a page lies."""

from hypothesis import given
from hypothesis import strategies as st

from newskit.evidence.page_likelihood import bar

SHARES = st.floats(0, 1, allow_nan=False)


def test_a_page_of_nothing_but_doubt_takes_what_is_likeliest():
    assert bar([200, 200, 200], [0.35, 0.35, 0.3]) < 0.35


def test_a_doubtful_block_beside_certain_ones_is_left_out():
    assert bar([500, 500, 500], [0.99, 0.99, 0.4]) > 0.4


def test_a_doubtful_block_is_taken_where_all_are_doubtful():
    assert bar([500, 500, 500], [0.5, 0.5, 0.4]) <= 0.4


def test_a_page_without_blocks_has_a_bar():
    assert bar([], []) > 0


@given(st.lists(st.tuples(st.integers(0, 10_000), SHARES)))
def test_what_is_likelier_than_not_by_far_is_body_and_what_is_unlikely_is_not(blocks):
    least = bar([size for size, _ in blocks], [chance for _, chance in blocks])
    assert 0.25 <= least <= 0.6
