from page_gold import gold_labels

BODY = """The new bridge over the river opened on Monday after three years of work.

Shops on both banks closed for the day.

Fireworks"""


def test_the_blocks_of_the_body_are_found_among_others():
    blocks = [
        "Home",
        "The new bridge over the river opened on Monday after three years of work.",
        "Read more about bridges in our long series of reports on the town's roads",
        "Shops on both banks closed for the day.",
        "Fireworks",
        "All rights reserved",
    ]
    assert gold_labels(blocks, BODY) == [0, 1, 0, 1, 1, 0]


def test_of_a_text_that_stands_twice_the_copy_in_the_order_of_the_body_is_taken():
    first, second = BODY.split("\n\n")[:2]
    assert gold_labels([second, first, second], BODY) == [0, 1, 1]


def test_no_body_has_no_blocks():
    assert gold_labels(["Home", "About us"], "") == [0, 0]


def test_the_cells_of_a_table_row_are_found_where_the_body_has_the_row_as_one_line():
    blocks = ["Home", "Place", "Rider", "1", "Ada Quill", "2", "Ben Marsh", "1", "Imprint"]
    rows = [-1, 5, 5, 6, 6, 7, 7, -1, -1]
    assert gold_labels(blocks, "Place Rider\n1 Ada Quill\n2 Ben Marsh", rows) == [0, 1, 1, 1, 1, 1, 1, 0, 0]


def test_a_paragraph_that_stands_elsewhere_in_the_body_than_on_the_page_is_found():
    first, second = BODY.split("\n\n")[:2]
    assert gold_labels([second, first, "Sign up for the letter that we send on Fridays to all"], BODY) == [1, 1, 0]
