from hypothesis import given
from hypothesis import strategies as st

from newskit.text.tokens import tokenize


def test_words_keep_their_hyphens_apostrophes_and_stops():
    assert tokenize("The U.S. vice-president’s 1.5m don’t, p.m.").words == [
        "The", "U.S.", "vice-president’s", "1.5m", "don’t", ",", "p.m.",
    ]  # fmt: skip


def test_an_initial_and_its_stop_are_two_tokens():
    assert tokenize("J. Poe").words == ["J", ".", "Poe"]


def test_small_letters_have_a_typewriter_apostrophe():
    assert tokenize("DON’T").lower == ["don't"]


@given(st.text())
def test_tokens_are_the_text_without_its_white_space(text):
    tokens = tokenize(text)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert "".join(tokens.words) == "".join(text.split())
    assert len(tokens.lower) == len(tokens.words)


def test_a_lone_surrogate_is_a_token():
    assert tokenize("a \ud800 b").words == ["a", "\ud800", "b"]
