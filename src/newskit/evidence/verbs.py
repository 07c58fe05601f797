"""Tells verbs that report from nouns that look like them, and finds the whole of a verb: “has also said”."""

from newskit.language.lexicon import Form, Lexicon
from newskit.text.prose import Prose, Range


class Verbs:
    """Reads verbs in a text."""

    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.tokens, self.quote_at = prose.tokens.lower, prose.tokens.words, prose.quote_at
        self._behind_chains = words["infinitive_marks", "chain_particles"]
        self._inside = words["auxiliaries", "verb_adverbs", "negations"]

    def titled(self, tokens: Range) -> bool:
        """Whether a range is a headline with Most Words Written Large."""
        return 2 * sum(word[0].isupper() for word in self.tokens[slice(*tokens)]) > tokens[1] - tokens[0]

    def group(self, first: int, cue: int) -> int:
        """The first token of the verb group: “has also said”, “did not say”, “declined to say”."""
        lower, words, inside = self.lower, self.words, self._inside
        at = cue
        while (
            at > first
            and self.quote_at[at - 1] < 0
            and (
                lower[at - 1] in inside
                or (lower[at - 1].endswith(self.words.adverb_endings) and self.tokens[at - 1].islower())
                or (lower[at - 1] in words["quantifiers"] and at - 2 >= first and lower[at - 2] in words["auxiliaries"])
                or (
                    lower[at - 1] in words["infinitive_marks"]
                    and at - 2 >= first
                    and (
                        lower[at - 2] in words["chains"]
                        or (lower[at - 2] in words["chain_particles"] and lower[at - 3] in words["chains"])
                    )
                )
                or (lower[at - 1] in words["chains"] and lower[at] in self._behind_chains)
                or (lower[at - 1] in words["chain_particles"] and lower[at] in words["infinitive_marks"])
            )
        ):
            at -= 1
        return at

    def finite(self, first: int, begin: int, form: Form) -> bool:
        """Whether a form that may be a noun (“claims”, “report”) is a verb here, by what stands in front of it."""
        if form.lemma in self.words["sure_verbs"]:
            return True
        if begin <= first:
            return False
        before, word = self.lower[begin - 1], self.tokens[begin - 1]
        if before in self.words.pronouns or before in self.words["relatives"] or before in self.words["first_person"]:
            return before not in self.words["no_subjects"]
        if before == "," or self.quote_at[begin - 1] >= 0:
            return True
        possessive = before.endswith(self.words.endings["possessive"])
        behind = begin + 1
        affirmed = behind < len(self.lower) and self.lower[behind] in self.words["affirmers"]
        if affirmed and before.isalpha() and not possessive and before not in self.words["determiners"]:
            return before not in self.words["prepositions"] and before not in self.words["conjunctions"]
        if form.shape == "third":
            if form.lemma in self.words["never_nouns"]:
                return True
            role = before in self.words.role_nouns and self.lower[begin - 2] not in self.words["prepositions"]
            return (word[0].isupper() and not possessive) or role  # but “on official orders”
        return self.words.is_plural(before) and not possessive

    def crosses(self, place: int) -> bool:
        """Whether a paragraph begins at a token."""
        return "\n" in self.prose.text[self.prose.tokens.ends[place - 1] : self.prose.tokens.starts[place]]

    def marked_ahead(self, at: int) -> bool:
        """Whether a quotation follows, a comma or colon before it at most."""
        if at < len(self.lower) and self.lower[at] in (",", ":"):
            at += 1
        return at < len(self.lower) and self.quote_at[at] >= 0
