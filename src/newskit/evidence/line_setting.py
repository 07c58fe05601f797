"""In what sort of text a line stands: one of paragraphs or of lists, with comments below it or without.

The same short line is a heading among paragraphs, a cell among hundreds of short lines, and a reader's name below “3 comments”.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from newskit.evidence.line_facts import COLUMNS, Columns, Numbers
from newskit.evidence.line_features import Lines

#: Classes of what there may be many of; of percents; of lines; of lines that look alike.
_MANY: Final = np.array([int(least) for least in COLUMNS["run"]])
_SHARES: Final = np.array([int(least) for least in COLUMNS["share of prose"]])
_COUNTS: Final = np.array([int(least) for least in COLUMNS["lines"]])
_ALIKE: Final = np.array([int(least) for least in COLUMNS["begins as"]])
#: Lines from this class of length on are no headings.
_LONG: Final = 6
#: Lines look alike that share so many first characters, or last ones.
_BEGINNING_OF: Final = 10
_END_OF: Final = 5
_KINDS: Final = {name: number for number, name in enumerate(COLUMNS["under"])}


def setting(lines: Lines) -> Columns:
    """See how much of the text is prose, how long the run of other lines is, what looks alike, and what each line stands under."""
    prose = lines.columns["prose"]
    count = len(prose)
    run = np.zeros(count, np.intp)  # the number of the run that each line stands in
    (prose[1:] != prose[:-1]).cumsum(out=run[1:])
    share = 100 * int(prose.sum()) // max(count, 1)
    return {
        "run": np.where(prose, 0, _MANY.searchsorted(np.bincount(run)[run], side="right") - 1),
        "share of prose": int(_SHARES.searchsorted(share, side="right")) - 1,
        "lines": int(_COUNTS.searchsorted(count, side="right")) - 1,
        "begins as": _alike([text[:_BEGINNING_OF] for text in lines.texts]),
        "ends as": _alike([text[-_END_OF:] for text in lines.texts]),
        **_under(lines),
    }


def _alike(keys: Sequence[str]) -> Numbers:
    """Class for each key how many lines have it."""
    counts = Counter(keys)
    return _ALIKE.searchsorted([counts[key] for key in keys], side="right") - 1


def _under(lines: Lines) -> dict[str, Numbers]:
    """See below which kind of short line with a phrase (“Related articles”, “3 comments”) each line stands, and how far.

    Of several kinds in one line the one counts that stands last in `Kind`.
    """
    count = len(lines.texts)
    kinds = np.zeros(count, np.intp)
    for number, hits in lines.hits.items():
        if lines.sizes[number] < _LONG:
            kinds[number] = max([_KINDS.get(hit.kind, 0) for hit in hits if hit.place in ("whole", "start")], default=0)
    at = np.arange(count)
    last = np.maximum.accumulate(np.where(kinds > 0, at, -1))
    return {
        "under": np.where(last < 0, 0, kinds[last]),
        "since under": _MANY.searchsorted(at - last, side="right") - 1,
    }
