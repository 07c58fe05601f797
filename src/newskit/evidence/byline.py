"""Finds the authors in what a page shows: in the line that says “By”, in links to an author's page, in a name that stands alone.

Only what stands near the headline counts as a byline; elsewhere names belong to other articles, comments and captions.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from newskit.evidence.declared_dates import MONTH_FIRST, iso, month_of
from newskit.evidence.declared_people import (
    BEHIND_NAMES,
    DATED,
    NAMES_OTHERS,
    OPENERS,
    is_workplace,
    looks_like_a_name,
    names,
)
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.kinds import Kind, Part
from newskit.model.span import Span

#: A byline is no longer, in characters.
_LONGEST: Final = 160
#: A name that stands alone is no longer.
_LONGEST_NAME: Final = 45
#: So many blocks before and behind the headline a byline may stand.
_BEFORE: Final = 4
_BEHIND: Final = 10
#: A name without any sign that it is one stands no further behind the headline, or opens the body.
_BESIDE: Final = 4
#: So many blocks behind the body an article is signed.
_SIGNED: Final = 2

# Between the parts of a line of facts: "By Ada Moss | 3 March 2026 • 4 min read"; must not split "Anne-Marie Moss".
_PARTS = re.compile(r"\s*[|•·⋅●∙▪\n]\s*|\s[–—-]\s|\s{2,9}")
# A month that a page sets right behind a name: "Ada MossMarch 3", of which the digit is the end.
_RUN_ON = re.compile(r"(?<=[^\W\d_])([A-Z][a-z]{2,8})\.?\s*\Z")
# Where a name ends for certain: a digit, or what stands before a date or a section.
_END = re.compile(rf"(?i)\d|\s(?:{BEHIND_NAMES})\s|\b(?:last\s)?(?:{DATED})(?:\b|(?-i:(?=[A-Z])))")

#: So many lines far from the headline are tried, each of which costs a look through the text.
_TRIED: Final = 20
#: A name that stands alone has no more words.
_MOST_WORDS: Final = 3

#: A name begins no later in what stands behind “By”, in characters.
_LEAD: Final = 20

#: Sites sign so with their own name.
_TEAM: Final = "Team"

#: Signs that tell a name from a label by themselves.
_SURE: Final = frozenset(["opened", "linked"])
# What may stand right behind a name that stands alone: "Ada Moss Published: 3 March", "Ada Moss3/3/2026".
_FACTS = re.compile(rf"(?i)\b(?:last\s)?(?:{DATED})\b|(?=\d)")
_NOT_ALONE: Final = frozenset(
    [
        Kind.HEADLINE,
        Kind.CAPTION,
        Kind.HEADING,
        Kind.LIST_ITEM,
        Kind.TABLE_CELL,
        Kind.SUBSCRIBE,
        Kind.COOKIE,
        Kind.COMMENTS,
    ]
)


class Byline(NamedTuple):
    """Authors that a page shows, and where."""

    #: “opened” by a word such as “By” near the headline or “elsewhere”, an “account” where one word is all that stands behind
    #: it, “linked” to an author's page, “marked” by its element, or “alone”.
    sign: str
    people: tuple[str, ...]
    raw: str
    span: Span


def bylines(document: Document, blocks: Sequence[Block]) -> Iterator[Byline]:
    """Give the bylines that stand near the headline, at the beginning of the text or where it ends, in order."""
    if not blocks:
        return
    opener = _opener(document.words.byline_openers)
    headline, first, last = _landmarks(blocks)
    linked = _linked(document)
    near = range(max(0, headline - _BEFORE), min(headline + _BEHIND + 1, len(blocks)))
    for place in dict.fromkeys((*near, *range(last, min(last + _SIGNED + 1, len(blocks))))):
        block = blocks[place]
        if block.kind is Kind.HEADLINE or len(block.span) > _LONGEST:
            continue
        line = block.text
        beside = 0 < place - headline <= _BESIDE or first <= place <= first + _SIGNED or place == last
        signed = last < place and place not in near
        if (opened := opener.search(line)) and (people := _behind(line[opened.end() :], blocks[place + 1 : place + 2])):
            sign = "opened"
        elif opened and (people := _account(line[opened.end() :])):
            sign = "account"
        elif signed:
            continue
        elif people := names(linked.get(block.span.start)):
            sign = "linked"
        elif block.kind is Kind.BYLINE and (people := _named(_PARTS.split(line)[0])):
            sign = "marked"
        elif beside and block.kind not in _NOT_ALONE and (people := _alone(line)):
            sign = "alone"
        else:
            continue
        sure = sign in _SURE or (sign == "account" and block.kind is Kind.BYLINE)
        believed = people if sure else _no_labels(people, document)
        if believed:
            yield Byline(sign, believed, line, block.span)


def byline_elsewhere(document: Document, blocks: Sequence[Block]) -> Byline | None:
    """Give the first byline anywhere on the page that opens with “By”, or the one author that it links to.

    For pages that say their authors nowhere else.
    """
    opener = _opener(document.words.byline_openers)
    tried = 0
    for place, block in enumerate(blocks):
        if len(block.span) <= _LONGEST and block.kind is not Kind.HEADLINE and (opened := opener.search(block.text)):
            people = _behind(block.text[opened.end() :], blocks[place + 1 : place + 2])
            if believed := _no_labels(people, document):
                return Byline("elsewhere", believed, block.text, block.span)
            tried += bool(people)
            if tried == _TRIED:
                break
    linked = _linked(document)
    people = names([text for texts in linked.values() for text in texts])
    if len(people) == 1 and looks_like_a_name(people[0]):
        span = next(block.span for block in document.blocks if block.span.start in linked)
        return Byline("elsewhere", people, people[0], span)
    return None


def _landmarks(blocks: Sequence[Block]) -> tuple[int, int, int]:
    """Where the headline stands, or the body begins where there is none; where the body begins, and where it ends."""
    first = next((place for place, block in enumerate(blocks) if block.kind.part is Part.BODY), 0)
    headline = next((place for place, block in enumerate(blocks) if block.kind is Kind.HEADLINE), first)
    last = next((place for place in range(len(blocks) - 1, -1, -1) if blocks[place].kind.part is Part.BODY), 0)
    return headline, first, last


@cache
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    """What opens a byline, at the start of a line or of a part of it: matches “By Ada”, “3 March | By Ada”, not “Byron”."""
    known = "|".join(sorted({*map(re.escape, words), *OPENERS}, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?i)(?:\A|[|•·⋅●∙▪\n]\s?|\s[–—-]\s)(?:(?:{known})(?:\s?:\s?|\s|\Z)|(?-i:By(?=[A-Z][a-z])))")


def _linked(document: Document) -> dict[int, list[str]]:
    """The texts of links to authors' pages, by where the block that they stand in begins."""
    found: dict[int, list[str]] = {}
    for text, number in document.declared.get("people") or ():
        if number < len(document.blocks) and text in document.blocks[number].span.of(document.text):
            found.setdefault(document.blocks[number].span.start, []).append(text)
    return found


def _behind(rest: str, following: Sequence[Block]) -> tuple[str, ...]:
    """The names behind “By”, in the same line or, where nothing stands behind it, in the next."""
    if rest.strip():
        return _named(_PARTS.split(rest.strip())[0])
    return _named(following[0].text) if following and len(following[0].span) <= _LONGEST else ()


def _account(rest: str) -> tuple[str, ...]:
    """The one word behind “By”, if that is all there is before a date: a first name, or that of an account."""
    people = names(_before_date(_PARTS.split(rest.strip())[0]))
    return people if len(people) == 1 and " " not in people[0] and not month_of(people[0]) else ()


def _alone(line: str) -> tuple[str, ...]:
    """The names that a short line, or a part of it, consists of, but for where they work."""
    parts = _PARTS.split(line)
    dated = len(parts) > 1 and any(map(iso, parts))
    for whole in parts:
        part = _FACTS.split(whole)[0].strip()
        part = ", ".join(takewhile(lambda piece: not is_workplace(piece), part.split(", ")))
        if len(part) > _LONGEST_NAME or part.endswith(":"):
            continue
        if (people := _named(part)) and (dated or len(" ".join(people)) + 6 > len(part)):
            words = [word for name in people for word in name.split()]
            acronyms = sum(word.isupper() and len(word.strip(".")) > 1 for word in words)
            if len(words) <= _MOST_WORDS * len(people) and acronyms in (0, len(words)):
                return people
    return ()


def _no_labels(people: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """The names up to the first that is a label: “Ada Moss”, of “Ada Moss” and “Community Projects”."""
    return tuple(takewhile(lambda name: not is_label(name, document), people))


def is_label(name: str, document: Document) -> bool:
    """Say whether a word of a name stands elsewhere in the text in lower case, or is written so in it.

    Of “Harbour Post Team” the last word does not count.
    """
    text, particles = document.text, document.words.name_particles
    words = [word for word in name.split() if word not in particles and word != _TEAM]
    return not words or any(
        word.islower() or not word.strip(".’'-()")[-1:].isalpha() or f" {word.lower()} " in text for word in words
    )


def _named(text: str) -> tuple[str, ...]:
    """The names in a text up to a date, up to the first part that is no person: “Ada Moss, Town Reporter”."""
    found: list[str] = []
    line = _before_date(text)
    for name in names(line):
        if not found and name.split()[0] not in line[:_LEAD]:
            break
        if not looks_like_a_name(name) or NAMES_OTHERS.search(name) or (found and is_workplace(name)):
            break
        if found and name.isupper() and not found[0].isupper():  # an agency behind its reporter
            break
        found.append(name)
    return tuple(found)


def _before_date(text: str) -> str:
    """A byline up to the date, or the section, that it names behind its authors."""
    if (spelt := MONTH_FIRST.search(text)) and month_of(spelt[1]):
        text = text[: spelt.start()]
    end = _END.search(text)
    if not end:
        return text
    month = _RUN_ON.search(text, 0, end.start())
    return text[: month.start()] if month and month_of(month[1]) else text[: end.start()]
