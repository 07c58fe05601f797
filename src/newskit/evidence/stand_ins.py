"""Whom “it”, “they” and “who” mean: the institution that did something last, whoever spoke last, whoever is named right before."""

import attrs

from newskit.evidence.institutions import Institutions
from newskit.evidence.known import FAR, Known, Person
from newskit.evidence.pronouns import NOBODY, REACH, Pronouns
from newskit.text.prose import Range

#: An aside between a name and “who” has no more tokens than this.
_FAR_ASIDE = 20
#: “House conservatives” has no more tokens than this.
_LONGEST_PHRASE = 5
#: “The Holle-based dairy group” and “The Holle, Ont., company” have no more than this.
_LONGEST_FIRM = 9


class StandIns(Pronouns, Institutions):
    """Says what a pronoun of any kind leads to."""

    def pronoun(self, head: Range) -> Person | None:
        word = self.words.pronoun_in(self.lower[head[0]])
        if word in self.words["relatives"]:
            return self._antecedent(head[0])
        kind = self.words.pronouns.get(word)
        if kind is None:
            return None
        if kind in ("female", "male"):
            return self.he_or_she(head[0], kind)
        if kind == "thing":
            named = self._institution(head[0])
            if named is not None:
                return Person(named.name, None, None, 0.6, "opened the sentence before")
        spoke = (self.last, self.other) if kind == "thing" else (self.last,)
        for one in spoke:
            if one is None or self.paragraph_of[head[0]] - self.paragraph_of[one[0]] > REACH:
                break
            if self._may_stand_for(one[1], kind):
                return attrs.evolve(one[1], confidence=0.5, reason=f"“{word}” goes on with who spoke last")
        return NOBODY

    def _may_stand_for(self, person: Person, kind: str) -> bool:
        """Whether “it” or “they” may be whoever spoke: no person, and “it” neither several nor a spokesman."""
        someone = self.known_as(person.name)
        if someone is None:
            several = person.name is None or self.words.is_plural(person.name.lower())
            return not (kind == "thing" and (several or person.name in self.words["collectives"]))
        several = kind == "plural" and bool(person.also)
        return several or not (someone.person or someone.gender) or self._may_be_firm(someone)

    def _institution(self, place: int) -> Known | None:
        """The institution that opened the sentence before or did something in it: “as Sund Gas posted a loss. It …”."""
        paragraph = self.paragraph_of[place]
        first = self.prose.paragraphs[max(0, paragraph - 1)][0]
        recent = [at for at in self.named_between(first, place) if not self._describes_next(at)]
        opened = [at for at in recent if self.is_subject(at)]
        firm = self._firm_in_front(max(first, place - FAR, opened[-1] if opened else 0), place)
        if firm is not None:
            return firm
        someone = self.at_place[opened[-1]] if opened else None
        spoke = self.known_as(self.last[1].name) if self.last and opened and self.last[0] > opened[-1] else None
        if spoke is not None and self.may_be_institution(spoke):
            return None
        if someone is not None and someone.definite and not someone.person:
            return someone
        begin = self.prose.paragraphs[paragraph][0]
        if self.last is not None and self.last[0] >= begin:
            return None
        for at in reversed([at for at in recent if at >= begin]):
            someone = self.at_place[at]
            if self.may_be_institution(someone) and (self.is_subject(at) or self._does(at)):
                return None if self._tells_document(at, place) else someone
        return None

    def _describes_next(self, place: int) -> bool:
        """Whether a name only describes what stands behind it: “the Holle plant”, “the Holle-based firm”, “the Holle, Ont., firm”."""
        behind = self.name_end(self.at_place[place], place)
        if self.lower[behind : behind + 1] == [","] and self.lower[place - 1] in self.words["definite_articles"]:
            nouns = range(behind, min(place + _LONGEST_FIRM, len(self.lower)))
            noun = next((at for at in nouns if self.lower[at] in self.words["businesses"]), None)
            return noun is not None and self.behind_place((place - 1, noun + 1)) is not None
        based = self.lower[behind - 1].endswith(self.words.endings["based"])
        small = behind < len(self.lower) and self.prose.tokens.words[behind].islower()
        return based or (small and self._describes(behind) and not self.words.is_adverb(self.lower[behind]))

    def _firm_in_front(self, first: int, place: int) -> Known | None:
        """The firm that “The company” or “The Holle-based group” is, where one opens a sentence between two places, the last first."""
        number = self.prose.sentence_number(place)
        while self.sentence_starts[number] > first:
            begin = self.sentence_starts[number]
            for noun in range(begin + 1, min(begin + _LONGEST_FIRM, place)):
                if self.lower[noun] in self.words["businesses"] and self._ends_subject(begin, noun):
                    behind = self.behind_place((begin, noun + 1)) or begin + 1  # “The Holle, Ont., company”
                    firm = self.called((begin, begin + 2 + noun - behind), self.lower[noun])
                    return None if firm is None or firm.place else firm
            number -= 1
        return None

    def _ends_subject(self, begin: int, noun: int) -> bool:
        """Whether “the” stands here and describes only a noun, with a verb or a comma behind it."""
        behind = self.lower[noun + 1 : noun + 2]
        acts = bool(behind) and (
            self._is_finite(noun + 1) or self.acts_now(noun + 1) or self.words.is_adverb(behind[0])
        )
        describes = self.behind_place((begin, noun + 1)) is not None or self.only_describes((begin, noun + 1))
        return (acts or behind == [","]) and self.lower[begin] in self.words["definite_articles"] and describes

    def _tells_document(self, first: int, last: int) -> bool:
        """Whether “a report” or “a letter” stands in a range, which may be what “it” is."""
        return any(
            self.lower[at] in self.words["documents"] and self.prose.quote_at[at] < 0 for at in range(first, last)
        )

    def _antecedent(self, place: int) -> Person:
        """Whoever is named right before “who”, an aside between them at most."""
        if place > 1 and self.lower[place - 1] == ",":
            comma = next((at for at in range(place - 2, max(0, place - _FAR_ASIDE), -1) if self.lower[at] == ","), 0)
            someone = self.at_place.get(comma - 1) if comma > 1 else None
            article = self.lower[comma + 1] in self.words["articles"] or self.age_behind(comma)  # “Ann Poe, 91, who”
            inside = self.at_place.get(place - 2)
            # “Sund Gas, based in Holle, which”
            placed = inside is not None and inside.place and not self.is_told(inside)
            if someone is not None and (placed or (article and not (inside is not None and self.is_somebody(inside)))):
                return someone.as_person(0.7, "named before “who”")
        for back in range(place - 1, max(-1, place - 4), -1):
            someone = self.at_place.get(back)
            if someone is not None:
                return someone.as_person(0.75, "named before “who”")
            if self.lower[back] != "," and self.lower[back][0].isalnum():
                break
        return self._described_before(place - (self.lower[place - 1] == ","))

    def _described_before(self, end: int) -> Person:
        """Whoever a noun right in front of “who” says: “House conservatives, who”, “a retired baker who”."""
        noun = self.lower[end - 1] if end else ""
        of_several = self.words.role_nouns.of_several(noun)
        several = of_several or noun in self.words["collectives"] or self.words.is_plural(noun)
        one = noun in self.words.role_nouns and not several
        if not (one or several) or self.prose.quote_at[end - 1] >= 0 or self.words.gender_of(noun):
            return NOBODY
        begin = end - 1
        while begin and end - begin < _LONGEST_PHRASE and begin not in self.begins and self._describes(begin - 1):
            begin -= 1
        text = self.text_of((begin, end))
        return Person(text if several else None, text if one else None, None, 0.6, "told of before “who”")

    def _describes(self, place: int) -> bool:
        """Whether a word belongs to the noun behind it: “retired”, “House”."""
        word = self.lower[place]
        apart = word in self.words["prepositions", "determiners", "conjunctions", "subordinators"]
        verb = self._is_verb(place) and word not in self.words["role_modifiers"]
        return word[0].isalpha() and not apart and not verb
