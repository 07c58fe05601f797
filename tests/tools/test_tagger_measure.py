import numpy as np
import pytest
from tagger_measure import alike, never_falling, trim

from newskit.learned.tagger import Tag


def test_shares_that_fall_are_pooled():
    shares = never_falling(np.array([0.0, 9.0, 5.0]), np.array([9, 9, 9]))
    assert shares.tolist() == [50, 750, 750]


@pytest.mark.parametrize(("start", "end", "answer"), [(0, 10, True), (5, 10, True), (6, 10, False), (9, 20, False)])
def test_a_tag_is_right_if_half_of_what_both_cover_is_shared(start, end, answer):
    assert alike(Tag(0, 10, "cue", 0.9), start, end) is answer


def test_marks_at_the_edges_do_not_count():
    assert trim("“We won,” she said", 0, 9) == (1, 7)
