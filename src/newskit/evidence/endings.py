"""Finds where what is reported ends: with its sentence, with a quotation, or where the narrator goes on."""

from newskit.language.lexicon import Form, Lexicon
from newskit.text.prose import DASHES, Prose

#: What moves stands this near behind “sending”, in tokens.
_NEAR_MARKET = 12


class Endings:
    """Reads the ends of contents in a text."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at
        #: What the narrator may go on with behind what is reported.
        self._going_on = words["conjunctions", "sequels", "lacking", "clause_ends"] | {","}
        #: What may stand where what is reported ends.
        self._stopping = words["conjunctions", "clause_ends"] | {",", ";"}
        #: What a comment may begin with, where it does not stand right behind a quotation.
        self._opening = self._going_on | words["told_times"] | DASHES

    def quotes(self, at: int, end: int) -> int:
        """Read over a quotation and those that are joined to it: “A” and “B”."""
        stop = self.prose.quote_tokens[self.quote_at[at]][1]
        joined = stop
        while joined < end and (self.lower[joined] in self.words["conjunctions"] or self.lower[joined] == ","):
            joined += 1
        if joined > stop and joined < end and self.quote_at[joined] >= 0:
            return self.quotes(joined, end)
        return stop

    def content(
        self, at: int, end: int, form: Form | None, *, wide: bool = True, front: bool = False, own: bool = False
    ) -> int:
        """Find where what is reported ends: with the sentence, or where the narrator goes on.

        Args:
            at: The token that it begins with.
            end: The end of the sentence.
            form: The verb that reports, whose subject may go on with another verb.
            wide: Whether it is a clause.
            front: Whether it stands in a subordinate clause in front of the main one.
            own: Whether all verbs are its own: “According to the mayor, the pump failed, and was mended”.
        """
        lower, words = self.lower, self.words
        place = at
        while place < end:
            number = self.quote_at[place]
            if number >= 0:
                place = self.prose.quote_tokens[number][1]
                if place < end and lower[place - 2] == "," and (front or self._comma_ends(place, end, wide=True)):
                    break
                continue
            word = lower[place]
            if word not in self._stopping:
                place += 1
                continue
            if word == ";" and place > at:
                break
            if word == "," and front and place > at + 1:
                break
            if word == "," and place + 1 < end and self._comma_ends(place + 1, end, wide=wide, own=own):
                break
            if (
                word in words["conjunctions"]
                and place > at
                and form is not None
                and self._second_verb(place + 1, end, form)
            ):
                break
            if not wide and place > at and word in words["clause_ends"]:
                break
            place += 1
        while place > at and self.quote_at[place - 1] < 0 and lower[place - 1] in (",", "—", "–", "-", ":"):
            place -= 1
        return min(place, end)

    def comment(self, first: int, last: int, *, behind_cue: bool = False) -> int:
        """Where the narrator comments on content: “, a claim that the school denies”, “…”, which was bad news”.

        Gives the token of the comma in front of the comment, or ``last`` where there is none. What markets make of an
        announcement is a comment where the content stands behind its cue: “said it would close, sending its shares down”.
        """
        if behind_cue and last - 3 > first and self._omits(last - 2):
            return last - 2
        for place in range(last - 3, first + 1, -1):
            if self.quote_at[place] >= 0:
                break
            if self.lower[place] not in self._opening and self.quote_at[place - 1] < 0:
                continue
            marked = self.quote_at[place - 1] >= 0 and self.lower[place - 2] == ","  # “…,” which, “…,” a line that
            if marked and (self.lower[place] in self.words["remark_relatives"] or self._remarks(place, last)):
                return place
            if behind_cue and self._narrates(first, place, last, marked=marked):
                return place - (self.lower[place - 1] == "," and not marked)
            if self.lower[place] in DASHES and self._remarks(place + 1, last) and not self._dash_ahead(place + 2, last):
                return place - (self.lower[place - 1] in DASHES)
            appeared = self.lower[place : place + 3]  # “denied hitting him when he appeared in court”
            if appeared[0] in self.words["told_times"] and appeared[-1] in self.words["appearances"]:
                return place
            if self.lower[place] != ",":
                continue
            if self.lower[place + 1] in self.words["remark_relatives"] and self.quote_at[place - 1] >= 0:
                return place
            # “…”, drawing laughter
            reacts = self.quote_at[place - 1] >= 0 and self.lower[place + 1] in self.words["reactions"]
            if reacts or (behind_cue and self._judges_what(place + 1)):
                return place
            if self._remarks(place + 1, last) or self.remarks_on(place + 1):
                return place
        return last

    def _dash_ahead(self, at: int, last: int) -> bool:
        """Whether another dash closes an aside: “– a line she used to love – and …”."""
        return any(word in DASHES for word in self.lower[at:last])

    def _narrates(self, first: int, at: int, last: int, *, marked: bool) -> bool:
        """Whether the narrator goes on here behind what follows its cue: with what came of it, or what the speaker did next."""
        if self.lower[at] not in self._going_on:
            return False
        goes_on = self._moves_markets(at, last) or self._weighs(first, at) or self._acts(first, at)
        return goes_on or self._leaves(at, last, marked=marked) or self._refuses(at, last)

    def remarks_on(self, at: int) -> bool:
        """Whether the narrator remarks on what was said: “in reference to”, “in what would be”."""
        return any(" ".join(self.lower[at : at + size]) in self.words["remarks"] for size in (2, 3))

    def _judges_what(self, at: int) -> bool:
        """Whether “ending what had been” stands here."""
        gerund = self.lower[at].endswith(self.words.endings["gerund"])
        return gerund and self.lower[at + 1] in self.words["comment_relatives"]

    def _moves_markets(self, at: int, last: int) -> bool:
        """Whether “, sending its shares down” or “and wiping a tenth off its value” stands here."""
        joined = self.lower[at] == "," or self.lower[at] in self.words["conjunctions"]
        if not joined or self.lower[at + 1] not in self.words["consequences"]:
            return False
        return any(word in self.words["markets"] for word in self.lower[at + 2 : min(last, at + _NEAR_MARKET)])

    def _acts(self, first: int, at: int) -> bool:
        """Whether “… and apologised” or “…, then hung up” stands here, which the speaker does.

        Behind a quotation it may be any act: “… and directed the clerk to go”.
        """
        if self.lower[at] == "," and self.lower[at + 1] in self.words["sequences"]:
            return self.lower[at + 2] in self.words["acts"]
        if self.lower[at] not in self.words["conjunctions"]:
            return False
        marked = self.quote_at[at - 1] >= 0
        subject = first + (self.lower[first] in self.words["affirmers"])
        other = self.lower[subject] not in self.words["clause_subjects"]  # but “said he was late and promised to hurry”
        return (other and self.lower[at + 1] in self.words["pleas"]) or (
            marked and self.lower[at + 1] in self.words["acts"]
        )

    def _leaves(self, at: int, last: int, *, marked: bool) -> bool:
        """Whether “before walking out” or “after days of denying it” stands here: behind a comma or a quotation the speaker does."""
        lower, words = self.lower, self.words
        if self._omits(at):
            return True
        if self.quote_at[at - 1] >= 0 and lower[at] in words["sequels"] and lower[at + 1] in words["exits"]:
            return True
        if lower[at] not in words["sequels"] or at + 1 >= last or not (marked or lower[at - 1] == ","):
            return False
        of = next((place for place in range(at + 1, min(at + 5, last - 1)) if lower[place] in words["genitives"]), at)
        form = words.forms.get(lower[of + 1])
        if of > at and lower[of - 1] in words["time_units"] and form is not None:
            return form.shape == "ing"
        return lower[at + 1] in words["exits"] or (marked and lower[at + 1].endswith(words.endings["gerund"]))

    def _omits(self, at: int) -> bool:
        """Whether “without elaborating” or “without giving (figures)” stands here."""
        return self.lower[at] in self.words["lacking"] and self.lower[at + 1] in self.words["omissions"]

    def _weighs(self, first: int, comma: int) -> bool:
        """Whether the narrator says what an announcement means: “said it would close, ending an age”, “, handing him a loss”.

        What the speaker will do is announced (“it would”, “he will”); what others did may well have such effects itself.
        """
        lower, words = self.lower, self.words
        subject = first + (lower[first] in words["affirmers"])
        announced = lower[subject] in words["clause_subjects"] and lower[subject + 1] in words["auxiliaries"]
        return announced and lower[comma] == "," and lower[comma + 1] in words["significances"]

    def _refuses(self, at: int, last: int) -> bool:
        """Whether the narrator goes on with what the speaker would not say: “but declined to name him”, “and would not say who”."""
        lower, words = self.lower, self.words
        if at + 4 > last or not (lower[at] in words["conjunctions"] or lower[at] in words["clause_ends"]):
            return False
        verb = at + 1 + (lower[at + 1] in words["clause_subjects"])
        if lower[verb] in words["refusers"]:
            return lower[verb + 1] in words["infinitive_marks"]
        drawn = lower[verb] in words["auxiliaries"] and lower[verb] in words["negations"]  # “wouldn't”
        said = verb + 1 if drawn else verb + 2
        negated = drawn or (lower[verb] in words["auxiliaries"] and lower[verb + 1] in words["negations"])
        form = words.forms.get(lower[said]) if negated and said < last else None
        return form is not None and form.shape == "base" and bool(form.frames & {"speech", "beside"})

    def _remarks(self, at: int, last: int) -> bool:
        """Whether “a claim that”, “a claim the school” or “a version of events that” stands here."""
        if self.lower[at] not in self.words["articles"] or self.lower[at + 1] not in self.words["comments"]:
            return False
        behind = at + 4 if at + 2 < last and self.lower[at + 2] in self.words["genitives"] else at + 2
        if behind >= last:
            return False
        word = self.lower[behind]
        met = word in self.words["receptions"] or self.lower[at + 2] in self.words["receptions"]
        bare = met or word in self.words["clause_subjects"] or word in self.words["determiners"]
        return bare or word in self.words["relatives"] or self.tokens[behind][0].isupper()

    def _comma_ends(self, behind: int, end: int, *, wide: bool, own: bool = False) -> bool:
        word = self.lower[behind]
        form = self.words.forms.get(word)
        if form and form.shape == "ing" and form.frames & {"speech", "object"}:
            return not own
        if word in self.words["clause_ends"]:
            return not (wide and self._goes_on(behind))
        if any(tuple(self.lower[behind : behind + len(phrase)]) == phrase for phrase in self.words.phrases):
            return True
        if word in self.words["conjunctions"] and behind + 1 < end:
            if own:
                return False
            following = self.words.forms.get(self.lower[behind + 1])
            return bool(following and following.shape in ("past", "third")) or not wide
        return not wide and word not in self.words["determiners"] and not self.tokens[behind][0].isupper()

    def _goes_on(self, at: int) -> bool:
        """Whether a second verb of what is reported stands behind its comma: “said it had opened, but had been shut again”."""
        if at + 2 >= len(self.lower):
            return False
        verb = self.lower[at + 1]
        joined = self.lower[at] in self.words["conjunctions"] and self.lower[at + 2] not in self.words["negations"]
        return joined and verb in self.words["auxiliaries"] and verb not in self.words["negations"]

    def _second_verb(self, at: int, end: int, form: Form) -> bool:
        """Whether another verb of the same subject stands here: “… and said”."""
        while at < end and self.words.is_adverb(self.lower[at]):
            at += 1
        if at >= end or self.quote_at[at] >= 0:
            return False
        other = self.words.forms.get(self.lower[at])
        return bool(
            other and other.shape == form.shape and form.shape in ("past", "third") and self.tokens[at].islower()
        )

    def is_verb(self, at: int) -> bool:
        """Whether a finite verb may stand here: “was”, “left”, “called”, “says”."""
        form, word = self.words.forms.get(self.lower[at]), self.lower[at]
        finite = word in self.words["auxiliaries"] or word in self.words["past_forms"]
        past = word.endswith(self.words.endings["past"]) and self.tokens[at].islower()
        return finite or past or (form is not None and form.shape in ("past", "third"))

    def has_predicate(self, at: int, stop: int) -> bool:
        """Whether content without “that” is a clause: “reported the beds had grown”, not “reported a profit”."""
        return self.quote_at[at] >= 0 or any(
            self.lower[place] in self.words["auxiliaries"]
            or self.lower[place].endswith(self.words.endings["past"] + self.words.endings["contraction"])
            or (
                self.lower[place] in self.words.forms and self.words.forms[self.lower[place]].shape in ("past", "third")
            )
            for place in range(at, stop)
            if self.quote_at[place] < 0
        )

    def fronted(self, first: int, begin: int) -> bool:
        """Whether a clause stands in a subordinate one that opens the sentence: “While she said …, he left”."""
        at = first
        while at < begin and self.lower[at] in self.words["conjunctions"]:
            at += 1
        opening = self.lower[at]
        if opening not in self.words["subordinators"] or opening in self.words["lasting_subordinators"]:
            return False
        return not any(self.lower[place] == "," and self.quote_at[place] < 0 for place in range(at, begin))
