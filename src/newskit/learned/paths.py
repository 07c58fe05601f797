"""The best sequence of labels: a Viterbi search over whole numbers, for all stretches of a text at once.

A search goes from token to token, and a step of numpy costs the same for one token as for hundreds. So the tokens are cut
into short stretches, and all stretches are gone through side by side, once for each label that could stand before a
stretch; from stretch to stretch these sums are put together, and one walk back over all tokens takes the best labels. The
result is exactly that of a search over the whole text, token by token.
"""

import numpy as np
from numpy.typing import NDArray

#: Tokens to a stretch: the steps inside a stretch and those from stretch to stretch are then about as many for a usual
#: article. No result depends on it.
STRETCH = 16

Numbers = NDArray[np.int64]
Small = NDArray[np.int32]


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
    rows = np.zeros((number * length, kinds), np.int32)  # longer than the text by what fills the last stretches
    rows[:count] = scores
    table = transitions.astype(np.int32)
    ways = ways_through(np.ascontiguousarray(rows.reshape(number, length, kinds).transpose(1, 2, 0)), table)
    sums = (ways + sums_before(ways[-1])[:, None]).max(axis=1)
    return walk_back(sums.transpose(1, 2, 0).reshape(kinds, -1)[:, :count], table)


def ways_through(rows: Small, table: Small) -> Small:
    """For each step, label before the stretch, label at the step and stretch: the most that a way from one to the other adds up to.

    Nothing stands before the first stretch, so its ways are the same whatever the label before.
    """
    length, kinds, number = rows.shape
    ways = np.empty((length, kinds, kinds, number), np.int32)
    np.add(table[:, :, None], rows[0], out=ways[0])
    ways[0, :, :, 0] = rows[0, :, 0]
    for step in range(1, length):
        np.add((ways[step - 1][:, :, None] + table[:, :, None]).max(axis=1), rows[step], out=ways[step])
    return ways


def sums_before(lasts: Small) -> Small:
    """What the best ways add up to before each stretch, for each label there.

    They are made small by taking off their largest, so that 32 bits hold them however long the text.
    """
    tables = lasts.transpose(2, 1, 0).astype(np.int64, order="C")
    sums = np.zeros(tables.shape[:2], np.int64)
    for table, before, behind in zip(tables, sums, sums[1:], strict=False):
        np.maximum.reduce(table + before, axis=1, out=behind)
    small: Small = (sums - sums.max(axis=1, keepdims=True)).T.astype(np.int32)
    return small


def walk_back(sums: Small, table: Small) -> Numbers:
    """The labels of the best way, back from the last token; `sums` has for each label and token the most that ways up to it add up to.

    Numbers from 0 to the count of labels are put below the sums, the largest for the first label: so the largest sum tells whose
    it is, and of equally good ones the first. At most places the best way is the same to all labels behind: only the others are
    walked through one by one.
    """
    kinds, count = sums.shape
    below = np.arange(kinds, dtype=np.int32)[::-1, None]
    numbered = (sums * kinds + below)[:, None] + (table * kinds)[:, :, None]
    forerunners = (kinds - 1 - numbered.max(axis=0) % kinds).astype(np.uint8)
    parting = np.flatnonzero((forerunners[:, :-1] != forerunners[0, :-1]).any(axis=0)).tolist()
    labels, flat = forerunners[0].tolist(), forerunners.tobytes()
    labels[-1] = int(sums[:, -1].argmax())
    for place in reversed(parting):
        labels[place] = flat[labels[place + 1] * count + place]
    return np.array(labels)
