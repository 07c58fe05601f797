"""The body: the paragraphs, headings and list items that the reporter wrote."""

from newskit.evidence.labels import labels_by_part
from newskit.hooks import hookimpl
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part


@hookimpl
def newskit_label(document: Document) -> list[Label]:
    """Give the labels of the body."""
    return document.remember(labels_by_part)[Part.BODY]
