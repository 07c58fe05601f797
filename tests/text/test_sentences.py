import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.testing.strategies import hostile_texts
from newskit.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ada Poe met Mr. J. R. Holm in St. Ives.",
        "He left the U.S. Senate in 2019 after 3.5 years.",
        "Profits at Kestrel Inc. rose in Jan. 2024 by 2.4 per cent.",
        "She lives at No. 5 with Dr. Mbeki and Prof. Lund.",
        "The law (Art. 5, p. 12) was passed at 9 a.m. Monday.",
        "By 9 p.m. Moss had left.",
        "The doors of the old hall in Holle open at 9 a.m. Eastern time.",
        "“Why?” he asked.",
        "“Stop!” shouted the man.",
        "Das geschah am 5. Januar bzw. am 6. Februar.",
        "Wait … what?",
        "Then … ...Ada Poe went on.",
    ],
)
def test_stops_that_end_no_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
        ("He flew to the U.S. The trip took a day.", ["He flew to the U.S.", "The trip took a day."]),
        (
            "Crews were called to the mill just after 3:40 a.m. Captain Moss said it was lost.",
            ["Crews were called to the mill just after 3:40 a.m.", "Captain Moss said it was lost."],
        ),
        ("“It is over.” She left.", ["“It is over.”", "She left."]),
        ("“I came. I saw.” He won.", ["“I came.", "I saw.”", "He won."]),
        ("(He laughed.) Then he went.", ["(He laughed.)", "Then he went."]),
        ("« C’est fini. » Elle part.", ["« C’est fini. »", "Elle part."]),
        ("He was 12. Police said so.", ["He was 12.", "Police said so."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("雨が降った。誰も来なかった。", ["雨が降った。", "誰も来なかった。"]),
        ("यह सच है। वह गया।", ["यह सच है।", "वह गया।"]),
        ("No stop at all", ["No stop at all"]),
        ("A title\n\nA sentence.", ["A title", "A sentence."]),
        ("“We won.”He left.", ["“We won.”", "He left."]),
    ],
)
def test_where_sentences_end(text, expected):
    assert cut(text) == expected


def test_offsets_count_in_the_whole_text():
    assert sentences("xx One. Two. yy", 3, 12) == [(3, 7), (8, 12)]


@given(hostile_texts() | st.text(alphabet=". \n”?!A1", max_size=60))
def test_sentences_are_in_order_and_leave_out_nothing_but_white_space(text):
    at = 0
    for start, end in sentences(text):
        assert at <= start < end
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""
