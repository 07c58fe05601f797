"""The languages that come with newskit: one file of words each, beside this one."""

import tomllib
from pathlib import Path

from newskit.hooks import hookimpl
from newskit.model.language import Language

_FOLDER = Path(__file__).parent


@hookimpl
def newskit_language(code: str) -> Language | None:
    """Read the words of a language from ``<code>.toml``; its keys are the fields of `Language`."""
    path = _FOLDER / f"{code}.toml"
    if not code.isalpha() or not path.exists():
        return None
    return Language(code, **tomllib.loads(path.read_text(encoding="utf-8")))
