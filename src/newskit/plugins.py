"""Which plugins there are: the built-in ones, those installed beside newskit, and how one is registered.

Built-in plugins register as a third party's do. They are named here and imported when a parser is made, so that nothing of
newskit below the parser imports them and a plugin that is disabled costs nothing.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib import import_module
from inspect import signature
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs
import pluggy

from newskit._version import __version__
from newskit.errors import PluginError, UsageError, in_words
from newskit.options import Option

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: The entry point group under which other distributions offer plugins.
ENTRY_POINTS = "newskit"

#: The built-in plugins by name, in the order of registration: a later one is asked first and wins a tie.
DEFAULT_PLUGINS: tuple[tuple[str, str], ...] = (
    ("text", "newskit.readers.text"),
    ("html", "newskit.readers.html"),
    ("languages", "newskit.language.builtin"),
    ("given_names", "newskit.language.given_names"),
    ("body", "newskit.extractors.body"),
    ("boilerplate", "newskit.extractors.boilerplate"),
    ("headline", "newskit.extractors.headline"),
    ("metadata", "newskit.extractors.metadata"),
    ("quotes", "newskit.extractors.quotes"),
    ("attributions", "newskit.extractors.attributions"),
)


@attrs.frozen
class Plugin:
    """A plugin that is not registered yet: a name and where it is from."""

    name: str
    #: The module, object or class with the hook functions; None where loading failed.
    implementation: Any
    #: The distribution and version it was installed with, “newskit-weather 1.0”; “” for one given by code.
    distribution: str = ""
    #: Why it could not be loaded; None where it could.
    failure: str | None = None


@attrs.frozen
class PluginInfo:
    """A plugin of a parser, as ``newskit plugins`` lists it."""

    name: str
    #: “module” or “module:object”.
    source: str
    #: The distribution and version it was installed with, “newskit-weather 1.0”; “” for one given by code.
    distribution: str
    hooks: tuple[str, ...]
    options: tuple[Option, ...] = ()


def builtin_plugins(disable: Iterable[str] = ()) -> list[Plugin]:
    """Import the built-in plugins but those that are disabled."""
    left_out = set(disable)
    return [
        Plugin(name, import_module(path), f"newskit {__version__}")
        for name, path in DEFAULT_PLUGINS
        if name not in left_out
    ]


def installed_plugins() -> list[Plugin]:
    """Load the plugins that other distributions offer under the entry point group “newskit”.

    They come in the order of distribution and name, whatever the file system says. One that cannot be imported is listed
    with its ``failure``; a parser reports it on every article, or raises it when strict.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - a third of the cost of importing newskit, needed once

    found = sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: (_distribution(entry), entry.name))
    return [_load(entry) for entry in found]


def _load(entry: "EntryPoint") -> Plugin:
    try:
        return Plugin(entry.name, entry.load(), _distribution(entry))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a module may raise anything while it is imported
        failure = f"cannot be loaded from {entry.value}: {in_words(error)}"
        return Plugin(entry.name, None, _distribution(entry), failure)


def _distribution(entry: "EntryPoint") -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else ""


def plugin_named(name: str) -> Plugin:
    """Load the plugin that is installed under a name, or else the module “module”, or what “module:object” names in it.

    Raises `UsageError` where there is neither, or where the name is that of a built-in plugin. One that cannot be imported comes with its ``failure``.
    """
    for installed in installed_plugins():
        if installed.name == name:
            return installed
    if name in dict(DEFAULT_PLUGINS):
        raise UsageError(f"plugin {name!r} is built in, and at work in every parser: name one of another distribution")
    module, _, path = name.partition(":")
    if not module:
        raise _no_plugin(name)
    try:
        found: Any = import_module(module)
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and f"{module}.".startswith(f"{error.name}."):
            raise _no_plugin(name) from error
        return Plugin(name, None, failure=f"cannot be loaded: {in_words(error)}")
    try:
        return Plugin(name, attrgetter(path)(found) if path else found)
    except AttributeError as error:
        raise _no_plugin(name) from error


def _no_plugin(name: str) -> UsageError:
    return UsageError(f"no plugin {name!r}: neither an installed one (newskit plugins lists them) nor a module")


def as_plugin(given: object) -> Plugin:
    """Name a plugin given by code: a module or a class after itself, another object after its class."""
    if isinstance(given, Plugin):
        return given
    name = getattr(given, "__name__", None) or type(given).__name__
    return Plugin(str(name), given)


def register(manager: pluggy.PluginManager, plugin: Plugin) -> None:
    """Register one plugin, or raise `PluginError` with the reason for refusing it and register nothing of it."""
    if plugin.failure:
        raise PluginError(plugin.name, "loading", plugin.failure)
    marked = [name for name in dir(plugin.implementation) if manager.parse_hookimpl_opts(plugin.implementation, name)]
    if not marked:
        raise PluginError(
            plugin.name, "registration", "implements no hook: mark its newskit_… functions with @newskit.hookimpl"
        )
    for name in marked:
        _check_implementation(manager, plugin, name)
    try:
        manager.register(plugin.implementation, plugin.name)
    except ValueError as error:
        raise PluginError(plugin.name, "registration", f"is registered already ({error})") from error


def _check_implementation(manager: pluggy.PluginManager, plugin: Plugin, name: str) -> None:
    """Refuse a function whose hook does not exist, whose arguments the hook does not have, or which is a wrapper."""
    caller = getattr(manager.hook, name, None)
    if caller is None or caller.spec is None:
        known = [hook for hook in dir(manager.hook) if hook.startswith("newskit_")]
        close = get_close_matches(name, known, n=1) or known
        raise PluginError(plugin.name, name, f"there is no such hook: did you mean {' or '.join(close)}?")
    options: Mapping[str, Any] = manager.parse_hookimpl_opts(plugin.implementation, name) or {}
    if options.get("wrapper") or options.get("hookwrapper"):
        raise PluginError(plugin.name, name, "wrappers are not supported: answer the hook instead")
    wanted = list(signature(getattr(plugin.implementation, name)).parameters)
    if unknown := [argument for argument in wanted if argument not in caller.spec.argnames]:
        raise PluginError(
            plugin.name,
            name,
            f"takes ({', '.join(wanted)}), but the hook offers ({', '.join(caller.spec.argnames)}): "
            f"leave out {', '.join(unknown)}",
        )
