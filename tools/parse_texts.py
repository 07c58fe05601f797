"""Let a parser annotate texts, so that train_tagger.py can first learn grammar from them.

usage: python tools/parse_texts.py MODEL OUT.jsonl.gz IN.jsonl.gz [IN.jsonl.gz ...]
needs: spacy and one of its English models (the weights in the package: spaCy's en_core_web_sm 3.8, MIT licence)

A line of an input has "text"; any English text will do, and the articles of the corpus should be among them. A line of
the result is {"id", "text", "words": [[start, tag, relation, start of head, entity], ...]}, starts in characters.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import spacy


def main() -> None:
    """Read the command line, annotate, say what was written."""
    parser = argparse.ArgumentParser(description="Annotate texts with a spaCy model.")
    parser.add_argument("model", help="the name of an installed spaCy model, or its folder")
    parser.add_argument("out", type=Path, help="the file to write, gzipped JSON lines")
    parser.add_argument("inputs", type=Path, nargs="+", help='gzipped JSON lines with "text" in each')
    options = parser.parse_args()
    pipeline = spacy.load(options.model, disable=["lemmatizer"])
    rows = list(read_rows(options.inputs))
    with gzip.GzipFile(options.out, "wb", mtime=0) as out:
        for document, row in zip(pipeline.pipe(row["text"] for row in rows), rows, strict=True):
            words = [
                [word.idx, word.tag_, word.dep_, word.head.idx, word.ent_iob_ + word.ent_type_] for word in document
            ]
            line = {"id": row.get("id"), "text": document.text, "words": words}
            out.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    print(f"{options.out}: {len(rows)} texts")


def read_rows(paths: list[Path]) -> Iterator[dict]:
    """The lines of all files, in order."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
