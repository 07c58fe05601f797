import pytest

from newskit.language.builtin import newskit_language
from newskit.language.lexicon import ByRule, lexicon
from newskit.model.language import Language


def test_a_form_knows_its_lemma_and_shape():
    endings = {"gerund_endings": ["ing"], "third_person_endings": ["s"]}
    words = Language("en", cue_verbs={"say": ["say", "says", "said", "saying"]}, function_words=endings)
    forms = lexicon(words).forms
    assert [(form, forms[form].lemma, forms[form].shape) for form in forms] == [
        ("say", "say", "base"),
        ("says", "say", "third"),
        ("said", "say", "past"),
        ("saying", "say", "ing"),
    ]


def test_a_list_that_a_language_lacks_is_empty():
    assert lexicon(Language("und"))["prepositions"] == frozenset()


def test_a_language_is_made_ready_once():
    words = Language("en")
    assert lexicon(words) is lexicon(words)


@pytest.mark.parametrize("word", ["audiologist", "undersheriff", "co-chair", "dressmaker", "mother-of-two"])
def test_a_role_noun_is_known_by_its_ending_or_behind_its_prefix(word: str) -> None:
    assert word in lexicon(newskit_language("en")).role_nouns


def test_what_a_rule_tells_of_a_word_is_asked_of_it_once():
    asked: list[str] = []

    def is_long(word: str) -> bool:
        asked.append(word)
        return len(word) > 5

    long = ByRule(is_long)
    assert ["councillor" in long, "councillor" in long, "mayor" in long] == [True, True, False]
    assert asked == ["councillor", "mayor"]


@pytest.mark.parametrize(("word", "is_finite"), [("said", True), ("was", True), ("left", True), ("chair", False)])
def test_a_finite_verb_is_told_by_its_form(word: str, is_finite: bool) -> None:
    assert (word in lexicon(newskit_language("en")).finite) is is_finite


@pytest.mark.parametrize("word", ["downer", "underwear", "lancaster", "list", "holder"])
def test_a_word_that_only_looks_like_a_role_noun_is_none(word: str) -> None:
    assert word not in lexicon(newskit_language("en")).role_nouns


@pytest.mark.parametrize(
    ("word", "is_plural"),
    [("mayors", True), ("biologists", True), ("mayor", False), ("actress", False), ("boss", False)],
)
def test_a_role_in_the_plural_is_told_from_one_that_ends_alike(word, is_plural):
    assert lexicon(newskit_language("en")).role_nouns.of_several(word) is is_plural
