"""How the answers of several plugins become one: the only place where that is decided.

Every function takes answers as ``(plugin name, answer)`` pairs in the order in which the plugins were registered, so that
“later in the list” means “registered later”, and wins a tie.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from functools import cache
from heapq import heappop, heappush
from typing import NamedTuple, TypeVar

from newskit.model.answers import Attribution, Field, Label, Named, Quotation
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.fact import Fact
from newskit.model.kinds import Kind
from newskit.model.language import Language
from newskit.model.quote import Cue, Mention, Quote, Speaker
from newskit.model.span import NOBODY, Origin, Span

A = TypeVar("A")
Answers = Sequence[tuple[str, A]]


def languages(code: str, answers: Answers[Language]) -> Language:
    """Merge word lists, those of plugins registered later first."""
    merged = Language(code)
    for _, words in reversed(answers):
        merged = merged.merged(words)
    return merged


def blocks(document: Document, answers: Answers[Label]) -> tuple[Block, ...]:
    """Give every character to the most confident label over it, and cut blocks where the label changes.

    One sweep over the text with a heap of the labels that are open, best first.
    """
    ranked = sorted(enumerate(answers), key=lambda row: row[1][1].span.start)
    if all_alone := _each_alone(document, [answer for _, answer in ranked]):
        return all_alone
    waiting = deque(
        _Claim(-label.confidence, -order, label.span.end, label.span.start, plugin, label)
        for order, (plugin, label) in ranked
    )
    opened: list[_Claim] = []
    found: list[Block] = []
    for start, end in document.places():
        while opened and opened[0].end <= start:
            heappop(opened)
        at, runs = start, list[tuple[int, int, _Claim | None]]()
        while at < end:
            while waiting and waiting[0].start <= at:
                heappush(opened, waiting.popleft())
            while opened and opened[0].end <= at:
                heappop(opened)
            best = opened[0] if opened else None
            until = min(end, best.end if best else len(document.text))
            if waiting:
                until = min(until, waiting[0].start)
            if runs and runs[-1][2] is best:
                runs[-1] = (runs[-1][0], until, best)
            else:
                runs.append((at, until, best))
            at = until
        found += [block for run in runs if (block := _block(document.text, *run))]
    return tuple(found)


def _each_alone(document: Document, answers: Answers[Label]) -> tuple[Block, ...] | None:
    """Take the labels as they are where there is one for each block: the usual case of a page, and the quick one."""
    text, places = document.text, list(document.places())
    if [(label.span.start, label.span.end) for _, label in answers] != places or any(
        start == end for start, end in places
    ):
        return None
    if any(map(str.isspace, [text[start] for start, _ in places] + [text[end - 1] for _, end in places])):
        return None
    origin_of = cache(Origin)  # most blocks of a page share one of a few
    return tuple(
        Block(label.span, label.kind, source=text, origin=origin_of(plugin, label.confidence, label.reason))
        for plugin, label in answers
    )


class _Claim(NamedTuple):
    """A label in the sweep; compares as the better one first."""

    unsure: float
    order: int
    end: int
    start: int
    plugin: str
    label: Label


def _block(text: str, start: int, end: int, claim: _Claim | None) -> Block | None:
    """Make a block of a run, white space at its ends left out; None where nothing else is in it."""
    start, end = _stripped(text, start, end)
    if start == end:
        return None
    if claim is None:
        return Block(Span(start, end), Kind.PARAGRAPH, source=text, origin=NOBODY)
    label = claim.label
    return Block(Span(start, end), label.kind, source=text, origin=Origin(claim.plugin, label.confidence, label.reason))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def facts(answers: Answers[Field]) -> tuple[Fact, ...]:
    """Keep the most confident answer for each field, in the order of the fields' names."""
    best: dict[str, tuple[str, Field]] = {}
    for plugin, field in answers:
        if field.name not in best or field.confidence >= best[field.name][1].confidence:
            best[field.name] = plugin, field
    return tuple(
        Fact(field.name, field.value, field.raw, field.span, Origin(plugin, field.confidence, field.reason))
        for _, (plugin, field) in sorted(best.items())
    )


def quotes(text: str, answers: Answers[Quotation]) -> tuple[Quote, ...]:
    """Keep all quotations but those that overlap a better one: more confident, then longer, then registered later."""
    ranked = sorted(
        enumerate(answers),
        key=lambda row: (-row[1][1].confidence, -sum(map(len, row[1][1].spans)), -row[0]),
    )
    taken = bytearray(len(text))
    kept: list[Quote] = []
    for _, (plugin, said) in ranked:
        if any(1 in taken[span.start : span.end] for span in said.spans):
            continue
        for span in said.spans:
            taken[span.start : span.end] = b"\1" * len(span)
        kept.append(
            Quote(
                said.spans,
                said.kind,
                Cue(said.cue, said.lemma, said.negated, source=text) if said.cue else None,
                source=text,
                origin=Origin(plugin, said.confidence, said.reason),
            )
        )
    return tuple(sorted(kept, key=lambda quote: [(span.start, span.end) for span in quote.spans]))


def speakers(
    text: str, found: Sequence[Quote], answers: Answers[Attribution]
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Give every quote its most confident attribution, and gather the mentions of each name into one speaker."""
    best = _most_confident(answers)
    mentions = {number: Mention(said.mention, source=text) for number, (_, said) in sorted(best.items())}
    named = {number: _by_key(number, best[number][1]) for number in mentions}
    of_speaker: defaultdict[_Key, list[tuple[Named, Mention]]] = defaultdict(list)
    for number, mention in mentions.items():
        for key, who in named[number].items():
            of_speaker[key].append((who, mention))
    people = {key: _speaker(rows) for key, rows in of_speaker.items()}

    attributed = []
    for number, quote in enumerate(found):
        if number not in best:
            attributed.append(quote)
            continue
        plugin, said = best[number]
        attributed.append(
            Quote(
                quote.spans,
                quote.kind,
                quote.cue,
                mentions[number],
                (people[key] for key in named[number]),
                source=text,
                origin=quote.origin,
                speaker_origin=Origin(plugin, said.confidence, said.reason),
            )
        )
    return tuple(attributed), tuple(people.values())


def _most_confident(answers: Answers[Attribution]) -> dict[int, tuple[str, Attribution]]:
    """Keep the most confident attribution of each quote; of equals the last."""
    best: dict[int, tuple[str, Attribution]] = {}
    for plugin, said in answers:
        if said.quote not in best or said.confidence >= best[said.quote][1].confidence:
            best[said.quote] = plugin, said
    return best


#: What makes a speaker one: the name; of the nameless, who are each their own, the quote and the place among its speakers.
_Key = str | tuple[int, int]


def _by_key(number: int, said: Attribution) -> dict[_Key, Named]:
    """Give all whom one attribution names, each once."""
    found: dict[_Key, Named] = {}
    for place, who in enumerate((Named(said.name, said.role, said.affiliation), *said.also)):
        found.setdefault((number, place) if who.name is None else who.name, who)
    return found


def _speaker(rows: list[tuple[Named, Mention]]) -> Speaker:
    """Make one speaker of all attributions to one name: the first role and affiliation that any of them gives."""
    return Speaker(
        rows[0][0].name,
        next((who.role for who, _ in rows if who.role), None),
        next((who.affiliation for who, _ in rows if who.affiliation), None),
        tuple(mention for _, mention in rows),
    )
