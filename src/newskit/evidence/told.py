"""What a text tells of somebody right beside their name: a role in front of it, a role or an age behind it, their gender."""

from collections.abc import Container

from newskit.language.lexicon import Lexicon
from newskit.text.name import Name
from newskit.text.prose import Prose, Range

#: A role beside a name has no more tokens than this.
LONGEST_ROLE = 12
#: What says what an institution is has no more words than this.
LONGEST_KIND = 4
#: An aside behind a name is read no further than this, in tokens.
_LONGEST_ASIDE = 32
#: Lists of the words that stand right in front of a name that a verb says.
_NAMERS = ("naming_verbs", "comparers", "name_nouns", "signers", "no_speakers")
#: An age has no more digits than this.
_AGE_DIGITS = 2
#: Lists of the words that go on behind what was done to somebody: “charged with”, “asked to”.
_BEHIND_PARTICIPLES = ("prepositions", "infinitive_marks")
#: Marks that stand for the century of a year.
_APOSTROPHES = frozenset("’'‘")
#: Marks that stand in front of an age.
_AGE_OPENERS = frozenset(",(")
#: Marks that open and that end an aside.
_ASIDE_OPENERS = frozenset([",", "(", "—", "–"])
ASIDE_ENDS = frozenset([",", ".", ";", "—", "–", ":", "“", '"', ")"])
_ASIDE_DASHES = frozenset(["—", "–", "-", "|"])
#: Marks that stand beside titles: Dr. (Mrs)
_BESIDE_TITLES = frozenset(".()")


class Told:
    """Reads what stands beside a name in the words of a text; whatever mixes it in has these."""

    prose: Prose
    words: Lexicon
    #: The tokens in small letters.
    lower: list[str]
    #: Where paragraphs and sentences begin.
    paragraph_begins: Container[int]
    begins: Container[int]

    def _lives(self, name: Name) -> bool:
        """Whether an age or “who” stands behind a name of several words: “Ann Poe, 61,”, “Ann Poe, who”."""
        if len(name.parts) < 2 or name.definite:
            return False
        behind = self.lower[name.name[1] : name.name[1] + 2]
        relative = behind and behind[0] == "," and behind[-1] in self.words["personal_relatives"]
        return bool(relative) or self.age_behind(name.name[1])

    def age_behind(self, place: int) -> bool:
        """Whether an age stands behind a comma or in brackets here: “Ann Poe, 61,”, “Ann Poe (61)”."""
        behind = self.lower[place : place + 2]
        return len(behind) > 1 and behind[0] in _AGE_OPENERS and behind[1].isdigit() and len(behind[1]) <= _AGE_DIGITS

    def _told_behind(self, name: Name, *, whole: bool) -> str | None:
        """The role in an aside behind a name, wherever it stands: “Dan Poe, a baker, was …”."""
        if not whole:
            return None
        at = self._behind_postnominals(name.name[1])
        if self.lower[at + 1 : at + 2] and self.lower[at + 1] in self.words["postnominals"]:  # “Ann Poe, SJ, a teacher”
            at = self._behind_postnominals(at + 1)
        if at + 2 >= len(self.lower) or self.lower[at] not in _ASIDE_OPENERS:
            return None
        end = self._aside_end(at)
        before = name.name[0]
        if tuple(self.lower[max(0, before - 2) : before]) in self.words.phrases and self.lower[end : end + 1] != [","]:
            return None  # “According to Ann Poe, an engineer found it.”
        if self.lower[end : end + 1] != [","] and self._is_led_to(before):
            return None  # “Thanks to Ann Poe, the bell rings.”
        others = end + 1 < len(self.lower) and self.lower[end] == "," and self.prose.tokens.words[end + 1][0].isupper()
        if others and len(name.parts) == 1:  # “for Ms. Poe, the head of the school, Ann Lee, …”
            return None
        if end < len(self.lower) and self.lower[at + 1].isdigit() and self.lower[end] == ",":
            at, end = end, self._aside_end(end)
        if self.age_behind(at) and self.lower[end : end + 2] == [")", ","]:  # “Ann Poe (41), a baker”
            at, end = end + 1, self._aside_end(end + 1)
        if end == at + 1 or end >= len(self.lower):
            return None
        if self.prose.tokens.words[at + 1][0].isupper() and not self._opens_large_role(at + 1, end):
            return None
        return self.aside_role((at + 1, end))

    def _is_led_to(self, name: int) -> bool:
        """Whether a preposition opens the sentence of a name and nothing but the name stands between it and a comma."""
        first = self.prose.sentence_at(name)[0]
        if self.lower[first] not in self.words["prepositions", "lead_ins"]:
            return False
        words = range(first, name)  # but “Among them was Ann Poe, a baker.”
        return all(self.lower[at] == "." or (self.lower[at][0].isalnum() and not self._is_finite(at)) for at in words)

    def _opens_large_role(self, begin: int, end: int) -> bool:
        """Whether an aside tells a role that begins with a name or an office: “Sund’s founder”, “Labour MP for Holle”, “CEO of Sund Gas”.

        With a name behind the role another one is listed: “Ann Poe, Sheriff Dan Poe and”.
        """
        nouns = [at for at in range(begin, min(begin + LONGEST_KIND, end)) if self.lower[at] in self.words.role_nouns]
        if not nouns:
            return False
        last = nouns[-1]
        ends = last + 1 == end or self.lower[last + 1] in self.words["prepositions"] or self._ends_role(last + 1)
        surname = self.lower[last] in self.words["role_surnames"] and self.prose.tokens.words[last][0].isupper()
        owned = any(self._is_owner(at) for at in range(begin, last))
        return ends and (owned or not (surname or self.lower[begin] in self.words.given_names))

    def names_firm(self, parts: tuple[str, ...]) -> bool:
        """Whether the last word of a name says that it is a firm's: “Sund Logistics”, “Poe Capital”."""
        last = parts[-1].lower().rstrip(".")
        if len(parts) < 2 or parts[0].lower() in self.words.given_names:
            return False
        return last in self.words["firm_words"] or last in self.words["firm_endings"]

    def _opens(self, place: int) -> bool:
        """Whether a sentence begins here, or begins behind a place and a dash: “HOLLE — Carmaker Poe said”."""
        return place in self.begins or self.lower[place - 1] in _ASIDE_DASHES

    def _is_article(self, place: int) -> bool:
        return self.lower[place] in self.words["articles", "definite_articles"]

    def is_definite(self, place: int) -> bool:
        """Whether “the” or “her” stands here."""
        return self.lower[place] in self.words["definite_articles", "possessives"]

    def _addresses(self, place: int) -> bool:
        """Whether a verb stands here that has a hearer behind it: “told the company Ann Poe was late”."""
        form = self.words.forms.get(self.lower[place]) if place >= 0 else None
        return form is not None and "address" in form.frames

    def _behind_postnominals(self, at: int) -> int:
        while at < len(self.lower) and self.lower[at] in self.words["postnominals"]:
            at += 1
        return at + 2 if self.is_class_year(at) else at

    def is_class_year(self, at: int) -> bool:
        """Whether the year stands here in which somebody leaves school: “Ann Poe ’27”."""
        behind = self.lower[at : at + 2]
        return len(behind) > 1 and behind[0] in _APOSTROPHES and behind[1].isdigit() and len(behind[1]) == _AGE_DIGITS

    def _aside_end(self, comma: int) -> int:
        """Where the aside behind a comma ends, or is long enough."""
        end, longest = comma + 1, min(len(self.lower), comma + _LONGEST_ASIDE)
        while end < longest and self.lower[end] not in ASIDE_ENDS and end not in self.paragraph_begins:
            end += 1
        return end

    def _before_titles(self, at: int) -> int:
        """Where the titles begin that stand right in front of a place: “Dr. (Mrs)”, “the Rev”."""
        end = at
        while at and (self.lower[at - 1] in _BESIDE_TITLES or self.lower[at - 1] in self.words.titles):
            at -= 1
        while 0 < at < end and self.lower[at - 1] in self.words["title_openers"]:  # “the Rt Rev”
            at -= 1
        return at

    def _told_before(self, name: Name) -> str | None:
        """The role in front of a name between commas: “Her brother, Max Poe, was …”."""
        comma = self._before_titles(name.name[0]) - 1
        if comma < 1 or self.lower[comma] != ",":
            return None
        behind = self._behind_postnominals(name.name[1])
        if behind < len(self.lower) and not self._breaks_off(self._behind_affiliation(behind)):
            return None
        office = self.lower[comma - 1] in self.words.role_nouns
        begin = self._phrase_begin(comma, enclosed=office and self._goes_on_small(behind, owned=self._is_theirs(comma)))
        known = begin > 0 and self.is_definite(begin - 1)
        if len(name.parts) == 1 and not (name.person or known) and self.ends_in_place(begin, comma):
            return None  # “a resident of Elm Row in Holle, Northmere,”
        begin = self._inner_role(begin, comma) or self._led_in(begin, behind) or begin
        head = begin
        while head < comma and self.lower[head] not in self.words["prepositions"] and not self._serves(head):
            head += 1
        before = begin - 1
        told = begin == 0 or begin in self.begins or self.lower[before] in self.words["determiners"]
        told = told or self._is_finite(before) or any(self._is_owner(place) for place in range(begin, head))
        return (
            self.text_of((begin, comma))
            if told
            and begin < head
            and (self._is_role(head - 1) or (known and self._lives(name)))
            and not self._is_vague(head - 1, name)
            else None
        )

    def _behind_affiliation(self, at: int) -> int:
        """Where “of the Sund Institute” behind a name ends, if it stands here: “The director, Prof Ann Poe of Holle University, is”."""
        if self.lower[at] not in self.words["affiliators"] or at + 1 == len(self.lower):
            return at
        end = at + 1 + (self.lower[at + 1] in self.words["definite_articles"])
        begin, tokens = end, self.prose.tokens.words
        while end < min(len(tokens) - 1, begin + LONGEST_ROLE) and (
            tokens[end][0].isupper() or self.lower[end] in self.words["genitives"]
        ):
            end += 1
        return end if end > begin else at

    def _serves(self, place: int) -> bool:
        """Whether a participle behind a role tells for whom or what it is: “engineer hired by”, “lawyer representing”."""
        word = self.lower[place]
        small = place > 0 and self.prose.tokens.words[place].islower()
        small = small and (self._is_role(place - 1) or self.lower[place - 1] in self.words["businesses", "kinds"])
        done = word.endswith(self.words.endings["past"]) and self.lower[place + 1] in self.words["prepositions"]
        return small and word not in self.words.role_nouns and (done or word.endswith(self.words.endings["gerund"]))

    def _is_theirs(self, comma: int) -> bool:
        """Whether “his” or “her” and a role of a word or two stand behind a verb and a preposition: “relied on his assistant,”."""
        first = next(
            (
                at
                for at in range(comma - 2, max(1, comma - LONGEST_KIND), -1)
                if self.lower[at] in self.words["possessives"]
            ),
            0,
        )
        return first > 1 and (self._is_verb(first - 2) or self._is_verb(first - 1))

    def _is_role(self, last: int) -> bool:
        """Whether a role ends here: “striker”, “No 2”."""
        return self.lower[last] in self.words.role_nouns or self.words.ends_rank(self.lower, last)

    def _is_vague(self, noun: int, name: Name) -> bool:
        """Whether a noun tells less than the office in front of the name: “the incumbent, Sheriff Ann Poe”."""
        return name.role is not None and self.lower[noun] in self.words["vague_roles"]

    def _inner_role(self, begin: int, comma: int) -> int | None:
        """Where the role begins behind what tells of somebody else: clerk in “said Max Poe, the lawyer for the clerk, Ann Poe.”."""
        before = begin - 2
        if before < 1 or self.lower[before] != "," or not self._is_role(comma - 1):
            return None
        if not self.prose.tokens.words[before - 1][0].isupper() or self._is_owner(before - 1):
            return None
        inner = (at for at in range(comma - 1, begin, -1) if self.is_definite(at))
        at = next(inner, None)
        return at + 1 if at is not None and self.lower[at - 1] in self.words["prepositions"] else None

    def _led_in(self, begin: int, behind: int) -> int | None:
        """Where a role begins behind what opens a sentence in front of its subject: “Through his lawyer, Max Poe, she”, “As for the lawyer, Max Poe, she”."""
        at = begin
        while self.lower[at] in self.words["prepositions", "comparers"]:
            at += 1
        if at == begin or not self.is_definite(at):
            return None
        if behind + 1 >= len(self.lower) or self.lower[behind] != ",":
            return None
        subject = (
            self.prose.tokens.words[behind + 1][0].isupper() or self.lower[behind + 1] in self.words["clause_subjects"]
        )
        return at + 1 if subject or self.lower[behind + 1] in self.words["definite_articles"] else None

    def ends_in_place(self, begin: int, end: int) -> bool:
        """Whether a phrase ends with a place, which may go on behind a comma: “in Holle”."""
        tokens, last = self.prose.tokens.words, end - 1
        while last > begin and tokens[last - 1][0].isupper():
            last -= 1
        return last > begin and tokens[last][0].isupper() and self.lower[last - 1] in self.words["places_in"]

    def _goes_on_small(self, behind: int, *, owned: bool = False) -> bool:
        """Whether a comma closes an aside and the sentence goes on with neither a subject nor another aside: “by the coach, Max Poe, and”.

        Of whom somebody has one only, more may be told: “on his assistant, Max Poe, who”.
        """
        if behind + 1 >= len(self.lower) or self.lower[behind] != ",":
            return False
        word = self.lower[behind + 1]
        other = word in self.words["articles", "definite_articles", "relatives", "possessives"]
        other = other and not (owned and word in self.words["personal_relatives"])
        return self.prose.tokens.words[behind + 1].islower() and not other and word not in self.words.pronouns

    def _ends_naming(self, place: int) -> bool:
        """Whether a word stands right in front of a name that a verb says: “known as”, “her name, ”, “called”."""
        word = self.lower[place]
        return word in _ASIDE_OPENERS or word == ":" or word in self.words[_NAMERS]

    def _phrase_begin(self, comma: int, *, enclosed: bool = False) -> int:
        """Where the words in front of a comma begin that may be a role: behind an article or a verb, or with an owner or their sentence."""
        begin, article = comma, comma
        while begin > 0 and comma - begin < LONGEST_ROLE and begin not in self.begins:
            word = self.lower[begin - 1]
            ranked = word == "." and self.lower[begin - 2] in self.words["rank_marks"]
            if self.prose.quote_at[begin - 1] >= 0 or not (word[0].isalnum() or word in "’'&-/" or ranked):
                break
            noun = begin > 1 and self.lower[begin - 2] in self.words["definite_articles"]  # “lawyer for the accused”
            if self._is_finite(begin - 1) and not (noun and word in self.words["accused"]):
                return begin if self.lower[begin] in self.words.role_nouns else article
            rank = word in self.words["rank_marks"] and not self.lower[begin].isalpha()  # “the No. 5 seed”
            opens = word in self.words["determiners"] and not rank
            if opens or self._is_owner(begin - 1):
                article = begin if opens else self._owner_begins(begin - 1)
                before = article - 1 - opens
                apart = before < 0 or before + 1 in self.begins or self.lower[before] not in self.words["prepositions"]
                apart = apart and not self._serves(before)
                if apart or (enclosed and self.lower[before] not in self.words["genitives"]):
                    return article
            begin -= 1
        return begin if begin in self.begins else article

    def _is_owner(self, place: int) -> bool:
        """Whether a name in the genitive stands here: “Holle's” in front of “mayor”."""
        word = self.prose.tokens.words[place]
        return word[0].isupper() and self.lower[place].endswith(self.words.endings["genitive"])

    def _owner_begins(self, place: int) -> int:
        """Where the name begins that ends at a place, within a role's length."""
        farthest = max(0, place - LONGEST_ROLE)
        while place > farthest and place not in self.begins and self.lower[place - 1] not in self.words.not_names:
            if not (self.prose.tokens.words[place - 1][0].isupper() or self.lower[place - 1] in "&-"):
                break
            place -= 1
        return place

    def _is_finite(self, place: int) -> bool:
        """Whether a word may be the verb of a sentence, by its form: “said”, “was”; not “state”."""
        return self.lower[place] in self.words.finite

    def _breaks_off(self, place: int) -> bool:
        """Whether a name ends with its phrase: a mark or a verb stands behind it."""
        return not self.lower[place][0].isalnum() or self._is_verb(place)

    def _is_verb(self, place: int) -> bool:
        word = self.lower[place]
        return (
            (word in self.words.forms and word not in self.words.role_nouns)
            or word in self.words["auxiliaries", "past_forms"]
            or word.endswith(self.words.endings["past"])
        )

    def is_courtesy(self, role: str) -> bool:
        """Whether a role is a title that tells less than what stands behind the name: “Professor”, “Rev.”."""
        if role.islower() and self.words.gender_of(role):  # “her brother Max Poe”
            return False
        return all(word in self.words["courtesies", "title_openers"] for word in role.lower().replace(".", " ").split())

    def without_titles(self, begin: int, end: int) -> int:
        """Where a role ends if titles stand behind it: “audiologist Dr.”; its own end if it is all titles."""
        stop = end
        if f"{self.lower[end - 2]} {self.lower[end - 1]}" in self.words["role_pairs"]:  # “dinner lady”
            return end
        large = self.prose.tokens.words
        while stop > begin and (
            self.lower[stop - 1] == "."
            or (self.lower[stop - 1] in self.words["honorifics"] and large[stop - 1][0].isupper())
        ):
            stop -= 1
        short = stop > begin + 1 and self.lower[stop : stop + 1] == ["."] and self.lower[stop - 1] in self.words.titles
        if short and self.lower[stop - 2] in self.words.role_nouns:  # “spokesman Cdr.”
            return stop - 1
        ranked = stop - 2 >= begin and self.is_rank(self.lower[stop - 1])
        noun = self.lower[stop - 2]
        office = noun not in self.words.titles or noun in self.words["principals"]  # “deputy mayor Cr”
        office = office and noun not in self.words["role_modifiers", "courtesies"]  # “Deputy SP”, “Emeritus Professor”
        if ranked and noun in self.words.role_nouns and office:  # “spokesperson Captain”
            return stop - 1
        titled = any(self.lower[place] != "." for place in range(stop, end))
        return stop if begin < stop and titled else end

    def is_rank(self, word: str) -> bool:
        """Whether a word is a rank, which tells less than a role in front of it: “Captain”, “Cllr”."""
        return any(rank in self.words["ranks"] for rank in (word, *self.words.role_abbreviations.get(word, ())))

    def text_of(self, tokens: Range) -> str:
        return " ".join(self.prose.of(tokens).split())

    def aside_role(self, aside: Range) -> str | None:
        """The role in “, a nurse who works there”."""
        at, end = aside
        while at < end and (self.lower[at].isdigit() or self.lower[at] == ","):
            at += 1
        timed = at < end and self.lower[at] in self.words["times", "role_modifiers", "role_adverbs"]
        # “now a clerk”, “then the mayor”, “herself a nurse”
        if timed and at + 1 < end and self.lower[at + 1] in self.words["determiners"]:
            at += 1
        if at < end and (self.lower[at] in self.words["relatives"] or self.lower[at] in self.words["conjunctions"]):
            return None
        if timed and at + 1 < end and self.lower[at] not in self.words["role_modifiers"] and self._is_verb(at + 1):
            return None  # “The peat-cutter, Ann Poe, later named a dog for the doctor.”
        at += at + 1 < end and self.lower[at] in self.words["role_adverbs"]  # “now principal tuba of the band”
        begin = at
        while at < end and self.lower[at] in self.words["determiners"]:
            at += 1
        leads = at + 1 < end and self.lower[at] in self.words["prepositions"]
        if leads and self.lower[at + 1] not in self.words.role_nouns:  # “both of whom”, “along with Judge Ann Poe”
            return None
        stop = at
        while stop < end and not self._ends_role(stop) and self.lower[stop] not in (",", "("):
            stop += 1
        if stop == at or stop - at > _LONGEST_ASIDE or any(self._says(place) for place in range(at, stop)):
            return None
        if begin == at < end and self._is_verb(at) and self.lower[at] not in self.words["role_modifiers"]:
            return None
        named = any(
            word in self.words.role_nouns or word.endswith(self.words.endings["age"]) for word in self.lower[at:stop]
        )
        told = begin < at and self.prose.tokens.words[at].islower() and self.lower[at] not in self.words["times"]
        short = self.prose.tokens.words[stop - 1].islower() and stop - at <= 4
        # not “his voice shaking”, “no relation”
        told = told and self.lower[begin] not in self.words["possessives", "negations"]
        one = self.lower[begin] in self.words["articles"] and self.lower[at] not in self.words["comments"]
        stop = self._behind_state(at, stop)
        if stop - at == 1 and self.lower[at].endswith(self.words.endings["age"]):  # “a 61-year-old who”
            return None
        return self.text_of((at, stop)) if named or (told and (short or one)) else None

    def _behind_state(self, begin: int, end: int) -> int:
        """Where a role goes on to that ends with a place, if its state stands behind the comma: “nurse from Holle, Ohio,”."""
        first = end + 1
        if self.lower[end:first] != [","] or not self.ends_in_place(begin, end) or first + 1 >= len(self.lower):
            return end
        last = first + (self.lower[first] in self.words["place_openers"])
        word = self.prose.tokens.words[last]
        behind = last + 1 + (self.lower[last + 1 : last + 2] == ["."] and not word.isupper())
        closed = self.lower[behind : behind + 1] == [","]
        return behind if closed and word[0].isupper() and self.lower[first] not in self.words.given_names else end

    def _ends_role(self, place: int) -> bool:
        """Whether a word begins what only describes further: “a nurse who …”, “the agent charged with …”."""
        word = self.lower[place]
        if word in self.words["participles_of_role"]:
            return True
        charged = word in self.words.forms and self.lower[place - 1] in self.words.role_nouns
        if not (charged and word.endswith(self.words.endings["past"])):
            return False
        # not “In a letter by his lawyer, Max Poe, the minister maintained that”
        behind = self.lower[place + 1 : place + 2]
        return behind == [","] or not self.words[_BEHIND_PARTICIPLES].isdisjoint(behind)

    def _says(self, place: int) -> bool:
        """Whether a verb stands here that says something: “coast guard says”."""
        form = self.words.forms.get(self.lower[place])
        says = form is not None and "speech" in form.frames and form.shape in ("past", "third")
        return says or self.lower[place] in self.words["auxiliaries"]

    def gender_of(self, role: str) -> str | None:
        return next(filter(None, map(self.words.gender_of, role.lower().split())), None)
