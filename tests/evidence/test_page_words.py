"""What the words of a page's short blocks give away."""

import numpy as np

from newskit.evidence.line_phrases import prepared
from newskit.evidence.page_words import NAMES, words

PHRASES = prepared((("read_more", ("^read more",)), ("copyright", ("all rights reserved",))))
TEXTS = [
    "Read more: The mill reopens",
    "The mill by the weir opened its doors again on Friday after a winter of repairs.",
    "Read more: The weir is safe",
    "All rights reserved",
]


def told(name: str, texts: list[str] = TEXTS) -> list[int]:
    columns = words(texts, np.arange(len(texts)), PHRASES)
    return [int(number) for number in np.array(columns[NAMES.index(name)])]


def test_a_phrase_tells_by_its_place_in_the_line():
    assert told("phrase") == [3, 0, 3, 4]


def test_the_phrases_of_the_blocks_before_and_behind_are_told():
    assert told("phrase-1") == [0, 3, 0, 3]
    assert told("phrase+1") == [0, 3, 4, 0]


def test_blocks_that_begin_with_the_same_two_words_are_counted():
    assert told("opening") == [1, 0, 1, 0]


def test_capitals_are_a_share_of_the_words_of_a_short_block():
    assert told("capitals", ["Harbour Town Hall", "in the old town hall", "word " * 60]) == [10, 0, -1]
