"""Which blocks of a page are picked as its body, and where the bar of a page lies."""

from harbour_news import PARAGRAPHS
from hypothesis import given
from hypothesis import strategies as st

from newskit.evidence.page import page_labels, view_of
from newskit.evidence.page_body import bar, body_of
from newskit.model.kinds import Kind, Part
from newskit.readers.html import newskit_read

SHARES = st.floats(0, 1, allow_nan=False)
TEASER = "The ferry that has carried people over the river for two years stops at the end of the month, its owner said."


def body(article, behind=""):
    """The kinds and texts of the body of a page."""
    page = f"<html lang=en><body><article><h1>Bridge to reopen</h1>{article}</article>{behind}</body></html>"
    document = newskit_read(page, "html", None)
    return [
        (label.kind, label.span.of(document.text)) for label in page_labels(document) if label.kind.part is Part.BODY
    ]


def marked_up(paragraphs):
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def texts(labels):
    return [text for _, text in labels]


def test_a_line_that_is_only_a_date_neither_begins_nor_ends_the_body():
    assert texts(body(f"<p>3 March 2026</p>{marked_up(PARAGRAPHS)}<p>5 March 2026</p>")) == PARAGRAPHS


def test_a_post_of_social_media_between_paragraphs_is_part_of_the_body():
    said = ["The bridge is open!", "— Ada Moss (@adamoss) March 3, 2026"]
    post = f"<div class=embed><blockquote class=twitter-tweet><p>{said[0]}</p>{said[1]}</blockquote></div>"
    labels = body(f"{marked_up(PARAGRAPHS[:3])}{post}{marked_up(PARAGRAPHS[3:])}", behind=post)
    assert texts(labels) == [*PARAGRAPHS[:3], *said, *PARAGRAPHS[3:]]
    assert [kind for kind, text in labels if text in said] == [Kind.BLOCK_QUOTE] * 2


def test_an_aside_outside_the_column_is_no_body():
    assert (
        texts(body(marked_up(PARAGRAPHS), behind=f"<aside><div>{marked_up([TEASER] * 2)}</div></aside>")) == PARAGRAPHS
    )


def test_a_teaser_with_a_thumbnail_behind_the_column_is_no_body():
    teaser = f"<div class=has-post-thumbnail><p>{TEASER}</p></div>"
    assert texts(body(marked_up(PARAGRAPHS), behind=f"<div>{teaser * 3}</div>")) == PARAGRAPHS


def test_the_caption_of_a_figure_is_no_body():
    figure = f"<figure><img src=pier.png><figcaption>{TEASER}</figcaption></figure>"
    assert texts(body(f"{marked_up(PARAGRAPHS[:3])}{figure}{marked_up(PARAGRAPHS[3:])}")) == PARAGRAPHS


def test_what_only_a_screen_reader_says_is_no_body():
    unseen = f"<p class=visually-hidden>{TEASER}</p>"
    assert texts(body(f"{marked_up(PARAGRAPHS[:3])}{unseen}{marked_up(PARAGRAPHS[3:])}")) == PARAGRAPHS


def picked(article, likely):
    """The texts of the body of an article whose blocks are this likely, in the order of the page."""
    view = view_of(newskit_read(f"<article>{article}</article>", "html", None))
    return [view.texts[index] for index in body_of(view, likely, None)]


def test_what_is_marked_as_no_text_of_the_article_is_no_body():
    for marked in (
        "<p class=image-caption>{}</p>",
        "<div class=info-box><p>{}</p></div>",
        "<p><a class=btn>{}</a></p>",
    ):
        article = marked_up(PARAGRAPHS[:2]) + marked.format(TEASER)
        assert picked(article, [0.98, 0.98, 0.98]) == PARAGRAPHS[:2]


def test_captions_that_are_most_of_what_was_taken_are_body():
    captions = [f"<p class=image-caption>{paragraph}</p>" for paragraph in PARAGRAPHS[:3]]
    assert picked("".join(captions), [0.98, 0.98, 0.98]) == PARAGRAPHS[:3]


def test_questions_and_answers_behind_the_article_are_body_where_they_are_marked_as_such():
    asked = ["Will the ferry go on?", "It will, from June to August."]
    for name, more in (("faq", asked), ("tips", [])):
        article = f"{marked_up(PARAGRAPHS[:2])}<div class=article-{name}><h3>{asked[0]}</h3><p>{asked[1]}</p></div>"
        assert picked(article, [0.98, 0.98, 0.02, 0.1]) == [*PARAGRAPHS[:2], *more]


def test_a_heading_right_above_what_is_body_is_body_if_it_may_be():
    article = f"{marked_up(PARAGRAPHS[:1])}<h2>New piers</h2>{marked_up(PARAGRAPHS[1:3])}"
    assert picked(article, [0.98, 0.25, 0.98, 0.98]) == [PARAGRAPHS[0], "New piers", *PARAGRAPHS[1:3]]
    assert picked(article, [0.98, 0.1, 0.98, 0.98]) == PARAGRAPHS[:3]
    assert picked(article, [0.98, 0.25, 0.1, 0.98]) == [PARAGRAPHS[0], PARAGRAPHS[2]]


PULLED = PARAGRAPHS[2].removesuffix(".")


def with_quote(quote):
    return texts(body(f"{marked_up(PARAGRAPHS[:2])}{quote}{marked_up(PARAGRAPHS[2:])}"))


def test_a_pull_quote_is_no_body_and_neither_is_who_said_it_in_its_box():
    assert with_quote(f"<blockquote>{PULLED}</blockquote>") == PARAGRAPHS
    assert with_quote(f"<div><blockquote>{PULLED}</blockquote><p>Ada Moss, ferrywoman</p></div>") == PARAGRAPHS


def test_a_block_quote_that_says_something_of_its_own_is_body():
    quote = "The pier was rotten when my grandfather took his boat past it, and nobody ever asked the boatmen."
    assert with_quote(f"<blockquote>{quote}</blockquote>") == [*PARAGRAPHS[:2], quote, *PARAGRAPHS[2:]]


def test_a_short_block_quote_may_repeat_words_of_the_article():
    quote = "We have waited for this day."
    assert with_quote(f"<blockquote>{quote}</blockquote>") == [*PARAGRAPHS[:2], quote, *PARAGRAPHS[2:]]


def test_a_page_of_nothing_but_doubt_takes_what_is_likeliest():
    assert bar([200, 200, 200], [0.35, 0.35, 0.3]) < 0.35


def test_a_doubtful_block_beside_certain_ones_is_left_out():
    assert bar([500, 500, 500], [0.99, 0.99, 0.4]) > 0.4


def test_a_doubtful_block_is_taken_where_all_are_doubtful():
    assert bar([500, 500, 500], [0.5, 0.5, 0.4]) <= 0.4


def test_a_page_without_blocks_has_a_bar():
    assert bar([], []) > 0


@given(st.lists(st.tuples(st.integers(0, 10_000), SHARES)))
def test_what_is_likelier_than_not_by_far_is_body_and_what_is_unlikely_is_not(blocks):
    least = bar([size for size, _ in blocks], [chance for _, chance in blocks])
    assert 0.25 <= least <= 0.6
