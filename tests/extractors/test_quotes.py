"""The articles in tests/articles/quotes, each with its quotes as a person reads them off, and what the hook leaves out."""

import re
from pathlib import Path

import pytest

from newskit.extractors.quotes import newskit_quotes
from newskit.language.builtin import newskit_language
from newskit.model.block import Block
from newskit.model.document import Document, SourceBlock
from newskit.model.kinds import Kind
from newskit.model.span import Span
from newskit.parser import Parser

FOLDER = Path(__file__).parents[1] / "articles" / "quotes"
CASES = sorted(FOLDER.glob("*.txt"))
#: Only what is under test: labels are another matter.
PARSER = Parser(disable=["body", "boilerplate", "headline", "metadata"], strict=True)
KEYS = {"words", "named", "speaker", "role", "cue"}


def flat(text):
    return " ".join(text.split())


def read(path):
    """Give the article of a case and its quotes: a kind, then lines “key: value”; what is not there must be empty.

    The kind “optional” is for words that some readers take for a report and others do not.
    """
    text, line, rest = path.read_text(encoding="utf-8").partition("\n== quotes\n")
    assert line, f"{path.name} has no line “== quotes”"
    quotes = []
    for block in re.split(r"\n\s*\n", rest.strip()):
        kind, *lines = block.splitlines()
        fields = dict(line.split(": ", 1) for line in lines)
        assert fields.keys() <= KEYS, f"{path.name} has a key that is none of {sorted(KEYS)}"
        quotes.append({"kind": kind.strip(), **{key: value.strip() for key, value in fields.items()}})
    return text, quotes


def got(text):
    for quote in PARSER.parse(text, format="text").quotes:
        fields = {
            "words": " // ".join(flat(span.of(text)) for span in quote.spans),
            "named": flat(quote.mention.text) if quote.mention else "",
            "speaker": quote.speaker.name if quote.speaker else None,
            "role": quote.speaker.role if quote.speaker else None,
            "cue": flat(quote.cue.text) if quote.cue else "",
        }
        yield {"kind": quote.kind.value, **{key: value for key, value in fields.items() if value}}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_quotes_of_an_article_are_those_that_a_reader_finds(path):
    text, expected = read(path)
    optional = [quote["words"] for quote in expected if quote["kind"] == "optional"]
    found = [quote for quote in got(text) if quote["words"] not in optional]
    assert found == [quote for quote in expected if quote["kind"] != "optional"]


def test_every_file_in_the_folder_is_a_case():
    assert set(CASES) == set(FOLDER.iterdir())
    assert len(CASES) >= 10
    assert all(read(path)[1] for path in CASES)


def test_nothing_is_found_in_boilerplate():
    text = "“Sign up now,” said the mayor."
    document = Document(text, (SourceBlock(Span(0, len(text))),), words=newskit_language("en"))
    site = Block(Span(0, len(text)), Kind.SUBSCRIBE, source=text)
    body = Block(Span(0, len(text)), Kind.PARAGRAPH, source=text)
    assert list(newskit_quotes(document, [site])) == []
    assert len(list(newskit_quotes(document, [body]))) == 1
