"""The facts that speak for or against a line's role: which things seen of a line count together, and the number of each.

What is seen of the lines of a text are columns, a small number a line: its class of length, its last character. A fact is a
value of one column, or of two or three together: “size,end=4,stop”. The facts of all lines are numbered by one product of
matrices, and evidence/line_weights.json has what each says.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newskit.model.kinds import Kind

Numbers = NDArray[np.intp]
#: A value for each line.
Column = NDArray[Any]
#: By its name each column, or one value for all lines.
Columns = Mapping[str, Column | Sequence[int] | int]

_YES: Final = ("no", "yes")
_SORTS: Final = (
    "none",
    "prose",
    *(f"{size}{end}" for size in ("tiny", "short", "middle", "long") for end in ("", " stopped")),
)

#: Classes of characters.
_CHARACTERS: Final = (
    *(
        "small",
        "large",
        "digit",
        "blank",
        "other",
        "stop",
        "question",
        "exclamation",
        "dots",
        "colon",
        "comma",
        "quote",
    ),
    *("open", "close", "dash", "bar", "slash", "at", "copyright", "mark", "tab"),
)

#: How many there are, or how far away, in classes.
_MANY: Final = ("0", "1", "2", "3", "5", "10", "20")

#: What is seen of a line, and what each value stands for.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    # of the line by itself: evidence/line_features.py
    "size": tuple(map(str, range(10))),
    "size in threes": ("0", "1", "2"),
    "size in twos": ("0", "1", "2", "3"),
    "length": ("short", "long"),
    "start": _CHARACTERS,
    "end": _CHARACTERS,
    "stopped": ("open", "stopped"),
    "tab": _YES,
    "bar": _YES,
    "slash": _YES,
    "at": _YES,
    "copyright": _YES,
    "open": _YES,
    "quote": _YES,
    "colon": ("no", "early", "late"),
    "stops": tuple(map(str, range(5))),
    "commas": tuple(map(str, range(5))),
    "capitals": ("0", "1", "2", "3", "4", "all", "unseen"),
    "words": (*map(str, range(13)), "unseen"),
    "few words": (*map(str, range(7)), "unseen"),
    "name": _YES,
    "digits": ("0", "1", "2", "3", "5"),
    "dates": _YES,
    "hit": _YES,
    # of the lines around it: evidence/line_context.py
    "zone": (
        *(f"front {steps}" for steps in range(7)),
        *(f"back {steps}" for steps in range(6)),
        *(f"middle {before},{behind}" for before in range(4) for behind in range(4)),
    ),
    "part": ("front", "back", "middle"),
    "from start": tuple(map(str, range(7))),
    "from end": tuple(map(str, range(6))),
    "two before": _SORTS,
    "before": _SORTS,
    "own": _SORTS,
    "behind": _SORTS,
    "two behind": _SORTS,
    "since": tuple(map(str, range(6))),
    "until": tuple(map(str, range(6))),
    "nearby": tuple(map(str, range(9))),
    "prose": _YES,
    "run": _MANY,
    "share of prose": ("0", "10", "25", "45", "70"),
    "lines": ("0", "12", "30", "80", "200"),
    "begins as": ("1", "2", "3", "6"),
    "ends as": ("1", "2", "3", "6"),
    "under": ("nothing", *(kind.value for kind in Kind)),
    "since under": _MANY,
    "copy": ("no", "first", "again"),
    "neighbour": ("other", "begins with it", "is its beginning"),
    "share": (*map(str, range(5)), "unseen"),
    "shared": (*map(str, range(5)), "unseen"),
    "titles before": (*map(str, range(4)), "no"),
    "titles behind": tuple(map(str, range(4))),
    "title": ("no", "knows less", "knows most"),
    "longest title": _YES,
}

#: The columns whose values are taken together, for each family of facts.
FACTS: Final = (
    ("size",),
    ("end", "stopped"),
    ("size", "stopped"),
    ("start",),
    *((mark, "length") for mark in ("tab", "bar", "slash", "at", "copyright", "open", "quote", "colon")),
    ("stops", "length"),
    ("commas", "length"),
    ("capitals", "few words"),
    ("name",),
    ("dates", "digits", "size in twos"),
    ("words", "stopped"),
    ("hit",),
    ("zone",),
    ("size", "zone"),
    ("from start",),
    ("from end",),
    ("before",),
    ("behind",),
    ("before", "own", "behind"),
    ("two before", "before"),
    ("behind", "two behind"),
    ("since", "until"),
    ("since", "until", "size in twos"),
    ("nearby", "prose"),
    ("run", "size in twos"),
    ("run", "stopped"),
    ("share of prose", "size"),
    ("share of prose", "stopped", "part"),
    ("lines", "size in twos", "part"),
    ("begins as", "size in twos"),
    ("ends as", "size in twos"),
    ("under", "since under"),
    ("under", "prose"),
    ("copy", "size in threes"),
    ("neighbour",),
    ("share", "part"),
    ("shared", "part"),
    ("titles before", "titles behind"),
    ("title", "longest title"),
)

_COUNTS: Final = [int(np.prod([len(COLUMNS[name]) for name in family])) for family in FACTS]
_FIRST: Final = np.cumsum([0, *_COUNTS[:-1]])[:, None]


def _strides() -> NDArray[np.float64]:
    """Give each family of facts, for each column, by how much a value of it moves the number of the fact on."""
    places = {name: place for place, name in enumerate(COLUMNS)}
    strides = np.zeros((len(FACTS), len(COLUMNS)))
    for row, family in zip(strides, FACTS, strict=True):
        stride = 1
        for name in reversed(family):
            row[places[name]] = stride
            stride *= len(COLUMNS[name])
    return strides


_STRIDES: Final = _strides()


def numbers_of(columns: Columns, count: int) -> Numbers:
    """Number the facts of lines: a row for each family of `FACTS`, a column for each of ``count`` lines.

    A column that nothing was seen for holds the first of its values everywhere.
    """
    seen = np.zeros((len(COLUMNS), count))
    for row, name in zip(seen, COLUMNS, strict=True):
        if name in columns:
            row[:] = columns[name]
    numbers: Numbers = (_STRIDES @ seen).astype(np.intp) + _FIRST  # whole numbers far below 2**53: exact
    return numbers


def names_of_facts() -> Iterator[str]:
    """Name all facts in the order of their numbers: “size,stopped=4,open”."""
    for family in FACTS:
        opened = ",".join(family)
        for values in product(*[COLUMNS[name] for name in family]):
            yield f"{opened}={','.join(values)}"
