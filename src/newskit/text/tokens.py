"""Cuts a text into words and marks: the one tokenization that everything about quotes builds on."""

import re
from collections.abc import Container
from itertools import accumulate, compress, count
from operator import add

import attrs

#: Matches “U.S.”, “vice-president”, “O’Malley’s”, “1.5”, “''”, “...”; a “$” and the “.” behind “word” are tokens of their own.
#: The blanks behind a token are matched with it, so that the matches put together are the text.
_TOKEN = re.compile(
    r"""(?x)
    \w++ (?:
        \s++                                                  # most words end so
        | (?: [-'’‑] \w+                                      # well-known, don't
            | (?<=\d) [.,] \d \w*                             # 1.5m, 100,000
            | (?<= \b [^\W\d_] ) (?: \. [^\W\d_] (?!\w) )+ \.?  # U.S., p.m.
          )*+ \s*+
        )
    | (?: `` | ''                                             # marks of two characters
        | \.{2,}                                              # ...
        | [^\w\s]
      ) \s*+
    | \s+                                                     # the text begins with blanks
    """
)


@attrs.frozen(eq=False)
class Tokens:
    """The tokens of a text as parallel lists: token ``n`` is ``words[n]``, from ``starts[n]`` to ``ends[n]``."""

    #: As they stand in the text.
    words: list[str]
    #: In small letters, with a typewriter's apostrophe.
    lower: list[str]
    #: Offset of each token's first character.
    starts: list[int]
    #: Offset behind each token's last character.
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def places_of(self, words: Container[str]) -> list[int]:
        """Give the tokens that are one of some words, in small letters."""
        return list(compress(count(), map(words.__contains__, self.lower)))


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens. White space belongs to none.

    >>> tokenize("“Don’t,” she said.").words
    ['“', 'Don’t', ',', '”', 'she', 'said', '.']
    """
    pieces = _TOKEN.findall(text)
    starts = list(accumulate(map(len, pieces), initial=0))
    starts.pop()
    words = list(map(str.rstrip, pieces))
    if words and not words[0]:
        del words[0], starts[0]
    lower = "\n".join(words).lower().replace("’", "'").split("\n") if words else []
    return Tokens(words, lower, starts, list(map(add, starts, map(len, words))))
