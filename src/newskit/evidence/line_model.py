"""The learned part of the line labeller: how likely each line is to be headline, body, or neither, and in which place.

A linear chain: each fact of a line speaks for or against each role, each role for or against the next; the chance of a role
at a line is summed over all sequences (the forward-backward algorithm, linear in the lines). The weights are data, in
line_weights.json, one fact a line; tools/train_lines.py learns them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain
from math import exp
from pathlib import Path

import attrs

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
_NOTHING: _Row = (0.0,) * len(ROLES)
#: A factor for a role is e to the power of this at least, so that none is ruled out.
_LEAST = -60.0
#: Between these the sums of the chain are left as they are, beyond them brought back to 1.
_SMALL, _GREAT = 1e-60, 1e60
#: How many sums are remembered before they are made anew.
_KEPT = 16384


@attrs.frozen(eq=False)
class Weights:
    """What was learned."""

    #: By fact: what it adds to each role.
    facts: Mapping[str, _Row]
    #: By role, then by the role behind it: the factor for the step; 0 where there is none.
    steps: tuple[_Row, ...]
    #: Sums over facts that come back often together; at most ``_KEPT`` of them.
    _sums: dict[tuple[tuple[str, ...], ...], tuple[_Row, _Row]] = attrs.field(factory=dict, init=False, repr=False)

    def total(self, facts: Iterable[str]) -> _Row:
        """Add up what facts say of each role."""
        rows = list(filter(None, map(self.facts.get, facts)))
        if not rows:
            return _NOTHING
        headline, front, body, inside, end = zip(*rows, strict=True)
        return sum(headline), sum(front), sum(body), sum(inside), sum(end)

    def total_of_groups(self, *groups: tuple[str, ...]) -> tuple[_Row, _Row]:
        """Add up what groups of facts say, or remember it: the sums, and the factors that they come to."""
        found = self._sums.get(groups)
        if found is None:
            if len(self._sums) >= _KEPT:
                self._sums.clear()
            totals = self.total(chain.from_iterable(groups))
            found = self._sums[groups] = totals, _factors(*totals)
        return found


def chances(
    lines: Sequence[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], Sequence[str]]],
    weights: Weights | None = None,
) -> list[Chances]:
    """Weigh the facts of each line of a text, and give each line the chances of its roles.

    Args:
        lines: For each line three groups of facts that come back often, and its other facts.
        weights: Those that newskit ships, unless others are on trial.
    """
    if not lines:
        return []
    weights = weights or shipped_weights()
    own = [_strengths(form, shape, place, loose, weights) for form, shape, place, loose in lines]
    return _combined(_forward(own, weights.steps), own, weights.steps)


def _strengths(
    form: tuple[str, ...], shape: tuple[str, ...], place: tuple[str, ...], loose: Sequence[str], weights: Weights
) -> _Row:
    """Add up the weights of a line's facts, and return them as factors of at most 1."""
    (headline, front, body, inside, end), factors = weights.total_of_groups(form, shape, place)
    if not loose:
        return factors
    more = weights.total(loose)
    return _factors(headline + more[0], front + more[1], body + more[2], inside + more[3], end + more[4])


def _factors(headline: float, front: float, body: float, inside: float, end: float) -> _Row:
    most = max(headline, front, body, inside, end)
    if min(headline, front, body, inside, end) < most + _LEAST:
        totals = (headline, front, body, inside, end)
        headline, front, body, inside, end = (max(total, most + _LEAST) for total in totals)
    return exp(headline - most), exp(front - most), exp(body - most), exp(inside - most), exp(end - most)


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
    return Weights({fact: tuple(row) for fact, row in data["facts"].items()}, steps)
