"""Settings of a project: what the command line reads in its pyproject.toml.

    [tool.newskit.plugins.datelines]
    longest = 40

Only the command line reads them; a program says the same by ``Parser(options={"datelines": {"longest": 40}})``.
"""

import tomllib
from pathlib import Path
from typing import Any

from newskit.errors import UsageError


def options_here() -> dict[str, dict[str, Any]]:
    """Return `plugin_options` of the working folder; none where that has been removed."""
    try:
        folder = Path.cwd()
    except FileNotFoundError:
        return {}
    return plugin_options(folder)


def plugin_options(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the options by plugin from the nearest pyproject.toml, in the folder or above; none where there is none.

    Raises `UsageError` where the file cannot be read, or where its table tool.newskit holds something unknown.
    """
    for place in (folder, *folder.parents):
        path = place / "pyproject.toml"
        if path.is_file():
            return _options_in(path)
    return {}


def _options_in(path: Path) -> dict[str, dict[str, Any]]:
    try:
        project = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    settings = _table(path, "tool.newskit", _table(path, "tool", project.get("tool", {})).get("newskit", {}))
    if unknown := settings.keys() - {"plugins"}:
        raise UsageError(f"{path}: tool.newskit has no setting {min(unknown)!r}: there is “plugins” only")
    plugins = _table(path, "tool.newskit.plugins", settings.get("plugins", {}))
    return {name: _table(path, f"tool.newskit.plugins.{name}", options) for name, options in plugins.items()}


def _table(path: Path, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{path}: {name} is {value!r}, where a table is expected: [{name}]")
    return value
