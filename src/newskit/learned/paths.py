"""The best sequence of labels: a Viterbi search over whole numbers, for all stretches of a text at once.

Most tokens need no search. Where one label leads by more than any neighbours' transitions could take back, it is part
of every best sequence; such tokens cut the text into short stretches that do not see each other, and those are searched
side by side. The result is exactly that of a search over the whole text, token by token.
"""

import numpy as np
from numpy.typing import NDArray

#: A stretch longer than this is cut, and its last token takes the label that leads there: time stays linear with a
#: small factor whatever the text.
LONGEST = 512

Numbers = NDArray[np.int64]


def best_labels(scores: Numbers, transitions: Numbers) -> Numbers:
    """The labels, one a token, whose scores and transitions add up to the most.

    `scores` has a row for each token and a column for each label; `transitions[a, b]` is for b after a. Of equally
    good labels the first is taken.

    >>> best_labels(np.array([[3, 0], [0, 1], [3, 0]]), np.array([[0, -2], [-2, 0]]))
    array([0, 0, 0])
    """
    labels: Numbers = scores.argmax(axis=1)
    starts, lengths = stretches(is_open(scores, labels, lead_needed(transitions)))
    if len(starts):
        search(scores, transitions, labels, starts, lengths)
    return labels


def lead_needed(transitions: Numbers) -> Numbers:
    """For each pair of labels, by how much the first must lead so that no neighbours can prefer the second."""
    size = len(transitions)
    before = np.vstack([transitions, np.zeros((1, size), np.int64)])  # the last row: no token before
    after = np.hstack([transitions, np.zeros((size, 1), np.int64)])
    gain_before: Numbers = (before[:, None, :] - before[:, :, None]).max(axis=0)
    gain_after: Numbers = (after[None, :, :] - after[:, None, :]).max(axis=2)
    return gain_before + gain_after


def is_open(scores: Numbers, labels: Numbers, needed: Numbers) -> NDArray[np.bool_]:
    """Which tokens could have another label than the one that leads."""
    lead = np.take_along_axis(scores, labels[:, None], axis=1) - scores
    threshold = needed[labels]
    threshold[np.arange(len(labels)), labels] = -1
    undecided: NDArray[np.bool_] = np.any(lead <= threshold, axis=1)
    return undecided


def stretches(undecided: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Start and length of each run of open tokens; a run that is too long is cut by a decided token."""
    edges = np.diff(undecided.astype(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts) or (ends - starts).max() <= LONGEST:
        return starts, ends - starts
    shorter = undecided.copy()
    for start, end in zip(starts, ends, strict=True):
        shorter[start + LONGEST : end : LONGEST + 1] = False
    return stretches(shorter)


def search(scores: Numbers, transitions: Numbers, labels: Numbers, starts: Numbers, lengths: Numbers) -> None:
    """Put the best labels of all stretches into `labels`, which holds the decided ones.

    The scores are laid out step by step: first the first tokens of all stretches, the longest stretch first, then the
    second tokens of those that have one, and so on; a step is one slice, and its forerunners are the head of the one
    before.
    """
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    steps = np.arange(lengths[0])
    counts = np.searchsorted(-lengths, -steps, side="left")  # how many stretches are longer than each step
    offsets = np.concatenate([[0], np.cumsum(counts)])
    step_of = np.repeat(steps, counts)
    stretch_of = np.arange(offsets[-1]) - offsets[step_of]
    tokens = starts[stretch_of] + step_of
    best = scores[tokens].T.copy()
    inner = np.flatnonzero(starts > 0)
    best[:, inner] += transitions[labels[starts[inner] - 1]].T
    forward(best, transitions, offsets.tolist(), counts.tolist())
    ends = starts + lengths
    last = offsets[lengths - 1] + np.arange(len(lengths))
    inner = np.flatnonzero(ends < len(scores))
    best[:, last[inner]] += transitions[:, labels[ends[inner]]]
    found = best.argmax(axis=0)  # right for the last tokens; the others follow
    backward(best, transitions, found, offsets.tolist(), counts.tolist())
    labels[tokens] = found


def forward(best: Numbers, transitions: Numbers, offsets: list[int], counts: list[int]) -> None:
    """Add to each token's scores the best that leads to it."""
    size = len(transitions)
    room = np.empty((size, size, counts[0]), np.int64)
    table = transitions[:, :, None]
    for before, here, count in zip(offsets, offsets[1:], counts[1:], strict=False):
        ways = np.add(table, best[:, None, before : before + count], out=room[:, :, :count])
        best[:, here : here + count] += np.maximum.reduce(ways, axis=0)


def backward(best: Numbers, transitions: Numbers, found: Numbers, offsets: list[int], counts: list[int]) -> None:
    """From the labels of the last tokens to those of the tokens before, in place."""
    for before, here, count in zip(offsets[-3::-1], offsets[-2:0:-1], counts[:0:-1], strict=True):
        ways = best[:, before : before + count] + transitions[:, found[here : here + count]]
        found[before : before + count] = ways.argmax(axis=0)
