"""What a given name tells: “she” behind Ann Poe is Ann. A plugin of its own, since it is a guess about people whom a text only names.

Without it (``disable=["given_names"]``) a text's own titles, roles and pronouns tell who is a he and who is a she.
"""

from functools import cache
from pathlib import Path

from newskit.hooks import hookimpl
from newskit.language.files import read_language
from newskit.model.language import Language

#: The language whose texts are read with these names, wherever the people are from.
_CODE = "en"


@hookimpl
def newskit_language(code: str) -> Language | None:
    """Give the names whose bearers are nearly all women, and those whose bearers are nearly all men."""
    return _names() if code == _CODE else None


@cache
def _names() -> Language:
    return read_language(_CODE, Path(__file__).with_suffix(".toml"))
