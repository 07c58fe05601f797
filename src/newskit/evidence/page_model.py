"""Weighs a block's numbers: decision trees, learned by tools/train_pages.py and kept as data in page_weights.json.

A tree is ``[feature, threshold, if at most, if above]``, its branches trees again or a number; the numbers that the trees of a
forest give are summed up and squeezed into a likelihood. They are added as whole numbers, so that the same block gets the same
likelihood everywhere.

All questions of all trees are asked of all blocks at once. A question that is answered “above” rules out the leaves of its other
branch; the leaf that a tree ends in is the first that no question ruled out (Lucchese et al., “QuickScorer”, SIGIR 2015).
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_WEIGHTS: Final = Path(__file__).with_name("page_weights.json")

#: After so many trees a block whose sum lies this far from nought is decided: of the blocks learned from none was turned.
_EARLY: Final = 24
_DECIDED: Final = 1.6
#: The sum that a decided block is given.
_SURE: Final = 4.0

#: The numbers of leaves are kept to so many parts of one.
_PARTS: Final = 10_000
#: A tree has no more leaves: one for each bit of a mask.
_LEAVES: Final = 16
#: So many rows are weighed at a time, so that memory does not grow with the page.
_AT_ONCE: Final = 256

Rows = NDArray[np.float32]


class Forest:
    """Trees, each ``[feature, threshold, if at most, if above]`` or a number, of no more than 16 leaves."""

    def __init__(self, trees: Sequence[Any]) -> None:
        self._first = _Trees(trees[:_EARLY])
        self._rest = _Trees(trees[_EARLY:])

    def likelihoods(self, rows: Rows) -> list[float]:
        """Give each row its likelihood, from 0 to 1."""
        found: list[float] = []
        for start in range(0, len(rows), _AT_ONCE):
            found += [1 / (1 + exp(-total / _PARTS)) for total in self._totals(rows[start : start + _AT_ONCE]).tolist()]
        return found

    def _totals(self, rows: Rows) -> NDArray[np.int64]:
        columns = np.ascontiguousarray(rows.T)
        totals = self._first.totals(columns)
        open_ = np.flatnonzero(np.abs(totals) <= _DECIDED * _PARTS)
        weighed = totals[open_] + self._rest.totals(columns[:, open_])
        totals = np.sign(totals) * int(_SURE * _PARTS)
        totals[open_] = weighed
        return totals


class _Trees:
    """Trees as arrays: the questions of all trees, first that stands first in each, and the numbers of their leaves."""

    def __init__(self, trees: Sequence[Any]) -> None:
        self._count = len(trees)
        questions = _LEAVES - 1
        self._features = np.zeros((questions, self._count), np.intp)
        self._thresholds = np.zeros((questions, self._count), np.float32)
        self._masks = np.zeros((questions, self._count), np.uint16)
        self._leaves = np.zeros(self._count * _LEAVES, np.int64)
        self._first_leaf = np.arange(0, self._count * _LEAVES, _LEAVES)[:, None]
        for number, tree in enumerate(trees):
            leaves = list(_leaves(tree))
            self._leaves[number * _LEAVES :][: len(leaves)] = [round(leaf * _PARTS) for leaf in leaves]
            for place, (feature, threshold, ruled_out) in enumerate(_questions(tree, 0)):
                self._features[place, number] = feature
                self._thresholds[place, number] = threshold
                self._masks[place, number] = ruled_out

    def totals(self, columns: Rows) -> NDArray[np.int64]:
        """Sum up for each column of numbers what the trees give."""
        above = columns[self._features] > self._thresholds[..., None]
        ruled_out = np.bitwise_or.reduce(above * self._masks[..., None], axis=0)
        found: NDArray[np.int64] = self._leaves[self._first_leaf + _first_open()[ruled_out]].sum(axis=0)
        return found


def _leaves(tree: Any) -> Iterator[float]:
    """The numbers of a tree's leaves, from left to right."""
    if isinstance(tree, list):
        yield from _leaves(tree[2])
        yield from _leaves(tree[3])
    else:
        yield tree


def _questions(tree: Any, first_leaf: int) -> Iterator[tuple[int, float, int]]:
    """The questions of a tree whose leaves begin at this number: feature, threshold, and the leaves that “above” rules out."""
    if isinstance(tree, list):
        feature, threshold, at_most, above = tree
        leaves = sum(1 for _ in _leaves(at_most))
        yield feature, threshold, (1 << leaves) - 1 << first_leaf
        yield from _questions(at_most, first_leaf)
        yield from _questions(above, first_leaf + leaves)


@cache
def _first_open() -> NDArray[np.uint8]:
    """For every mask the number of the first leaf that is not ruled out."""
    first = np.zeros(1 << _LEAVES, np.uint8)
    for leaf in range(1, _LEAVES):
        first[(1 << leaf) - 1 :: 1 << leaf] = leaf  # a mask that ends in so many ones
    return first


@cache
def forests(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[Forest, Forest]:
    """Read the forests for the first look and the second, whose features must have these names in this order."""
    data = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    for given, learned in ((first, data["first"]["features"]), (second, data["second"]["features"])):
        if list(given) != learned:
            raise ValueError("page_weights.json was learned for other features: run tools/train_pages.py")
    return Forest(data["first"]["trees"]), Forest(data["second"]["trees"])
