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


@given(problems(), st.integers(1, 7))
def test_the_length_of_a_stretch_changes_no_label(problem, stretch):
    scores, transitions = map(array, problem)
    assert best_labels(scores, transitions, stretch).tolist() == best_labels(scores, transitions).tolist()


def test_a_long_text_is_searched_as_one():
    rows = [[9, 0], *[[0, 0]] * 5_000, [0, 0]]
    assert set(best_labels(array(rows), array([[0, -1], [0, 0]])).tolist()) == {0}
    assert set(best_labels(array(rows[::-1]), array([[0, 0], [-1, 0]])).tolist()) == {0}
