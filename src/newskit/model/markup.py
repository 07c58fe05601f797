"""What a page's markup says of a block: the elements around it, and their words."""

from collections.abc import Iterator

import attrs


@attrs.frozen(eq=False)
class Element:
    """An element of a page, as far as its blocks need it: a name, its words, and the element around it.

    Blocks of the same element share the same object, so that ``is`` tells whether two stand in one container. A chain and
    not a tuple of names: a page of any depth costs one object for each element.
    """

    #: The name of its tag, in lower case.
    name: str
    #: The values of its class, id, role and itemprop attributes, joined by blanks, in lower case.
    marks: str = ""
    #: None for the outermost.
    parent: "Element | None" = attrs.field(default=None, repr=False)
    #: Its place among the page's elements that hold text, in document order.
    number: int = 0

    def chain(self) -> Iterator["Element"]:
        """Give the element itself and those around it, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


@attrs.frozen(eq=False)
class Markup:
    """What a page's markup says of a block; a plain text has none.

    >>> markup = Markup(Element("p", "", Element("article", "post main-story")))
    >>> markup.path, sorted(markup.tokens)
    (('article', 'p'), ['main-story', 'post'])
    """

    #: The innermost element that holds all of the block's text.
    element: Element
    #: Share of the block's characters that stand inside links, from 0 to 1.
    link_share: float = 0.0

    @property
    def path(self) -> tuple[str, ...]:
        """Names of the elements around the block, outermost first: ``("main", "article", "p")``."""
        return tuple(element.name for element in self.element.chain())[::-1]

    @property
    def tokens(self) -> frozenset[str]:
        """Words of the class, id, role and itemprop attributes along the path, in lower case."""
        return frozenset(word for element in self.element.chain() for word in element.marks.split())
