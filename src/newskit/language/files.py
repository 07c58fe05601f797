"""Reads the words of a language from a file."""

from typing import Final, Protocol

import attrs

from newskit.errors import LanguageError
from newskit.model.language import Language

_LISTS: Final = tuple(field.name for field in attrs.fields(Language) if field.name != "code")


class TextFile(Protocol):
    """What can be read; its ``str`` names it."""

    def read_text(self, encoding: str) -> str: ...


def read_language(code: str, file: TextFile) -> Language:
    """Read the words of a language from a TOML file, whose keys are the fields of `Language`.

    Args:
        code: The code of the language, which the file does not say.
        file: A `pathlib.Path`, or a file inside a package, as `importlib.resources.files` gives it; what has ``read_text``.

    Returns:
        The language, to be answered to the hook ``newskit_language``.

    Raises:
        LanguageError: The file cannot be read, has a key that is no list of a language, or a value that is no list of words.

    >>> from pathlib import Path
    >>> read_language("cs", Path("examples/newskit-czech/src/newskit_czech/words.toml")).cue_phrases
    ('podle', 'dle')
    """
    import tomllib  # noqa: PLC0415 - a twentieth of the time that newskit takes to import

    try:
        lists = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(f"{file} holds no words of a language: {error}") from error
    if unknown := [name for name in lists if name not in _LISTS]:
        raise LanguageError(f"{file}: there is no list {unknown[0]!r}: there are {', '.join(_LISTS)}")
    try:
        return Language(code, **lists)
    except TypeError as error:
        raise LanguageError(f"{file}: {error}") from error
