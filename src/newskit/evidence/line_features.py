"""What can be seen of each line of a text by itself: its length, how it begins and ends, the words that give it away.

A fact is a short string with a “=”, such as “size=4” or “hit=copyright.start”; the words of a short line count as facts too.
evidence/line_weights.json says what each fact speaks for; evidence/line_context.py adds what stands around the line.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from newskit.evidence.line_phrases import Hit

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
#: Characters and strings that tell something wherever they stand in a line, with their names.
_MARKS = (
    ("\t", "tab"),
    ("|", "bar"),
    ("/", "slash"),
    ("@", "at"),
    ("©", "copyright"),
    ("(", "bracket"),
    ("www.", "address"),
)
_QUOTES = ("“", "„", '"', "«")
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
    #: Facts of which there are few combinations, always the same tuple for the same combination.
    form: tuple[str, ...]
    #: The other facts.
    loose: list[str]

    @property
    def is_name(self) -> bool:
        """Whether it is a few capitalised words and nothing else."""
        return "form=name" in self.loose


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
    last = text[-1]
    end = _ENDS.get(last) or ("digit" if last.isdigit() else "letter" if last.isalpha() else "other")
    stopped = last in _STOPS or (end in ("quote", "bracket") and _last_inside(text) in _STOPS)
    form = _form(size, end, stopped, _start_of(text[0]), _marks_of(text, size), not hits)
    loose: list[str] = []
    if count < 200:
        loose += _facts_of_shape(text, words, size, date_words, stopped)
    for hit in hits:
        loose.append(f"hit={hit.kind}.{hit.place}")
        loose.append(f"hit,size={hit.kind}.{hit.place},{min(size // 3, 2)}")
    prose = stopped and length >= _PROSE
    if count < _SHORT:
        loose += dict.fromkeys(words)
    return Line(text, words, size, end, prose, hits, form, loose)


def closing(text: str) -> str:
    """Return what closes a line in brackets, behind a bar or as a last short sentence; “” where nothing does.

    >>> closing("The bridge in May. (Photo: Ada Poe)")
    'Photo: Ada Poe)'
    """
    tail = text[-_CLOSING_WITHIN:]
    at = max(tail.rfind("("), tail.rfind("| "), tail.rfind(". ", 0, len(tail) - 3))
    return tail[at + 1 :].lstrip() if at >= 0 else ""


def _last_inside(text: str) -> str:
    bare = text[-6:].rstrip(_CLOSING)
    return bare[-1] if bare else ""


def _start_of(first: str) -> str:
    if first in _STARTS:
        return _STARTS[first]
    if first.isdigit():
        return "digit"
    return "small" if first.islower() else "large" if first.isupper() else "other"


def _marks_of(text: str, size: int) -> tuple[str, ...]:
    """Name the telling characters that a line has, and count stops and commas in a longer one."""
    marks = [name for mark, name in _MARKS if mark in text]
    if any(mark in text for mark in _QUOTES):
        marks.append("quotes")
    colon = text.find(": ")
    if colon >= 0:
        marks.append("colon,early" if colon < 30 else "colon,late")
    if size >= _LONG:
        return (*marks, f"stops={min(text.count('. '), 4)}", f"commas={min(text.count(','), 4)}")
    if "," in text:
        marks.append("comma")
    return tuple(marks)


@lru_cache(maxsize=4096)
def _form(size: int, end: str, stopped: bool, start: str, marks: tuple[str, ...], no_hit: bool) -> tuple[str, ...]:  # noqa: FBT001 -- the key of a cache
    """Put into facts how a line begins and ends and which telling characters it has."""
    length = "short" if size < _LONG else "long"
    closed = "stopped" if stopped else "open"
    return (
        f"size={size}",
        f"end={end},{closed}",
        f"size,end={size},{closed}",
        f"start={start}",
        *(mark if "=" in mark else f"has={mark},{length}" for mark in marks),
        *(["hit=none"] if no_hit else []),
    )


def _facts_of_shape(text: str, words: list[str], size: int, date_words: frozenset[str], stopped: bool) -> list[str]:  # noqa: FBT001 -- passed on
    """See how a line of less than two hundred characters is written: capitals, digits, dates."""
    pieces = text.split()
    count = len(pieces)
    large = sum([piece[0].isupper() for piece in pieces])
    facts = ["form=capitals" if text.isupper() else f"large={large * 4 // count},{min(count, 6)}"]
    if large == count and 2 <= count <= 4 and not any(map(str.isdigit, text)):
        facts.append("form=name")
    digits = sum([word.isdigit() for word in words])
    dates = len(date_words.intersection(words))
    if dates:
        facts.append(f"date={min(dates, 2)},{min(digits, 2)},{min(size // 2, 3)}")
    elif digits:
        facts.append(f"digits={min(digits, 3)},{min(size // 2, 3)}")
    facts.append(f"words={min(count, 12)},{'stopped' if stopped else 'open'}")
    return facts
