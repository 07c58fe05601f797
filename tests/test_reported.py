"""Articles of the repository's own, with what a careful reader finds in them.

articles/reported/*.txt hold the articles, reported_format.md says how such a file is written. Two figures are held: how many
of the quotes are found, and how many of them have their kind, extent, mention, full name and role all right. The tagger has learned
from most of these articles, so they hold what was reached; what to expect elsewhere is in docs/accuracy.md.

``python tests/test_reported.py`` prints what was got beside what was expected, for every miss.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import attrs
import pytest

import newskit

#: F1 of finding the quotes (their contents share at least half of their word characters), over all articles.
FOUND = 0.98
#: F1 of the quotes that have kind, extent, mention, full name and role right.
WHOLLY_RIGHT = 0.93

FILES = sorted((Path(__file__).parent / "articles" / "reported").glob("*.txt"))
RULE = re.compile(r"^-{8,}\n", re.MULTILINE)
KINDS = ("direct", "mixed", "indirect")
KEYS = (*KINDS, "cue", "mention", "name", "role", "optional")
BETWEEN_PIECES, ABBREVIATED = " … ", " [...] "

#: Words before or behind a name that are no part of it.
TITLES = {"mr", "mrs", "ms", "miss", "dr", "dame", "sir", "prof", "eng", "cllr", "dsp", "cp", "qc", "sc", "kc"}
#: Words before a role that are no part of it.
OPENERS = {"the", "a", "an", "his", "her", "its", "their", "our", "my"}
#: “Moose” in: Don “Moose” Hanratty; not the mark in: Carmel D'Souza.
NICKNAME = re.compile(r"""(?<!\S)["“‘'][^"”’']+["”’'](?=\s)""")
#: “19-year-old” in: 19-year-old seamer; “310-pound” in: 310-pound wrestler.
MEASURE = re.compile(r"\b\d+-(?:year-old|pound)\s")

Place = tuple[int, int]


@attrs.frozen
class Said:
    """One quote: as expected, or as got."""

    kind: str
    pieces: tuple[Place, ...]
    cue: Place | None
    mention: tuple[Place, ...]
    #: Name and role of each speaker.
    speakers: tuple[tuple[str | None, str | None], ...]


@attrs.frozen
class Reported:
    """One file: the article, its quotes in text order, the stretches that a system may report or not."""

    file: str
    text: str
    quotes: tuple[Said, ...]
    optional: frozenset[int]


# --- reading a file -----------------------------------------------------------------------------


def read(path: Path) -> Reported:
    return taken_apart(path.name, path.read_text(encoding="utf-8"))


def taken_apart(file: str, written: str) -> Reported:
    """Give the article and its quotes; fails where something named below the line does not stand in the article."""
    text, below = RULE.split(written, maxsplit=1)
    quotes: list[Said] = []
    taken: set[Place] = set()
    optional: set[int] = set()
    for paragraph in below.strip().split("\n\n"):
        fields = [line.partition(":")[::2] for line in paragraph.split("\n")]
        assert {key for key, _ in fields} <= set(KEYS), f"{file}: {paragraph}"
        entry = {key: value.strip() for key, value in fields}
        if "optional" in entry:
            for _, words in fields:
                places = find(text, words.strip())
                assert places, f"{file}: not in the article: {words}"
                optional.update(*(range(*place) for place in places))
        else:
            at = quotes[-1].pieces[0][0] + 1 if quotes else 0
            quotes.append(expected(text, entry, at, taken, speakers(fields)))
            taken |= {quotes[-1].cue} - {None}
    return Reported(file, text, tuple(quotes), frozenset(optional))


def speakers(fields: list[tuple[str, str]]) -> tuple[tuple[str | None, str | None], ...]:
    """Pair names with roles: each line “name:” behind a name or a role begins the next speaker."""
    people: list[dict[str, str | None]] = [{}]
    for key, value in fields:
        if key == "name" and people[-1]:
            people.append({})
        if key in ("name", "role"):
            people[-1][key] = value.strip() or None
    return tuple((who.get("name"), who.get("role")) for who in people)


def expected(
    text: str,
    entry: dict[str, str],
    at: int,
    taken: set[Place],
    people: tuple[tuple[str | None, str | None], ...],
) -> Said:
    """Place one entry's words in the text: its contents in text order, its cue beside them, its mention beside the cue."""
    kind = next(kind for kind in KINDS if kind in entry)
    pieces = []
    for piece in entry[kind].split(BETWEEN_PIECES):
        pieces.append(stretch(text, piece, at))
        at = pieces[-1][1]
    cue = nearest(text, entry.get("cue"), pieces, {*taken, *pieces})
    mention = nearest(text, entry.get("mention"), [cue] if cue else pieces, set(pieces))
    return Said(kind, tuple(pieces), cue, (mention,) if mention else (), people)


def stretch(text: str, words: str, at: int) -> Place:
    """Give the first place from ``at`` on of a piece, which may be abbreviated in its middle."""
    first, _, last = words.partition(ABBREVIATED)
    places = [place for place in find(text, first) if place[0] >= at]
    ends = [place for place in find(text, last or first) if places and place[0] >= places[0][0]]
    assert ends, f"not in the article, or not in text order: {words}"
    return places[0][0], ends[0][1]


def nearest(text: str, words: str | None, places: list[Place], barred: set[Place]) -> Place | None:
    """Give the place of the words that is nearest to one of the places and inside none of the barred ones."""
    if not words:
        return None
    free = [(a, b) for a, b in find(text, words) if not any(c <= a and b <= d for c, d in barred)]
    assert free, f"not in the article: {words}"
    return min(free, key=lambda one: min(max(one[0] - other[1], other[0] - one[1]) for other in places))


def find(text: str, words: str) -> list[Place]:
    """Give every place of the words, whole and whatever the white space between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


# --- comparing ----------------------------------------------------------------------------------


def got(text: str) -> list[Said]:
    found = []
    for quote in newskit.parse(text, format="text").quotes:
        cue, mention = quote.cue, quote.mention
        found.append(
            Said(
                quote.kind.value,
                tuple((span.start, span.end) for span in quote.spans),
                (cue.spans[0].start, cue.spans[0].end) if cue and cue.spans else None,
                tuple((span.start, span.end) for span in mention.spans) if mention else (),
                tuple((said.name, said.role) for said in quote.speakers) or ((None, None),),
            )
        )
    return found


def letters(text: str, places: tuple[Place, ...]) -> set[int]:
    return {at for place in places for at in range(*place) if text[at].isalnum()}


def pairs(article: Reported, answers: list[Said]) -> dict[int, int]:
    """Pair expected quotes with got ones, one to one, the best overlap first."""
    gold = [letters(article.text, quote.pieces) for quote in article.quotes]
    said = [letters(article.text, quote.pieces) for quote in answers]
    overlaps = [
        (-len(g & s) / len(g | s), i, j) for (i, g), (j, s) in product(enumerate(gold), enumerate(said)) if g & s
    ]
    paired: dict[int, int] = {}
    for overlap, i, j in sorted(overlaps):
        if overlap <= -0.5 and i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def faults(article: Reported, gold: Said, answer: Said) -> Iterator[str]:
    """Name what is wrong with a quote that was found."""
    if answer.kind != gold.kind:
        yield "kind"
    if edges(article.text, answer.pieces) != edges(article.text, gold.pieces):
        yield "extent"
    if not same_mention(article.text, gold.mention, answer.mention):
        yield "mention"
    mention = " ".join(article.text[a:b] for a, b in gold.mention)
    if len(gold.speakers) != len(answer.speakers):
        yield "speakers"
    both = list(zip(gold.speakers, answer.speakers, strict=False))
    if not all(same_name(name, theirs, mention) for (name, _), (theirs, _) in both):
        yield "name"
    if any(is_name(name) and role_words(role) != role_words(theirs) for (name, role), (_, theirs) in both):
        yield "role"


def edges(text: str, places: tuple[Place, ...]) -> list[Place]:
    inside = (letters(text, (place,)) for place in places)
    return [(min(marks), max(marks)) for marks in inside if marks]


def same_mention(text: str, gold: tuple[Place, ...], answer: tuple[Place, ...]) -> bool:
    """One covers at least half of the other's word characters; a floating quote has none."""
    g, a = letters(text, gold), letters(text, answer)
    return 2 * len(g & a) >= min(len(g), len(a)) if g and a else not g and not a


def is_name(name: str | None) -> bool:
    """Say whether a speaker is named, not described: “Ada Moss” and not “officials”."""
    return bool(name) and not name[:1].islower()


def same_name(gold: str | None, answer: str | None, mention: str) -> bool:
    """Compare without titles; where nobody is named, “none” and any description of theirs are right."""
    if is_name(gold):
        return name_words(gold) == name_words(answer)
    words, described = name_words(answer), name_words(mention)
    return not words or words == name_words(gold) or answer[:1].islower() or described[: len(words)] == words


def name_words(name: str | None) -> list[str]:
    return plain(NICKNAME.sub("", name or ""))


def role_words(role: str | None) -> list[str]:
    return plain(MEASURE.sub("", role or ""))


def plain(words: str) -> list[str]:
    found = [word for word in re.findall(r"\w+", words.casefold().replace("’", "'")) if word not in TITLES]
    return found[1:] if found and found[0] in OPENERS else found


@attrs.frozen
class Compared:
    """One article's answers beside what was expected of them."""

    article: Reported
    answers: list[Said]
    #: For each expected quote the one that answers it.
    paired: dict[int, int]
    #: For each expected quote that was found what is wrong with it.
    faults: dict[int, list[str]]
    #: The answers that answer nothing, without those that some readers accept.
    extra: list[Said]


@functools.cache
def compared() -> list[Compared]:
    rows = []
    for article in map(read, FILES):
        answers = got(article.text)
        paired = pairs(article, answers)
        wrong = {i: list(faults(article, article.quotes[i], answers[j])) for i, j in paired.items()}
        extra = [
            answer
            for j, answer in enumerate(answers)
            if j not in paired.values() and not letters(article.text, answer.pieces) <= article.optional
        ]
        rows.append(Compared(article, answers, paired, wrong, extra))
    return rows


def f1(*, wholly: bool) -> float:
    rows = compared()
    right = sum(not (wholly and wrong) for row in rows for wrong in row.faults.values())
    gold = sum(len(row.article.quotes) for row in rows)
    answers = sum(len(row.paired) + len(row.extra) for row in rows)
    return 2 * right / (gold + answers)


# --- the tests ----------------------------------------------------------------------------------


def test_all_files_are_read_and_every_word_of_them_stands_in_its_article() -> None:
    articles = [read(path) for path in FILES]
    assert len(articles) >= 330
    assert all(4 <= len(article.quotes) <= 20 for article in articles)


def test_the_example_of_the_format_is_read() -> None:
    fenced = (Path(__file__).parent / "reported_format.md").read_text(encoding="utf-8").split("```")[1]
    article = taken_apart("example", fenced.partition("\n")[2])
    assert [quote.kind for quote in article.quotes] == ["direct", "mixed", "direct"]
    moss = ("Ada Moss", "fire chief")
    assert [quote.speakers for quote in article.quotes] == [
        (moss,),
        (moss, ("Tom Reed", None), (None, "clerk")),
        (moss,),
    ]
    assert [len(quote.pieces) for quote in article.quotes] == [2, 1, 1]


def test_a_file_that_names_words_outside_its_article_fails() -> None:
    with pytest.raises(AssertionError, match="not in the article"):
        taken_apart("wrong", "“Run,” he said.\n--------\ndirect: “Walk,”\ncue: said\nmention: he\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_quotes_of_a_file_are_in_text_order_and_apart(path: Path) -> None:
    article = read(path)
    starts = [quote.pieces[0][0] for quote in article.quotes]
    assert starts == sorted(starts)
    counted = Counter(at for quote in article.quotes for at in letters(article.text, quote.pieces))
    assert set(counted.values()) == {1}


def test_the_quotes_of_reported_articles_are_found() -> None:
    assert f1(wholly=False) >= FOUND


def test_kind_extent_mention_name_and_role_of_reported_quotes_are_right() -> None:
    assert f1(wholly=True) >= WHOLLY_RIGHT


# --- for the person who mends what is missed ----------------------------------------------------


def shown(text: str, said: Said) -> str:
    content, mention = (
        " … ".join(" ".join(text[a:b].split()) for a, b in places) for places in (said.pieces, said.mention)
    )
    cue = text[slice(*said.cue)] if said.cue else ""
    people = ", ".join(f"name {name!r}, role {role!r}" for name, role in said.speakers)
    return f"{said.kind}: {content}\n      cue {cue!r}, mention {mention!r}, {people}"


def report() -> Iterator[str]:
    classes: Counter[str] = Counter()
    for row in compared():
        text = row.article.text
        yield f"\n== {row.article.file}"
        for i, gold in enumerate(row.article.quotes):
            wrong = row.faults.get(i, ["not found"])
            classes.update(wrong)
            if wrong:
                yield f"  {', '.join(wrong)}\n    expected {shown(text, gold)}"
            if wrong and i in row.paired:
                yield f"    got      {shown(text, row.answers[row.paired[i]])}"
        for answer in row.extra:
            yield f"  extra\n    got      {shown(text, answer)}"
            classes["extra"] += 1
    yield f"\n{dict(classes)}\nfound {f1(wholly=False):.3f}, wholly right {f1(wholly=True):.3f}"


if __name__ == "__main__":
    for line in report():
        print(line)  # noqa: T201
