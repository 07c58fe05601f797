"""What the plugin adds to an article, through newskit's front door."""

import newskit_corrections
import pytest
from newskit_corrections import Correction, Dateline

import newskit

AMENDED = "This article was amended on 3 May 2026 to correct the spelling of Sund."
TEXT = f"""Fog on the lake

Fog lay on the lake on Sunday, the harbour master said.

Correction: An earlier version misstated the day. It was a Sunday.

{AMENDED}
"""


@pytest.fixture
def article():
    return newskit.Parser([newskit_corrections]).parse(TEXT)


def test_blocks_that_open_as_corrections_do_are_labelled(article):
    assert [block.text[:12] for block in article.blocks if block.kind == "correction"] == [
        "Correction: ",
        "This article",
    ]


def test_a_correction_is_furniture_and_no_part_of_the_body(article):
    assert "Correction:" not in article.body.text
    assert "Correction:" in article.furniture.text


def test_each_correction_is_annotated_with_what_it_is_about(article):
    assert [correction.about for correction in article.annotations[Correction]] == [
        "An earlier version misstated the day. It was a Sunday.",
        AMENDED,
    ]


def test_the_span_of_a_correction_is_its_block(article):
    assert article.text[article.annotations[Correction][1].span] == AMENDED


def test_a_word_that_only_begins_like_one_is_no_correction():
    article = newskit.Parser([newskit_corrections]).parse("Corrections officers said the gate was open.")
    assert article.annotations[Correction] == ()


def test_the_label_is_explained_by_the_plugin(article):
    place = TEXT.index("Correction:")
    [block] = [line for line in article.explain(place) if line.what == "block"]
    assert (block.answer, block.origin.plugin) == ("correction", "newskit_corrections")


def test_corrections_survive_the_way_through_json(article):
    assert newskit.Article.from_dict(article.to_dict()) == article


def test_newskit_finds_the_plugin_once_it_is_installed():
    assert "corrections" in [plugin.name for plugin in newskit.installed_plugins()]


FOG = "Fog lay on the lake on Sunday and kept all the boats of the town in harbour until noon, the harbour master said."


@pytest.mark.parametrize(
    ("opening", "places"),
    [("SUND — ", ["SUND"]), ("PORT LACEY, June 3 – ", ["PORT LACEY"]), ("Sund — ", []), ("SUND ", []), ("", [])],
)
def test_the_place_that_a_report_is_from_is_annotated(opening, places):
    article = newskit.Parser([newskit_corrections]).parse(f"Fog on the lake\n\n{opening}{FOG}\n\n{FOG}", format="text")
    assert [dateline.place for dateline in article.annotations[Dateline]] == places
    assert [article.text[dateline.span] for dateline in article.annotations[Dateline]] == places
