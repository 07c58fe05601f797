"""Those of whom a text tells without a name: “a former stagehand”, “one, a teacher who asked not to be named”."""

from collections.abc import Iterator
from functools import cached_property

from newskit.evidence.known import FAR, Known, Roster
from newskit.evidence.told import Told
from newskit.text.prose import Range

#: Of the places of a noun no more than this are looked at.
_FEW = 20
#: “A junior cabinet minister”: an article stands no more tokens than this in front of its noun.
_FEW_WORDS = 5
#: An aside that says so is read no further than this, in tokens.
_LONGEST_ASIDE = 20
#: A pronoun looks back at so many sentences.
_SENTENCES = 3
#: A verb and titles between marks and a name have no more tokens than this: “has told Prof. Sir”.
_FEW_BETWEEN = 4


class Unnamed(Roster, Told):
    """Finds who is told of without a name."""

    def is_anyone(self, noun: int) -> bool:
        """Whether a noun that does something or says something is anyone's: “one junior minister was”, “said a minister”, “One, a minister, was”."""
        if noun + 1 in self.at_place:
            return False
        for at in range(noun - 1, max(-1, noun - _FEW_WORDS), -1):
            if self.lower[at] in self.words["articles", "singles"]:
                one = self.lower[at - 1] == "," and self._behind_one(self.prose.sentence_at(at)[0]) == at
                return one or at in self.begins or self.lower[at - 1] in self.words.forms or self._acts(noun)
            if not self.lower[at][0].isalpha() or self.lower[at] in self.words["definite_articles"]:
                return False
        return False

    def _acts(self, noun: int) -> bool:
        """Whether a verb or an aside stands behind a noun: “a minister told”, “a teacher, who …, said”."""
        behind = self.lower[noun + 1 : noun + 3]
        relative = behind[:1] == [","] and behind[-1] in self.words["personal_relatives"]
        return relative or self._is_finite(noun + 1)

    def is_introduced_as(self, noun: str, place: int) -> bool:
        """Whether the narrator told of “a plumber” before a place, and does not name them there."""
        for at in self._nouns.get(noun, ()):
            if at >= place:
                return False
            if self.is_anyone(at):
                return True
        return False

    @cached_property
    def _nouns(self) -> dict[str, list[int]]:
        """Where the narrator uses nouns for roles, the first places of each."""
        found: dict[str, list[int]] = {}
        nouns = {word for word in set(self.lower) if word in self.words.role_nouns}
        for at in self.prose.tokens.places_of(nouns):
            word = self.lower[at]
            if self.prose.quote_at[at] < 0 and len(found.setdefault(word, [])) < _FEW:
                found[word].append(at)
        return found

    def who_says_next(self, phrase: Range, noun: str, gender: str | None = None) -> Known | None:
        """Whoever is named for the first time as who says the next words in marks: “Its owner says she wept. “It hurt,” said Ann Poe, 58.”.

        Whoever speaks for somebody, or is not to be named, is somebody else, and so is whoever has another role.
        """
        first, end = self.prose.sentence_at(phrase[0])
        marked = end < len(self.lower) and self.prose.quote_at[end] >= 0
        if (
            not marked
            or end - first > FAR
            or not self.prose.is_narrated(first, end)
            or noun in self.words["voices", "lawyers"]
        ):
            return None
        if self.words.role_nouns.of_several(noun) or not self.words["anonymous"].isdisjoint(self.lower[first:end]):
            return None
        if any(self.is_somebody(self.at_place[at]) for at in self.named_between(phrase[1], end)):
            return None
        at = self._names_who_says(self.prose.quote_tokens[self.prose.quote_at[end]][1])
        someone = self.at_place[at] if at is not None else None
        if someone is None or len(someone.parts) < 2 or someone.places[0] != at or self.is_institution(someone):
            return None
        if someone.role and noun not in someone.role_words:
            return None
        heard = (self.opens_with(n) for n in range(phrase[1], end) if self.lower[n] in self.words["clause_subjects"])
        told = gender or self.gender_of(noun) or next(filter(None, heard), None)
        if not someone.may_be(told) or self._is_told_apart(someone):
            return None
        someone.gender = someone.gender or told
        return someone

    def _names_who_says(self, end: int) -> int | None:
        """Where the name stands of whoever says what ends here: “said Ann Poe”, “Dr Ann Poe told us”."""
        verb = False
        for at in range(end, min(end + _FEW_BETWEEN, len(self.lower) - 1)):
            if at in self.at_place:
                behind = self.name_end(self.at_place[at], at)
                return at if verb or (behind < len(self.lower) and self.lower[behind] in self.words.forms) else None
            verb = verb or self.lower[at] in self.words.forms
            if not (verb or self.lower[at] in self.words.titles or self.lower[at] == "."):
                return None
        return None

    def _is_told_apart(self, someone: Known) -> bool:
        """Whether what stands behind a new name tells of somebody else: “Ann Poe, of Holle”, “Ann Poe, who lives opposite”."""
        at = self.name_end(someone, someone.places[0])
        at += 2 * self.age_behind(at)
        at += self.lower[at : at + 1] == [","]
        if at + 1 >= len(self.lower) or self.prose.quote_at[at] >= 0 or self.lower[at - 1] != ",":
            return at < len(self.lower) and self.lower[at] in self.words["genitives"]
        behind, verb = self.lower[at : at + 2]
        if behind in self.words["personal_relatives"]:
            return verb in self.words["residing"]
        told = behind in self.words["determiners", "prepositions", "relatives"] or behind in self.words.role_nouns
        return told or self.prose.tokens.words[at][0].isupper()

    def anyone_in_front(self, place: int, gender: str) -> Range | None:
        """What opens a sentence right in front of “he” and tells of somebody without a name: “A former stagehand laughed. …, he says.”.

        Nobody else is told of since.
        """
        for first in self._sentences_before(place):
            phrase = self._anyone_opens(first)
            stop = phrase[1] if phrase else first
            if any(self.is_somebody(self.at_place[at]) for at in self.named_between(stop, place)):
                return None
            if phrase is not None:
                told = self.lower[stop : self.prose.sentence_at(first)[1]]
                of_them = any(self.words.pronouns.get(word) == gender for word in told)
                # “Her mother was a nurse. “I never see her,” she said.”, “His father wanted him to bake.”
                tells = of_them or self.tells_of_owner(first, stop, place)
                if tells and self.opens_with(first) == gender:
                    return None
                if of_them and self.hero is not None and gender in (self.hero.gender, self.hero.heard):
                    return None  # “One reviewer called her dull.”
                fits = self.gender_of(self.text_of(phrase)) in (None, gender)
                return phrase if fits and not self.returns_to_hero(phrase[1] - 1, place, gender) else None
        return None

    def _sentences_before(self, place: int) -> Iterator[int]:
        """Where the narrator's last sentences begin in the paragraph of a place, or in the one before if it opens with marks."""
        number = self.prose.sentence_number(place)
        opens = self.prose.quote_at[self.paragraph_begin(place)] >= 0
        farthest = self.paragraph_of[place] - opens
        for first in reversed(self.sentence_starts[max(0, number - _SENTENCES) : number]):
            if self.paragraph_of[first] < farthest:
                return
            if self.prose.quote_at[first] < 0:
                yield first

    def _anyone_opens(self, first: int) -> Range | None:
        """The noun phrase at the head of a sentence that tells of somebody without a name; None where the name stands behind it.

        “A former stagehand who …”, “One of them, a teacher, …”, “Poe's mother …”, “The witness …”.
        """
        begin = self._behind_one(first)
        owned = self._behind_owner(first)
        opening = self.lower[begin]
        function = owned is None and opening in self.words["definite_articles"]
        if owned is None and not function and opening not in self.words["articles", "singles"]:
            return None
        noun = None
        begin = owned or begin
        for at in range(begin + (owned is None), min(begin + _FEW_WORDS + 1, len(self.lower) - 2)):
            word = self.lower[at]
            close = owned is not None and word in self.words["close_ones"]
            if word in self.words.role_nouns or self.words.gender_of(word) or close:
                noun = at
            elif noun is not None or not self.lower[at][0].isalnum() or at in self.at_place:
                break
        if noun is None or noun + 1 in self.at_place or self.words.role_nouns.of_several(self.lower[noun]):
            return None
        word = self.lower[noun]
        if owned is not None and not (self.words.gender_of(word) or self._is_nobody_s(word, noun)):
            return None
        if function and not (self._is_nobody_s(word, noun) and (word in self.words["functions"] or self._hides(noun))):
            return None
        behind = self.lower[noun + 1]
        goes_on = behind in self.words["prepositions"] or behind in self.words["personal_relatives"] or behind == ","
        named = behind == "," and noun + 2 in self.at_place
        acts = self._is_finite(noun + 1) or self.acts_now(noun + 1)
        return (begin, noun + 1) if (goes_on or acts) and not named else None

    def _behind_one(self, first: int) -> int:
        """Where “a teacher” begins behind “One,” and “One of them,” at the head of a sentence; its own beginning elsewhere."""
        if self.lower[first] not in self.words["singles"]:
            return first
        for at in range(first + 1, min(first + _FEW_WORDS + 1, len(self.lower) - 1)):
            if self.lower[at] == "," and self.lower[at + 1] in self.words["articles"]:
                return at + 1
        return first

    def _hides(self, noun: int) -> bool:
        """Whether an aside says that somebody is not named: “The thief, whose name is being withheld, …”."""
        if self.lower[noun + 1] != "," or self.lower[noun + 2] not in self.words["personal_relatives"]:
            return False
        end = min(self.prose.sentence_at(noun)[1], noun + _LONGEST_ASIDE)
        return not self.words["anonymous"].isdisjoint(self.lower[noun:end])

    def _is_nobody_s(self, noun: str, place: int) -> bool:
        """Whether nobody who is named before a place has a role."""
        return self.with_role(noun, place) is None

    def _behind_owner(self, first: int) -> int | None:
        """What somebody owns at the head of a sentence: mother in “Ann Poe's mother”, “the girls' mother” and “her mother”."""
        if self.lower[first] in self.words["possessives"]:
            return first + 1
        for at in range(first, min(first + _FEW_WORDS, len(self.lower) - 1)):
            if self.owns(at):
                return at + 1
            if not self.lower[at][0].isalnum() or self._is_finite(at) or self.lower[at] in self.words["prepositions"]:
                return None
        return None
