"""Which language a text is in: by its script, and among languages of one script by their commonest small words.

It looks at the first two thousand characters only, and answers with nothing rather than with a wild guess. The words are
in common_words.toml.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("common_words.toml")
#: How much of a text is looked at, in characters.
_REACH = 2000
#: Blocks of Unicode that tell the language by themselves, or the commonest one that is written so.
_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
#: A character that may be in one of them. Matches “д”, “市”; must not match “é” or a curly quotation mark.
_FOREIGN = re.compile("[\u0370-\u1fff\u3040-\ud7af]")


def guess(text: str) -> str | None:
    """Guess the language of a text.

    Args:
        text: Any text; its first two thousand characters count.

    Returns:
        An ISO 639-1 code (Norwegian is “nb”), or None where nothing tells.

    >>> guess("Der Bürgermeister sagte, die Brücke werde im Mai wieder geöffnet.")
    'de'
    >>> guess("8:15") is None
    True
    """
    sample = text[:_REACH]
    if not sample.isascii():
        by_script = _by_script(sample)
        if by_script:
            return by_script
    return _by_words(sample)


def _by_script(sample: str) -> str | None:
    some = sample[::4]  # every fourth character tells enough
    counts: dict[str, int] = {}
    for character in _FOREIGN.findall(some):
        if language := _language_of(ord(character)):
            counts[language] = counts.get(language, 0) + 1
    if not counts:
        return None
    letters = sum(map(str.isalpha, some))
    if "ja" in counts and counts["ja"] * 10 >= counts.get("zh", 0):  # Japanese mixes kana with Chinese characters
        counts["ja"] += counts.pop("zh", 0)
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] * 2 > letters else None


def _language_of(code: int) -> str | None:
    return next((language for first, last, language in _SCRIPTS if first <= code <= last), None)


def _by_words(sample: str) -> str | None:
    owners, scores = _owners(), dict[str, float]()
    words = sample.lower().split()
    for word in filter(owners.__contains__, words):
        for language, weight in owners[word]:
            scores[language] = scores.get(language, 0.0) + weight
    if not scores:
        return None
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= 1 and scores[best] * 25 >= len(words) else None


@cache
def _owners() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Give each small word its languages, and how much it speaks for each."""
    lists: dict[str, str] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    languages_of: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in dict.fromkeys(words.split()):
            languages_of.setdefault(word, []).append(language)
    return {word: tuple((name, 1 / len(names)) for name in names) for word, names in languages_of.items()}
