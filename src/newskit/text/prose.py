"""A text as the quote rules read it: tokens, paragraphs, the narrator's sentences, and what stands in quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence

import attrs

from newskit.model.language import Language
from newskit.text.marks import Quoted, quoted
from newskit.text.sentences import sentences
from newskit.text.tokens import Tokens, tokenize

#: Marks that part a clause or an aside from what stands beside it.
DASHES = frozenset("-–—")
#: A sentence with more of the narrator's tokens than this is cut: rules look at whole sentences, and nothing may take them long.
_LONGEST = 400

#: A half-open range of token numbers.
Range = tuple[int, int]


@attrs.frozen(eq=False)
class Prose:
    """A text cut up. Token numbers count in ``tokens``; a range of them is half-open."""

    text: str
    words: Language
    tokens: Tokens
    paragraphs: Sequence[Range]
    #: Quotations that stand inside no other, in order, and the tokens of each, marks included.
    quotes: Sequence[Quoted]
    quote_tokens: Sequence[Range]
    #: For each token the number of the quotation that it stands in, -1 where the narrator speaks.
    quote_at: Sequence[int]
    #: Marks that open a quotation which nothing closes or goes on with: the token, and the end of the quotation's reach.
    unclosed: Sequence[Range]
    #: The narrator's sentences: one never ends inside a quotation that it goes on behind.
    sentences: Sequence[Range]
    #: Where these begin, in order and to be asked for; the same of paragraphs, and each token's paragraph.
    sentence_starts: Sequence[int]
    begins: Container[int]
    paragraph_begins: Container[int]
    paragraph_of: Sequence[int]

    def span(self, tokens: Range) -> tuple[int, int]:
        """Give the characters from the first token's start to the last one's end."""
        return self.tokens.starts[tokens[0]], self.tokens.ends[tokens[1] - 1]

    def of(self, tokens: Range) -> str:
        """Give the text of a range of tokens."""
        start, end = self.span(tokens)
        return self.text[start:end]

    def range(self, start: int, end: int) -> Range:
        """Give the tokens that begin between two offsets."""
        return bisect_left(self.tokens.starts, start), bisect_left(self.tokens.starts, end)

    def sentence_number(self, place: int) -> int:
        """Give the number of the last sentence that begins up to a token; -1 in front of the first."""
        return bisect_right(self.sentence_starts, place) - 1

    def sentence_at(self, place: int) -> Range:
        """Give the sentence that a token stands in."""
        return self.sentences[self.sentence_number(place)]

    def is_narrated(self, first: int, last: int) -> bool:
        """Say whether all tokens from ``first`` to the one before ``last`` are the narrator's: none stands in a quotation."""
        return max(self.quote_at[first:last], default=-1) < 0

    def narrated_words(self) -> list[str]:
        """Give the tokens that stand in no quotation, in small letters."""
        found, at = list[str](), 0
        for first, last in self.quote_tokens:
            found += self.tokens.lower[at:first]
            at = last
        return found + self.tokens.lower[at:]

    def inside_marks(self) -> bytearray:
        """Give 1 for each character that stands in a quotation, 0 for the others."""
        inside = bytearray(len(self.text))
        for quote in self.quotes:
            inside[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
        return inside


def prose(text: str, paragraphs: Iterable[tuple[int, int]], words: Language) -> Prose:
    """Cut a text up.

    Args:
        text: The text.
        paragraphs: Start and end of each paragraph, in characters, in order.
        words: The words of its language.

    >>> cut = prose("“Go. Now,” she said. He went.", [(0, 29)], Language("en"))
    >>> [cut.of(sentence) for sentence in cut.sentences]
    ['“Go. Now,” she said.', 'He went.']
    """
    places = list(paragraphs)
    tokens = tokenize(text)
    starts = tokens.starts
    outermost = [found for found in quoted(text, places, words.function_words.get("elisions", ())) if not found.depth]
    runs_on = [found.continues for found in outermost[1:]] + [False]
    marked = [found for found, on in zip(outermost, runs_on, strict=False) if found.closed or on]
    left_open = [found for found, on in zip(outermost, runs_on, strict=False) if not (found.closed or on)]
    quote_at = [-1] * len(tokens)
    quote_tokens: list[Range] = []
    for number, found in enumerate(marked):
        first, last = bisect_left(starts, found.start), bisect_left(starts, found.end)
        quote_tokens.append((first, last))
        quote_at[first:last] = [number] * (last - first)
    paragraph_of = [0] * len(tokens)
    ranges = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in places]
    cut: list[Range] = []
    for number, ((start, end), (first, last)) in enumerate(zip(places, ranges, strict=True)):
        begun = first
        paragraph_of[first:last] = [number] * (last - first)
        for _, stop in sentences(text, start, end):
            behind = bisect_left(starts, stop)
            inside = behind < last and quote_at[behind] >= 0 and quote_at[behind] == quote_at[behind - 1]
            if behind > begun and not inside:
                cut.append((begun, behind))
                begun = behind
        if begun < last:
            cut.append((begun, last))
    cut = [piece for sentence in cut for piece in _pieces(sentence, quote_at)]
    unclosed = [(bisect_left(starts, found.start), bisect_left(starts, found.end)) for found in left_open]
    starts_of, paragraph_starts = [first for first, _ in cut], {first for first, _ in ranges}
    return Prose(
        text,
        words,
        tokens,
        ranges,
        marked,
        quote_tokens,
        quote_at,
        unclosed,
        cut,
        starts_of,
        set(starts_of),
        paragraph_starts,
        paragraph_of,
    )


def _pieces(sentence: Range, quote_at: Sequence[int]) -> list[Range]:
    """Cut a sentence that is too long to be one."""
    first, last = sentence
    if last - first <= _LONGEST:
        return [sentence]
    found: list[Range] = []
    told = 0
    for place in range(first, last):
        told += quote_at[place] < 0
        if told > _LONGEST:
            found.append((first, place))
            first, told = place, 1
    return [*found, (first, last)]
