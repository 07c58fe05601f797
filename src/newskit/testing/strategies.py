"""Hypothesis strategies, named for what they make.

>>> from hypothesis import given
>>> @given(hostile_texts())
... def test_nothing_raises(text):
...     newskit.parse(text)
"""

from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from newskit import combine
from newskit.model.annotations import Annotation, Annotations
from newskit.model.answers import Attribution, Field, Label, Named, Quotation
from newskit.model.article import Article, Problem, Text
from newskit.model.block import Block, Blocks
from newskit.model.document import Document, SourceBlock
from newskit.model.fact import Fact
from newskit.model.kinds import FactValue, Kind, QuoteKind
from newskit.model.markup import Element, Markup
from newskit.model.quote import Cue, Mention, Quote, Speaker
from newskit.model.span import Origin, Span

T = TypeVar("T")


@attrs.frozen
class Remark:
    """An annotation, as a plugin would add one: what made articles are annotated with."""

    span: Span
    words: str


#: What parsers have stumbled over: surrogates on their own, NUL, controls that turn the direction of writing, line ends of
#: all systems, marks of many languages that nobody closes, markup that never ends.
HOSTILE_PIECES = (
    "\ud800", "\udfff", "\x00", "\x1b[31m", "\ufeff", "\u202e", "\u2066", "\u200b", "\u00ad", "\r", "\r\n", "\n\n", "\u2028",
    "\u0085", "\f", "“", "”", "„", "‘", "’", "'", "''", '"', "«", "»", "「", "``", "“A,” she said, “", "' he said '",
    "<", "</p>", "<p>", "<div>" * 9, "<!--", "<script>", "<![CDATA[", "&amp", "&#0;", "&#xD800;", "<table><tr>", "<br><br>",
    '<script type="application/ld+json">{', "<title>", "By ", "said ", "according to", "Copyright 2020", "All rights reserved.",
    "Ada Moss", "she", ".", "—", "A" * 300, "مرحبا", "漢字。", "e\u0301", "🗞️",
)  # fmt: skip

_LETTERS = st.characters(categories=["L", "N", "P", "S", "Z"])
_ANY_CHARACTER = st.characters(categories=["L", "M", "N", "P", "S", "Z", "C"])


def texts(*, max_size: int | None = None) -> st.SearchStrategy[str]:
    """Make any text of assigned characters in lines: what a well-behaved program would give."""
    line = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]))
    text = st.lists(line, max_size=6).map("\n".join)
    return text if max_size is None else text.map(lambda made: made[:max_size])


def hostile_texts() -> st.SearchStrategy[str]:
    """Make texts that parsers stumble over: lone surrogates, NUL, bidi controls, odd line ends, unmatched marks, markup."""
    piece = st.one_of(
        st.sampled_from(HOSTILE_PIECES), st.text(_ANY_CHARACTER, max_size=8), st.text(_LETTERS, max_size=20)
    )
    return st.lists(piece, max_size=30).map("".join)


def spans(text: str) -> st.SearchStrategy[Span]:
    """Make places inside a text, empty ones too."""
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


def _markup() -> st.SearchStrategy[Markup]:
    paths = st.sampled_from([("p",), ("main", "article", "p"), ("nav", "ul", "li")])
    return st.builds(Markup, paths.map(_innermost), st.floats(0, 1))


def _innermost(path: tuple[str, ...]) -> Element:
    element = Element(path[0])
    for name in path[1:]:
        element = Element(name, parent=element)
    return element


def documents(source_texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Document]:
    """Make valid documents, with markup or without."""
    return (texts() if source_texts is None else source_texts).flatmap(_documents_of)


def _documents_of(text: str) -> st.SearchStrategy[Document]:
    blocks = _cuts(text).flatmap(
        lambda cuts: st.tuples(*(st.builds(SourceBlock, st.just(span), st.none() | _markup()) for span in cuts))
    )
    return st.builds(Document, st.just(text), blocks, language=st.sampled_from([None, "en", "de"]))


def articles(source_texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Article]:
    """Make valid articles: blocks that cover the text, quotes with and without speakers, facts, annotations, problems."""
    return (texts() if source_texts is None else source_texts).flatmap(_articles_of)


@st.composite
def _articles_of(draw: st.DrawFn, text: str) -> Article:
    """Put answers of plugins together as the parser does, so that what is promised of an article holds of this one."""
    source = Text(text)
    blocks = [
        Block(span, draw(st.sampled_from(Kind)), source=source, origin=draw(origins())) for span in draw(_cuts(text))
    ]
    found = combine.quotes(source, draw(_answers(_quotations(text))) if text else [])
    names = draw(st.lists(st.none() | st.text(min_size=1, max_size=10), min_size=1, max_size=3))
    attributions = draw(_answers(_attributions(text, len(found), names))) if found else []
    quotes, speakers = combine.speakers(source, found, attributions)
    facts = combine.facts(draw(_answers(_fields(text))))
    notes = draw(_annotations(text))
    problems = draw(st.lists(st.builds(Problem, st.text(), st.just("newskit_label"), st.text()), max_size=2))
    return Article(source, blocks, quotes, speakers, facts, notes, tuple(problems))


def _answers(answer: st.SearchStrategy[T]) -> st.SearchStrategy[list[tuple[str, T]]]:
    return st.lists(st.tuples(st.sampled_from(["body", "quotes", "mine"]), answer), max_size=3)


def _quotations(text: str) -> st.SearchStrategy[Quotation]:
    """Make quotations of one place or of two that do not overlap, some without a cue."""
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True).map(
        lambda ends: list(zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
    )
    cues = st.lists(spans(text), max_size=2)
    lemmas = st.none() | st.just("say")
    return st.builds(
        Quotation,
        places,
        st.sampled_from(QuoteKind),
        cues,
        st.floats(0, 1),
        st.text(max_size=10),
        lemmas,
        st.booleans(),
    )


def _attributions(text: str, quotes: int, names: list[str | None]) -> st.SearchStrategy[Attribution]:
    return st.builds(
        Attribution,
        st.integers(0, quotes - 1),
        st.lists(spans(text), max_size=2),
        st.sampled_from(names),
        st.none() | st.just("mayor"),
        st.none() | st.just("the council"),
        st.floats(0, 1),
        st.text(max_size=10),
        st.lists(_named(st.sampled_from(names)), max_size=2),
    )


def _named(names: st.SearchStrategy[str | None]) -> st.SearchStrategy[Named]:
    return st.builds(Named, names, st.none() | st.just("doctor"), st.none() | st.just("the clinic"))


def _fields(text: str) -> st.SearchStrategy[Field]:
    names = st.sampled_from(["section", "tags", "image", "weather"])
    return st.builds(
        Field, names, _values(), st.none() | st.text(max_size=10), st.none() | spans(text), st.floats(0, 1), st.text()
    )


def _values() -> st.SearchStrategy[FactValue]:
    return st.one_of(st.text(max_size=10), st.booleans(), st.lists(st.text(max_size=10), max_size=3).map(tuple))


def origins() -> st.SearchStrategy[Origin]:
    """Make origins of answers."""
    return st.builds(Origin, st.sampled_from(["quotes", "body", "mine"]), st.floats(0, 1), st.text(max_size=10))


@st.composite
def _cuts(draw: st.DrawFn, text: str) -> list[Span]:
    """Cut a text at some places; drop white space at the ends of a piece, and pieces of nothing else."""
    edges = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    found = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        if words := piece.strip():
            first = start + piece.index(words)
            found.append(Span(first, first + len(words)))
    return found


def _quote(text: str) -> st.SearchStrategy[Quote]:
    """Make a quote, with a speaker or without."""
    whose = _answers(_attributions(text, 1, [None, "Ada Moss"]))
    return st.tuples(_quotations(text), whose).map(
        lambda drawn: combine.speakers(text, combine.quotes(text, [("mine", drawn[0])]), drawn[1])[0][0]
    )


def _mention(text: str) -> st.SearchStrategy[Mention]:
    return st.builds(Mention, st.lists(spans(text), max_size=2), source=st.just(text))


def _speaker(text: str) -> st.SearchStrategy[Speaker]:
    names, roles, institutions = st.text(min_size=1, max_size=10), st.just("mayor"), st.just("the council")
    mentions = st.lists(_mention(text), max_size=2).map(tuple)
    return st.builds(Speaker, st.none() | names, st.none() | roles, st.none() | institutions, mentions)


def _annotation(text: str) -> st.SearchStrategy[Annotation]:
    return st.builds(Annotation, st.just("mine"), st.builds(Remark, spans(text), st.text(max_size=10)))


def _annotations(text: str) -> st.SearchStrategy[Annotations]:
    return st.lists(_annotation(text), max_size=2).map(Annotations)


def register() -> None:
    """Tell hypothesis how to make every public type, so that ``st.from_type(Article)`` gives valid ones.

    Called by hypothesis itself, through the entry point group “hypothesis”.
    """
    some_spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], sum(pair)))
    confidences = st.floats(0, 1)
    for kind, strategy in {
        Span: some_spans,
        Origin: origins(),
        Article: articles(),
        Document: documents(),
        Block: articles(_with_words()).filter(lambda article: article.blocks).map(lambda article: article.blocks[0]),
        Blocks: articles().map(lambda article: article.blocks),
        Annotation: _over_a_text(_annotation),
        Annotations: _over_a_text(_annotations),
        Speaker: _over_a_text(_speaker),
        Mention: _over_a_text(_mention),
        Cue: _over_a_text(
            lambda text: st.builds(Cue, st.lists(spans(text), min_size=1, max_size=2), source=st.just(text))
        ),
        Quote: _with_words().flatmap(_quote),
        Fact: _over_a_text(_fields).map(lambda field: combine.facts([("mine", field)])[0]),
        Label: st.builds(Label, some_spans, st.sampled_from(Kind), confidences, st.text()),
        Field: _over_a_text(_fields),
        Quotation: _with_words().flatmap(_quotations),
        Named: _named(st.none() | st.text(min_size=1, max_size=10)),
        Attribution: st.builds(Attribution, st.integers(0, 99), st.lists(some_spans), confidence=confidences),
        Markup: _markup(),
    }.items():
        st.register_type_strategy(kind, strategy)


def _over_a_text(make: Callable[[str], st.SearchStrategy[T]]) -> st.SearchStrategy[T]:
    return texts().flatmap(make)


def _with_words() -> st.SearchStrategy[str]:
    return texts().filter(str.strip)
