"""Learn src/newskit/evidence/page_weights.json: which blocks of a page are its body.

usage: python tools/train_pages.py DATA_DIR [--check]

DATA_DIR holds ``*.jsonl.gz`` files of pages, a JSON object a line with ``html``, ``url`` and ``body``, the body as people took
it down. Needs lightgbm (dependency group “train”). The same data give the same weights. ``--check`` learns nothing new: it
prints F1 by four-word shingles and the share of bodies that are right to the word, with sites kept apart, five ways.
"""

import argparse
import gzip
import json
import re
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import attrs
import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from page_gold import gold_labels

from newskit.evidence import page_features, page_likelihood
from newskit.evidence.page import view_of
from newskit.evidence.page_body import body_of
from newskit.evidence.page_hints import compare
from newskit.evidence.page_model import Forest, Rows
from newskit.evidence.page_tree import INSIDE, Numbers
from newskit.evidence.page_view import PageView
from newskit.evidence.phrase_lists import phrases_of
from newskit.language.builtin import newskit_language
from newskit.readers.html import newskit_read

WEIGHTS = Path(__file__).parent.parent / "src/newskit/evidence/page_weights.json"
#: How many trees, and how they are grown. Chosen by --check.
FIRST = {"trees": 100, "num_leaves": 16, "learning_rate": 0.1}
SECOND = {"trees": 60, "num_leaves": 16, "learning_rate": 0.1}
COMMON = {
    "objective": "binary", "min_data_in_leaf": 20, "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1,
    "lambda_l2": 5, "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True, "force_col_wise": True,
    "boost_from_average": False,
}  # fmt: skip

_WORD = re.compile(r"\w+")


class Sample(NamedTuple):
    """A page as the model sees it, with its gold."""

    name: str
    site: str
    body: str
    view: PageView
    headline: int | None
    wanted: Numbers
    rows: Rows
    labels: list[int]
    weights: list[float]


def read(folder: Path) -> list[Sample]:
    """Read all pages in the order of the files' names."""
    samples = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row.get("html") and row.get("body"):
                    found = sample(path.name, row)
                    if len(found.wanted):
                        samples.append(found)
    return samples


def sample(name: str, row: dict[str, str]) -> Sample:
    document = newskit_read(row["html"], "html", row["url"])
    document = attrs.evolve(document, words=newskit_language(document.language or "und") or document.words)
    view = view_of(document)
    texts = view.texts
    hints = compare(texts, ((view.tree.inside[view.owners] & INSIDE["h1"]) != 0).tolist(), document.declared)
    wanted = page_features.candidates(view)
    gold = gold_labels(texts, row["body"], table_rows(view))
    size = max(300, sum(len(text) for text, label in zip(texts, gold, strict=True) if label))
    return Sample(
        name,
        ".".join(urlsplit(row["url"] or "").netloc.split(".")[-3:]).removeprefix("www."),
        row["body"],
        view,
        hints.headline,
        wanted,
        page_features.describe(view, hints, wanted, phrases_of(document)),
        [gold[index] for index in wanted],
        [min(1.0, (len(texts[index]) + 15) / size) * 10 + 0.02 for index in wanted],
    )


def table_rows(view: PageView) -> list[int]:
    """Say of each block in which table row it stands: the number of the row's element, -1 for none."""
    tree = view.tree
    row = [-1] * len(tree.names)
    for number in range(1, len(row)):
        name = tree.names[number]
        row[number] = number if name == "tr" else -1 if name == "table" else row[tree.parents[number]]
    return [row[owner] for owner in view.owners]


def grow(rows: list[Rows], samples: list[Sample], shape: dict[str, float]) -> list[object]:
    """Grow a forest on rows of samples; gives the trees as page_model.py reads them."""
    data = lightgbm.Dataset(
        np.concatenate(rows).astype(np.float64),
        np.array([label for page in samples for label in page.labels]),
        weight=np.array([weight for page in samples for weight in page.weights]),
    )
    shape = dict(shape)
    trees = int(shape.pop("trees"))
    model = lightgbm.train({**COMMON, **shape}, data, trees)
    return [_nested(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def _nested(node: dict[str, object]) -> object:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [
        node["split_feature"],
        round(node["threshold"], 4),
        _nested(node["left_child"]),
        _nested(node["right_child"]),
    ]


def learn(samples: list[Sample]) -> tuple[list[object], list[object]]:
    """Grow both forests; the second on what the first says of pages whose sites it has not seen."""
    looks: dict[int, list[float]] = {}
    for part in range(3):
        unseen = [
            number for number, page in enumerate(samples) if zlib.crc32(f"inner {page.site}".encode()) % 3 == part
        ]
        seen = [page for number, page in enumerate(samples) if number not in set(unseen)]
        forest = Forest(grow([page.rows for page in seen], seen, FIRST))
        for number in unseen:
            looks[number] = forest.likelihoods(samples[number].rows)
    first = grow([page.rows for page in samples], samples, FIRST)
    rows = [second_look(page, looks[number]) for number, page in enumerate(samples)]
    return first, grow(rows, samples, SECOND)


def second_look(page: Sample, look: list[float]) -> Rows:
    looked = page_likelihood.spread(page.view, page.wanted, look)
    return page_likelihood.second_rows(page.view, page.wanted, page.rows, looked)


def check(samples: list[Sample]) -> None:
    """Print F1 by file, each site's pages judged by forests that have not seen them."""
    scores: dict[str, list[tuple[str, str]]] = {}
    for part in range(5):
        unseen = [page for page in samples if zlib.crc32(page.site.encode()) % 5 == part]
        first, second = map(Forest, learn([page for page in samples if zlib.crc32(page.site.encode()) % 5 != part]))
        for page in unseen:
            found = page_likelihood.likelihoods_by(first, second, page.view, page.wanted, page.rows)
            body = [page.view.texts[index] for index in body_of(page.view, found, page.headline)]
            scores.setdefault(page.name, []).append((page.body, "\n\n".join(body)))
    for name, pairs in sorted(scores.items()):
        precision, recall = _means(pairs)
        whole = sum(_WORD.findall(gold) == _WORD.findall(got) for gold, got in pairs) / len(pairs)
        print(
            f"{name:24} {len(pairs):4} pages  F1 {2 * precision * recall / (precision + recall):.4f}"
            f"  P {precision:.4f}  R {recall:.4f}  wholly right {whole:.3f}"
        )


def _means(pairs: list[tuple[str, str]]) -> tuple[float, float]:
    precisions, recalls = [], []
    for gold, got in pairs:
        wanted, found = _shingles(gold), _shingles(got)
        both = sum((wanted & found).values())
        if found:
            precisions.append(both / sum(found.values()))
        if wanted:
            recalls.append(both / sum(wanted.values()))
    return sum(precisions) / len(precisions), sum(recalls) / len(recalls)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def write(first: list[object], second: list[object]) -> None:
    """Write the weights, a tree a line."""
    parts = []
    for name, features, trees in (("first", page_likelihood.FIRST, first), ("second", page_likelihood.SECOND, second)):
        lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        parts.append(f'"{name}": {{\n"features": {json.dumps(features)},\n"trees": [\n{lines}\n]}}')
    WEIGHTS.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    samples = read(arguments.data)
    if arguments.check:
        check(samples)
    else:
        write(*learn(samples))


if __name__ == "__main__":
    main()
