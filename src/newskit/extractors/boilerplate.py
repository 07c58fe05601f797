"""Furniture and boilerplate: what stands around the body and belongs to the article (dek, byline, caption …) or to the site."""

from newskit.evidence.labels import labels_by_part
from newskit.hooks import hookimpl
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part


@hookimpl
def newskit_label(document: Document) -> list[Label]:
    """Give the labels of all that is neither headline nor body."""
    found = document.remember(labels_by_part)
    return found[Part.FURNITURE] + found[Part.BOILERPLATE]
