import numpy as np
import pytest

from newskit.learned.weights import read_weights, write_weights


def test_what_is_written_is_read_back(tmp_path):
    path = tmp_path / "some.weights"
    numbers = np.arange(6, dtype=np.int8).reshape(2, 3)
    words = np.frombuffer("oui\nnon\ncafé".encode(), np.uint8)
    write_weights(path, {"dilations": [1, 2]}, {"table": numbers, "scale": np.float32(0.5), "words": words})
    weights = read_weights(path)
    assert weights.header["dilations"] == [1, 2]
    assert weights.tensors["table"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert weights.tensors["scale"] == 0.5
    assert weights.words("words") == ["oui", "non", "café"]


def test_another_file_is_refused_by_name(tmp_path):
    path = tmp_path / "other.json"
    path.write_text('{"a": 1}\n')
    with pytest.raises(ValueError, match=r"other\.json is no file of weights"):
        read_weights(path)
