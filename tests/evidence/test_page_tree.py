"""The elements of a page as columns: what stands around each, and how far apart two are."""

import numpy as np
import pytest

from newskit.evidence.page_tree import BIT, INSIDE, PageTree

#: page > (article > (div > (p > em, p), aside), footer)
NAMES = ["page", "article", "div", "p", "em", "p", "aside", "footer"]
MARKS = ["", "story", "article-body1", "", "", "", "related card-2", "site-footer"]
PARENTS = [0, 0, 1, 2, 3, 2, 1, 0]
TREE = PageTree(NAMES, MARKS, PARENTS)
ALL = np.arange(len(NAMES))


def test_the_elements_inside_another_follow_it():
    assert TREE.ends.tolist() == [8, 7, 6, 5, 5, 6, 7, 8]
    assert [NAMES[number] for number in ALL[TREE.within(2, ALL)]] == ["div", "p", "em", "p"]


def test_what_stands_inside_a_line_is_held_by_its_block():
    assert TREE.holder_of.tolist() == [0, 1, 2, 3, 3, 5, 6, 7]


def test_steps_lead_up_to_what_is_around_both():
    assert TREE.steps_up(4, ALL).tolist() == [4, 3, 2, 1, 0, 2, 3, 4]
    assert TREE.steps_up(6, ALL).tolist() == [2, 1, 1, 1, 1, 1, 0, 2]


def test_names_and_marks_are_known_along_the_path():
    assert TREE.inside[4] == INSIDE["article"] | INSIDE["em"]
    assert TREE.above[4] & BIT["content"]
    assert not TREE.marks[4]
    assert TREE.above[6] & BIT["related"]
    assert not TREE.above[6] & BIT["content"]


def test_elements_whose_marks_differ_in_digits_look_alike():
    tree = PageTree(["page", "div", "div", "p"], ["", "card-1", "card-23", "card-1"], [0, 0, 0, 0])
    first, second, other = tree.looks()[1:]
    assert first == second != other


@pytest.mark.parametrize("size", [1, 5000])
def test_a_page_as_deep_as_it_is_long_is_looked_at(size):
    tree = PageTree(["div"] * size, [""] * size, [max(0, number - 1) for number in range(size)])
    assert tree.ends.tolist() == [size] * size
    assert tree.steps_up(size - 1, np.array([0])).tolist() == [size - 1]
