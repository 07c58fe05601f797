"""Whom a site is named after."""

import pytest

import newskit

DIARY = "<p>I went down to the bridge in the morning, and I saw that they had painted it again.</p>" * 6
REPORT = "<p>The council went down to the bridge in the morning, and saw that it was painted.</p>" * 6


def authors(body, url="https://adamoss.example/bridge", head="", foot="<footer>© 2026 Ada Moss</footer>"):
    page = f"<html lang=en><head>{head}</head><body><article><h1>The painted bridge</h1>{body}</article>{foot}"
    return newskit.parse(page, format="html", url=url).authors


def test_who_says_i_on_a_site_named_after_a_person_is_that_person():
    assert authors(DIARY) == ("Ada Moss",)
    assert authors(DIARY, url="https://ada-moss.example/bridge") == ("Ada Moss",)
    assert authors(DIARY, head='<meta property="og:site_name" content="Ada Moss">', foot="") == ("Ada Moss",)


@pytest.mark.parametrize(
    "url",
    [
        "https://holle.example/bridge",
        "https://adamossby.example/bridge",
        "http://[adamoss",
        f"https://adamoss{'.example' * 40}/bridge",
    ],
)
def test_a_site_of_another_name_tells_nothing(url):
    assert authors(DIARY, url=url) == ()


def test_a_site_that_does_not_say_i_is_a_firm():
    assert authors(REPORT) == ()


def test_an_i_that_is_quoted_is_somebody_else():
    assert authors(DIARY.replace("<p>", "<p>“").replace("</p>", "”</p>")) == ()


def test_words_that_the_text_uses_are_no_name():
    assert authors(DIARY + "<p>The moss on it was gone.</p>") == ()
    foot = "<footer>© 2026 Harbour Press</footer>"
    assert authors(DIARY, url="https://harbourpress.example/", foot=foot) == ()


def test_any_author_that_is_named_is_believed_before():
    assert authors(f"<p>By Tom Reed</p>{DIARY}") == ("Tom Reed",)


def test_who_signs_with_part_of_the_site_s_name_is_whom_it_is_named_after():
    url = "https://adelemoss.example/bridge"
    head = f'<link rel=canonical href="{url}"><meta name=author content="Adele">'
    assert authors(DIARY, url, head, "<footer>© 2026 Adele Moss</footer>") == ("Adele Moss",)
