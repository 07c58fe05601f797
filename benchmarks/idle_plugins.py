"""Shows what the engine itself costs: parses with 0, 10 and 50 plugins that answer every hook with nothing.

usage: python benchmarks/idle_plugins.py FILE [--rounds 5] [--parses 100]
"""

import argparse
import statistics
from functools import partial
from pathlib import Path

from timing import Ratio, seconds

from newskit import Parser, hookimpl


class Idle:
    """Answers every hook with nothing."""

    def __init__(self, number: int) -> None:
        self.__name__ = f"idle-{number}"

    @hookimpl
    def newskit_read(self) -> None:
        """Read nothing."""

    @hookimpl
    def newskit_language(self) -> None:
        """Know no language."""

    @hookimpl
    def newskit_label(self) -> None:
        """Label nothing."""

    @hookimpl
    def newskit_describe(self) -> None:
        """Describe nothing."""

    @hookimpl
    def newskit_quotes(self) -> None:
        """Find no quotes."""

    @hookimpl
    def newskit_attribute(self) -> None:
        """Attribute nothing."""

    @hookimpl
    def newskit_annotate(self) -> None:
        """Add nothing."""


def main() -> None:
    """Time each number of idle plugins in turn."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--parses", type=int, default=100, help="parses in a round")
    given = arguments.parse_args()
    text = given.file.read_text(encoding="utf-8")
    parsers = {count: Parser([Idle(number) for number in range(count)]) for count in (0, 10, 50)}
    took: dict[int, list[float]] = {count: [] for count in parsers}
    for parser in parsers.values():
        parser.parse(text)
    for _ in range(given.rounds):
        for count, parser in parsers.items():
            took[count].append(seconds(partial(_often, parser, text, given.parses)) / given.parses)
    print(f"  0 idle plugins: {statistics.median(took[0]) * 1e6:.0f} µs a parse (from {min(took[0]) * 1e6:.0f})")
    for count in (10, 50):
        print(f"{count:3d} idle plugins: {Ratio(tuple(took[count]), tuple(took[0]))}")


def _often(parser: Parser, text: str, parses: int) -> None:
    for _ in range(parses):
        parser.parse(text)


if __name__ == "__main__":
    main()
