"""Batches: files in, parts out, nothing lost or repeated."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from newskit import Article, NewskitError, parse
from newskit.batch import Batch, OnError
from newskit.parser import default_parser

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


def test_a_batch_that_is_killed_again_and_again_loses_and_repeats_nothing(tmp_path: Path) -> None:
    texts = [f"Rain on day {number}. " * 60 for number in range(700)]
    file, out = write_texts(tmp_path, *texts), tmp_path / "out"
    code = (
        "import sys; from pathlib import Path; from newskit.batch import Batch; from newskit.parser import default_parser\n"
        "if __name__ == '__main__': Batch((sys.argv[1],), Path(sys.argv[2]), default_parser, 1, part_size=7).run(resume=True)\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code)
    command = [sys.executable, str(script), file, str(out)]
    chance = random.Random(2026)  # noqa: S311 - moments to kill at, no secret
    kills = 0
    while kills < 5 and not (out / "_SUCCESS").exists():
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.5 + 1.5 * chance.random())
        process.kill()
        process.wait()
        kills += 1
    if not (out / "_SUCCESS").exists():
        subprocess.run(command, check=True)
    assert [row["id"] for row in rows_of(out)] == [f"t{number}" for number in range(700)]
    assert [row["article"]["text"] for row in rows_of(out)] == texts
