"""The file of weights: a line of JSON that says what is in it, then the numbers, nothing else.

The first line names every tensor with its type, its shape and where it begins behind the line; `head -1` shows it. The
file holds numbers and two lists of words; reading it runs no code.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

FORMAT = "newskit tagger 2"

Tensor = NDArray[Any]


@attrs.frozen(eq=False)
class Weights:
    """What a file of weights holds."""

    header: Mapping[str, Any]
    """The first line: `format`, `about` (where the weights come from), `dilations`, and what else the trainer notes."""

    tensors: Mapping[str, Tensor]
    """The arrays by name."""

    def words(self, name: str) -> list[str]:
        """A list of words that is kept as one tensor of UTF-8 bytes, a line for each."""
        return bytes(self.tensors[name]).decode("utf-8").split("\n")


def read_weights(path: Path) -> Weights:
    """Read a file that `write_weights` wrote; ValueError where it is another kind of file."""
    line, _, numbers = path.read_bytes().partition(b"\n")
    header = json.loads(line)
    if header.get("format") != FORMAT:
        raise ValueError(f"{path} is no file of weights of the format {FORMAT!r}: its first line says {line[:80]!r}")
    tensors = {
        name: np.frombuffer(numbers, dtype, int(np.prod(shape)), offset).reshape(shape)
        for name, (dtype, shape, offset) in header["tensors"].items()
    }
    return Weights(header, tensors)


def write_weights(path: Path, header: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> None:
    """Write `tensors` (little-endian) behind a first line that holds `header` and their places."""
    places, offset = {}, 0
    arrays = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
    for name, array in arrays.items():
        places[name] = (array.dtype.newbyteorder("<").str, list(array.shape), offset)
        offset += array.nbytes
    line = json.dumps({"format": FORMAT, **header, "tensors": places}, ensure_ascii=False)
    numbers = (array.astype(array.dtype.newbyteorder("<")).tobytes() for array in arrays.values())
    path.write_bytes(line.encode() + b"\n" + b"".join(numbers))
