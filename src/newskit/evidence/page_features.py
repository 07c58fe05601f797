"""Describes each block of a page that may be body in small numbers, which page_model.py weighs.

A number is a share in tenths, a size on a logarithmic scale, a yes or no, or a place in a short list. What a number means is
said where it is computed; their order is that of NAMES. All blocks are described at once, number by number.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newskit.evidence import page_words
from newskit.evidence.line_phrases import Phrases
from newskit.evidence.page_hints import Hints
from newskit.evidence.page_model import Rows
from newskit.evidence.page_tree import BIT, INSIDE, Column, Numbers
from newskit.evidence.page_view import Groups, PageView

#: Sizes at which the logarithmic scale takes a step, in characters or in things.
_STEPS: Final = np.array([1.6**step for step in range(18)])

_TAGS: Final = {
    name: number
    for number, names in enumerate(
        (
            "p", "li", "dd", "blockquote", "td", "pre", "div", "section article main body", "h2", "h3", "h4 h5 h6", "h1", "th dt",
            "figcaption caption", "button",
        )
    )
    for name in names.split()
}  # fmt: skip
_OTHER_TAG: Final = 7.5

_INNER: Final = {"em": 1, "i": 1, "strong": 2, "b": 2, "span": 3, "time": 4, "a": 5, "small": 6}
_OTHER_INNER: Final = 7

#: Elements around a block that are counted one by one.
_AROUND: Final = ("main", "table", "ul", "h2")
_AROUND_BITS: Final = np.array([[INSIDE[name]] for name in _AROUND])
#: What the marks around a block say that tells body from the rest; the others tell nothing that its place does not.
_SAID: Final = ("content", "article", "comment", "media", "toc", "box")
_MARK_BITS: Final = np.array([[BIT[category]] for category in _SAID])

_NO_LEAD: Final = INSIDE["nav"] | INSIDE["footer"] | INSIDE["aside"] | INSIDE["form"]
_HEADINGS: Final = INSIDE["h1"] | INSIDE["h2"]
_MOST_HEADINGS: Final = 9

_QUOTES: Final = "\"'“„«‘"
_FAR: Final = 12  # blocks; beyond it distance tells nothing more

_OWN: Final = ("size", "link", "ends", "first", "tag", "inner", "lines", "twice", "prose")
_PLACE: Final = (
    "parent_prose", "grand_prose", "great_prose", "parent_links", "grand_links", "great_links", "parent_plain", "parent_size",
    "parent_count", "parent_mean", "grand_mean", "parent_children", "in_best", "in_narrow", "best_depth", "near_prose",
    "far_prose", "near_count", "far_count", "far_links", "far_mean", "side_of_prose", "from_prose", "prose_before", "page_place",
    "from_first", "from_headline", "same_article", "declared", "declared_share", "page_blocks", "page_prose", "best_prose",
)  # fmt: skip
_COLUMN: Final = (
    "direct", "from_column", "below_column", "from_lead", "lead_article", "headings", "titles_before",
)  # fmt: skip
#: What is asked of the blocks before and behind, by how far they are.
_BESIDE: Final = {-1: ("link", "ends", "tag"), 1: ("link", "tag"), 2: ("link",)}
_GAPS: Final = ("gap_behind", "same_behind", "same_before")

NAMES: Final = (
    *_OWN,
    *_PLACE,
    *(f"in_{name}" for name in _AROUND),
    *(f"says_{category}" for category in _SAID),
    *(f"{name}{place:+d}" for place, names in _BESIDE.items() for name in names),
    *_GAPS,
    *_COLUMN,
    *page_words.NAMES,
)


def candidates(view: PageView) -> Numbers:
    """Give the blocks that may be body: all but what stands in navigation, footers, buttons and lists of links."""
    never = INSIDE["nav"] | INSIDE["footer"] | INSIDE["button"]
    grands = view.tree.parents[view.above_holders]
    list_of_links = view.linked[grands] >= 0.6 * view.total[grands]
    return np.flatnonzero((view.tree.inside[view.owners] & never == 0) & ((view.links < 0.9) | ~list_of_links))


def describe(view: PageView, hints: Hints, wanted: Numbers, phrases: Phrases) -> Rows:
    """Give the numbers of the wanted blocks, a row for each."""
    table = np.empty((len(NAMES), len(wanted)), np.float32)
    if not len(wanted):
        return table.T
    own = _own(view)
    place = 0
    for columns in (
        own[:, wanted], _in_elements(view, wanted), _in_page(view, hints, wanted), _around(view, wanted), _beside(own, wanted),
        _gaps(view, wanted), _in_column(view, hints, wanted), page_words.words(view.texts, wanted, phrases),
    ):  # fmt: skip
        for column in columns:
            table[place] = column
            place += 1
    return table.T


def _step(values: Numbers | NDArray[np.float64]) -> Numbers:
    return np.searchsorted(_STEPS, values)


def _tenths(parts: Numbers, whole: Numbers) -> Numbers:
    return (10 * parts / np.maximum(whole, 1)).astype(np.int64)


def _share(parts: Numbers, everything: int) -> Numbers:
    return (parts / everything * 10).astype(np.int64)


def _own(view: PageView) -> Rows:
    """What each block of the page is by itself."""
    names, texts = view.tree.names, view.texts
    opening = [_opening(said[:1]) for said in texts]
    lines = np.minimum(4, [said.count("\n") for said in texts])
    tags = np.array([_TAGS.get(name, _OTHER_TAG) for name in names])[view.holders]
    inner = np.array([_INNER.get(name, _OTHER_INNER) for name in names])[view.owners]
    return np.array(
        [
            _step(view.sizes), (view.links * 10).astype(np.int64), view.ends, opening, tags,
            np.where(view.owners == view.holders, 0, inner), lines, view.repeated, view.prose > 0,
        ],
        np.float32,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _opening(first: str) -> int:
    """What a block begins with: a small letter, a capital, a digit, a quotation mark, or something else."""
    return 0 if first.islower() else 1 if first.isupper() else 2 if first.isdigit() else 3 if first in _QUOTES else 4


def _in_elements(view: PageView, wanted: Numbers) -> list[Column]:
    """What the elements around a block hold, and those that are marked up like it."""
    tree = view.tree
    owner, holder, parent = view.owners[wanted], view.holders[wanted], view.above_holders[wanted]
    grand = tree.parents[parent]
    great = tree.parents[grand]
    prose = _share(view.spoken, view.all_prose)
    links, plain = _tenths(view.linked, view.total), _tenths(view.spoken, view.total)
    total, count = view.total, view.count
    in_best = tree.within(view.best, holder)
    best_depth = np.where(in_best, np.minimum(8, tree.depth[holder] - tree.depth[view.best]), 9)
    return [
        prose[parent], prose[grand], prose[great], links[parent], links[grand], links[great],
        plain[parent],
        _step(total[parent] / 10), _step(count[parent]), _step(total[parent] / count[parent]),
        _step(total[grand] / count[grand]), _step(view.children[parent]),
        tree.within(view.best, owner), tree.within(view.narrow, owner), best_depth,
        *_alike(view, wanted),
    ]  # fmt: skip


def _alike(view: PageView, wanted: Numbers) -> list[Column]:
    def of(groups: Groups) -> tuple[Numbers, ...]:
        which = groups.of[wanted]
        return groups.prose[which], groups.count[which], groups.linked[which], groups.total[which]

    near_prose, near_count, _, _ = of(view.near)
    far_prose, far_count, far_linked, far_total = of(view.far)
    return [
        _share(near_prose, view.all_prose), _share(far_prose, view.all_prose), _step(near_count), _step(far_count),
        _tenths(far_linked, far_total), _step(far_total / far_count),
    ]  # fmt: skip


def _in_page(view: PageView, hints: Hints, wanted: Numbers) -> list[Column]:
    """Where in the page a block stands, how far from the prose and the headline, and what the page declares of it."""
    tree, owners, owner = view.tree, view.owners, view.owners[wanted]
    spoken = np.flatnonzero((view.prose > 0) & tree.within(view.best, owners))
    first, last = (int(spoken[0]), int(spoken[-1])) if len(spoken) else (0, len(owners) - 1)
    # Before the prose of the best container, in it, or behind; how far; how much prose comes first.
    side = (wanted < first) + 2 * (wanted > last)
    before, behind = np.minimum(_FAR, first - wanted), _FAR + np.minimum(_FAR, wanted - last)
    from_prose = np.where(side == 1, before, np.where(side == 2, behind, 0))
    said_before = np.cumsum(view.prose) - view.prose
    return [
        side, from_prose, _share(said_before[wanted], view.all_prose), (wanted / len(owners) * 10).astype(np.int64),
        np.minimum(_FAR, tree.steps_up(int(owners[first]), owner)), _from_headline(view, hints, wanted),
        tree.article[owner] == tree.article[owners[first]],
        np.array(hints.declared)[wanted], hints.share,
        float(_step(np.array(len(owners)))), float(_step(np.array(view.all_prose / 10))),
        int(view.spoken[view.best] / view.all_prose * 10),
    ]  # fmt: skip


def _from_headline(view: PageView, hints: Hints, wanted: Numbers) -> Column:
    if hints.headline is None:
        return -1
    return np.minimum(_FAR, view.tree.steps_up(int(view.owners[hints.headline]), view.owners[wanted]))


def _around(view: PageView, wanted: Numbers) -> list[Column]:
    """What the elements around a block are, and what their marks say: of its own, of those near, of any."""
    tree, owner, parent = view.tree, view.owners[wanted], view.above_holders[wanted]
    own = tree.marks[owner] | tree.marks[view.holders[wanted]]
    near = tree.marks[parent] | tree.marks[tree.parents[parent]]
    said = [(bits & _MARK_BITS) != 0 for bits in (tree.above[owner], near, own)]
    return [
        *((tree.inside[owner] & _AROUND_BITS) != 0),
        *np.maximum(said[0], np.maximum(said[1] * np.int8(2), said[2] * np.int8(3))),
    ]


def _beside(own: Rows, wanted: Numbers) -> list[Column]:
    """What the blocks before and behind are."""
    reach = max(_BESIDE)
    beside = np.full((len(own), own.shape[1] + 2 * reach), -1, np.float32)
    beside[:, reach:-reach] = own
    return [beside[_OWN.index(name), wanted + (reach + step)] for step, names in _BESIDE.items() for name in names]


def _gaps(view: PageView, wanted: Numbers) -> list[Column]:
    """How many blocks to the next prose, and whether it and the last prose before have the same parent."""
    prose = np.flatnonzero(view.prose)
    parents = np.append(view.above_holders, -1)
    edges = np.concatenate([[-_FAR], prose, [len(view.texts) + _FAR]])
    behind, before = edges[np.searchsorted(prose, wanted, "right") + 1], edges[np.searchsorted(prose, wanted)]
    same_behind, same_before = (
        (there := (found >= 0) & (found < len(view.texts))) & (parents[np.where(there, found, -1)] == parents[wanted])
        for found in (behind, before)
    )
    return [np.minimum(_FAR, behind - wanted), same_behind, same_before]


def _in_column(view: PageView, hints: Hints, wanted: Numbers) -> list[Column]:
    """Where a block stands from the column, the element right around most prose, and from the lead, the first prose of all.

    The share of prose right in its parent; steps up from the column and steps below it, -1 outside; steps up from the lead, and
    whether in the same article; headings since the lead, and first headings since the page's top.
    """
    tree, owner, parent = view.tree, view.owners[wanted], view.above_holders[wanted]
    direct = np.bincount(view.above_holders, view.prose).astype(np.int64)
    column, lead = int(direct.argmax()), _lead(view, hints)
    below = np.where(tree.within(column, parent), np.minimum(6, tree.depth[parent] - tree.depth[column]), -1)
    inside = tree.inside[view.owners]
    heads, titles = (inside & _HEADINGS) != 0, (inside & INSIDE["h1"]) != 0
    since = np.cumsum(heads & (np.arange(len(heads)) > lead))
    return [
        _share(direct[parent], view.all_prose), np.minimum(_FAR, tree.steps_up(column, owner)), below,
        np.minimum(_FAR, tree.steps_up(int(view.owners[lead]), owner)),
        tree.article[owner] == tree.article[view.owners[lead]],
        *(np.minimum(_MOST_HEADINGS, found[wanted]) for found in (since, np.cumsum(titles) - titles)),
    ]  # fmt: skip


def _lead(view: PageView, hints: Hints) -> int:
    """Find the first prose behind the headline that stands in no navigation, footer, aside or form; 0 for none."""
    prose = (view.prose > 0) & (view.links <= 0.3) & (view.tree.inside[view.owners] & _NO_LEAD == 0)
    behind = np.flatnonzero(prose & (np.arange(len(prose)) > (-1 if hints.headline is None else hints.headline)))
    return int(behind[0]) if len(behind) else 0
