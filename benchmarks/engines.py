"""Times `newskit.arrow.parse_batch`, the kernel that engines call, against a bare loop of ``parse`` over the same texts.

usage: python benchmarks/engines.py FOLDER [--rounds 5] [--documents 200]

FOLDER holds .html or .txt files. Also says what a million such documents cost on one core, by multiplication.
"""

import argparse
import itertools
import statistics
from pathlib import Path

import pyarrow as pa
from timing import side_by_side

from newskit.arrow import parse_batch
from newskit.parser import default_parser


def main() -> None:
    """Time both in turn and print the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--documents", type=int, default=200, help="files are repeated to so many")
    given = arguments.parse_args()
    files = [path for path in sorted(given.folder.rglob("*")) if path.suffix in (".html", ".htm", ".txt")]
    if not files:
        arguments.error(f"no .html or .txt file in {given.folder}")
    texts = [path.read_bytes() for path in itertools.islice(itertools.cycle(files), given.documents)]
    batch = pa.RecordBatch.from_pydict({"text": texts})
    parser = default_parser()

    def kernel() -> None:
        parse_batch(batch)

    def loop() -> None:
        for text in texts:
            parser.parse(text)

    ratio = side_by_side(kernel, loop, given.rounds)
    each = statistics.median(ratio.ours) / len(texts)
    print(f"parse_batch takes {ratio} a bare loop over {len(texts)} documents")
    print(f"{1000 * each:.2f} ms a document; a million such documents take {1e6 * each / 3600:.1f} core hours")


if __name__ == "__main__":
    main()
