import numpy as np
from alter_texts import Word, altered, entities, neighbours, words_of

TEXT = "Ann Lee said Bo won ."
WORDS = [
    Word(0, 3, "Ann", "NNP", "BPERSON"),
    Word(4, 7, "Lee", "NNP", "IPERSON"),
    Word(8, 12, "said", "VBD", "O"),
    Word(13, 15, "Bo", "NNP", "BPERSON"),
    Word(16, 19, "won", "VBD", "O"),
    Word(20, 21, ".", ".", "O"),
]


def copies(near, names):
    """A hundred copies of the text."""
    random = np.random.default_rng(0)
    return {altered(TEXT, WORDS, near, names, random) for _ in range(100)}


def test_words_end_where_they_end_and_blanks_are_no_words():
    row = {
        "text": "No  way!",
        "words": [[0, "UH", "", 0, "O"], [3, "_SP", "", 0, "O"], [4, "NN", "", 0, "O"], [7, ".", "", 0, "O"]],
    }
    assert [(word.start, word.end, word.form) for word in words_of(row)] == [(0, 2, "No"), (4, 7, "way"), (7, 8, "!")]


def test_a_name_reaches_from_its_first_word_to_its_last():
    assert list(entities(WORDS)) == [(0, 7, "PERSON"), (13, 15, "PERSON")]


def test_only_words_with_neighbours_and_names_change():
    found = copies({("said", "VBD"): ["told"]}, {"PERSON": ["Cy Day"]})
    assert {TEXT, "Cy Day told Cy Day won ."} <= found
    assert all(copy.endswith(" won .") for copy in found)


def test_a_name_stands_for_one_other_throughout():
    words = [Word(0, 2, "Bo", "NNP", "BPERSON"), Word(7, 9, "Bo", "NNP", "BPERSON")]
    random = np.random.default_rng(0)
    names = {"PERSON": ["Cy", "Di", "Ed"]}
    found = {altered("Bo met Bo", words, {}, names, random) for _ in range(100)}
    assert found == {"Bo met Bo", "Cy met Cy", "Di met Di", "Ed met Ed"}


def test_neighbours_are_words_of_the_same_tag_the_nearest_first(tmp_path):
    vectors = tmp_path / "vectors.txt"
    vectors.write_text("said 1 0\ntold 1 .1\nwon 0 1\nword 1 0\n")
    tags = {"said": "VBD", "told": "VBD", "won": "VBD", "word": "NN"}
    words = [Word(0, len(form), form, tag, "O") for form, tag in tags.items()] * 3
    near = neighbours(words, vectors)
    assert near["said", "VBD"] == ["told", "won"]
    assert near["word", "NN"] == []
