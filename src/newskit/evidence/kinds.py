"""What an institution is, as a text tells it right beside its name: “the campaign group Save Holle”, “Brewbot, the kettle maker, …”."""

from itertools import pairwise

from newskit.evidence.told import ASIDE_ENDS, LONGEST_KIND, LONGEST_ROLE, Told
from newskit.text.name import Name

#: Lists of words that are no part of what an institution is.
_NO_KIND = ("prepositions", "determiners", "conjunctions", "subordinators", "verb_adverbs")
#: Marks that stand behind an owner in the plural.
_APOSTROPHES = frozenset("’'‘")


class Kinds(Told):
    """Reads what an institution is."""

    def kind_beside(self, name: Name) -> str | None:
        """What an institution is, in front of its name or right behind it: “the charity Poe Trust”, “Brewbot, the kettle maker, …”."""
        last = begin = name.name[0]
        if not self._may_have_kind(name) or name.gender or name.parts[0].lower() in self.words.given_names:
            return None
        if last and self._is_kind(last - 1):
            begin = last - 1
            while begin and last - begin < LONGEST_KIND and not self._opens(begin) and self._describes_kind(begin - 1):
                begin -= 1
            opens = self._opens(begin)
            article = not opens and self.lower[begin - 1] in self.words["definite_articles"]
            before = "" if opens else self.lower[begin - 1]
            cited = before == "," or before in self.words["prepositions"] or (not opens and self._is_finite(begin - 1))
            if opens or cited or (article and not self._addresses(begin - 2)):
                return self.text_of((begin, last))
        return self._kind_in_front(last) or self._kind_behind(name)

    def _may_have_kind(self, name: Name) -> bool:
        """Whether a comma or a word for an institution stands beside a name: beside most there is none."""
        begin, end = name.name
        if begin and ("," in self.lower[max(0, begin - 2) : begin] or self.lower[begin - 1] in self.words.kind_words):
            return True
        return self.lower[end : end + 1] == [","]

    def _kind_in_front(self, last: int) -> str | None:
        """The kind between commas in front of an institution's name: “The trade body, the Tide Society, …”, “Poe's employer, Sund Gas, …”."""
        comma = last - 1 - self._is_article(last - 1)
        if comma < 1 or self.lower[comma] != "," or not self._is_kind(comma - 1):
            return None
        begin = comma - 1
        while begin and comma - begin < LONGEST_KIND and not (self._opens(begin) or self._is_owner(begin - 1)):
            if not self._describes_kind(begin - 1):
                break
            begin -= 1
        if begin and self._is_owner(begin - 1):
            return self.text_of((self._owner_begins(begin - 1), comma))
        known = begin > 0 and self.is_definite(begin - 1)
        # “counsel for the hospital, Ann Poe,”
        goes_on = begin > 1 and self.lower[begin - 2] in self.words["prepositions"]
        return self.text_of((begin, comma)) if known and not goes_on else None

    def _kind_behind(self, name: Name) -> str | None:
        """The kind in an aside behind an institution's name: “a Danish firm that …”, “one of Europe's biggest makers of bricks, …”."""
        at = begin = name.name[1]
        if at + 2 >= len(self.lower) or self.lower[at] != ",":
            return None
        one_of = self.lower[at + 1] in self.words["singles"] and self.lower[at + 2] in self.words["genitives"]
        end = at + 3 if one_of else at + 1
        end += self._is_article(end)
        begin = at + 1 if one_of else end
        while end < len(self.lower) and end - at < LONGEST_ROLE and (self._describes_kind(end) or self._is_owner(end)):
            end += 1
        if end == begin or not (self._is_kind(end - 1) or (one_of and self._is_kind(end - 1, several=True))):
            return None
        if not (one_of or self._is_article(at + 1) or any(self._is_owner(place) for place in range(begin, end))):
            return None
        if end < len(self.lower) and self.lower[end] in self.words["prepositions"]:  # “maker of bricks”
            last = self._aside_end(at)
            end = next((place for place in range(end, last) if self._ends_role(place)), last)
        if end == len(self.lower) or not (self.lower[end] in ASIDE_ENDS or self._ends_role(end)):
            return None
        return self.text_of((begin, end))

    def is_role_of_firm(self, role: str, name: Name) -> bool:
        """Whether what stands beside a name as a role says what a firm is: “investor Poe Capital”, “Sund Shoes, the 98-year-old retailer,”."""
        told = role.lower().split()
        noun = next((word for word, behind in pairwise(told) if behind in self.words["genitives"]), told[-1])
        firm = noun in self.words["firm_roles", "businesses", "kinds"]
        body = noun in self.words["firms_only"] or self.names_firm(name.parts)
        body = body or self.words.names_institution(name.last.lower())
        return firm and body and not name.gender and name.parts[0].lower() not in self.words.given_names

    def _is_kind(self, place: int, *, several: bool = False) -> bool:
        """Whether a word says what an institution is, or what several are: “company”, “NGO”, “Carmaker” at the head of a sentence."""
        word = self.lower[place]
        if several and word in self.words["plural_kinds"]:
            return True
        if several:
            word = next((word.removesuffix(end) for end in self.words.endings["plural"] if word.endswith(end)), word)
        kind = (
            word in self.words["businesses", "kinds"] or f"{self.lower[place - 1]} {word}" in self.words["kind_pairs"]
        )
        if not kind and not word.endswith(self.words.endings["kind"]):
            return False
        small = self.prose.tokens.words[place].islower()
        return small or self._opens(place) or word in self.words["short_kinds"]

    def _describes_kind(self, place: int) -> bool:
        """Whether a word goes on with what an institution is: “campaign”, “Calgary-based”, “Danish”."""
        word, lower = self.prose.tokens.words[place], self.lower[place]
        if word in _APOSTROPHES:  # “the bakers’ union”
            return self.words.is_plural(self.lower[place - 1])
        large = self._opens(place) or self._is_article(place - 1) or self.lower[place - 1] == "," or word.isupper()
        large = large or lower.endswith(self.words.endings["based"])
        apart = lower in self.words[_NO_KIND]
        verb = self._is_finite(place) or lower in self.words["auxiliaries"]
        aged = lower[0].isdigit() and lower.endswith(self.words.endings["age"])
        small = lower[0].isalpha() and (word.islower() or large)
        return aged or (small and not (apart or verb or lower in self.words["times"]))
