"""Finds what is reported without a verb: “according to the mayor”, “her claim that …”."""

from newskit.evidence.endings import Endings
from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import Clause
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: A role between commas has no more tokens than this.
_LONGEST_ROLE = 14
#: An aside between commas has no more tokens than this.
_LONGEST_ASIDE = 24


class Nominal:
    """Reads phrases and nouns that report."""

    def __init__(self, prose: Prose, words: Lexicon, phrases: Phrases, endings: Endings) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at
        self.phrases, self.endings = phrases, endings

    def phrase(self, first: int, end: int, cue: int) -> Clause | None:
        """“According to the mayor, …” and “…, according to the mayor”."""
        for phrase in self.words.phrases:
            behind = cue + len(phrase)
            if tuple(self.lower[cue:behind]) != phrase or behind >= end:
                continue
            source = self.phrases.behind(behind, end, aside=cue > first)
            if source is None:
                continue
            source = source[0], self._over_name(source[1], end)
            if cue == first:
                source = source[0], self._over_role(self._over_bare_clause(source[1], end), end)
            contents = self._beside_phrase(first, end, cue, source)
            if contents:
                return Clause((cue, behind), source, contents, 0.85, f"“{' '.join(phrase)}”", whole=True)
        return None

    def _over_name(self, at: int, end: int) -> int:
        """Read over a name between commas: “according to her daughter, Ann,”."""
        name = at + 1
        while name < end and (self.tokens[name][0].isupper() or self.lower[name] == "."):
            name += 1
        named = at + 1 < name < end and self.lower[at] == "," and self.lower[name] == ","
        return name if named and self.lower[at - 1] in self.words.role_nouns else at

    def _over_role(self, at: int, end: int) -> int:
        """Read over a role between commas in front of what is reported: “According to Ann Poe, the mayor, it was late”."""
        lower, words = self.lower, self.words
        comma = next((place for place in range(at + 1, min(at + _LONGEST_ROLE, end - 1)) if lower[place] == ","), at)
        if comma <= at + 1 or lower[at] != "," or self.quote_at[at] >= 0 or self.quote_at[comma] >= 0:
            return at
        inside = lower[at + 1 : comma]
        told = inside[0] in words["apposition_openers"] and any(word in words.role_nouns for word in inside)
        named = inside[0] in words["articles"] and self.tokens[at - 1][0].isupper()  # “Ann Poe, a friend who was ill,”
        relative = next((at for at, word in enumerate(inside) if word in words["relatives"]), len(inside))
        head = inside[:relative] if named else inside
        verbal = any(word in words["auxiliaries"] or word in words["relatives"] for word in (*head, lower[comma + 1]))
        listed = lower[comma + 1] in words["conjunctions"] or lower[comma + 1] in words["prepositions"]
        return comma if told and not verbal and not listed and comma + 3 < end else at

    def _over_bare_clause(self, at: int, end: int) -> int:
        """Read over a clause without “which”: “According to a letter he wrote in May, it was late”."""
        if at >= end or self.lower[at - 1] not in self.words["clause_subjects"]:
            return at
        stop = next((place for place in range(at, min(at + _LONGEST_ROLE, end)) if self.lower[place] == ","), at)
        return stop if self.prose.is_narrated(at, stop) else at

    def _over_aside(self, at: int, end: int) -> int:
        """Give the comma behind an aside about the source: “, a copy of which we have,”, “, seen by the Star,”, “, who left,”."""
        comma = next(
            (place for place in range(at + 1, min(at + _LONGEST_ASIDE, end - 1)) if self.lower[place] == ","), at
        )
        inside = range(at, comma + 2)
        if not self._opens_aside(at + 1) or comma == at or any(self.quote_at[place] >= 0 for place in inside[:-1]):
            return at
        return at if self.lower[comma + 1] in self.words["conjunctions"] else comma

    def _opens_aside(self, at: int) -> bool:
        """Whether “which”, “a copy of which” or “published on” stands here."""
        lower, words = self.lower, self.words
        if lower[at] in words["relatives"]:
            return lower[at] not in words["determiners"]  # “that bridge”
        if any(lower[place] in words["relatives"] for place in range(at + 2, at + 4)[: len(lower) - at - 2]):
            return lower[at] in words["determiners"] and lower[at + 2] in words["genitives"]
        participle = lower[at].endswith(words.endings["past"]) or lower[at] in words["participles"]
        further = lower[at + 1] in words["prepositions"] or lower[at + 1] in words["times"]
        return participle and further and self.tokens[at].islower()

    def _beside_phrase(self, first: int, end: int, cue: int, source: Range) -> list[Range]:
        lower = self.lower
        left_end = cue
        while left_end > first and lower[left_end - 1] in (",", "—", "–") and self.quote_at[left_end - 1] < 0:
            left_end -= 1
        contents = []
        joined = left_end - 1 > first and self._joins_on(left_end - 1)
        if joined:  # “It is old and, according to Ann Poe, “…””, “in Holle, where, according to Ann Poe, …”
            left_end = first
        begin = first + (cue > first and lower[first] in self.words["conjunctions"])  # “But it is old, according to …”
        if left_end > begin:
            contents.append((begin, left_end))
        at = source[1]
        if cue == first and at + 2 < end and lower[at] == ",":
            at = self._over_aside(at, end)
        if at < end and lower[at] == "," and at + 1 < end:
            short = not contents or left_end - first <= 5 or self._second_verb(at + 1, end)
            if short and self._goes_on_behind_phrase(at + 1):
                contents.append((at + 1, self.endings.content(at + 1, end, None, own=cue == first)))
        elif joined and self._predicates(at, end):  # “which according to Ann Poe is old”
            contents.append((at, self.endings.content(at, end, None)))
        return contents

    def _predicates(self, at: int, end: int) -> bool:
        """Whether the verb of what is reported stands right behind a phrase."""
        return (
            at < end
            and self.lower[at] in self.words["auxiliaries"]
            and self.lower[at - 1] not in self.words["clause_subjects"]
        )

    def _joins_on(self, at: int) -> bool:
        """Whether what is reported goes on from a word in front of a phrase: “and”, “where”, “which”."""
        word = self.lower[at]
        clause = word in self.words.complementizers or word in self.words["subordinators"]
        return clause or word in self.words["conjunctions"] or word in self.words["relatives"]

    def _second_verb(self, at: int, end: int) -> bool:
        """Whether a second verb of what is reported stands behind a phrase: “…, according to the plans, and will hold …”."""
        return (
            at + 1 < end
            and self.lower[at] in self.words["conjunctions"]
            and self.lower[at + 1] in self.words["auxiliaries"]
        )

    def _goes_on_behind_phrase(self, at: int) -> bool:
        return self.lower[at] not in self.words["relatives"] and self.lower[at] not in self.words["clause_ends"]

    def noun(self, first: int, end: int, cue: int) -> Clause | None:
        """“her claim that …”, “the mayor’s promise to …”."""
        lower = self.lower
        if lower[cue] not in self.words.cue_nouns or cue + 1 >= end or cue == first:
            return None
        if lower[cue + 1] not in self.words["affirmers"] and lower[cue + 1] not in self.words["infinitive_marks"]:
            return None
        before = lower[cue - 1]
        if before in self.words["possessives"]:
            source = (cue - 1, cue)
        elif before.endswith(self.words.endings["possessive"]) and self.quote_at[cue - 1] < 0:
            phrase = self.phrases.before(first, cue)
            if phrase is None:
                return None
            source = phrase
        else:
            return None
        stop = self.endings.content(cue + 1, end, None, wide=lower[cue + 1] in self.words["affirmers"])
        return Clause((cue, cue + 1), source, [(cue + 1, stop)], 0.6, f"“{lower[cue]}” with whose it is")
