"""Whose verb a second one is, and whose words stand in a paper or are addressed to somebody."""

import pytest

from newskit.evidence.sources import with_document, without_addressee
from newskit.evidence.speech import Clause
from newskit.evidence.subjects import Subjects
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.text.prose import Prose, prose

ENGLISH = newskit_language("en")
assert ENGLISH
WORDS = lexicon(ENGLISH)


def read(text: str) -> Prose:
    return prose(text, [(0, len(text))], ENGLISH)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Shares in Sund Gas fell after the company cut jobs and said it was late.", "said", "the company"),
        ("The price rose as it shut the mine and said it was late.", "said", "it"),
        ("Ann Poe was asleep when the mayor of Holle rang her and told her it was late.", "told", "the mayor of Holle"),
        ("It was Ann Poe who gave him away, telling us that it was late.", "telling", "Ann Poe"),
        # the subject of the sentence goes on
        ("Ann Poe resigned after the company cut jobs and said it was late.", "said", "Ann Poe"),
        ("Ann Poe smiled when the crowd cheered and told them it was late.", "told", "Ann Poe"),
        ("It was late when Ann Poe, who left, came and said so.", "said", "It"),
        ("Mayor Dan Lund, whose town flooded, twice said it was late.", "said", "Mayor Dan Lund"),
    ],
)
def test_a_second_verb_is_of_the_last_clause_where_the_subject_of_the_sentence_cannot_say_it(text, verb, subject):
    cut = read(text)
    found = Subjects(cut, WORDS).of(0, cut.tokens.lower.index(verb))
    assert found is not None
    assert cut.of(found) == subject


@pytest.mark.parametrize(
    ("text", "cue", "source", "expected"),
    [
        ("Residents received an email warning that it was late.", "received an email warning", "Residents", ("an email", "warning")),
        ("Staff were sent a letter saying that it was late.", "were sent a letter saying", "Staff", ("a letter", "saying")),
        # whoever issues it says it
        ("Sund Gas issued a letter saying that it was late.", "issued a letter saying", "Sund Gas", ("Sund Gas", "issued a letter saying")),
        ("Ann Poe wrote to the minister for roads to complain that it was late.", "to complain", "the minister for roads", ("Ann Poe", "to complain")),
        # whoever is asked to explain it does, and for whom it is time to say it
        ("It is time for the minister to explain that it was late.", "to explain", "the minister", ("the minister", "to explain")),
        ("Ann Poe asked the minister to explain that it was late.", "to explain", "the minister", ("the minister", "to explain")),
    ],
)  # fmt: skip
def test_a_paper_that_somebody_gets_says_what_stands_in_it_and_an_addressee_says_nothing(text, cue, source, expected):
    cut = read(text)
    places = [cut.range(text.index(words), text.index(words) + len(words)) for words in (cue, source)]
    tag = Clause(places[0], places[1], [(places[0][1], len(cut.tokens) - 1)], 0.8, "a rule")
    tag = without_addressee(cut, with_document(cut, tag, WORDS), Subjects(cut, WORDS), WORDS)
    assert tag.source is not None
    assert (cut.of(tag.source), cut.of(tag.cue)) == expected


def test_behind_when_without_a_comma_the_second_pronoun_is_the_subject():
    cut = read("When he returned he began by saying that it was late.")
    found = Subjects(cut, WORDS).of(0, cut.tokens.words.index("saying"))
    assert found is not None
    assert found[0] == 3


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("In her last years she fought for parks, warning that they were sold.", "warning", "she"),
        ("In her last years Ann Poe fought for parks, warning that they were sold.", "warning", "Ann Poe"),
        ("In March the council closed the pool, saying it was late.", "saying", "the council"),
        ("In 2019 the council closed the pool and said it was late.", "said", "the council"),
        ("On Monday ministers met in Holle and agreed that it was late.", "agreed", "ministers"),
        # a clause about the letter
        ("In a letter the mayor sent, Ann Poe was named, saying it was late.", "saying", "Ann Poe"),
    ],
)
def test_when_and_where_without_a_comma_are_no_part_of_the_subject(text, verb, subject):
    cut = read(text)
    found = Subjects(cut, WORDS).of(0, cut.tokens.lower.index(verb))
    assert found is not None
    assert cut.of(found) == subject
