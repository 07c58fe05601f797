"""Finds who speaks where somebody quotes them: “the paper quoted Moss as saying …”, “Moss was quoted as saying by the paper”."""

import attrs

from newskit.evidence.endings import Endings
from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import Clause
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: “quoted” and “as saying” stand no farther apart, in tokens.
_FARTHEST = 16
#: From 0 to 1 how sure a report is whose words say so.
_SURE = 0.8


def quoted(
    prose: Prose, sentence: Range, cue: int, phrases: Phrases, endings: Endings, words: Lexicon
) -> Clause | None:
    """Find the clause of a “quoted” at the token ``cue`` with “as saying” behind it: what is quoted stands in front or behind."""
    (first, end), lower = sentence, prose.tokens.lower
    saying = _as_saying(prose, (cue, min(cue + _FARTHEST, end - 1)), words)
    source = _speaker(prose, (first, cue), saying, phrases, words) if saying is not None else None
    if saying is None or source is None:
        return None
    front = source[0] - 1 - (lower[source[0] - 1] == ",")
    number = prose.quote_at[front] if front >= first else -1
    if number >= 0 and prose.quote_tokens[number][0] >= first:
        contents = [prose.quote_tokens[number]]
    else:
        at = _content_begins(prose, saying + 2, end, words)
        contents = [(at, endings.content(at, end, None))] if at is not None else []
    return Clause((saying + 1, saying + 2), source, contents, _SURE, "“quoted as saying”") if contents else None


def _content_begins(prose: Prose, at: int, end: int, words: Lexicon) -> int | None:
    """Where what is quoted begins behind “as saying”, “as saying by the paper that” or “as telling the paper that”."""
    lower = prose.tokens.lower
    near = range(at, min(at + _FARTHEST, end))
    opens = (place for place in near if lower[place] in words["affirmers"] or prose.quote_at[place] >= 0)
    told = "address" in words.forms[lower[at - 1]].frames or (at < end and lower[at] in words["signers"])
    return next(opens, None) if told else at if at < end else None


def with_quoted_speaker(prose: Prose, clause: Clause, phrases: Phrases, words: Lexicon) -> Clause:
    """Give the speech to whoever is quoted “as saying” it, not to whoever quotes; the cue is “saying”."""
    first, last = prose.sentence_at(clause.cue[0])
    saying = _as_saying(prose, (clause.cue[0], min(clause.cue[1] + _FARTHEST, last - 1)), words)
    quoting = _quoting(prose, first, saying, words) if saying is not None else None
    if saying is None or quoting is None or (saying + 1, saying + 2) == clause.cue:
        return clause
    source = _speaker(prose, (first, quoting), saying, phrases, words)
    contents = [_behind(prose, piece, (quoting, saying + 2), last, words) for piece in clause.contents]
    if source is not None:
        contents = [(a, min(b, source[0])) if a < source[0] < b else (a, b) for a, b in contents if (a, b) != source]
    contents = [piece for piece in contents if piece[0] < piece[1]]
    if contents and contents[0][0] < quoting:  # “…,” he was quoted as telling the paper
        contents = [piece for piece in contents if piece[0] < quoting or prose.quote_at[piece[0]] >= 0]
    if source is None or not contents or (source == clause.source and contents == clause.contents):
        return clause
    cue, sure = (saying + 1, saying + 2), max(clause.confidence, _SURE)
    return attrs.evolve(clause, cue=cue, source=source, contents=contents, confidence=sure)


def _as_saying(prose: Prose, near: Range, words: Lexicon) -> int | None:
    """The “as” of the first “as saying” in a range."""
    lower, comparers = prose.tokens.lower, words["comparers"]
    if comparers.isdisjoint(lower[slice(*near)]):
        return None
    for place in range(*near):
        if lower[place] not in comparers or prose.quote_at[place] >= 0:
            continue
        form = words.forms.get(lower[place + 1])
        if form is not None and form.shape == "ing" and "bare" in form.frames:
            return place
    return None


def _quoting(prose: Prose, first: int, saying: int, words: Lexicon) -> int | None:
    """The “quoted” in front of “as saying”."""
    lower = prose.tokens.lower
    near = range(saying - 1, max(first, saying - _FARTHEST) - 1, -1)
    return next((place for place in near if lower[place] in words["quoters"] and prose.quote_at[place] < 0), None)


def _speaker(prose: Prose, front: Range, saying: int, phrases: Phrases, words: Lexicon) -> Range | None:
    """The subject of “was quoted”, else the object of “quoted”."""
    (first, quoting), lower = front, prose.tokens.lower
    begin = quoting
    while begin > first and (lower[begin - 1] in words["auxiliaries"] or words.is_adverb(lower[begin - 1])):
        begin -= 1
    if any(word in words["passives"] for word in lower[begin:quoting]):
        return phrases.before(first, begin)
    return (quoting + 1, saying) if quoting + 1 < saying else None


def _behind(prose: Prose, piece: Range, quoted: Range, last: int, words: Lexicon) -> Range:
    """Begin a content behind “quoted … as saying by the paper”."""
    (first, end), lower = piece, prose.tokens.lower
    if first >= quoted[1] + 1 or end <= quoted[0]:
        return piece
    first = max(first, quoted[1])
    if first < last and lower[first] in words["signers"]:
        that = (place for place in range(first, min(end, first + _FARTHEST)) if lower[place] in words["affirmers"])
        first = next(that, end)
    return first, end
