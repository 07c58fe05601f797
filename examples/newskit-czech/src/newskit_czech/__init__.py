"""The words of Czech for newskit: they stand in words.toml, whose keys are the fields of `newskit.Language`."""

import tomllib
from functools import cache
from importlib.resources import files

from newskit import Language, hookimpl


@hookimpl
def newskit_language(code):
    """Give the words of Czech; None for any other language."""
    return _czech() if code == "cs" else None


@cache
def _czech():
    return Language("cs", **tomllib.loads((files(__name__) / "words.toml").read_text(encoding="utf-8")))
