"""What headings name: “Office Workers Flee Fire” names nobody, “Rovers sell captain Max Poe” tells a role behind its verb."""

from functools import cached_property

from newskit.evidence.known import Roster
from newskit.text.name import Name
from newskit.text.prose import Range

#: A headline and what stands under it have no more paragraphs than this.
_HEADLINES = 3
#: A heading has so many tokens, and small words of these lists only.
_SHORTEST_HEADING, _LONGEST_HEADING = 3, 30
_SMALL_IN_HEADINGS = (
    "prepositions",
    "articles",
    "definite_articles",
    "conjunctions",
    "subordinators",
    "infinitive_marks",
)


class Headings(Roster):
    """Reads names in headings."""

    @cached_property
    def _headings(self) -> dict[int, bool]:
        """Whether a paragraph is a heading, by its number, as far as it was asked."""
        return {}

    def without_headings(self, found: list[Name]) -> list[Name]:
        """Leave out what only a heading in large letters names: “Office Workers Flee Fire”; of “Ann Poe Dies” the name further on is left."""
        inside = [self._in_heading(name.name[0]) for name in found]
        if not any(inside):
            return found
        elsewhere = {name.parts for name, heading in zip(found, inside, strict=True) if not heading}
        words = {part for parts in elsewhere for part in parts}
        kept: list[Name] = []
        for name, heading in zip(found, inside, strict=True):
            if not heading or name.parts in elsewhere or (len(name.parts) == 1 and name.parts[0] in words):
                kept.append(name)
                continue
            if name.name[1] - name.name[0] != len(name.parts):
                continue
            begun = (end for end in range(len(name.parts) - 1, 0, -1) if name.parts[:end] in elsewhere)
            end = next(begun, 0)
            if end:
                parts = name.parts[:end]
                kept.append(name._replace(name=(name.name[0], name.name[0] + end), parts=parts, last=parts[-1]))
        return kept

    def _in_heading(self, place: int) -> bool:
        """Whether the paragraph of a token is a heading in large letters: “Office Workers Flee Fire”."""
        number = self.paragraph_of[place]
        if number not in self._headings:
            self._headings[number] = self._is_heading(*self.prose.paragraphs[number])
        return self._headings[number]

    def _is_heading(self, first: int, end: int) -> bool:
        """Whether a range has several words, all but the short ones large, and no full stop at its end."""
        if not _SHORTEST_HEADING <= end - first <= _LONGEST_HEADING or self.lower[end - 1] in ".,;:”\"’'":
            return False
        words = self.prose.tokens.words[first:end]
        return all(
            word[0].isupper() or not word[0].isalpha() or word in self.words[_SMALL_IN_HEADINGS] for word in words
        )

    @cached_property
    def headline_end(self) -> int:
        """Where the headline and what stands under it end: the first paragraphs without a full stop; 0 where there are none."""
        end = 0
        for first, behind in self.prose.paragraphs[: min(_HEADLINES, len(self.prose.paragraphs) - 1)]:
            last = behind - 1 - (self.prose.quote_at[behind - 1] >= 0)  # says “we go”
            if first == behind or not self.lower[last][0].isalnum():
                break
            end = behind
        return end

    def role_in_headline(self, role: Range) -> int:
        """Where a role in a headline begins whose words in front may be its verb: captain in “Rovers sell captain Max Poe”."""
        begin = role[1] - 1
        tokens = self.prose.tokens.words
        if tokens[begin][0].isupper():
            return role[0]
        while begin > role[0] and self.lower[begin - 1] in self.words["role_modifiers"]:
            begin -= 1
        return begin
