"""The headline: the title of the article, every time that it stands there."""

from collections.abc import Iterator

from newskit.evidence.labels import labels
from newskit.hooks import hookimpl
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Part


@hookimpl
def newskit_label(document: Document) -> Iterator[Label]:
    """Give the labels of headlines."""
    return (label for label in document.remember(labels) if label.kind.part is Part.HEADLINE)
