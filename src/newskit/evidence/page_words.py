"""Describes short blocks of a page by their words: phrases that give furniture away, openings that others share, capitals."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from newskit.evidence.line_phrases import WORD, Phrases
from newskit.evidence.page_tree import Column, Numbers
from newskit.model.kinds import Kind

NAMES: Final = ("capitals", "opening", "phrase", "phrase_kind", "phrase-1", "phrase+1")

#: A longer block is told by how it stands, not by its words, in characters.
_SHORT: Final = 160
#: How much a phrase gives away by its place in the line.
_PLACES: Final = {"inside": 1, "end": 2, "closing": 2, "start": 3, "whole": 4}
_KINDS: Final = {str(kind): number for number, kind in enumerate(Kind, 1)}
_MOST_ALIKE: Final = 9
#: So many characters hold the first two words.
_FIRST_WORDS: Final = 40


def words(texts: Sequence[str], wanted: Numbers, phrases: Phrases) -> list[Column]:
    """Give the numbers of the wanted blocks, in the order of NAMES, number by number.

    The share of words with a capital in tenths; how many other blocks begin with the same two words; the strongest phrase of
    the block by its place, and its kind; the same of the blocks before and behind. Of long blocks nothing but the opening is told.
    """
    beginnings = [tuple(said[:_FIRST_WORDS].lower().split(None, 2)[:2]) for said in texts]
    alike = Counter(beginnings)
    capitals, hits = [], {}
    for index in wanted.tolist():
        said = texts[index]
        if len(said) > _SHORT:
            capitals.append(-1)
            continue
        firsts = [piece[0] for piece in said.split()]
        capitals.append(10 * sum(map(str.isupper, firsts)) // max(1, len(firsts)))
        if found := phrases.hits(WORD.findall(said.lower())):
            hits[index + 1] = max((_PLACES[hit.place], _KINDS.get(hit.kind, 0)) for hit in found)
    strongest = np.zeros((2, len(texts) + 2), np.int64)
    if hits:
        strongest[:, list(hits)] = np.array(list(hits.values())).T
    return [
        np.array(capitals),
        np.array([min(_MOST_ALIKE, alike[beginnings[index]] - 1) for index in wanted.tolist()]),
        strongest[0, wanted + 1], strongest[1, wanted + 1], strongest[0, wanted], strongest[0, wanted + 2],
    ]  # fmt: skip
