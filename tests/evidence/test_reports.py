import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.evidence.reports import reports
from newskit.language.builtin import newskit_language
from newskit.model.document import Document, SourceBlock
from newskit.model.language import Language
from newskit.model.span import Span


def found(text, words=None):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(SourceBlock(Span(at, at + len(line))))
        at += len(line) + 1
    document = Document(text, tuple(blocks), words=words or newskit_language("en"))
    return [
        (one.kind.value, [text[a:b] for a, b in one.content], [text[a:b] for a, b in one.source], one.floats)
        for one in reports(document)
    ]


def test_an_interrupted_quotation_and_its_next_sentence_are_one():
    assert found("“We looked,” she said. “We found nothing.”") == [
        ("direct", ["“We looked,”", "“We found nothing.”"], ["she"], False)
    ]


def test_a_quotation_of_several_paragraphs_is_one():
    assert found("“One is enough.\n“Two is more,” she said.") == [
        ("direct", ["“One is enough.", "“Two is more,”"], ["she"], False)
    ]


def test_the_reason_for_joining_paragraphs_is_told_once():
    text = "“One is enough.\n“Two is more.\n“Three is many,” she said."
    blocks = (SourceBlock(Span(0, 15)), SourceBlock(Span(16, 29)), SourceBlock(Span(30, len(text))))
    (one,) = reports(Document(text, blocks, words=newskit_language("en")))
    assert len(one.content) == 3
    assert one.reason.count("runs on in the next paragraph") == 1


def test_a_quotation_of_several_paragraphs_in_single_marks_is_one():
    assert found("Ada Moss said: ‘One is enough. It’s the bakers’ day.\n‘Two is more.’") == [
        ("direct", ["‘One is enough. It’s the bakers’ day.", "‘Two is more.’"], ["Ada Moss"], False)
    ]


def test_a_paragraph_that_is_all_quotation_floats():
    assert found("She left.\n“Nobody asked me to stay.”") == [("direct", ["“Nobody asked me to stay.”"], [], True)]


def test_speech_behind_a_colon_belongs_to_whoever_stands_before_it():
    assert found("Lena Fisk had one answer: “We wait and see.”") == [
        ("direct", ["“We wait and see.”"], ["Lena Fisk"], False)
    ]


def test_a_colon_at_the_end_of_a_paragraph_names_the_speaker_of_the_next():
    assert found("The vote was close. Afterwards, Lena Fisk released a statement:\n“We wait and see.”") == [
        ("direct", ["“We wait and see.”"], ["Lena Fisk"], False)
    ]


def test_what_somebody_does_in_front_of_a_colon_is_no_part_of_who_they_are():
    assert found("Fisk turned to the crowd: “We wait and see.”") == [
        ("direct", ["“We wait and see.”"], ["Fisk"], False)
    ]


def test_when_something_was_said_is_nobody_who_says_it():
    told = found("Lena Fisk first said she had no letter, but in a later interview said she had burned it.")
    assert [source for _, _, source, _ in told] == [["Lena Fisk"], ["Lena Fisk"]]


def test_a_dash_parts_what_is_told_from_who_says_it():
    (one,) = found("The debate over bridges goes on - Lena Fisk: “The vote was close, and now it is not.”")
    assert one[2] == ["Lena Fisk"]


def test_marks_around_a_part_of_what_is_said_make_it_mixed():
    assert found("Fisk said the plan was “reckless” and would fail.")[0][:2] == (
        "mixed",
        ["the plan was “reckless” and would fail"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” saw “Ten Miles of Mud” at the “Old Pump”.",
        "He starred in “The Weight of Water” and directed “Ten Miles of Mud”.",
    ],
)
def test_scare_quotes_and_titles_are_no_quotes(text):
    assert found(text) == []


def test_results_are_no_turns_of_an_interview():
    assert found("Fisk: 547.\nMoss: 46.\nFisk: 2,316.\nMoss: 1,547.") == []


def test_turns_of_an_interview_are_speech_without_marks():
    turns = found("Q: Why bees?\nA: They hum.\nQ: And honey?\nA: It is sweet, he said once.")
    assert [(kind, content, source) for kind, content, source, _ in turns] == [
        ("direct", ["Why bees?"], ["Q"]),
        ("direct", ["They hum."], ["A"]),
        ("direct", ["And honey?"], ["Q"]),
        ("direct", ["It is sweet, he said once."], ["A"]),
    ]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("„Most otevřeme v květnu,“ řekl starosta. Kniha „Most přes řeku“ vyšla loni.", "„Most otevřeme v květnu,“"),
        (
            "Başkan, “Köprü mayıs ayında yeniden açılacak” dedi. “Köprü Günü” kutlandı.",
            "“Köprü mayıs ayında yeniden açılacak”",
        ),
        ("市長は「橋は来月に再開する」と述べた。「新しい橋」は人気がある。", "「橋は来月に再開する」"),
    ],
)
def test_without_words_for_it_speech_is_known_by_its_form_and_titles_are_left_out(text, spoken):
    assert found(text, Language("xx")) == [("direct", [spoken], [], False)]


def test_a_language_without_words_still_has_its_direct_quotes():
    assert found("„Wir warten noch immer darauf.“\nSie ging.", Language("de")) == [
        ("direct", ["„Wir warten noch immer darauf.“"], [], True)
    ]


@given(
    st.text(alphabet="“”‘’\"',.:;—?()\n ", max_size=40),
    st.lists(st.sampled_from(["he", "said", "Fisk", "that", "and", "to"])),
)
def test_contents_lie_inside_the_text_and_hold_something(marks, words):
    text = " ".join(a + b for a, b in zip(words + [""] * len(marks), list(marks) + [""] * len(words), strict=True))
    assert all(piece.strip() for _, content, _, _ in found(text) for piece in content)


def test_what_the_narrator_remarks_on_it_is_no_part_of_what_is_said():
    ((_, contents, _, _),) = found("She said that the head had been paid, a claim that the school denies.")
    assert contents == ["that the head had been paid"]


def test_the_main_verb_counts_where_a_relative_clause_reports_too():
    ((_, contents, source, _),) = found("Ada Moss, who confirmed the date, said that the bridge would close.")
    assert contents == ["that the bridge would close"]
    assert source[0].startswith("Ada Moss")


def test_words_in_marks_that_are_a_part_of_the_narrators_clause_are_mixed():
    ((kind, contents, _, _),) = found("Ada Moss blamed “a lack of rain”.")
    assert (kind, contents) == ("mixed", ["“a lack of rain”"])


def test_a_sentence_in_marks_behind_a_sentence_of_the_narrator_floats():
    assert found("The clerk shook his head. “I counted.”") == [("direct", ["“I counted.”"], [], True)]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "About 90 jobs will go, said a man who knows the plans.",
            "About 90 jobs will go",
            "a man who knows the plans",
        ),
        ("In May, she said, the roof fell in.", "In May", "she"),
        (
            "“No,” said season-ticket holder Max Poe, who was there.",
            "“No,”",
            "season-ticket holder Max Poe",
        ),
    ],
)
def test_a_clause_behind_what_it_reports_is_found(text, content, source):
    (report,) = found(text)
    assert (report[1][0], report[2]) == (content, [source])


def test_a_title_in_marks_does_not_make_narrated_words_mixed():
    assert found("Max Poe said that “Two Dads and a Pond” was out.")[0][0] == "indirect"


def test_one_word_that_is_a_paragraph_floats():
    assert found("What will she do?\n“Sleep.”") == [("direct", ["“Sleep.”"], [], True)]


def test_a_sentence_of_the_narrator_between_two_floating_quotations_parts_them():
    text = "Max Poe came.\n“You know the rain.” He put the cup back. “It is lovely.”"
    assert [report[1] for report in found(text)] == [["“You know the rain.”"], ["“It is lovely.”"]]


def test_two_large_words_in_marks_are_speech_where_somebody_says_them():
    assert found("“Eleven, Saturday,” he says.") == [("direct", ["“Eleven, Saturday,”"], ["he"], False)]


def test_the_second_half_of_a_quotation_is_not_the_next_sentences():
    assert found("“We looked,” she said. “We found it.” She also cautions against hope.")[0] == (
        "direct",
        ["“We looked,”", "“We found it.”"],
        ["she"],
        False,
    )


def test_what_markets_make_of_it_and_claims_that_somebody_denies_are_the_narrators():
    texts = {
        "The miner said it may close its pits, sending its shares to a new low.": "it may close its pits",
        "She said the bridge was old, a claim the council denies.": "the bridge was old",
        "The firm said it would buy a rival, the latest sign that the slump is over.": "it would buy a rival",
    }
    for text, content in texts.items():
        assert found(text)[0][1] == [content]


def test_whom_somebody_urges_belongs_to_what_is_urged_but_a_pronoun_does_not():
    assert found("Ada Moss urged the court to free the man.")[0][1] == ["the court to free the man"]
    assert found("Ada Moss urged him to leave the town.")[0][1] == ["to leave the town"]


def test_a_word_that_is_only_mentioned_does_not_make_narrated_words_mixed():
    assert found("She said they used the word “saving” as early as May.")[0][0] == "indirect"


def test_a_role_in_front_of_a_name_belongs_to_the_mention_where_who_follows():
    text = "The head of the school, Dr Ada Moss, who came late, said the roof was old."
    assert found(text)[0][2] == ["The head of the school, Dr Ada Moss"]


def test_a_verb_drawn_together_with_a_pronoun_is_no_part_of_the_mention():
    ((_, _, source, _),) = found("He’s said that the bridge will fall.")
    assert source == ["He"]
    ((_, _, source, _),) = found("It rained, despite Moss’s prediction that it would not.")
    assert source == ["Moss’s"]


def test_a_verb_drawn_together_with_a_pronoun_begins_the_cue():
    text = "He’s predicting that the bridge will fall."
    (one,) = reports(Document(text, (SourceBlock(Span(0, len(text))),), words=newskit_language("en")))
    assert [text[start:end] for start, end in one.cue] == ["’s predicting"]


def test_what_leads_in_to_a_colon_is_the_cue():
    text = "Lena Fisk gave this answer: “We wait and see.”"
    (one,) = reports(Document(text, (SourceBlock(Span(0, len(text))),), words=newskit_language("en")))
    assert [text[start:end] for start, end in one.cue] == ["gave this answer"]


def test_a_quotation_that_goes_on_with_the_narrators_sentence_is_not_the_next_sentences():
    assert found("The mayor called the plan “too dear.” Ada Moss said on Monday that she agreed.") == [
        ("mixed", ["the plan “too dear.”"], ["The mayor"], False),
        ("indirect", ["that she agreed"], ["Ada Moss"], False),
    ]


@pytest.mark.parametrize(
    "tail",
    [
        ", deepening a row over the quay",
        ", handing the mayor a sharp defeat",
        ", after two days of telling sailors to wait",
        ", before storming out of the hall",
        " - a remark met with laughter",
    ],
)
def test_what_it_means_and_what_the_speaker_does_next_is_no_part_of_what_is_said(tail):
    ((_, content, _, _),) = found(f"Ada Moss said she would close the harbour{tail}.")
    assert content == ["she would close the harbour"]


def test_what_the_speaker_does_by_speaking_is_no_part_of_what_somebody_else_did():
    assert found("Police said two men had been held and appealed for witnesses.")[0][1] == ["two men had been held"]
    assert found("Moss said he was late and thanked them for it.")[0][1] == ["he was late and thanked them for it"]


@pytest.mark.parametrize(
    "tail",
    [
        "” and directed the clerk to look at it",
        ",” a formulation that three sailors took for a no",
        ",” before ducking into a lift",
        ",” while pointing at the quay",
    ],
)
def test_marks_end_what_is_said_where_the_narrator_goes_on(tail):
    (said, *_) = found(f"Ada Moss said that the harbour was “a poor old ruin{tail}.")
    assert said[1] == [f"that the harbour was “a poor old ruin{tail[:2].rstrip()}"]


@pytest.mark.parametrize("tail", [", ending years of work", ", causing alarm in the town", ", while the quay was dry"])
def test_what_others_did_and_what_came_of_it_is_said_too(tail):
    ((_, content, _, _),) = found(f"Ada Moss said the ship had sunk in the harbour{tail}.")
    assert content == [f"the ship had sunk in the harbour{tail}"]


@pytest.mark.parametrize("refusal", ["and declined to name him", "and would not say who", "but he did not elaborate"])
def test_what_the_speaker_would_not_say_is_no_part_of_what_is_said(refusal):
    confirmed = found(f"Moss confirmed that a man had been held, {refusal}.")
    assert confirmed[0][1] == ["that a man had been held"]


@pytest.mark.parametrize("tail", ["", ",", ", but", ", but had", ", but he", ",, the"])
@pytest.mark.parametrize(
    "text",
    [
        "According to Ada Moss",
        "Moss said the roof had fallen in",
        "The roof fell in, she said",
        "Moss said that it was late",
    ],
)
def test_a_text_may_break_off_anywhere(text, tail):
    assert len(found(text + tail)) <= 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Traffic was stopped on Monday as 40 bakers marched to the mill, saying that it was late.", "40 bakers"),
        ("Work at Holle Mill was halted as over 600 bakers marched, saying that it was late.", "over 600 bakers"),
        ("The plant stood idle when staff walked out, saying that it was late.", "staff"),
        ("Ada Moss smiled as the bakers marched, saying that it was late.", "Ada Moss"),
        ("Ada Moss, head of a home, where Mrs Poe had taught for a year, described it as “the late one”.", "Ada Moss, head of a home"),
        ("Ada Moss, a baker, whose shop had burnt down, said that it was late.", "Ada Moss, a baker"),
    ],
)  # fmt: skip
def test_whoever_acts_is_the_source_and_not_a_thing_or_a_clause(text, source):
    [(_, _, sources, _)] = found(text)
    assert sources == [source]


@pytest.mark.parametrize(
    "lead", ["Then, to the dog", "And then, to me", "Later, to the waiter", "Then, softly", "To the bailiff"]
)
def test_to_whom_something_is_said_in_front_of_a_colon_is_nobody_who_says_it(lead):
    assert found(f"Ann Poe sat down. {lead}: “More bread.”") == [("direct", ["“More bread.”"], [], True)]


def test_a_name_in_front_of_a_colon_still_says_it():
    assert found("Then Ann Poe: “More bread.”") == [("direct", ["“More bread.”"], ["Ann Poe"], False)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bridge is closed because, Fisk says, nobody paid for the bolts.", "nobody paid for the bolts"),
        ("The fee went up, though, Fisk admits, no one was told.", "no one was told"),
        ("Ann still bakes it herself, because, Fisk says, nobody else is cross enough.", "nobody else is cross enough"),
    ],
)
def test_what_the_narrator_tells_in_front_of_because_is_not_reported(text, content):
    assert found(text) == [("indirect", [content], ["Fisk"], False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When police told her to leave, Fisk said that she had nowhere to go.", "that she had nowhere to go"),
        ("After the mayor urged her to resign, Fisk insisted that it was late.", "that it was late"),
    ],
)
def test_what_somebody_is_told_before_they_speak_is_not_what_they_say(text, said):
    assert [content for _, content, source, _ in found(text) if source == ["Fisk"]] == [[said]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Poe pinned up a note that read: “Back soon.”", "a note"),
        ("Ann Poe left the board with a postcard that said: “Back soon.”", "a postcard"),
        ("Ann Poe got a curt text which read “Back soon.”", "a curt text"),
        ("Ann Poe hung out banners that said “Back soon.”", "banners"),
    ],
)
def test_what_is_written_on_a_note_is_said_by_the_note(text, source):
    assert found(text) == [("direct", ["“Back soon.”"], [source], False)]


def test_what_is_heard_goes_on_to_what_was_written():
    said = "Poe had sent her a pile of texts, including one that read: “Only room for one.”"
    assert found(f"The court heard {said}") == [("mixed", [said], ["The court"], False)]


def test_whoever_has_an_age_between_commas_disputes_something():
    assert found("Poe, 37 years old, disputes that the figure shows dependence.") == [
        ("indirect", ["that the figure shows dependence"], ["Poe, 37 years old"], False)
    ]
