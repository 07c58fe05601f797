from newskit.model.kinds import Kind
from newskit.parser import Parser

PARSER = Parser()
FIRST = (
    "The county said on Wednesday that the old bridge over the river would stay closed to all traffic until the spring."
)
SECOND = "Divers had found that the river had washed away the ground beneath two of the five piers of the bridge."
THIRD = (
    "“We knew that the water was high,” said the county surveyor, who will present a plan for the repair in December."
)


def test_the_paragraphs_between_headline_and_notices():
    text = f"Bridge closed until spring\nBy Ada Poe\n{FIRST}\n{SECOND}\n{THIRD}\nAll rights reserved."
    assert PARSER.parse(text, format="text").body.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_short_line_between_paragraphs_is_a_heading():
    text = f"Bridge closed until spring\n{FIRST}\n{SECOND}\nWhat happens now\n{THIRD}\n{SECOND}\n{FIRST}"
    kinds = {block.text: block.kind for block in PARSER.parse(text, format="text").blocks}
    assert kinds["What happens now"] is Kind.HEADING


def test_one_line_of_any_length_is_answered():
    article = PARSER.parse("word " * 20_000, format="text")
    assert len(article.blocks) == 1


def test_a_text_of_notices_alone_has_no_body():
    article = PARSER.parse(
        "Subscribe to our newsletter\nPrivacy Policy\n© 2024 Harbor Wire. All rights reserved.", format="text"
    )
    assert article.body.text == ""
