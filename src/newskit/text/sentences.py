"""Where sentences begin and end: one pass over the stops of a text, each judged by the word before and the word behind it.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a name, or what follows goes on in small
letters. Marks and brackets that close directly behind a stop belong to its sentence. The words are in abbreviations.toml.
"""

import tomllib
from functools import cache
from pathlib import Path

import regex

_WORDS = Path(__file__).with_name("abbreviations.toml")

#: A run of stops with what closes behind it, or an empty line. Matches “.”, “?!”, “.”)”; not the “,” of “so,”.
_STOP = regex.compile(
    r"""(?x)
    (?P<wide> [。！？｡]++ ) [\p{Pe}\p{Pf}\p{Pi}"'」』]*+      # Chinese and Japanese stops need no blank behind them
    |
    (?<! [.!?…؟۔।॥։] )                                      # not inside a run: each is tried once, however long
    (?P<stop> [.!?…؟۔।॥։]++ )
    (?P<close> (?: [\p{Pe}\p{Pf}\p{Pi}"'] | [\ \u00a0\u202f] [»›] (?!\w) )*+ )   # . ” and the French . »
    (?= \s | \Z | (?<=[”’»\])]) \p{Lu} )                    # “open.”He: a lost blank
    |
    (?P<gap> \n [\ \t\r\f]*+ \n )
    """
)
#: What stands between a stop's sentence and the first word behind: blanks, dashes, opening marks.
_NEXT = regex.compile(r"""[\s\p{Pd}\p{Ps}\p{Pi}\p{Pf}"'•*]{0,12}+(\w[\w'’]{0,23}+)?""")
#: The word that a stop stands behind, read backwards from it: “Mr”, “U.S”, “12”.
_BEFORE = regex.compile(r"(?r)(?<![\w])\w[\w.]{0,11}")

#: A sentence of so many words in front of a time of day may end with it; so many characters hold them.
_LONG, _FAR = 7, 120


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def _short_forms() -> frozenset[str]:
    """Words in small letters behind which a full stop may not end a sentence."""
    words = _words()
    return words["times_of_day"] | words["never_last"] | words["may_be_last"]


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Cut a stretch of text into sentences.

    Args:
        text: The text that offsets count in, in characters.
        start: Where the stretch begins.
        end: Where it ends; None for the end of the text.

    Returns:
        The start and end of each sentence, in order, without the white space around it. What does not end in a stop is a
        sentence too; a stretch of white space has none.

    >>> text = "Sen. J. D. Poe left the U.S. in May. “Why?” he asked. “Go.”"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Sen. J. D. Poe left the U.S. in May.', '“Why?” he asked.', '“Go.”']
    """
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begun = start
    for match in _STOP.finditer(text, start, end):
        if match["stop"] and not _ends_sentence(text, begun, end, match):
            continue
        _add(found, text, begun, match.start() if match["gap"] else match.end())
        begun = match.end()
    _add(found, text, begun, end)
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    bare = text[start:end].lstrip()
    start = end - len(bare)
    if bare:
        found.append((start, start + len(bare.rstrip())))


def _ends_sentence(text: str, begun: int, end: int, match: "regex.Match[str]") -> bool:
    """Decide whether a stop ends its sentence, from the word behind and the word before."""
    if _ends_plainly(text, begun, end, match):
        return True
    behind = _NEXT.match(text, match.end(), end)
    following = behind[1] if behind else None
    if following is None:  # only marks follow: a further stop goes with them, else this is the end
        return not (behind and text[behind.end() : behind.end() + 1] in (".", "!", "?", "…"))
    if following[0].islower():
        return False
    if match["stop"] != ".":
        return True
    before = _BEFORE.search(text, max(begun, match.start() - 12), match.start())
    if match["close"] or before is None or before.end() < match.start():
        return True
    if before[0].casefold() in _words()["times_of_day"]:
        return _ends_with_time(text[max(begun, before.start() - _FAR) : before.start()], following.casefold())
    return _ends_after(before[0], following, opens=not text[begun : before.start()].strip())


def _ends_plainly(text: str, begun: int, end: int, match: "regex.Match[str]") -> bool:
    """Whether a single full stop has a whole word in small letters before it, no short form, and a large letter behind: most have."""
    at, behind = match.span()
    large = "A" <= text[behind + 1 : min(behind + 2, end)] <= "Z"
    if not large or text[at:behind] != "." or text[behind] != " ":
        return False
    _, blank, word = text[max(begun, at - 12) : at].rpartition(" ")
    return bool(blank) and word.isascii() and word.isalpha() and word.islower() and word not in _short_forms()


def _ends_with_time(begun: str, following: str) -> bool:
    """Decide for “p.m.” and a large letter: “By 9 p.m. Moss had left” goes on, a longer sentence has said enough."""
    words = _words()
    return following in words["openers"] or (
        len(begun.split()) >= _LONG and following not in words["after_time_of_day"]
    )


def _ends_after(word: str, following: str, *, opens: bool) -> bool:
    """Decide for a single full stop between two words, the second not in small letters; ``opens``: the first begins it."""
    words, small, next_small = _words(), word.casefold(), following.casefold()
    if following[0].isdigit() and small in words["before_number"]:
        return False
    if small in words["never_last"] or (word[0].isupper() and small in words["titles"]):
        return False
    if word.isdigit() and len(word) <= 2:
        return not opens and not next_small.startswith(tuple(words["after_ordinal"]))
    initial = word[0].isupper() and (len(word) == 1 or small in words["large_may_be_last"])
    if initial or "." in word or small in words["may_be_last"]:
        return next_small in words["openers"]
    return True
