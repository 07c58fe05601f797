"""The elements around a page's blocks, as columns: one entry for each element by its number.

Elements are numbered in document order, so that those inside one follow it without a gap.
"""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]
#: One number of every block, or the same for all.
Column = NDArray[Any] | float

#: Elements that stand inside a line.
INLINE: Final = frozenset(
    [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "ins", "kbd", "label", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
    ]
)  # fmt: skip

_LISTS: Final[dict[str, str]] = tomllib.loads(Path(__file__).with_name("page_marks.toml").read_text(encoding="utf-8"))

#: What the words in an element's marks can say of it; the order gives each its bit.
CATEGORIES: Final = tuple(_LISTS)
BIT: Final = {category: 1 << number for number, category in enumerate(CATEGORIES)}


def _bits_by_word() -> dict[str, int]:
    bits: dict[str, int] = {}
    for category, words in _LISTS.items():
        for word in words.split():
            bits[word] = bits.get(word, 0) | BIT[category]
    return bits


_BITS: Final = _bits_by_word()

#: Elements whose name alone says something of the blocks inside, each with its bit.
INSIDE: Final = {
    name: 1 << number
    for number, names in enumerate(
        (
            "article", "main", "aside", "nav", "footer", "header", "form", "figure figcaption", "blockquote", "table",
            "ul ol dl", "button", "section", "h1", "h2 h3 h4 h5 h6", "a", "strong b", "em i", "li", "figcaption caption",
        )
    )
    for name in names.split()
}  # fmt: skip

_WORD = re.compile(r"[a-z]+")
_WITHOUT_DIGITS: Final = str.maketrans("", "", "0123456789")
#: So many words of an element's marks are looked at.
_MOST_WORDS: Final = 40


class PageTree:
    """The elements that hold the text of a page's blocks, and all around them."""

    def __init__(self, names: Sequence[str], marks: Sequence[str], parents: Sequence[int]) -> None:
        """Look at elements: their names, their marks, and the number of the element around each; the outermost is its own."""
        size = len(names)
        self.names, self._words = names, marks
        said = self._said()
        inside, above, article, depth = [0] * size, [0] * size, [0] * size, [0] * size
        holder_of = list(range(size))
        for number in range(1, size):
            parent, name = parents[number], names[number]
            inside[number] = inside[parent] | INSIDE.get(name, 0)
            above[number] = above[parent] | said[number]
            article[number] = number if name == "article" else article[parent]
            depth[number] = depth[parent] + 1
            if name in INLINE:
                holder_of[number] = holder_of[parent]
        last = list(range(1, size + 1))
        for number in range(size - 1, 0, -1):
            last[parents[number]] = max(last[parents[number]], last[number])
        #: The element around each.
        self.parents: Numbers = np.array(parents, np.int64)
        #: What comes behind the last element inside each.
        self.ends: Numbers = np.array(last, np.int64)
        self.depth: Numbers = np.array(depth, np.int64)
        #: The innermost around each, or itself, that does not stand inside a line.
        self.holder_of: Numbers = np.array(holder_of, np.int64)
        #: Which <article> each is in, the innermost: 0 for none.
        self.article: Numbers = np.array(article, np.int64)
        #: Bits of INSIDE along the path; bits of the marks here, and along the path.
        self.inside: Numbers = np.array(inside, np.int64)
        self.marks: Numbers = np.array(said, np.int64)
        self.above: Numbers = np.array(above, np.int64)

    def _said(self) -> list[int]:
        """Give for each element the bits of what its marks say."""
        known = {"": 0}
        said = []
        for name, words in zip(self.names, self._words, strict=True):
            bits = known.get(words)
            if bits is None:
                bits = known[words] = _said(words)
            said.append(0 if name in ("body", "html") else bits)
        return said

    def looks(self) -> list[int]:
        """Number for each element what it looks like: its name, and its marks without digits."""
        looks: dict[tuple[str, str], int] = {}
        known: dict[tuple[str, str], int] = {}
        found = []
        for given in zip(self.names, self._words, strict=True):
            look = known.get(given)
            if look is None:
                clean = given[0], given[1].translate(_WITHOUT_DIGITS)
                look = known[given] = looks.setdefault(clean, len(looks))
            found.append(look)
        return found

    def within(self, container: int, elements: Numbers) -> Truths:
        """Say of elements whether they are ``container`` or inside it."""
        inside: Truths = (elements >= container) & (elements < self.ends[container])
        return inside

    def steps_up(self, start: int, elements: Numbers) -> Numbers:
        """Say of elements how many steps up from ``start`` the innermost element around both is."""
        chain = [start]
        while (parent := int(self.parents[chain[-1]])) != chain[-1]:
            chain.append(parent)
        # Going up, elements begin earlier and end later: the first that begins before and ends behind is around both.
        begun = np.searchsorted(-np.array(chain), -elements, side="left")
        ended = np.searchsorted(self.ends[chain], elements, side="right")
        return np.maximum(begun, ended)


def _said(words: str) -> int:
    """Look up the words of an element's marks, alone and as neighbours."""
    bits, before = 0, ""
    for word in _WORD.findall(words)[:_MOST_WORDS]:
        bits |= _BITS.get(word, 0) | _BITS.get(before + word, 0)
        before = word
    return bits
