"""Those whom a text names, gathered over all mentions, with what is told of them: roles, titles, gender."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from operator import itemgetter

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
#: Whoever meets somebody says “I” or asks in their own words so often, and “she” or “her” is said of her so often.
_MEETS, _TOLD_OF = 2, 4
#: A profile has so many “says” and “recalls”, and not more of “said”.
_NOW = 4
#: A name that stands alone in its paragraph, “By Ann Poe”, has no more words beside it than this.
_BYLINE = 2
#: “She said” at the end of a sentence has no more tokens than this, and what is said in front of it no fewer.
_ENDS = 7
#: What somebody says in marks has so many tokens, rather than a word or two cited.
_WHOLE = 5


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
    #: The role stands right in front of the name and is more than a courtesy: it counts for more than an aside further on.
    fronted: bool = False
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
    #: The words that join two of a name before its noun: “and” in Fire and Rescue Service.
    joins: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return " ".join(self.parts)

    @property
    def noun(self) -> str:
        """The word in an institution's name that says what it is: Council in Harbour Council, Department in Department for Learning."""
        link = next(
            (at for at, part in enumerate(self.parts) if at and part.islower() and part not in self.joins),
            len(self.parts),
        )
        return self.parts[link - 1].lower()

    @property
    def role_words(self) -> list[str]:
        """The words of the role in small letters; none where there is no role."""
        return (self.role or "").lower().split()

    def may_be(self, gender: str | None) -> bool:
        """Whether nothing that is told of somebody speaks against a gender; None is none in particular."""
        return gender is None or (self.gender or self.heard or gender) == gender

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
        body = bool(someone.kind or someone.body)  # “from Sund Gas, a Danish firm”
        return not self.is_told(someone) and (body or not someone.place)

    def is_institution(self, someone: Known) -> bool:
        """Whether the last word of a name says that it is no person’s, “Harbour Council”, or what stands beside it."""
        sure = someone.person or someone.role or someone.gender
        if (someone.kind and not sure) or (someone.body and not self.is_told(someone)):
            return True
        named = self.words.names_institution(someone.noun) or someone.noun in self.words["papers"]
        firm = someone.noun in self.words["firm_words"] and not (someone.person or someone.gender or someone.role)
        firm = firm and someone.parts[0].lower() not in self.words.given_names
        return len(someone.parts) > 1 and (named or firm)

    def is_constituency(self, someone: Known) -> bool:
        """Whether a name is whom somebody else sits for: “Senator Ann Poe (Holle East)”."""
        at = someone.places[0]
        return at > 1 and self.lower[at - 1] == "(" and at - 2 in self.at_place and not self.is_told(someone)

    def acts_now(self, place: int) -> bool:
        """Whether a word may be the verb of a sentence in the present, by its form: “rolls”; not “across”."""
        word = self.prose.tokens.words[place]
        return word.islower() and self.words.is_plural(word) and word not in self.words["prepositions"]

    def tells_of_owner(self, first: int, verb: int, place: int) -> bool:
        """Whether “her mother”, with whom a sentence opens, is told of for her sake up to a pronoun: “Her mother was a nurse.”.

        The sentence says what they are or were, or stands in the paragraph before.
        """
        return self.lower[verb] in self.words["auxiliaries"] or self.paragraph_of[first] != self.paragraph_of[place]

    def owns(self, place: int) -> bool:
        return self.lower[place].endswith(self.words.endings["possessive"]) or self.lower[place] in ("’", "'")

    def names_owner(self, place: int) -> bool:
        """Whether the name that begins here is in the genitive."""
        someone = self.at_place[place]
        while self.at_place.get(place + 1) is someone:
            place += 1
        return self.owns(place)

    def known_as(self, name: str | None) -> Known | None:
        return self.by_name.get(name) if name else None

    def paragraph_begin(self, place: int) -> int:
        """Where the paragraph of a token begins."""
        return self.prose.paragraphs[self.paragraph_of[place]][0]

    def sentence_in_front(self, place: int) -> Range | None:
        """The sentence right before that of a token, in the same paragraph."""
        number = self.prose.sentence_number(place) - 1
        if number < 0 or self.paragraph_of[self.sentence_starts[number]] != self.paragraph_of[place]:
            return None
        return self.prose.sentences[number]

    def name_end(self, someone: Known, place: int) -> int:
        """Where somebody's name ends that begins at a token."""
        while self.at_place.get(place) is someone:
            place += 1
        return place

    def named_between(self, first: int, last: int) -> list[int]:
        """The places of names between two tokens, the narrator's only."""
        begins = self._name_begins
        return begins[bisect_left(begins, max(first, last - FAR)) : bisect_left(begins, last)]

    @cached_property
    def _name_begins(self) -> list[int]:
        """Where the names of the narrator's words begin, in order, once all of them are gathered."""
        return [
            at
            for at, someone in sorted(self.at_place.items(), key=itemgetter(0))
            if self.prose.quote_at[at] < 0 and self.at_place.get(at - 1) is not someone
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
        """Whether a name that begins here is only who asks somebody else: “Pressed by Ann Poe, she”, later “Poe put it to her”."""
        someone = self.at_place[place]
        behind = self.name_end(someone, place)
        asked = self.examiners.get(someone.name)
        puts = behind < len(self.lower) and self.lower[behind] in self.words["putting"]
        return asked is not None and (place in asked or puts)

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
    def hero(self) -> Known | None:
        """Whom an obituary, an interview or a profile is about; None in most texts."""
        return self.about or self.visited or self.protagonist

    @cached_property
    def visited(self) -> Known | None:
        """Whom a narrator meets who says “I”, asks in their own words or tells it as it happens: the first with a full name.

        Most pronouns are theirs.
        """
        told = Counter(self.prose.narrated_words())
        meets = _count(told, self.words["narrator_words"] | {"?"}) >= _MEETS
        now, then = (_count(told, self.words[name]) for name in ("present_speech", "past_speech"))
        if not meets and (now < _NOW or then > now):
            return None
        people = [someone for someone in self.known if len(someone.parts) > 1 and not someone.definite]
        people = [one for one in people if self.is_told(one) or (one.mentions > 1 and not one.place)]
        people = [one for one in people if not (self.is_institution(one) or self._stands_alone(one))]
        first = min(people, key=lambda someone: someone.places[0], default=None)
        if not meets and first is not self.protagonist:
            return None
        female, male = (
            _count(told, [word for word, kind in self.words.pronouns.items() if kind == gender])
            for gender in ("female", "male")
        )
        most, count = max(("female", female), ("male", male), key=itemgetter(1))
        if first is None or count < _TOLD_OF or (first.gender or first.heard or most) != most:
            return None
        first.heard = first.heard or most
        return first

    def _stands_alone(self, someone: Known) -> bool:
        """Whether a name is first a paragraph of its own: “By Ann Poe”."""
        begin, end = self.prose.paragraphs[self.paragraph_of[someone.places[0]]]
        return end - begin <= len(someone.parts) + _BYLINE

    def is_rather_hero(self, someone: Known, place: int, gender: str | None) -> bool:
        """Whether a pronoun is whom the text is about rather than somebody else of whom nothing tells that they are a “she” too.

        “Her agent, Kim Poe, told her to stop.” “I smiled,” she says.
        """
        if someone is self.hero or not self._may_be_hero(place, gender):
            return False
        first = max(0, place - FAR)
        own = (n for n in range(place - 1, first, -1) if self.at_place.get(n) is someone and self.prose.quote_at[n] < 0)
        at = next(own, None)
        if someone.gender or someone.heard:  # “Luc Poe said so. Does it hurt? He laughs.”
            return at is not None and self.hero is self.visited and self._narrator_asks(at, place)
        return at is not None and self.returns_to_hero(at, place, gender)

    def _may_be_hero(self, place: int, gender: str | None) -> bool:
        """Whether a pronoun may be whom the text is about."""
        hero = self.hero
        return (
            hero is not None and gender in (hero.gender, hero.heard) and gender is not None and hero.places[0] < place
        )

    def returns_to_hero(self, at: int, place: int, gender: str | None) -> bool:
        """Whether a pronoun leads back to whom the text is about, behind somebody else told of at the token ``at``."""
        if not self._may_be_hero(place, gender):
            return False
        if self.paragraph_of[at] != self.paragraph_of[place] and self.hero is not self.protagonist_only:
            next_one = self.paragraph_of[place] - self.paragraph_of[at] == 1
            goes_on = next_one and self.prose.quote_at[self.paragraph_begin(place)] >= 0
            return not (goes_on and self._says_whole(self.paragraph_of[at]))
        asks = self._narrator_asks(at, place)
        return asks or self.does_to_hero(at, place, gender) or self.tells_of_other(place, gender)

    def _narrator_asks(self, at: int, place: int) -> bool:
        """Whether the narrator asks something between two tokens, or says “I”."""
        between = (self.lower[n] for n in range(max(at, place - FAR), place) if self.prose.quote_at[n] < 0)
        return any(word == "?" or word in self.words["narrator"] for word in between)

    @cached_property
    def protagonist_only(self) -> Known | None:
        """Whom a report tells most of, that is neither an interview nor an obituary."""
        return None if self.about or self.visited else self.protagonist

    def _says_whole(self, paragraph: int) -> bool:
        """Whether somebody says a whole sentence in marks in a paragraph."""
        first, end = self.prose.paragraphs[paragraph]
        for number in {self.prose.quote_at[at] for at in range(max(first, end - FAR), end)} - {-1}:
            begin, stop = self.prose.quote_tokens[number]
            if stop - begin >= _WHOLE and self.prose.tokens.words[min(begin + 1, stop - 1)][0].isupper():
                return True
        return False

    def does_to_hero(self, at: int, place: int, gender: str | None) -> bool:
        """Whether something is done to “him” or “her” between somebody and a pronoun in their sentence: “advised her to stop”."""
        end = min(self.prose.sentence_at(at)[1], place - 1, at + FAR)
        own = next((n for n in range(at, end) if self.at_place.get(n) is self.hero), end)  # not “until Rask told her”
        return any(self.words.pronouns.get(self.lower[n]) == gender and self.is_object(n) for n in range(at, own))

    def is_object(self, place: int) -> bool:
        """Whether “him” or “her” stands here in the narrator's words, and not “her” in front of what is hers."""
        word, behind = self.lower[place], self.lower[place + 1 : place + 2]
        if self.prose.quote_at[place] >= 0 or word not in self.words["hearers"] or not behind:
            return False
        small = self.prose.tokens.words[place + 1].islower() and self.prose.quote_at[place + 1] < 0
        return word not in self.words["female_owners"] or not small or behind[0] in self.words["behind_hearers"]

    def is_told_of(self, someone: Known, place: int) -> bool:
        """Whether “she said” at the end of a sentence cannot be whom what she says begins with: “Poe is a star, she said.”."""
        first, end = self.prose.sentence_at(place)
        if first in self.role_at:  # “Bench coach Dan Poe talked him out of it, he said.”
            first = min(self.role_at[first][1], place)
        if end - place > _ENDS or place - first < _ENDS or self.at_place.get(first) is not someone:
            return False
        behind = self.name_end(someone, first)
        goes_on = self.lower[behind][0].isalnum() and not self.owns(behind - 1)
        return goes_on and (self.lower[place - 1] == "," or self.prose.quote_at[place - 1] >= 0)

    def quote_beside(self, place: int) -> Range | None:
        """The marks right in front of “she said”, else the next in its sentence."""
        before = next((n for n in (place - 1, place - 2) if n >= 0 and self.prose.quote_at[n] >= 0), None)
        if before is None:
            end = self.prose.sentence_at(place)[1]
            before = next((n for n in range(place, min(end, place + FAR)) if self.prose.quote_at[n] >= 0), None)
        return self.prose.quote_tokens[self.prose.quote_at[before]] if before is not None else None

    def tells_of_other(self, place: int, gender: str | None) -> bool:
        """Whether what “she” says tells of a “he” and of no other woman, or what she told somebody: whoever was told of right before is that."""
        quote = self.quote_beside(place)
        tokens = self.lower[quote[0] : min(quote[1], quote[0] + FAR)] if quote else []
        said = {self.words.pronouns.get(word) for word in tokens}
        opening = tokens[1:3]  # “I told him to wait,” she says
        if opening[:1] and opening[0] in self.words["narrator"] and opening[-1] in self.words["past_speech"]:
            return True
        return gender not in said and not said.isdisjoint({"female", "male"})

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


def _count(told: Counter[str], words: Iterable[str]) -> int:
    """How often a text says one of some words."""
    return sum(map(told.__getitem__, told.keys() & words))
