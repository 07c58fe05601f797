"""How several plugins' answers become one."""

from hypothesis import given
from hypothesis import strategies as st

from newskit import (
    Attribution,
    Block,
    Document,
    Field,
    Kind,
    Label,
    Language,
    Named,
    Quotation,
    QuoteKind,
    SourceBlock,
    Span,
    combine,
)

TEXT = "Rain ends. All rights reserved. Read more\n\nSun on Monday."
DOCUMENT = Document(TEXT, (SourceBlock(Span(0, 41)), SourceBlock(Span(43, 57))))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def labelled(*answers: tuple[str, Label]) -> list[tuple[str, str, str]]:
    return [(block.text, block.kind.value, block.origin.plugin) for block in combine.blocks(DOCUMENT, answers)]


def test_a_block_that_nobody_labels_is_a_paragraph_without_confidence() -> None:
    first, second = combine.blocks(DOCUMENT, [])
    assert (first.kind, first.origin.confidence, first.origin.plugin) == (Kind.PARAGRAPH, 0.0, "")
    assert second.text == "Sun on Monday."


def test_a_label_over_two_blocks_is_weighed_against_one_that_fits_the_second() -> None:
    both, sun = Span(0, 57), span("Sun on Monday.")
    wide = Label(both, Kind.OTHER, 0.6)
    assert labelled(("a", wide), ("b", Label(sun, Kind.HEADING, 0.5)))[1] == ("Sun on Monday.", "other", "a")
    assert labelled(("a", wide), ("b", Label(sun, Kind.HEADING, 0.9)))[1] == ("Sun on Monday.", "heading", "b")


def test_the_most_confident_label_wins() -> None:
    sun = span("Sun on Monday.")
    found = labelled(("a", Label(sun, "dek", 0.9)), ("b", Label(sun, "headline", 0.8)))
    assert found[-1] == ("Sun on Monday.", "dek", "a")


def test_a_tie_goes_to_the_plugin_registered_last() -> None:
    sun = span("Sun on Monday.")
    found = labelled(("a", Label(sun, "dek", 0.8)), ("b", Label(sun, "headline", 0.8)))
    assert found[-1] == ("Sun on Monday.", "headline", "b")


def test_a_label_over_a_part_cuts_the_block_there() -> None:
    found = labelled(
        ("body", Label(Span(0, 41), "paragraph", 0.6)),
        ("extra", Label(span("All rights reserved."), "copyright", 0.9)),
        ("extra", Label(span("Read more"), "read_more", 0.9)),
    )
    assert found[:3] == [
        ("Rain ends.", "paragraph", "body"),
        ("All rights reserved.", "copyright", "extra"),
        ("Read more", "read_more", "extra"),
    ]


def test_a_less_confident_label_shows_where_a_better_one_ends() -> None:
    found = labelled(
        ("a", Label(Span(0, 41), "other", 0.5)),
        ("b", Label(span("Rain ends."), "paragraph", 0.9)),
    )
    assert found[:2] == [("Rain ends.", "paragraph", "b"), ("All rights reserved. Read more", "other", "a")]


def test_a_label_over_several_blocks_labels_each_of_them() -> None:
    found = labelled(("a", Label(Span(0, len(TEXT)), "other", 0.5)))
    assert [kind for _, kind, _ in found] == ["other", "other"]


def test_a_label_over_white_space_or_nothing_labels_nothing() -> None:
    found = labelled(("a", Label(Span(41, 43), "other")), ("a", Label(Span(3, 3), "other")))
    assert [kind for _, kind, _ in found] == ["paragraph", "paragraph"]


#: Labels anywhere over the text: two offsets in any order, kind and confidence.
LABELS = st.lists(
    st.tuples(
        st.integers(0, len(TEXT)),
        st.integers(0, len(TEXT)),
        st.sampled_from(Kind),
        st.sampled_from([0.2, 0.5, 0.9]),
    )
)


@given(LABELS)
def test_blocks_partition_the_text_whatever_the_labels(rows: list[tuple[int, int, Kind, float]]) -> None:
    answers = [("p", Label(Span(min(a, b), max(a, b)), kind, sure)) for a, b, kind, sure in rows]
    at = 0
    for block in combine.blocks(DOCUMENT, answers):
        assert not TEXT[at : block.span.start].strip()
        assert block.text == block.text.strip() != ""
        at = block.span.end
    assert not TEXT[at:].strip()


@given(LABELS)
def test_every_character_has_the_most_confident_label_over_it(rows: list[tuple[int, int, Kind, float]]) -> None:
    labels = [Label(Span(min(a, b), max(a, b)), kind, sure) for a, b, kind, sure in rows]
    for block in combine.blocks(DOCUMENT, [("p", label) for label in labels]):
        for at in range(block.span.start, block.span.end):
            over = [label for label in labels if at in label.span]
            best = max(label.confidence for label in over) if over else 0.0
            assert block.origin.confidence == best


def test_of_two_answers_to_a_field_the_more_confident_is_kept_and_a_tie_goes_to_the_later() -> None:
    facts = combine.facts(
        [
            ("a", Field("section", "sport", confidence=0.9)),
            ("b", Field("section", "news", confidence=0.5)),
            ("a", Field("language", "en", confidence=0.5)),
            ("b", Field("language", "de", confidence=0.5)),
        ]
    )
    assert [(fact.name, fact.value, fact.origin.plugin) for fact in facts] == [
        ("language", "de", "b"),
        ("section", "sport", "a"),
    ]


def said(words: str, confidence: float) -> Quotation:
    return Quotation([span(words)], "indirect", confidence=confidence)


def quoted(*answers: tuple[str, Quotation]) -> list[str]:
    return [quote.text for quote in combine.quotes(TEXT, answers)]


def test_quotes_that_do_not_overlap_are_all_kept_in_text_order() -> None:
    assert quoted(("a", said("Sun on Monday", 0.3)), ("b", said("Rain ends", 0.9))) == ["Rain ends", "Sun on Monday"]


def test_of_overlapping_quotes_the_more_confident_is_kept() -> None:
    assert quoted(("a", said("Sun on Monday", 0.3)), ("b", said("Sun", 0.9))) == ["Sun"]


def test_of_overlapping_quotes_with_one_confidence_the_longer_is_kept() -> None:
    assert quoted(("a", said("Sun on Monday", 0.5)), ("b", said("Sun", 0.5))) == ["Sun on Monday"]


def test_of_two_like_quotes_that_of_the_later_plugin_is_kept() -> None:
    kept = combine.quotes(TEXT, [("a", said("Sun", 0.5)), ("b", said("Sun", 0.5))])
    assert [quote.origin.plugin for quote in kept] == ["b"]


def test_attributions_to_one_name_are_mentions_of_one_speaker_with_the_first_role_given() -> None:
    quotes = combine.quotes(TEXT, [("a", said("Rain ends", 0.5)), ("a", said("Sun on Monday", 0.5))])
    attributed, speakers = combine.speakers(
        TEXT,
        quotes,
        [
            ("a", Attribution(0, [span("Rain")], "Ada Moss")),
            ("a", Attribution(1, [span("Sun")], "Ada Moss", role="mayor")),
        ],
    )
    assert [(who.name, who.role, [mention.text for mention in who.mentions]) for who in speakers] == [
        ("Ada Moss", "mayor", ["Rain", "Sun"])
    ]
    assert [quote.speaker for quote in attributed] == [speakers[0], speakers[0]]


def test_mentions_that_lead_to_nobody_are_each_a_speaker_of_their_own() -> None:
    quotes = combine.quotes(TEXT, [("a", said("Rain ends", 0.5)), ("a", said("Sun on Monday", 0.5))])
    _, speakers = combine.speakers(TEXT, quotes, [("a", Attribution(0)), ("a", Attribution(1))])
    assert [who.name for who in speakers] == [None, None]


def test_those_who_said_it_together_are_each_a_speaker_with_the_mention() -> None:
    quotes = combine.quotes(TEXT, [("a", said("Rain ends", 0.5)), ("a", said("Sun on Monday", 0.5))])
    attributed, speakers = combine.speakers(
        TEXT,
        quotes,
        [
            ("a", Attribution(0, [span("Rain")], "Ada Moss", also=[Named("Tom Reed"), Named(None, "clerk")])),
            ("a", Attribution(1, [span("Sun")], "Tom Reed", "baker")),
        ],
    )
    assert [(who.name, who.role, [mention.text for mention in who.mentions]) for who in speakers] == [
        ("Ada Moss", None, ["Rain"]),
        ("Tom Reed", "baker", ["Rain", "Sun"]),
        (None, "clerk", ["Rain"]),
    ]
    assert [quote.speakers for quote in attributed] == [speakers, speakers[1:2]]


def test_a_name_that_comes_twice_in_one_attribution_is_one_speaker() -> None:
    quotes = combine.quotes(TEXT, [("a", said("Rain ends", 0.5))])
    answer = Attribution(0, [span("Rain")], "Ada Moss", also=[Named("Ada Moss")])
    [quote], [ada] = combine.speakers(TEXT, quotes, [("a", answer)])
    assert quote.speakers == (ada,)
    assert len(ada.mentions) == 1


def test_the_more_confident_attribution_wins_and_a_quote_without_one_has_no_speaker() -> None:
    quotes = combine.quotes(TEXT, [("a", said("Rain ends", 0.5)), ("a", said("Sun on Monday", 0.5))])
    attributed, _ = combine.speakers(
        TEXT,
        quotes,
        [
            ("a", Attribution(0, name="Ada Moss", confidence=0.9)),
            ("b", Attribution(0, name="Tom Reed", confidence=0.5)),
        ],
    )
    assert attributed[0].speaker is not None
    assert attributed[0].speaker.name == "Ada Moss"
    assert attributed[1].speaker is None


def test_words_of_a_language_from_a_later_plugin_come_first() -> None:
    merged = combine.languages(
        "en", [("a", Language("en", cue_phrases=["according to"])), ("b", Language("en", cue_phrases=["per"]))]
    )
    assert merged.cue_phrases == ("per", "according to")


def test_blocks_and_quotes_index_the_text_of_the_document() -> None:
    block = combine.blocks(DOCUMENT, [])[0]
    assert isinstance(block, Block)
    assert block.source is TEXT
    assert combine.quotes(TEXT, [("a", said("Sun", 0.5))])[0].kind is QuoteKind.INDIRECT
