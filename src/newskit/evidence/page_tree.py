"""The elements around a page's blocks, as columns: one entry for each element by its number.

Elements are numbered in document order, so that those inside one follow it without a gap.
"""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import add
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


def _bits_by_word() -> dict[bytes, int]:
    bits: dict[bytes, int] = {}
    for category, words in _LISTS.items():
        for word in words.encode().split():
            bits[word] = bits.get(word, 0) | BIT[category]
    return bits


_BITS: Final = _bits_by_word()
_KNOWN: Final = frozenset(_BITS)

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

#: Everything but letters, and the zero between two marks, becomes a blank.
_LETTERS_ONLY: Final = bytes(byte if byte in b"\0abcdefghijklmnopqrstuvwxyz" else 32 for byte in range(256))
#: So many words of an element's marks are looked at.
_MOST_WORDS: Final = 40


#: Bits of INSIDE stand above those of marks where both are gathered at once.
_SHIFT: Final = len(CATEGORIES)


class PageTree:
    """The elements that hold the text of a page's blocks, and all around them."""

    def __init__(self, names: Sequence[str], marks: Sequence[str], parents: Sequence[int]) -> None:
        """Look at elements: their names, their marks, and the number of the element around each; the outermost is its own."""
        size = len(names)
        self.names = names
        self._words = [mark.replace("\0", " ") for mark in marks] if any("\0" in mark for mark in marks) else marks
        said = self._said()
        sizes, along = [1] * size, [0]
        for number in range(size - 1, 0, -1):
            sizes[parents[number]] += sizes[number]
        own = [INSIDE.get(name, 0) << _SHIFT | bits for name, bits in zip(names, said, strict=True)]
        for parent, bits in zip(islice(parents, 1, None), islice(own, 1, None), strict=True):
            along.append(along[parent] | bits)
        holder_of = list(range(size))
        for number in [number for number, name in enumerate(names) if name in INLINE and number]:
            holder_of[number] = holder_of[parents[number]]
        #: The element around each.
        self.parents: Numbers = np.array(parents, np.int64)
        #: What comes behind the last element inside each.
        self.ends: Numbers = np.arange(size) + np.array(sizes, np.int64)
        ended = np.bincount(self.ends, minlength=size + 1)
        #: How many are around each: those that began before it and did not end.
        self.depth: Numbers = np.arange(size) - np.cumsum(ended)[:size]
        #: The innermost around each, or itself, that does not stand inside a line.
        self.holder_of: Numbers = np.array(holder_of, np.int64)
        #: Which <article> each is in, the innermost: 0 for none.
        self.article: Numbers = np.zeros(size, np.int64)
        for number in [number for number, name in enumerate(names) if name == "article"]:
            self.article[number : self.ends[number]] = number
        both: Numbers = np.array(along[:size], np.int64)
        #: Bits of INSIDE along the path; bits of the marks here, and along the path.
        self.inside: Numbers = both >> _SHIFT
        self.marks: Numbers = np.array(said, np.int64)
        self.above: Numbers = both & ((1 << _SHIFT) - 1)

    def _said(self) -> list[int]:
        """Give for each element the bits of what its marks say."""
        bits = {words: _said(letters.split()) for words, letters in _mapped(self._words, _LETTERS_ONLY, b"")}
        said = [bits[words] for words in self._words]
        for number, name in enumerate(self.names):
            if name in ("body", "html"):
                said[number] = 0
        return said

    def looks(self) -> list[int]:
        """Number for each element what it looks like: its name, and its marks without digits."""
        clean = dict(_mapped(self._words, None, b"0123456789"))
        looks: dict[tuple[str, bytes], int] = {}
        return [
            looks.setdefault((name, clean[words]), len(looks))
            for name, words in zip(self.names, self._words, strict=True)
        ]

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


def _mapped(marks: Sequence[str], table: bytes | None, left_out: bytes) -> Iterator[tuple[str, bytes]]:
    """Give each of some marks once, and it with its bytes mapped; all in one go, since a page has hundreds."""
    distinct = list(dict.fromkeys(marks))
    together = "\0".join(distinct).encode("utf-8", "surrogatepass").translate(table, left_out)
    return zip(distinct, together.split(b"\0"), strict=True)


def _said(words: list[bytes]) -> int:
    """Look up the words of an element's marks, alone and as neighbours."""
    del words[_MOST_WORDS:]
    bits = 0
    for word in _KNOWN.intersection(words) | _KNOWN.intersection(map(add, words, words[1:])):
        bits |= _BITS[word]
    return bits
