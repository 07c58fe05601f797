"""“She” behind somebody of whom the text tells without a name."""

import pytest
from who_said import speaker


@pytest.mark.parametrize(
    "told",
    [
        "One, a 31-year-old clerk who cannot be named, spent nine days at home. In a letter",
        "A former stagehand who asked not to be named tells it another way. The band drew lots. At last",
        "A neighbour in a green hat came out.\n\n“It was loud,” she said. Then",
        "One guest, a teacher, came in late. Later",
    ],
)
def test_she_is_somebody_without_a_name_who_was_told_of_right_before(told):
    text = f"Judge Ann Rask sat down. Rask was late. Rask left.\n\n{told} she said that it was over."
    assert speaker(text, "was over") is None


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("A judge, Mary Poe, came in.", "Mary Poe"),
        ("A spokesman came in.", "Ann Rask"),
        ("A teacher came in. Mary Poe laughed.", "Mary Poe"),
        ("A teacher came in.\n\nIt rained.", "Ann Rask"),
    ],
)
def test_she_is_somebody_named_since_or_whom_the_gender_fits(told, who):
    text = f"Judge Ann Rask sat down. Rask was late. Rask said so.\n\n{told} At last she said that it was over."
    assert speaker(text, "was over") == who


def test_who_spoke_without_a_name_goes_on_though_what_they_say_names_somebody():
    text = "Singer Ann Rask left.\n\nA clerk told the court that she trusted Rask.\n\n“I was wrong,” she added."
    assert speaker(text, "was wrong") is None
