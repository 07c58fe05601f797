"""Clauses that report, as the learned tagger finds them.

The tagger says which words are cues, sources and contents; each content is bound to its cue and each cue to its source by
nearness. It sees what rules of grammar do not: intentions, beliefs, cues that are nouns.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newskit.evidence.speech import Clause
from newskit.language.lexicon import lexicon
from newskit.text.prose import Prose, Range

if TYPE_CHECKING:
    from newskit.learned.network import Network

#: A source farther from its cue than this, in tokens, is somebody else's.
_FARTHEST_SOURCE = 25
#: What does not belong to a part that it begins or ends.
_NO_PART = frozenset(",.;:")
#: The reason of a clause that only the tagger found.
ALONE = "the tagger takes it for a report"
#: The reason of a clause without a verb: “Mayor: Bridge to Stay Shut”, “In a poll, half …”.
_HEADED = "names the speaker in front of what is said, without a verb"


def tagged(prose: Prose, network: "Network | None" = None) -> tuple[list[Clause], list[Range]]:
    """Find the clauses of a text, in the order of their contents, and the contents to which it has no cue.

    Args:
        prose: The text.
        network: The tagger's weights; those that come with newskit if None.
    """
    from newskit.learned.tagger import tag  # noqa: PLC0415 - numpy is imported when a text is first tagged

    parts: dict[str, list[tuple[Range, float]]] = {"content": [], "cue": [], "source": []}
    for part in tag(_on_one_line(prose), prose.inside_marks(), network):
        piece = trimmed(prose, prose.range(part.start, part.end))
        if piece[0] < piece[1]:
            parts[part.role].append((piece, part.confidence))
    cues = [cue for cue, _ in parts["cue"]]
    sources = _phrases(prose, [source for source, _ in parts["source"]])
    of_cue: dict[int, list[tuple[Range, float]]] = {}
    alone: list[Range] = []
    begins, headed = prose.sentence_starts, _headed(prose, sources)
    found: list[Clause] = []
    words = lexicon(prose.words)
    concessions = words["concessions"]
    homes = [bisect_right(begins, first) for first, _ in cues]
    for content, sure in parts["content"]:
        opened = prose.tokens.lower[content[0]] in words["statement_openers", "infinitive_marks"]
        number = _nearest(content, cues, homes, begins, opened=opened)
        if content[0] in headed and number is None:
            source, cue = headed[content[0]]
            found.append(Clause(cue, source, [content], sure, _HEADED))
        elif number is None:
            alone.append(content)
        elif not _conceded(prose, of_cue.get(number, []), content, concessions):
            within = _in_one_sentence(prose, content, cues[number], concessions)
            of_cue.setdefault(number, []).append((within, sure))
    found += [
        Clause(
            cues[number],
            _source(cues[number], sources, cues, begins),
            _touching_as_one([content for content, _ in contents]),
            min(sure for _, sure in contents),
            ALONE,
        )
        for number, contents in of_cue.items()
    ]
    return sorted(found, key=lambda clause: clause.contents), alone


def _headed(prose: Prose, sources: Sequence[Range]) -> dict[int, tuple[Range, Range]]:
    """The sources of what stands behind them without a verb, with their cues, by the place where it begins.

    They open a paragraph in front of a colon, or a sentence between a preposition and a comma: “In a poll on Monday, half …”.
    """
    tokens, prepositions = prose.tokens, lexicon(prose.words)["prepositions"]
    found: dict[int, tuple[Range, Range]] = {}
    for first, last in sources:
        behind = tokens.words[last : last + 1]
        if first in prose.paragraph_begins and behind == [":"]:
            found[last + 1] = (first, last), (last, last + 1)
        elif first - 1 in prose.begins and tokens.lower[first - 1] in prepositions and behind == [","]:
            found[last + 1] = (first, last), (first - 1, first)
    return found


def _on_one_line(prose: Prose) -> str:
    """Give the text with the line breaks inside its paragraphs as blanks: the tagger takes each for the end of one."""
    text = prose.text
    if all("\n" not in prose.of(paragraph) for paragraph in prose.paragraphs if paragraph[0] < paragraph[1]):
        return text
    characters = list(text)
    for paragraph in prose.paragraphs:
        if paragraph[0] < paragraph[1]:
            start, end = prose.span(paragraph)
            characters[start:end] = text[start:end].replace("\n", " ")
    return "".join(characters)


def trimmed(prose: Prose, piece: Range) -> Range:
    """Leave commas and stops at the ends out, unless they stand in quotation marks."""
    (first, last), tokens = piece, prose.tokens.words
    while first < last and tokens[last - 1] in _NO_PART and prose.quote_at[last - 1] < 0:
        last -= 1
    while first < last and tokens[first] in _NO_PART and prose.quote_at[first] < 0:
        first += 1
    return first, last


def _in_one_sentence(prose: Prose, content: Range, cue: Range, concessions: frozenset[str]) -> Range:
    """Cut a narrated content down to the sentence of its cue, if it has a part there, and to where the narrator turns against it."""
    first, last = content
    begin, end = prose.sentence_at(cue[0])
    outside = (first, min(begin, last)), (max(end, first), last)
    if prose.quote_at[first] >= 0 and not all(prose.is_narrated(*part) for part in outside):
        return content
    inside = max(first, begin), min(_turn(prose, first + 1, last, concessions), end)
    return trimmed(prose, inside) if inside[0] < inside[1] else content


def _turn(prose: Prose, first: int, last: int, concessions: frozenset[str]) -> int:
    """The comma in a range behind which the narrator turns against what is reported, “, despite”; its end where there is none."""
    lower = prose.tokens.lower
    if concessions.isdisjoint(lower[first:last]):  # as nearly always
        return last
    return next((at for at in range(first, last - 1) if lower[at] == "," and lower[at + 1] in concessions), last)


def _phrases(prose: Prose, sources: Sequence[Range]) -> list[Range]:
    """Leave out sources that are no phrase, “not to be named”, and put together those that only marks part: “The Holle, Mass., firm”."""
    lower, words = prose.tokens.lower, lexicon(prose.words)
    found: list[Range] = []
    for first, last in (part for source in sources for part in _in_sentences(prose, source)):
        if lower[first] in words["negations", "infinitive_marks"]:
            continue
        begin, end = found[-1] if found else (0, 0)
        parted = end < first and all(lower[at] in _NO_PART for at in range(end, first))
        if parted and lower[begin] in words["determiners"] and prose.tokens.words[first].islower():
            found[-1] = begin, last
        else:
            found.append((first, last))
    return found


def _in_sentences(prose: Prose, source: Range) -> list[Range]:
    """Part a source where a sentence begins in it: “Ann Poe, a baker. | Poe”."""
    (first, last), starts = source, prose.sentence_starts
    parts: list[Range] = []
    for begin in starts[bisect_right(starts, first) : bisect_left(starts, last)]:
        end = begin
        while end > first + 1 and not prose.tokens.words[end - 1][0].isalnum():
            end -= 1
        parts.append((first, end))
        first = begin
    return [*parts, (first, last)]


def _touching_as_one(contents: Sequence[Range]) -> list[Range]:
    """Put contents together that touch: “he told her on Monday | that it was late”."""
    found: list[Range] = []
    for first, last in contents:
        if found and found[-1][1] == first:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _conceded(prose: Prose, before: Sequence[tuple[Range, float]], content: Range, concessions: frozenset[str]) -> bool:
    """Whether the narrator turns against what is reported before another content: “…, despite evidence that the river rises”."""
    return bool(before) and _turn(prose, before[-1][0][1], content[0], concessions) < content[0]


def _gap(one: Range, other: Range) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _nearest(
    content: Range, cues: Sequence[Range], homes: Sequence[int], begins: Sequence[int], *, opened: bool
) -> int | None:
    """Choose the cue of a content: the nearest in its sentences; one in front if a word like “that” opens the content.

    ``homes`` are the sentences of the cues.
    """
    first, last = bisect_right(begins, content[0]), bisect_right(begins, content[1] - 1)
    at = bisect_right(cues, content)
    near = [number for number in range(max(at - 4, 0), min(at + 4, len(cues))) if first <= homes[number] <= last]
    return min(near, key=lambda number: (opened and cues[number] > content, _gap(content, cues[number])), default=None)


def _source(cue: Range, sources: Sequence[Range], cues: Sequence[Range], begins: Sequence[int]) -> Range | None:
    """Choose the source of a cue: the nearest in its sentence that is not far, with no other cue between them."""
    at, own = bisect_right(sources, cue), bisect_right(cues, cue)
    home = bisect_right(begins, cue[0])
    after = cues[own][0] if own < len(cues) else cue[1] + 2 * _FARTHEST_SOURCE
    before = cues[own - 2][1] if own > 1 else 0
    near = [
        source
        for source in sources[max(at - 3, 0) : at + 3]
        if before <= source[0] < after
        and bisect_right(begins, source[0]) == home
        and _gap(cue, source) <= _FARTHEST_SOURCE
    ]
    return min(near, key=lambda source: _gap(cue, source), default=None)
