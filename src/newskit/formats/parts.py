"""Writes rows to a folder in parts, so that a run that is killed at any moment can go on where it was.

A part is written under another name and renamed when it is whole, so every part that is there is whole and holds
``part_size`` rows; only the last may hold fewer, and is followed by the file ``_SUCCESS``. What is done is therefore the number
of parts times their size, and a run that goes on skips as many documents.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import attrs

from newskit.errors import OutputError

_DONE = "_SUCCESS"
_PLAN = "_batch.json"
_LOCK = "_lock"


@attrs.define
class Parts:
    """A folder of parts, open for writing. Made by `open_parts`."""

    folder: Path
    #: Rows in a part.
    part_size: int
    #: Parts that are whole.
    finished: int
    _rows: int = 0
    _file: TextIO | None = None

    @property
    def rows_done(self) -> int:
        """Rows in whole parts: how many documents a run that goes on has to skip."""
        return self.finished * self.part_size

    def write(self, row: dict[str, Any]) -> None:
        """Add a row; the part it fills is whole from then on."""
        if self._file is None:
            self._file = self._temporary.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self._rows += 1
        if self._rows == self.part_size:
            self._close_part()

    def finish(self) -> None:
        """Close the last part and say that nothing more comes."""
        if self._rows:
            self._close_part()
        (self.folder / _DONE).touch()

    def discard(self) -> None:
        """Drop the part at hand: its rows are written again by the run that goes on."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self._temporary.unlink(missing_ok=True)

    @property
    def _temporary(self) -> Path:
        return self.folder / "_part.tmp"

    def _close_part(self) -> None:
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        self._temporary.rename(self.folder / f"part-{self.finished:06d}.jsonl")
        self._file, self._rows = None, 0
        self.finished += 1


@contextmanager
def open_parts(folder: Path, part_size: int, plan: dict[str, Any], *, resume: bool) -> Iterator[Parts]:
    """Open a folder for writing, alone.

    Args:
        folder: Made if it is not there.
        part_size: Rows in a part.
        plan: What the run does, as JSON; a run that goes on must have the same.
        resume: Go on where an earlier run stopped; without it the folder must be new or empty.

    Raises:
        OutputError: The folder cannot be written, is in use, holds another run, or is finished.
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
        parts = _admitted(folder, part_size, {**plan, "part_size": part_size}, resume=resume)
        try:
            yield parts
        finally:
            parts.discard()
    finally:
        lock.release()


def _admitted(folder: Path, part_size: int, plan: dict[str, Any], *, resume: bool) -> Parts:
    """Check that this run may write here, and leave its plan."""
    written = sorted(folder.glob("part-*.jsonl"))
    if not resume and written:
        raise OutputError(f"{folder}: holds the parts of an earlier run: give --resume to go on, or another folder")
    if (folder / _DONE).exists():
        raise OutputError(f"{folder}: is finished")
    before = folder / _PLAN
    if resume and before.exists() and json.loads(before.read_text(encoding="utf-8")) != plan:
        raise OutputError(f"{folder}: was begun with other inputs or options: go on with those, or use another folder")
    before.write_text(json.dumps(plan, indent=2) + "\n", encoding="utf-8")
    return Parts(folder, part_size, len(written))
