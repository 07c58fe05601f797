"""Takes a page's tags for its visible text block by block, for the elements around it, and for what these declare."""

import re
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newskit.evidence.declared_people import FOLDERS
from newskit.model.document import PageBlocks
from newskit.model.markup import Elements
from newskit.readers.markup_declared import Declarations
from newskit.readers.markup_tags import BREAK, ENTER, LINE, LINK, PRE, TIME, Numbers, Tags, plain, values

#: Blocks that follow their like on the next line, without a blank one between.
_TIGHT: Final = frozenset(["li", "td", "th", "dt", "dd"])

#: Attributes whose values are an element's marks.
_MARKS: Final = ("class", "id", "role", "itemprop")
_MARK: Final = re.compile(r' (class|id|role|itemprop)="([^"]*)"')

#: How many inline elements around a text are looked at, so that a thousand nested ones cost no more than ten.
_NEAR: Final = 12

_SPACE: Final = re.compile(r"[ \t\n\f]{2,}|[\t\n\f]")
_BREAKS: Final = re.compile(r" ?\r(?: ?\r)*+ ?")
#: Stands for <br> in the text of a block: the parser leaves no carriage return in a text.
_LINE_BREAK: Final = "\r"


def scan(page: str, declared: Declarations) -> tuple[str, PageBlocks]:
    """Go over a page that was written out: its text and blocks; what its elements declare is added to ``declared``."""
    blocks = _Blocks(Tags(page))
    blocks.declare(declared)
    return blocks.laid_out()


class _Blocks:
    """The runs of text between two tags that end a line."""

    def __init__(self, tags: Tags) -> None:
        self.tags = tags
        #: Tags with a text behind them that is no white space.
        self.said = np.array([at for at, text in enumerate(tags.texts) if text and not text.isspace()], np.int64)
        self.line = np.cumsum(self._lines())
        lines = self.line[self.said]
        #: For each block the first and the last of ``said``.
        self.first = np.flatnonzero(np.diff(lines, prepend=-1))
        self.last = np.append(self.first, len(lines))[1:] - 1
        self.numbers = lines[self.first]

    def _lines(self) -> NDArray[np.bool_]:
        """Say of each tag whether it ends the block: of two <br> without a text between the second does."""
        lines: NDArray[np.bool_] = self.tags.steps & LINE != 0
        breaks = np.flatnonzero(self.tags.steps & BREAK)
        texts_before = np.searchsorted(self.said, breaks)
        lines[breaks[1:][np.diff(texts_before) == 0]] = True
        return lines

    def laid_out(self) -> tuple[str, PageBlocks]:
        """Lay the blocks out as a browser would."""
        texts, tags = self._texts(), self.tags
        holders = tags.blocks.around(self.said[self.first]).tolist()
        tight = np.array([tags.names[holder] in _TIGHT for holder in holders], np.bool_)
        close = tight[1:] & tight[:-1]
        pieces = [""] * (2 * len(texts) - 1)
        pieces[::2] = texts
        pieces[1::2] = ["\n" if near else "\n\n" for near in close.tolist()]
        lengths = np.array(list(map(len, texts)), np.int64)
        ends = np.cumsum(lengths)
        ends[1:] += np.cumsum(2 - close)
        links = np.minimum(1.0, self._linked() / np.maximum(1, lengths))
        owners, places, parents = self._elements(np.array(self._owners(holders), np.int64))
        elements = Elements([tags.names[at] for at in places], _all_marks([tags.tags[at] for at in places]), parents)
        return "".join(pieces), PageBlocks((ends - lengths).tolist(), ends.tolist(), owners, links.tolist(), elements)

    def _texts(self) -> list[str]:
        pieces = list(self.tags.texts)
        for at in np.flatnonzero(self.tags.steps & BREAK).tolist():
            pieces[at] = _LINE_BREAK + pieces[at]
        begin, end = self.said[self.first], self.said[self.last]
        preformatted = self.tags.depth(PRE)[begin] > 0
        return [
            _laid_out("".join(pieces[start : stop + 1]), preformatted=kept)
            for start, stop, kept in zip(begin.tolist(), end.tolist(), preformatted.tolist(), strict=True)
        ]

    def _linked(self) -> Numbers:
        """Count the characters of each block inside links."""
        linked = np.flatnonzero(self.tags.depth(LINK)[self.said] > 0)
        sizes = np.zeros(len(self.said) + 1, np.int64)
        sizes[linked + 1] = [len(plain(self.tags.texts[at]).strip()) for at in self.said[linked].tolist()]
        running = np.cumsum(sizes)
        found: Numbers = running[self.last + 1] - running[self.first]
        return found

    def _owners(self, holders: list[int]) -> list[int]:
        """Find for each block the innermost element that holds all of it."""
        inside = self.tags.elements.around(self.said)
        owners: list[int] = inside[self.first].tolist()
        for number in np.flatnonzero(self.last > self.first).tolist():
            for other in inside[self.first[number] + 1 : self.last[number] + 1].tolist():
                if other != owners[number]:
                    owners[number] = self._around_both(owners[number], other, holders[number])
        return owners

    def _around_both(self, owner: int, other: int, holder: int) -> int:
        """The innermost of the inline elements around both; their block where that is not near."""
        parents, around = self.tags.elements.parents_at, list[int]()
        while owner != holder and len(around) < _NEAR:
            around.append(owner)
            owner = parents[owner]
        for _ in range(_NEAR):
            if other == holder or other in around:
                return other
            other = parents[other]
        return holder

    def _elements(self, owners: Numbers) -> tuple[list[int], list[int], list[int]]:
        """Number the elements that own a block or stand around one that does.

        Returns:
            The number of each block's owner, the place of each element, and the number of the element around it.
        """
        nesting = self.tags.elements
        places, ordered = nesting.places, np.sort(owners)
        kept = np.searchsorted(ordered, nesting.ends) > np.searchsorted(ordered, places)
        kept[0] = True
        numbers = np.zeros(len(self.tags.names), np.int64)
        numbers[places[kept]] = np.arange(np.count_nonzero(kept))
        return numbers[owners].tolist(), places[kept].tolist(), numbers[nesting.parents[kept]].tolist()

    def declare(self, declared: Declarations) -> None:
        """Take down what elements declare: times, links to people, microdata."""
        tags = self.tags
        telling = set(np.flatnonzero(tags.steps & TIME).tolist())
        links = np.flatnonzero(tags.steps & (LINK | ENTER) == LINK | ENTER).tolist()
        telling.update(at for at in links if _tells(tags.tags[at]))
        if tags.hold_items:
            telling.update(at for at, tag in enumerate(tags.tags) if ' itemprop="' in tag or ' property="' in tag)
        #: The properties around, innermost last, and where each ends.
        around = [(len(tags.names), "")]
        for at in sorted(telling):
            while at >= around[-1][0]:
                around.pop()
            given, said = values(tags.tags[at]), partial(tags.start, at)
            if "itemprop" in given or "property" in given:
                item = declared.item(around[-1][1], given, said)
                if item != around[-1][1]:
                    around.append((tags.elements.ends_at[at], item))
            block = int(np.searchsorted(self.numbers, self.line[at]))
            if tags.names[at] == "time":
                declared.time(given, said, block, around[-1][1])
            elif tags.names[at] == "a":
                declared.link(given, said, block)


def _tells(tag: str) -> bool:
    """Whether a link may say something of the article."""
    said = tag.lower()
    return not FOLDERS.isdisjoint(said.split("/")) or (' rel="' in said and ("author" in said or "tag" in said))


def _laid_out(text: str, *, preformatted: bool) -> str:
    """Collapse white space as a browser would, but for the lines that <br> makes."""
    text = plain(text.strip())
    if not preformatted and ("\n" in text or "  " in text or "\t" in text or "\f" in text):
        text = _SPACE.sub(" ", text)
    if _LINE_BREAK in text:
        text = _BREAKS.sub("\n", text)
    return text


def _all_marks(tags: list[str]) -> list[str]:
    known = {tag: _marks(tag) for tag in dict.fromkeys(tags)}
    return [known[tag] for tag in tags]


def _marks(tag: str) -> str:
    """The words of an element's marks."""
    name, _, rest = tag.partition(' class="')
    if rest.count('"') == 1 and " " not in name:  # a class and nothing else
        return plain(rest[:-1]).lower()
    found = _MARK.findall(tag)
    if len(found) > 1:
        values = dict(found)
        return plain(" ".join([values[name] for name in _MARKS if values.get(name)])).lower()
    return plain(found[0][1]).lower() if found else ""
