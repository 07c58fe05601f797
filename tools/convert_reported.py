"""Turn the articles of this repository into the JSON lines that train_tagger.py reads.

usage: python tools/convert_reported.py OUT.jsonl.gz
needs: newskit and the dependencies of its tests, whose reader of tests/articles/reported/*.txt is used

A line of the result is an article, as convert_polnear.py writes it, and in "optional" what a reader may or may not take for a
quote. The line breaks inside its paragraphs are blanks, as the tagger is given it. The id begins with "own_".
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

import newskit

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from test_reported import FILES, Reported, Said, read


def main() -> None:
    """Read the command line, convert, say what was written."""
    parser = argparse.ArgumentParser(description="Convert the repository's articles to JSON lines.")
    parser.add_argument("out", type=Path, help="the file to write, gzipped JSON lines")
    options = parser.parse_args()
    with gzip.GzipFile(options.out, "wb", mtime=0) as out:
        for path in FILES:
            out.write(json.dumps(converted(read(path)), ensure_ascii=False).encode() + b"\n")
    print(f"{options.out}: {len(FILES)} articles")


def converted(article: Reported) -> dict:
    """One article as a line of the result."""
    text = list(article.text)
    for block in newskit.parse(article.text, format="text").blocks:
        start, end = block.span.start, block.span.end
        text[start:end] = article.text[start:end].replace("\n", " ")
    places = sorted(article.optional)
    return {
        "id": f"own_{Path(article.file).stem}",
        "text": "".join(text),
        "quotes": [parts(quote) for quote in article.quotes],
        "optional": [[place, place + 1] for place in places],
    }


def parts(quote: Said) -> dict[str, list]:
    """The places of a quote's parts."""
    return {"content": list(quote.pieces), "speaker": list(quote.mention), "cue": [quote.cue] if quote.cue else []}


if __name__ == "__main__":
    main()
