"""The command ``newskit batch``: its arguments, and the batch that they describe."""

import argparse
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from newskit.batch import Batch, OnError, Summary
from newskit.errors import NewskitError
from newskit.formats.inputs import Fields
from newskit.formats.parts import PartFormat
from newskit.pool import MOST_JOBS
from newskit.worker import Parses


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``newskit batch``."""
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="a file, a pattern or a folder: .html .htm .xhtml .txt .jsonl .parquet .warc, .gz .zst",
    )
    parser.add_argument("-o", "--out", type=Path, required=True, help="a folder for the parts")
    parser.add_argument(
        "--to", choices=_values(PartFormat), default=PartFormat.JSON_LINES.value, help="default: %(default)s"
    )
    parser.add_argument("--jobs", type=_jobs, help="processes (default: all cores)")
    parser.add_argument("--resume", action="store_true", help="go on where an earlier run of the same batch stopped")
    parser.add_argument(
        "--on-error", choices=_values(OnError), default=OnError.RECORD.value, help="default: %(default)s"
    )
    parser.add_argument(
        "--part-size", type=_at_least_one, default=1000, help="documents in a part (default: %(default)s)"
    )
    parser.add_argument(
        "--time-limit", type=_seconds, default=60.0, help="seconds a document may take (default: %(default)s)"
    )
    parser.add_argument("--memory-limit", type=_at_least_one, help="MiB a process may hold (default: no limit)")
    parser.add_argument(
        "--text-field", default="text", help="field or column of the text or page (default: %(default)s)"
    )
    parser.add_argument("--id-field", default="id", help="field or column of the id (default: %(default)s)")
    parser.add_argument("--url-field", default="url", help="field or column of the address (default: %(default)s)")


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)


def _at_least_one(word: str) -> int:
    try:
        number = int(word)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number, at least 1, not {word}")
    return number


def _jobs(word: str) -> int:
    number = _at_least_one(word)
    if number > MOST_JOBS:
        raise argparse.ArgumentTypeError(f"must be at most {MOST_JOBS}, not {word}")
    return number


def _seconds(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        number = 0
    if not number > 0:  # nor “nan”
        raise argparse.ArgumentTypeError(f"must be a number of seconds above 0, not {word}")
    return number


def run(options: argparse.Namespace, make_parser: Callable[[], Parses]) -> Summary:
    """Run the batch that the arguments describe; ``make_parser`` makes the parser of each process.

    Raises `NewskitError` where an extra is missing, and what `Batch.run` raises.
    """
    batch = Batch(
        tuple(options.inputs),
        options.out,
        make_parser,
        options.jobs,
        Fields(options.text_field, options.id_field, options.url_field),
        options.part_size,
        OnError(options.on_error),
        options.time_limit,
        options.memory_limit and options.memory_limit << 20,
        PartFormat(options.to),
    )
    try:
        return batch.run(resume=options.resume)
    except ImportError as error:
        raise NewskitError(f"{error}: pip install 'newskit[batch]', for Parquet [arrow], for WARC [warc]") from error
