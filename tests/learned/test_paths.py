from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newskit.learned import paths
from newskit.learned.paths import best_labels


def total(scores, transitions, labels):
    pairs = pairwise(labels)
    return sum(row[label] for row, label in zip(scores, labels, strict=True)) + sum(transitions[a][b] for a, b in pairs)


def array(rows):
    return np.array(rows, np.int64)


@st.composite
def problems(draw):
    number = st.integers(-20, 20) | st.integers(-200, 200)
    scores = draw(st.lists(st.lists(number, min_size=3, max_size=3), min_size=1, max_size=6))
    transitions = draw(st.lists(st.lists(st.integers(-20, 20), min_size=3, max_size=3), min_size=3, max_size=3))
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


def test_an_endless_stretch_without_a_clear_label_is_cut_and_still_searched():
    count = paths.LONGEST * 3
    scores = array([[1, 0], [0, 1]] * (count // 2))
    assert best_labels(scores, array([[0, -5], [-5, 0]])).shape == (count,)
    assert len(paths.stretches(np.ones(count, bool))[0]) == 3
