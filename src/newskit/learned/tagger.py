"""Find the sources, cues and contents of what a text reports, marked or not: a small network and a search for the best labels.

The weights come with the package; `tools/train_tagger.py` makes them. Nothing here knows how the parts belong together:
that is for the rules that use the tags.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, repeat
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from newskit.learned.features import DOUBLE_MARKS, SINGLE_MARKS
from newskit.learned.network import Network, load_network
from newskit.learned.paths import best_labels
from newskit.learned.tokens import Tokens, tokenize

#: The weights for English.
ENGLISH = Path(__file__).with_name("quotes_en.weights")

#: Label 0 is for what is no part of a report; then come, for each role, the label of its first token and that of the
#: others.
ROLES = ("content", "source", "cue")

#: A lead by which a line break has no label but 0.
CERTAIN = 30_000

#: How many steps of confidence there are, and the points of lead to a step.
STEPS, STEP = 64, 48

#: Tokens whose labels are searched for at once, cut at a line break: bounds the memory of a long text.
GROUP = 1 << 16

#: Marks by what is told of them.
_KINDS = {**dict.fromkeys(DOUBLE_MARKS, 1), **dict.fromkeys(SINGLE_MARKS, 2)}

Numbers = NDArray[np.int64]


@attrs.frozen
class Tag:
    """A part of a report."""

    start: int
    """Where it begins, in characters of the text."""

    end: int
    """Where it ends: behind its last character."""

    role: str
    """"source", "cue" or "content"."""

    confidence: float
    """How many of a hundred such tags are right, as a share: a right one shares half of its characters or more with a
    part of that role that a person marked."""


def tag(text: str, inside_marks: bytes | bytearray, network: Network | None = None) -> tuple[Tag, ...]:
    """The parts of the reports in `text`, in the order of the text; no two overlap, none spans a line break.

    `inside_marks[i]` is 1 where character i stands inside quotation marks (the marks themselves may count or not). A
    line break ends a paragraph: where lines are wrapped, give the text with those breaks as blanks. `network` is used
    instead of the English one.
    """
    return tuple(found for found, _ in tag_steps(text, inside_marks, network or english()))


def tag_steps(text: str, inside_marks: bytes | bytearray, network: Network) -> Iterator[tuple[Tag, int]]:
    """The tags of `text`, each with the step of its confidence, for whoever counts how many of a step are right."""
    tokens = tokenize(text)
    if not len(tokens.starts):
        return
    around, breaks = surroundings(tokens, inside_marks)
    scores = network.scores(network.rows(tokens.words), tokens.word_of, around)
    scores[breaks] = -CERTAIN
    scores[breaks, 0] = CERTAIN
    edges = [0, *group_edges(np.flatnonzero(breaks), len(scores)), len(scores)]
    for first, last in pairwise(edges):
        for found, step in segments(network, tokens, scores[first:last].astype(np.int64), first):
            if any(map(str.isalnum, text[found.start : found.end])):  # a run of marks is no part of a report
                yield found, step


@cache
def english() -> Network:
    """The network with the weights that come with the package."""
    return load_network(ENGLISH)


def surroundings(tokens: Tokens, inside_marks: bytes | bytearray) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """What stands around each token, as a number below 24, and which tokens are line breaks.

    The number is the sum of 1 where the token stands inside quotation marks, 2 where the one before does, 4 where the
    next one does, and 8 or 16 where it is itself a double or a single mark. A mark stands inside when a character at its
    side does.
    """
    inside = np.zeros(int(tokens.ends[-1]) + 2, np.uint8)
    given = np.frombuffer(inside_marks, np.uint8)[: len(inside) - 1]
    inside[: len(given)] = given
    kind = np.fromiter(map(_KINDS.get, tokens.words, repeat(0)), np.uint8, len(tokens.words))[tokens.word_of]
    state = inside[tokens.starts]
    marks = np.flatnonzero(kind)
    state[marks] |= inside[np.maximum(tokens.starts[marks] - 1, 0)] | inside[tokens.ends[marks]]
    around = state + 8 * kind
    around[1:] += 2 * state[:-1]
    around[:-1] += 4 * state[1:]
    line = tokens.words.index("\n") if "\n" in tokens.words else -1
    return around, tokens.word_of == line


def group_edges(breaks: Numbers, count: int) -> list[int]:
    """The first line break behind each multiple of `GROUP`."""
    wanted = np.arange(GROUP, count, GROUP)
    found = np.searchsorted(breaks, wanted)
    return sorted({int(breaks[place]) for place in found if place < len(breaks)} - {0})


def segments(network: Network, tokens: Tokens, scores: Numbers, first: int) -> Iterator[tuple[Tag, int]]:
    """The tags, with their steps, of the tokens from `first` on, whose scores are given."""
    labels = best_labels(scores, network.transitions)
    roles = (labels + 1) // 2
    begins = (roles > 0) & ((labels % 2 == 1) | (roles != np.concatenate([[0], roles[:-1]])))
    follows = (roles > 0) & ~begins
    starts = np.flatnonzero(begins)
    ends = np.flatnonzero((roles > 0) & ~np.concatenate([follows[1:], [False]]))
    steps = certainty(scores, roles, starts, ends)
    kinds = roles[starts] - 1
    shares = network.confidence[kinds, steps]
    columns = (tokens.starts[first + starts], tokens.ends[first + ends], kinds, shares, steps)
    for start, end, kind, share, step in zip(*(column.tolist() for column in columns), strict=True):
        yield Tag(start, end, ROLES[kind], share), step


def certainty(scores: Numbers, roles: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    """For each segment a step from 0 to 63 that grows with the lead of its role over the others.

    It adds up the leads of the first and the last token and the mean lead, and goes up a step each `STEP` points.
    """
    by_role = np.empty((len(ROLES) + 1, len(roles)), np.int64)
    by_role[0] = scores[:, 0]
    np.maximum(scores[:, 1::2].T, scores[:, 2::2].T, out=by_role[1:])
    tokens = np.arange(len(roles))
    own = by_role[roles, tokens]
    by_role[roles, tokens] = -CERTAIN
    lead = (own - by_role.max(axis=0)).clip(-CERTAIN, CERTAIN)
    total = np.concatenate([[0], np.cumsum(lead)])
    mean = (total[ends + 1] - total[starts]) // (ends + 1 - starts)
    steps: Numbers = np.clip((lead[starts] + lead[ends] + mean) // STEP + STEPS // 4, 0, STEPS - 1)
    return steps
