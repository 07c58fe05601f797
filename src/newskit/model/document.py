"""The document: a source, read once. Every step after reading looks at it and adds spans over its text."""

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

import attrs

from newskit.errors import ArticleError
from newskit.model.language import Language
from newskit.model.markup import Markup
from newskit.model.span import Span

T = TypeVar("T")


@attrs.frozen
class SourceBlock:
    """A run of text that the source sets apart: a line, a paragraph, an element."""

    span: Span
    markup: Markup | None = None


def _read_only(declared: Mapping[str, Any]) -> Mapping[str, Any]:
    """Keep a plugin from changing, by mistake, what the next one is told."""
    return MappingProxyType(
        {place: MappingProxyType(value) if isinstance(value, dict) else value for place, value in declared.items()}
    )


@attrs.frozen(eq=False)
class Document:
    r"""The text of a source, its blocks in order, and what the source says of itself.

    >>> document = Document("A line.\n", (SourceBlock(Span(0, 7)),))
    >>> [block.span.of(document.text) for block in document.blocks]
    ['A line.']
    """

    #: The characters that every span indexes. They never change.
    text: str
    #: In text order, without overlap; what is between them is white space.
    blocks: tuple[SourceBlock, ...]
    #: “text”, “html”, or whatever a plugin reads.
    format: str = "text"
    url: str | None = None
    #: The code of the language, as declared or as guessed; None where nothing tells.
    language: str | None = None
    #: What the source says of itself outside its text, by place: “meta”, “json-ld”, “link” … (see readers/html.py).
    declared: Mapping[str, Any] = attrs.field(factory=dict, converter=_read_only)
    #: What went wrong in reading, in words; nothing of it stopped the reading.
    problems: tuple[str, ...] = ()
    #: The words of ``language``, from all plugins. The parser fills this in after reading.
    words: Language = attrs.field(default=Language("und"))
    _memory: dict[Hashable, Any] = attrs.field(factory=dict, repr=False, init=False)

    def __attrs_post_init__(self) -> None:
        at = 0
        for block in self.blocks:
            if block.span.start < at or block.span.end > len(self.text):
                raise ArticleError(f"{block.span} overlaps the block before it or ends behind the text")
            at = block.span.end

    def remember(self, evidence: "Callable[[Document], T]") -> T:
        """Return ``evidence(self)``, computed at the first call and kept for the others.

        Evidence that several plugins look at (tokens, marks, block scores) is a named function of the document, so
        that each can ask for it and none has to run first.
        """
        if evidence not in self._memory:
            self._memory[evidence] = evidence(self)
        return cast("T", self._memory[evidence])
