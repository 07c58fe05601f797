r"""Properties of parsers of any kind: what an adapter gives as an `Answer` is held against articles made with their truth.

>>> def first_line(text):
...     headline, _, body = text.partition("\n\n")
...     return Answer(headline=headline, body=body)
>>> print(check(first_line, source="text", examples=20, only=["nothing but the body"]).findings[0].kept)
False
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from newskit.errors import UsageError, in_words
from newskit.testing.growth import STEEPEST, STUMBLING_PIECES, steepness
from newskit.testing.news import News, Page, html_pages, news_texts
from newskit.testing.strategies import HOSTILE_PIECES, hostile_texts


@attrs.frozen
class Answer:
    """What a parser says of an article. What it has no opinion on stays None, and is not tested."""

    headline: str | None = None
    #: The text of the body, its paragraphs divided by any white space.
    body: str | None = None
    #: The contents of quotes with their marks; the parts of one that is interrupted joined by one blank.
    quotes: Sequence[str] | None = None


Parse = Callable[[str], Answer]


@attrs.frozen
class Finding:
    """What one property gave."""

    #: “every paragraph of the body”.
    name: str
    #: How many articles it held for, of how many.
    held: int
    tried: int
    #: The smallest article found that it does not hold for, and what is wrong there; None where it held for all.
    counterexample: str | None = None

    @property
    def kept(self) -> bool:
        """Whether it held for all."""
        return self.counterexample is None

    def __str__(self) -> str:
        line = f"{'kept' if self.kept else 'BROKEN':<7} {self.name}: {self.held} of {self.tried}"
        return line if self.counterexample is None else f"{line}\n{_indented(self.counterexample)}"


@attrs.frozen
class Report:
    """What all properties gave; prints as lines that a person can act on."""

    findings: tuple[Finding, ...]

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The properties that did not hold for all: ``assert not check(parse).broken``."""
        return tuple(finding for finding in self.findings if not finding.kept)

    def finding(self, name: str) -> Finding:
        """Return the finding of a property; KeyError where it was not tested."""
        return {finding.name: finding for finding in self.findings}[name]

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))


def check(parse: Parse, *, source: str = "html", examples: int = 100, only: Iterable[str] = ()) -> Report:
    """Test a parser by properties, on articles made with their truth and on hostile texts; the same ones in every run.

    Args:
        parse: Takes a page or a text, and gives an `Answer`: an adapter around the parser.
        source: “html” for a parser of pages, “text” for one of plain text.
        examples: How many articles are made for each property.
        only: Names of the properties to test; all, unless some are given.

    Returns:
        A finding for each property that the answers have something to say of. A parser that raises breaks “never raises”, and
        every property that it raises under.

    Raises:
        UsageError: There is no such source or property.
    """
    if source not in _SOURCES:
        raise UsageError(f"source is {source!r}, where 'html' or 'text' is expected")
    articles = _SOURCES[source]
    wanted = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
    )
    hostile = st.sampled_from(HOSTILE_PIECES) | hostile_texts()
    tests: dict[str, Callable[[str], Finding]] = {
        _NEVER_RAISES: lambda name: _finding(name, hostile, lambda text: _raised(parse, text), wanted),
        _SAME_TWICE: lambda name: _finding(name, articles, lambda page: _changed(parse, page.html), wanted),
        **{
            name: partial(_finding, examples=articles, complaint=_of_an_answer(parse, test), wanted=wanted)
            for name, test in _PROPERTIES.items()
        },
        _LINEAR: lambda name: _growth(name, parse),
    }
    chosen = tuple(only) or tuple(tests)
    for name in chosen:
        if name not in tests:
            raise UsageError(f"there is no property {name!r}: there are {', '.join(tests)}")
    findings = [tests[name](name) for name in chosen]
    return Report(tuple(finding for finding in findings if finding.tried))


_NEVER_RAISES, _SAME_TWICE, _LINEAR = "never raises", "gives the same answer twice", "time grows linearly"


def _as_page(news: News) -> Page:
    """Give a made text the form of a made page, so that one truth serves both."""
    return Page(
        news.text,
        news.headline.of(news.text),
        tuple(span.of(news.text) for span in news.body),
        tuple(span.of(news.text) for span, _ in news.rest),
        tuple((said.kind, " ".join(span.of(news.text) for span in said.spans), said.name) for said in news.quotes),
    )


_SOURCES = {"html": html_pages(), "text": news_texts().map(_as_page)}


class BrokenError(Exception):
    """A property does not hold for an example."""


class NotTestedError(Exception):
    """The parser has no opinion on what a property is about."""


def _finding(
    name: str, examples: st.SearchStrategy[Any], complaint: Callable[[Any], str | None], wanted: settings
) -> Finding:
    """Count the examples that a property holds for, and shrink one that it does not hold for."""
    outcomes: list[bool] = []
    broken: list[tuple[Any, str]] = []
    shrinking = False

    def judge(example: Any) -> None:  # one function for both runs: hypothesis makes the same examples for it again
        wrong = complaint(example)
        if not shrinking:
            outcomes.append(wrong is None)
        elif wrong is not None:
            broken.append((example, wrong))
            raise BrokenError

    try:
        settings(wanted, phases=[Phase.generate])(given(examples)(judge))()
    except NotTestedError:
        return Finding(name, 0, 0)
    if all(outcomes):
        return Finding(name, len(outcomes), len(outcomes))
    shrinking = True
    try:
        settings(wanted)(given(examples)(judge))()
    except BrokenError:
        smallest, wrong = broken[-1]  # hypothesis ends with the smallest
        shown = smallest.html if isinstance(smallest, Page) else repr(smallest)
        return Finding(name, sum(outcomes), len(outcomes), f"{wrong}\non\n{shown}")
    except Flaky:
        pass
    # Right the second time: the answer depends on something besides the text.
    return Finding(name, sum(outcomes), len(outcomes), "fails at some times only, with the same text")


def _growth(name: str, parse: Parse) -> Finding:
    """Measure piece after piece, up to the first that is steep: a slow parser need not be waited for any longer."""
    for number, piece in enumerate(STUMBLING_PIECES):
        if (power := _power(parse, piece)) > STEEPEST:
            worst = f"with the {power:.1f}th power of the size on {piece!r} repeated"
            return Finding(name, number, number + 1, worst)
    return Finding(name, len(STUMBLING_PIECES), len(STUMBLING_PIECES))


def _power(parse: Parse, piece: str) -> float:
    def quietly(text: str) -> None:
        with suppress(Exception):  # what raises is told of by “never raises”
            parse(text)

    return steepness(quietly, piece)


def _raised(parse: Parse, text: str) -> str | None:
    try:
        parse(text)
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        return f"raises {in_words(error)}"
    return None


def _changed(parse: Parse, text: str) -> str | None:
    return None if parse(text) == parse(text) else "another answer the second time"


def _of_an_answer(parse: Parse, test: Callable[[Answer, Page], str | None]) -> Callable[[Page], str | None]:
    def complaint(page: Page) -> str | None:
        if raised := _raised(parse, page.html):
            return raised
        return test(parse(page.html), page)

    return complaint


def _said(value: Any) -> Any:
    """Return an answer; raise `NotTestedError` where there is none."""
    if value is None:
        raise NotTestedError
    return value


def _headline(answer: Answer, page: Page) -> str | None:
    got = _line(_said(answer.headline))
    return None if got == page.headline else f"{got!r}, but it is {page.headline!r}"


def _paragraphs(answer: Answer, page: Page) -> str | None:
    body = _line(_said(answer.body))
    return next((f"lost: {words!r}" for words in page.paragraphs if _line(words) not in body), None)


def _nothing_else(answer: Answer, page: Page) -> str | None:
    body = _line(_said(answer.body))
    rest = (*page.rest, *(_FURNITURE if "<" in page.html else ()))
    return next((f"in the body: {words!r}" for words in rest if words in body), None)


#: What `html_pages` puts around every article.
_FURNITURE = ("Home Sport", "Terms of use", "Privacy")


def _order(answer: Answer, page: Page) -> str | None:
    body, at = _line(_said(answer.body)), 0
    true = _line("\n".join(page.paragraphs))  # one paragraph may stand inside another
    for words in page.paragraphs:
        place = body.find(_line(words), at)
        if place < 0 and _line(words) in body:
            return f"not in its place: {words!r}"
        if body.count(_line(words)) > true.count(_line(words)):
            return f"more than once: {words!r}"
        at = max(at, place)
    return None


def _quotes(answer: Answer, page: Page) -> str | None:
    got = [_line(words) for words in _said(answer.quotes)]
    return next((f"not found: {words!r}" for _, words, _ in page.quotes if _line(words) not in got), None)


def _no_other_quotes(answer: Answer, page: Page) -> str | None:
    true = [_line(words) for _, words, _ in page.quotes]
    return next((f"no quote: {words!r}" for words in _said(answer.quotes) if _line(words) not in true), None)


_PROPERTIES: dict[str, Callable[[Answer, Page], str | None]] = {
    "the headline": _headline,
    "every paragraph of the body": _paragraphs,
    "nothing but the body": _nothing_else,
    "paragraphs in order, each once": _order,
    "every quote": _quotes,
    "nothing but quotes": _no_other_quotes,
}


def _line(words: str) -> str:
    return " ".join(words.split())


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
