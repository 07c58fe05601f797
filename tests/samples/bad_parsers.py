"""Makers of parsers for the tests of parse_many: their plugins do on purpose what a bad document may do to a process."""

import os
import time
from collections.abc import Callable
from typing import Any

import attrs

from newskit import Article, Parser, Span, hookimpl


class Trouble:
    """Does what the text asks for."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    @hookimpl
    def newskit_annotate(self, article: Article) -> None:
        if article.text == "crash":
            os._exit(3)
        if article.text == "hang":
            time.sleep(3600)
        if article.text == "swell":
            for _ in range(100):
                self._held.append(os.urandom(1 << 20) * 10)
                time.sleep(0.02)
        if article.text == "threads?":
            raise ValueError(f"threads: {os.environ['OPENBLAS_NUM_THREADS']}")
        if article.text == "raise":
            raise ValueError("asked for")


def troubled() -> Parser:
    return Parser([Trouble()], disable=["quotes", "attributions"])


def strict() -> Parser:
    return Parser([Trouble()], disable=["quotes", "attributions"], strict=True)


def impossible() -> Parser:
    raise RuntimeError("no parser today")


def ends_at_once() -> Parser:
    os._exit(5)


@attrs.frozen
class Ghost:
    """An annotation with what UTF-8 cannot write."""

    span: Span
    name: str


class Haunted:
    """Annotates one text with a lone surrogate."""

    @hookimpl
    def newskit_annotate(self, article: Article) -> list[Ghost]:
        return [Ghost(Span(0, 7), "a\ud800")] if article.text == "haunted" else []


@attrs.frozen
class Sealed:
    """An annotation that comes out of its process and cannot be opened."""

    span: Span

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return int, ("no number",)


class Untravelled:
    """Annotates with types that do not travel between processes."""

    @hookimpl
    def newskit_annotate(self, article: Article) -> list[Any]:
        @attrs.frozen
        class Local:
            span: Span

        notes = {"local": Local(Span(0, 1)), "sealed": Sealed(Span(0, 1))}
        return [notes[article.text]] if article.text in notes else []


def untravelled() -> Parser:
    return Parser([Untravelled()])


def haunted() -> Parser:
    return Parser([Haunted()])
