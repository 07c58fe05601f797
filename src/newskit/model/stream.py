"""A stream of documents: what goes in, and what comes out where there is no article."""

from enum import StrEnum

import attrs


class FailureKind(StrEnum):
    """Why there is no article of a document."""

    #: The parse raised: the source is no text, its format is unknown, a plugin of a strict parser failed.
    ERROR = "error"
    #: The process ended under it, twice.
    CRASH = "crash"
    #: It took longer than the time limit.
    TIMEOUT = "timeout"
    #: Its process grew over the memory limit.
    MEMORY = "memory"


@attrs.frozen
class Failure:
    """A document that was set aside, in the place of its article."""

    #: The document's id; its number in the stream, from 0, where it was given none.
    id: str
    kind: FailureKind
    message: str

    def to_dict(self) -> dict[str, str]:
        """Give why there is no article, as rows of a batch have it."""
        return {"kind": self.kind.value, "message": self.message}


@attrs.frozen
class Source:
    """A document with what is known of it."""

    content: str | bytes
    id: str | None = None
    format: str | None = None
    url: str | None = None
