"""Which block of a page is its headline."""

import pytest

from newskit.evidence.page_hints import compare


@pytest.mark.parametrize(
    ("texts", "headings", "title", "headline"),
    [
        (
            ["The Wexmouth Centre", "How to write reviews of books"],
            [True, True],
            "How to write reviews of books – The Wexmouth Centre",
            1,
        ),
        (
            ["The notes of Ada Moss", "A bridge reopens in the spring"],
            [True, False],
            "A bridge reopens in the spring • The notes of Ada Moss",
            1,
        ),
        (["Harbour bridge", "All about the old bridge"], [False, True], "Harbour bridge | Wexmouth Post", 1),
        (["Wexmouth Post", "Bridge reopens in May"], [True, False], "Bridge reopens in May", 1),
        (["Wexmouth Post", "Bridge reopens in May"], [True, True], "Wexmouth Post | Bridge reopens in May", 1),
        (["Bridge reopens in May", "Bridge reopens in May"], [False, True], "Bridge reopens in May", 1),
    ],
    ids=["two headings", "the site as heading", "a trail", "the whole title", "the site first", "heading and trail"],
)
def test_the_headline_is_told_from_the_name_of_the_site_and_from_trails(texts, headings, title, headline):
    assert compare(texts, headings, {"title": title}).headline == headline
