"""Blocks."""

from newskit import Block, Blocks, Kind, Origin, Part, Span

PAGE = "Bridge to reopen\n\nThe bridge opens on Monday.\n\nIt was shut in May."


def block(start: int, end: int, kind: Kind = Kind.PARAGRAPH) -> Block:
    return Block(Span(start, end), kind, source=PAGE)


def test_the_text_of_a_block_is_what_stands_at_its_span() -> None:
    assert block(0, 16).text == "Bridge to reopen"


def test_the_part_of_a_block_follows_from_its_kind() -> None:
    assert block(0, 16, Kind.HEADLINE).part is Part.HEADLINE


def test_the_text_of_blocks_is_joined_by_a_blank_line() -> None:
    assert Blocks([block(18, 45), block(47, 66)]).text == "The bridge opens on Monday.\n\nIt was shut in May."


def test_no_blocks_have_an_empty_text() -> None:
    assert Blocks().text == ""


def test_blocks_are_equal_when_span_kind_and_origin_are() -> None:
    assert block(0, 16) == block(0, 16)
    assert block(0, 16) != block(0, 16, Kind.HEADLINE)
    assert block(0, 16) != Block(Span(0, 16), Kind.PARAGRAPH, source=PAGE, origin=Origin("mine"))


def test_a_block_comes_back_from_its_dict() -> None:
    one = Block(Span(0, 16), Kind.HEADLINE, source=PAGE, origin=Origin("headline", 0.9, "first line"))
    assert Block.from_dict(one.to_dict(), PAGE) == one


def test_the_repr_shows_kind_place_and_the_first_words() -> None:
    assert repr(block(0, 16, Kind.HEADLINE)) == "<Block headline 0:16 'Bridge to reopen'>"
