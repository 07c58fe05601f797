"""Batches of Arrow in, batches of Arrow out: a row for every document, whatever becomes of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit
from newskit import InputError
from newskit.arrow import SCHEMA, parse_batch, parse_batches
from newskit.testing.strategies import hostile_texts

STORM = (
    "Storm shuts Aldham pier\n\nBy Tom Reed\n\nThe pier was shut on Monday.\n\n"
    "“Nobody was hurt,” harbour master Ada Moss said, “and nobody will be.”\n"
)


@pytest.fixture
def parsers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "samples"))
    import bad_parsers  # type: ignore[import-not-found]

    yield bad_parsers
    sys.modules.pop("bad_parsers")


def batch_of(*texts: Any) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"id": [f"t{number}" for number in range(len(texts))], "text": texts})


def outcomes(batch: pa.RecordBatch) -> list[tuple[str, str]]:
    """Give each row's id, with its text or the kind of its failure."""
    return [(row["id"], row["failure"]["kind"] if row["failure"] else row["text"]) for row in batch.to_pylist()]


def test_a_row_holds_what_the_article_holds() -> None:
    (row,) = parse_batch(batch_of(STORM)).to_pylist()
    article = newskit.parse(STORM)
    assert (row["id"], row["text"], row["body"]) == ("t0", STORM, article.body.text)
    assert row["headline"] == "Storm shuts Aldham pier"
    assert row["authors"] == ["Tom Reed"]
    assert row["language"] == "en"
    assert [(block["kind"], block["text"]) for block in row["blocks"]] == [
        (block.kind, block.text) for block in article.blocks
    ]
    (quote,) = row["quotes"]
    assert quote["text"] == "“Nobody was hurt,” “and nobody will be.”"
    assert [STORM[place["start"] : place["end"]] for place in quote["spans"]] == [
        "“Nobody was hurt,”",
        "“and nobody will be.”",
    ]
    assert (quote["cue"]["text"], quote["cue"]["lemma"], quote["cue"]["negated"]) == ("said", "say", False)
    assert quote["speaker"]["name"] == "Ada Moss"
    assert row["speakers"][quote["speaker"]["index"]]["name"] == "Ada Moss"
    assert {fact["name"]: fact["values"] or fact["value"] for fact in row["facts"]}["authors"] == ["Tom Reed"]
    assert (row["annotations"], row["problems"], row["failure"]) == ("{}", [], None)


def test_the_schema_is_the_same_whatever_is_in_the_batch() -> None:
    for batch in (batch_of(), batch_of(""), batch_of(None), batch_of(STORM, None), batch_of(b"<p>Rain")):
        assert parse_batch(batch).schema == SCHEMA


def test_a_table_gives_a_table() -> None:
    table = pa.Table.from_batches([batch_of("Rain."), batch_of("Sun.", "Wind.")])
    assert parse_batch(table).column("text").to_pylist() == ["Rain.", "Sun.", "Wind."]
    assert parse_batch(table.slice(0, 0)).num_rows == 0


def test_a_stream_gives_a_batch_for_each_batch_and_reads_no_further_than_it_must() -> None:
    read = []

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in (batch_of(), batch_of("Rain.", "Sun."), batch_of(), batch_of("Wind."), batch_of()):
            read.append(batch.num_rows)
            yield batch

    stream = parse_batches(batches())
    assert (next(stream).num_rows, next(stream).num_rows, read) == (0, 2, [0, 2])
    assert [batch.num_rows for batch in stream] == [0, 1, 0]


@pytest.mark.parametrize("jobs", [None, 1])
def test_columns_may_have_other_names_and_types(jobs: int | None) -> None:
    batch = pa.RecordBatch.from_pydict(
        {
            "page": pa.array([b"<p>Rain", "<p>Café".encode()], pa.large_binary()),
            "number": [7, None],
            "link": ["https://news.example/rain", None],
        }
    )
    rows = parse_batch(batch, text="page", id="number", url="link", format="html", jobs=jobs).to_pylist()
    assert [(row["id"], row["text"], row["url"]) for row in rows] == [
        ("7", "Rain", "https://news.example/rain"),
        (None, "Café", None),
    ]


def test_a_dictionary_of_texts_and_a_batch_without_ids_are_read() -> None:
    batch = pa.RecordBatch.from_pydict({"text": pa.array(["Rain.", "Rain."]).dictionary_encode()})
    assert outcomes(parse_batch(batch)) == [(None, "Rain."), (None, "Rain.")]


def test_a_missing_column_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"'page'.*id, text"):
        parse_batch(batch_of("Rain."), text="page")


def test_rows_without_a_text_fail_in_their_places() -> None:
    assert outcomes(parse_batch(batch_of("Rain.", None, "Sun."))) == [("t0", "Rain."), ("t1", "error"), ("t2", "Sun.")]
    numbers = parse_batch(batch_of(1, 2))
    assert [row["problems"][0]["message"] for row in numbers.to_pylist()] == ["its column 'text' holds no text"] * 2


def test_a_string_that_is_no_utf_8_is_decoded_as_bytes_are() -> None:
    latin = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\4\0\0\0"), pa.py_buffer(b"Caf\xe9")])
    (row,) = parse_batch(pa.RecordBatch.from_arrays([latin], ["text"])).to_pylist()
    assert row["text"] == "Café"


def test_lone_surrogates_are_replaced_one_for_one_with_a_note_and_no_other_row_is_touched(parsers: Any) -> None:
    batch = parse_batch(batch_of("haunted", "Rain."), parser=parsers.haunted)
    haunted, rain = batch.to_pylist()
    assert "\ufffd" in haunted["annotations"]
    assert [problem["message"] for problem in haunted["problems"]] == ["lone surrogates were replaced by U+FFFD"]
    assert rain["problems"] == []


def test_a_document_whose_plugin_raises_is_a_row_with_the_problem_or_with_a_failure_if_strict(parsers: Any) -> None:
    batch = batch_of("Rain.", "raise", "Sun.")
    (_, lenient, _) = parse_batch(batch, parser=parsers.troubled).to_pylist()
    assert (lenient["text"], lenient["failure"]) == ("raise", None)
    assert "asked for" in lenient["problems"][0]["message"]
    for jobs in (None, 1):
        strict = parse_batch(batch, parser=parsers.strict, jobs=jobs)
        assert outcomes(strict) == [("t0", "Rain."), ("t1", "error"), ("t2", "Sun.")]


def test_a_document_that_crashes_or_hangs_costs_only_its_row_where_processes_are_asked_for(parsers: Any) -> None:
    stream = [batch_of("Rain.", "crash"), batch_of("hang", "Sun.")]
    found = list(parse_batches(stream, parser=parsers.troubled, jobs=1, time_limit=1.5))
    assert [outcomes(batch) for batch in found] == [
        [("t0", "Rain."), ("t1", "crash")],
        [("t0", "timeout"), ("t1", "Sun.")],
    ]


@settings(max_examples=30)
@given(st.lists(hostile_texts().map(lambda text: text.encode("utf-8", "replace").decode()), max_size=5))
def test_no_text_makes_it_raise_and_every_text_has_its_row(texts: list[str]) -> None:
    rows = parse_batch(batch_of(*texts)).to_pylist()
    assert [row["failure"] for row in rows] == [None] * len(texts)
    assert [row["body"] for row in rows] == [newskit.parse(text).body.text for text in texts]


def test_without_pyarrow_the_import_says_what_to_install() -> None:
    code = "import sys; sys.modules['pyarrow'] = None; import newskit, newskit.arrow"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "newskit.arrow needs pyarrow: pip install 'newskit[arrow]'" in done.stderr


def test_newskit_itself_does_not_import_pyarrow() -> None:
    code = "import sys, newskit; newskit.parse('Rain.'); assert 'pyarrow' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
