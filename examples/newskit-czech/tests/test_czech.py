"""What the words of Czech change, through newskit's front door."""

import newskit_czech
import pytest

import newskit

TEXT = """Most v Lhotě zůstane zavřený

Most přes řeku v Lhotě zůstane zavřený do konce května, rozhodla o tom v úterý rada města.

„Je to škoda, ale oprava bude trvat déle,“ řekla starostka Eva Malá.
"""


@pytest.fixture
def article():
    return newskit.Parser([newskit_czech], strict=True).parse(TEXT)


def test_the_speaker_of_a_quote_is_found(article):
    [quote] = [quote for quote in article.quotes if quote.kind == "direct"]
    assert quote.text == "„Je to škoda, ale oprava bude trvat déle,“"
    assert quote.speaker.name == "Eva Malá"
    assert quote.cue.text == "řekla"


def test_without_the_words_nothing_reports_speech():
    assert newskit.Parser(strict=True).parse(TEXT).speakers == ()


def test_other_languages_have_no_words_of_it():
    assert newskit_czech.newskit_language("de") is None
