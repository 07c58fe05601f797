"""The learned part of the line labeller: how likely each line is to be headline, body, or neither, and in which place.

A linear chain: each fact of a line speaks for or against each role, each role for or against the next; the chance of a role
at a line is summed over all sequences (the forward-backward algorithm, linear in the lines). The weights are data, in
line_weights.json, one fact a line; tools/train_lines.py learns them.
"""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain, repeat
from math import exp
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from newskit.evidence.line_facts import Columns, names_of_facts, numbers_of

_WEIGHTS = Path(__file__).with_name("line_weights.json")


class Role(StrEnum):
    """What a line does in its text."""

    HEADLINE = "headline"
    #: What is no body and stands before it.
    FRONT = "front"
    BODY = "body"
    #: What is no body and stands inside it.
    INSIDE = "inside"
    #: What is no body and stands behind it.
    END = "end"


#: In the order in which the weights of a fact are written.
ROLES = tuple(Role)
#: Which roles may follow a role.
FOLLOWERS: Mapping[Role, tuple[Role, ...]] = {
    Role.HEADLINE: (Role.HEADLINE, Role.FRONT, Role.BODY),
    Role.FRONT: (Role.HEADLINE, Role.FRONT, Role.BODY),
    Role.BODY: (Role.HEADLINE, Role.BODY, Role.INSIDE, Role.END),
    Role.INSIDE: (Role.BODY, Role.INSIDE),
    Role.END: (Role.END,),
}
#: The roles that a text may begin in and end in.
FIRST = (Role.HEADLINE, Role.FRONT, Role.BODY)
LAST = (Role.HEADLINE, Role.FRONT, Role.BODY, Role.END)

#: For each role its chance, in the order of ``ROLES``; they sum to 1.
Chances = tuple[float, ...]
_Row = tuple[float, ...]
#: Weights are whole hundredths, so that their sums are exact in any order.
_PARTS = 100
#: A factor for a role is e to the power of minus so many hundredths at least, so that none is ruled out.
_LEAST = 6000
_POWERS = np.array([exp(-part / _PARTS) for part in range(_LEAST + 1)])
#: Between these the sums of the chain are left as they are, beyond them brought back to 1.
_SMALL, _GREAT = 1e-60, 1e60
#: Lines are weighed so many at a time: a long text needs no more memory.
_AT_ONCE = 4096


@attrs.frozen(eq=False)
class Weights:
    """What was learned."""

    #: A row for each fact, what it adds to each role, in hundredths: those of columns first.
    table: NDArray[np.int64]
    #: The row that says nothing.
    nothing: int
    #: The rows of the facts that only a few lines have: words, phrases.
    rows: Mapping[str, int]
    #: By role, then by the role behind it: the factor for the step; 0 where there is none.
    steps: tuple[_Row, ...]

    def total(self, columns: Columns, others: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """Add up what the facts of each line say: a row for each line."""
        numbers = numbers_of(columns, len(others))
        own = [
            np.add.reduce(self.table.take(numbers[:, at : at + _AT_ONCE], 0), 0)
            for at in range(0, len(others), _AT_ONCE)
        ]
        known = np.array(list(map(self.rows.get, chain.from_iterable(others), repeat(self.nothing))), np.intp)
        sums = np.zeros((len(known) + 1, len(ROLES)), np.int64)
        self.table.take(known, 0).cumsum(0, out=sums[1:])
        ends = np.cumsum([0, *map(len, others)])
        totals: NDArray[np.int64] = np.concatenate(own) + sums[ends[1:]] - sums[ends[:-1]]
        return totals


def chances(columns: Columns, others: Sequence[Sequence[str]], weights: Weights | None = None) -> list[Chances]:
    """Weigh the facts of each line of a text, and give each line the chances of its roles.

    Args:
        columns: What was seen of the lines, as evidence/line_facts.py names it.
        others: For each line the facts that only a few lines have.
        weights: Those that newskit ships, unless others are on trial.
    """
    if not others:
        return []
    weights = weights or shipped_weights()
    totals = weights.total(columns, others)
    below = np.minimum(totals.max(1, keepdims=True) - totals, _LEAST)
    own = _POWERS[below].tolist()
    return _combined(_forward(own, weights.steps), own, weights.steps)


def _forward(own: Sequence[_Row], steps: Sequence[_Row]) -> list[_Row]:
    """Give each line the chances of its roles from what stands before it and itself, up to a factor.

    The sums are written out over the steps that `FOLLOWERS` allows: they are most of the work.
    """
    (hh, hf, hb, _, _), (fh, ff, fb, _, _), (bh, _, bb, bi, be), (_, _, ib, ii, _), (_, _, _, _, ee) = steps
    h, f, b, i, e = _normal((own[0][0], own[0][1], own[0][2], 0.0, 0.0))
    rows: list[_Row] = [(h, f, b, i, e)]
    for headline, front, body, inside, end in own[1:]:
        h, f, b, i, e = (
            (h * hh + f * fh + b * bh) * headline,
            (h * hf + f * ff) * front,
            (h * hb + f * fb + b * bb + i * ib) * body,
            (b * bi + i * ii) * inside,
            (b * be + e * ee) * end,
        )
        if not _SMALL < b + i + e < _GREAT:
            whole = h + f + b + i + e
            h, f, b, i, e = h / whole, f / whole, b / whole, i / whole, e / whole
        rows.append((h, f, b, i, e))
    return rows


def _combined(ahead: Sequence[_Row], own: Sequence[_Row], steps: Sequence[_Row]) -> list[Chances]:
    """Bring in what stands behind each line, from the last line to the first."""
    (hh, hf, hb, _, _), (fh, ff, fb, _, _), (bh, _, bb, bi, be), (_, _, ib, ii, _), (_, _, _, _, ee) = steps
    h, f, b, i, e = (float(role in LAST) for role in ROLES)
    result: list[Chances] = []
    for row, (headline, front, body, inside, end) in zip(reversed(ahead), reversed(own), strict=True):
        one, two, three, four, five = row[0] * h, row[1] * f, row[2] * b, row[3] * i, row[4] * e
        whole = one + two + three + four + five
        result.append((one / whole, two / whole, three / whole, four / whole, five / whole) if whole else _normal(row))
        h, f, b, i, e = h * headline, f * front, b * body, i * inside, e * end
        h, f, b, i, e = (
            hh * h + hf * f + hb * b,
            fh * h + ff * f + fb * b,
            bh * h + bb * b + bi * i + be * e,
            ib * b + ii * i,
            ee * e,
        )
        if not _SMALL < h + f + b < _GREAT:
            whole = h + f + b + i + e
            h, f, b, i, e = h / whole, f / whole, b / whole, i / whole, e / whole
    return result[::-1]


def _normal(row: _Row) -> _Row:
    whole = sum(row)
    return tuple([value / whole for value in row])


@cache
def shipped_weights() -> Weights:
    """Read the weights beside this file."""
    return read_weights(_WEIGHTS.read_text(encoding="utf-8"))


def read_weights(written: str) -> Weights:
    """Read weights as tools/train_lines.py writes them."""
    data = json.loads(written)
    steps = tuple(
        tuple(exp(data["follows"][role][then]) if then in FOLLOWERS[role] else 0.0 for then in ROLES) for role in ROLES
    )
    facts: dict[str, Sequence[float]] = data["facts"]
    nothing = (0,) * len(ROLES)
    of_columns = [facts.pop(name, nothing) for name in names_of_facts()]
    table = np.array([*of_columns, nothing, *facts.values()], np.float64) * _PARTS
    rows = {name: row for row, name in enumerate(facts, len(of_columns) + 1)}
    return Weights(table.round().astype(np.int64), len(of_columns), rows, steps)
