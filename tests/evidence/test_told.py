"""What stands beside a name: which words are a role, where a role ends, and what is no role."""

import pytest

from newskit.parser import Parser

_ONLY = ["body", "boilerplate", "headline", "metadata"]
_SO = " said that it was late."


def who(text):
    """Give name and role of whoever said the one quote of a text that ends with “it was late”."""
    text = text if "it was late" in text else text + _SO
    quotes = Parser(disable=_ONLY, strict=True).parse(text, format="text").quotes
    [speaker] = [quote.speaker for quote in quotes if "it was late" in quote.text]
    return speaker.name, speaker.role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb ends no role where its subject stands in front of it
        ("In a letter read by her agent, Max Poe, the singer Ana Lund insisted that it was late.", ("Ana Lund", "singer")),
        ("Max Poe, the agent charged with it, was slow. Poe", ("Max Poe", "agent")),
        # an age alone is no role
        ("Max Poe, a 33-year-old who fits boilers,", ("Max Poe", None)),
        # what somebody looks like is none, nor whose relation they are not
        ("Max Poe, his voice shaking,", ("Max Poe", None)),
        ("Max Poe, no relation,", ("Max Poe", None)),
        ("The former chancellor, now Lord Poe,", ("Poe", "former chancellor")),
        ("Max Poe, a 33-year-old from Sund,", ("Max Poe", "33-year-old from Sund")),
        # a place takes its state along
        ("Ann Poe, a retired clerk from Holle, Ohio, was slow. Poe", ("Ann Poe", "retired clerk from Holle, Ohio")),
        ("Ann Poe, a nurse in Sund, Ont., was slow. Poe", ("Ann Poe", "nurse in Sund, Ont.")),
        ("Ann Poe, a nurse in Sund, New Holle, was slow. Poe", ("Ann Poe", "nurse in Sund, New Holle")),
        ("Ann Poe, a nurse from Sund, Max Lund, a clerk, and a dog came. Poe", ("Ann Poe", "nurse from Sund")),
        # what somebody does for whom
        ("An engineer hired by the family, Dr. Sunil Poe, came. Poe", ("Sunil Poe", "engineer hired by the family")),
        ("A lawyer representing the family, Sunil Poe,", ("Sunil Poe", "lawyer representing the family")),
        ("The officer leading the case, Det Insp Ann Poe, was slow. Poe", ("Ann Poe", "officer leading the case")),
        # an office counts for more than titles, and than what the headline says
        ("Bishop Poe bows out\n\nThe Anglican Bishop of Holle, the Rt Rev Dr Odo Poe, left.\n\nIn May, Bishop Poe", ("Odo Poe", "Anglican Bishop of Holle")),
        ("Center Luka Brask was slow. Brask", ("Luka Brask", "Center")),
        ("Reform councillor Dean Poe", ("Dean Poe", "Reform councillor")),
        ("Ex-Royal Marine Lee Poe, 45,", ("Lee Poe", "Ex-Royal Marine")),
        ("Thanks to Dan Poe, the bell rings. Poe", ("Dan Poe", None)),
        # of two roles in front of a name the inner one, of those that open a sentence the one with the name
        ("“It’s loud,” said Max Poe, the lawyer for the clerk, Ann Lund.\n\nLund", ("Ann Lund", "clerk")),
        ("As for the alto, Maureen Poe, she is calm. Poe", ("Maureen Poe", "alto")),
        ("Through his lawyer, Max Poe, she is calm. Poe", ("Max Poe", "lawyer")),
        ("On Monday, head of mission and former vice-president Josie Poe", ("Josie Poe", "head of mission and former vice-president")),
        ("Her brother Emmett, a retired mail carrier, was slow. Emmett", ("Emmett", "brother")),
        ("By breakfast singer Tommy Poe was slow. Poe", ("Tommy Poe", "singer")),
        ("The lawyer, Me Anne Poe,", ("Anne Poe", "lawyer")),
        ("The prize went to Ann Poe (41), a baker in Sund. Poe", ("Ann Poe", "baker in Sund")),
        ("Ann Poe is the trust’s chair. Poe", ("Ann Poe", "trust’s chair")),
        ("The town’s last baker Ann Poe", ("Ann Poe", "town’s last baker")),
        ("“It’s cold,” said Ann Poe, the baker’s daughter. Poe", ("Ann Poe", "baker’s daughter")),
        ("MAX POE, 61, a miner, is cross. Poe", ("Max Poe", "miner")),
        ("It rained. No. 2 seed Ivy Poe", ("Ivy Poe", "No. 2 seed")),
        # a short role
        ("Deputy SP Meena Poe", ("Meena Poe", "Deputy SP")),
        ("The officer in charge of Holle, CSP Ali Poe,", ("Ali Poe", "officer in charge of Holle")),
        ("Chief Press Secretary to the governor, Ime Poe,", ("Ime Poe", "Chief Press Secretary to the governor")),
    ],
)  # fmt: skip
def test_which_words_are_a_role(text, expected):
    assert who(text) == expected


def test_an_aside_tells_of_the_person_named_last():
    assert who("According to the FIR on the complaint of Ann Poe, a clerk, it was late.") == ("FIR", None)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("“I rang him,” said Carol Poe, 58. “I sobbed.”", ("Carol Poe", "fund manager")),
        ("“I rang him,” Dr. Carol Poe told us.", ("Carol Poe", "fund manager")),
        ("“I rang him,” said nurse Carol Poe.", (None, "fund manager")),
        ("Carol Poe, a nurse, said that it was slow.", (None, "fund manager")),
        ("“Carol Poe is slow,” it said.", (None, "fund manager")),
    ],
)
def test_who_has_a_role_is_named_with_the_next_words(behind, expected):
    assert who(f"Its fund manager says it was late.\n\n{behind}") == expected


def test_the_fullest_name_needs_no_nickname():
    text = "Walter “Walt” Poe swam. Walter Anthony Poe was born in Holle. Poe"
    assert who(text) == ("Walter Anthony Poe", None)


def test_a_team_has_its_last_word_for_short():
    assert who("Sund beat the Holle Comets. Comets")[0] == "Holle Comets"


def test_a_family_does_not_make_a_person_an_institution():
    text = "The Poe family sells peat. “It was late,” its head, Ivo Poe, told us. “We were slow,” Poe said."
    assert who(text) == ("Ivo Poe", "head")
