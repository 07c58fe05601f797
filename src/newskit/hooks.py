"""The hooks: every step of a parse is a function that any plugin may answer.

The data flow one way::

    source ─read─▶ Document ─label─▶ blocks ─describe─▶ facts ─quotes─▶ quotes ─attribute─▶ speakers ─annotate─▶ Article

A plugin is a module or an object with functions of these names, marked with `hookimpl`; it takes those arguments that it
needs, by name. An answer is an iterable of answers (a generator will do), or None. No step looks back: a plugin sees what
earlier steps decided and cannot change it. What happens when several plugins answer is written under each hook, as “Combination”
and “Order”, and decided in newskit/combine.py. Where order counts, the plugin that was registered last comes first: built-in
plugins are registered before installed ones, and those given to a `Parser` in their order. ``hookimpl(tryfirst=True)`` puts an
implementation before all others, ``trylast=True`` behind them.

A plugin that raises, or answers with something of the wrong type or outside the text, loses its answer to that hook and is
named on ``article.problems``; nothing else is hurt. Hook wrappers are refused: they would reach into other plugins' answers.
A plugin that is an attrs class is made by the parser, with its fields as options.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pluggy

from newskit.model.answers import Attribution, Field, Label, Quotation
from newskit.model.article import Article
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.language import Language
from newskit.model.quote import Quote

#: Names newskit's hooks among pluggy's projects, and the entry point group that plugins are found under.
PROJECT = "newskit"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def newskit_read(source: str | bytes, format: str | None, url: str | None) -> Document | None:
    """Read a source into a `Document`; None where the source is not of the plugin's kind.

    Its text and its blocks are what every later span must fit.

    Combination: the first document is taken.

    Order: last registered first; the others are not asked any more.

    Arguments: ``source`` as given to ``parse``; ``format``, what the caller says it is, None where the plugin should look;
    ``url``, where the source is from, None if unknown.

    Example::

        @newskit.hookimpl
        def newskit_read(source, format):
            if format == "shout":
                text = source.upper()
                return Document(text, (SourceBlock(Span(0, len(text))),), format="shout")
    """


@hookspec
def newskit_language(code: str) -> Language | None:
    """Give the words of a language; None where the plugin has none of it.

    Combination: all answers are merged, list by list, each word once.

    Order: words of the plugin registered last stand first. Each parser asks once for a language.

    Arguments: ``code``, an ISO 639 code of two or three letters in lower case; “und” where the language is not known.

    Example::

        @newskit.hookimpl
        def newskit_language(code):
            if code == "eo":
                return Language("eo", cue_verbs={"diri": ["diras", "diris"]})
    """


@hookspec
def newskit_label(document: Document) -> Iterable[Label] | None:
    """Say what blocks are: headline, body, furniture or boilerplate, by their finer kinds.

    A label over part of a block cuts the block. A block that nobody labels is a paragraph of the body, with confidence 0.

    Combination: every character goes to the most confident label over it.

    Order: of equally confident labels, that of the plugin registered last.

    Arguments: ``document``, the text, its blocks, their markup.

    Example::

        @newskit.hookimpl
        def newskit_label(document):
            for block in document.blocks:
                if block.span.of(document.text).startswith("Correction:"):
                    yield Label(block.span, "correction", 0.99, "opens with Correction:")
    """


@hookspec
def newskit_describe(document: Document, blocks: Sequence[Block]) -> Iterable[Field] | None:
    """Say what is known of the article besides its text: authors, dates, language, address (see `Fact`).

    Combination: for each field the most confident answer is taken.

    Order: of equally confident answers, that of the plugin registered last.

    Arguments: ``document``, whose ``declared`` holds what the source says of itself; ``blocks``, labelled.

    Example::

        @newskit.hookimpl
        def newskit_describe(document):
            if document.url and "/sport/" in document.url:
                yield Field("section", "sport", confidence=0.5, reason="in the address")
    """


@hookspec
def newskit_quotes(document: Document, blocks: Sequence[Block]) -> Iterable[Quotation] | None:
    """Find what people say: its places, its kind, and the words that report it.

    Combination: the union is taken; of two that overlap the more confident stays, then the longer.

    Order: of two that are equal in this too, that of the plugin registered last. Quotes stand in text order.

    Arguments: ``document``; ``blocks``, labelled: most plugins look for quotes in body and headline only.

    Example::

        @newskit.hookimpl
        def newskit_quotes(document):
            for match in regex.finditer(r"«[^«»]++»", document.text):
                yield Quotation([match.span()], "direct", confidence=0.6, reason="in guillemets")
    """


@hookspec
def newskit_attribute(
    document: Document, blocks: Sequence[Block], quotes: Sequence[Quote]
) -> Iterable[Attribution] | None:
    """Say whose a quote is: where the text names the speaker there, and who that is.

    Combination: for each quote the most confident answer is taken. Attributions with the same name become mentions of one
    `Speaker`; those whom ``Attribution.also`` names said the quote too, and get the same mention.

    Order: of equally confident answers, that of the plugin registered last.

    Arguments: ``document``; ``blocks``, labelled; ``quotes``, those that were kept, without speakers.

    Example::

        @newskit.hookimpl
        def newskit_attribute(quotes):
            for number, quote in enumerate(quotes):
                yield Attribution(number, name="Anonymous", confidence=0.1, reason="as good as any")
    """


@hookspec
def newskit_annotate(article: Article) -> Iterable[Any] | None:
    """Add attrs objects of any type, each with a ``span``, over the finished article.

    Combination: all are kept, by type: ``article.annotations[Dateline]``.

    Order: within a type as the plugins were registered, each one's as it gives them.

    Arguments: ``article``, finished but for annotations.

    Example::

        @newskit.hookimpl
        def newskit_annotate(article):
            for match in regex.finditer(r"(?m)^[A-Z]{3,}(?= — )", article.text):
                yield Dateline(Span(*match.span()))
    """
