"""Word lists of a language."""

import pytest

from newskit import Language


def test_merging_keeps_the_own_words_first_and_no_word_twice() -> None:
    mine = Language("en", cue_phrases=["as told by"], cue_verbs={"say": ["said"]})
    theirs = Language("en", cue_phrases=["according to", "as told by"], cue_verbs={"say": ["says"], "add": ["added"]})
    merged = mine.merged(theirs)
    assert merged.cue_phrases == ("as told by", "according to")
    assert merged.cue_verbs == {"say": ("said", "says"), "add": ("added",)}


def test_a_language_without_words_has_empty_lists() -> None:
    assert Language("eo").cue_verbs == {}
    assert Language("eo").phrases == {}


@pytest.mark.parametrize("value", ["according to", [1], 5])
def test_what_is_no_list_of_words_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=r"^cue_phrases must be a list of words, got "):
        Language("en", cue_phrases=value)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^function_words\['articles'\] must be a list of words, got "):
        Language("en", function_words={"articles": value})  # type: ignore[dict-item]


def test_a_list_where_lists_by_name_are_expected_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^titles must be lists of words by name, got"):
        Language("en", titles=["mr"])  # type: ignore[arg-type]
