"""The languages that come with newskit: one file of words each, beside this one."""

from functools import cache
from pathlib import Path

from newskit.hooks import hookimpl
from newskit.language.files import read_language
from newskit.model.language import Language

_FOLDER = Path(__file__).parent


@hookimpl
def newskit_language(code: str) -> Language | None:
    """Read the words of a language from ``<code>.toml``; its keys are the fields of `Language`.

    Raises `LanguageError`, a problem of every article in that language, where there is such a file but it makes no sense.
    """
    return _read(code) if code.isalpha() and (_FOLDER / f"{code}.toml").exists() else None


@cache
def _read(code: str) -> Language:
    return read_language(code, _FOLDER / f"{code}.toml")
