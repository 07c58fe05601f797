"""The best sequence of labels: a Viterbi search over whole numbers, for all stretches of a text at once.

A search goes from token to token, and a step of numpy costs the same for one token as for hundreds. So the tokens are cut
into short stretches, and all stretches are gone through side by side, once for each label that could stand before a
stretch; from stretch to stretch these sums are put together, and one walk back over all tokens takes the best labels. The
result is exactly that of a search over the whole text, token by token.
"""

from functools import reduce

import numpy as np
from numpy.typing import NDArray

#: Tokens to a stretch: the steps inside a stretch and those from stretch to stretch are then about as many for a usual
#: article. No result depends on it.
STRETCH = 16

Numbers = NDArray[np.int64]
Small = NDArray[np.int16 | np.int32]


def best_labels(scores: Numbers, transitions: Numbers, stretch: int = STRETCH) -> Numbers:
    """The labels, one a token, whose scores and transitions add up to the most.

    `scores` has a row for each token and a column for each label, `transitions[a, b]` is for b after a; all are below a
    million, either way. Of equally good labels the first is taken.

    >>> best_labels(np.array([[3, 0], [0, 1], [3, 0]]), np.array([[0, -2], [-2, 0]]))
    array([0, 0, 0])
    """
    count, kinds = scores.shape
    if not count:
        return np.empty(0, np.int64)
    number = -(-count // stretch)
    length = -(-count // number)
    relative = in_reach(scores, transitions)
    small = fitting(relative, transitions, length)
    rows = np.zeros((number * length, kinds), small)  # longer than the text by what fills the last stretches
    rows[:count] = relative
    ways = ways_through(
        np.ascontiguousarray(rows.reshape(number, length, kinds).transpose(1, 2, 0)), transitions.astype(small)
    )
    ways += sums_before(ways[-1])
    sums = reduce(np.maximum, ways.transpose(2, 0, 1, 3))  # quicker than a reduction along the axis
    return walk_back(sums.transpose(1, 2, 0).reshape(kinds, -1)[:, :count].astype(np.int32), transitions)


def in_reach(scores: Numbers, transitions: Numbers) -> Numbers:
    """Scores below the best of their token, none further below than what no transitions make up for: on no best way are such labels.

    Any label may be changed for the best of its token: two transitions change with it, each by the width of their table at most.
    """
    width = int(transitions.max() - transitions.min())
    relative: Numbers = np.maximum(scores - scores.max(axis=1, keepdims=True), -2 * width - 1)
    return relative


def fitting(relative: Numbers, transitions: Numbers, length: int) -> type[np.int16 | np.int32]:
    """The smallest type that holds what ways through a stretch, and in front of it, add up to: the smaller, the quicker."""
    step = int(-relative.min() + np.abs(transitions).max())
    return np.int16 if step * (length + 2) < np.iinfo(np.int16).max else np.int32


def ways_through(rows: Small, table: Small) -> Small:
    """For each step, label at the step, label before the stretch and stretch: the most that a way from the one before adds up to.

    Nothing stands before the first stretch, so its ways are the same whatever the label before.
    """
    length, kinds, number = rows.shape
    ways = np.empty((length, kinds, kinds, number), rows.dtype)
    np.add(table.T[:, :, None], rows[0][:, None], out=ways[0])
    ways[0, :, :, 0] = rows[0, :, 0][:, None]
    along = ways.reshape(length, kinds, -1)  # all labels before in one row: few long loops instead of many short ones
    each = np.empty((kinds, *along.shape[1:]), rows.dtype)
    for step in range(1, length):
        np.add(along[step - 1][:, None], table[:, :, None], out=each)
        np.maximum.reduce(each, axis=0, out=along[step])
        ways[step] += rows[step][:, None]
    return ways


def sums_before(lasts: Small) -> Small:
    """What the best ways add up to before each stretch, for each label there.

    They are made small by taking off their largest, however long the text.
    """
    tables = lasts.transpose(2, 0, 1).astype(np.int64, order="C")
    sums = np.zeros(tables.shape[:2], np.int64)
    for table, before, behind in zip(tables, sums, sums[1:], strict=False):
        np.maximum.reduce(table + before, axis=1, out=behind)
    small: Small = (sums - sums.max(axis=1, keepdims=True)).T.astype(lasts.dtype)
    return small


def walk_back(sums: NDArray[np.int32], table: Numbers) -> Numbers:
    """The labels of the best way, back from the last token; `sums` has for each label and token the most that ways up to it add up to.

    Numbers from 0 to the count of labels are put below the sums, in bits of their own, the largest for the first label: so the
    largest sum tells whose it is, and of equally good ones the first. At most places the best way is the same to all labels
    behind: only the others are walked through one by one.
    """
    kinds, count = sums.shape
    bits = (kinds - 1).bit_length()
    below = np.arange(kinds, dtype=np.int32)[::-1, None]
    numbered = ((sums << bits) + below)[:, None] + (table << bits).astype(np.int32)[:, :, None]
    forerunners = (kinds - 1 - (numbered.max(axis=0) & ((1 << bits) - 1))).astype(np.uint8)
    parting = np.flatnonzero((forerunners[:, :-1] != forerunners[0, :-1]).any(axis=0)).tolist()
    labels, flat = bytearray(forerunners[0]), forerunners.tobytes()
    labels[-1] = int(sums[:, -1].argmax())
    for place in reversed(parting):
        labels[place] = flat[labels[place + 1] * count + place]
    return np.frombuffer(labels, np.uint8).astype(np.int64)
