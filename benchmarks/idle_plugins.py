"""Shows what the engine itself costs: parses with 10 and 50 plugins that answer every hook with nothing, against none.

usage: python benchmarks/idle_plugins.py FILE [--rounds 5] [--parses 100]
"""

import argparse
import statistics
from functools import partial
from pathlib import Path

from timing import side_by_side

from newskit import Parser, hookimpl


class Idle:
    """Answers every hook with nothing."""

    def __init__(self, number: int) -> None:
        self.__name__ = f"idle-{number}"

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
    """Time each number of idle plugins beside none."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--parses", type=int, default=100, help="parses in a round")
    given = arguments.parse_args()
    text = given.file.read_text(encoding="utf-8")
    bare = partial(_often, Parser(), text, given.parses)
    for count in (10, 50):
        idle = partial(_often, Parser([Idle(number) for number in range(count)]), text, given.parses)
        ratio = side_by_side(idle, bare, given.rounds)
        each = statistics.median(ratio.ours) / given.parses
        print(f"{count} idle plugins: {each * 1e6:.0f} µs a parse, {ratio} one without them")


def _often(parser: Parser, text: str, parses: int) -> None:
    for _ in range(parses):
        parser.parse(text)


if __name__ == "__main__":
    main()
