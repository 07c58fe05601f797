"""From mention to person: who “Sanders”, “she” and “the press secretary” are, by what the text says of them."""

from typing import cast

import attrs

from newskit.evidence.known import Known, Roster
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: A name stands no further than this, in tokens, behind the beginning of a sentence that it opens.
_LONGEST_ROLE = 12
#: A pronoun looks back no further than this, in tokens.
_FAR = 400
#: How many paragraphs back a pronoun may reach.
_REACH = 4


@attrs.frozen
class Person:
    """What is known of whoever a mention stands for."""

    #: None where the mention leads to nobody.
    name: str | None
    role: str | None = None
    affiliation: str | None = None
    confidence: float = 0.5
    reason: str = ""


NOBODY = Person(None, confidence=0.3, reason="leads to nobody")


class People(Roster):
    """Says who is meant. Mentions are to be asked for in text order: a pronoun looks back at who spoke before."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        super().__init__(prose, words)
        #: Where somebody spoke last, and who; and whoever spoke before, if that was somebody else.
        self.last: tuple[int, Person] | None = None
        self.other: tuple[int, Person] | None = None
        self.paragraph_of = [0] * len(prose.tokens)
        for number, (first, last) in enumerate(prose.paragraphs):
            self.paragraph_of[first:last] = [number] * (last - first)

    def meant(self, source: Range) -> Person:
        """Say who a mention stands for."""
        label = self._label(source)
        if label is not None:
            return label
        head_end = source[1]
        for place in range(*source):
            if self.lower[place] == "," and self.prose.quote_at[place] < 0:
                head_end = place
                break
        head, aside = (source[0], head_end), (min(head_end + 1, source[1]), source[1])
        person = self._pronoun(head) if head[1] - head[0] == 1 else None
        if person is None:
            if head[1] - head[0] == 1 and self.lower[head[0]] in self.words["first_person"]:
                return Person(None, confidence=0.4, reason="the narrator")
            person = self._phrase(head, aside)
        if person.name or person.role:
            self._speaks(source[0], person)
        return person

    def _label(self, source: Range) -> Person | None:
        """Who “Q” and “A” are in an interview: the one who asks has no name, the one who answers is whom the text is about."""
        word = self.lower[source[0]]
        if source[1] - source[0] != 1 or self.lower[source[1] : source[1] + 1] not in ([":"], ["."]):
            return None
        if word in self.words["question_labels"]:
            return Person(None, confidence=0.5, reason="asks in an interview")
        if word not in self.words["answer_labels"]:
            return None
        named = [someone for someone in self.known if len(someone.parts) > 1 and someone.places[0] < source[0]]
        if not named:
            return NOBODY
        someone = max(
            named, key=lambda someone: (sum(place < source[0] for place in someone.places), -someone.places[0])
        )
        return Person(someone.name, someone.role, None, 0.6, "the text is about them")

    def _speaks(self, place: int, person: Person) -> None:
        if self.last is not None and self.last[1].name != person.name:
            self.other = self.last
        self.last = (place, person)

    def goes_on(self, quote: Range) -> Person | None:
        """Say who speaks in a quotation that names nobody.

        It is whoever spoke last, if that was not long ago; but a question is answered by the other of two, and asked by whoever
        asked before.
        """
        if self.last is None:
            return None
        at, person = self.last
        reason = "nobody else is named since"
        if self.paragraph_of[quote[0]] - self.paragraph_of[at] > _REACH:
            return None
        if self._in_dialogue(quote):
            person, reason = cast("tuple[int, Person]", self.other)[1], "question and answer"
        self._speaks(quote[0], person)
        return attrs.evolve(person, confidence=0.7 * person.confidence + 0.1, reason=reason)

    def _in_dialogue(self, quote: Range) -> bool:
        """Whether a quotation is the other’s turn: it answers the question right before it, or asks the next one."""
        paragraph = self.paragraph_of[quote[0]]
        if self.other is None or paragraph < 2 or paragraph - self.paragraph_of[self.other[0]] > _REACH:
            return False
        if self._asks(self.prose.paragraphs[paragraph - 1]):
            return True
        return self._asks(quote) and self._asks(self.prose.paragraphs[paragraph - 2])

    def _asks(self, tokens: Range) -> bool:
        """Whether the last quotation that begins in a range ends with a question mark."""
        for place in range(tokens[1] - 1, tokens[0] - 1, -1):
            if self.prose.quote_at[place] >= 0:
                end = self.prose.quote_tokens[self.prose.quote_at[place]][1]
                return "?" in self.lower[max(tokens[0], end - 2) : end]
        return False

    def _phrase(self, head: Range, aside: Range) -> Person:
        core = self._core(head)
        someone = self._named(core)
        if someone is None and aside[1] > aside[0]:
            inside = self._named(self._core(aside))
            if inside is not None and self.lower[core[1] - 1] in self.words.role_nouns:
                return Person(inside.name, self._plain(head), None, 0.8, "named behind the role")
        if someone is not None:
            role = self._role_in(core, someone) or self.aside_role(aside) or someone.role
            if self.aside_role(aside) and someone.role is None:
                someone.role = self.aside_role(aside)
            sure = 0.9 if len(someone.parts) > 1 else 0.75
            where = self._affiliation(head, core) if len(someone.parts) > 1 and not someone.definite else None
            return Person(someone.name, role, where, sure, "named in the text")
        return self._unnamed(head, core)

    def _core(self, head: Range) -> Range:
        """The phrase up to its first preposition: “a spokesman” of “a spokesman for Lopez”."""
        for place in range(head[0] + 1, head[1]):
            word = self.lower[place]
            if word in self.words["participles"] or (word.endswith("ed") and self.prose.tokens.words[place].islower()):
                return head[0], place
            if (
                (word in self.words["prepositions"] or word in self.words["relatives"] or word == "(")
                and (place not in self.at_place or self.at_place.get(place) is not self.at_place.get(place - 1))
                and not self._role_goes_on(place, head[1])
            ):
                return head[0], place
        return head

    def _role_goes_on(self, place: int, end: int) -> bool:
        """Whether “of” goes on with an office in front of a name: “secretary of state John Poe”."""
        if self.lower[place] != "of" or self.lower[place - 1] not in self.words.role_nouns or place + 2 >= end:
            return False
        return self.lower[place + 1] in self.words["offices"] and place + 2 in self.at_place

    def _named(self, core: Range) -> Known | None:
        """Whoever is named at the end of a phrase."""
        last = core[1] - 1
        while last >= core[0] and (not self.lower[last][0].isalnum() or self.lower[last] in self.words["postnominals"]):
            last -= 1
        return self.at_place.get(last) if last >= core[0] else None

    def _role_in(self, core: Range, someone: Known) -> str | None:
        """What stands in front of the name in the mention itself."""
        at = core[0]
        while at < core[1] and self.lower[at] in self.words["determiners"]:
            at += 1
        begin = at
        while at < core[1] and self.at_place.get(at) is not someone:
            at += 1
        if at == begin or at >= core[1]:
            return None
        last = at - 1 if self.lower[at - 1] != "." else at - 2
        said_so = any(self.lower[place].rstrip(".") in self.words.role_nouns for place in range(begin, at))
        if not said_so and not (
            self.prose.tokens.words[last].islower() and self.lower[last].isalpha() and last > begin - 1
        ):
            return None
        if all(
            self.lower[place] == "."
            or (self.lower[place] in self.words["honorifics"] and self.prose.tokens.words[place][0].isupper())
            for place in range(begin, at)
        ):
            return None
        return self.text_of((begin, at))

    def _affiliation(self, head: Range, core: Range) -> str | None:
        """“(D-Vt.)” or “of the Harbour Trust” behind a name."""
        if core[1] >= head[1]:
            return None
        at = core[1]
        if self.lower[at] == "(":
            stop = next((place for place in range(at, head[1]) if self.lower[place] == ")"), head[1])
            return self.text_of((at + 1, stop)) if stop > at + 1 else None
        if self.lower[at] in ("of", "from", "with", "at"):
            at += 1
            while at < head[1] and self.lower[at] in self.words["determiners"]:
                at += 1
            return self.text_of((at, head[1])) if at < head[1] else None
        return None

    def _plain(self, phrase: Range) -> str | None:
        """A phrase without its article."""
        at = phrase[0] + (self.lower[phrase[0]] in self.words["determiners"])
        return self.text_of((at, phrase[1])) if at < phrase[1] else None

    def _unnamed(self, head: Range, core: Range) -> Person:
        """“The mayor”: somebody whose role was told; “media reports”: a name of its own; “a spokesman”: nobody known."""
        noun = self.lower[core[1] - 1]
        if noun[0].isdigit() and noun.endswith("-old"):
            return self._he_or_she(head[0], None)
        if noun not in self.words.role_nouns:  # “an official familiar with …”
            inside = [self.lower[place] for place in range(*core) if self.lower[place] in self.words.role_nouns]
            noun = inside[-1] if inside and noun.isalpha() and not noun.endswith("s") else noun
        definite = self.lower[head[0]] == "the"
        if noun in self.words.role_nouns:
            if definite:
                someone = self.with_role(noun, head[0])
                if someone is not None:
                    return Person(someone.name, someone.role, None, 0.65, f"the only {noun} so far")
            return Person(None, self._plain(head), None, 0.4, "not named")
        if definite and noun in self.words["institutions"] and core[1] - core[0] == 2:
            named = self.institution_called(noun, head[0])
            if named is not None:
                return Person(named.name, None, None, 0.6, f"the {noun} named before")
        if noun in self.words["pronouns"]:
            return NOBODY
        if (
            definite
            or noun.endswith("s")
            or noun in self.words["collectives"]
            or self.prose.tokens.words[core[1] - 1][0].isupper()
        ):
            return Person(self._plain(core), None, None, 0.6, "an institution, a document or a group")
        return Person(self._plain(core), None, None, 0.45, "a thing or a group")

    def _pronoun(self, head: Range) -> Person | None:
        word = self.lower[head[0]]
        if word in self.words["relatives"]:
            return self._antecedent(head[0])
        kind = self.words.pronouns.get(word)
        if kind is None:
            return None
        if kind in ("female", "male"):
            return self._he_or_she(head[0], kind)
        if kind == "thing":
            named = self._institution(head[0])
            if named is not None:
                return Person(named.name, None, None, 0.6, "opened the sentence before")
        if self.last is None or self.paragraph_of[head[0]] - self.paragraph_of[self.last[0]] > _REACH:
            return NOBODY
        someone = self.known_as(self.last[1].name)
        if someone is not None and (someone.person or someone.gender):
            return NOBODY
        return attrs.evolve(self.last[1], confidence=0.5, reason=f"“{word}” goes on with who spoke last")

    def _institution(self, place: int) -> Known | None:
        """The institution that opened the sentence before, if one did."""
        paragraph = self.paragraph_of[place]
        recent = self._named_between(self.prose.paragraphs[max(0, paragraph - 1)][0], place)
        opened = [at for at in recent if self._subject(at)]
        someone = self.at_place[opened[-1]] if opened else None
        return someone if someone is not None and someone.definite and not someone.person else None

    def _antecedent(self, place: int) -> Person:
        """Whoever is named right before “who”."""
        for back in range(place - 1, max(-1, place - 4), -1):
            someone = self.at_place.get(back)
            if someone is not None:
                return Person(someone.name, someone.role, None, 0.75, "named before “who”")
            if self.lower[back] != "," and self.lower[back][0].isalnum():
                break
        return NOBODY

    def _he_or_she(self, place: int, gender: str | None) -> Person:
        """Who spoke last, else who opened the sentence before, else who was named last: the first whose gender fits."""
        paragraph = self.paragraph_of[place]
        if self._nameless(paragraph, gender):
            spoke = cast("tuple[int, Person]", self.last)[1]
            return attrs.evolve(spoke, confidence=0.6, reason=f"“{self.lower[place]}” goes on with who spoke last")
        candidates: list[tuple[Known, float, str]] = []
        if self.last is not None and paragraph - self.paragraph_of[self.last[0]] <= _REACH:
            speaker = self.known_as(self.last[1].name)
            between = list(self._named_between(self.last[0], place))
            if speaker is not None and not any(
                self._subject(at) and self.at_place[at] is not speaker for at in between
            ):
                candidates.append((speaker, 0.8, "spoke last"))
        recent = self._named_between(self.prose.paragraphs[max(0, paragraph - 2)][0], place)
        subjects = [at for at in recent if self._subject(at)]
        candidates += [(self.at_place[at], 0.65, "opened a sentence before") for at in reversed(subjects)]
        candidates += [(self.at_place[at], 0.5, "was named last") for at in reversed(recent)]
        for someone, sure, reason in candidates:
            if (
                someone.definite
                or (someone.place and not someone.person and someone.role is None)
                or (someone.gender and gender and someone.gender != gender)
            ):
                continue
            if (
                len(someone.parts) == 1
                and not someone.person
                and someone.gender is None
                and someone.role is None
                and sure < 0.8
            ):
                continue
            someone.gender = gender or someone.gender
            return Person(someone.name, someone.role, None, sure, f"“{self.lower[place]}”: {reason}")
        return NOBODY

    def _nameless(self, paragraph: int, gender: str | None) -> bool:
        """Whether somebody without a name, “a council spokesman”, spoke last in the same paragraph, and the gender fits."""
        if self.last is None or self.last[1].name is not None or self.paragraph_of[self.last[0]] != paragraph:
            return False
        return gender is None or self.gender_of(self.last[1].role or "") in (None, gender)

    def _named_between(self, first: int, last: int) -> list[int]:
        """The places of names between two tokens, the narrator's only."""
        return [
            at
            for at in range(max(first, last - _FAR), last)
            if at in self.at_place
            and self.prose.quote_at[at] < 0
            and self.at_place.get(at - 1) is not self.at_place[at]
        ]

    def _subject(self, place: int) -> bool:
        """Whether a name stands at the beginning of a sentence, with a role in front of it at most."""
        first = place
        while first > 0 and place - first < _LONGEST_ROLE and not self._sentence_begins(first):
            before = self.lower[first - 1]
            if self.prose.quote_at[first - 1] >= 0 or (
                before == "," and self.lower[first - 2] not in self.words.role_nouns
            ):
                return False
            first -= 1
        return self._sentence_begins(first)

    def _sentence_begins(self, place: int) -> bool:
        return place == 0 or self.lower[place - 1] == "." or self.paragraph_of[place - 1] != self.paragraph_of[place]
