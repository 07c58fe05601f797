"""Articles with what is expected of them, as text files that a reporter can write without Python.

A file NAME.newskit.txt holds the article, a line ``==== expected``, and one line for each expected thing::

    Fog on the lake

    “Stay ashore,” said Ida Brandt. Nobody did.

    ==== expected
    headline: Fog on the lake
    paragraph: “Stay ashore,” … Nobody did.
    direct: “Stay ashore,”
      speaker: Ida Brandt
      cue: said
    no other: direct, indirect, mixed

What stands before the colon is the kind of a block or of a quote, ``fact`` and its name, or ``annotation`` and its class. An
indented line is a detail of the quote above: speaker, role, affiliation, mention, cue; “-” where it has none. Where several
said it together, a line for each speaker, in the order of the text, with role and affiliation below it. White space counts as
one blank, and “…” stands for any words; the parts of a quote are joined by “ … ”. ``no other`` says that nothing of these kinds
is there but what is expected. A line that begins with “#” is a remark. Where no article stands in the file, it is the file
beside it that is called article.html, article.txt or article with another ending.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

import attrs

from newskit.errors import InputError
from newskit.model.article import Article
from newskit.model.kinds import Kind, QuoteKind
from newskit.model.quote import Quote, Speaker
from newskit.model.span import Span

#: The end of the names of these files.
ENDING = ".newskit.txt"
#: What divides the article from what is expected.
DIVIDER = "==== expected"
#: The details of a quote.
DETAILS = ("speaker", "role", "affiliation", "mention", "cue")

#: Those of them that each speaker of the quote has.
_OF_SPEAKER = DETAILS[:3]

_KINDS = [*map(str, Kind), *map(str, QuoteKind)]
_WIDTH = 60


@attrs.frozen
class Thing:
    """One thing that is expected of an article, or found in it."""

    #: “headline”, “direct”, “fact language”, “annotation Correction”, “no other”.
    what: str
    #: Its text, white space as one blank.
    words: str
    details: tuple[tuple[str, str], ...] = ()
    #: Where it stands in its file, from 1; 0 for what is found.
    line: int = attrs.field(default=0, eq=False)

    def __str__(self) -> str:
        return "\n".join([f"{self.what}: {self.words}", *(f"  {name}: {words}" for name, words in self.details)])

    def is_met_by(self, found: "Thing") -> bool:
        """Say whether something found is what is expected here."""
        ours, theirs = _by_speaker(self.details), _by_speaker(found.details)
        speakers = sum(name == "speaker" for name, _ in self.details)
        return (
            self.what == found.what
            and _fits(self.words, found.words)
            and all(key in theirs and _fits(words, theirs[key]) for key, words in ours.items())
            and speakers in (0, sum(name == "speaker" for name, _ in found.details))
        )


def _by_speaker(details: Iterable[tuple[str, str]]) -> dict[tuple[int, str], str]:
    """Give details by the number of the speaker and their name: one that comes again is the next speaker's."""
    number, found = 0, dict[tuple[int, str], str]()
    for name, words in details:
        of_speaker = name in _OF_SPEAKER
        number += of_speaker and (number, name) in found
        found[number if of_speaker else 0, name] = words
    return found


@attrs.frozen
class Fixture:
    """An article and what is expected of it, as its file says."""

    path: Path
    #: The article: a text, or the bytes of the file beside it.
    source: str | bytes
    #: “text” or “html”; None where the content tells.
    format: str | None
    expected: tuple[Thing, ...]
    #: All that stands above what is expected, the divider included.
    head: str


def read_fixture(path: Path) -> Fixture:
    """Read a file.

    Raises `InputError`, with file and line, where it cannot be read or makes no sense.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # an article may hold what else ends lines for Python
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    at = lines.index(DIVIDER) if DIVIDER in lines else len(lines)
    text = "\n".join(lines[:at]).strip("\n")
    expected = tuple(_things(path, lines, at + 1))
    head = f"{text}\n\n{DIVIDER}\n" if text else f"{DIVIDER}\n"
    if text:
        return Fixture(path, text, "text", expected, head)
    beside = sorted(file for file in path.parent.glob("article.*") if not file.name.endswith(ENDING))
    if len(beside) != 1:
        raise InputError(f"{path}: no article above “{DIVIDER}”, and {len(beside)} files article.* beside it")
    return Fixture(path, beside[0].read_bytes(), {".txt": "text"}.get(beside[0].suffix), expected, head)


def _things(path: Path, lines: Sequence[str], first: int) -> Iterator[Thing]:
    """Read the lines of what is expected, each with the details below it."""
    thing: Thing | None = None
    for number, line in enumerate(lines[first:], first + 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, words = line.partition(":")
        is_detail = line[0].isspace() and thing is not None and name.strip() in DETAILS
        if not (colon and (is_detail or (_is_what(name) and not line[0].isspace()))):
            raise InputError(f"{path}, line {number}: {line!r} names nothing that can be expected: {_CHOICES}")
        if is_detail and thing:
            thing = attrs.evolve(thing, details=(*thing.details, (name.strip(), _one_line(words))))
            continue
        if thing:
            yield thing
        thing = Thing(name, _one_line(words), line=number)
    if thing:
        yield thing


def _is_what(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return name in _KINDS or name == "no other" or (first in ("fact", "annotation") and bool(rest))


_CHOICES = f"{', '.join(_KINDS)}, fact NAME, annotation CLASS, no other; indented {', '.join(DETAILS)}"


def things_in(article: Article) -> tuple[Thing, ...]:
    """List what was found in an article: its blocks, quotes, facts and annotations."""
    return (
        *(Thing(str(block.kind), _one_line(block.text)) for block in article.blocks),
        *(_quote(article, quote) for quote in article.quotes),
        *(Thing(f"fact {fact.name}", _value(fact.value)) for fact in article.facts),
        *(
            Thing(f"annotation {type(note.value).__name__}", _one_line(note.value.span.of(article.text)))
            for note in article.annotations
        ),
    )


def _quote(article: Article, quote: Quote) -> Thing:
    def joined(places: Iterable[Span]) -> str:
        return " … ".join(_one_line(span.of(article.text)) for span in places) or "-"

    details = [
        (name, words or "-")
        for who in quote.speakers or (Speaker(None),)
        for name, words in zip(_OF_SPEAKER, (who.name, who.role, who.affiliation), strict=True)
    ]
    mention, cue = quote.mention.spans if quote.mention else (), quote.cue.spans if quote.cue else ()
    return Thing(str(quote.kind), joined(quote.spans), (*details, ("mention", joined(mention)), ("cue", joined(cue))))


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else _one_line(str(value))


def complaint(expected: Thing, wanted: Sequence[Thing], found: Sequence[Thing]) -> str | None:
    """Say what is wrong with one expected thing, expected and got side by side; None where it is there."""
    if expected.what == "no other":
        kinds = [kind.strip() for kind in expected.words.split(",")]
        surplus = [
            thing for thing in found if thing.what in kinds and not any(other.is_met_by(thing) for other in wanted)
        ]
        return _side_by_side("(no other)", "\n".join(map(str, surplus))) if surplus else None
    if any(expected.is_met_by(thing) for thing in found):
        return None
    nearest = max(found, key=lambda thing: _likeness(expected, thing), default=None)
    if nearest is None or _likeness(expected, nearest) < 0.5:
        return _side_by_side(str(expected), "(nothing like it)")
    names = [name for name, _ in expected.details]
    shown = attrs.evolve(nearest, details=tuple(row for row in nearest.details if row[0] in names))
    return _side_by_side(str(expected), str(shown))


def _likeness(expected: Thing, found: Thing) -> float:
    """Say how alike two things are: their words above all, then their kind."""
    if expected.what.startswith("fact ") or found.what.startswith("fact "):
        return float(expected.what == found.what)
    same = 1.0 if _fits(expected.words, found.words) else SequenceMatcher(None, expected.words, found.words).ratio()
    return same + (0.1 if expected.what == found.what else 0)


def _side_by_side(left: str, right: str) -> str:
    """Show two texts in two columns, line by line; “≠” marks lines that differ."""
    rows = [("expected", "got"), *zip_longest(_folded(left), _folded(right), fillvalue="")]
    marks = [" ", *(" " if one == other else "≠" for one, other in rows[1:])]
    return "\n".join(
        f"{mark} {one:<{_WIDTH}}  {other}".rstrip() for mark, (one, other) in zip(marks, rows, strict=True)
    )


def _folded(text: str) -> list[str]:
    return [line[at : at + _WIDTH] for line in text.splitlines() for at in range(0, len(line), _WIDTH)]


def accept(fixture: Fixture, found: Sequence[Thing]) -> str:
    """Return the file with what was found as what is expected, for a person to review.

    Where something is expected already, only its kinds and details are written, and what is met stays as it was written.
    """
    before = [thing for thing in fixture.expected if thing.what != "no other"]
    limits = [thing for thing in fixture.expected if thing.what == "no other"]
    kinds = {thing.what for thing in before} | {kind.strip() for thing in limits for kind in thing.words.split(",")}
    details = {name for thing in before for name, _ in thing.details}
    lines = []
    for thing in found:
        if fixture.expected and thing.what not in kinds:
            continue
        kept = next((old for old in before if old.is_met_by(thing)), None)
        shown = tuple(
            (name, words) for name, words in thing.details if name in details or (not before and words != "-")
        )
        lines.append(str(kept or attrs.evolve(thing, details=shown)))
    return fixture.head + "".join(f"{line}\n" for line in (*lines, *map(str, limits)))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _fits(expected: str, found: str) -> bool:
    """Compare two texts; “…” in the expected one stands for any words."""
    if expected == found:
        return True
    first, *rest = expected.split("…")
    if not rest or not found.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1]:  # the leftmost place of each piece leaves most room for the next
        at = found.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return len(found) - at >= len(rest[-1]) and found.endswith(rest[-1])
