"""The commands for plugins: ``newskit plugins``, ``newskit check-plugin``, ``newskit new-plugin``: arguments, and lines to print."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from newskit.errors import InputError, NewskitError
from newskit.new_plugin import write_package
from newskit.plugins import PluginInfo


def add_list_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``newskit plugins``."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def as_rows(plugins: Sequence[PluginInfo]) -> list[dict[str, Any]]:
    """Describe plugins as ``newskit plugins --json`` writes them."""
    return [
        {
            "name": plugin.name,
            "distribution": plugin.distribution.partition(" ")[0],
            "version": plugin.distribution.partition(" ")[2],
            "from": plugin.source,
            "hooks": list(plugin.hooks),
            "options": [
                {"name": option.name, "expected": option.expected, "value": _as_toml(option.value)}
                for option in plugin.options
            ],
        }
        for plugin in plugins
    ]


def _as_toml(value: Any) -> Any:
    """Give a value as it could be set in a file; one that no file can hold as Python shows it."""
    if isinstance(value, str | int | float | bool):
        return value
    return [_as_toml(item) for item in value] if isinstance(value, list | tuple) else repr(value)


def as_table(plugins: Sequence[PluginInfo]) -> Iterator[str]:
    """Describe plugins for reading: a line each, and below it one for each of its options."""
    table = [("NAME", "DISTRIBUTION", "FROM", "HOOKS")]
    table += [(plugin.name, plugin.distribution, plugin.source, ", ".join(plugin.hooks)) for plugin in plugins]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    options = [(), *(plugin.options for plugin in plugins)]
    for row, below in zip(table, options, strict=True):
        yield "  ".join(map(str.ljust, row, widths)).rstrip()
        for option in below:
            yield f"  {option.name} = {option.value!r}" + (f"  ({option.expected})" if option.expected else "")


def add_check_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``newskit check-plugin``."""
    parser.add_argument("name", metavar="NAME", help="an installed plugin, a module, or module:object")
    parser.add_argument(
        "--sample",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a text that the plugin has something to say about; repeatable",
    )


def check(options: argparse.Namespace, settings: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Run the contract on a plugin; give lines for a person, each with whether a promise is broken there.

    Raises `UsageError` where there is no such plugin, `NewskitError` where the extra “testing” is missing.
    """
    try:
        # By name, as plugins are: the command line works without the extra.
        contract = import_module("newskit.testing.contract")
    except ModuleNotFoundError as error:
        raise NewskitError(f"check-plugin needs {error.name}: pip install 'newskit[testing]'") from error
    kept = broken = 0
    samples = tuple(map(_sample, options.sample))
    subject = contract.Subject(options.name, samples, settings.get(options.name, {}))
    for outcome in contract.outcomes(subject):
        if outcome.failure is None:
            kept += 1
            yield f"kept    {outcome.check}", False
            continue
        broken += 1
        yield f"BROKEN  {outcome.check}", True
        yield f"        promised: {outcome.promise}", True
        yield from ((f"        {line}".rstrip(), True) for line in outcome.failure.splitlines())
    left = len(contract.CHECKS) - kept - broken
    yield f"{kept} kept, {broken} broken" + (f", {left} not tried" if left else ""), False


def _sample(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"--sample {path}: {getattr(error, 'strerror', None) or error}") from error


def add_new_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``newskit new-plugin``."""
    parser.add_argument("name", metavar="NAME", help="small letters and digits, words joined by “-”: opening-hours")
    parser.add_argument(
        "--into", metavar="FOLDER", type=Path, default=Path(), help="where the package's folder is made (default: here)"
    )


def new(options: argparse.Namespace) -> Iterator[str]:
    """Write a package for a new plugin; say which files, and what to do next.

    Raises `UsageError` where the name will not do, `OutputError` where the folder is there.
    """
    package = write_package(options.name, options.into)
    yield from (str(file) for file in sorted(package.rglob("*")) if file.is_file())
    yield ""
    yield f"Next: cd {package} && pip install -e '.[test]' && pytest"
