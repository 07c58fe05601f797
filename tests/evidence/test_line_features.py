import pytest
from hypothesis import given

from newskit.evidence.line_facts import COLUMNS
from newskit.evidence.line_features import Lines, see
from newskit.evidence.line_phrases import WORD
from newskit.testing.strategies import hostile_texts


def look(*texts: str, wide: bool = False) -> Lines:
    words = [WORD.findall(text.lower()) for text in texts]
    return see(list(texts), words, {}, wide=wide, date_words=frozenset({"may"}))


def value(lines: Lines, column: str, number: int = 0) -> str:
    return COLUMNS[column][int(lines.columns[column][number])]


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("The pier is open.", "start", "large"),
        ("The pier is open.", "end", "stop"),
        ("“The pier is open.”", "start", "quote"),
        ("“The pier is open.”", "stopped", "stopped"),
        ("the pier (north)", "end", "close"),
        ("the pier (north)", "stopped", "open"),
        ("8:15 | Harbour", "bar", "yes"),
        ("8:15 Harbour", "bar", "no"),
        ("Photo: Ada Poe", "colon", "early"),
        ("It opens at 8:15", "colon", "no"),
        ("THE PIER OPENS", "capitals", "all"),
        ("the pier opens again", "capitals", "0"),
        ("The Pier opens again", "capitals", "2"),
        ("Ada Poe", "name", "yes"),
        ("Ada Poe 2", "name", "no"),
        ("3 May", "dates", "yes"),
        ("Zürich – Genf", "start", "large"),
    ],
)
def test_what_is_seen_of_a_line(text, column, expected):
    assert value(look(text), column) == expected


def test_a_sentence_or_more_that_ends_in_a_stop_is_prose():
    sentence = "Residents voted late on Tuesday to rebuild the pier that a winter storm carried off in January."
    assert look(sentence, sentence[:-1], "They voted.").prose == [True, False, False]


def test_a_chinese_character_counts_as_three():
    assert look("市" * 20).sizes < look("市" * 20, wide=True).sizes


def test_a_line_is_seen_alike_whatever_stands_around_it():
    alone, among = look("Photo: Ada Poe"), look("THE PIER,", "Photo: Ada Poe", "“Open.”")
    assert {name: column[0] for name, column in alone.columns.items()} == {
        name: column[1] for name, column in among.columns.items()
    }


@given(hostile_texts().map(str.strip).filter(bool))
def test_every_value_has_a_name_whatever_the_line(text):
    for name, column in look(text).columns.items():
        assert 0 <= int(column[0]) < len(COLUMNS[name])
