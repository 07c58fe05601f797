"""Whom an interview or a profile is about, and whom “she” means behind somebody else of whom nothing tells that they are a woman."""

import pytest
from who_said import speaker

_OPENING = "Hilda Rask opens the gate. I follow her. She has a brush. “Mind the goose,” she tells me."


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        # what she says tells of a man
        ("Her old agent, Robin Poe, once said that she was “slow”.", "“He never saw it,” she says."),
        # somebody does something to her
        ("A dealer advised her to stop.", "“I never saw it,” she says."),
        ("The agent Robin Poe wrote to her in May.", "“I never saw it,” she says."),
        # the narrator asks
        ("Kim Poe, a neighbour, says that it is loud. I ask why.", "“I never saw it,” she says."),
        # a paragraph further on
        ("Robin Poe, a director, thinks that it rains.\n\n", "“I never saw it,” she says."),
        ("A director thinks that it rains.\n\n", "“I never saw it,” she says."),
    ],
)
def test_she_is_whom_an_interview_is_about(told, quote):
    assert speaker(f"{_OPENING}\n\n{told} {quote}", "never saw") == "Hilda Rask"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Her neighbour, Lesley Poe, keeps the key.", "Lesley Poe"),
        ("Her agent, Robin Poe, sold her car.", "Robin Poe"),
        ("“That goose is loud,” says her neighbour Kim Poe.\n\n", "Kim Poe"),
    ],
)
def test_she_is_somebody_else_where_nothing_leads_back(told, who):
    assert speaker(f"{_OPENING}\n\n{told} “I never saw it,” she says.", "never saw") == who


def test_a_report_is_no_interview():
    text = "Hilda Rask left. Rask was late. Rask sold her car. Her agent, Robin Poe, said that it rained.\n\nShe said: “I never saw it.”"
    assert speaker(text, "never saw") == "Robin Poe"


def test_a_role_behind_a_name_tells_the_gender():
    text = "Hilda Rask left. Drew Poe, her first husband, said that it rained. “I never saw it,” she said."
    assert speaker(text, "never saw") == "Hilda Rask"
