"""A pool of worker processes that loses nothing when one of them ends: the machinery behind `newskit.parse_many`."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from typing import Any

from newskit.errors import NewskitError, UsageError
from newskit.model.stream import Failure, FailureKind, Source
from newskit.worker import Parses, Task, Worker

#: How many documents a worker is given at once: enough to keep it busy while the answers travel.
_CHUNK = 8
#: How many documents may wait for the slowest one before no more are read, for each worker.
_LOOK_AHEAD = 8 * _CHUNK
#: So many processes at most: more than cores gain nothing, and a slip of the keyboard may ask for a billion.
MOST_JOBS = 1024
#: How often memory is looked at, in seconds.
_MEMORY_TICK = 0.1


def results(
    sources: Iterator[str | bytes | Source | Failure],
    parser: Callable[[], Parses],
    jobs: int | None,
    time_limit: float,
    memory_limit: int | None,
) -> Iterator[Any]:
    """Run a pool over sources; see `newskit.parse_many` for what goes in and comes out.

    Yields what the parser's ``parse`` returns, or a `Failure`. Raises `UsageError` where a limit or ``jobs`` makes no sense.
    """
    for name, given in (("jobs", jobs), ("time_limit", time_limit), ("memory_limit", memory_limit)):
        if given is not None and not given > 0:
            raise UsageError(f"{name} must be above 0, not {given!r}")
    if jobs is not None and jobs > MOST_JOBS:
        raise UsageError(f"jobs must be at most {MOST_JOBS}, not {jobs!r}")
    pool = _Pool(jobs or os.cpu_count() or 1, parser, time_limit, _memory_meter(memory_limit))
    try:
        yield from pool.run(sources)
    finally:
        pool.stop()


def _memory_meter(limit: int | None) -> Callable[[int], bool]:
    """Return a function that says whether a process holds more than the limit."""
    if limit is None:
        return lambda _: False
    try:
        import psutil  # noqa: PLC0415 - only those who set a limit need it
    except ImportError as error:
        raise NewskitError("memory_limit needs psutil: pip install 'newskit[batch]'") from error

    def swollen(process: int) -> bool:
        try:
            return bool(psutil.Process(process).memory_info().rss > limit)
        except psutil.NoSuchProcess:
            return False

    return swollen


class _Pool:
    """Workers, the documents they hold, and the answers that wait for their turn."""

    def __init__(
        self, jobs: int, parser: Callable[[], Parses], time_limit: float, swollen: Callable[[int], bool]
    ) -> None:
        self._jobs = jobs
        self._parser = parser
        self._time_limit = time_limit
        self._swollen = swollen
        #: Started when there is work for one more.
        self._workers: list[Worker] = []
        self._waiting: deque[Task] = deque()
        self._names: dict[int, str] = {}
        self._crashed: set[int] = set()
        self._done: dict[int, Any] = {}

    def run(self, sources: Iterator[str | bytes | Source | Failure]) -> Iterator[Any]:
        """Give out answers in the order of the sources."""
        read, given, more = 0, 0, True
        while more or given < read:
            while more and read - given < (len(self._workers) or 1) * _LOOK_AHEAD:
                try:
                    source = next(sources)
                except StopIteration:
                    more = False
                    break
                self._admit(read, source)
                read += 1
            self._hand_out()
            if given < read and given not in self._done:
                self._collect()
            while given in self._done:
                yield self._done.pop(given)
                given += 1

    def _admit(self, number: int, source: str | bytes | Source | Failure) -> None:
        if isinstance(source, Failure):
            self._done[number] = source
            return
        whole = source if isinstance(source, Source) else Source(source)
        self._names[number] = str(number) if whole.id is None else whole.id
        self._waiting.append(Task(number, whole.content, whole.format, whole.url))

    def _hand_out(self) -> None:
        for worker in self._workers:
            self._hand_to(worker)
        while self._waiting and len(self._workers) < self._jobs:
            self._workers.append(Worker(self._parser))
            self._hand_to(self._workers[-1])

    def _hand_to(self, worker: Worker) -> None:
        while self._waiting and len(worker.tasks) <= _CHUNK // 2:
            alone = self._waiting[0].number in self._crashed
            if alone and worker.tasks:
                break
            size = 1 if alone else min(_CHUNK, len(self._waiting))
            worker.give([self._waiting.popleft() for _ in range(size)])
            if alone:
                break

    def _collect(self) -> None:
        """Wait until a worker answers, ends, or has had its time."""
        now = time.monotonic()
        busy = [worker for worker in self._workers if worker.tasks]
        patience = max(0.0, min(worker.since for worker in busy) + self._time_limit - now)
        ready = wait([worker.pipe for worker in busy], min(patience, _MEMORY_TICK))
        for worker in busy:
            if worker.pipe in ready:
                self._take(worker)
            elif time.monotonic() - worker.since > self._time_limit:
                self._set_aside(worker, FailureKind.TIMEOUT, f"took longer than {self._time_limit:g} seconds")
            elif self._swollen(worker.process_id):
                self._set_aside(worker, FailureKind.MEMORY, "its process grew over the memory limit")

    def _take(self, worker: Worker) -> None:
        try:
            reply = worker.receive()
        except EOFError:
            self._after_a_crash(worker)
            return
        if reply is not None:
            name = self._names.pop(reply.number)
            article, why_not = reply.opened()
            self._done[reply.number] = Failure(name, FailureKind.ERROR, why_not) if article is None else article

    def _after_a_crash(self, worker: Worker) -> None:
        """Try the document that was at work once more, alone; a second crash is its own doing."""
        task = worker.tasks[0]
        if task.number in self._crashed:
            self._set_aside(worker, FailureKind.CRASH, f"its process ended with {worker.exit_status()}, twice")
            return
        self._crashed.add(task.number)
        self._replace(worker, list(worker.tasks))

    def _set_aside(self, worker: Worker, kind: FailureKind, message: str) -> None:
        task = worker.tasks[0]
        self._done[task.number] = Failure(self._names.pop(task.number), kind, message)
        self._replace(worker, list(worker.tasks)[1:])

    def _replace(self, worker: Worker, unfinished: list[Task]) -> None:
        worker.kill()
        self._waiting.extendleft(reversed(unfinished))
        self._workers[self._workers.index(worker)] = Worker(self._parser)

    def stop(self) -> None:
        """End all workers, whatever they are at."""
        for worker in self._workers:
            worker.kill()
