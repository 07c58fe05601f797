from newskit.evidence.labels import labels, labels_by_part
from newskit.evidence.lines import line_labels
from newskit.evidence.page import page_labels
from newskit.parser import Parser
from newskit.readers.html import newskit_read as read_page
from newskit.readers.text import newskit_read as read_text

TEXT = "Pier to be rebuilt\n\nResidents voted late on Tuesday to rebuild the pier that a winter storm carried off in January.\n"


def test_a_text_is_labelled_by_its_lines():
    document = read_text(TEXT, "text", None)
    assert labels(document) == line_labels(document)


def test_a_page_is_labelled_by_its_markup():
    document = read_page(f"<h1>Pier to be rebuilt</h1><p>{TEXT}</p>", "html", None)
    assert labels(document) == page_labels(document)


def test_every_label_is_given_out_once():
    document = read_text(TEXT, "text", None)
    given_out = [label for part in labels_by_part(document).values() for label in part]
    assert sorted(given_out, key=lambda label: label.span) == list(labels(document))


def test_a_label_plugin_that_is_disabled_takes_only_its_own_part_with_it():
    article = Parser(disable=["headline"]).parse(TEXT, format="text")
    assert article.headline is None
    assert "Residents voted" in article.body.text
