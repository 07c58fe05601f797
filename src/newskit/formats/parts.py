"""Writes rows to a folder in parts, so that a run that is killed at any moment can go on where it was.

A part is written under another name and renamed when it is whole, so every part that is there is whole and holds
``part_size`` rows; only the last may hold fewer, and is followed by the file ``_SUCCESS``. What is done is therefore the number
of parts times their size, and a run that goes on skips as many documents.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Protocol

import attrs

from newskit.errors import OutputError

_DONE = "_SUCCESS"
_PLAN = "_batch.json"
_LOCK = "_lock"


class PartFormat(StrEnum):
    """What the parts are: the value is the end of their names."""

    JSON_LINES = "jsonl"
    PARQUET = "parquet"


#: The last bytes of a whole part, by its format.
_ENDS: Final = {PartFormat.JSON_LINES.value: b"}\n", PartFormat.PARQUET.value: b"PAR1"}


class PartFile(Protocol):
    """A file that takes rows."""

    def write(self, row: Mapping[str, Any]) -> None: ...

    def close(self) -> None:
        """Write what is still held, and close the file."""

    def abandon(self) -> None:
        """Close the file, which is of no more use; never raises."""


class JsonLinesFile:
    """A file with a JSON object a line."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, row: Mapping[str, Any]) -> None:
        """Add a row."""
        self._stream.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Write what is still held, and close the file."""
        self._stream.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        with suppress(OSError):
            self._stream.close()


def _new_file(format: PartFormat, path: Path) -> PartFile:
    if format is PartFormat.JSON_LINES:
        return JsonLinesFile(path)
    from newskit.formats.parquet import ParquetFile  # noqa: PLC0415 - in the extra “arrow”

    return ParquetFile(path)


@attrs.define
class Parts:
    """A folder of parts, open for writing. Made by `open_parts`."""

    folder: Path
    #: Rows in a part.
    part_size: int
    format: PartFormat
    #: Parts that are whole.
    finished: int
    _rows: int = 0
    _file: PartFile | None = None

    @property
    def rows_done(self) -> int:
        """Rows in whole parts: how many documents a run that goes on has to skip."""
        return self.finished * self.part_size

    def write(self, row: Mapping[str, Any]) -> None:
        """Add a row; the part it fills is whole from then on.

        Raises:
            OutputError: It cannot be written; the parts before are whole.
        """
        try:
            if self._file is None:
                self._file = _new_file(self.format, self._temporary)
            self._file.write(row)
            self._rows += 1
            if self._rows == self.part_size:
                self._close_part(self._file)
        except OSError as error:
            raise self._full(error) from error

    def finish(self) -> None:
        """Close the last part and say that nothing more comes.

        Raises:
            OutputError: It cannot be written; the parts before are whole.
        """
        try:
            if self._file is not None:
                self._close_part(self._file)
            (self.folder / _DONE).touch()
        except OSError as error:
            raise self._full(error) from error

    def discard(self) -> None:
        """Drop the part at hand: its rows are written again by the run that goes on."""
        if self._file is not None:
            self._file.abandon()
            self._file = None
        self._temporary.unlink(missing_ok=True)

    def _full(self, error: OSError) -> OutputError:
        why = f"cannot be written any further: {error.strerror or error}"
        return OutputError(f"{self.folder}: {why}; its {self.finished} parts are whole: make room and give --resume")

    @property
    def _temporary(self) -> Path:
        return self.folder / "_part.tmp"

    def _close_part(self, file: PartFile) -> None:
        file.close()
        with self._temporary.open("rb") as written:
            os.fsync(written.fileno())
        self._temporary.rename(_part(self.folder, self.finished, self.format))
        self._file, self._rows = None, 0
        self.finished += 1


@contextmanager
def open_parts(
    folder: Path,
    part_size: int,
    plan: dict[str, Any],
    format: PartFormat = PartFormat.JSON_LINES,
    *,
    resume: bool,
) -> Iterator[Parts]:
    """Open a folder for writing, alone.

    Args:
        folder: Made if it is not there.
        part_size: Rows in a part.
        plan: What the run does, as JSON; a run that goes on must have the same.
        format: What the parts are.
        resume: Go on where an earlier run stopped; without it the folder must be new or empty.

    Raises:
        OutputError: The folder cannot be written, is in use, holds another run, has lost a part, or is finished.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - in the extra “batch”

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise OutputError(f"{folder}: another batch is writing there") from error
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written: {error.strerror or error}") from error
    try:
        try:
            finished = _admitted(folder, {**plan, "part_size": part_size, "to": format.value}, resume=resume)
        except (OSError, ValueError) as error:
            raise OutputError(f"{folder}: cannot be used: {error}") from error
        parts = Parts(folder, part_size, format, finished)
        try:
            yield parts
        finally:
            parts.discard()
    finally:
        lock.release()


def _admitted(folder: Path, plan: dict[str, Any], *, resume: bool) -> int:
    """Check that this run may write here, leave its plan, and count the parts that are there."""
    written = sorted(part for ending in PartFormat for part in folder.glob(f"part-*.{ending}"))
    if not resume and written:
        raise OutputError(f"{folder}: holds the parts of an earlier run: give --resume to go on, or another folder")
    if (folder / _DONE).exists():
        raise OutputError(f"{folder}: is finished")
    before = folder / _PLAN
    if resume and (written or before.exists()):
        _must_be_the_same(folder, before, plan)
        _must_be_whole(folder, written, plan["to"])
        return len(written)
    new = folder / f"{_PLAN}.tmp"
    new.write_text(json.dumps(plan, indent=2) + "\n", encoding="utf-8")
    new.rename(before)
    return 0


def _must_be_the_same(folder: Path, before: Path, plan: dict[str, Any]) -> None:
    try:
        same = json.loads(before.read_text(encoding="utf-8")) == plan
    except (FileNotFoundError, ValueError) as error:
        state = "is missing" if isinstance(error, FileNotFoundError) else "is damaged"
        raise OutputError(
            f"{before}: {state}, so nobody can tell which run the parts are of: use another folder"
        ) from error
    if not same:
        raise OutputError(f"{folder}: was begun with other inputs or options: go on with those, or use another folder")


def _must_be_whole(folder: Path, written: list[Path], ending: str) -> None:
    """Refuse a part that is missing, or was cut off after it had been written: the run would go on behind it all the same."""
    for number, part in enumerate(written):
        expected = _part(folder, number, ending)
        if part != expected:
            raise OutputError(
                f"{expected}: is missing: delete the parts behind it, and --resume writes all of them again"
            )
        with part.open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - len(_ENDS[ending])))
            if stream.read() != _ENDS[ending]:
                raise OutputError(
                    f"{part}: is damaged: delete it and the parts behind it, and --resume writes all of them again"
                )


def _part(folder: Path, number: int, ending: str) -> Path:
    return folder / f"part-{number:06d}.{ending}"
