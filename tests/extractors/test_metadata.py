"""What is known of an article besides its text, and which source is believed."""

import datetime as dt

import pytest

import newskit
from newskit.evidence.declared_dates import iso
from newskit.evidence.declared_people import names
from newskit.extractors.metadata import SOURCES

PROSE = "".join(
    f"<p>The council of Wexmouth met on day {day} and talked about the harbour bridge for hours.</p>"
    for day in range(9)
)


def page(head="", body=""):
    return newskit.parse(
        f"<html lang=en><head>{head}</head><body><article><h1>Bridge to reopen</h1>{body}{PROSE}", format="html"
    )


def ld(text):
    return f'<script type="application/ld+json">{text}</script>'


def test_json_ld_is_believed_before_meta_tags():
    article = page(
        ld('{"@type": "NewsArticle", "author": {"name": "Ada Moss"}, "datePublished": "2026-03-01T08:15:00Z"}')
        + '<meta name=author content="Web Desk"><meta property="article:published_time" content="2026-02-01">'
    )
    assert article.authors == ("Ada Moss",)
    assert article.published == dt.datetime(2026, 3, 1, 8, 15, tzinfo=dt.UTC)


def test_meta_tags_are_believed_where_json_ld_is_broken():
    article = page(ld('{"@type": "NewsArticle", "author": ') + '<meta name=author content="Tom Reed">')
    assert article.authors == ("Tom Reed",)


def test_a_visible_byline_is_believed_before_a_site_that_names_itself():
    article = page(
        '<meta property="og:site_name" content="Wexmouth Post"><meta name=author content="Wexmouth Post">',
        '<p class="byline">By Ada Moss and Tom Reed</p>',
    )
    assert article.authors == ("Ada Moss", "Tom Reed")


@pytest.mark.parametrize("site", ["Wexmouth Post", "Team Wexmouth Post"])
def test_of_two_bylines_the_one_that_names_the_site_gives_way(site):
    article = page(
        '<meta property="og:site_name" content="Wexmouth Post">', f"<div>By {site}</div><div>By Ada Moss</div>"
    )
    assert article.authors == ("Ada Moss",)


@pytest.mark.parametrize("line", ["Ada Moss HOLLE POST", "Ada Moss Associated Press"])
def test_an_outlet_right_behind_the_name_of_its_reporter_is_no_part_of_it(line):
    assert page('<meta property="og:site_name" content="Holle Post">', f"<p>By {line}</p>").authors == ("Ada Moss",)


def test_an_address_that_is_none_costs_no_other_answer():
    article = page('<link rel=canonical href="http://[x"><meta name=author content="Tom Reed">')
    assert (article.authors, article.problems) == (("Tom Reed",), ())


def test_a_newsroom_signs_only_where_nobody_is_named():
    declared = '<meta name=author content="Staff">'
    assert page(declared).authors == ("Staff",)
    assert page('<meta name=author content="Tom Reed, Staff">').authors == ("Tom Reed",)
    assert page(declared, "<p>By Ada Moss</p>").authors == ("Ada Moss",)
    assert page(declared + '<meta property="article:author" content="Holle Post">').authors == ("Holle Post",)
    far = "<p>It rained again in Wexmouth today, and the river stayed high all day long.</p>" * 12
    assert page(declared, far + "<div>Written by Ada Moss</div>").authors == ("Ada Moss",)
    assert page("", "<p>By Newsroom</p><p>By Ada Moss</p>").authors == ("Ada Moss",)


def test_json_ld_in_a_meta_tag_is_read_as_a_script_is():
    article = page("""<meta name="script:ld+json" content='{"@type": "Article", "datePublished": "2026-03-01"}'>""")
    assert article.published == dt.date(2026, 3, 1)


def test_rdfa_is_read_as_microdata_is():
    article = page(
        body='<p property="schema:author" typeof="schema:Person"><span property="schema:name">Ada Moss</span></p>'
        '<span property="https://schema.org/datePublished" content="2026-03-01T08:15:00Z">yesterday</span>'
    )
    assert article.authors == ("Ada Moss",)
    assert article.published == dt.datetime(2026, 3, 1, 8, 15, tzinfo=dt.UTC)


def test_an_organization_is_one_name_and_a_citation_is_turned():
    article = page(
        ld('{"@type": "Article", "author": {"@type": "Organization", "name": "Board of Roads and Bridges"}}')
    )
    assert article.authors == ("Board of Roads and Bridges",)
    firm = page(ld('{"@type": "Article", "author": {"@type": "Organization", "name": "Moss & Reed"}}'))
    assert firm.authors == ("Moss & Reed",)
    assert page('<meta name=citation_author content="Moss, Ada">').authors == ("Ada Moss",)


def test_a_card_for_twitter_names_the_author_beside_its_label():
    card = (
        '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="3 minutes">'
        '<meta name="twitter:label2" content="{}"><meta name="twitter:data2" content="Ada Moss">'
    )
    assert page(card.format("Est. reading time", "Written by")).authors == ("Ada Moss",)
    assert page(card.format("Geschätzte Lesezeit", "Verfasst von")).authors == ("Ada Moss",)
    assert page(card.format("Est. reading time", "Filed under")).authors == ()


def test_where_nothing_else_is_known_the_day_of_the_last_change_is_given():
    article = page('<meta name="last-modified" content="2026-03-01T08:15:00Z">')
    assert article.published == dt.datetime(2026, 3, 1, 8, 15, tzinfo=dt.UTC)
    assert str(article.fact("modified")).startswith("2026-03-01")


def test_every_field_has_a_source_in_the_table_that_wins_by_its_trust():
    fields = {source.field for source in SOURCES}
    assert fields | {"language"} == {
        "headline", "authors", "published", "modified", "language", "url", "section", "tags", "image", "dek", "publisher",
        "paywalled",
    }  # fmt: skip
    for field in fields:
        trusts = [source.confidence for source in SOURCES if source.field == field]
        assert trusts == sorted(trusts, reverse=True)


def test_the_time_element_gives_the_date_where_nothing_is_declared():
    assert page(body='<time datetime="2026-03-01">yesterday</time>').published == dt.date(2026, 3, 1)


def test_the_other_fields_are_found():
    article = page(
        '<link rel=canonical href="https://paper.example/b"><meta property="article:section" content="Town">'
        '<meta name=keywords content="bridge, harbour"><meta property="og:image" content="https://paper.example/b.jpg">'
        + ld('{"@type": "NewsArticle", "publisher": {"name": "Wexmouth Post"}, "isAccessibleForFree": "False"}')
    )
    assert article.url == "https://paper.example/b"
    assert article.language == "en"
    assert article.fact("section") == "Town"
    assert article.fact("tags") == ("bridge", "harbour")
    assert article.fact("image") == "https://paper.example/b.jpg"
    assert article.fact("publisher") == "Wexmouth Post"
    assert article.fact("paywalled") is True


def test_the_address_given_with_a_source_is_kept():
    assert newskit.parse("Rain on Sunday", url="https://paper.example/rain").url == "https://paper.example/rain"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("By Ada Moss, Tom Reed & Eva Lind", ("Ada Moss", "Tom Reed", "Eva Lind")),
        ([{"name": "Ada Moss"}, {"name": "Ada Moss"}], ("Ada Moss",)),
        ({"@type": "Person", "givenName": "Ada", "familyName": "Moss"}, ("Ada Moss",)),
        ("Von Ada Moss und Tom Reed", ("Ada Moss", "Tom Reed")),
        ("Ada Moss (am)", ("Ada Moss",)),
        ("Ada Moss/Tom Reed", ("Ada Moss", "Tom Reed")),
        ("Ada Moss/Post", ("Ada Moss/Post",)),
        ("Byron Anderson", ("Byron Anderson",)),
        ("admin", ()),
        ("https://paper.example/ada-moss", ()),
        ("ada@paper.example", ()),
        (None, ()),
    ],
)
def test_names_are_taken_from_what_pages_declare(said, found):
    assert names(said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2026-03-01T08:15:00.000+0100", "2026-03-01T08:15:00+01:00"),
        ("2026-03-01", "2026-03-01"),
        ("20260301T081500", "2026-03-01T08:15:00"),
        ("3. März 2026", "2026-03-03"),
        ("3 de marzo de 2026", "2026-03-03"),
        ("Mar 3, 2026", "2026-03-03"),
        ("2026 Mar 3;28(2)", "2026-03-03"),
        ("2026 Town 3", None),
        ("3 марта 2026", "2026-03-03"),
        ("3 Μαρτίου 2026", "2026-03-03"),
        ("3 Maret 2026", "2026-03-03"),
        ("25.04.26 | 14:07", "2026-04-25"),
        ("31/03/2026", "2026-03-31"),
        ("04/03/2026", None),
        ("2026年3月1日", "2026-03-01"),
        ("Sun, 01 Mar 2026 08:15:00 GMT", "2026-03-01"),
        ("31 February 2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_read_as_pages_write_them(said, found):
    assert iso(said) == found


@pytest.mark.parametrize("declared", ["²²²²²²²²²²", "①①①①①①①①①①①①①"])
def test_digits_that_are_no_number_are_no_date(declared):
    assert iso(declared) is None
