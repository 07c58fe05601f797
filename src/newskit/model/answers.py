"""What plugins answer with: claims about a document, each with a confidence and a reason.

The parser weighs them (newskit/combine.py), adds the plugin's name, and makes the article's blocks, facts and quotes of
those that win.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, cast

import attrs

from newskit.errors import ArticleError
from newskit.model.kinds import FactValue, Kind, QuoteKind
from newskit.model.span import Span, as_spans, confident


def _not_empty(_: object, attribute: "attrs.Attribute[tuple[Span, ...]]", value: tuple[Span, ...]) -> None:
    if not value:
        raise ArticleError(f"{attribute.name} must hold at least one span")


def _apart(_: object, attribute: "attrs.Attribute[tuple[Span, ...]]", value: tuple[Span, ...]) -> None:
    for one, other in pairwise(value):
        if one.overlaps(other):
            raise ArticleError(f"{attribute.name} must not overlap one another, got {one} and {other}")


@attrs.frozen
class Label:
    """“This place is a …”: the answer to ``newskit_label``.

    The span may be a block of the document or a part of one: a label for half a line cuts the line in two.
    """

    span: Span
    kind: Kind = attrs.field(converter=Kind)
    confidence: float = attrs.field(default=1.0, validator=confident)
    reason: str = ""


def labels_of(spans: Iterable[Span], answers: Iterable[tuple[Kind, float, str]]) -> list[Label]:
    """Make labels of thousands of answers that are known to be right, without the checks of `Label`."""
    new, slots = object.__new__, cast("Any", Label)
    set_span, set_kind = slots.span.__set__, slots.kind.__set__
    set_confidence, set_reason = slots.confidence.__set__, slots.reason.__set__
    made = []
    for span, (kind, confidence, reason) in zip(spans, answers, strict=True):
        label = new(Label)
        set_span(label, span)
        set_kind(label, kind)
        set_confidence(label, confidence)
        set_reason(label, reason)
        made.append(label)
    return made


def _fact_value(value: FactValue | Iterable[str]) -> FactValue:
    return value if isinstance(value, str | bool) else tuple(value)


@attrs.frozen
class Field:
    """“The article's … is …”: the answer to ``newskit_describe``. The fields are those of `Fact`."""

    name: str
    value: FactValue = attrs.field(converter=_fact_value)
    raw: str | None = None
    span: Span | None = None
    confidence: float = attrs.field(default=1.0, validator=confident)
    reason: str = ""


@attrs.frozen
class Quotation:
    """“Somebody says this here”: the answer to ``newskit_quotes``."""

    #: What was said; several spans where the narrator interrupts or the quote runs on in a new paragraph.
    spans: tuple[Span, ...] = attrs.field(converter=as_spans, validator=[_not_empty, _apart])
    kind: QuoteKind = attrs.field(converter=QuoteKind)
    #: The words that report it; empty where there are none.
    cue: tuple[Span, ...] = attrs.field(default=(), converter=as_spans)
    confidence: float = attrs.field(default=1.0, validator=confident)
    reason: str = ""
    #: The lemma of the cue's verb.
    lemma: str | None = None
    #: Whether the cue denies: “did not say”, “denied”.
    negated: bool = False


@attrs.frozen
class Named:
    """One more speaker of a quote: the second and later ones of “Ada Moss and her lawyer, Tom Reed”."""

    #: The fullest name; None where the words lead to nobody.
    name: str | None
    role: str | None = None
    affiliation: str | None = None


def _all_named(people: Iterable[Named]) -> tuple[Named, ...]:
    found = tuple(people)
    for who in found:
        if not isinstance(who, Named):
            raise ArticleError(f"also must hold Named only, got {who!r}: write Named({who!r})")
    return found


@attrs.frozen
class Attribution:
    """“That quote is this speaker's”: the answer to ``newskit_attribute``.

    Attributions with the same name are mentions of the same speaker. Where several said it together, the first of them stands
    in the fields of the attribution, the others in ``also``; the mention covers all of them.
    """

    #: The place of the quote in the sequence that the hook was given.
    quote: int
    #: Where the text names the speaker; empty for a floating quote.
    mention: tuple[Span, ...] = attrs.field(default=(), converter=as_spans)
    #: The fullest name; None where the mention leads to nobody.
    name: str | None = None
    role: str | None = None
    affiliation: str | None = None
    confidence: float = attrs.field(default=1.0, validator=confident)
    reason: str = ""
    #: Who said it too, in the order of the text.
    also: tuple[Named, ...] = attrs.field(default=(), converter=_all_named)
