"""A page's visible text, block by block, and what the page declares of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.readers.html import newskit_read


def read(page, format="html"):
    return newskit_read(page, format, None)


def texts(page):
    document = read(page)
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>The  bridge\n opens.</p><p>On Monday.</p>", ["The bridge opens.", "On Monday."]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<p>a <b>bold</b> <a href=x>link</a>.</p>", ["a bold link."]),
        ("<div>one<br>two<br><br>three</div>", ["one\ntwo", "three"]),
        ("<ul><li>flour<li>salt</ul>", ["flour", "salt"]),
        ("<table><tr><td>1<td>2</table>", ["1", "2"]),
        ("<pre>if x:\n    y</pre>", ["if x:\n    y"]),
        ("<p>Fish &amp; chips &#8364;5</p>", ["Fish & chips €5"]),
        ("<p>a &lt;b&gt; &amp;lt; c</p>", ["a <b> &lt; c"]),
        ("<p>&nbsp;</p><p> one&nbsp;two </p>", ["one\xa0two"]),
        ("<xmp>a <b> & c</xmp><p>d", ["a <b> & c", "d"]),
        ("<p>one<!-- <p>no</p> --> two<?php no ?></p>", ["one two"]),
        ("<p>one<a<b c<d=e>two</p>", ["onetwo"]),
        ("<p>one<br> <br> <br>two<hr>three</p>", ["one", "two", "three"]),
        ("<p title='a > b'>one</p>", ["one"]),
    ],
)
def test_blocks_are_what_a_browser_sets_apart(page, blocks):
    assert texts(page) == blocks


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<div hidden>x</div>",
        "<div style='color:red; display : none'>x</div>",
        "<dialog>x</dialog>",
        "<div role=dialog aria-hidden=true>x</div>",
        "<select><option>x</select>",
        "<noembed>x</noembed>",
        "<svg><title>x</title><text>x</text></svg>",
        "<!-- x -->",
    ],
)
def test_what_a_browser_does_not_show_is_no_text(unseen):
    assert texts(f"<p>seen</p>{unseen}") == ["seen"]


def test_a_hidden_part_that_a_script_moves_into_place_is_text():
    assert texts('<div hidden id="S:0"><p>late</p></div>') == ["late"]


def test_markup_tells_the_way_to_a_block():
    document = read('<main><article class="Post lead" id=a1><p>Read <a href=x>this now</a></p></article></main>')
    markup = document.blocks[0].markup
    assert markup.path[-3:] == ("main", "article", "p")
    assert {"post", "lead", "a1"} <= markup.tokens
    assert markup.link_share == pytest.approx(8 / 13)


def test_a_block_in_one_inline_element_is_owned_by_it():
    assert read("<p><strong>All of it</strong></p>").blocks[0].markup.path[-1] == "strong"
    assert read("<p><strong>Part</strong> of it</p>").blocks[0].markup.path[-1] == "p"


def test_what_a_page_declares_is_kept():
    declared = read(
        """<html lang="en-GB"><title> A  title </title><meta property="og:title" content="Title">
        <link rel="canonical" href="https://paper.example/a">
        <script type="application/ld+json">[{"@graph": [{"@type": "NewsArticle", "headline": "H &amp; M",}]}]</script>
        <p itemprop=author itemscope><span itemprop=name>Ada Moss</span></p>
        <time datetime="2026-03-01">1 March</time><a rel=author href=x>Tom Reed</a>"""
    ).declared
    assert declared["title"] == "A title"
    assert declared["language"] == "en-GB"
    assert declared["canonical"] == "https://paper.example/a"
    assert declared["meta"]["og:title"] == ("Title",)
    assert declared["json-ld"][0]["headline"] == "H & M"
    assert declared["microdata"]["author.name"] == ("Ada Moss",)
    assert declared["times"][0][:2] == ("2026-03-01", "1 March")
    assert declared["rel"]["author"] == ("Tom Reed",)


@pytest.mark.parametrize("page", ["<!DOCTYPE html><p>x", "\n <html><p>x", "<!-- a --><div>x</div>", "\ufeff<p>x</p>"])
def test_a_page_is_told_from_a_text(page):
    assert read(page, None).format == "html"


@pytest.mark.parametrize("text", ["", "The <b>bridge</b>", "<3 this", "a < b", '{"error": "not found"}', "%PDF-1.7"])
def test_a_text_is_no_page(text):
    assert read(text, None) is None


@pytest.mark.parametrize(
    "page",
    [
        b"%PDF-1.7\n\x00\xff\xfe\x9c",
        '{"error": "not found"}',
        "<frameset><frame src=a></frameset><noframes>old</noframes>",
        "<p>half a page <a href='x",
        "<p>\ud800 \x00 \u202e</p>",
        "",
    ],
)
def test_bad_input_gives_a_document(page):
    assert read(page).format == "html"


def test_no_depth_loses_text():
    page = "<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after</p>"
    assert texts(page) == ["deep", "after"]


def test_many_inline_elements_around_a_text_lose_none_of_it():
    assert "".join(texts("<b>x" * 5000)) == "x" * 5000


@given(st.text(alphabet=st.characters(categories=["Cs", "L", "N", "P", "Zs", "Cc"]), max_size=80))
def test_any_text_in_a_paragraph_gives_blocks_in_order(text):
    document = read(f"<p>{text}</p><div>{text}<br>{text}")
    ends = [(block.span.start, block.span.end) for block in document.blocks]
    assert ends == sorted(ends)
    assert all(block.span.of(document.text).strip() for block in document.blocks)


def test_microdata_of_an_image_is_declared():
    document = read('<div itemscope><img itemprop=image src="bridge.jpg"><p>The bridge.</p></div>')
    assert document.declared["microdata"] == {"image": ("bridge.jpg",)}


def test_what_stands_hidden_declares_nothing_either():
    document = read("<div hidden><p itemprop=author>Ada Moss</p><time>May</time></div><p>The bridge.</p>")
    assert document.declared["microdata"] == {}
    assert document.declared["times"] == ()
