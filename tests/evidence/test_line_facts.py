import numpy as np

from newskit.evidence.line_facts import COLUMNS, FACTS, names_of_facts, numbers_of


def test_every_fact_is_of_columns_that_there_are():
    assert [name for family in FACTS for name in family if name not in COLUMNS] == []


def test_a_facts_number_is_the_place_of_its_name():
    names = list(names_of_facts())
    columns = {"size": [4, 0], "stopped": [1, 0], "end": [COLUMNS["end"].index("quote"), 0]}
    first, second = ({names[number] for number in of_line} for of_line in numbers_of(columns, 2).T.tolist())
    assert {"size=4", "size,stopped=4,stopped", "end,stopped=quote,stopped"} <= first
    assert {"size=0", "size,stopped=0,open", "end,stopped=small,open"} <= second


def test_no_two_facts_share_a_number():
    names = list(names_of_facts())
    assert len(set(names)) == len(names)
    highest = {name: np.array([len(values) - 1]) for name, values in COLUMNS.items()}
    assert numbers_of(highest, 1).max() == len(names) - 1


def test_no_lines_have_no_facts():
    assert numbers_of({}, 0).shape == (len(FACTS), 0)
