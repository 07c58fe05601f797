"""What can be seen of each line of a text by itself: its length, how it begins and ends, the words that give it away.

A fact is a short string with a “=”, such as “size=4” or “hit=copyright.start”; the words of a short line count as facts too.
evidence/line_weights.json says what each fact speaks for; evidence/line_context.py adds what stands around the line.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newskit.evidence.line_phrases import WORD, Hit

#: Upper bounds of the classes of length, in characters; the last class is open.
_SIZES = (8, 16, 28, 42, 60, 85, 120, 180, 300)
#: From this length on a line that ends in a stop is prose: a sentence or more of running text, in characters.
_PROSE = 85
#: What closes a line is looked for in so many last characters.
_CLOSING_WITHIN = 80
#: From this class of length on a line counts as long.
_LONG = 6
#: Lines below this length are looked at word by word, in characters.
_SHORT = 150
#: Lines below this length are looked at for capitals, digits and dates, in characters.
_OPEN = 200
#: One Chinese, Japanese or Korean character says as much as this many letters.
_WIDE = 3

_ENDS = {
    **dict.fromkeys(".。｡।۔", "stop"),
    **dict.fromkeys("?？؟", "question"),
    **dict.fromkeys("!！", "exclamation"),
    **dict.fromkeys("…", "dots"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;،，、", "comma"),
    **dict.fromkeys("\"”’'»“›」』", "quote"),
    **dict.fromkeys(")]）", "bracket"),
    **dict.fromkeys("|>→/", "arrow"),
}
_STARTS = {
    **dict.fromkeys("\"“‘„«»”'「『‚", "quote"),
    **dict.fromkeys("-–—•*·▪►", "dash"),
    **dict.fromkeys("(（[", "bracket"),
    **dict.fromkeys("©®", "copyright"),
    **dict.fromkeys("|>›→#@/+", "mark"),
}
#: Names of the characters that tell something wherever they stand in a line, in the order of `_marks_of`.
_MARKS = ("tab", "bar", "slash", "at", "copyright", "bracket", "address", "quotes")
#: Stops and commas are counted among so many first characters.
_COUNTED = 1000
#: A label with its colon is looked for among so many first characters.
_LABEL_WITHIN = 40
#: A colon among so many first characters is early.
_EARLY = 30
_CLOSING = "\"”’'»“)]）」』›\u00a0 "
_STOPS = frozenset(".!?…。！？؟।۔")


class Line(NamedTuple):
    """One line and what can be seen of it alone."""

    text: str
    #: In lower case.
    words: list[str]
    #: Class of length, from 0 to 9.
    size: int
    #: What the last character is: “stop”, “question”, “quote”, “letter” …
    end: str
    #: Whether it is a sentence or more of running text.
    prose: bool
    hits: list[Hit]
    #: Whether it is a few capitalised words and nothing else.
    is_name: bool
    #: Facts of which there are few combinations, always the same tuple for the same combination; see `_form`.
    form: tuple[str, ...]
    #: The same of how a line that is not long is written; see `_shape`.
    shape: tuple[str, ...]
    #: The other facts.
    loose: list[str]


def see(text: str, words: list[str], hits: list[Hit], *, wide: bool, date_words: frozenset[str]) -> Line:
    """Look at one line by itself.

    Args:
        text: The line, at least one character, without white space around it.
        words: Its words, in lower case.
        hits: The phrases of the language's lists that it holds.
        wide: Whether the text is in Chinese, Japanese or Korean characters.
        date_words: Names of months and weekdays, in lower case.
    """
    count = len(text)
    length = count * _WIDE if wide else count
    size = bisect_left(_SIZES, length)
    end = _end_of(text[-1])
    stopped = text[-1] in _STOPS or (end in ("quote", "bracket") and _last_inside(text) in _STOPS)
    form = _form(size, end, stopped, _start_of(text[0]), _marks_of(text, size), not hits)
    is_name, shape = _shape_of(text, words, size, date_words, stopped) if count < _OPEN else (False, ())
    loose = list(dict.fromkeys(words)) if count < _SHORT else []
    for hit in hits:
        loose.append(f"hit={hit.kind}.{hit.place}")
        loose.append(f"hit,size={hit.kind}.{hit.place},{min(size // 3, 2)}")
    if hits and (label := _label_of(text, hits)):
        loose.append(f"label={label}")
    return Line(text, words, size, end, stopped and length >= _PROSE, hits, is_name, form, shape, loose)


def closing(text: str) -> str:
    """Return what closes a line in brackets, behind a bar or as a last short sentence; “” where nothing does.

    >>> closing("The bridge in May. (Photo: Ada Poe)")
    'Photo: Ada Poe)'
    """
    count = len(text)
    until = count - _CLOSING_WITHIN if count > _CLOSING_WITHIN else 0
    at = max(text.rfind("(", until), text.rfind("| ", until), text.rfind(". ", until, count - 3))
    return text[at + 1 :].lstrip() if at >= 0 else ""


def _label_of(text: str, hits: Sequence[Hit]) -> str:
    """Name the kind of the phrase that is all that stands before a line's colon: “Read more: A bridge”."""
    colon = text.find(":", 0, _LABEL_WITHIN)
    if colon < 0:
        return ""
    before = " ".join(WORD.findall(text[:colon].lower()))
    return next((hit.kind for hit in hits if hit.phrase == before and hit.place in ("start", "whole")), "")


@lru_cache(maxsize=1024)
def _end_of(last: str) -> str:
    return _ENDS.get(last) or ("digit" if last.isdigit() else "letter" if last.isalpha() else "other")


def _last_inside(text: str) -> str:
    bare = text[-6:].rstrip(_CLOSING)
    return bare[-1] if bare else ""


@lru_cache(maxsize=1024)
def _start_of(first: str) -> str:
    if first in _STARTS:
        return _STARTS[first]
    if first.isdigit():
        return "digit"
    return "small" if first.islower() else "large" if first.isupper() else "other"


def _marks_of(text: str, size: int) -> tuple[bool | int, ...]:
    """See which telling characters a line has, where its colon is, and how many stops and commas."""
    colon = text.find(": ")
    long = size >= _LONG
    return (
        "\t" in text,
        "|" in text,
        "/" in text,
        "@" in text,
        "©" in text,
        "(" in text,
        "www." in text,
        "“" in text or "„" in text or '"' in text or "«" in text,
        colon if colon < 0 else colon < _EARLY,
        text.count(". ", 0, _COUNTED) if long else 0,
        text.count(",", 0, _COUNTED) if long else "," in text,
    )


@lru_cache(maxsize=8192)
def _form(
    size: int,
    end: str,
    stopped: bool,  # noqa: FBT001 -- the key of a cache
    start: str,
    marks: tuple[bool | int, ...],
    no_hit: bool,  # noqa: FBT001 -- the key of a cache
) -> tuple[str, ...]:
    """Put into facts how a line begins and ends and which telling characters it has."""
    *has, colon, stops, commas = marks
    length = "short" if size < _LONG else "long"
    closed = "stopped" if stopped else "open"
    facts = [f"size={size}", f"end={end},{closed}", f"size,end={size},{closed}", f"start={start}"]
    facts += [f"has={name},{length}" for name, there in zip(_MARKS, has, strict=True) if there]
    if colon >= 0:
        facts.append(f"has=colon,{'early' if colon else 'late'},{length}")
    if size >= _LONG:
        facts += [f"stops={min(stops, 4)}", f"commas={min(commas, 4)}"]
    elif commas:
        facts.append("has=comma,short")
    return (*facts, "hit=none") if no_hit else tuple(facts)


def _shape_of(
    text: str,
    words: list[str],
    size: int,
    date_words: frozenset[str],
    stopped: bool,  # noqa: FBT001 -- passed on
) -> tuple[bool, tuple[str, ...]]:
    """See how a line is written: capitals, digits, dates; and whether it is a name."""
    pieces = text.split()
    count = len(pieces)
    large = sum([piece[0].isupper() for piece in pieces])
    digits = sum(map(str.isdigit, words))
    dates = 0 if date_words.isdisjoint(words) else len(date_words.intersection(words))
    is_name = large == count and 2 <= count <= 4 and not any(map(str.isdigit, text))
    capitals = text.isupper()
    return is_name, _shape(
        -1 if capitals else large * 4 // count,
        min(count, 12),
        is_name,
        min(digits, 3),
        min(dates, 2),
        size // 2,
        stopped,
    )


@lru_cache(maxsize=8192)
def _shape(
    large: int,
    count: int,
    is_name: bool,  # noqa: FBT001 -- the key of a cache
    digits: int,
    dates: int,
    half_size: int,
    stopped: bool,  # noqa: FBT001 -- the key of a cache
) -> tuple[str, ...]:
    """Put the shape of a line into facts; ``large`` is the share of capitalised words in quarters, -1 for capitals alone."""
    facts = ["form=capitals" if large < 0 else f"large={large},{min(count, 6)}"]
    if is_name:
        facts.append("form=name")
    if dates:
        facts.append(f"date={dates},{min(digits, 2)},{min(half_size, 3)}")
    elif digits:
        facts.append(f"digits={digits},{min(half_size, 3)}")
    facts.append(f"words={count},{'stopped' if stopped else 'open'}")
    return tuple(facts)
