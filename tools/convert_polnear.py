"""Turn the PolNeAR corpus, as it is published, into the JSON lines that train_tagger.py reads.

usage: python tools/convert_polnear.py CORPUS OUT.jsonl.gz [--compartment train --compartment dev ...]

CORPUS is a checkout of the corpus (https://github.com/networkdynamics/PolNeAR: its folder `data` has, for each of the
compartments train, dev and test, the folders `text` and `attributions`). Its README states no terms of use: nothing of
it is kept in this repository.

A line of the result is an article: {"id", "text", "quotes": [{"content", "speaker", "cue"}]}, where each part is a list
of [start, end], in characters of the text. The id begins with the publisher's name and an underscore.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

#: What the corpus calls a part of an attribution, and what newskit calls it.
PARTS = {"Content": "content", "Source": "speaker", "Cue": "cue"}

Spans = list[tuple[int, int]]


def main() -> None:
    """Read the command line, convert, say what was written."""
    parser = argparse.ArgumentParser(description="Convert the PolNeAR corpus to JSON lines.")
    parser.add_argument("corpus", type=Path, help="a checkout of the corpus")
    parser.add_argument("out", type=Path, help="the file to write, gzipped JSON lines")
    parser.add_argument("--compartment", action="append", choices=["train", "dev", "test"], help="default: train")
    options = parser.parse_args()
    articles = attributions = 0
    with gzip.GzipFile(options.out, "wb", mtime=0) as out:
        for compartment in options.compartment or ["train"]:
            for article in read_compartment(options.corpus / "data" / compartment):
                out.write(json.dumps(article, ensure_ascii=False).encode() + b"\n")
                articles += 1
                attributions += len(article["quotes"])
    print(f"{options.out}: {articles} articles, {attributions} attributions")


def read_compartment(folder: Path) -> Iterator[dict]:
    """The articles of one compartment that somebody annotated, by name."""
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*"))
        if annotations:  # where several people annotated one article, the first is taken
            text = path.read_bytes().decode("utf-8")
            quotes = list(read_attributions(annotations[0].read_bytes().decode("utf-8")))
            yield {"id": path.stem, "text": text, "quotes": quotes}


def read_attributions(standoff: str) -> Iterator[dict[str, Spans]]:
    """The attributions of an annotation in brat's standoff format.

    A line `T1<tab>Content 10 20;30 40<tab>words` is a part with its places, which another line joins to the other parts
    of its attribution: `E1<tab>Attribution:T3 Content:T1 Source2:T2`.
    """
    places: dict[str, Spans] = {}
    rows = [line.split("\t") for line in standoff.splitlines()]
    for row in rows:
        if row[0].startswith("T") and len(row) > 2:
            _, _, where = row[1].partition(" ")
            places[row[0]] = [tuple(map(int, piece.split())) for piece in where.split(";")]
    for row in rows:
        if row[0].startswith("E") and len(row) > 1:
            quote = join_parts(row[1], places)
            if quote["content"]:
                yield quote


def join_parts(event: str, places: dict[str, Spans]) -> dict[str, Spans]:
    """The places of each part of one attribution, in the order of the text."""
    quote: dict[str, Spans] = {name: [] for name in PARTS.values()}
    for link in event.split():
        role, _, reference = link.partition(":")
        part = PARTS.get(role.rstrip("0123456789"))
        if part is not None:
            quote[part] += places.get(reference, [])
    return {name: sorted(spans) for name, spans in quote.items()}


if __name__ == "__main__":
    main()
