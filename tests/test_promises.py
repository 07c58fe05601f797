"""The seven promises of docs/design.md, each as a property over texts and pages of every kind, hostile ones too."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newskit
from newskit import Article, Language, Parser, Span, hookimpl
from newskit.language.builtin import newskit_language
from newskit.testing.growth import STEEPEST, STUMBLING_PIECES, steepness
from newskit.testing.strategies import hostile_texts, texts

ANY_TEXT = st.one_of(texts(), hostile_texts())
ANY_PAGE = ANY_TEXT.map(lambda text: f"<html><body><p>{text}</p><div>{text}")
SPEECH = (
    "Bridge to reopen\n\nBy Tom Reed\n\n“We will rebuild,” Mayor Ada Moss said. “And soon.”\n\nShe added that it “costs little.\n\n"
    "Copyright 2020 The Gazette. All rights reserved."
)

#: Sentences that ask many rules for what stands behind a word.
SENTENCES = (
    "“It rains,” said the associate professor.",
    "“It rains.” Asked about the flood, his mother said the former mayor, 71, of two minds, had left.",
    "A clerk who asked not to be named said the Holle Tide Office (HTO) was wrong, before walking out.",
    "According to Superintendent of Police (Rural) Ann Poe, SJ, a pilot, it rained — a claim that Sund Gas denies.",
    "The Post quoted Dean Poe, 24, as saying by phone that he was not, “sadly”, to blame and refused to say who was.",
    "The Minister for Rural Affairs, Mines and Law Dr. (Mrs) Ray “the Hat” Holt told the Nurses’ Union: “We voted 9-4 to go.”",
    "Asked by Ann Poe ’98, KC, now a clerk, at 9 a.m. Tom Reed, who has died, said no. “Who?” his lawyer asked. “Nobody,” the plasterer replied.",
    "A woman who gave her name only as Ann told the NGO Poe Watch, the Holle-based company, that Capt. Max Poe is a retired miner.",
    "Her boss says she wept. “It hurt,” said Ann Poe, 58, a nurse from Holle, North Ohio, on Monday.",
    "“It rains,” said the mayor on Monday. “It pours,” said Ann Poe, an agent charged with theft.",
    "It rains, said Ada Moss, 29, of Holle.",
)

#: What asks for the words of many lists.
LACKING = " ".join(
    (*SENTENCES, "Ann Poe left the town with her son. She said that it rains, which is why he was late.")
)


def all_spans(article: Article) -> list[Span]:
    found = [block.span for block in article.blocks]
    for quote in article.quotes:
        found += quote.spans
        found += quote.cue.spans if quote.cue else ()
        found += quote.mention.spans if quote.mention else ()
    for speaker in article.speakers:
        found += [span for mention in speaker.mentions for span in mention.spans]
    return found + [fact.span for fact in article.facts if fact.span]


@given(ANY_TEXT)
@example(SPEECH)
@example("\r\n\r\nA\rB\u2028C\x00\ud800")
def test_1_plain_text_is_kept_character_for_character(text: str) -> None:
    assert newskit.parse(text, format="text").text == text


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1, max_size=5))
def test_1_the_text_of_a_page_is_what_a_reader_sees(paragraphs: list[str]) -> None:
    page = "<html><head><title>t</title><script>s</script></head><body>" + "".join(f"<p>{p}</p>" for p in paragraphs)
    assert newskit.parse(page, format="html").text.split() == paragraphs


@given(st.one_of(ANY_TEXT, ANY_PAGE), st.sampled_from(["text", "html", None]))
@example(SPEECH, "text")
def test_2_blocks_partition_the_text(text: str, form: str | None) -> None:
    article = newskit.parse(text, format=form)
    at = 0
    for block in article.blocks:
        assert at <= block.span.start < block.span.end
        assert not article.text[at : block.span.start].strip()
        at = block.span.end
    assert not article.text[at:].strip()


@given(st.one_of(ANY_TEXT, ANY_PAGE))
@example(SPEECH)
def test_3_every_span_lies_inside_the_text_and_gives_what_is_reported(text: str) -> None:
    article = newskit.parse(text)
    assert all(span in Span(0, len(article.text)) for span in all_spans(article))
    assert all(block.text == article.text[block.span] for block in article.blocks)
    assert all(quote.text == " ".join(article.text[span] for span in quote.spans) for quote in article.quotes)


@given(st.lists(st.one_of(ANY_TEXT, ANY_PAGE, st.just(SPEECH)), max_size=4))
def test_4_the_order_of_a_batch_does_not_matter(batch: list[str]) -> None:
    forwards = [newskit.parse(text) for text in batch]
    backwards = [newskit.parse(text) for text in reversed(batch)]
    assert forwards == backwards[::-1]


@pytest.mark.parametrize("text", [SPEECH, f"<html><body><h1>Bridge to reopen</h1><p>{SPEECH}</p>"])
def test_4_the_same_text_gives_the_same_article_in_every_process(text: str) -> None:
    code = "import sys, json, newskit; print(json.dumps(newskit.parse(sys.argv[1]).to_dict()))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, text],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert runs == {json.dumps(newskit.parse(text).to_dict()).encode() + b"\n"}


@given(st.one_of(ANY_TEXT, ANY_PAGE, st.binary()), st.sampled_from(["text", "html", None]))
@example("It rains “.\n”", "text")
@example("The town rains, in the view of counsel", "text")
def test_5_no_input_raises_and_no_built_in_plugin_fails(source: str | bytes, form: str | None) -> None:
    article = Parser(strict=True).parse(source, format=form)
    assert isinstance(article, Article)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_5_a_text_that_breaks_off_anywhere_makes_no_built_in_plugin_fail(sentence: str) -> None:
    parser, words = Parser(strict=True), sentence.split(" ")
    for end in range(1, len(words) + 1):
        for text in (" ".join(words[:end]).rstrip(".,"), " ".join(words[-end:])):
            assert isinstance(parser.parse(text, format="text"), Article)


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Language) if field.name != "code"])
def test_5_a_language_that_lacks_a_list_of_words_makes_no_built_in_plugin_fail(field: str) -> None:
    whole = newskit_language("en")
    assert whole is not None
    lists, shorter = getattr(whole, field), list[object]()
    if isinstance(lists, Mapping):
        names = list(lists)
        shorter = [{name: lists[name] for name in names if name not in names[at::16]} for at in range(16)]
    for left in (*shorter, {} if shorter else ()):
        words = attrs.evolve(whole, **{field: left})

        class English:
            @hookimpl
            def newskit_language(self, code: str) -> Language | None:
                return words if code == "en" else None  # noqa: B023

        parser = Parser([English()], disable=["languages"], strict=True)
        assert parser.parse(LACKING, format="text").language == "en"


@pytest.mark.parametrize("piece", ["He said “rain” and ", "The 24-year-old left. ", "Asked, he said, ", "His wife, "])
def test_5_a_row_of_the_same_words_makes_no_built_in_plugin_fail(piece: str) -> None:
    text = f"{1500 * piece}“It rains,” he said."
    assert isinstance(Parser(strict=True).parse(text, format="text"), Article)


@given(ANY_TEXT)
@example(SPEECH)
def test_5_a_plugin_that_raises_hurts_nothing_else(text: str) -> None:
    class Sulky:
        @hookimpl
        def newskit_label(self) -> None:
            raise RuntimeError("no")

        @hookimpl
        def newskit_quotes(self) -> None:
            raise RuntimeError("no")

    with_it, without = Parser([Sulky()]).parse(text), Parser().parse(text)
    assert [problem.plugin for problem in with_it.problems if problem not in without.problems] == ["Sulky", "Sulky"]
    assert (with_it.blocks, with_it.quotes) == (without.blocks, without.quotes)


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize("piece", STUMBLING_PIECES)
def test_6_time_grows_linearly_with_the_text(piece: str, form: str) -> None:
    def parse(text: str) -> Article:
        return newskit.parse(text, format=form)

    assert steepness(parse, piece) <= STEEPEST


@given(st.one_of(ANY_TEXT, ANY_PAGE))
@example(SPEECH)
def test_7_an_article_comes_back_from_its_dict(text: str) -> None:
    article = newskit.parse(text)
    assert Article.from_dict(article.to_dict()) == article


@given(texts())  # JSON itself joins two lone surrogates into one character
@example(SPEECH)
def test_7_an_article_comes_back_through_json(text: str) -> None:
    article = newskit.parse(text)
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article
