"""Those whom a text names, gathered over all mentions, with what is told of them: roles, titles, gender."""

from functools import cached_property

import attrs

from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: The short form of a role or of an institution's name has so many letters at least, and at most.
SHORTEST, LONGEST_SHORT = 2, 6
#: Lists of words that have no letter in an acronym.
_SMALL = ("prepositions", "conjunctions", "determiners")
#: A death is told this near, in tokens, behind one of the first places of a name.
_NEAR, _FEW_PLACES = 40, 3
#: A text is about somebody whom it names so often.
_OFTEN = 3
#: Of those whom a text names no more than this are looked at for a death.
_MANY = 200
#: A pronoun looks back no further than this, in tokens.
FAR = 400
#: “By” stands this near behind “cross-examined”, and the name this near behind “by”, in tokens.
_NEAR_BY, _NEAR_NAME = 5, 10
#: Of people with the same role no more than this are looked at.
_FEW = 20


@attrs.define
class Known:
    """Somebody whom the text names, gathered over all mentions."""

    parts: tuple[str, ...]
    #: Where the full name stands, in order.
    places: list[int] = attrs.field(factory=list)
    mentions: int = 0
    role: str | None = None
    #: The role in front of the name between commas, where one stands there: it counts for more than one behind the name.
    before: str | None = None
    #: The role is told in the headline so far: one in the article itself counts for more.
    headlined: bool = False
    gender: str | None = None
    #: The gender of the first name, else of “he” or “she” near the name: less sure than ``gender``.
    heard: str | None = None
    person: bool = False
    definite: bool = False
    #: Stands behind “in” or “at” somewhere: rather a place than a person.
    place: bool = False
    #: What an institution is, as written beside its name: “campaign group” of the campaign group Save Holle.
    kind: str | None = None
    #: Has a director or is called a group somewhere: no person where nothing else tells of one.
    body: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.parts)

    @property
    def noun(self) -> str:
        """The word in an institution's name that says what it is: Council in Harbour Council, Department in Department for Learning."""
        link = next((at for at, part in enumerate(self.parts) if at and part.islower()), len(self.parts))
        return self.parts[link - 1].lower()

    def as_person(self, confidence: float, reason: str) -> "Person":
        """Whom a mention stands for, found so surely and for that reason, with their role so far."""
        return Person(self.name, self.role, None, confidence, reason)


@attrs.frozen
class Person:
    """What is known of whoever a mention stands for."""

    #: None where the mention leads to nobody.
    name: str | None
    role: str | None = None
    affiliation: str | None = None
    confidence: float = 0.5
    reason: str = ""
    #: Who said it together with them: Tom Reed in “Ada Moss and Tom Reed”.
    also: "tuple[Person, ...]" = ()


class Roster:
    """Everybody whom a text names. A place of the text belongs to at most one of them."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower = prose.tokens.lower
        self.paragraph_begins, self.begins = prose.paragraph_begins, prose.begins
        self.sentence_starts, self.paragraph_of = prose.sentence_starts, prose.paragraph_of
        self.known: list[Known] = []
        #: Whose name each token belongs to.
        self.at_place: dict[int, Known] = {}
        #: The role in front of a name that each token belongs to.
        self.role_at: dict[int, Range] = {}

    @cached_property
    def by_name(self) -> dict[str, Known]:
        """Everybody by their name."""
        return {someone.name: someone for someone in self.known}

    def opens_with(self, place: int) -> str | None:
        """The gender of “he”, “his”, “she” or “her”."""
        word = self.lower[place]
        if word in self.words["male_subjects"]:
            return "male"
        female = word in self.words["female_subjects"] or word in self.words["female_owners"]
        return "female" if female else None

    @cached_property
    def theme(self) -> Known | None:
        """The person whom the text names most, the first of equals."""
        named = [someone for someone in self.known if len(someone.parts) > 1]
        named = [someone for someone in named if self.is_told(someone)] or named
        return max(named, key=lambda someone: (someone.mentions, -someone.places[0]), default=None)

    def with_role(self, noun: str, place: int) -> Known | None:
        """Whoever of those with that noun in their role was named for the first time last before a place."""
        before = [someone for someone in self._by_role.get(noun, ())[:_FEW] if someone.places[0] < place]
        return before[-1] if before else None

    @cached_property
    def _by_role(self) -> dict[str, list[Known]]:
        """Those whose role is told, by each word of it."""
        found: dict[str, list[Known]] = {}
        for someone in self.known:
            role = someone.role
            if not role:
                continue
            for word in role.lower().replace(".", "").split():
                for told in (word, *self.words.role_abbreviations.get(word, ())):
                    found.setdefault(told, []).append(someone)
            for short in self.short_forms(role):
                found.setdefault(short, []).append(someone)
        return found

    def short_forms(self, role: str) -> set[str]:
        """What a role may be called for short, in small letters: “dcp” of “Deputy Commissioner of Police”."""
        told = [word.strip("().,") for word in role.lower().replace("-", " ").split()]
        told = [word for word in told if word and word not in self.words[_SMALL]]
        letters = "".join(word[0] for word in told)
        found = {
            letters[begin:end]
            for begin in range(len(letters))
            for end in range(begin + SHORTEST, min(begin + LONGEST_SHORT, len(letters)) + 1)
        }
        whole = " ".join(told)
        return found | {
            short for short, roles in self.words.short_roles.items() if any(name in whole for name in roles)
        }

    @staticmethod
    def is_told(someone: Known) -> bool:
        """Whether a title, a role or a pronoun tells that a name is a person’s."""
        return bool(someone.person or someone.role or someone.gender or someone.heard)

    def is_somebody(self, someone: Known) -> bool:
        """Whether something tells, or nothing speaks against it, that a name is a person’s."""
        return self.is_told(someone) or (len(someone.parts) > 1 and not someone.definite and not someone.place)

    def may_be_institution(self, someone: Known) -> bool:
        """Whether nothing tells that a name is a person's or a place's."""
        return not (self.is_told(someone) or someone.place)

    def is_institution(self, someone: Known) -> bool:
        """Whether the last word of a name says that it is no person’s, “Harbour Council”, or what stands beside it."""
        if someone.body and not self.is_told(someone):
            return True
        named = self.words.names_institution(someone.noun) or someone.noun in self.words["papers"]
        return len(someone.parts) > 1 and named

    def owns(self, place: int) -> bool:
        return self.lower[place].endswith(self.words.endings["possessive"]) or self.lower[place] in ("’", "'")

    def known_as(self, name: str | None) -> Known | None:
        return self.by_name.get(name) if name else None

    def paragraph_begin(self, place: int) -> int:
        """Where the paragraph of a token begins."""
        return self.prose.paragraphs[self.paragraph_of[place]][0]

    def named_between(self, first: int, last: int) -> list[int]:
        """The places of names between two tokens, the narrator's only."""
        return [
            at
            for at in range(max(first, last - FAR), last)
            if at in self.at_place
            and self.prose.quote_at[at] < 0
            and self.at_place.get(at - 1) is not self.at_place[at]
        ]

    @cached_property
    def examiners(self) -> dict[str, set[int]]:
        """Who asks others questions, by name, and where: “Cross-examined by Ann Poe, he”, “under questioning from Ann Poe”."""
        found: dict[str, set[int]] = {}
        examined = self.prose.tokens.places_of(self.words["examined"])
        for at in (at for at in examined if self.prose.quote_at[at] < 0):
            by = next(
                (
                    n
                    for n in range(at + 1, min(at + _NEAR_BY, len(self.lower)))
                    if self.lower[n] in self.words["signers"]
                ),
                None,
            )
            named = self.named_between(by + 1, min(by + _NEAR_NAME, len(self.lower))) if by is not None else []
            if named and self.is_somebody(self.at_place[named[0]]):
                found.setdefault(self.at_place[named[0]].name, set()).add(named[0])
        return found

    def _presses(self, place: int) -> Known | None:
        """Who asks somebody in front of a place in the same sentence: “Pressed by Ann Poe, she”."""
        first = self.prose.sentence_at(place)[0]
        for at in self.named_between(first, place):
            if self.presses_at(at):
                return self.at_place[at]
        return None

    def presses_at(self, place: int) -> bool:
        """Whether a name that begins here is only who asks somebody else: “Pressed by Ann Poe, she”."""
        return place in self.examiners.get(self.at_place[place].name, ())

    @cached_property
    def protagonist(self) -> Known | None:
        """The person whom a text names first and far more often than anybody else; None in most texts."""
        people = [someone for someone in self.known if len(someone.parts) > 1 and self.is_somebody(someone)]
        people = [someone for someone in people if self.is_told(someone)] or people
        first = min(people, key=lambda someone: someone.places[0], default=None)
        if first is None or first is not self.theme or first.mentions < _OFTEN:
            return None
        return first if all(2 * other.mentions <= first.mentions for other in people if other is not first) else None

    @cached_property
    def about(self) -> Known | None:
        """The person whose death an obituary tells of near their name; None in any other text."""
        most = max((someone.mentions for someone in self.known if len(someone.parts) > 1), default=0)
        for someone in self.known[:_MANY]:
            named = len(someone.parts) > 1 and self.is_somebody(someone) and someone.mentions in (most, most - 1)
            for at in someone.places[:_FEW_PLACES] if named else ():
                end = self.prose.sentence_at(at)[1]
                if any(self._tells_death(place, someone) for place in range(at + 1, min(at + _NEAR, end))):
                    return someone
        return None

    def _tells_death(self, place: int, someone: Known) -> bool:
        """Whether a death is told here of somebody themselves: “Ann Poe, who has died”, not “says her husband died”."""
        if self.lower[place] not in self.words["deaths"]:
            return False
        before = self.lower[place - 1]
        told = before in self.words["auxiliaries", "personal_relatives", "clause_subjects"]
        return told or before == "," or self.at_place.get(place - 1) is someone or self.words.is_adverb(before)
