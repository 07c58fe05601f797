"""A language's words, as the extractors need them. The words themselves are data, in newskit/language/."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

Words = tuple[str, ...]
WordLists = Mapping[str, Words]


def _words(value: Iterable[str]) -> Words:
    """Copy a list of words; a word alone is refused, since it would be taken for a list of its letters."""
    if not isinstance(value, str) and isinstance(value, Iterable):
        words = tuple(value)
        if all(isinstance(word, str) for word in words):
            return words
    raise TypeError(f"expected a list of words, got {value!r:.80}")


def _word_lists(value: Mapping[str, Iterable[str]]) -> WordLists:
    """Copy word lists so that nobody can change them: a parser keeps a language for all its texts."""
    if not isinstance(value, Mapping):
        raise TypeError(f"expected lists of words by name, got {value!r:.80}")
    return MappingProxyType({key: _words(words) for key, words in value.items()})


@attrs.frozen
class Language:
    """Word lists of one language; an empty list switches the rules off that need it.

    Raises `TypeError` where a list is no list of ``str``.

    >>> Language("en", cue_verbs={"say": ["says", "said"]}).cue_verbs["say"]
    ('says', 'said')
    """

    #: ISO 639-1 code, in lower case; “und” where the language is not known.
    code: str
    #: Verbs that report speech, by lemma: every form as it is written, in lower case.
    cue_verbs: WordLists = attrs.field(factory=dict, converter=_word_lists)
    #: What stands beside such a verb, by frame: “speech”, “thought”, “address”, “infinitive”, “object” …; lemmas.
    cue_frames: WordLists = attrs.field(factory=dict, converter=_word_lists)
    #: Phrases that report without a verb: “according to”.
    cue_phrases: Words = attrs.field(default=(), converter=_words)
    #: Nouns that report: “the claim that”.
    cue_nouns: Words = attrs.field(default=(), converter=_words)
    #: Words that open reported content: “that”, “whether”.
    complementizers: Words = attrs.field(default=(), converter=_words)
    #: Third-person pronouns by what they can stand for: “female”, “male”, “plural”, “thing”.
    pronouns: WordLists = attrs.field(factory=dict, converter=_word_lists)
    #: Titles before a name that are no part of it: “Mr”, “Sen.”; by what they tell: “female”, “male”, “any”.
    titles: WordLists = attrs.field(factory=dict, converter=_word_lists)
    #: Last words of roles: “secretary”, “mayor”.
    role_nouns: Words = attrs.field(default=(), converter=_words)
    #: Words inside names that are written small: “de”, “van”.
    name_particles: Words = attrs.field(default=(), converter=_words)
    #: Words that no name begins with though they are often written large: “The”, “Monday”.
    not_names: Words = attrs.field(default=(), converter=_words)
    #: Words that a clause may begin or end with, in lists by use: “subordinators”, “prepositions”, “auxiliaries” …
    function_words: WordLists = attrs.field(factory=dict, converter=_word_lists)
    #: What opens a byline: “By”.
    byline_openers: Words = attrs.field(default=(), converter=_words)
    #: Names of months and weekdays, for date lines.
    date_words: Words = attrs.field(default=(), converter=_words)
    #: Phrases that give a block's kind away, by kind: {"copyright": ["all rights reserved"]}; lower case.
    phrases: WordLists = attrs.field(factory=dict, converter=_word_lists)

    def merged(self, other: "Language") -> "Language":
        """Return this language with the other's words behind its own."""
        changes: dict[str, Any] = {}
        for field in attrs.fields(Language):
            mine, theirs = getattr(self, field.name), getattr(other, field.name)
            if isinstance(mine, tuple):
                changes[field.name] = tuple(dict.fromkeys(mine + theirs))
            elif isinstance(mine, Mapping):
                keys = dict.fromkeys([*mine, *theirs])
                changes[field.name] = {
                    key: tuple(dict.fromkeys(mine.get(key, ()) + theirs.get(key, ()))) for key in keys
                }
        return attrs.evolve(self, **changes)
