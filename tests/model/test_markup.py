"""Elements of a page, one by one and as columns."""

from newskit import Element
from newskit.model.markup import Elements, numbered

NAMES = ["page", "article", "p", "em", "p"]
PARENTS = [0, 0, 1, 2, 1]


def test_an_element_is_made_once():
    elements = Elements(NAMES, ["", "post", "", "", "lead"], PARENTS)
    assert elements[3].parent is elements[2]
    assert elements[4].parent is elements[1]
    assert [element.name for element in elements[3].chain()] == ["em", "p", "article", "page"]
    assert elements[0].parent is None
    assert (elements[4].marks, elements[4].number) == ("lead", 4)


def test_elements_as_deep_as_the_page_is_long_are_made():
    size = 5000
    elements = Elements(["div"] * size, [""] * size, [max(0, number - 1) for number in range(size)])
    assert sum(1 for _ in elements[size - 1].chain()) == size


def test_elements_of_blocks_are_numbered_as_they_stand():
    article = Element("article", "post", Element("page"))
    first, second = Element("p", parent=article), Element("p", "lead", article)
    elements, owners = numbered([first, second, article, first])
    assert list(elements.names) == ["page", "article", "p", "p"]
    assert list(elements.marks) == ["", "post", "", "lead"]
    assert list(elements.parents) == [0, 0, 1, 1]
    assert owners == [2, 3, 1, 2]
