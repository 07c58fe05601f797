from newskit.evidence.line_context import in_context, rare_facts
from newskit.evidence.line_facts import COLUMNS
from newskit.evidence.line_features import Lines, see
from newskit.evidence.line_phrases import WORD, prepared

PHRASES = prepared((("comments", ("^comments$",)), ("credit", ("^photo",))))
PROSE = "Residents voted late on Tuesday to rebuild the pier that a winter storm carried off in January."


def look(*texts: str) -> Lines:
    words = [WORD.findall(text.lower()) for text in texts]
    found = {number: hits for number, own in enumerate(words) if (hits := PHRASES.hits(own))}
    return see(list(texts), words, found, wide=False, date_words=frozenset())


def column(lines: Lines, name: str) -> list[str]:
    return [COLUMNS[name][int(value)] for value in in_context(lines)[name]]


def test_where_a_line_stands_is_told_from_the_prose_around_it():
    lines = look("Harbour", "Pier to be rebuilt", PROSE, "Photo", PROSE, "Share", "Home")
    assert column(lines, "part") == ["front", "front", "middle", "middle", "middle", "back", "back"]
    assert column(lines, "zone")[:2] == ["front 1", "front 0"]
    assert column(lines, "zone")[5:] == ["back 0", "back 1"]
    assert column(lines, "before") == ["none", "tiny", "short", "prose", "tiny", "prose", "tiny"]


def test_a_text_without_prose_is_front_all_the_way():
    assert set(column(look("Home", "Harbour", "Share"), "part")) == {"front"}


def test_lines_that_stand_there_twice_and_lines_that_begin_alike():
    lines = look("Pier to be rebuilt in spring", "Pier to be rebuilt in spring, town says", "Share", "Share")
    assert column(lines, "copy") == ["no", "no", "first", "again"]
    assert column(lines, "neighbour")[:2] == ["begins with it", "is its beginning"]


def test_a_title_knows_the_words_of_the_first_paragraphs():
    lines = look("Weather for sailors", "Storm carried off the winter pier", PROSE)
    assert column(lines, "title") == ["knows less", "knows most", "no"]
    assert column(lines, "titles behind")[:2] == ["1", "0"]


def test_phrases_are_facts_of_their_line_and_of_its_neighbours():
    facts = rare_facts(look(PROSE, "Comments", "Share it"))
    assert "hit behind=comments.whole" in facts[0]
    assert {"comments", "hit=comments.whole"} <= set(facts[1])
    assert {"hit before=comments.whole", "run=comments"} <= set(facts[2])
