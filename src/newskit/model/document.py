"""The document: a source, read once. Every step after reading looks at it and adds spans over its text."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar, cast, overload

import attrs

from newskit.errors import ArticleError
from newskit.model.language import Language
from newskit.model.markup import Element, Elements, Markup, numbered
from newskit.model.span import Span

T = TypeVar("T")


@attrs.frozen
class SourceBlock:
    """A run of text that the source sets apart: a line, a paragraph, an element."""

    span: Span
    markup: Markup | None = None


class PageBlocks(Sequence[SourceBlock]):
    """The blocks of a page as columns; a `SourceBlock` is made when it is asked for."""

    def __init__(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        owners: Sequence[int],
        links: Sequence[float],
        elements: Elements,
    ) -> None:
        """Take where blocks start and end, the number of the element of each, and its share of characters inside links."""
        self.starts = starts
        self.ends = ends
        self.owners = owners
        self.links = links
        self.elements = elements

    @classmethod
    def of(cls, blocks: Sequence[SourceBlock]) -> "PageBlocks":
        """Give blocks as columns; those without markup stand in a paragraph."""
        if isinstance(blocks, cls):
            return blocks
        nothing = Markup(Element("p"))
        markups = [block.markup or nothing for block in blocks]
        elements, owners = numbered([markup.element for markup in markups])
        starts, ends = [block.span.start for block in blocks], [block.span.end for block in blocks]
        return cls(starts, ends, owners, [markup.link_share for markup in markups], elements)

    def texts(self, text: str) -> list[str]:
        """Give the texts of the blocks of ``text``."""
        return [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> SourceBlock: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[SourceBlock]: ...
    def __getitem__(self, place: int | slice) -> SourceBlock | Sequence[SourceBlock]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        markup = Markup(self.elements[self.owners[place]], self.links[place])
        return SourceBlock(Span(self.starts[place], self.ends[place]), markup)


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
    blocks: Sequence[SourceBlock]
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
        for start, end in self.places():
            if start < at or end > len(self.text):
                raise ArticleError(f"{Span(start, end)} overlaps the block before it or ends behind the text")
            at = end

    def places(self) -> Iterable[tuple[int, int]]:
        """Give where each block starts and ends."""
        if isinstance(self.blocks, PageBlocks):
            return zip(self.blocks.starts, self.blocks.ends, strict=True)
        return [(block.span.start, block.span.end) for block in self.blocks]

    def remember(self, evidence: "Callable[[Document], T]") -> T:
        """Return ``evidence(self)``, computed at the first call and kept for the others.

        Evidence that several plugins look at (tokens, marks, block scores) is a named function of the document, so
        that each can ask for it and none has to run first.
        """
        if evidence not in self._memory:
            self._memory[evidence] = evidence(self)
        return cast("T", self._memory[evidence])
