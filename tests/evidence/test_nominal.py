"""Where what “according to” reports begins and ends."""

import pytest

from newskit.evidence.reports import reports
from newskit.language.builtin import newskit_language
from newskit.model.document import Document, SourceBlock
from newskit.model.span import Span


def contents(text):
    document = Document(text, (SourceBlock(Span(0, len(text))),), words=newskit_language("en"))
    return [
        (" … ".join(text[a:b] for a, b in one.cue), " … ".join(text[a:b] for a, b in one.content))
        for one in reports(document)
    ]


@pytest.mark.parametrize(
    "source",
    [
        "the report, a copy of which is with this newspaper",
        "the audit, which was released on Friday",
        "an internal memo, reviewed by this agency",
        "the indictment, unsealed on Tuesday",
        "minutes of the meeting, obtained under freedom of information laws",
        "the ministry's figures, updated at noon",
        "Ann Poe, who runs the pit",
        "letters from Ann Poe, a friend of Max Roe's who died in May",
        "a diary he kept in May",
    ],
)
def test_an_aside_about_a_source_is_no_part_of_what_it_reports(source):
    assert contents(f"According to {source}, the pumps had failed twice.") == [
        ("According to", "the pumps had failed twice")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "he told her on her birthday that ‘pit girls’ were not wanted",
        "he praised ‘the good old pit’, and offered to pay for it",
        "his father said the mill would never close",
    ],
)
def test_what_a_source_reports_may_be_a_report_itself_and_all_its_verbs_belong_to_it(said):
    assert contents(f"According to a book she wrote in May, {said}.") == [("According to", said)]
