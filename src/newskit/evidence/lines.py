"""The labels of a text's lines: each judged with its neighbours and the run it stands in.

What a line does in its text (headline, body, before, inside or behind the body) is learned (line_model.py) from facts that
anybody can read (line_features.py, line_context.py); the finer kind is told by words and form (line_kinds.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from newskit.evidence.line_context import in_context, rare_facts
from newskit.evidence.line_facts import Columns
from newskit.evidence.line_features import SHORT, Lines, see
from newskit.evidence.line_fields import FieldLine, fields
from newskit.evidence.line_kinds import Heading, kind_of, kind_of_prose
from newskit.evidence.line_model import ROLES, Chances, Role, Weights, chances
from newskit.evidence.line_phrases import WORD, Hit, Phrases, label_of
from newskit.evidence.line_pieces import cuts, dateline_end, may_be_cut
from newskit.evidence.line_setting import setting
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
#: What stands before the colon of a line that is a link, whatever stands around it: “Read more: A bridge”.
_LINKS = frozenset({"read_more", "related"})
_HEADLINE, _BODY = ROLES.index(Role.HEADLINE), ROLES.index(Role.BODY)
_ASIDES = np.array([ROLES.index(role) for role in (Role.FRONT, Role.INSIDE, Role.END)])
#: Below this a chance is none.
_LEAST_CHANCE = 1e-12


def line_labels(document: Document, weights: Weights | None = None) -> tuple[Label, ...]:
    """Label every block of a document by its text alone, a block that holds two things piece by piece.

    ``weights`` are those that newskit ships, unless others are on trial.
    """
    spans, lines = lines_of(document)
    if not spans:
        return ()
    found = chances(columns_of(lines), rare_facts(lines), weights)
    return tuple(_labels(document.text, spans, lines, found, fields(lines.texts)))


def lines_of(document: Document) -> tuple[list[Span], Lines]:
    """Cut a document into the lines that are labelled, and look at each."""
    whole, phrases = document.text, phrases_of(document)
    spans: list[Span] = []
    texts: list[str] = []
    words: list[list[str]] = []
    hits: dict[int, list[Hit]] = {}
    for block in document.blocks:
        span = block.span
        text = whole[span.start : span.end]
        if not text.strip():
            continue
        own, found = _words_and_hits(text, phrases)
        pieces = [span]
        if may_be_cut(text, found):
            pieces = [Span(*piece) for piece in cuts(whole, span.start, span.end, phrases.hits)]
        for piece in pieces:
            if piece is not span:
                text = whole[piece.start : piece.end]
                own, found = _words_and_hits(text, phrases)
            if found:
                hits[len(spans)] = found
            spans.append(piece)
            texts.append(text)
            words.append(own)
    date_words = frozenset(document.words.date_words)
    return spans, see(texts, words, hits, wide=_is_wide(whole), date_words=date_words)


def columns_of(lines: Lines) -> Columns:
    """Return all that is seen of the lines of a text, by themselves and from what stands around them."""
    return {**lines.columns, **in_context(lines), **setting(lines)}


def _words_and_hits(text: str, phrases: Phrases) -> tuple[list[str], list[Hit]]:
    """Look up the words of a line, which are told only of short ones, and the phrases in it."""
    words = WORD.findall(text.lower())
    hits = phrases.hits(words) + phrases.credit(text, words)
    return words if len(text) < SHORT else [], hits


def _is_wide(text: str) -> bool:
    """Whether a text is in Chinese, Japanese or Korean characters, by its first five hundred."""
    sample = text[:500]
    return not sample.isascii() and len(_WIDE.findall(sample)) * 4 > len(sample)


def _labels(
    text: str, spans: Sequence[Span], lines: Lines, found: Sequence[Chances], named: Mapping[int, FieldLine]
) -> Iterator[Label]:
    title = _title_named(named, lines) or _title(lines, found, named)
    heading: Heading | None = None
    opened = False
    roles = _roles(lines, found, title)
    for number, (span, (role, confidence)) in enumerate(zip(spans, roles, strict=True)):
        if number in named:
            yield from _labels_of_field(span, named[number])
            continue
        if role is Role.BODY and lines.prose[number]:
            heading, verdict = None, kind_of_prose(lines.texts[number])
        else:
            line = lines.line(number)
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


def _title_named(named: Mapping[int, FieldLine], lines: Lines) -> list[str] | None:
    """Return the words of the headline that a field gives."""
    for number, field in named.items():
        text = lines.texts[number]
        if field.kind is Kind.HEADLINE and field.value < len(text):
            return WORD.findall(text[field.value :].lower())
    return None


def _title(lines: Lines, found: Sequence[Chances], named: Mapping[int, FieldLine]) -> list[str] | None:
    """Choose the words of the headline; an article has one, which may stand there several times."""
    strengths = {
        number: chance[_HEADLINE] * _title_factor(lines, number)
        for number, chance in enumerate(found)
        if chance[_HEADLINE] >= _LEAST_HEADLINE and number not in named
    }
    best = max(strengths, key=lambda number: strengths[number], default=None)
    return lines.words[best] if best is not None and strengths[best] >= _LEAST_HEADLINE else None


def _title_factor(lines: Lines, number: int) -> float:
    line = lines.line(number)
    if not line.words or line.size > _LONGEST_TITLE or any(hit.place == "whole" for hit in line.hits):
        return 0.0
    few = _FEW if len(line.words) < _FEW_WORDS and line.size <= _FEW_SIZE else 1.0
    return few * _STOPPED if line.end == "stop" else few


def _roles(lines: Lines, found: Sequence[Chances], title: list[str] | None) -> list[tuple[Role, float]]:
    """Choose the role of each line, and say how sure that is, from .5 to .98; lines of the words of the title are headlines."""
    chance = np.array(found)
    body, aside = chance[:, _BODY], chance[:, _ASIDES].sum(1) * _SURER
    sentences = np.array([end == "stop" for end in lines.ends])
    for number, hits in lines.hits.items():
        if label_of(lines.texts[number], hits) in _LINKS:
            body[number] = 0.0
        sentences[number] &= all(hit.place == "inside" for hit in hits)
    aside[sentences] *= _SENTENCE
    sure = np.minimum(np.maximum(body, aside) / np.maximum(body + aside, _LEAST_CHANCE), 0.98)
    sure = np.maximum(sure, 0.5).tolist()
    roles = np.where(body >= aside, _BODY, _ASIDES[chance[:, _ASIDES].argmax(1)]).tolist()
    return [
        (Role.HEADLINE, min(0.98, 0.5 + headline / 2)) if words and words == title else (ROLES[role], how)
        for words, role, how, headline in zip(lines.words, roles, sure, chance[:, _HEADLINE].tolist(), strict=True)
    ]
