"""Writes made articles and pages to a Parquet file, with two documents among them that are trouble.

usage: python make_news.py COUNT FILE
"""

import sys

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from newskit.testing.news import html_pages, news_texts

#: A text with a cue that denies, which the test kit makes none of.
DENIAL = "Rain on Sunday\n\n“It will rain,” said Ada Moss.\n\nTom Reed denied it would rain."


def made(count: int) -> list[str]:
    """Draw so many documents, always the same."""
    found: list[str] = []
    documents = news_texts().map(lambda news: news.text) | html_pages().map(lambda page: page.html)

    @settings(max_examples=count, derandomize=True, database=None, deadline=None, suppress_health_check=HealthCheck)
    @given(document=st.shared(documents))
    def collect(document: str) -> None:
        found.append(document)

    while len(found) < count:
        collect()
    return found[:count]


def main() -> None:
    """Write the file."""
    texts = made(int(sys.argv[1]))
    texts[0], texts[len(texts) // 3], texts[len(texts) // 2] = DENIAL, "raise", "crash"
    rows = pa.table({"id": [f"article-{number:05d}" for number in range(len(texts))], "text": texts})
    parquet.write_table(rows, sys.argv[2], row_group_size=max(1, len(texts) // 8))
    print(f"{len(texts)} documents, {len(set(texts))} different ones")


if __name__ == "__main__":
    main()
