"""Annotations: a plugin's own attrs objects over the text, kept by type, and their way through JSON.

An annotation has a ``span``, its place in the text. A field of an annotation may hold a `Span`, a str, int, float, bool, None, an enum member, another attrs object, or a
list, tuple or dict of these.
"""

import enum
import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

import attrs

from newskit.errors import ArticleError
from newskit.model.span import Span

T = TypeVar("T")


def qualified_name(kind: type) -> str:
    """Return “module:Class”, the name an annotation type has in JSON."""
    return f"{kind.__module__}:{kind.__qualname__}"


@attrs.frozen
class Annotation:
    """One object that a plugin added."""

    #: The plugin's name.
    plugin: str
    #: The plugin's own attrs object.
    value: Any


def _by_type(found: Iterable[Annotation]) -> tuple[Annotation, ...]:
    return tuple(sorted(found, key=lambda item: qualified_name(type(item.value))))


@attrs.frozen
class Annotations:
    """What plugins found, by type: ``article.annotations[Dateline]`` is a tuple of datelines, empty if there are none.

    Iterating gives the `Annotation` objects, which name the plugin beside the value.
    """

    found: tuple[Annotation, ...] = attrs.field(default=(), converter=_by_type)
    #: Annotations of types whose plugin is not imported here, as they came from JSON: kept, so that none is lost.
    unread: Mapping[str, tuple[Any, ...]] = attrs.field(factory=dict)

    def __getitem__(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(item.value for item in self.found if isinstance(item.value, kind))

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def to_dict(self) -> dict[str, list[Any]]:
        out: dict[str, list[Any]] = {name: list(items) for name, items in self.unread.items()}
        for item in self.found:
            row = {"plugin": item.plugin, "value": as_json(item.value)}
            out.setdefault(qualified_name(type(item.value)), []).append(row)
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Iterable[Any]]) -> "Annotations":
        found: list[Annotation] = []
        unread: dict[str, tuple[Any, ...]] = {}
        for name, items in data.items():
            kind = _imported(name)
            if kind is None:
                unread[name] = tuple(items)
            else:
                found.extend(Annotation(item["plugin"], _load(item["value"], kind)) for item in items)
        return cls(found, unread)


def _imported(name: str) -> type | None:
    """Find an annotation type by its qualified name among the modules already imported: data never causes an import."""
    module, _, path = name.partition(":")
    found: Any = sys.modules.get(module)
    for part in path.split("."):
        found = getattr(found, part, None)
    is_annotation = isinstance(found, type) and attrs.has(found) and "span" in attrs.fields_dict(found)
    return found if is_annotation else None


def as_json(value: Any) -> Any:
    """Give an annotation, or a value in one, as JSON types.

    Raises `ArticleError` where it holds something that has no place in JSON.
    """
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, enum.Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if attrs.has(type(value)):
        return {field.name: as_json(getattr(value, field.name)) for field in attrs.fields(type(value))}
    raise ArticleError(
        f"an annotation holds a {type(value).__name__}, which has no place in JSON: "
        "use Span, str, int, float, bool, None, an enum, an attrs class, or a list, tuple or dict of these"
    )


def _load(value: Any, kind: Any) -> Any:
    """Build what the type hint says from JSON types; the inverse of `as_json`."""
    if get_origin(kind) in (typing.Union, types.UnionType):
        kind = _member_for(value, get_args(kind))
    outer = get_origin(kind) or kind
    if value is None or not isinstance(outer, type):
        return value
    if issubclass(outer, enum.Enum):
        return outer(value)
    if issubclass(outer, Mapping):
        return {key: _load(item, get_args(kind)[1]) for key, item in value.items()}
    if outer in (list, tuple):
        return outer(_load(item, hint) for item, hint in zip(value, _item_hints(kind, len(value)), strict=True))
    return _load_attrs(value, outer) if attrs.has(outer) else value


def _load_attrs(value: Any, kind: type) -> Any:
    if kind is Span:
        return Span(*value)
    hints, fields = typing.get_type_hints(kind), attrs.fields_dict(kind)
    return kind(**{str(fields[name].alias): _load(item, hints[name]) for name, item in value.items()})


def _item_hints(kind: Any, size: int) -> list[Any]:
    """Return the hint of each item of a list or tuple: ``tuple[int, str]`` has one each, the others one for all."""
    hints = get_args(kind) or (Any, ...)
    one_each = get_origin(kind) is tuple and hints[-1] is not ...
    return list(hints) if one_each else [hints[0]] * size


def _member_for(value: Any, members: tuple[Any, ...]) -> Any:
    """Choose the member of a union by the JSON type of the value."""
    for member in members:
        outer = get_origin(member) or member
        if isinstance(value, list) and (outer is Span or outer in (list, tuple)):
            return member
        if isinstance(value, dict) and isinstance(outer, type) and (attrs.has(outer) or issubclass(outer, Mapping)):
            return member
        if isinstance(outer, type) and isinstance(value, outer):
            return member
        if isinstance(outer, type) and issubclass(outer, enum.Enum):
            return member
    return Any
