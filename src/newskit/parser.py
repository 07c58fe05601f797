"""The parser: the hooks wired into one flow, source in, article out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import pluggy

from newskit import combine, hooks
from newskit.calls import Calls, must_be_annotation, must_lie_inside
from newskit.errors import FormatError, OptionError, PluginError, SourceError
from newskit.model.annotations import Annotation, Annotations
from newskit.model.answers import Attribution, Field, Label, Quotation
from newskit.model.article import Article, Problem
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.language import Language
from newskit.model.quote import Quote
from newskit.options import made, options_of
from newskit.plugins import DEFAULT_PLUGINS, Plugin, PluginInfo, as_plugin, builtin_plugins, installed_plugins, register

#: The options of plugins, by plugin and name.
Options = Mapping[str, Mapping[str, Any]]


class Parser:
    """A set of plugins and the flow through them. Make one, use it for many articles, in as many threads as you like.

    >>> parser = Parser(disable=["attributions"])
    >>> parser.parse("“We won,” she said.").quotes[0].speaker is None
    True
    """

    def __init__(
        self,
        plugins: Iterable[object] = (),
        *,
        disable: Iterable[str] = (),
        options: Options | None = None,
        strict: bool = False,
    ) -> None:
        """Register the built-in plugins, then ``plugins`` in their order.

        Args:
            plugins: Modules, objects or classes with hook functions, or what `installed_plugins` returns.
            disable: Names of plugins to leave out, built-in or not.
            options: The options of plugins by name, for those that are attrs classes: ``{"datelines": {"longest": 40}}``.
            strict: Raise `PluginError` when a plugin fails, instead of recording it on ``article.problems``.

        Raises:
            PluginError: A plugin given here is refused; an installed one only when ``strict``.
            OptionError: An option does not fit.
        """
        self.strict = strict
        self._languages: dict[str, tuple[Language, list[Problem]]] = {}
        self._broken: tuple[Problem, ...] = ()
        self._distributions: dict[str, str] = {}
        self._manager = pluggy.PluginManager(hooks.PROJECT)
        self._manager.add_hookspecs(hooks)
        left_out, given = set(disable), options or {}
        candidates = [*builtin_plugins(left_out), *map(as_plugin, plugins)]
        _check_names(given, left_out.union(plugin.name for plugin in candidates))
        for plugin in candidates:
            if plugin.name not in left_out:
                self._register(plugin, given.get(plugin.name, {}))

    def _register(self, plugin: Plugin, options: Mapping[str, Any]) -> None:
        """Register a plugin, or put an installed one that will not do on the list of the broken ones."""
        try:
            implementation = (
                plugin.implementation if plugin.failure else made(plugin.name, plugin.implementation, options)
            )
            register(self._manager, attrs.evolve(plugin, implementation=implementation))
        except PluginError as error:
            if self.strict or options or not plugin.distribution:
                raise
            self._broken += (Problem(error.plugin, error.hook, error.message),)
        else:
            self._distributions[plugin.name] = plugin.distribution

    @property
    def plugins(self) -> tuple[PluginInfo, ...]:
        """The plugins at work, in the order of registration."""
        return tuple(
            PluginInfo(
                name,
                getattr(plugin, "__name__", f"{type(plugin).__module__}:{type(plugin).__qualname__}"),
                self._distributions[name],
                tuple(sorted(caller.name for caller in self._manager.get_hookcallers(plugin) or [])),
                options_of(plugin),
            )
            for name, plugin in self._manager.list_name_plugin()
        )

    @property
    def broken(self) -> tuple[Problem, ...]:
        """Installed plugins that could not be loaded or registered."""
        return self._broken

    def parse(self, source: str | bytes, *, format: str | None = None, url: str | None = None) -> Article:
        """Take an article apart.

        Args:
            source: A text or a page. Bytes are decoded: byte order mark, declared charset, UTF-8, windows-1252.
            format: “text” or “html” (or what a plugin reads); None looks at the source.
            url: Where it is from, if known.

        Returns:
            The article. Whatever the input, there is one: without headline or quotes if it has none.

        Raises:
            SourceError: ``source`` is neither str nor bytes.
            FormatError: No plugin reads ``format``.
            PluginError: A plugin failed and the parser is strict.
        """
        if not isinstance(source, str | bytes):
            raise SourceError(f"parse() takes str or bytes, got {type(source).__name__}: open and read a file first")
        calls = Calls(self._manager, self.strict, list(self._broken))
        document = self._read(calls, source, format, url)
        blocks = self._label(calls, document)
        facts = combine.facts(self._describe(calls, document, blocks))
        quotes = self._quotes(calls, document, blocks)
        quotes, speakers = combine.speakers(document.text, quotes, self._attribute(calls, document, blocks, quotes))
        article = Article(document.text, blocks, quotes, speakers, facts, problems=tuple(calls.problems))
        return self._annotate(calls, article)

    def _read(self, calls: Calls, source: str | bytes, format: str | None, url: str | None) -> Document:
        arguments = {"source": source, "format": format, "url": url}
        answer = calls.first("newskit_read", arguments, Document)
        if answer is None:
            raise FormatError(f"no plugin reads format {format!r}: leave format out, or use 'text' or 'html'")
        plugin, document = answer
        for message in document.problems:
            calls.problems.append(Problem(plugin, "newskit_read", message))
        return attrs.evolve(document, words=self._words(calls, document.language or "und"))

    def _words(self, calls: Calls, code: str) -> Language:
        """Ask for a language's words once, and report what went wrong then on every article of that language."""
        if code not in self._languages:
            asking = Calls(self._manager, self.strict)
            answers = asking.one_each("newskit_language", {"code": code}, Language)
            self._languages[code] = combine.languages(code, answers), asking.problems
        words, problems = self._languages[code]
        calls.problems.extend(problems)
        return words

    def _label(self, calls: Calls, document: Document) -> tuple[Block, ...]:
        check = must_lie_inside(document.text, Label, lambda label: (label.span,))
        return combine.blocks(document, calls.each("newskit_label", {"document": document}, check))

    def _describe(self, calls: Calls, document: Document, blocks: Sequence[Block]) -> list[tuple[str, Field]]:
        check = must_lie_inside(document.text, Field, lambda field: (field.span,) if field.span else ())
        return calls.each("newskit_describe", {"document": document, "blocks": blocks}, check)

    def _quotes(self, calls: Calls, document: Document, blocks: Sequence[Block]) -> tuple[Quote, ...]:
        check = must_lie_inside(document.text, Quotation, lambda said: (*said.spans, *said.cue))
        answers = calls.each("newskit_quotes", {"document": document, "blocks": blocks}, check)
        return combine.quotes(document.text, answers)

    def _attribute(
        self, calls: Calls, document: Document, blocks: Sequence[Block], quotes: Sequence[Quote]
    ) -> list[tuple[str, Attribution]]:
        inside = must_lie_inside(document.text, Attribution, lambda said: said.mention)

        def check(said: Any) -> str | None:
            if wrong := inside(said):
                return wrong
            return None if 0 <= said.quote < len(quotes) else f"quote number {said.quote} of {len(quotes)}"

        arguments = {"document": document, "blocks": blocks, "quotes": quotes}
        return calls.each("newskit_attribute", arguments, check)

    def _annotate(self, calls: Calls, article: Article) -> Article:
        found = calls.each("newskit_annotate", {"article": article}, must_be_annotation(article.text))
        if not found and len(calls.problems) == len(article.problems):
            return article
        return attrs.evolve(
            article,
            annotations=Annotations(Annotation(plugin, item) for plugin, item in found),
            problems=tuple(calls.problems),
        )


def default_parser(options: Options | None = None, disable: Iterable[str] = ()) -> Parser:
    """Make the parser that `newskit.parse` uses: built-in and installed plugins, but for those left out."""
    return Parser(installed_plugins(), disable=disable, options=options)


def _check_names(options: Options, known: Iterable[str]) -> None:
    """Refuse options of a plugin that is not there."""
    names = [*dict.fromkeys([*(name for name, _ in DEFAULT_PLUGINS), *sorted(known)])]
    for name in options:
        if name not in names:
            raise OptionError(name, "options", f"there is no such plugin: there are {', '.join(names)}")
