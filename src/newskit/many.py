"""Many documents on all cores: an ordered, lazy stream of articles in which one bad document costs only itself.

Documents are parsed in processes of their own. One that crashes its process, takes too long or too much memory is set aside
as a `Failure` in its place; the process is replaced, and every other document's article arrives, in order, exactly once.
"""

from collections.abc import Callable, Iterable, Iterator

from newskit.errors import UsageError
from newskit.model.article import Article
from newskit.model.stream import Failure, Source
from newskit.parser import Parser, default_parser


def parse_many(
    sources: Iterable[str | bytes | Source | Failure],
    *,
    jobs: int | None = None,
    parser: Callable[[], Parser] = default_parser,
    time_limit: float = 60.0,
    memory_limit: int | None = None,
) -> Iterator[Article | Failure]:
    """Parse a stream of documents on several cores.

    Args:
        sources: Read lazily, a bounded number ahead of what is given out. A `Failure` among them (a document that could not
            be read) comes out in its place.
        jobs: Processes to use, at most 1,024; all cores if None. Each is started when there is work for it.
        parser: Makes the parser of a process. A function of a module, since processes are spawned.
        time_limit: Seconds that one document may take.
        memory_limit: Bytes that one process may hold; None sets no limit. Needs the extra “batch” (psutil).

    Yields:
        An `Article`, or a `Failure` in its place, for each source in its order.

    Raises:
        UsageError: ``sources`` is one text and no iterable of texts, or ``jobs`` or a limit makes no sense.
        NewskitError: ``parser`` cannot make a parser, no process can be started, or psutil is wanted and missing.

    A script that calls this needs the usual guard of programs that spawn processes::

        if __name__ == "__main__":
            for article in parse_many(texts):
                print(article.headline)
    """
    if isinstance(sources, str | bytes):  # or each of its characters would be a document
        raise UsageError("parse_many takes an iterable of texts, not one: write [text], or newskit.parse(text)")
    from newskit.pool import results  # noqa: PLC0415 - multiprocessing is a third of the cost of importing newskit

    yield from results(iter(sources), parser, jobs, time_limit, memory_limit)
