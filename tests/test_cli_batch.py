"""``newskit batch`` and bad input: a clear message or a row with the failure, an exit code, and nothing lost."""

import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from newskit.cli import main
from newskit.formats.parts import open_parts


def batch(*arguments: object) -> int:
    return main(["batch", *map(str, arguments), "--jobs", "1"])


def rows_in(out: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for part in sorted(out.glob("part-*.jsonl")) for row in part.read_text().splitlines()]


def test_broken_inputs_are_rows_with_their_failures_among_the_good_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("Rain.")
    (news / "b-empty.txt").write_bytes(b"")
    (news / "c-empty.jsonl").write_bytes(b"")
    (news / "d.jsonl").write_text('{"id": "d", "text": "Sun."}\nno json\n')
    (news / "e.jsonl.gz").write_bytes(gzip.compress(b'{"id": "e", "text": "Fog."}\n')[:-20])
    parquet.write_table(pa.Table.from_pylist([{"body": "Wind."}]), news / "f.parquet")
    (news / "g.warc").write_bytes(b"WARC/1.0\r\nno record")
    (news / "h.txt").write_text("Hail.")
    code = batch(news, "--out", tmp_path / "out")
    rows = {row["id"].removeprefix(f"{news}/"): row for row in rows_in(tmp_path / "out")}
    articles = {name: row["article"]["text"] for name, row in rows.items() if row["article"]}
    failures = {name: row["failure"]["message"] for name, row in rows.items() if not row["article"]}
    assert code == 1
    assert articles == {"a.txt": "Rain.", "b-empty.txt": "", "d": "Sun.", "h.txt": "Hail."}
    assert failures["d.jsonl:2"].startswith("no JSON")
    assert "EOFError" in failures["e.jsonl.gz"]
    assert failures["f.parquet"] == "has no column 'text'; it has body"
    assert "failures" in capsys.readouterr().err


def parquet_of(rows: list[dict[str, str]]) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(rows), sink)
    return bytes(sink.getvalue())


PAGE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
    b"Content-Length: 58\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain on Su"
)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jsonl", b'{"id": "a", "text": ', "no JSON"),
        ("a.jsonl", b'{"id": "a", "body": "Rain."}\n', "its field 'text' holds no text"),
        ("a.jsonl.gz", gzip.compress(b'{"id": "a", "text": "Rain."}\n')[:-20], "EOFError"),
        ("a.jsonl.zst", b"no zstd", "cannot be read any further: ZstdError"),
        ("a.parquet", parquet_of([{"body": "Rain."}]), "has no column 'text'; it has body"),
        ("a.parquet", b"no parquet", "cannot be read any further: ArrowInvalid"),
        ("a.warc", b"no WARC\r\n\r\n", "Invalid WARC header"),
        ("a.warc", b"WARC/1.0\r\nno record", "breaks off inside its last record"),
        ("a.warc", PAGE, "breaks off: 57 of its 58 bytes are there"),
        ("a.warc.gz", gzip.compress(PAGE)[:-9], "cannot be read any further: EOFError"),
    ],
)
def test_a_broken_input_is_a_recorded_failure_with_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert batch(tmp_path / name, "--out", tmp_path / "out") == 1
    assert message in rows_in(tmp_path / "out")[-1]["failure"]["message"]
    assert "0 articles" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "articles"), [("a.txt", 1), ("a.html", 1), ("a.jsonl", 0), ("a.warc", 0)])
def test_an_empty_input_is_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, articles: int
) -> None:
    (tmp_path / name).write_bytes(b"")
    assert batch(tmp_path / name, "--out", tmp_path / "out") == 0
    assert f"{articles} articles, 0 failures" in capsys.readouterr().err


def test_good_inputs_give_exit_code_0_and_a_summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Rain.")
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out", "--to", "parquet") == 0
    assert "1 articles, 0 failures" in capsys.readouterr().err
    assert parquet.read_table(tmp_path / "out").column("text").to_pylist() == ["Rain."]


def test_a_plugin_can_be_left_out_of_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("“Stay ashore,” said Ida Brandt, the harbour master.")
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out", "--disable", "quotes") == 0
    [row] = rows_in(tmp_path / "out")
    assert row["article"]["quotes"] == []
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out2", "--disable", "qoutes") == 2
    assert "--disable qoutes: no such plugin; there are text, html," in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "out", "message"),
    [
        ("nowhere.txt", "out", "nowhere.txt: there is no such file"),
        ("", "out", "'': there is no such file"),
        ("x" * 5000, "out", "x: there is no such file"),
        ("/dev/null", "out", "/dev/null: is no plain file"),
        ("a.txt", "a.txt/out", "a.txt/out: cannot be written: Not a directory"),
        ("a.txt", "/proc/newskit", "/proc/newskit: cannot be written"),
    ],
)
def test_a_missing_input_and_an_output_that_cannot_be_written_are_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: str,
    out: str,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Rain.")
    assert batch(given, "--out", out) == 1
    assert message in capsys.readouterr().err


def test_a_second_batch_on_one_output_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Rain.")
    with open_parts(tmp_path / "out", 10, {}, resume=False):
        assert batch(tmp_path / "a.txt", "--out", tmp_path / "out") == 1
    assert "another batch is writing there" in capsys.readouterr().err
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out2") == 0
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out2") == 1
    assert "--resume" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "given", "message"),
    [
        ("--jobs", "many", "must be a whole number, at least 1, not many"),
        ("--jobs", "99999999999", "must be at most 1024, not 99999999999"),
        ("--part-size", "0", "must be a whole number, at least 1, not 0"),
        ("--time-limit", "nan", "must be a number of seconds above 0, not nan"),
        ("--time-limit", "-1", "must be a number of seconds above 0, not -1"),
        ("--to", "csv", "invalid choice: 'csv' (choose from jsonl, parquet)"),
        ("--on-error", "stop", "invalid choice: 'stop' (choose from record, skip, fail)"),
    ],
)
def test_an_option_that_makes_no_sense_is_named_with_what_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, given: str, message: str
) -> None:
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out", f"{option}={given}") == 2
    said = capsys.readouterr().err.replace("'", "")  # some versions of Python put each choice in marks
    assert f"argument {option}: {message}".replace("'", "") in said
