"""Shows how the time of a parse grows with the input, for texts and pages that make parsers stumble.

usage: python benchmarks/growth.py [--size 100000]

For each kind of input, the times at a quarter of the size and at the size, and the power with which time grows between them:
1 is linear, 2 quadratic.
"""

import argparse
import math
from functools import partial

from timing import seconds

from newskit import Parser

PIECES = {
    "words": "rain fell on the town and ",
    "sentences": "Rain fell, Ada Moss said. ",
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "apostrophes": "'",
    "quotes": "“It rains,” said Ada Moss. ",
    "paragraphs": "It rains.\n\n",
    "line feeds": "\n",
    "carriage returns": "\r",
    "blanks": " ",
    "capitals": "RAIN FELL ",
    "names": "Ada Moss Tom Reed ",
    "stops": ". ",
    "one word": "a",
    "open elements": "<div>",
    "paragraph tags": "<p>rain",
    "bold in paragraphs": "<b><p>",
    "tables": "<table><tr><td>rain",
    "links": "<a href='/x'>rain</a> ",
    "comments": "<!--",
    "entities": "&amp;",
    "list items": "<li>rain",
}


def main() -> None:
    """Print one line for each kind of input."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("--size", type=int, default=100_000, help="characters of the larger input")
    size = arguments.parse_args().size
    parser = Parser()
    for name, piece in PIECES.items():
        form = "html" if "<" in piece or "&" in piece else "text"
        large, small = piece * (size // len(piece)), piece * (size // 4 // len(piece))
        parser.parse(small, format=form)
        took = [min(seconds(partial(parser.parse, text, format=form)) for _ in range(3)) for text in (small, large)]
        power = math.log(took[1] / max(took[0], 1e-6), 4)
        print(f"{name:20s} {took[0] * 1000:9.1f} ms {took[1] * 1000:9.1f} ms   power {power:.2f}")


if __name__ == "__main__":
    main()
