"""Facts: what is known of an article besides its text, each with where it came from."""

from collections.abc import Mapping
from typing import Any

import attrs

from newskit.model.kinds import FactValue
from newskit.model.span import NOBODY, Origin, Span


@attrs.frozen
class Fact:
    """One field of an article: its authors, its date, its language, and whatever a plugin adds.

    >>> Fact("published", "2026-03-01", raw="1 March 2026").value
    '2026-03-01'
    """

    #: The field: one of ``headline``, ``authors``, ``published``, ``modified``, ``language``, ``url``, ``section``,
    #: ``tags``, ``image``, ``dek``, ``publisher``, ``paywalled``, or a plugin's own.
    name: str
    value: FactValue
    #: The string as the source has it, where ``value`` was made from one.
    raw: str | None = None
    #: Where the text says it; None where only the markup does.
    span: Span | None = None
    origin: Origin = NOBODY

    def to_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": list(self.value) if isinstance(self.value, tuple) else self.value,
            "raw": self.raw,
            "span": [self.span.start, self.span.end] if self.span else None,
            "origin": self.origin.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Fact":
        value = data["value"]
        return cls(
            data["name"],
            tuple(value) if isinstance(value, list) else value,
            data["raw"],
            Span(*data["span"]) if data["span"] else None,
            Origin(**data["origin"]),
        )
