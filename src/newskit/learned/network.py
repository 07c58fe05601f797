"""The network: from the words of a text to a score for each label of each token, the same on every machine.

Every matrix product is of whole numbers below 128 with whole numbers below 128, and its sums stay below 2**24, where
float32 counts exactly: in whatever order a machine adds them up, with however many threads, the sum is the same. What
is not a product is done number by number in float32 (multiply, add, round), which IEEE 754 fixes to the last bit.
So a score depends on its token and the `halo` tokens on each side of it, and on nothing else.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newskit.learned.features import ROW, word_row
from newskit.learned.weights import Weights, read_weights

#: Tokens worked on at once: the arrays stay in the processor's cache. No result depends on it.
WINDOW = 1024

#: Activations are whole numbers from -TOP to TOP.
TOP = 127

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]


class Network:
    """The weights, made ready; `scores` uses them."""

    def __init__(self, weights: Weights, window: int = WINDOW) -> None:
        tensors = weights.tensors
        self.window = window
        self.dilations: tuple[int, ...] = tuple(weights.header["dilations"])
        self.halo = sum(self.dilations)
        self.transitions: Whole = tensors["transitions"].astype(np.int64)
        self.confidence: NDArray[np.float64] = tensors["confidence"] / 1000
        self.tensors = tensors
        self.vectors = tensors["vectors"]
        self.from_vector = floats(tensors["from_vector"])
        self.from_word = floats(tensors["from_word"])
        self.layers = [floats(tensors[f"layer{number}"]) for number in range(len(self.dilations))]
        self.to_label = floats(tensors["to_label"])
        self.surroundings = tensors["surroundings"] * tensors["surroundings.scale"]
        known = [{word: row for row, word in enumerate(weights.words(name), 1)} for name in ("words", "own_words")]
        self.row = lru_cache(maxsize=1 << 16)(partial(word_row, vectors=known[0], own=known[1]))

    def rows(self, words: Sequence[str]) -> NDArray[np.uint16]:
        """For each word the rows of the tables that make it up."""
        packed = b"".join(map(self.row, words))
        return np.frombuffer(packed, "<u2").reshape(len(words), ROW.size // 2)

    def scores(
        self, rows: NDArray[np.uint16], word_of: NDArray[np.int32], around: NDArray[np.uint8]
    ) -> NDArray[np.int16]:
        """A score for each label of each token.

        `rows` is what `rows()` gave for the words of the text; `word_of` has the number of each token's word; `around`
        has for each token what stands around it (see `newskit.learned.tagger`). Before and behind the text the network
        sees line breaks.
        """
        result = np.empty((len(word_of), len(self.transitions)), np.int16)
        rows = np.vstack([rows, self.rows(["\n"])])
        for start in range(0, len(word_of), self.window):
            stop = min(start + self.window, len(word_of))
            first, last = max(start - self.halo, 0), min(stop + self.halo, len(word_of))
            margins = (self.halo - (start - first), self.halo - (last - stop))
            words = np.pad(word_of[first:last], margins, constant_values=len(rows) - 1)
            scores = self.window_scores(rows, words, np.pad(around[first:last], margins))
            result[start:stop] = scores[self.halo : self.halo + stop - start]
        return result

    def window_scores(self, rows: NDArray[np.uint16], words: NDArray[np.int32], around: NDArray[np.uint8]) -> Floats:
        """The scores of one window; those of its outer `halo` tokens mean nothing."""
        different, place = np.unique(words, return_inverse=True)
        state = self.inputs(rows[different])[place]
        state += self.surroundings[around]
        settle(state)
        shifted, total = np.empty_like(state), np.empty_like(state)
        for number, (layer, distance) in enumerate(zip(self.layers, self.dilations, strict=True)):
            shift(state, distance, shifted)
            np.matmul(shifted, layer, out=total)
            self.rescale(total, f"layer{number}")
            state += total
            settle(state)
        scores: Floats = state @ self.to_label
        self.rescale(scores, "to_label")
        np.rint(scores, out=scores)
        return scores

    def inputs(self, rows: NDArray[np.uint16]) -> Floats:
        """What each word brings into the network, before what stands around it is added."""
        total: Floats = floats(self.vectors[rows[:, 0]]) @ self.from_vector
        total *= self.tensors["from_vector.scale"]
        for column, name in enumerate(("own", "prefix", "suffix", "short_suffix", "shape"), 1):
            total += self.tensors[name][rows[:, column]] * self.tensors[f"{name}.scale"]
        settle(total)
        inputs = total @ self.from_word
        self.rescale(inputs, "from_word")
        return inputs

    def rescale(self, total: Floats, name: str) -> None:
        """From sums of products to the unit of the activations, in place."""
        total *= self.tensors[f"{name}.scale"]
        total += self.tensors[f"{name}.bias"]


def load_network(path: Path) -> Network:
    """The network of a file of weights."""
    return Network(read_weights(path))


def floats(numbers: NDArray[np.int8]) -> Floats:
    """Whole numbers as float32, which holds them exactly."""
    return numbers.astype(np.float32)


def settle(state: Floats) -> None:
    """Round to whole numbers from -TOP to TOP, in place."""
    np.rint(state, out=state)
    np.clip(state, -TOP, TOP, out=state)


def shift(state: Floats, distance: int, out: Floats) -> None:
    """Let each token see its neighbours.

    The positive part of a quarter of the channels comes from `distance` tokens before, of a quarter from as far behind,
    of the half between from the token itself.
    """
    quarter = state.shape[1] // 4
    out[:distance, :quarter] = 0
    np.clip(state[:-distance, :quarter], 0, TOP, out=out[distance:, :quarter])
    np.clip(state[:, quarter:-quarter], 0, TOP, out=out[:, quarter:-quarter])
    np.clip(state[distance:, -quarter:], 0, TOP, out=out[:-distance, -quarter:])
    out[-distance:, -quarter:] = 0
