"""Finds the blocks of a page that make up its body as people took it down: the gold that tools/train_pages.py learns from."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w+")
#: A block with fewer words is found only where it fills a line of the body, or nearly.
_SHORT = 6
_RUN = 4


#: A row of a table is looked for as one line where it has no more words: more are a table that lays out the page.
_LONGEST_ROW = 80
#: A block of at least so many words is body wherever it stands, if so much of it is still missing from what was found.
_LONG = 8
_MOST = 0.7


class _Match(NamedTuple):
    """A block, or all of those from the first to the last, that may stand at these words of the body."""

    first: int
    last: int
    begin: int
    end: int
    worth: float


def gold_labels(texts: Sequence[str], body: str, rows: Sequence[int] = ()) -> list[int]:
    """Say of each block whether it is body: 1 or 0.

    Blocks and body are aligned so that the order is kept and as many words as possible are met; of a text that stands in the
    page twice one copy is taken. Then long blocks that stand in the body in another order are added.

    Args:
        texts: The blocks.
        body: What people took down.
        rows: For each block the number of its table row, -1 outside tables: people take a row down as one line.
    """
    words = _WORD.findall(body)
    labels = [0] * len(texts)
    for match in _best_chain(_matches(_units(texts, rows), words, _line_ends(body))):
        for block in range(match.first, match.last + 1):
            labels[block] = 1
    missing = Counter(_runs(words)) - Counter(
        run for text, label in zip(texts, labels, strict=True) if label for run in _runs(_WORD.findall(text))
    )
    for block, text in enumerate(texts):
        mine = _WORD.findall(text)
        if not labels[block] and len(mine) >= _LONG:
            runs = Counter(_runs(mine))
            if (runs & missing).total() >= _MOST * runs.total():
                labels[block] = 1
                missing -= runs
    return labels


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _units(texts: Sequence[str], rows: Sequence[int]) -> list[tuple[int, int, list[str]]]:
    """Give what may stand in the body as one: each block, and each row of a table, with its first and last block."""
    units = [(block, block, _WORD.findall(text)) for block, text in enumerate(texts)]
    by_row: dict[int, list[int]] = defaultdict(list)
    for block, row in enumerate(rows):
        by_row[row].append(block)
    for row, blocks in by_row.items():
        if row >= 0 and len(blocks) > 1 and blocks[-1] - blocks[0] == len(blocks) - 1:
            words = [word for block in blocks for word in units[block][2]]
            if len(words) <= _LONGEST_ROW:
                units.append((blocks[0], blocks[-1], words))
    return units


def _line_ends(body: str) -> tuple[set[int], set[int]]:
    begins, ends, at = set(), set(), 0
    for line in body.split("\n"):
        begins.add(at)
        at += len(_WORD.findall(line))
        ends.add(at)
    return begins, ends


def _matches(
    units: list[tuple[int, int, list[str]]], words: list[str], lines: tuple[set[int], set[int]]
) -> list[_Match]:
    begins, ends = lines
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    single: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        runs[tuple(words[at : at + _RUN])].append(at)
        single[word].append(at)
    found = []
    for first, last, mine in units:
        size = len(mine)
        if 0 < size <= _SHORT:
            for at in single[mine[0]][:60]:
                whole = (at in begins) + (at + size in ends)
                if words[at : at + size] == mine and whole and (whole == 2 or size >= 3):
                    found.append(_Match(first, last, at, at + size, size * whole / 2))
        elif size > _SHORT:
            places = [
                (at - offset) for offset in range(size - 3) for at in runs[tuple(mine[offset : offset + _RUN])][:30]
            ]
            hits = sum(
                tuple(mine[offset : offset + _RUN]) in runs and bool(runs[tuple(mine[offset : offset + _RUN])])
                for offset in range(size - 3)
            )
            if 2 * hits >= size - 3:
                for begin, met in Counter(places).most_common(6):
                    if 3 * met >= size - 3:
                        found.append(
                            _Match(first, last, max(0, begin), max(0, begin) + size, met + (begin in begins) / 2)
                        )
    return found


def _best_chain(matches: list[_Match]) -> list[_Match]:
    """Choose the matches of most worth among those whose blocks and whose words are both in order."""
    matches = sorted(matches)
    worth = [0.0] * len(matches)
    before = [-1] * len(matches)
    for index, match in enumerate(matches):
        best = 0.0
        for other in range(index):
            if matches[other].last < match.first and matches[other].end <= match.begin + 2 and worth[other] > best:
                best, before[index] = worth[other], other
        worth[index] = best + match.worth
    chain = []
    index = max(range(len(matches)), key=worth.__getitem__, default=-1)
    while index >= 0:
        chain.append(matches[index])
        index = before[index]
    return chain[::-1]
