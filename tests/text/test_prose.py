from hypothesis import given
from hypothesis import strategies as st

from newskit.model.language import Language
from newskit.text.prose import prose

NONE = Language("und")


def test_a_sentence_does_not_end_inside_a_quotation_that_it_goes_on_behind():
    text = "“Stop. Go,” he said. She left."
    cut = prose(text, [(0, len(text))], NONE)
    assert [cut.of(sentence) for sentence in cut.sentences] == ["“Stop. Go,” he said.", "She left."]


def test_a_quotation_that_nothing_closes_is_set_apart():
    text = "“We left, she said."
    cut = prose(text, [(0, len(text))], NONE)
    assert list(cut.quotes) == []
    assert [cut.of(piece) for piece in cut.unclosed] == [text]


def test_narrated_words_are_those_outside_quotations():
    text = "“Go,” she said. Nobody heard “why” at all."
    cut = prose(text, [(0, len(text))], NONE)
    assert " ".join(cut.narrated_words()) == "she said . nobody heard at all ."


@given(st.text(alphabet='Ab .,“”"?', max_size=80))
def test_sentences_cover_the_tokens(text):
    cut = prose(text, [(0, len(text))], NONE)
    covered = [token for first, last in cut.sentences for token in range(first, last)]
    assert covered == list(range(len(cut.tokens)))


def test_a_sentence_of_ten_thousand_words_is_cut():
    text = "so " * 10_000
    assert max(last - first for first, last in prose(text, [(0, len(text))], NONE).sentences) <= 401
