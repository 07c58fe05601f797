"""Words of a language in a file of somebody's own."""

from pathlib import Path

import pytest

from newskit import Language, LanguageError, read_language


def test_the_keys_of_a_file_are_the_lists_of_its_language(tmp_path: Path) -> None:
    file = tmp_path / "eo.toml"
    file.write_text('cue_phrases = ["laŭ"]\n[cue_verbs]\ndiri = ["diris"]\n', encoding="utf-8")
    assert read_language("eo", file) == Language("eo", cue_phrases=["laŭ"], cue_verbs={"diri": ["diris"]})


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("cue_phrases = [", "holds no words of a language: Invalid value"),
        ("cue_phrase = ['laŭ']", "there is no list 'cue_phrase': there are cue_verbs, "),
        ("code = 'eo'", "there is no list 'code'"),
        ("cue_phrases = 'laŭ'", "cue_phrases must be a list of words, got 'laŭ'"),
        ("[cue_verbs]\ndiri = [1]", r"cue_verbs\['diri'\] must be a list of words, got \(1,\)"),
    ],
)
def test_what_makes_no_sense_is_an_error_that_names_file_and_key(content: str, what: str, tmp_path: Path) -> None:
    file = tmp_path / "eo.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LanguageError, match=what) as caught:
        read_language("eo", file)
    assert str(file) in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"none\.toml holds no words of a language: .*No such file"):
        read_language("eo", tmp_path / "none.toml")
