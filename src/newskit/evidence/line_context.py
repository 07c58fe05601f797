"""What can be seen of a line from the lines around it.

Where it stands, what its neighbours are, whether it stands there twice, whether it speaks of what the article speaks of. The
facts have the form of those in evidence/line_features.py.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from newskit.evidence.line_features import Line

#: The title is looked for among this many lines at most.
_TITLES_WITHIN = 40
#: What the article speaks of is read from this many paragraphs of prose at most.
_TOPIC_WITHIN = 24
#: Words are compared by their beginnings, so that endings do not matter, in characters.
_STEM = 6
#: Lines of this class of length on are no titles, and are told what their neighbours hold only if they are shorter than that.
_LONG, _LONGER = 6, 8
#: Two lines of which one begins as the other share so many characters at least.
_HEAD = 16
#: How far a line's number from the start, and from the end, counts: classes by number, the last for all that follow.
_FROM_START = (0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6)
_FROM_END = (0, 1, 2, 3, 3, 3, 4, 4, 4, 4, 5)


class Facts(NamedTuple):
    """All that is seen of a line: three groups of facts that come back often as they are, and the others."""

    form: tuple[str, ...]
    shape: tuple[str, ...]
    place: tuple[str, ...]
    loose: list[str]


def facts_in_context(lines: Sequence[Line]) -> list[Facts]:
    """Return the facts of each line, those about its place among the others included."""
    if not lines:
        return []
    places, zones = _places(lines)
    more: list[list[str]] = [[] for _ in lines]
    _add_neighbours(lines, more)
    _add_runs(lines, more)
    _add_copies(lines, more)
    _add_topic(lines, zones, more)
    return [
        Facts(line.form, line.shape, place, line.loose + others if others else line.loose)
        for line, place, others in zip(lines, places, more, strict=True)
    ]


def _places(lines: Sequence[Line]) -> tuple[list[tuple[str, ...]], list[str]]:
    """See where each line stands and what sorts of lines stand around it; return also the zone of each."""
    prose = [int(line.prose) for line in lines]
    before = [0, *accumulate(prose)]
    count, in_all = len(lines), before[-1]
    since, until = _steps_since(prose), _steps_since(prose[::-1])[::-1]
    sorts = ["none", "none", *map(_sort_of, lines), "none", "none"]
    starts = [*_FROM_START[:count], *[_FROM_START[-1]] * (count - len(_FROM_START))]
    ends = [*_FROM_END[:count], *[_FROM_END[-1]] * (count - len(_FROM_END))][::-1]
    low = [0] * 5 + before
    high = [*before[6:count], *[before[count - 1]] * min(count, 6)]
    places, zones = [], []
    for number, (line, back, ahead, done) in enumerate(zip(lines, since, until, before, strict=False)):
        left = in_all - done
        if not done and not line.prose:
            zone, one, two = "front", min(6, ahead), 0
        elif not left:
            zone, one, two = "back", min(5, back), 0
        else:
            zone, one, two = "middle", min(3, done), min(3, left)
        zones.append(zone)
        places.append(
            _place(
                (zone, one, two),
                line.size,
                (starts[number], ends[number]),
                tuple(sorts[number : number + 5]),
                (min(5, back), min(5, ahead)),
                (high[number] - low[number], line.prose),
            )
        )
    return places, zones


def _add_neighbours(lines: Sequence[Line], more: Sequence[list[str]]) -> None:
    """Tell the lines before and behind a short one with phrases of these."""
    for number, line in enumerate(lines):
        if line.hits and line.size < _LONG:
            for hit in line.hits[:3]:
                if number + 1 < len(lines):
                    more[number + 1].append(f"hit before={hit.kind}.{hit.place}")
                if number:
                    more[number - 1].append(f"hit behind={hit.kind}.{hit.place}")


def _add_runs(lines: Sequence[Line], more: Sequence[list[str]]) -> None:
    """Tell each line of the phrases found since the last prose."""
    run: set[str] = set()
    for line, facts in zip(lines, more, strict=True):
        if line.prose:
            run = set()
            continue
        if run:
            facts += [f"run={kind}" for kind in sorted(run)]
        run.update(hit.kind for hit in line.hits if hit.place not in ("inside", "end"))


def _add_copies(lines: Sequence[Line], more: Sequence[list[str]]) -> None:
    """See which lines stand there twice, and which begin as the line beside them."""
    copies = Counter([line.text for line in lines])
    if len(copies) < len(lines):
        seen: set[str] = set()
        for line, facts in zip(lines, more, strict=True):
            if copies[line.text] > 1:
                facts.append(f"copy={'again' if line.text in seen else 'first'},{min(line.size // 3, 2)}")
                seen.add(line.text)
    heads = [line.text[:_HEAD] for line in lines]
    for number in [number for number, (one, two) in enumerate(pairwise(heads)) if one == two]:
        one, two = lines[number].text, lines[number + 1].text
        if one != two and len(one) >= _HEAD and two.startswith(one):
            more[number].append("neighbour=begins with it")
            more[number + 1].append("neighbour=is its beginning")
        elif one != two and len(two) >= _HEAD and one.startswith(two):
            more[number].append("neighbour=is its beginning")
            more[number + 1].append("neighbour=begins with it")


def _add_topic(lines: Sequence[Line], zones: Sequence[str], more: Sequence[list[str]]) -> None:
    """See how much of each short line's words the first paragraphs know."""
    paragraphs = list(islice((line for line in lines if line.prose), _TOPIC_WITHIN))
    topic = _stems(chain.from_iterable(line.words for line in paragraphs))
    until = lines.index(paragraphs[0]) + 1 if paragraphs else len(lines)
    known: dict[str, int] = {}
    for number, (line, zone, facts) in enumerate(zip(lines, zones, more, strict=True)):
        if line.prose or line.size >= _LONGER:
            continue
        words = _stems(line.words)
        shared = len(words & topic)
        if words and topic:
            facts.append(f"topic share={shared * 4 // len(words)},{zone}")
            facts.append(f"topic words={min(shared, 4)},{zone}")
        if number < until and number < _TITLES_WITHIN and _could_be_title(line):
            known[line.text] = shared
    if known:
        _add_titles(lines, known, more)


def _add_titles(lines: Sequence[Line], known: Mapping[str, int], more: Sequence[list[str]]) -> None:
    """Compare the lines before the body that could be its title: how many before, how many behind, who knows its words."""
    best, longest = max(known, key=lambda text: known[text]), max(known, key=len)
    places = {text: place for place, text in enumerate(known)}
    for line, facts in zip(lines[:_TITLES_WITHIN], more, strict=False):
        place = places.get(line.text)
        if place is not None:
            knows = "knows most" if line.text == best else "knows less"
            facts.append(f"titles={min(place, 3)},{min(len(known) - 1 - place, 3)}")
            facts.append(f"title={knows},{'longest' if line.text == longest else 'shorter'}")


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
        f"prose nearby={min(nearby[0], 8)},{nearby[1]}",
    )


def _stems(words: Iterable[str]) -> set[str]:
    return {word[:_STEM] for word in set(words) if len(word) > 3}


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
