"""Finds where what is reported begins behind its verb: past whom it was said to, when, where and how."""

from newskit.language.lexicon import Form, Lexicon
from newskit.text.prose import Prose

#: A colon in front of what is said stands no farther behind its verb, in tokens.
_FARTHEST_COLON = 16

#: What stands between commas in front of what is said is shorter than this, in tokens.
_LONGEST_INSERTION = 9

#: The token that content begins with, the frame of its verb, and from 0 to 1 how sure that is.
Opening = tuple[int, str, float]


class Openings:
    """Reads the beginnings of contents in a text."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at

    def content(self, cue: int, end: int, form: Form) -> Opening | None:
        """Find where what is reported begins, in which frame, and how sure that is."""
        at = cue + 1
        if at >= end:
            return None
        if self.lower[at] in self.words.speech_particles.get(form.lemma, ()):
            return self._speech(at + 1, end, 0.8)
        if self.lower[at] in self.words.particles.get(form.lemma, ()) and at + 1 < end:
            marked = self._behind_colon(at + 1, end)
            return (marked, "speech", 0.85) if marked is not None else (at + 1, "object", 0.55)
        if form.frames == {"beside"}:
            inside = at + 1 if self.lower[at] in (",", ":") else at
            return (inside, "speech", 0.8) if inside < end and self.quote_at[inside] >= 0 else None
        told = self._told(at, end, form) if "address" in form.frames else None
        if told is not None or self._leads_on(cue, end):
            return told
        if "infinitive" in form.frames and self._infinitive(at):
            return at, "infinitive", 0.6
        said = self._said(at, end, form) if form.frames & {"speech", "thought", "evidence"} else None
        if said is None and "object" in form.frames and self._objective(at):
            return at, "object", 0.5
        return said

    def _behind_colon(self, at: int, end: int) -> int | None:
        """The quotation behind a colon: commented on the club's page: “…”."""
        colon = next(
            (place for place in range(at, min(end - 1, at + _FARTHEST_COLON)) if self.lower[place] == ":"), end
        )
        return colon + 1 if colon < end and self.quote_at[colon + 1] >= 0 else None

    def _speech(self, at: int, end: int, sure: float) -> Opening | None:
        inside = self.speech(at, end)
        return (inside, "speech", sure) if inside is not None else None

    def _told(self, at: int, end: int, form: Form) -> Opening | None:
        """“told reporters that …”, “urged them to …”, “asked whether …”."""
        behind = self._hearer(at, end)
        if behind is not None and behind < end:
            if self._infinitive(behind):
                # “urged the court to act”: the court belongs to what is urged; “told him to act”
                person = self.lower[at] in self.words.pronouns or self.lower[at] in self.words["first_person"]
                return behind if person else at, "infinitive", 0.6
            return self._speech(behind, end, 0.8)
        return self._speech(at, end, 0.75) if "speech" not in form.frames else None

    def _infinitive(self, at: int) -> bool:
        """Whether “to” or “not to” stands here."""
        if self.lower[at] in self.words["negations"]:
            at += 1
        if at + 1 >= len(self.lower) or self.lower[at] not in self.words["infinitive_marks"]:
            return False
        unnamed = any(word in self.words["namings"] for word in self.lower[at + 1 : at + 3])  # “not to be named”
        return self.lower[at + 1] not in self.words["determiners"] and not unnamed  # “to the contrary”

    def _leads_on(self, cue: int, end: int) -> bool:
        """Whether a verb only leads to the one that reports: “declined to say”."""
        if (
            self.lower[cue] not in self.words["chains"]
            or self.lower[cue + 1] not in self.words["infinitive_marks"]
            or cue + 2 >= end
        ):
            return False
        following = self.words.forms.get(self.lower[cue + 2])
        return following is not None and bool(following.frames & {"speech", "thought", "address"})

    def _said(self, at: int, end: int, form: Form) -> Opening | None:
        """“said that …”, “said the …”, “thinks it …”."""
        inside = self.speech(at, end)
        if inside is None:
            return None
        if (
            self.lower[inside] in self.words.complementizers
            or self.quote_at[inside] >= 0
            or self.lower[inside - 1] == ":"
        ):
            return inside, "speech", 0.85
        if "bare" not in form.frames or not ("speech" in form.frames or self._clausal(inside)):
            return None
        return inside, "speech", 0.7 if "speech" in form.frames else 0.6

    def _objective(self, at: int) -> bool:
        word = self.lower[at]
        return (
            self.quote_at[at] >= 0
            or word in self.words["determiners"]
            or word in self.words.pronouns
            or self.tokens[at][0].isupper()
            or word.endswith(self.words.endings["plural"] + self.words.endings["gerund"])
        ) and word not in self.words["auxiliaries"]

    def _clausal(self, at: int) -> bool:
        word = self.lower[at]
        return (
            self.quote_at[at] >= 0
            or word in self.words.complementizers
            or word in self.words["clause_subjects"]
            or word in self.words["determiners"]
            or self.tokens[at][0].isupper()
        )

    def speech(self, at: int, end: int) -> int | None:
        """Read over when, where and to whom something was said, up to what was said."""
        lower, words = self.lower, self.words
        begin = at
        while at < end and at - begin < 25:
            word = lower[at]
            if word in words["told_times"] and word in words.complementizers:  # “says when I call that it was late”
                return self._that_ahead(at, end) or at
            if self.quote_at[at] >= 0 or word in words.complementizers:
                return at
            if word in (",", ":"):
                if at + 1 < end and (self.quote_at[at + 1] >= 0 or word == ":"):
                    return at + 1
                return self._over_insertion(at, end)
            if word in words["times"] or word in words["verb_adverbs"] or (at > begin and word.isdigit()):
                at += 1
                continue
            if word in words["prepositions"]:
                ahead = self._that_ahead(at, end)
                if ahead is not None:
                    return ahead
                behind = self._setting(at, end)
                if behind is None:
                    return None if word not in words["topic_prepositions"] else at
                at = behind
                continue
            return at if word[0].isalnum() or word in "$£€" else None
        return None

    def _over_insertion(self, comma: int, end: int) -> int | None:
        """The quotation behind “, however,”, the “that” behind “, not for the first time,”."""
        for place in range(comma + 2, min(end - 1, comma + _LONGEST_INSERTION)):
            behind = self.quote_at[place + 1] >= 0 or self.lower[place + 1] in self.words["affirmers"]
            if self.lower[place] == "," and behind:
                return place + 1
        return None

    def _that_ahead(self, at: int, end: int) -> int | None:
        """The “that” or the quotation which content begins with behind a phrase of place or time."""
        for place in range(at + 1, min(end, at + 16)):
            word = self.lower[place]
            if word in self.words["affirmers"] and self.lower[place - 1] not in self.words["prepositions"]:
                return place
            if self.quote_at[place] >= 0:
                if self.lower[place - 1] in (",", ":") or self.lower[place - 1] in self.words["affirmers"]:
                    return place
                begin, behind = self.prose.quote_tokens[self.quote_at[place]]
                if behind - begin > 8:
                    return None
                continue
            if word in (",", ":") and place + 1 < end:
                if self.quote_at[place + 1] >= 0 or self.lower[place + 1] in self.words["affirmers"]:
                    return place + 1
                if word == ":":
                    return place + 1
                continue
            if word in self.words["auxiliaries"] or word in (";", "—"):
                return None
        return None

    def _setting(self, at: int, end: int) -> int | None:
        """Read over “in a statement”, “on Tuesday”, “to reporters”, “at the White House”."""
        place = at + 1
        if place < end and self.lower[place] in self.words["determiners"]:
            place += 1
        seen = 0
        while place < end and seen < 5 and self.quote_at[place] < 0:
            word = self.lower[place]
            if word in self.words["settings"] or word in self.words["hearers"] or word in self.words["times"]:
                return place + 1
            if not word[0].isalnum() and word != ".":
                return None
            if (
                self.tokens[place][0].isupper()
                and place + 1 < end
                and not self.tokens[place + 1][0].isupper()
                and (self.lower[place + 1] not in self.words["settings"])
            ):
                return place + 1
            place += 1
            seen += 1
        return None

    def _hearer(self, at: int, end: int) -> int | None:
        """Read over who is told; None where nobody is named."""
        lower, words = self.lower, self.words
        if self.quote_at[at] >= 0 or lower[at] in words.complementizers or lower[at] in (",", ":", "."):
            return None
        if lower[at] in words["infinitive_marks"]:
            return None
        if (lower[at] in words["hearers"] and lower[at] not in words["hearers_or_owners"]) or (
            lower[at] in words["female_hearers"]
            and (
                at + 1 < end
                and (
                    lower[at + 1] in words.complementizers
                    or lower[at + 1] in words["determiners"]
                    or lower[at + 1] in words["infinitive_marks"]
                )
            )
        ):
            return at + 1
        place = at
        while place < min(end, at + 14):
            word = lower[place]
            if (
                self.quote_at[place] >= 0
                or word in words.complementizers
                or word in (",", ":")
                or word in words["infinitive_marks"]
            ):
                return place
            if place > at and (word in words["prepositions"] and word not in words["name_prepositions"]):
                return place
            if place > at and (word in words.pronouns or word in words["determiners"] or word in words["times"]):
                return place
            if word in words["auxiliaries"]:
                return self._back_over_name(at, place)
            place += 1
        return None

    def _back_over_name(self, at: int, verb: int) -> int | None:
        """Two phrases stand side by side, “told CNN the plan was”: the second begins with the last small word or name."""
        for place in range(verb - 1, at, -1):
            if self.lower[place] in self.words["determiners"]:
                return place
        names = [place for place in range(at, verb) if self.tokens[place][0].isupper()]
        return names[-1] if len(names) > 1 else None
