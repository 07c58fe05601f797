"""Parsers of any kind, tested by properties: what good ones keep and what bad ones are told."""

import pytest
import regex

from newskit import UsageError
from newskit.testing import Answer, Report, check
from newskit.testing.news import Page
from newskit.testing.parsers import _PROPERTIES, Parse


def names(report: Report) -> set[str]:
    return {finding.name for finding in report.broken}


def split(text: str) -> Answer:
    """Take the first paragraph as the headline, all others as the body."""
    headline, _, body = text.partition("\n\n")
    return Answer(headline=headline, body=body)


@pytest.fixture(scope="module")
def report() -> Report:
    return check(split, source="text", examples=40, only=["the headline", "nothing but the body", "every quote"])


def test_what_a_parser_keeps_is_counted(report: Report) -> None:
    finding = report.finding("the headline")
    assert (finding.kept, finding.held, finding.tried) == (True, 40, 40)
    assert str(finding) == "kept    the headline: 40 of 40"


def test_what_it_breaks_is_told_on_the_smallest_article(report: Report) -> None:
    assert names(report) == {"nothing but the body"}
    finding = report.finding("nothing but the body")
    assert 0 < finding.held < finding.tried
    assert "in the body: 'Copyright 2025 The Aldham Gazette. All rights reserved.'" in str(finding)
    assert "    Aldham bridge to reopen\n" in str(finding)


def test_what_a_parser_has_no_opinion_on_is_not_tested(report: Report) -> None:
    with pytest.raises(KeyError):
        report.finding("every quote")


def loses_a_paragraph(text: str) -> Answer:
    return Answer(body=text.partition("\n\n")[2].partition("\n\n")[2])


def doubles_all(text: str) -> Answer:
    return Answer(body=f"{text}\n\n{text}")


def turns_round(text: str) -> Answer:
    return Answer(body="\n\n".join(reversed(text.split("\n\n"))))


def marks_alone(text: str) -> Answer:
    return Answer(quotes=[match[0] for match in regex.finditer(r"“[^“”]++”", text)])


def calls_all_a_quote(text: str) -> Answer:
    return Answer(quotes=[text])


def stumbles(text: str) -> Answer:
    text.encode("utf-8")
    return Answer(headline=text.split("\n", maxsplit=1)[0])


def compares_all_pairs(text: str) -> Answer:
    words = text.split()
    return Answer(
        headline=text.split("\n", maxsplit=1)[0], body=None if sum(a == b for a in words for b in words) else ""
    )


@pytest.mark.parametrize(
    ("parse", "broken"),
    [
        (loses_a_paragraph, "every paragraph of the body"),
        (doubles_all, "paragraphs in order, each once"),
        (turns_round, "paragraphs in order, each once"),
        (marks_alone, "every quote"),
        (calls_all_a_quote, "nothing but quotes"),
        (stumbles, "never raises"),
        (compares_all_pairs, "time grows linearly"),
    ],
)
def test_each_property_is_broken_by_a_parser_that_breaks_it(parse: Parse, broken: str) -> None:
    assert broken in names(check(parse, source="text", examples=20, only=[broken]))


def test_a_paragraph_that_stands_inside_another_is_not_there_more_than_once() -> None:
    page = Page("", "Fog", ("Mayor Ada Moss said so.", "Nobody did.", "Moss said so."), (), ())
    in_order = _PROPERTIES["paragraphs in order, each once"]
    assert in_order(Answer(body="Mayor Ada Moss said so.\nNobody did.\nMoss said so."), page) is None
    twice = in_order(Answer(body="Mayor Ada Moss said so.\nNobody did.\nMoss said so.\nMoss said so."), page)
    assert twice == "more than once: 'Moss said so.'"


def test_an_answer_that_changes_is_told() -> None:
    asked: list[str] = []

    def counts(text: str) -> Answer:
        asked.append(text)
        return Answer(headline=str(len(asked)))

    assert "gives the same answer twice" in names(
        check(counts, source="text", examples=5, only=["gives the same answer twice"])
    )


def test_pages_are_made_for_a_parser_of_pages() -> None:
    def strip_tags(page: str) -> Answer:
        return Answer(body=regex.sub(r"<[^<>]*+>", " ", page))

    report = check(strip_tags, examples=10, only=["nothing but the body"])
    assert "in the body: 'Home Sport'" in str(report.finding("nothing but the body"))


def test_an_unknown_property_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"there is no property 'the headlin': there are never raises, .*the headline"):
        check(split, source="text", only=["the headlin"])


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(UsageError, match="source is 'pdf', where 'html' or 'text' is expected"):
        check(split, source="pdf")
