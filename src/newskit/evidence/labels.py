"""The labels of a document's blocks, whatever its source: of a page by markup and text, of anything else by text."""

from newskit.evidence.lines import line_labels
from newskit.model.answers import Label
from newskit.model.document import Document


def labels(document: Document) -> tuple[Label, ...]:
    """Label all blocks of a document once; each of the label plugins gives out those of its part."""
    if document.format != "html":
        return line_labels(document)
    from newskit.evidence.page import page_labels  # noqa: PLC0415 - numpy is imported when a page is first labelled

    return page_labels(document)
