"""Describes each block by what its surroundings are likely to be: the second look that page_model.py takes.

The first look gives each block a likelihood of being body. Here it is gathered over neighbours, over the same container, over
blocks that are marked up alike, and over the best unbroken run, so that a doubtful block goes with those around it.
"""

from collections.abc import Hashable, Sequence
from typing import Final

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


def surroundings(view: PageView, likely: list[float], wanted: Sequence[int]) -> list[list[float]]:
    """Give the numbers of the wanted blocks, in the order of NAMES."""
    if not wanted:
        return []
    weights = [min(size, _HEAVIEST) + _LIGHTEST for size in view.sizes]
    masses = [weight * chance for weight, chance in zip(weights, likely, strict=True)]
    everything = sum(masses) + 1e-9
    parents = [view.parents[holder] for holder in view.holders]
    grands = [view.parents[parent] for parent in parents]
    gathered = [
        _gathered(keys, wanted, weights, masses, everything)
        for keys in (parents, grands, view.far, list(zip(view.far, grands, strict=True)))
    ]
    begin, end = _best_run(weights, likely)
    forth = _faded(weights, masses)
    back = _faded(weights[::-1], masses[::-1])[::-1]
    doubt = sum(weight * min(chance, 1 - chance) for weight, chance in zip(weights, likely, strict=True)) / everything
    padded = [-0.1, -0.1, *likely, -0.1, -0.1]
    rows, before, position = [], 0.0, 0
    for place, index in enumerate(wanted):
        before += sum(masses[position:index])
        position = index
        inside = begin <= index < end
        rows.append(
            [
                likely[index], padded[index], padded[index + 1], padded[index + 3], padded[index + 4],
                *gathered[0][place], *gathered[1][place], *gathered[2][place], *gathered[3][place],
                before / everything, 1 - (before + masses[index]) / everything,
                1 if inside else 0, 0 if inside else min(_FAR, begin - index if index < begin else index - end + 1),
                forth[index], back[index], doubt,
            ]
        )  # fmt: skip
    return rows


def _gathered(
    keys: Sequence[Hashable], wanted: Sequence[int], weights: list[float], masses: list[float], everything: float
) -> list[tuple[float, float]]:
    """For each wanted block: how likely the others with its key are, and how much of the page's likely body they and it hold."""
    mass = dict.fromkeys([keys[index] for index in wanted], 0.0)
    weight = dict(mass)
    for key, heavy, likely in zip(keys, weights, masses, strict=True):
        if key in mass:
            mass[key] += likely
            weight[key] += heavy
    found = []
    for index in wanted:
        key, heavy, likely = keys[index], weights[index], masses[index]
        others = weight[key] - heavy
        found.append(((mass[key] - likely) / others if others > 1 else -0.1, mass[key] / everything))
    return found


def _best_run(weights: list[float], likely: list[float]) -> tuple[int, int]:
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
