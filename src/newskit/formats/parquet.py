"""Writes articles to a Parquet file, a row group at a time, so that memory does not grow with the file."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pyarrow import parquet

from newskit.formats.rows import SCHEMA, Row, article_row, as_batch, failure_row

#: A row group is written when it has so many rows or so many characters: enough to compress well, few enough to hold.
_GROUP_ROWS = 1000
_GROUP_CHARACTERS = 16 << 20


class ParquetFile:
    """A Parquet file of `SCHEMA`, open for writing. Takes the same rows as a file of JSON lines."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("wb")
        self._writer = parquet.ParquetWriter(self._stream, SCHEMA, compression="zstd")
        self._group: list[Row] = []
        self._characters = 0

    def write(self, row: Mapping[str, Any]) -> None:
        """Add a row: ``id`` with ``article`` or ``failure``."""
        article = row["article"]
        self._group.append(article_row(row["id"], article) if article else failure_row(row["id"], row.get("failure")))
        self._characters += len(article["text"]) if article else 0
        if len(self._group) >= _GROUP_ROWS or self._characters >= _GROUP_CHARACTERS:
            self._write_group()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._write_group()
        self._writer.close()
        self._stream.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        with suppress(OSError):
            self._stream.close()

    def _write_group(self) -> None:
        if self._group:
            self._writer.write_batch(as_batch(self._group))
            self._group, self._characters = [], 0
