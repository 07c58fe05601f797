"""Describes each block of a page that may be body in small whole numbers, which page_model.py weighs.

A number is a share in tenths, a size on a logarithmic scale, a yes or no, or a place in a short list. What a number means is
said where it is computed; their order is that of NAMES.
"""

from bisect import bisect_left
from typing import Final

from newskit.evidence.page_hints import Hints
from newskit.evidence.page_view import BIT, CATEGORIES, INSIDE, PageView

#: Sizes at which the logarithmic scale takes a step, in characters or in things.
_STEPS: Final = tuple(1.6**step for step in range(18))

_TAGS: Final = {
    name: number
    for number, names in enumerate(
        [
            "p",
            "li",
            "dd",
            "blockquote",
            "td",
            "pre",
            "div",
            "section article main body",
            "h2",
            "h3",
            "h4 h5 h6",
            "h1",
            "th dt",
            "figcaption caption",
            "button",
        ]
    )
    for name in names.split()
}
_OTHER_TAG: Final = 7.5

_INNER: Final = {"em": 1, "i": 1, "strong": 2, "b": 2, "span": 3, "time": 4, "a": 5, "small": 6}

#: Elements around a block that are counted one by one.
_AROUND: Final = tuple(
    (name, INSIDE[name])
    for name in [
        "article",
        "main",
        "aside",
        "header",
        "form",
        "figure",
        "blockquote",
        "table",
        "ul",
        "section",
        "a",
        "strong",
        "em",
        "h2",
    ]
)

_FAR: Final = 12  # blocks; beyond it distance tells nothing more

_OWN: Final = ("size", "link", "ends", "first", "tag", "inner", "lines", "twice", "prose")
_PLACE: Final = (
    "parent_prose", "grand_prose", "great_prose", "holder_prose", "parent_links", "grand_links", "great_links", "parent_plain",
    "grand_plain", "parent_size", "parent_count", "parent_mean", "grand_mean", "parent_children", "in_best", "in_broad",
    "in_narrow", "best_depth", "near_prose", "far_prose", "near_count", "far_count", "far_links", "far_mean", "side_of_prose",
    "from_prose", "prose_before", "page_place", "from_first", "from_headline", "side_of_headline", "is_title", "is_description",
    "same_article", "declared", "declared_share", "page_blocks", "page_prose", "best_prose",
)  # fmt: skip
_BESIDE: Final = ("size", "link", "ends", "tag", "prose")
_NEIGHBOURS: Final = (-2, -1, 1, 2)
_GAPS: Final = ("gap_behind", "same_behind", "gap_before", "same_before")

NAMES: Final = (
    *_OWN,
    *_PLACE,
    *(f"in_{name}" for name, _ in _AROUND),
    *(f"says_{category}" for category in CATEGORIES),
    *(f"{name}{place:+d}" for place in _NEIGHBOURS for name in _BESIDE),
    *_GAPS,
)


def candidates(view: PageView) -> list[int]:
    """Give the blocks that may be body: all but what stands in navigation, footers, buttons and lists of links."""
    never = INSIDE["nav"] | INSIDE["footer"] | INSIDE["button"]
    inside, total, linked, parents = view.inside, view.total, view.linked, view.parents
    found = []
    for index, (owner, holder, link) in enumerate(zip(view.owners, view.holders, view.links, strict=True)):
        if inside[owner] & never:
            continue
        if link >= 0.9:
            grand = parents[parents[holder]]
            if linked[grand] >= 0.6 * total[grand]:
                continue
        found.append(index)
    return found


def describe(view: PageView, hints: Hints, wanted: list[int]) -> list[list[float]]:
    """Give the numbers of the wanted blocks."""
    if not wanted:
        return []
    place, around, gaps = _Place(view, hints), _Around(view), _gaps(view)
    count = len(view.texts)
    nothing: list[float] = [-1] * len(_BESIDE)
    near = {index + step for index in wanted for step in (0, *_NEIGHBOURS)}
    own = {index: _own(view, index) for index in near if 0 <= index < count}
    beside = {index: [row[0], row[1], row[2], row[4], row[8]] for index, row in own.items()}
    rows = []
    for index in wanted:
        row = own[index] + place.of(index) + around.of(index)
        for step in _NEIGHBOURS:
            row += beside.get(index + step, nothing)
        row += gaps[index]
        rows.append(row)
    return rows


def _step(value: float) -> int:
    return bisect_left(_STEPS, value)


def _own(view: PageView, index: int) -> list[float]:
    said, owner, holder = view.texts[index], view.owners[index], view.holders[index]
    first = said[0]
    opening = (
        0 if first.islower() else 1 if first.isupper() else 2 if first.isdigit() else 3 if first in "\"'“„«‘" else 4
    )
    return [
        _step(view.sizes[index]),
        int(view.links[index] * 10),
        view.ends[index],
        opening,
        _TAGS.get(view.names[holder], _OTHER_TAG),
        0 if owner == holder else _INNER.get(view.names[owner], 7),
        min(4, said.count("\n")),
        view.repeated[index],
        1 if view.prose[index] else 0,
    ]


class _Place:
    """Where blocks stand: in their elements, in the page, and from the prose and the headline."""

    def __init__(self, view: PageView, hints: Hints) -> None:
        self.view, self.hints = view, hints
        size = len(view.elements)
        everything = view.all_prose
        self.prose = [int(spoken / everything * 10) for spoken in view.spoken]
        self.links = [int(10 * linked / (total or 1)) for linked, total in zip(view.linked, view.total, strict=True)]
        self.plain = [int(10 * spoken / (total or 1)) for spoken, total in zip(view.spoken, view.total, strict=True)]
        best, broad, narrow = view.within(view.best), view.within(view.broad), view.within(view.narrow)
        self.best, self.broad, self.narrow = best, broad, narrow
        self.depth = depth = [0] * size
        for number in range(1, size):
            depth[number] = depth[view.parents[number]] + 1
        spoken = [index for index, prose in enumerate(view.prose) if prose and best[view.owners[index]]]
        self.first, self.last = (spoken[0], spoken[-1]) if spoken else (0, len(view.texts) - 1)
        self.from_first = view.steps_up(view.owners[self.first]) if view.texts else []
        headline = hints.headline
        self.from_headline = None if headline is None else view.steps_up(view.owners[headline])
        self.sized: dict[int, list[float]] = {}
        self.before = [0.0]
        for prose in view.prose:
            self.before.append(self.before[-1] + prose)
        self.page = [_step(len(view.texts)), _step(everything / 10), int(view.spoken[view.best] / everything * 10)]

    def of(self, index: int) -> list[float]:
        view, prose, links = self.view, self.prose, self.links
        owner, holder = view.owners[index], view.holders[index]
        parent = view.parents[holder]
        grand = view.parents[parent]
        great = view.parents[grand]
        near, far = view.near[index], view.far[index]
        everything = view.all_prose
        sized = self.sized.get(parent)
        if sized is None:
            total, count = view.total, view.count
            sized = self.sized[parent] = [
                _step(total[parent] / 10), _step(count[parent]), _step(total[parent] / count[parent]),
                _step(total[grand] / count[grand]), _step(view.children[parent]),
            ]  # fmt: skip
        return [
            prose[parent], prose[grand], prose[great], prose[holder], links[parent], links[grand], links[great],
            self.plain[parent], self.plain[grand], *sized,
            self.best[owner], self.broad[owner], self.narrow[owner],
            min(8, self.depth[holder] - self.depth[view.best]) if self.best[holder] else 9,
            int(view.group_prose[near] / everything * 10), int(view.group_prose[far] / everything * 10),
            _step(view.group_count[near]), _step(view.group_count[far]),
            int(10 * view.group_linked[far] / view.group_total[far]), _step(view.group_total[far] / view.group_count[far]),
            *self._from_prose(index),
            min(_FAR, self.from_first[owner]),
            *self._from_headline(index, owner),
            index in self.hints.titles, index in self.hints.descriptions,
            view.article[owner] == view.article[view.owners[self.first]],
            self.hints.declared[index], self.hints.share,
            *self.page,
        ]  # fmt: skip

    def _from_prose(self, index: int) -> tuple[int, int, int, int]:
        """Before the prose of the best container, in it, or behind; how far; how much prose comes first; where in the page."""
        view = self.view
        if index < self.first:
            side, distance = 1, min(_FAR, self.first - index)
        elif index > self.last:
            side, distance = 2, _FAR + min(_FAR, index - self.last)
        else:
            side, distance = 0, 0
        return side, distance, int(self.before[index] / view.all_prose * 10), int(index / len(view.texts) * 10)

    def _from_headline(self, index: int, owner: int) -> tuple[int, int]:
        headline = self.hints.headline
        if headline is None or self.from_headline is None:
            return -1, 0
        return min(_FAR, self.from_headline[owner]), 1 if index < headline else 2 if index == headline else 3


class _Around:
    """What the elements around a block are and say; blocks that stand alike share the numbers."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.known: dict[tuple[int, int, int, int], list[float]] = {}

    def of(self, index: int) -> list[float]:
        view = self.view
        owner, holder = view.owners[index], view.holders[index]
        parent = view.parents[holder]
        own = view.marks[owner] | view.marks[holder]
        near = view.marks[parent] | view.marks[view.parents[parent]]
        key = view.inside[owner], own, near, view.above[owner]
        row = self.known.get(key)
        if row is None:
            row = self.known[key] = _row_around(*key)
        return row


def _row_around(inside: int, own: int, near: int, above: int) -> list[float]:
    row: list[float] = [1 if inside & bit else 0 for _, bit in _AROUND]
    row += [3 if own & bit else 2 if near & bit else 1 if above & bit else 0 for bit in BIT.values()]
    return row


def _gaps(view: PageView) -> list[list[int]]:
    """For each block: how many blocks to the next prose and to the last, and whether it has the same parent."""
    parents = [view.parents[holder] for holder in view.holders]
    count = len(parents)
    gaps = [[_FAR, 0, _FAR, 0] for _ in range(count)]
    for order, column in ((range(count - 1, -1, -1), 0), (range(count), 2)):
        last = -1
        for index in order:
            if last >= 0:
                gaps[index][column] = min(_FAR, abs(last - index))
                gaps[index][column + 1] = 1 if parents[last] == parents[index] else 0
            if view.prose[index]:
                last = index
    return gaps
