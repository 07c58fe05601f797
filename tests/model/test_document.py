"""Documents."""

import pytest

from newskit import ArticleError, Document, SourceBlock, Span


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
