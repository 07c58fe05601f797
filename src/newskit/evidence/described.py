"""Noun phrases beside a cue, taken apart: the name in them, the role in front of it, the affiliation behind it."""

from newskit.evidence.known import Known, Person, Roster
from newskit.evidence.told import Told
from newskit.text.prose import Range

#: Between what somebody is and the name that a verb says stand no more tokens than this.
_LONGEST_NAMING = 12
#: Of the pieces of an aside no more than this are looked at.
_PIECES = 4


class Described(Roster, Told):
    """Reads what a mention says of whom it names."""

    def named_in_aside(self, head: Range, aside: Range) -> Person | None:
        """“Her brother, Max Poe” and “One of the guests, a retired judge, Ann Poe”: the name is behind, the role before it."""
        first, end = aside
        commas = [place for place in range(first, end) if self.lower[place] == "," and self.prose.quote_at[place] < 0]
        begins = [first, *(place + 1 for place in commas)][:_PIECES]
        for begin, stop in zip(begins, [*commas, end], strict=False):
            someone = self._only_name(begin, stop)
            if someone is None or self._belongs_to_last(head, (begin, stop), someone):
                continue
            if self.lower[begin] in self.words["articles"] and self.at_place.get(begin + 1) is someone:  # “a Democrat”
                continue
            before = (begins[begins.index(begin) - 1], begin - 1) if begin > first else head
            if self._names_body(begin, stop, someone) or (someone.kind and not self.is_told(someone)):
                return Person(someone.name, None, None, 0.75, "an institution named behind what it is")
            someone.body = self._is_body(before)
            someone.person = not someone.body
            in_front = self.role_in(self.core((begin, stop)), someone)
            office = self.lower[self.core(self._office_in(before))[1] - 1] in self.words.role_nouns
            if in_front is not None and not (office and self.is_title(in_front)):
                someone.role = in_front
            elif self._tells_role(before):
                someone.role = self.plain(self._behind_article(self._without_clause(self._office_in(before))))
            return someone.as_person(0.8, "named behind the role")
        return None

    def is_title(self, role: str) -> bool:
        """Whether a role is a title or a rank alone, which tells less than a role: “Captain”, “Barrister”."""
        return all(word in self.words.titles or self.is_rank(word) for word in role.lower().replace(".", " ").split())

    def _belongs_to_last(self, head: Range, piece: Range, someone: Known) -> bool:
        """Whether a name behind a comma goes with the last noun of what describes somebody: “parents in Holle, Northmere”, “fans of the band, Poe”."""
        core = self.core(head)
        if core[1] >= head[1]:
            return False
        known = self.is_definite(head[0])
        end = piece[1] - (self.lower[piece[1] - 1] == ".")  # “in Holle, Ont.”
        if end - piece[0] == 1 and not (known or self.is_told(someone)) and self.ends_in_place(*head):
            return True
        noun = self.lower[core[1] - 1]
        several = noun in self.words["collectives"] or (
            self.words.is_plural(noun) and noun not in self.words.role_nouns
        )
        joined = self.lower[piece[1] : piece[1] + 1]
        return several and not (joined and joined[0] in self.words["name_conjunctions"])

    def group_of(self, head: Range, core: Range) -> str | None:
        """The noun of “41 of its own backbenchers”; None where no group stands behind “of”."""
        at = core[1] + 1
        if at >= head[1] or self.lower[core[1]] not in self.words["genitives"]:
            return None
        while at < head[1] and (self.lower[at] in self.words["determiners"] or self.lower[at] in self.words["own"]):
            at += 1
        return self.plain(self.core((at, head[1]))) if at < head[1] else None

    def _is_body(self, phrase: Range) -> bool:
        """Whether a phrase describes an institution: “a pressure group”."""
        noun = self.lower[self.core(phrase)[1] - 1]
        body = self.words.names_body(noun)
        return body and noun not in self.words.role_nouns

    def _names_body(self, begin: int, stop: int, someone: Known) -> bool:
        """Whether what stands in front of a name says that it is an institution: “the state fund Harapan”."""
        at = next((place for place in range(begin, stop) if self.at_place.get(place) is someone), begin)
        word = self.lower[at - 1] if at > begin else ""
        return self.words.names_institution(word) and word not in self.words.role_nouns

    def body_in_aside(self, head: Range, aside: Range) -> Person | None:
        """“Her union, the Bakers' Guild”: the institution is named behind the comma."""
        core = self.core(aside)
        someone = self.named(core)
        noun = self.lower[self.core(head)[1] - 1]
        body = self.words.names_body(noun)
        if someone is None or self.is_told(someone) or not body:
            return None
        if core[1] < aside[1] and self.lower[core[1]] not in self.words["genitives"]:
            return None
        someone.kind = someone.kind or self.plain(self.core(head))
        sure = Person(someone.name, None, None, 0.75, "an institution named behind what it is")
        return self.whole_name(aside, core, someone) or sure

    def _tells_role(self, phrase: Range) -> bool:
        """Whether a phrase describes and does not name: “her brother”, “the Minister for Health”, not “Ann Poe”, “one of them”."""
        if self.lower[phrase[0]] in self.words["singles"]:
            return False
        first, core = phrase[0] + (phrase[1] - phrase[0] > 1), self.core(phrase)
        office = self.lower[core[1] - 1] in self.words.role_nouns and self.named(core) is None
        return office or self.prose.tokens.words[first].islower()

    def _office_in(self, phrase: Range) -> Range:
        """A phrase from the role in it on, where it describes something else: “its head” of “a statement by its head”."""
        if self.lower[self.core(phrase)[1] - 1] in self.words.role_nouns:
            return phrase
        for place in range(phrase[1] - 1, phrase[0], -1):
            owned = self.lower[place] in self.words["possessives"] and self.lower[place - 1] in self.words["signers"]
            if owned and self.lower[self.core((place, phrase[1]))[1] - 1] in self.words.role_nouns:
                return place, phrase[1]
        return phrase

    def _behind_article(self, phrase: Range) -> Range:
        """A phrase from its last article on, unless that belongs to what stands behind “of”: “a claim the commander”."""
        for place in range(phrase[1] - 1, phrase[0], -1):
            if (
                self.lower[place] in self.words["determiners"]
                and self.lower[place - 1] not in self.words["prepositions"]
                and not self._serves(place - 1)
            ):
                return place, phrase[1]
        return phrase

    def is_of_other(self, someone: Known, head: Range, core: Range) -> bool:
        """Whether a thing and a person further on are named, of whom an aside tells: “the FIR on the complaint of Ann Poe, a baker”."""
        other = self.at_place.get(head[1] - 1)
        if other is None or other is someone or core[1] == head[1]:
            return False
        return self.is_told(other) and not self.is_told(someone)

    def named_behind(self, head: Range) -> Person | None:
        """Whoever is named behind the comma that ends “the mayor of Holle”, where the mention ends before it."""
        at = head[1] + 1
        if self.lower[head[1] : at] != [","] or self.lower[self.core(head)[1] - 1] not in self.words.role_nouns:
            return None
        while at < len(self.lower) and (self.lower[at] in ".()" or self.lower[at] in self.words.titles):
            at += 1
        someone = self.at_place.get(at)
        if someone is None or someone.definite or self.prose.quote_at[at] != self.prose.quote_at[head[0]]:
            return None
        end = self.name_end(someone, at)
        if end < len(self.lower) and self.lower[end][0].isalnum():
            return None
        someone.person = True
        someone.role = someone.role or self.plain(head)
        return someone.as_person(0.8, "named behind the role")

    def _without_clause(self, phrase: Range) -> Range:
        """A phrase without its relative clause and its day: “the utility that serves the area”, “the mayor on Monday”."""
        for place in range(phrase[0] + 1, phrase[1]):
            behind = self.lower[place + 1 : place + 2]
            dated = self.lower[place] in self.words["places_on"] and not self.words["times"].isdisjoint(behind)
            if dated or self.lower[place] in self.words["participles_of_role"]:
                return phrase[0], place
        return phrase

    def titled_at_end(self, head: Range, core: Range) -> Person | None:
        """“Chair of the board Cllr Ann Poe”: a role that goes on behind “of”, then a title and the name."""
        someone = self.at_place.get(head[1] - 1)
        if (
            someone is None
            or core[1] >= head[1]
            or len(someone.parts) < 2
            or self.lower[core[1]] not in self.words["office_links"]
        ):
            return None
        at = head[1] - 1
        while at > core[1] and self.at_place.get(at - 1) is someone:
            at -= 1
        # “Head of Police (HOP) Ann Poe”
        if self.lower[at - 1] == ")" and self.lower[at - 3] == "(" and at - 3 > core[1]:
            someone.role = self.plain((head[0], at - 3)) or someone.role
            return someone.as_person(0.85, "named behind the role")
        title = at - 1 if self.lower[at - 1] != "." else at - 2
        owned = self.lower[core[1]] in self.words["genitives"]
        speaks_for = self.lower[core[1] - 1] in self.words["proxies"] and self.lower[title] in self.words["principals"]
        if speaks_for and not owned:  # “a spokesman for Roads Minister Ann Poe”
            return None
        if not (owned or self.words.is_field(self.lower[title - 1])):  # “spokesman for Sen. Ann Poe”
            return None
        if title < core[1] + 1 or (title == core[1] + 1 and not self._short_role(core, title)):
            return None
        former = self.lower[title - 1] in self.words["role_modifiers"]  # “head of mission and former governor”
        if (
            former
            or self.lower[title] not in self.words.titles
            or self.words.heads_institution(self.lower[core[1] - 1])
        ):
            if not (self._bare_role(core, title) or self._role_at_institution(core, title)):
                return None
            title += 1
        else:
            # “bishop of Holle the Rt Rev”
            while title - 2 > core[1] and self.lower[title - 1] in self.words["title_openers"]:
                title -= 1
        someone.role = self.plain((head[0], title)) or someone.role
        return someone.as_person(0.85, "named behind the role")

    def _role_at_institution(self, core: Range, last: int) -> bool:
        """Whether a role ends here whose owner goes on behind “of”: University of Larne president."""
        owner = (
            self.words.heads_institution(self.lower[core[1] - 1]) and self.prose.tokens.words[core[1] - 1][0].isupper()
        )
        return owner and self.lower[last] in self.words.role_nouns

    def named_by_verb(self, source: Range) -> Person | None:
        """“A woman who gave her name only as Ann”, “a baker called Max Poe”: a verb or “as” stands between what somebody is and the name."""
        first, end = self.core(source)
        core = first, end - (end - first > 1 and self.lower[end - 1] == ",")
        noun = self.lower[core[1] - 1]
        at = next((place for place in range(core[1], source[1]) if place in self.at_place), source[1])
        while at - 1 > core[1] and (self.lower[at - 1] in self.words.titles or self.lower[at - 1] == "."):
            at -= 1
        one = self.lower[source[0]] in self.words["articles", "singles", "one_more"]
        if not one or at >= source[1] or at - core[1] > _LONGEST_NAMING:
            return None
        between = self.lower[core[1] : at]
        verb = not self.words["naming_verbs"].isdisjoint(between)
        person = noun in self.words.role_nouns or self.words.gender_of(noun) or noun in self.words["persons"]
        person = person or noun in self.words["singles"]  # “One, who gave her name as Ann,”
        if not (verb and self._ends_naming(at - 1) and person):
            return None
        someone = next(self.at_place[place] for place in range(at, source[1]) if place in self.at_place)
        someone.person = True
        someone.gender = someone.gender or self.words.gender_of(noun)
        tells = noun in self.words.role_nouns and noun not in self.words["persons"]
        someone.role = someone.role or (self.plain(core) if tells else None)
        return someone.as_person(0.75, "a verb says the name")

    def _short_role(self, core: Range, last: int) -> bool:
        """Whether one word behind “of” ends a role in front of a name: “father of three Tom Poe”, not “friend of singer Ann Poe”."""
        return self.lower[last] not in self.words.role_nouns and self._bare_role(core, last)

    def _bare_role(self, core: Range, last: int) -> bool:
        """Whether a role goes on behind “of” up to a name without a title: “leader of the opposition Ann Poe”."""
        word = self.lower[last]
        links = word in self.words["prepositions", "determiners", "conjunctions"]
        before = self.lower[last - 1]  # “owner of bakery chain Ann Poe”
        named = self.words.names_institution(word) and before not in self.words["definite_articles"]
        small = (self.prose.tokens.words[last].islower() and word.isalpha()) or word in self.words["offices"]
        return self.lower[core[1] - 1] in self.words.role_nouns and small and not (links or named)

    def _only_name(self, begin: int, stop: int) -> Known | None:
        """Whoever a piece between commas names, if it holds nothing but a name with its titles and a role."""
        someone = self.named(self.core((begin, stop))) if stop > begin else None
        group = someone is not None and someone.definite and not self.is_told(someone)  # “the Poe family” names Max Poe
        if someone is None or group or self.lower[begin] in self.words["relatives"]:
            return None
        for place in range(begin, stop):
            if self.at_place.get(place) is someone:
                return someone
            word = self.lower[place]
            article = place > begin and self.lower[place - 1] in self.words["determiners"]
            small = self.prose.tokens.words[place].islower() and not article  # but “State Counsel”, “the state fund”
            verb = word in self.words["auxiliaries"] or (small and word in self.words.forms)
            if verb or word in self.words["prepositions"]:
                return None
        return None

    def whole_name(self, head: Range, core: Range, someone: Known) -> Person | None:
        """The whole of an institution’s name, of which the roster holds a part: the Bakers’ Union, Local 7 of the Bakers."""
        if someone.person or someone.gender or someone.role:
            return None
        at = someone.places[0]
        owned = at > 0 and self.owns(at - 1)  # “the Post's Ann Poe”
        if owned and len(someone.parts) > 1 and not self.is_institution(someone):
            return None
        begin = head[0] + (self.lower[head[0]] in self.words["determiners"])
        begin += self.lower[begin] in self.words["short_kinds"]
        if core[1] - begin == 2 and len(someone.parts) == 1 and self.words.names_institution(self.lower[begin]):
            return None  # “Grocer Poe's”
        short = len(someone.parts) == 1 or someone.definite
        end = self.with_of(head, core) if short else core[1]
        opens = next((place for place in range(begin, end) if self.prose.tokens.words[place][0].isupper()), end)
        large = opens < end and all(self._in_large_name(place) for place in range(opens, end))
        small = any(self.lower[place] in self.words.role_nouns for place in range(begin, opens))
        if begin < opens < end and all(
            self.lower[place] in self.words["role_modifiers"] for place in range(begin, opens)
        ):
            opens = begin  # “the state Ministry of Health”
        if not large or small or end - opens <= len(someone.parts):
            return None
        if begin == head[0] and end == core[1] and not any(self.owns(place) for place in range(begin, end)):
            return None
        name = self.text_of((begin, end))
        self.by_name.setdefault(name, someone)
        return Person(name, None, None, 0.75, "an institution's whole name")

    def with_of(self, head: Range, core: Range) -> int:
        """Where a name that goes on behind “of” ends: Local 7 of the Bakers."""
        end = core[1]
        if end + 1 < head[1] and self.lower[end] in self.words["genitives"]:
            at = end + 1 + (self.lower[end + 1] in self.words["determiners"])
            if at < head[1] and self.prose.tokens.words[at][0].isupper():
                end = at
                while end < head[1] and self._in_large_name(end):
                    end += 1
        return end

    def _in_large_name(self, place: int) -> bool:
        word = self.prose.tokens.words[place]
        return (
            word[0].isupper()
            or word[0].isdigit()
            or self.lower[place] in self.words["name_joiners"]
            or self.lower[place] in "&'’"
        )

    def core(self, head: Range) -> Range:
        """The phrase up to its first preposition: “a spokesman” of “a spokesman for Lopez”."""
        for place in range(head[0] + 1, head[1]):
            word = self.lower[place]
            past = word.endswith(self.words.endings["past"]) and self.prose.tokens.words[place].islower()
            said_of = (
                word in self.words["said_of_nouns"]
                and place + 1 < head[1]
                and self.lower[place + 1] in self.words["prepositions"]
            )
            # “a source close to”, “a book she wrote”
            if said_of or (word in self.words["clause_subjects"] and place > head[0] + 1):
                return head[0], place
            serves = word in self.words["services"] and self.lower[place - 1] in self.words.role_nouns
            if serves or word in self.words["participles"] or (past and not self._modifies(word)):
                return head[0], place
            if (
                (word in self.words["prepositions"] or word in self.words["relatives"] or word == "(")
                and (place not in self.at_place or self.at_place.get(place) is not self.at_place.get(place - 1))
                and not (self._role_goes_on(place, head[1]) or self._brackets_title(place, head[1]))
            ):
                return head[0], place
        return head

    def _modifies(self, word: str) -> bool:
        """Whether a word that ends like a past form may belong to a role: “retired”, “seed”."""
        return word in self.words["role_modifiers"] or word in self.words.role_nouns

    def _brackets_title(self, place: int, end: int) -> bool:
        """Whether a title in brackets stands between another one and a name: “Dr. (Mrs) Ann Poe”."""
        titled = place + 3 < end and self.lower[place] == "(" and self.lower[place + 1] in self.words["honorifics"]
        return titled and place + 3 in self.at_place

    def with_name(self, source: Range) -> Range:
        """A mention that ends inside a role, up to the end of the name behind the role: “Commissioner” of “Commissioner for Roads Ann Poe”."""
        role = self.role_at.get(source[1])
        if role is None or not source[0] <= role[0] < source[1]:
            return source
        end = role[1]
        while end < len(self.lower) and self.at_place.get(end) is self.at_place.get(role[1]):
            end += 1
        return source[0], end

    def _role_goes_on(self, place: int, end: int) -> bool:
        """Whether a role in front of a name goes on here: “secretary of state John Poe”, “superintendent (rural) John Poe”."""
        role = self.role_at.get(place)
        return role is not None and place > role[0] and role[1] < end

    def named_before(self, core: Range) -> Known | None:
        """Whoever stands before a comma and an age or letters behind a name: “Ann Poe, 61,” and “Ann Poe, SJ,”."""
        first, end = core
        behind = end - first == 1 and (self.lower[first].isdigit() or self.lower[first] in self.words["postnominals"])
        return self.at_place.get(first - 2) if behind and first > 1 and self.lower[first - 1] == "," else None

    def named(self, core: Range) -> Known | None:
        """Whoever is named at the end of a phrase."""
        last = core[1] - 1
        if core[1] - core[0] == 1 and self.lower[last] in self.words["postnominals"]:
            return None
        while last >= core[0] and (
            not self.lower[last][0].isalnum()
            or self.lower[last] in self.words["postnominals"]
            or (self.lower[last].isdigit() and self.is_class_year(last - 1))
        ):
            last -= 1
        return self.at_place.get(last) if last >= core[0] else None

    def role_in(self, core: Range, someone: Known) -> str | None:
        """What stands in front of the name in the mention itself."""
        at = core[0]
        while at < core[1] and self._determines(at):
            at += 1
        if core[0] < at < core[1] and self.lower[at] in self.words["comparatives"]:  # “the elder Mr. Poe”
            at += 1
        if at + 1 < core[1] and self.lower[at] in self.words["times"] and self.lower[at + 1] in self.words.titles:
            at += 1  # “now Lord Poe”
        begin = at
        while at < core[1] and self.at_place.get(at) is not someone:
            at += 1
            joins = at < core[1] and self.lower[at - 1] in self.words["conjunctions"] and at - 2 in self.at_place
            # “Ethics and Tax Office head”
            inside = at - 1 in self.at_place or (at - 1 in self.role_at and at - 2 in self.role_at)
            # not “actor and producer Max Poe”
            if joins and not inside and self.lower[at - 2] not in self.words.role_nouns:
                begin = at + (self.lower[at] in self.words["determiners"])
        if at <= begin or at >= core[1]:
            return None
        at -= self.lower[at - 1] in self.words["definite_articles"]  # “trade body the Lamp Guild”
        if at == begin:
            return None
        at -= self.lower[at - 1] == "("  # what is short for the role: “superintendent (SP) Ann Poe”
        last = at - 1 if self.lower[at - 1] != "." else at - 2
        if self.lower[last] in self.words["conjunctions"]:
            return None
        word = self.lower[last]
        somebody = word in self.words.role_nouns and len(someone.parts) > 1  # a producer may be somebody
        if self.words.names_institution(word) and not somebody:
            described = begin > core[0] and all(token.islower() for token in self.prose.tokens.words[begin:at])
            # “the campaign group Save Holle”
            return self.text_of((begin, at)) if described and at - begin > 1 else None
        modifies = all(self.lower[place] in self.words["role_modifiers"] for place in range(begin, at))
        if modifies and not (word in self.words.role_nouns and self.prose.tokens.words[last][0].isupper()):
            return None  # “the late Ann Poe”, but “Deputy Ann Poe”
        said_so = any(self._tells(place) for place in range(begin, at))
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
        short = self.lower[at - 1] == ")" and self.prose.tokens.words[at - 2].isupper()  # “superintendent (SP) Ann Poe”
        return self.text_of((begin, self.without_titles(begin, at - 3 if short else at)))

    def _tells(self, place: int) -> bool:
        """Whether a word is a noun for roles, or a title that is more than a courtesy: “Supt”."""
        word = self.lower[place].rstrip(".")
        courtesy = word in self.words["honorifics"] or word in self.words["courtesies"]
        return word in self.words.role_nouns or (word in self.words.titles and not courtesy)

    def affiliation(self, head: Range, core: Range) -> str | None:
        """“(D-Vt.)” or “of the Harbour Trust” behind a name."""
        if core[1] >= head[1]:
            return None
        at = core[1]
        if self.lower[at] == "(":
            stop = next((place for place in range(at, head[1]) if self.lower[place] == ")"), head[1])
            return self.text_of((at + 1, stop)) if stop > at + 1 else None
        if self.lower[at] in self.words["affiliators"]:
            at += 1
            while at < head[1] and self.lower[at] in self.words["determiners"]:
                at += 1
            return self.text_of((at, head[1])) if at < head[1] else None
        return None

    def _determines(self, place: int) -> bool:
        """Whether a word is an article or the like, and no mark of a rank: “No 10”, “No. 2 seed”."""
        number = place + 1 + (self.lower[place + 1 : place + 2] == ["."])
        return self.lower[place] in self.words["determiners"] and not self.words.ends_rank(self.lower, number)

    def plain(self, phrase: Range) -> str | None:
        """A phrase without its article, and without a number: “people” of “several thousand people”."""
        at = phrase[0] + self._determines(phrase[0])
        number = self.lower[at : at + 1]
        round_one = number and (number[0] in self.words["round_numbers"] or number[0].replace(",", "").isdigit())
        at += bool(round_one) and at < phrase[1] - 1
        return self.text_of((at, phrase[1])) if at < phrase[1] else None
