"""Documents."""

import pytest

from newskit import ArticleError, Document, Element, Markup, SourceBlock, Span
from newskit.model.document import PageBlocks
from newskit.model.markup import Elements


def test_evidence_is_computed_once() -> None:
    calls = []

    def words(document: Document) -> list[str]:
        calls.append(document)
        return document.text.split()

    document = Document("one two", (SourceBlock(Span(0, 7)),))
    assert document.remember(words) == ["one", "two"]
    assert document.remember(words) is document.remember(words)
    assert len(calls) == 1


@pytest.mark.parametrize("spans", [[(0, 4), (3, 6)], [(4, 6), (0, 2)], [(0, 9)]])
def test_blocks_that_overlap_or_leave_the_text_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ArticleError):
        Document("one two", tuple(SourceBlock(Span(*span)) for span in spans))


COLUMNS = PageBlocks([0, 5], [3, 8], [1, 2], [0.0, 1.0], Elements(["page", "p", "a"], ["", "lead", ""], [0, 0, 0]))


def test_the_blocks_of_a_page_are_made_when_they_are_asked_for() -> None:
    document = Document("one, two", COLUMNS)
    assert [block.span.of(document.text) for block in document.blocks] == ["one", "two"]
    assert [block.markup.link_share for block in document.blocks if block.markup] == [0.0, 1.0]
    assert document.blocks[-1].span == Span(5, 8)
    assert len(document.blocks[:1]) == 1
    assert list(document.places()) == [(0, 3), (5, 8)]


def test_blocks_of_any_reader_can_be_seen_as_columns() -> None:
    markup = Markup(Element("p", "lead", Element("page")), 0.5)
    columns = PageBlocks.of((SourceBlock(Span(0, 3), markup), SourceBlock(Span(5, 8))))
    assert columns.texts("one, two") == ["one", "two"]
    assert [columns.elements[owner].name for owner in columns.owners] == ["p", "p"]
    assert list(columns.links) == [0.5, 0.0]
    assert PageBlocks.of(COLUMNS) is COLUMNS


def test_columns_that_leave_the_text_are_refused() -> None:
    with pytest.raises(ArticleError):
        Document("one", COLUMNS)
