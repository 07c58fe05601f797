"""What the blocks of a page are: headline, body, what belongs to the article beside it, and the site's own."""

from harbour_news import PARAGRAPHS

from newskit.evidence.page import page_labels
from newskit.model.kinds import Kind, Part
from newskit.readers.html import newskit_read

PAGE = f"""<html lang=en><head><title>Bridge to reopen in May - Wexmouth Post</title>
<meta property="og:title" content="Bridge to reopen in May">
<meta property="og:description" content="Two years after the storm, Wexmouth gets its harbour bridge back."></head><body>
<nav><a href=1>Home</a> <a href=2>Sport</a></nav>
<main><article class=story><h1>Bridge to reopen in May</h1>
<p class=standfirst>Two years after the storm, Wexmouth gets its harbour bridge back.</p>
<div class=byline>By Tom Reed</div>
<div class=article-body>{"".join(f"<p>{sentence}</p>" for sentence in PARAGRAPHS)}
<figure><img src=x><figcaption>The bridge in winter</figcaption></figure></div></article>
<section class=related><h3>Related stories</h3><ul><li><a href=3>Ferry strike ends</a><li><a href=4>Storm: a timeline</a></ul></section>
</main><footer>© 2026 Wexmouth Post. All rights reserved.</footer></body></html>"""


def labelled(page):
    document = newskit_read(page, "html", None)
    return [(label.kind, label.span.of(document.text)) for label in page_labels(document)]


def test_the_paragraphs_and_nothing_else_are_body():
    assert [text for kind, text in labelled(PAGE) if kind.part is Part.BODY] == PARAGRAPHS


COMMENTS = [f"{sentence} I have lived beside it for {years} years." for years, sentence in enumerate(PARAGRAPHS, 3)]


def commented(body):
    said = "".join(f"<li><div class=comment-text><p>{comment}</p></div>" for comment in COMMENTS)
    return f"<html lang=en><body><article><h1>Bridge to reopen in May</h1>{body}<ol>{said}</ol></article></body></html>"


def test_comments_that_stand_as_paragraphs_do_are_none_of_the_body():
    labels = labelled(commented("".join(f"<p>{sentence}</p>" for sentence in PARAGRAPHS[:3])))
    assert [text for kind, text in labels if kind.part is Part.BODY] == PARAGRAPHS[:3]
    assert [text for kind, text in labels if kind is Kind.COMMENTS] == COMMENTS


def test_a_page_of_nothing_but_comments_has_them_for_its_body():
    assert [text for kind, text in labelled(commented("")) if kind.part is Part.BODY] == COMMENTS


def test_the_headline_is_the_first_heading_that_says_the_title():
    assert (Kind.HEADLINE, "Bridge to reopen in May") in labelled(PAGE)


def test_what_belongs_to_the_article_is_named():
    found = {text: kind for kind, text in labelled(PAGE)}
    assert found["By Tom Reed"] is Kind.BYLINE
    assert found["Two years after the storm, Wexmouth gets its harbour bridge back."] is Kind.DEK
    assert found["The bridge in winter"] is Kind.CAPTION


def test_what_belongs_to_the_site_is_boilerplate():
    found = {text: kind for kind, text in labelled(PAGE)}
    assert found["Ferry strike ends"] is Kind.RELATED
    assert found["Home Sport"] is Kind.NAVIGATION


def test_a_kicker_in_the_heading_is_left_out_of_the_headline():
    page = PAGE.replace("<h1>Bridge", "<h1>Harbour<br>Bridge")
    assert (Kind.HEADLINE, "Bridge to reopen in May") in labelled(page)


def test_nothing_is_dropped():
    document = newskit_read(PAGE, "html", None)
    covered = {label.span for label in page_labels(document)}
    assert all(block.span in covered for block in document.blocks)


def test_a_page_without_text_has_no_labels():
    assert labelled("<html><body></body></html>") == []
