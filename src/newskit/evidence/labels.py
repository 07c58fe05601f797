"""The labels of a document's blocks, whatever its source: of a page by markup and text, of anything else by text."""

from collections.abc import Mapping

from newskit.evidence.lines import line_labels
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part


def labels(document: Document) -> tuple[Label, ...]:
    """Label all blocks of a document; numpy is imported when the first page is labelled."""
    if document.format == "html":
        from newskit.evidence.page import page_labels  # noqa: PLC0415

        return page_labels(document)
    return line_labels(document)


def labels_by_part(document: Document) -> Mapping[Part, list[Label]]:
    """Label all blocks of a document once; each of the label plugins gives out those of its parts."""
    found: dict[Part, list[Label]] = {part: [] for part in Part}
    for label in labels(document):
        found[label.kind.part].append(label)
    return found
