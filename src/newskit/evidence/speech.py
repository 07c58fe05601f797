"""The parts of reported speech: what a finder finds (clauses), and what binding makes of them (reports)."""

import attrs

from newskit.model.kinds import QuoteKind
from newskit.text.prose import Range

#: Start and end in characters.
Chars = tuple[int, int]

#: Marks that end a sentence.
SENTENCE_ENDS = frozenset(".!?…")


@attrs.define
class Clause:
    """A cue with what belongs to it, as ranges of tokens."""

    cue: Range
    #: Where the speaker is named; None where nobody is.
    source: Range | None
    #: What is reported, in order.
    contents: list[Range]
    #: From 0 to 1.
    confidence: float
    #: A few words for a person.
    reason: str
    #: All of the content is speech though it has no marks: a turn in an interview.
    spoken: bool = False
    #: The content is all that stands in front of the clause or around it: “…, she said”.
    whole: bool = False

    @property
    def start(self) -> int:
        """The first token of cue and source."""
        return min(self.cue[0], self.source[0]) if self.source else self.cue[0]

    @property
    def end(self) -> int:
        """Behind the last token of cue and source."""
        return max(self.cue[1], self.source[1]) if self.source else self.cue[1]


@attrs.frozen
class Report:
    """Somebody's words or thoughts as the text reports them; all places are in characters."""

    content: tuple[Chars, ...]
    cue: tuple[Chars, ...]
    #: Where the speaker is named; empty for a floating quote.
    source: tuple[Chars, ...]
    kind: QuoteKind
    confidence: float
    reason: str
    #: Stands alone in its paragraph; whoever spoke last speaks on.
    floats: bool = False
