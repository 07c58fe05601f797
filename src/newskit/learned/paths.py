"""The best sequence of labels: a Viterbi search over whole numbers, for all stretches of a text at once.

A search goes from token to token, and a step of numpy costs the same for one token as for hundreds. So the tokens are cut
into short stretches, and all stretches are gone through side by side, once for each label that could stand before a
stretch; a walk from stretch to stretch then finds which of them did. The result is exactly that of a search over the
whole text, token by token.
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
    count = len(scores)
    if not count:
        return np.empty(0, np.int64)
    number = -(-count // stretch)
    length, longer = divmod(count, number)
    starts = np.arange(number) * length + np.minimum(np.arange(number), longer)
    rows = scores.T.astype(np.int32)
    table = transitions.astype(np.int32)
    # Some stretches have one token more than the others: a last step is for these, the first ones, alone.
    steps = [starts + step for step in range(length)] + ([starts[:longer] + length] if longer else [])
    ways = ways_through(rows, table, steps)
    lasts = np.concatenate([ways[-1][:, :, :longer], ways[length - 1][:, :, longer:]], axis=2) if longer else ways[-1]
    sums, before = sums_before(lasts)
    found = labels_inside(ways, table, steps, before)
    exits = walk(found[0], table, sums[-1], before)
    labels = np.empty(count, np.int64)
    for step, labels_there in zip(steps, found, strict=True):
        labels[step] = labels_there[exits[: len(step)], np.arange(len(step))]
    return labels


def ways_through(rows: Small, table: Small, steps: list[Numbers]) -> list[Small]:
    """For each step, label before the stretch, label at the step and stretch: the most that a way from one to the other adds up to.

    Nothing stands before the first stretch, so its ways are the same whatever the label before.
    """
    ways = [table[:, :, None] + rows[None, :, steps[0]]]
    ways[0][:, :, 0] = rows[:, 0]
    for step in steps[1:]:
        last = ways[-1][:, :, : len(step)]
        ways.append((last[:, :, None] + table[None, :, :, None]).max(axis=1) + rows[None, :, step])
    return ways


def sums_before(lasts: Small) -> tuple[Numbers, Small]:
    """What the best ways add up to before each stretch and behind the last, for each label there; and those before, made small.

    They are made small by taking off their largest, so that 32 bits hold them however long the text.
    """
    tables = lasts.transpose(2, 1, 0).astype(np.int64, order="C")
    sums = np.zeros((len(tables) + 1, tables.shape[1]), np.int64)
    for number, table in enumerate(tables):
        (table + sums[number]).max(axis=1, out=sums[number + 1])
    before = sums[:-1] - sums[:-1].max(axis=1, keepdims=True)
    return sums, before.T.astype(np.int32)


def labels_inside(ways: list[Small], table: Small, steps: list[Numbers], before: Small) -> list[Numbers]:
    """For each step, last label of a stretch and stretch: the label at the step on the best way to that last label."""
    count = len(table)
    found = np.repeat(np.arange(count)[:, None], len(steps[0]), axis=1)
    labels = []
    for number in range(len(steps) - 1, 0, -1):
        inside = len(steps[number])  # the shorter stretches keep their last label for the step before
        labels.append(found[:, :inside].copy())
        best = (before[:, None, :inside] + ways[number - 1][:, :, :inside]).max(axis=0)
        forerunners = (best[:, None] + table[:, :, None]).argmax(axis=0)
        found[:, :inside] = np.take_along_axis(forerunners, found[:, :inside], axis=0)
    return [found, *reversed(labels)]


def walk(firsts: Numbers, table: Small, last: Numbers, before: Small) -> Numbers:
    """Each stretch's last label on the best way, back from the best of `last`, what the ways through the whole text add up to.

    The label before a stretch is chosen for the first label inside it, never by itself: of two ways that are equally good, the
    half of one and the half of the other may not be.
    """
    forerunners = np.take_along_axis((before[:, None] + table[:, :, None]).argmax(axis=0), firsts, axis=0).T.tolist()
    label = int(last.argmax())
    exits = []
    for forerunner in reversed(forerunners):
        exits.append(label)
        label = forerunner[label]
    return np.array(exits[::-1])
