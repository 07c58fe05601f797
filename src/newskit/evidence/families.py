"""Surnames that a text gives only once for two: “Ans and Wim Poe”, “Poe’s wife, Morag,” who is Mrs Poe further on."""

from collections.abc import Iterator
from itertools import pairwise

import attrs

from newskit.language.lexicon import Lexicon
from newskit.text.name import Name
from newskit.text.prose import Prose

#: What says that two belong together stands this near in front of their names, in tokens.
_NEAR = 12
#: “Mrs Poe” is Poe's wife if the text told of her no further back than this, in tokens.
_FAR = 400


def with_surnames(prose: Prose, words: Lexicon, found: list[Name]) -> list[Name]:
    """Give the first names of couples, brothers and relatives the surname that they share with somebody.

    Args:
        prose: The text.
        words: The language's words.
        found: The names of the text, in order.

    Returns:
        The same names in the same order, those of relatives with the surname behind their first name.
    """
    whole = dict(_pairs(prose, words, found))
    whole |= dict(_titled(prose, words, found))
    return [
        name._replace(parts=whole[at], last=whole[at][-1]) if at in whole else name for at, name in enumerate(found)
    ]


def _pairs(prose: Prose, words: Lexicon, found: list[Name]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the place in the list and the whole name of the first of two: “owners Ans and Wim Poe”."""
    lower = prose.tokens.lower
    surnames = {name.last for name in found if len(name.parts) > 1}
    for at, (name, other) in enumerate(pairwise(found)):
        end = name.name[1]
        joined = other.name[0] == end + 1 and lower[end] in words["name_conjunctions"]
        if not joined or len(name.parts) > 1 or len(other.parts) < 2 or name.parts[0] in surnames or other.definite:
            continue
        begin = name.name[0]
        given = name.parts[0].lower() in words.given_names and other.parts[0].lower() in words.given_names
        told = given or any(
            lower[place] in words["couples"] or words.role_nouns.of_several(lower[place])
            for place in range(max(0, begin - _NEAR), begin)
            if prose.quote_at[place] < 0
        )
        if told and not name.definite:
            yield at, (name.parts[0], other.last)


@attrs.frozen
class _Relative:
    number: int
    name: Name
    surname: str


def _titled(prose: Prose, words: Lexicon, found: list[Name]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the whole names of relatives told by their first name whom a title with the surname means: Morag, Mrs Poe."""
    titled = {(name.last, name.gender) for name in found if len(name.parts) > 1 and name.gender}
    relatives: dict[str, _Relative] = {}
    owner: Name | None = None
    for at, name in enumerate(found):
        if len(name.parts) > 1:
            owner = owner if name.definite else name
            continue
        gender = _gender_of_relative(prose, words, name)
        if gender and owner is not None and not name.gender:
            relatives[gender] = _Relative(at, name, owner.last)
        relative = relatives.get(name.gender or "")
        if relative is None or (name.parts[0], name.gender) in titled or name.parts[0] != relative.surname:
            continue
        if name.name[0] - relative.name.name[0] <= _FAR:
            whole = (relative.name.parts[0], relative.surname)
            yield relative.number, whole
            yield at, whole


def _gender_of_relative(prose: Prose, words: Lexicon, name: Name) -> str | None:
    """The gender of “his wife, Morag” or “whose wife Morag”; None in front of any other name."""
    lower, noun = prose.tokens.lower, name.name[0] - 1
    if noun > 0 and lower[noun] == ",":
        noun -= 1
    if noun < 1 or not (lower[noun - 1] in words["possessives"] or lower[noun - 1] in words["relatives"]):
        return None
    return words.gender_of(lower[noun])
