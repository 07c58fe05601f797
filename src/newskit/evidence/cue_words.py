"""What a cue tells besides that somebody spoke: its verb's lemma, and whether the speech is denied or did not take place."""

from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose

#: A negation stands no further in front of a cue than this, in tokens.
_NEAR = 3


def lemma_of(prose: Prose, words: Lexicon, start: int, end: int) -> str | None:
    """Give the lemma of a cue's verb, the last one that the language knows; None for “according to” and nouns.

    “did not say” gives “say”, “refused to say” does too: the verb of speech stands last.
    """
    first, last = prose.range(start, end)
    for place in range(last - 1, first - 1, -1):
        form = words.forms.get(prose.tokens.lower[place])
        if form is not None:
            return form.lemma
    return None


def is_negated(prose: Prose, words: Lexicon, start: int, end: int) -> bool:
    """Whether a cue reports what was not said or not so: “did not say”, “denied”, “declined to say”, “never claimed”."""
    first, last = prose.range(start, end)
    lower = prose.tokens.lower
    denied = odd = False
    for place in range(first, last):
        form = words.forms.get(lower[place])
        denied = denied or (form is not None and form.lemma in words["negative_verbs"])
        odd = odd != (lower[place] in words["negations"])
    at = first - 1
    while at >= max(0, first - _NEAR) and (lower[at] in words["auxiliaries"] or lower[at] in words["negations"]):
        odd = odd != (lower[at] in words["negations"])
        at -= 1
    return denied != odd  # “did not deny” is no denial
