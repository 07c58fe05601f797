import re

import pytest

from newskit.evidence.people import People
from newskit.language import builtin, given_names
from newskit.language.lexicon import lexicon
from newskit.text.prose import prose

ENGLISH = builtin.newskit_language("en").merged(given_names.newskit_language("en"))


def meant(text, *mentions):
    """Ask for mentions in order, each the last place where it stands; give name and role of each."""
    blocks = [match.span() for match in re.finditer(r".+", text)]
    cut = prose(text, blocks, ENGLISH)
    people = People(cut, lexicon(ENGLISH))
    found = []
    for mention in mentions:
        start = text.rindex(mention)
        person = people.meant(cut.range(start, start + len(mention)))
        found.append((person.name, person.role))
    return found


def test_a_surname_leads_to_the_fullest_name_and_its_role():
    text = "Press secretary Lena Ruth Fisk smiled. Lena Fisk left. Fisk said so."
    assert meant(text, "Fisk") == [("Lena Ruth Fisk", "Press secretary")]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("The White House said so.", "The White House", ("White House", None)),
        ("But media reports say so.", "media reports", ("media reports", None)),
        ("Then Dan Poe, a baker who sings, said so.", "Dan Poe, a baker who sings", ("Dan Poe", "baker")),
        ("Her brother, Max Poe, said so.", "Her brother, Max Poe", ("Max Poe", "brother")),
        ("Then a spokesman for the fair said so.", "a spokesman for the fair", (None, "spokesman for the fair")),
        ("Mr. Dan Poe said so.", "Mr. Dan Poe", ("Dan Poe", None)),
        ("“No,” said the mayor of Holle, Lena Fisk.", "the mayor of Holle", ("Lena Fisk", "mayor of Holle")),
        ("The head of the school, Supt. Dan Poe, said so.", "Supt. Dan Poe", ("Dan Poe", "head of the school")),
        ("Then retired audiologist Dr. Lena Fisk said so.", "retired audiologist Dr. Lena Fisk", ("Lena Fisk", "retired audiologist")),
        ("Then Lena Fisk and Dan Poe said so.", "Lena Fisk and Dan Poe", ("Lena Fisk", None)),
        ("Then Dan Poe, SJ, parish priest of Holle, said so.", "SJ, parish priest of Holle", ("Dan Poe", "parish priest of Holle")),
        ("Then Dan Poe, a saucier at a new place who sings, said so.", "Dan Poe, a saucier at a new place who sings", ("Dan Poe", "saucier at a new place")),
        ("Then Dan Poe, now a clerk in Holle, said so.", "Dan Poe, now a clerk in Holle", ("Dan Poe", "clerk in Holle")),
        ("Her son, Dan, a baker, said so.", "Dan, a baker", ("Dan", "son")),
        ("The refugee agency said so.", "The refugee agency", ("refugee agency", None)),
        ("Then leader of the opposition in the assembly Lena Fisk said so.", "leader of the opposition in the assembly Lena Fisk", ("Lena Fisk", "leader of the opposition in the assembly")),
        ("Then actor and producer Dan Poe said so.", "actor and producer Dan Poe", ("Dan Poe", "actor and producer")),
        ("Then police spokesperson Captain Dan Poe said so.", "police spokesperson Captain Dan Poe", ("Dan Poe", "police spokesperson")),
        ("Then council leader Cllr Lena Fisk said so.", "council leader Cllr Lena Fisk", ("Lena Fisk", "council leader")),
        ("The minister for health, Deputy Lena Fisk, said so.", "The minister for health, Deputy Lena Fisk", ("Lena Fisk", "minister for health")),
        ("Then Union Minister of State for Health Lena Fisk said so.", "Union Minister of State for Health Lena Fisk", ("Lena Fisk", "Union Minister of State for Health")),
        ("Then Grade 4 teacher Lena Fisk said so.", "Grade 4 teacher Lena Fisk", ("Lena Fisk", "Grade 4 teacher")),
        ("The largest owner, the state fund Harapan, said so.", "The largest owner, the state fund Harapan", ("Harapan", "state fund")),
        ("Then the state Ministry of Health said so.", "the state Ministry of Health", ("state Ministry of Health", None)),
        ("The Holle School Division met. The division said so.", "The division", ("Holle School Division", None)),
        ("Operator HebLine said so.", "Operator HebLine", ("HebLine", "Operator")),
        ("Then producer Lena Fisk said so.", "producer Lena Fisk", ("Lena Fisk", "producer")),
        ("Panel chair retired judge Dan Poe said so.", "Panel chair retired judge Dan Poe", ("Dan Poe", "Panel chair retired judge")),
        ("Then father of three Dan Poe said so.", "father of three Dan Poe", ("Dan Poe", "father of three")),
        ("Her supervisor, the late Dan Poe, said so.", "Her supervisor, the late Dan Poe", ("Dan Poe", "supervisor")),
        ("Her successor, Professor Lena Fisk, said so.", "Her successor, Professor Lena Fisk", ("Lena Fisk", "successor")),
        ("She asked whether Holle Freight's founder, Dan Poe, would stay. Poe said so.", "Poe", ("Dan Poe", "Holle Freight's founder")),
        ("She asked counsel for the mill, Dan Poe. Poe said so.", "Poe", ("Dan Poe", "counsel for the mill")),
        ("So did Deputy Dan Poe, the first officer there.", "Deputy Dan Poe, the first officer there", ("Dan Poe", "Deputy")),
        ("Counsel for the mill, Barrister Ann Poe, said so.", "Counsel for the mill, Barrister Ann Poe", ("Ann Poe", "Counsel for the mill")),
        ("Student President Ann Poe ’27 said so.", "Student President Ann Poe ’27", ("Ann Poe", "Student President")),
        ("Then Ann Poe ’25, a chemist, said so.", "Ann Poe ’25, a chemist", ("Ann Poe", "chemist")),
        ("Then several thousand people said so.", "several thousand people", ("people", None)),
        ("There were shouts.", "There", (None, None)),
        ("Then the campaign group Poe Watch said so.", "the campaign group Poe Watch", ("Poe Watch", "campaign group")),
        ("The NGO Poe Watch said so.", "The NGO Poe Watch", ("Poe Watch", "NGO")),
        ("HOLLE — Appliance maker Poe & Lee grew. The company said so.", "The company", ("Poe & Lee", "Appliance maker")),
        ("Poe Digital, the Holle-based company that grew, said so.", "Poe Digital", ("Poe Digital", "Holle-based company")),
        ("She told the company Bo Poe was late. Poe said so.", "Poe", ("Bo Poe", None)),
        ("A spokesman for Roads Minister Ann Poe said so.", "A spokesman for Roads Minister Ann Poe", (None, "spokesman for Roads Minister Ann Poe")),
        ("So said a woman who gave her name only as Marcia.", "a woman who gave her name only as Marcia", ("Marcia", None)),
        ("So said a baker called Max Poe.", "a baker called Max Poe", ("Max Poe", "baker")),
        ("So said a teacher who goes by Jo.", "a teacher who goes by Jo", ("Jo", "teacher")),
        ("So said Professor Ann Poe, a chemist at Larne.", "Professor Ann Poe, a chemist at Larne", ("Ann Poe", "chemist at Larne")),
        ("Then Roads CS Max Poe said so.", "Roads CS Max Poe", ("Max Poe", "Roads CS")),
        ("A baker identified only as Max left. Max said so.", "Max", ("Max", "baker")),
        ("Then police spokesman SP Max Poe said so.", "police spokesman SP Max Poe", ("Max Poe", "police spokesman")),
        ("Then-mayor Max Poe said so.", "Then-mayor Max Poe", ("Max Poe", "Then-mayor")),
        ("Public works PS Ann Poe said so.", "Public works PS Ann Poe", ("Ann Poe", "Public works PS")),
        ("About 2,000 bakers said so.", "2,000 bakers", ("bakers", None)),
        ("So said a lawyer representing Mr Poe.", "a lawyer representing Mr Poe", (None, "lawyer representing Mr Poe")),
        ("Another parent, who gave her name as Lola, said so.", "Another parent, who gave her name as Lola", ("Lola", "parent")),
        ("Lawyer for the accused, Adv Ann Poe, said so.", "Adv Ann Poe", ("Ann Poe", "Lawyer for the accused")),
        ("Max Poe is a retired miner. Poe said so.", "Poe", ("Max Poe", "retired miner")),
        ("Dan Poe, now principal cook of the Sund Line, said so.", "Dan Poe, now principal cook of the Sund Line", ("Dan Poe", "principal cook of the Sund Line")),
        ("Ann Poe, herself a cook, said so.", "Ann Poe, herself a cook", ("Ann Poe", "cook")),
        ("Dan Poe, formerly head of Sund Gas, said so.", "Dan Poe, formerly head of Sund Gas", ("Dan Poe", "head of Sund Gas")),
        ("The defence counsel, Mr Ken Poe SC, rose. Mr Poe said so.", "Mr Poe", ("Ken Poe", "defence counsel")),
        ("Former world No 3 Ken Poe rose. Poe said so.", "Poe", ("Ken Poe", "Former world No 3")),
        ("Then sergeant-at-arms Ken Poe rose. Poe said so.", "Poe", ("Ken Poe", "sergeant-at-arms")),
        ("Dan Poe, now retired, said so.", "Dan Poe, now retired", ("Dan Poe", None)),
        ("The site director, Prof Ann Poe of the Sund Institute of Law, frowned. Prof Poe said so.", "Prof Poe", ("Ann Poe", "site director")),
        ("So he relied on his assistant, Ann Poe, who sat beside him. Poe said so.", "Poe", ("Ann Poe", "assistant")),
        ("He is a lawyer for his mother, Ann Poe, who sat beside him. Poe said so.", "Poe", ("Ann Poe", "lawyer for his mother")),
        ("Manager Gil Rask came. Bench coach Dan Poe talked him out of it, he said.", "he", ("Gil Rask", "Manager")),
        ("Peggy Poe, who has died aged 90, baked. Poe left.\n\n• Margaret Ann Poe, baker, born 3 May 1934; died 2 June 2026", "Peggy Poe", ("Margaret Ann Poe", "baker")),
        ("Ann Poe, an artist, has died.\n\nLena Fisk was 8 when Poe drew her with a hat. Now 60, she says so.", "she", ("Lena Fisk", None)),
        ("Starter Joe Poe, 30, went five. Poe said so.", "Poe", ("Joe Poe", "Starter")),
        ("Mr Rask left. A hand went up, as did Dan Poe, 91, who said so.", "who", ("Dan Poe", None)),
        ("Ann Poe runs it. One of the three, a line technician, had moved.\n\n“They paid,” the technician said.", "the technician", (None, "technician")),
        ("Max Poe came. Poe, 44, is a tide scientist at the Sund Institute, and Reed left. Poe said so.", "Poe", ("Max Poe", "tide scientist at the Sund Institute")),
        ("Max Poe came. Poe (31) was a baker with Lund Mills. Poe said so.", "Poe", ("Max Poe", "baker with Lund Mills")),
        ("Max Poe is an associate professor of plant biology at Sund University. Poe said so.", "Poe", ("Max Poe", "associate professor of plant biology at Sund University")),
        ("Max Poe is managing director of Sund Gas, which left. Poe said so.", "Poe", ("Max Poe", "managing director of Sund Gas")),
        ("Max Poe is a friend of Ken Lund. Poe said so.", "Poe", ("Max Poe", None)),
        ("Max Poe is the driver. Poe said so.", "Poe", ("Max Poe", None)),
        ("Max Poe came. Poe is a baker at night. Poe said so.", "Poe", ("Max Poe", "baker")),
        ("Max Poe was late. An engineer came. Poe said so.", "Poe", ("Max Poe", None)),
        ("It rained.\n\nLeader of the Opposition Max Poe said so.", "Leader of the Opposition Max Poe", ("Max Poe", "Leader of the Opposition")),
        ("Deputy mayor Cr Ann Poe said so.", "Deputy mayor Cr Ann Poe", ("Ann Poe", "Deputy mayor")),
        ("The Public Relations Officer (PRO), DSP Ann Poe, said so.", "The Public Relations Officer (PRO), DSP Ann Poe", ("Ann Poe", "Public Relations Officer (PRO)")),
        ("Then Det Supt Ann Poe, senior officer, said so.", "Det Supt Ann Poe, senior officer", ("Ann Poe", "Det Supt")),
        ("Band in talks\n\nFans cheer as singer Ann Poe hints\n\nThey split. Bassist Ann Poe left. Poe said so.", "Poe", ("Ann Poe", "Bassist")),
        ("It was echoed by nominated MCA Hon. Ann Poe. Poe said so.", "Poe", ("Ann Poe", "nominated MCA")),
        ("Band in talks\n\nFans cheer as singer Ann Poe says “never”\n\nThey split. Bassist Ann Poe left. Poe said so.", "Poe", ("Ann Poe", "Bassist")),
        ("Singer Ann Poe says “no”\n\nThe band split. Bassist Ann Poe left.", "Singer Ann Poe", ("Ann Poe", "Bassist")),
        ("Then Detective Constable Dan Poe said so.", "Detective Constable Dan Poe", ("Dan Poe", "Detective Constable")),
        ("Then Dan Poe, the agent charged with selling it, said so.", "Dan Poe, the agent charged with selling it", ("Dan Poe", "agent")),
        ("The elder Mr. Dan Poe said so.", "The elder Mr. Dan Poe", ("Dan Poe", None)),
        ("Then Minister for Island Affairs Lena Fisk said so.", "Minister for Island Affairs Lena Fisk", ("Lena Fisk", "Minister for Island Affairs")),
        ("Then group director for rail assets Lena Fisk said so.", "group director for rail assets Lena Fisk", ("Lena Fisk", "group director for rail assets")),
        ("Then Tax and Ethics Bureau head Lena Fisk said so.", "Tax and Ethics Bureau head Lena Fisk", ("Lena Fisk", "Tax and Ethics Bureau head")),
        ("Then Arts, Heritage and Sport Minister Lena Fisk said so.", "Arts, Heritage and Sport Minister Lena Fisk", ("Lena Fisk", "Arts, Heritage and Sport Minister")),
        ("Then Assistant Commissioner for Roads Lena Fisk said so.", "Assistant Commissioner", ("Lena Fisk", "Assistant Commissioner for Roads")),
        ("Then member for social care Cllr Lena Fisk said so.", "member for social care Cllr Lena Fisk", ("Lena Fisk", "member for social care")),
        ("A spokesman for Sen. Lena Fisk said so.", "A spokesman for Sen. Lena Fisk", (None, "spokesman for Sen. Lena Fisk")),
        ("Their head, Dr. (Mrs) Lena Fisk, said so.", "Their head, Dr. (Mrs) Lena Fisk", ("Lena Fisk", "head")),
        ("The Tide and Ports Authority (TPA) met. The TPA said so.", "The TPA", ("Tide and Ports Authority", None)),
        ("The Office for Tides, or OT, met. OT said so.", "OT", ("Office for Tides", None)),
        ("The Scottish Ports Party met Lena Fisk (SPP). The SPP said so.", "The SPP", ("Scottish Ports Party", None)),
        ("Lena Fisk (SPP) met Dan Poe. The SPP said so.", "The SPP", ("SPP", None)),
        ("Deputy Commissioner of Police Lena Fisk came. The DCP said so.", "The DCP", ("Lena Fisk", "Deputy Commissioner of Police")),
        ("Superintendent of Police (SP) Lena Fisk came. The SP said so.", "The SP", ("Lena Fisk", "Superintendent of Police")),
        ("Mill chief executive Lena Fisk came. The CEO said so.", "The CEO", ("Lena Fisk", "Mill chief executive")),
        ("Port Secretary Lena Fisk came. Men from PS yards said so.", "PS", ("PS", None)),
        ("Then hubby Dan Poe left. Brave Dan said so.", "Dan", ("Dan Poe", "hubby")),
        ("Lena Fisk left. Tearful Fisk said so.", "Tearful Fisk", ("Lena Fisk", None)),
        ("Parents at a school in Holle, Northmere, said so. Northmere Council met.", "Parents at a school in Holle, Northmere", ("Parents", None)),
        ("A resident of Elm Row in Holle, Northmere, left. Northmere Council said so.", "Northmere Council", ("Northmere Council", None)),
        ("Fans of the band, Holle Five, said so.", "Fans of the band, Holle Five", ("Fans", None)),
        ("Then 41 of its own backbenchers said so.", "41 of its own backbenchers", ("backbenchers", None)),
        ("A source close to the club said so.", "A source close to the club", ("source", None)),
        ("A memoir she published then said so.", "A memoir she published then", ("memoir", None)),
        ("Then Dean Poe, whose shop burned, said so.", "Dean Poe, whose shop burned", ("Dean Poe", None)),
        ("She is the dean. Then Dean Poe said so.", "Dean Poe", ("Poe", "Dean")),
        ("Then Dean Lena Fisk left. Dean Fisk said so.", "Dean Fisk", ("Lena Fisk", "Dean")),
        ("Then Justice Poe, 24, left. Poe said so.", "Poe", ("Justice Poe", None)),
        ("Her friend from Holle, Siobhan, said so.", "Her friend from Holle, Siobhan", ("Siobhan", "friend from Holle")),
        ("Then nurse Kelly Ann Poe left. Kelly Ann said so.", "Kelly Ann", ("Kelly Ann Poe", "nurse")),
        ("Then Bishop of Holle the Rt Rev Lena Fisk said so.", "Bishop of Holle the Rt Rev Lena Fisk", ("Lena Fisk", "Bishop of Holle")),
        ("The mayor, a Democrat, said so.", "The mayor, a Democrat", (None, "mayor")),
        ("The campaign group Save Holle said so.", "The campaign group Save Holle", ("Save Holle", "campaign group")),
        ("Through his lawyer, Dan Poe, Mr Lund said no. Poe said so.", "Poe", ("Dan Poe", "lawyer")),
        ("Then a statement by its head, Dan Poe, said so.", "a statement by its head, Dan Poe", ("Dan Poe", "head")),
        ("Then Public Relations Officer (PRO) Lena Fisk left. The PRO said so.", "The PRO", ("Lena Fisk", "Public Relations Officer")),
        ("The director-general of the mill, Dan Poe, left. The DG said so.", "The DG", ("Dan Poe", "director-general of the mill")),
        ("Then Cabinet Secretary Dan Poe left. CS Poe said so.", "CS Poe", ("Dan Poe", "Cabinet Secretary")),
        ("Her ex Dan Poe said so.", "Her ex Dan Poe", ("Dan Poe", "ex")),
        ("Dan Poe — a retired nurse — left. Then Poe said so.", "Poe", ("Dan Poe", "retired nurse")),
        ("Dan Poe (a retired nurse) left. Then Poe said so.", "Poe", ("Dan Poe", "retired nurse")),
        ("She came with the coach, Dan Poe, before noon. Poe said so.", "Poe", ("Dan Poe", "coach")),
        ("Dr Lena Fisk, a GP in Holle, left. The GP said so.", "The GP", ("Lena Fisk", "GP in Holle")),
        ("Parents at a mill in Sund, Ont., said so.", "Parents at a mill in Sund, Ont.", ("Parents", None)),
        ("The mill maker Holle & Lund said so.", "The mill maker Holle & Lund", ("Holle & Lund", "mill maker")),
        ("According to Dan Poe, an engineer who came found it. Poe said so.", "Poe", ("Dan Poe", None)),
        ("According to Dan Poe, a nurse, he came. Poe said so.", "Poe", ("Dan Poe", "nurse")),
        ("The Institute for Tides said so.", "The Institute for Tides", ("Institute for Tides", None)),
        ("The Office for Tides met. The office said so.", "The office", ("Office for Tides", None)),
        ("House of Peers Speaker Lena Fisk said so.", "House of Peers Speaker Lena Fisk", ("Lena Fisk", "House of Peers Speaker")),
        ("Dan Poe, Sund’s founder, left. Then Poe said so.", "Poe", ("Dan Poe", "Sund’s founder")),
        ("Dan Poe, Labour MP for Sund, left. Then Poe said so.", "Poe", ("Dan Poe", "Labour MP for Sund")),
        ("Dan Poe, Ann Baker, Max Lund and a cook left. Then Poe said so.", "Poe", ("Dan Poe", None)),
        ("She met the No. 5 seed, Dan Poe, in May. Poe said so.", "Poe", ("Dan Poe", "No. 5 seed")),
        ("She lost to the incumbent, Sheriff Dan Poe. Poe said so.", "Poe", ("Dan Poe", "Sheriff")),
        ("She lost to the incumbent, Dan Poe. Poe said so.", "Poe", ("Dan Poe", "incumbent")),
        ("The peat-cutter, Dan Poe, later named a dog for the nurse. Poe said so.", "Poe", ("Dan Poe", None)),
        ("Next is the holder, Dan Poe, who sings. Then Poe said so.", "Poe", ("Dan Poe", "holder")),
        ("Holle Hardware fell. Dan Poe wept. He said so.", "He", ("Dan Poe", None)),
        ("Then striker Dan Poe left. Poe, a father of two, said so.", "Poe, a father of two", ("Dan Poe", "striker")),
        ("Then Chief Justice Dan Poe and Justice Ann Lund met. The Chief Justice said so.", "The Chief Justice", ("Dan Poe", "Chief Justice")),
        ("His colleague, ward sister Ann Poe, said so.", "His colleague, ward sister Ann Poe", ("Ann Poe", "ward sister")),
        ("Trade body the Lamp Guild said so.", "Trade body the Lamp Guild", ("Lamp Guild", "Trade body")),
        ("The bakers’ union Usdo said so.", "The bakers’ union Usdo", ("Usdo", "bakers’ union")),
        ("She paid US buyout house Holle Lund. Holle Lund said so.", "Holle Lund", ("Holle Lund", "US buyout house")),
        ("Then Republican Dan Poe met Democrat Max Lund. The Republican said so.", "The Republican", ("Dan Poe", "Republican")),
        ("Then captain Dan Poe left. The centre half said so.", "The centre half", ("Dan Poe", "captain")),
        ("The nursery, Little Poes, closed. Then it said so.", "The nursery, Little Poes", ("Little Poes", "nursery")),
        ("The dinner lady Ann Poe said so.", "The dinner lady Ann Poe", ("Ann Poe", "dinner lady")),
        ("I said so.", "I", (None, None)),
        ("They said so.", "They", (None, None)),
    ],
)  # fmt: skip
def test_a_mention_tells_name_and_role(text, mention, expected):
    assert meant(text, mention) == [expected]


def test_a_role_in_a_headline_is_the_noun_and_gives_way_to_one_in_the_article():
    assert meant("Rovers sell captain Dan Poe\nThen Poe said so.", "Poe") == [("Dan Poe", "captain")]
    text = "Rovers sell captain Dan Poe\nThen club captain Dan Poe left. Poe said so."
    assert meant(text, "Poe") == [("Dan Poe", "club captain")]


def test_whoever_answers_in_an_interview_is_named_most_before_the_answer():
    text = (
        "Then Lena Fisk met Dan Poe. Lena Fisk sat down.\n"
        "Q: Why bees?\nA: They hum.\nThen Dan Poe came. Dan Poe sat down."
    )
    assert meant(text, "A") == [("Lena Fisk", None)]


def test_whoever_answers_before_anybody_is_named_is_nobody():
    assert meant("A: They hum.\nQ: Why bees, Dan Poe?", "A") == [(None, None)]


def test_the_mayor_is_whoever_has_that_role():
    assert meant("Then mayor Lena Fisk came. Later the mayor said so.", "the mayor") == [("Lena Fisk", "mayor")]


def test_she_is_whoever_spoke_last():
    text = "Lena Fisk met Dan Poe. Fisk said so. Still, she waits."
    assert meant(text, "Fisk", "she") == [("Lena Fisk", None), ("Lena Fisk", None)]


def test_a_title_keeps_a_pronoun_from_the_wrong_person():
    text = "Mr. Dan Poe met Mrs. Lena Fisk. There he said so."
    assert meant(text, "he") == [("Dan Poe", None)]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Then another guest, Dan Poe, said so.", "another guest, Dan Poe", ("Dan Poe", "guest")),
        ("One of the guests, a retired judge, Mrs Ann Poe, said so.", "One of the guests, a retired judge, Mrs Ann Poe", ("Ann Poe", "retired judge")),
        ("The town’s planner, Councillor Ann Poe, said so.", "The town’s planner, Councillor Ann Poe", ("Ann Poe", "town’s planner")),
        ("The Millers’ Union said so.", "The Millers’ Union", ("Millers’ Union", None)),
        ("Local 9 of the Millers said so.", "Local 9 of the Millers", ("Local 9 of the Millers", None)),
        ("Mayor Lena Fisk's office said so.", "Mayor Lena Fisk's office", ("Mayor Lena Fisk's office", None)),
    ],
)  # fmt: skip
def test_names_behind_a_description_and_whole_names_of_institutions(text, mention, expected):
    assert meant(text, mention) == [expected]


def test_the_company_is_the_institution_that_the_text_named():
    text = "Alder Power will close its plant, the company said."
    assert meant(text, "the company") == [("Alder Power", None)]


def test_the_company_is_nobody_with_a_first_name_however_often_the_text_names_them():
    text = "Sund Gas loses money. Ada Moss is tired. Ada Moss owns it.\n\nIt rains, the company said."
    assert meant(text, "the company") == [("Sund Gas", None)]


def test_an_acronym_may_hold_the_small_letter_of_a_preposition():
    text = "The Department for Tides met. It rains, the DfT said."
    assert meant(text, "the DfT") == [("Department for Tides", None)]


def test_an_article_is_no_role():
    text = "The Committee on Tides and the Senate said it rains."
    assert ("Senate", "the") not in meant(text, "The Committee on Tides and the Senate")


def test_a_short_form_of_a_name_of_three_words_leads_to_it():
    assert meant("Nora Ní Bhroin left. Later Ms Ní Bhroin said so.", "Ms Ní Bhroin") == [("Nora Ní Bhroin", None)]


def test_he_is_no_woman_whom_the_text_called_she():
    text = "Lena Fisk said she was ill. Her driver met Dan Poe. There he said so."
    assert meant(text, "he") == [("Dan Poe", None)]


def test_the_24_year_old_is_whom_the_text_is_about():
    text = "Striker Dan Poe is hurt.\n\nCoach Max Fisk said so. Poe waits.\n\nThe 24-year-old said so."
    assert meant(text, "The 24-year-old") == [("Dan Poe", "Striker")]


def test_he_is_the_subject_and_not_whom_the_sentence_praises():
    text = "Dan Poe said so. Captain Max Fisk paid tribute to Poe. There he said so."
    assert meant(text, "Dan Poe", "he")[1] == ("Max Fisk", "Captain")


def test_a_name_with_a_particle_leads_to_the_fuller_name_however_it_is_written():
    text = "The pianist Anna ter Braak is back. Ter Braak said so."
    assert meant(text, "Ter Braak") == [("Anna ter Braak", "pianist")]


def test_the_american_is_whoever_was_told_of_last():
    text = "Dan Poe led the race. Then the American said so."
    assert meant(text, "the American") == [("Dan Poe", None)]


def test_a_nationality_in_front_of_a_name_is_no_part_of_it():
    text = "Second was the American Dan Poe. Poe said so."
    assert meant(text, "Poe") == [("Dan Poe", None)]


def test_the_governor_is_whoever_has_that_title_for_short():
    assert meant("Gov. Lena Fisk came. Later the governor said so.", "the governor") == [("Lena Fisk", "Gov.")]


def test_the_airline_is_the_one_whose_name_says_so():
    text = "The head of Alder Airways left. Meridian Bank is calm. The airline said so."
    assert meant(text, "The airline") == [("Alder Airways", None)]


def test_she_is_not_an_institution():
    text = "Lena Fisk of the Holle Council came. There she said so."
    assert meant(text, "she") == [("Lena Fisk", None)]


def test_in_an_obituary_she_is_the_one_who_died():
    text = (
        "Lena Fisk, who has died aged 90, was a spy.\n\nHer chief, Max Poe, said so.\n\nLater she said so. Fisk left."
    )
    assert meant(text, "Max Poe", "she")[1] == ("Lena Fisk", None)


def test_the_58_year_old_bus_driver_gives_a_name_its_role():
    text = "Dan Poe smelled it.\n\nThen the 58-year-old bus driver said so."
    assert meant(text, "the 58-year-old bus driver") == [("Dan Poe", "bus driver")]


def test_the_dairy_group_is_the_institution_that_opened_a_sentence_of_the_paragraph():
    text = "They like Pakova.\n\nPakova, based in Brno, laughed. The Brno-based dairy group said so."
    assert meant(text, "The Brno-based dairy group") == [("Pakova", None)]


@pytest.mark.parametrize("mention", ["The South African", "The former England all-rounder"])
def test_a_people_of_two_words_and_what_somebody_was_lead_to_who_is_named_right_before(mention):
    text = f"They came with their captain Dan Poe. {mention} said so."
    assert meant(text, mention) == [("Dan Poe", "captain")]


def test_she_is_whoever_the_sentence_right_before_names_for_the_first_time():
    text = "Dan Poe left, said Max Orr.\n\nAmong the guests was Lena Fisk, who sang. There she said so."
    assert meant(text, "Max Orr", "she")[1] == ("Lena Fisk", None)


def test_a_role_with_its_letters_in_brackets_stands_before_a_name():
    mention = "Superintendent of Police (SP) Lena Fisk"
    assert meant(f"Then {mention} said so.", mention) == [("Lena Fisk", "Superintendent of Police")]


def test_a_national_secretary_of_something_is_no_name():
    mention = "National Secretary of the union, Comrade Dan Poe"
    assert meant(f"{mention}, said so.", mention) == [("Dan Poe", "National Secretary of the union")]


def test_a_name_in_capitals_is_the_name_of_the_headline():
    text = "Lena Fisk, botanist who sang\n\nLENA FISK, who was here, left. Fisk said so."
    assert meant(text, "Fisk") == [("Lena Fisk", "botanist")]


def test_in_short_lines_two_speak_by_turns():
    text = "Dan Poe sang.\n\n“Nine,” said Lena Fisk.\n\n“Ten,” said Max Orr.\n\n“No.”"
    blocks = [match.span() for match in re.finditer(r".+", text)]
    people = People(prose(text, blocks, ENGLISH), lexicon(ENGLISH))
    for mention in ("Lena Fisk", "Max Orr"):
        start = text.index(mention)
        people.meant(people.prose.range(start, start + len(mention)))
    person = people.goes_on(people.prose.range(text.index("“No.”"), len(text)))
    assert person is not None
    assert person.name == "Lena Fisk"


def test_a_month_in_front_of_a_surname_is_a_first_name():
    assert meant("Then clerk June Fisk left. Fisk said so.", "Fisk") == [("June Fisk", "clerk")]
    assert meant("In June Lena Fisk left. Fisk said so.", "Fisk") == [("Lena Fisk", None)]


def test_a_minister_for_something_has_the_whole_of_it_as_role():
    mention = "Minister for Transport Dan Poe"
    assert meant(f"Then {mention} said so.", mention) == [("Dan Poe", "Minister for Transport")]


@pytest.mark.parametrize("mention", ["the midfielder", "the Holle manager"])
def test_the_midfielder_is_whom_the_text_just_told_of(mention):
    role = mention.removeprefix("the ")
    assert meant(f"Dan Poe was sent off. Later {mention} said so.", mention) == [("Dan Poe", role)]


def test_the_vicar_is_not_whoever_was_named_last():
    assert meant("Dan Poe was sent off. Later the vicar said so.", "the vicar") == [(None, "vicar")]


def test_whoever_is_asked_about_themselves_is_whom_the_text_is_about():
    text = "Climber Lena Fisk eats. Fisk is late.\nHer lawyer, Dan Poe, calls.\nWhat frightens you?\n“Rain,” she says."
    assert meant(text, "Her lawyer, Dan Poe", "she") == [("Dan Poe", "lawyer"), ("Lena Fisk", "Climber")]


def test_a_name_behind_a_title_opens_no_sentence():
    text = "Lena Fisk, a nurse, said that Ms. Ann Roe had left early. It was common, she said."
    assert meant(text, "Lena Fisk, a nurse", "she")[-1] == ("Lena Fisk", "nurse")


def test_somebody_asked_about_something_is_whom_the_narrator_tells_of():
    text = (
        "“No,” said Dan Poe.\nAsked about a sale of the whole mill by its owners, Mr Max Roe laughed.\n“No,” he said."
    )
    assert meant(text, "Dan Poe", "he")[-1] == ("Max Roe", None)


def test_a_surname_alone_is_no_relative_who_was_named_once():
    text = "Lena Poe is dead. Lena Poe was a diver. Her niece, Ann Poe, said so. “Deeper,” said Poe."
    assert meant(text, "Poe")[0][0] == "Lena Poe"


def test_a_pronoun_that_opens_the_next_sentence_tells_who_is_a_woman():
    text = "Alex Poe rose early. She left.\n“No,” said Max Roe of the mill in a letter to Alex Poe.\n“Why?” he said."
    assert meant(text, "Alex Poe", "he")[-1] == ("Max Roe", None)


@pytest.mark.parametrize("opening", ["A former teacher", "A teacher who took coins from a desk", "A woman"])
def test_whoever_opens_a_text_without_a_name_is_the_first_with_an_age(opening):
    text = f"{opening} told a court so.\nLena Fisk (61) of Holle left with Ann Roe, 40, her aunt."
    assert meant(text, opening) == [("Lena Fisk", None)]


def test_a_judge_who_opens_a_text_is_the_only_one_named_further_on():
    text = "Ten boats may stay, a judge ruled.\nLena Fisk, 61, owns one. District Judge Dan Poe waved."
    assert meant(text, "a judge") == [("Dan Poe", "District Judge")]


def test_a_judge_in_a_text_with_two_of_them_has_no_name():
    assert meant("So a judge ruled.\nJudge Dan Poe and Judge Max Roe waved.", "a judge") == [(None, "judge")]


@pytest.mark.parametrize("charge", ["is accused of theft", "denies it", "pleaded guilty to it"])
def test_the_defendant_is_whoever_is_charged(charge):
    text = f"Lena Fisk, 61, {charge}. Max Roe, a clerk, found the desk open. “Never,” said the defendant."
    assert meant(text, "the defendant") == [("Lena Fisk", None)]


def test_his_wife_is_who_was_named_together_with_him():
    text = "The owners, Jan and Ans Poe, sold it. Jan, a baker, said so.\n“No,” said his wife."
    assert meant(text, "Jan, a baker", "his wife")[-1] == ("Ans Poe", "wife")


def test_the_company_is_what_opens_a_text_and_is_no_place_in_its_description():
    text = "Brewbot, the Cork maker of kettles, is to close, the company said."
    assert meant(text, "the company") == [("Brewbot", "Cork maker of kettles")]


def test_a_verb_behind_a_name_that_ends_like_a_possessive_keeps_it_whole():
    text = "Grocer Poe's has said so. Max Poe owns it."
    assert meant(text, "Grocer Poe's")[0][0] == "Poe's"


def test_a_surname_alone_is_whom_it_stood_for_before():
    text = "Lena Poe is late. Poe runs a mill. It was her husband's, Max Poe. A clerk wrote that Poe was rude.\n“Not I,” she said."
    assert meant(text, "she") == [("Lena Poe", None)]


def test_she_is_who_alone_was_named_in_the_paragraph_before():
    text = "Max Roe, a vet, left.\nA storm came in over the house of Lena Poe.\n“Rain,” was all that she said."
    assert meant(text, "she") == [("Lena Poe", None)]


def test_he_goes_on_with_the_judge_who_opens_the_sentence_before():
    text = "Judge Dan Poe came in. Lena Fisk, a clerk, wept. “No,” she said. The judge was unmoved. He said so."
    assert meant(text, "Lena Fisk", "she", "He")[-1] == ("Dan Poe", "Judge")


def test_a_saint_in_the_name_of_a_hospital_and_no_dateline_are_meant_by_the_hospital():
    text = "HOLLE FALLS, Mont. — It closed. St. Brigid Medical Center owed much, and the hospital said so."
    assert meant(text, "the hospital") == [("St. Brigid Medical Center", None)]


def test_whoever_owns_the_subject_of_a_sentence_is_not_who_he_is():
    text = "Lena Fisk's son, Max, died when he was nine. Ms Fisk said so."
    assert meant(text, "Ms Fisk") == [("Lena Fisk", None)]


def test_her_union_is_what_is_named_behind_the_comma():
    text = "Her union, the Nurses and Carers Guild, said so."
    assert meant(text, "Her union, the Nurses and Carers Guild") == [("Nurses and Carers Guild", "union")]


def test_who_behind_an_aside_is_named_in_front_of_it():
    text = "The goal came from Dan Poe, a boy from Holle, who said so."
    assert meant(text, "who")[0][0] == "Dan Poe"


def test_a_first_name_with_an_aside_is_somebody_further_on():
    text = "Irena, a clerk who was there, said so. “We hid,” she said."
    assert meant(text, "Irena, a clerk who was there", "she")[-1] == ("Irena", "clerk")


def test_a_place_in_front_of_a_subject_is_not_who_speaks():
    assert meant("On Eilean Roe, the hotelier Ann Poe was calm. “No,” she said.", "she") == [("Ann Poe", "hotelier")]


def test_she_is_the_sister_without_a_name_who_spoke_right_before():
    text = "Prime Minister Dan Poe left. Max Roe is free. His sister, reached by telephone, said so.\n“No,” she said."
    assert meant(text, "His sister", "she") == [(None, "sister")] * 2


def test_of_two_named_right_before_she_is_the_woman():
    text = "Lena Fisk, a pianist, spoke.\nHe leaves a son, Max, and a sister, Ann. She said so."
    assert meant(text, "Lena Fisk, a pianist", "She")[-1] == ("Ann", "sister")


def test_the_first_word_of_a_firm_is_the_firm():
    assert (
        meant("On Monday the Hartwell Hardware Co. closed. Hartwell said so.", "Hartwell")[0][0]
        == "Hartwell Hardware Co"
    )


def test_an_office_written_large_in_front_of_a_name_is_a_role():
    assert meant("Her lawyer, State Counsel Dan Poe, said so.", "Her lawyer, State Counsel Dan Poe") == [
        ("Dan Poe", "State Counsel")
    ]


def test_the_58_year_old_is_nobody_of_another_age():
    text = "Dan Poe, 29, wept. Dan Poe had been told. The boy’s gran, Lena Fisk, wept.\n“No,” the 58-year-old said."
    assert meant(text, "the 58-year-old") == [("Lena Fisk", "boy’s gran")]


def test_the_midfielder_who_spoke_right_before_keeps_the_first_role():
    text = "Captain Dan Poe said so. “No,” the Holle midfielder said."
    assert meant(text, "Captain Dan Poe", "the Holle midfielder")[-1] == ("Dan Poe", "Captain")


def test_a_businessman_who_opens_a_text_opens_the_next_paragraph():
    text = "A businessman said so of minister Max Roe.\nDan Poe, whose firm built it, left."
    assert meant(text, "A businessman") == [("Dan Poe", None)]


def test_the_judge_is_the_justice():
    assert meant("Mr Justice Dan Poe came in. The judge said so.", "The judge") == [("Dan Poe", "Mr Justice")]


def test_a_number_may_be_the_last_word_of_the_text():
    assert meant("The rain will last, according to 1988", "1988") == [("1988", None)]


def test_a_name_that_is_written_like_a_determiner_may_be_the_last_word_of_the_text():
    assert meant("It rained, said viewer Tom Some", "Some") == [("Tom Some", "viewer")]


def test_she_is_no_spokeswoman_where_another_woman_is_told_of_since():
    text = "A spokeswoman said so.\n\n{} She left."
    told, owns = text.format("That worries Ms Ann Poe, who has a bar."), text.format("Ms Ann Poe's plan is dead.")
    assert meant(told, "A spokeswoman", "She") == [(None, "spokeswoman"), ("Ann Poe", None)]
    assert meant(owns, "A spokeswoman", "She") == [(None, "spokeswoman")] * 2


def test_a_surname_of_two_stands_for_whom_the_text_called_by_their_first_name():
    text = "Ann Poe bakes. Her mother, who lives near, says so. Ann, says Kim Poe, screamed. Poe trained as a cook."
    assert meant(text, "Poe") == [("Ann Poe", None)]
