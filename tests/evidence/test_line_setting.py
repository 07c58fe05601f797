from newskit.evidence.line_facts import COLUMNS
from newskit.evidence.line_features import Lines, see
from newskit.evidence.line_phrases import WORD, prepared
from newskit.evidence.line_setting import setting

PHRASES = prepared((("comments", ("^comments$",)), ("related", ("^related",))))
PROSE = "Residents voted late on Tuesday to rebuild the pier that a winter storm carried off in January."


def look(*texts: str) -> Lines:
    words = [WORD.findall(text.lower()) for text in texts]
    found = {number: hits for number, own in enumerate(words) if (hits := PHRASES.hits(own))}
    return see(list(texts), words, found, wide=False, date_words=frozenset())


def column(lines: Lines, name: str) -> list[str]:
    values = setting(lines)[name]
    return [COLUMNS[name][value] for value in ([values] if isinstance(values, int) else map(int, values))]


def test_a_run_is_of_lines_that_are_no_prose():
    lines = look("Harbour", "Pier to be rebuilt", PROSE, "Photo", PROSE, *["Home"] * 7)
    assert column(lines, "run") == ["2", "2", "0", "1", "0", *["5"] * 7]


def test_a_text_is_mostly_prose_or_hardly():
    assert column(look(PROSE, PROSE, PROSE, "Share"), "share of prose") == ["70"]
    assert column(look(PROSE, *["Home"] * 7), "share of prose") == ["10"]
    assert column(look("Home"), "share of prose") == ["0"]


def test_lines_that_begin_or_end_alike_are_counted():
    lines = look("Ada Poe says", "Lena van Dyk says", "Tom Okoro says", "Price: 12 euros", "Home")
    assert column(lines, "ends as") == ["3", "3", "3", "1", "1"]
    assert column(look("Product Logo for Kestrel", "Product Logo for Heron", "Home"), "begins as") == ["2", "2", "1"]


def test_a_line_knows_the_heading_above_it_whatever_stands_between():
    lines = look(PROSE, "Comments", PROSE, "Share it", "Related", "A bridge")
    assert column(lines, "under") == ["nothing", "comments", "comments", "comments", "related", "related"]
    assert column(lines, "since under")[1:] == ["0", "1", "2", "0", "1"]


def test_a_phrase_in_a_long_line_is_no_heading():
    assert column(look(f"Related to this: {PROSE}", "Home"), "under") == ["nothing", "nothing"]
