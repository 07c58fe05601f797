"""One process that parses documents for another: what is sent to it, what comes back, how it is ended."""

import os
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, Protocol

import attrs

from newskit.errors import NewskitError, in_words


class Parses(Protocol):
    """What a worker needs of a parser; `newskit.parser.Parser` is one."""

    def parse(self, source: str | bytes, *, format: str | None = None, url: str | None = None) -> Any: ...


@attrs.frozen
class Task:
    """A document on its way to a worker."""

    #: Its place in the stream.
    number: int
    content: str | bytes
    format: str | None
    url: str | None


@attrs.frozen
class Reply:
    """An answer on its way back: the article, or why there is none."""

    number: int
    #: Pickled by itself, so that an article which cannot be packed or opened is no more than a failure of its own.
    packed: bytes | None
    error: str = ""

    def opened(self) -> tuple[Any, str]:
        """Give the article, or None and why there is none."""
        if self.packed is None:
            return None, self.error
        try:
            return pickle.loads(self.packed), ""  # noqa: S301 - our own process packed it
        except Exception as error:  # noqa: BLE001 - the types of plugins may raise anything
            return None, f"its article cannot be unpickled: {in_words(error)}"


class Worker:
    """The near end of a process that parses. Raises `NewskitError` where none can be started."""

    def __init__(self, make_parser: Callable[[], Parses]) -> None:
        context = get_context("spawn")
        try:
            self.pipe, far_end = context.Pipe()
            self._process = context.Process(target=_work, args=(far_end, make_parser), daemon=True)
            with one_thread_each(), interrupts_held():
                self._process.start()
        except OSError as error:
            raise NewskitError(
                f"cannot start one more process: {error.strerror or error}; take fewer jobs, or raise the limit (ulimit)"
            ) from error
        far_end.close()
        self._started = False
        #: Documents that were handed over and not answered; the first is the one at work.
        self.tasks: deque[Task] = deque()
        #: When the document at work was begun, on the monotonic clock; infinite while the process starts.
        self.since = float("inf")

    @property
    def process_id(self) -> int:
        """The operating system's number of the process."""
        return self._process.pid or 0

    def give(self, tasks: list[Task]) -> None:
        """Hand documents over. They are answered one by one, in order."""
        if self._started and not self.tasks:
            self.since = time.monotonic()
        self.tasks.extend(tasks)
        with suppress(BrokenPipeError, ConnectionResetError):  # the process has ended: receive() will say so
            self.pipe.send(tasks)

    def receive(self) -> Reply | None:
        """Take the next answer; None for the word that the process has started.

        Raises `EOFError` where the process has ended, `NewskitError` where it could not start.
        """
        try:
            reply = self.pipe.recv()
        except (EOFError, OSError) as error:
            if not self._started:
                raise NewskitError(f"a worker process ended while it started, with {self.exit_status()}") from error
            raise EOFError from error
        self.since = time.monotonic()
        if isinstance(reply, Reply):
            self.tasks.popleft()
            return reply
        if reply is not None:
            raise NewskitError(f"a worker process cannot make its parser: {reply}")
        self._started = True
        return None

    def exit_status(self) -> str:
        """Say how the process ended."""
        self._process.join(1)
        code = self._process.exitcode
        return f"signal {signal.Signals(-code).name}" if code and code < 0 else f"exit status {code}"

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


#: What tells the libraries beneath numpy how many threads to use; they read it when they are loaded.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Have processes that are started meanwhile calculate with one thread, unless the user has said otherwise.

    Each has a core to itself; with as many threads as cores in each they would wait for one another most of the time. The
    tagger sees to itself (newskit/learned/one_thread.py); this is for what plugins count, too.
    """
    unset = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back meanwhile, here and in processes that are started, until these say that it is not theirs to handle.

    A terminal sends it to all processes; one that is still being imported would write a traceback. Windows has no such hold.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # multiprocessing starts it with the first process, and lets go of the signal then
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, make_parser: Callable[[], Parses]) -> None:
    """Parse what comes until the other end closes, or is killed: then nobody waits for the rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    with suppress(BrokenPipeError, ConnectionResetError):
        try:
            parser = make_parser()
        except Exception as error:  # noqa: BLE001 - it is told to the parent, which raises
            pipe.send(in_words(error))
            return
        pipe.send(None)
        tasks: SimpleQueue[Task | None] = SimpleQueue()
        Thread(target=_listen, args=(pipe, tasks), daemon=True).start()
        while (task := tasks.get()) is not None:
            pipe.send(_parsed(parser, task))


def _listen(pipe: Connection, tasks: "SimpleQueue[Task | None]") -> None:
    """Take tasks in while others are at work, so that neither end waits for the other to read."""
    try:
        while True:
            for task in pipe.recv():
                tasks.put(task)
    except (EOFError, OSError):  # the parent has ended
        tasks.put(None)


def _parsed(parser: Parses, task: Task) -> Reply:
    try:
        article = parser.parse(task.content, format=task.format, url=task.url)
    except Exception as error:  # noqa: BLE001 - it becomes the document's Failure
        return Reply(task.number, None, in_words(error))
    try:
        return Reply(task.number, pickle.dumps(article, pickle.HIGHEST_PROTOCOL))
    except Exception as error:  # noqa: BLE001 - the types of plugins may raise anything
        return Reply(task.number, None, f"its article cannot be pickled: {in_words(error)}")
