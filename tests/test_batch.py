"""Batches: files in, parts out, nothing lost or repeated."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from newskit import Article, NewskitError, OutputError, UsageError, parse
from newskit.arrow import SCHEMA, parse_batch
from newskit.batch import Batch, OnError
from newskit.formats.parts import PartFormat
from newskit.parser import default_parser

COMMAND = [sys.executable, "-c", "import sys; from newskit.cli import main; sys.exit(main())"]
SAMPLES = str(Path(__file__).parent / "samples")


@pytest.fixture
def parsers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(SAMPLES)
    import bad_parsers  # type: ignore[import-not-found]

    yield bad_parsers
    sys.modules.pop("bad_parsers")


def write_texts(folder: Path, *texts: str) -> str:
    file = folder / "texts.jsonl"
    file.write_text("".join(json.dumps({"id": f"t{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    return str(file)


def rows_of(out: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for part in sorted(out.glob("part-*.jsonl")) for row in part.read_text().splitlines()]


def test_every_document_becomes_a_row_with_its_id_and_its_article(tmp_path: Path) -> None:
    summary = Batch((write_texts(tmp_path, "Rain.", "Sun."),), tmp_path / "out", default_parser, jobs=1).run()
    rows = rows_of(tmp_path / "out")
    assert [row["id"] for row in rows] == ["t0", "t1"]
    assert Article.from_dict(rows[0]["article"]) == parse("Rain.")
    assert (summary.articles, summary.failures.total()) == (2, 0)


def test_failures_are_rows_with_kind_and_message_and_quarantined_ids_are_named(tmp_path: Path, parsers: Any) -> None:
    file = Path(write_texts(tmp_path, "Rain.", "crash", "Sun."))
    file.write_text(file.read_text() + "{no json\n")
    summary = Batch((str(file),), tmp_path / "out", parsers.troubled, jobs=2).run()
    rows = rows_of(tmp_path / "out")
    assert [(row["id"], row.get("failure", {}).get("kind")) for row in rows] == [
        ("t0", None),
        ("t1", "crash"),
        ("t2", None),
        (f"{file}:4", "error"),
    ]
    assert summary.quarantined == ["t1"]
    assert "set aside: t1" in str(summary)


def test_failures_may_be_left_out_but_for_their_ids(tmp_path: Path, parsers: Any) -> None:
    batch = Batch((write_texts(tmp_path, "crash"),), tmp_path / "out", parsers.troubled, 1, on_error=OnError.SKIP)
    batch.run()
    assert rows_of(tmp_path / "out") == [{"id": "t0", "article": None}]


def test_a_failure_may_stop_the_batch(tmp_path: Path, parsers: Any) -> None:
    batch = Batch((write_texts(tmp_path, "crash"),), tmp_path / "out", parsers.troubled, 1, on_error=OnError.FAIL)
    with pytest.raises(NewskitError, match="t0: crash"):
        batch.run()


@pytest.mark.parametrize("to", PartFormat)
def test_a_batch_that_is_killed_again_and_again_loses_and_repeats_nothing(tmp_path: Path, to: PartFormat) -> None:
    texts = [f"Rain on day {number}. " * 9 for number in range(3000)]
    file, out = write_texts(tmp_path, *texts), tmp_path / "out"
    code = (
        "import sys; from pathlib import Path; from newskit.batch import Batch; from newskit.formats.parts import PartFormat\n"
        "from bad_parsers import troubled\n"
        "if __name__ == '__main__':\n"
        "    batch = Batch((sys.argv[1],), Path(sys.argv[2]), troubled, 1, part_size=7, to=PartFormat(sys.argv[3]))\n"
        "    batch.run(resume=True)\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code)
    command = [sys.executable, str(script), file, str(out), to.value]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([SAMPLES, os.environ.get("PYTHONPATH", "")])}
    chance = random.Random(2026)  # noqa: S311 - moments to kill at, no secret
    kills = 0
    while kills < 5 and not (out / "_SUCCESS").exists():
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.5 + 1.5 * chance.random())
        process.kill()
        process.wait()
        kills += 1
    if not (out / "_SUCCESS").exists():
        subprocess.run(command, check=True, env=environment)
    rows = rows_of(out) if to is PartFormat.JSON_LINES else parquet.read_table(out).to_pylist()
    assert [row["id"] for row in rows] == [f"t{number}" for number in range(3000)]
    assert [row["text"] if "text" in row else row["article"]["text"] for row in rows] == texts


def test_parquet_holds_the_rows_that_arrow_gives_with_failures_in_their_places(tmp_path: Path, parsers: Any) -> None:
    file = write_texts(tmp_path, "Rain.", "crash", "a\ud800", "Sun.")
    Batch((file,), tmp_path / "out", parsers.troubled, 1, part_size=3, to=PartFormat.PARQUET).run()
    names = sorted(part.name for part in (tmp_path / "out").glob("part-*"))
    assert names == ["part-000000.parquet", "part-000001.parquet"]
    table = parquet.read_table(tmp_path / "out")
    assert table.schema == SCHEMA
    rows = table.to_pylist()
    assert [(row["id"], row["text"]) for row in rows] == [
        ("t0", "Rain."),
        ("t1", None),
        ("t2", "a\ufffd"),
        ("t3", "Sun."),
    ]
    assert rows[1]["failure"]["kind"] == "crash"
    assert "surrogates" in rows[2]["problems"][0]["message"]
    documents = pa.RecordBatch.from_pydict({"id": ["t0", "t3"], "text": ["Rain.", "Sun."]})
    assert [rows[0], rows[3]] == parse_batch(documents, parser=parsers.troubled).to_pylist()


@pytest.mark.parametrize("to", PartFormat)
def test_a_full_disk_is_an_error_that_leaves_whole_parts_and_the_batch_goes_on_when_there_is_room(
    tmp_path: Path, to: PartFormat
) -> None:
    """A limit on the size of a file stands for the disk: the third part is larger than it."""
    texts = ["Rain.", "Sun.", random.Random(4).randbytes(100_000).hex(), "Wind."]  # noqa: S311 - what does not compress
    command = [
        *COMMAND,
        "batch",
        write_texts(tmp_path, *texts),
        "--out",
        str(tmp_path / "out"),
    ]
    command += ["--jobs", "1", "--part-size", "1", "--to", to.value]
    full = subprocess.run(
        ["/bin/bash", "-c", 'ulimit -f 64; exec "$@"', "-", *command], capture_output=True, text=True, check=False
    )
    assert full.returncode == 1
    assert "cannot be written any further: File too large; its 2 parts are whole" in full.stderr
    assert sorted(file.suffix for file in (tmp_path / "out").glob("part-*")) == [f".{to}"] * 2
    assert subprocess.run([*command, "--resume"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert len(list((tmp_path / "out").glob("part-*"))) == 4


def test_a_run_does_not_go_on_behind_other_files_than_it_began_with(tmp_path: Path, parsers: Any) -> None:
    news, out = tmp_path / "news", tmp_path / "out"
    news.mkdir()
    (news / "b.txt").write_text("crash")
    batch = Batch((str(news),), out, parsers.troubled, 1, part_size=1, on_error=OnError.FAIL)
    with pytest.raises(NewskitError, match="crash"):
        batch.run()
    (news / "a.txt").write_text("Rain.")
    with pytest.raises(NewskitError, match="other inputs"):
        batch.run(resume=True)


def test_what_a_batch_writes_is_none_of_its_inputs(tmp_path: Path, parsers: Any) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.txt").write_text("crash")
    batch = Batch((str(tmp_path),), tmp_path / "out", parsers.troubled, 1, part_size=1, on_error=OnError.FAIL)
    with pytest.raises(NewskitError, match="crash"):
        batch.run()
    with pytest.raises(NewskitError, match="crash"):
        batch.run(resume=True)
    assert [row["id"] for row in rows_of(tmp_path / "out")] == [str(tmp_path / "a.txt")]
    with pytest.raises(UsageError, match="holds the inputs"):
        Batch((str(tmp_path),), tmp_path, parsers.troubled, 1).run()


def test_an_output_in_a_working_folder_that_is_gone_is_named(
    tmp_path: Path, parsers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(OutputError, match="out: cannot be written: No such file or directory"):
        Batch((write_texts(tmp_path, "one"),), Path("out"), parsers.troubled, 1).run()


def test_an_output_folder_that_is_a_link_to_itself_is_named(tmp_path: Path, parsers: Any) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(OutputError, match="loop: cannot be written"):
        Batch((write_texts(tmp_path, "one"),), loop, parsers.troubled, 1).run()


def test_a_link_to_nowhere_is_a_failure_in_its_place(tmp_path: Path, parsers: Any) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    summary = Batch((str(tmp_path),), tmp_path / "out", parsers.troubled, 1).run()
    assert (summary.articles, summary.failures.total()) == (0, 1)


@pytest.mark.skipif(os.name == "nt", reason="there is no such hold on Windows")
def test_ctrl_c_while_processes_start_writes_nothing(tmp_path: Path) -> None:
    sources = tmp_path / "texts"
    sources.mkdir()
    for number in range(40):
        (sources / f"{number}.txt").write_text("Rain.")
    command = [*COMMAND, "batch", str(sources), "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        while not (tmp_path / "out" / "_batch.json").exists():  # the processes are started next
            assert process.poll() is None
            time.sleep(0.01)
        time.sleep(0.15)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")
