"""What can be seen of a line from the lines around it.

Where it stands, what its neighbours are, whether it stands there twice, whether it speaks of what the article speaks of. The
facts have the form of those in evidence/line_features.py.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from newskit.evidence.line_features import Line

#: The title is looked for among this many lines at most.
_TITLES_WITHIN = 40
#: What the article speaks of is read from this many paragraphs of prose at most.
_TOPIC_WITHIN = 24
#: Words are compared by their beginnings, so that endings do not matter, in characters.
_STEM = 6
#: How far a line's number from the start, and from the end, counts: classes by number, the last for all that follow.
_FROM_START = (0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6)
_FROM_END = (0, 1, 2, 3, 3, 3, 4, 4, 4, 4, 5)


class Facts(NamedTuple):
    """All that is seen of a line: two groups of facts that come back often as they are, and the others."""

    form: tuple[str, ...]
    place: tuple[str, ...]
    loose: list[str]


def facts_in_context(lines: Sequence[Line]) -> list[Facts]:
    """Return the facts of each line, those about its place among the others included."""
    around = _Around(lines)
    return [
        Facts(line.form, around.place(number), line.loose + around.facts(number)) for number, line in enumerate(lines)
    ]


class _Around:
    """What is known of a text as a whole, for judging each line by it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        prose = [int(line.prose) for line in lines]
        self.first_prose = prose.index(1) if 1 in prose else len(lines)
        self.prose_before = [0, *accumulate(prose)]
        self.prose_in_all = self.prose_before[-1]
        self.since = _steps_since(prose)
        self.until = _steps_since(prose[::-1])[::-1]
        self.sorts = ["none", "none", *map(_sort_of, lines), "none", "none"]
        self.copies = Counter([line.text for line in lines])
        self.seen: set[str] = set()
        self.topic = self._topic()
        self.titles = self._titles()
        self.run_hits: set[str] = set()

    def place(self, number: int) -> tuple[str, ...]:
        """See where a line stands, and what sorts of lines stand around it."""
        line = self.lines[number]
        left = len(self.lines) - 1 - number
        before = self.prose_before
        low, high = max(number - 5, 0), min(number + 6, len(self.lines) - 1)
        return _place(
            self._zone(number),
            line.size,
            (_FROM_START[min(number, 10)], _FROM_END[min(left, 10)]),
            tuple(self.sorts[number : number + 5]),
            (min(self.since[number], 5), min(self.until[number], 5)),
            (min(before[high] - before[low], 8), line.prose),
        )

    def _zone(self, number: int) -> tuple[str, int, int]:
        """Say where the line stands to the first and the last prose of the text."""
        done, prose = self.prose_before[number], self.lines[number].prose
        left = self.prose_in_all - done
        if not done and not prose:
            return "front", min(self.until[number], 6), 0
        if not left:
            return "back", min(self.since[number], 5), 0
        return "middle", min(done, 3), min(left, 3)

    def facts(self, number: int) -> list[str]:
        """See what else the lines around tell of a line; lines are to be seen in their order."""
        line = self.lines[number]
        titles = self.titles.get(line.text, ()) if number < _TITLES_WITHIN else ()
        return [
            *self._facts_of_neighbours(number),
            *titles,
            *self._facts_of_run(line),
            *self._facts_of_copies(number),
            *self._facts_of_topic(number),
        ]

    def _facts_of_neighbours(self, number: int) -> list[str]:
        facts = []
        if number and self.lines[number - 1].size < 6:
            facts += [f"hit before={hit.kind}.{hit.place}" for hit in self.lines[number - 1].hits[:3]]
        if number + 1 < len(self.lines) and self.lines[number + 1].size < 6:
            facts += [f"hit behind={hit.kind}.{hit.place}" for hit in self.lines[number + 1].hits[:3]]
        return facts

    def _facts_of_run(self, line: Line) -> list[str]:
        """See what has been found since the last prose."""
        if line.prose:
            self.run_hits = set()
            return []
        facts = [f"run={kind}" for kind in sorted(self.run_hits)]
        self.run_hits.update(hit.kind for hit in line.hits if hit.place != "inside")
        return facts

    def _facts_of_copies(self, number: int) -> list[str]:
        line = self.lines[number]
        facts = []
        if self.copies[line.text] > 1:
            facts.append(f"copy={'again' if line.text in self.seen else 'first'},{min(line.size // 3, 2)}")
            self.seen.add(line.text)
        for there in (number - 1, number + 1):
            if 0 <= there < len(self.lines):
                other = self.lines[there].text
                if len(line.text) > 15 and other != line.text and other.startswith(line.text):
                    facts.append("neighbour=begins with it")
                elif len(other) > 15 and other != line.text and line.text.startswith(other):
                    facts.append("neighbour=is its beginning")
        return facts

    def _facts_of_topic(self, number: int) -> list[str]:
        """See how much of a short line's words the prose knows."""
        line = self.lines[number]
        if line.prose or line.size >= 8 or not self.topic:
            return []
        words = _stems(line)
        if not words:
            return []
        known = len(words & self.topic)
        place = self._zone(number)[0]
        return [f"topic share={known * 4 // len(words)},{place}", f"topic words={min(known, 4)},{place}"]

    def _topic(self) -> set[str]:
        """Gather the words of the first paragraphs."""
        paragraphs = [line for line in self.lines if line.prose][:_TOPIC_WITHIN]
        return set().union(*map(_stems, paragraphs))

    def _titles(self) -> dict[str, list[str]]:
        """Compare the lines before the body that could be its title: how many before, how many behind, who knows its words."""
        until = min(self.first_prose + 1, len(self.lines), _TITLES_WITHIN)
        known = {line.text: len(_stems(line) & self.topic) for line in self.lines[:until] if _could_be_title(line)}
        if not known:
            return {}
        best, longest = max(known, key=lambda text: known[text]), max(known, key=len)
        return {
            text: [
                f"titles={min(place, 3)},{min(len(known) - 1 - place, 3)}",
                f"title={'knows most' if text == best else 'knows less'},{'longest' if text == longest else 'shorter'}",
            ]
            for place, text in enumerate(known)
        }


@lru_cache(maxsize=8192)
def _place(
    zone: tuple[str, int, int],
    size: int,
    ends: tuple[int, int],
    sorts: tuple[str, ...],
    gap: tuple[int, int],
    nearby: tuple[int, bool],
) -> tuple[str, ...]:
    """Put into facts where a line stands; long articles have the same places over and over."""
    name = f"{zone[0]} {zone[1]},{zone[2]}" if zone[0] == "middle" else f"{zone[0]} {zone[1]}"
    two, one, own, next_one, next_two = sorts
    since, until = gap
    return (
        f"zone={name}",
        f"size,zone={size},{name}",
        f"from start={ends[0]}",
        f"from end={ends[1]}",
        f"before={one}",
        f"behind={next_one}",
        f"around={one},{own},{next_one}",
        f"two before={two},{one}",
        f"two behind={next_one},{next_two}",
        f"gap={since},{until}",
        f"gap,size={min(since, 3)},{min(until, 3)},{size // 2}",
        f"prose nearby={nearby[0]},{nearby[1]}",
    )


def _stems(line: Line) -> set[str]:
    return {word[:_STEM] for word in line.words if len(word) > 3}


def _could_be_title(line: Line) -> bool:
    return not line.prose and 2 <= line.size <= 7 and not line.hits and not line.is_name


def _steps_since(flags: Sequence[int]) -> list[int]:
    """Count for each place how many steps back the last true one is; 99 and more where there is none."""
    steps, counts = 98, []
    for flag in flags:
        steps += 1
        counts.append(steps)
        if flag:
            steps = 0
    return counts


def _sort_of(line: Line) -> str:
    """Name the coarse sort of a line, as its neighbours see it."""
    if line.prose:
        return "prose"
    stopped = line.end in ("stop", "question", "exclamation")
    return ("tiny", "short", "middle", "long")[min(line.size // 2, 3)] + (" stopped" if stopped else "")
