from itertools import pairwise, product

import numpy as np
import pytest
from tagger_chain import LABELS, chain, marked, taught

RANDOM = np.random.default_rng(0)
SCORES = RANDOM.normal(size=(1, 3, LABELS))
TRANSITIONS = RANDOM.normal(size=(LABELS, LABELS))


def every_sequence():
    """All sequences of labels of the three tokens, each with its share."""
    sequences = list(product(range(LABELS), repeat=3))
    totals = [
        sum(SCORES[0, place, label] for place, label in enumerate(labels))
        + sum(TRANSITIONS[way] for way in pairwise(labels))
        for labels in sequences
    ]
    weights = np.exp(totals)
    return sequences, weights / weights.sum(), np.log(weights.sum())


def test_shares_are_those_of_a_count_over_all_sequences():
    sequences, shares, log_sum = every_sequence()
    found = chain(SCORES, TRANSITIONS)
    assert found.log_sums == pytest.approx(log_sum)
    for place in range(3):
        counted = np.bincount([labels[place] for labels in sequences], shares, LABELS)
        assert found.labels[place, 0] == pytest.approx(counted)


def test_ways_are_counted_by_the_weight_of_their_second_token():
    sequences, shares, _ = every_sequence()
    counted = np.zeros((LABELS, LABELS))
    for labels, share in zip(sequences, shares, strict=True):
        counted[labels[0], labels[1]] += share
    found = chain(SCORES, TRANSITIONS).ways(np.array([[1.0], [1.0], [0.0]]))
    assert found == pytest.approx(counted)


def test_people_and_teacher_share_each_token():
    labels, trust = np.array([[1, 2, 0]]), np.array([[0.25, 0.0, 1.0]])
    wanted = marked(labels, 1 - trust) + taught(SCORES, TRANSITIONS, trust)
    assert pytest.approx(np.ones((1, 3))) == wanted.labels.sum(axis=2).T
    assert wanted.labels[1, 0].tolist() == np.eye(LABELS)[2].tolist()
    assert wanted.ways.sum() == pytest.approx(2)
