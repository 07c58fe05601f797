"""Shows an article taken apart to a person at a terminal: every block with its kind, every quote with its speaker.

The text of an article comes from strangers, so nothing in it may steer the terminal: control characters, bidirectional
overrides and lone surrogates are written as escapes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from newskit.model.article import Article
from newskit.model.block import Block
from newskit.model.kinds import Part
from newskit.model.quote import Quote, Speaker

#: What could move the cursor, reorder the line or break the output: controls (Cc), invisible formats (Cf) and lone
#: surrogates (Cs). Matches ``\x1b`` and ``\u202e``; not the joiners that Persian and emoji are spelled with.
_UNSAFE = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}--[\u200c\u200d\u00ad]]", regex.VERSION1)

_LABEL_WIDTH = 14
_BOLD, _DIM, _GREEN, _CYAN, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[36m", "\x1b[0m"
_COLOUR_OF = {Part.HEADLINE: _BOLD, Part.BODY: _GREEN, Part.FURNITURE: _CYAN, Part.BOILERPLATE: _DIM}


def escape(text: str) -> str:
    r"""Write what could steer a terminal as an escape; all else stays.

    >>> escape("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
    """
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def show(article: Article, *, width: int = 80, colour: bool = False) -> str:
    """Lay an article out for reading: its blocks, its quotes, its speakers, its facts.

    Args:
        article: What ``parse`` gave.
        width: Columns of the terminal; lines are wrapped to it, words longer than it stay whole.
        colour: Mark the kinds of blocks with ANSI colours.

    Returns:
        Lines, each with a line end. In a block ``[2 “Yes.”]`` marks the second quote.
    """
    page = _Page(width, colour)
    marks = _quote_marks(article.quotes)
    for block in article.blocks:
        page.row(block.kind.value, _marked(block, marks), _COLOUR_OF[block.part])
    page.title("quotes", len(article.quotes))
    for number, quote in enumerate(article.quotes, 1):
        page.row(f"{number} {quote.kind.value}", quote.text)
        page.row("", f"— {_attribution(quote)}", _DIM)
    people = _people(article.quotes)
    page.title("speakers", len(people))
    for who, numbers in people.items():
        page.row("", f"{who}: quote{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}")
    page.title("facts", len(article.facts))
    for fact in article.facts:
        page.row(fact.name, ", ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value))
    return "".join(page.lines)


class _Page:
    """The lines so far: rows of a label and a text that is wrapped beside it."""

    def __init__(self, width: int, colour: bool) -> None:  # noqa: FBT001 - private, and named at its only call
        self.lines: list[str] = []
        self._width = max(20, width - _LABEL_WIDTH - 1)
        self._colour = colour

    def title(self, name: str, count: int) -> None:
        if count:
            self.lines.append(f"\n{self._painted(name.upper(), _BOLD)}\n")

    def row(self, label: str, text: str, colour: str = "") -> None:
        label = escape(label).ljust(_LABEL_WIDTH)
        for line in _wrapped(escape(" ".join(text.split())), self._width):
            self.lines.append(f"{self._painted(label, colour)} {line}".rstrip() + "\n")
            label = " " * _LABEL_WIDTH

    def _painted(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_RESET}" if self._colour and colour and text.strip() else text


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


class _Mark(NamedTuple):
    """Something to insert into the text; at one place an end sorts before a beginning."""

    place: int
    opens: bool
    text: str


def _quote_marks(quotes: Sequence[Quote]) -> list[_Mark]:
    """Say what to insert where, last place first: “[1 ” before each piece of the first quote, “]” behind it."""
    marks: list[_Mark] = []
    for number, quote in enumerate(quotes, 1):
        for span in quote.spans:
            marks += [_Mark(span.start, opens=True, text=f"[{number} "), _Mark(span.end, opens=False, text="]")]
    return sorted(marks, reverse=True)


def _marked(block: Block, marks: list[_Mark]) -> str:
    """Give the block's text with the marks that fall into it; they are taken off the end of ``marks``."""
    at, end, pieces = block.span.start, block.span.end, list[str]()
    while marks and (marks[-1].place < end or (marks[-1].place == end and not marks[-1].opens)):
        mark = marks.pop()
        pieces += [block.source[at : mark.place], mark.text]
        at = max(at, mark.place)
    return "".join([*pieces, block.source[at:end]])


def _attribution(quote: Quote) -> str:
    who = " and ".join(map(_full_name, quote.speakers)) or "nobody is named"
    words = [part.text for part in (quote.mention, quote.cue) if part and part.text]
    return f"{who}, by “{' … '.join(words)}”" if words else who


def _full_name(speaker: Speaker) -> str:
    more = [part for part in (speaker.role, speaker.affiliation) if part]
    name = speaker.name or "somebody"
    return f"{name} ({', '.join(more)})" if more else name


def _people(quotes: Sequence[Quote]) -> dict[str, list[str]]:
    """Gather the numbers of everybody's quotes; those who have no name are not one person and are left out."""
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for number, quote in enumerate(quotes, 1):
        for speaker in quote.speakers:
            if speaker.name:
                numbers[_full_name(speaker)].append(str(number))
    return dict(numbers)
