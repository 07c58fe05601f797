"""The files of words that come with newskit, and the names under which the rules ask for them."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newskit
from newskit import LanguageError, Parser
from newskit.language import builtin, given_names
from newskit.language.builtin import newskit_language

SOURCE = Path(newskit.__file__).parent
#: How a rule asks for a list by its name.
ASKED = (
    re.compile(r"""(?:words|lexicon\(prose\.words\))\["([a-z_]+)"\]"""),
    re.compile(r"""function_words\.get\("([a-z_]+)\""""),
)
ENDINGS = re.compile(r"""endings\["([a-z_]+)"\]""")


def asked() -> Iterator[str]:
    for file in SOURCE.rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        if "newskit.language.lexicon" in code or file.name == "lexicon.py":
            for pattern in ASKED:
                yield from pattern.findall(code)
            yield from (f"{name}_endings" for name in ENDINGS.findall(code))


def test_english_has_every_list_that_a_rule_asks_for() -> None:
    english, names = newskit_language("en"), given_names.newskit_language("en")
    assert english
    assert names
    assert set(asked()) - english.function_words.keys() - names.function_words.keys() == set()


def test_no_list_holds_a_word_twice() -> None:
    twice = []
    for file in [*SOURCE.glob("language/*.toml"), *SOURCE.glob("evidence/*.toml")]:
        for name, words in lists(tomllib.loads(file.read_text(encoding="utf-8"))):
            twice += [f"{file.name}: {name}: {word}" for word, times in Counter(words).items() if times > 1]
    assert not twice


def lists(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, f"{name}.")
        elif isinstance(value, list):
            yield above + name, [str(word) for word in value]


def test_no_word_tells_two_genders() -> None:
    english = newskit_language("en")
    assert english
    lists = [
        list(english.titles.values()),
        [english.function_words[f"{gender}_nouns"] for gender in ("female", "male")],
    ]
    assert [word for kind in lists for word, times in Counter(sum(kind, ())).items() if times > 1] == []


def test_no_list_of_english_is_there_that_nothing_asks_for() -> None:
    english = newskit_language("en")
    assert english
    code = "".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    assert [
        name
        for name in english.function_words
        if f'"{name}"' not in code and f'endings["{name.removesuffix("_endings")}"]' not in code
    ] == []


def test_a_language_without_a_file_has_no_words() -> None:
    assert newskit_language("xx") is None
    assert newskit_language("../en") is None


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"cue_verbs = [", "Invalid value"),
        (b"cue_phrase = ['according to']", "there is no list 'cue_phrase': there are cue_verbs"),
        (b"code = 'qq'", "there is no list 'code'"),
        (b"[function_words]\narticles = [1]", r"function_words\['articles'\] must be a list of words"),
        (b"cue_phrases = 'according to'", "cue_phrases must be a list of words, got 'according to'"),
        (b"titles = ['mr']", "titles must be lists of words by name"),
        (b"\xff", "utf-8"),
    ],
)
def test_a_broken_file_of_words_is_a_problem_that_names_it(
    content: bytes, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "qq.toml").write_bytes(content)
    monkeypatch.setattr(builtin, "_FOLDER", tmp_path)
    with pytest.raises(LanguageError, match=what):
        newskit_language("qq")
    page = "<html lang=qq><p>“No,” said Ada Moss, who was there.</p></html>"
    [problem] = Parser().parse(page, format="html").problems
    assert (problem.plugin, problem.hook) == ("languages", "newskit_language")
    assert "qq.toml" in problem.message
