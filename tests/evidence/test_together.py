"""Several who are named in one mention."""

import re

import pytest

from newskit.evidence.people import People
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.text.prose import prose

ENGLISH = newskit_language("en")


def meant(text, *mentions):
    """Ask for mentions in order, each the last place where it stands; give name or role of all whom the last one means."""
    cut = prose(text, [match.span() for match in re.finditer(r".+", text)], ENGLISH)
    people = People(cut, lexicon(ENGLISH))
    for mention in mentions:
        start = text.rindex(mention)
        person = people.meant(cut.range(start, start + len(mention)))
    return [who.name or who.role for who in (person, *person.also)]


def roles(text, mention):
    cut = prose(text, [match.span() for match in re.finditer(r".+", text)], ENGLISH)
    start = text.rindex(mention)
    person = People(cut, lexicon(ENGLISH)).meant(cut.range(start, start + len(mention)))
    return [(who.name, who.role) for who in (person, *person.also)]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Lena Fisk and Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("both Lena Fisk and Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk and Dan Poe both", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk, Dan Poe and Ivo Lund", ["Lena Fisk", "Dan Poe", "Ivo Lund"]),
        ("Lena Fisk, Dan Poe, and Ivo Lund", ["Lena Fisk", "Dan Poe", "Ivo Lund"]),
        ("Lena Fisk (Holle) and Dan Poe (Sund)", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk and her lawyer, Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk, a baker, and Dan Poe, a clerk", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk and harbour master Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk and her lawyer", ["Lena Fisk", "lawyer"]),
        ("Lena Fisk and the three clerks", ["Lena Fisk", "three clerks"]),
        ("Lena Fisk and supporters of the plan", ["Lena Fisk", "supporters"]),
        ("Lena Fisk and other clerks", ["Lena Fisk", "clerks"]),
        ("Lena Fisk and others who waited", ["Lena Fisk"]),
        ("Lena Fisk as well as Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk, along with her lawyer Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("Lena Fisk and Ivo Lund, together with Dan Poe", ["Lena Fisk", "Ivo Lund", "Dan Poe"]),
        ("both Holle and the Senate", ["Holle", "Senate"]),
        ("Holm and Lund both", ["Holm", "Lund"]),
        ("the mayor and the fire chief", ["mayor", "fire chief"]),
        ("Both the mayor of Holle and the fire chief", ["mayor of Holle", "fire chief"]),
        ("the fire chief and Dan Poe", ["fire chief", "Dan Poe"]),
        ("two neighbours, Lena Fisk and Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("the two dissenters, Lena Fisk and Dan Poe", ["Lena Fisk", "Dan Poe"]),
        ("the Holle Times and Sund Times", ["Holle Times", "Sund Times"]),
        ("Lena Baker and Dan Goldsmith", ["Lena Baker", "Dan Goldsmith"]),
        ("Nora and Eamon Tighe", ["Nora Tighe", "Eamon Tighe"]),
        ("brothers Jan and Per Lund", ["Jan Lund", "Per Lund"]),
        ("the Harbour Council and the Holle Fishing Union", ["Harbour Council", "Holle Fishing Union"]),
    ],
)
def test_a_mention_of_several_means_each_of_them(mention, expected):
    assert meant(f"On Monday {mention} said so.", mention) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Marks and Spencer", ["Marks and Spencer"]),
        ("Trinidad and Tobago", ["Trinidad and Tobago"]),
        ("health and safety minister Lena Fisk", ["Lena Fisk"]),
        ("writer and director Lena Fisk", ["Lena Fisk"]),
        ("the former clerk and current mayor Lena Fisk", ["Lena Fisk"]),
        ("Lena Fisk, a baker and singer", ["Lena Fisk"]),
        ("Lena Fisk, a friend of Ivo Lund and Dan Poe", ["Lena Fisk"]),
        ("Lena Fisk, a nurse, and a member of the council", ["Lena Fisk"]),
        ("Lena Fisk, Research and Advocacy Director for the Sund and North Holle", ["Lena Fisk"]),
        ("Lena Fisk, a nurse in Sund, and Harbour University", ["Lena Fisk"]),
        ("the Safe Streets and Open Roads Act", ["Safe Streets and Open Roads Act"]),
        ("Researchers and clinicians who know", ["Researchers and clinicians"]),
        ("the Holle Fire and Rescue Service", ["Holle Fire and Rescue Service"]),
        ("a spokesman for Lena Fisk and Dan Poe", ["spokesman for Lena Fisk and Dan Poe"]),
        ("the lawyer for the mayor and the fire chief", ["lawyer for the mayor and the fire chief"]),
        ("teachers and pupils", ["teachers and pupils"]),
    ],
)
def test_one_who_has_an_and_in_name_or_role_stays_one(mention, expected):
    assert meant(f"On Monday {mention} said so.", mention) == expected


def test_surnames_lead_to_the_full_names():
    text = "Mayor Lena Fisk met Dan Poe, a baker. Fisk and Poe said so."
    assert roles(text, "Fisk and Poe") == [("Lena Fisk", "Mayor"), ("Dan Poe", "baker")]


def test_a_word_that_stands_elsewhere_too_is_no_first_name():
    assert meant("Corvo sells paint. Then Corvo and Eamon Tighe said so.", "Corvo and Eamon Tighe")[-1] == "Eamon Tighe"
    assert "Corvo Tighe" not in meant("Corvo sells paint. Then Corvo and Eamon Tighe said so.", "Corvo and Eamon Tighe")


def test_two_surnames_that_nobody_bears_are_one_firm():
    assert meant("Then Fisk and Poe Holdings said so.", "Fisk and Poe Holdings") == ["Fisk and Poe Holdings"]


def test_a_role_in_the_plural_is_everybody_s():
    text = "Council members Lena Fisk and Dan Poe said so."
    assert roles(text, "Council members Lena Fisk and Dan Poe") == [
        ("Lena Fisk", "Council members"),
        ("Dan Poe", "Council members"),
    ]


def test_a_role_in_the_singular_is_the_first_one_s():
    text = "Actress Lena Fisk and Dan Poe said so."
    assert roles(text, "Actress Lena Fisk and Dan Poe") == [("Lena Fisk", "Actress"), ("Dan Poe", None)]


def test_a_pronoun_and_a_name_are_two():
    text = "Lena Fisk came. She and her husband, Dan Poe, said so."
    assert meant(text, "She and her husband, Dan Poe") == ["Lena Fisk", "Dan Poe"]


def test_they_are_those_who_spoke_together():
    text = "Lena Fisk and Dan Poe said so. Then they said more."
    assert meant(text, "Lena Fisk and Dan Poe", "they") == ["Lena Fisk", "Dan Poe"]


def test_they_are_nobody_behind_one_person():
    assert meant("Mayor Lena Fisk said so. Then they said more.", "Lena Fisk", "they") == [None]


def test_a_thousand_names_are_read_in_one_go():
    assert meant("Ann Poe and " * 1000 + "Dan Poe said so.", "Ann Poe and " * 1000 + "Dan Poe")[0] == "Ann Poe"


def test_whoever_is_named_along_with_somebody_is_no_role_of_theirs():
    text = "Lena Fisk, along with Judge Dan Poe, came. Fisk said so."
    assert roles(text, "Fisk") == [("Lena Fisk", None)]


def test_a_role_of_several_in_front_of_a_first_name_opens_no_name():
    text = "Sisters Ann and Mary Poe said so."
    assert roles(text, "Sisters Ann and Mary Poe") == [("Ann Poe", "Sisters"), ("Mary Poe", "Sisters")]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Last winter, Dr. Ann Rask, a chemist at Holle, and her co-author, Hugh Poe, kept crabs.", ["Ann Rask", "Hugh Poe"]),
        ("Last year, Dr. Ann Rask, a chemist, and her colleagues kept crabs.\n\nThe sea is loud.", ["Ann Rask", "colleagues"]),
        ("Ann Rask of the Sund Institute and Mr Hugh Poe of the Ocean College listened.", ["Ann Rask", "Hugh Poe"]),
        ("Commuters Ann Rask and Hugh Poe were waiting.", ["Ann Rask", "Hugh Poe"]),
    ],
)  # fmt: skip
def test_they_are_several_whom_a_sentence_right_before_opens_with(told, names):
    assert meant(f"{told} In May they say that it rained.", "they") == names


def test_they_are_several_of_whom_one_spoke_since():
    text = (
        "Ann Rask and Hugh Poe said that it was loud.\n\n“It rained,” Ms. Rask said.\n\nIn May they say that it rained."
    )
    assert meant(text, "Ann Rask and Hugh Poe", "Ms. Rask", "they") == ["Ann Rask", "Hugh Poe"]


def test_they_are_nobody_where_one_is_named_alone():
    assert meant("Ann Rask kept crabs and fish. In May they say that it rained.", "they") == [None]


def test_she_and_her_team_are_they():
    text = "Dr. Ann Rask keeps crabs. “It rained,” Rask said. She and her team have put up sensors. In May they say that it rained."
    assert meant(text, "Rask", "they") == ["Ann Rask", "team"]


def test_two_colleagues_go_on_behind_where_somebody_works():
    assert meant(
        "Dr. Ann Rask of the University of Holle and two colleagues kept crabs. In May they say that it rained.", "they"
    ) == [
        "Ann Rask",
        "two colleagues",
    ]


@pytest.mark.parametrize(
    ("told", "mention", "names"),
    [
        ("Max and Ann Rask lost a barn. Ann Rask left. The wind rose.", "The couple", ["Max Rask", "Ann Rask"]),
        ("Ann Rask, 34, and Hugh Poe, 31, opened a bakery.", "The duo", ["Ann Rask", "Hugh Poe"]),
        ("Ann Rask and her husband, Hugh, bought a mill.", "The pair", ["Ann Rask", "Hugh"]),
        ("Sisters Ann Rask and Ida Rask were in court.", "Both", ["Ann Rask", "Ida Rask"]),
        ("Max and Hugh Poe were in court.", "Both men", ["Max Poe", "Hugh Poe"]),
        ("Ann Rask and Hugh Poe sang. A couple was passing.", "The couple", ["couple"]),
        ("The Fire and Rescue Service came.", "The couple", ["couple"]),
        ("Ann Rask and Hugh Poe sang.\n\nIt rained.\n\nNobody came.", "The two", ["two"]),
    ],
)  # fmt: skip
def test_a_couple_is_whom_and_named_together(told, mention, names):
    assert meant(f"{told} {mention} said that it rained.", mention) == names


def test_the_brothers_have_the_role_that_both_were_given():
    text = "Brothers Max and Hugh Poe keep crabs. The brothers said that it rained."
    assert roles(text, "The brothers") == [("Max Poe", "Brothers"), ("Hugh Poe", "Brothers")]


@pytest.mark.parametrize(
    ("mention", "names"),
    [
        ("The Holle Disaster Risk and Rescue Management Office", ["Holle Disaster Risk and Rescue Management Office"]),
        ("The National Food Safety and Standards Board", ["National Food Safety and Standards Board"]),
        ("The White House and State Department", ["White House", "State Department"]),
        ("The Holle Council and Sund Fire Service", ["Holle Council", "Sund Fire Service"]),
    ],
)
def test_what_and_joins_is_one_institution_where_the_first_half_is_nobody(mention, names):
    assert meant(f"{mention} said that it rained.", mention) == names
