"""Shows how the time of a parse grows with the input, for texts and pages that make parsers stumble.

usage: python benchmarks/growth.py [--size 100000] [--rounds 3]

For each kind of input, the time at the size over the time at a quarter of it, side by side, and the power with which time grows
between them: 4 times and power 1 are linear, 16 times and power 2 quadratic.
"""

import argparse
import math
import statistics
from functools import partial

from timing import side_by_side

from newskit import Parser

#: What is repeated to a text of the size; of two, the first fills one half and the second the other.
PIECES: dict[str, str | tuple[str, str]] = {
    "words": "rain fell on the town and ",
    "sentences": "Rain fell, Ada Moss said. ",
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "apostrophes": "'",
    "mixed marks": "„ ‹. , ''",
    "quotes": "“It rains,” said Ada Moss. ",
    "quotes of nobody": "“It rains,” she said. ",
    "speakers together": "It rains, Ada Moss and Tom Reed said. ",
    "clauses inside what they report": "It is old and, she said, one beam leaks; the roof, she said, is “old,” and, ",
    "clauses of rules and tagger": "“It rains on the town” said Ada Moss despite the storm and ",
    "speakers named later": ("A judge said it rains. ", "Ada Moss, 61, left. "),
    "barristers": "In mitigation, Ada Moss said her client left. It rains, the barrister said. ",
    "companies": "Rain Gas, one of Holle's oldest makers of rain, left. The company said it rains. ",
    "shares": "Shares fell as the rain fell and the company said it rains and ",
    "managers named next": "Its manager said it rains.\n\n“It rains,” said Ada Moss.\n\n",
    "headings": "Rain Falls On Holle Town\n\n",
    "owners": "Ada's Moss's baker, Tom Reed, left. ",
    "addresses": "Ada Moss, 61, of Rain Road, of Holle, said, ",
    "clauses about speakers": "A man who ran and ",
    "a quote without end": "“It rains.\n\n",
    "an interview": "Q: Does it rain?\n\nA: It rains, Ada Moss says.\n\n",
    "a profile": "I ask Kim Reed. She laughs. A baker told her it rains. “He sang,” she says. “They sang,” they say. ",
    "paragraphs": "It rains.\n\n",
    "line feeds": "\n",
    "carriage returns": "\r",
    "blanks": " ",
    "capitals": "RAIN FELL ",
    "names": "Ada Moss Tom Reed ",
    "institutions": "Office of Law for Law and ",
    "kinds of institutions": "the rain charity town firm Moss, a rain firm, said so. ",
    "names that a verb says": "a man who is known as a baker called Moss, ",
    "acronyms": "the Rain Town Authority (RTA), Ada Moss said. ",
    "offices": "Minister for Law, Law and ",
    "ages": "The 24-year-old said it rains. ",
    "stops": ". ",
    "stops, then a word": ("…", "Ada Moss said. "),
    "one word": "a",
    "open elements": "<div>",
    "paragraph tags": "<p>rain",
    "bold in paragraphs": "<b><p>",
    "tables": "<table><tr><td>rain",
    "links": "<a href='/x'>rain</a> ",
    "comments": "<!--",
    "entities": "&amp;",
    "list items": "<li>rain",
    "pull quotes": "<p>The rain that fell on the town did not stop until May.</p><blockquote>The rain that fell on the town did not</blockquote>",
}


def main() -> None:
    """Print one line for each kind of input."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("--size", type=int, default=100_000, help="characters of the larger input")
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    parser = Parser(strict=True)
    for name, piece in PIECES.items():
        large, small = _filled(piece, given.size), _filled(piece, given.size // 4)
        form = "html" if "<" in large or "&" in large else "text"
        ratio = side_by_side(*(partial(parser.parse, text, format=form) for text in (large, small)), given.rounds)
        power = math.log(statistics.median(ratio.each), 4)
        print(f"{name:32s} {statistics.median(ratio.ours) * 1000:8.1f} ms, {ratio} a quarter of it, power {power:.2f}")


def _filled(piece: str | tuple[str, str], size: int) -> str:
    pieces = (piece,) if isinstance(piece, str) else piece
    return "".join(part * (size // len(pieces) // len(part)) for part in pieces)


if __name__ == "__main__":
    main()
