"""What a page's markup says of a block: the elements around it, and their words."""

from collections.abc import Iterator, Sequence

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


class Elements:
    """The elements of a page as columns, in document order; an `Element` is made when it is asked for.

    >>> elements = Elements(["article", "p"], ["post", ""], [0, 0])
    >>> elements[1].parent is elements[0]
    True
    """

    def __init__(self, names: Sequence[str], marks: Sequence[str], parents: Sequence[int]) -> None:
        """Take names, marks, and for each the number of the element around it; the first stands around all others."""
        self.names = names
        self.marks = marks
        self.parents = parents
        self._made: dict[int, Element] = {}

    def __getitem__(self, number: int) -> Element:
        missing: list[int] = []
        at = number
        while at not in self._made and (at or not missing or missing[-1]):
            missing.append(at)
            at = self.parents[at]
        for at in reversed(missing):
            around = self._made[self.parents[at]] if at else None
            self._made[at] = Element(self.names[at], self.marks[at], around, at)
        return self._made[number]


def numbered(owners: Sequence[Element]) -> tuple[Elements, list[int]]:
    """Give the elements around blocks as columns, and the number of each block's own."""
    names: list[str] = []
    marks: list[str] = []
    parents: list[int] = []
    known: dict[Element, int] = {}
    numbers = []
    for owner in owners:
        missing = []
        element: Element | None = owner
        while element is not None and element not in known:
            missing.append(element)
            element = element.parent
        number = 0 if element is None else known[element]
        for element in reversed(missing):
            parents.append(number)
            known[element] = number = len(names)
            names.append(element.name)
            marks.append(element.marks)
        numbers.append(number)
    return Elements(names, marks, parents), numbers
