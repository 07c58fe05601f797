"""Cuts a text into words and marks: the one tokenization that everything about quotes builds on."""

import re

import attrs

#: Matches “U.S.”, “vice-president”, “O’Malley’s”, “1.5”, “''”, “...”; a “$” and the “.” behind “word” are tokens of their own.
_TOKEN = re.compile(
    r"""(?x)
    \w+ (?: [-'’‑] \w+                                          # well-known, don't
        | (?<=\d) [.,] \d \w*                                    # 1.5m, 100,000
        | (?<= \b [^\W\d_] ) (?: \. [^\W\d_] (?!\w) )+ \.?     # U.S., p.m.
        )*
    | `` | ''                                                  # marks of two characters
    | \.{2,}                                                   # ...
    | [^\w\s]
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


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens. White space belongs to none.

    >>> tokenize("“Don’t,” she said.").words
    ['“', 'Don’t', ',', '”', 'she', 'said', '.']
    """
    words = _TOKEN.findall(text)
    lower = "\n".join(words).lower().replace("’", "'").split("\n") if words else []
    starts, ends = [], []
    at = 0
    for word in words:  # searching from where the last one ended is faster than a match object for each
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    return Tokens(words, lower, starts, ends)
