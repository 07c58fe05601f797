"""The words of Czech for newskit: they stand in words.toml, whose keys are the fields of `newskit.Language`."""

from functools import cache
from importlib.resources import files

from newskit import hookimpl, read_language


@hookimpl
def newskit_language(code):
    """Give the words of Czech; None for any other language."""
    return _czech() if code == "cs" else None


@cache
def _czech():
    return read_language("cs", files(__name__) / "words.toml")
