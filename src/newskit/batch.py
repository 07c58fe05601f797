"""Runs a batch: files in, parts of JSON lines or Parquet out, on all cores, resumable."""

import hashlib
import itertools
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from newskit.errors import NewskitError, OutputError, UsageError
from newskit.formats.inputs import Fields, find_files, read_sources
from newskit.formats.parts import PartFormat, open_parts
from newskit.model.article import Article
from newskit.model.stream import Failure, Source
from newskit.pool import results
from newskit.worker import Parses

#: Between two lines about progress where nobody watches a bar, in seconds.
_LINE_EVERY = 60.0


class OnError(StrEnum):
    """What becomes of a document that failed."""

    #: A row with its id and its failure.
    RECORD = "record"
    #: A row with its id and nothing else: rows and documents stay in step.
    SKIP = "skip"
    #: The batch stops.
    FAIL = "fail"


@attrs.define
class Summary:
    """What a batch did."""

    articles: int = 0
    #: Rows of an earlier run that this one went on from.
    skipped: int = 0
    failures: Counter[str] = attrs.field(factory=Counter)
    #: Ids of documents that crashed, hung or swelled their process.
    quarantined: list[str] = attrs.field(factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        done = self.articles + self.failures.total()
        rate = done / self.seconds if self.seconds else 0.0
        lines = [
            f"{self.articles} articles, {self.failures.total()} failures, {self.seconds:.1f} s, {rate:.0f} documents/s"
        ]
        if self.skipped:
            lines.append(f"{self.skipped} documents were done before")
        lines += [f"{kind}: {count}" for kind, count in sorted(self.failures.items())]
        lines += [f"set aside: {name}" for name in self.quarantined]
        return "\n".join(lines)


@attrs.frozen
class Batch:
    """A batch to run."""

    inputs: tuple[str, ...]
    out: Path
    #: Makes the parser of a process: `newskit.parser.default_parser`, or a function of a module of your own.
    parser: Callable[[], Parses]
    jobs: int | None = None
    fields: Fields = attrs.field(factory=Fields)
    part_size: int = 1000
    on_error: OnError = OnError.RECORD
    time_limit: float = 60.0
    memory_limit: int | None = None
    #: The format of the parts.
    to: PartFormat = PartFormat.JSON_LINES

    def run(self, *, resume: bool = False) -> Summary:
        """Read, parse and write everything.

        Args:
            resume: Go on where an earlier run of the same batch stopped.

        Returns:
            What was done by this run.

        Raises:
            InputError: An input is not there, or of no known format.
            OutputError: The output folder cannot be used, or no longer written: the disk is full.
            UsageError: ``jobs`` or a limit makes no sense, or all inputs lie in the output folder.
            NewskitError: A document failed and ``on_error`` is “fail”.
        """
        files = self._files()
        plan = {
            "inputs": list(self.inputs),
            "files": _fingerprint(files),
            "fields": attrs.asdict(self.fields),
            "on_error": self.on_error.value,
        }
        summary = Summary()
        began = time.monotonic()
        with open_parts(self.out, self.part_size, plan, self.to, resume=resume) as parts:
            summary.skipped = parts.rows_done
            sources = itertools.islice(read_sources(files, self.fields), parts.rows_done, None)
            for name, result in _watched(self._results(sources)):
                _count(summary, result)
                parts.write(self._row(name, result))
            parts.finish()
        summary.seconds = time.monotonic() - began
        return summary

    def _files(self) -> list[Path]:
        """The files to read: those of the inputs, but none of what is written here."""
        try:
            out = Path(os.path.realpath(self.out))  # a loop of links is left as it is: “resolve” raises, and no OSError
        except OSError as error:  # the working folder is gone
            raise OutputError(f"{self.out}: cannot be written: {error.strerror or error}") from error
        within = cache(lambda folder: folder.resolve().is_relative_to(out))
        files = [file for file in find_files(self.inputs) if not within(file.parent)]
        if not files:
            raise UsageError(f"{self.out}: holds the inputs: write to another folder")
        return files

    def _results(self, sources: Iterator[Source | Failure]) -> Iterator[tuple[str, Article | Failure]]:
        """Pair each result with its document's id; a document that could not be read is a result already."""
        names, for_parser = itertools.tee(sources)
        found = results(for_parser, self.parser, self.jobs, self.time_limit, self.memory_limit)
        for given, result in zip(names, found, strict=True):
            yield str(given.id), result

    def _row(self, name: str, result: Article | Failure) -> dict[str, Any]:
        if isinstance(result, Article):
            return {"id": name, "article": result.to_dict()}
        if self.on_error is OnError.FAIL:
            raise NewskitError(f"{name}: {result.kind}: {result.message}")
        if self.on_error is OnError.SKIP:
            return {"id": name, "article": None}
        return {"id": name, "article": None, "failure": result.to_dict()}


def _fingerprint(files: Iterable[Path]) -> str:
    """Tell whether a run that goes on has the same files before it: their names and sizes, in order, as one number."""
    found = hashlib.sha256()
    for file in files:
        try:
            size = file.stat().st_size
        except OSError:  # it becomes a failure in its place when it is read
            size = -1
        found.update(f"{file}\0{size}\0".encode(errors="backslashreplace"))
    return found.hexdigest()


def _count(summary: Summary, result: Article | Failure) -> None:
    if isinstance(result, Article):
        summary.articles += 1
        return
    summary.failures[result.kind.value] += 1
    if result.kind != "error":
        summary.quarantined.append(result.id)


def _watched(results: Iterable[tuple[str, Article | Failure]]) -> Iterator[tuple[str, Article | Failure]]:
    """Show progress on standard error: a bar on a terminal, a line a minute elsewhere."""
    from tqdm import tqdm  # noqa: PLC0415 - in the extra “batch”

    if sys.stderr.isatty():
        yield from tqdm(results, unit=" documents", file=sys.stderr)
        return
    began = said = time.monotonic()
    for number, result in enumerate(results, 1):
        yield result
        now = time.monotonic()
        if now - said >= _LINE_EVERY:
            said = now
            sys.stderr.write(f"newskit: {number} documents, {number / (now - began):.0f} a second\n")
