"""Dates in what a page shows."""

import datetime as dt

import newskit

PROSE = "".join(
    f"<p>The council of Wexmouth met on day {day} and talked about the harbour bridge for hours.</p>"
    for day in range(9)
)
RECORD = '<script type="application/ld+json">{"@type": "%s", "datePublished": "2024-01-05T08:00:00Z"}</script>'


def parsed(line, head=""):
    page = f"<html lang=en><head>{head}</head><body><article><h1>Harbour bridge to reopen</h1>{line}{PROSE}"
    return newskit.parse(page, format="html")


def test_a_short_line_by_the_headline_gives_the_date():
    assert parsed("<div>Town | 3 March 2026 | 4 min</div>").published == dt.date(2026, 3, 3)


def test_the_day_comes_before_the_month_where_the_language_writes_it_so():
    line = "<div>Ville | 03/04/2026</div>"
    assert parsed(line).published is None
    french = newskit.parse(
        f"<html lang=fr><body><article><h1>Le pont du port va rouvrir</h1>{line}{PROSE}", format="html"
    )
    assert french.published == dt.date(2026, 4, 3)


def test_a_caption_that_is_nothing_but_a_date_gives_it_and_one_that_says_more_does_not():
    figure = "<figure><img src=a.png><figcaption>{}</figcaption></figure>"
    assert parsed(figure.format("3rd March 2026")).published == dt.date(2026, 3, 3)
    assert parsed(figure.format("The harbour bridge as it stood on 3 March 2026, seen from the hill")).published is None


def test_a_line_that_tells_of_a_change_gives_the_date_of_the_change():
    article = parsed("<div>3 March 2026, updated 5 March 2026</div>")
    assert article.published == dt.date(2026, 3, 3)
    assert article.fact("modified") == "2026-03-05"


def test_what_readers_see_is_believed_before_the_record_of_a_site_that_is_no_newsroom():
    assert parsed('<div class="date">3 March 2026</div>', RECORD % "BlogPosting").published == dt.date(2026, 3, 3)
    declared = dt.datetime(2024, 1, 5, 8, tzinfo=dt.UTC)
    assert parsed('<div class="date">3 March 2026</div>', RECORD % "NewsArticle").published == declared
    assert parsed('<div class="date">Updated 3 March 2026</div>', RECORD % "NewsArticle").published == declared


def test_a_change_is_believed_before_such_a_record_where_it_is_the_only_day_that_readers_see():
    change = '<div class="date">Updated 3 March 2026</div>'
    assert parsed(change, RECORD % "BlogPosting").published == dt.date(2026, 3, 3)
    declared = dt.datetime(2024, 1, 5, 8, tzinfo=dt.UTC)
    assert parsed(f"<div>5 January 2024</div>{change}", RECORD % "BlogPosting").published == declared


def test_a_line_that_is_only_a_date_right_behind_the_headline_needs_no_mark():
    assert parsed("<div>3 March 2026</div>", RECORD % "BlogPosting").published == dt.date(2026, 3, 3)
    declared = dt.datetime(2024, 1, 5, 8, tzinfo=dt.UTC)
    assert (
        parsed("<div>Town and Harbour | 3 March 2026 | 4 minutes</div>", RECORD % "BlogPosting").published == declared
    )


def test_a_line_that_says_the_declared_day_leaves_the_time_in_place():
    declared = dt.datetime(2024, 1, 5, 8, tzinfo=dt.UTC)
    assert parsed('<div class="date">5 January 2024</div>', RECORD % "BlogPosting").published == declared
    assert parsed('<div class="date">01.05.2024</div>', RECORD % "BlogPosting").published == declared


def test_the_address_gives_the_day_where_nothing_else_does():
    article = newskit.parse(
        f"<h1>Harbour bridge</h1>{PROSE}", format="html", url="https://paper.example/2026/03/01/bridge"
    )
    assert article.published == dt.date(2026, 3, 1)


def test_a_page_that_says_only_far_below_when_it_was_changed_gives_that_day():
    filler = "<p>It rained again in Wexmouth today, and the river stayed high all day long.</p>" * 12
    page = f"<h1>Harbour bridge to reopen</h1>{PROSE}{filler}<footer><div>Last updated: 3 March 2026</div></footer>"
    assert newskit.parse(page, format="html").published == dt.date(2026, 3, 3)


def test_the_day_of_first_publication_is_told_from_those_of_later_lines():
    line = '<div class="date">3 March 2026</div>'
    assert parsed(f"{line}<div>This article was first published on Monday, 4 August 2025.</div>").published == dt.date(
        2025, 8, 4
    )
    novel = "<p>The mayor keeps a shelf of sea stories, and the one first published on 4 August 2025 is her own.</p>"
    assert parsed(line + novel).published == dt.date(2026, 3, 3)
    assert parsed(f"{line}<div>First published by the Holle Post.</div>").published == dt.date(2026, 3, 3)


def test_a_declared_day_is_believed_before_that_of_first_publication_elsewhere():
    declared = dt.datetime(2024, 1, 5, 8, tzinfo=dt.UTC)
    assert parsed("<div>First published: 2 January 2024</div>", RECORD % "NewsArticle").published == declared
