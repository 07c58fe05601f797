from newskit.parser import Parser

PARSER = Parser()
BODY = (
    "The county said on Wednesday that the old bridge over the river would stay closed to all traffic until the spring.\n"
    "Divers had found that the river had washed away the ground beneath two of the five piers of the bridge.\n"
    "“We knew that the water was high,” said the county surveyor, who will present a plan for the repair in December.\n"
)


def headline(text: str) -> str | None:
    found = PARSER.parse(text, format="text").headline
    return found.text if found else None


def test_the_first_line_over_the_body():
    assert headline(f"Bridge over the river closed until spring\n{BODY}") == "Bridge over the river closed until spring"


def test_in_capitals():
    assert (
        headline(f"BRIDGE OVER THE RIVER CLOSED UNTIL SPRING\n\n{BODY}") == "BRIDGE OVER THE RIVER CLOSED UNTIL SPRING"
    )


def test_behind_a_menu():
    assert headline(f"Home\nNews\nSport\nBridge over the river closed until spring\n{BODY}") == (
        "Bridge over the river closed until spring"
    )


def test_none_where_the_text_begins_with_its_body():
    assert headline(BODY) is None


def test_none_in_an_empty_text():
    assert headline("") is None
    assert headline(" \n\n ") is None


def test_the_label_says_how_sure_it_is_and_why():
    found = PARSER.parse(f"Bridge over the river closed until spring\n{BODY}", format="text").headline
    assert found is not None
    assert found.origin.plugin == "headline"
    assert 0.5 <= found.origin.confidence <= 1
    assert found.origin.reason
