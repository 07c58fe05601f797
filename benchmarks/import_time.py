"""Times ``import newskit`` against a bare start of Python: whole processes, in turn.

usage: python benchmarks/import_time.py [--rounds 15]
"""

import argparse
import statistics
import subprocess
import sys
import time


def milliseconds(code: str) -> float:
    """Wall time of one Python process."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own interpreter and code
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Time both in turn and print the medians."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("--rounds", type=int, default=15)
    rounds = arguments.parse_args().rounds
    milliseconds("import newskit")  # so that byte code is written
    pairs = [(milliseconds("import newskit"), milliseconds("pass")) for _ in range(rounds)]
    extra = [ours - bare for ours, bare in pairs]
    print(f"bare Python {statistics.median(bare for _, bare in pairs):.0f} ms")
    print(f"import newskit {statistics.median(extra):.0f} ms more (from {min(extra):.0f} to {max(extra):.0f})")


if __name__ == "__main__":
    main()
