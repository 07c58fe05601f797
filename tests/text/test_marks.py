import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.marks import quoted


def found(text, elisions=()):
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [(text[one.start : one.end], one) for one in quoted(text, paragraphs, elisions)]


def outermost(text, elisions=()):
    return [piece for piece, one in found(text, elisions) if one.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Hello,“ she said.", ["“Hello,“"]),
        ("``Hello,'' she said.", ["``Hello,''"]),
        ("''Hello,'' she said. ''Bye.''", ["''Hello,''", "''Bye.''"]),
        ("„Guten Tag“, sagte er. »Ja«", ["„Guten Tag“", "»Ja«"]),
        ("« Bonjour », dit-elle.", ["« Bonjour »"]),
        ("”Hej”, sa hon. ”Ja.”", ["”Hej”", "”Ja.”"]),
        ("「東京『駅』」と言った", ["「東京『駅』」"]),
        ("‹Oui›, dit-il.", ["‹Oui›"]),
        ('"A," she said, "B."', ['"A,"', '"B."']),
        ("‘He said “No” ’ and left. ‘Go.’", ["‘He said “No” ’", "‘Go.’"]),
        ("‘It’s the workers’ rights that matter,’ he said.", ["‘It’s the workers’ rights that matter,’"]),
    ],
)
def test_every_kind_of_mark_is_paired(text, expected):
    assert outermost(text) == expected


def test_an_apostrophe_is_no_mark():
    assert outermost("Rock ’n’ roll in the ’90s: Jones’ cow, the boys' game, 'tis all I've got.", ["tis"]) == []


def test_feet_and_inches_are_no_marks():
    assert outermost('He is 6\'2" tall and "big".') == ['"big"']


def test_a_quotation_inside_another_is_deeper():
    assert [(piece, one.depth, one.single) for piece, one in found("“He said ‘no’ to me,” she said.")] == [
        ("“He said ‘no’ to me,”", 0, False),
        ("‘no’", 1, True),
    ]


def test_a_quotation_reopened_in_the_next_paragraph_goes_on():
    first, second = (one for _, one in found("“One.\n“Two,” she said."))
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said: ‘We left. It was dark.\n‘Nobody saw us.’", ["‘We left. It was dark.", "‘Nobody saw us.’"]),
        ("She said: 'We left. It was dark.\n'Nobody saw us.'", ["'We left. It was dark.", "'Nobody saw us.'"]),
        ("She said, ‘The boys’ team won.\n‘They’re good.\n‘It’s late.’", ["‘The boys’ team won.", "‘They’re good.", "‘It’s late.’"]),
        ("‘We left,’ she said. ‘It’s the workers’ day.\n‘Nobody saw us.’", ["‘We left,’", "‘It’s the workers’ day.", "‘Nobody saw us.’"]),
    ],
)  # fmt: skip
def test_speech_in_single_marks_goes_on_in_the_next_paragraph(text, expected):
    assert outermost(text) == expected
    assert found(text)[-1][1].continues


@pytest.mark.parametrize(
    "text",
    [
        "She said: ‘We left. It was dark.\nNobody saw us.",
        "She said: ‘We left. It was dark.\n’Twas cold.",
        "The boys' team won: 'twas dark.\n'Twas cold.",
        "'Bad habits' haunt the club in 'poor' season\n'Blue,' he said.",
        "They left in the '90s.\n'We left,' she said.",
    ],
)
def test_a_single_mark_that_no_paragraph_opens_again_or_that_is_an_apostrophe_does_not_run_on(text):
    assert not any(one.continues for _, one in found(text, ["twas"]))


def test_a_quotation_closed_in_the_next_paragraph_goes_on_from_its_beginning():
    assert outermost("“One\nand two,” she said.") == ["“One", "and two,”"]


def test_a_mark_that_never_closes_ends_with_its_paragraph_and_says_so():
    [(piece, one)] = found("She said: “We left\nNobody came.")
    assert piece == "“We left"
    assert not one.closed


def test_a_missing_closing_mark_does_not_swallow_the_next_quotation():
    assert outermost('"A, she said. "B," he said.')[-1] == '"B,"'


def test_a_mark_that_nothing_opened_is_left_out():
    assert outermost("We left,” she said.") == []


@given(st.text(alphabet="“”‘’\"'«»„ab .,\n", max_size=60))
def test_quotations_lie_inside_the_text_in_order_and_nest(text):
    around = []
    for piece, one in found(text):
        assert piece == text[one.start : one.end] != ""
        while around and around[-1] <= one.start:
            around.pop()
        assert all(one.end <= end for end in around)
        around.append(one.end)


@given(st.text(st.characters(categories=["Cs", "Cc", "Po", "Pi", "Pf", "Zs", "L"])))
def test_no_text_makes_it_fail(text):
    quoted(text, [(0, len(text))])


def test_a_hundred_thousand_opening_marks_are_read():
    assert len(quoted("“a" * 100_000, [(0, 200_000)])) == 100_000
