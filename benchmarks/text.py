r"""Times the parse of plain texts against one pass of ``\w+`` over the same texts.

usage: python benchmarks/text.py FOLDER_OR_FILE [--rounds 5] [--disable PLUGIN …]

FOLDER holds .txt files, FILE is one. Prints the ratio with its spread, texts a second and megabytes a second.
"""

import argparse
import re
import statistics
from pathlib import Path

from timing import side_by_side

from newskit import Parser

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

    def ours() -> None:
        for _ in range(repeats):
            for text in texts:
                parser.parse(text, format="text")

    def words() -> None:
        for _ in range(repeats):
            for text in texts:
                WORD.findall(text)

    ratio = side_by_side(ours, words, given.rounds)
    took = statistics.median(ratio.ours)
    size = repeats * sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} texts, {size / repeats / 1e6:.3f} MB, {repeats} times a round")
    print(f"newskit takes {ratio} a \\w+ pass")
    print(f"{repeats * len(texts) / took:.0f} texts/s, {size / took / 1e6:.2f} MB/s")


if __name__ == "__main__":
    main()
