from threading import Event, Thread

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from newskit.learned.network import Network
from newskit.learned.one_thread import one_thread
from newskit.learned.tagger import ENGLISH, tag
from newskit.learned.weights import read_weights


def threads():
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def two_threads():
    np.matmul(np.ones((2, 2)), np.ones((2, 2)))
    if not threads():
        pytest.skip(
            "numpy multiplies here by a library whose threads nobody can set, such as Accelerate: nothing to limit"
        )
    with threadpool_limits(2, "blas"):
        assert threads() == {2}
        yield


def test_inside_there_is_one_and_outside_there_are_as_many_as_before():
    with one_thread():
        assert threads() == {1}
    assert threads() == {2}


def test_an_error_inside_takes_the_limit_away_too():
    with pytest.raises(ZeroDivisionError), one_thread():
        _ = 1 / 0
    assert threads() == {2}


def test_two_threads_at_once_leave_no_limit_behind_and_lift_none_that_the_other_needs():
    entered, leave = Event(), Event()

    def stay():
        with one_thread():
            entered.set()
            leave.wait()

    with one_thread():
        other = Thread(target=stay)
        other.start()
        entered.wait()
    assert threads() == {2}
    with one_thread():
        leave.set()
        other.join()
        assert threads() == {1}
    assert threads() == {2}


def test_the_tagger_counts_on_one_thread():
    seen = []

    class Watched(Network):
        def window_scores(self, *given):
            seen.append(threads())
            return super().window_scores(*given)

    tag("The bridge is safe, the mayor said.", bytes(40), Watched(read_weights(ENGLISH)))
    assert seen == [{1}]
    assert threads() == {2}
