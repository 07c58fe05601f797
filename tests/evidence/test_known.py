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


@pytest.mark.parametrize(
    "told",
    [
        "Ashley Poe, a director, wrote to her in May. She framed the letter. “I never saw it,” she says.",
        "Kim Poe, a director, thinks that it rains. Does she believe it? She looks up.\n\n“I never saw it.”",
        "“She is late,” says Kim Poe.\n\nRobin Poe, her sister, entered her for a prize. “I never saw it.”",
    ],
)
def test_who_is_asked_or_has_something_done_to_her_is_whom_an_interview_is_about(told):
    assert speaker(f"{_OPENING}\n\n{told}", "never saw") == "Hilda Rask"


def test_a_profile_that_is_told_as_it_happens_is_about_its_first_name():
    text = (
        "Nuala Rask mends harps. “Hold that,” she says. Rask is 71. Rask is loud. “Lean,” she says. She laughs. Her cat sleeps.\n\n"
        "“She is loud,” says Kim Poe, a neighbour.\n\nWill she miss it? “I never saw it.”"
    )
    assert speaker(text, "never saw") == "Nuala Rask"


def test_a_gesture_tells_who_speaks_behind_it_though_somebody_spoke_in_its_paragraph():
    text = "Clerk Kim Poe said that it rained. Mayor Hugh Rask shrugged.\n\n“I never saw it.”"
    assert speaker(text, "never saw") == "Hugh Rask"


@pytest.mark.parametrize("asked", ["I put this to him.", "I ask what he thinks and wait."])
def test_whom_the_narrator_asks_is_whom_an_interview_is_about(asked):
    text = (
        "I arrive late. Ignatius Rask laughs. “Everybody does,” he says. He is 77. Rask wears no watch. He was a pilot. He sings.\n\n"
        f"His apprentice, Robin Poe, is loud. “He never says so,” Poe tells me.\n\n{asked}\n\n“I never saw it,” he says."
    )
    assert speaker(text, "never saw") == "Ignatius Rask"


def test_a_question_is_answered_by_a_single_word():
    assert speaker(f"{_OPENING}\n\nWhat does she miss? “Trams.”", "Trams") == "Hilda Rask"


@pytest.mark.parametrize(
    "quote",
    [
        "Rask is “the only artist who can be repaired,” she says by phone.",
        "Rask has not slept for a year and will not stop, she says.",
    ],
)
def test_whom_she_tells_of_is_not_she(quote):
    text = f"{_OPENING} Rask laughs. Rask leaves.\n\nThe curator Ann Poe puts it another way. {quote}"
    assert speaker(text, quote.split(",")[0].removeprefix("Rask is ")[:20]) == "Ann Poe"


def test_an_obituary_gives_the_name_somebody_was_born_with():
    text = (
        "Peggy Rask, who has died aged 94, drove fast.\n\nMargaret Ann Rask was born at Holle in 1932. “It rained,” Peggy recalled.\n\n"
        "Jo Rask, her son, was born in 1960."
    )
    assert speaker(text, "It rained") == "Margaret Ann Rask"


def test_a_short_question_of_the_narrator_is_answered_by_whom_an_interview_is_about():
    text = f"{_OPENING}\n\nThe admiral calls her a fox. He tells me that it rains. “She hides it,” he says.\n\nWhy a fox?\n\n“I never saw it.”"
    assert speaker(text, "never saw") == "Hilda Rask"


def test_who_does_something_to_her_is_not_she():
    text = f"{_OPENING}\n\nThe admiral told her that it was late."
    assert speaker(text, "was late") is None


def test_a_question_leads_back_from_somebody_who_is_told_to_be_a_woman_too():
    text = f"{_OPENING}\n\nAnn Poe, her old boss, said that she was slow. Does it still sting? She laughs. “I never saw it.”"
    assert speaker(text, "never saw") == "Hilda Rask"


@pytest.mark.parametrize(("verb", "who"), [("are", "Hugh Rask"), ("is", "Sund Vale")])
def test_a_team_that_plays_is_nobody_whom_he_means(verb, who):
    text = f"Hugh Rask runs. Rask is old.\n\nIt rained.\n\nOn Saturday Sund Vale {verb} at home. The dog, he says, will not come."
    assert speaker(text, "The dog") == who


def test_what_she_told_somebody_is_said_by_whom_an_interview_is_about():
    text = f"{_OPENING}\n\nA doctor at the clinic offered to drive. “I said that I never saw it,” she says."
    assert speaker(text, "never saw") == "Hilda Rask"


def test_whom_the_hero_does_something_to_may_be_she():
    text = f"{_OPENING}\n\nOne, Akos Poe, 22, says that she was slow until Rask told her to run. “I never saw it,” she says."
    assert speaker(text, "never saw") == "Akos Poe"
