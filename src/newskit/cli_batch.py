"""The command ``newskit batch``: its arguments, and the batch that they describe."""

import argparse
from collections.abc import Callable
from pathlib import Path

from newskit.batch import Batch, OnError, Summary
from newskit.errors import NewskitError
from newskit.formats.inputs import Fields
from newskit.formats.parts import PartFormat
from newskit.worker import Parses


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``newskit batch``."""
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="a file, a pattern or a folder: .html .txt .jsonl .parquet .warc, .gz .zst",
    )
    parser.add_argument("-o", "--out", type=Path, required=True, help="a folder for the parts")
    parser.add_argument(
        "--to", choices=tuple(PartFormat), type=PartFormat, default=PartFormat.JSON_LINES, help="default: %(default)s"
    )
    parser.add_argument("--jobs", type=_at_least_one, help="processes (default: all cores)")
    parser.add_argument("--resume", action="store_true", help="go on where an earlier run of the same batch stopped")
    parser.add_argument(
        "--on-error", choices=tuple(OnError), type=OnError, default=OnError.RECORD, help="default: record"
    )
    parser.add_argument(
        "--part-size", type=_at_least_one, default=1000, help="documents in a part (default: %(default)s)"
    )
    parser.add_argument(
        "--time-limit", type=float, default=60.0, help="seconds a document may take (default: %(default)s)"
    )
    parser.add_argument("--memory-limit", type=_at_least_one, help="MiB a process may hold (default: no limit)")
    parser.add_argument(
        "--text-field", default="text", help="field or column of the text or page (default: %(default)s)"
    )
    parser.add_argument("--id-field", default="id", help="field or column of the id (default: %(default)s)")
    parser.add_argument("--url-field", default="url", help="field or column of the address (default: %(default)s)")


def _at_least_one(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {word}")
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
        options.on_error,
        options.time_limit,
        options.memory_limit and options.memory_limit << 20,
        options.to,
    )
    try:
        return batch.run(resume=options.resume)
    except ImportError as error:
        raise NewskitError(f"{error}: pip install 'newskit[batch]', for Parquet [arrow], for WARC [warc]") from error
