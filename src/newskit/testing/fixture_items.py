"""Files *.newskit.txt as tests: one item for each expected thing, with expected and got side by side where it fails."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import pytest

from newskit.errors import InputError
from newskit.parser import default_parser
from newskit.testing.fixtures import DIVIDER, Fixture, Thing, accept, complaint, read_fixture, things_in


class FixtureFile(pytest.File):
    """One file: an article and what is expected of it."""

    def collect(self) -> Iterator[pytest.Item]:
        try:
            fixture = read_fixture(self.path)
        except InputError as error:
            raise self.CollectError(str(error)) from error
        if self.config.getoption("newskit_accept") or not fixture.expected:
            yield Acceptance.from_parent(self, name="accept", fixture=fixture)
            return
        for thing in fixture.expected:
            yield Expectation.from_parent(self, name=f"{thing.what}: {thing.words}"[:60], fixture=fixture, thing=thing)


class _Item(pytest.Item):
    def __init__(self, *, fixture: Fixture, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fixture = fixture

    def found(self) -> tuple[Thing, ...]:
        """Parse the article, once for all items of a file."""
        source, form = self.fixture.source, self.fixture.format
        return _found(_parser(str(self.config.getini("newskit_parser"))), source, form)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the complaint alone, without the lines of this module."""
        return str(excinfo.value) if isinstance(excinfo.value, UnmetError) else super().repr_failure(excinfo, style)


class Expectation(_Item):
    """One expected thing."""

    def __init__(self, *, thing: Thing, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.thing = thing

    def runtest(self) -> None:
        if wrong := complaint(self.thing, self.fixture.expected, self.found()):
            raise UnmetError(f"{self.path}:{self.thing.line}\n{wrong}")

    def reportinfo(self) -> tuple[Any, int, str]:
        return self.path, self.thing.line - 1, self.name


class Acceptance(_Item):
    """Writes what is found as what is expected, where that is wanted; asks for it where nothing is expected yet."""

    def runtest(self) -> None:
        if not self.config.getoption("newskit_accept"):
            raise UnmetError(
                f"{self.path}: nothing is expected below “{DIVIDER}”: write it, or run pytest --newskit-accept"
            )
        after = accept(self.fixture, self.found())
        if after != self.path.read_text(encoding="utf-8"):
            self.path.write_text(after, encoding="utf-8")
            self.user_properties.append(("newskit", f"{self.path}: rewritten, review the change"))

    def reportinfo(self) -> tuple[Any, int, str]:
        return self.path, 0, self.name


class UnmetError(AssertionError):
    """An expected thing is not there."""


@cache
def _parser(name: str) -> Any:
    """Return what parses: the object that the setting names, newskit with its installed plugins where it names none."""
    if not name:
        return default_parser()
    module, _, path = name.partition(":")
    return getattr(import_module(module), path)


@cache
def _found(parser: Any, source: str | bytes, form: str | None) -> tuple[Thing, ...]:
    return things_in(parser.parse(source, format=form))
