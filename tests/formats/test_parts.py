"""Rows in parts, in a folder of one's own."""

import json
from pathlib import Path

import pytest

from newskit import OutputError
from newskit.formats.parts import open_parts


def rows_in(folder: Path) -> list[int]:
    return [
        json.loads(row)["n"] for part in sorted(folder.glob("part-*.jsonl")) for row in part.read_text().splitlines()
    ]


def test_rows_are_written_in_parts_and_the_end_is_marked(tmp_path: Path) -> None:
    with open_parts(tmp_path / "out", 2, {}, resume=False) as parts:
        for number in range(5):
            parts.write({"n": number})
        parts.finish()
    names = sorted(file.name for file in (tmp_path / "out").glob("[!_]*"))
    assert names == ["part-000000.jsonl", "part-000001.jsonl", "part-000002.jsonl"]
    assert rows_in(tmp_path / "out") == [0, 1, 2, 3, 4]
    assert (tmp_path / "out" / "_SUCCESS").exists()


def test_a_run_that_breaks_off_leaves_whole_parts_only_and_the_next_one_goes_on_behind_them(tmp_path: Path) -> None:
    def breaks_off() -> None:
        with open_parts(tmp_path, 2, {}, resume=False) as parts:
            for number in range(5):
                parts.write({"n": number})
            raise OSError("power is gone")

    with pytest.raises(OSError, match="power"):
        breaks_off()
    assert rows_in(tmp_path) == [0, 1, 2, 3]
    with open_parts(tmp_path, 2, {}, resume=True) as parts:
        assert parts.rows_done == 4
        for number in range(parts.rows_done, 6):
            parts.write({"n": number})
        parts.finish()
    assert rows_in(tmp_path) == [0, 1, 2, 3, 4, 5]


def test_a_lone_surrogate_is_written_as_an_escape(tmp_path: Path) -> None:
    with open_parts(tmp_path, 2, {}, resume=False) as parts:
        parts.write({"text": "a\ud800"})
        parts.finish()
    assert json.loads((tmp_path / "part-000000.jsonl").read_text()) == {"text": "a\ud800"}


def test_a_folder_that_holds_parts_is_not_written_without_resume(tmp_path: Path) -> None:
    with open_parts(tmp_path, 1, {}, resume=False) as parts:
        parts.write({"n": 0})
    with pytest.raises(OutputError, match="--resume"), open_parts(tmp_path, 1, {}, resume=False):
        pass


def test_a_finished_batch_is_not_written_again(tmp_path: Path) -> None:
    with open_parts(tmp_path, 1, {}, resume=False) as parts:
        parts.finish()
    with pytest.raises(OutputError, match="finished"), open_parts(tmp_path, 1, {}, resume=True):
        pass


def test_a_batch_with_other_inputs_does_not_go_on(tmp_path: Path) -> None:
    with open_parts(tmp_path, 1, {"inputs": ["a"]}, resume=False) as parts:
        parts.write({"n": 0})
    with pytest.raises(OutputError, match="other inputs"), open_parts(tmp_path, 1, {"inputs": ["b"]}, resume=True):
        pass


def test_two_batches_do_not_write_to_one_folder(tmp_path: Path) -> None:
    with (
        open_parts(tmp_path, 1, {}, resume=False),
        pytest.raises(OutputError, match="another batch"),
        open_parts(tmp_path, 1, {}, resume=False),
    ):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(OutputError, match="cannot be written"),
        open_parts(tmp_path / "file" / "out", 1, {}, resume=False),
    ):
        pass


@pytest.fixture
def three_parts(tmp_path: Path) -> Path:
    """Give the folder of a run that broke off behind its third part."""
    with open_parts(tmp_path, 1, {}, resume=False) as parts:
        for number in range(3):
            parts.write({"n": number})
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("part-000001.jsonl", None, "part-000001.jsonl: is missing: delete the parts behind it"),
        ("part-000001.jsonl", '{"n": ', "part-000001.jsonl: is damaged: delete it and the parts behind it"),
        ("part-000002.jsonl", "", "part-000002.jsonl: is damaged"),
        ("_batch.json", None, "_batch.json: is missing, so nobody can tell"),
        ("_batch.json", "{", "_batch.json: is damaged, so nobody can tell"),
    ],
)
def test_what_was_lost_of_an_earlier_run_is_named(
    three_parts: Path, name: str, content: str | None, message: str
) -> None:
    (three_parts / name).unlink()
    if content is not None:
        (three_parts / name).write_text(content)
    with pytest.raises(OutputError, match=message), open_parts(three_parts, 1, {}, resume=True):
        pass


def test_parts_that_were_deleted_from_the_end_are_written_again(three_parts: Path) -> None:
    (three_parts / "part-000002.jsonl").unlink()
    with open_parts(three_parts, 1, {}, resume=True) as parts:
        assert parts.rows_done == 2
