"""Reads documents out of files of many formats, one after the other, however large the files are.

What a file holds is told by the end of its name: pages and texts are one document each; ``.jsonl``, ``.parquet`` and ``.warc`` hold
many. All but Parquet may be compressed (``.gz``, ``.zst``). A record that cannot be read becomes a `Failure` in its place, and
so does the rest of a file that breaks off; the next record, or the next file, is read all the same.
"""

import glob
import gzip
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import attrs

from newskit.errors import InputError, in_words
from newskit.model.stream import Failure, FailureKind, Source

#: Most that one record of a WARC may hold, in bytes; longer ones are no articles.
_LONGEST_RECORD = 64 << 20


@attrs.frozen
class Fields:
    """What the fields of JSON lines and the columns of Parquet are called."""

    #: The text or the page.
    text: str = "text"
    #: What the document is known by; the place in its file where there is no such field.
    id: str = "id"
    url: str = "url"


Records = Iterator[Source | Failure]


def find_files(inputs: Iterable[str]) -> list[Path]:
    """Find the files that inputs name: a file, a pattern (``crawl/*.warc.gz``), or a folder with all below it.

    Returns:
        Files whose format is known, in the order of the inputs and, within one, of their names.

    Raises:
        InputError: An input is not there, holds no file of a known format, or is a folder that cannot be read through.
    """
    found: list[Path] = []
    for given in inputs:
        path = Path(given)
        if os.path.isfile(given):  # noqa: PTH113 - never raises, and "" is no file
            files = [path]
        elif os.path.isdir(given):  # noqa: PTH112 - likewise
            walk = os.walk(path, onerror=_unreadable)
            files = sorted(Path(folder, name) for folder, _, names in walk for name in names)
        else:
            matches = map(Path, glob.glob(given, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
            files = sorted(match for match in matches if match.is_file())
        readable = [file for file in files if _reader(file)]
        if not readable:
            there = files or os.path.isdir(given)  # noqa: PTH112 - likewise
            other = os.path.exists(given)  # noqa: PTH110 - likewise
            why = "no file of a known format" if there else "is no plain file" if other else "there is no such file"
            raise InputError(f"{given or repr(given)}: {why}; formats: {', '.join(_READERS)}")
        found += readable
    return found


def _unreadable(error: OSError) -> None:
    raise InputError(f"{error.filename}: cannot be read: {error.strerror or error}") from error


def read_sources(files: Iterable[Path], fields: Fields | None = None) -> Records:
    """Read the documents of files, in order.

    Yields:
        A `Source` for each document, a `Failure` for each that cannot be read and for the rest of a file that breaks off.
    """
    names = fields or Fields()
    for file in files:
        read = _reader(file)
        if read is None:
            yield _failure(str(file), "its name has no ending of a known format")
            continue
        try:
            yield from read(file, names)
        except Exception as error:  # noqa: BLE001 - a broken file may fail in as many ways as its library has
            yield _failure(str(file), f"cannot be read any further: {in_words(error)}")


def _failure(name: str, why: str) -> Failure:
    return Failure(name, FailureKind.ERROR, why)


def _reader(file: Path) -> Callable[[Path, Fields], Records] | None:
    name = file.name.lower()
    for ending in _COMPRESSIONS:
        name = name.removesuffix(ending)
    return _READERS.get(Path(name).suffix)


def _open(file: Path) -> BinaryIO:
    return _COMPRESSIONS.get(file.suffix.lower(), _open_plain)(file)


def _open_plain(file: Path) -> BinaryIO:
    return file.open("rb")


def _open_gzip(file: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(file, "rb"))


def _open_zstd(file: Path) -> BinaryIO:
    import zstandard  # noqa: PLC0415 - in the extra “batch”

    return cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", zstandard.open(file, "rb"))))


def _text(file: Path, _: Fields) -> Records:
    with _open(file) as stream:
        yield Source(stream.read(), str(file), "text")


def _page(file: Path, _: Fields) -> Records:
    with _open(file) as stream:
        yield Source(stream.read(), str(file), "html")


def _json_lines(file: Path, fields: Fields) -> Records:
    with _open(file) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            place = f"{file}:{number}"
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield _failure(place, f"no JSON: {error}")
                continue
            yield _record(place, record if isinstance(record, dict) else {}, fields)


def _parquet(file: Path, fields: Fields) -> Records:
    from pyarrow import parquet  # noqa: PLC0415 - in the extra “arrow”

    with parquet.ParquetFile(file) as table:
        wanted = [name for name in (fields.text, fields.id, fields.url) if name in table.schema_arrow.names]
        if fields.text not in wanted:
            yield _failure(str(file), f"has no column {fields.text!r}; it has {', '.join(table.schema_arrow.names)}")
            return
        number = 0
        for batch in table.iter_batches(batch_size=256, columns=wanted):
            for record in batch.to_pylist():
                yield _record(f"{file}:{number}", record, fields)
                number += 1


def _record(place: str, record: dict[str, Any], fields: Fields) -> Source | Failure:
    """Make a source of a JSON object or a row."""
    name = record.get(fields.id)
    known_by = place if name is None else str(name)
    text = record.get(fields.text)
    if not isinstance(text, str | bytes):
        return _failure(known_by, f"its field {fields.text!r} holds no text")
    url = record.get(fields.url)
    return Source(text, known_by, url=url if isinstance(url, str) else None)


def _warc(file: Path, _: Fields) -> Records:
    """Give the HTTP responses that are pages; the charset of their headers is used."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - in the extra “warc”

    with _open(file) as opened:
        stream = _WhatIsThere(opened)
        cut = False
        for record in ArchiveIterator(
            cast("BinaryIO", stream),
            record_types=WarcRecordType.response,
            parse_http=False,
            max_content_length=_LONGEST_RECORD,
        ):
            promised = record.content_length
            record.freeze()
            cut = record.content_length < promised
            if cut:
                yield _failure(
                    str(record.record_id), f"breaks off: {record.content_length} of its {promised} bytes are there"
                )
                continue
            record.parse_http(auto_decode="all")
            if record.http_content_type in ("text/html", "application/xhtml+xml"):
                url = record.headers.get("WARC-Target-URI")
                body = record.reader.read()
                yield Source(_decoded(body, record.http_charset), record.record_id, "html", url)
        if stream.broken:
            raise stream.broken
        if stream.tail.strip(b"\r\n") and not cut:
            yield _failure(str(file), "breaks off inside its last record")


class _WhatIsThere(io.RawIOBase):
    """A stream that ends where it breaks, so that the records before that are read although more was asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast("io.BufferedReader", stream)
        self._read = 0
        #: The last bytes that were read: two line ends where a record of a WARC is whole.
        self.tail = b""
        self.broken: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """Read what there is, at most ``size`` bytes."""
        try:
            piece = b"" if self.broken else self._stream.read1(size)
        except Exception as error:  # noqa: BLE001 - each compression has errors of its own
            self.broken, piece = error, b""
        self._read += len(piece)
        self.tail = (self.tail + piece[-4:])[-4:]
        return piece

    def tell(self) -> int:
        """Say how many bytes were read."""
        return self._read


def _decoded(body: bytes, charset: str | None) -> str | bytes:
    """Decode by the charset of the headers; a page whose headers name none, or an unknown one, tells itself."""
    try:
        return body.decode(charset, "replace") if charset else body
    except LookupError:
        return body


_COMPRESSIONS: dict[str, Callable[[Path], BinaryIO]] = {".gz": _open_gzip, ".zst": _open_zstd}
_READERS: dict[str, Callable[[Path, Fields], Records]] = {
    ".txt": _text,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".jsonl": _json_lines,
    ".parquet": _parquet,
    ".warc": _warc,
}
