"""Everybody whom a text names, gathered over all mentions: full names first, then surnames and first names alone."""

from bisect import bisect_right
from collections import Counter, defaultdict

from newskit.evidence.copulas import Copulas
from newskit.evidence.headings import Headings
from newskit.evidence.heard import Heard
from newskit.evidence.kinds import Kinds
from newskit.evidence.known import LONGEST_SHORT, SHORTEST, Known
from newskit.text.name import Name
from newskit.text.prose import Range

#: Of those whom a text names no more than this are looked at for what they are called for short.
_MANY = 200
#: Of people who share a part of their name no more than this are looked at.
_FEW = 20
#: An obituary names whom it is about and their death within so many tokens.
_OPENING = 60
#: “His granddaughter, the photographer Ann Poe”: a comma stands so near in front of a name, in tokens.
_NEAR_MARK = 6
#: The short name of a firm has so many words: “Sund Gas” of Sund Gas Holdings.
_SHORT_NAME = 2


class Gathered(Heard, Headings, Copulas, Kinds):
    """Puts the names of a text together."""

    def gather(self, found: list[Name]) -> None:
        """Put the mentions of each name together: full names first, then surnames and first names alone."""
        found = [name for name in found if name.parts[0][0].isalnum()]  # not “& A” of “Q&A”
        found = self.without_headings(self._in_small_letters(self._with_first_names(found)))
        found = self._in_whole(self._without_nationality(found))
        self.role_at = {place: name.role for name in found if name.role for place in range(name.role[0], name.name[0])}
        full: dict[tuple[str, str], Known] = {}
        by_last: dict[str, list[Known]] = {}
        by_first: dict[str, list[Known]] = {}
        for name in found:
            if len(name.parts) > 1:
                someone = full.get((name.parts[0], name.last)) or self._longer(by_last.get(name.last, []), name)
                someone = someone or self._begun(by_first.get(name.parts[0], []), name)
                someone = someone or self._born([*by_last.get(name.last, []), *by_first.get(name.parts[0], [])], name)
                if someone is None:
                    someone = full[name.parts[0], name.last] = self._new(name)
                    by_last.setdefault(name.last, []).append(someone)
                    by_first.setdefault(name.parts[0], []).append(someone)
                elif name.last == someone.parts[-1] and self._fullness(name.parts) > self._fullness(someone.parts):
                    someone.parts = name.parts
                self._note(someone, name)
        by_part: dict[str, list[Known]] = {}
        for whole, someone in full.items():
            parts: tuple[str, ...] = whole
            if any(part in self.words["institution_links"] for part in parts):  # Learning is no Department for Learning
                continue
            if someone.definite and not someone.person:  # the House is not the White House
                last = someone.parts[-1].lower()
                firm = last.rstrip(".") in self.words["firm_endings"]
                team = self.words.is_plural(last) and not self.words.names_institution(last)
                if not (firm or team):
                    continue
                parts = parts if firm else parts[-1:]  # Comets, the Sund Comets
            for part in parts:
                same = by_part.setdefault(part[0].upper() + part[1:], [])
                if len(same) < _FEW:
                    same.append(someone)
        self.hear()
        self._gather_single(found, by_part)
        self._gather_short(found)
        self.hear()

    def _with_first_names(self, found: list[Name]) -> list[Name]:
        """Take a title for a first name where nothing in the text speaks for the title: Dean Poe, where there is no dean.

        The age of a judge or a king is not told right behind the name: Justice Poe, 24, has that first name.
        """
        titled = [
            name
            for name in found
            if name.role is not None and len(name.parts) == 1 and self._may_be_first(name, name.role)
        ]
        if not titled:
            return found
        small = {word for word in self.prose.tokens.words if word.islower()}
        whole = {name.last for name in found if len(name.parts) > 1}
        first = {
            name.name[0]: self.prose.tokens.words[name.name[0] - 1]
            for name in titled
            if self.lower[name.name[0] - 1] not in small and name.last not in whole
        }
        return [
            name._replace(
                name=(name.name[0] - 1, name.name[1]),
                parts=(first[name.name[0]], *name.parts),
                role=(name.role[0], name.role[1] - 1) if name.role and name.role[1] - name.role[0] > 1 else None,
            )
            if name.name[0] in first
            else name
            for name in found
        ]

    def _may_be_first(self, name: Name, role: Range) -> bool:
        """Whether a title right in front of a surname may be a first name, alone or behind a role."""
        word = self.lower[role[1] - 1]
        if role[1] != name.name[0]:
            return False
        if role[1] - role[0] > 1:  # “councillor Dean Poe”
            office = self.lower[role[1] - 2] in self.words.role_nouns and word not in self.words["ageless_titles"]
            return office and word in self.words.given_names
        return word in self.words.given_names or (
            word in self.words["ageless_titles"] and self.age_behind(name.name[1])
        )

    @staticmethod
    def _in_small_letters(found: list[Name]) -> list[Name]:
        """Write a name in capitals as it stands elsewhere: “ANN POE, who has died”, in the headline Ann Poe."""
        usual = {name.text.upper(): name for name in found if len(name.parts) > 1 and not name.text.isupper()}
        alone = {name.parts[0] for name in found if len(name.parts) == 1}
        written: list[Name] = []
        for name in found:
            parts = usual[name.text].parts if name.text in usual else name.parts
            if parts is name.parts and len(parts) > 1 and name.text.isupper() and name.last.title() in alone:
                parts = tuple(part.title() for part in parts)  # “MAX POE, 61, is late. Poe said”
            written.append(name if parts is name.parts else name._replace(parts=parts, last=parts[-1]))
        return written

    def _without_nationality(self, found: list[Name]) -> list[Name]:
        """Take “the American” or “Center” off a name whose last word stands alone elsewhere: the American Ann Poe, later Poe."""
        alone = {name.parts[0] for name in found if len(name.parts) == 1 and not name.definite}
        return [
            self._behind_first(name)
            if len(name.parts) > 2
            and name.parts[0].lower() in self.words["demonyms", "bare_roles"]
            and name.last in alone
            else name
            for name in found
        ]

    def _behind_first(self, name: Name) -> Name:
        """A name without its first word, which is a role if it is no nationality."""
        first = name.name[0]
        role = (first, first + 1) if self.lower[first] in self.words["bare_roles"] else None
        return name._replace(
            parts=name.parts[1:],
            name=(first + 1, name.name[1]),
            definite=False,
            role=role or name.role,
            person=name.person or role is not None,
        )

    def _in_whole(self, found: list[Name]) -> list[Name]:
        """Write the short name of a firm as it stands elsewhere: Sund Gas Holdings for “Sund Gas”, not New York Times for “New York”."""
        firms = {
            name.parts[:2]: name
            for name in reversed(found)
            if len(name.parts) > _SHORT_NAME
            and name.name[0] >= self.prose.sentences[0][1]  # not “Ann Poe Dies” in the headline
            and not ((name.person and not self._is_firm_with_role(name)) or name.gender)
            and not self.words.names_institution(name.last.lower())
        }
        if not firms:
            return found
        placed = {
            name.parts
            for name in found
            if name.person
            or name.parts[0].lower() in self.words.given_names
            or self.lower[name.name[0] - 1] in self.words["places_in"]
        }
        return [
            name._replace(parts=firms[name.parts].parts, last=firms[name.parts].last)
            if name.parts in firms and name.parts not in placed
            else name
            for name in found
        ]

    def _gather_single(self, found: list[Name], by_part: dict[str, list[Known]]) -> None:
        """Give names of one word to the full names that they are part of; a word that opens a sentence may be no name."""
        sure = {name.parts[0] for name in found if len(name.parts) == 1 and not name.opens}
        single: dict[str, Known] = {}
        stood: defaultdict[str, Counter[int]] = defaultdict(Counter)
        called: Counter[int] = Counter()
        for name in found:
            if len(name.parts) > 1:
                continue
            word = name.parts[0]
            someone = self._nearest(by_part.get(word, []), name, stood[word], called) or single.get(word)
            if someone is None and (word in sure or name.person or not name.opens or self._explained(name)):
                someone = single[word] = self._new(name)
            if someone is not None:
                self._note(someone, name)
                if len(someone.parts) > 1 and word == someone.parts[-1]:  # “the ball away from Ann Poe. Poe …”
                    someone.place = False
                stood[word][id(someone)] += 1
                called[id(someone)] += 1

    def _gather_short(self, found: list[Name]) -> None:
        """Give acronyms to whom they stand for: RTA, the Rail Transit Authority; the DCP, the deputy commissioner of police."""
        short = [
            (name, acronym)
            for name in found
            if self._is_short(name.parts[0])
            and (acronym := self.at_place.get(name.name[0])) is not None
            and not (acronym.gender or len(acronym.parts) > 1)
        ]
        if not short:  # in most texts there is none
            return
        bodies: dict[str, Known] = {}
        bearers: dict[str, Known] = {}
        definite = any(name.definite for name, _ in short)
        for someone in self.known[:_MANY]:
            initials = "".join(part[0] for part in someone.parts)
            large = "".join(filter(str.isupper, initials))
            for letters in (initials, large) if not self.is_told(someone) else ():  # DfT, RTA
                if len(letters) > 2:
                    bodies.setdefault(letters, someone)
            for form in self.short_forms(someone.role) if definite and someone.role and len(someone.parts) > 1 else ():
                bearers.setdefault(form.upper(), someone)
        meant: dict[int, Known] = {}
        for name, acronym in short:
            whole = self._written_out(name) or bodies.get(name.text)
            whole = whole or (bearers.get(name.text) if name.definite else None)
            if whole is not None:
                meant.setdefault(id(acronym), whole)
        if not meant:
            return
        for place, someone in self.at_place.items():
            self.at_place[place] = meant.get(id(someone), someone)
        for someone in self.known:
            if id(someone) in meant:
                meant[id(someone)].mentions += someone.mentions
        self.known = [someone for someone in self.known if id(someone) not in meant]

    @staticmethod
    def _is_short(word: str) -> bool:
        """Whether a word is an acronym: RTA, DfT."""
        return SHORTEST <= len(word) <= LONGEST_SHORT and word[0].isupper() and word[-1].isupper()

    def _written_out(self, name: Name) -> Known | None:
        """The institution whose acronym stands in brackets or between commas behind it: “the Tide Office (TO)”, “…, or TO,”."""
        at = name.name[0] - 1
        opened = at > 0 and self.lower[at] == "("
        while at > 0 and not self.lower[at][0].isalnum() and name.name[0] - at < LONGEST_SHORT:
            opened, at = opened or self.lower[at] == "(", at - 1
        if at > 0 and self.lower[at] in self.words["conjunctions"] and self.lower[at - 1] == ",":
            opened, at = True, at - 2
        someone = self.at_place.get(at) if opened else None
        if someone is None or len(someone.parts) == 1 or self.is_told(someone):
            return None
        return someone if someone.parts[0][0].lower() == name.text[0].lower() else None

    def _explained(self, name: Name) -> bool:
        """Whether an aside says what a word that opens a sentence is: “Brewbot, the kettle maker, …”, “Brewbot, which …”."""
        comma = name.name[1]
        if self.lower[comma : comma + 1] != [","] or comma + 1 >= len(self.lower):
            return False
        end, opening = self._aside_end(comma), self.lower[comma + 1]
        if self.lower[end : end + 1] != [","] or opening in self.words["personal_relatives"]:
            return False
        article = opening in self.words["articles"] or opening in self.words["definite_articles"]
        inside = range(comma + 1, end)
        clause = next((place for place in inside if self.lower[place] in self.words["relatives"]), end)
        told = article and not any(self._is_finite(place) for place in inside if place < clause)
        return told or opening in self.words["remark_relatives"] or self.kind_beside(name) is not None

    def _longer(self, candidates: list[Known], name: Name) -> Known | None:
        """Whoever has a longer name with this one at its end: Peadar Ó Sé for “Mr Ó Sé”."""
        for someone in candidates[:_FEW]:
            ending = someone.parts[-len(name.parts) :]
            if ending == name.parts or (ending[1:] == name.parts[1:] and ending[0] == name.parts[0].lower()):
                return someone
            short = name.parts[0].isupper() and name.parts[1:] == someone.parts[-1:]
            # “CS Poe”, the Cabinet Secretary
            if short and name.parts[0].lower() in self.short_forms(someone.role or ""):
                return someone
        return None

    def _begun(self, candidates: list[Known], name: Name) -> Known | None:
        """Whoever has two first names, and a surname behind: Kelly Ann Poe for “Kelly Ann”."""
        people = (someone for someone in candidates[:_FEW] if self.is_told(someone) and not name.definite)
        return next((someone for someone in people if someone.parts[: len(name.parts)] == name.parts), None)

    def _born(self, candidates: list[Known], name: Name) -> Known | None:
        """Whom an obituary is about, under the name that they were born with: “Margaret Ann Poe was born in Holle” of Peggy Poe."""
        behind = self.lower[name.name[1] : name.name[1] + 2]
        if behind[:1] == [","]:  # “• Margaret Ann Poe, baker, born 3 May 1934”
            end = self._aside_end(name.name[1])
            behind = self.lower[end + 1 : end + 2] if self.lower[end : end + 1] == [","] else behind
        if len(name.parts) <= _SHORT_NAME or self.words["births"].isdisjoint(behind) or not candidates:
            return None
        opening = self.lower[:_OPENING]
        return (
            candidates[0]
            if candidates[0].places[0] < _OPENING and not self.words["deaths"].isdisjoint(opening)
            else None
        )

    @staticmethod
    def _fullness(parts: tuple[str, ...]) -> tuple[int, int]:
        """How full a name is, a nickname counting last: Ray Odo Holt is fuller than Ray “Tiny” Holt."""
        return sum(part[0] != "“" for part in parts), len(parts)

    def _new(self, name: Name) -> Known:
        self.known.append(Known(name.parts, joins=self.words["name_conjunctions"]))
        return self.known[-1]

    def _nearest(self, candidates: list[Known], name: Name, stood: Counter[int], called: Counter[int]) -> Known | None:
        """Of several with the same surname, the one named in full most often, whom it or any one word stood for most before, named last.

        A title's gender must fit.
        """
        fitting = [
            someone
            for someone in candidates
            if not name.gender or (someone.gender or someone.heard or name.gender) == name.gender
        ]
        if not fitting:
            return None
        if name.gender:
            fitting = [one for one in fitting if "&" not in one.parts and not self.names_firm(one.parts)] or fitting
            told = [someone for someone in fitting if name.gender in (someone.gender, someone.heard)]
            fitting = told or fitting
        at = name.name[0]

        def distance(someone: Known) -> tuple[int, int, int, int, int]:
            number = bisect_right(someone.places, at)
            if not number:
                return 1, 0, 0, 0, someone.places[0] - at
            most = (0, 0, 0) if name.gender else (-number, -stood[id(someone)], -called[id(someone)])
            return 0, *most, at - someone.places[number - 1]

        return min(fitting, key=distance)

    def _note(self, someone: Known, name: Name) -> None:
        if len(name.parts) == len(someone.parts) or len(name.parts) > 1 or not someone.places:
            someone.places.append(name.name[0])
        someone.mentions += 1
        for place in range(*name.name):
            self.at_place[place] = someone
        if name.role and name.name[0] in self.role_at:  # of “Deputy Fleet director Ann Poe” the Fleet is no deputy
            name = name._replace(role=None, person=False)
        if name.role:
            name = self._note_role(someone, name, name.role)
        if someone.role is None or self._only_titles(name) or self.is_courtesy(someone.role):
            before, behind = self._told_before(name), self._told_behind(name, whole=len(someone.parts) > 1)
            told = before or behind
            someone.headlined = someone.headlined and not told
            firm = someone.kind is not None and not self.is_told(someone)
            if told and (firm or self.is_role_of_firm(told, name)):
                someone.kind = someone.kind or told
                before = behind = None
            someone.before = someone.before or before
            someone.role = (
                before
                or behind
                or someone.role
                or self.role_before_verb(name)
                or self.role_of_copula(name, whole=len(someone.parts) > 1)
            )
            someone.gender = someone.gender or (self.gender_of(behind) if behind else None)
        of_role = self.gender_of(self.text_of(name.role)) if name.role else None
        someone.gender = someone.gender or name.gender or of_role or self._gender_before(name)
        someone.person = someone.person or name.person or self._lives(name)
        family = len(name.parts) == 1 < len(someone.parts) and name.parts[0] == someone.parts[-1]  # “the Poe family”
        someone.definite = someone.definite or (name.definite and not family)
        someone.place = someone.place or self._is_place(someone, name)
        someone.body = someone.body or self._is_led(name)
        someone.kind = someone.kind or self.kind_beside(name)

    def _note_role(self, someone: Known, name: Name, role: Range) -> Name:
        """Note the role in front of a name; give the name without it where it says what a firm is."""
        if len(name.parts) == 1 and self.words.names_institution(self.lower[role[1] - 1]):
            return name._replace(role=None, person=False)  # “Operator HebLine”, not “developer Ann Poe”
        if self._is_firm_with_role(name):
            someone.kind = someone.kind or self.text_of(role)
            return name._replace(role=None, person=False)
        if someone.role is None or someone.headlined:
            someone.headlined = role[1] <= self.headline_end
            begin = self.role_in_headline(role) if someone.headlined else role[0]
            if not (someone.headlined and someone.role):
                someone.role = self.text_of((begin, self.without_titles(begin, role[1])))
                someone.fronted = not (someone.headlined or self.is_courtesy(someone.role))
        return name

    def _is_place(self, someone: Known, name: Name) -> bool:
        """Whether a name stands behind “in”, behind “On” that opens its sentence (“On Eilean Poe, …”), or behind a place: “in Holle, Ohio.”."""
        begin, end = name.name
        before = self.lower[begin - 1] if begin else ""
        if before in self.words["places_in"]:
            return not self.owns(end - 1)  # not “in Sund Gas's app”
        if before in self.words["places_on"]:
            return begin - 1 in self.begins
        if before in self.words["office_links"] and self.lower[begin - 2] in self.words["seat_words"]:
            return not name.person  # “sits for Holle”
        town = self.at_place.get(begin - 2) if before == "," else None
        state = town is not None and town is not someone and town.place and len(town.parts) == 1 and not name.person
        return state and self.lower[end : end + 1] in ([","], ["."])

    def _only_titles(self, name: Name) -> bool:
        """Whether what stands in front of a name is a title at most: “Chief”, “Supt.”."""
        return name.role is not None and all(
            self.lower[place] == "." or self.lower[place] in self.words.titles for place in range(*name.role)
        )

    def _gender_before(self, name: Name) -> str | None:
        """The gender of “his granddaughter, the photographer” in front of a name."""
        first, last = max(0, name.name[0] - _NEAR_MARK), name.name[0] - 1
        if "," not in self.lower[first : last + 1]:
            return None
        acts = name.name[1] < len(self.lower) and self._is_verb(name.name[1])
        for place in range(last, first, -1):
            if self.lower[place] == ",":
                if acts and self._leads(place):  # “Besides his daughter, Poe left”
                    return None
                return self.gender_of(self.lower[place - 1])
            if not self.lower[place][0].isalpha():
                break
        return None

    def _leads(self, comma: int) -> bool:
        """Whether the sentence up to a comma opens with a preposition or a conjunction, and its subject stands behind."""
        first = self.prose.sentence_at(comma)[0]
        return self.lower[first] in self.words["prepositions", "subordinators"]

    def _is_firm_with_role(self, name: Name) -> bool:
        """Whether what stands in front of a name says what a firm is: “activist investor Poe Capital”."""
        return name.role is not None and self.is_role_of_firm(self.text_of(name.role), name)

    def _is_led(self, name: Name) -> bool:
        """Whether a name is whose director or head somebody is, or is no person by “which” behind it."""
        start, end = name.name
        before = self.lower[start - 1] if start else ""
        noun = self.lower[start - 2] if start > 1 else ""
        if before in self.words["genitives"] and noun in self.words["leaders"]:
            return True
        if before in self.words["places_in", "genitives"] and noun in self.words["markets"]:  # “shares in Sund Gas”
            return True
        if before in self.words["employer_links"] and noun in self.words["employed"]:  # “the strike at Sund Sugar”
            return True
        behind = self.lower[end] if end < len(self.lower) else ""
        if behind == ",":
            return not self.words["remark_relatives"].isdisjoint(self.lower[end + 1 : end + 2])
        if behind not in self.words["plural_verbs"]:
            return False
        opens = start == 0 or start in self.begins
        # “Sund Vale are”, not “On Saturday Sund Vale are”
        return opens or not (before == "," or before in self.words["conjunctions", "prepositions", "places_on"])
