"""The labels of a text's lines: each judged with its neighbours and the run it stands in.

What a line does in its text (headline, body, before, inside or behind the body) is learned (line_model.py) from facts that
anybody can read (line_features.py, line_context.py); the finer kind is told by words and form (line_kinds.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from newskit.evidence.line_context import facts_in_context
from newskit.evidence.line_features import Line, closing, see
from newskit.evidence.line_fields import FieldLine, fields
from newskit.evidence.line_kinds import Heading, kind_of
from newskit.evidence.line_model import ROLES, Chances, Role, Weights, chances
from newskit.evidence.line_phrases import WORD, Hit, Phrases
from newskit.evidence.line_pieces import cuts, dateline_end, may_be_cut
from newskit.evidence.phrase_lists import phrases_of
from newskit.model.answers import Label
from newskit.model.document import Document
from newskit.model.kinds import Kind
from newskit.model.span import Span

#: A line is a headline from this chance on, if none is likelier: an article has one, and missing it costs more than a wrong one.
_LEAST_HEADLINE = 0.08
_WIDE = re.compile("[\u2e80-\uffdc]")
#: A line is body only if that is so much likelier; a sentence that no phrase opens needs about as much as the rest.
_SURER = 1.2
_SENTENCE = 0.8
#: Of two lines as likely as each other the one without a full stop is the headline.
_STOPPED = 0.25
#: So is the one with more words than a section or a name has: below these, by words and class of length, it counts for less.
_FEW, _FEW_WORDS, _FEW_SIZE = 0.5, 4, 3
#: No headline is in a class of length above this one, nor is it a phrase such as “Share” and nothing else.
_LONGEST_TITLE = 8
#: Facts of a line that is a link, whatever stands around it: “Read more: A bridge”.
_LINKS = frozenset({"label=read_more", "label=related"})
_HEADLINE = ROLES.index(Role.HEADLINE)


def line_labels(document: Document, weights: Weights | None = None) -> tuple[Label, ...]:
    """Label every block of a document by its text alone, a block that holds two things piece by piece.

    ``weights`` are those that newskit ships, unless others are on trial.
    """
    spans, lines = lines_of(document)
    found = chances(facts_in_context(lines), weights)
    return tuple(_labels(document.text, spans, lines, found, fields([line.text for line in lines])))


def lines_of(document: Document) -> tuple[list[Span], list[Line]]:
    """Cut a document into the lines that are labelled, and look at each."""
    phrases, whole = phrases_of(document), document.text
    wide, date_words = _is_wide(whole), frozenset(document.words.date_words)
    spans: list[Span] = []
    lines: list[Line] = []
    for block in document.blocks:
        span = block.span
        text = whole[span.start : span.end]
        if not text.strip():
            continue
        words, hits = _words_and_hits(text, phrases)
        if not may_be_cut(text, hits):
            spans.append(span)
            lines.append(see(text, words, hits, wide=wide, date_words=date_words))
            continue
        for piece in cuts(whole, span.start, span.end, phrases.hits):
            spans.append(Span(*piece))
            text = spans[-1].of(whole)
            lines.append(see(text, *_words_and_hits(text, phrases), wide=wide, date_words=date_words))
    return spans, lines


def _words_and_hits(text: str, phrases: Phrases) -> tuple[list[str], list[Hit]]:
    """Look up a line, and what closes it: “… in May. (Photo: Ada Poe)” ends in a credit."""
    words = WORD.findall(text.lower())
    hits = phrases.hits(words)
    tail = closing(text)
    first = WORD.match(tail) if tail else None
    if first and first[0].lower() in phrases.credits:
        credit = [
            hit for hit in phrases.hits(WORD.findall(tail.lower())) if hit.kind == Kind.CREDIT and hit.place != "inside"
        ]
        hits += [hit._replace(place="closing") for hit in credit[:1]]
    return words, hits


def _is_wide(text: str) -> bool:
    """Whether a text is in Chinese, Japanese or Korean characters, by its first five hundred."""
    sample = text[:500]
    return not sample.isascii() and len(_WIDE.findall(sample)) * 4 > len(sample)


def _labels(
    text: str, spans: Sequence[Span], lines: Sequence[Line], found: Sequence[Chances], named: Mapping[int, FieldLine]
) -> Iterator[Label]:
    title = _title_named(named, lines) or _title(lines, found, named)
    heading: Heading | None = None
    opened = False
    for number, (span, line, chance) in enumerate(zip(spans, lines, found, strict=True)):
        if number in named:
            yield from _labels_of_field(span, named[number])
            continue
        role, confidence = _role(line, chance, title)
        verdict = kind_of(line, role, heading.kind if heading else None)
        heading = Heading.behind(line, verdict.kind, heading)
        yield Label(span, verdict.kind, confidence, verdict.reason)
        if verdict.kind is Kind.PARAGRAPH and not opened:
            opened = True
            if behind := dateline_end(text, span.start, span.end):
                yield Label(Span(span.start, behind), Kind.DATELINE, 0.99, "a place or an agency before a dash")


def _labels_of_field(span: Span, field: FieldLine) -> Iterator[Label]:
    """Label a field: what its value is, and its name, which is no part of a headline or of the body."""
    reason = "the value of a field"
    value = span.start + field.value
    if field.kind not in (Kind.HEADLINE, Kind.PARAGRAPH):
        yield Label(span, field.kind, 0.95, reason)
        return
    if field.value:
        yield Label(Span(span.start, min(value, span.end)), Kind.OTHER, 0.95, "the name of a field")
    if value < span.end:
        yield Label(Span(value, span.end), field.kind, 0.95, reason)


def _title_named(named: Mapping[int, FieldLine], lines: Sequence[Line]) -> list[str] | None:
    """Return the words of the headline that a field gives."""
    for number, field in named.items():
        text = lines[number].text
        if field.kind is Kind.HEADLINE and field.value < len(text):
            return WORD.findall(text[field.value :].lower())
    return None


def _title(lines: Sequence[Line], found: Sequence[Chances], named: Mapping[int, FieldLine]) -> list[str] | None:
    """Choose the words of the headline; an article has one, which may stand there several times."""
    strengths = [chance[_HEADLINE] * _title_factor(line) for line, chance in zip(lines, found, strict=True)]
    for number in named:
        strengths[number] = 0.0
    most = max(strengths, default=0.0)
    return lines[strengths.index(most)].words if most >= _LEAST_HEADLINE else None


def _title_factor(line: Line) -> float:
    if line.size > _LONGEST_TITLE or (line.hits and any(hit.place == "whole" for hit in line.hits)):
        return 0.0
    few = _FEW if len(line.words) < _FEW_WORDS and line.size <= _FEW_SIZE else 1.0
    return few * _STOPPED if line.end == "stop" else few


def _role(line: Line, chance: Chances, title: list[str] | None) -> tuple[Role, float]:
    """Choose a line's role, and say how sure that is, from .5 to .98."""
    if line.words == title:
        return Role.HEADLINE, min(0.98, 0.5 + chance[_HEADLINE] / 2)
    _, front, body, inside, end = chance
    if line.hits and not _LINKS.isdisjoint(line.loose):
        body = 0.0
    aside = (front + inside + end) * _SURER
    if line.end == "stop" and not (line.hits and any(hit.place != "inside" for hit in line.hits)):
        aside *= _SENTENCE
    sure = min(0.98, max(body, aside) / (body + aside)) if body + aside else 0.5
    if body >= aside:
        return Role.BODY, sure
    return max((front, Role.FRONT), (inside, Role.INSIDE), (end, Role.END), key=itemgetter(0))[1], sure
