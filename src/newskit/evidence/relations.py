"""Whoever is described by whose they are: “his wife”, “her mother”, “his lawyer”."""

from collections.abc import Callable
from functools import cached_property

from newskit.evidence.known import Known, Person, Roster
from newskit.evidence.told import Told
from newskit.text.prose import Range

#: Of people with the same role no more than this are looked at.
_FEW = 20
#: “His” stands no more tokens than this in front of a name, or behind it.
_FEW_WORDS = 5
#: A couple are so many, and “his wife” has so many tokens.
_TWO = 2
#: “His defence lawyer” has no more tokens than this.
_OWNED = 3


class Relations(Roster, Told):
    """Finds relatives and others whom a possessive tells of. Whatever mixes it in knows who spoke, and who “he” is."""

    #: Where somebody spoke last, and who.
    last: tuple[int, Person] | None
    he_or_she: Callable[..., Person]

    def spouse(self, head: Range, noun: str) -> Person | None:
        """Who “his wife” or “her sister” is: the other of two whom the text named together, “Jan and Ans Poe”."""
        gender = self.opens_with(head[0])
        if noun not in self.words["spouses", "siblings"] or gender is None or head[1] - head[0] != 2:
            return None
        owner = self.known_as(self.he_or_she(head[0], gender).name)
        someone = self._couples.get(id(owner))
        if someone is None:
            return None
        if noun in self.words["spouses"]:
            someone.role = someone.role or noun
        someone.gender = someone.gender or self.words.gender_of(noun)
        return someone.as_person(0.55, "named together with whose relative it is")

    def relative(self, head: Range, noun: str) -> Person | None:
        """Who “his lawyer” or “her mother” is: the only one with that role so far, or the one of the couple whom the text names."""
        if self.lower[head[0]] not in self.words["possessives"] or head[1] - head[0] > _OWNED:
            return None
        bearers = [someone for someone in self._by_role.get(noun, ())[:_FEW] if someone.places[0] < head[0]]
        fitting = [someone for someone in bearers if self._is_relative(someone, noun, self.opens_with(head[0]))]
        if len(fitting) > 1:
            owner = self.he_or_she(head[0], self.opens_with(head[0])).name
            fitting = [someone for someone in fitting if someone.name != owner]
        if len(fitting) == 1:
            someone = fitting[0]
            return someone.as_person(0.6, f"the only {noun} so far")
        if bearers or noun not in self.words["parents"]:
            return None
        couple = [someone for someone in self._first_coupled if someone.places[0] < head[0]]
        parents = [someone for someone in couple if self.gender_of(noun) in (someone.gender, someone.heard)]
        if len(couple) != _TWO or len(parents) != 1:
            return None
        return Person(parents[0].name, parents[0].role, None, 0.5, "named together with the other parent")

    def _is_relative(self, someone: Known, noun: str, gender: str | None) -> bool:
        """Whether somebody is told to be “his mother”, not a mother of two and not hers; a lawyer may be his without a word of it."""
        first = someone.places[0]
        owners = [
            place
            for place in range(max(0, first - _FEW_WORDS), first)
            if self.lower[place] in self.words["possessives"]
        ]
        whose = self.opens_with(owners[-1]) if owners else None
        if gender is not None and whose is not None and whose != gender:
            return False
        role = someone.role_words
        own = owners or any(
            self.owns(place) for place in range(max(0, first - _FEW_WORDS), first + len(someone.parts) + _FEW_WORDS)
        )
        return self.gender_of(noun) is None or (role[-1:] == [noun] and bool(own))

    def relation_in_front(self, place: int) -> Person | None:
        """Who “he” is behind a sentence of the same paragraph that opens with “her husband”: the spouse, or nobody with a name."""
        gender = self.words.pronouns.get(self.lower[place])
        number = self.prose.sentence_number(place) - 1
        if gender is None or number < 0:
            return None
        first, paragraph = self.sentence_starts[number], self.paragraph_of[place]
        far = paragraph - self.paragraph_of[first] - (self.prose.quote_at[self.prose.paragraphs[paragraph][0]] >= 0)
        if self.prose.quote_at[first] >= 0 or far > 0:
            return None
        spoke = self.last is not None and self.last[0] > first
        if spoke or self.opens_with(first) is None or self.words.gender_of(self.lower[first + 1]) != gender:
            return None
        tells = self.tells_of_owner(first, first + 2, place)
        if not (self._is_finite(first + 2) or self.acts_now(first + 2)) or (tells and self.opens_with(first) == gender):
            return None  # “Her mother was a nurse. “I never see her,” she said.”
        noun = self.lower[first + 1]
        return self.spouse((first, first + 2), noun) or Person(None, noun, None, 0.6, "not named")

    @cached_property
    def _couples(self) -> dict[int, Known]:
        """The other of two who are named together with the surname once, by the number of the one."""
        found: dict[int, Known] = {}
        for someone in [someone for someone in self.known if len(someone.parts) > 1]:
            before = someone.places[0] - 2
            other = self.at_place.get(before)
            joined = before >= 0 and self.lower[before + 1] in self.words["name_conjunctions"]
            if joined and other is not None and other is not someone and other.parts[-1] == someone.parts[-1]:
                found[id(someone)], found[id(other)] = other, someone
        return found

    @cached_property
    def _first_coupled(self) -> list[Known]:
        """The first of those who are named in couples, in the order of the text: one more than a couple are."""
        coupled = [someone for someone in self.known if id(someone) in self._couples]
        return sorted(coupled, key=lambda someone: someone.places[0])[: _TWO + 1]
