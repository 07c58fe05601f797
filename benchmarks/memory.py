"""Shows that memory does not grow with the number of articles: the resident sets of `newskit.parse_many` on the way.

usage: python benchmarks/memory.py [--articles 100000] [--jobs 1] [--disable PLUGIN …]

Needs psutil. Every article is another one, made up on the way, short, with a quote. Prints a line each time their number has
doubled, and at the end by how much the memory at the end is more than at the eighth of the way.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from functools import partial

import psutil

from newskit import Parser, parse_many

_PLACES = ("the harbour", "the town hall", "the old mill", "the school", "the river", "the market")
_DEEDS = ("was shut", "opens again", "is to be sold", "was flooded", "gets a new roof", "stays as it is")
_SYLLABLES = ("ka", "lo", "mi", "ren", "to", "sar", "vel", "dun", "pe", "hol", "an", "bri")


def articles(count: int) -> Iterator[str]:
    """Make so many short articles, all different, always the same."""
    draw = random.Random(2026)  # noqa: S311 - words, no secret
    for number in range(count):
        name = f"{_name(draw)} {_name(draw)}"
        place, deed = draw.choice(_PLACES), draw.choice(_DEEDS)
        yield (
            f"{place.capitalize()} of {_name(draw)} {deed}\n\n"
            f"{place.capitalize()} {deed}, the council of {_name(draw)} decided on Monday after {number} letters.\n\n"
            f"“{draw.choice(_PLACES).capitalize()} {draw.choice(_DEEDS)},” {name} said. She would not say more.\n"
        )


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=3)).capitalize()


def resident() -> tuple[float, float]:
    """Read the resident sets of this process and of the largest that parses, in MiB."""
    here = psutil.Process()
    sizes = [
        child.memory_info().rss for child in here.children() if "resource_tracker" not in " ".join(child.cmdline())
    ]
    return here.memory_info().rss / 2**20, max(sizes) / 2**20


def made(disable: tuple[str, ...]) -> Parser:
    """Make the parser of a process."""
    return Parser(disable=disable)


def watch(count: int, jobs: int, parser: Callable[[], Parser]) -> None:
    """Parse, and print the memory at each checkpoint."""
    marks = [max(1, count >> half) for half in range(7, -1, -1)]
    seen: dict[int, tuple[float, float]] = {}
    began = time.perf_counter()
    for number, _ in enumerate(parse_many(articles(count), jobs=jobs, parser=parser), 1):
        if number in marks and number not in seen:
            seen[number] = resident()
            rate = number / (time.perf_counter() - began)
            print(
                f"{number:9,d} articles: parent {seen[number][0]:6.1f} MiB, process {seen[number][1]:6.1f} MiB, {rate:.0f}/s"
            )
    (early_parent, early_process), (parent, process) = seen[marks[-4]], seen[marks[-1]]
    print(
        f"from {marks[-4]:,d} to {marks[-1]:,d} articles the parent grew {parent / early_parent:.3f} times, "
        f"a process {process / early_process:.3f} times"
    )


def main() -> None:
    """Read the arguments, and watch."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--disable", nargs="*", default=[])
    given = arguments.parse_args()
    watch(given.articles, given.jobs, partial(made, tuple(given.disable)))


if __name__ == "__main__":
    main()
