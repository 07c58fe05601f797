from convert_reported import converted

from test_reported import taken_apart

WRITTEN = """Pumps stood dry

“The pumps failed,” Ada Moss told the
council on Monday. She hopes for rain.
--------
direct: “The pumps failed,”
cue: told
mention: Ada Moss
name: Ada Moss

optional: for rain
"""


def words_at(row, places):
    """The words of a row at some of its places."""
    return [row["text"][start:end] for start, end in places]


def test_an_article_is_written_with_the_places_of_its_quotes():
    row = converted(taken_apart("pumps.txt", WRITTEN))
    assert row["id"] == "own_pumps"
    (quote,) = row["quotes"]
    assert words_at(row, quote["content"]) == ["“The pumps failed,”"]
    assert words_at(row, quote["speaker"]) == ["Ada Moss"]
    assert words_at(row, quote["cue"]) == ["told"]
    assert "".join(words_at(row, row["optional"])) == "for rain"


WRAPPED = """Pumps stood dry at the depot

The fire at the bus depot in Holle was put out by hand, the chief of
the brigade, Ada Moss, told the council on Monday evening, because none
of the three pumps in the yard would start when her crew had arrived.

Nobody was hurt, and the buses were all on their rounds at that time of
the day, but the roof of the hall has fallen in and will be missed when
the first snow comes. The inquiry opens in May, the town's clerk said.
--------
indirect: The inquiry opens in May
cue: said
mention: the town's clerk
role: clerk
"""


def test_lines_of_a_paragraph_are_one_line():
    row = converted(taken_apart("wrapped.txt", WRAPPED))
    assert "the chief of the brigade, Ada Moss, told" in row["text"]
    assert row["text"].count("\n\n") == 2
    assert words_at(row, row["quotes"][0]["speaker"]) == ["the town's clerk"]
