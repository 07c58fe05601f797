"""Quotes: what people say, in marks or without, with the words that report it."""

from collections.abc import Iterator, Sequence

from newskit.evidence.reports import reports
from newskit.hooks import hookimpl
from newskit.model.answers import Quotation
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.kinds import Part
from newskit.model.span import Span


@hookimpl
def newskit_quotes(document: Document, blocks: Sequence[Block]) -> Iterator[Quotation]:
    """Give the reports of the document, but those that begin in boilerplate."""
    found = document.remember(reports)
    site = [block.span for block in blocks if block.part is Part.BOILERPLATE]
    at = 0
    for report in found:
        start = report.content[0][0]
        while at < len(site) and site[at].end <= start:
            at += 1
        if at < len(site) and site[at].start <= start:
            continue
        yield Quotation(
            tuple(Span(*piece) for piece in report.content),
            report.kind,
            tuple(Span(*piece) for piece in report.cue),
            report.confidence,
            report.reason,
        )
