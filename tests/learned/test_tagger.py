import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.learned import tagger
from newskit.learned.network import Network
from newskit.learned.tagger import ENGLISH, tag
from newskit.learned.weights import read_weights


def marked(text):
    """The text, and 1 for each character between “ and ”."""
    inside, open_now = bytearray(len(text)), False
    for place, character in enumerate(text):
        open_now = open_now or character == "“"
        inside[place] = open_now
        open_now = open_now and character != "”"
    return text, bytes(inside)


def parts(text):
    return [(found.role, text[found.start : found.end]) for found in tag(*marked(text))]


def test_marked_speech_with_its_verb_and_its_speaker():
    found = parts("“The bridge is safe and will be open on Monday,” the engineer said.")
    assert ("source", "the engineer") in found
    assert ("cue", "said") in found
    assert any(role == "content" and "The bridge is safe and will be open on Monday" in words for role, words in found)


def test_unmarked_speech_is_found_as_well():
    found = parts("The minister said on Tuesday that the dam would be repaired before the winter.")
    assert ("source", "The minister") in found
    assert any(role == "cue" and words.startswith("said") for role, words in found)
    assert any(role == "content" and "the dam would be repaired" in words for role, words in found)


def test_a_text_that_reports_nothing_has_no_tags():
    assert parts("Rain fell. The river rose two metres and flooded the lower road.") == []


@pytest.mark.parametrize("text", ["", " ", "\n", "word", "“", "”" * 50, "\ud800", "\0", "語" * 40, "\u2028\r\n"])
def test_odd_texts_have_few_tags_or_none(text):
    assert len(tag(*marked(text))) <= 1


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["“", "”", "he", "said", "that", ".", "\n", "\ud800", "The", "mayor", ","]), max_size=60)
)
def test_tags_are_in_order_apart_and_inside_the_text(words):
    text = " ".join(words)
    end_before = 0
    for found in tag(*marked(text)):
        assert end_before <= found.start < found.end <= len(text)
        assert "\n" not in text[found.start : found.end]
        assert 0 < found.confidence < 1
        end_before = found.end


def test_marks_may_count_as_inside_or_not():
    text = "“We are ready,” she said. “We have been ready for a year,” she said."
    with_marks = marked(text)[1]
    without = bytes(flag and character not in "“”" for flag, character in zip(with_marks, text, strict=True))
    assert tag(text, with_marks) == tag(text, without)


def test_a_text_gets_the_same_tags_alone_and_after_another():
    first, second = "The aide denied it.\n" * 50, "“No,” said the nurse.\n" * 50
    alone = tag(*marked(second))
    network = Network(read_weights(ENGLISH))
    tag(*marked(first), network)
    assert tag(*marked(second), network) == alone


def test_a_long_text_is_searched_in_groups_with_the_same_result(monkeypatch):
    text = "The aide denied that the letter was lost.\n" * 40
    whole = tag(*marked(text))
    monkeypatch.setattr(tagger, "GROUP", 16)
    assert tag(*marked(text)) == whole


def test_too_short_a_mask_counts_as_outside():
    text = "The aide said that it rained."
    assert tag(text, b"") == tag(text, bytes(len(text)))


def test_the_weights_are_small_and_name_where_they_come_from():
    assert ENGLISH.stat().st_size <= 2_000_000
    about = read_weights(ENGLISH).header["about"]
    assert "PolNeAR" in about["corpus"]


def test_confidence_never_falls_where_the_lead_grows():
    table = Network(read_weights(ENGLISH)).confidence
    assert (np.diff(table, axis=1) >= 0).all()
