"""Whoever is meant but not named, “she”, “the 24-year-old”: found among those who spoke or were named before."""

from collections.abc import Iterator
from itertools import chain
from typing import cast

import attrs

from newskit.evidence.known import FAR, Known, Person, Roster
from newskit.evidence.told import Told
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose

#: What somebody does to “him” stands no further behind their name than this, in tokens.
_FAR_OBJECT = 20
#: A name stands no further than this, in tokens, behind the beginning of a sentence that it opens, with a role before it.
_FARTHEST_NAME = 16
#: An adverbial in front of a subject has no more tokens than this.
_LONGEST_LEAD = 5
#: One that begins with a participle, “Asked about …”, has no more than this.
_LONGEST_CLAUSE = 20
#: How many paragraphs back a pronoun may reach.
REACH = 4
#: An office at the beginning of a sentence, “The fire chief”, and its article have no more tokens than this.
_LONGEST_OFFICE = 4
#: “He” opens a paragraph within so many tokens: “Born in Leith, he was …”.
_OPENING = 6
#: What a narrator says of themselves in a paragraph has no more tokens than this.
_SHORT = 40
#: Of those whom a text names no more than this are looked at for an age.
_MANY = 200

#: Who may be “he” or “she”, how surely, and why.
_Candidate = tuple[Known, float, str]
#: A pronoun is whoever spoke last so surely: that is nobody's place, “from” or “near” in front of the name or not.
_SURE = 0.85
_DIED, _THEME = "the text tells of their death", "the text is about them"

NOBODY = Person(None, confidence=0.3, reason="leads to nobody")


class Pronouns(Roster, Told):
    """Looks back from a pronoun: at who spoke last, at what sentences opened with, at who was named."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        super().__init__(prose, words)
        #: Where somebody spoke last, and who; and whoever spoke before, if that was somebody else.
        self.last: tuple[int, Person] | None = None
        self.other: tuple[int, Person] | None = None
        #: The gender of “her” in front of whoever spoke last, “her first teacher”.
        self.owner: str | None = None
        #: Whether somebody answers whoever spoke last: “she replied”.
        self.replies = False

    def aged(self, place: int, anyone: str | None = None) -> Person:
        """Who “the 24-year-old” is: whose age stands behind the name, else whom the text is about; “a 24-year-old” is nobody else."""
        age = self.lower[place].partition("-")[0]
        for someone in self.known[:_MANY]:
            if self._age_of(someone) == age:
                return someone.as_person(0.75, "the age stands behind the name")
        here = self.named_between(self.paragraph_begin(place), place)
        first = self.prose.paragraphs[max(0, self.paragraph_of[place] - 1)][0]
        before = [at for at in self.named_between(first, place) if self.is_subject(at)]
        if anyone is not None:
            return Person(None, anyone, None, 0.7, "not named")
        sentence = self.prose.sentence_at(place)
        if not self.words["anonymous"].isdisjoint(self.lower[place : min(sentence[1], place + _FAR_OBJECT)]):
            return Person(None, self.lower[place], None, 0.6, "not named")
        if self.theme is None or any(self.is_somebody(self.at_place[at]) for at in here or before):
            return self.he_or_she(place, None, age=age)
        return self.theme.as_person(0.5, "the text is about them")

    def _age_of(self, someone: Known) -> str | None:
        """The age behind somebody's first full name: “Ann Poe, 61,” and “Ann Poe (61)”."""
        behind = self.name_end(someone, someone.places[0])
        return self.lower[behind + 1] if self.age_behind(behind) else None

    def _may_be_firm(self, someone: Known) -> bool:
        """Whether a role is one that firms have too and no gender is told: “the landlord, Sund Homes”, “rival Sund Gas”."""
        role = someone.role_words
        return bool(role) and role[-1] in self.words["firm_roles"] and not (someone.gender or someone.heard)

    def _does(self, place: int) -> bool:
        """Whether a verb stands right behind the name that begins here, and is its own: not “the pools of southern Holle can”."""
        end, before = self.name_end(self.at_place[place], place), self.lower[max(0, place - 2) : place]
        return end < len(self.lower) and self._is_verb(end) and self.words["genitives"].isdisjoint(before)

    def he_or_she(
        self, place: int, gender: str | None, *, age: str | None = None, asks: Person | None = None
    ) -> Person:
        """Who spoke last, else who opened the sentence before, else who was named last: the first whose gender and age fit.

        It is not whoever asks them.
        """
        other = self.known_as(asks.name) if asks else self._presses(place)
        if asks is None and self._nameless(place, gender):
            spoke = cast("tuple[int, Person]", self.last)[1]
            return attrs.evolve(spoke, confidence=0.6, reason=f"“{self.lower[place]}” goes on with who spoke last")
        candidates = chain(
            self._right_before(place, gender, age, other), self._around(place, gender), self._of_the_text(place)
        )
        for someone, sure, reason in candidates:
            fits = someone is not other and self._fits(someone, gender, age, sure)
            if fits and not self.is_rather_hero(someone, place, gender) and not self.is_told_of(someone, place):
                someone.gender = gender or someone.gender
                return someone.as_person(sure, f"“{self.lower[place]}”: {reason}")
        return NOBODY

    def _right_before(
        self, place: int, gender: str | None, age: str | None, other: Known | None
    ) -> Iterator[_Candidate]:
        """Who was told of, asked or named right before a pronoun, and who spoke last; nobody else speaks there but ``other``.

        An age leads to no other age in front, or a row of sentences that open with one would be read to its beginning.
        """
        paragraph = self.paragraph_of[place]
        narrated = self.prose.quote_at[self.prose.paragraphs[paragraph][0]] < 0
        told_in = paragraph if narrated else paragraph - 1
        if self.about is not None and (self.replies or not self._told_of_another(told_in, place, gender)):
            yield self.about, 0.7, _DIED
        if (asked := self.interviewed(place)) is not None:
            yield asked, 0.75, "was asked right before"
        if (introduced := self._introduced_last(place, gender)) is not None:
            yield introduced, 0.7, "is named for the first time right before"
        aged = self._aged_in_front(place) if age is None else None
        for goes_on in (aged, self._office_in_front(place)):
            if goes_on is not None:
                yield goes_on, 0.6, "goes on with the sentence before"
        speaker = self.within_reach(self.last, place)
        if self.last is None or speaker is None:
            return
        answers = self.known_as(self.other[1].name) if self.other else None
        if answers is not None and self._examines(speaker, place, gender):
            yield answers, 0.7, "answers who asked"
        between = self.named_between(self.last[0] + 1, place)
        passed = (at for at in between if self._only_theirs(at, gender) or self.presses_at(at))
        opened = (self.at_place[at] for at in set(between).difference(passed) if self.is_subject(at))
        if all(someone in (speaker, other) for someone in opened):
            yield speaker, _SURE, "spoke last"

    def within_reach(self, spoke: tuple[int, Person] | None, place: int) -> Known | None:
        """Whoever spoke somewhere, where that is not too far in front of a pronoun and they have a name."""
        if spoke is None or self.paragraph_of[place] - self.paragraph_of[spoke[0]] > REACH:
            return None
        return self.known_as(spoke[1].name)

    def _examines(self, speaker: Known, place: int, gender: str | None) -> bool:
        """Whether whoever spoke last asks others questions or is no “he”, and asked something from their paragraph on up to a place."""
        told = speaker.gender or speaker.heard
        another = told is not None and gender is not None and told != gender
        if self.last is None or not (another or speaker.name in self.examiners):
            return False
        first = self.paragraph_begin(self.last[0])
        begin = self.prose.sentence_at(place)[0]
        # “Asked if she ran, …” does not say who asks
        end = begin if self.lower[begin] in self.words["asking"] else place
        told_by = range(max(first, place - FAR), end)
        if not another and any(self.lower[at] == "?" or self.lower[at] in self.words["putting"] for at in told_by):
            return True
        return any(self.is_question(at) and self.prose.quote_at[at] < 0 for at in told_by)

    def is_question(self, at: int) -> bool:
        """Whether “asked” stands here and asks somebody something: not “asked for five years”, “asked to leave”."""
        asks = self.lower[at] in self.words["asking"]
        return asks and self.words["request_links"].isdisjoint(self.lower[at + 1 : at + 2])

    def _around(self, place: int, gender: str | None) -> Iterator[_Candidate]:
        """Who opened a sentence in the paragraph of a pronoun and the two before, the last first, or was named there alone."""
        paragraph = self.paragraph_of[place]
        recent = self.named_between(self.prose.paragraphs[max(0, paragraph - 2)][0], place)
        for number in range(paragraph, max(-1, paragraph - 3), -1):
            if number == paragraph - 2 and self.protagonist is not None:
                yield self.protagonist, 0.55, _THEME
            here = [at for at in recent if self.paragraph_of[at] == number and not self.presses_at(at)]
            here = [at for at in here if not self._only_theirs(at, gender)]
            people = {id(self.at_place[at]): at for at in here if self.is_somebody(self.at_place[at])}
            for at in reversed(here):
                if self.is_subject(at):
                    yield self.at_place[at], 0.8, "opened a sentence before"
            for at in reversed(here):
                if self._sentence_begins(at) and self.is_somebody(self.at_place[at]):
                    yield self.at_place[at], 0.55, "owns what opened a sentence before"
            if len(people) == 1:
                yield from (
                    (self.at_place[at], 0.55, "alone was named in a paragraph before") for at in people.values()
                )

    def _only_theirs(self, place: int, gender: str | None) -> bool:
        """Whether a name opens a sentence as “her” teacher's where the text is about her, and nothing tells that the teacher is a woman too."""
        someone, hero = self.at_place[place], self.about or self.protagonist
        if hero is None or gender not in (hero.gender, hero.heard):
            return False
        if gender is None or gender in (someone.gender, someone.heard) or not self.is_owned(place):
            return False
        first, end = self.prose.sentence_at(place)
        themselves = (word for word in self.lower[place : min(end, place + FAR)] if word in self.words["reflexives"])
        if gender in map(self.words.pronouns.get, themselves):  # “Her teacher, Ann Poe, taught herself.”
            return False
        return self.opens_with(first) == gender

    def _of_the_text(self, place: int) -> Iterator[_Candidate]:
        """Whom an obituary tells of, who was named last, whom the text is about."""
        if self.about is not None:
            yield self.about, 0.5, _DIED
        if self.visited is not None and self.visited.places[0] < place:
            yield self.visited, 0.5, _THEME
        if (spoke := self.within_reach(self.other, place)) is not None:
            yield spoke, 0.5, "spoke before"
        recent = self.named_between(self.prose.paragraphs[max(0, self.paragraph_of[place] - 2)][0], place)
        recent.sort(key=lambda at: (not self.is_somebody(self.at_place[at]), -at))
        yield from ((self.at_place[at], 0.5, "was named last") for at in recent)
        if (spoke := self.within_reach(self.last, place)) is not None:
            yield spoke, 0.45, "spoke last"
        if self.theme is not None and self.theme.places[0] < place:
            yield self.theme, 0.45, _THEME

    def _fits(self, someone: Known, gender: str | None, age: str | None, sure: float) -> bool:
        """Whether somebody may be “he” or “she”: a person, of that gender and age; less than a full name must be told of or have spoken."""
        spoke = sure == _SURE
        if (
            (someone.definite and not self.is_told(someone))  # “the Poe family” names Max Poe too
            or self.is_institution(someone)
            or self.is_constituency(someone)
            or (someone.place and not someone.person and someone.role is None and not spoke)
            or (someone.parts[0].lower() in self.words["place_openers"] and not self.is_told(someone))
            or not someone.may_be(gender)
            or (age and self._age_of(someone) not in (None, age))
        ):
            return False
        return len(someone.parts) > 1 or spoke or bool(someone.person or someone.gender or someone.role)

    def interviewed(self, place: int) -> Known | None:
        """Whom the narrator asks, or asks of, at the end of the paragraph in front: “What frightens you?”, “Does she sing?”.

        It is whom an interview is about or who opens a sentence there, else whom the text is about or one of the two who spoke last.
        """
        paragraph = self.paragraph_of[place]
        first, end = self.prose.paragraphs[paragraph - 1] if paragraph else (0, 0)
        if self.visited and end - first <= _SHORT and self._narrator_tells(first, end):
            return self.visited
        if self.lower[end - 1 : end] != ["?"] or self.theme is None or self.prose.quote_at[end - 1] >= 0:
            return None
        named = self.named_between(first, end)
        here = [self.at_place[at] for at in named if self.is_subject(at)]
        first = max(first, self.prose.sentence_at(end - 1)[0])
        if end - first > FAR or not self.prose.is_narrated(first, end):
            return None
        asked = next((gender for at in range(first, end) if (gender := self.opens_with(at))), None)
        if asked is None and self.words["addressed"].isdisjoint(self.lower[first:end]):
            return None
        spoke = (self.within_reach(self.last, place), self.within_reach(self.other, place))
        told = [
            self.at_place[at] for at in named if asked and asked in (self.at_place[at].gender, self.at_place[at].heard)
        ]
        theme = self.visited, *reversed(here), *reversed(told), self.hero, *(spoke if asked else ()), self.theme
        for someone in cast("tuple[Known | None, ...]", theme):
            fits = someone is not None and asked in (None, someone.gender or someone.heard or asked)
            if someone is not None and fits and self.is_somebody(someone):
                return someone
        return None

    def _narrator_tells(self, first: int, end: int) -> bool:
        """Whether a range is the narrator's who asks, or tells what they do, and tells of nobody else: “I put this to him.”, “Why a bag?”."""
        tells = self.lower[end - 1] == "?" or any(self.lower[at] in self.words["narrator"] for at in range(first, end))
        named = (self.at_place[at] for at in range(first, end) if at in self.at_place)
        other = any(someone is not self.visited and self.is_told(someone) for someone in named)
        return tells and not other and self.prose.is_narrated(first, end)

    def _introduced_last(self, place: int, gender: str | None) -> Known | None:
        """Whoever the sentence right before ends with, named for the first time: “Among them was Ann Poe.” “…,” she said."""
        number = self.prose.sentence_number(place)
        paragraph = self.paragraph_begin(place)
        if self.last is not None and self.last[0] >= paragraph:
            return None
        farthest = max(paragraph, place - FAR)
        while self.sentence_starts[number] > farthest and self.prose.quote_at[self.sentence_starts[number]] >= 0:
            number -= 1
        for begin in self.sentence_starts[number - 1 : number + 1][::-1] if number else self.sentence_starts[:1]:
            end = min(self.prose.sentence_at(begin)[1], place)
            named = [
                at
                for at in self.named_between(max(begin, paragraph), end)
                if self.is_somebody(self.at_place[at]) and self.at_place[at].gender in (None, gender)
            ]
            if not named:
                continue
            someone = self.at_place[named[-1]]
            other = self.opens_with(begin) or (self.at_place[named[0]].gender if self.is_subject(named[0]) else None)
            if self.lower[begin] in self.words["asking"]:  # “Asked about Ann Poe, she smiled.”
                return None
            alone = len({id(self.at_place[at]) for at in named}) == 1 and not self.is_subject(named[0])
            first = someone.places[:1] == [named[-1]]
            told = len(someone.parts) > 1 or someone.gender is not None
            fits = alone and first and told and not someone.place and not self.presses_at(named[-1])
            return someone if fits and (other is None or other != gender) else None
        return None

    def _aged_in_front(self, place: int) -> Known | None:
        """Who “the 24-year-old” is that opens the sentence right before, in the same paragraph."""
        sentence = self.sentence_in_front(place)
        if sentence is None:
            return None
        at = sentence[0] + 1
        definite = self.lower[at - 1] in self.words["definite_articles"]
        found = definite and self.lower[at][0].isdigit() and self.lower[at].endswith(self.words.endings["age"])
        return self.known_as(self.aged(at).name) if found else None

    def _office_in_front(self, place: int) -> Known | None:
        """Who bears the role that opens the sentence right before, in the same paragraph: “The judge smiled. He …”."""
        sentence = self.sentence_in_front(place)
        if sentence is None or self.prose.quote_at[sentence[0]] >= 0:
            return None
        first = sentence[0]
        if self.last is not None and self.last[0] > first:
            return None
        if self.lower[first] not in self.words["definite_articles"]:
            return None
        nouns = range(first + 1, min(first + _LONGEST_OFFICE, place))
        noun = next((at for at in nouns if self.lower[at] in self.words.role_nouns), None)
        if noun is None or noun + 1 in self.at_place or self.owns(noun):
            return None
        return self.with_role(self.lower[noun], first)

    def _told_of_another(self, paragraph: int, place: int, gender: str | None) -> bool:
        """Whether a paragraph of an obituary names a person of that gender before a place and opens with no pronoun, or they spoke there.

        “Her mother, Ann Poe,” is told of only as hers.
        """
        begin, end = self.prose.paragraphs[max(0, paragraph)]
        if self.last is not None and self.last[0] >= begin:
            spoke = self.known_as(self.last[1].name)
            if spoke is None:
                return self.gender_of(self.last[1].role or "") == gender
            to_them = self._does_to(self.last[0], gender)  # “Poe had told him to wait.”
            return spoke is not self.about and not to_them and self._may_be_another(spoke, gender)
        first = range(begin, min(begin + _OPENING, place))
        opens = any(self.opens_with(at) for at in first)
        if end <= place:  # “Her daughter, Ann, has the tools.” “I used them,” she said.
            opens = any(self.opens_with(at) and self.lower[at] in self.words["clause_subjects"] for at in first)
        return not opens and any(
            self.is_somebody(self.at_place[at])
            and self._may_be_another(self.at_place[at], gender)
            and not self.is_owned(at)
            and not self._does_to(at, gender)
            for at in self.named_between(begin, place)
        )

    def _may_be_another(self, someone: Known, gender: str | None) -> bool:
        """Whether somebody may be “she” in an obituary: a gender that nothing tells is not that of the one who died."""
        told = someone.gender or someone.heard
        if told is None and self.about is not None:
            return gender is None or gender not in (self.about.gender, self.about.heard)
        return gender is None or told == gender

    def _does_to(self, place: int, gender: str | None) -> bool:
        """Whether somebody is told of for what they do to “him” in their sentence: “Poe did not speak to him”.

        What the one who died does to them is not: “Poe was 8 when Fisk drew her”.
        """
        end = self.prose.sentence_at(place)[1]
        end = next((at for at in self.named_between(place + 1, end) if self.at_place[at] is self.about), end)
        pronouns = (
            word
            for word in self.lower[place : min(end, place + _FAR_OBJECT)]
            if self.words.pronouns.get(word) == gender
        )
        return any(word not in self.words["clause_subjects"] and word in self.words["hearers"] for word in pronouns)

    def _nameless(self, place: int, gender: str | None) -> bool:
        """Whether somebody without a name, “a council spokesman”, spoke last, and the gender fits.

        They did so in the same paragraph, or in the one before where their role tells the gender, “his sister”, and nobody is
        named since.
        """
        if self.last is None or self.last[1].name is not None:
            return False
        told = self.gender_of(self.last[1].role or "")
        if self.about is not None and told is None and gender in (self.about.gender, self.about.heard):
            return False
        # “Her first teacher told her …” “…,” she said.
        if told is None and gender is not None and gender == self.owner:
            return False
        if told is None and self.returns_to_hero(self.last[0], place, gender):
            return False
        paragraph = self.paragraph_of[self.last[0]]
        if paragraph != self.paragraph_of[place]:
            goes_on = self.about is None and self.prose.quote_at[self.paragraph_begin(place)] >= 0
            fits = told == gender if told is not None else goes_on and self._is_one(self.last[1])
            fits = fits and paragraph == self.paragraph_of[place] - 1
            named = self.named_between(self.last[0], place) if fits else []
            first = self.prose.sentence_at(place)[0]
            here = range(self.paragraph_begin(place), first)  # “That worries Ms Poe, who owns the bar. She …”
            if gender and any(
                at in here and self.at_place[at].gender == gender and not self.names_owner(at) for at in named
            ):
                return False
            return fits and not any(self.is_somebody(self.at_place[at]) and self.is_subject(at) for at in named)
        since = [self.at_place[at] for at in self.named_between(self.last[0], place) if self.is_subject(at)]
        if any(self.is_somebody(someone) and gender in (someone.gender, someone.heard) for someone in since if gender):
            return False  # “A baker told them so. Ms Poe laughed. She …”
        return gender is None or told in (None, gender)

    def _is_one(self, person: Person) -> bool:
        """Whether a role is one person's, who speaks for nobody else: “a clinical officer”."""
        words = (person.role or "").lower().split()
        nouns = [word for word in words if word in self.words.role_nouns]
        return bool(nouns) and not any(word in self.words["voices"] for word in nouns)

    def is_owned(self, place: int) -> bool:
        """Whether a name opens a sentence behind “his first trainer”."""
        first = self.prose.sentence_at(place)[0]
        return (
            place - first < _FARTHEST_NAME and self.lower[first] in self.words["possessives"] and self.is_subject(place)
        )

    def is_subject(self, place: int) -> bool:
        """Whether a name stands at the beginning of a sentence, with a role in front of it at most."""
        last = self.name_end(self.at_place[place], place) - 1
        behind = self.lower[last + 1] if last + 1 < len(self.lower) else ""
        described = behind in self.words.role_nouns or behind in self.words["sites"]
        if self.owns(last) or described:  # “the Cork maker”, “the Cork plant”
            return False
        if self._follows_verb(place, last):
            return True
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

    def _follows_verb(self, place: int, last: int) -> bool:
        """Whether a name that ends its clause stands behind its verb: “So would Ms. Poe.”, “Waiting inside was the owner, Ann Poe, who …”."""
        if last + 1 < len(self.lower) and self.lower[last + 1][0].isalnum():
            return False
        verb = next((n for n in range(place - 1, max(0, place - _FARTHEST_NAME), -1) if self._is_presenter(n)), None)
        if verb is None or any(self._is_finite(n) or self.prose.quote_at[n] >= 0 for n in range(verb + 1, place)):
            return False
        first = self.prose.sentence_at(place)[0]
        word = self.lower[first]
        if verb == first + 1:
            return word in self.words["inverters"]
        leads = word in self.words["prepositions"] or word.endswith(self.words.endings["participle"])
        leads = leads or word in self.words["leading_places"]
        subject = verb - 1 in self.at_place or (
            self.lower[verb - 1] in self.words["clause_subjects"]
            and self.lower[verb - 2] not in self.words["prepositions"]
        )
        return leads and not subject and "," not in self.lower[first:verb]

    def _is_presenter(self, place: int) -> bool:
        """Whether “is”, “was” or “would” stands here."""
        return self.lower[place] in self.words["auxiliaries"]

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
        """Whether only an adverbial stands between a comma and the beginning of its sentence: “Outside,”, “Asked about it,”."""
        first, told = comma, False
        while first > 0 and comma - first < _LONGEST_CLAUSE and not self._sentence_begins(first):
            first -= 1
            someone = self.at_place.get(first)
            named = someone is not None and (self.is_told(someone) or not someone.place)
            told = told or named or self.lower[first] in self.words["pronouns"]
            if self.prose.quote_at[first] >= 0:
                return False
        if not self._sentence_begins(first):
            return False
        if told:  # “Asked if she trusted Poe, Fisk …”
            return self.lower[comma] == "," and self.lower[first] in self.words["asking", "prompted"]
        if self.lower[first].endswith(self.words.endings["participle"]):
            return True
        longest = 2 * _LONGEST_LEAD if self.lower[first] in self.words["prepositions"] else _LONGEST_LEAD
        return comma - first <= longest

    def _sentence_begins(self, place: int) -> bool:
        if place == 0 or self.paragraph_of[place - 1] != self.paragraph_of[place]:
            return True
        return self.lower[place - 1] == "." and not self._abbreviates(place - 1)

    def _abbreviates(self, stop: int) -> bool:
        """Whether a full stop belongs to a title or an initial: “Ms.”, “J.”."""
        word = self.lower[stop - 1]
        return word in self.words.titles or (len(word) == 1 and self.prose.tokens.words[stop - 1].isupper())
