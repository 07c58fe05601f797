"""Which finer kind a line is, once it is known what it does in its text: a caption, a byline, a copyright notice.

The words give most kinds away; where they do not, form and place do.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newskit.evidence.line_features import Line
from newskit.evidence.line_model import Role
from newskit.evidence.line_phrases import Hit
from newskit.model.kinds import Kind, Part

#: The marks of a list: “• ”, “- ”, “1. ”, “a) ”. Must not match “2019 was a good year”, nor “– Yes, she says”, which is speech.
_BULLET = re.compile(r"(?:[•·▪◦‣*-]|\d{1,2}[.)]|[a-z]\))\s")
#: A clock, a numeric date, a year: “8:15”, “3.5.2021”, “2024”.
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d\d\b|年|月")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: Which kind wins among hits at the same place.
_ORDER = [
    "copyright",
    "correction",
    "syndication",
    "timestamp",
    "author_bio",
    "byline",
    "credit",
    "caption",
    "newsletter",
    "subscribe",
    "paywall",
    "cookie",
    "comments",
    "disclaimer",
    "related",
    "read_more",
    "tags",
    "share",
    "advertisement",
    "contact",
    "navigation",
]
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_PLACES = {"whole": 0, "start": 1, "closing": 2, "end": 3, "inside": 4}
_WHERE = {
    "whole": "is the whole line",
    "start": "opens the line",
    "closing": "closes the line",
    "end": "ends the line",
    "inside": "stands in the line",
}
#: Kinds that stand before the body or inside it, never behind.
_EARLY = frozenset({"byline", "timestamp"})
#: Kinds whose heading speaks for the short lines that stand under it.
_HEADINGS = frozenset(
    {"related", "tags", "share", "comments", "contact", "navigation", "cookie", "newsletter", "author_bio"}
)


class Verdict(NamedTuple):
    """The kind of a line and why, in words."""

    kind: Kind
    reason: str


class Heading(NamedTuple):
    """A line such as “Related articles”, which speaks for the lines under it."""

    kind: str

    @classmethod
    def behind(cls, line: Line, kind: Kind, before: "Heading | None") -> "Heading | None":
        """Return the heading that the line behind this one stands under."""
        if kind.part is Part.BODY or line.prose:
            return None
        opens = (
            kind in _HEADINGS
            and line.size < 4
            and any(hit.kind == kind and hit.place not in ("inside", "end") for hit in line.hits)
        )
        return cls(kind.value) if opens else before


def kind_of(line: Line, role: Role, heading: str | None) -> Verdict:
    """Name the kind of a line.

    Args:
        line: What was seen of it.
        role: What it does in its text.
        heading: The kind of the heading that it stands under (“Related articles”), if any.
    """
    if role is Role.HEADLINE:
        return Verdict(Kind.HEADLINE, "the likeliest title of what follows")
    if role is Role.BODY:
        return _kind_of_body(line)
    hit = _best(line.hits, role)
    if hit is not None and not (hit.place == "inside" and _is_sentence(line)):
        return Verdict(_kind_of_hit(hit, line), f"“{hit.phrase}” {_WHERE[hit.place]}")
    if "©" in line.text:
        notice = role is Role.END and _YEAR.search(line.text)
        return Verdict(Kind.COPYRIGHT if notice else Kind.CREDIT, "has a © sign")
    if heading is not None and role is not Role.FRONT and not line.prose:
        return Verdict(Kind(heading), "stands under a heading of that kind")
    by_form = _BY_ROLE[role](line)
    if hit is not None and by_form.kind is Kind.OTHER:
        return Verdict(_kind_of_hit(hit, line), f"“{hit.phrase}” {_WHERE[hit.place]}")
    return by_form


def _is_sentence(line: Line) -> bool:
    return line.size >= 8 or (line.end == "stop" and len(line.words) >= 8)


def _best(hits: Iterable[Hit], role: Role) -> Hit | None:
    """Choose the hit that tells most: the whole line before its opening before its inside, then by the order of kinds."""
    fitting = [hit for hit in hits if role is not Role.END or hit.kind not in _EARLY]
    return min(fitting, key=lambda hit: (_PLACES[hit.place], _RANK.get(hit.kind, len(_RANK))), default=None)


def _kind_of_hit(hit: Hit, line: Line) -> Kind:
    """Take a phrase for what it means in its line: with a title behind a colon, in brackets at the end, beside “newsletter”."""
    if hit.place == "closing":
        return Kind.CAPTION
    if hit.kind == Kind.RELATED and hit.place == "start" and ":" in line.text:
        return Kind.READ_MORE
    if hit.kind == Kind.SUBSCRIBE and any(other.kind == Kind.NEWSLETTER for other in line.hits):
        return Kind.NEWSLETTER
    return Kind(hit.kind)


def _kind_of_body(line: Line) -> Verdict:
    if _BULLET.match(line.text):
        return Verdict(Kind.LIST_ITEM, "opens with the mark of a list")
    if line.size <= 5 and line.end in ("letter", "digit", "question", "other"):
        return Verdict(Kind.HEADING, "short and without a full stop, among paragraphs")
    return Verdict(Kind.PARAGRAPH, "running text" if line.prose else "stands among running text")


def _kind_in_front(line: Line) -> Verdict:
    if _TIME.search(line.text) and line.size < 5:
        return Verdict(Kind.TIMESTAMP, "a date or time before the body")
    if line.is_name:
        return Verdict(Kind.BYLINE, "nothing but a name, before the body")
    if line.prose or line.size >= 5 or (line.end == "stop" and len(line.words) >= 6):
        return Verdict(Kind.DEK, "running text between headline and body, set apart from it")
    return Verdict(Kind.NAVIGATION, "a few words before the headline or the body")


def _kind_inside(line: Line) -> Verdict:
    if line.end == "bracket" or line.prose:
        return Verdict(Kind.CAPTION, "breaks the body and describes")
    if line.is_name or ("/" in line.text and line.size < 6):
        return Verdict(Kind.CREDIT, "nothing but names, inside the body")
    if line.text[0] in '“„«"' and line.end == "quote":
        return Verdict(Kind.PULL_QUOTE, "a quote set apart inside the body")
    return Verdict(Kind.CAPTION, "breaks the body")


def _kind_at_end(line: Line) -> Verdict:
    if line.prose:
        return Verdict(Kind.OTHER, "behind the body")
    if _TIME.search(line.text) and line.size < 3:
        return Verdict(Kind.TIMESTAMP, "a date or time behind the body")
    if 3 <= line.size <= 7:
        return Verdict(Kind.RELATED, "a title behind the body")
    return Verdict(Kind.OTHER, "behind the body")


_BY_ROLE = {Role.FRONT: _kind_in_front, Role.INSIDE: _kind_inside, Role.END: _kind_at_end}
