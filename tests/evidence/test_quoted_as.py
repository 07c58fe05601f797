"""Who speaks where somebody is quoted as saying something."""

import pytest

from newskit.evidence.reports import reports
from newskit.language.builtin import newskit_language
from newskit.model.document import Document, SourceBlock
from newskit.model.span import Span


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "“This is theatre for the town,” its spokesman, Max Poe, was quoted as saying by the state agency VTA.",
            "its spokesman, Max Poe",
            "“This is theatre for the town,”",
        ),
        ("Moss was quoted as saying by Delo that the ship had sunk.", "Moss", "that the ship had sunk"),
        ("The mayor was quoted by state radio as saying that it had sunk.", "The mayor", "that it had sunk"),
        ("State radio quoted General Poe as saying that it had sunk.", "General Poe", "that it had sunk"),
        ("The mayor was reported as saying that it “sank in a day”.", "The mayor", "that it “sank in a day”"),
        ("“They lied,” the widow was quoted as telling local radio.", "the widow", "“They lied,”"),
        ("“It has sunk,” the mayor was quoted as telling the paper.", "the mayor", "“It has sunk,”"),
    ],
)
def test_whoever_is_quoted_speaks_and_not_whoever_quotes(text, speaker, content):
    document = Document(text, (SourceBlock(Span(0, len(text))),), words=newskit_language("en"))
    found = [([text[a:b] for a, b in one.source], [text[a:b] for a, b in one.content]) for one in reports(document)]
    assert found == [([speaker], [content])]
