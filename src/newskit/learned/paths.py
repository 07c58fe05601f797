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
    before, exits = walk(lasts)
    return labels_inside(ways, table, steps, before, exits)


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


def walk(lasts: Small) -> tuple[Small, Numbers]:
    """What the best ways add up to before each stretch, for each label there, and each stretch's last label on the best way.

    The sums before a stretch are less their largest, so that they stay small however long the text.
    """
    tables = lasts.transpose(2, 1, 0).astype(np.int64, order="C")
    sums = np.zeros((len(tables) + 1, tables.shape[1]), np.int64)
    for number, table in enumerate(tables):
        (table + sums[number]).max(axis=1, out=sums[number + 1])
    forerunners = (tables + sums[:-1, None]).argmax(axis=2).tolist()
    label = int(sums[-1].argmax())
    exits = []
    for forerunner in reversed(forerunners):
        exits.append(label)
        label = forerunner[label]
    before = sums[:-1] - sums[:-1].max(axis=1, keepdims=True)
    return before.T.astype(np.int32), np.array(exits[::-1])


def labels_inside(ways: list[Small], table: Small, steps: list[Numbers], before: Small, exits: Numbers) -> Numbers:
    """From the last labels of all stretches, back to their first."""
    labels = np.empty(sum(map(len, steps)), np.int64)
    found = exits.copy()
    for number in range(len(steps) - 1, -1, -1):
        labels[steps[number]] = found[: len(steps[number])]
        if number:
            inside = len(steps[number])  # the shorter stretches keep their last label for the step before
            best = (before[:, None, :inside] + ways[number - 1][:, :, :inside]).max(axis=0)
            found[:inside] = (best + table[:, found[:inside]]).argmax(axis=0)
    return labels
