import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from functools import partial

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
        largest_sum = np.abs(weights.tensors[name].astype(np.int64)).sum(axis=0) * TOP
        bias = np.abs(weights.tensors.get(f"{name}.bias", np.int64(0)).astype(np.int64))
        assert (largest_sum + bias).max() < 2**24


def test_what_is_multiplied_are_whole_numbers_and_powers_of_two(weights):
    network = Network(weights)
    for name, matrix in zip(PRODUCTS, (network.from_vector, network.from_word, network.to_label), strict=True):
        whole = np.ldexp(matrix, -weights.tensors[f"{name}.power"])
        assert (whole == np.rint(whole)).all()
        assert (whole[: len(weights.tensors[name])] == weights.tensors[name]).all()


def test_of_the_words_that_were_met_no_more_than_so_many_are_kept(weights, monkeypatch):
    monkeypatch.setattr("newskit.learned.network.KEPT", 2)
    few, words = Network(weights), ["bridge", "road", "mayor", "bridge", "winter"]
    assert (few.rows(words) == np.vstack([few.rows([word]) for word in words])).all()
    assert len(few.row) <= 2


@pytest.mark.parametrize("window", [1, 7, 64, 333])
def test_where_the_text_is_cut_makes_no_difference(weights, window):
    assert (scores(Network(weights, window)) == scores(Network(weights))).all()


def test_sums_of_whole_numbers_give_the_same_scores(weights):
    exact = Network(weights)
    exact.from_vector, exact.from_word, exact.to_label = (WholeMatrix(weights.tensors, name) for name in PRODUCTS)
    exact.layers = [WholeMatrix(weights.tensors, f"layer{number}") for number in range(len(exact.layers))]
    assert (scores(exact) == scores(Network(weights))).all()


class WholeMatrix:
    """A matrix that is multiplied in 64-bit integers, the numbers of each sum in another order."""

    def __init__(self, tensors, name):
        bias = [tensors[f"{name}.bias"][None]] if f"{name}.bias" in tensors else []
        self.numbers = np.vstack([tensors[name].astype(np.int64), *bias])
        self.power = tensors[f"{name}.power"]
        self.shape = self.numbers.shape
        self.turned = False

    @property
    def T(self):  # noqa: N802 (numpy's name)
        turned = copy(self)
        turned.turned = not self.turned
        return turned

    def __array_ufunc__(self, ufunc, method, left, right, out=None):
        assert ufunc is np.matmul
        state = right.T if self.turned else left
        assert (state == np.rint(state)).all()
        order = np.random.default_rng(1).permutation(len(self.numbers))
        whole = state.astype(np.int64)[:, order] @ self.numbers[order]
        result = np.ldexp(whole.astype(np.float32), self.power)
        result = result.T if self.turned else result
        if out is None:
            return result
        out[0][...] = result
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


def test_threads_that_share_a_network_do_not_disturb_each_other(weights):
    network = Network(weights, window=64)
    texts = [TEXT, TEXT.upper(), TEXT[::-1]] * 8
    alone = [scores(network, text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(partial(scores, network), texts))
    assert all((one == other).all() for one, other in zip(alone, together, strict=True))
