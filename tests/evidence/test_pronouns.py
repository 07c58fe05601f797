"""Whom a pronoun, a description or a floating quote means, in articles of two or three paragraphs."""

import pytest
from who_said import speaker


def test_a_first_name_tells_the_gender_that_most_of_its_bearers_have():
    text = "Hilda Rask keeps the lock. Edwin Rask built it. A boat came.\n\n“Nobody paid,” she said."
    assert speaker(text, "Nobody paid") == "Hilda Rask"


def test_she_and_him_in_one_sentence_tell_nothing_of_whom_it_names():
    text = "When a printer, Wystan Holloway, asked for the book, she sent him a page.\n\nIt hung in his office for years, Mr. Holloway said."
    assert speaker(text, "hung in his office") == "Wystan Holloway"


@pytest.mark.parametrize(
    "between",
    [
        "The director of Oakmere Docks, Mr Nils Tulley, left early. Oakmere Docks has paid two fines.",
        "Oakmere Docks wants a crane. Its founder, Mr Nils Tulley, came. Oakmere Docks has four cranes.",
        "Oakmere Docks lost its chief executive. Mr Nils Tulley runs it. Oakmere Docks pays him well.",
        "Mr Nils Tulley sells cranes. Oakmere Docks, which buys them, has four.",
    ],
)
def test_he_is_never_an_institution_even_where_it_is_nearest(between):
    assert speaker(f"{between}\n\n“We check them every week,” he said.", "every week") == "Nils Tulley"


def test_a_group_named_behind_what_it_is_is_nobody_whom_he_means():
    text = "A pressure group, Bread First Now, asked for time.\n\nMr Nils Tulley left. “Nobody is asleep,” he said."
    assert speaker(text, "asleep") == "Nils Tulley"


def test_a_name_in_an_object_does_not_keep_he_from_whoever_spoke_last():
    text = "Marlow boss Luis Prado said that he was robbed.\n\nThe Spaniard said that referee Neil Cobb was tired.\n\n“A camera should be a surgeon,” he added."
    assert speaker(text, "surgeon") == "Luis Prado"


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("One junior minister was blunter.", "the minister said"),
        ("An aide told reporters that it rained.", "the aide said"),
        ("“It rained,” said a palace aide.", "the aide said"),
        ("A senior executive, who did not want to be named, said that it rained.", "the executive said"),
    ],
)
def test_whoever_was_told_of_without_a_name_is_nobody_who_has_that_role(told, again):
    text = f"The letter is by the former trade minister Hugh Rask, the aide Ann Poe and chief executive Jo Lind.\n\n{told} “It is over,” {again}."
    assert speaker(text, "over") is None


def test_somebody_with_that_role_who_is_named_since_is_meant():
    text = "A minister was blunter. Minister Hugh Rask left. “It is over,” the minister said."
    assert speaker(text, "over") == "Hugh Rask"


def test_she_goes_on_with_whoever_spoke_without_a_name():
    text = "Treasurer Lucas Bem paid.\n\nA teacher, who did not want to be named, said books were shared.\n\n“We tear them,” she said."
    assert [speaker(text, words) for words in ("shared", "tear")] == [None, None]


def test_whoever_does_not_want_to_be_named_is_not_named_further_on():
    text = "A nurse, who asked not to be named, said that it rained. Paul Rask, 24, owns the firm."
    assert speaker(text, "rained") is None


def test_a_question_behind_an_answer_is_asked_by_whoever_asked_before():
    text = (
        "Councillor Nuala Rask asked when the bridge was measured.\n\n“In May, Councillor,” Mr Alan Poe replied.\n\n"
        "“Is that a joke?”\n\n“It is not.”"
    )
    assert [speaker(text, words) for words in ("joke", "It is not")] == ["Nuala Rask", "Alan Poe"]


@pytest.mark.parametrize(
    "asked",
    [
        "Asked by a caller if he took the train, Rask paused.",
        "Asked by Minister Ann Poe if he trusted her, he paused.",
        "The clerk asked him to speak up.",
        "The council's leader, Ray Poe, asked him whether he would stay.",
    ],
)
def test_whoever_is_asked_in_the_narrator_s_words_answers(asked):
    text = f"Mayor Hugh Rask said that he was done.\n\n{asked}\n\n“I have got a driver.”"
    assert speaker(text, "driver") == "Hugh Rask"


def test_a_pronoun_in_what_somebody_is_asked_does_not_hide_who_answers():
    text = "Ann Rask won.\n\nMinister Mary Poe said that it rained.\n\nAsked if she trusted her, Rask smiled.\n\n“I trust my legs,” she replied."
    assert speaker(text, "legs") == "Ann Rask"


def test_a_death_that_somebody_tells_of_makes_no_obituary():
    text = (
        "Ann Rask laughed. Mary Poe told them that her dog died.\n\nIt rained.\n\nRask left. She said that it was late."
    )
    assert speaker(text, "late") == "Ann Rask"


@pytest.mark.parametrize(
    ("before", "again", "who"),
    [
        ("Economist Lu Rask said that rates would fall.", "said the associate professor", "Lu Rask"),
        ("Retired keeper Hal Rask, 80, said that it rained.", "said the grandfather of six", "Hal Rask"),
        ("Singer Ann Rask said that she would come.", "said the Grammy winner", "Ann Rask"),
        ("The head of estates, Kim Rask, said no.\n\n“Why not?” asked Dan Poe.", "the witness replied", "Kim Rask"),
        ("Economist Lu Rask said no. Ann Poe laughed.", "said the spokesperson", None),
    ],
)
def test_a_description_goes_on_with_whoever_spoke_last(before, again, who):
    assert speaker(f"{before}\n\n“It was not on the list,” {again}.", "list") == who


def test_whoever_only_wants_something_for_somebody_does_not_speak():
    text = "Walter Rask winds clocks.\n\nHis father, a tram driver, wanted him to be a clerk. At 15 he left. “They gave me a bicycle,” he says."
    assert speaker(text, "bicycle") == "Walter Rask"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ivan and Olga Rask left Lviv.\n\n“It rains,” Ms. Rask said.\n\nHer husband laughed.", "Ivan Rask"),
        ("Jo Rask ran. Coach Al Poe said that she was “a clock”.\n\nHer brother shook his head.", None),
    ],
)
def test_he_behind_her_husband_is_her_husband(text, who):
    assert speaker(f"{text} “She is joking,” he said.", "joking") == who


@pytest.mark.parametrize("opening", ["Heartbroken Marek, 31,", "Devastated Marek Rask"])
def test_how_somebody_is_at_the_head_of_a_sentence_is_no_name(opening):
    text = f"Marek Rask fell.\n\n{opening} broke his silence.\n\nHe wrote: “I would go back.”"
    assert speaker(text, "go back") == "Marek Rask"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Hugh Rask laughed. The rise came as Sund Gas posted a loss. It said that it was late.", "Sund Gas"),
        ("Norrail stopped. Shares in Norrail fell. Norrail blamed a cable. It said that it was late.", "Norrail"),
        ("Sund Gas sent a letter. It said that it was late.", None),
        ("A day passed. Sund Gas Packing left. Hugh Rask laughed. Sund Gas posted a loss. It said that it was late.", "Sund Gas Packing"),
        ("The Ministry of Roads said no. Ann Poe left. The ministry said that it was late.", "Ministry of Roads"),
        ("The Harbour Authority met. The regulator said that it was late.", "Harbour Authority"),
        ("Westmark Police came. The force said that it was late.", "Westmark Police"),
    ],
)  # fmt: skip
def test_it_is_the_institution_that_did_something_last(text, who):
    assert speaker(text, "late") == who


def test_an_obituary_tells_of_a_death_at_the_end_of_a_long_sentence():
    text = (
        "Lu Rask, whose horn was so quiet that the owners of clubs used to turn off the fans when it was heard, died.\n\n"
        "A dentist told him that he would never play.\n\n“I learned,” he wrote."
    )
    assert speaker(text, "learned") == "Lu Rask"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # whom the text is about
        ("Ann Rask jumps. Rask is 58.\n\nRask bakes. Mary Poe is a friend.\n\nIt rained.\n\nShe broke her back.", "Ann Rask"),
        ("Ann Rask sings.\n\nHugh Poe disagrees.\n\nIt rained.\n\nSun came.\n\nAnd what did she do?", "Ann Rask"),
        # whom an obituary is about
        ("Hugh Rask, who has died, rode.\n\nHis first cup was late. The trainer, Carl Poe, had told him to wait.", "Hugh Rask"),
        ("Hugh Rask, who has died, rode.\n\nBorn in Sund, he was the son of Carl Poe. Poe wanted him to bake.", "Hugh Rask"),
        ("Hugh Rask said in Sund that the bill died.\n\nCarl Poe left. Poe told Rask about it.", "Carl Poe"),
    ],
)  # fmt: skip
def test_a_pronoun_is_whom_the_text_is_about_where_others_are_only_mentioned(text, who):
    pronoun = "she" if who == "Ann Rask" else "he"
    assert speaker(f"{text} “I never saw it,” {pronoun} said.", "never saw") == who


def test_her_mother_was_a_nurse_tells_of_her():
    text = "Ann Rask bakes.\n\nHer mother was a nurse.\n\n“I never saw it,” she said."
    assert speaker(text, "never saw") == "Ann Rask"


def test_in_the_genitive_nobody_is_a_place():
    text = (
        "Norrail cuts jobs as it leans on AI, the company said.\n\nThe trains in Norrail's depot are AI, says Ann Poe."
    )
    assert speaker(text, "cuts jobs") == "Norrail"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # asked right before
        ("Prosecutor Lu Poe asked the witness, Ann Rask, whether it rained.\n\n“I saw it,” she said.", "Ann Rask"),
        ("Coach Hugh Rask left. Asked if Carl Poe would start, he smiled. “I saw it,” he said.", "Hugh Rask"),
        # roles that firms have too
        ("The landlord, Sund Homes, said that it rained. It said “I saw it”.", "Sund Homes"),
        # an age behind a description
        ("Neighbour Hugh Rask fumed. The retired welder, 71, said: “I saw it.”", "Hugh Rask"),
    ],
)
def test_somebody_told_of_right_before_is_meant(text, who):
    assert speaker(text, "I saw it") == who


def test_the_company_is_the_firm_that_spoke_last_in_the_paragraph():
    text = "The Alma Theatre will close, its owner, Regis Homes, announced. The company said that it was late."
    assert speaker(text, "late") == "Regis Homes"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Coach Hugh Rask was asked afterwards whether she would drive.", "“I never saw it.”"),
        ("Coach Hugh Rask was then asked whether she would drive.", "“I never saw it,” he said."),
        ("Hugh Rask, asked if he could sleep, only laughed.", "“I never saw it.”"),
        ("Postman Hugh Rask keeps three of them. Is he sorry?", "“I never saw it.”"),
        ("Hugh Rask, the mayor, was “not amused”. Are things so bad that he will go?", "“I never saw it,” he said."),
    ],
)
def test_whoever_is_told_to_be_asked_answers(asked, answer):
    text = f"“This had better brakes,” said Carol Poe, a driver. Poe won. Poe drove.\n\nManager Cris Lund said that it rained.\n\n{asked}\n\n{answer}"
    assert speaker(text, "never saw") == "Hugh Rask"


def test_whoever_asks_behind_an_aside_does_not_answer():
    text = "Ann Rask laughed.\n\nSenator Hugh Poe, the panel's top Republican, asked Ms. Rask how it was.\n\n“I never saw it.”"
    assert speaker(text, "never saw") == "Ann Rask"


def test_a_relation_that_ends_what_leads_in_tells_no_gender_of_the_subject():
    text = "Hugh Rask died on Monday.\n\nIn addition to his wife and daughter, Rask leaves a shop. “I never saw it,” he used to say."
    assert speaker(text, "never saw") == "Hugh Rask"


def test_she_of_a_lawyer_s_client_tells_no_gender_of_the_lawyer():
    text = "Judge Ann Poe left.\n\nLawyer Rochelle Rask said that her client was calm. He is fast, she said, and he stopped for gas."
    assert speaker(text, "stopped for gas") == "Rochelle Rask"


def test_asked_at_the_head_of_a_sentence_does_not_say_that_who_spoke_last_asks():
    text = (
        "Goalie Annick Poe ran. “Six,” Poe said.\n\nHugh Lund left. “Five,” he said.\n\n"
        "His sister, captain Jodi Rask, scored. Asked whether she had aimed at him, she grinned. “I never saw it.”"
    )
    assert speaker(text, "never saw") == "Jodi Rask"


def test_her_in_what_somebody_is_asked_about_is_not_who_answers():
    text = "Ann Rask keeps a club.\n\nRunner Amaya Poe was second. “Both,” she said.\n\nAsked about her pupils, Rask shook her head.\n\n“I never saw it.”"
    assert speaker(text, "never saw") == "Ann Rask"


def test_who_disagrees_at_the_end_of_a_sentence_goes_on_behind_it():
    text = (
        "Mr Hugh Rask left.\n\nForecaster Ann Poe said that it was late, but Rask disputed that.\n\n“I never saw it.”"
    )
    assert speaker(text, "never saw") == "Hugh Rask"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The sheriff looks at the ceiling.", "Mona Rask"),
        ("It was Poe's dentist, Dr Farah Lund, who did it. Did she celebrate?", "Farah Lund"),
    ],
)
def test_who_is_told_of_by_a_role_or_in_a_cleft_sentence_speaks_behind_it(told, who):
    text = f"Sheriff Mona Rask sang. “No,” said Kim Poe.\n\n{told}\n\n“I never saw it.”"
    assert speaker(text, "never saw") == who


def test_turns_of_two_short_sentences_go_back_and_forth():
    text = (
        "Sisters Effie Rask and Morag Lund stayed.\n\n“They sent a bill,” Effie Rask says.\n\n"
        "“They sent a bill to Mother,” says Morag Lund. “Mother was in Leith.”\n\n“So we never saw it.”\n\n“It would not have been polite.”"
    )
    assert [speaker(text, words) for words in ("never saw", "polite")] == ["Effie Rask", "Morag Lund"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # who asked for something has asked nobody
        ("Lawyer Ann Rask said that it rained. Attorney Hugh Lund, who had asked for nine years, argued that it snowed.\n\nDana Poe, dressed in gray, turned to the room.\n\n“It was late,” she said.", "Dana Poe"),
        # what stands behind “according to Ann Rask” is said of somebody else where the gender tells so
        ("Rask Dairy shut. Its former head, Judith Rask, said that it rained. One man failed, according to Rask, a young man of few words.\n\n“It was late,” she said.", "Judith Rask"),
        # a family's name is no group's where a person bears it
        ("Sund Gas, which the Tuohy family owns, shut. Director Max Tuohy left the hall. “It was late,” he said.", "Max Tuohy"),
        ("Sund Gas, which the Tuohy family owns, shut. “It was late,” its director, Max Tuohy, told us.", "Max Tuohy"),
    ],
)  # fmt: skip
def test_what_only_seems_to_tell_of_somebody_leads_nowhere_else(text, who):
    assert speaker(text, "was late") == who


def test_she_is_not_the_place_that_a_senator_sits_for():
    text = "Senator Ann Rask (Holle East) asked for a bridge. She called it a star.\n\n“It was late,” she said."
    assert speaker(text, "was late") == "Ann Rask"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Max Poe stirs the pan. His daughter rolls her eyes. “It was late,” she says.", None),
        ("A teacher in the queue nods. A plumber laughs. “It was late,” she says.", None),
        ("Told of the pan that Dr Ann Rask found, Moira Poe was silent. “It was late,” she says.", "Moira Poe"),
    ],
)
def test_she_is_whoever_opens_the_sentence_before_in_the_present_or_is_told_of_somebody(told, who):
    text = f"Historian Ann Rask says that it rained. “It snowed,” she says.\n\n{told}"
    assert speaker(text, "was late") == who


@pytest.mark.parametrize("setting", ["in March", "on Tuesday", "in 2019", "in an interview last week"])
def test_when_and_where_between_which_and_its_verb_are_no_speaker(setting):
    text = f"The money came from Oakmere Docks, which {setting} announced that it would close two cranes."
    assert speaker(text, "two cranes") == "Oakmere Docks"


def test_whoever_an_answer_tells_of_is_not_he_behind_it():
    text = (
        "Asked about the crane, Nils Tulley, who has sat for Oak Fells since 2010, said he never saw it. "
        "“But I heard it,” he added."
    )
    assert speaker(text, "heard it") == "Nils Tulley"
