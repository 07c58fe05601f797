"""Whom “who” and “it” mean."""

import pytest
from who_said import speaker

from newskit.parser import Parser


@pytest.mark.parametrize(
    ("told", "name", "role"),
    [
        ("House conservatives", "House conservatives", None),
        ("angry neighbours", "angry neighbours", None),
        ("a retired baker", None, "retired baker"),
        ("Ann Rask", "Ann Rask", None),
    ],
)
def test_who_is_whoever_stands_right_in_front_of_it(told, name, role):
    text = f"The vote pleased {told}, who said that it was late."
    quotes = (
        Parser(disable=["body", "boilerplate", "headline", "metadata"], strict=True).parse(text, format="text").quotes
    )
    [quote] = [quote for quote in quotes if "was late" in quote.text]
    assert (quote.speaker.name, quote.speaker.role) == (name, role)


@pytest.mark.parametrize(
    "told",
    [
        "The Holle-based company blamed fuel. It said that it was late.",
        "The company, which makes lamps, would not comment. It has said that it was late.",
        "It has shut the Holle plant. The group, people close to it said, has gone. It said that it was late.",
        "The Holle plant, which makes lamps, is old. The firm said that it rained. It added that it was late.",
    ],
)
def test_it_is_the_firm_that_opens_a_sentence_without_its_name(told):
    text = f"Lamp maker Sund Gas said that it would cut jobs.\n\n{told}"
    assert speaker(text, "was late") == "Sund Gas"


def test_it_is_whom_a_leader_speaks_for_where_both_spoke():
    text = "The bakers' union said that it rained. Its head, Ann Poe, said that it snowed. It says that it was late."
    assert speaker(text, "was late") == "bakers' union"


@pytest.mark.parametrize(
    "told",
    [
        "The Holle, Ont., company lets staff draw pay early.",
        "The San Mateo, Calif., company also sells rope.",
        "The company lets staff draw pay early.",
    ],
)
def test_the_place_of_a_company_is_not_what_it_means(told):
    text = f"Sund Labs makes lamps. Ann Rask wants answers.\n\n{told} It says that fees are low."
    assert speaker(text, "fees are low") == "Sund Labs"


def test_a_union_that_spoke_first_is_not_the_company():
    text = (
        "The strike at Sund Sugar began at noon, according to the Northern Dock Workers.\n\n"
        "The company said that it was late. It said a plan was ready."
    )
    assert speaker(text, "it was late") == speaker(text, "plan was ready") == "Sund Sugar"


@pytest.mark.parametrize("land", ["southern Chile", "Chile", "Northmere Bay"])
def test_a_land_in_front_of_somebody_else_s_verb_is_no_team(land):
    told = f"One barnacle from the pools of {land} can let go of its rock, researchers say."
    text = f"{told}\n\nRask and her colleagues filmed them. Most of them left, the team found."
    assert speaker(text, "Most of them left") in ("team", None)
