"""The contract of an extractor: subclass `ExtractorContract` in a test file, name your plugin, run pytest.

Each check is a function that raises `AssertionError` with what a person can act on; the class makes a test of each.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import pairwise
from typing import Any, ClassVar

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newskit.errors import NewskitError, in_words
from newskit.hooks import hookimpl
from newskit.model.article import Article
from newskit.parser import Parser
from newskit.plugins import Plugin, plugin_named
from newskit.testing.growth import STEEPEST, STUMBLING_PIECES, steepness
from newskit.testing.news import news_texts
from newskit.testing.strategies import HOSTILE_PIECES, hostile_texts, texts


@attrs.frozen
class Subject:
    """The plugin under test, with texts of its author's choice that it has something to say about."""

    #: “module”, “module:object”, or the name of an installed plugin.
    plugin: str
    samples: tuple[str, ...] = ()
    #: Its options, by name.
    options: Mapping[str, Any] = attrs.field(factory=dict)

    @cached_property
    def loaded(self) -> Plugin:
        """The plugin, imported; `UsageError` where there is none of this name."""
        return plugin_named(self.plugin)

    @property
    def settings(self) -> dict[str, Mapping[str, Any]]:
        """Its options as a parser takes them."""
        return {self.plugin: self.options} if self.options else {}

    def parser(self, *others: object, before: Iterable[object] = (), strict: bool = True) -> Parser:
        """Make a parser with the built-in plugins, this one and, behind it, others."""
        return Parser([*before, self.loaded, *others], strict=strict, options=self.settings)


def each_text(subject: Subject, check: Callable[[str], None], examples: int = 100) -> None:
    """Run a check on the subject's samples and on each hostile piece, then on what hypothesis makes of all kinds."""
    for sample in subject.samples:
        _on_one(check, sample)
    for piece in HOSTILE_PIECES:  # each for certain: what hypothesis draws is another choice every time
        _on_one(check, f"Fog on {piece} the lake")
    any_text = st.one_of(
        texts(),
        hostile_texts(),
        news_texts().map(lambda news: news.text),
        st.tuples(st.sampled_from(subject.samples or ("",)), hostile_texts()).map("".join),
    )
    wanted = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    wanted(given(any_text)(check))()


def _on_one(check: Callable[[str], None], text: str) -> None:
    try:
        check(text)
    except Exception as error:
        error.add_note(f"on the text {text!r}")
        raise


def registers(subject: Subject) -> None:
    """It registers: hooks that exist, arguments that they have, no wrapper."""
    subject.parser()


def never_raises(subject: Subject) -> None:
    """It answers every text without an exception and without an answer of the wrong type or outside the text."""
    parser = subject.parser()
    each_text(subject, lambda text: _ignore(parser.parse(text)))


def keeps_the_partition(subject: Subject) -> None:
    """Blocks stay in order, do not overlap, and leave out nothing but white space."""
    parser = subject.parser()

    def check(text: str) -> None:
        article, at = parser.parse(text), 0
        for block in article.blocks:
            skipped = article.text[at : block.span.start]
            _require(block.span.start >= at, f"{block} overlaps the block before it")
            _require(not skipped.strip(), f"{skipped!r} is in no block")
            at = block.span.end
        _require(not article.text[at:].strip(), f"{article.text[at:]!r} is in no block")

    each_text(subject, check)


def keeps_quotes_apart(subject: Subject) -> None:
    """No two quotes share a character, nor two pieces of one."""
    parser = subject.parser()

    def check(text: str) -> None:
        places = sorted((span, str(quote)) for quote in parser.parse(text).quotes for span in quote.spans)
        for (one, quote), (other, next_quote) in pairwise(places):
            _require(not one.overlaps(other), f"{quote} at {one} and {next_quote} at {other} overlap")

    each_text(subject, check)


def comes_back_from_its_dict(subject: Subject) -> None:
    """An article with its answers comes back whole from to_dict and from_dict."""
    parser = subject.parser()

    def check(text: str) -> None:
        article = parser.parse(text)
        _require(Article.from_dict(article.to_dict()) == article, "Article.from_dict(article.to_dict()) differs")

    each_text(subject, check)


def does_not_depend_on_the_batch(subject: Subject) -> None:
    """A text gives the same article whatever was parsed before it."""
    parser = subject.parser()

    def check(text: str) -> None:
        fresh = subject.parser().parse(text)
        _require(
            parser.parse(text) == fresh, "another article than from a fresh parser: something is kept between texts"
        )

    each_text(subject, check, examples=40)


def does_not_depend_on_the_process(subject: Subject) -> None:
    """A text gives the same article in every process, whatever the hash seed."""
    code = (  # without this module: a process that does not import hypothesis takes half the time
        "import json, pickle, sys; from newskit.parser import Parser; from newskit.plugins import plugin_named; "
        "name, options, samples = pickle.load(sys.stdin.buffer); parser = Parser([plugin_named(name)], options=options); "
        "print(json.dumps([parser.parse(sample).to_dict() for sample in samples]))"
    )
    samples = subject.samples or ("Rain.",)
    given_in = pickle.dumps((subject.plugin, subject.settings, samples))
    here = json.dumps([subject.parser(strict=False).parse(sample).to_dict() for sample in samples])
    runs = [
        subprocess.run(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code],
            input=given_in,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        )
        .stdout.decode()
        .strip()
        for seed in ("1", "77")
    ]
    _require(set(runs) == {here}, "another article in another process: does the answer depend on the order of a set?")


def does_not_depend_on_strangers(subject: Subject) -> None:
    """A plugin that answers nothing changes nothing, wherever it is registered."""

    class Stranger:
        @hookimpl
        def newskit_label(self) -> None:
            return None

    alone, before, behind = (
        subject.parser(),
        subject.parser(before=[Stranger()]),
        subject.parser(Stranger()),
    )

    def check(text: str) -> None:
        article = alone.parse(text)
        _require(before.parse(text) == article == behind.parse(text), "an idle plugin beside it changes the article")

    each_text(subject, check, examples=40)


def works_in_threads(subject: Subject) -> None:
    """One parser gives the same articles in many threads as in one."""
    parser = subject.parser(strict=False)
    batch = [sample + "\n" * number for number in range(5) for sample in subject.samples or ("Rain.",)]
    expected = {text: parser.parse(text) for text in batch}

    def agrees(first: int) -> bool:  # each thread starts elsewhere, so that no two are at the same text
        return all(parser.parse(text) == expected[text] for text in batch[first:] + batch[:first])

    with ThreadPoolExecutor(4) as pool:
        _require(all(pool.map(agrees, range(4))), "other articles in threads: is something shared between texts?")


def grows_linearly(subject: Subject) -> None:
    """Four times the text takes about four times the time, also of texts that make patterns stumble."""
    parser = subject.parser()
    for piece in (*STUMBLING_PIECES, *subject.samples):
        power = steepness(parser.parse, piece)
        _require(
            power <= STEEPEST,
            f"time grows with the {power:.1f}th power of the size on {piece[:40]!r} repeated: "
            "look for a pattern that starts again at every character",
        )


def _require(kept: bool, broken: str) -> None:  # noqa: FBT001 - a condition is what it takes
    """Raise `AssertionError`, also where Python runs without assertions."""
    if not kept:
        raise AssertionError(broken)


def _ignore(_: object) -> None:
    """Take a value that only had to be made without an exception."""


#: All checks, in the order in which a failure is most telling.
CHECKS: tuple[Callable[[Subject], None], ...] = (
    registers,
    never_raises,
    keeps_the_partition,
    keeps_quotes_apart,
    comes_back_from_its_dict,
    does_not_depend_on_the_batch,
    does_not_depend_on_the_process,
    does_not_depend_on_strangers,
    works_in_threads,
    grows_linearly,
)


@attrs.frozen
class Outcome:
    """What one check of the contract gave."""

    #: The check's name in words: “never raises”.
    check: str
    #: What every plugin promises there.
    promise: str
    #: What was wrong and on which text; None where the promise is kept.
    failure: str | None


def outcomes(subject: Subject) -> Iterator[Outcome]:
    """Run the checks one by one, without pytest, as ``newskit check-plugin`` does; none behind a refused registration.

    Raises `UsageError` where there is no such plugin.
    """
    subject.loaded  # noqa: B018 - said at once, and not as a broken promise
    for check in CHECKS:
        failure = _failure(check, subject)
        yield Outcome(check.__name__.replace("_", " "), (check.__doc__ or "").strip(), failure)
        if failure and check is registers:
            return


def _failure(check: Callable[[Subject], None], subject: Subject) -> str | None:
    """Run a check and say what went wrong, with the text that hypothesis has shrunk it to."""
    try:
        check(subject)
    except subprocess.CalledProcessError as error:
        return f"a process of its own fails with it: {error.stderr.decode(errors='replace').strip()}"
    except Exception as error:  # noqa: BLE001 - a failure of any kind is what the report is about
        words = str(error) if isinstance(error, AssertionError | NewskitError) else in_words(error)
        return "\n".join([words, *getattr(error, "__notes__", ())])
    return None


class ExtractorContract:
    """Tests that every plugin must pass.

    In a test file of your own::

        from newskit.testing.contract import ExtractorContract

        class TestContract(ExtractorContract):
            plugin = "newskit_corrections"
            samples = ("Correction: the bridge is in Aldham, not in Alden.",)
    """

    __test__ = False

    #: “module”, “module:object”, or the name of an installed plugin.
    plugin: ClassVar[str]
    #: Texts of your own that the plugin has something to say about.
    samples: ClassVar[tuple[str, ...]] = ()
    #: Options of the plugin, by name.
    options: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Let pytest collect subclasses though it must not collect this class."""
        cls.__test__ = True

    def _subject(self) -> Subject:
        return Subject(self.plugin, self.samples, self.options)

    def test_it_registers(self) -> None:
        registers(self._subject())

    def test_it_never_raises(self) -> None:
        never_raises(self._subject())

    def test_it_keeps_the_partition_of_the_text(self) -> None:
        keeps_the_partition(self._subject())

    def test_it_keeps_quotes_apart(self) -> None:
        keeps_quotes_apart(self._subject())

    def test_an_article_comes_back_from_its_dict(self) -> None:
        comes_back_from_its_dict(self._subject())

    def test_it_does_not_depend_on_the_batch(self) -> None:
        does_not_depend_on_the_batch(self._subject())

    def test_it_does_not_depend_on_the_process(self) -> None:
        does_not_depend_on_the_process(self._subject())

    def test_it_does_not_depend_on_strangers(self) -> None:
        does_not_depend_on_strangers(self._subject())

    def test_it_works_in_threads(self) -> None:
        works_in_threads(self._subject())

    def test_it_grows_linearly(self) -> None:
        grows_linearly(self._subject())
