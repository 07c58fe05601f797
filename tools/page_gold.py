"""Finds the blocks of a page that make up its body as people took it down: the gold that tools/train_pages.py learns from."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w+")
#: A block with fewer words is found only where it fills a line of the body, or nearly.
_SHORT = 6
_RUN = 4


class _Match(NamedTuple):
    """A block that may stand at these words of the body."""

    block: int
    begin: int
    end: int
    worth: float


def gold_labels(texts: Sequence[str], body: str) -> list[int]:
    """Say of each block whether it is body: 1 or 0.

    Blocks and body are aligned so that the order is kept and as many words as possible are met; of a text that stands in the
    page twice one copy is taken.
    """
    words = _WORD.findall(body)
    matches = _matches(texts, words, _line_ends(body))
    labels = [0] * len(texts)
    for match in _best_chain(matches):
        labels[match.block] = 1
    return labels


def _line_ends(body: str) -> tuple[set[int], set[int]]:
    begins, ends, at = set(), set(), 0
    for line in body.split("\n"):
        begins.add(at)
        at += len(_WORD.findall(line))
        ends.add(at)
    return begins, ends


def _matches(texts: Sequence[str], words: list[str], lines: tuple[set[int], set[int]]) -> list[_Match]:
    begins, ends = lines
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    single: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        runs[tuple(words[at : at + _RUN])].append(at)
        single[word].append(at)
    found = []
    for block, text in enumerate(texts):
        mine = _WORD.findall(text)
        size = len(mine)
        if 0 < size <= _SHORT:
            for at in single[mine[0]][:60]:
                whole = (at in begins) + (at + size in ends)
                if words[at : at + size] == mine and whole and (whole == 2 or size >= 3):
                    found.append(_Match(block, at, at + size, size * whole / 2))
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
                        found.append(_Match(block, max(0, begin), max(0, begin) + size, met + (begin in begins) / 2))
    return found


def _best_chain(matches: list[_Match]) -> list[_Match]:
    """Choose the matches of most worth among those whose blocks and whose words are both in order."""
    matches = sorted(matches)
    worth = [0.0] * len(matches)
    before = [-1] * len(matches)
    for index, match in enumerate(matches):
        best = 0.0
        for other in range(index):
            if matches[other].block < match.block and matches[other].end <= match.begin + 2 and worth[other] > best:
                best, before[index] = worth[other], other
        worth[index] = best + match.worth
    chain = []
    index = max(range(len(matches)), key=worth.__getitem__, default=-1)
    while index >= 0:
        chain.append(matches[index])
        index = before[index]
    return chain[::-1]
