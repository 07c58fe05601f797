import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.evidence import line_model
from newskit.evidence.line_model import FOLLOWERS, ROLES, Role, chances, read_weights

STEPS = {role.value: {then.value: 0.0 for then in FOLLOWERS[role]} for role in ROLES}
FACTS = {
    "size=4": [1.0, 0.0, -0.5, 0.0, 0.0],
    "size,stopped=4,stopped": [-2.0, 0.0, 0.25, 0.0, 0.0],
    "share": [0.0, 0.0, -3.0, 1.0, 2.0],
}
WEIGHTS = read_weights(json.dumps({"follows": STEPS, "facts": FACTS}))


def test_what_facts_say_is_added_up_in_hundredths():
    totals = WEIGHTS.total({"size": [4, 4, 0], "stopped": [1, 0, 0]}, [["share", "pier"], [], ["share", "share"]])
    assert totals.tolist() == [
        [-100, 0, -325, 100, 200],
        [100, 0, -50, 0, 0],
        [0, 0, -600, 200, 400],
    ]


def test_a_long_text_is_weighed_as_a_short_one(monkeypatch):
    columns, others = {"size": [4, 0, 4, 0, 4]}, [["share"], [], [], ["pier"], []]
    at_once = WEIGHTS.total(columns, others).tolist()
    monkeypatch.setattr(line_model, "_AT_ONCE", 2)
    assert WEIGHTS.total(columns, others).tolist() == at_once


def test_no_lines_have_no_chances():
    assert chances({}, [], WEIGHTS) == []


def test_what_stands_behind_the_body_stays_behind_it():
    end = ROLES.index(Role.END)
    found = [row[end] for row in chances({"size": [4, 0, 0, 4]}, [[], ["share"], ["share"], []], WEIGHTS)]
    assert found == sorted(found)
    assert found[0] == 0


def test_nothing_can_be_inside_the_body_at_its_end():
    assert chances({}, [["share"], ["share"], ["share"]], WEIGHTS)[-1][ROLES.index(Role.INSIDE)] == 0


@given(st.lists(st.lists(st.sampled_from(["share", "pier"]), max_size=300), min_size=1, max_size=20))
def test_the_chances_of_a_line_sum_to_one_however_much_speaks_for_a_role(others):
    for row in chances({}, others, WEIGHTS):
        assert sum(row) == pytest.approx(1)
