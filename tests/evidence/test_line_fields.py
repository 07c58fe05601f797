from newskit.evidence.line_fields import fields
from newskit.model.kinds import Kind
from newskit.parser import Parser

MAIL = """\
From: desk@example.org
To: readers@example.org
Subject: Bridge over the river closed until spring
Date: Mon, 4 Mar 2024 09:05:00 +0000

The county said on Wednesday that the old bridge over the river would stay closed to all traffic until the spring.

Divers had found that the river had washed away the ground beneath two of the five piers of the bridge.
"""


def test_the_subject_of_a_mail_is_the_headline_without_its_name():
    article = Parser().parse(MAIL, format="text")
    assert article.headline is not None
    assert article.headline.text == "Bridge over the river closed until spring"
    assert article.body.text.startswith("The county said")


def test_the_date_of_a_mail_is_a_timestamp_and_its_sender_a_byline():
    kinds = {block.text.partition(":")[0]: block.kind for block in Parser().parse(MAIL, format="text").blocks}
    assert kinds["Date"] is Kind.TIMESTAMP
    assert kinds["From"] is Kind.BYLINE


def test_one_field_alone_is_no_header():
    assert fields(["Subject: a bridge", "The bridge is closed."]) == []


def test_a_line_with_a_colon_is_no_field():
    assert fields(["Kestrel: the rise of a bakery", "Tope: the fall of another"]) == []
