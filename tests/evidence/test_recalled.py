import pytest

from newskit.parser import Parser

ONLY = ["body", "boilerplate", "headline", "metadata"]


def speaker(text, words):
    """The name of whoever says what holds some words."""
    quotes = Parser(disable=ONLY, strict=True).parse(text, format="text").quotes
    [quote] = [quote for quote in quotes if words in quote.text]
    return quote.speaker and quote.speaker.name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pearl Rask, 79, paid in May. “I saw it,” said the retired dinner lady.", "Pearl Rask"),
        ("Her son Gavin, 51, broke the door. “I saw it,” fumed the father-of-two.", "Gavin"),
        ("Hugh Rask scored. The Sund-born striker, who came on late, said: “I saw it.”", "Hugh Rask"),
        ("Governor Ann Rask smiled. “It rained,” she said.\n\n“I saw it,” added the county boss.", "Ann Rask"),
        ("Minister Hugh Rask said that it rained. “I saw it,” the Labour frontbencher said.", "Hugh Rask"),
        # who asks does not answer
        ("Advocate General Hugh Rask stood. Justice Ann Poe asked why. The law officer replied: “I saw it.”", "Hugh Rask"),
        # a function is somebody else's, and so is what was told of without a name
        ("Pearl Rask, 79, paid in May. “I saw it,” said the judge.", None),
        ("Pearl Rask, 79, called a plumber who came by boat. “I saw it,” said the plumber.", None),
    ],
)  # fmt: skip
def test_a_description_that_nobody_bears_is_who_is_told_of_right_there(text, who):
    assert speaker(text, "I saw it") == who
