"""The tags of a page that was written out: what stands in what, and where it ends."""

import numpy as np
import pytest

from newskit.readers.markup_tags import LINE, LINK, Tags, plain, values

#: Places of tags:  0 page, 1 div, 2 p, 3 b, 4 /b, 5 br, 6 /p, 7 a, 8 /a, 9 /div
TAGS = Tags('<div class="x">one<p>two<b>three</b>four<br>five</p><a href="y">six</a></div>')


def test_a_page_is_tags_and_the_text_behind_each():
    assert TAGS.names == ["page", "div", "p", "b", "/b", "br", "/p", "a", "/a", "/div"]
    assert TAGS.texts == ["", "one", "two", "three", "four", "five", "", "six", "", ""]


def test_a_text_stands_in_the_innermost_element_around_it():
    places = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9])
    assert TAGS.elements.around(places).tolist() == [1, 2, 3, 2, 2, 1, 7, 1, 0]


def test_an_element_knows_what_is_around_it_and_where_it_ends():
    assert TAGS.elements.places.tolist() == [0, 1, 2, 3, 7]
    assert TAGS.elements.parents.tolist() == [0, 0, 1, 2, 1]
    assert TAGS.elements.ends.tolist() == [10, 9, 6, 4, 8]


def test_what_stands_inside_a_line_does_not_count_among_blocks():
    assert TAGS.blocks.around(np.array([3, 5, 7])).tolist() == [2, 2, 1]
    assert (TAGS.steps & LINE != 0).nonzero()[0].tolist() == [0, 1, 2, 6, 9]


def test_links_are_counted_where_they_are():
    assert TAGS.depth(LINK).tolist() == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_the_first_text_of_an_element_ends_with_it_or_where_it_grows_too_long():
    assert TAGS.start(2, 600) == "twothreefourfive"
    assert TAGS.start(2, 5) == "twoth"


def test_a_tag_whose_name_holds_a_sign_of_a_tag_is_one():
    tags = Tags("<p><a<b>one</a<b>two</p>")
    assert tags.names == ["page", "p", "a<b", "/a<b", "/p"]
    assert tags.texts == ["", "", "one", "two", ""]


@pytest.mark.parametrize("page", ["", "no tag", "</p></p>", "<p><p><p>", "<>", "< >x</ >", "<p", ">"])
def test_what_is_no_page_gives_tags_too(page):
    tags = Tags(page)
    assert len(tags.texts) == len(tags.names) == len(tags.elements.ends_at)


def test_references_are_resolved_once():
    assert plain("a &lt;b&gt; &amp;lt; &quot;c&quot;") == 'a <b> &lt; "c"'
    assert values(' class="a&amp;b" hidden="" data-x="c=d"') == {"class": "a&b", "hidden": "", "data-x": "c=d"}
