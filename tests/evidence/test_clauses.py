import pytest

from newskit.evidence.clauses import clauses
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.model.language import Language
from newskit.text.prose import prose

ENGLISH = newskit_language("en")


def found(text, words=ENGLISH):
    cut = prose(text, [(0, len(text))], words)
    return [
        (
            cut.of(one.source) if one.source else None,
            cut.of(one.cue),
            " / ".join(cut.of(piece) for piece in one.contents),
        )
        for one in clauses(cut, lexicon(words))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Fisk said that the bridge is safe.", ("Lena Fisk", "said", "that the bridge is safe")),
        ("Fisk said Monday the bridge was safe.", ("Fisk", "said", "the bridge was safe")),
        ("Fisk said in a statement that the bridge is safe.", ("Fisk", "said", "that the bridge is safe")),
        ("The bridge is safe, Fisk said.", ("Fisk", "said", "The bridge is safe")),
        ("“It’s safe,” said Lena Fisk, the mayor.", ("Lena Fisk, the mayor", "said", "“It’s safe,”")),
        ("“It’s safe,” she said, “for now.”", ("she", "said", "“It’s safe,” / “for now.”")),
        ("The bridge, she added, was safe.", ("she", "added", "The bridge / was safe")),
        ("According to the mayor, the bridge is safe.", ("the mayor", "According to", "the bridge is safe")),
        ("The bridge is safe, according to the mayor.", ("the mayor", "according to", "The bridge is safe")),
        ("Fisk told reporters she would wait.", ("Fisk", "told", "she would wait")),
        ("Fisk did not say whether it was safe.", ("Fisk", "did not say", "whether it was safe")),
        ("Fisk declined to say when it opens.", ("Fisk", "declined to say", "when it opens")),
        ("Fisk, who took office in May, said it was safe.", ("Fisk, who took office in May", "said", "it was safe")),
        ("PORT ELLA, Maine (AP) — Fisk said it was safe.", ("Fisk", "said", "it was safe")),
        ("Port Ella (TNA) – The bridge is safe, Fisk said.", ("Fisk", "said", "The bridge is safe")),
        ("Port Ella, Maine (Tern) - The bridge is safe, Fisk said.", ("Fisk", "said", "The bridge is safe")),
        ("PORT ELLA: Ten boats have sunk, Fisk said.", ("Fisk", "said", "Ten boats have sunk")),
        ("Roe wept as Judge Lena Fisk told him that he was free.", ("Judge Lena Fisk", "told", "that he was free")),
        ("Fisk told staff on a conference call that it was over.", ("Fisk", "told", "that it was over")),
        (
            "A letter dated March 3 and signed by Fisk states that it is over.",
            ("A letter dated March 3 and signed by Fisk", "states", "that it is over"),
        ),
        ("In Delhi the minister said that it was late.", ("the minister", "said", "that it was late")),
        ("Fisk called the walkout disappointing.", ("Fisk", "called", "the walkout disappointing")),
        (
            "The bank, in a statement by its head of press, Lena Fisk, said it was safe.",
            ("The bank", "said", "it was safe"),
        ),
        ("Fisk, aged 34, of Ella Road, said it was safe.", ("Fisk, aged 34, of Ella Road", "said", "it was safe")),
        ("Fisk, 34, of Ella Road, Ella, said it was safe.", ("Fisk, 34, of Ella Road, Ella", "said", "it was safe")),
        ("They appear to sleep, Fisk reported in Bees.", ("Fisk", "reported", "They appear to sleep")),
        ("The mill was old, she said, but had not closed.", ("she", "said", "The mill was old / but had not closed")),
        ("The mill was old, she said, but Fisk liked it.", ("she", "said", "The mill was old")),
        ("“Is it safe?” Fisk asked.", ("Fisk", "asked", "“Is it safe?”")),
        ("A man close to the mill insists it is safe.", ("A man close to the mill", "insists", "it is safe")),
        (
            "The guard, who asked to stay unnamed, said the man ran.",
            ("The guard, who asked to stay unnamed", "said", "the man ran"),
        ),
        ("“Is it safe?” Fisk asked. “It was.”", ("Fisk", "asked", "“Is it safe?” / “It was.”")),
        ("It was not, she says, a kind mill.", ("she", "says", "It was not / a kind mill")),
        ("This is not, officials stress, a ban.", ("officials", "stress", "This is not / a ban")),
        ("Perhaps not much, Fisk acknowledged.", ("Fisk", "acknowledged", "Perhaps not much")),
        ("Probably, she conceded.", ("she", "conceded", "Probably")),
        ("The road was shut, Fisk told the council.", ("Fisk", "told", "The road was shut")),
        (
            "The mill would open in May, she told analysts, “come what may”.",
            ("she", "told", "The mill would open in May / “come what may”"),
        ),
        (
            "One commented on the council's page: “It stinks. Get out.”",
            ("One", "commented on", "“It stinks. Get out.”"),
        ),
        (
            "A baker who asked not to be named said the mill was old.",
            ("A baker who asked not to be named", "said", "the mill was old"),
        ),
    ],
)
def test_cue_source_and_content_are_found(text, expected):
    assert found(text) == [expected]


def test_a_second_verb_has_the_subject_of_the_first():
    assert found("Fisk called the plan “a gift” and said it would fail.") == [
        ("Fisk", "called", "the plan “a gift”"),
        ("Fisk", "said", "it would fail"),
    ]


def test_a_call_for_something_is_a_report_of_its_own():
    assert found("Fisk said the mill was safe and called for calm.") == [
        ("Fisk", "said", "the mill was safe"),
        ("Fisk", "called for", "calm"),
    ]


def test_saying_has_the_subject_of_its_sentence():
    assert found("Fisk gave no date, saying talks go on.") == [("Fisk", "saying", "talks go on")]


@pytest.mark.parametrize(
    "text",
    [
        "The claims were paid.",
        "It was sent by post.",
        "The state reports are late.",
        "Said.",
        "They left on official orders. “Go.”",
    ],
)
def test_words_that_only_look_like_cues_report_nothing(text):
    assert found(text) == []


def test_the_next_sentence_in_marks_is_not_the_speaker_s_where_it_has_a_clause_of_its_own():
    text = "“Is it safe?” Fisk asked. “Is it old?” Max Poe replied."
    assert found(text) == [("Fisk", "asked", "“Is it safe?”"), ("Max Poe", "replied", "“Is it old?”")]


def test_a_language_without_words_has_no_clauses():
    assert found("Lena Fisk said that the bridge is safe.", Language("und")) == []


def test_a_clause_about_whoever_speaks_belongs_to_the_mention():
    text = "A baker who took more than 90 tins and sold them told a court that he was ill."
    assert found(text) == [("A baker who took more than 90 tins and sold them", "told", "that he was ill")]


def test_adding_has_the_subject_of_the_clause_behind_what_it_reports():
    text = "A new glue was to blame, the maker explained, adding that the old one was back."
    assert ("the maker", "adding", "that the old one was back") in found(text)


def test_an_adverb_and_a_comma_in_front_of_a_subject_are_no_part_of_it():
    assert found("Meanwhile, Max Poe lashed out at it and said it would fail.")[-1] == (
        "Max Poe",
        "said",
        "it would fail",
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fisk says no, though at a meeting last week she used other words, saying the bridge “must go.”", "she"),
        ("When Fisk, the mayor, was asked at a lunch if she would stay, she laughed and said, “We will see.”", "she"),
        ("Even before Fisk left, her office wrote to voters, saying the vote was lost.", "her office"),
        ("Later, Lena Fisk left, saying the vote was lost.", "Lena Fisk"),
    ],
)
def test_the_subject_of_a_verb_is_that_of_its_own_clause(text, speaker):
    assert found(text)[-1][0] == speaker


def test_a_noun_in_marks_is_no_speech_of_what_follows_its_verb():
    assert found("Fisk argued that “friends” allowed debts to grow.") == [
        ("Fisk", "argued", "that “friends” allowed debts to grow")
    ]


def test_no_is_what_was_said_and_not_who_said_it():
    assert "no" not in [source for source, _, _ in found("The retired baker, 61, said no.")]


def test_what_was_tweeted_is_not_who_tweeted():
    assert found("Fisk, a singer who has made bridges her subject, tweeted a warning. “Stay away.”") == [
        ("Fisk, a singer who has made bridges her subject", "tweeted", "“Stay away.”")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Ada Moss, the mayor, the bridge is safe.",
            ("Ada Moss, the mayor", "According to", "the bridge is safe"),
        ),
        ("According to Ada Moss, the mayor was late.", ("Ada Moss", "According to", "the mayor was late")),
        ("It is old and, according to Ada Moss, “a ruin”.", ("Ada Moss", "according to", "“a ruin”")),
        ("Fisk said it had opened, but had been shut.", ("Fisk", "said", "it had opened, but had been shut")),
        (
            "The Rovers sold him for a fee, general manager Tom Reed confirmed.",
            ("general manager Tom Reed", "confirmed", "The Rovers sold him for a fee"),
        ),
    ],
)
def test_clauses_with_asides_and_second_verbs(text, expected):
    assert found(text) == [expected]


def test_a_forecast_that_something_is_down_from_is_no_speaker():
    assert all(
        source != "down from a previous"
        for source, _, _ in found("Profit was €6m, down from a previous forecast of €9m.")
    )
