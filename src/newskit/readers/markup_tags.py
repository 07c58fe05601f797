"""The tags of a page, as the HTML library writes them out, as columns: one entry for each.

What comes in is no page as it is found: the library has parsed it and written it out again, so that every tag is closed, every
value stands in double quotes, and “<” and “>” stand nowhere else than around tags.
"""

import re
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

# A tag: matches '<p class="x">' and '</p>'; a “<” may stand in a name.
_TAG: Final = re.compile(r"<([^>]*)>")
# A name and its value: matches ' class="lead story"'.
_GIVEN: Final = re.compile(r' ([^\s=]+)="([^"]*)"')

#: What to do at a tag: enter an element, leave one, end the line; and what it is.
ENTER: Final = 1
LEAVE: Final = 2
LINE: Final = 4
BREAK: Final = 8
LINK: Final = 16
PRE: Final = 32
TIME: Final = 64

#: Elements that begin on a line of their own, and whose end ends that line.
_BLOCKS: Final = (
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
)  # fmt: skip

#: Elements that hold nothing, and are not closed.
_VOID: Final = (
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param",
    "source", "track", "wbr",
)  # fmt: skip

#: The references that the HTML library writes besides “&nbsp;”; that of “&” comes last, or it would make others.
_REFERENCES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


class _Steps(dict[str, int]):
    """What to do at a tag, by its name; “/div” is the end of a div. Names that are not here are those of inline elements."""

    def __missing__(self, name: str) -> int:
        return LEAVE if name.startswith("/") else 0 if name.startswith(("?", "!")) else ENTER


_STEPS: Final = _Steps(
    {
        **dict.fromkeys(("page", *_BLOCKS), LINE | ENTER),
        **{f"/{name}": LINE | LEAVE for name in _BLOCKS},
        **dict.fromkeys(_VOID, 0),
        "hr": LINE,
        "br": BREAK,
        "time": ENTER | TIME,
        "a": ENTER | LINK,
        "/a": LEAVE | LINK,
        "pre": LINE | ENTER | PRE,
        "/pre": LINE | LEAVE | PRE,
    }
)


class Tags:
    """The tags of a page, that of the page itself before the first, so that what stands anywhere stands in an element.

    An element is known by the place of the tag that it begins with.
    """

    def __init__(self, page: str) -> None:
        """Take a page apart that was written out."""
        pieces = _cut(page.replace("&nbsp;", "\u00a0"))
        #: What stands between “<” and “>”, and the text up to the next.
        self.tags: list[str] = ["page", *pieces[1::2]]
        self.texts: list[str] = ["", *pieces[2::2]]
        #: Whether there is microdata or RDFa.
        self.hold_items = ' itemprop="' in page or ' property="' in page
        #: Names; “/p” at the end of a p.
        self.names: list[str] = [tag.partition(" ")[0] for tag in self.tags]
        self.steps: Numbers = np.array(list(map(_STEPS.__getitem__, self.names)), np.int64)
        #: The elements, and those that stand on lines of their own.
        self.elements = Nesting(self.steps, 0)
        self.blocks = Nesting(self.steps, LINE)

    def depth(self, step: int) -> Numbers:
        """Say of each tag in how many elements of a sort it stands."""
        entered = self.steps & (step | ENTER) == step | ENTER
        left = self.steps & (step | LEAVE) == step | LEAVE
        return np.cumsum(entered.astype(np.int64) - left)

    def start(self, at: int, longest: int) -> str:
        """The first text inside an element, white space collapsed, of so many characters at most; bounded, since elements nest."""
        end = min(self.elements.ends_at[at], at + 60)
        return " ".join(plain("".join([text[:longest] for text in self.texts[at:end]])).split())[:longest]


def _cut(page: str) -> list[str]:
    """Cut a page into texts and tags, by turns."""
    if page.count("<") == page.count(">"):  # else a “<” stands in a name
        return page.replace(">", "<").split("<")
    return _TAG.split(page)


class Nesting:
    """Which elements of a sort stand around others.

    Places are sorted by how deep they are, then as they stand: what an element stands in is the last before it that is one
    step less deep.
    """

    def __init__(self, steps: Numbers, sort: int) -> None:
        """Look at the tags that enter and leave elements of a sort."""
        enters, leaves = (steps & (sort | step) == sort | step for step in (ENTER, LEAVE))
        self._size = size = len(steps)
        self._depth = np.maximum(1, np.cumsum(enters.astype(np.int64) - leaves))
        #: Where elements begin.
        self.places = places = np.flatnonzero(enters)
        self._sorted = np.sort(self._depth[places] * size + places)
        self._leaves = leaves

    def around(self, places: Numbers) -> Numbers:
        """Give for each place the innermost element around it; for one where an element begins that element."""
        return self._last(self._depth[places], places)

    def _last(self, depth: Numbers, places: Numbers) -> Numbers:
        found: Numbers = (
            self._sorted[np.searchsorted(self._sorted, depth * self._size + places, "right") - 1] % self._size
        )
        return found

    @cached_property
    def parents(self) -> Numbers:
        """The element around each; the outermost is its own."""
        parents = self._last(self._depth[self.places] - 1, self.places)
        parents[0] = 0
        return parents

    @cached_property
    def ends(self) -> Numbers:
        """Where each element ends."""
        left = np.flatnonzero(self._leaves)
        ordered = np.sort(self._depth[left] * self._size + left)
        depth = self._depth[self.places] - 1
        found = np.append(ordered, -1)[np.searchsorted(ordered, depth * self._size + self.places)]
        return np.where((depth > 0) & (found // self._size == depth), found % self._size, self._size)

    @cached_property
    def ends_at(self) -> list[int]:
        """For each place where the element that begins there ends; 0 where none does."""
        ends = np.zeros(self._size, np.int64)
        ends[self.places] = self.ends
        return ends.tolist()

    @cached_property
    def parents_at(self) -> list[int]:
        """For each place the element around the one that begins there."""
        parents = np.zeros(self._size, np.int64)
        parents[self.places] = self.parents
        return parents.tolist()


def values(tag: str) -> dict[str, str]:
    """The names and values of a tag's attributes."""
    found = _GIVEN.findall(tag)
    if "&" in tag:
        return {name: plain(value) for name, value in found}
    return dict(found)


def plain(text: str) -> str:
    """Resolve the references that the HTML library writes."""
    if "&" in text:
        for reference, character in _REFERENCES:
            text = text.replace(reference, character)
    return text
