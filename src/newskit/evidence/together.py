"""Several who are named in one mention: “Ada Moss and her lawyer, Tom Reed”, “both the mayor and the fire chief”."""

from bisect import bisect_left
from functools import cached_property

from newskit.evidence.described import Described
from newskit.evidence.known import Known
from newskit.evidence.pronouns import Pronouns
from newskit.text.prose import Range

#: Of the words that may join two in one mention no more than this are looked at.
_MOST = 12
#: A phrase that joins two has so many tokens.
_SIZES = (2, 3)
#: “They” looks back at so many sentences, …
_SENTENCES = 2
#: … at “and” no further behind a name than this, in tokens, and at whom it names no further behind “and”.
_FARTHEST_JOINT, _FARTHEST_OTHER = 20, 8
#: “The couple” looks back at so many paragraphs, “both” at so many, and either at so many words that may join two.
_PARAGRAPHS, _NEAR_PARAGRAPHS, _MOST_JOINTS = 8, 1, 20
#: “The couple” and “Both men” have so many tokens.
_COUPLE_SIZES = (1, 2)


class Together(Pronouns, Described):
    """Cuts a mention of several into one mention of each."""

    def each(self, source: Range) -> list[Range]:
        """Cut a mention where it goes on with somebody else; the whole mention where it names one.

        One person with two roles is one (“writer and director Ada Moss”), an institution too (“Health and Safety Board”,
        “Marks and Spencer”), and so are groups that nobody names (“teachers and pupils”).
        """
        begin, end = source
        joints = self._joints(begin + 1, end)
        if not joints:
            return [source]
        paired = self._is_pairer(begin) or self._is_pairer(end - 1)
        begin, end = begin + self._is_pairer(begin), end - self._is_pairer(end - 1)
        parts: list[Range] = []
        for (joint, behind), (following, _) in zip(joints, [*joints[1:], (end, end)], strict=True):
            if not begin < joint < behind < following:
                continue
            large = paired and self._is_large(begin, joint) and self._is_large(behind, following)
            if large or self._goes_on(begin, joint, (behind, following)):
                parts += self._listed(begin, joint - (self.lower[joint - 1] == ","))
                begin = behind
        if not parts:
            return [(begin, end)]
        return [*parts, self._last_of(begin, end)]

    def several_in_front(self, place: int, spoke: int) -> Range | None:
        """The mention of several that a sentence right in front of “they” opens with, behind who spoke last: “Ann Poe and her colleagues sent …”."""
        number = self.prose.sentence_number(place)
        for first in reversed(self.sentence_starts[max(0, number - _SENTENCES) : number]):
            if first < spoke or self.paragraph_of[first] < self.paragraph_of[place] - 1:
                return None
            if self.opens_with(first) and self._joins_words(first + 1):  # “She and her team”
                return self._and_others(first, first)
            named = self.named_between(first, min(self.prose.sentence_at(first)[1], place))
            if named and self.is_subject(named[0]):
                return self._and_others(first, named[0])
        return None

    def couple_in_front(self, source: Range) -> Range | None:
        """The last two people whom “and” named together in front of “The couple”, “The two” or “Both men”, if no “a couple” stands between."""
        opening, noun = self.lower[source[0]], self.lower[source[1] - 1]
        definite = opening in self.words["definite_articles"] and noun in self.words["couples"]
        both = opening in self.words["pairs_of"] and (source[1] - source[0] == 1 or noun in self.words["couples"])
        if not (definite or both) or source[1] - source[0] not in _COUPLE_SIZES:
            return None
        reach = _PARAGRAPHS if noun in self.words["close_pairs"] else _NEAR_PARAGRAPHS
        paragraph = max(0, self.paragraph_of[source[0]] - reach)
        stop = bisect_left(self._joined_at, source[0])
        start = bisect_left(self._joined_at, self.prose.paragraphs[paragraph][0])
        for joint in reversed(self._joined_at[max(start, stop - _MOST_JOINTS) : stop]):
            two = self._two_around(joint)
            if two is not None:
                others = self._other_couples
                return two if bisect_left(others, two[1]) == bisect_left(others, source[0]) else None
        return None

    @cached_property
    def _other_couples(self) -> list[int]:
        """Where “a couple” or “a pair” stands."""
        couples = self.prose.tokens.places_of(self.words["couples"])
        return [at for at in couples if at and self.lower[at - 1] in self.words["articles"]]

    @cached_property
    def _joined_at(self) -> list[int]:
        """Where the narrator's “and” stands."""
        return [at for at in self.prose.tokens.places_of(self.words["name_conjunctions"]) if self._joins_words(at)]

    def _two_around(self, joint: int) -> Range | None:
        """The mention of two people whom “and” names together: “Ann and Dan Poe”, “Ann Poe, 34, and her husband, Dan”."""
        first, last = self.prose.sentence_at(joint)
        left = joint - (self.lower[joint - 1] == ",")
        if left - 2 > first and self.lower[left - 1].isdigit() and self.lower[left - 2] == ",":
            left -= 2
        begin = left - 1
        if begin < first or not self.prose.tokens.words[begin][0].isupper():
            return None
        while begin > first and begin in self.at_place and self.at_place.get(begin - 1) is self.at_place[begin]:
            begin -= 1
        named = (n for n in range(joint + 1, min(joint + _FARTHEST_OTHER, last)) if n in self.at_place)
        other = next(named, joint)
        owned = self.lower[joint + 1] in self.words["possessives"]
        if not (owned or other == joint + 1) or any(self._is_finite(n) for n in range(joint + 1, other)):
            return None
        if other == joint or not self._is_person(self.at_place[other]):
            return None
        end = self.name_end(self.at_place[other], other)
        someone = self.at_place.get(begin)
        one = someone is not None and self._is_person(someone)
        shared = self.shared_surname((begin, left), (joint + 1, end)) is not None
        two = (begin - (begin > first and self.words.role_nouns.of_several(self.lower[begin - 1])), end)
        return two if (one or shared) and len(self.each(two)) == len(_SIZES) else None

    def _and_others(self, first: int, named: int) -> Range | None:
        """A name that opens a sentence, up to whom “and” names beside it: “Ann Poe, a chemist, and her colleagues”."""
        end = self.prose.sentence_at(named)[1]
        joint = next((n for n in range(named, min(named + _FARTHEST_JOINT, end)) if self._joins_words(n)), None)
        if joint is None or any(
            self._is_finite(n) and self.lower[n - 1] not in self.words["relatives"] for n in range(named, joint)
        ):
            return None
        begin = next((n + 1 for n in range(named, first, -1) if self.lower[n] == ","), first)
        stop = joint + 1
        while stop < min(joint + _FARTHEST_OTHER, end) and stop not in self.at_place and not self._is_finite(stop):
            if self.words.role_nouns.of_several(self.lower[stop]) or self.lower[stop] in self.words["companions"]:
                return begin, stop + 1
            stop += 1
        if stop not in self.at_place:
            return None
        return begin, self.name_end(self.at_place[stop], stop)

    def shared_surname(self, part: Range, other: Range) -> str | None:
        """The surname behind “and” that a first name in front of it shares: “Nora and Eamon Tighe”, “brothers Jan and Per Lund”.

        A word that the text writes large elsewhere too is no such first name: it may be a firm or a surname.
        """
        place, another = part[1] - 1, self.at_place.get(other[0])
        word, someone = self.prose.tokens.words[place], self.at_place.get(place)
        if another is None or self.at_place.get(other[0] + 1) is not another or not self._is_person(another):
            return None
        if self.lower[place] in self.words.not_names or self.lower[place] in self.words.pronouns:
            return None
        if not word[0].isupper() or word.isupper() or (someone and (len(someone.parts) > 1 or someone.mentions > 1)):
            return None
        alone = part[0] == place and not (someone and self.is_told(someone))
        common = part[0] < place and self.words.role_nouns.of_several(self.lower[place - 1])
        return another.parts[-1] if alone or common else None

    def name_of_two(self, core: Range) -> str | None:
        """The name that two words make with “and” though neither is anybody's here: “Marks and Spencer”."""
        begin = core[0] + (self.lower[core[0]] in self.words["definite_articles"])
        if core[1] - begin != 3 or not self._joins_words(begin + 1):
            return None
        for place in (begin, begin + 2):
            someone = self.at_place.get(place)
            if someone is not None and (len(someone.parts) > 1 or self.is_somebody(someone)):
                return None
            if not self.prose.tokens.words[place][0].isupper():
                return None
        return self.text_of((begin, core[1]))

    def _joints(self, begin: int, end: int) -> list[Range]:
        """Where “and”, “along with” and their like stand between two tokens, the first few."""
        found: list[Range] = []
        for place in range(begin, end):
            if self._joins_words(place):
                found.append((place, place + 1))
            if self.lower[place] in self.words.joining_words:
                found += [
                    (place, place + size)
                    for size in _SIZES
                    if " ".join(self.lower[place : place + size]) in self.words["joining_phrases"]
                ]
            if len(found) >= _MOST:
                break
        return found

    def _is_pairer(self, place: int) -> bool:
        """Whether “both” or “alike” stands here."""
        return self.lower[place] in self.words["pairers"]

    def _joins_words(self, place: int) -> bool:
        """Whether “and” stands here in the narrator's words, and not inside a name: the Fire and Rescue Service."""
        return (
            self.lower[place] in self.words["name_conjunctions"]
            and self.prose.quote_at[place] < 0
            and place not in self.at_place
        )

    def _goes_on(self, begin: int, joint: int, behind: Range) -> bool:
        """Whether “and” goes on from one source to another one, and not inside the first."""
        left = begin, joint - (self.lower[joint - 1] == ",")
        head, other = self._head(left), self._head(behind)
        aside, apart = head[1] < left[1], left[1] < joint
        listed = self._name_in_list(self._last_piece(left), left[1]) if aside else None
        if aside and not apart and listed is None:  # “Ada Moss, a baker and singer”
            return False
        one, another = self._source(head), self._source(other)
        if not aside and self.shared_surname(head, other) is not None:
            return True
        if another is None:
            enclosed = aside and listed is None
            return self._goes_on_unnamed(head, other, enclosed=enclosed)
        whole = self.core(head) == head
        if one is not None:
            people = self._is_person(one) and self._is_person(another)
            if aside and listed is None:  # “Ada Moss, a nurse in Holle, and Tom Reed”
                return people
            return (whole or (people and self._is_placed(other, another))) and self._are_two(head, one, another)
        if listed is not None:  # “two neighbours, Ada Moss and Tom Reed”
            noun = self.lower[self.core(head)[1] - 1]
            people = self._is_person(listed) and self._is_person(another)
            return people and (noun in self.words.role_nouns or self.words.is_plural(noun))
        bare = self.role_in(self.core(other), another) is None
        return self._is_pronoun(head) or ((whole or apart) and bare and self._is_office(head))

    def _goes_on_unnamed(self, head: Range, other: Range, *, enclosed: bool) -> bool:
        """Whether “and” goes on with somebody who is not named: “her lawyer”, “other clerks”, “the fire chief”."""
        opening, named = self.lower[other[0]], self._source(head) is not None or self._is_pronoun(head)
        behind, role = self.core(head)[1], self.lower[self.core(other)[1] - 1] in self.words.role_nouns
        if named and self.lower[self.core(other)[1] - 1] in self.words["companions"]:
            return True  # “Moss of Holle and two colleagues”
        of = behind < head[1] and self.lower[behind] in self.words["genitives"] and role  # “the mayor of Holle”
        if behind < head[1] and not of:
            return False
        if named and (opening in self.words["possessives"] or opening in self.words["further"]):
            return True
        if named and self.words.role_nouns.of_several(self.lower[self.core(other)[1] - 1]):  # “Moss and supporters”
            return self.prose.tokens.words[other[0]][0].islower()
        return not enclosed and (named or self._is_office(head)) and self._is_office(other)

    def _head(self, phrase: Range) -> Range:
        """A phrase up to its first comma that is not inside a role."""
        for place in range(*phrase):
            if self.lower[place] == "," and self.prose.quote_at[place] < 0 and place not in self.role_at:
                return phrase[0], place
        return phrase

    def _last_piece(self, phrase: Range) -> int:
        """Where the piece behind the last comma of a phrase begins."""
        place = phrase[1]
        while place > phrase[0] and self.lower[place - 1] != ",":
            place -= 1
        return place

    def _source(self, head: Range) -> Known | None:
        """Whoever the head of a phrase names, if it is clear that they are a source by themselves."""
        core = self.core(head)
        someone = self.named(core)
        if someone is None or self.owns(core[1] - 1) or self._ends_in_role(someone):
            return None
        if self.words.role_nouns.of_several(self.lower[core[1] - 1]):  # “Researchers”
            return None
        opening = self.lower[head[0]]
        if opening in self.words["determiners"] and not (
            self._has_article(head) or opening in self.words["possessives"]
        ):
            return None  # “many more Latinos”
        return someone if self.is_somebody(someone) or len(someone.parts) > 1 else None

    def _ends_in_role(self, someone: Known) -> bool:
        """Whether what looks like a name is a role written large: “Advocacy Director”, not “Tom Baker”."""
        last = someone.parts[-1].lower()
        return last in self.words.role_nouns and last not in self.words["role_surnames"]

    def _is_large(self, begin: int, end: int) -> bool:
        """Whether all words of a phrase are written large, but for an article in front: in “both Holle and the Senate” that is enough."""
        words = self.prose.tokens.words
        begin += end - begin > 1 and self.lower[begin] in self.words["definite_articles"]
        return begin < end and all(word[0].isupper() for word in words[begin:end])

    def _is_person(self, someone: Known) -> bool:
        return self.is_somebody(someone) and not someone.definite and not self.is_institution(someone)

    def _is_placed(self, phrase: Range, someone: Known) -> bool:
        """Whether more than the name tells that a phrase names a person: “Tom Reed of Holle”, not “International Security”."""
        return self.is_told(someone) or self.core(phrase) != phrase

    def _are_two(self, head: Range, one: Known, other: Known) -> bool:
        """Whether two names are not the halves of one: Moss and Reed Bank, the Safe Streets and Open Roads Act."""
        if one is other or (len(one.parts) == 1 and not other.definite and self.is_institution(other)):
            return False
        article = self.lower[head[0]] in self.words["definite_articles"] and self.at_place.get(head[0] + 1) is one
        if article and self._begins_name(one) and self.is_institution(other) and not self.is_told(other):
            return False  # the Holle Fire and Rescue Agency
        alike = one.parts[-1] == other.parts[-1]  # the Holle Times and Sund Times
        return not article or alike or other.definite or self.is_told(other) or self.is_institution(other)

    def _begins_name(self, one: Known) -> bool:
        """Whether what looks like a name of several words stands in a text once and is nobody by itself: “Holle Fire”, not “Holle Council”."""
        alone = self.is_institution(one) or self.is_told(one) or bool(one.person)
        alone = alone or one.noun in self.words["heads_of"]  # “the White House and State Department”
        return len(one.parts) > 1 and one.mentions == 1 and not alone

    def _is_office(self, head: Range) -> bool:
        """Whether a phrase says by its article or owner, and by its noun, that it is a source by itself: the fire chief."""
        words, opening, noun = self.words, self.lower[head[0]], self.lower[self.core(head)[1] - 1]
        told = noun in words.role_nouns or words.names_institution(noun)
        opens = self._has_article(head) or opening in words["possessives"]
        return told and opens and head[1] - head[0] > 1

    def _has_article(self, head: Range) -> bool:
        return self.lower[head[0]] in self.words["articles"] or self.lower[head[0]] in self.words["definite_articles"]

    def _is_pronoun(self, head: Range) -> bool:
        """Whether a phrase is a pronoun: “she and her husband”."""
        return head[1] - head[0] == 1 and self.lower[head[0]] in self.words.pronouns

    def _listed(self, begin: int, end: int) -> list[Range]:
        """Cut a list in front of “and” at its commas, where a name stands on both sides: “Moss, Reed”."""
        pieces: list[Range] = []
        named = False
        for place in range(begin, end + 1):
            if place < end and (self.lower[place] != "," or self.prose.quote_at[place] >= 0):
                continue
            start = pieces[-1][1] + 1 if pieces else begin
            names = start < place and self._name_in_list(start, place) is not None
            if pieces and not (names and named):
                pieces[-1] = pieces[-1][0], place
            else:
                pieces.append((start, place))
            named = names
        return pieces

    def _name_in_list(self, begin: int, end: int) -> Known | None:
        """Whoever a piece of a list names; a role behind a name is none: “Ada Moss, a Liberal of Holle”."""
        someone = None if self.lower[begin] in self.words["articles"] else self._only_name(begin, end)
        return None if someone is None or self._ends_in_role(someone) else someone

    def _last_of(self, begin: int, end: int) -> Range:
        """The last of several, without what is said of all; of “others who waited” only the pronoun, which leads to nobody."""
        if self.lower[begin] in self.words["pronouns"]:
            return begin, begin + 1
        return begin, self._without_common_role(begin, end)

    def _without_common_role(self, begin: int, end: int) -> int:
        """Where the last of several ends without what is said of all: “…, the two lawyers”."""
        head = self._head((begin, end))
        noun = self.core((head[1] + 1, end))[1] - 1 if head[1] + 1 < end else head[0]
        return head[1] if noun > head[1] and self.words.role_nouns.of_several(self.lower[noun]) else end
