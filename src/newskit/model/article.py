"""The article: what newskit gives back.

An Article is a value: it never changes, and two are equal when they have the same text and everything said of it is the
same. Every span in it indexes ``article.text``.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, SupportsIndex

import attrs

from newskit.errors import ArticleError
from newskit.model.annotations import Annotations
from newskit.model.block import Block, Blocks
from newskit.model.fact import Fact
from newskit.model.kinds import FactValue, Part
from newskit.model.quote import Mention, Quote, Speaker, offsets
from newskit.model.span import Origin, Span, shorten

#: The version of the dict that ``to_dict`` gives; raised when a reader of older dicts would misread it.
FORMAT_VERSION = 1


class Text(str):
    """A str that a `Span` may index.

    >>> Text("White House")[Span(0, 5)]
    'White'
    """

    __slots__ = ()

    def __getitem__(self, place: "SupportsIndex | slice | Span") -> str:
        if isinstance(place, Span):
            return str.__getitem__(self, slice(place.start, place.end))
        return str.__getitem__(self, place)


@attrs.frozen
class Problem:
    """Something that went wrong without stopping the parse."""

    #: The plugin's name; “newskit” for the parser itself.
    plugin: str
    #: The hook or step in which it happened.
    hook: str
    message: str


@attrs.frozen
class Explanation:
    """One line of ``article.explain``: what was said of a place, and by whom."""

    #: “block”, “quote”, “speaker”, “fact” or the name of an annotation's type.
    what: str
    #: The answer in words: a kind, a name, a value.
    answer: str
    span: Span
    origin: Origin

    def __str__(self) -> str:
        plugin, confidence, reason = self.origin.plugin, self.origin.confidence, self.origin.reason
        who = f"{plugin}, {confidence:.2f}: {reason}" if plugin else reason
        return f"{self.span.start}:{self.span.end} {self.what} {self.answer} ({who})"


@attrs.frozen(repr=False)
class Article:
    r"""A text taken apart.

    >>> from newskit import parse
    >>> article = parse("Bridge to reopen\n\nThe bridge opens on Monday, the mayor said.")
    >>> article.headline.text
    'Bridge to reopen'
    """

    #: The input, character for character; for a page, its visible text. ``article.text[span]`` works.
    text: Text = attrs.field(converter=Text)
    #: All blocks in text order. They cover the text: what is between two is white space.
    blocks: Blocks = attrs.field(factory=Blocks, converter=Blocks)
    #: In the order in which they begin.
    quotes: tuple[Quote, ...] = ()
    #: Everybody who is quoted, in the order of the first quote.
    speakers: tuple[Speaker, ...] = ()
    #: One for each field that is known.
    facts: tuple[Fact, ...] = ()
    #: What plugins add, by type.
    annotations: Annotations = attrs.field(factory=Annotations)
    #: What went wrong on the way. An empty tuple is the rule.
    problems: tuple[Problem, ...] = ()

    def __attrs_post_init__(self) -> None:
        at = 0
        for block in self.blocks:
            if block.span.start < at or block.span.end > len(self.text):
                raise ArticleError(f"{block!r} overlaps the block before it or ends behind the text")
            at = block.span.end

    @property
    def headline(self) -> Block | None:
        """The headline; None where the text has none. Of several blocks (a repeated headline) the first."""
        return next((block for block in self.blocks if block.part is Part.HEADLINE), None)

    @property
    def body(self) -> Blocks:
        """The blocks that the reporter wrote; ``article.body.text`` is their text."""
        return self._of(Part.BODY)

    @property
    def furniture(self) -> Blocks:
        """Dek, byline, captions: what belongs to the article without being its body."""
        return self._of(Part.FURNITURE)

    @property
    def boilerplate(self) -> Blocks:
        """What belongs to the site."""
        return self._of(Part.BOILERPLATE)

    def _of(self, part: Part) -> Blocks:
        return Blocks(block for block in self.blocks if block.part is part)

    def fact(self, name: str) -> FactValue | None:
        """Return the value of a field, None where it is not known."""
        return next((fact.value for fact in self.facts if fact.name == name), None)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in the byline."""
        value = self.fact("authors")
        return value if isinstance(value, tuple) else ()

    @property
    def published(self) -> dt.date | None:
        """When the article was published: a ``datetime`` where the time of day is known, else a ``date``.

        None where that is not known, or where a plugin's fact is no ISO 8601.
        """
        return self._date("published")

    @property
    def modified(self) -> dt.date | None:
        """When the article was last changed."""
        return self._date("modified")

    def _date(self, name: str) -> dt.date | None:
        value = self.fact(name)
        if not isinstance(value, str):
            return None
        try:
            return dt.date.fromisoformat(value) if len(value) == 10 else dt.datetime.fromisoformat(value)
        except ValueError:
            return None

    @property
    def language(self) -> str | None:
        """The code of the language, as declared or as guessed."""
        return self._str("language")

    @property
    def url(self) -> str | None:
        """Where the article is: its canonical address, else the one given to ``parse``."""
        return self._str("url")

    def _str(self, name: str) -> str | None:
        value = self.fact(name)
        return value if isinstance(value, str) else None

    def quotes_by(self, speaker: Speaker) -> tuple[Quote, ...]:
        """Return the quotes of one speaker, those that others said too among them."""
        return tuple(quote for quote in self.quotes if speaker in quote.speakers)

    def explain(self, place: Span | int) -> tuple[Explanation, ...]:
        """Say which plugin gave each answer at a place, how sure it was, and why."""
        wanted = place if isinstance(place, Span) else Span(place, place + 1)
        return tuple(line for line in self._explanations() if line.span.overlaps(wanted))

    def _explanations(self) -> Iterator[Explanation]:
        for block in self.blocks:
            yield Explanation("block", block.kind.value, block.span, block.origin)
        for quote in self.quotes:
            for span in quote.spans:
                yield Explanation("quote", quote.kind.value, span, quote.origin)
            places = quote.mention.spans if quote.mention and quote.mention.spans else quote.spans
            for span, speaker in product(places, quote.speakers):
                yield Explanation("speaker", str(speaker.name), span, quote.speaker_origin)
        for fact in self.facts:
            if fact.span:
                yield Explanation("fact", f"{fact.name} = {fact.value!r}", fact.span, fact.origin)
        for item in self.annotations:
            origin = Origin(item.plugin, 1.0, "annotation")
            yield Explanation(type(item.value).__name__, repr(item.value), item.value.span, origin)

    def to_dict(self) -> dict[str, Any]:
        """Give the article as JSON types; newskit/model/article.schema.json describes them."""
        headline, published = self.headline, self.fact("published")
        numbers = {speaker: index for index, speaker in enumerate(self.speakers)}
        return {
            "version": FORMAT_VERSION,
            "text": str(self.text),
            "headline": {"start": headline.span.start, "end": headline.span.end} if headline else None,
            "body": self.body.text,
            "authors": list(self.authors),
            "published": published if isinstance(published, str) else None,
            "language": self.language,
            "url": self.url,
            "blocks": [block.to_dict() for block in self.blocks],
            "quotes": [quote.to_dict(numbers) for quote in self.quotes],
            "speakers": [
                {
                    "name": speaker.name,
                    "role": speaker.role,
                    "affiliation": speaker.affiliation,
                    "mentions": [{"spans": offsets(mention.spans)} for mention in speaker.mentions],
                }
                for speaker in self.speakers
            ],
            "facts": [fact.to_dict() for fact in self.facts],
            "annotations": self.annotations.to_dict(),
            "problems": [attrs.asdict(problem) for problem in self.problems],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Article":
        """Build the article that ``to_dict`` was called on.

        Raises `ArticleError` where the dict has not the form that ``to_dict`` of this version gives, or its spans do not fit;
        whether each value is of the right type, the JSON Schema tells.
        """
        try:
            if data["version"] != FORMAT_VERSION:
                raise ArticleError(f"dict of version {data['version']!r}, this newskit reads {FORMAT_VERSION}")
            text = data["text"]
            speakers = tuple(
                Speaker(
                    said["name"],
                    said["role"],
                    said["affiliation"],
                    tuple(Mention(mention["spans"], source=text) for mention in said["mentions"]),
                )
                for said in data["speakers"]
            )
            return cls(
                text,
                (Block.from_dict(block, text) for block in data["blocks"]),
                tuple(Quote.from_dict(quote, text, speakers) for quote in data["quotes"]),
                speakers,
                tuple(Fact.from_dict(fact) for fact in data["facts"]),
                Annotations.from_dict(data["annotations"]),
                tuple(Problem(**problem) for problem in data["problems"]),
            )
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            if isinstance(error, ArticleError):
                raise
            raise ArticleError(f"not a dict that Article.to_dict gives: {error!r}") from error

    def __repr__(self) -> str:
        title = repr(shorten(self.headline.text, 60)) if self.headline else "without a headline"
        problems = f", {len(self.problems)} problems" if self.problems else ""
        return f"<Article {title}: {len(self.blocks)} blocks, {len(self.quotes)} quotes{problems}>"
