"""Names what stands on a page besides running text: by its element, by its marks, by what is around it.

One ordered table decides what a block is that is no body; the first rule that fits wins.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import starmap
from typing import Final, NamedTuple

import numpy as np

from newskit.evidence.page_hints import Hints
from newskit.evidence.page_tree import BIT, INSIDE
from newskit.evidence.page_view import PageView
from newskit.model.kinds import Kind

_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
#: A byline, a date or a tag is no longer, in characters.
_SHORT: Final = 160
#: The sizes at which a rule below may change its mind, in characters.
_SIZES: Final = (0, _SHORT // 8 + 1, _SHORT // 4 + 1, _SHORT // 2, _SHORT)


def body_kind(view: PageView, index: int) -> Kind:
    """What a block of the body is, by its element."""
    name, inside = view.tree.names[view.holders[index]], int(view.tree.inside[view.owners[index]])
    if name in _HEADINGS:
        return Kind.HEADING
    if name in ("td", "th", "caption"):
        return Kind.TABLE_CELL
    if name == "blockquote" or inside & INSIDE["blockquote"]:
        return Kind.BLOCK_QUOTE
    if name in ("li", "dd", "dt") or inside & INSIDE["li"]:
        return Kind.LIST_ITEM
    return Kind.PARAGRAPH


class Around(NamedTuple):
    """What the rules ask of a block that is no body; blocks that stand alike have equal ones."""

    #: Marks of the block or its parent, and anywhere along the path; the elements along the path.
    own: int
    all: int
    inside: int
    #: In characters, lowered to the next size that a rule asks for.
    size: int
    linked: bool
    describes: bool
    #: Near the article: from a little before its headline to a little behind its last paragraph.
    near: bool
    heads: bool

    def says(self, *categories: str) -> bool:
        """Whether the marks of the block or its parent say one of these."""
        return self.own & _bits(categories) != 0

    def stands_in(self, *categories: str) -> bool:
        """Whether the marks anywhere along the path do."""
        return self.all & _bits(categories) != 0


def surroundings(view: PageView, hints: Hints, article: tuple[int, int, int]) -> Iterator[Around]:
    """Give for each block what the rules ask; ``article`` is where it begins and ends, with some room, and where its body begins."""
    tree, numbers = view.tree, np.arange(len(view.texts))
    marks = tree.marks
    begin, end, body = article
    lowered = np.array(_SIZES)[np.searchsorted(_SIZES, [len(said) for said in view.texts], "right") - 1]
    columns = (
        marks[view.owners] | marks[view.holders] | marks[view.above_holders], tree.above[view.owners], tree.inside[view.owners],
        lowered, view.links > 0.5, np.isin(numbers, list(hints.descriptions)),
        (begin <= numbers) & (numbers <= end), (begin <= numbers) & (numbers <= body),
    )  # fmt: skip
    return starmap(Around, zip(*(column.tolist() for column in columns), strict=True))


@cache
def _bits(categories: tuple[str, ...]) -> int:
    return sum(BIT[category] for category in categories)


Rule = tuple[Kind, str, Callable[[Around], bool]]

RULES: Final[tuple[Rule, ...]] = (
    (Kind.COOKIE, "in a dialog or consent box", lambda at: at.stands_in("cookie") and not at.near),
    (Kind.NAVIGATION, "in navigation", lambda at: bool(at.inside & INSIDE["nav"]) or at.says("nav")),
    (Kind.COMMENTS, "in comments", lambda at: at.stands_in("comment")),
    (Kind.CAPTION, "in a figure", lambda at: at.near and bool(at.inside & INSIDE["figcaption"])),
    (Kind.SUBSCRIBE, "marked as a sign-up", lambda at: at.says("subscribe")),
    (Kind.SHARE, "marked as sharing", lambda at: at.says("share")),
    (Kind.DEK, "the page's description", lambda at: at.heads and at.describes and not at.linked),
    (Kind.DEK, "marked as a dek", lambda at: at.heads and at.size > _SHORT // 4 and at.says("dek") and not at.linked),
    (Kind.BYLINE, "marked as a byline", lambda at: at.near and at.size < _SHORT and at.says("author")),
    (Kind.AUTHOR_BIO, "marked as an author's", lambda at: at.says("author") and at.size >= _SHORT),
    (Kind.TIMESTAMP, "marked as a date", lambda at: at.heads and at.size < _SHORT // 2 and at.says("date")),
    (Kind.CAPTION, "marked as a caption", lambda at: at.near and at.says("media") and not at.linked),
    (Kind.ADVERTISEMENT, "marked as advertising", lambda at: at.says("ad")),
    (Kind.TAGS, "marked as topics", lambda at: at.says("tags") and at.size < _SHORT),
    (Kind.RELATED, "marked as related", lambda at: at.says("related") or at.stands_in("related")),
    (Kind.DISCLAIMER, "marked as a note", lambda at: at.says("disclaimer")),
    (Kind.NAVIGATION, "in a list of contents", lambda at: at.says("toc")),
    (Kind.COPYRIGHT, "in the page's footer", lambda at: not at.near and at.says("footer") and not at.linked),
    (Kind.RELATED, "links beside the text", lambda at: at.linked and at.size > _SHORT // 8),
    (Kind.NAVIGATION, "a link", lambda at: at.linked),
    (Kind.OTHER, "no body", lambda _: True),
)  # fmt: skip


def other_kind(around: Around) -> tuple[Kind, str]:
    """What a block is that is no body, and why."""
    return next((kind, reason) for kind, reason, fits in RULES if fits(around))
