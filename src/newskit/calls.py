"""Calling plugins so that one that fails hurts nobody else.

pluggy's own call stops at the first exception; here each implementation is called by itself, its whole answer is read and
checked, and what is wrong with it becomes a `Problem` (or, strictly, a `PluginError`).
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
import pluggy

from newskit.errors import ArticleError, NewskitError, PluginError, in_words
from newskit.model.annotations import as_json
from newskit.model.article import Problem
from newskit.model.span import Span

T = TypeVar("T")


@attrs.frozen
class Calls:
    """The calls of one parse: asks the plugins of a manager and collects what goes wrong."""

    manager: pluggy.PluginManager
    #: Raise `PluginError` at the first thing that goes wrong.
    strict: bool
    problems: list[Problem] = attrs.field(factory=list)

    def each(self, hook: str, arguments: dict[str, Any], check: Callable[[Any], str | None]) -> list[tuple[str, Any]]:
        """Ask every plugin, and return (plugin, answer) for each item of each plugin's answer.

        Pairs stand in the order in which the plugins were registered. ``check`` says what is wrong with an item, None
        where nothing is; one wrong item loses the plugin's whole answer.
        """
        answers: list[tuple[str, Any]] = []
        for implementation in getattr(self.manager.hook, hook).get_hookimpls():
            answer = self._answer(implementation, hook, arguments, check)
            answers += [(implementation.plugin_name, item) for item in answer]
        return answers

    def one_each(self, hook: str, arguments: dict[str, Any], kind: type[T]) -> list[tuple[str, T]]:
        """Ask every plugin of a hook whose answer is one value, not an iterable of them."""
        answers: list[tuple[str, T]] = []
        for implementation in getattr(self.manager.hook, hook).get_hookimpls():
            answer = self._answer(implementation, hook, arguments, must_be(kind), one=True)
            answers += [(implementation.plugin_name, item) for item in answer]
        return answers

    def first(self, hook: str, arguments: dict[str, Any], kind: type[T]) -> tuple[str, T] | None:
        """Ask plugin after plugin, last registered first, until one answers with something other than None."""
        for implementation in reversed(getattr(self.manager.hook, hook).get_hookimpls()):
            answer = self._answer(implementation, hook, arguments, must_be(kind), one=True)
            for item in answer:
                return implementation.plugin_name, item
        return None

    def _answer(
        self,
        implementation: pluggy.HookImpl,
        hook: str,
        arguments: dict[str, Any],
        check: Callable[[Any], str | None],
        *,
        one: bool = False,
    ) -> list[Any]:
        plugin = implementation.plugin_name
        try:
            answer = implementation.function(*[arguments[name] for name in implementation.argnames])
            if answer is None:
                return []
            items = [answer] if one else _read_whole(answer)
            wrong = next(filter(None, map(check, items)), None)
        except (KeyboardInterrupt, SystemExit):  # meant for the program
            raise
        except BaseException as error:  # noqa: BLE001 - whatever else a plugin raises is its own affair, as a panic of Rust
            self.report(plugin, hook, f"raised {in_words(error)}", error)
            return []
        if wrong:
            self.report(plugin, hook, f"answered with {wrong}; its whole answer is left out")
            return []
        return items

    def report(self, plugin: str, hook: str, message: str, cause: BaseException | None = None) -> None:
        """Record a problem; raise it where the parser is strict."""
        if self.strict:
            raise PluginError(plugin, hook, message) from cause
        self.problems.append(Problem(plugin, hook, message))


def _read_whole(answer: Any) -> list[Any]:
    if not isinstance(answer, Iterable) or isinstance(answer, str | bytes):
        raise NewskitError(f"expected an iterable of answers or None, got {_short(answer)}")
    return list(answer)


def _short(value: object) -> str:
    """Name a value in a message: its type, and a repr that cannot flood a log or raise."""
    try:
        shown = repr(value)
    except Exception:  # noqa: BLE001 - a plugin's repr may raise anything
        shown = "…"
    return f"{type(value).__name__} {shown if len(shown) <= 80 else shown[:79] + '…'}"


def must_be(kind: type) -> Callable[[Any], str | None]:
    """Check that an item is of a type."""
    return lambda item: None if isinstance(item, kind) else f"{_short(item)} where {kind.__name__} is expected"


def must_lie_inside(text: str, kind: type, places: Callable[[Any], Iterable[Span]]) -> Callable[[Any], str | None]:
    """Check that an item is of a type and that its spans lie inside the text."""
    size, is_kind = len(text), must_be(kind)

    def check(item: Any) -> str | None:
        if wrong := is_kind(item):
            return wrong
        for span in places(item):
            if span.end > size:
                return f"{_short(item)}, outside a text of {size} characters"
        return None

    return check


def must_be_annotation(text: str) -> Callable[[Any], str | None]:
    """Check that an item is an attrs object that fits into JSON, with a span inside the text."""
    size = len(text)

    def check(item: Any) -> str | None:
        if not attrs.has(type(item)):
            return f"{_short(item)}, which is no attrs object"
        span = getattr(item, "span", None)
        if not isinstance(span, Span):
            return f"{_short(item)}, which has no Span named “span”"
        if span.end > size:
            return f"{_short(item)}, outside a text of {size} characters"
        try:
            as_json(item)
        except ArticleError as error:
            return f"{_short(item)}: {error}"
        return None

    return check
