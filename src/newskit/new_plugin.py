"""Writes the package of a new plugin, ready to be tested and published, from the files in newskit/templates/plugin.

In the templates' names and texts ``__module__`` stands for newskit_opening_hours, ``__project__`` for newskit-opening-hours,
``__plugin__`` for opening-hours, ``__Class__`` for OpeningHours, ``__newskit__`` for the versions of newskit that it will do with.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import regex

from newskit._version import __version__
from newskit.errors import OutputError, UsageError
from newskit.plugins import DEFAULT_PLUGINS

#: Matches “opening-hours”, “v2”; not “Opening”, “2nd”, “opening--hours”.
_NAME = regex.compile(r"[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+")

#: What the name of every template file ends with, so that no tool takes it for a file of newskit's own.
_ENDING = ".template"


def write_package(name: str, into: Path) -> Path:
    """Write the package of a plugin called ``name`` into a new folder, newskit-NAME, and return that folder.

    Raises:
        UsageError: The name will not do.
        OutputError: The folder is there already, or cannot be written.
    """
    name = name.removeprefix("newskit-")
    if not _NAME.fullmatch(name):
        raise UsageError(f"a plugin cannot be called {name!r}: use small letters and digits, words joined by “-”")
    if name in [builtin for builtin, _ in DEFAULT_PLUGINS]:
        raise UsageError(f"{name!r} is the name of a built-in plugin: choose another")
    package = into / f"newskit-{name}"
    if package.exists() or package.is_symlink():
        raise OutputError(f"{package} is there already: choose another name, or another folder with --into")
    words = {
        "__project__": package.name,
        "__module__": package.name.replace("-", "_"),
        "__plugin__": name,
        "__Class__": "".join(word.capitalize() for word in name.split("-")),
        "__newskit__": _requirement(__version__),
    }
    try:
        _copy(files("newskit") / "templates" / "plugin", package, words)
    except OSError as error:
        raise OutputError(f"cannot write {package}: {error.strerror or error}") from error
    return package


def _requirement(version: str) -> str:
    """Return what a plugin written for a version of newskit requires: up to the next one that may change a hook.

    >>> _requirement("0.1.0"), _requirement("2.3.1")
    ('newskit>=0.1,<0.2', 'newskit>=2.3,<3')
    """
    major, minor = map(int, version.split(".")[:2])
    return f"newskit>={major}.{minor},<{major + 1 if major else f'0.{minor + 1}'}"


def _copy(template: Traversable, target: Path, words: dict[str, str]) -> None:
    """Copy a template, a file or a folder, with words put in for their placeholders."""
    if template.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        for inner in template.iterdir():
            _copy(inner, target / _filled(inner.name.removesuffix(_ENDING), words), words)
    else:
        target.write_text(_filled(template.read_text(encoding="utf-8"), words), encoding="utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    return text
