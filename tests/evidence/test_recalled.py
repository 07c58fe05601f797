"""Whom a description means: “the retired dinner lady”, “his lawyer”, “the firm”."""

import pytest
from who_said import speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pearl Rask, 79, paid in May. “I saw it,” said the retired dinner lady.", "Pearl Rask"),
        ("Her son Gavin, 51, broke the door. “I saw it,” fumed the father-of-two.", "Gavin"),
        ("Hugh Rask scored. The Sund-born striker, who came on late, said: “I saw it.”", "Hugh Rask"),
        ("Governor Ann Rask smiled. “It rained,” she said.\n\n“I saw it,” added the county boss.", "Ann Rask"),
        ("Minister Hugh Rask said that it rained. “I saw it,” the Labour frontbencher said.", "Hugh Rask"),
        # who asks does not answer
        ("Advocate General Hugh Rask stood. Justice Ann Poe asked why. The law officer replied: “I saw it.”", "Hugh Rask"),
        # a function is somebody else's, and so is what was told of without a name
        ("Pearl Rask, 79, paid in May. “I saw it,” said the judge.", None),
        ("Pearl Rask, 79, called a plumber who came by boat. “I saw it,” said the plumber.", None),
    ],
)  # fmt: skip
def test_a_description_that_nobody_bears_is_who_is_told_of_right_there(text, who):
    assert speaker(text, "I saw it") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Rask, 82, rang twice. 'I'd ask for help,' she said. Sund Lifts has failed. The firm said that it was late.", "Sund Lifts"),
        ("Sund Donkeys wants hay. In a letter to Holle Farms, the charity said that it was late.", "Sund Donkeys"),
        ("For years Sund Paper trucked sludge. Hugh Poe spread it.\n\nThe company, which left, said that it was late.", "Sund Paper"),
        ("Sund Gas lost money in May. Ann Rask runs it.\n\nThe gas supply chain said that it was late.", "Sund Gas"),
    ],
)  # fmt: skip
def test_the_firm_is_what_the_text_is_about_and_not_what_is_mentioned(text, who):
    assert speaker(text, "late") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Carl Poe was charged. His lawyer, Ann Rask, stood up.\n\nPoe smiled. His lawyer said: “I saw it.”",
            "Ann Rask",
        ),
        ("The runner won. Her coach, Hugh Rask, wept.\n\n“I saw it,” her coach said.", "Hugh Rask"),
        ("Ann and Hugh Rask milk cows. Their son, Tim, helps.\n\n“I saw it,” his mother said.", "Ann Rask"),
        ("Carl Poe, 9, won. Mother of two Ann Rask clapped.\n\n“I saw it,” his mother said.", None),
    ],
)
def test_his_lawyer_is_the_only_one_whom_the_text_names(text, who):
    assert speaker(text, "I saw it") == who


@pytest.mark.parametrize("body", ["South Sund", "Lake Sund News"])
def test_she_is_no_place_and_no_paper(body):
    assert speaker(f"{body} has had three fires. “I saw it,” she said.", "I saw it") is None


@pytest.mark.parametrize(
    "text",
    [
        "A tall woman, she claimed that she was never late.",
        "One reviewer called her dull. She was, she said, never late.",
        "Her first trainer, Mary Poe, put her on a mare. She was never late, she said.",
        "She rode.\n\nMary Poe did not speak to her for a month.\n\n“I was never late,” she said.",
        "The leader, Guy Poe, refused to wait. She was never late, she recalled.",
    ],
)
def test_in_an_obituary_others_are_told_of_for_what_they_are_to_the_dead(text):
    assert speaker(f"Hilda Rask, who has died aged 91, mapped caves.\n\n{text}", "never late") == "Hilda Rask"


def test_who_died_is_called_by_the_name_of_their_birth():
    text = "Peggy Rask, who has died aged 91, mapped caves.\n\nMary Ann Rask was born at Sund. “It was late,” she said."
    assert speaker(text, "late") == "Mary Ann Rask"
    text = (
        "Peggy Rask, who has died aged 91, mapped caves.\n\nMary Ann Poe was born at Sund.\n\nRask said: “It was late.”"
    )
    assert speaker(text, "late") == "Peggy Rask"


def test_who_spoke_before_answers_as_he():
    text = (
        "Clerk Hugh Rask said that it rained.\n\nAnn Poe asked who paid.\n\n“You?” Poe asked.\n\n“I saw it,” he said."
    )
    assert speaker(text, "I saw it") == "Hugh Rask"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Guard Hugh Rask spoke. Under cross-examination by Carl Poe, he agreed that he was late.", "Hugh Rask"),
        ("Ann Rask said “no”.\n\nUnder questioning from her lawyer, Mary Poe, she wept. She said that she was late.", "Ann Rask"),
        ("Hugh Rask spoke.\n\nAsked by Carl Poe why, he said “no”.\n\nMr Poe put it to him that it rained. He said it was late.", "Hugh Rask"),
        ("Hugh Rask said “no”. The coroner, Ann Poe, asked if it rained. He said it was late.", "Hugh Rask"),
        ("Day two.\n\nClerk Hugh Poe asked what she saw. “A hat,” Ann Rask said.\n\n“What kind of hat?”\n\n“It was late, a bowler.”", "Ann Rask"),
    ],
)  # fmt: skip
def test_who_asks_in_court_is_not_who_answers(text, who):
    assert speaker(text, "late") == who


def test_her_teacher_is_not_she_in_a_text_about_her():
    text = "Ann Rask bakes. Rask is 58.\n\nRask sings.\n\nHer teacher, Bryn Poe, was deaf.\n\n“I was late,” she said."
    assert speaker(text, "late") == "Ann Rask"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“He hums,” says Ann Rask.\n\n“She sings,” says Hugh Poe.\n\nRask puts down her file. “In tune.”\n\n“It was late.”", "Hugh Poe"),
        ("Ann Rask spoke. “He waved,” she said.\n\nProsecutor Mel Poe asked what he wore. She wept.\n\n“It was late.”", "Ann Rask"),
        ("Ann Rask, who has died, mapped caves.\n\nMary Poe called them dull. “It was late,” she answered.", "Ann Rask"),
        ("“I sing,” Ann Rask said.\n\nIt rained.\n\nTea came. Her agent, Hugh Poe, smiled.\n\n“It was late,” she said.", "Ann Rask"),
        ("Sund Bank fell. Consumer group Holle Watch said that it rained. The bank said that it was late.", "Sund Bank"),
    ],
)  # fmt: skip
def test_who_speaks_next_is_the_other_of_two_or_whom_the_text_is_about(text, who):
    assert speaker(text, "late") == who


@pytest.mark.parametrize("opening", ["In mitigation, Ann Rask", "Ann Rask, defending,", "Ann Rask, for the defence,"])
def test_the_barrister_is_whoever_pleads(opening):
    text = f"Clerk Mary Poe stole a hat. Poe was late.\n\n{opening} said that it rained. Poe was sorry, the barrister said."
    assert speaker(text, "was sorry") == "Ann Rask"


@pytest.mark.parametrize("mention", ["one eight-year-old", "a 9-year-old"])
def test_a_child_of_an_age_is_nobody_whom_the_text_names(mention):
    text = f"Teacher Ann Rask laughed. Rask left. Rask sang.\n\n“My mum cried,” said {mention}."
    assert speaker(text, "mum cried") is None


def test_one_of_many_with_a_role_is_nobody_who_is_named():
    text = "Hilda Rask drives. Rask was expelled; the second headmistress wrote that she was quick."
    assert speaker(text, "was quick") is None


def test_the_league_s_top_scorer_is_who_was_told_of_right_before():
    text = "Coach Hugh Poe laughed.\n\nJosie Rask had 34 points. The league's top scorer told reporters that it rained."
    assert speaker(text, "rained") == "Josie Rask"


def test_the_vicar_is_the_rev_who_was_named_as_one():
    text = "The vicar, the Rev Jude Rask, disagreed. “It was old,” the vicar said."
    assert speaker(text, "was old") == "Jude Rask"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Leo Rask took it. In mitigation, Ann Poe said her client was ill. Rask told the barrister that it was dry. “I saw it,” the barrister said.", "Ann Poe"),
        ("For Rask, Ann Poe said her client was ill. Dan Rask stood up. “I saw it,” the solicitor said.", "Ann Poe"),
        ("Ann Poe, prosecuting, said that it rained. Leo Rask wept. His wife sat there. “I saw it,” said the prosecutor.", "Ann Poe"),
        ("Ann Poe, prosecuting, spoke. Hugh Lund, defending, spoke. “I saw it,” said the prosecution barrister.", "Ann Poe"),
        ("Ann Poe, prosecuting, spoke. Hugh Lund, defending, spoke. “I saw it,” said the defence barrister.", "Hugh Lund"),
        ("Dan Rask's attorney, Ann Poe, said her client was ill. Rask sat down. “I saw it,” the lawyer said.", "Ann Poe"),
        ("Prosecuting, Ann Poe said that it rained. “I saw it,” counsel said.", "Ann Poe"),
    ],
)  # fmt: skip
def test_the_barrister_is_whoever_speaks_for_somebody_in_court(text, who):
    assert speaker(f"It was a long day in court.\n\n{text}", "I saw it") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Rask poured in 34 points. The league's leading scorer said: “I saw it.”", "Ann Rask"),
        ("Ann Rask took pole. The championship leader said: “I saw it.”", "Ann Rask"),
        ("Ann Rask shot 63. The world No 4 said: “I saw it.”", "Ann Rask"),
        ("Ann Rask lost. The top seed said: “I saw it.”", "Ann Rask"),
        ("District Collector Ann Rask came by. The IAS officer said: “I saw it.”", "Ann Rask"),
        ("Deputy Ann Rask stood up. The Holle TD said: “I saw it.”", "Ann Rask"),
        ("Sen. Ann Rask voted no. The Holle Democrat said: “I saw it.”", "Ann Rask"),
        ("Sgt. Ann Rask came by. The officer said: “I saw it.”", "Ann Rask"),
        ("Ann Rask won the raffle. The lorry driver from Holle said: “I saw it.”", "Ann Rask"),
        ("Next is the champion, Ann Rask, who beat Mia Poe. The Swede said: “I saw it.”", "Ann Rask"),
        ("“We won,” said Mia Poe. She kept the ball from Ann Rask.\n\nRask wept. The leading scorer said: “I saw it.”", "Ann Rask"),
        ("Ann Rask came by. The police officer said: “I saw it.”", None),
        ("Ann Rask won the raffle. The driver said: “I saw it.”", None),
    ],
)  # fmt: skip
def test_what_only_few_are_called_is_whoever_is_told_of_right_there(text, who):
    assert speaker(f"It was a long day in the town.\n\n{text}", "I saw it") == who


def test_the_minister_is_no_role_of_the_aide_who_signs_for_him():
    text = "Roads Minister Dan Rask said that it rained.\n\nIn a statement issued by his aide, Max Poe, the minister maintained that it was late."
    assert speaker(text, "was late") == "Dan Rask"


@pytest.mark.parametrize(
    ("opening", "named", "who"),
    [
        ("The chief minister on Monday said that it was late.", "Chief minister Dan Rask left the hall.", "Dan Rask"),
        ("The dinner lady who fell said that it was late.", "Pearl Rask, 79, left the hall.", "Pearl Rask"),
        # whoever has another office, and a function that is somebody else's
        ("The coast guard said that it was late.", "Coast guard spokesman Dan Rask left the hall.", None),
        ("The judge said that it was late.", "Dan Rask, 61, left the hall.", None),
    ],
)
def test_an_office_that_opens_a_text_is_the_one_who_bears_it_further_on(opening, named, who):
    assert speaker(f"{opening}\n\n{named}", "was late") == who


def test_the_senior_from_somewhere_is_who_is_told_of_right_there():
    text = "Reserve senior Dan Rask fell.\n\nGuard Ann Poe scored ten. Asked about it, the senior from Holle said that it was late."
    assert speaker(text, "was late") == "Ann Poe"


@pytest.mark.parametrize(
    ("role", "other"),
    [("owner", "landlord"), ("permanent secretary", "mandarin"), ("captain", "skipper"), ("bishop", "prelate")],
)
def test_another_word_for_a_role_is_whoever_bears_it(role, other):
    text = f"The {role}, Dan Rask, said that it rained. Baker Ann Poe laughed.\n\nThe {other} said that it was late."
    assert speaker(text, "was late") == "Dan Rask"


@pytest.mark.parametrize(
    "text",
    [
        "SYDNEY, Oct 3 (Wire) - Stock in Poe Ports sank on Friday after the operator said that it was late.",
        "Poe Ports cut jobs. Ann Lund left.\n\nThe Holle-based operator, which runs nine docks, said that it was late.",
    ],
)
def test_the_operator_is_the_firm_and_not_a_month_nor_its_shares(text):
    assert speaker(text, "was late") == "Poe Ports"


def test_the_union_head_is_whom_the_text_calls_its_boss():
    text = "Rail union boss Ann Rask said that it rained. Max Poe laughed.\n\nThe union head said that it was late."
    assert speaker(text, "was late") == "Ann Rask"


def test_a_former_boss_is_not_who_is_boss_now():
    text = "Chief executive Fiona Marsh said that it rained.\n\nHer predecessor, Ian Lomax, called it snow. The former boss said that it was late."
    assert speaker(text, "was late") == "Ian Lomax"


def test_her_sister_is_the_other_of_two_who_are_named_together():
    text = "Two sisters, Maria and Celeste Fisk, have a dog. “It rained,” said Celeste.\n\nHer sister disagreed. “It was late,” she said."
    assert speaker(text, "was late") == "Maria Fisk"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bus owner Starline said that it rained. The Dorset firm said that it was late.", "Starline"),
        ("The Chancellor said that it was late.\n\nShadow chancellor Ann Poe left the hall.", None),
        ("Its barrister says it was late.\n\n“I wept,” said Max Poe, who owns nine.", None),
    ],
)
def test_a_firm_may_be_told_by_its_county_and_an_office_by_nobody_below_it(text, who):
    assert speaker(text, "was late") == who
