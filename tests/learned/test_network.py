import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest

from newskit.learned.network import TOP, Network
from newskit.learned.tagger import ENGLISH, surroundings
from newskit.learned.tokens import tokenize
from newskit.learned.weights import read_weights

TEXT = (
    "“We will mend the bridge before winter,” said Marta Kovel, who runs the works department of Eastmoor. "
    "The council had promised that the road would stay open.\n\nAccording to two drivers, it did not.\n\n"
) * 9

PRODUCTS = ("from_vector", "from_word", "to_label")


@pytest.fixture(scope="module")
def weights():
    return read_weights(ENGLISH)


def scores(network, text=TEXT):
    tokens = tokenize(text)
    around, _ = surroundings(tokens, bytes(len(text)))
    return network.scores(network.rows(tokens.words), tokens.word_of, around)


def test_every_sum_stays_where_float32_counts_exactly(weights):
    names = [*PRODUCTS, *(f"layer{number}" for number in range(len(weights.header["dilations"])))]
    for name in names:
        largest_sum = np.abs(weights.tensors[name].astype(np.int64)).sum(axis=0).max() * TOP
        assert largest_sum < 2**24


@pytest.mark.parametrize("window", [1, 7, 64, 333])
def test_where_the_text_is_cut_makes_no_difference(weights, window):
    assert (scores(Network(weights, window)) == scores(Network(weights))).all()


def test_sums_of_whole_numbers_give_the_same_scores(weights):
    exact = Network(weights)
    exact.from_vector, exact.from_word, exact.to_label = (WholeMatrix(weights.tensors[name]) for name in PRODUCTS)
    exact.layers = [WholeMatrix(weights.tensors[f"layer{number}"]) for number in range(len(exact.layers))]
    assert (scores(exact) == scores(Network(weights))).all()


class WholeMatrix:
    """A matrix that is multiplied in 64-bit integers, its columns in another order."""

    def __init__(self, numbers):
        self.numbers = numbers.astype(np.int64)

    def __array_ufunc__(self, ufunc, method, left, right, out=None):
        assert ufunc is np.matmul
        order = np.random.default_rng(1).permutation(len(self.numbers))
        whole = (left.astype(np.int64)[:, order] @ self.numbers[order]).astype(np.float32)
        if out is None:
            return whole
        out[0][...] = whole
        return out[0]


PRINT_DIGEST = """
import hashlib
from newskit.learned.network import load_network
from newskit.learned.tagger import ENGLISH, surroundings
from newskit.learned.tokens import tokenize
text = {text!r}
tokens = tokenize(text)
network = load_network(ENGLISH)
scores = network.scores(network.rows(tokens.words), tokens.word_of, surroundings(tokens, bytes(len(text)))[0])
print(hashlib.sha256(scores.tobytes()).hexdigest())
"""


def test_the_number_of_threads_makes_no_difference(weights):
    digests = set()
    for threads in ("1", "2", "3"):
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads}
        command = [sys.executable, "-c", PRINT_DIGEST.format(text=TEXT)]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        digests.add(run.stdout.strip())
    assert digests == {hashlib.sha256(scores(Network(weights)).tobytes()).hexdigest()}
