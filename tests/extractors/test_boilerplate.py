import pytest

from newskit.model.kinds import Kind
from newskit.parser import Parser

PARSER = Parser()
HEAD = "Bridge over the river closed until spring"
BODY = (
    "The county said on Wednesday that the old bridge over the river would stay closed to all traffic until the spring.\n"
    "Divers had found that the river had washed away the ground beneath two of the five piers of the bridge.\n"
    "“We knew that the water was high,” said the county surveyor, who will present a plan for the repair in December."
)


def kinds(text: str) -> dict[str, Kind]:
    return {block.text: block.kind for block in PARSER.parse(text, format="text").blocks}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Copyright 2024 Harbor Wire. All rights reserved.", Kind.COPYRIGHT),
        ("© 2024 Harbor Wire", Kind.COPYRIGHT),
        ("This article was originally published by Delta Weekly.", Kind.SYNDICATION),
        ("Sign up for our newsletter", Kind.NEWSLETTER),
        ("Subscribe now", Kind.SUBSCRIBE),
        ("Related articles", Kind.RELATED),
        ("Read more: Why bridges fall", Kind.READ_MORE),
        ("Advertisement", Kind.ADVERTISEMENT),
        ("Share on Facebook", Kind.SHARE),
        ("Tags: bridges, rivers", Kind.TAGS),
        ("Contact us: news@example.org", Kind.CONTACT),
        ("Privacy Policy", Kind.COOKIE),
        ("Leave a comment", Kind.COMMENTS),
        ("Already a subscriber? Log in", Kind.PAYWALL),
        ("Correction: An earlier version of this article named the wrong river.", Kind.CORRECTION),
    ],
)
def test_the_kind_of_a_line_behind_the_body(line, kind):
    assert kinds(f"{HEAD}\n{BODY}\n{line}")[line] is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ada Poe", Kind.BYLINE),
        ("Published 3 May 2024", Kind.TIMESTAMP),
        ("12:30, 4 March 2023", Kind.TIMESTAMP),
    ],
)
def test_the_kind_of_a_line_between_headline_and_body(line, kind):
    assert kinds(f"{HEAD}\n{line}\n{BODY}")[line] is kind


def test_two_notices_on_one_line_are_two_blocks():
    found = kinds(f"{HEAD}\n{BODY}\nCopyright 2024 Harbor Wire. All rights reserved. More from the river desk")
    assert found["Copyright 2024 Harbor Wire. All rights reserved."] is Kind.COPYRIGHT
    assert found["More from the river desk"] is Kind.RELATED
