"""Forests: what all trees give at once is what walking down each of them gives."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.evidence.page_model import Forest

NUMBERS = st.integers(-1, 5)
LEAVES = st.integers(-3000, 3000).map(lambda parts: parts / 10_000)
#: At most four questions deep, which makes 16 leaves.
TREES = LEAVES
for _ in range(4):
    TREES = LEAVES | st.tuples(st.integers(0, 2), NUMBERS.map(lambda number: number + 0.5), TREES, TREES).map(list)


def walked(tree, row):
    while isinstance(tree, list):
        feature, threshold, at_most, above = tree
        tree = at_most if row[feature] <= threshold else above
    return tree


def likelihoods(trees, rows):
    return Forest(trees).likelihoods(np.array(rows, np.float32))


def test_a_number_at_the_threshold_goes_the_way_of_smaller_ones():
    [small, at, large] = likelihoods([[0, 2.0, -1.0, 1.0]], [[1], [2], [3]])
    assert small == at < 0.5 < large


def test_a_forest_without_questions_gives_every_row_the_same():
    assert likelihoods([0.5, -0.5], [[1], [2]]) == [0.5, 0.5]


def test_no_rows_get_no_likelihoods():
    assert likelihoods([[0, 2.0, -1.0, 1.0]], np.empty((0, 1))) == []


@given(st.lists(TREES, min_size=1, max_size=5), st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=9))
def test_what_a_forest_gives_is_the_sum_of_what_its_trees_give(trees, rows):
    sums = [sum(walked(tree, row) for tree in trees) for row in rows]
    assert likelihoods(trees, rows) == pytest.approx([1 / (1 + exp(-total)) for total in sums])


def test_a_row_gets_the_same_likelihood_among_thousands_as_alone():
    tree = [0, 2.0, [1, 0.5, -0.3, 0.2], 0.1]
    rows = [[number % 5, number % 2] for number in range(2000)]
    assert likelihoods([tree], rows) == [likelihoods([tree], [row])[0] for row in rows]
