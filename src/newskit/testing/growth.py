"""How the time of a parser grows with its text."""

import gc
import math
import time
from collections.abc import Callable

#: Growth from one size to four times it may not exceed this power of the size: 1 is linear, 2 quadratic.
STEEPEST = 1.6
#: A call of so many seconds can be timed.
_LONG_ENOUGH = 0.012
#: What patterns start again at: each is repeated to a text of any size.
STUMBLING_PIECES = (
    "a ", "a", "“", "”", '"', "'", "''", "«", " \n", "\n", "\r", " ", "(", "<", "<p>", "<div>", "&", "A. ", "A b. ", "said ",
    "Ada Moss ", "“a” said A B. ", "“a\n\n", "By A B\n", "Copyright 2020. ", "a, b, ", "according to ", "— ", "http://a.b/ ", "A: b\n",
)  # fmt: skip


def steepness(parse: Callable[[str], object], piece: str) -> float:
    """Measure the power with which a function's time grows with a text that repeats a piece: 1 is linear, 2 quadratic.

    Where one measurement looks steep two more are made, and the flattest counts: other programs make single timings wrong.
    """
    power = _measured_power(parse, piece)
    return power if power <= STEEPEST else min(power, *(_measured_power(parse, piece) for _ in range(2)))


def _measured_power(parse: Callable[[str], object], piece: str) -> float:
    """Measure at the size where a call takes long enough to be timed."""
    size, took = 2_000, _seconds(parse, piece, 2_000)
    while took < _LONG_ENOUGH and size < 100_000:
        size = min(100_000, int(size * max(2, 1.2 * _LONG_ENOUGH / took)))
        took = _seconds(parse, piece, size)
    return math.log(_seconds(parse, piece, 4 * size) / took, 4)


def _seconds(parse: Callable[[str], object], piece: str, size: int) -> float:
    text = piece * (1 + size // len(piece))
    gc.collect(1)  # the youngest: what the last parse left, and not all objects of the process
    gc.disable()  # its visits grow with all objects of the process, not with the text
    try:
        began = time.process_time()
        parse(text)
        return max(time.process_time() - began, 1e-3)
    finally:
        gc.enable()
