"""From mention to person: who “Sanders”, “she” and “the press secretary” are, by what the text says of them."""

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import cast

import attrs

from newskit.evidence.families import with_surnames
from newskit.evidence.gathered import Gathered
from newskit.evidence.known import FAR, Known, Person
from newskit.evidence.pronouns import NOBODY, REACH
from newskit.evidence.recalled import Recalled
from newskit.evidence.stand_ins import StandIns
from newskit.evidence.together import Together
from newskit.language.lexicon import Lexicon
from newskit.text.names import names
from newskit.text.prose import Prose, Range

#: A question that the narrator tells has no more tokens than this, …
_LONGEST_QUESTION = 40
#: … and names who is asked within this many.
_FARTHEST_HEARER = 6
#: “Asked” stands this near behind who asks, in tokens.
_NEAR_VERB = 2
#: A turn of a dialogue has no more tokens than this.
_SHORT_TURN = 20
#: A sentence may have this many tokens up to its pronoun: “What will she miss?”
_FIRST_WORDS = 3


class People(Gathered, Recalled, StandIns, Together):
    """Says who is meant. Mentions are to be asked for in text order: a pronoun looks back at who spoke before."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        super().__init__(prose, words)
        #: Those whom “they” meant last, or who spoke together.
        self.several: Person | None = None
        self.gather(with_surnames(prose, words, names(prose, words)))

    def meant(self, source: Range, cue: Range | None = None) -> Person:
        """Say who a mention stands for: one, or the first of several, who has the others along.

        “Her mother wanted …” goes on telling of “her”: whoever only thinks or wants something does not speak.
        """
        self.replies = cue is not None and any(word in self.words["replying"] for word in self.lower[slice(*cue)])
        topic = self._owner(source) or self._dead() if cue is not None and not self._utters(cue) else None
        named = self.couple_in_front(source) or source
        parts = self.each(named)
        first, *others = [
            self._of_family(part, following) or self._meant(part)
            for part, following in zip(parts, [*parts[1:], None], strict=True)
        ]
        if others:
            first = self.several = self._with_others(first, others, named)
        if first.name or first.role:
            self.owner = self.opens_with(source[0]) if source[1] - source[0] > 1 else None
            self._speaks(source[1] - 1, topic or first)
        return self._with_kind(first)

    def _with_kind(self, person: Person) -> Person:
        """Give an institution what it is for its role, and so to each of several: Save Holle, the campaign group."""
        also = tuple(self._with_kind(other) for other in person.also)
        someone = self.known_as(person.name) if person.role is None else None
        kind = someone.kind if someone is not None and not someone.person else None
        return attrs.evolve(person, role=person.role or kind, also=also) if kind or also else person

    def subject_behind(self, source: Range) -> Range | None:
        """The pronoun behind an opening that describes its subject: “A tall woman, she claimed”; None in front of anything else."""
        pronoun = source[1] + 1
        opens = source[0] in self.begins and self.lower[source[0]] in self.words["articles"]
        if not opens or self.lower[source[1] : pronoun] != [","] or pronoun >= len(self.lower):
            return None
        subject = self.opens_with(pronoun) is not None and self.lower[pronoun] in self.words["clause_subjects"]
        return (pronoun, pronoun + 1) if subject else None

    def _dead(self) -> Person | None:
        """Whom an obituary tells of."""
        return self.about.as_person(0.7, "the text tells of their death") if self.about else None

    def _owner(self, source: Range) -> Person | None:
        """Who “her” in front of “mother” is."""
        gender = self.opens_with(source[0]) if source[1] - source[0] > 1 else None
        person = self.he_or_she(source[0], gender) if gender is not None else NOBODY
        return person if person.name else None

    def _utters(self, cue: Range) -> bool:
        """Whether a cue says that somebody says something, and does not only think or want it."""
        forms = [self.words.forms[word] for word in self.lower[slice(*cue)] if word in self.words.forms]
        if forms:
            return any("speech" in form.frames or "thought" not in form.frames for form in forms)
        return not self.lower[cue[0]][0].isalpha() or self.lower[cue[0]] in self.words.cue_openings

    def _of_family(self, part: Range, following: Range | None) -> Person | None:
        """Whoever is named by a first name whose surname stands with the next of several; None where it is not so."""
        surname = self.shared_surname(part, following) if following else None
        if surname is None:
            return None
        place = part[1] - 1
        role = self.plain((part[0], place)) if part[0] < place else None
        name = f"{self.prose.tokens.words[place]} {surname}"
        return Person(name, role, None, 0.7, "shares the surname of who is named next")

    def _with_others(self, first: Person, others: list[Person], source: Range) -> Person:
        """Put those of one mention together; a role in the plural in front of the first is everybody's: “councillors”."""
        told = first.role is not None and first.role in self.text_of(source)
        noun = first.role.lower().split()[-1].removesuffix(".") if told and first.role else ""
        role = first.role if self.words.role_nouns.of_several(noun) else None
        also = tuple(attrs.evolve(other, role=other.role or role) for other in others if other.name or other.role)
        sure = min(person.confidence for person in (first, *also))
        return attrs.evolve(first, also=also, confidence=sure)

    def _meant(self, source: Range) -> Person:
        numbered = source[1] - source[0] > 1 and self.lower[source[0]].isdigit()
        if numbered and self.lower[source[0] + 1] in self.words["articles"]:  # “In 1988 a critic”
            source = source[0] + 1, source[1]
        label = self._label(source)
        if label is not None:
            return label
        placed = self.placed_firm(source)
        if placed is not None:
            return placed
        source = self.with_name(source)
        head_end = source[1]
        for place in range(*source):
            if self.lower[place] == "," and self.prose.quote_at[place] < 0 and place not in self.role_at:
                head_end = place
                break
        if head_end - source[0] > 1 and self.lower[head_end - 1] in self.words["no_speakers"]:  # “Poe himself”
            head_end -= 1
        if head_end - 2 in self.at_place and self.lower[head_end - 1] in self.words["markets"]:  # “Sund Gas shares”
            head_end -= 1
        head, aside = (source[0], head_end), (min(head_end + 1, source[1]), source[1])
        person = self._of_pronoun(head) if head[1] - head[0] == 1 else None
        if person is None:
            if head[1] - head[0] == 1 and self.words.pronoun_in(self.lower[head[0]]) in self.words["first_person"]:
                return Person(None, confidence=0.4, reason="the narrator")
            person = self._phrase(head, aside)
        self._note_institution(person)
        return person

    def _of_pronoun(self, head: Range) -> Person | None:
        """Who one word means: the relative or the one asked right before, else whoever else a pronoun leads to."""
        kind = self.words.pronouns.get(self.words.pronoun_in(self.lower[head[0]]))
        if kind in ("female", "male"):
            paragraph = self.prose.paragraphs[self.paragraph_of[head[0]]]
            asked = self._asked((paragraph[0], head[0])) if self.prose.quote_at[paragraph[0]] >= 0 else None
            someone = self.known_as(asked.name) if asked else None
            # “Poe was asked if she would drive.” “She would,” he said.
            if asked and someone and (someone.gender or self.of_first_name(someone) or kind) == kind:
                return asked
            relation = self.relation_in_front(head[0])
            if relation is not None:
                return relation
            phrase = self.anyone_in_front(head[0], kind)
            if phrase is not None and (self.last is None or self.last[0] < phrase[0]):
                role, noun = self.plain(phrase), self.lower[phrase[1] - 1]
                named = self.who_is_named_next(head, noun, role, kind)
                return named or Person(None, role, None, 0.6, "not named")
        if kind == "plural":
            source = self.several_in_front(head[0], self.last[0] if self.last else 0)
            if source is not None and len(parts := self.each(source)) > 1:
                first, *others = map(self._meant, parts)
                self.several = attrs.evolve(
                    self._with_others(first, others, source), confidence=0.6, reason="named together"
                )
                return self.several
            if self.several and self.last and self.last[1].name in self._names_of(self.several):
                return attrs.evolve(self.several, confidence=0.5)
        return self.pronoun(head)

    @staticmethod
    def _names_of(person: Person) -> set[str | None]:
        """The names of those who say something together."""
        return {person.name, *(other.name for other in person.also)}

    def _note_institution(self, person: Person) -> None:
        """Remember the first institution with a name that speaks, “the company” further on, and “the Ministry of Roads”."""
        opening, *rest = (person.name or "").split()[:2] or [""]
        if rest and rest[0] in self.words["genitives"] and person.role is None:
            self.spoken.setdefault(opening.lower(), person)
        someone = self.known_as(person.name)
        if self.announced is not None or someone is None or person.role is not None:
            return
        union = self.words.role_nouns.of_several(someone.noun)  # “United Mill Workers” are no company
        if someone.name[0].isupper() and self.may_be_institution(someone) and not union:
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
        named = bisect_left(self._named_most, source[0], key=itemgetter(0))
        if not named:
            return NOBODY
        someone = self._named_most[named - 1][1]
        return someone.as_person(0.6, "the text is about them")

    @cached_property
    def _named_most(self) -> list[tuple[int, Known]]:
        """Where full names stand, in order, each with whom the text has named most up to there, the first of equals."""
        named = [someone for someone in self.known if len(someone.parts) > 1]
        places = sorted((place, number) for number, someone in enumerate(named) for place in someone.places)
        counts = [0] * len(named)
        found: list[tuple[int, Known]] = []
        most = 0
        for place, number in places:
            counts[number] += 1
            most = max(most, number, key=lambda at: (counts[at], -named[at].places[0]))
            found.append((place, named[most]))
        return found

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
        for found in (self._answers(quote), self._introduced(quote, at)):
            if found is not None:
                self._speaks(quote[0], found)
                return found
        asked = self._asked(quote)
        if asked is not None:
            self._speaks(quote[0], asked)
            return asked
        if self.other is not None and not self._may_go_on(person):
            at, person = self.other
        if self.paragraph_of[quote[0]] - self.paragraph_of[at] > REACH:
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
        for place in range(quote[0] - 1, max(begin, quote[0] - _LONGEST_QUESTION) - 1, -1):
            if self.prose.quote_at[place] >= 0:
                return None
            if self.is_question(place):
                if place in self.begins:
                    return self._asked_one(place, quote[0])
                if (someone := self._who_is_asked(place)) is not None:
                    return someone.as_person(0.7, "was asked right before")
                heard = self.words.pronouns.get(self.lower[place + 1])
                if heard in ("female", "male") and self.last is not None:
                    return self._asked_by(self._who_asks(place) or self.last[1], place + 1, heard)
                named = self.named_between(place + 1, min(place + _FARTHEST_HEARER, quote[0]))
                someone = self.at_place[named[0]] if named else None
                if not named and self._spoke_at(place):
                    return self.other[1] if self.other else None  # “Poe asked what he wore.”
                if someone is None or not self.is_somebody(someone) or self.last is None:
                    return None
                return someone.as_person(0.65, "was asked right before")
        return None

    def _who_is_asked(self, asked: int) -> Known | None:
        """Whoever opens the sentence of “Poe was asked if he slept” and “Poe, asked if he slept, laughed”."""
        first = self.prose.sentence_at(asked)[0]
        named = [at for at in self.named_between(first, asked) if self.is_somebody(self.at_place[at])]
        someone = self.at_place[named[0]] if named and self.is_subject(named[0]) else None
        if self.lower[asked - 1] == ",":  # not “Poe, the senator, asked if he slept”
            alone = named and "," not in self.lower[first : named[0]] and self.at_place.get(asked - 2) is someone
            return someone if alone else None
        passive = not self.words["passives"].isdisjoint(self.lower[max(first, asked - _NEAR_VERB) : asked])
        return someone if passive else None

    def _spoke_at(self, asked: int) -> bool:
        """Whether whoever spoke last asks something here, and the other of two spoke a little before."""
        if self.last is None or self.other is None or not 0 < asked - self.last[0] <= _NEAR_VERB:
            return False
        near = self.paragraph_of[asked] - self.paragraph_of[self.other[0]] <= REACH
        if self.other[1].name is None:
            return near and self.other[1].role is not None
        someone = self.within_reach(self.other, asked)
        return someone is not None and self.is_told(someone)

    def _asked_by(self, asks: Person, place: int, gender: str) -> Person | None:
        """Whoever “him” is, asked by somebody who spoke last or is named there: “The clerk asked him to sit.”."""
        last = self.last
        if last is not None and last[1].name == asks.name:
            self.last = self.other
        spoke = self.last[1] if self.last else NOBODY
        nameless = spoke.name is None and self.gender_of(spoke.role or "") in (None, gender)
        person = spoke if nameless and spoke.role else self.he_or_she(place, gender, asks=asks)
        self.last = last
        return person if person.name or person.role else None

    def _who_asks(self, asked: int) -> Person | None:
        """Whoever opens the sentence in which somebody “asked him”."""
        named = [n for n in self.named_between(self.prose.sentence_at(asked)[0], asked) if self.is_subject(n)]
        return self.at_place[named[-1]].as_person(0.6, "asks") if named else None

    def _asked_one(self, asked: int, end: int) -> Person | None:
        """Whoever the sentence is about that opens with “Asked”: “Asked by a caller whether he sang, Poe paused.”."""
        for at in self.named_between(asked, end):
            if self.is_subject(at) and self.is_somebody(self.at_place[at]):
                someone = self.at_place[at]
                return someone.as_person(0.7, "was asked right before")
        pronoun = next((at for at in range(asked, end - 1) if self.lower[at] == "," and self.opens_with(at + 1)), None)
        person = self.he_or_she(pronoun + 1, self.opens_with(pronoun + 1)) if pronoun is not None else NOBODY
        return person if person.name else None

    def _answers(self, quote: Range) -> Person | None:
        """Whom the text is about, where a quotation opens the paragraph behind a question to them."""
        opens = self.paragraph_begin(quote[0]) == quote[0]
        someone = self.interviewed(quote[0]) if opens else None
        return someone.as_person(0.65, "was asked right before") if someone else None

    def _introduced(self, quote: Range, spoke: int) -> Person | None:
        """Whoever the narrator tells of right before a quotation: “Retired postman Max Poe laughed.”, then his words."""
        paragraph = self.paragraph_of[quote[0]]
        begin = self.prose.paragraphs[paragraph][0]
        if begin == quote[0] and paragraph:
            begin = self.prose.paragraphs[paragraph - 1][0]
        opening, _ = self.prose.sentence_at(quote[0] - 1)
        disagrees = self._opens_last_clause(max(opening, spoke + 1), quote[0]) if opening >= begin else None
        if disagrees is not None:
            return disagrees.as_person(0.6, "the narrator tells of them right before")
        if opening < begin or spoke >= opening or not self._is_narrated(opening, quote[0]):
            return None
        first = range(opening, min(opening + _FIRST_WORDS, quote[0]))  # “What will she miss?”
        pronoun = next((place for place in first if self.opens_with(place)), opening)
        gender = self.opens_with(pronoun)
        asked = self.lower[opening] in self.words["asking"]  # “Asked about her dog, Poe laughed.”
        if gender is not None and not asked:
            person = self.he_or_she(pronoun, gender)
            return person if person.name else None
        office = self._office_that_opens(opening, quote[0])
        if office is not None:
            return office.as_person(0.6, "the narrator tells of them right before")
        if spoke < begin and self._is_narrated(begin, quote[0]):
            opening = begin
        for at in reversed(self.named_between(opening, quote[0])):
            someone = self.at_place[at]
            if self.is_subject(at) and self.is_somebody(someone):
                someone = self._whom_they_act_on(at, quote[0]) or someone
                return someone.as_person(0.6, "the narrator tells of them right before")
        return None

    def _office_that_opens(self, first: int, end: int) -> Known | None:
        """Who bears the role that opens a sentence of the narrator: “The sheriff looks at the ceiling.”."""
        if self.lower[first] not in self.words["definite_articles"]:
            return None
        nouns = range(first + 1, min(first + _FIRST_WORDS, end - 1))
        noun = next((at for at in nouns if self.lower[at] in self.words.role_nouns), None)
        acts = (
            noun is not None
            and noun + 1 not in self.at_place
            and not self.owns(noun)
            and self.lower[noun + 1][0].isalpha()
        )
        return self.with_role(self.lower[noun], first) if noun is not None and acts else None

    def _opens_last_clause(self, first: int, end: int) -> Known | None:
        """Whoever does something behind “but” at the end of a sentence: “Poe said that it rained, but Reed disputed that.”."""
        if not self._is_narrated(first, end):
            return None
        for at in reversed(self.named_between(first, end)):
            joined = self.lower[at - 1] in self.words["clause_joiners"] and self.lower[at - 2] == ","
            if joined and self._does(at) and self.is_somebody(self.at_place[at]):
                return self.at_place[at]
        return None

    def _whom_they_act_on(self, at: int, place: int) -> Known | None:
        """Whom the text is about, where somebody else is told of for what they do to them: “Mrs Poe entered her for a prize.”."""
        gender = (self.hero.gender or self.hero.heard) if self.hero else None
        other = gender is not None and self.at_place[at] is not self.hero
        return self.hero if other and self.does_to_hero(at, place, gender) else None

    def _is_narrated(self, first: int, end: int) -> bool:
        """Whether a range is not too long and all in the narrator's words."""
        return end - first <= FAR and self.prose.is_narrated(first, end)

    def _may_go_on(self, person: Person) -> bool:
        """Whether somebody may speak on without being named again: a person, not a document or a group."""
        someone = self.known_as(person.name)
        return person.role is not None or (someone is not None and self.is_somebody(someone))

    def _in_dialogue(self, quote: Range) -> bool:
        """Whether a quotation is the other’s turn: it answers the question right before it, or asks the next one."""
        paragraph = self.paragraph_of[quote[0]]
        if self.other is None or paragraph < 2 or paragraph - self.paragraph_of[self.other[0]] > REACH:
            return False
        if self._asks(self.prose.paragraphs[paragraph - 1]) or self._by_turns(paragraph):
            return True
        return self._asks(quote) and (self._asks(self.prose.paragraphs[paragraph - 2]) or self._asked_before(paragraph))

    def _asked_before(self, paragraph: int) -> bool:
        """Whether the other of two asked something in the narrator's words, and the one who spoke last answered right away.

        “Councillor Poe asked who had signed.” “Nobody,” said Reed. “And is that usual?”
        """
        spoke, other = cast("tuple[int, Person]", self.last)[0], cast("tuple[int, Person]", self.other)[0]
        first, end = self.prose.paragraphs[paragraph - 2]
        at = self.paragraph_of[spoke], self.paragraph_of[other]
        if at == (paragraph - 1, paragraph - 1):  # “Poe asked what he saw. “A hat,” he said.” “What kind of hat?”
            first, end = self.prose.paragraphs[paragraph - 1][0], spoke
        elif at != (paragraph - 1, paragraph - 2):
            return False
        return any(self.lower[at] in self.words["asking"] and self.prose.quote_at[at] < 0 for at in range(first, end))

    def _by_turns(self, paragraph: int) -> bool:
        """Whether three short paragraphs of speech follow each other, the first two of different speakers."""
        spoke, other = cast("tuple[int, Person]", self.last)[0], cast("tuple[int, Person]", self.other)[0]
        near = self.prose.paragraphs[paragraph - 2 : paragraph + 1]
        at = self.paragraph_of[spoke], self.paragraph_of[other]
        return at == (paragraph - 1, paragraph - 2) and all(
            end - first <= _SHORT_TURN and (self.prose.quote_at[first] >= 0 or self.prose.quote_at[end - 1] >= 0)
            for first, end in near  # also behind a beat: “Poe puts down his file. “In tune.””
        )

    def _asks(self, tokens: Range) -> bool:
        """Whether the last quotation that begins in a range ends with a question mark."""
        number = bisect_left(self.prose.quote_tokens, (tokens[1],)) - 1
        end = self.prose.quote_tokens[number][1] if number >= 0 else 0
        return "?" in self.lower[max(tokens[0], end - 2) : end]

    def _phrase(self, head: Range, aside: Range) -> Person:
        core = self.core(head)
        told = self.people_of(core)
        if told is not None:
            return told  # “the Irishman”, “the South African”
        firm = self.name_of_two(core)
        if firm is not None:
            return Person(firm, None, None, 0.6, "a name of two words")
        said = self.named_by_verb((head[0], max(head[1], aside[1])))
        if said is not None:
            return said
        someone = self.named(core) or self.named_before(core)
        office = self.lower[core[1] - 1] in self.words.role_nouns and self.lower[head[0]] in self.words["determiners"]
        if (someone is None or office) and aside[1] > aside[0]:
            inside = self.named_in_aside(head, aside)
            inside = inside or self.body_in_aside(head, aside)
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
            apart = not someone.may_be(self.gender_of(self.aside_role(aside) or ""))
            if apart or self.is_of_other(someone, head, core):  # “…, according to Ann Poe, a man of few words”
                aside = head[1], head[1]
            role = self._role_of(someone, head, core, aside)
            if self.aside_role(aside) and someone.role is None:
                someone.role = self.aside_role(aside)
            someone.gender = someone.gender or (self.gender_of(role) if role and len(someone.parts) > 1 else None)
            sure = 0.95 if len(someone.parts) > 1 else 0.6
            where = self.affiliation(head, core) if len(someone.parts) > 1 and not someone.definite else None
            return Person(someone.name, role, where, sure, "named in the text")
        behind = self.named_behind(head) if aside[0] >= aside[1] else None
        if behind is not None:
            return behind
        person = self.recalled(head, core)
        alone = core[1] - core[0] == 1 and self.prose.tokens.words[core[0]][0].isupper()
        if alone and person.name and aside[1] > aside[0] and self.aside_role(aside):  # “Irena, a clerk who …”
            person = attrs.evolve(person, role=self.aside_role(aside), reason="a name with a role behind it")
        return person

    def _role_of(self, someone: Known, head: Range, core: Range, aside: Range) -> str | None:
        """The role in front of a name, unless it says less than another one: “CS” for short, a title, or the headline's word."""
        role = self.role_in(core, someone)
        if role is not None and head[1] <= self.headline_end and not someone.headlined:
            return someone.role or role
        another = someone.role if someone.role != role else None
        if role is not None and another and role.lower() in self.short_forms(another):  # “CS Poe”
            return another
        title = role is not None and someone.before is not None and self.is_title(role)
        if role is None or title or self.is_courtesy(role):
            front = someone.role if someone.fronted and role is None else None
            return someone.before or front or self.aside_role(aside) or someone.role or role
        return role
