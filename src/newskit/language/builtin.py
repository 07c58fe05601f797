"""The languages that come with newskit: one file of words each, beside this one."""

import tomllib
from functools import cache
from pathlib import Path

from newskit.hooks import hookimpl
from newskit.model.language import Language

_FOLDER = Path(__file__).parent


@hookimpl
def newskit_language(code: str) -> Language | None:
    """Read the words of a language from ``<code>.toml``; its keys are the fields of `Language`."""
    return _read(code) if code.isalpha() and (_FOLDER / f"{code}.toml").exists() else None


@cache
def _read(code: str) -> Language:
    return Language(code, **tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8")))
