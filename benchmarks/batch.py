"""Times `newskit.parse_many` with one process and with several, side by side.

usage: python benchmarks/batch.py FOLDER [--jobs 2] [--copies 1] [--rounds 3]

FOLDER holds .html or .txt files. Starting the processes is not counted: the clock starts at the first article.
"""

import argparse
import itertools
import statistics
import time
from pathlib import Path

from newskit import parse_many


def articles_a_second(sources: list[bytes], jobs: int) -> float:
    """Parse all sources and return the rate after the first few articles, which wait for the processes to start."""
    results = parse_many(sources, jobs=jobs)
    warm = 8 * jobs
    for _ in itertools.islice(results, warm):
        pass
    began = time.perf_counter()
    left = sum(1 for _ in results)
    return left / (time.perf_counter() - began)


def main() -> None:
    """Time both in turn and print the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--copies", type=int, default=1, help="how often each file is parsed")
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    files = [path for path in sorted(given.folder.rglob("*")) if path.suffix in (".html", ".htm", ".txt")]
    sources = [path.read_bytes() for path in files] * given.copies
    if len(sources) < 100:
        arguments.error(f"{len(sources)} documents are too few to time: raise --copies")
    pairs = [(articles_a_second(sources, 1), articles_a_second(sources, given.jobs)) for _ in range(given.rounds)]
    ratios = [many / one for one, many in pairs]
    print(f"1 process {statistics.median(one for one, _ in pairs):.0f} articles/s")
    print(f"{given.jobs} processes {statistics.median(many for _, many in pairs):.0f} articles/s")
    print(f"ratio {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
