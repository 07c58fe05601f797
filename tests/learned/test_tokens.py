from hypothesis import given
from hypothesis import strategies as st

from newskit.learned.tokens import PIECE, tokenize

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def words_of(text):
    tokens = tokenize(text)
    return [tokens.words[word] for word in tokens.word_of]


def test_a_possessive_is_a_token_and_a_contraction_is_not_cut():
    assert words_of("Ann’s aide doesn't agree") == ["Ann", "’s", "aide", "doesn't", "agree"]


def test_an_abbreviation_a_number_and_an_ellipsis_are_one_token_each():
    assert words_of("The U.S. paid 1,200.50 euros...") == ["The", "U.S.", "paid", "1,200.50", "euros", "..."]


def test_a_full_stop_is_no_part_of_the_number_before_it():
    assert words_of("in 2016. Then") == ["in", "2016", ".", "Then"]


def test_a_run_of_line_breaks_of_any_kind_is_one_token():
    assert words_of("one\r\n \r\ntwo\u2028three\rfour") == ["one", "\n", "two", "\n", "three", "\n", "four"]


def test_every_quotation_mark_is_a_token():
    assert words_of("“a” ''b'' ‘c’ «d»") == ["“", "a", "”", "''", "b", "''", "‘", "c", "’", "«", "d", "»"]


def test_tokens_know_their_places():
    tokens = tokenize("  The  cat\nsat.")
    places = zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
    assert list(places) == [(0, 1), (2, 5), (7, 10), (10, 11), (11, 14), (14, 15)]


def test_an_empty_text_has_no_tokens():
    assert words_of("") == []


@given(ANY_TEXT)
def test_the_pieces_of_any_text_put_together_are_the_text(text):
    assert "".join(PIECE.findall(text)) == text


@given(ANY_TEXT)
def test_a_token_is_what_stands_at_its_place(text):
    tokens = tokenize(text)
    for word, start, end in zip(tokens.word_of, tokens.starts, tokens.ends, strict=True):
        assert tokens.words[word] in (text[start:end], "\n")
