"""A language's words made ready for look-up, once for each language object."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import final

import attrs

from newskit.model.language import Language


@attrs.frozen
class Form:
    """One form of a verb that reports."""

    lemma: str
    #: The frames of its lemma: “speech”, “thought”, “object” …
    frames: frozenset[str]
    #: “base”, “third” (she says), “past” or “ing”.
    shape: str


class Lexicon(dict[str | tuple[str, ...], frozenset[str]]):
    """Word lists as sets and dictionaries, all words in small letters.

    As a dictionary it holds the lists of function words by name, and an empty one for a name that the language lacks; what
    several lists hold together is found by all their names, and put together once.

    >>> words = Lexicon(Language("en", function_words={"articles": ["a"], "definite_articles": ["the"]}))
    >>> sorted(words["articles", "definite_articles"])
    ['a', 'the']
    """

    def __init__(self, words: Language) -> None:
        super().__init__((name, frozenset(members)) for name, members in words.function_words.items())
        self.forms: Mapping[str, Form] = _forms(words)
        #: Particles that a verb takes, by lemma: {"call": {"for", "on"}}.
        self.particles: Mapping[str, frozenset[str]] = _particles(words.function_words.get("particles", ()))
        #: Particles with which a verb reports speech: {"point": {"out"}}.
        self.speech_particles: Mapping[str, frozenset[str]] = _particles(
            words.function_words.get("speech_particles", ())
        )
        #: What a title stands for, by title: {"gov": ("governor",)}.
        self.role_abbreviations = _listed(words.function_words.get("role_abbreviations", ()))
        #: What a role is called for short beside its initials: {"ceo": ("chief executive",)}.
        self.short_roles = _listed(words.function_words.get("short_roles", ()))
        #: What names of institutions end with, by what they are called: {"airline": ("airways",)}.
        self.institution_words = _listed(words.function_words.get("institution_words", ()))
        self.phrases: tuple[tuple[str, ...], ...] = tuple(tuple(phrase.split()) for phrase in words.cue_phrases)
        self.cue_nouns = frozenset(words.cue_nouns)
        #: Every word that a cue may begin with.
        self.cue_openings = frozenset([*self.forms, *self.cue_nouns, *(phrase[0] for phrase in self.phrases)])
        self.complementizers = frozenset(words.complementizers)
        #: Gender or number by pronoun: {"she": "female"}.
        self.pronouns: Mapping[str, str] = _inverted(words.pronouns)
        #: What a title tells of its bearer: {"mrs": "female"}.
        self.titles: Mapping[str, str] = _inverted(words.titles)
        #: The gender that most bearers of a first name have: {"morag": "female"}.
        self.given_names: Mapping[str, str] = _inverted(
            {
                "female": words.function_words.get("female_names", ()),
                "male": words.function_words.get("male_names", ()),
            }
        )
        self.role_nouns = RoleNouns(words)
        #: Words that may say what an institution is, alone or as the second of two: “carmaker”, the “house” of “fashion house”.
        self.kind_words = ByRule(self._may_be_kind)
        #: Words that may be the verb of a sentence, by their form: “said”, “was”; not “state”.
        self.finite = ByRule(self._is_finite)
        self.name_particles = frozenset(words.name_particles)
        #: Words that may join two words of a name.
        self.name_links = self.name_particles | self["name_conjunctions", "institution_links"]
        #: What may stand in front of a name that an office goes on into: “of”, “for the”, “Works and”.
        self.before_offices = self["office_links", "field_links", "name_conjunctions", "definite_articles"] | {","}
        #: The first words of phrases that join two of one mention: “along” of “along with”.
        self.joining_words = frozenset(phrase.partition(" ")[0] for phrase in self["joining_phrases"])
        self.not_names = frozenset(words.not_names)
        #: What adverbs end with: “ly”; and further endings by the name of their list, without “_endings”: {"past": ("ed",)}.
        self.adverb_endings: tuple[str, ...] = words.function_words.get("adverb_endings", ())
        self.endings: Mapping[str, tuple[str, ...]] = _Endings(
            (name.removesuffix("_endings"), tuple(members))
            for name, members in words.function_words.items()
            if name.endswith("_endings")
        )

        #: Words written large that name nobody, are no titles and own nothing: “the”, “he”; not “it's”.
        self.only_openers = frozenset(
            word for word in self.not_names if word not in self.titles and not word.endswith(self.endings["possessive"])
        )

    def __missing__(self, name: str | tuple[str, ...]) -> frozenset[str]:
        if isinstance(name, str):
            return _NONE
        found = self[name] = frozenset().union(*(self[each] for each in name))
        return found

    def names_institution(self, word: str) -> bool:
        """Whether names of institutions or firms end with a word: “council”, “bakery”."""
        return word in self["institutions", "businesses"]

    def names_body(self, noun: str) -> bool:
        """Whether a noun says what an institution is, in its name or beside it: “council”, “carmaker”."""
        return noun in self["institutions", "businesses", "kinds"]

    def heads_institution(self, word: str, link: str | None = None) -> bool:
        """Whether names of institutions go on behind a word, with a preposition: the Department for, the House of, the Panel on."""
        if link in self["topic_links"]:
            return word in self["heads_on"]
        heads = word in self["institutions", "businesses", "institution_heads"]
        return heads and (link is None or link in self["genitives"] or word not in self["heads_of"])

    def is_field(self, word: str) -> bool:
        """Whether a word says what an office or an institution is in charge of: “fisheries”, “education”."""
        return word in self["offices", "fields"] or word.endswith(self.endings["field"])

    def ends_rank(self, lower: Sequence[str], last: int) -> bool:
        """Whether “No 2” or “number one” ends at a token, what somebody is in a game: “the world No 2 Ann Poe”."""
        if last >= len(lower) or not (lower[last].isdigit() or lower[last] in self["counts"]):
            return False
        mark = last - 1 - (lower[last - 1] == ".")
        return mark >= 0 and lower[mark] in self["rank_marks"]

    def gender_of(self, noun: str) -> str | None:
        """What a noun tells of whoever it stands for: “female” of “granddaughter”."""
        return "female" if noun in self["female_nouns"] else "male" if noun in self["male_nouns"] else None

    def is_plural(self, noun: str) -> bool:
        """Whether a noun ends like those that stand for several: “parents”, not “boss”."""
        return noun.endswith(self.endings["plural"]) and not noun.endswith(self.endings["singular"])

    def is_adverb(self, word: str) -> bool:
        """Whether a word may stand between a verb and the rest as an adverb does: “also”, “quietly”."""
        return word in self["verb_adverbs"] or word.endswith(self.adverb_endings)

    def pronoun_in(self, word: str) -> str:
        """Give the pronoun that a verb is drawn together with, “he” of “he's”; any other word as it is."""
        if not word.endswith(self.endings["contraction"]):
            return word
        for ending in self.endings["contraction"]:
            stem = word.removesuffix(ending)
            if stem != word and (stem in self.pronouns or stem in self["relatives"] or stem in self["first_person"]):
                return stem
        return word

    def _may_be_kind(self, word: str) -> bool:
        second = any(pair.endswith(f" {word}") for pair in self["kind_pairs"])
        return second or word in self["businesses", "kinds"] or word.endswith(self.endings["kind"])

    def _is_finite(self, word: str) -> bool:
        form = self.forms.get(word)
        reports = form is not None and form.shape in ("past", "third") and word not in self.role_nouns
        return reports or word in self["auxiliaries", "past_forms"]

    def ends_phrase(self, word: str) -> bool:
        """Whether a noun phrase may end with a word."""
        return word not in self["prepositions", "auxiliaries", "subordinators"]


class _Endings(dict[str, tuple[str, ...]]):
    """Endings of words by name, none for a name that the language lacks."""

    def __missing__(self, name: str) -> tuple[str, ...]:
        return ()


class ByRule(dict[str, bool]):
    """Words that a rule tells, to be asked with ``in`` and remembered: the same few hundred are asked for again and again.

    >>> long = ByRule(lambda word: len(word) > 5)
    >>> "mayor" in long, "councillor" in long
    (False, True)
    """

    def __init__(self, rule: Callable[[str], bool]) -> None:
        super().__init__()
        self._rule = rule

    #: To ask is to look up: a method of our own would take four times as long, and rules ask hundreds of times a text.
    __contains__ = dict.__getitem__  # type: ignore[assignment]

    def __missing__(self, word: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        told = self[word] = self._rule(word)
        return told


@final
class RoleNouns(ByRule):
    """Nouns that say what somebody is: “mayor”; by its ending “dressmaker”, by what is behind its prefix “undersheriff”.

    >>> nouns = RoleNouns(Language("en", role_nouns=["sheriff"], function_words={"role_prefixes": ["under"]}))
    >>> "undersheriff" in nouns, "underwear" in nouns
    (True, False)
    """

    def __init__(self, words: Language) -> None:
        """Make the nouns of a language."""
        super().__init__(self._is_one)
        self._listed = frozenset(words.role_nouns)
        self._endings = words.function_words.get("role_endings", ())
        self._prefixes = words.function_words.get("role_prefixes", ())
        self._plurals = words.function_words.get("plural_endings", ())
        self._surnames = frozenset(words.function_words.get("role_surnames", ()))

    def of_several(self, word: str) -> bool:
        """Whether a word is such a noun in the plural, by the endings of the language: “mayors”, not “actress”."""
        return word.endswith(self._plurals) and any(
            word.endswith(ending) and word.removesuffix(ending) in self for ending in self._plurals
        )

    def _is_one(self, word: str) -> bool:
        """Whether a word is listed, or has the ending of such a noun and something before it, or a prefix or a hyphen and one behind it."""
        if word in self._listed:
            return True
        first, hyphen, last = word.rpartition("-")
        if hyphen and last in self._listed and ("-" in first or last not in self._surnames):  # not “Smith-Baker”
            return True
        if word.endswith(self._endings):
            for ending in self._endings:
                if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
                    return True
        if word.startswith(self._prefixes):
            for prefix in self._prefixes:
                if word.startswith(prefix) and word[len(prefix) :] in self._listed:
                    return True
        return False


#: What stands in front of the ending of a role noun has this many letters at least: “Downer” is a name.
_SHORTEST_STEM = 2
#: Of so many words is remembered what a rule tells of them.
_REMEMBERED = 1 << 14
_NONE: frozenset[str] = frozenset()


def lexicon(words: Language) -> Lexicon:
    """Make a language's words ready.

    >>> lexicon(Language("en", cue_verbs={"say": ["say", "says", "said"]})).forms["said"].lemma
    'say'
    """
    return _lexicon(_Key(words))


class _Key:
    """A language as a key of the cache: the same object, not an equal one, since comparing would cost more than it saves."""

    __slots__ = ("words",)

    def __init__(self, words: Language) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.words is other.words

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=32)
def _lexicon(key: _Key) -> Lexicon:
    return Lexicon(key.words)


def _forms(words: Language) -> dict[str, Form]:
    frames: dict[str, set[str]] = {}
    for frame, lemmas in words.cue_frames.items():
        for lemma in lemmas:
            frames.setdefault(lemma, set()).add(frame)
    found: dict[str, Form] = {}
    for lemma, forms in words.cue_verbs.items():
        of_lemma = frozenset(frames.get(lemma, {"speech"}))
        for form in forms:
            found.setdefault(form, Form(lemma, of_lemma, "base" if form == lemma else _shape(form, words)))
    return found


def _shape(form: str, words: Language) -> str:
    """Tell a form that is not the lemma by its ending; without lists of endings every one is taken for the past."""
    for shape, name in (("ing", "gerund_endings"), ("third", "third_person_endings")):
        if form.endswith(tuple(words.function_words.get(name, ()))):
            return shape
    return "past"


def _listed(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        first, _, second = pair.partition(" ")
        found[first] = (*found.get(first, ()), second)
    return found


def _particles(pairs: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        lemma, _, particle = pair.partition(" ")
        found.setdefault(lemma, set()).add(particle)
    return {lemma: frozenset(members) for lemma, members in found.items()}


def _inverted(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: name for name, members in lists.items() for word in members}
