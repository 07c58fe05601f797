"""From mention to person: who “Sanders”, “she” and “the press secretary” are, by what the text says of them."""

from bisect import bisect_right
from functools import cached_property
from typing import cast

import attrs

from newskit.evidence.described import Described, Person
from newskit.evidence.known import Known
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: A name stands no further than this, in tokens, behind the beginning of a sentence that it opens, with a role before it.
_FARTHEST_NAME = 16
#: A pronoun looks back no further than this, in tokens.
_FAR = 400
#: A question that the narrator tells has no more tokens than this, …
_LONGEST_QUESTION = 40
#: … and names who is asked within this many.
_FARTHEST_HEARER = 6
#: A sentence may have this many tokens up to its pronoun: “What will she miss?”
_FIRST_WORDS = 3
#: How many paragraphs back a pronoun may reach.
_REACH = 4
#: A death is told this near, in tokens, behind one of the first places of a name.
_NEAR, _FEW_PLACES = 20, 3
#: An adverbial in front of a subject has no more tokens than this.
_LONGEST_LEAD = 5
#: Of those whom a text names no more than this are looked at for an age.
_MANY = 200


NOBODY = Person(None, confidence=0.3, reason="leads to nobody")


class People(Described):
    """Says who is meant. Mentions are to be asked for in text order: a pronoun looks back at who spoke before."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        super().__init__(prose, words)
        #: Where somebody spoke last, and who; and whoever spoke before, if that was somebody else.
        self.last: tuple[int, Person] | None = None
        self.other: tuple[int, Person] | None = None
        #: The first institution that spoke.
        self.announced: Known | None = None
        self.sentence_starts = [first for first, _ in prose.sentences]
        self.paragraph_of = [0] * len(prose.tokens)
        for number, (first, last) in enumerate(prose.paragraphs):
            self.paragraph_of[first:last] = [number] * (last - first)

    def meant(self, source: Range) -> Person:
        """Say who a mention stands for."""
        if (
            self.lower[source[0]].isdigit() and self.lower[source[0] + 1] in self.words["articles"]
        ):  # “In 1988 a critic”
            source = source[0] + 1, source[1]
        label = self._label(source)
        if label is not None:
            return label
        head_end = source[1]
        for place in range(*source):
            if self.lower[place] == "," and self.prose.quote_at[place] < 0:
                head_end = place
                break
        if head_end - source[0] > 1 and self.lower[head_end - 1] in self.words["no_speakers"]:  # “Poe himself”
            head_end -= 1
        head, aside = (source[0], head_end), (min(head_end + 1, source[1]), source[1])
        person = self._pronoun(head) if head[1] - head[0] == 1 else None
        if person is None:
            if head[1] - head[0] == 1 and self.lower[head[0]] in self.words["first_person"]:
                return Person(None, confidence=0.4, reason="the narrator")
            person = self._phrase(head, aside)
        if person.name or person.role:
            self._speaks(source[0], person)
        self._note_institution(person)
        return person

    def _note_institution(self, person: Person) -> None:
        """Remember the first institution with a name that speaks: it is “the company” further on."""
        someone = self.known_as(person.name)
        if self.announced is not None or someone is None or person.role is not None:
            return
        told = someone.person or someone.gender or someone.role or someone.heard or someone.place
        if someone.name[0].isupper() and not told:
            self.announced = someone

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
            person = self._introduced(quote, -1)
            if person is not None:
                self._speaks(quote[0], person)
            return person
        at, person = self.last
        reason = "nobody else is named since"
        introduced = self._introduced(quote, at)
        if introduced is not None:
            self._speaks(quote[0], introduced)
            return introduced
        asked = self._asked(quote)
        if asked is not None:
            self._speaks(quote[0], asked)
            return asked
        if self.other is not None and not self._may_go_on(person):
            at, person = self.other
        if self.paragraph_of[quote[0]] - self.paragraph_of[at] > _REACH:
            return None
        if self._in_dialogue(quote):
            person, reason = cast("tuple[int, Person]", self.other)[1], "question and answer"
        self._speaks(quote[0], person)
        return attrs.evolve(person, confidence=0.7 * person.confidence + 0.1, reason=reason)

    def _asked(self, quote: Range) -> Person | None:
        """Whoever was asked in the paragraph before a quotation: “Lopez asked Mr. Poe how he knew.”, then Poe's words."""
        paragraph = self.paragraph_of[quote[0]]
        if not paragraph or self.prose.paragraphs[paragraph][0] != quote[0]:
            return None
        begin = self.prose.paragraphs[paragraph - 1][0]
        for place in range(quote[0] - 1, max(begin, quote[0] - _LONGEST_QUESTION), -1):
            if self.prose.quote_at[place] >= 0:
                return None
            if self.lower[place] in self.words["asking"]:
                named = self._named_between(place + 1, min(place + _FARTHEST_HEARER, quote[0]))
                someone = self.at_place[named[0]] if named else None
                if someone is None or not self.is_somebody(someone) or self.last is None:
                    return None
                return Person(someone.name, someone.role, None, 0.65, "was asked right before")
        return None

    def _introduced(self, quote: Range, spoke: int) -> Person | None:
        """Whoever the narrator tells of right before a quotation: “Retired postman Max Poe laughed.”, then his words."""
        paragraph = self.paragraph_of[quote[0]]
        begin = self.prose.paragraphs[paragraph][0]
        if begin == quote[0] and paragraph:
            begin = self.prose.paragraphs[paragraph - 1][0]
        if (
            spoke >= begin
            or quote[0] - begin > _FAR
            or any(self.prose.quote_at[at] >= 0 for at in range(begin, quote[0]))
        ):
            return None
        sentence = bisect_right(self.sentence_starts, quote[0] - 1) - 1
        opening = self.sentence_starts[sentence]
        first = range(opening, min(opening + _FIRST_WORDS, quote[0]))  # “What will she miss?”
        pronoun = next((place for place in first if self.opens_with(place)), opening)
        gender = self.opens_with(pronoun)
        if gender is not None and opening >= begin:
            person = self._he_or_she(pronoun, gender)
            return person if person.name else None
        for at in reversed(self._named_between(begin, quote[0])):
            someone = self.at_place[at]
            if self._subject(at) and self.is_somebody(someone):
                return Person(someone.name, someone.role, None, 0.6, "the narrator tells of them right before")
        return None

    def _may_go_on(self, person: Person) -> bool:
        """Whether somebody may speak on without being named again: a person, not a document or a group."""
        someone = self.known_as(person.name)
        return person.role is not None or (someone is not None and self.is_somebody(someone))

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
        core = self.core(head)
        if (
            core[1] - core[0] == 2
            and self.lower[core[0]] in self.words["definite_articles"]
            and self.lower[core[0] + 1] in self.words["demonyms"]
        ):
            return self._he_or_she(core[0] + 1, None)  # “the Irishman”
        someone = self.first_of_two(core) or self.named(core) or self.named_before(core)
        office = self.lower[core[1] - 1] in self.words.role_nouns and self.lower[head[0]] in self.words["determiners"]
        if (someone is None or office) and aside[1] > aside[0]:
            inside = self.named_in_aside(head, aside)
            if inside is not None:
                return inside
        if someone is None or not (someone.person or len(someone.parts) > 1):
            titled = self.titled_at_end(head, core)
            if titled is not None:
                return titled
        if someone is not None:
            whole = self.whole_name(head, core, someone)
            if whole is not None:
                return whole
            role = self.role_in(core, someone) or someone.before or self.aside_role(aside) or someone.role
            if self.aside_role(aside) and someone.role is None:
                someone.role = self.aside_role(aside)
            someone.gender = someone.gender or (self.gender_of(role) if role and len(someone.parts) > 1 else None)
            sure = 0.95 if len(someone.parts) > 1 else 0.6
            where = self.affiliation(head, core) if len(someone.parts) > 1 and not someone.definite else None
            return Person(someone.name, role, where, sure, "named in the text")
        behind = self.named_behind(head) if aside[0] >= aside[1] else None
        if behind is not None:
            return behind
        person = self._unnamed(head, core)
        alone = core[1] - core[0] == 1 and self.prose.tokens.words[core[0]][0].isupper()
        if alone and person.name and aside[1] > aside[0] and self.aside_role(aside):  # “Irena, a clerk who …”
            person = attrs.evolve(person, role=self.aside_role(aside), reason="a name with a role behind it")
        return person

    def _unnamed(self, head: Range, core: Range) -> Person:
        """“The mayor”: somebody whose role was told; “media reports”: a name of its own; “a spokesman”: nobody known."""
        noun = self.lower[core[1] - 1]
        if noun[0].isdigit() and noun.endswith(self.words.endings["age"]):
            return self._aged(core[1] - 1)
        called = noun in self.words["institutions"] or noun in self.words["businesses"]
        if noun not in self.words.role_nouns and not called:  # “an official familiar with …”
            owned = max((place + 1 for place in range(*core) if self.owns(place)), default=core[0])
            inside = [
                self.lower[place] for place in range(owned, core[1]) if self.lower[place] in self.words.role_nouns
            ]
            noun = inside[-1] if inside and noun.isalpha() and not noun.endswith(self.words.endings["plural"]) else noun
        definite = self.lower[head[0]] in self.words["definite_articles"]
        if noun in self.words.role_nouns:
            aged = self._aged_role(core) if definite else None
            if aged is not None:
                return aged
            if definite:
                someone = self.with_role(noun, head[0])
                if someone is not None:
                    return Person(someone.name, someone.role, None, 0.65, f"the only {noun} so far")
            return Person(None, self.plain(head), None, 0.8, "not named")
        if definite and called and core[1] - core[0] == 2:
            named = self.institution_called(noun, head[0])
            if named is None and noun in self.words["businesses"]:
                named = self.announced or self.institution_before(head[0])
            if named is not None:
                return Person(named.name, None, None, 0.6, f"the {noun} named before")
        if noun in self.words["pronouns"]:
            return NOBODY
        if noun[0].isdigit() and self.prose.tokens.words[core[1] - 2][0].isupper():
            return Person(
                self.plain((head[0], self.with_of(head, core))), None, None, 0.6, "an institution with a number"
            )
        if (
            definite
            or noun.endswith(self.words.endings["plural"])
            or noun in self.words["collectives"]
            or self.prose.tokens.words[core[1] - 1][0].isupper()
        ):
            return Person(self.plain(core), None, None, 0.8, "an institution, a document or a group")
        return Person(self.plain(core), None, None, 0.7, "a thing or a group")

    def _aged_role(self, core: Range) -> Person | None:
        """Who “the 58-year-old bus driver” is, with that role; None where no age stands there or it leads to nobody."""
        for place in range(*core):
            if self.lower[place][0].isdigit() and self.lower[place].endswith(self.words.endings["age"]):
                person = self._aged(place)
                someone = self.known_as(person.name)
                if someone is None:
                    return None
                someone.role = someone.role or self.text_of((place + 1, core[1]))
                return attrs.evolve(person, role=someone.role)
        return None

    def _aged(self, place: int) -> Person:
        """Who “the 24-year-old” is: whose age stands behind the name, else whom the text is about."""
        age = self.lower[place].partition("-")[0]
        for someone in self.known[:_MANY]:
            behind = someone.places[0] + len(someone.parts) if someone.places else 0
            if self.lower[behind : behind + 2] == [",", age]:
                return Person(someone.name, someone.role, None, 0.75, "the age stands behind the name")
        paragraph = self.paragraph_of[place]
        here = self._named_between(self.prose.paragraphs[paragraph][0], place)
        first = self.prose.paragraphs[max(0, paragraph - 1)][0]
        before = [at for at in self._named_between(first, place) if self._subject(at)]
        if self.theme is None or any(self.is_somebody(self.at_place[at]) for at in here or before):
            return self._he_or_she(place, None)
        return Person(self.theme.name, self.theme.role, None, 0.5, "the text is about them")

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
        narrated = self.prose.quote_at[self.prose.paragraphs[paragraph][0]] < 0
        if self.about is not None and narrated and not self._names_somebody(paragraph, place):
            candidates.append((self.about, 0.7, "the text tells of their death"))
        aged = self._age_in_front(place)
        if aged is not None:
            someone = self.known_as(self._aged(aged).name)
            candidates += [(someone, 0.6, "goes on with the sentence before")] if someone is not None else []
        if self.last is not None and paragraph - self.paragraph_of[self.last[0]] <= _REACH:
            speaker = self.known_as(self.last[1].name)
            between = list(self._named_between(self.last[0], place))
            if speaker is not None and not any(
                self._subject(at) and self.at_place[at] is not speaker for at in between
            ):
                candidates.append((speaker, 0.85, "spoke last"))
        recent = self._named_between(self.prose.paragraphs[max(0, paragraph - 2)][0], place)
        subjects = [at for at in recent if self._subject(at)]
        owners = [at for at in recent if self._sentence_begins(at) and self.is_somebody(self.at_place[at])]
        candidates += [(self.at_place[at], 0.8, "opened a sentence before") for at in reversed(subjects)]
        candidates += [(self.at_place[at], 0.55, "owns what opened a sentence before") for at in reversed(owners)]
        recent.sort(key=lambda at: (not self.is_somebody(self.at_place[at]), -at))
        candidates += [(self.at_place[at], 0.5, "was named last") for at in recent]
        for someone, sure, reason in candidates:
            if (
                someone.definite
                or self.is_institution(someone)
                or (someone.place and not someone.person and someone.role is None)
                or (gender and (someone.gender or someone.heard or gender) != gender)
            ):
                continue
            if (
                len(someone.parts) == 1
                and not someone.person
                and someone.gender is None
                and someone.role is None
                and sure < 0.85
            ):
                continue
            someone.gender = gender or someone.gender
            return Person(someone.name, someone.role, None, sure, f"“{self.lower[place]}”: {reason}")
        return NOBODY

    def _age_in_front(self, place: int) -> int | None:
        """Where “the 24-year-old” opens the sentence right before, in the same paragraph."""
        number = bisect_right(self.sentence_starts, place) - 2
        if number < 0 or self.paragraph_of[self.sentence_starts[number]] != self.paragraph_of[place]:
            return None
        at = self.sentence_starts[number] + 1
        definite = self.lower[at - 1] in self.words["definite_articles"]
        found = definite and self.lower[at][0].isdigit() and self.lower[at].endswith(self.words.endings["age"])
        return at if found else None

    def _names_somebody(self, paragraph: int, place: int) -> bool:
        """Whether a paragraph names a person before a place, or somebody spoke there."""
        begin = self.prose.paragraphs[paragraph][0]
        spoke = self.last is not None and self.last[0] >= begin
        return spoke or any(self.is_somebody(self.at_place[at]) for at in self._named_between(begin, place))

    @cached_property
    def about(self) -> Known | None:
        """The person whose death an obituary tells of near their name; None in any other text."""
        most = max((someone.mentions for someone in self.known if len(someone.parts) > 1), default=0)
        for someone in self.known[:_MANY]:
            named = len(someone.parts) > 1 and not someone.definite and someone.mentions in (most, most - 1)
            for at in someone.places[:_FEW_PLACES] if named else ():
                if any(word in self.words["deaths"] for word in self.lower[at : at + _NEAR]):
                    return someone
        return None

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
        last = place
        while self.at_place.get(last + 1) is self.at_place[place]:
            last += 1
        if self.owns(last):
            return False
        first = place
        while first > 0 and place - first < _FARTHEST_NAME and not self._sentence_begins(first):
            before = self.lower[first - 1]
            if self.prose.quote_at[first - 1] >= 0 or self._is_finite(first - 1) or before in self.words["relatives"]:
                return False
            if before.endswith(self.words.endings["past"]) and before not in self.words["role_modifiers"]:
                return False
            if first == place and before in self.words["prepositions"]:
                return self._leads_in(first)
            if before == "," and self.lower[first - 2] not in self.words.role_nouns and not self._opens_role(first - 1):
                return self._leads_in(first - 1)
            first -= 1
        return self._sentence_begins(first)

    def _opens_role(self, comma: int) -> bool:
        """Whether a role and what belongs to it stand between the beginning of a sentence and a comma: “A nurse at the home,”."""
        first, told = comma, False
        while first > 0 and comma - first < _FARTHEST_NAME and not self._sentence_begins(first):
            first -= 1
            if self.prose.quote_at[first] >= 0 or self.lower[first] == "," or self._is_finite(first):
                return False
            told = told or self.lower[first] in self.words.role_nouns
        return told and self._sentence_begins(first)

    def _leads_in(self, comma: int) -> bool:
        """Whether only an adverbial stands between a comma and the beginning of its sentence: “Outside,”, “In May,”."""
        first = comma
        while first > 0 and comma - first < 2 * _LONGEST_LEAD and not self._sentence_begins(first):
            first -= 1
            if first in self.at_place or self.prose.quote_at[first] >= 0 or self.lower[first] in self.words["pronouns"]:
                return False
        short = comma - first <= _LONGEST_LEAD or self.lower[first] in self.words["prepositions"]
        return short and self._sentence_begins(first)

    def _sentence_begins(self, place: int) -> bool:
        return place == 0 or self.lower[place - 1] == "." or self.paragraph_of[place - 1] != self.paragraph_of[place]
