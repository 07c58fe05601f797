"""The labels of a document's blocks, whatever its source: of a page by markup and text, of anything else by text."""

from newskit.evidence.lines import line_labels
from newskit.evidence.page import page_labels
from newskit.model.answers import Label
from newskit.model.document import Document


def labels(document: Document) -> tuple[Label, ...]:
    """Label all blocks of a document once; each of the label plugins gives out those of its part."""
    return page_labels(document) if document.format == "html" else line_labels(document)
