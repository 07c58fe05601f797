"""The lemma of a cue and whether it denies."""

import pytest

from newskit.evidence.cue_words import is_negated, lemma_of
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.text.prose import prose

ENGLISH = newskit_language("en")


def told(text: str, cue: str) -> tuple[str | None, bool]:
    cut, words = prose(text, [(0, len(text))], ENGLISH), lexicon(ENGLISH)
    start = text.index(cue)
    end = start + len(cue)
    return lemma_of(cut, words, start, end), is_negated(cut, words, start, end)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("She said it rained.", "said", ("say", False)),
        ("She did not say whether it rained.", "did not say", ("say", True)),
        ("She did not say whether it rained.", "say", ("say", True)),
        ("She denied that it rained.", "denied", ("deny", True)),
        ("She did not deny that it rained.", "did not deny", ("deny", False)),
        ("She has never claimed that it rained.", "claimed", ("claim", True)),
        ("It rained, according to her.", "according to", (None, False)),
    ],
)
def test_a_cue_tells_its_lemma_and_whether_it_denies(text, cue, expected):
    assert told(text, cue) == expected
