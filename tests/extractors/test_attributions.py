import pytest

from newskit.hooks import hookimpl
from newskit.model.answers import Quotation
from newskit.parser import Parser

ONLY = ["body", "boilerplate", "headline", "metadata"]


def speakers(text):
    quotes = Parser(disable=ONLY, strict=True).parse(text, format="text").quotes
    return [(quote.mention.text, quote.speaker.name) for quote in quotes if quote.speaker and quote.mention]


def test_a_floating_quote_carries_the_last_speaker_and_names_nobody():
    assert speakers("“We looked everywhere,” said Lena Fisk.\n\n“There was nothing to find.”") == [
        ("Lena Fisk", "Lena Fisk"),
        ("", "Lena Fisk"),
    ]


def test_a_floating_quote_with_nobody_before_it_is_nobody_s():
    assert speakers("“There was nothing to find here.”") == []


def test_an_answer_is_given_by_the_other_of_two():
    text = "“Did you burn it?” asked Simon Yates.\n\n“No,” said Helen Marsh.\n\n“And where is it now?”\n\n“In my old kitchen.”"
    assert [name for _, name in speakers(text)] == ["Simon Yates", "Helen Marsh", "Simon Yates", "Helen Marsh"]


def test_the_narrator_has_no_name():
    assert speakers("I said the bridge was safe.") == [("I", None)]


def test_a_pronoun_drawn_together_with_a_verb_is_who_it_stands_for():
    text = (
        "Lena Fisk told the council that her bridge was old. She’s warned that it will fall. I’m told that it is safe."
    )
    assert ("She", "Lena Fisk") in speakers(text)
    assert all(name != "I’m" for _, name in speakers(text))


def test_a_quote_of_another_plugin_is_left_alone():
    class Other:
        @hookimpl
        def newskit_quotes(self):
            return [Quotation([(0, 4)], "direct", confidence=1.0)]

    article = Parser([Other()], disable=[*ONLY, "quotes"], strict=True).parse("Yes. No.", format="text")
    assert [quote.speaker for quote in article.quotes] == [None]


def test_every_attribution_says_how_sure_it_is_and_why():
    [quote] = Parser(disable=ONLY).parse("“We looked everywhere,” said Lena Fisk.", format="text").quotes
    assert 0.5 < quote.speaker_origin.confidence <= 1
    assert quote.speaker_origin.reason


def all_of(text):
    """Give the mention of every quote, and the names or roles of all who said it."""
    quotes = Parser(disable=ONLY, strict=True).parse(text, format="text").quotes
    return [
        (quote.mention and quote.mention.text, [who.name or who.role for who in quote.speakers]) for quote in quotes
    ]


def test_one_mention_covers_all_who_said_it_and_each_is_a_speaker():
    text = "“We are closing,” Ada Moss and Tom Reed said on Friday."
    assert all_of(text) == [("Ada Moss and Tom Reed", ["Ada Moss", "Tom Reed"])]
    both = Parser(disable=ONLY, strict=True).parse(text, format="text").speakers
    assert [(who.name, [mention.text for mention in who.mentions]) for who in both] == [
        ("Ada Moss", ["Ada Moss and Tom Reed"]),
        ("Tom Reed", ["Ada Moss and Tom Reed"]),
    ]


@pytest.mark.parametrize(
    ("mention", "names"),
    [
        ("Ada Moss, Tom Reed and Eva Lind", ["Ada Moss", "Tom Reed", "Eva Lind"]),
        ("Ada Moss, Tom Reed, and their lawyer, Eva Lind,", ["Ada Moss", "Tom Reed", "Eva Lind"]),
        ("Ada Moss, a baker at the mill, and her colleague Tom Reed", ["Ada Moss", "Tom Reed"]),
        ("Ada Moss, a baker who was not involved, and her colleague Tom Reed", ["Ada Moss", "Tom Reed"]),
        ("Mayor Ada Moss and other councillors", ["Ada Moss", "councillors"]),
    ],
)
def test_a_mention_reaches_over_a_list_and_over_an_aside(mention, names):
    assert all_of(f"{mention} said that the mill would close.") == [(mention.rstrip(","), names)]


def test_a_clause_in_front_of_and_is_not_part_of_the_mention():
    text = "The mill was closed in Holle, Sund, and Tom Reed said that nobody was told."
    assert all_of(text)[-1] == ("Tom Reed", ["Tom Reed"])


def test_a_clause_with_a_name_in_front_is_not_part_of_the_list():
    text = "In Holle, Tom Reed and Eva Lind said that the mill would close."
    assert all_of(text) == [("Tom Reed and Eva Lind", ["Tom Reed", "Eva Lind"])]


def test_a_floating_quote_behind_two_goes_on_with_both():
    text = "“We are closing,” Ada Moss and Tom Reed said.\n\n“We have no flour left in the mill.”"
    assert all_of(text) == [("Ada Moss and Tom Reed", ["Ada Moss", "Tom Reed"]), ("", ["Ada Moss", "Tom Reed"])]
