"""The gender of those whom a text names: of their first name, else heard from the pronouns near it where nobody else can be meant."""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import pairwise

import attrs

from newskit.evidence.known import Known, Roster
from newskit.evidence.told import Told

#: A pronoun that opens a sentence is among its first so many tokens: “But she”.
_OPENING = 2
#: A leader stands within so many tokens from “its” on: “its managing director”.
_LEADING = 4


@attrs.define
class _Sentence:
    """What a sentence tells by its first name."""

    named: Known | None = None
    #: Where the name stands.
    at: int = 0
    #: Pronouns behind it, up to the next name.
    pronouns: list[int] = attrs.field(factory=list)
    #: Whether somebody else is named too.
    others: bool = False


#: Of pronouns that tell of people.
_GENDERS = ("female", "male")


class Heard(Roster, Told):
    """Listens for “he” and “she”."""

    def hear(self) -> None:
        """Note the gender that pronouns tell of each name.

        A “she” behind the only name of a sentence tells more than one that opens the sentence behind it.
        """
        inside, following = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set)
        telling = self._telling()
        begins = [bisect_left(telling, first) for first, _ in self.prose.sentences]
        before: Known | None = None
        others: set[str] = set()
        for (first, last), (begin, behind) in zip(self.prose.sentences, pairwise([*begins, len(telling)]), strict=True):
            if begin == behind and before is None:  # nobody is told of
                continue
            places = telling[begin:behind]
            if before is not None and self.lower[first] in self.words["thing_owners"]:  # “Sund Gas …. Its director, …”
                before.body = True
            before = None if first in self.paragraph_begins else before
            asks = self.lower[last - 1] == "?"  # “Does she sing?” may be asked of whom the text is about
            opens = bool(places) and places[0] - first < _OPENING and self._is_subject(places[0])
            # “Ann Poe said her client was late. He …”
            one = opens and others <= {self.opens_with(places[0])}
            if before is not None and one and not asks:
                following[id(before)].add(self.opens_with(places[0]) or "")
            sentence = self._sentence(places)
            for at in sentence.pronouns if sentence.pronouns and self._agree(sentence.pronouns) else ():
                if self._is_subject(at):
                    inside[id(sentence.named)].add(self.opens_with(at) or "")
            if sentence.named is not None and self._has_leader(sentence.at, last):
                sentence.named.body = True
            before = self._subject_of(first, sentence)
            others = {self.words.pronouns[self.lower[at]] for at in sentence.pronouns}
        for someone in self.known:
            heard = [votes[id(someone)] for votes in (inside, following) if id(someone) in votes]
            told = next(iter(heard[0])) if heard and len(heard[0]) == 1 else None
            someone.heard = self.of_first_name(someone) or told

    def _agree(self, places: list[int]) -> bool:
        """Whether pronouns are all of one gender: in “When Poe asked for it, she sent him a page” either may be Poe's."""
        return len({self.words.pronouns[self.lower[place]] for place in places}) == 1

    def of_first_name(self, someone: Known) -> str | None:
        """The gender that most bearers of a first name have: surer than a pronoun, which may be somebody else's."""
        if len(someone.parts) < 2 or someone.definite or self.words.names_institution(someone.parts[-1].lower()):
            return None
        return self.words.given_names.get(someone.parts[0].lower())

    def _is_subject(self, place: int) -> bool:
        """Whether “he” or “she” stands here; “his” may be somebody else's."""
        return self.opens_with(place) is not None and self.lower[place] in self.words["clause_subjects"]

    def _has_leader(self, first: int, last: int) -> bool:
        """Whether “its director” or “its managing director” stands in a range, which opens with a name."""
        return bisect_left(self._led, first) < bisect_left(self._led, last)

    @cached_property
    def _led(self) -> list[int]:
        """Where “its” in front of a leader stands."""
        owners, leaders = self.words["thing_owners"], self.words["leaders"]
        return [
            at
            for at in self.prose.tokens.places_of(owners)
            if not leaders.isdisjoint(self.lower[at + 1 : at + _LEADING])
        ]

    def _telling(self) -> list[int]:
        """Where pronouns and names stand in the narrator's words."""
        return sorted({*self._pronouns_told, *(place for place in self.at_place if self.prose.quote_at[place] < 0)})

    @cached_property
    def _pronouns_told(self) -> list[int]:
        """Where the narrator says “he”, “her” and their like."""
        words = self.words
        told = words["pronouns"] | {word for word, gender in words.pronouns.items() if gender in _GENDERS}
        return [place for place in self.prose.tokens.places_of(told) if self.prose.quote_at[place] < 0]

    def _sentence(self, places: list[int]) -> _Sentence:
        """Read the names and pronouns of a sentence; one that opens with a pronoun tells nothing."""
        sentence = _Sentence()
        for place in places:
            someone = self.at_place.get(place)
            if someone is not None and self.owns(place):  # “Ann Poe's son died when he was nine”
                sentence.others = True
                break
            if someone is not None and sentence.named is None:
                sentence.named, sentence.at = someone, place
            elif someone is not None and not someone.definite and someone is not sentence.named:
                sentence.others = True
                break
            elif someone is None and sentence.named is None:
                break
            elif someone is None and self.words.pronouns.get(self.lower[place]) in _GENDERS:
                sentence.pronouns.append(place)
        return sentence

    def _subject_of(self, first: int, sentence: _Sentence) -> Known | None:
        """Who is named in full in a sentence that names nobody else and has no verb in front of the name."""
        whole = self.at_place.get(sentence.at + 1) is sentence.named
        if any(self.is_object(at) for at in sentence.pronouns):  # “Kim Poe wrote to her.” “She …”
            return None
        if sentence.named is None or sentence.others or not whole:
            return None
        return None if any(self._is_finite(at) for at in range(first, sentence.at)) else sentence.named
