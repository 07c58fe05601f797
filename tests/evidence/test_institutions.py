"""Which institution a noun stands for, what an institution is, and what is none."""

import pytest

from newskit.parser import Parser

_ONLY = ["body", "boilerplate", "headline", "metadata"]
_SO = " said that it was late."


def who(text):
    """Give name and role of whoever said the one quote of a text that ends with “it was late”."""
    quotes = Parser(disable=_ONLY, strict=True).parse(text + _SO, format="text").quotes
    [speaker] = [quote.speaker for quote in quotes if quote.text.endswith("it was late")]
    return speaker.name, speaker.role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voltrad, one of Sund's biggest makers of scooters, is broke. The company", ("Voltrad", "one of Sund's biggest makers of scooters")),
        ("Voltrad, one of Sund's oldest shipping companies, is broke. The company", ("Voltrad", "one of Sund's oldest shipping companies")),
        ("Holle Foods, Sund's second-largest maker of pies, is broke. The company", ("Holle Foods", "Sund's second-largest maker of pies")),
        ("Holle Shoes, the 98-year-old shoe retailer, is broke. The retailer", ("Holle Shoes", "98-year-old shoe retailer")),
        ("Voltrad, a Danish train maker that employs 90 people, is broke. The train maker", ("Voltrad", "Danish train maker")),
        ("Sund Foote, the 112-year-old retailer, is broke. The company", ("Sund Foote", "112-year-old retailer")),
        ("Sund Gas runs on lamps. One crab of southern Holle can climb. The company", ("Sund Gas", None)),
        ("Researchers filmed crabs. Sund University has a tank. The team", ("team", None)),
        ("Sund Rovers lost. The team", ("Sund Rovers", None)),
        ("HOLLE, Larne, Oct 12 - Rain fell, but the company", ("company", None)),
        ("The strike at Sund Sugar began at 6, the United Mill Workers wrote. The company", ("Sund Sugar", None)),
        ("The strike at Sund Sugar began at 6. The Bakers' Union is glad. The firm", ("Sund Sugar", None)),
        ("The United Mill Workers are here. The union", ("United Mill Workers", None)),
        ("Dan Poe is of the Holle Fire and Rescue Service. The service", ("Holle Fire and Rescue Service", None)),
        ("Insurer Sund Life", ("Sund Life", "Insurer")),
        ("Brokerage Holle Securities", ("Holle Securities", "Brokerage")),
        ("Deputy Treasury secretary Ann Poe left. The Treasury", ("Treasury", None)),
        ("Consultant in rare diseases Dr Ann Poe", ("Ann Poe", "Consultant in rare diseases")),
        ("Professor in law Dan Poe", ("Dan Poe", "Professor in law")),
        ("Opposition leader Coun Ann Poe", ("Ann Poe", "Opposition leader")),
        ("Ecologist Professor Ann Poe", ("Ann Poe", "Ecologist")),
        ("Emeritus Professor Ann Poe", ("Ann Poe", "Emeritus Professor")),
        ("Counsel Gideon Pereira of Pereira & Lund left. Mr Pereira", ("Gideon Pereira", "Counsel")),
        ("Peggy Poe, who has died aged 91, was a baker. Peggy Ann Lund was born in Holle. Poe", ("Peggy Poe", None)),
        ("The regulator, the Council for Lamps,", ("Council for Lamps", "regulator")),
        ("The trade body, the Society of Lamp Makers,", ("Society of Lamp Makers", "trade body")),
        ("Ann Poe is late. Poe's employer, Holle Gas, called her slow. The company", ("Holle Gas", "Poe's employer")),
        ("The printer, Holle Voting Services, was slow. In a letter, the company", ("Holle Voting Services", "printer")),
        ("Sund is under pressure from activist investor Poe Rask Capital. The hedge fund", ("Poe Rask Capital", "activist investor")),
        ("In a filing, hedge fund Poe Rask Capital", ("Poe Rask Capital", "hedge fund")),
        ("Drinks giant Holle & Lund is broke. The drinks giant", ("Holle & Lund", "Drinks giant")),
        ("Its owner, Danish shipping group Voltrad,", ("Voltrad", "Danish shipping group")),
        ("Charity Bread First", ("Bread First", "Charity")),
        ("Charity Council", ("Charity Council", None)),
        ("The union representing the bakers, Bread Rise,", ("Bread Rise", "union representing the bakers")),
        ("The Holle Herald is old. The newspaper", ("Holle Herald", None)),
        ("No 10", ("No 10", None)),
        ("Lamp maker Voltrad AG is late. Shares in Voltrad, Sund's fourth-largest producer of lamps, fell. Voltrad", ("Voltrad AG", "Lamp maker")),
    ],
)  # fmt: skip
def test_what_an_institution_is_stands_beside_its_name(text, expected):
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two of them took fees from Lumo Aid, which makes lamps. The company", "Lumo Aid"),
        ("The lamps came from Lumo, a Danish firm. The company", "Lumo"),
        ("A judge fined Holle Water in May. The company", "Holle Water"),
        ("Holle Freight’s drivers are on strike. Their union, Satwu, said that it was late before. The company", "Holle Freight"),
        ("Ann Poe locked the door. Holle Shoes was her grandfather’s. The retailer", "Holle Shoes"),
        ("Pilots are on strike, their union, the Fishermen's Guild, said. The union", "Fishermen's Guild"),
        ("Chipmaker Corvo fell in May. The San Holle, Calif., company", "Corvo"),
        ("Chipmaker Corvo fell in May. The San Holle, N.Y.-based company", "Corvo"),
        ("Counsel for the hospital, Odo Poe,", "Odo Poe"),
        ("The Players’ Guild said that it rained. A notice on Sund Vale’s website was rude. It was long. The club", "Sund Vale"),
        ("Sund Vale lost. Sund Vale were slow. The Players’ Guild said that it rained.\n\nIt was cold. The club", "Sund Vale"),
        ("A man died in Holle, Ohio. The school", "school"),
        ("The mill’s former owner, Great Holle Fiber, is slow. The company", "Great Holle Fiber"),
        ("Norvik Steel fell on Monday. The US-owned steelmaker", "Norvik Steel"),
        ("Shares in Holle Foods, the country’s second-largest pie maker, fell after the company cut its outlook and", "Holle Foods"),
        ("Shares of Norvik Steel fell on Friday after the steelmaker", "Norvik Steel"),
        ("Holle Foods shares fell as the company cut its outlook and", "Holle Foods"),
        ("Shares in Holle Foods rose and", "Holle Foods"),
    ],
)  # fmt: skip
def test_the_company_is_the_firm_told_of_last(text, name):
    assert who(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Office Workers Flee Fire\n\nThe Holle County Sheriff's Office", "Holle County Sheriff's Office"),
        ("Lamps May Help Older Adults\n\nThe lamps came from Lumo, a Danish firm. The company", "Lumo"),
        ("Rita Moll Wins Again\n\nRita Moll", "Rita Moll"),
        ("Rita Moll Wins\n\nMoll slept. Rita Moll", "Rita Moll"),
    ],
)
def test_a_heading_in_large_letters_is_no_institution(text, name):
    assert who(text)[0] == name


def test_an_agency_is_not_the_only_firm_of_the_text():
    assert who("Ann Holle runs Holle Labs. The space agency")[0] == "space agency"
