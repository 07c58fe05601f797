"""Compares the blocks of a page with what the page declares: its title, its description, its articleBody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]{1,300}>")

#: An articleBody of fewer characters is a summary.
_LEAST_BODY: Final = 150


#: No headline is longer, in characters; a shorter text than the least is a label.
_LONGEST_TITLE: Final = 300
_LEAST_TITLE: Final = 8

#: How like a title its larger part is, a short beginning, another part, and a short end.
_LARGER_PART: Final = 0.9
_BEGINNING: Final = 0.85
_PART: Final = 0.8
_END: Final = -0.5

#: Where the description is looked for: in blocks of at least so many characters, the first so many of the page.
_LEAST_DESCRIPTION: Final = 40
_FIRST_BLOCKS: Final = 400
#: Two descriptions are the same when they begin alike for so many letters.
_ALIKE: Final = 50


@attrs.frozen
class Hints:
    """What the rest of the page says of its blocks."""

    #: The block of the headline; None where there is none.
    headline: int | None
    #: Blocks that say what the page's title says.
    titles: frozenset[int]
    #: Blocks that say what the page's description says.
    descriptions: frozenset[int]
    #: For each block whether JSON-LD's articleBody holds it: 1 yes, 0 no, 0.5 too short to tell, -1 where none is declared.
    declared: Sequence[float]
    #: How much of articleBody is found on the page, in tenths; -1 where none is declared.
    share: int


def compare(texts: Sequence[str], first_headings: Sequence[bool], declared: Mapping[str, Any]) -> Hints:
    """Compare the texts of a page's blocks, and whether each is in an <h1>, with what the page declares."""
    said = [squeezed(title) for title in titles(declared)]
    letters = " ".join(said)
    about = [start for text in descriptions(declared) if (start := squeezed(text)[:_ALIKE])]
    first_letters = frozenset(start[0] for start in about)
    same: dict[int, float] = {}
    describing = set()
    for index, (text, heading) in enumerate(zip(texts, first_headings, strict=True)):
        early = index < _FIRST_BLOCKS
        if len(text) < _LEAST_TITLE or not (heading or early):
            if heading:
                same[index] = 0.5
            continue
        # Most blocks begin with a word that no title and no description begins with, and need no second look.
        word = _first_word(text)
        if len(text) <= _LONGEST_TITLE:
            likeness = _likeness(squeezed(text), said) if word and word in letters else 0.0
            if likeness > 0 or heading:
                same[index] = likeness + heading
        elif heading:
            same[index] = 0.5
        if early and word[:1] in first_letters and len(text) >= _LEAST_DESCRIPTION:
            start = squeezed(text[: 2 * _ALIKE])[:_ALIKE]
            if any(start.startswith(other) or other.startswith(start) for other in about):
                describing.add(index)
    headline = max(same, key=lambda index: (same[index], -index), default=None)
    holds, share = held(texts, article_body(declared))
    title_blocks = frozenset(index for index, likeness in same.items() if likeness > 1 or not first_headings[index])
    return Hints(headline, title_blocks, frozenset(describing), holds, share)


def _first_word(text: str) -> str:
    found = _WORD.search(text)
    word = found.group() if found else ""
    return word.lower() if word.isascii() else squeezed(word)


def _likeness(text: str, said: Sequence[str]) -> float:
    """How like a text is to the titles of the page: 2 the same as the first, less for a later one, less than 1 for a part.

    A part counts less than being the first heading does: trails and teasers give parts of titles too. What a title ends
    with, if it is the smaller part, is the name of the site as a rule, and counts against a text.
    """
    for place, title in enumerate(said):
        if text == title:
            return 2 - place / 10
    if any(2 * len(text) > len(title) and (title.startswith(text) or title.endswith(text)) for title in said):
        return _LARGER_PART
    if any(title.startswith(text) for title in said):
        return _BEGINNING
    if len(text) > _LEAST_TITLE and any(title.endswith(text) for title in said):
        return _END
    return _PART if len(text) > 12 and any(text in title for title in said) else 0.0


def squeezed(text: str) -> str:
    """Give the letters and digits of a text, in lower case: what two spellings of one title have in common.

    >>> squeezed("“Who’s there?”") == squeezed("Who's there")
    True
    """
    return "".join(words_of(text))


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case."""
    return _WORD.findall(text.lower())


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give each four words that follow one another: what two texts share of them they do not share by chance."""
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def titles(declared: Mapping[str, Any]) -> tuple[str, ...]:
    """Give what the page says its title is, most trusted first."""
    meta: Mapping[str, tuple[str, ...]] = declared.get("meta") or {}
    found = [
        value
        for entry in declared.get("json-ld") or ()
        if is_article(entry) and isinstance(value := entry.get("headline"), str)
    ]
    for name in ("og:title", "twitter:title", "title", "parsely-title", "dc.title"):
        found += meta.get(name, ())[:1]
    if declared.get("title"):
        found.append(declared["title"])
    return tuple(found)


def descriptions(declared: Mapping[str, Any]) -> tuple[str, ...]:
    """Give what the page says it is about."""
    meta: Mapping[str, tuple[str, ...]] = declared.get("meta") or {}
    return tuple(
        value for name in ("og:description", "description", "twitter:description") for value in meta.get(name, ())[:1]
    )


def is_article(entry: Mapping[str, Any]) -> bool:
    """Whether a JSON-LD object is of an article's type, or of one of its kin."""
    kinds = entry.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report", "Review")) for name in names)


def article_body(declared: Mapping[str, Any]) -> str:
    """Give the longest articleBody of the page's JSON-LD, without tags; “” where it is no more than a summary."""
    bodies = [value for entry in declared.get("json-ld") or () if isinstance(value := entry.get("articleBody"), str)]
    body = max(bodies, key=len, default="")
    return _TAG.sub(" ", body) if len(body) >= _LEAST_BODY else ""


def held(texts: Sequence[str], body: str) -> tuple[list[float], int]:
    """Say which texts stand in an articleBody.

    Returns:
        For each text 1 where at least half of its runs of four words stand there, 0 where not, 0.5 where it is too short to
        tell, -1 where there is no body; and
        how much of the body the texts make up, in tenths, -1 likewise.
    """
    if not body:
        return [-1] * len(texts), -1
    words = words_of(body)
    there = set(runs(words))
    found: list[float] = []
    covered = 0
    for text in texts:
        mine = words_of(text)
        if len(mine) < 4:
            found.append(0.5)
            continue
        shared = sum(run in there for run in runs(mine))
        inside = 2 * shared >= len(mine) - 3
        found.append(1 if inside else 0)
        covered += shared + 3 if inside else 0
    return found, min(12, 10 * covered // max(1, len(words)))
