"""Those whom a text names, gathered over all mentions, with what is told of them: roles, titles, gender."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

import attrs

from newskit.language.lexicon import Lexicon
from newskit.text.name import Name
from newskit.text.prose import Prose, Range

#: A role beside a name has no more tokens than this.
_LONGEST_ROLE = 12
#: An aside behind a name is read no further than this, in tokens.
_LONGEST_ASIDE = 32
#: Of people with the same role no more than this are looked at.
_FEW = 20
#: An age has no more digits than this.
_AGE_DIGITS = 2
#: Marks that end an aside.
_ASIDE_ENDS = frozenset([",", ".", ";", "—", "–", ":", "“", '"'])
#: Marks that stand beside titles: Dr. (Mrs)
_BESIDE_TITLES = frozenset(".()")
#: Marks that end a sentence.
_SENTENCE_ENDS = frozenset(".!?")


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
    gender: str | None = None
    #: The gender of “he” or “she” behind the name in its sentence: less sure than ``gender``, and no sign of a person.
    heard: str | None = None
    person: bool = False
    definite: bool = False
    #: Stands behind “in” or “at” somewhere: rather a place than a person.
    place: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.parts)


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

    def __init__(self, prose: Prose, words: Lexicon, found: list[Name]) -> None:
        self.prose, self.words = prose, words
        self.lower = prose.tokens.lower
        self.known: list[Known] = []
        self.paragraph_begins = {first for first, _ in prose.paragraphs}
        self.begins = {first for first, _ in prose.sentences}
        #: Whose name each token belongs to.
        self.at_place: dict[int, Known] = {}
        self._gather(found)
        self.by_name = {someone.name: someone for someone in self.known}
        self._by_last: dict[str, Known] | None = None

    def _gather(self, found: list[Name]) -> None:
        """Put the mentions of each name together: full names first, then surnames and first names alone."""
        found = self._without_nationality(self._in_small_letters(found))
        full: dict[tuple[str, str], Known] = {}
        by_last: dict[str, list[Known]] = {}
        for name in found:
            if len(name.parts) > 1:
                someone = full.get((name.parts[0], name.last)) or self._longer(by_last.get(name.last, []), name)
                if someone is None:
                    someone = full[name.parts[0], name.last] = self._new(name)
                    by_last.setdefault(name.last, []).append(someone)
                elif len(name.parts) > len(someone.parts):
                    someone.parts = name.parts
                self._note(someone, name)
        by_part: dict[str, list[Known]] = {}
        for parts, someone in full.items():
            if someone.definite and not someone.person:  # the House is not the White House
                continue
            for part in parts:
                same = by_part.setdefault(part[0].upper() + part[1:], [])
                if len(same) < _FEW:
                    same.append(someone)
        self._hear()
        self._gather_single(found, by_part)

    @staticmethod
    def _in_small_letters(found: list[Name]) -> list[Name]:
        """Write a name in capitals as it stands elsewhere: “ANN POE, who has died”, in the headline Ann Poe."""
        usual = {name.text.upper(): name for name in found if len(name.parts) > 1 and not name.text.isupper()}
        return [
            name._replace(parts=usual[name.text].parts, last=usual[name.text].last) if name.text in usual else name
            for name in found
        ]

    def _without_nationality(self, found: list[Name]) -> list[Name]:
        """Take “the American” off a name whose last word stands alone elsewhere: the American Ann Poe, later Poe."""
        alone = {name.parts[0] for name in found if len(name.parts) == 1 and not name.definite}
        return [
            name._replace(parts=name.parts[1:], name=(name.name[0] + 1, name.name[1]), definite=False)
            if len(name.parts) > 2 and name.parts[0].lower() in self.words["demonyms"] and name.last in alone
            else name
            for name in found
        ]

    def _hear(self) -> None:
        """Note which pronoun follows a name in a sentence that names nobody else."""
        votes: dict[int, set[str]] = {}
        words, quote_at = self.words, self.prose.quote_at
        owners = words["female_owners"]
        told = words["male_subjects"] | words["female_subjects"] | owners | words["pronouns"]
        places = [
            place
            for place, word in enumerate(self.lower)
            if (word in told or place in self.at_place) and quote_at[place] < 0
        ]
        begins = [bisect_left(places, first) for first, _ in self.prose.sentences]
        for begin, behind in pairwise([*begins, len(places)]):
            named: Known | None = None
            for place in places[begin:behind]:
                someone = self.at_place.get(place)
                if someone is not None and (named is None or not someone.definite):
                    if named is not None and named is not someone:
                        break
                    named = someone
                elif named is None and self.lower[place] in told:
                    break
                elif named is not None:
                    gender = self.opens_with(place)
                    subject = self.lower[place] in self.words["clause_subjects"]  # “his” may be somebody else's
                    if gender is not None and subject:
                        votes.setdefault(id(named), set()).add(gender)
        for someone in self.known:
            heard = votes.get(id(someone), set())
            if len(heard) == 1:
                (someone.heard,) = heard

    def opens_with(self, place: int) -> str | None:
        """The gender of “he”, “his”, “she” or “her”."""
        word = self.lower[place]
        if word in self.words["male_subjects"]:
            return "male"
        female = word in self.words["female_subjects"] or word in self.words["female_owners"]
        return "female" if female else None

    def _gather_single(self, found: list[Name], by_part: dict[str, list[Known]]) -> None:
        """Give names of one word to the full names that they are part of; a word that opens a sentence may be no name."""
        sure = {name.parts[0] for name in found if len(name.parts) == 1 and not name.opens}
        single: dict[str, Known] = {}
        for name in found:
            if len(name.parts) > 1:
                continue
            word = name.parts[0]
            someone = self._nearest(by_part.get(word, []), name) or single.get(word)
            if someone is None and (word in sure or name.person or not name.opens):
                someone = single[word] = self._new(name)
            if someone is not None:
                self._note(someone, name)

    def _longer(self, candidates: list[Known], name: Name) -> Known | None:
        """Whoever has a longer name with this one at its end: Peadar Ó Sé for “Mr Ó Sé”."""
        for someone in candidates[:_FEW]:
            ending = someone.parts[-len(name.parts) :]
            if ending == name.parts or (ending[1:] == name.parts[1:] and ending[0] == name.parts[0].lower()):
                return someone
        return None

    def _new(self, name: Name) -> Known:
        self.known.append(Known(name.parts))
        return self.known[-1]

    def _nearest(self, candidates: list[Known], name: Name) -> Known | None:
        """Of several with the same surname, the one whose name stood there last; a title's gender must fit."""
        fitting = [
            someone
            for someone in candidates
            if not name.gender or (someone.gender or someone.heard or name.gender) == name.gender
        ]
        if not fitting:
            return None
        if name.gender:
            told = [someone for someone in fitting if name.gender in (someone.gender, someone.heard)]
            fitting = told or fitting
        at = name.name[0]

        def distance(someone: Known) -> tuple[int, int]:
            number = bisect_right(someone.places, at)
            return (0, at - someone.places[number - 1]) if number else (1, someone.places[0] - at)

        return min(fitting, key=distance)

    def _note(self, someone: Known, name: Name) -> None:
        if len(name.parts) == len(someone.parts) or len(name.parts) > 1 or not someone.places:
            someone.places.append(name.name[0])
        someone.mentions += 1
        for place in range(*name.name):
            self.at_place[place] = someone
        if name.role and someone.role is None:
            someone.role = self.text_of((name.role[0], self.without_titles(*name.role)))
        if someone.role is None or self._only_titles(name):
            before = self._told_before(name)
            someone.before = someone.before or before
            behind = self._told_behind(name, someone)
            someone.role = before or behind or someone.role
        someone.gender = someone.gender or name.gender or self._gender_of_role(name.role) or self._gender_before(name)
        someone.person = someone.person or name.person or self._lives(name)
        someone.definite = someone.definite or name.definite
        before = self.lower[name.name[0] - 1] if name.name[0] else ""
        someone.place = someone.place or before in self.words["places_in"]

    def _lives(self, name: Name) -> bool:
        """Whether an age or “who” stands behind a name of several words: “Ann Poe, 61,”, “Ann Poe, who”."""
        comma = name.name[1]
        if len(name.parts) < 2 or name.definite or self.lower[comma : comma + 1] != [","]:
            return False
        word = self.lower[comma + 1]
        return word in self.words["personal_relatives"] or (word.isdigit() and len(word) <= _AGE_DIGITS)

    def _only_titles(self, name: Name) -> bool:
        """Whether what stands in front of a name is a title at most: “Chief”, “Supt.”."""
        return name.role is not None and all(
            self.lower[place] == "." or self.lower[place] in self.words.titles for place in range(*name.role)
        )

    def _told_behind(self, name: Name, someone: Known) -> str | None:
        """The role in an aside behind a name, wherever it stands: “Dan Poe, a baker, was …”."""
        at = self._behind_postnominals(name.name[1])
        if self.lower[at + 1 : at + 2] and self.lower[at + 1] in self.words["postnominals"]:  # “Ann Poe, SJ, a teacher”
            at = self._behind_postnominals(at + 1)
        if at + 2 >= len(self.lower) or self.lower[at] != "," or len(someone.parts) == 1:
            return None
        end = self._aside_end(at)
        others = end + 1 < len(self.lower) and self.lower[end] == "," and self.prose.tokens.words[end + 1][0].isupper()
        if others and len(name.parts) == 1:  # “for Ms. Poe, the head of the school, Ann Lee, …”
            return None
        if end < len(self.lower) and self.lower[at + 1].isdigit() and self.lower[end] == ",":
            at, end = end, self._aside_end(end)
        if end == at + 1 or end >= len(self.lower) or self.prose.tokens.words[at + 1][0].isupper():
            return None
        return self.aside_role((at + 1, end))

    def _behind_postnominals(self, at: int) -> int:
        while at < len(self.lower) and self.lower[at] in self.words["postnominals"]:
            at += 1
        return at

    def _aside_end(self, comma: int) -> int:
        """Where the aside behind a comma ends, or is long enough."""
        end, longest = comma + 1, min(len(self.lower), comma + _LONGEST_ASIDE)
        while end < longest and self.lower[end] not in _ASIDE_ENDS and end not in self.paragraph_begins:
            end += 1
        return end

    def _told_before(self, name: Name) -> str | None:
        """The role in front of a name between commas: “Her brother, Max Poe, was …”."""
        comma, behind = name.name[0] - 1, name.name[1]
        while comma > 0 and (self.lower[comma] in _BESIDE_TITLES or self.lower[comma] in self.words.titles):
            comma -= 1
        if comma < 1 or self.lower[comma] != ",":
            return None
        if behind < len(self.lower) and not self._breaks_off(behind):
            return None
        begin = self._phrase_begin(comma)
        head = begin
        while head < comma and self.lower[head] not in self.words["prepositions"]:
            head += 1
        told = begin == 0 or begin in self.begins or self.lower[begin - 1] in self.words["determiners"]
        return (
            self.text_of((begin, comma))
            if told and begin < head and self.lower[head - 1] in self.words.role_nouns
            else None
        )

    def _phrase_begin(self, comma: int) -> int:
        """Where the words in front of a comma begin that may be a role: behind an article, or with their sentence."""
        begin, article = comma, comma
        while begin > 0 and comma - begin < _LONGEST_ROLE and begin not in self.begins:
            word = self.lower[begin - 1]
            if self.prose.quote_at[begin - 1] >= 0 or not (word[0].isalnum() or word in "’'&-/"):
                break
            if self._is_finite(begin - 1):
                break
            if word in self.words["determiners"]:
                article = begin
                if begin - 1 in self.begins or self.lower[begin - 2] not in self.words["prepositions"]:
                    return begin
            begin -= 1
        return begin if begin in self.begins else article

    def _is_finite(self, place: int) -> bool:
        """Whether a word may be the verb of a sentence, by its form: “said”, “was”; not “state”."""
        word = self.lower[place]
        form = self.words.forms.get(word)
        return (
            (form is not None and form.shape in ("past", "third") and word not in self.words.role_nouns)
            or word in self.words["auxiliaries"]
            or word in self.words["past_forms"]
        )

    def _breaks_off(self, place: int) -> bool:
        """Whether a name ends with its phrase: a mark or a verb stands behind it."""
        return not self.lower[place][0].isalnum() or self._is_verb(place)

    def _is_verb(self, place: int) -> bool:
        word = self.lower[place]
        return (
            (word in self.words.forms and word not in self.words.role_nouns)
            or word in self.words["auxiliaries"]
            or word in self.words["past_forms"]
            or word.endswith(self.words.endings["past"])
        )

    def _gender_before(self, name: Name) -> str | None:
        """The gender of “his granddaughter, the photographer” in front of a name."""
        for place in range(name.name[0] - 1, max(0, name.name[0] - _LONGEST_ROLE // 2), -1):
            if self.lower[place] == ",":
                return self.gender_of(self.lower[place - 1])
            if not self.lower[place][0].isalpha():
                break
        return None

    def _gender_of_role(self, role: Range | None) -> str | None:
        return self.gender_of(self.text_of(role)) if role else None

    def without_titles(self, begin: int, end: int) -> int:
        """Where a role ends if titles stand behind it: “audiologist Dr.”; its own end if it is all titles."""
        stop = end
        while stop > begin and (self.lower[stop - 1] == "." or self.lower[stop - 1] in self.words["honorifics"]):
            stop -= 1
        short = stop > begin + 1 and self.lower[stop : stop + 1] == ["."] and self.lower[stop - 1] in self.words.titles
        if short and self.lower[stop - 2] in self.words.role_nouns:  # “spokesman Cdr.”
            return stop - 1
        ranked = stop - 2 >= begin and self.lower[stop - 1] in self.words["ranks"]
        noun = self.lower[stop - 2]
        if ranked and noun in self.words.role_nouns and noun not in self.words.titles:  # “spokesperson Captain”
            return stop - 1
        titled = any(self.lower[place] != "." for place in range(stop, end))
        return stop if begin < stop and titled else end

    def text_of(self, tokens: Range) -> str:
        return " ".join(self.prose.of(tokens).split())

    @cached_property
    def theme(self) -> Known | None:
        """The person whom the text names most, the first of equals."""
        named = [someone for someone in self.known if len(someone.parts) > 1]
        named = [someone for someone in named if self.is_told(someone)] or named
        return max(named, key=lambda someone: (someone.mentions, -someone.places[0]), default=None)

    def aside_role(self, aside: Range) -> str | None:
        """The role in “, a nurse who works there”."""
        at, end = aside
        while at < end and (self.lower[at].isdigit() or self.lower[at] == ","):
            at += 1
        if at < end and (self.lower[at] in self.words["relatives"] or self.lower[at] in self.words["conjunctions"]):
            return None
        begin = at
        while at < end and self.lower[at] in self.words["determiners"]:
            at += 1
        leads = at + 1 < end and self.lower[at] in self.words["prepositions"]
        if leads and self.lower[at + 1] not in self.words.role_nouns:  # “both of whom”, “along with Judge Ann Poe”
            return None
        stop = at
        while stop < end and not self._ends_role(stop) and self.lower[stop] not in (",", "("):
            stop += 1
        if stop == at or stop - at > _LONGEST_ASIDE or any(self._says(place) for place in range(at, stop)):
            return None
        if begin == at < end and self._is_verb(at) and self.lower[at] not in self.words["role_modifiers"]:
            return None
        named = any(
            word in self.words.role_nouns or word.endswith(self.words.endings["age"]) for word in self.lower[at:stop]
        )
        told = begin < at and self.prose.tokens.words[at].islower() and self.lower[at] not in self.words["times"]
        short = self.prose.tokens.words[stop - 1].islower() and stop - at <= 4
        one = self.lower[begin] in self.words["articles"] and self.lower[at] not in self.words["comments"]
        return self.text_of((at, stop)) if named or (told and (short or one)) else None

    def _ends_role(self, place: int) -> bool:
        """Whether a word begins what only describes further: “a nurse who …”, “the agent charged with …”."""
        word = self.lower[place]
        charged = word in self.words.forms and self.lower[place - 1] in self.words.role_nouns
        return word in self.words["participles_of_role"] or (charged and word.endswith(self.words.endings["past"]))

    def _says(self, place: int) -> bool:
        """Whether a verb stands here that says something: “coast guard says”."""
        form = self.words.forms.get(self.lower[place])
        says = form is not None and "speech" in form.frames and form.shape in ("past", "third")
        return says or self.lower[place] in self.words["auxiliaries"]

    def institution_called(self, noun: str, place: int) -> Known | None:
        """The institution with a noun in its name that the text named first: the commission, the Harbour Commission."""
        if self._by_last is None:
            self._by_last = {}
            for someone in self.known:
                if len(someone.parts) > 1 and not someone.person:
                    self._by_last.setdefault(someone.parts[-1].lower(), someone)
        for last in (noun, *self.words.institution_words.get(noun, ())):
            found = self._by_last.get(last)
            if found is not None and found.places[0] < place:
                return found
        return None

    def institution_before(self, place: int) -> Known | None:
        """The institution that a text named most before a place; None where it named none, or two as often."""
        named = [
            (sum(at < place for at in someone.places[:_FEW]), someone)
            for someone in self._institutions
            if someone.places[0] < place
        ]
        most = max((count for count, _ in named), default=0)
        first = [someone for count, someone in named if count == most]
        return first[0] if first else None

    @cached_property
    def _institutions(self) -> list[Known]:
        """Those in the text that open a sentence and are no persons, the first of them."""
        return [
            someone
            for someone in self.known
            if not (someone.person or someone.gender or someone.role)
            and any(place in self.begins or place - 1 in self.begins for place in someone.places[:_FEW])
        ][:_FEW]

    def with_role(self, noun: str, place: int) -> Known | None:
        """Whoever of those with that noun in their role was named for the first time last before a place."""
        before = [someone for someone in self._by_role.get(noun, ())[:_FEW] if someone.places[0] < place]
        return before[-1] if before else None

    @cached_property
    def _by_role(self) -> dict[str, list[Known]]:
        """Those whose role is told, by each word of it."""
        found: dict[str, list[Known]] = {}
        for someone in self.known:
            for word in (someone.role or "").lower().replace(".", "").split():
                for told in (word, *self.words.role_abbreviations.get(word, ())):
                    found.setdefault(told, []).append(someone)
        return found

    @staticmethod
    def is_told(someone: Known) -> bool:
        """Whether a title, a role or a pronoun tells that a name is a person’s."""
        return bool(someone.person or someone.role or someone.gender or someone.heard)

    def is_somebody(self, someone: Known) -> bool:
        """Whether something tells, or nothing speaks against it, that a name is a person’s."""
        return self.is_told(someone) or (len(someone.parts) > 1 and not someone.definite and not someone.place)

    def is_institution(self, someone: Known) -> bool:
        """Whether the last word of a name says that it is no person’s: “Harbour Council”."""
        return len(someone.parts) > 1 and self.words.names_institution(someone.parts[-1].lower())

    def owns(self, place: int) -> bool:
        return self.lower[place].endswith(self.words.endings["possessive"]) or self.lower[place] in ("’", "'")

    def known_as(self, name: str | None) -> Known | None:
        return self.by_name.get(name) if name else None

    def gender_of(self, role: str) -> str | None:
        return next(filter(None, map(self.words.gender_of, role.lower().split())), None)
