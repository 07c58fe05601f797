"""Names what stands on a page besides running text: by its element, by its marks, by what is around it.

One ordered table decides what a block is that is no body; the first rule that fits wins.
"""

from collections.abc import Callable, Sequence
from typing import Final

import attrs
import numpy as np

from newskit.evidence.page_hints import Hints
from newskit.evidence.page_tree import BIT, INSIDE, Numbers, Truths
from newskit.evidence.page_view import PageView
from newskit.model.kinds import Kind

_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
#: A byline, a date or a tag is no longer, in characters.
_SHORT: Final = 160


def body_kinds(view: PageView, wanted: Sequence[int]) -> list[Kind]:
    """What blocks of the body are, by their elements."""
    names, holders, inside = (
        view.tree.names,
        view.holders[wanted].tolist(),
        view.tree.inside[view.owners[wanted]].tolist(),
    )
    return [_body_kind(names[holder], bits) for holder, bits in zip(holders, inside, strict=True)]


def _body_kind(name: str, inside: int) -> Kind:
    if name in _HEADINGS:
        return Kind.HEADING
    if name in ("td", "th", "caption"):
        return Kind.TABLE_CELL
    if name == "blockquote" or inside & INSIDE["blockquote"]:
        return Kind.BLOCK_QUOTE
    if name in ("li", "dd", "dt") or inside & INSIDE["li"]:
        return Kind.LIST_ITEM
    return Kind.PARAGRAPH


@attrs.frozen(eq=False)
class Around:
    """What the rules ask of blocks that are no body, one entry for each block."""

    #: Marks of the block or its parent, and anywhere along the path; the elements along the path.
    own: Numbers
    all: Numbers
    inside: Numbers
    #: In characters.
    size: Numbers
    linked: Truths
    describes: Truths
    #: Near the article: from a little before its headline to a little behind its last paragraph.
    near: Truths
    heads: Truths

    @classmethod
    def of(cls, view: PageView, hints: Hints, article: tuple[int, int, int]) -> "Around":
        """Look at the blocks of a page whose article begins and ends here, with some room, and whose body begins there."""
        tree, places = view.tree, np.arange(len(view.texts))
        marks = tree.marks
        begin, end, body = article
        return cls(
            marks[view.owners] | marks[view.holders] | marks[view.above_holders],
            tree.above[view.owners],
            tree.inside[view.owners],
            view.lengths,
            view.links > 0.5,
            np.isin(places, list(hints.descriptions)),
            (begin <= places) & (places <= end),
            (begin <= places) & (places <= body),
        )

    def says(self, category: str) -> Truths:
        """Whether the marks of a block or its parent say this."""
        return _holds(self.own, BIT[category])

    def stands_in(self, category: str) -> Truths:
        """Whether the marks anywhere along the path do."""
        return _holds(self.all, BIT[category])

    def is_in(self, name: str) -> Truths:
        """Whether an element of this name is around a block."""
        return _holds(self.inside, INSIDE[name])


def _holds(bits: Numbers, bit: int) -> Truths:
    held: Truths = (bits & bit) != 0
    return held


Rule = tuple[Kind, str, Callable[[Around], Truths]]

RULES: Final[tuple[Rule, ...]] = (
    (Kind.COOKIE, "in a dialog or consent box", lambda at: at.stands_in("cookie") & ~at.near),
    (Kind.NAVIGATION, "in navigation", lambda at: at.is_in("nav") | at.says("nav")),
    (Kind.COMMENTS, "in comments", lambda at: at.stands_in("comment")),
    (Kind.CAPTION, "in a figure", lambda at: at.near & at.is_in("figcaption")),
    (Kind.SUBSCRIBE, "marked as a sign-up", lambda at: at.says("subscribe")),
    (Kind.SHARE, "marked as sharing", lambda at: at.says("share")),
    (Kind.DEK, "the page's description", lambda at: at.heads & at.describes & ~at.linked),
    (Kind.DEK, "marked as a dek", lambda at: at.heads & (at.size > _SHORT // 4) & at.says("dek") & ~at.linked),
    (Kind.BYLINE, "marked as a byline", lambda at: at.near & (at.size < _SHORT) & at.says("author")),
    (Kind.AUTHOR_BIO, "marked as an author's", lambda at: at.says("author") & (at.size >= _SHORT)),
    (Kind.TIMESTAMP, "marked as a date", lambda at: at.heads & (at.size < _SHORT // 2) & at.says("date")),
    (Kind.CAPTION, "marked as a caption", lambda at: at.near & at.says("media") & ~at.linked),
    (Kind.ADVERTISEMENT, "marked as advertising", lambda at: at.says("ad")),
    (Kind.TAGS, "marked as topics", lambda at: at.says("tags") & (at.size < _SHORT)),
    (Kind.RELATED, "marked as related", lambda at: at.stands_in("related")),
    (Kind.DISCLAIMER, "marked as a note", lambda at: at.says("disclaimer")),
    (Kind.NAVIGATION, "in a list of contents", lambda at: at.says("toc")),
    (Kind.COPYRIGHT, "in the page's footer", lambda at: ~at.near & at.says("footer") & ~at.linked),
    (Kind.RELATED, "links beside the text", lambda at: at.linked & (at.size > _SHORT // 8)),
    (Kind.NAVIGATION, "a link", lambda at: at.linked),
)  # fmt: skip
_NOTHING: Final = (Kind.OTHER, "no body")


def other_kinds(around: Around) -> list[tuple[Kind, str]]:
    """What blocks are that are no body, and why."""
    answers = [*((kind, reason) for kind, reason, _ in RULES), _NOTHING]
    fitting = np.array([*(fits(around) for _, _, fits in RULES), around.size >= 0])
    return [answers[rule] for rule in fitting.argmax(axis=0).tolist()]
