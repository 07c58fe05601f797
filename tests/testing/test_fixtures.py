"""Articles with what is expected of them: the format, what is said of a failure, what is written on acceptance."""

from pathlib import Path

import pytest

from newskit import Article, Cue, InputError, Parser, Quote, QuoteKind, Span, Speaker
from newskit.testing.fixtures import Thing, accept, complaint, read_fixture, things_in

TEXT = """Fog keeps boats in harbour

Fog lay on the lake on Sunday, and the boats of Sund stayed in harbour until noon.

“Stay ashore,” said Ida Brandt, the harbour master. “The fog,” she added, “is  thick.”
"""


def written(folder: Path, text: str, name: str = "fog.newskit.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def things(folder: Path, lines: str) -> tuple[Thing, ...]:
    return read_fixture(written(folder, f"{TEXT}\n==== expected\n{lines}")).expected


def test_a_file_holds_an_article_and_what_is_expected(tmp_path: Path) -> None:
    lines = "# a remark\nheadline: Fog on the lake\n\ndirect: “Stay ashore,”\n  speaker: Ida Brandt\n  cue: said\n"
    fixture = read_fixture(written(tmp_path, f"{TEXT}\n==== expected\n{lines}"))
    assert fixture.source == TEXT.strip("\n")
    assert fixture.expected == (
        Thing("headline", "Fog on the lake"),
        Thing("direct", "“Stay ashore,”", (("speaker", "Ida Brandt"), ("cue", "said"))),
    )
    assert [thing.line for thing in fixture.expected] == [9, 11]


def test_the_article_may_stand_beside_it(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_bytes(b"<h1>Fog</h1>")
    fixture = read_fixture(written(tmp_path, "==== expected\nheadline: Fog\n"))
    assert (fixture.source, fixture.format) == (b"<h1>Fog</h1>", None)


def test_the_file_may_bear_the_name_of_the_article_beside_it(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_bytes(b"<h1>Fog</h1>")
    fixture = read_fixture(written(tmp_path, "==== expected\nheadline: Fog\n", "article.newskit.txt"))
    assert fixture.source == b"<h1>Fog</h1>"


def test_an_article_keeps_the_line_ends_that_are_its_own(tmp_path: Path) -> None:
    fixture = read_fixture(written(tmp_path, "Fog\x0con the\u2028lake\n==== expected\nheadline: Fog\n"))
    assert fixture.source == "Fog\x0con the\u2028lake"
    assert fixture.head.startswith("Fog\x0con the\u2028lake\n")


def test_a_file_without_an_article_and_with_none_beside_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no article above .* and 0 files article\.\* beside it"):
        read_fixture(written(tmp_path, "==== expected\nheadline: Fog\n"))


@pytest.mark.parametrize("line", ["banner: Fog", "headline Fog", "fact: en", "  speaker: Ida Brandt"])
def test_a_line_that_names_nothing_is_refused_with_file_line_and_choices(line: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"fog.newskit.txt, line 8: .*headline, .*direct, .*fact NAME"):
        things(tmp_path, line)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fog.newskit.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"fog\.newskit\.txt: .*utf-8"):
        read_fixture(path)


@pytest.mark.parametrize(
    ("expected", "found", "is_met"),
    [
        ("Fog on the lake", "Fog on the lake", True),
        ("Fog … lake", "Fog on the lake", True),
        ("Fog …", "Fog on the lake", True),
        ("… the …", "Fog on the lake", True),
        ("Fog … fog", "Fog", False),
        ("Fog … the … the lake", "Fog on the lake", False),
        ("Fog", "Fog on the lake", False),
        ("the … Fog", "Fog on the lake", False),
    ],
)
def test_three_dots_stand_for_any_words(expected: str, found: str, is_met: bool) -> None:
    assert Thing("headline", expected).is_met_by(Thing("headline", found)) is is_met


def test_what_is_found_reads_as_it_would_be_expected() -> None:
    found = things_in(Parser().parse(TEXT, format="text"))
    assert str(found[0]) == "headline: Fog keeps boats in harbour"
    [stay] = [thing for thing in found if thing.words == "“Stay ashore,”"]
    assert str(stay) == (
        "direct: “Stay ashore,”\n  speaker: Ida Brandt\n  role: harbour master\n  affiliation: -\n"
        "  mention: Ida Brandt, the harbour master\n  cue: said"
    )
    assert "“The fog,” … “is thick.”" in [thing.words for thing in found]


@pytest.mark.parametrize(
    ("details", "is_met"),
    [
        ([("speaker", "Ida Brandt"), ("speaker", "Jon Falk")], True),
        ([("speaker", "Ida Brandt"), ("speaker", "Jon Falk"), ("role", "pilot"), ("cue", "said")], True),
        ([("speaker", "Ida Brandt"), ("role", "-"), ("speaker", "Jon Falk")], True),
        ([("cue", "said")], True),
        ([("speaker", "Ida Brandt")], False),
        ([("speaker", "Jon Falk"), ("speaker", "Ida Brandt")], False),
        ([("speaker", "Ida Brandt"), ("role", "pilot"), ("speaker", "Jon Falk")], False),
        ([("speaker", "Ida Brandt"), ("speaker", "Jon Falk"), ("speaker", "Ada Moss")], False),
    ],
)
def test_all_who_said_it_are_expected_each_with_the_details_below(details: list[tuple[str, str]], is_met: bool) -> None:
    ida, jon = Speaker("Ida Brandt"), Speaker("Jon Falk", "pilot")
    said, cue = Span(0, 6), Cue([(12, 16)], source="“Stay” Both said")
    quote = Quote([said], QuoteKind.DIRECT, cue, speakers=[ida, jon], source=cue.source)
    [found] = things_in(Article(cue.source, quotes=(quote,), speakers=(ida, jon)))
    assert Thing("direct", "“Stay”", tuple(details)).is_met_by(found) is is_met


def test_nothing_is_said_of_what_is_there() -> None:
    found = [Thing("direct", "“Stay”", (("speaker", "Ida Brandt"), ("cue", "said")))]
    assert complaint(Thing("direct", "“Stay”", (("cue", "said"),)), [], found) is None


def test_what_is_not_there_is_shown_beside_the_nearest() -> None:
    found = [
        Thing("direct", "“Stay”", (("speaker", "Ida Brandt"), ("cue", "said"))),
        Thing("direct", "“Go”", (("speaker", "-"),)),
    ]
    said = complaint(Thing("direct", "“Stay”", (("speaker", "Ida Moss"),)), [], found)
    assert said is not None
    assert [" ".join(line.split()) for line in said.splitlines()] == [
        "expected got",
        "direct: “Stay” direct: “Stay”",
        "≠ speaker: Ida Moss speaker: Ida Brandt",
    ]


def test_what_is_like_nothing_is_said_to_be_so() -> None:
    said = complaint(Thing("direct", "“Never”"), [], [Thing("headline", "Fog on the lake")])
    assert said is not None
    assert "(nothing like it)" in said


def test_no_other_holds_where_all_of_the_kind_is_expected() -> None:
    stay, go = Thing("direct", "“Stay”"), Thing("direct", "“Go”")
    nothing_else = Thing("no other", "direct, indirect")
    assert complaint(nothing_else, [stay, go], [stay, go, Thing("headline", "Fog")]) is None
    said = complaint(nothing_else, [stay], [stay, go])
    assert said is not None
    assert "direct: “Go”" in said
    assert "Stay" not in said


def test_acceptance_keeps_the_kinds_the_details_and_the_words_that_hold(tmp_path: Path) -> None:
    lines = "direct: “Stay …”\n  cue: said\ndirect: “Leave”\n  cue: said\nno other: direct\n"
    fixture = read_fixture(written(tmp_path, f"{TEXT}\n==== expected\n{lines}"))
    found = [
        Thing("headline", "Fog"),
        Thing("direct", "“Stay ashore”", (("speaker", "Ida Brandt"), ("cue", "said"))),
        Thing("direct", "“Go”", (("speaker", "-"), ("cue", "added"))),
    ]
    after = accept(fixture, found)
    assert after.startswith(TEXT)
    assert after.partition("==== expected\n")[2] == (
        "direct: “Stay …”\n  cue: said\ndirect: “Go”\n  cue: added\nno other: direct\n"
    )


def test_acceptance_of_a_new_file_writes_all_that_is_found_and_is_met_by_it(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    found = things_in(Parser().parse(TEXT.strip("\n"), format="text"))
    path.write_text(accept(read_fixture(path), found), encoding="utf-8")
    fixture = read_fixture(path)
    assert len(fixture.expected) == len(found)
    assert [complaint(thing, fixture.expected, found) for thing in fixture.expected] == [None] * len(found)
    assert accept(fixture, found) == path.read_text(encoding="utf-8")
