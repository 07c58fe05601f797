"""Looks at a page's blocks once: what each weighs, what stands around it, and where the prose of the page is gathered.

Everything here is counted in one pass over the blocks and one over the elements around them; page.py draws the conclusions.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Final

from newskit.model.markup import Element, Markup

#: Elements that stand inside a line.
INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)

#: What ends a sentence, in the scripts of the languages that pages are read in here.
SENTENCE_ENDS: Final = frozenset(".!?…。！？؟।॥۔")
_CLOSERS: Final = "\"'”’»)]›“」』 \u00a0"

#: A page with more characters to a blank than this writes without blanks, and each of its characters is worth three.
_DENSE: Final = 15

_WORD = re.compile(r"[a-z]+")
_WITHOUT_DIGITS: Final = str.maketrans("", "", "0123456789")

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

_LEANING_AWAY: Final = sum(BIT[name] for name in ("related", "comment", "footer", "side", "nav", "cookie"))
_AWAY: Final = frozenset(["aside", "nav", "footer", "form"])


class PageView:
    """The blocks and elements of one page, as columns: one entry for each block, or for each element by its number."""

    def __init__(self, texts: list[str], markups: list[Markup]) -> None:
        """Look at the blocks of a page: their texts, and what the markup says of each."""
        self.texts = texts
        self.links = [markup.link_share for markup in markups]
        blanks = sum(said.count(" ") for said in texts)
        self.scale = 3 if sum(map(len, texts)) > _DENSE * max(1, blanks) else 1
        self.sizes = [len(said) * self.scale for said in self.texts]
        self.ends = [_end(said) for said in self.texts]
        seen = Counter(texts)
        #: How often a block's text stands elsewhere in the page, up to two.
        self.repeated = [min(2, seen[said] - 1) for said in texts]
        self.prose = list(map(_prose, self.sizes, self.links, self.ends))
        self._collect([markup.element for markup in markups])
        self._add_up()
        self._descend()
        self._group()

    def _collect(self, owners: list[Element]) -> None:
        """Number the elements in document order, each behind the one around it, and say what they are."""
        known: dict[int, int] = {}
        found: list[Element] = []
        for owner in owners:
            element: Element | None = owner
            while element is not None and id(element) not in known:
                known[id(element)] = 0
                found.append(element)
                element = element.parent
        found.sort(key=lambda element: element.number)
        for number, element in enumerate(found):
            known[id(element)] = number
        self.elements = found
        self.names = names = [element.name for element in found]
        self.parents = parents = [known[id(element.parent)] if element.parent else 0 for element in found]
        self.owners = [known[id(owner)] for owner in owners]
        #: Bits of INSIDE along the path; bits of the marks here, and along the path.
        self.inside = inside = [0] * len(found)
        self.marks = marks = [0] * len(found)
        self.above = above = [0] * len(found)
        self.holder_of = holder_of = list(range(len(found)))
        #: Which <article> an element is in, the innermost: 0 for none.
        self.article = article = [0] * len(found)
        said: dict[str, int] = {}
        for number, element in enumerate(found):
            parent, name, words = parents[number], names[number], element.marks
            if words and name not in ("body", "html"):
                bits = said.get(words)
                if bits is None:
                    bits = said[words] = _marks(words)
                marks[number] = bits
            if number:
                inside[number] = inside[parent] | INSIDE.get(name, 0)
                above[number] = above[parent] | marks[number]
                article[number] = number if name == "article" else article[parent]
                if name in INLINE:
                    holder_of[number] = holder_of[parent]
        self.holders = [holder_of[owner] for owner in self.owners]

    def _add_up(self) -> None:
        """Sum up for each element what is inside it."""
        size = len(self.elements)
        self.total, self.linked, self.spoken, self.count, self.children = (
            [0.0] * size, [0.0] * size, [0.0] * size, [0] * size, [0] * size,
        )  # fmt: skip
        total, linked, spoken, count, parents = self.total, self.linked, self.spoken, self.count, self.parents
        for owner, weight, link, prose in zip(self.owners, self.sizes, self.links, self.prose, strict=True):
            total[owner] += weight
            linked[owner] += weight * link
            spoken[owner] += prose
            count[owner] += 1
        for number in range(size - 1, 0, -1):
            parent = parents[number]
            total[parent] += total[number]
            linked[parent] += linked[number]
            spoken[parent] += spoken[number]
            count[parent] += count[number]
            self.children[parent] += 1
        self.all_prose = max(1.0, spoken[0]) if size else 1.0

    def _descend(self) -> None:
        """Find the innermost elements that hold most of the prose, for several meanings of most."""
        heaviest: dict[int, int] = {}
        worth = list(self.spoken)
        for number in range(1, len(self.elements)):
            if self.marks[number] & _LEANING_AWAY:
                worth[number] *= 0.4
            if self.names[number] in _AWAY:
                worth[number] *= 0.2
            parent = self.parents[number]
            if self.holder_of[number] == number and self.names[number] not in ("p", "li"):
                best = heaviest.get(parent)
                if best is None or worth[number] > worth[best]:
                    heaviest[parent] = number
        self.best, self.broad, self.narrow = (self._inner(heaviest, worth, share) for share in (0.6, 0.8, 0.35))

    def _inner(self, heaviest: dict[int, int], worth: list[float], share: float) -> int:
        at = 0
        while (below := heaviest.get(at)) is not None and worth[below] >= share * self.spoken[at] and worth[below] > 0:
            at = below
        return at

    def _group(self) -> None:
        """Gather the blocks that are marked up alike: the same names and marks, two or four elements up."""
        parents, names, elements = self.parents, self.names, self.elements
        looks: dict[tuple[str, str], int] = {}
        said: dict[tuple[str, str], int] = {}
        look_of: dict[int, int] = {}

        def look(number: int) -> int:
            """The number of what an element looks like: its name and its marks without digits."""
            found = look_of.get(number)
            if found is None:
                given = names[number], elements[number].marks
                found = said.get(given)
                if found is None:
                    clean = given[0], given[1].translate(_WITHOUT_DIGITS)
                    found = said[given] = looks.setdefault(clean, len(looks))
                look_of[number] = found
            return found

        keys: dict[int, tuple[int, int]] = {}
        above: dict[int, tuple[int, int, int]] = {}
        groups: dict[object, int] = {}
        for holder in dict.fromkeys(self.holders):
            parent = parents[holder]
            around = above.get(parent)
            if around is None:
                grand = parents[parent]
                around = above[parent] = look(parent), look(grand), look(parents[grand])
            own = look(holder)
            near, far = (own, around[0]), (own, around)
            keys[holder] = groups.setdefault(near, len(groups)), groups.setdefault(far, len(groups))
        self.near = [keys[holder][0] for holder in self.holders]
        self.far = [keys[holder][1] for holder in self.holders]
        size = len(groups)
        self.group_prose, self.group_total, self.group_linked, self.group_count = (
            [0.0] * size, [0.0] * size, [0.0] * size, [0] * size,
        )  # fmt: skip
        for column in (self.near, self.far):
            for group, weight, link, prose in zip(column, self.sizes, self.links, self.prose, strict=True):
                self.group_prose[group] += prose
                self.group_total[group] += weight
                self.group_linked[group] += weight * link
                self.group_count[group] += 1

    def within(self, container: int) -> list[bool]:
        """Say of each element whether it is ``container`` or inside it."""
        inside = [False] * len(self.elements)
        inside[container] = True
        parents = self.parents
        for number in range(container + 1, len(inside)):
            inside[number] = inside[parents[number]]
        return inside

    def steps_up(self, start: int) -> list[int]:
        """Say of each element how many steps up from ``start`` the innermost element around both is."""
        steps = [0] * len(self.elements)
        chain: dict[int, int] = {}
        at = start
        while at not in chain:
            chain[at] = len(chain)
            at = self.parents[at]
        for number in range(len(steps)):
            steps[number] = chain[number] if number in chain else steps[self.parents[number]]
        return steps


def _marks(words: str) -> int:
    """Look up the words of an element's marks, alone and as neighbours."""
    bits, before = 0, ""
    for word in _WORD.findall(words)[:40]:
        bits |= _BITS.get(word, 0) | _BITS.get(before + word, 0)
        before = word
    return bits


def _end(said: str) -> int:
    """How a block ends: 1 as a sentence does, 2 with a colon, 3 with a comma, 0 otherwise."""
    tail = said.rstrip(_CLOSERS)[-1:]
    if tail in SENTENCE_ENDS and tail:
        return 1
    if tail in (":", "："):
        return 2
    return 3 if tail in (",", ";", "、") else 0


def _prose(size: int, link: float, end: int) -> float:
    """How much a block weighs as running text: nothing, or its size."""
    plain = size * (1 - link)
    return size if link < 0.5 and plain > 40 and (size > 140 or (end == 1 and size > 40)) else 0.0
