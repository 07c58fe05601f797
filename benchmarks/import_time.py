"""Times ``import newskit`` against a bare start of Python, and against importing other packages: whole processes, in turn.

usage: python benchmarks/import_time.py [--rounds 15] [--peers trafilatura …]

Peers that are not installed are left out.
"""

import argparse
import resource
import statistics
import subprocess
import sys
from importlib.util import find_spec

from timing import Ratio


def milliseconds(code: str) -> float:
    """Process time of one Python process."""
    before = _spent()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own interpreter and code
    return (_spent() - before) * 1000


def _spent() -> float:
    """Seconds that all processes took that were started here and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Time all in turn and print the medians."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--peers", nargs="*", default=["trafilatura"])
    given = arguments.parse_args()
    peers = [name for name in given.peers if find_spec(name)]
    codes = ["pass", "import newskit", *(f"import {name}" for name in peers)]
    for code in codes[1:]:
        milliseconds(code)  # so that byte code is written
    bare, ours, *others = zip(*([milliseconds(code) for code in codes] for _ in range(given.rounds)), strict=True)
    extra = [mine - none for mine, none in zip(ours, bare, strict=True)]
    print(f"bare Python {statistics.median(bare):.0f} ms; import newskit takes {Ratio(ours, bare)} that")
    print(f"import newskit {statistics.median(extra):.0f} ms more (from {min(extra):.0f} to {max(extra):.0f})")
    for name, theirs in zip(peers, others, strict=True):
        print(f"import {name} {statistics.median(theirs):.0f} ms; import newskit takes {Ratio(ours, theirs)} that")


if __name__ == "__main__":
    main()
