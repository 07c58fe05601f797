"""Word lists of a language."""

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
