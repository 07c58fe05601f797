"""Options of plugins: a plugin that takes some is an attrs class, and its fields are they.

A parser makes the object when it is made itself, so that a parse knows nothing of options and pays nothing for them.
"""

from collections.abc import Mapping
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from newskit.errors import OptionError, PluginError, in_words


@attrs.frozen
class Option:
    """An option of a plugin at work, as ``newskit plugins`` lists it."""

    name: str
    #: The type that the plugin declares, as it is written; “” where it declares none.
    expected: str
    value: Any


def made(plugin: str, implementation: Any, given: Mapping[str, Any]) -> Any:
    """Make the object of a plugin that is a class, with the options given; hand any other plugin on as it is.

    Raises `OptionError`, naming the option and what is expected, where they do not fit, or where one is missing, and
    `PluginError` where the class fails at something else.
    """
    if not isinstance(implementation, type):
        if given:
            raise OptionError(plugin, "options", f"takes no options, so not {', '.join(given)}: only a class has some")
        return implementation
    fields = _fields(implementation)
    for name in given:
        if name not in fields:
            known = ", ".join(fields) or "none"
            raise OptionError(plugin, "options", f"there is no option {name!r}: the plugin's are {known}")
    for name, field in fields.items():
        if field.default is attrs.NOTHING and name not in given:
            raise OptionError(plugin, "options", f"option {name!r} is missing, {_shown(field.type)}: it has no default")
    fitting = {name: _fitting(plugin, fields[name], value) for name, value in given.items()}
    try:
        return implementation(**fitting)
    except (TypeError, ValueError) as error:
        raise OptionError(plugin, "options", _refusal(error)) from error
    except Exception as error:
        raise PluginError(plugin, "loading", f"cannot be made: {in_words(error)}") from error


def options_of(implementation: object) -> tuple[Option, ...]:
    """List the options of a plugin that is at work; none for a module."""
    return tuple(
        Option(name, _shown(field.type), getattr(implementation, field.name))
        for name, field in _fields(type(implementation)).items()
    )


def _fields(kind: type) -> dict[str, "attrs.Attribute[Any]"]:
    """Return the fields that can be given, by the names they are given under, their types resolved."""
    if not attrs.has(kind):
        return {}
    try:
        hints = get_type_hints(kind)
    except NameError:  # a type that is only there for type checkers
        hints = {}
    fields = [field for field in attrs.fields(kind) if field.init]
    return {str(field.alias): field.evolve(type=hints.get(field.name, field.type)) for field in fields}


def _fitting(plugin: str, field: "attrs.Attribute[Any]", value: Any) -> Any:
    """Check a value by its declared type, where that is a simple one; the rest is for the class's own validators."""
    if field.converter is not None:
        return value
    if not _fits(value, field.type):
        expected = (
            f"option {field.alias!r} is {value!r}, a {type(value).__name__}, where {_shown(field.type)} is expected"
        )
        raise OptionError(plugin, "options", expected)
    outer = get_origin(field.type) or field.type
    return tuple(value) if outer is tuple and isinstance(value, list) else value  # TOML has lists only


def _fits(value: Any, hint: Any) -> bool:
    outer = get_origin(hint) or hint
    if outer in (list, tuple):
        items = get_args(hint) or (Any,)
        return isinstance(value, list | tuple) and all(_fits(item, items[0]) for item in value)
    if outer in (int, float):
        return isinstance(value, (int, outer)) and not isinstance(value, bool)
    return isinstance(value, outer) if outer in (str, bool) else True


def _shown(hint: Any) -> str:
    if hint is None:
        return ""
    return hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint)


def _refusal(error: Exception) -> str:
    """Give an error's message: the validators of attrs put more behind it, the field first."""
    message = str(error.args[0]) if error.args else type(error).__name__
    field = error.args[1] if len(error.args) > 1 else None
    return f"option {field.alias!r}: {message}" if isinstance(field, attrs.Attribute) else message
