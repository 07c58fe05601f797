"""The flow: hooks in order, answers combined, failures kept apart."""

import threading
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import newskit
from newskit import (
    Article,
    Attribution,
    Block,
    Document,
    Field,
    FormatError,
    Label,
    Language,
    Parser,
    PluginError,
    Quotation,
    Quote,
    SourceBlock,
    SourceError,
    Span,
    hookimpl,
)

NO_EXTRACTORS = ("body", "boilerplate", "headline", "metadata", "quotes", "attributions")


@attrs.frozen
class Remark:
    span: Span
    words: str = ""


class Whole:
    """Answers every hook, with what earlier steps decided in its answer."""

    @hookimpl
    def newskit_label(self, document: Document) -> Iterator[Label]:
        yield Label(document.blocks[0].span, "headline", 0.9, "comes first")

    @hookimpl
    def newskit_describe(self, document: Document, blocks: list[Block]) -> Iterator[Field]:
        yield Field("section", f"{len(blocks)} blocks of {document.format}")

    @hookimpl
    def newskit_quotes(self, blocks: list[Block]) -> Iterator[Quotation]:
        yield Quotation([blocks[-1].span], "indirect", [(0, 4)], 0.8, "comes last")

    @hookimpl
    def newskit_attribute(self, quotes: list[Quote]) -> Iterator[Attribution]:
        for number in range(len(quotes)):
            yield Attribution(number, [(0, 4)], "Rain", reason="who else")

    @hookimpl
    def newskit_annotate(self, article: Article) -> Iterator[Remark]:
        yield Remark(article.blocks[0].span, str(len(article.quotes)))


def test_every_hook_sees_what_earlier_steps_decided() -> None:
    article = Parser([Whole()], disable=NO_EXTRACTORS).parse("Rain ends\n\nIt will be dry.", format="text")
    assert article.headline
    assert article.headline.text == "Rain ends"
    assert article.fact("section") == "2 blocks of text"
    assert [quote.text for quote in article.quotes] == ["It will be dry."]
    assert article.quotes[0].speaker is article.speakers[0]
    assert article.annotations[Remark] == (Remark(Span(0, 9), "1"),)
    assert article.problems == ()


def test_every_answer_carries_its_plugin_and_its_reason() -> None:
    article = Parser([Whole()], disable=NO_EXTRACTORS).parse("Rain ends\n\nIt will be dry.", format="text")
    assert [(line.what, line.origin.plugin, line.origin.reason) for line in article.explain(0)] == [
        ("block", "Whole", "comes first"),
        ("speaker", "Whole", "who else"),
        ("Remark", "Whole", "annotation"),
    ]


def test_a_plugin_reads_a_format_of_its_own() -> None:
    class Shout:
        @hookimpl
        def newskit_read(self, source: str, format: str | None) -> Document | None:
            if format != "shout":
                return None
            return Document(source.upper(), (SourceBlock(Span(0, len(source))),), format="shout")

    assert Parser([Shout()]).parse("rain", format="shout").text == "RAIN"


def test_the_words_of_a_language_come_from_all_plugins_once_a_parser() -> None:
    asked = []

    class Words:
        @hookimpl
        def newskit_language(self, code: str) -> Language:
            asked.append(code)
            return Language(code, cue_phrases=["as told by"])

        @hookimpl
        def newskit_describe(self, document: Document) -> Iterator[Field]:
            yield Field("tags", document.words.cue_phrases[:1])

    parser = Parser([Words()])
    text = "The council will meet on Monday, and it is not known what the mayor will say to them."
    assert [parser.parse(text).fact("tags") for _ in range(2)] == [("as told by",)] * 2
    assert asked == ["en"]


class Says:
    """Answers every hook with its name, sure of nothing: what counts is the order."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    @hookimpl
    def newskit_read(self, source: str) -> Document:
        return Document(source, (SourceBlock(Span(0, len(source))),), language=self.__name__)

    @hookimpl
    def newskit_language(self) -> Language:
        return Language("xx", cue_phrases=[self.__name__, "said"])

    @hookimpl
    def newskit_label(self, document: Document) -> Iterator[Label]:
        yield Label(document.blocks[0].span, "other", 0.5, self.__name__)

    @hookimpl
    def newskit_describe(self, document: Document) -> Iterator[Field]:
        yield Field("words", (self.__name__, *document.words.cue_phrases), confidence=0.5)
        yield Field("read by", str(document.language), confidence=0.5)

    @hookimpl
    def newskit_quotes(self, document: Document) -> Iterator[Quotation]:
        yield Quotation([document.blocks[0].span], "direct", confidence=0.5, reason=self.__name__)

    @hookimpl
    def newskit_attribute(self) -> Iterator[Attribution]:
        yield Attribution(0, name=self.__name__, confidence=0.5)

    @hookimpl
    def newskit_annotate(self, article: Article) -> Iterator[Remark]:
        yield Remark(article.blocks[0].span, self.__name__)


class SaysFirst(Says):
    @hookimpl(tryfirst=True)
    def newskit_read(self, source: str) -> Document:
        return super().newskit_read(source)

    @hookimpl(tryfirst=True)
    def newskit_label(self, document: Document) -> Iterator[Label]:
        return super().newskit_label(document)


class SaysLast(Says):
    @hookimpl(trylast=True)
    def newskit_read(self, source: str) -> Document:
        return super().newskit_read(source)

    @hookimpl(trylast=True)
    def newskit_label(self, document: Document) -> Iterator[Label]:
        return super().newskit_label(document)


def test_where_order_counts_the_plugin_registered_last_comes_first() -> None:
    article = Parser([Says("aa"), Says("bb")], disable=NO_EXTRACTORS, strict=True).parse("Rain ends soon.")
    assert article.fact("read by") == "bb"
    assert [block.origin.reason for block in article.blocks] == ["bb"]
    assert article.fact("words") == ("bb", "bb", "said", "aa")
    assert [(quote.origin.reason, quote.speaker and quote.speaker.name) for quote in article.quotes] == [("bb", "bb")]
    assert [remark.words for remark in article.annotations[Remark]] == ["aa", "bb"]


def test_a_plugin_may_ask_to_come_first_or_last() -> None:
    article = Parser([SaysFirst("aa"), Says("bb"), SaysLast("cc")], disable=NO_EXTRACTORS).parse("Rain ends soon.")
    assert article.fact("read by") == "aa"
    assert [block.origin.reason for block in article.blocks] == ["aa"]


class Raises:
    @hookimpl
    def newskit_label(self) -> Iterator[Label]:
        raise RuntimeError("no label today")


class RaisesHalfWay:
    @hookimpl
    def newskit_label(self, document: Document) -> Iterator[Label]:
        yield Label(document.blocks[0].span, "other", 1.0)
        raise RuntimeError("lost the thread")


class WrongType:
    @hookimpl
    def newskit_label(self) -> list[str]:
        return ["headline"]


class NoIterable:
    @hookimpl
    def newskit_label(self, document: Document) -> Label:
        return Label(document.blocks[0].span, "other")


class JustText:
    @hookimpl
    def newskit_label(self) -> str:
        return "headline"


class Outside:
    @hookimpl
    def newskit_label(self, document: Document) -> list[Label]:
        return [Label(document.blocks[0].span, "other", 1.0), Label(Span(0, len(document.text) + 1), "other")]


class Reversed:
    @hookimpl
    def newskit_label(self) -> list[Label]:
        return [Label(Span(5, 2), "other")]


class NoSuchQuote:
    @hookimpl
    def newskit_attribute(self, quotes: list[Quote]) -> list[Attribution]:
        return [Attribution(len(quotes), name="Nobody")]


class OutsideQuote:
    @hookimpl
    def newskit_quotes(self, document: Document) -> list[Quotation]:
        return [Quotation([(0, len(document.text) + 1)], "direct")]


class OverlapsItself:
    @hookimpl
    def newskit_quotes(self) -> list[Quotation]:
        return [Quotation([(0, 4), (2, 6)], "direct")]


class PlainAnnotation:
    @hookimpl
    def newskit_annotate(self) -> list[str]:
        return ["a remark"]


class PlacelessAnnotation:
    @hookimpl
    def newskit_annotate(self) -> list[Label]:
        return [Field("a", "b")]  # type: ignore[list-item]


class UnwritableAnnotation:
    @hookimpl
    def newskit_annotate(self) -> list[Remark]:
        return [Remark(Span(0, 1), {1, 2})]  # type: ignore[arg-type]


class BadRepr:
    @hookimpl
    def newskit_label(self) -> list[Any]:
        class Sulky:
            def __repr__(self) -> str:
                raise ValueError("no name")

        return [Sulky()]


class BadMessage:
    @hookimpl
    def newskit_label(self) -> None:
        class SulkyError(Exception):
            def __str__(self) -> str:
                raise ValueError("no words")

        raise SulkyError


class BadPlace:
    @hookimpl
    def newskit_annotate(self) -> list[Any]:
        @attrs.frozen
        class Placed:
            @property
            def span(self) -> Span:
                raise OSError("no place today")

        return [Placed()]


class Interrupted:
    """Is interrupted while its answer is read."""

    def __init__(self, kind: type[BaseException]) -> None:
        self.kind = kind

    @hookimpl
    def newskit_label(self, document: Document) -> Iterator[Label]:
        yield Label(document.blocks[0].span, "other", 1.0)
        raise self.kind("half-way")


FAILING = [
    (Raises, "newskit_label", "raised RuntimeError: no label today"),
    (RaisesHalfWay, "newskit_label", "raised RuntimeError: lost the thread"),
    (WrongType, "newskit_label", "str 'headline' where Label is expected"),
    (NoIterable, "newskit_label", "iterable"),
    (JustText, "newskit_label", "iterable"),
    (Outside, "newskit_label", "outside a text of 15 characters"),
    (Reversed, "newskit_label", "ends before it starts"),
    (NoSuchQuote, "newskit_attribute", "quote number"),
    (OutsideQuote, "newskit_quotes", "outside a text of 15 characters"),
    (OverlapsItself, "newskit_quotes", "must not overlap one another"),
    (PlainAnnotation, "newskit_annotate", "no attrs object"),
    (PlacelessAnnotation, "newskit_annotate", "no Span"),
    (UnwritableAnnotation, "newskit_annotate", "no place in JSON"),
    (BadRepr, "newskit_label", "Sulky"),
    (BadMessage, "newskit_label", "raised SulkyError"),
    (BadPlace, "newskit_annotate", "raised OSError: no place today"),
]


@pytest.mark.parametrize(("kind", "hook", "message"), FAILING)
def test_a_plugin_that_fails_loses_its_answer_and_is_named(kind: type, hook: str, message: str) -> None:
    article = Parser([kind()]).parse("Rain ends soon.", format="text")
    assert [(problem.plugin, problem.hook) for problem in article.problems] == [(kind.__name__, hook)]
    assert message in article.problems[0].message
    assert attrs.evolve(article, problems=()) == Parser().parse("Rain ends soon.", format="text")


@pytest.mark.parametrize(("kind", "hook", "message"), FAILING)
def test_a_strict_parser_raises_what_a_plugin_did_wrong(kind: type, hook: str, message: str) -> None:
    with pytest.raises(PluginError, match=hook) as caught:
        Parser([kind()], strict=True).parse("Rain ends soon.", format="text")
    assert kind.__name__ in str(caught.value)
    assert message in str(caught.value)


def test_the_cause_of_a_plugin_error_is_the_plugin_s_own_exception() -> None:
    with pytest.raises(PluginError) as caught:
        Parser([Raises()], strict=True).parse("Rain.")
    assert isinstance(caught.value.__cause__, RuntimeError)


class PanicError(BaseException):
    """What an extension module raises where it gives up: no Exception."""


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("strict", [False, True])
def test_an_interrupt_is_nobody_s_answer_and_passes_through(kind: type[BaseException], strict: bool) -> None:
    with pytest.raises(kind):
        Parser([Interrupted(kind)], strict=strict).parse("Rain.")


def test_what_else_is_no_exception_is_the_plugin_s_own_failure() -> None:
    problems = Parser([Interrupted(PanicError)]).parse("Rain.").problems
    assert [problem.message for problem in problems] == ["raised PanicError: half-way"]
    with pytest.raises(PluginError, match="PanicError"):
        Parser([Interrupted(PanicError)], strict=True).parse("Rain.")


def test_a_reader_that_fails_is_named_and_the_next_one_reads() -> None:
    class Reader:
        @hookimpl
        def newskit_read(self) -> Document:
            raise OSError("no source")

    article = Parser([Reader()]).parse("Rain.")
    assert article.text == "Rain."
    assert [problem.plugin for problem in article.problems] == ["Reader"]


def test_a_language_that_fails_is_named_on_every_article_that_needs_it() -> None:
    class Words:
        @hookimpl
        def newskit_language(self) -> Language:
            raise KeyError("no words")

    parser = Parser([Words()])
    assert [len(parser.parse("Rain.").problems) for _ in range(3)] == [1, 1, 1]


def test_a_plugin_may_parse_another_text_while_it_answers() -> None:
    class Recursive:
        @hookimpl
        def newskit_annotate(self, article: Article) -> list[Remark]:
            inner = Parser().parse("Another text.", format="text")
            return [Remark(article.blocks[0].span, inner.body.text)]

    article = Parser([Recursive()]).parse("Rain ends soon, the council said.", format="text")
    assert article.problems == ()


def test_a_plugin_may_use_its_own_parser_again_on_another_text() -> None:
    class Twice:
        @hookimpl
        def newskit_annotate(self, article: Article) -> list[Remark]:
            if article.text == "Sun.":
                return []
            return [Remark(article.blocks[0].span, parser.parse("Sun.", format="text").text)]

    parser = Parser([Twice()], strict=True)
    assert parser.parse("Rain ends soon.", format="text").annotations[Remark][0].words == "Sun."


def test_a_plugin_that_parses_its_own_text_again_and_again_comes_to_an_end() -> None:
    class Endless:
        @hookimpl
        def newskit_annotate(self, article: Article) -> list[Remark]:
            return [Remark(article.blocks[0].span, parser.parse(article.text, format="text").text)]

    parser = Parser([Endless()], disable=NO_EXTRACTORS)
    assert parser.parse("Rain.", format="text").text == "Rain."


def test_what_a_plugin_is_given_cannot_be_changed() -> None:
    class Mutates:
        @hookimpl
        def newskit_label(self, document: Document) -> None:
            document.text = "Sun."  # type: ignore[misc]

        @hookimpl
        def newskit_quotes(self, blocks: list[Block]) -> None:
            blocks.clear()

        @hookimpl
        def newskit_annotate(self, article: Article) -> None:
            article.quotes = ()  # type: ignore[misc]

    article = Parser([Mutates()]).parse("Rain ends soon.", format="text")
    assert [(problem.hook, problem.message.split(":")[0]) for problem in article.problems] == [
        ("newskit_label", "raised FrozenInstanceError"),
        ("newskit_quotes", "raised AttributeError"),
        ("newskit_annotate", "raised FrozenInstanceError"),
    ]
    assert article.text == "Rain ends soon."


def test_what_a_plugin_is_told_of_a_page_and_the_words_of_its_language_cannot_be_changed() -> None:
    class Mutates:
        @hookimpl
        def newskit_label(self, document: Document) -> None:
            document.declared["title"] = "Sun"  # type: ignore[index]

        @hookimpl
        def newskit_describe(self, document: Document) -> None:
            document.declared["meta"]["author"] = ("Nobody",)

        @hookimpl
        def newskit_quotes(self, document: Document) -> None:
            document.words.cue_verbs.clear()  # type: ignore[attr-defined]

    page = "<html lang=en><title>Fog</title><h1>Fog on the lake</h1><p>“Stay ashore,” said Ida Brandt.</p></html>"
    article = Parser([Mutates()]).parse(page)
    assert [problem.hook for problem in article.problems] == ["newskit_label", "newskit_describe", "newskit_quotes"]
    assert attrs.evolve(article, problems=()) == Parser().parse(page)


def test_none_is_no_answer_and_no_problem() -> None:
    class Silent:
        @hookimpl
        def newskit_label(self) -> None:
            return None

        @hookimpl
        def newskit_language(self) -> None:
            return None

    text = "Rain ends soon."
    assert Parser([Silent()]).parse(text, format="text") == Parser().parse(text, format="text")


def test_a_source_that_is_no_text_is_refused_with_its_type() -> None:
    with pytest.raises(SourceError, match="int"):
        newskit.parse(3)  # type: ignore[arg-type]


def test_a_format_that_nobody_reads_is_refused_with_its_name() -> None:
    with pytest.raises(FormatError, match="pdf"):
        newskit.parse("Rain.", format="pdf")


def test_parse_and_a_parser_agree() -> None:
    text = "Rain ends\n\nIt will be dry, the weather office said."
    assert newskit.parse(text) == Parser(newskit.installed_plugins()).parse(text)


def test_one_parser_serves_many_threads() -> None:
    parser = Parser()
    texts = [f"Rain on day {day}\n\n“It will be wet,” said Ada Moss, {day} times." for day in range(40)]
    expected = [Parser().parse(text) for text in texts]
    got: list[Article | None] = [None] * len(texts)

    def work(first: int) -> None:
        for index in range(first, len(texts), 4):
            got[index] = parser.parse(texts[index])

    threads = [threading.Thread(target=work, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == expected
