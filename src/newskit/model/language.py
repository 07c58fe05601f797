"""A language's words, as the extractors need them. The words themselves are data, in newskit/language/."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, cast

import attrs

Words = tuple[str, ...]
WordLists = Mapping[str, Words]


def _words(value: Iterable[str]) -> Words:
    """Copy a list of words; what is none is left for the check that knows its name."""
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else cast("Words", value)


def _word_lists(value: Mapping[str, Iterable[str]]) -> WordLists:
    """Copy word lists so that nobody can change them: a parser keeps a language for all its texts."""
    return (
        MappingProxyType({key: _words(words) for key, words in value.items()}) if isinstance(value, Mapping) else value
    )


def _must_be_words(_: object, field: "attrs.Attribute[Words]", value: object) -> None:
    _check(field.name, value)


def _must_be_word_lists(_: object, field: "attrs.Attribute[WordLists]", value: object) -> None:
    if not isinstance(value, Mapping):
        raise TypeError(f"{field.name} must be lists of words by name, got {value!r:.80}")
    for key, words in value.items():
        _check(f"{field.name}[{key!r}]", words)


def _check(name: str, value: object) -> None:
    """Refuse what is no list of words; a word alone is none, since it would be taken for a list of its letters."""
    if not isinstance(value, tuple) or not all(isinstance(word, str) for word in value):
        raise TypeError(f"{name} must be a list of words, got {value!r:.80}")


@attrs.frozen
class Language:
    """Word lists of one language; an empty list switches the rules off that need it.

    Raises `TypeError`, which names the list, where it is no list of ``str``. `newskit.read_language` takes the lists from a file.

    >>> Language("en", cue_verbs={"say": ["says", "said"]}).cue_verbs["say"]
    ('says', 'said')
    """

    #: ISO 639-1 code, in lower case; “und” where the language is not known.
    code: str
    #: Verbs that report speech, by lemma: every form as it is written, in lower case.
    cue_verbs: WordLists = attrs.field(factory=dict, converter=_word_lists, validator=_must_be_word_lists)
    #: What stands beside such a verb, by frame: “speech”, “thought”, “address”, “infinitive”, “object” …; lemmas.
    cue_frames: WordLists = attrs.field(factory=dict, converter=_word_lists, validator=_must_be_word_lists)
    #: Phrases that report without a verb: “according to”.
    cue_phrases: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Nouns that report: “the claim that”.
    cue_nouns: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Words that open reported content: “that”, “whether”.
    complementizers: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Third-person pronouns by what they can stand for: “female”, “male”, “plural”, “thing”.
    pronouns: WordLists = attrs.field(factory=dict, converter=_word_lists, validator=_must_be_word_lists)
    #: Titles before a name that are no part of it: “Mr”, “Sen.”; by what they tell: “female”, “male”, “any”.
    titles: WordLists = attrs.field(factory=dict, converter=_word_lists, validator=_must_be_word_lists)
    #: Last words of roles: “secretary”, “mayor”.
    role_nouns: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Words inside names that are written small: “de”, “van”.
    name_particles: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Words that no name begins with though they are often written large: “The”, “Monday”.
    not_names: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Words that a clause may begin or end with, in lists by use: “subordinators”, “prepositions”, “auxiliaries” …
    function_words: WordLists = attrs.field(factory=dict, converter=_word_lists, validator=_must_be_word_lists)
    #: What opens a byline: “By”.
    byline_openers: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Names of months and weekdays, for date lines.
    date_words: Words = attrs.field(default=(), converter=_words, validator=_must_be_words)
    #: Phrases that give a block's kind away, by kind: {"copyright": ["all rights reserved"]}; lower case.
    phrases: WordLists = attrs.field(factory=dict, converter=_word_lists, validator=_must_be_word_lists)

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
