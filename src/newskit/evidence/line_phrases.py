"""Which phrases of a language's lists a line holds: the words that give a kind of line away.

The lists are data in newskit/language/ (key ``phrases``, by kind). “^read more” stands at the beginning of a line,
“^advertisement$” is the whole line, “years ago$” at its end, “all rights reserved”
anywhere; punctuation and capitals do not count.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\w+")

#: A phrase of so many words, counted in the blanks around them, is told from others when the line ends in it.
_LONG_ENOUGH = 4

PhraseLists = tuple[tuple[str, tuple[str, ...]], ...]


class Hit(NamedTuple):
    """A phrase found in a line."""

    #: The kind whose list the phrase is in, as `newskit.Kind` names it.
    kind: str
    #: “whole”, “start”, “inside”, “end” (three words or more), or “closing” where it opens what closes the line.
    place: str
    #: The phrase as words, a blank between two.
    phrase: str


class Phrases(NamedTuple):
    """Phrase lists, made ready for looking up; see `prepared`."""

    #: By first word: (words with blanks around, whether the line ends there, kind).
    openings: Mapping[str, tuple[tuple[str, bool, str], ...]]
    #: By longest word: the same, for phrases that may stand anywhere.
    inside: Mapping[str, tuple[tuple[str, bool, str], ...]]
    triggers: frozenset[str]
    #: The first words of all phrases of the kind “credit”.
    credits: frozenset[str]

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Look up a line, given as its words in lower case.

        >>> phrases = prepared((("copyright", ("all rights reserved",)), ("read_more", ("^read more",))))
        >>> phrases.hits(["read", "more", "here"])
        [Hit(kind='read_more', place='start', phrase='read more')]
        """
        opening = self.openings.get(words[0]) if words else None
        if opening is None and self.triggers.isdisjoint(words):
            return []
        line = f" {' '.join(words)} "
        found = [
            Hit(kind, "whole" if line == phrase else "start", phrase.strip())
            for phrase, closed, kind in opening or ()
            if line == phrase or (not closed and line.startswith(phrase))
        ]
        for word in sorted(self.triggers.intersection(words)):
            found += [
                Hit(kind, _place(line, phrase), phrase.strip())
                for phrase, _, kind in self.inside[word]
                if phrase in line
            ]
        return found


def _place(line: str, phrase: str) -> str:
    if line == phrase:
        return "whole"
    if line.startswith(phrase):
        return "start"
    return "end" if line.endswith(phrase) and phrase.count(" ") >= _LONG_ENOUGH else "inside"


@lru_cache(maxsize=64)
def prepared(lists: PhraseLists) -> Phrases:
    """Make phrase lists ready; the items of a mapping as a tuple, so that the same lists are made ready once."""
    openings: dict[str, list[tuple[str, bool, str]]] = {}
    inside: dict[str, list[tuple[str, bool, str]]] = {}
    for kind, phrases in lists:
        for phrase in dict.fromkeys(phrases):
            words = WORD.findall(phrase)
            if not words:
                continue
            entry = (f" {' '.join(words)} ", phrase.endswith("$"), kind)
            if phrase.startswith("^"):
                openings.setdefault(words[0], []).append(entry)
            else:
                inside.setdefault(max(words, key=len), []).append(entry)
    return Phrases(
        {word: tuple(entries) for word, entries in openings.items()},
        {word: tuple(entries) for word, entries in inside.items()},
        frozenset(inside),
        frozenset(
            word
            for kind, phrases in lists
            if kind == "credit"
            for phrase in phrases
            for word in WORD.findall(phrase)[:1]
        ),
    )
