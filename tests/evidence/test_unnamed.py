"""“She” behind somebody of whom the text tells without a name."""

import pytest
from who_said import speaker

import newskit


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


@pytest.mark.parametrize(
    "told",
    [
        "One of them, a clerk from Holle, had brought a van. In a letter",
        "Poe's mother shouted from the gallery. Then",
        "The witness shook her head. Then",
    ],
)
def test_she_is_one_of_several_a_relative_or_a_witness(told):
    text = f"Driver Hugh Poe sat down. Poe was late.\n\nJudge Ann Rask asked why.\n\n{told} she said that it was over."
    assert speaker(text, "was over") is None


def test_who_is_asked_without_a_name_answers_without_one():
    text = "Clerk Ann Rask left.\n\nA barman said that it rained.\n\nProsecutor Mary Poe asked him how many hats he saw.\n\n“I saw three.”"
    assert speaker(text, "saw three") is None


def test_one_gives_a_name():
    text = "Many came. One, who gave her name only as Val, said that it rained."
    assert speaker(text, "rained") == "Val"


def test_whose_name_is_kept_is_nobody_who_is_named():
    text = "Judge Ann Rask left. Rask was late.\n\nThe 24-year-old, who cannot be named, told the court that it rained. “I saw it,” she said."
    assert [speaker(text, words) for words in ("rained", "saw it")] == [None, None]


@pytest.mark.parametrize(
    "told",
    [
        "The girls' grandmother is not so sure.",
        "His date, who sat at the back, declined to give her name.",
        "Her flatmate came in late.",
        "Their landlady laughed.",
    ],
)
def test_she_is_whoever_is_told_of_as_somebody_else_s(told):
    assert speaker(f"Mayor Ann Rask left.\n\n{told} “It was over,” she said.", "was over") is None


def test_a_witness_without_a_name_answers_the_judge_who_asked():
    text = "A teenager told the court that he missed the bus.\n\nJudge Ann Rask asked whether the road was clear.\n\n“Most of it, Your Honour.”"
    assert speaker(text, "Most of it") is None


def test_she_is_who_was_told_of_behind_somebody_who_spoke_in_the_same_paragraph():
    text = "Counsel Ann Rask asked who had paid. A director had sent a letter. “Whose money?” she wrote."
    assert speaker(text, "Whose money") is None


def test_she_is_who_is_told_of_behind_somebody_without_a_name():
    text = "A geologist told the council that it rained. Ms. Maud Rask liked that. She has written it on the lid.\n\n“It was over.”"
    assert speaker(text, "was over") == "Maud Rask"


def test_the_cyclist_whose_name_is_withheld_is_nobody_who_is_named():
    text = "Judge Ann Rask left. Rask was late.\n\nThe cyclist, whose name is being withheld, came in. Then she said that it was over."
    assert speaker(text, "was over") is None


@pytest.mark.parametrize(
    ("told", "behind", "who"),
    [
        ("Its churchwarden says it was late.", "“I wept,” said Maud Dale, 64.", "Maud Dale"),
        ("The owner of a boat shop said that it was late.", "“I wept,” Max Poe told us.", "Max Poe"),
        ("His neighbour runs a bar. She said it was late.", "“I wept,” said Maud Dale, who has run it since May.", "Maud Dale"),
        # whoever is somebody else
        ("Its churchwarden says he thought it was late.", "“I wept,” said Maud Dale.", None),
        ("Its churchwarden says it was late.", "“I wept,” said Maud Dale, of Elm Row.", None),
        ("Its churchwarden says it was late.", "“I wept,” said Maud Dale, who lives opposite.", None),
        ("Its churchwarden says it was late.", "“I wept,” said baker Maud Dale.", None),
        ("Its spokeswoman says it was late.", "“I wept,” said Maud Dale.", None),
        ("A teacher who asked not to be named says it was late.", "“I wept,” said Maud Dale.", None),
        ("“It rains,” its churchwarden says. It was late, she says.", "“I wept,” said Max Poe.", None),
    ],
)  # fmt: skip
def test_somebody_without_a_name_is_who_says_the_next_words_in_marks(told, behind, who):
    text = f"Thieves came to the hall on Monday.\n\n{told}\n\n{behind}"
    assert speaker(text, "was late") == who


def test_whoever_is_named_behind_their_role_has_it_from_there_on():
    text = "The head teacher of Holle School says it rained.\n\n“I wept,” said Maud Dale.\n\nThe head said it was late."
    assert newskit.parse(text, format="text").quotes[1].speaker.role == "head teacher of Holle School"
    assert speaker(text, "was late") == "Maud Dale"
