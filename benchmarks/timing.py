"""How the benchmarks time: ours and the yardstick in turn, several times, and the ratio of each pair.

Machines are noisy and shared; a ratio of two runs side by side says more than either time. Process time is counted, not wall
time, so that other programs disturb less.
"""

import statistics
import time
from collections.abc import Callable

import attrs


@attrs.frozen
class Ratio:
    """Seconds of two functions over several rounds."""

    ours: tuple[float, ...]
    yardstick: tuple[float, ...]

    @property
    def each(self) -> tuple[float, ...]:
        """Our time over the yardstick's, round by round."""
        return tuple(a / b for a, b in zip(self.ours, self.yardstick, strict=True))

    def __str__(self) -> str:
        each = self.each
        return f"{statistics.median(each):.2f} times (from {min(each):.2f} to {max(each):.2f} in {len(each)} rounds)"


def seconds(work: Callable[[], object]) -> float:
    """Process time of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def side_by_side(ours: Callable[[], object], yardstick: Callable[[], object], rounds: int) -> Ratio:
    """Time two functions in turn, after one call of each that does not count."""
    ours()
    yardstick()
    pairs = [(seconds(ours), seconds(yardstick)) for _ in range(rounds)]
    return Ratio(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))
