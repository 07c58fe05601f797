"""The languages that come with newskit: one file of words each, beside this one."""

import tomllib
from functools import cache
from pathlib import Path

from newskit.errors import NewskitError
from newskit.hooks import hookimpl
from newskit.model.language import Language

_FOLDER = Path(__file__).parent


@hookimpl
def newskit_language(code: str) -> Language | None:
    """Read the words of a language from ``<code>.toml``; its keys are the fields of `Language`.

    Raises `NewskitError`, a problem of every article in that language, where there is such a file but it makes no sense.
    """
    return _read(code) if code.isalpha() and (_FOLDER / f"{code}.toml").exists() else None


@cache
def _read(code: str) -> Language:
    path = _FOLDER / f"{code}.toml"
    try:
        return Language(code, **tomllib.loads(path.read_text(encoding="utf-8")))
    except (
        OSError,
        TypeError,
        ValueError,
    ) as error:  # unreadable; a key that no Language has; no UTF-8, TOML or list of words
        raise NewskitError(f"{path} holds no words of a language: {error}") from error
