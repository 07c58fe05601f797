"""Quotes: what people say, in marks or without, with the words that report it."""

from collections.abc import Iterator, Sequence

from newskit.evidence.cue_words import is_negated, lemma_of
from newskit.evidence.reports import read_prose, reports
from newskit.evidence.speech import Report
from newskit.hooks import hookimpl
from newskit.language.lexicon import Lexicon, lexicon
from newskit.model.answers import Quotation
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.kinds import Part
from newskit.model.span import Span
from newskit.text.prose import Prose


@hookimpl
def newskit_quotes(document: Document, blocks: Sequence[Block]) -> Iterator[Quotation]:
    """Give the reports of the document, but those that begin in boilerplate."""
    found = document.remember(reports)
    prose, words = document.remember(read_prose), lexicon(document.words)
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
            *_told_by(prose, words, report),
        )


def _told_by(prose: Prose, words: Lexicon, report: Report) -> tuple[str | None, bool]:
    """Lemma and polarity of a report's cue."""
    if not report.cue:
        return None, False
    start, end = report.cue[0][0], report.cue[-1][1]
    return lemma_of(prose, words, start, end), is_negated(prose, words, start, end)
