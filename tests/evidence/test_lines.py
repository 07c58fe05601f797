"""Labels of plain text, line by line, against cases that are plain files: tests/articles/lines/*.txt.

A case has a line of text behind a bar, and before the bar what a reader says it is (a kind of `newskit.Kind`). A line that goes
on from the one above has nothing before the bar; one that stands on the same line as the one above begins with “&”.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.evidence.lines import line_labels
from newskit.language.builtin import newskit_language
from newskit.model.document import Document, SourceBlock
from newskit.model.kinds import Kind, Part
from newskit.model.span import Span
from newskit.parser import Parser
from newskit.testing.strategies import hostile_texts

CASES = sorted((Path(__file__).parent.parent / "articles" / "lines").glob("*.txt"))
PARSER = Parser()


class Case(NamedTuple):
    text: str
    #: Where each labelled piece begins, and what it is.
    pieces: list[tuple[int, Kind]]


def read(path: Path) -> Case:
    text, pieces = "", []
    for row in path.read_text(encoding="utf-8").splitlines():
        margin, bar, line = row.partition("| ")
        label = margin.strip()
        if not bar and label:
            message = f"{path.name}: a line needs a kind, a bar and a blank: {row!r}"
            raise ValueError(message)
        if label.startswith("&"):
            text = text[:-1] + " "
            label = label.removeprefix("&").strip()
        if label:
            pieces.append((len(text) + len(line) - len(line.lstrip()), Kind(label)))
        text += line + "\n"
    return Case(text, pieces)


def coarse(kind: Kind) -> str:
    """Furniture and boilerplate count alike."""
    return kind.part.value if kind.part in (Part.HEADLINE, Part.BODY) else "aside"


def judged(path: Path) -> list[tuple[str, Kind, Kind]]:
    """For each piece of a case: its text, what it is, what newskit says. A dateline inside the body is not looked at."""
    case = read(path)
    blocks = [block for block in PARSER.parse(case.text, format="text").blocks if block.kind is not Kind.DATELINE]
    said = []
    for (start, kind), until in zip(case.pieces, [at for at, _ in case.pieces[1:]] + [len(case.text)], strict=True):
        block = next((block for block in blocks if start <= block.span.start < until), None)
        said.append((case.text[start:until].strip(), kind, block.kind if block else Kind.OTHER))
    return said


def test_there_are_two_dozen_cases():
    assert len(CASES) >= 24


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_is_read_and_has_its_headline_and_first_and_last_paragraph(path):
    said = judged(path)
    assert [row for row in said if (row[1] is Kind.HEADLINE) != (row[2] is Kind.HEADLINE)] == []
    paragraphs = [row for row in said if row[1] is Kind.PARAGRAPH]
    assert coarse(paragraphs[0][2]) == coarse(paragraphs[-1][2]) == "body"


def test_ninety_seven_lines_of_a_hundred_are_told_headline_or_body_or_neither():
    said = [(path.stem, *row) for path in CASES for row in judged(path)]
    wrong = [row for row in said if coarse(row[2]) != coarse(row[3])]
    assert len(wrong) <= 0.03 * len(said), wrong


def test_nine_kinds_of_ten_are_right():
    said = [(path.stem, *row) for path in CASES for row in judged(path)]
    wrong = [row for row in said if row[2] is not row[3]]
    assert len(wrong) <= 0.1 * len(said), wrong


def labels_of(text: str, language: str = "en") -> list[tuple[str, Kind]]:
    words = newskit_language(language)
    lines = [line for line in text.split("\n") if line]
    blocks, at = [], 0
    for line in lines:
        start = text.index(line, at)
        at = start + len(line)
        blocks.append(SourceBlock(Span(start, at)))
    document = Document(text, tuple(blocks), words=words)
    return [(label.span.of(text), label.kind) for label in line_labels(document)]


def test_a_dateline_is_a_label_of_its_own_inside_the_first_paragraph():
    text = (
        "Pier to be rebuilt\n"
        "SALT COVE, Maine (AP) — Residents of this town voted late on Tuesday to rebuild the pier that a storm carried off.\n"
        "The vote was 312 to 98, according to the town clerk, who counted the ballots by hand in the gym of the school."
    )
    assert ("SALT COVE, Maine (AP) —", Kind.DATELINE) in labels_of(text)


def test_a_notice_behind_the_last_sentence_is_cut_off():
    text = (
        "Pier to be rebuilt\n"
        "Residents of this town voted late on Tuesday to rebuild the pier that a storm carried off in the winter.\n"
        "The vote was 312 to 98, according to the clerk, who counted by hand. Copyright 2024 Harbor Wire. All rights reserved."
    )
    assert labels_of(text)[-1] == ("Copyright 2024 Harbor Wire. All rights reserved.", Kind.COPYRIGHT)


def test_a_link_with_its_label_between_two_sentences_is_cut_out():
    text = (
        "Pier to be rebuilt\n"
        "Residents of this town voted late on Tuesday to rebuild the pier that a storm carried off in the winter. "
        "Read more: How the pier was lost. The vote was 312 to 98, according to the clerk, who counted by hand.\n"
        "The work is to begin in the spring, and the town hopes that the ferry will call again before the summer ends."
    )
    assert ("Read more: How the pier was lost.", Kind.READ_MORE) in labels_of(text)
    assert labels_of(text)[-2][0].startswith("The vote was 312")


def test_what_a_speaker_says_behind_a_colon_is_not_cut_off():
    paragraph = (
        "Residents of this town voted late on Tuesday to rebuild the pier. The clerk said: we counted by hand. "
        "Listen: nobody wants to do that twice."
    )
    assert paragraph in [text for text, _ in labels_of(f"Pier to be rebuilt\n{paragraph}")]


@pytest.mark.parametrize(
    ("language", "headline", "paragraph", "link"),
    [
        (
            "en",
            "Pier to be rebuilt",
            "Residents of this town voted on Tuesday to rebuild the pier that a storm carried off.",
            "Read more: Why the pier was lost",
        ),
        (
            "nl",
            "De pier wordt herbouwd",
            "De inwoners stemden dinsdag voor de herbouw van de pier die door een storm was weggeslagen.",
            "Lees ook: Waarom de pier verdween",
        ),
        (
            "sv",
            "Bryggan byggs upp igen",
            "Invånarna röstade på tisdagen för att bygga upp bryggan som en storm hade slitit loss i vintras.",
            "Läs mer: Därför försvann bryggan",
        ),
    ],
)
def test_a_label_with_a_link_behind_it_is_no_heading(language, headline, paragraph, link):
    text = f"{headline}\n{paragraph}\n{link}\n{paragraph} {paragraph}"
    assert [kind.part for line, kind in labels_of(text, language) if line == link] == [Part.BOILERPLATE]


def test_all_copies_of_the_headline_are_headlines():
    paragraph = (
        "Residents of the town voted late on Tuesday to rebuild the pier that a storm carried off in the winter."
    )
    text = f"PIER TO BE REBUILT\nPier to be rebuilt\n{paragraph}\n{paragraph[:60]} again, as most of them said they would do."
    assert [kind for _, kind in labels_of(text)][:2] == [Kind.HEADLINE, Kind.HEADLINE]


def test_boilerplate_alone_and_one_endless_line_have_no_headline():
    notices = "Copyright 2020 Salt Cove Post. All rights reserved.\nSubscribe to our newsletter\nShare"
    for text in (notices, "pier " * 100_000):
        assert Kind.HEADLINE not in [kind for _, kind in labels_of(text)]


def test_a_document_without_blocks_has_no_labels():
    assert line_labels(Document("", ())) == ()


@given(st.lists(hostile_texts(), max_size=6).map("\n".join))
def test_every_block_is_covered_by_labels_in_order_whatever_the_text(text):
    article = PARSER.parse(text, format="text")
    assert [problem for problem in article.problems if problem.hook == "newskit_label"] == []
    assert all(block.origin.plugin for block in article.blocks)
