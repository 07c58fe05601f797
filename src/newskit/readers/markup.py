"""Walks a page's tree once: its visible text block by block, and what it declares of itself.

The only module that knows the HTML library. The walk keeps its own stack, so that no depth of nesting is too much, and
does a constant amount of work for each node.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, cast

import attrs
import turbohtml

from newskit.model.document import SourceBlock
from newskit.model.markup import Element, Markup
from newskit.model.span import Span
from newskit.readers.markup_declared import Declarations

#: Elements whose text a browser does not show, or shows in a box of its own that is no part of the page's text.
_UNSEEN: Final = (
    "style, template, noscript, svg, iframe, object, embed, audio, video, canvas, map, datalist, select, textarea, rp"
)

#: Elements that a browser may leave out, as _hidden then decides.
_HIDING: Final = 'dialog, [hidden], [aria-hidden="true"][role$="dialog"], [style*="none" i], [style*="hidden" i]'

#: Elements of which more is asked than what text is inside.
_TELLING: Final = "time, [itemprop]:not(meta, link), [property]:not(meta, link), a[href]"
_HEAD: Final = "title, script, meta, link, html"

#: Elements that begin on a line of their own, and whose end ends that line.
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noframes",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)

#: Blocks that follow their like on the next line, without a blank one between.
_TIGHT: Final = frozenset(["li", "td", "th", "dt", "dd"])

#: Elements in which the walk has nothing to look for.
_EMPTY: Final = frozenset(["br", "img", "input", "meta", "link", "script", "title", "source", "wbr"])

#: Attributes whose values become an element's marks, besides class.
_MARKS: Final = ("id", "role", "itemprop")
_MARKED: Final = "[id], [role], [itemprop]"

#: Roles of boxes that a script shows and hides.
_DIALOGS: Final = ("dialog", "alertdialog")

#: How many inline elements around a text are looked at, so that a thousand nested ones cost no more than ten.
_NEAR: Final = 12

#: Ids of parts that a server sends hidden and late, for a script to show in their place.
_STREAMED = re.compile(r"S:[0-9a-f]+\Z")
_HIDING_STYLE = re.compile(r"(?i)(?:^|;)\s*+(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)\b")
_SPACE = re.compile(r"[ \t\n\f]{2,}|[\t\n\f]")  # a single blank needs no work
_BREAKS = re.compile(r" ?\r(?: ?\r)*+ ?")

#: Stands for <br> among the pieces of a block: the parser leaves no carriage return in a text.
_BREAK: Final = "\r"


class _Frame:
    """An element that the walk is inside of."""

    __slots__ = ("block", "element", "item", "node", "outer", "parent", "preformatted", "tag")

    def __init__(self, tag: str, node: turbohtml.Element | None, parent: "_Frame | None") -> None:
        self.tag = tag
        self.node = node
        self.parent = parent
        #: Made when the first block of text inside is.
        self.element: Element | None = None
        #: The block around an inline element; a block refers to none, or it would be a cycle for the garbage collector.
        self.outer: _Frame | None = None
        self.block = True
        if parent is None:
            self.item = ""
            self.preformatted = False
            return
        #: The property of microdata that the text in here belongs to.
        self.item = parent.item
        self.preformatted = parent.preformatted or tag == "pre"
        if tag not in _BLOCKS:
            self.block = False
            self.outer = parent.outer or parent

    @property
    def holder(self) -> "_Frame":
        """The innermost element around the text here that is a block of its own."""
        return self.outer or self


@attrs.frozen
class Page:
    """What a walk over a page gives."""

    text: str
    blocks: tuple[SourceBlock, ...]
    declared: dict[str, object]


def read_page(source: str) -> Page:
    """Parse a page as a browser would, and take down its visible text and what it declares."""
    root = turbohtml.parse(source, positions=False, scripting=True, allow_declarative_shadow_roots=False)
    return _Walk(root).page()


class _Walk:
    """One pass over a tree. ``frame`` is the element that the walk is in, ``pieces`` the text of the block so far.

    What only some elements need is asked of the library's selectors first: they are ten times as fast as a look at each.
    """

    def __init__(self, root: turbohtml.Document) -> None:
        self.declared = Declarations()
        self.texts: list[str] = []
        self.blocks: list[SourceBlock] = []
        self.length = 0
        self.elements = 0
        self.frame = _Frame("page", None, None)
        self.last_tag = ""
        self.begin()
        _drop(root)
        for node in root.select(_HEAD):
            self.head(node.tag, node)
        self.telling = frozenset(root.select(_TELLING))
        self.marked = frozenset(root.select(_MARKED))
        self.walk(root)
        self.flush()

    def page(self) -> Page:
        return Page("".join(self.texts), tuple(self.blocks), self.declared.as_dict())

    def begin(self) -> None:
        """Start a block without text."""
        self.pieces: list[str] = []
        self.owner: _Frame | None = None
        self.linked = 0

    def head(self, tag: str, node: turbohtml.Element) -> None:
        """Take what stands in the page's head, or should."""
        if tag in ("meta", "link"):
            self.declared.head(tag, node.attrs)
        elif tag == "title" and self.declared.title is None:
            self.declared.title = node.text
        elif tag == "script" and "ld+json" in (node.attr("type") or ""):
            self.declared.json_ld.append(node.text)
        elif tag == "html":
            self.declared.language = node.attr("lang") or node.attr("xml:lang")

    def walk(self, root: turbohtml.Document) -> None:
        """Visit every node that shows; a frame on the stack is the end of its element."""
        stack: list[turbohtml.Node | _Frame] = list(root.children[::-1])
        links = 0
        while stack:
            node = stack.pop()
            if isinstance(node, turbohtml.Text):
                self.take(node.data, links)
            elif isinstance(node, turbohtml.Element):
                tag = node.tag
                if tag in _BLOCKS:
                    if self.pieces:
                        self.flush()
                elif tag in _EMPTY:
                    if tag == "br" and self.pieces:
                        self.line_break()
                    if node in self.telling:
                        self.told(tag, node, _Frame(tag, node, self.frame))
                    continue
                elif tag == "a":
                    links += 1
                self.frame = frame = _Frame(tag, node, self.frame)
                if node in self.telling:
                    self.told(tag, node, frame)
                stack.append(frame)
                stack += node.children[::-1]
            elif isinstance(node, _Frame):
                if node.tag == "a":
                    links -= 1
                if node.block and self.pieces:
                    self.flush()
                self.frame = node.parent or node

    def take(self, data: str, links: int) -> None:
        """Add a text to the block."""
        if data.isspace():
            if self.pieces:
                self.pieces.append(data)
            return
        self.pieces.append(data)
        frame = self.frame
        if self.owner is None:
            self.owner = frame
        elif self.owner is not frame:
            self.owner = _common(self.owner, frame)
        if links:
            self.linked += len(data.strip())

    def told(self, tag: str, node: turbohtml.Element, frame: _Frame) -> None:
        """Take down what an element declares."""
        given = node.attrs
        if "itemprop" in given or "property" in given:
            frame.item = self.declared.item(frame.item, given, node)
        if tag == "time":
            self.declared.time(given, node, len(self.blocks), frame.item)
        elif tag == "a":
            self.declared.link(given, node, len(self.blocks))

    def line_break(self) -> None:
        """Take <br> for the end of a line, a second one for the end of the block."""
        pieces = self.pieces
        at = len(pieces) - 1
        while at >= 0 and pieces[at].isspace() and pieces[at] != _BREAK:
            at -= 1
        if at >= 0 and pieces[at] == _BREAK:
            self.flush()
        elif at >= 0:
            pieces.append(_BREAK)

    def flush(self) -> None:
        """End the block: lay its text out as a browser would, and take it down."""
        if not self.pieces:
            return
        owner = self.owner
        if owner is not None:
            text = _laid_out("".join(self.pieces), preformatted=owner.preformatted)
            if text:
                self.take_down(text, owner)
        self.begin()

    def take_down(self, text: str, owner: _Frame) -> None:
        tag = owner.holder.tag
        if self.blocks:
            gap = "\n" if tag in _TIGHT and self.last_tag in _TIGHT else "\n\n"
            self.texts.append(gap)
            self.length += len(gap)
        start = self.length
        self.texts.append(text)
        self.length += len(text)
        markup = Markup(self.element(owner), min(1.0, self.linked / len(text)))
        self.blocks.append(SourceBlock(Span(start, self.length), markup))
        self.last_tag = tag

    def element(self, frame: _Frame) -> Element:
        """Give the frame's element, made of it and those around it where they have none yet."""
        missing: list[_Frame] = []
        at: _Frame | None = frame
        while at is not None and at.element is None:
            missing.append(at)
            at = at.parent
        above = at.element if at else None
        for found in reversed(missing):
            self.elements += 1
            above = found.element = Element(found.tag, self.marks(found.node), above, self.elements)
        return cast("Element", above)

    def marks(self, node: turbohtml.Element | None) -> str:
        """The words of an element's marks."""
        if node is None:
            return ""
        first = node.attr("class") or ""
        if node in self.marked:
            others = [value for name in _MARKS if (value := node.attr(name))]
            return " ".join([first, *others] if first else others).lower()
        return first.lower()


def _drop(root: turbohtml.Document) -> None:
    """Take out of the tree what a browser does not show."""
    for node in root.select(_UNSEEN):
        node.decompose()
    for node in root.select(_HIDING):
        if node.tag not in ("html", "body") and _hidden(node.tag, node.attrs):
            node.decompose()


def _common(owner: _Frame, frame: _Frame) -> _Frame:
    """The innermost of the inline elements around both; their block where that is not near."""
    around: list[_Frame] = []
    while not owner.block and len(around) < _NEAR:
        around.append(owner)
        owner = owner.parent or owner
    for _ in range(_NEAR):
        if frame in around or frame.block:
            return frame
        frame = frame.parent or frame
    return frame.holder


def _hidden(tag: str, given: Mapping[str, Any]) -> bool:
    """Whether a browser leaves an element out, as far as its attributes tell."""
    if tag == "dialog" and "open" not in given:
        return True
    if "hidden" in given and given["hidden"] != "until-found":
        return not _STREAMED.match(str(given.get("id") or ""))
    if given.get("aria-hidden") == "true" and given.get("role") in _DIALOGS:
        return True
    style = given.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None


def _laid_out(text: str, *, preformatted: bool) -> str:
    """Collapse white space as a browser would, but for the lines that <br> makes."""
    if not preformatted:
        text = _SPACE.sub(" ", text)
    if _BREAK in text:
        text = _BREAKS.sub("\n", text)
    return text.strip()
