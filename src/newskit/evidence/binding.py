"""Binds what stands in quotation marks to the clauses that report, and makes a report of each.

It does not matter who found the clauses, rules or a learned tagger: here they meet the marks, which give the exact extent of
speech, and here pieces of one quotation are joined.
"""

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from newskit.evidence.endings import Endings
from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import SENTENCE_ENDS, Chars, Clause, Report
from newskit.evidence.subjects import Subjects
from newskit.language.lexicon import Lexicon
from newskit.model.kinds import QuoteKind
from newskit.text.prose import Prose, Range

#: “Then, to the waiter” in front of a colon has no more tokens than this.
_LONGEST_TURN = 16
#: Where no word tells, what ends so inside its marks is speech, and so is what is as long as a sentence, in words or, in a
#: script without blanks, in letters.
_SPEECH_ENDS = frozenset(",.!?…。、！？।؟،")
_SPOKEN_WORDS = 5
#: A quotation that is a sentence by itself has more tokens than this inside its marks, the last a full stop.
_FEWEST_SPOKEN = 2
_SPOKEN_LETTERS = 8
#: What leads in to a quotation behind a colon (“had one answer”) is its cue if it has no more tokens than this.
_LONGEST_LEAD = 8
#: Words with no more letters than this are written small in a title.
_SMALL_WORD = 3


@attrs.define
class _Draft:
    contents: list[Range]
    clause: Clause | None
    quotes: set[int]
    confidence: float
    reason: str
    floats: bool = False


def bind(prose: Prose, found: Sequence[Clause], words: Lexicon) -> list[Report]:
    """Make reports of clauses and quotations.

    Args:
        prose: The text.
        found: The clauses that report, in any order.
        words: The language's words; only the colon rule and noun phrases need them.

    Returns:
        The reports in the order of their content.
    """
    binder = _Binder(prose, words)
    for clause in _one_for_each_content(found):
        binder.take(clause)
    for number in range(len(prose.quotes)):
        binder.place(number)
    binder.leave_open()
    return sorted(binder.reports(), key=lambda report: report.content)


def _one_for_each_content(found: Sequence[Clause]) -> list[Clause]:
    """Of clauses that report the same words, keep the surest: of “Moss nodded. “No,” he said.” the second."""
    surest: dict[Range, Clause] = {}
    for clause in found:
        for content in clause.contents[:1]:
            if content not in surest or surest[content].confidence < clause.confidence:
                surest[content] = clause
    return [clause for clause in found if not clause.contents or surest[clause.contents[0]] is clause]


class _Binder:
    def __init__(self, prose: Prose, words: Lexicon) -> None:
        self.prose, self.words = prose, words
        self.lower, self.quote_at = prose.tokens.lower, prose.quote_at
        self.drafts: list[_Draft] = []
        self.of_quote: dict[int, _Draft] = {}
        self._titles: dict[int, bool] = {}
        #: The first quotation that the search for a draft ahead has not passed yet.
        self._looked_ahead = 0
        self.opened = {first for first, _ in prose.unclosed}
        self.sentence_starts, self.begins, self.paragraph_of = prose.sentence_starts, prose.begins, prose.paragraph_of
        self.phrases, self.subjects = Phrases(prose, words), Subjects(prose, words)
        self.endings = Endings(prose, words)

    def take(self, clause: Clause) -> None:
        """Make a draft of a clause that has content."""
        contents = clause.contents if clause.spoken else [self._snapped(piece) for piece in clause.contents]
        contents = [
            (first, self.endings.comment(first, self._clause_end(clause, first, last), behind_cue=clause.start < first))
            for first, last in self._merged(contents, clause)
        ]
        inside = {self.quote_at[place] for first, last in contents for place in (first, last - 1)}
        for first, last in contents:
            inside.update(self.quote_at[first:last])
        inside.discard(-1)
        draft = _Draft(contents, clause, inside, clause.confidence, clause.reason)
        self.drafts.append(draft)
        for number in inside:
            self.of_quote.setdefault(number, draft)

    def _clause_end(self, clause: Clause, first: int, last: int) -> int:
        """Where the clause of a content ends: “Moss, who says it is late, left”, “He left, saying it was late, and hung up”."""
        (begin, behind), source = clause.cue, clause.source
        if clause.spoken or source is None or begin > first:
            return last
        lower, words = self.lower, self.words
        form = words.forms.get(lower[behind - 1])
        if lower[source[0] - 1] == "," and lower[source[0]] in words["personal_relatives"]:
            places = range(last - 2, first, -1) if self._opens_sentence(source[0] - 1) else range(0)
            ends = (at for at in places if lower[at] == "," and self.endings.is_verb(at + 1))
        elif lower[begin - 1] == "," and form is not None and form.shape == "ing" and behind - begin == 1:
            joins, acts = words["conjunctions"], words["acts"]
            ends = (at for at in range(first + 1, last - 2) if lower[at + 1] in joins and lower[at + 2] in acts)
            ends = (at for at in ends if lower[at] == ",")
        else:
            return last
        return next((at for at in ends if self.quote_at[at] < 0), last)

    def _opens_sentence(self, comma: int) -> bool:
        """Whether only a noun phrase stands in front of a comma in its sentence."""
        first, _ = self.prose.sentence_at(comma)
        return not any(self.quote_at[at] >= 0 or self.endings.is_verb(at) for at in range(first, comma))

    def _merged(self, contents: list[Range], clause: Clause) -> list[Range]:
        """Join contents with nothing but a comma between them."""
        merged: list[Range] = []
        for first, last in contents:
            narrow = bool(merged) and merged[-1][1] == first - 1 and self.lower[first - 1] == ","
            if narrow and not clause.spoken and not (clause.start <= first - 1 < clause.end):
                merged[-1] = merged[-1][0], last
            else:
                merged.append((first, last))
        return merged

    def _snapped(self, piece: Range) -> Range:
        """Cut a content down to the quotation at its end, where only a lead-in stands in front: He was clear: “…”.

        “…, including one that read: “…”” is all of it what the court heard.
        """
        first, last = piece
        number = self.quote_at[last - 1]
        if number < 0 or self.quote_at[first] >= 0:
            return piece
        begin = self.prose.quote_tokens[number][0]
        leads = begin - 1 > first and self.lower[begin - 1] in (",", ":") and self._is_sentence(number)
        told = leads and self.lower[begin - 3] in self.words["relatives"] and self.lower[begin - 2] in self.words.forms
        return (begin, last) if leads and not told else piece

    def _is_sentence(self, number: int) -> bool:
        """Whether a quotation is speech by itself: it opens with a large letter and is longer than a title."""
        first, last = self.prose.quote_tokens[number]
        inside = self.prose.tokens.words[first + 1 : last]
        return len(inside) > 3 and inside[0][:1].isupper()

    def _looks_spoken(self, number: int) -> bool:
        """Whether a quotation looks like speech in any language: not like a title, and not like a word that is only mentioned."""
        first, last = self.prose.quote_tokens[number]
        inside = self.prose.tokens.words[first + 1 : last - 1]
        if not inside or inside[0].islower():
            return False
        if inside[-1] in _SPEECH_ENDS or self.lower[last : last + 1] == [","]:
            return True
        if len(inside) == 1:  # a script without blanks
            return not inside[0].istitle() and len(inside[0]) >= _SPOKEN_LETTERS
        large = sum(word[0].isupper() for word in inside)
        return len(inside) >= _SPOKEN_WORDS and 2 * large <= len(inside)

    def place(self, number: int) -> None:
        """Decide where a quotation belongs that no clause holds."""
        if number in self.of_quote:
            return
        first, last = self.prose.quote_tokens[number]
        ahead = self._run_ahead(number)
        if ahead is not None:
            self._join(ahead, number, "runs on in the next paragraph")
            return
        if last - first < 3 and not self.prose.quotes[number].continues:
            return
        before = self.of_quote.get(number - 1)
        if self.prose.quotes[number].continues and before is not None:
            self._join(before, number, "runs on in the next paragraph")
        elif first in self.begins and before is not None and self._same_breath(number, before):
            self._join(before, number, "")
        elif self.lower[first - 1 : first] == [":"] and self._is_sentence(number):
            self._colon(number)
        elif self._alone(number) or self._told_then_said(number):
            self._float(number)
        elif not self.words.forms and self._looks_spoken(number):
            self._begin(number, 0.5, "looks like speech; its language has no words yet")

    def _run_ahead(self, number: int) -> _Draft | None:
        """The draft of a later piece of the same quotation, where its paragraph left it open."""
        following = max(number + 1, self._looked_ahead)  # quotations are placed in order: what was free is free
        while self._continues(following) and following not in self.of_quote:
            following += 1
        self._looked_ahead = following
        return self.of_quote.get(following) if self._continues(following) else None

    def _continues(self, number: int) -> bool:
        return number < len(self.prose.quotes) and self.prose.quotes[number].continues

    def _join(self, draft: _Draft, number: int, reason: str) -> None:
        draft.contents.append(self.prose.quote_tokens[number])
        draft.quotes.add(number)
        if not draft.reason.endswith(reason):
            draft.reason += f"; {reason}"
        self.of_quote[number] = draft

    def _same_breath(self, number: int, before: _Draft) -> bool:
        """Whether a quotation goes on where a clause left off, as in: “A,” she said. “B.”."""
        first = self.prose.quote_tokens[number][0]
        previous = self.prose.quote_tokens[number - 1][1]
        if self.paragraph_of[first] != self.paragraph_of[previous - 1]:
            return False
        if before.clause is None and not self.words.forms:
            return self._looks_spoken(number)
        begun = bisect_left(self.sentence_starts, previous)
        return begun == len(self.sentence_starts) or self.sentence_starts[begun] >= first

    def _alone(self, number: int) -> bool:
        """Whether a quotation opens its paragraph and nobody else speaks there."""
        first, last = self.prose.quote_tokens[number]
        begin, end = self.prose.paragraphs[self.paragraph_of[first]]
        ends = first < last - 2 and self.lower[last - 2] in SENTENCE_ENDS
        if first == begin and last == end and ends and self.words.forms:
            return self.prose.tokens.words[first + 1][0].isupper()  # “Sleep.”
        return first == begin and (last == end or last in self.begins or last >= end - 1) and self._is_sentence(number)

    def _told_then_said(self, number: int) -> bool:
        """Whether a quotation is a sentence of its own behind one of the narrator’s, as in: He sighed. “I counted.”."""
        first, last = self.prose.quote_tokens[number]
        inside = self.prose.tokens.words[first + 1 : last - 1]
        return (
            first in self.begins
            and (last in self.begins or last >= len(self.lower))
            and len(inside) > (1 if self.lower[first - 1] == "?" else _FEWEST_SPOKEN)  # Does she run? “Never.”
            and inside[0][:1].isupper()
            and inside[-1] in SENTENCE_ENDS
            and self.quote_at[first - 1] < 0
        )

    def _float(self, number: int) -> None:
        before = self.of_quote.get(number - 1)
        self._begin(number, 0.8 if before else 0.6, "stands alone", floats=True)

    def _colon(self, number: int) -> None:
        """“Lopez: …” and “Lopez had one answer: …”, also where what she says is a paragraph of its own."""
        first, last = self.prose.quote_tokens[number]
        colon = first - 1
        begin = self.prose.sentence_at(colon)[0]
        if self._turns(begin, colon):
            self._float(number)
            return
        source = self.phrases.before(begin, colon)
        set_off = source is not None and (
            source[0] == begin
            or self.lower[source[0] - 1] in ("-", "—", "–")
            or self.lower[source[0] - 1] in self.words["signers"]
        )
        does = source is not None and any(
            self.prose.tokens.words[at].islower() and self.lower[at].endswith(self.words.endings["past"])
            for at in range(source[0] + 1, source[1])
        )
        cue = colon, first
        if not set_off or does:
            source = self.subjects.of(begin, colon)
            if source is not None and source[1] < colon <= source[1] + _LONGEST_LEAD:
                cue = source[1], colon
        clause = Clause(cue, source, [(first, last)], 0.6, "a colon before the quotation")
        self._begin(number, clause.confidence, clause.reason, clause)

    def _turns(self, begin: int, colon: int) -> bool:
        """Whether only to whom something is said, or when or how, stands in front of a colon: “Then, to the waiter: “More.””."""
        words, at = self.words, begin
        if colon - begin > _LONGEST_TURN:
            return False
        while at < colon and (self.lower[at] == "," or self._leads(self.lower[at])):
            at += 1
        turns = at == colon or self.lower[at] in words["infinitive_marks"]
        return turns and words["auxiliaries"].isdisjoint(self.lower[at:colon])

    def _leads(self, word: str) -> bool:
        """Whether a word is one like “And”, “then” or “softly”."""
        return word in self.words["conjunctions", "sentence_adverbs", "times"] or self.words.is_adverb(word)

    def _begin(
        self, number: int, confidence: float, reason: str, clause: Clause | None = None, *, floats: bool = False
    ) -> None:
        """Make a draft of one quotation."""
        draft = _Draft([self.prose.quote_tokens[number]], clause, {number}, confidence, reason, floats)
        self.drafts.append(draft)
        self.of_quote[number] = draft

    def leave_open(self) -> None:
        """Give a quotation that never closes to the end of its paragraph, unless a clause has it already."""
        held = sorted(piece for draft in self.drafts for piece in draft.contents)
        at = 0
        for first, last in self.prose.unclosed:
            while at < len(held) and held[at][1] <= first:
                at += 1
            if (at < len(held) and held[at][0] < last) or last - first < 5:
                continue
            self.drafts.append(_Draft([(first, last)], None, set(), 0.4, "a quotation that never closes", floats=True))

    def reports(self) -> list[Report]:
        """Turn drafts into reports, ranges of tokens into characters."""
        made = []
        for draft in self.drafts:
            content = tuple(sorted(self.prose.span(piece) for piece in draft.contents if piece[1] > piece[0]))
            if not content:
                continue
            cue, source = self._cue_and_source(draft.clause)
            made.append(
                Report(
                    content,
                    cue,
                    source,
                    self._kind(draft),
                    draft.confidence,
                    draft.reason,
                    draft.floats,
                )
            )
        return made

    def _cue_and_source(self, clause: Clause | None) -> tuple[tuple[Chars, ...], tuple[Chars, ...]]:
        """Where cue and source stand; a verb drawn together with a pronoun is the cue's: of “he’s saying” the “’s”."""
        cue = self.prose.span(clause.cue) if clause and clause.cue[1] > clause.cue[0] else None
        source = None
        if clause and clause.source:
            start, end = self.prose.span(clause.source)
            word = self.lower[clause.source[1] - 1]
            drawn = len(word) - len(self.words.pronoun_in(word))
            source = start, end - drawn
            if drawn and cue and clause.cue[0] == clause.source[1]:
                cue = end - drawn, cue[1]
        return (cue,) if cue else (), (source,) if source else ()

    def _fragment(self, draft: _Draft) -> bool:
        """Whether words in marks are a part of the narrator's clause: blamed “a lack of rain”."""
        if draft.clause is None or len(draft.contents) != 1:
            return False
        first, last = draft.contents[0]
        if first + 1 >= last or draft.clause.cue[1] != first:
            return False
        opening = self.prose.tokens.words[first + 1]
        return opening[0].islower() and self.lower[last - 2] not in (",", ".", "!", "?")

    def _is_title(self, number: int) -> bool:
        """Whether words in marks are the title of a work, Most of Them Written Large and no end of speech, or only mentioned.

        One word is mentioned if it is a name or stands behind “the word”.
        """
        if number not in self._titles:
            first, last = self.prose.quote_tokens[number]
            inside = self.prose.tokens.words[first + 1 : last - 1]
            large = [word[0].isupper() for word in inside if len(word) > _SMALL_WORD]
            ends = bool(inside) and inside[-1] in _SPEECH_ENDS - {","}
            self._titles[number] = (
                len(inside) > 1 and len(large) > 1 and all(large) and inside[0][0].isupper() and not ends
            ) or (len(inside) == 1 and (inside[0].istitle() or self.lower[first - 1] in self.words["mentioners"]))
        return self._titles[number]

    def _quotes_in(self, first: int, last: int) -> set[int]:
        """The numbers of the quotations in which words of a range stand, with -1 where the narrator's do; marks are no words."""
        words, numbers = self.lower[first:last], self.quote_at[first:last]
        if len(alone := set(numbers)) == 1 and any(word[0].isalnum() for word in words):
            return alone
        return {number for word, number in zip(words, numbers, strict=True) if word[0].isalnum()}

    def _kind(self, draft: _Draft) -> QuoteKind:
        if draft.clause is not None and draft.clause.spoken:
            return QuoteKind.DIRECT
        inside = marked = outside = False
        for first, last in draft.contents:
            numbers = self._quotes_in(first, last)
            narrated = -1 in numbers
            numbers.discard(-1)
            marked = marked or bool(numbers)
            if first in self.opened:
                inside = inside or narrated or bool(numbers)
            else:
                inside = inside or not all(map(self._is_title, numbers))
                outside = outside or narrated
        inside = inside or (marked and not outside)
        if inside and not outside and self._fragment(draft):
            return QuoteKind.MIXED
        return QuoteKind.INDIRECT if not inside else QuoteKind.MIXED if outside else QuoteKind.DIRECT
