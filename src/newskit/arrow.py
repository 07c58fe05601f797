r"""Articles in Apache Arrow: a batch of documents in, a batch of rows out, for pandas, polars, Ray, Spark and all that speak Arrow.

Needs the extra “arrow” (pyarrow). Every document becomes one row of `SCHEMA`, in its place; one that fails is a row with its
``failure``, never an exception.

>>> import pyarrow as pa
>>> from newskit.arrow import parse_batch
>>> texts = pa.RecordBatch.from_pylist([{"id": "a", "text": "Rain on Sunday\n\n“Stay in,” said Ada Moss."}])
>>> parse_batch(texts).column("quotes")[0][0]["speaker"]["name"].as_py()
'Ada Moss'
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

import attrs

from newskit.errors import InputError, in_words
from newskit.model.article import Article
from newskit.model.stream import Failure, FailureKind, Source
from newskit.parser import Parser, default_parser
from newskit.pool import results

try:
    import pyarrow as pa

    from newskit.formats.rows import SCHEMA, Row, article_row, as_batch, failure_row
except ImportError as error:
    raise ImportError("newskit.arrow needs pyarrow: pip install 'newskit[arrow]'") from error

__all__ = ["SCHEMA", "parse_batch", "parse_batches"]

#: The ids of the documents of one batch.
_Names = list[str | None]


def parse_batch(batch: pa.RecordBatch | pa.Table, **options: Any) -> pa.RecordBatch | pa.Table:
    """Parse the documents of a batch.

    Args:
        batch: A ``pyarrow.RecordBatch``, or a ``pyarrow.Table``, which Ray and Hugging Face datasets give.
        options: Those of `parse_batches`.

    Returns:
        A batch of `SCHEMA`, of the type that was given, with a row for each of its rows, in order.

    Raises:
        InputError: ``batch`` has no column of the name that ``text`` gives.
        NewskitError: The parser cannot be made.
    """
    if isinstance(batch, pa.Table):
        return pa.Table.from_batches(parse_batches(batch.to_batches(), **options), SCHEMA)
    return next(parse_batches([batch], **options))


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str = "id",
    url: str = "url",
    format: str | None = None,
    parser: Callable[[], Parser] = default_parser,
    jobs: int | None = None,
    time_limit: float = 60.0,
    memory_limit: int | None = None,
) -> Iterator[pa.RecordBatch]:
    """Parse a stream of batches, one after the other: what Spark's ``mapInArrow`` calls for each partition.

    Args:
        batches: Of ``pyarrow.RecordBatch``.
        text: The column of the texts or pages: strings, or bytes, which are decoded as `newskit.parse` does.
        id: The column of the ids, of any type; where there is none, the ids of the rows are null.
        url: The column of the addresses; there need not be one.
        format: “text” or “html”; None looks at each document.
        parser: Makes the parser. A function of a module where ``jobs`` is given.
        jobs: None parses in this process. A number parses in so many processes of their own, which live as long as the
            stream: a document that crashes, hangs or swells its process costs only its own row. Starting them takes about
            a second.
        time_limit: Seconds that one document may take, where ``jobs`` is given.
        memory_limit: Bytes that one process may hold, where ``jobs`` is given. Needs the extra “batch” (psutil).

    Yields:
        A ``pyarrow.RecordBatch`` of `SCHEMA` for each one given, with as many rows.

    Raises:
        InputError: A batch has no column of the name that ``text`` gives.
        UsageError: ``jobs`` or a limit is not above 0.
        NewskitError: The parser cannot be made.
    """
    columns = _Columns(text, id, url, format)
    waiting: deque[_Names] = deque()
    sources = columns.sources(batches, waiting)
    if jobs is None:
        found: Iterator[Any] = map(partial(_parsed_here, _in_this_process(parser)), sources)
    else:
        found = results(sources, parser, jobs, time_limit, memory_limit)
    rows: list[Row] = []
    for result in found:
        while not waiting[0]:
            waiting.popleft()
            yield as_batch([])
        name = waiting[0][len(rows)]
        make_row = failure_row if isinstance(result, Failure) else article_row
        rows.append(make_row(name, result.to_dict()))
        if len(rows) == len(waiting[0]):
            waiting.popleft()
            yield as_batch(rows)
            rows = []
    for _ in waiting:
        yield as_batch([])


@attrs.frozen
class _Columns:
    """What the columns of the documents are called, and the format of all of them."""

    text: str
    id: str
    url: str
    format: str | None

    def sources(self, batches: Iterable[pa.RecordBatch], waiting: "deque[_Names]") -> Iterator[Source | Failure]:
        """Give the documents of batches one by one; the ids of each batch go to ``waiting`` as it is begun."""
        for batch in batches:
            if self.text not in batch.schema.names:
                raise InputError(f"no column {self.text!r} among {', '.join(batch.schema.names)}: name it with text=…")
            texts = batch.column(self.text)
            names, addresses = self._optional(batch, self.id), self._optional(batch, self.url)
            waiting.append([None if (name := _value(names, row)) is None else str(name) for row in range(len(texts))])
            for row in range(len(texts)):
                yield self._source(_value(texts, row), _value(addresses, row))

    def _optional(self, batch: pa.RecordBatch, name: str) -> pa.Array | None:
        return batch.column(name) if name in batch.schema.names else None

    def _source(self, text: object, url: object) -> Source | Failure:
        if isinstance(text, str | bytes):
            return Source(text, None, self.format, url if isinstance(url, str) else None)
        return Failure("", FailureKind.ERROR, f"its column {self.text!r} holds no text")


def _value(column: pa.Array | None, row: int) -> object:
    """Read one value; a string that is not UTF-8, which Arrow does not check, reads as the bytes that it is."""
    if column is None:
        return None
    value = column[row]
    try:
        return value.as_py()
    except UnicodeDecodeError:
        return value.as_buffer().to_pybytes()


@lru_cache(maxsize=4)
def _in_this_process(make_parser: Callable[[], Parser]) -> Parser:
    return make_parser()


def _parsed_here(parser: Parser, source: Source | Failure) -> Article | Failure:
    if isinstance(source, Failure):
        return source
    try:
        return parser.parse(source.content, format=source.format, url=source.url)
    except Exception as error:  # noqa: BLE001 - it becomes the failure of its row
        return Failure("", FailureKind.ERROR, in_words(error))
