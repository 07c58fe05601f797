"""Matrix products on the thread that asks for them, however many the library beneath numpy would take.

The products of a text are small: with as many threads as cores, these wait for one another more than they count. On two busy
cores that took four times as long as one thread, and as much more of the processors.
"""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Let matrix products take one thread for as long as the context lasts, then as many as before.

    The limit is the process's. Where another thread has set it, and lives, that one's word holds and nothing changes here.

    >>> with one_thread():
    ...     pass  # numpy.matmul, …
    """
    limit: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _libraries() -> ThreadpoolController:
    """Find the libraries that are loaded: once, since that takes a millisecond."""
    return ThreadpoolController()
