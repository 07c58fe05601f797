from hypothesis import given
from hypothesis import strategies as st

from newskit.testing.strategies import hostile_texts
from newskit.text.lines import lines, paragraphs

WRAPPED = """\
The old stone bridge over the Tarn will stay closed to traffic until
the spring, the county said on Wednesday, after divers found that the
river had washed away the ground beneath two of its five piers.
"""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_every_kind_of_line_end_ends_a_line():
    text = "one\ntwo\r\nthree\rfour\u2028five\u2029six\fseven"
    assert [text[line.start : line.end] for line in lines(text)] == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
    ]


def test_a_carriage_return_with_its_line_feed_is_one_line_end():
    assert [line.apart for line in lines("one\r\ntwo\r\n\r\nthree")] == [True, False, True]


def test_wrapped_lines_are_one_paragraph():
    assert cut(WRAPPED) == [WRAPPED.rstrip()]


def test_wrapped_paragraphs_are_kept_apart_by_a_blank_line():
    assert len(cut(WRAPPED + "\n" + WRAPPED)) == 2


def test_wrapped_paragraphs_are_kept_apart_by_an_indent():
    assert len(cut("   " + WRAPPED + "   " + WRAPPED)) == 2


def test_wrapping_survives_windows_line_ends():
    assert len(cut(WRAPPED.replace("\n", "\r\n"))) == 1


def test_lines_that_end_for_their_own_reasons_are_kept():
    text = "Milk from the dairy on the hill\nBread from the baker at the bridge\nEggs from whoever has any this week\n"
    assert len(cut(text)) == 3


def test_a_paragraph_on_one_long_line_is_a_block():
    long = "word " * 60
    assert cut(f"{long}\n{long}") == [long.strip(), long.strip()]


@given(hostile_texts() | st.text(alphabet="ab \n\r\t.", max_size=200))
def test_paragraphs_leave_out_nothing_but_white_space(text):
    at = 0
    for start, end in paragraphs(text):
        assert at <= start < end
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""
