"""Describes each block by what its surroundings are likely to be: the second look that page_model.py takes.

The first look gives each block a likelihood of being body. Here it is gathered over neighbours, over the same container, over
blocks that are marked up alike, and over the best unbroken run, so that a doubtful block goes with those around it.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newskit.evidence.page_tree import Column, Numbers
from newskit.evidence.page_view import PageView

NAMES: Final = (
    "likely", "likely-2", "likely-1", "likely+1", "likely+2", "parent_likely", "parent_share", "grand_likely", "grand_share",
    "alike_likely", "alike_share", "kin_likely", "kin_share", "share_before", "share_behind", "in_run", "from_run",
    "likely_before", "likely_behind", "doubt",
)  # fmt: skip

#: No block counts for more than this, in characters.
_HEAVIEST: Final = 600.0
#: Every block counts for at least this.
_LIGHTEST: Final = 5.0
#: A likelihood above this speaks for the run, one below against it.
_EVEN: Final = 0.4
#: How much of a neighbour's likelihood is still felt one block further.
_FADING: Final = 0.7
_FAR: Final = 9


def surroundings(view: PageView, likely: Sequence[float], wanted: Numbers) -> list[Column]:
    """Give the numbers of the wanted blocks, in the order of NAMES, number by number."""
    chances = np.array(likely)
    weights = np.minimum(view.sizes, _HEAVIEST) + _LIGHTEST
    masses = weights * chances
    before = np.cumsum(masses)
    everything = before[-1] + 1e-9
    parents = view.above_holders
    grands = view.tree.parents[parents]
    kin = view.far.of * len(view.tree.names) + grands
    gathered = [
        column
        for keys in (parents, grands, view.far.of, np.unique(kin, return_inverse=True)[1])
        for column in _gathered(keys, wanted, weights, masses, everything)
    ]
    heavy, heavy_chances = weights.tolist(), masses.tolist()
    begin, end = _best_run(heavy, likely)
    forth = np.array(_faded(heavy, heavy_chances))
    back = np.array(_faded(heavy[::-1], heavy_chances[::-1])[::-1])
    padded = np.concatenate([[-0.1, -0.1], chances, [-0.1, -0.1]])
    share_before = before[wanted] / everything
    in_run = (wanted >= begin) & (wanted < end)
    from_run = np.minimum(_FAR, np.where(wanted < begin, begin - wanted, wanted - end + 1))
    return [
        chances[wanted], *(padded[wanted + place] for place in (0, 1, 3, 4)), *gathered,
        share_before - masses[wanted] / everything, 1 - share_before,
        in_run, np.where(in_run, 0, from_run), forth[wanted], back[wanted],
        np.sum(weights * np.minimum(chances, 1 - chances)) / everything,
    ]  # fmt: skip


def _gathered(
    keys: Numbers, wanted: Numbers, weights: NDArray[np.float64], masses: NDArray[np.float64], everything: float
) -> tuple[Column, Column]:
    """How likely the other blocks with a block's key are, and how much of the page's likely body they and it hold."""
    key = keys[wanted]
    mass = np.bincount(keys, masses)[key]
    others = np.bincount(keys, weights)[key] - weights[wanted]
    others_likely = np.where(others > 1, (mass - masses[wanted]) / np.maximum(others, 1), -0.1)
    return others_likely, mass / everything


def _best_run(weights: Sequence[float], likely: Sequence[float]) -> tuple[int, int]:
    """Find the unbroken run of blocks that has most in favour of it less what is against it."""
    best, current, begin, best_begin, best_end = 0.0, 0.0, 0, 0, 0
    for index, (weight, chance) in enumerate(zip(weights, likely, strict=True)):
        if current <= 0:
            current, begin = 0.0, index
        current += (chance - _EVEN) * weight
        if current > best:
            best, best_begin, best_end = current, begin, index + 1
    return best_begin, best_end


def _faded(weights: list[float], masses: list[float]) -> list[float]:
    """For each block: how likely those before it are, the nearest counting most."""
    found = []
    mass, weight = 0.0, 1e-6
    for heavy, likely in zip(weights, masses, strict=True):
        found.append(mass / weight)
        mass = mass * _FADING + likely
        weight = weight * _FADING + heavy
    return found
