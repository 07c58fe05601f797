"""The network: from the words of a text to a score for each label of each token, the same on every machine.

Every matrix product is of whole numbers below 128 with whole numbers below 128, times a power of two for each column,
and its sums stay below 2**24 of these, where float32 counts exactly: in whatever order a machine adds them up, with
however many threads, the sum is the same. What is not a product is done number by number in float32 (multiply, add,
round), which IEEE 754 fixes to the last bit.
So a score depends on its token and the `halo` tokens on each side of it, and on nothing else.
"""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newskit.learned.features import ROW, word_row
from newskit.learned.one_thread import one_thread
from newskit.learned.weights import Tensor, Weights, read_weights

#: Tokens worked on at once: the arrays stay in the processor's cache, and few texts have more. No result depends on it.
WINDOW = 2048

#: Of so many words at most the rows are kept.
KEPT = 1 << 16

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
        self.scratch = Scratch()
        self.vectors = tensors["vectors"]
        self.from_vector = matrix(tensors, "from_vector")
        self.from_word = matrix(tensors, "from_word")
        self.layers = [matrix(tensors, f"layer{number}") for number in range(len(self.dilations))]
        self.to_label = matrix(tensors, "to_label")
        self.surroundings = tensors["surroundings"] * tensors["surroundings.scale"]
        known = [{word: row for row, word in enumerate(weights.words(name), 1)} for name in ("words", "own_words")]
        self.row = Rows(*known)

    def rows(self, words: Sequence[str]) -> NDArray[np.uint16]:
        """For each word the rows of the tables that make it up."""
        packed = b"".join(map(self.row.__getitem__, words))
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
            with one_thread():
                scores = self.window_scores(rows, words, np.pad(around[first:last], margins))
            result[start:stop] = scores[:, self.halo : self.halo + stop - start].T
        return result

    def window_scores(self, rows: NDArray[np.uint16], words: NDArray[np.int32], around: NDArray[np.uint8]) -> Floats:
        """The scores of one window, a column for each token; those of its outer `halo` tokens mean nothing."""
        if len(rows) > len(words):
            different, place = np.unique(words, return_inverse=True)
            rows, words = rows[different], place.astype(np.int32)
        state, seen, total = self.scratch.arrays(self.from_word.shape[1], len(words))
        np.take(self.inputs(rows).T, words, axis=1, out=state, mode="clip")
        np.take(self.surroundings.T, around, axis=1, out=total, mode="clip")
        state += total
        for layer, distance in zip(self.layers, self.dilations, strict=True):
            look_around(state.ravel(), distance, seen[:-1].ravel())
            np.matmul(layer.T, seen, out=total)
            state += total
        settle(state, seen[:-1])
        scores: Floats = np.rint(np.matmul(self.to_label.T, seen))
        return scores

    def inputs(self, rows: NDArray[np.uint16]) -> Floats:
        """What each word brings into the network, before what stands around it is added."""
        total: Floats = np.matmul(self.vectors[rows[:, 0]].astype(np.float32), self.from_vector)
        for column, name in enumerate(("own", "prefix", "suffix", "short_suffix", "shape"), 1):
            total += self.tensors[name][rows[:, column]] * self.tensors[f"{name}.scale"]
        seen = np.ones((len(total), total.shape[1] + 1), np.float32)
        settle(total, seen[:, :-1])
        inputs: Floats = np.matmul(seen, self.from_word)
        return inputs


class Rows(dict[str, bytes]):
    """The rows of words that were met, as bytes: at most `KEPT`, then they are gathered anew."""

    def __init__(self, vectors: Mapping[str, int], own: Mapping[str, int]) -> None:
        super().__init__()
        self.vectors, self.own = vectors, own

    def __missing__(self, word: str) -> bytes:
        if len(self) >= KEPT:
            self.clear()
        row = self[word] = word_row(word, self.vectors, self.own)
        return row


class Scratch(threading.local):
    """Arrays that are used again for each window, each thread its own: to get new memory takes longer than to fill it."""

    def __init__(self) -> None:
        self.memory = np.empty(0, np.float32)

    def arrays(self, width: int, count: int) -> tuple[Floats, Floats, Floats]:
        """Three arrays of a column for each of `count` tokens; the second has a last row of ones, for the bias."""
        size = width * count
        if len(self.memory) < 3 * size + count:
            self.memory = np.zeros(3 * size + count, np.float32)
        first, third = (self.memory[start : start + size].reshape(width, count) for start in (0, size))
        second = self.memory[2 * size : 3 * size + count].reshape(width + 1, count)
        second[-1] = 1
        return first, second, third


def load_network(path: Path) -> Network:
    """The network of a file of weights."""
    return Network(read_weights(path))


def matrix(tensors: Mapping[str, Tensor], name: str) -> Floats:
    """Whole numbers, each column times its power of two, as float32, which holds them exactly; the bias is the last row."""
    rows = [tensors[name], tensors[f"{name}.bias"][None]] if f"{name}.bias" in tensors else [tensors[name]]
    found: Floats = np.ldexp(np.vstack(rows).astype(np.float32), tensors[f"{name}.power"])
    return found


def settle(state: Floats, out: Floats) -> None:
    """Round to whole numbers from -TOP to TOP."""
    np.rint(state, out=out)
    np.clip(out, -TOP, TOP, out=out)


def look_around(state: Floats, distance: int, out: Floats) -> None:
    """What each token sees of itself and its neighbours, in whole numbers from 0 to TOP.

    The positive part of a quarter of the channels comes from `distance` tokens before, of a quarter from as far behind,
    of the half between from the token itself. Channels lie one behind the other, so the outer `distance` tokens see what
    is another channel's: they belong to the margin.
    """
    quarter = len(state) // 4
    np.clip(state[: quarter - distance], 0, TOP, out=out[distance:quarter])
    np.clip(state[quarter:-quarter], 0, TOP, out=out[quarter:-quarter])
    np.clip(state[distance - quarter :], 0, TOP, out=out[-quarter:-distance])
    np.rint(out, out=out)
