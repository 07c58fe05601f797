"""Finds the noun phrase beside a verb: who speaks, with titles, roles and appositions.

There is no parser here. A phrase is read from the verb outwards until a word that cannot belong to it.
"""

from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: A phrase longer than this, in tokens, is not read further: it is not one.
_LONGEST = 40
#: The first of two whom “and” joins has no more tokens than this.
_FARTHEST_OTHER = 12
#: An age between commas has no more tokens than this: “aged 34”.
_LONGEST_AGE = 2
#: Lists of the words behind which a phrase may go on with an article.
_BEFORE_PHRASES = ("prepositions", "conjunctions", "determiners", "times", "auxiliaries", "verb_adverbs", "relatives")
#: When or where “which” did something has no more tokens than this: “in an interview last week”.
_LONGEST_SETTING = 6
#: Marks that stand between clauses.
_CLAUSE_MARKS = frozenset(",:;—–")


class Phrases:
    """Reads noun phrases in a text."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens = prose.tokens.lower, prose.tokens.words
        self._verbs = words["auxiliaries"]
        self._past, self._possessive = words.endings["past"], words.endings["possessive"]
        self._plural = words.endings["plural"]
        self._articles = words["articles", "definite_articles"]
        self._no_head = words["auxiliaries", "prepositions"]
        self._links = words["prepositions", "determiners", "conjunctions"]
        self._halting = words["conjunctions", "subordinators", "auxiliaries", "prepositions"]
        self._leading = words["conjunctions", "subordinators", "verb_adverbs"]

    # -- before a verb -----------------------------------------------------------------------------

    def before(self, first: int, verb: int) -> Range | None:
        """Find the subject that ends right before the token ``verb``, not reaching in front of the token ``first``."""
        last = verb - 1
        if last < first or self.prose.quote_at[last] >= 0:
            return None
        if self.lower[last] == ",":
            return self._before_aside(first, last)
        if self.tokens[last] in ("—", "–") or self.lower[last] == "-":
            return None
        if self._told_of_by_clause(first, verb):
            return first, verb
        pronoun = self._in_front_of_setting(first, verb)
        return self._leftwards(first, verb if pronoun is None else pronoun + 1)

    def _in_front_of_setting(self, first: int, verb: int) -> int | None:
        """The “which” or “he” that when or where parts from its verb: “which in March announced”, “who in an interview said”."""
        lower, words = self.lower, self.words
        for at in range(verb - 2, max(first, verb - 1 - _LONGEST_SETTING), -1):
            if lower[at + 1] in self._verbs or not lower[at + 1][0].isalnum():
                return None
            before = lower[at - 1]
            pronoun = before in words["relatives"] or (before in words["clause_subjects"] and before in words.pronouns)
            if lower[at] in words["prepositions"] and pronoun and before not in words["affirmers"]:
                of = lower[at] in words["genitives"] or (at - 1 > first and lower[at - 2] in words["prepositions"])
                return None if of else at - 1
        return None

    def _told_of_by_clause(self, first: int, verb: int) -> bool:
        """Whether a sentence opens with somebody and a clause about them up to its verb: “A man accused of theft and fined told”."""
        lower, words = self.lower, self.words
        if lower[first] not in self._articles:
            return False
        head = range(first + 1, min(verb, first + _FARTHEST_OTHER + 1))
        relative = next((at for at in head if self._opens_clause(at)), verb)
        ends = lower[verb - 1] in words["conjunctions"] or lower[verb - 1] in words["clause_subjects"]
        if relative + 2 >= verb or verb - first > _LONGEST or ends:
            return False
        marks = any(self.prose.quote_at[at] >= 0 or lower[at] in _CLAUSE_MARKS for at in range(first, verb))
        opens = (at for at in range(relative + 1, verb) if lower[at] in words["subordinators"])
        if marks or any(lower[at + 1][0].isalpha() for at in opens):  # but “took more than 900 tins”
            return False
        return not any(
            lower[at] in self._no_head or (lower[at] in words.forms and self._is_verb(at, first))
            for at in range(first + 1, relative)
        )

    def _opens_clause(self, at: int) -> bool:
        """Whether “who” or a participle in front of a preposition or a day stands here: “accused of”, “dated May 19”."""
        participle = self.lower[at].endswith(self._past) and self.tokens[at].islower()
        further = self.lower[at + 1] in self.words["prepositions"] or self.lower[at + 1] in self.words["times"]
        return self.lower[at] in self.words["personal_relatives"] or (participle and further)

    def _before_aside(self, first: int, comma: int) -> Range | None:
        """Read “Name, an aside,”: the phrase in front of the aside, the aside with it."""
        other = comma - 1
        while (
            other > first
            and comma - other < _LONGEST
            and not (self.lower[other] == "," and self.prose.quote_at[other] < 0)
        ):
            other -= 1
        if self.lower[other] != "," or other <= first:
            return None
        opening = self.lower[other + 1]
        phrase = self._leftwards(first, other)
        if phrase is None or (opening in self.words.forms and self.words.forms[opening].shape == "ing"):
            return phrase
        begin = self._in_front_of_age(first, phrase)
        apart = (
            opening in self.words["clause_relatives"] and self.tokens[begin].islower() and self.lower[begin - 1] == ","
        )
        name = self._leftwards(first, begin - 1) if apart and begin - 1 > first else None
        if name is not None and self.tokens[name[1] - 1][0].isupper():  # “Ann Poe, head of a school, where …, said”
            return name[0], other
        told = self._told_through(first, begin)
        if told is not None:
            return told
        if opening in self.words["relatives"]:
            return self._role_in_front(first, begin), comma
        return begin, comma

    def _told_through(self, first: int, begin: int) -> Range | None:
        """Who speaks through what begins here: “The bank, in a statement by its head, Max Poe, said”."""
        lead = begin - 1
        if lead - 2 <= first or self.lower[lead] not in self.words["places_in"] or self.lower[lead - 1] != ",":
            return None
        if self.lower[begin] not in self.words["articles"]:
            return None
        return self._leftwards(first, lead - 1)

    def _in_front_of_age(self, first: int, phrase: Range) -> int:
        """Where “Ann Poe, aged 34, of Holle Road, Holle” begins: with the name in front of age and place, if there is one."""
        begin, end = phrase
        placed = self.lower[begin - 1] in self.words["affiliators"] and self.lower[begin - 2] == ","
        stop = begin - 2 if placed else end
        if stop - 2 > first and self.lower[stop - 1].isdigit() and (placed or end - begin <= _LONGEST_AGE):
            comma = stop - 2 if self.lower[stop - 2] == "," else stop - 3
            name = self._leftwards(first, comma) if comma > first and self.lower[comma] == "," else None
            if name is not None and self.tokens[name[1] - 1][0].isupper():
                return name[0]
        return begin

    def _role_in_front(self, first: int, name: int) -> int:
        """Where “Her brother, Max Poe, who …” begins: with the role if the sentence opens with one, else with the name."""
        if name - 2 <= first or self.lower[name - 1] != "," or not self.tokens[name][0].isupper():
            return name
        role = self._leftwards(first, name - 1)
        if role is None or not (role[0] == first or self.lower[role[0] - 1] in self._leading):
            return name
        return role[0] if any(word in self.words.role_nouns for word in self.lower[slice(*role)]) else name

    def _leftwards(self, first: int, end: int) -> Range | None:
        lower, words = self.lower, self.words
        while end - 1 > first and lower[end - 1] in words["times"] and self.tokens[end - 1].islower():
            end -= 1
        last = end - 1
        word = lower[last]
        if word in words["no_speakers"]:
            return None
        if word in words.pronouns or word in words["first_person"] or word in words["relatives"]:
            return self._pronoun(first, last)
        begin = self._stripped(self._over_others(self._walked(first, end), first, end), end)
        begin = self._behind_lead(first, begin, end)
        nothing = not any(self.tokens[place][0].isalnum() for place in range(begin, end))
        if nothing or not words.ends_phrase(lower[end - 1]) or self._leads_on(begin, first):
            return None
        return begin, end

    def _leads_on(self, begin: int, first: int) -> bool:
        """Whether a phrase only says when or where a clause that goes on happened: “but in a later interview said”."""
        before = self.lower[begin - 1] if begin - 1 > first else ""
        return (
            before in self.words["prepositions"]
            and before not in self.words["subordinators"]
            and self.lower[begin - 2] in self.words["conjunctions"]
        )

    def _behind_lead(self, first: int, begin: int, end: int) -> int:
        """Where a subject begins behind a place or an occasion: “the minister” in “In Delhi the minister”."""
        if begin != first + 1 or self.lower[first] not in self.words["prepositions"]:
            return begin
        for at in range(begin + 1, end):
            before = self.lower[at - 1]
            if self.lower[at] in self._articles and before.isalpha() and before not in self._links:
                return at
        return begin

    def _walked(self, first: int, end: int) -> int:
        """Where the words begin that may belong to a phrase, its asides and those named with it left out."""
        at, stop = end - 1, max(first, end - _LONGEST)
        while at >= stop:
            step = self._step_left(at, first)
            if step is None:
                break
            at = step
        return at + 1

    def _over_others(self, begin: int, first: int, end: int) -> int:
        """Read on over whoever is named with the last of several: over “Moss, Reed” or “Moss, a baker,” in front of “and Lind”."""
        lower, joins, reached = self.lower, self.words["name_conjunctions"], begin
        while begin > first + 1 and end - begin < 2 * _LONGEST:
            clause = lower[begin - 1] in joins and self.tokens[end - 1][0].isupper()  # a verb stands in front of “and”
            comma = begin - 2 if clause else begin - 1
            if lower[comma] != "," or not any(word in joins for word in lower[comma + 1 : end]):
                break
            name = self._name_begins(first, comma)
            if name is None and lower[comma + 1] in joins:  # “Moss, a baker,”
                opening = range(max(first, comma - _LONGEST), comma)
                name = self._name_begins(first, max((at for at in opening if lower[at] == ","), default=first))
            if name is None:
                break
            begin = name
            alone = begin == first or self.prose.quote_at[begin - 1] >= 0
            if alone or (not clause and lower[begin - 1] in self.words["conjunctions"]):
                reached = begin
        return reached

    def _name_begins(self, first: int, end: int) -> int | None:
        """Where a name that ends here begins, with its titles and its role; None where no name ends here."""
        begin = self._walked(first, end)
        words = self.words
        if begin >= end or not self.tokens[end - 1][0].isupper() or self.lower[begin] in words.not_names:
            return None
        odd = any(
            word in words["prepositions"] or word in self._verbs or word in words["times"]
            for word in self.lower[begin:end]
        )
        return None if odd else begin

    def _pronoun(self, first: int, last: int) -> Range:
        """A pronoun, with “and a name” in front of it or “some of them” around it."""
        of = last - 2 >= first and self.lower[last - 1] in self.words["genitives"]
        return (last - 2 if of and self.lower[last - 2] in self.words["pronouns"] else last), last + 1

    def _step_left(self, at: int, first: int) -> int | None:
        """Give the token to go on with left of ``at``, None where ``at`` cannot belong to the phrase."""
        lower, words = self.lower, self.words
        word = lower[at]
        if self.prose.quote_at[at] >= 0:
            number = self.prose.quote_at[at]
            begin, behind = self.prose.quote_tokens[number]
            return begin - 1 if behind - begin <= 6 and begin > first else None
        if word == ")":
            return self._over_bracket(at, first)
        if not word[0].isalnum():
            return self._over_mark(at, first)
        if word not in self._halting and word not in words.forms:  # as most
            return at - 1
        if word in words["conjunctions"]:
            return at - 1 if self._coordinates(at, first) else None
        if word in words["subordinators"] and word not in words["relatives"]:
            return None
        dated = self.tokens[at][0].isupper() and at > first  # “dated May 19”
        if (word in self._verbs and not dated) or (word in words.forms and self._is_verb(at, first)):
            who = self._relative(at, first)
            if who is None and word in words.forms and words.forms[word].shape == "ing" and at > first + 1:
                return at - 1
            return who - 1 if who is not None else None
        if word in words["prepositions"] and (at == first or lower[at - 1] in self._leading or lower[at - 1] == ","):
            return None
        return at - 1

    def _over_bracket(self, at: int, first: int) -> int | None:
        other = at
        while other > first and at - other < 12 and self.lower[other] != "(":
            other -= 1
        return other - 1 if self.lower[other] == "(" else None

    def _over_mark(self, at: int, first: int) -> int | None:
        """Read on over the full stop of a title or an initial, an apostrophe, a hyphen, a sum of money."""
        mark, before = self.lower[at], self.lower[at - 1] if at > first else ""
        if mark == ".":
            short = (
                len(before) == 1
                or before in self.words.titles
                or before in self.words.role_nouns
                or before in self.words["name_suffixes"]
            )
            return at - 1 if short or self._abbreviates(at) else None
        set_off = self.prose.tokens.starts[at] > self.prose.tokens.ends[at - 1]
        dash = mark == "-" and set_off  # “a vote in town - Ada Moss”
        return at - 1 if mark in "'’-/&$£€#@%" and not dash else None

    def _abbreviates(self, at: int) -> bool:
        """Whether a full stop inside a sentence belongs to the word before it."""
        return at + 1 < len(self.tokens) and self.tokens[at - 1][:1].isupper() and len(self.tokens[at - 1]) <= 5

    def _coordinates(self, at: int, first: int) -> bool:
        """Whether “and” joins two phrases rather than two clauses: no verb stands in front of it."""
        lower, words = self.lower, self.words
        begin = at
        while begin > first and self.prose.quote_at[begin - 1] < 0:
            begin -= 1
            if at - begin > _FARTHEST_OTHER:
                return False
        return begin < at and not any(
            lower[place] in self._verbs
            or lower[place] in words["subordinators"]
            or (lower[place] in words.forms and self._is_verb(place, first))
            or (lower[place].endswith(self._past) and not self.tokens[place][0].isupper())
            for place in range(begin, at)
        )

    def _is_verb(self, at: int, first: int) -> bool:
        """Whether a word that may be a reporting verb is one here: not behind an article, nor written large."""
        if self.tokens[at][0].isupper() and at > first:
            return False
        form = self.words.forms[self.lower[at]]
        if form.shape in ("past", "ing"):
            return True
        before = self.lower[at - 1] if at > first else ""
        if not before or before in self.words["determiners"] or before in self.words.not_names:
            return False
        if before in self.words.pronouns:
            return True
        name = self.tokens[at - 1][0].isupper() and not before.endswith(self._possessive)
        return name and (form.shape == "third" or before.endswith(self._plural))

    def _relative(self, at: int, first: int) -> int | None:
        """The “who” that a verb right of it belongs to."""
        for place in range(at - 1, max(first, at - 5), -1):
            if self.lower[place] in self.words["relatives"]:
                return place
        return None

    def _stripped(self, begin: int, end: int) -> int:
        """Leave out what leads into a clause: “But”, “Still”, “On Tuesday”, “Meanwhile”."""
        lower, words = self.lower, self.words
        while begin < end and (
            lower[begin] in self._leading
            or (not lower[begin][0].isalnum() and lower[begin] not in ("$", "#", "@", "“", '"', "‘", "'"))
            or (
                (
                    lower[begin] in words.not_names
                    and lower[begin] not in words["determiners"]
                    and lower[begin] not in words["pronouns"]
                    and lower[begin] not in words["counts"]
                )
                and begin + 1 < end
            )
        ):
            begin += 1
        return begin

    def is_bare_relative(self, phrase: Range) -> bool:
        """Whether a phrase is a noun with a clause about it: “a village both sides (claim)”, “the day the deal (was made)”."""
        lower, words = self.lower, self.words
        return any(
            lower[at] in words["determiners"]
            and lower[at - 1][-1].isalpha()
            and lower[at - 1] not in words[_BEFORE_PHRASES]
            for at in range(phrase[0] + 1, phrase[1])
        )

    # -- behind a verb -----------------------------------------------------------------------------

    def behind(self, begin: int, last: int, *, names_only: bool = False, aside: bool = True) -> Range | None:
        """Find the phrase that begins at the token ``begin``, not reaching behind the token before ``last``."""
        at, end = begin, min(last, begin + 2 * _LONGEST)
        if at >= end or self.prose.quote_at[at] >= 0:
            return None
        at = self._rightwards(begin, end, names_only=names_only)
        if at == begin:
            return None
        stop = self._apposition(at, end) if aside else at
        return begin, stop

    def _rightwards(self, begin: int, end: int, *, names_only: bool) -> int:
        """Give the token behind the phrase that begins at ``begin``, without its asides."""
        lower, words = self.lower, self.words
        if lower[begin] in words.pronouns and not (begin + 1 < end and lower[begin] in words["determiners"]):
            return begin + 1
        at = begin
        while at < end:
            step = self._step_right(at, begin, end)
            if step is None or (step == at + 1 and self._stops(at, begin, names_only=names_only)):
                break
            at = step
        while at > begin and (lower[at - 1] in words["conjunctions"] or lower[at - 1] in words["prepositions"]):
            at -= 1
        return at

    def _step_right(self, at: int, begin: int, end: int) -> int | None:
        """Give the token to go on with right of ``at``, None where ``at`` is a mark that cannot belong to the phrase."""
        word = self.lower[at]
        if self.prose.quote_at[at] >= 0:
            first, behind = self.prose.quote_tokens[self.prose.quote_at[at]]
            return behind if behind - first <= 6 and at > begin else None
        if word == ".":
            short = at > begin and len(self.tokens[at - 1]) <= 5 and self.tokens[at - 1][0].isupper()
            return at + 1 if short and at + 1 < end else None
        if word == "(":
            close = next((place for place in range(at, min(end, at + 12)) if self.lower[place] == ")"), None)
            return close + 1 if close is not None else None
        return at + 1 if word[0].isalnum() or word in "'’-/&$#@%" else None

    def _stops(self, at: int, begin: int, *, names_only: bool) -> bool:
        """Whether a word begins something else: a verb, a subordinate clause, when and where it was said."""
        word, words = self.lower[at], self.words
        month = word in words["times"] and self.tokens[at][0].isupper()  # “a letter of May 19”
        verb = word in self._verbs and not month
        if verb or (word in words["subordinators"] and word not in words["relatives"]):
            return True
        if names_only and (word in words["relatives"] or (at > begin and self._adverbial(at))):
            return True
        finite = word in words.forms and words.forms[word].shape in ("past", "third")
        return finite and at > begin and self._is_verb(at, begin)

    def _adverbial(self, at: int) -> bool:
        """Whether a word begins where and when something was said rather than going on with the name."""
        word = self.lower[at]
        if word in self.words["prepositions"]:
            return word not in self.words["name_prepositions"] or (
                self.tokens[at - 1][0].isupper() and word not in self.words["genitives"]
            )
        return word in self.words["times"] and word not in self.words["times_or_names"]

    def _apposition(self, at: int, end: int) -> int:
        """Read on over “, a nurse who …” and “, 42, …” up to the next comma or the end."""
        lower = self.lower
        if at + 1 >= end or lower[at] != ",":
            return at
        opening = lower[at + 1]
        apposes = (
            opening in self.words["apposition_openers"]
            or opening in self.words["relatives"]
            or opening.isdigit()
            or self._role_ahead(at + 1, end)
            or self._name_ahead(at, end)
        )
        if not apposes:
            return at
        stop = at + 1
        while stop < end and lower[stop] not in (",", ";", ":", "—", "–"):
            if self.prose.quote_at[stop] >= 0 and self.prose.quote_at[stop] != self.prose.quote_at[at]:
                first, behind = self.prose.quote_tokens[self.prose.quote_at[stop]]
                if behind - first > 6:
                    break
            stop += 1
        if stop < end and lower[stop] == "," and opening.isdigit():
            return self._apposition(stop, end)
        while stop > at and self.lower[stop - 1] in (".", "!", "?"):
            stop -= 1
        return stop

    def _name_ahead(self, comma: int, end: int) -> bool:
        """Whether “her brother” is followed by “, Max Poe” and then by a comma or the end."""
        if self.lower[comma - 1] not in self.words.role_nouns or not self.tokens[comma + 1][0].isupper():
            return False
        place = comma + 1
        while place < end and (self.tokens[place][0].isupper() or self.lower[place] == "."):
            place += 1
        return place >= end or self.lower[place] == ","

    def _role_ahead(self, at: int, end: int) -> bool:
        """Whether a role stands within the next few words: “former chairman”, “president of”."""
        for place in range(at, min(end, at + 5)):
            if self.lower[place] in self.words.role_nouns:
                return True
            if not self.lower[place][0].isalpha():
                return False
        return False
