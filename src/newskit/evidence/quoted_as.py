"""Finds who speaks where somebody quotes them: “the paper quoted Moss as saying …”, “Moss was quoted as saying by the paper”."""

import attrs

from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import Clause
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: “quoted” and “as saying” stand no farther apart, in tokens.
_FARTHEST = 16
#: From 0 to 1 how sure a report is whose words say so.
_SURE = 0.8


def with_quoted_speaker(prose: Prose, clause: Clause, phrases: Phrases, words: Lexicon) -> Clause:
    """Give the speech to whoever is quoted “as saying” it, not to whoever quotes; the cue is “saying”."""
    first, last = prose.sentence_at(clause.cue[0])
    saying = _saying(prose, clause, last, words)
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


def _saying(prose: Prose, clause: Clause, last: int, words: Lexicon) -> int | None:
    """The “as” of “as saying” in a cue or near behind it."""
    lower, comparers = prose.tokens.lower, words["comparers"]
    for place in range(clause.cue[0], min(clause.cue[1] + _FARTHEST, last - 1)):
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
