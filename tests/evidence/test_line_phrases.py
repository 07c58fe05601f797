import pytest

from newskit.evidence.line_phrases import WORD, closing, label_of, prepared

PHRASES = prepared(
    (
        ("copyright", ("all rights reserved",)),
        ("read_more", ("^read more",)),
        ("share", ("^share$",)),
        ("credit", ("^photo", "getty images")),
    )
)


def hits(line: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.place) for hit in PHRASES.hits(WORD.findall(line.lower()))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share", [("share", "whole")]),
        ("Share of voters", []),
        ("Read more: A pier", [("read_more", "start")]),
        ("They read more", []),
        ("2024 Harbor Wire. All rights reserved.", [("copyright", "end")]),
        ("All rights reserved by Harbor Wire", [("copyright", "start")]),
        ("The clerk said all rights reserved for owners were lost", [("copyright", "inside")]),
    ],
)
def test_a_phrase_counts_where_its_list_says(line, expected):
    assert hits(line) == expected


def test_what_closes_a_line_is_its_credit():
    line = "The pier in May. (Photo: Ada Poe)"
    assert closing(line) == "Photo: Ada Poe)"
    assert [hit.place for hit in PHRASES.credit(line, WORD.findall(line.lower()))] == ["closing"]


def test_a_label_is_all_that_stands_before_a_colon():
    line = "Read more: A pier"
    assert label_of(line, PHRASES.hits(WORD.findall(line.lower()))) == "read_more"
    line = "Read more about it: a pier"
    assert label_of(line, PHRASES.hits(WORD.findall(line.lower()))) == ""
