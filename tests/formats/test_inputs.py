"""Documents out of files of many formats."""

import gzip
import json
import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pytest
import zstandard
from pyarrow import parquet

from newskit import Failure, InputError, Source
from newskit.formats.inputs import Fields, find_files, read_sources

LINES = [{"id": "a", "text": "Rain."}, {"id": "b", "text": "Sun.", "url": "https://news.example/sun"}]


def as_json_lines(records: list[dict[str, str]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def read(*files: Path, fields: Fields | None = None) -> list[Source | Failure]:
    return list(read_sources(files, fields))


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """Write WARC records by hand: (address, HTTP content type, body)."""
    out = BytesIO()
    for number, (url, content_type, body) in enumerate(records):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: " + content_type.encode() + b"\r\n\r\n" + body
        out.write(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:036d}>\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n".encode()
        )
        out.write(http + b"\r\n\r\n")
    return out.getvalue()


def test_a_folder_is_read_whole_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Sun.")
    (tmp_path / "a.html").write_text("<p>Rain.")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.htm").write_text("<p>Wind.")
    (tmp_path / "c" / "e.xhtml").write_text("<p>Snow.")
    (tmp_path / "notes.pdf").write_text("no news")
    found = read(*find_files([str(tmp_path)]))
    assert [(it.content, it.format) for it in found if isinstance(it, Source)] == [
        (b"<p>Rain.", "html"),
        (b"Sun.", "text"),
        (b"<p>Wind.", "html"),
        (b"<p>Snow.", "html"),
    ]
    assert found[0].id == str(tmp_path / "a.html")


def test_a_pattern_names_its_files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        (tmp_path / name).write_text("Rain.")
    assert [file.name for file in find_files([f"{tmp_path}/*.txt"])] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("given", ["nowhere.txt", "nowhere/*.txt"])
def test_an_input_that_is_not_there_is_named(given: str) -> None:
    with pytest.raises(InputError, match=r"nowhere.*no such file"):
        find_files([given])


@pytest.mark.parametrize("names", [["notes.pdf"], []])
def test_a_folder_without_a_known_format_is_named_with_the_formats(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("no news")
    with pytest.raises(InputError, match=r"no file of a known format.*\.warc"):
        find_files([str(tmp_path)])


def test_a_folder_that_cannot_be_read_through_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Rain.")
    (tmp_path / "locked").mkdir()
    scandir = os.scandir

    def refuse(folder: str | Path) -> Iterator[os.DirEntry[str]]:  # the mode of a folder does not stop everybody
        if Path(folder).name == "locked":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InputError, match=r"locked: cannot be read: Permission denied"):
        find_files([str(tmp_path)])


def test_a_line_nested_too_deep_is_a_failure_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("[" * 100_000 + '\n{"id": "b", "text": "Sun."}\n')
    deep, sun = read(file)
    assert isinstance(deep, Failure)
    assert deep.message.startswith("no JSON")
    assert sun == Source("Sun.", "b")


@pytest.mark.parametrize(
    ("ending", "compress"), [("", bytes), (".gz", gzip.compress), (".zst", zstandard.ZstdCompressor().compress)]
)
def test_json_lines_are_read_compressed_or_not(tmp_path: Path, ending: str, compress: Callable[[bytes], bytes]) -> None:
    file = tmp_path / f"articles.jsonl{ending}"
    file.write_bytes(compress(as_json_lines(LINES)))
    assert read(file) == [Source("Rain.", "a"), Source("Sun.", "b", url="https://news.example/sun")]


def test_the_fields_of_json_lines_may_have_other_names_and_an_id_may_be_missing(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(as_json_lines([{"body": "Rain.", "link": "https://news.example/rain"}]))
    assert read(file, fields=Fields("body", "key", "link")) == [
        Source("Rain.", f"{file}:1", url="https://news.example/rain")
    ]


def test_a_line_that_is_no_json_or_holds_no_text_fails_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(
        b'{"id": "a", "text": "Rain."}\n{"id": \n\n[1]\n{"id": "d", "text": 4}\n{"id": "e", "text": "Sun."}\n'
    )
    found = read(file)
    assert [it.id for it in found] == ["a", f"{file}:2", f"{file}:4", "d", "e"]
    assert [isinstance(it, Failure) for it in found] == [False, True, True, True, False]


def test_a_gzip_that_breaks_off_gives_what_is_there_and_then_a_failure(tmp_path: Path) -> None:
    broken, whole = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl"
    records = [{"id": str(number), "text": f"Rain on day {number} of {number * 7919}."} for number in range(5000)]
    broken.write_bytes(gzip.compress(as_json_lines(records))[:-2000])
    whole.write_bytes(as_json_lines(LINES))
    found = read(broken, whole)
    failures = [it for it in found if isinstance(it, Failure)]
    assert [it.id for it in failures] == [str(broken)]
    assert "EOFError" in failures[0].message
    assert len(found) > 1000
    assert [it.id for it in found[-2:]] == ["a", "b"]


def test_parquet_is_read_by_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "articles.parquet"
    parquet.write_table(pa.Table.from_pylist([{"id": 7, "text": "Rain.", "size": 1}, {"id": 8, "text": None}]), file)
    found = read(file)
    assert found[0] == Source("Rain.", "7")
    assert isinstance(found[1], Failure)


def test_a_parquet_file_without_the_column_is_a_failure_that_names_those_it_has(tmp_path: Path) -> None:
    file = tmp_path / "articles.parquet"
    parquet.write_table(pa.Table.from_pylist([{"body": "Rain."}]), file)
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert "'text'" in failure.message
    assert "body" in failure.message


@pytest.mark.parametrize(("ending", "compress"), [(".warc", bytes), (".warc.gz", gzip.compress)])
def test_pages_of_a_warc_are_read_with_the_charset_of_their_headers(
    tmp_path: Path, ending: str, compress: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / f"crawl{ending}"
    file.write_bytes(
        compress(
            warc(
                ("https://news.example/a", "text/html; charset=iso-8859-1", "<p>Café".encode("latin-1")),
                ("https://news.example/b.png", "image/png", b"\x89PNG"),
                ("https://news.example/c", "text/html", "<p>Café".encode()),
                ("https://news.example/d", "text/html; charset=no-such", b"<p>Rain"),
            )
        )
    )
    found = read(file)
    assert [(it.content, it.url) for it in found if isinstance(it, Source)] == [
        ("<p>Café", "https://news.example/a"),
        ("<p>Café".encode(), "https://news.example/c"),
        (b"<p>Rain", "https://news.example/d"),
    ]


@pytest.mark.parametrize("between", [b"junk", gzip.compress(b"no record\r\n\r\n")])
def test_a_warc_with_a_broken_record_gives_those_before_it_then_a_failure_and_the_files_behind_it(
    tmp_path: Path, between: bytes
) -> None:
    broken, whole = tmp_path / "a.warc.gz", tmp_path / "b.txt"
    pages = [gzip.compress(warc((f"https://news.example/{name}", "text/html", b"<p>Rain"))) for name in "abc"]
    broken.write_bytes(pages[0] + pages[1] + between + pages[2])
    whole.write_text("Sun.")
    found = read(broken, whole)
    assert [it.url for it in found[:2] if isinstance(it, Source)] == [
        "https://news.example/a",
        "https://news.example/b",
    ]
    assert isinstance(found[2], Failure)
    assert found[2].id == str(broken)
    assert found[3:] == [Source(b"Sun.", str(whole), "text")]


def test_a_warc_that_breaks_off_does_not_stop_the_files_behind_it(tmp_path: Path) -> None:
    broken, whole = tmp_path / "a.warc.gz", tmp_path / "b.txt"
    broken.write_bytes(gzip.compress(warc(("https://news.example/a", "text/html", b"<p>Rain" * 999)))[:60])
    whole.write_text("Sun.")
    found = read(broken, whole)
    assert isinstance(found[-2], Failure)
    assert found[-1] == Source(b"Sun.", str(whole), "text")


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_wherever_a_warc_is_cut_no_half_page_comes_out_and_the_cut_is_told(
    tmp_path: Path, compress: Callable[[bytes], bytes]
) -> None:
    records = [warc((f"https://news.example/{name}", "text/html", b"<p>Rain")) for name in "ab"]
    whole = compress(records[0]) + compress(records[1])
    file = tmp_path / ("crawl.warc" if compress is bytes else "crawl.warc.gz")
    for cut in range(1, len(whole)):
        file.write_bytes(whole[:cut])
        found = read(file)
        pages = [it.content for it in found if isinstance(it, Source)]
        assert pages == [b"<p>Rain"] * len(pages)
        assert len(pages) >= (cut >= len(compress(records[0])))
        assert any(isinstance(it, Failure) for it in found) == (cut != len(compress(records[0])))


def test_a_file_of_rubbish_is_a_failure_of_its_own(tmp_path: Path) -> None:
    for name in ("a.parquet", "b.jsonl.zst", "c.jsonl.gz"):
        (tmp_path / name).write_bytes(bytes(range(256)) * 9)
    found = read(*find_files([str(tmp_path)]))
    assert [isinstance(it, Failure) for it in found] == [True] * 3
