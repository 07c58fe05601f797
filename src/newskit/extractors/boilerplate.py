"""Furniture and boilerplate: what stands around the body and belongs to the article (dek, byline, caption …) or to the site."""

from collections.abc import Iterator

from newskit.evidence.labels import labels
from newskit.hooks import hookimpl
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part

_PARTS = (Part.FURNITURE, Part.BOILERPLATE)


@hookimpl
def newskit_label(document: Document) -> Iterator[Label]:
    """Give the labels of all that is neither headline nor body."""
    return (label for label in document.remember(labels) if label.kind.part in _PARTS)
