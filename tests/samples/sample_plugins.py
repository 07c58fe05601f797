"""Plugins for the tests of the contract: one that keeps it, and one for each way to break it."""

import itertools
import os
import time
from collections.abc import Iterator

import attrs

from newskit import Article, Document, Label, Quotation, Span, hookimpl


@attrs.frozen
class Shout:
    span: Span


class Good:
    @hookimpl
    def newskit_annotate(self, article: Article) -> Iterator[Shout]:
        for block in article.blocks:
            if block.text.isupper():
                yield Shout(block.span)


class Unknown:
    @hookimpl
    def newskit_shout(self) -> None: ...


class Raises:
    @hookimpl
    def newskit_annotate(self, article: Article) -> Iterator[Shout]:
        if "\x00" in article.text:
            raise ValueError("NUL")
        yield from ()


class Counts:
    """Keeps something between texts."""

    def __init__(self) -> None:
        self._seen = 0

    @hookimpl
    def newskit_label(self, document: Document) -> Iterator[Label]:
        self._seen += 1
        if document.blocks and self._seen % 2:
            yield Label(document.blocks[0].span, "other", 1.0)


class LooksAtTheProcess:
    @hookimpl
    def newskit_label(self, document: Document) -> Iterator[Label]:
        if document.blocks:
            yield Label(document.blocks[0].span, "other", 1.0, os.environ.get("PYTHONHASHSEED", ""))


class ComparesAllPairs:
    @hookimpl
    def newskit_quotes(self, document: Document) -> Iterator[Quotation]:
        words = document.text.split()
        if sum(one == other for one, other in itertools.product(words, words)) < 0:
            yield Quotation([(0, 1)], "direct")


class NeverEqual:
    @hookimpl
    def newskit_annotate(self, article: Article) -> Iterator[object]:
        yield Fickle(Span(0, len(article.text)))


@attrs.frozen(eq=False)
class Fickle:
    span: Span


class SharesBetweenThreads:
    """Hands a text from one hook to the next through itself: right in one thread, wrong in several."""

    def __init__(self) -> None:
        self._text = ""

    @hookimpl
    def newskit_label(self, document: Document) -> None:
        self._text = document.text
        time.sleep(0.001)

    @hookimpl
    def newskit_annotate(self) -> Iterator[Shout]:
        yield Shout(Span(0, min(len(self._text), 4)))


class SaysTwice:
    """Gives one quote whose pieces overlap."""

    @hookimpl
    def newskit_quotes(self, document: Document) -> Iterator[Quotation]:
        if len(document.text) > 5:
            yield Quotation([(0, 4), (2, 6)], "direct")


@attrs.frozen
class Paid:
    """Has an option without a default."""

    key: str

    @hookimpl
    def newskit_annotate(self) -> None: ...


GOOD, UNKNOWN, RAISES, COUNTS, PROCESS = Good(), Unknown(), Raises(), Counts(), LooksAtTheProcess()
PAIRS, FICKLE, SHARES, TWICE = ComparesAllPairs(), NeverEqual(), SharesBetweenThreads(), SaysTwice()
