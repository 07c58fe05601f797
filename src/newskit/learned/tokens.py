"""Cut a text into the tokens that the tagger reads, and say which of them stand inside quotation marks.

A *piece* is a token with the blanks behind it, or a whole run of line breaks: the pieces of a text, put together, are
the text. So a list of pieces holds every offset, and one pass of a pattern is all that is done in text order.
"""

import re
from collections import defaultdict
from itertools import count

import attrs
import numpy as np
from numpy.typing import NDArray

#: Matches at every position, and each match goes on where the one before ended.
PIECE = re.compile(
    r"""(?x)
    (?:
        [^\W\d]\w++(?:['’](?!s\b)\w++)*+         # don’t  O’Neill  not the possessive: most tokens, so tried first
      | (?:[A-Za-z]\.){2,}                        # U.S.   a.m.     not: etc.
      | \d+(?:[.,]\d+)*                           # 1,200  3.5      not the full stop of "in 2016."
      | ['’]s\b                                   # the possessive of "Ann’s"
      | [^\W\d](?:['’](?!s\b)\w+)*                # the same with one letter: a  l’art
      | \w+                                       # what is left of words: 7th after its 7
      | '' | `` | \.{2,} | -{2,}                  # marks written as two characters
      | [^\w\s]                                   # any other mark, one at a time
    )
    [^\S\n\r\u2028\u2029]*+                       # the blanks behind it
  | \s+                                           # a run that begins with a line break (or the text)
    """,
)


@attrs.frozen(eq=False)
class Tokens:
    """The tokens of a text, in its order; what is a line break is a token too."""

    words: list[str]
    """The different words of the text, each without the blanks behind it, "\\n" for a run of line breaks."""

    word_of: NDArray[np.int32]
    """For each token the number of its word in `words`."""

    starts: NDArray[np.int64]
    """For each token where it begins, in characters."""

    ends: NDArray[np.int64]
    """For each token where it ends: before the blanks behind it."""


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens.

    >>> tokens = tokenize('“Yes,” Ann’s  aide said.')
    >>> [tokens.words[word] for word in tokens.word_of]
    ['“', 'Yes', ',', '”', 'Ann', '’s', 'aide', 'said', '.']
    """
    pieces = PIECE.findall(text)
    numbers = defaultdict[str, int](count().__next__)  # a word met for the first time gets the next number
    word_of = np.fromiter(map(numbers.__getitem__, map(str.rstrip, pieces)), np.int32, len(pieces))
    words = list(numbers)
    if "" in numbers:
        words[numbers[""]] = "\n"
    whole = np.fromiter(map(len, pieces), np.int64, len(pieces))
    starts = np.cumsum(whole) - whole
    length = np.fromiter(map(len, words), np.int64, len(words))
    return Tokens(words, word_of, starts, starts + length[word_of])
