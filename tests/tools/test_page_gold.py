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
