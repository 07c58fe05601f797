from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newskit.learned.paths import best_labels


def total(scores, transitions, labels):
    pairs = pairwise(labels)
    return sum(row[label] for row, label in zip(scores, labels, strict=True)) + sum(transitions[a][b] for a, b in pairs)


def array(rows):
    return np.array(rows, np.int64)


@st.composite
def problems(draw):
    # With numbers as small as 1, many ways are equally good; those of the largest do not fit into 16 bits together.
    most = draw(st.sampled_from([1, 20, 200, 20_000]))
    number = st.integers(-most, most)
    scores = draw(st.lists(st.lists(number, min_size=3, max_size=3), min_size=1, max_size=6))
    transitions = draw(st.lists(st.lists(st.integers(-most, most), min_size=3, max_size=3), min_size=3, max_size=3))
    return scores, transitions


@given(problems())
def test_no_sequence_of_labels_is_better_than_the_one_found(problem):
    scores, transitions = problem
    found = best_labels(array(scores), array(transitions)).tolist()
    every = product(range(3), repeat=len(scores))
    assert total(scores, transitions, found) == max(total(scores, transitions, labels) for labels in every)


def test_a_costly_change_is_not_made_for_a_small_gain():
    assert best_labels(array([[3, 0], [0, 1], [3, 0]]), array([[0, -2], [-2, 0]])).tolist() == [0, 0, 0]


def test_a_costly_change_is_made_for_a_large_gain():
    assert best_labels(array([[3, 0], [0, 9], [3, 0]]), array([[0, -2], [-2, 0]])).tolist() == [0, 1, 0]


def test_no_tokens_have_no_labels():
    assert best_labels(np.empty((0, 2), np.int64), array([[0, 0], [0, 0]])).tolist() == []


@given(problems(), st.integers(1, 7))
def test_the_length_of_a_stretch_changes_no_label(problem, stretch):
    scores, transitions = map(array, problem)
    assert best_labels(scores, transitions, stretch).tolist() == best_labels(scores, transitions).tolist()


def test_of_ways_as_good_as_each_other_no_halves_are_put_together():
    scores, transitions = array([[1, 0], [1, 0], [1, 0], [1, 0]]), array([[-1, 0], [0, 0]])
    # Each label 0 gains 1, and each second one in a row costs it: 2 is the most, by 0 1 0 0, 0 0 1 0 or 0 1 0 1.
    assert total(scores, transitions, best_labels(scores, transitions, 2).tolist()) == 2


def test_a_long_text_is_searched_as_one():
    rows = [[9, 0], *[[0, 0]] * 5_000, [0, 0]]
    assert set(best_labels(array(rows), array([[0, -1], [0, 0]])).tolist()) == {0}
    assert set(best_labels(array(rows[::-1]), array([[0, 0], [-1, 0]])).tolist()) == {0}
