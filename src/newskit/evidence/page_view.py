"""Looks at a page's blocks once: what each weighs, and where the prose of the page is gathered.

Everything here is a column of numbers, one entry for each block, or for each element by its number in page_tree.py.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newskit.evidence.page_tree import BIT, Numbers, PageTree, Truths

#: What ends a sentence, in the scripts of the languages that pages are read in here.
SENTENCE_ENDS: Final = ".!?…。！？؟।॥۔"
_CLOSERS: Final = "\"'”’»)]›“」』 \u00a0"
#: How a block ends: 1 as a sentence does, 2 with a colon, 3 with a comma, 0 otherwise.
_ENDS: Final = {**dict.fromkeys(SENTENCE_ENDS, 1), **dict.fromkeys(":：", 2), **dict.fromkeys(",;、", 3)}

#: A page with more characters to a blank than this writes without blanks, and each of its characters is worth three.
_DENSE: Final = 15

_LEANING_AWAY: Final = sum(BIT[name] for name in ("related", "comment", "footer", "side", "nav", "cookie"))
_AWAY: Final = frozenset(["aside", "nav", "footer", "form"])
_NO_CONTAINER: Final = frozenset(["p", "li"])


class PageView:
    """The blocks and elements of one page."""

    def __init__(self, texts: Sequence[str], links: Sequence[float], owners: Sequence[int], tree: PageTree) -> None:
        """Look at the blocks of a page: their texts, the shares of them inside links, and the elements that hold them."""
        self.texts = texts
        self.links = np.array(links, np.float64)
        self.lengths: Numbers = np.array([len(said) for said in texts], np.int64)
        blanks = sum(said.count(" ") for said in texts)
        self.sizes: Numbers = self.lengths * (3 if self.lengths.sum() > _DENSE * max(1, blanks) else 1)
        self.ends: Numbers = np.array([_ENDS.get(said.rstrip(_CLOSERS)[-1:], 0) for said in texts], np.int64)
        seen = Counter(texts)
        #: How often a block's text stands elsewhere in the page, up to two.
        self.repeated: Numbers = np.array([min(2, seen[said] - 1) for said in texts], np.int64)
        #: How much a block weighs as running text: nothing, or its size; and its characters inside links.
        self.prose: Numbers = self.sizes * _is_prose(self.sizes, self.links, self.ends)
        self.linking: Numbers = np.rint(self.sizes * self.links).astype(np.int64)
        self.tree = tree
        self.owners: Numbers = np.array(owners, np.int64)
        self.holders: Numbers = tree.holder_of[self.owners]
        self.above_holders: Numbers = tree.parents[self.holders]
        self._add_up()
        self._descend()
        self._group()

    def _add_up(self) -> None:
        """Sum up for each element what is inside it."""
        size = len(self.tree.names)
        first, behind = np.arange(size), self.tree.ends

        def inside(worth: Numbers | None) -> Numbers:
            running = np.zeros(size + 1, np.int64)
            np.cumsum(np.bincount(self.owners, worth, size), out=running[1:], dtype=np.int64)
            return running[behind] - running[first]

        self.total, self.linked, self.spoken = inside(self.sizes), inside(self.linking), inside(self.prose)
        self.count = inside(None)
        self.children = np.bincount(self.tree.parents[1:], minlength=size)
        self.all_prose = max(1, int(self.spoken[0])) if size else 1

    def _descend(self) -> None:
        """Find the innermost elements that hold most of the prose, for several meanings of most."""
        tree, heaviest = self.tree, dict[int, tuple[float, int]]()
        for number in np.flatnonzero(self.spoken).tolist():
            if number and tree.holder_of[number] == number and tree.names[number] not in _NO_CONTAINER:
                worth = float(self.spoken[number])
                if tree.marks[number] & _LEANING_AWAY:
                    worth *= 0.4
                if tree.names[number] in _AWAY:
                    worth *= 0.2
                parent = int(tree.parents[number])
                if parent not in heaviest or worth > heaviest[parent][0]:
                    heaviest[parent] = worth, number
        self.best, self.narrow = (self._inner(heaviest, share) for share in (0.6, 0.35))

    def _inner(self, heaviest: dict[int, tuple[float, int]], share: float) -> int:
        at = 0
        while (below := heaviest.get(at)) is not None and below[0] >= share * self.spoken[at]:
            at = below[1]
        return at

    def _group(self) -> None:
        """Gather the blocks that are marked up alike: the same names and marks, two or four elements up."""
        parents, looks = self.tree.parents, np.array(self.tree.looks(), np.int64)
        grands = parents[self.above_holders]
        size = len(parents)
        self.near = Groups(self, looks[self.holders] * size + looks[self.above_holders])
        self.far = Groups(self, (self.near.of * size + looks[grands]) * size + looks[parents[grands]])


class Groups:
    """Blocks that have something in common, a number: for each block that of its group, for each group what it holds."""

    def __init__(self, view: PageView, common: Numbers) -> None:
        self.of: Numbers = np.unique(common, return_inverse=True)[1]
        self.prose, self.total, self.linked, self.count = (
            np.bincount(self.of, worth) for worth in (view.prose, view.sizes, view.linking, None)
        )


def _is_prose(sizes: Numbers, links: NDArray[np.float64], ends: Numbers) -> Truths:
    long_enough = (sizes > 140) | ((ends == 1) & (sizes > 40))
    said: Truths = (links < 0.5) & (sizes * (1 - links) > 40) & long_enough
    return said
