"""The body: the paragraphs, headings and list items that the reporter wrote."""

from collections.abc import Iterator

from newskit.evidence.labels import labels
from newskit.hooks import hookimpl
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part


@hookimpl
def newskit_label(document: Document) -> Iterator[Label]:
    """Give the labels of the body."""
    return (label for label in document.remember(labels) if label.kind.part is Part.BODY)
