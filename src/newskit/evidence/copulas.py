"""The role that a verb gives somebody: “Max Poe is a retired miner”, “Poe, 61, was head of the Sund Mills”, “a trader known as Ann”."""

from newskit.evidence.known import Roster
from newskit.evidence.told import ASIDE_ENDS, LONGEST_KIND, Told
from newskit.text.name import Name

#: The name of whom somebody works for has no more words than this.
_LONGEST_EMPLOYER = 4
#: What somebody is in charge of has no more words than this: “of plant biology”.
_LONGEST_FIELD = 3
#: What somebody is stands no further in front of the name that a verb says than this, in tokens.
_FARTHEST_NOUN = 16


class Copulas(Roster, Told):
    """Reads what “is”, “was” and “known as” tell of somebody."""

    def role_of_copula(self, name: Name, *, whole: bool = True) -> str | None:
        """The role behind “is” or “was” behind a name: of a surname only where the text has the ``whole`` name elsewhere."""
        at = name.name[1]
        if not whole:
            return None
        if self.age_behind(at) and self.lower[at + 2 : at + 3] in ([","], [")"]):
            at += 3
        if at + 2 >= len(self.lower) or self.lower[at] not in self.words["copulas"]:
            return None
        begin = at + 1 + self._is_article(at + 1)
        if self.prose.quote_at[at] >= 0:
            return None
        end, owned = begin, False
        while end < min(len(self.lower), begin + LONGEST_KIND) and self.lower[end] not in self.words.role_nouns:
            if self.owns(end) and self.prose.tokens.words[end].islower():  # “is the trust’s chair.”
                owned, end = True, end + 1
                continue
            if not (self.lower[end][0].isalpha() and self.prose.tokens.words[end].islower()) or self._is_finite(end):
                return None
            end += 1
        if end + 1 >= len(self.lower) or self.lower[end] not in self.words.role_nouns:
            return None
        end += self.lower[end + 1] in self.words.role_nouns and end + 2 < len(self.lower)  # “associate professor”
        behind = self.lower[end + 1]
        known = self.lower[at + 1] not in self.words["articles"]  # “is head of Sund Gas”, not “is the driver.”
        of = behind in self.words["genitives"]
        stops = behind in ASIDE_ENDS or behind in self.words["relatives", "places_in", "affiliators"]
        field = self._field_end(end + 1) if of else end + 1
        last = self._employer_end(field)
        leads = self.lower[end] in self.words["leaders"] and last > end + 1  # not “is a friend of Ann Poe”
        if not (leads or (owned and behind in ASIDE_ENDS) or (not known and ((stops and not of) or field > end + 1))):
            return None
        return self.text_of((begin, last))

    def role_before_verb(self, name: Name) -> str | None:
        """The role of whom a verb names: “a refugee identified only as Ann”, “a trader known as Mama Ann”."""
        at = self._before_titles(name.name[0])
        if at < 2 or not self._ends_naming(at - 1):
            return None
        if self.words["naming_verbs"].isdisjoint(self.lower[max(0, at - _FARTHEST_NOUN) : at]):
            return None
        verb = noun = None
        for place in range(at - 1, max(-1, at - _FARTHEST_NOUN), -1):
            word = self.lower[place]
            if self.prose.quote_at[place] >= 0 or (place in self.begins and word not in self.words["articles"]):
                return None
            if word in self.words["articles"]:
                told = noun is not None and not any(self._is_finite(inside) for inside in range(place + 1, noun))
                return self.text_of((place + 1, noun + 1)) if told and noun is not None else None
            verb = place if word in self.words["naming_verbs"] else verb
            if (
                verb is not None
                and noun is None
                and word in self.words.role_nouns
                and word not in self.words["persons"]
            ):
                noun = place
        return None

    def _field_end(self, of: int) -> int:
        """Where what somebody teaches or heads ends, in small words: “of plant biology”; else the place itself."""
        end, small = of + 1, self.prose.tokens.words
        while end < min(len(small), of + 1 + _LONGEST_FIELD) and small[end].islower() and self._is_field_word(end):
            end += 1
        goes_on = end < len(small) and (self.lower[end] in ASIDE_ENDS or self.lower[end] in self.words["affiliators"])
        return end if end > of + 1 and goes_on else of

    def _is_field_word(self, place: int) -> bool:
        word = self.lower[place]
        return word.isalpha() and word not in self.words["prepositions", "determiners", "pronouns", "relatives"]

    def _employer_end(self, at: int) -> int:
        """Where the name ends of whom somebody works for, if it stands here: “at the Sund Institute”; else the place itself."""
        begin, tokens = at + 1, self.prose.tokens.words
        begin += self.lower[begin : begin + 1] != [] and self.lower[begin] in self.words["definite_articles"]
        end = begin
        while end < min(len(tokens), begin + _LONGEST_EMPLOYER) and tokens[end][0].isupper():
            end += 1
        linked = self.lower[at] in self.words["affiliators"] and end > begin and not self.owns(end - 1)
        return end if linked else at
