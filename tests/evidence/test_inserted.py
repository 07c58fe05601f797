import pytest

from newskit.evidence.reports import reports
from newskit.language.builtin import newskit_language
from newskit.model.document import Document, SourceBlock
from newskit.model.span import Span

ENGLISH = newskit_language("en")


def found(text):
    document = Document(text, (SourceBlock(Span(0, len(text))),), words=ENGLISH)
    return [
        (one.kind.value, [text[a:b] for a, b in one.content], *(text[a:b] for a, b in one.source))
        for one in reports(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the verb of what stands in front
        ("Parents, Dr. Fisk said, tend to panic.", ("indirect", ["Parents", "tend to panic"], "Dr. Fisk")),
        ("Zoning, he wrote, is a matter of taste.", ("indirect", ["Zoning", "is a matter of taste"], "he")),
        ("The shop, islanders say, sells “fresh air”.", ("mixed", ["The shop", "sells “fresh air”"], "islanders")),
        ("A driver, he claimed, replied that “it rained”.", ("mixed", ["A driver", "replied that “it rained”"], "he")),
        ("The goat, the warden maintained, bit first.", ("indirect", ["The goat", "bit first"], "the warden")),
        # a fragment in marks
        (
            "A kettle hums, Fisk noted, “but it does not sing”.",
            ("mixed", ["A kettle hums", "“but it does not sing”"], "Fisk"),
        ),
        # a clause that goes on
        ("It is a toy, she says, but she loves it.", ("indirect", ["It is a toy", "but she loves it"], "she")),
        (
            "A cook once quit, she claims, because it rained.",
            ("indirect", ["A cook once quit", "because it rained"], "she"),
        ),
        ("It was clear, he said, that nobody paid.", ("indirect", ["It was clear", "that nobody paid"], "he")),
        ("It was Reed, the inquest heard, who left.", ("indirect", ["It was Reed", "who left"], "the inquest")),
        # a verb that might be a noun
        ("Prices, the bank forecasts, will fall.", ("indirect", ["Prices", "will fall"], "the bank")),
        ("A boy, police believe, went back.", ("indirect", ["A boy", "went back"], "police")),
        # the last of two clauses
        ("It is old; one beam, Fisk said, has cracked.", ("indirect", ["one beam", "has cracked"], "Fisk")),
        (
            "She asked us all, she says, and took “the best”.",
            ("mixed", ["She asked us all", "and took “the best”"], "she"),
        ),
        # a clause behind words that say when
        ("If it rains, farmers fear, the hay is lost.", ("indirect", ["If it rains", "the hay is lost"], "farmers")),
        ("Only then, Reed testified, did he stop.", ("indirect", ["Only then", "did he stop"], "Reed")),
        # what only joins on is left out
        ("It is old and, she said, was never mended.", ("indirect", ["was never mended"], "she")),
        # where a clause of its own begins
        (
            "Her knee, she says, is “about right,” and the team agrees.",
            ("mixed", ["Her knee", "is “about right,”"], "she"),
        ),
    ],
)
def test_a_clause_between_commas_reports_what_stands_around_it(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The lake, says Ada Moss, who owns it, used to freeze.", ["The lake", "used to freeze"]),
        ("The town may wait, the court ruled, in a decision that few had expected.", ["The town may wait"]),
        ("The hall leaks, Fisk said, because the mayor said it could wait.", ["The hall leaks"]),
    ],
)
def test_what_the_narrator_adds_behind_a_clause_is_left_out(text, pieces):
    assert found(text)[0][1] == pieces


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Moss, the mayor, said the clerk who had left, Tom Reed, should be fined.", "Ada Moss, the mayor"),
        ("They met in Holle, a village both sides claim, and parted.", None),
        ("An envoy described Holle, a village both sides claim, as “the whole point”.", "An envoy"),
    ],
)
def test_commas_around_a_clause_are_no_insertion(text, source):
    assert [one[2] for one in found(text)] == ([source] if source else [])
