"""Score quotes against articles in which people marked them.

usage: python tools/score_quotes.py DATA_JSONL_GZ [--publisher NAME …] [--weights FILE] [--plot FILE]

DATA_JSONL_GZ is what tools/convert_polnear.py writes: a JSON object a line with ``id``, ``text`` and ``quotes``, each with ``kind``,
``content``, ``speaker`` and ``cue``, lists of offsets. ``--publisher`` scores only articles whose id begins with the name.
``--weights`` takes other weights than those of newskit: those have seen the corpus, so an honest figure needs some that
tools/train_tagger.py learned without the publishers that are scored.

A quote is found if its content shares half or more of its letters and digits with one that people marked, one to one. Its
speaker is right if one of the two mentions covers half of the other, or both are empty.

Then follows, for each tenth of confidence, how many quotes were given it and which share of them is right, and the same of the
speakers of the quotes that were found. ``--plot`` draws that (with matplotlib, of the dependency group train) as an image.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newskit import Parser
from newskit.learned import tagger
from newskit.learned.network import load_network

#: Points of the plot with fewer answers are left out: their share says little.
FEWEST = 30

Offsets = Sequence[Sequence[int]]

#: For "quotes" and "speakers" and each tenth of confidence: how many there are, and how many of them are right.
Tenths = dict[str, dict[int, list[int]]]

#: Kinds that are counted together.
GROUPS = {"quoted": ("direct", "mixed"), "indirect": ("indirect",), "all": ("direct", "mixed", "indirect")}


def letters(text: str, spans: Offsets) -> set[int]:
    """Give the places of letters and digits in spans: marks, blanks and commas do not count."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def pairs(text: str, gold: Sequence[Any], got: Sequence[Any]) -> list[tuple[int, int]]:
    """Pair what people marked with what was found, best overlap first."""
    wanted, found = ([letters(text, quote["content"]) for quote in quotes] for quotes in (gold, got))
    rows = [
        (-len(one & other) / len(one | other), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if len(one & other) * 2 >= len(one | other) > 0
    ]
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(rows):
        if all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken


def same_speaker(text: str, gold: Offsets, got: Offsets) -> bool:
    """Whether one mention covers half of the other, or there is none on either side."""
    one, other = letters(text, gold), letters(text, got)
    if not one or not other:
        return not one and not other
    return 2 * len(one & other) >= min(len(one), len(other))


def count(row: dict[str, Any], got: Sequence[Any], said: Counter[tuple[str, str]], tenths: Tenths) -> None:
    """Add an article to the counts."""
    text, gold = row["text"], row["quotes"]
    found = pairs(text, gold, got)
    right = [(i, j) for i, j in found if same_speaker(text, gold[i]["speaker"], got[j]["speaker"])]
    for name, kinds in GROUPS.items():
        said[name, "gold"] += sum(quote["kind"] in kinds for quote in gold)
        said[name, "got"] += sum(quote["kind"] in kinds for quote in got)
        for what, some in (("content", found), ("end2end", right)):
            said[name, f"{what} gold"] += sum(gold[i]["kind"] in kinds for i, _ in some)
            said[name, f"{what} got"] += sum(got[j]["kind"] in kinds for _, j in some)
    gold_of, speakers_right = {j: i for i, j in found}, {j for _, j in right}
    for j, quote in enumerate(got):
        add(tenths["quotes"], quote["confidence"], right=j in gold_of)
        if j in gold_of and quote["speaker"]:
            add(tenths["speakers"], quote["speaker confidence"], right=j in speakers_right)


def add(tenths: dict[int, list[int]], confidence: float, *, right: bool) -> None:
    """Count an answer with its confidence."""
    counts = tenths.setdefault(int(confidence * 10), [0, 0])
    counts[0] += 1
    counts[1] += right


def quotes_of(parser: Parser, text: str) -> list[dict[str, Any]]:
    """Parse a text and give its quotes in the form of the data."""
    found = parser.parse(text, format="text").to_dict()["quotes"]
    return [
        {
            "kind": quote["kind"],
            "content": quote["spans"],
            "confidence": quote["origin"]["confidence"],
            "speaker": quote["speaker"]["spans"] if quote["speaker"] else [],
            "speaker confidence": quote["speaker"]["origin"]["confidence"] if quote["speaker"] else None,
        }
        for quote in found
    ]


def articles(path: Path, publishers: Sequence[str]) -> Iterable[dict[str, Any]]:
    """Read the articles of some publishers, of all if none is named."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if not publishers or row["id"].startswith(tuple(publishers)):
                yield row


def plot(tenths: Tenths, path: Path) -> None:
    """Draw, over the confidence that was given, the share that is right."""
    import matplotlib.pyplot as plt  # noqa: PLC0415 (only who plots needs it)

    figure, axes = plt.subplots(figsize=(5, 4))
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":", label="as it should be")
    for name, counts in tenths.items():
        tens = sorted(ten for ten, (number, _) in counts.items() if number >= FEWEST)
        shares = [counts[ten][1] / counts[ten][0] for ten in tens]
        axes.plot([ten / 10 + 0.05 for ten in tens], shares, marker="o", label=name)
    axes.set(xlabel="confidence given", ylabel="share that is right", xlim=(0.3, 1), ylim=(0.3, 1))
    axes.legend()
    figure.savefig(path, bbox_inches="tight", metadata={"Date": None})


def main() -> None:
    """Score and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--publisher", action="append", default=[])
    arguments.add_argument("--weights", type=Path)
    arguments.add_argument("--plot", type=Path)
    given = arguments.parse_args()
    if given.weights:
        network = load_network(given.weights)
        tagger.english = lambda: network  # a trial: nothing else in newskit may choose weights
    parser = Parser(disable=["body", "boilerplate", "headline", "metadata"])
    said, tenths = Counter[tuple[str, str]](), Tenths(quotes={}, speakers={})
    for row in articles(given.data, given.publisher):
        count(row, quotes_of(parser, row["text"]), said, tenths)
    for name in GROUPS:
        for what in ("content", "end2end"):
            precision = said[name, f"{what} got"] / max(said[name, "got"], 1)
            recall = said[name, f"{what} gold"] / max(said[name, "gold"], 1)
            score = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"{name}.{what:8s} F1 {score:.3f}  precision {precision:.3f}  recall {recall:.3f}")
    for name, counts in tenths.items():
        for ten, (number, right_ones) in sorted(counts.items()):
            print(f"{name} with confidence {ten / 10:.1f}: {number}, right {right_ones / number:.2f}")
    if given.plot:
        plot(tenths, given.plot)


if __name__ == "__main__":
    main()
