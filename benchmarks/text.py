r"""Times the parse of plain texts against one pass of ``\w+`` over the same texts.

usage: python benchmarks/text.py FOLDER_OR_FILE [--rounds 5] [--disable PLUGIN …]

FOLDER holds .txt files, FILE is one. Prints the ratio with its spread, of the whole and of two steps of it, texts a second and
megabytes a second.
"""

import argparse
import re
import statistics
from collections.abc import Callable
from pathlib import Path

import attrs
from timing import side_by_side

from newskit import Parser
from newskit.evidence.lines import line_labels
from newskit.language.builtin import newskit_language
from newskit.model.document import Document
from newskit.readers.text import newskit_read

WORD = re.compile(r"\w+")


def main() -> None:
    """Read the texts, time both, print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("where", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--disable", nargs="*", default=[])
    given = arguments.parse_args()
    files = sorted(given.where.glob("**/*.txt")) if given.where.is_dir() else [given.where]
    texts = [file.read_text(encoding="utf-8") for file in files]
    if not texts:
        arguments.error(f"no .txt file in {given.where}")
    repeats = max(1, 200_000 // sum(map(len, texts)))
    parser = Parser(disable=given.disable)
    documents = [read(text) for text in texts]
    steps: dict[str, Callable[[], object]] = {
        "newskit": lambda: [parser.parse(text, format="text") for _ in range(repeats) for text in texts],
        "reading alone": lambda: [newskit_read(text, "text", None) for _ in range(repeats) for text in texts],
        "labelling alone": lambda: [line_labels(document) for _ in range(repeats) for document in documents],
    }
    size = repeats * sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} texts, {size / repeats / 1e6:.3f} MB, {repeats} times a round")
    for name, step in steps.items():
        ratio = side_by_side(step, lambda: [WORD.findall(text) for _ in range(repeats) for text in texts], given.rounds)
        took = statistics.median(ratio.ours)
        print(
            f"{name} takes {ratio} a \\w+ pass: {repeats * len(texts) / took:.0f} texts/s, {size / took / 1e6:.2f} MB/s"
        )


def read(text: str) -> Document:
    """Read a text as the parser does, with the words of its language."""
    document = newskit_read(text, "text", None) or Document(text, ())
    return attrs.evolve(document, words=newskit_language(document.language or "und") or document.words)


if __name__ == "__main__":
    main()
