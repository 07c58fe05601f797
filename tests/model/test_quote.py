"""Quotes, cues, mentions and speakers."""

import attrs

from newskit import Cue, Mention, Origin, Quote, QuoteKind, Span, Speaker

TEXT = "“We will rebuild,” Mayor Ada Moss said, “and soon.”"
#       0                 19             33    40


def quote() -> Quote:
    mention = Mention([(19, 33)], source=TEXT)
    return Quote(
        [(40, 51), (0, 18)],
        QuoteKind.DIRECT,
        Cue([(34, 38)], source=TEXT),
        mention,
        (Speaker("Ada Moss", "Mayor", mentions=(mention,)),),
        source=TEXT,
        origin=Origin("quotes", 0.9, "in quotation marks"),
        speaker_origin=Origin("attributions", 0.8, "beside the cue"),
    )


def test_an_interrupted_quote_has_its_spans_in_text_order() -> None:
    assert quote().spans == (Span(0, 18), Span(40, 51))


def test_the_text_of_an_interrupted_quote_leaves_the_narrator_out() -> None:
    assert quote().text == "“We will rebuild,” “and soon.”"


def test_cue_and_mention_give_their_words() -> None:
    assert (quote().cue.text, quote().mention.text) == ("said", "Mayor Ada Moss")  # type: ignore[union-attr]


def test_the_mention_of_a_floating_quote_is_empty() -> None:
    assert Mention((), source=TEXT).text == ""


def test_a_quote_comes_back_from_its_dict() -> None:
    said = quote()
    assert said.speaker
    assert Quote.from_dict(said.to_dict({said.speaker: 0}), TEXT, (said.speaker,)) == said


def test_a_quote_without_cue_and_speaker_comes_back_from_its_dict() -> None:
    bare = Quote([(0, 18)], QuoteKind.DIRECT, source=TEXT)
    assert Quote.from_dict(bare.to_dict({}), TEXT, ()) == bare


def test_the_speaker_is_the_first_of_those_who_said_it() -> None:
    ada, tom = Speaker("Ada Moss"), Speaker("Tom Reed", "clerk")
    said = attrs.evolve(quote(), speakers=[ada, tom])
    assert said.speaker == ada
    assert attrs.evolve(said, speakers=()).speaker is None


def test_the_dict_has_the_first_speaker_with_the_mention_and_the_others_by_themselves() -> None:
    ada, tom = Speaker("Ada Moss"), Speaker("Tom Reed", "clerk")
    said = attrs.evolve(quote(), speakers=[ada, tom])
    made = said.to_dict({tom: 0, ada: 1})
    assert (made["speaker"]["name"], made["speaker"]["spans"], made["speaker"]["index"]) == ("Ada Moss", [[19, 33]], 1)
    assert made["also"] == [{"name": "Tom Reed", "role": "clerk", "index": 0}]
    assert Quote.from_dict(made, TEXT, (tom, ada)) == said


def test_the_repr_names_the_speakers() -> None:
    assert repr(quote()) == "<Quote direct '“We will rebuild,” “and soon.”' ← Ada Moss>"
    both = attrs.evolve(quote(), speakers=[Speaker("Ada Moss"), Speaker("Tom Reed")])
    assert repr(both) == "<Quote direct '“We will rebuild,” “and soon.”' ← Ada Moss and Tom Reed>"


def test_a_cue_keeps_lemma_and_polarity_in_its_dict() -> None:
    cue = Cue([Span(0, 4)], "deny", True, source="deny")
    one = Quote([Span(0, 4)], QuoteKind.DIRECT, cue, source="deny")
    assert one.to_dict({})["cue"] == {"spans": [[0, 4]], "lemma": "deny", "negated": True}
    assert Quote.from_dict(one.to_dict({}), "deny", ()) == one
