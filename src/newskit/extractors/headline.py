"""The headline: the title of the article, every time that it stands there."""

from newskit.evidence.labels import labels_by_part
from newskit.hooks import hookimpl
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part


@hookimpl
def newskit_label(document: Document) -> list[Label]:
    """Give the labels of headlines."""
    return document.remember(labels_by_part)[Part.HEADLINE]
