"""Surnames that a text gives once for two."""

import pytest

from newskit.evidence.families import with_surnames
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.text.names import names
from newskit.text.prose import prose

ENGLISH = newskit_language("en")
assert ENGLISH
WORDS = lexicon(ENGLISH)


def named(text: str) -> list[str]:
    cut = prose(text, [(0, len(text))], ENGLISH)
    return [name.text for name in with_surnames(cut, WORDS, names(cut, WORDS))]


@pytest.mark.parametrize(
    "text",
    [
        "The owners, Ann and Wim Poe, left.",
        "The couple, Ann and Wim Poe, left.",
        "Then the brothers Ann and Wim Poe left.",
    ],
)
def test_the_first_of_a_couple_has_the_surname_of_the_second(text: str) -> None:
    assert named(text) == ["Ann Poe", "Wim Poe"]


def test_two_who_are_no_family_keep_their_names() -> None:
    assert named("Then Moss and Wim Poe left.") == ["Moss", "Wim Poe"]


def test_a_surname_in_front_of_another_name_stays_one() -> None:
    assert named("The owners, Ada Moss and Wim Poe, left. The owners, Moss and Wim Poe, came back.") == [
        "Ada Moss",
        "Wim Poe",
        "Moss",
        "Wim Poe",
    ]


def test_a_wife_told_by_her_first_name_is_mrs_with_the_surname_of_her_husband() -> None:
    text = "Then Wim Poe, whose wife Ann drove, left. “No,” said Mrs. Poe."
    assert named(text) == ["Wim Poe", "Ann Poe", "Ann Poe"]


def test_a_title_of_the_other_gender_is_not_hers() -> None:
    assert named("Then Wim Poe and his wife, Ann, left. “No,” said Mr. Poe.") == ["Wim Poe", "Ann", "Poe"]


def test_a_husband_who_is_never_called_by_a_title_keeps_his_first_name() -> None:
    assert named("Then Ann Poe and her husband, Wim, left.") == ["Ann Poe", "Wim"]
