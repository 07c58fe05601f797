"""Authors in what a page shows."""

import pytest

import newskit
from newskit.evidence.byline import byline_elsewhere, bylines
from newskit.model.block import Block
from newskit.model.document import Document, SourceBlock
from newskit.model.kinds import Kind
from newskit.model.span import Span

PROSE = "".join(
    f"<p>The council of Wexmouth met on day {day} and talked about the harbour bridge for hours.</p>"
    for day in range(9)
)


def authors(line, foot=""):
    page = f"<html lang=en><body><article><h1>Harbour bridge to reopen in May</h1>{line}{PROSE}{foot}</article>"
    return newskit.parse(page, format="html").authors


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("<p>By Ada Moss and Tom Reed</p>", ("Ada Moss", "Tom Reed")),
        ("<p>By Ada Moss, Tom Reed, and Eva Lind</p>", ("Ada Moss", "Tom Reed", "Eva Lind")),
        ("<p>By Ada Moss, Town Reporter | 3 March 2026</p>", ("Ada Moss",)),
        ("<p>3 March 2026 | Von Ada Moss</p>", ("Ada Moss",)),
        ("<p>Written by</p><p>Ada Moss</p>", ("Ada Moss",)),
        ("<p>By Ada Moss, WEXMOUTH POST</p>", ("Ada Moss",)),
        ("<p>By Ada van der Moss on 3 March 2026</p>", ("Ada van der Moss",)),
        ("<p>Article by</p><p>Ada Moss</p>", ("Ada Moss",)),
        ("<p>Written by</p>", ()),
        ("<p>By the river</p>", ()),
        ("<p>Reviewed by Ada Moss</p>", ()),
        ("<p>By Ada MossMarch 3, 2026</p>", ("Ada Moss",)),
        ("<p>By Ada Moss, Holle University</p>", ("Ada Moss",)),
        ("<p>Posted by Ada at 3 March 2026</p>", ("Ada",)),
        ("<p>Written by Mar 3, 2026</p>", ()),
        ("<p>By harbour</p>", ()),
        ('<p class="byline">by amoss</p>', ("amoss",)),
        ("<p>By Ada Moss March 3, 2026</p>", ("Ada Moss",)),
        ("<p>By Ada Marsh 3 March 2026</p>", ("Ada Marsh",)),
        ("<p>By&nbsp;&nbsp;&nbsp;Ada Moss</p>", ("Ada Moss",)),
        ("<p>By Ada Moss ● March 3, 2026</p>", ("Ada Moss",)),
        ("<p>By Ada Moss&nbsp;&nbsp;View In Print</p>", ("Ada Moss",)),
        ("<p>ByAda Moss UpdatedMarch 3, 2026</p>", ("Ada Moss",)),
        ("<p>Bystanders in Holle</p>", ()),
        ("<p>Von Ada Moss publiziert am 3. März 2026</p>", ("Ada Moss",)),
        ("<p>Analysis by Ada Moss, Holle Editor-at-large</p>", ("Ada Moss",)),
        ("<p>By Ada Moss, Head of Harbours</p>", ("Ada Moss",)),
        ("<p>By clicking “Join” you agree to our terms of service and Privacy Policy</p>", ()),
    ],
)
def test_a_line_that_opens_with_by_gives_the_names_behind_it(line, found):
    assert authors(line) == found


def test_a_link_to_the_page_of_an_author_names_one_even_in_one_word():
    assert authors('<p><a href="https://paper.example/authors/yuna">Yuna</a></p>') == ("Yuna",)
    assert authors('<p><a href="https://paper.example/towns/yuna">Yuna</a></p>') == ()


def test_a_name_that_stands_alone_below_the_headline_is_the_author():
    assert authors("<div>Ada Moss</div><div>3 March 2026</div>") == ("Ada Moss",)


def test_a_name_that_opens_the_text_is_the_author_with_or_without_a_place_of_work():
    tools = "".join(f"<div>{word}</div>" for word in ("Share", "Print", "Save", "Listen"))
    summary = "<p>The people of the town wait for its bridge, and nobody tells them when it is to come back.</p>"
    assert authors(f"{tools}{summary}<p><b>Ada Moss/Tom Reed</b></p>") == ("Ada Moss", "Tom Reed")
    assert authors("<p>Ada Moss, Holle University</p>") == ("Ada Moss",)


def test_an_article_may_be_signed_behind_its_text():
    assert authors("", "<div><a href='/x'>Written by Ada Moss</a></div>") == ("Ada Moss",)


@pytest.mark.parametrize(
    "label", ["Harbour Bridge", "Table of Contents", "WEX Council News", "Photo Ada Moss", "Mossy Reeds:"]
)
def test_a_label_that_stands_alone_is_no_author(label):
    assert authors(f"<div>{label}</div>") == ()


def test_a_name_beside_a_date_needs_not_fill_its_part_of_the_line():
    assert authors("<div>3 March 2026 • Ada Moss in Town Matters</div>") == ("Ada Moss",)
    assert authors("<div>Ada Moss in Town Matters</div>") == ()


def test_a_team_signs_with_the_name_of_its_site():
    assert authors("<div>Wexmouth Post Team</div>") == ("Wexmouth Post Team",)
    assert authors("<div>Team</div>") == ()


def test_a_name_under_the_text_signs_it():
    assert authors("", "<p>Ada Moss</p>") == ("Ada Moss",)


def document(*lines):
    text = "\n".join(lines)
    blocks, at = [], 0
    for number, line in enumerate(lines):
        kind = Kind.HEADLINE if number == 0 else Kind.RELATED if number > 12 else Kind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), kind, source=text))
        at += len(line) + 1
    return Document(text, tuple(SourceBlock(block.span) for block in blocks)), blocks


@pytest.mark.parametrize(("kind", "found"), [(Kind.OTHER, ["alone"]), (Kind.LIST_ITEM, []), (Kind.SUBSCRIBE, [])])
def test_an_entry_of_a_list_or_of_a_form_is_no_author(kind, found):
    page, blocks = document("Bridge reopens", "Ada Moss", *(["It rained again today."] * 9))
    blocks[1] = Block(blocks[1].span, kind, source=page.text)
    assert [byline.sign for byline in bylines(page, blocks)] == found


def test_a_byline_far_from_the_headline_is_found_only_when_asked_for():
    page, blocks = document("Bridge reopens", *(["It rained again today."] * 20), "By Ada Moss")
    assert list(bylines(page, blocks)) == []
    found = byline_elsewhere(page, blocks)
    assert found is not None
    assert found.people == ("Ada Moss",)
    assert found.span.of(page.text) == "By Ada Moss"


def test_what_is_no_name_behind_an_author_far_below_is_left_out():
    lines = ["The harbour is a small community of boats."] * 20
    signed = "This post was written by Ada Moss, Community Harbours"
    page, blocks = document("Bridge reopens", *lines, signed)
    found = byline_elsewhere(page, blocks)
    assert found is not None
    assert found.people == ("Ada Moss",)


def test_only_the_first_lines_far_from_the_headline_are_tried():
    lines = ["By Harbour Bridge"] * 40
    page, blocks = document("Bridge reopens", "The harbour and its bridge are open.", *lines, "By Ada Moss")
    assert byline_elsewhere(page, blocks) is None


def test_no_blocks_no_byline():
    page, _ = document("")
    assert list(bylines(page, [])) == []
    assert byline_elsewhere(page, []) is None


def test_the_one_author_that_a_page_links_to_far_below_is_its_author():
    link = '<p>More of this by our writer</p><a href="https://paper.example/author/{0}">{0}</a>'
    filler = "<p>It rained again in Wexmouth today, and the river stayed high all day long.</p>" * 12
    assert authors("", filler + link.format("Ada Moss")) == ("Ada Moss",)
    assert authors("", filler + link.format("Ada Moss") + link.format("Tom Reed")) == ()


def test_a_name_right_before_its_date_stands_alone():
    assert authors("<div>Ada (Grey) Moss Published: 3 March 2026</div>") == ("Ada (Grey) Moss",)
