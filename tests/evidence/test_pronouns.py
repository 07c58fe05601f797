"""Whom a pronoun, a description or a floating quote means, in articles of two or three paragraphs."""

import pytest

from newskit.parser import Parser

ONLY = ["body", "boilerplate", "headline", "metadata"]


def speaker(text, words):
    """Give the name of whoever said a quote with some words in it."""
    quotes = Parser(disable=ONLY, strict=True).parse(text, format="text").quotes
    [quote] = [quote for quote in quotes if words in quote.text]
    return quote.speaker and quote.speaker.name


def test_a_first_name_tells_the_gender_that_most_of_its_bearers_have():
    text = "Hilda Rask keeps the lock. Edwin Rask built it. A boat came.\n\n“Nobody paid,” she said."
    assert speaker(text, "Nobody paid") == "Hilda Rask"


@pytest.mark.parametrize(
    "between",
    [
        "The director of Oakmere Docks, Mr Nils Tulley, left early. Oakmere Docks has paid two fines.",
        "Oakmere Docks wants a crane. Its founder, Mr Nils Tulley, came. Oakmere Docks has four cranes.",
        "Oakmere Docks lost its chief executive. Mr Nils Tulley runs it. Oakmere Docks pays him well.",
        "Mr Nils Tulley sells cranes. Oakmere Docks, which buys them, has four.",
    ],
)
def test_he_is_never_an_institution_even_where_it_is_nearest(between):
    assert speaker(f"{between}\n\n“We check them every week,” he said.", "every week") == "Nils Tulley"


def test_a_group_named_behind_what_it_is_is_nobody_whom_he_means():
    text = "A pressure group, Bread First Now, asked for time.\n\nMr Nils Tulley left. “Nobody is asleep,” he said."
    assert speaker(text, "asleep") == "Nils Tulley"


def test_a_name_in_an_object_does_not_keep_he_from_whoever_spoke_last():
    text = "Marlow boss Luis Prado said that he was robbed.\n\nThe Spaniard said that referee Neil Cobb was tired.\n\n“A camera should be a surgeon,” he added."
    assert speaker(text, "surgeon") == "Luis Prado"
