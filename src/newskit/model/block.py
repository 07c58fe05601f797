"""Blocks: the text cut into labelled pieces.

A block is a value over the text it was cut from; two blocks are equal when span, kind and origin are.
"""

from collections.abc import Mapping
from typing import Any

import attrs

from newskit.model.kinds import Kind, Part
from newskit.model.span import NOBODY, Origin, Span, shorten


@attrs.frozen(repr=False)
class Block:
    """A run of text with one label: a headline, a paragraph, a copyright notice."""

    span: Span
    #: The fine label; ``part`` follows from it.
    kind: Kind
    #: The whole text that ``span`` points into.
    source: str = attrs.field(kw_only=True, eq=False)
    #: Who gave the label, and why.
    origin: Origin = attrs.field(default=NOBODY, kw_only=True)

    @property
    def part(self) -> Part:
        """Whose the block is: headline, body, furniture or boilerplate."""
        return self.kind.part

    @property
    def text(self) -> str:
        """The block's characters, exactly as they stand in the text."""
        return self.span.of(self.source)

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.span.start,
            "end": self.span.end,
            "part": self.part.value,
            "kind": self.kind.value,
            "origin": self.origin.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], source: str) -> "Block":
        return cls(Span(data["start"], data["end"]), Kind(data["kind"]), source=source, origin=Origin(**data["origin"]))

    def __repr__(self) -> str:
        return f"<Block {self.kind.value} {self.span.start}:{self.span.end} {shorten(self.text)!r}>"


class Blocks(tuple[Block, ...]):
    r"""A tuple of blocks that also has a text.

    >>> page = "One.\n\nTwo."
    >>> body = Blocks(Block(Span(a, b), Kind.PARAGRAPH, source=page) for a, b in [(0, 4), (6, 10)])
    >>> body.text
    'One.\n\nTwo.'
    """

    __slots__ = ()

    @property
    def text(self) -> str:
        """The blocks' texts, joined by a blank line."""
        return "\n\n".join(block.text for block in self)
