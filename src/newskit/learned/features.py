"""What the tagger is told of a word, whatever stands around it: six small numbers, looked up in the tables of weights.

A word is known by its vector (bought in: learned by others from billions of words), by a row of its own (learned here,
for the words that are frequent in what the tagger was trained on), and, known or not, by how it begins and ends and
by its shape. Names are not among the known words: what the tagger sees of a name is its shape and its ending.
"""

import re
import struct
from collections.abc import Mapping
from zlib import crc32

DOUBLE_MARKS = frozenset(["“", "”", "„", "‟", '"', "«", "»", "''", "``", "「", "」", "『", "』"])
SINGLE_MARKS = frozenset(["'", "‘", "’", "‚", "‛", "`", "‹", "›"])

#: Rows of the tables of beginnings and endings; row 0 is for what has none.
PREFIXES, SUFFIXES, SHORT_SUFFIXES, SHAPES = 2048, 2048, 512, 16

#: Six 16-bit numbers: vector, own row, prefix, suffix, short suffix, shape.
ROW = struct.Struct("<6H")

DIGIT = re.compile(r"\d")


def canonical(word: str) -> str:
    """The form under which a word is looked up: lower case, every digit a 0, one apostrophe, one mark for each kind.

    >>> canonical("Don’t"), canonical("1,200"), canonical("„")
    ("don't", '0,000', '"')
    """
    if word in DOUBLE_MARKS:
        return '"'
    if word in SINGLE_MARKS:
        return "'"
    return DIGIT.sub("0", word[:64].lower().replace("’", "'"))


def word_row(word: str, vectors: Mapping[str, int], own: Mapping[str, int]) -> bytes:
    """The six numbers of `word` as bytes; `vectors` and `own` number the known words from 1, and 0 says unknown."""
    form = canonical(word)
    prefix = suffix = short = 0
    if form[0].isalpha():
        prefix, suffix, short = (
            1 + bucket(form[:4], PREFIXES - 1),
            1 + bucket(form[-3:], SUFFIXES - 1),
            1 + bucket(form[-2:], SHORT_SUFFIXES - 1),
        )
    return ROW.pack(vectors.get(form, 0), own.get(form, 0), prefix, suffix, short, shape(word))


def bucket(letters: str, buckets: int) -> int:
    """A number below `buckets`, the same on every machine."""
    return crc32(letters.encode("utf-8", "surrogatepass")) % buckets


def shape(word: str) -> int:
    """What the word looks like, as a number below `SHAPES`.

    >>> [shape(word) for word in ("the", "The", "UN", "A", "NATO", "SENATE", "McKay", "7", "2016", "”", ",")]
    [9, 13, 11, 10, 11, 12, 14, 4, 7, 1, 8]
    """
    first = word[0]
    if word == "\n":
        return 0
    if word in DOUBLE_MARKS:
        return 1
    if word in SINGLE_MARKS:
        return 2
    if first.isdigit():
        return 3 + min(len(word), 4)
    if not first.isalpha():
        return 8
    return letter_shape(word)


def letter_shape(word: str) -> int:
    """The shape of a word that begins with a letter."""
    if word.islower():
        return 9
    if word.isupper():
        return 10 if len(word) == 1 else 11 if len(word) <= 4 else 12
    if word[0].isupper():
        return 13 if word[1:].islower() else 14
    return 15
