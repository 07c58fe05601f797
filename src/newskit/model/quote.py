"""Quotes and who said them.

All are values over the text they were found in; equality looks at places, names and origins.
A speaker is a person (or an institution, a document) of the article; a mention is one place where the text names it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from newskit.model.kinds import QuoteKind
from newskit.model.span import NOBODY, Origin, Span, as_spans, pieces, shorten


@attrs.frozen(repr=False)
class _Words:
    """Words of the text that belong to a quote without being what was said."""

    spans: tuple[Span, ...] = attrs.field(converter=as_spans)
    source: str = attrs.field(kw_only=True, eq=False)

    @property
    def text(self) -> str:
        """The words as they stand in the text; empty where there are no spans."""
        return pieces(self.source, self.spans)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.text!r}>"


@attrs.frozen(repr=False)
class Cue(_Words):
    """The words that report the speech: “said”, “according to”."""

    #: The lemma of their verb, “say”; None where they have none that the language knows.
    lemma: str | None = None
    #: Polarity: whether they say that something was not said, or is not so: “did not say”, “denied”.
    negated: bool = False


@attrs.frozen(repr=False)
class Mention(_Words):
    """One place where a speaker is named: a name, a role, a pronoun.

    ``spans`` is empty where the quote floats: nobody is named beside it, and the speaker is carried over.
    """


@attrs.frozen(cache_hash=True)  # a speaker with many mentions is looked up once for each quote
class Speaker:
    """Somebody who is quoted, with all the mentions beside quotes."""

    #: The fullest name in the text; None where a pronoun leads to nobody.
    name: str | None
    #: “White House press secretary”, as written nearest to the name.
    role: str | None = None
    #: The institution, where the text gives it apart from the role.
    affiliation: str | None = None
    mentions: tuple[Mention, ...] = attrs.field(default=(), repr=False)


def _several(speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    return tuple(speakers)


@attrs.frozen(repr=False)
class Quote:
    """A report of what somebody said, thought or wrote.

    ``spans`` are several where the narrator interrupts, or where the quote runs on in the next paragraph.
    """

    spans: tuple[Span, ...] = attrs.field(converter=as_spans)
    kind: QuoteKind
    cue: Cue | None = None
    #: Where the text names the speaker of this quote; where several said it together, all of them: “Ada Moss and Tom Reed”.
    mention: Mention | None = None
    #: Who that is: one, several where they said it together, none where it is not known.
    speakers: tuple[Speaker, ...] = attrs.field(default=(), converter=_several)
    source: str = attrs.field(kw_only=True, eq=False)
    #: Who found the quote, and why.
    origin: Origin = attrs.field(default=NOBODY, kw_only=True)
    #: Who found the speaker, and why.
    speaker_origin: Origin = attrs.field(default=NOBODY, kw_only=True)

    @property
    def speaker(self) -> Speaker | None:
        """Who said it, the first of several; None where it is not known."""
        return self.speakers[0] if self.speakers else None

    @property
    def text(self) -> str:
        """What was said, with its quotation marks, pieces joined by one blank."""
        return pieces(self.source, self.spans)

    def to_dict(self, speakers: Mapping[Speaker, int]) -> dict[str, Any]:
        """Give the quote as JSON types; ``speakers`` numbers the article's speakers."""
        named = [{"name": said.name, "role": said.role, "index": speakers[said]} for said in self.speakers]
        return {
            "kind": self.kind.value,
            "spans": offsets(self.spans),
            "cue": {"spans": offsets(self.cue.spans), "lemma": self.cue.lemma, "negated": self.cue.negated}
            if self.cue
            else None,
            "speaker": {
                "spans": offsets(self.mention.spans if self.mention else ()),
                **named[0],
                "origin": self.speaker_origin.to_dict(),
            }
            if named
            else None,
            "also": named[1:],
            "origin": self.origin.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], source: str, speakers: tuple[Speaker, ...]) -> "Quote":
        said = data["speaker"]
        return cls(
            data["spans"],
            QuoteKind(data["kind"]),
            Cue(**data["cue"], source=source) if data["cue"] else None,
            Mention(said["spans"], source=source) if said else None,
            (speakers[who["index"]] for who in (said, *data["also"])) if said else (),
            source=source,
            origin=Origin(**data["origin"]),
            speaker_origin=Origin(**said["origin"]) if said else NOBODY,
        )

    def __repr__(self) -> str:
        who = " and ".join(str(speaker.name) for speaker in self.speakers) or None
        return f"<Quote {self.kind.value} {shorten(self.text)!r} ← {who}>"


def offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    """Give spans as JSON has them: pairs of offsets."""
    return [[span.start, span.end] for span in spans]
