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
    assert fields(["Subject: a bridge", "The bridge is closed."]) == {}


def test_a_line_with_a_colon_is_no_field():
    assert fields(["Kestrel: the rise of a bakery", "Tope: the fall of another"]) == {}


LEXIS = """\
The Harbour Post
May 3, 2020 Sunday
Pier sold to its anglers
BYLINE: Ida Holm
LENGTH: 90 words
BODY:
The town has sold its pier to the anglers who have stood on it since the ferry stopped calling there in 1988.
They paid one pound, and promised to mend the railing before the winter storms set in.
LOAD-DATE: May 4, 2020
LANGUAGE: ENGLISH
"""

FACTIVA = """\
HD Pier sold to its anglers
BY Ida Holm
WC 90 words
PD 3 May 2020
LP
The town has sold its pier to the anglers who have stood on it since the ferry stopped calling there in 1988.
TD
They paid one pound, and promised to mend the railing before the winter storms set in.
CY (c) 2020 The Harbour Post
AN
HPOST00020200503
"""


def kinds_of(text):
    return {block.text.split()[0]: block.kind for block in Parser().parse(text, format="text").blocks}


def test_the_fields_in_capitals_of_an_archive_stand_before_and_behind_the_text():
    kinds = kinds_of(LEXIS)
    assert kinds["BYLINE:"] is Kind.BYLINE
    assert kinds["LENGTH:"] is kinds["BODY:"] is Kind.OTHER
    assert kinds["The"] is kinds["They"] is Kind.PARAGRAPH
    assert kinds["LOAD-DATE:"] is Kind.TIMESTAMP
    assert Parser().parse(LEXIS, format="text").headline.text == "Pier sold to its anglers"


def test_the_codes_of_an_archive_have_their_values_behind_them_or_below():
    kinds = kinds_of(FACTIVA)
    assert kinds["HD"] is kinds["LP"] is kinds["TD"] is kinds["WC"] is kinds["HPOST00020200503"] is Kind.OTHER
    assert kinds["Pier"] is Kind.HEADLINE
    assert kinds["They"] is Kind.PARAGRAPH
    assert kinds["CY"] is Kind.COPYRIGHT


def test_words_in_capitals_are_no_codes_without_a_headline_and_a_text_among_them():
    assert fields(["BY the river", "IN May", "CO emissions", "ED is a name", "AN answer"]) == {}


def test_the_answers_of_an_interview_are_no_fields():
    assert fields(["Five questions", "Q: Why now?", "A: Because.", "Q: And then?", "A: Sleep."]) == {}
