"""Typed usage of everything that users write: checked by mypy --strict, never run."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, assert_type

import attrs

import newskit
from newskit import (
    Article,
    Attribution,
    Block,
    Blocks,
    Document,
    Field,
    Kind,
    Label,
    Language,
    Named,
    Parser,
    Part,
    Quotation,
    Quote,
    SourceBlock,
    Span,
    Speaker,
)


def reading(path: Path) -> None:
    article = newskit.parse(path.read_bytes(), format="html", url="https://news.example/1")
    assert_type(article, Article)
    assert_type(newskit.parse("a text"), Article)
    assert_type(article.text[Span(0, 4)], str)
    assert_type(article.text[0:4], str)
    assert_type(article.headline, Block | None)
    assert_type(article.body, Blocks)
    assert_type(article.boilerplate.text, str)
    assert_type(article.blocks[0], Block)
    assert_type([block.kind for block in article.furniture], list[Kind])
    assert_type(article.blocks[0].part, Part)
    assert_type(article.authors, tuple[str, ...])
    assert_type(article.published, dt.date | None)
    assert_type(article.language, str | None)
    assert_type(article.explain(3)[0].origin.reason, str)
    assert_type(article.to_dict(), dict[str, Any])
    assert_type(Article.from_dict(article.to_dict()), Article)


def listening(article: Article) -> Iterator[str]:
    for quote in article.quotes:
        assert_type(quote, Quote)
        assert_type(quote.spans, tuple[Span, ...])
        if quote.speaker and quote.cue:
            assert_type(quote.speaker, Speaker)
            assert_type(quote.speaker.name, str | None)
            assert_type(quote.speakers, tuple[Speaker, ...])
            yield quote.cue.text


@attrs.frozen
class Dateline:
    span: Span
    place: str


class Plugin:
    """One that answers every hook."""

    @newskit.hookimpl
    def newskit_read(self, source: str | bytes, format: str | None, url: str | None) -> Document | None:
        if format != "shout" or isinstance(source, bytes):
            return None
        return Document(source.upper(), (SourceBlock(Span(0, len(source))),), format="shout", url=url)

    @newskit.hookimpl
    def newskit_language(self, code: str) -> Language | None:
        return Language(code, cue_verbs={"diri": ["diras", "diris"]}) if code == "eo" else None

    @newskit.hookimpl
    def newskit_label(self, document: Document) -> Iterable[Label]:
        for block in document.blocks:
            yield Label(block.span, Kind.CORRECTION, 0.5, "by way of example")

    @newskit.hookimpl
    def newskit_describe(self, document: Document, blocks: Sequence[Block]) -> Iterable[Field]:
        yield Field("tags", ["one", str(len(blocks))], confidence=document.url is not None)

    @newskit.hookimpl
    def newskit_quotes(self, document: Document) -> Iterable[Quotation]:
        assert_type(document.remember(count), int)
        yield Quotation([(0, 4)], "direct", cue=[Span(4, 6)])

    @newskit.hookimpl
    def newskit_attribute(self, quotes: Sequence[Quote]) -> Iterable[Attribution]:
        return [
            Attribution(number, [quote.spans[0]], name="Ida Brandt", also=[Named("Jon Falk", "pilot")])
            for number, quote in enumerate(quotes)
        ]

    @newskit.hookimpl
    def newskit_annotate(self, article: Article) -> Iterable[Dateline]:
        yield Dateline(Span(0, 4), article.text[:4])


def count(document: Document) -> int:
    return len(document.text)


def streaming(texts: Iterable[str]) -> None:
    for result in newskit.parse_many(texts, jobs=2):
        assert_type(result, Article | newskit.Failure)


def choosing() -> None:
    parser = Parser([Plugin(), *newskit.installed_plugins()], disable=["quotes"], strict=True)
    assert_type(parser.parse("a text").annotations[Dateline], tuple[Dateline, ...])
    assert_type([plugin.hooks for plugin in parser.plugins], list[tuple[str, ...]])
    try:
        parser.parse("a text", format="stone")
    except newskit.PluginError as error:
        assert_type(error.plugin, str)
    except newskit.NewskitError:
        pass
