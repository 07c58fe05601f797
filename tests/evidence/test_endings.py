import pytest

from newskit.evidence.reports import reports
from newskit.language.builtin import newskit_language
from newskit.model.document import Document, SourceBlock
from newskit.model.span import Span

ENGLISH = newskit_language("en")


def pieces(text):
    document = Document(text, (SourceBlock(Span(0, len(text))),), words=ENGLISH)
    return [[text[a:b] for a, b in one.content] for one in reports(document)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # what the speaker does next
        ("The mayor said the state was open to talks but ruled out a stake.", "the state was open to talks"),
        ("Reed said the police had been slow, then hung up.", "the police had been slow"),
        ("She said the pilot was “fine, just cold” before driving away.", "the pilot was “fine, just cold”"),
        ("Moss said that “the pears will keep,” without elaborating.", "that “the pears will keep,”"),
        ("Poe, who estimates that he spent £90 on the barn, left early.", "that he spent £90 on the barn"),
        ("Reed turned round, saying that the box was empty, and left by a side door.", "that the box was empty"),
        # what the narrator says of it
        ("The bishop said he was sorry, though he did not say for what.", "he was sorry"),
        ("The firm said it would sue, a threat that few took seriously.", "it would sue"),
        ("The union said the offer was “an insult”, a word it has used often.", "the offer was “an insult”"),
        ("Reed said he “would not drive a goat over it”, drawing laughter.", "he “would not drive a goat over it”"),
    ],
)
def test_content_ends_where_the_narrator_goes_on(text, content):
    assert pieces(text) == [[content]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Her editor, Paul Nash, says when I call him that sales fall.", "that sales fall"),
        ("She insists, not for the first time, that the well is haunted.", "that the well is haunted"),
        ("New Delhi: Commuters need not panic, the railways said.", "Commuters need not panic"),
        ("But the roof leaks, the tenants say.", "the roof leaks"),
        ("Still, the roof leaks, the tenants say.", "the roof leaks"),
    ],
)
def test_content_begins_behind_asides_and_what_joins_a_sentence_on(text, content):
    assert pieces(text) == [[content]]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("He was born in Holle, where, according to his niece, it never rains.", ["it never rains"]),
        ("It was sold to a firm which according to its accounts has lost money.", ["has lost money"]),
        (
            "The tower will be red, according to the plans, and will hold 20 flats.",
            ["The tower will be red", "and will hold 20 flats"],
        ),
        ("But the tower is red, according to the plans.", ["the tower is red"]),
    ],
)
def test_according_to_reports_what_stands_in_its_clause(text, contents):
    assert pieces(text) == [contents]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("She was told by one producer that her voice had to go.", "one producer", "that her voice had to go"),
        ("Voters were assured by the clerk that all was well.", "the clerk", "that all was well"),
    ],
)
def test_who_tells_something_may_stand_behind_a_passive(text, source, content):
    document = Document(text, (SourceBlock(Span(0, len(text))),), words=ENGLISH)
    (one,) = reports(document)
    assert [text[a:b] for a, b in (*one.source, *one.content)] == [source, content]
