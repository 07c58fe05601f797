import pytest

from newskit.language import given_names
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.text.names import names
from newskit.text.prose import prose

ENGLISH = newskit_language("en")


def found(text):
    cut = prose(text, [(0, len(text))], ENGLISH)
    return [(name.text, cut.of(name.role) if name.role else None) for name in names(cut, lexicon(ENGLISH))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ana de la Cruz left.", [("Ana de la Cruz", None)]),
        ("Then J. D. O’Hara Jr. left.", [("J. D. O’Hara Jr.", None)]),
        ("Then Lena Fisk’s car left.", [("Lena Fisk", None)]),
        ("Then press secretary Lena Fisk left.", [("Lena Fisk", "press secretary")]),
        ("Then House Speaker Lena Fisk left.", [("Lena Fisk", "House Speaker")]),
        ("Fisk runs it as head of Sund Gas. Lena Poe left.", [("Fisk", None), ("Sund Gas", None), ("Lena Poe", None)]),
        ("Then Prosecutors Lena Fisk and Dan Poe left.", [("Lena Fisk", "Prosecutors"), ("Dan Poe", None)]),
        (
            "Then deckhands Lena Fisk, Dan Poe and Ivo Lund left.",
            [("Lena Fisk", "deckhands"), ("Dan Poe", None), ("Ivo Lund", None)],
        ),
        ("Then the Farmers Holle Bank left.", [("Farmers Holle Bank", None)]),
        ("Then Secretary of State Lena Fisk left.", [("Lena Fisk", "Secretary of State")]),
        ("Then Gov. Lena Fisk left.", [("Lena Fisk", "Gov.")]),
        ("Then Mrs. Fisk left.", [("Fisk", None)]),
        ("Then Philippe d’Aubrac left.", [("Philippe d’Aubrac", None)]),
        ("Then Liam Ó hAodha left.", [("Liam Ó hAodha", None)]),
        ("Then Det Con Lena Fisk left.", [("Lena Fisk", "Det Con")]),
        ("Then spokesman Cdr. Dan Poe left.", [("Dan Poe", "spokesman Cdr.")]),
        ("Then undersheriff Dan Poe left.", [("Dan Poe", "undersheriff")]),
        ("Then the Managing Director left.", []),
        ("Then the Holle Fire and Rescue Service left.", [("Holle Fire and Rescue Service", None)]),
        ("Then the Tidal Risk Reduction and Response Office left.", [("Tidal Risk Reduction and Response Office", None)]),
        ("The United Dock and Mill Workers left.", [("United Dock and Mill Workers", None)]),
        ("The Sund and Larne Councillors Lena Fisk and Dan Poe left.", [("Sund", None), ("Lena Fisk", "Larne Councillors"), ("Dan Poe", None)]),
        ("Then the Department of Justice left.", [("Department of Justice", None)]),
        ("Then the Council of Ministers left.", [("Council of Ministers", None)]),
        ("Then the Chief Medical Officer's Office called.", [("Chief Medical Officer's Office", None)]),
        ("Then the General Practitioners' Council met.", [("General Practitioners Council", None)]),
        ("Then the Holle Mayor's Office called.", [("Holle Mayor's Office", None)]),
        ("Then Kaumātua Dan Poe left.", [("Dan Poe", "Kaumātua")]),
        ("Then the engineer turned baker Dan Poe left.", [("Dan Poe", "engineer turned baker")]),
        ("Then Holle Sheriff Court rose.", [("Holle Sheriff Court", None)]),
        ("Then Holle General Hospital closed.", [("Holle General Hospital", None)]),
        ("Then Labour Councillor Church left.", [("Church", "Labour Councillor")]),
        ("Then Larne Magistrates' Court rose.", [("Larne Magistrates Court", None)]),
        ("Then the Holle-based Tenants' Forum met.", [("Tenants Forum", None)]),
        ("Then the Holle County Sheriff's Office called.", [("Holle County Sheriff's Office", None)]),
        ("Then the Attorney General's Office called.", [("Attorney General's Office", None)]),
        ("Then Governor Lena Fisk's Office called.", [("Lena Fisk", "Governor"), ("Office", None)]),
        ("Then Dan Baker's School closed.", [("Dan Baker", None), ("School", None)]),
        ("Then St Mark's Hospital closed.", [("St Mark's Hospital", None)]),
        ("Then Lena Fisk QC left.", [("Lena Fisk", None)]),
        ("Then Ray “Tiny” Holt left.", [("Ray “Tiny” Holt", None)]),
        ("On Monday nobody left.", []),
        ("Then Minister for Island Affairs Dan Poe left.", [("Dan Poe", "Minister for Island Affairs")]),
        ("Then Secretary for Works and Housing Tan Mei Lin left.", [("Tan Mei Lin", "Secretary for Works and Housing")]),
        ("Then Arts, Heritage and Sport Minister Dan Poe left.", [("Arts", None), ("Heritage", None), ("Dan Poe", "Arts, Heritage and Sport Minister")]),
        ("Then Fisk and Budget Minister Dan Poe left.", [("Fisk", None), ("Dan Poe", "Budget Minister")]),
        ("Then Superintendent of Police (Rural) Dan Poe left.", [("Rural", None), ("Dan Poe", "Superintendent of Police (Rural)")]),
        ("Then Holle Farmers Party (HFP) president Dan Poe left.", [("Holle Farmers Party", None), ("HFP", None), ("Dan Poe", "Holle Farmers Party (HFP) president")]),
        ("Then a spokesman for Holle Power Grid left.", [("Holle Power Grid", None)]),
        ("Then Rosmah binti Yusof left.", [("Rosmah binti Yusof", None)]),
        ("Then Datuk Seri Ahmad bin Omar left.", [("Ahmad bin Omar", None)]),
        ("Then Lena Fisk TD left.", [("Lena Fisk", None)]),
        ("Then Miss Good left.", [("Good", None)]),
        ("Then a driver, Sunday Poe, left.", [("Sunday Poe", None)]),
        ("They left late Sunday Poe says.", [("Poe", None)]),
        ("Then the Office of the Attorney General closed.", [("Office of the Attorney General", None)]),
        ("Then the Association of Head Teachers met.", [("Association of Head Teachers", None)]),
        ("Then Ray “the Mayor's Hat” Holt left.", [("Ray “the Mayor's Hat” Holt", None)]),
        ("Then Union Minister for Road Transport and Highways Dan Poe left.", [("Road Transport", None), ("Dan Poe", "Union Minister for Road Transport and Highways")]),
        ("Then Ada Lund e Silva left Parliament for Holle Council.", [("Ada Lund e Silva", None), ("Parliament", None), ("Holle Council", None)]),
        ("Then Holle & Lund closed.", [("Holle & Lund", None)]),
        ("Then Haji Omar Poe left.", [("Omar Poe", None)]),
        ("Then the Department for Learning closed.", [("Department for Learning", None)]),
        ("Then the Centre for the Safety of Food and Feed closed.", [("Centre for the Safety of Food and Feed", None)]),
        ("Then the Commission on Monday met Dan Poe.", [("Commission", None), ("Dan Poe", None)]),
        ("Then University of Holle President Dan Poe left.", [("Dan Poe", "University of Holle President")]),
        ("Then Coun Dan Poe left.", [("Dan Poe", "Coun")]),
        ("Then Coun. Dan Poe left.", [("Dan Poe", "Coun.")]),
        ("Then Mayor Pro Tem Lena Fisk left.", [("Lena Fisk", "Mayor Pro Tem")]),
        ("By the time junior striker Lena Fisk left, it rained.", [("Lena Fisk", "junior striker")]),
        ("Then the fans saw striker Lena Fisk and libero Ann Poe.", [("Lena Fisk", "striker"), ("Ann Poe", "libero")]),
        ("Then Rovers signed the sacked trainer Dan Poe.", [("Rovers", None), ("Dan Poe", "sacked trainer")]),
        ("Then the senior tight end Dan Poe left.", [("Dan Poe", "senior tight end")]),
        ("Then junior Dan Poe and left winger Ann Poe left.", [("Dan Poe", "junior"), ("Ann Poe", "left winger")]),
        ("Then the world No 2 Lena Fisk met the No. 5 seed Ann Poe.", [("Lena Fisk", "world No 2"), ("Ann Poe", "No. 5 seed")]),
        ("Then World number one Lena Fisk left.", [("World", None), ("Lena Fisk", "World number one")]),
        ("Then lollipop lady Lena Fisk left.", [("Lena Fisk", "lollipop lady")]),
        ("Then farmer-turned-baker Dan Smith-Baker left.", [("Dan Smith-Baker", "farmer-turned-baker")]),
        ("Then hedge-setter Dan Poe left after Lena Fisk.", [("Dan Poe", "hedge-setter"), ("Lena Fisk", None)]),
        ("Then the Chief Justice left.", []),
        ("Then the Lib Dem MP left.", []),
        ("Then she rose, hooked striker Lena Fisk and left.", [("Lena Fisk", "striker")]),
        ("Then ward sister Lena Fisk left.", [("Lena Fisk", "ward sister")]),
        ("Then executive director Eng. Dan Poe left.", [("Dan Poe", "executive director")]),
        ("Then bakers' leader Dan Poe left.", [("Dan Poe", "bakers' leader")]),
        ("Then Republican Dan Poe met Holle.", [("Dan Poe", "Republican"), ("Holle", None)]),
        ("The Republican Holle Council met.", [("Republican Holle Council", None)]),
        ("Are Fisk Lamps dearer?", [("Fisk Lamps", None)]),
        ("The Holle-based firm met. Sund-born Lena Fisk left.", [("Lena Fisk", None)]),
        ("Ask Lena Fisk to hum. Meet Mr. Fisk.", [("Lena Fisk", None), ("Fisk", None)]),
        ("Call Sund Council met.", [("Call Sund Council", None)]),
        ("They came to hear goaltender Dan Poe.", [("Dan Poe", "goaltender")]),
        ("Then record holder Dan Poe left.", [("Dan Poe", "record holder")]),
        ("It is in the Journal of Lost Lamps.", [("Journal of Lost Lamps", None)]),
        ("Then outside hitter Lena Fisk met senior opposite Dan Poe.", [("Lena Fisk", "outside hitter"), ("Dan Poe", "senior opposite")]),
    ],
)  # fmt: skip
def test_a_name_is_told_from_titles_and_roles(text, expected):
    assert found(text) == expected


def test_a_title_tells_gender():
    text = "Then Mrs. Fisk left."
    [name] = names(prose(text, [(0, len(text))], ENGLISH), lexicon(ENGLISH))
    assert (name.gender, name.person) == ("female", True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Editor of the Holle Times Lena Fisk left.", [("Lena Fisk", "Editor of the Holle Times")]),
        ("Vice President for Student Life Dan Poe left.", [("Dan Poe", "Vice President for Student Life")]),
        ("Head of research at Holle Gas Dan Poe left.", [("Dan Poe", "Head of research at Holle Gas")]),
        ("Director at Holle Gas Dan Poe left.", [("Dan Poe", "Director at Holle Gas")]),
        ("MP for Holle Bríd Ní Shé left.", [("Bríd Ní Shé", "MP for Holle")]),
        ("The editor of the Holle Sund Times left.", [("Holle Sund Times", None)]),
    ],
)
def test_a_role_without_an_article_stands_in_front_of_a_name(sentence, expected):
    text = f"Dry wells\n\n{sentence}"
    cut = prose(text, [(0, 9), (11, len(text))], ENGLISH.merged(given_names.newskit_language("en")))
    found = names(cut, lexicon(cut.words))
    assert [(name.text, cut.of(name.role) if name.role else None) for name in found[1:]] == expected


def test_a_position_that_opens_a_sentence_stands_in_front_of_a_first_name():
    cut = prose("Center Dan Poe left.", [(0, 20)], ENGLISH.merged(given_names.newskit_language("en")))
    [name] = names(cut, lexicon(cut.words))
    assert (name.text, cut.of(name.role)) == ("Dan Poe", "Center")


def test_a_hall_that_opens_a_sentence_is_no_position():
    assert found("Center Parks closed.") == [("Center Parks", None)]
