"""What can be seen of a line from the lines around it.

Where it stands, what its neighbours are, whether it stands there twice, whether it speaks of what the article speaks of: columns,
as evidence/line_facts.py names them, and facts that only a few lines have.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newskit.evidence.line_facts import COLUMNS, Columns, Numbers
from newskit.evidence.line_features import Lines
from newskit.evidence.line_phrases import label_of

#: The words of lines below this length are facts, in characters.
_TELLING: Final = 150
#: The title is looked for among this many lines at most.
_TITLES_WITHIN: Final = 40
#: What the article speaks of is read from this many paragraphs of prose at most.
_TOPIC_WITHIN: Final = 5
#: Words are compared by their beginnings, so that endings do not matter, in characters.
_STEM: Final = 6
#: Words of so many characters are small ones, which every text knows.
_SMALL: Final = 3
#: Titles are in this class of length at most.
_LONGEST_TITLE: Final = 7
#: Neighbours are told of the phrases of lines below this class of length.
_LONG: Final = 6
#: Words are compared with those of the first paragraphs below this class of length.
_LONGER: Final = 8
#: Two lines of which one begins as the other share so many characters at least.
_HEAD: Final = 16
#: How far a line's number from the start, and from the end, counts: classes by number, the last for all that follow.
_FROM_START: Final = np.array((0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6))
_FROM_END: Final = np.array((0, 1, 2, 3, 3, 3, 4, 4, 4, 4, 5))
#: So many lines before and behind a line are near it.
_NEAR: Final = 5
#: Farther than any line is from prose, in lines, where there is none.
_FAR: Final = 99
_FRONT: Final = COLUMNS["zone"].index("front 0")
_BACK: Final = COLUMNS["zone"].index("back 0")
_MIDDLE: Final = COLUMNS["zone"].index("middle 0,0")
_NEIGHBOURS: Final = ("two before", "before", "own", "behind", "two behind")
_UNSEEN: Final = COLUMNS["share"].index("unseen")
#: What is seen of a line that could be no title.
_NO_TITLE: Final = {
    "titles before": COLUMNS["titles before"].index("no"),
    "titles behind": 0,
    "title": 0,
    "longest title": 0,
}
_BEGINS: Final = COLUMNS["neighbour"].index("begins with it")
_BEGINNING: Final = COLUMNS["neighbour"].index("is its beginning")


def in_context(lines: Lines) -> Columns:
    """Return what is seen of lines from those around them."""
    known = _known(lines)
    return {
        **_places(lines),
        **_copies(lines),
        **_titles(lines, known),
        "share": [few * 4 // all_ if all_ else _UNSEEN for few, all_ in known],
        "shared": [min(few, 4) if all_ else _UNSEEN for few, all_ in known],
    }


def rare_facts(lines: Lines) -> list[list[str]]:
    """Return for each line the facts that only a few lines have: the words of a short one, and the phrases in it and near it."""
    facts = [words if len(text) < _TELLING else [] for text, words in zip(lines.texts, lines.words, strict=True)]
    if lines.hits:
        for number, more in _facts_of_hits(lines).items():
            if 0 <= number < len(facts):
                facts[number] = facts[number] + more
    return facts


def _facts_of_hits(lines: Lines) -> dict[int, list[str]]:
    """Name the phrases of lines, by the numbers of lines: their own, their neighbours', those since the last prose."""
    facts: dict[int, list[str]] = defaultdict(list)
    for number, hits in lines.hits.items():
        size = lines.sizes[number]
        names = [f"{hit.kind}.{hit.place}" for hit in hits]
        facts[number] += [f"hit={name}" for name in names]
        facts[number] += [f"hit,size={name},{min(size // 3, 2)}" for name in names]
        if label := label_of(lines.texts[number], hits):
            facts[number].append(f"label={label}")
        if size < _LONG:
            facts[number + 1] += [f"hit before={name}" for name in names[:3]]
            facts[number - 1] += [f"hit behind={name}" for name in names[:3]]
    for number, kinds in _runs(lines):
        facts[number] += [f"run={kind}" for kind in sorted(kinds)]
    return facts


def _runs(lines: Lines) -> list[tuple[int, frozenset[str]]]:
    """Find for the lines that are no prose the kinds of phrases before them, since the last prose."""
    found: list[tuple[int, frozenset[str]]] = []
    run: frozenset[str] = frozenset()
    for number, prose in enumerate(lines.prose):
        if prose:
            run = frozenset()
            continue
        if run:
            found.append((number, run))
        if number in lines.hits:
            run |= {hit.kind for hit in lines.hits[number] if hit.place not in ("inside", "end")}
    return found


def _places(lines: Lines) -> dict[str, Numbers]:
    """See where each line stands and what sorts of lines stand around it."""
    prose = lines.columns["prose"]
    count = len(prose)
    at = np.arange(count)
    done = np.zeros(count + 1, np.intp)  # paragraphs of prose before each line, and in all
    prose.cumsum(out=done[1:])
    before, left = done[:-1], done[-1] - done[:-1]
    since, until = _steps_since(prose, at), _steps_since(prose[::-1], at)[::-1]
    front = (before == 0) & ~prose
    zone = np.where(
        front,
        _FRONT + np.minimum(until, 6),
        np.where(
            left == 0,
            _BACK + np.minimum(since, 5),
            _MIDDLE + 4 * np.minimum(before, 3) + np.minimum(left, 3),
        ),
    )
    nearby = done[np.minimum(at + _NEAR + 1, count)] - done[np.maximum(at - _NEAR, 0)]
    sizes, stopped = lines.columns["size in twos"], lines.columns["stopped"]
    sorts = np.zeros(count + 4, np.intp)
    sorts[2:-2] = np.where(prose, 1, 2 + 2 * sizes + stopped)
    return {
        "zone": zone,
        "part": np.where(front, 0, np.where(left == 0, 1, 2)),
        "from start": _FROM_START[np.minimum(at, len(_FROM_START) - 1)],
        "from end": _FROM_END[np.minimum(at, len(_FROM_END) - 1)][::-1],
        "since": np.minimum(since, 5),
        "until": np.minimum(until, 5),
        "nearby": np.minimum(nearby, 8),
        **{name: sorts[shift : shift + count] for shift, name in enumerate(_NEIGHBOURS)},
    }


def _steps_since(flags: NDArray[np.bool_], at: Numbers) -> Numbers:
    """Count for each place the lines between it and the last true one before it; `_FAR` and more where there is none."""
    last = np.full(len(flags), -_FAR - 1)
    np.maximum.accumulate(np.where(flags, at, -_FAR - 1)[:-1], out=last[1:])
    steps: Numbers = at - last - 1
    return steps


def _copies(lines: Lines) -> dict[str, list[int]]:
    """See which lines stand there twice, and which begin as the line beside them."""
    texts, found = lines.texts, dict[str, list[int]]()
    copies = Counter(texts)
    if len(copies) < len(texts):
        seen: set[str] = set()
        found["copy"] = []
        for text in texts:
            found["copy"].append(0 if copies[text] == 1 else 2 if text in seen else 1)
            seen.add(text)
    heads = [text[:_HEAD] for text in texts]
    alike = [number for number, (one, two) in enumerate(pairwise(heads)) if one == two and len(one) == _HEAD]
    for number in alike:
        one, two = texts[number], texts[number + 1]
        longer = two.startswith(one)
        if one != two and (longer or one.startswith(two)):
            neighbour = found.setdefault("neighbour", [0] * len(texts))
            neighbour[number : number + 2] = (_BEGINS, _BEGINNING) if longer else (_BEGINNING, _BEGINS)
    return found


def _known(lines: Lines) -> list[tuple[int, int]]:
    """Count how many words of each short line the first paragraphs know, small words left out, and how many there are."""
    paragraphs = [number for number, prose in enumerate(lines.prose) if prose][:_TOPIC_WITHIN]
    spoken_of = set(" ".join([lines.texts[number] for number in paragraphs]).lower().split())
    topic = {word[:_STEM] for word in spoken_of if len(word) > _SMALL}
    counts = [(0, 0)] * len(lines.texts)
    if topic:
        for number, (words, size, prose) in enumerate(zip(lines.words, lines.sizes, lines.prose, strict=True)):
            if size < _LONGER and not prose:
                counts[number] = len(topic.intersection([word[:_STEM] for word in words])), len(words)
    return counts


def _titles(lines: Lines, known: Sequence[tuple[int, int]]) -> dict[str, list[int]]:
    """Compare the lines before the body that could be its title: how many before, how many behind, who knows its words."""
    until = lines.prose.index(True) + 1 if True in lines.prose else len(lines.texts)
    titles: dict[str, int] = {}
    for number in range(min(until, _TITLES_WITHIN)):
        sized = 2 <= lines.sizes[number] <= _LONGEST_TITLE and not lines.prose[number]
        if sized and number not in lines.hits and not lines.names[number]:
            titles[lines.texts[number]] = known[number][0]
    if not titles:
        return {}
    best, longest = max(titles, key=lambda text: titles[text]), max(titles, key=len)
    places = {text: place for place, text in enumerate(titles)}
    found = {name: [first] * len(lines.texts) for name, first in _NO_TITLE.items()}
    for number, text in enumerate(lines.texts[:_TITLES_WITHIN]):
        if text in places:
            found["titles before"][number] = min(places[text], 3)
            found["titles behind"][number] = min(len(places) - 1 - places[text], 3)
            found["title"][number] = 2 if text == best else 1
            found["longest title"][number] = text == longest
    return found
