"""What can be seen of each line of a text by itself: its length, how it begins and ends, its capitals, digits and marks.

Seen column by column, as evidence/line_facts.py names them: every character has a class, and a line is how often each class
stands in it. evidence/line_context.py adds what stands around each line.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newskit.evidence.line_facts import COLUMNS, Column
from newskit.evidence.line_phrases import Hit

#: Lines below this length are looked at word by word: for capitals, digits and dates; in characters.
SHORT: Final = 200
#: Upper bounds of the classes of length, in characters; the last class is open.
_SIZES: Final = np.array((8, 16, 28, 42, 60, 85, 120, 180, 300))
#: From this length on a line that ends in a stop is prose: a sentence or more of running text, in characters.
_PROSE: Final = 85
#: From this class of length on a line counts as long.
_LONG: Final = 6
#: Upper bounds of the classes of how many digits there are.
_DIGITS: Final = np.array((0, 1, 2, 4))
#: One Chinese, Japanese or Korean character says as much as this many letters.
_WIDE: Final = 3
#: Characters are counted among so many first ones of a line.
_COUNTED: Final = 1000
#: A colon among so many first characters is early.
_EARLY: Final = 30
#: What may stand behind a line's stop, and what stops are then.
_CLOSING: Final = "\"”’'»“)]）」』›\u00a0 "
_STOPS: Final = frozenset(".!?…。！？؟।۔")

_CLASSES: Final = COLUMNS["end"]
_CLASS_OF: Final = {name: number for number, name in enumerate(_CLASSES)}
#: Characters that have a class of their own; the others are letters, digits or blanks.
_CHARACTERS: Final = {
    "stop": ".。｡।۔",
    "question": "?？؟",
    "exclamation": "!！",
    "dots": "…",
    "colon": ":：",
    "comma": ",;،，、",
    "quote": "\"“„«‘‚「『”’'»›」』",
    "open": "(（[",
    "close": ")]）",
    "dash": "-–—•*·▪►",
    "bar": "|>→",
    "slash": "/",
    "at": "@",
    "copyright": "©®",
    "mark": "+#",
    "tab": "\t",
}
#: Characters from this number on are letters without capitals, but for those above.
_LETTERS_ALONE: Final = 0x3100
#: Classes that count only as being there or not.
_MARKS: Final = ("tab", "bar", "slash", "at", "copyright", "open", "quote")
#: By class: whether it ends a sentence, and whether it may stand behind what does.
_IS_STOP: Final = np.array([name in ("stop", "question", "exclamation", "dots") for name in _CLASSES])
_MAY_CLOSE: Final = np.array([name in ("quote", "close") for name in _CLASSES])
#: What is seen of a line that is not short.
_UNSEEN: Final = {name: COLUMNS[name].index("unseen") for name in ("capitals", "words", "few words")}


class Lines(NamedTuple):
    """The lines of a text and what can be seen of each: lists with a value for each line."""

    texts: list[str]
    #: In lower case; none for a line that is not below `SHORT`.
    words: list[list[str]]
    #: The phrases of the language's lists that lines hold, by the numbers of the lines.
    hits: dict[int, list[Hit]]
    #: Classes of length, from 0 to 9.
    sizes: list[int]
    #: What the last characters are: “stop”, “question”, “quote”, “small” …
    ends: list[str]
    #: Whether each is a sentence or more of running text.
    prose: list[bool]
    #: Whether each is a few capitalised words and nothing else.
    names: list[bool]
    #: Columns of evidence/line_facts.py.
    columns: dict[str, Column]

    def line(self, number: int) -> "Line":
        """Put together what tells the kind of a line."""
        return Line(
            self.texts[number],
            self.words[number],
            self.hits.get(number, []),
            self.sizes[number],
            self.ends[number],
            self.prose[number],
            self.names[number],
        )


class Line(NamedTuple):
    """One line, and what can be seen of it by itself; see `Lines`."""

    text: str
    words: list[str]
    hits: list[Hit]
    size: int
    end: str
    prose: bool
    is_name: bool


def see(
    texts: list[str], words: list[list[str]], hits: dict[int, list[Hit]], *, wide: bool, date_words: frozenset[str]
) -> Lines:
    """Look at each line of a text by itself.

    Args:
        texts: The lines, each of at least one character, without white space around it.
        words: For each line its words in lower case; none for a line that is not below `SHORT`.
        hits: By the numbers of lines the phrases of the language's lists that they hold.
        wide: Whether the text is in Chinese, Japanese or Korean characters.
        date_words: Names of months and weekdays, in lower case.
    """
    lengths = np.array([len(text) for text in texts], np.intp)
    weights = lengths * _WIDE if wide else lengths
    sizes = _SIZES.searchsorted(weights)
    seen = np.minimum(lengths, _COUNTED)
    classes = _classes("".join([text[:_COUNTED] for text in texts]))
    ends = _classes("".join([text[-1] for text in texts]))
    stopped = _IS_STOP[ends]
    for number in np.flatnonzero(_MAY_CLOSE[ends]).tolist():
        stopped[number] = texts[number][-6:].rstrip(_CLOSING)[-1:] in _STOPS
    prose = stopped & (weights >= _PROSE)
    begins = seen.cumsum() - seen
    owner = np.repeat(np.arange(len(texts)), seen)  # which line each character stands in
    counts = np.bincount(owner * len(_CLASSES) + classes, minlength=len(texts) * len(_CLASSES))
    counts = counts.reshape(-1, len(_CLASSES)).T
    opens = np.ones(len(classes), np.bool_)  # whether a word begins at each character
    opens[1:] = classes[:-1] == _CLASS_OF["blank"]
    opens[begins] = True
    large = np.bincount(owner[opens & (classes == _CLASS_OF["large"])], minlength=len(texts))
    shapes = _shapes(counts, large, lengths < SHORT)
    columns: dict[str, Column] = {
        "size": sizes,
        "size in threes": np.minimum(sizes // 3, 2),
        "size in twos": np.minimum(sizes // 2, 3),
        "length": sizes >= _LONG,
        "start": classes[begins],
        "end": ends,
        "stopped": stopped,
        "prose": prose,
        "stops": np.minimum(counts[_CLASS_OF["stop"]], 4),
        "commas": np.minimum(counts[_CLASS_OF["comma"]], 4),
        "colon": _colons(texts, counts[_CLASS_OF["colon"]]),
        **{name: counts[_CLASS_OF[name]] > 0 for name in _MARKS},
        **shapes,
        "dates": np.array([0 if date_words.isdisjoint(own) else 1 for own in words], np.intp),
    }
    if hits:
        columns["hit"] = np.zeros(len(texts), np.intp)
        columns["hit"][list(hits)] = 1
    end_names = [_CLASSES[end] for end in ends.tolist()]
    return Lines(texts, words, hits, sizes.tolist(), end_names, prose.tolist(), shapes["name"].tolist(), columns)


def _classes(text: str) -> NDArray[np.intp]:
    """Give each character its class."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _class_of_codes().take(codes, mode="clip")


@cache
def _class_of_codes() -> NDArray[np.intp]:
    """Say for each character of Unicode's first plane which class it has."""
    table = np.full(0x10000, _CLASS_OF["other"])
    for code, character in enumerate(map(chr, range(_LETTERS_ALONE))):
        if character.isupper():
            table[code] = _CLASS_OF["large"]
        elif character.isalpha():
            table[code] = _CLASS_OF["small"]
        elif character.isdigit():
            table[code] = _CLASS_OF["digit"]
        elif character.isspace():
            table[code] = _CLASS_OF["blank"]
    for name, characters in _CHARACTERS.items():
        table[list(map(ord, characters))] = _CLASS_OF[name]
    return table


def _colons(texts: Sequence[str], counts: NDArray[np.intp]) -> NDArray[np.intp]:
    """See which lines have a colon, and which an early one."""
    found = np.zeros(len(texts), np.intp)
    for number in np.flatnonzero(counts).tolist():
        at = texts[number].find(": ")
        found[number] = 0 if at < 0 else 1 if at < _EARLY else 2
    return found


def _shapes(counts: NDArray[np.intp], large: NDArray[np.intp], short: NDArray[np.bool_]) -> dict[str, Column]:
    """See how each short line is written: capitals, digits, how many words; and whether it is a name."""
    words = counts[_CLASS_OF["blank"]] + counts[_CLASS_OF["tab"]] + 1
    capitals = (counts[_CLASS_OF["small"]] == 0) & (large > 0)
    digits = counts[_CLASS_OF["digit"]]
    share = np.where(capitals, COLUMNS["capitals"].index("all"), np.minimum(large * 4 // words, 4))
    return {
        "capitals": np.where(short, share, _UNSEEN["capitals"]),
        "words": np.where(short, np.minimum(words, 12), _UNSEEN["words"]),
        "few words": np.where(short, np.minimum(words, 6), _UNSEEN["few words"]),
        "name": short & (large == words) & (words >= 2) & (words <= 4) & (digits == 0),
        "digits": np.where(short, _DIGITS.searchsorted(digits), 0),
    }
