"""Places in a text, and where an answer came from.

Both are values: immutable, hashable, equal when their fields are equal.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import attrs

from newskit.errors import ArticleError


@attrs.frozen(order=True)
class Span:
    """A half-open range of characters: ``start`` is inside, ``end`` is not.

    >>> span = Span(4, 9)
    >>> "The White House"[span.start:span.end], len(span)
    ('White', 5)
    """

    #: Offset of the first character, in code points of the text.
    start: int
    #: Offset behind the last character; never below ``start``.
    end: int

    def __attrs_post_init__(self) -> None:
        if type(self.start) is not int or type(self.end) is not int or self.start < 0:
            raise ArticleError(
                f"Span takes two offsets, each an int of at least 0, got {self.start!r} and {self.end!r}"
            )
        if self.end < self.start:
            raise ArticleError(f"Span({self.start}, {self.end}) ends before it starts: give the smaller offset first")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is always true, an empty one too: ``if block.span`` must not depend on its length."""
        return True

    def __contains__(self, place: "int | Span") -> bool:
        """Whether an offset or a whole span lies inside this one."""
        if isinstance(place, Span):
            return self.start <= place.start and place.end <= self.end
        return self.start <= place < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the characters of ``text`` at this place."""
        return text[self.start : self.end]

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"


_BOUNDS = attrgetter("start", "end")


def spans_of(places: Iterable[tuple[int, int]]) -> list[Span]:
    """Make spans of thousands of places that are known to be right, without the checks of `Span`."""
    new, set_start, set_end = object.__new__, _SLOTS.start.__set__, _SLOTS.end.__set__
    made = []
    for start, end in places:
        span = new(Span)
        set_start(span, start)
        set_end(span, end)
        made.append(span)
    return made


_SLOTS: Any = Span


def as_spans(value: Iterable["Span | tuple[int, int]"]) -> tuple[Span, ...]:
    """Turn spans or pairs of offsets into a tuple of spans in text order."""
    if type(value) is tuple and (not value or (len(value) == 1 and type(value[0]) is Span)):  # as most are
        return value
    spans = [item if isinstance(item, Span) else Span(*item) for item in value]
    if len(spans) > 1:
        spans.sort(key=_BOUNDS)  # many times as fast as by the spans themselves
    return tuple(spans)


def pieces(text: str, spans: Iterable[Span]) -> str:
    """Join what stands at several places by one blank: the text of an interrupted quote."""
    return " ".join(text[span.start : span.end] for span in spans)


def shorten(text: str, width: int = 40) -> str:
    """Cut a text for a ``repr``: one line, at most ``width`` characters."""
    line = " ".join(text[: 2 * width].split())
    return line if len(line) <= width and len(text) <= 2 * width else line[: width - 1] + "…"


def confident(_: object, attribute: "attrs.Attribute[float]", value: float) -> None:
    """Validate a confidence: a number from 0 to 1."""
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ArticleError(f"{attribute.name} must be a number from 0 to 1, got {value!r}")


@attrs.frozen
class Origin:
    """Who gave an answer, how sure they were, and why."""

    #: The plugin's name, as ``newskit plugins`` lists it.
    plugin: str
    #: From 0 (a guess) to 1 (certain).
    confidence: float = attrs.field(default=1.0, validator=confident)
    #: A few words for a person.
    reason: str = ""

    def to_dict(self) -> dict[str, object]:
        return {"plugin": self.plugin, "confidence": self.confidence, "reason": self.reason}


#: The origin of what no plugin said: a block that nobody labelled, an Article made by hand.
NOBODY = Origin("", 0.0, "no plugin answered")
