"""Whoever is not named but described: “the mayor”, “the former nurse”, “the company”, found by what the text told of them."""

from functools import cached_property

import attrs

from newskit.evidence.described import Described
from newskit.evidence.institutions import Institutions
from newskit.evidence.known import FAR, Known, Person
from newskit.evidence.pronouns import NOBODY, REACH, Pronouns
from newskit.evidence.relations import Relations
from newskit.evidence.unnamed import Unnamed
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: Of people with the same role, and of the places of a name, no more than this are looked at.
_FEW = 20
#: Of those whom a text names no more than this are looked at.
_MANY = 200
#: What somebody is charged with stands this near behind their name, in tokens.
_NEAR = 24
#: “A junior cabinet minister”: an article stands no more tokens than this in front of its noun.
_FEW_WORDS = 5
#: “of two”
_OF_NUMBER = 2
#: “The man” has no more tokens than this.
_BARE = 2
#: “His defence lawyer” has no more tokens than this.
_OWNED = 3
#: Whoever is described was told of no more paragraphs back than this.
_NEAR_PARAGRAPHS = 2


class Recalled(Pronouns, Described, Relations, Unnamed, Institutions):
    """Finds who bears a role."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        super().__init__(prose, words)
        #: The first institution that spoke.
        self.announced: Known | None = None
        #: Those that spoke whose name goes on behind “of”, by its first word: the Ministry of Roads.
        self.spoken: dict[str, Person] = {}

    def recalled(self, head: Range, core: Range) -> Person:
        """“The mayor”: somebody whose role was told; “media reports”: a name of its own; “a spokesman”: nobody known."""
        noun = self.lower[core[1] - 1]
        if noun.endswith(self.words.endings["age"]):
            anyone = self.lower[head[0]] in self.words["articles", "singles", "one_more"]
            return self.aged(core[1] - 1, self.plain(core) if anyone else None)
        counted = noun.isdigit() and (core[1] - core[0] == 1 or self.lower[core[0]] in self.words["determiners"])
        group = self.group_of(head, core) if counted else None
        if group is not None:
            return Person(group, None, None, 0.7, "a thing or a group")
        called = self.words.names_body(noun)
        if noun not in self.words.role_nouns and not called:
            noun = self._role_inside(core)
        definite = self.lower[head[0]] in self.words["definite_articles"]
        definite = definite or (noun in self.words["lawyers"] and core[1] - core[0] == 1)  # “Counsel said”
        ranked = self.words.ends_rank(self.lower, core[1] - 1) or noun in self.words["class_years"]
        told = self._epithet(core, noun) if definite and ranked else None
        if told is not None:
            return told  # “the world No 2”, “the senior from Holle”
        short = definite and self.prose.tokens.words[core[1] - 1].isupper() and noun in self._by_role  # “the DCP”
        close = self.lower[head[0]] in self.words["possessives"] and noun in self.words["close_ones"]
        if noun in self.words.role_nouns or self.words.gender_of(noun) or short or close:
            return self._with_role_told(head, core, noun, definite=definite)
        if definite and called and self.only_describes(core):
            if noun in self.spoken:
                return self.spoken[noun]
            named = self._named_as(core, noun)
            if named is not None:
                return named
        return self._thing(head, core, noun, definite=definite)

    def _role_inside(self, core: Range) -> str:
        """The last noun for a role in “an official familiar with …”; the last word where there is none, or several are meant."""
        noun = self.lower[core[1] - 1]
        owned = max((place + 1 for place in range(*core) if self.owns(place)), default=core[0])
        inside = [word for word in self.lower[owned : core[1]] if word in self.words.role_nouns]
        return inside[-1] if inside and noun.isalpha() and not noun.endswith(self.words.endings["plural"]) else noun

    def _with_role_told(self, head: Range, core: Range, noun: str, *, definite: bool) -> Person:
        """Whoever has a role, “the mayor”, “a spokesman”: named before or further on, or without a name."""
        role = self.plain(self._without_clause(head))
        if definite and self._is_unnamed(head[0], noun):
            return Person(None, role, None, 0.75, f"the {noun} who is not named")
        bearer = self._bearer(head, core, noun) if definite else None
        if definite and bearer is None and self._may_be_body(noun) and self.only_describes(core):
            bearer = self._named_as(core, noun)  # “the regulator”, “the Holle-based operator”
        bearer = bearer or self._named_later(head, noun) or self.spouse(head, noun) or self.relative(head, noun)
        return bearer or self.who_is_named_next(head, noun, role) or Person(None, role, None, 0.8, "not named")

    def _named_as(self, core: Range, noun: str) -> Person | None:
        """The institution that “the commission” or “the dairy group” is, named before."""
        body = self.called(core, noun)
        return Person(body.name, None, None, 0.6, f"the {noun} named before") if body else None

    def who_is_named_next(self, phrase: Range, noun: str, role: str | None, gender: str | None = None) -> Person | None:
        """Whoever the words behind a sentence name, with the role that this gives them: “Its owner says …”, “…,” said Ann Poe."""
        someone = self.who_says_next(phrase, noun, gender)
        if someone is None:
            return None
        if someone.role is None and role:
            someone.role = role
            for word in someone.role_words:  # “the owner” further on
                self._by_role.setdefault(word, []).append(someone)
        return attrs.evolve(someone.as_person(0.55, f"the {noun} who is named right behind"), role=role)

    def _thing(self, head: Range, core: Range, noun: str, *, definite: bool) -> Person:
        """What is nobody in particular, called what the text calls it: “media reports”, “the survey”."""
        if noun in self.words["pronouns"] or (core[1] - core[0] == 1 and noun in self.words["no_speakers"]):
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

    def _may_be_body(self, noun: str) -> bool:
        """Whether a noun for a role may stand for an institution too: “the regulator”, “the retailer”."""
        return noun in self.words.institution_words or noun in self.words["kinds", "businesses"]

    def _is_unnamed(self, place: int, noun: str) -> bool:
        """Whether “the minister” is “a minister” told of a little before, and nobody with that role is named since."""
        bearer = self.with_role(noun, place)
        first = self.prose.paragraphs[max(0, self.paragraph_of[place] - REACH)][0]
        for at in range(place - 1, max(first, place - FAR), -1):
            if self.prose.quote_at[at] >= 0:
                continue
            if bearer is not None and self.at_place.get(at) is bearer:
                return False
            if self.lower[at] == noun and self.is_anyone(at):
                return True
        return False

    def _bearer(self, head: Range, core: Range, noun: str) -> Person | None:
        """Who “the mayor” is, told of before: whoever has that role, is accused, or is led to by a pronoun there."""
        aged = self._aged_role(core)
        if aged is not None:
            return aged
        pleads = self._pleader(core, noun)
        if pleads is not None:
            return pleads.as_person(0.65, f"the {noun} who speaks for somebody in court")
        if noun in self.words["accused"] and core[1] - core[0] == 2:
            someone = self.accused
        else:
            someone = self._with_whole_role(core, noun) or self.with_role(noun, head[0])
        if someone is not None and self._is_no_longer(core, someone):  # “Her predecessor, Ann Poe, … The former boss”
            someone = None
        if someone is not None:
            return someone.as_person(0.65, f"the only {noun} so far")
        again = self._again(head, core, noun)
        if again is not None:
            return again.as_person(0.6, f"the {noun} goes on with who spoke last")
        return self._epithet(core, noun) or self._former(head, core, noun) or self._described(head, core, noun)

    def _is_no_longer(self, core: Range, someone: Known) -> bool:
        """Whether a description is of what somebody was, and they are that now."""
        former = self.words["former"]
        return not former.isdisjoint(self.lower[slice(*core)]) and former.isdisjoint(someone.role_words)

    def _with_whole_role(self, core: Range, noun: str) -> Known | None:
        """Whoever bears a role of several words, the last named before: of two justices “the Chief Justice”."""
        words = self.lower[core[0] + 1 : core[1]]
        if len(words) < _OF_NUMBER:
            return None
        named = (one for one in self._by_role.get(noun, ())[:_FEW] if one.role and one.places[0] < core[0])
        bearers = [one for one in named if set(words) <= set(one.role_words)]
        return bearers[-1] if bearers else None

    def people_of(self, core: Range) -> Person | None:
        """Who “the Dutchman”, “the South African” or “the Nebraska Democrat” is: whoever is told of right there."""
        first, last = core[0] + 1, core[1] - 1
        if self.lower[core[0]] not in self.words["definite_articles"] or not 0 <= last - first < _OWNED:
            return None
        party = self.lower[last] in self.words["parties"] and all(
            word[0].isupper() for word in self.prose.tokens.words[first:last]
        )
        if not (party or " ".join(self.lower[first : last + 1]) in self.words["demonyms"]):
            return None
        bearer = self.with_role(self.lower[last], core[0]) if party else None
        told = bearer.as_person(0.65, "the only one of that party so far") if bearer else self._presented(core[0])
        return told or self.he_or_she(core[0] + 1, None)

    def _epithet(self, core: Range, noun: str) -> Person | None:
        """Who “the league's leading scorer”, “the top seed”, “the Republican” or “the IAS officer” is, whatever role they have: whoever is told of right there."""
        place = core[0]
        inside = range(place + 1, core[1] - 1)
        best = noun in self.words.role_nouns and any(self.lower[at] in self.words["superlatives"] for at in inside)
        ranked = self.words.ends_rank(self.lower, core[1] - 1)
        ranked = ranked or " ".join(self.lower[core[1] - 2 : core[1]]) in self.words["role_pairs"]  # “the centre half”
        large = [at for at in inside if self.prose.tokens.words[at][0].isupper()]
        short = noun in self.words["civil_servants"] and any(self.prose.tokens.words[at].isupper() for at in large)
        short = short or (noun in self.words["politicians"] and bool(large))
        leads = noun in self.words["principals"] and any(self.lower[at] in self.words["contests"] for at in inside)
        if not (best or ranked or short or leads or noun in self.words["epithets", "class_years"]):
            return None
        person = self._presented(place) or self.he_or_she(place, self.gender_of(noun))
        someone = self.known_as(person.name)
        if someone is None or not (self.is_somebody(someone) and self._is_near(someone, place)):
            return None
        return attrs.evolve(person, confidence=0.5, reason=f"the {noun} is who is told of right there")

    def _presented(self, place: int) -> Person | None:
        """Whoever the sentence right before presents behind its verb: “Next is the champion, Max Poe, who beat Dan Lund.”."""
        sentence = self.sentence_in_front(place)
        if sentence is None:
            return None
        first, end = sentence
        named = self.named_between(first, end)
        at = next((at for at in named if self.is_somebody(self.at_place[at]) and not self._leads_to(at)), None)
        if at is None or any(self.is_subject(other) and not self._leads_to(other) for other in named):
            return None
        behind = self.name_end(self.at_place[at], at)
        told = self.lower[behind : behind + 1] == [","] and self.lower[behind + 1] in self.words["personal_relatives"]
        verb = any(self.lower[before] in self.words["copulas"] for before in range(first, at))
        return self.at_place[at].as_person(0.6, "the sentence before presents them") if told and verb else None

    def _leads_to(self, place: int) -> bool:
        """Whether a preposition stands right in front of a name: “Waiting for Max Poe”."""
        return self.lower[place - 1] in self.words["prepositions"]

    def _pleader(self, core: Range, noun: str) -> Known | None:
        """Who “the barrister” is: whoever spoke for somebody in court last, on that side where the noun tells one."""
        if noun not in self.words["lawyers"] or core[1] - core[0] > _OWNED:
            return None
        told = set(self.lower[slice(*core)])
        before = [(side, someone) for at, side, someone in self._pleaders if at < core[0]]
        if not told.isdisjoint(self.words["prosecutors"]):
            before = [(side, someone) for side, someone in before if side in self.words["prosecutors"]]
        elif not told.isdisjoint(self.words["pleadings"]):
            before = [(side, someone) for side, someone in before if side not in self.words["prosecutors"]]
        spoke = self.known_as(self.last[1].name) if self.last else None
        if any(someone is spoke for _, someone in before):
            return spoke
        return before[-1][1] if before else None

    def _may_speak(self, place: int) -> bool:
        """Whether a name neither owns what is behind it nor stands behind a preposition: “For Poe, …”, “Poe's lawyer”."""
        end = self.name_end(self.at_place[place], place)
        return not (self.owns(end - 1) or self._leads_to(place))

    @cached_property
    def _pleaders(self) -> list[tuple[int, str, Known]]:
        """Those who speak for somebody in court: where they are named, the word that tells so, and who."""
        told = self.prose.tokens.places_of(self.words["pleadings", "prosecutors"])
        found = [at for at in told if self.prose.quote_at[at] < 0]
        pleaders: list[tuple[int, str, Known]] = []
        leads = self.words["prepositions", "definite_articles"]
        for at in found[:_MANY]:
            first, end = self.prose.sentence_at(at)
            lead = next((n for n in range(at, at - _OWNED, -1) if self.lower[n - 1] not in leads), at)
            # “Ann Poe, prosecuting,”, “…, for the defence,”
            comma = self.lower[lead - 1] == "," and lead - 2 in self.at_place
            opens = at - first <= _FEW_WORDS  # “In mitigation, Ann Poe said”, “For the defence, …”
            client = self.lower[at] in self.words["clients"] and self.lower[at - 1] in self.words["possessives"]
            near = [lead - 2] if comma else []
            near = near or (self.named_between(at + 1, min(end, at + _NEAR)) if opens and not client else [])
            near = near or [named for named in self.named_between(first, at) if client and self._may_speak(named)][:1]
            if near and self.is_somebody(self.at_place[near[0]]):
                pleaders.append((at, self.lower[at], self.at_place[near[0]]))
        return pleaders

    def _described(self, head: Range, core: Range, noun: str) -> Person | None:
        """Who “the retired dinner lady” or “the mother-of-three” is, of whom nothing else tells it: whoever is told of right there.

        A function is somebody else's: “the judge”, “the officer”. So is whoever is “a plumber” further up.
        """
        of_several = (
            core[1] < head[1] and self.lower[core[1]] in self.words["genitives"] and head[1] - core[1] == _OF_NUMBER
        )
        once = any(word in self.words["former"] for word in self.lower[slice(*core)])
        bare = core[1] - core[0] == _BARE and noun in self.words["plain_nouns"]
        of_many = not self.words["of_many"].isdisjoint(self.lower[slice(*core)])  # “the second headmistress”
        placed = core[1] < head[1] and self.lower[core[1]] in self.words["origins"] and self.ends_in_place(*head)
        odd = of_many or (core != head and not (of_several or placed))
        if odd or self.words.role_nouns.of_several(noun) or bare:
            return None
        large = self.prose.tokens.words[core[1] - 1][0].isupper()  # “the Advocate General”
        if large or self.words.names_institution(noun) or any(self.owns(place) for place in range(*core)):
            return None
        if (noun in self.words["functions"] and not (once or placed)) or self.is_introduced_as(noun, head[0]):
            return None
        person = self.he_or_she(core[0], self.gender_of(noun), asks=self._asked_by_last(head[0]))
        someone = self.known_as(person.name)
        if someone is None or not self._is_near(someone, head[0]) or not self.is_told(someone):
            return None
        if someone is self.hero and self._acts_on_hero(core[1]):  # “The admiral calls her a fox”
            return None
        return attrs.evolve(person, confidence=0.5, reason=f"the {noun} is who is told of right there")

    def _acts_on_hero(self, verb: int) -> bool:
        """Whether what stands behind a subject is done to whom the text is about."""
        end = min(verb + _FEW_WORDS, self.prose.sentence_at(verb)[1])
        gender = (self.hero.gender or self.hero.heard) if self.hero else None
        return gender is not None and self.does_to_hero(verb, end + 1, gender)

    def _asked_by_last(self, place: int) -> Person | None:
        """Whoever spoke last, if they asked something in the paragraph of a place or the one before."""
        if self.last is None or self.paragraph_of[place] - self.paragraph_of[self.last[0]] > 1:
            return None
        first = self.paragraph_begin(self.last[0])
        asks = any(word in self.words["asking"] for word in self.lower[max(first, place - FAR) : place])
        return self.last[1] if asks else None

    def _is_near(self, someone: Known, place: int) -> bool:
        """Whether somebody spoke or is named no further back than the paragraph before the last."""
        first = self.prose.paragraphs[max(0, self.paragraph_of[place] - _NEAR_PARAGRAPHS)][0]
        spoke = self.last is not None and self.last[0] >= first and self.last[1].name == someone.name
        return spoke or any(self.at_place[at] is someone for at in self.named_between(first, place))

    @cached_property
    def accused(self) -> Known | None:
        """The first whose name stands in front of what is said of somebody on trial: “is accused of”, “denies”."""
        named = [someone for someone in self.known if len(someone.parts) > 1 and not self.is_institution(someone)]
        places = [(at, someone) for someone in named[:_MANY] for at in someone.places[:_FEW]]
        for at, someone in sorted(places, key=lambda place: place[0]):
            sentence = self.prose.sentence_at(at)
            near = range(at, min(sentence[1], at + _NEAR))
            if any(self.lower[place] in self.words["charges"] and self.prose.quote_at[place] < 0 for place in near):
                return someone
        return None

    def _named_later(self, head: Range, noun: str) -> Person | None:
        """Who “a judge” or “a former teacher” is that opens a text: the only one with that role, or the first with an age."""
        definite = self.lower[head[0]] in self.words["definite_articles"]
        if not (definite or self.lower[head[0]] in self.words["articles"]) or self.words.role_nouns.of_several(noun):
            return None
        sentence = self.prose.sentence_at(head[0])
        if any(word in self.words["anonymous"] for word in self.lower[head[0] : min(head[0] + _NEAR, sentence[1])]):
            return None
        if not self._people or self._people[0].places[0] < head[1]:
            return None
        bearers = self._by_role.get(noun, ())[:_FEW]
        if definite:  # not the coast guard spokesman for “the coast guard”
            lesser = self.words["lesser"].difference(self.lower[slice(*head)])  # nor the shadow chancellor
            bearers = [one for one in bearers if self._is_called(one, noun) and lesser.isdisjoint(one.role_words)]
        later = (someone for someone in self._people[:_FEW] if self._is_introduced(someone))
        anyone = next(later, None) if not (bearers or (definite and noun in self.words["functions"])) else None
        someone = bearers[0] if len(bearers) == 1 else anyone
        if someone is None or someone.places[0] - head[1] > FAR:
            return None
        return someone.as_person(0.55, f"the {noun} who is named further on")

    def _is_called(self, someone: Known, noun: str) -> bool:
        """Whether a noun ends somebody's role, up to its first preposition: minister in “chief minister of Holle”."""
        role = someone.role_words
        end = next((at for at, word in enumerate(role) if word in self.words["prepositions"]), len(role))
        return role[end - 1 : end] == [noun]

    def _is_introduced(self, someone: Known) -> bool:
        """Whether somebody is named as one is whom the text told of before: with an age, or without a role at the head of a paragraph."""
        opens = someone.places[0] in self.paragraph_begins
        return self._age_of(someone) is not None or (opens and someone.role is None)

    @cached_property
    def _people(self) -> list[Known]:
        """Those with a name of several words of whom something tells that they are persons, in the order of the text."""
        people = [
            someone
            for someone in self.known
            if len(someone.parts) > 1 and self.is_told(someone) and not self.is_institution(someone)
        ]
        return sorted(people, key=lambda someone: someone.places[0])

    def _again(self, head: Range, core: Range, noun: str) -> Known | None:
        """Whoever spoke last, as “the associate professor” or “the mother of two”, where nobody else is named since."""
        of_several = head[1] - core[1] == _OF_NUMBER and self.lower[core[1]] in self.words["genitives"]
        if not (noun in self.words["back_nouns"] or (of_several and self.words.gender_of(noun))) or self.last is None:
            return None
        opening, before = self.paragraph_of[head[0]], self.paragraph_of[self.last[0]]
        asked = self.lower[slice(*self.prose.paragraphs[before])]
        answers = before < opening and any(word in self.words["asking"] for word in asked)
        spoke = self.other if answers and self.other is not None else self.last
        someone = self.known_as(spoke[1].name)
        if someone is None or not self.is_somebody(someone) or opening - before > 1:
            return None
        whose = any(self.prose.tokens.words[place][0].isupper() for place in range(core[0] + 1, core[1]))
        if whose and self.prose.quote_at[self.prose.paragraphs[opening][0]] < 0:  # “But the BBC presenter said”
            return None
        told = someone.gender or someone.heard
        others = [self.at_place[place] for place in self.named_between(self.last[0] + 1, head[0])]
        both = someone, self.known_as(self.last[1].name)
        if any(other not in both and self.is_somebody(other) for other in others):
            return None
        return someone if self.gender_of(noun) in (told, None) or told is None else None

    def _former(self, head: Range, core: Range, noun: str) -> Person | None:
        """Who “the former England all-rounder” or “the midfielder” is: whoever a pronoun would lead to there."""
        if core != head or core[1] - core[0] < _BARE:  # “Counsel”
            return None
        person = self.he_or_she(core[0] + 1, self.gender_of(noun))
        aged = self.age_behind(head[1])  # “the retired welder, 71, said”
        if not (self.lower[core[0] + 1] in self.words["once"] or aged):  # “the Leeds manager”, without a role so far
            someone = self.known_as(person.name)
            whose = any(
                self.prose.tokens.words[place][0].isupper()
                and not self.lower[place].endswith(self.words.endings["based"])
                for place in range(core[0] + 1, core[1])
            )
            back = noun in self.words["back_nouns"] and core[1] - core[0] == 2
            back = back or (noun in self.words["players"] and self._spoke_here(person, core[0]))
            if someone is None or len(someone.parts) < 2 or (someone.role and not back):
                return None
            if not (whose or back or noun in self.words["players"]):
                return None
            someone.role = someone.role or self.plain(head)
            return attrs.evolve(person, role=someone.role, confidence=0.5)
        return attrs.evolve(person, confidence=0.5) if person.name else None

    def _spoke_here(self, person: Person, place: int) -> bool:
        """Whether somebody spoke last, in the same paragraph."""
        if self.last is None or self.last[1].name != person.name:
            return False
        return self.paragraph_of[self.last[0]] == self.paragraph_of[place]

    def _aged_role(self, core: Range) -> Person | None:
        """Who “the 58-year-old bus driver” is, with that role; None where no age stands there or it leads to nobody."""
        for place in range(*core):
            if self.lower[place][0].isdigit() and self.lower[place].endswith(self.words.endings["age"]):
                person = self.aged(place)
                someone = self.known_as(person.name)
                if someone is None:
                    return None
                someone.role = someone.role or self.text_of((place + 1, core[1]))
                return attrs.evolve(person, role=someone.role)
        return None
