"""Reads plain text: the input is the text, character for character, and its lines or paragraphs are the blocks."""

from newskit.hooks import hookimpl
from newskit.language.guess import guess
from newskit.model.document import Document, SourceBlock
from newskit.model.span import Span
from newskit.readers.decode import decode
from newskit.text.lines import paragraphs


@hookimpl
def newskit_read(source: str | bytes, format: str | None, url: str | None) -> Document | None:
    """Read a text; whatever no other reader takes is one."""
    if format not in (None, "text"):
        return None
    text, problem = (source, None) if isinstance(source, str) else decode(source)
    return Document(
        text,
        tuple(SourceBlock(Span(start, end)) for start, end in paragraphs(text)),
        url=url,
        language=guess(text),
        problems=(problem,) if problem else (),
    )
