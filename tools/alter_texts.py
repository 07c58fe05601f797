"""Make copies of parsed texts with other words in them, for a teacher to label and train_tagger.py to learn from.

usage: python tools/alter_texts.py PARSES VECTORS OUT.jsonl.gz [--copies N] [--hold-out NAME ...]
needs: newskit and numpy

PARSES    gzipped JSON lines, as parse_texts.py writes them
VECTORS   word vectors in GloVe's text format
OUT       gzipped JSON lines with "text"

In a copy some nouns, verbs, adjectives and adverbs stand for others of the same tag whose vectors are near, and about half
of the names for others of the same kind, each name for one other throughout; some copies have straight marks. What such a
copy says is nonsense, and who says it is as plain as before: a small network learns from a teacher's answers on it how many
words are used like those that people marked. Texts of publishers that are held out are not copied. Seeds are fixed.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import numpy as np
from tagger_corpus import read_rows

#: The tags of words that may change; of each how many of a hundred do, and from how many neighbours one is drawn.
TAGS = frozenset(["NN", "NNS", "JJ", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
CHANGED, NEIGHBOURS = 30, 12

#: The kinds of names that change, and how many of a hundred do.
NAMES = frozenset(["PERSON", "ORG", "GPE", "NORP"])
RENAMED = 50

#: How many of a hundred copies have straight marks.
STRAIGHT = 30
TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

#: A word is known with a tag if the parser gave it that tag so often.
FEWEST = 3


@attrs.frozen
class Word:
    """A word of a parsed text."""

    start: int
    end: int
    form: str
    tag: str
    entity: str


def main() -> None:
    """Read the command line, copy, say what was written."""
    options = command_line()
    rows = [row for row in read_rows(options.parses) if (row["id"] or "").partition("_")[0] not in options.hold_out]
    parsed = [(row["text"], list(words_of(row))) for row in rows]
    near = neighbours((word for _, words in parsed for word in words), options.vectors)
    names = defaultdict(Counter)
    for text, words in parsed:
        for start, end, kind in entities(words):
            names[kind][text[start:end]] += 1
    known = {kind: list(found) for kind, found in names.items()}
    random = np.random.default_rng(options.seed)
    with gzip.GzipFile(options.out, "wb", mtime=0) as out:
        for text, words in parsed * options.copies:
            line = {"text": altered(text, words, near, known, random)}
            out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    print(f"{options.out}: {options.copies} copies of {len(rows)} texts")


def command_line() -> argparse.Namespace:
    """The arguments of the command."""
    parser = argparse.ArgumentParser(description="Make copies of parsed texts with other words in them.")
    parser.add_argument("parses", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--hold-out", nargs="*", default=[], metavar="PUBLISHER")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def words_of(row: dict) -> Iterator[Word]:
    """The words of a line of parse_texts.py; the parser's spaces are none."""
    text, words = row["text"], row["words"]
    ends = [*(word[0] for word in words[1:]), len(text)]
    for (start, tag, _, _, entity), end in zip(words, ends, strict=True):
        form = text[start:end].rstrip()
        if form:
            yield Word(start, start + len(form), form, tag, entity)


def neighbours(words: Iterable[Word], path: Path) -> dict[tuple[str, str], list[str]]:
    """For each word and tag the words of that tag whose vectors are nearest, by the cosine."""
    counts = Counter((word.form, word.tag) for word in words if word.tag in TAGS and word.form.isalpha())
    usual = {pair for pair, count in counts.items() if count >= FEWEST and pair[0].islower()}
    vectors = read_directions(path, {form for form, _ in usual})
    near = {}
    for tag in sorted(TAGS):
        forms = sorted(form for form, other in usual if other == tag and form in vectors)
        directions = np.array([vectors[form] for form in forms])
        for start in range(0, len(forms), 512):
            likeness = directions[start : start + 512] @ directions.T
            nearest = np.argsort(-likeness, axis=1, kind="stable")[:, 1 : NEIGHBOURS + 1]
            for form, places in zip(forms[start:], nearest.tolist(), strict=False):
                near[form, tag] = [forms[place] for place in places]
    return near


def read_directions(path: Path, wanted: set[str]) -> dict[str, np.ndarray]:
    """The vectors of the wanted words, each of length 1."""
    found = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, _, rest = line.partition(" ")
            if word in wanted and word not in found:
                vector = np.array(rest.split(), np.float32)
                found[word] = vector / np.linalg.norm(vector)
    return found


def entities(words: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each name that may change."""
    place = 0
    while place < len(words):
        first, kind = words[place], words[place].entity[1:]
        last = first
        place += 1
        if first.entity[0] == "B" and kind in NAMES:
            while place < len(words) and words[place].entity == f"I{kind}":
                last = words[place]
                place += 1
            yield first.start, last.end, kind


def altered(
    text: str,
    words: list[Word],
    near: dict[tuple[str, str], list[str]],
    names: dict[str, list[str]],
    random: np.random.Generator,
) -> str:
    """A copy of the text with other words in it."""
    changes = {}
    renamed: dict[str, str] = {}
    for start, end, kind in entities(words):
        name = text[start:end]
        if name not in renamed:
            other = names[kind][random.integers(len(names[kind]))]
            renamed[name] = other if random.integers(100) < RENAMED else name
        changes[start] = (end, renamed[name])
    for word, draw in zip(words, random.integers(100, size=len(words)).tolist(), strict=True):
        others = near.get((word.form, word.tag))
        if others and draw < CHANGED and word.start not in changes:
            changes[word.start] = (word.end, others[random.integers(len(others))])
    parts, behind = [], 0
    for start, (end, new) in sorted(changes.items()):
        if start >= behind:
            parts += [text[behind:start], new]
            behind = end
    copy = "".join([*parts, text[behind:]])
    return copy.translate(TO_STRAIGHT) if random.integers(100) < STRAIGHT else copy


if __name__ == "__main__":
    main()
