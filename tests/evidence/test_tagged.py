"""What the tagger finds, bound to clauses, and joined with what rules find."""

import attrs
import pytest

from newskit.evidence.binding import bind
from newskit.evidence.joined import joined
from newskit.evidence.sources import ending_as_tagged
from newskit.evidence.speech import Clause
from newskit.evidence.tagged import tagged
from newskit.language.builtin import newskit_language
from newskit.language.lexicon import lexicon
from newskit.learned.tagger import Tag
from newskit.text.prose import Prose, prose

ENGLISH = newskit_language("en")
assert ENGLISH
WORDS = lexicon(ENGLISH)
TEXT = "The mayor fears that the bridge will fall. “It will not,” Ada Moss said."


def read(text: str) -> Prose:
    return prose(text, [(0, len(text))], ENGLISH)


def clause(cut: Prose, cue: str, source: str | None, *contents: str, reason: str = "a rule") -> Clause:
    def place(words: str) -> tuple[int, int]:
        start = cut.text.index(words)
        return cut.range(start, start + len(words))

    return Clause(place(cue), place(source) if source else None, [place(words) for words in contents], 0.85, reason)


def shown(cut: Prose, clauses: list[Clause]) -> list[tuple[str, str | None, list[str]]]:
    return [
        (cut.of(it.cue), cut.of(it.source) if it.source else None, [cut.of(content) for content in it.contents])
        for it in clauses
    ]


def test_a_fear_and_its_bearer_are_found_without_a_verb_of_speech():
    cut = read(TEXT)
    assert ("fears", "The mayor", ["that the bridge will fall"]) in shown(cut, tagged(cut)[0])


@pytest.mark.parametrize(
    ("tagged_source", "expected"),
    [("Holle Ledger, Ada Moss", "Ada Moss"), ("Mayor Ada Moss", "Mayor Ada Moss")],
)
def test_a_paper_that_somebody_talks_to_is_no_part_of_who_speaks(tagged_source, expected):
    text = "In reply to the Holle Ledger, Ada Moss said it is late."
    cut = read(text if tagged_source in text else "Then Mayor Ada Moss said it is late.")
    rule = clause(cut, "said", "Ada Moss", "it is late")
    start = cut.text.index(tagged_source)
    tagged_at = cut.range(start, start + len(tagged_source))
    found = ending_as_tagged(cut, rule, [tagged_at], WORDS)
    assert found.source is not None
    assert cut.of(found.source) == expected


def test_a_break_in_a_wrapped_line_is_no_end():
    cut = read("The mayor fears that the\nbridge will fall.")
    assert shown(cut, tagged(cut)[0]) == [("fears", "The mayor", ["that the\nbridge will fall"])]


def test_a_text_without_words_has_no_clauses():
    assert tagged(read("… — !")) == ([], [])


def test_what_a_rule_found_wholly_in_marks_stays_as_it_is():
    cut = read(TEXT)
    rule = clause(cut, "said", "Ada Moss", "“It will not,”")
    tag = clause(cut, "fears", "The mayor", "“It will not,”")
    assert joined(cut, [tag], [rule], WORDS) == [rule]


def test_pieces_of_a_content_that_a_rule_found_whole_are_that_content():
    cut = read("The long bridge will fall and the road is shut, Moss said, “and soon.”")
    rule = clause(cut, "said", "Moss", "The long bridge will fall and the road is shut", "“and soon.”")
    tag = clause(cut, "said", "Moss", "The long bridge will fall", "the road is shut", "“and soon.”")
    assert [found.contents for found in joined(cut, [tag], [attrs.evolve(rule, whole=True)], WORDS)] == [rule.contents]


def test_of_a_content_that_both_found_the_rule_gives_cue_and_source():
    cut = read(TEXT)
    rule = clause(cut, "fears", "The mayor", "the bridge will fall")
    tag = clause(cut, "fears", None, "that the bridge will fall")
    (both,) = joined(cut, [tag], [rule], WORDS)
    assert shown(cut, [both]) == [("fears", "The mayor", ["that the bridge will fall"])]
    assert both.reason == "a rule; the tagger agrees"


def test_what_only_a_rule_found_is_kept():
    cut = read(TEXT)
    rule = clause(cut, "fears", "The mayor", "that the bridge will fall")
    assert joined(cut, [], [rule], WORDS) == [rule]


def test_a_cue_without_a_source_gets_the_phrase_before_it():
    cut = read(TEXT)
    tag = clause(cut, "fears", None, "that the bridge will fall", reason="the tagger")
    (found,) = joined(cut, [tag], [], WORDS)
    assert shown(cut, [found]) == [("fears", "The mayor", ["that the bridge will fall"])]


def test_evidence_without_an_owner_is_not_the_subject_s():
    cut = read("Moss has stayed hopeful about the harbour, despite growing evidence that the river keeps rising.")
    tag = clause(
        cut, "growing evidence", None, "that the river keeps rising", reason="the tagger takes it for a report"
    )
    assert all(source != "Moss" for _, source, _ in shown(cut, joined(cut, [tag], [], WORDS)))


def test_a_content_that_runs_over_a_full_stop_ends_with_the_sentence_of_its_cue():
    cut = read("The mayor fears that the bridge will fall. It is old.")
    for it in tagged(cut)[0]:
        assert all("It is old" not in cut.of(content) for content in it.contents)


def test_of_narrated_content_in_front_of_its_clause_all_is_taken():
    cut = read("Two of the three pumps failed, the chief said.")
    whole = attrs.evolve(clause(cut, "said", "the chief", "Two of the three pumps failed", reason="a rule"), whole=True)
    tag = clause(cut, "said", "the chief", "the three pumps failed")
    assert shown(cut, joined(cut, [tag], [whole], WORDS)) == [("said", "the chief", ["Two of the three pumps failed"])]


def test_whoever_is_told_is_not_what_is_said():
    cut = read("The inquest was told.")
    tag = clause(cut, "was told", "The inquest", "The inquest", reason="the tagger takes it for a report")
    assert joined(cut, [tag], [], WORDS) == []


def test_a_content_ends_where_the_narrator_turns_against_it():
    cut = read("The mayor fears that the bridge will fall, although no engineer has found a crack in it.")
    assert shown(cut, tagged(cut)[0]) == [("fears", "The mayor", ["that the bridge will fall"])]


def tagged_as(monkeypatch, text: str, *parts: tuple[str, str]) -> list[tuple[str, str | None, list[str]]]:
    """What is made of a text of which the tagger says what the parts are."""
    tags = [Tag(text.index(words), text.index(words) + len(words), role, 0.8) for role, words in parts]
    monkeypatch.setattr("newskit.learned.tagger.tag", lambda *_: tags)
    cut = read(text)
    return shown(cut, tagged(cut)[0])


def test_a_name_in_front_of_a_colon_that_opens_a_heading_reports_what_stands_behind_it(monkeypatch):
    content = "Bridge ‘Will Never’ Open Again"
    found = tagged_as(monkeypatch, f"Moss: {content}", ("source", "Moss"), ("content", content))
    assert found == [(":", "Moss", [content])]
    assert not tagged_as(monkeypatch, f"Ask Moss: {content}", ("source", "Moss"), ("content", content))


def test_a_poll_between_a_preposition_and_a_comma_reports_what_stands_behind_it(monkeypatch):
    source, content = ("source", "a poll taken on Monday"), ("content", "half of the town chose Moss")
    found = tagged_as(monkeypatch, f"In {source[1]}, {content[1]}.", source, content)
    assert found == [("In", source[1], [content[1]])]


def test_what_that_opens_is_said_by_the_verb_in_front_of_it(monkeypatch):
    parts = [
        ("cue", "told"),
        ("content", "that it will rain"),
        ("cue", "vowed"),
        ("content", "to stay"),
        ("source", "Moss"),
    ]
    assert tagged_as(monkeypatch, "Moss told the crowd on Monday that it will rain and vowed to stay.", *parts) == [
        ("told", "Moss", ["that it will rain"]),
        ("vowed", None, ["to stay"]),
    ]


def test_what_the_narrator_holds_against_a_report_is_no_part_of_it(monkeypatch):
    parts = [("source", "Moss"), ("cue", "is hopeful about"), ("content", "her plan"), ("content", "that it will rain")]
    text = "Moss is hopeful about her plan, despite mounting evidence that it will rain."
    assert tagged_as(monkeypatch, text, *parts) == [("is hopeful about", "Moss", ["her plan"])]


def test_contents_that_touch_are_one(monkeypatch):
    parts = [("source", "Moss"), ("cue", "said"), ("content", "he told her"), ("content", "that it will rain")]
    assert tagged_as(monkeypatch, "Moss said he told her that it will rain.", *parts) == [
        ("said", "Moss", ["he told her that it will rain"])
    ]


def test_what_is_no_phrase_is_no_source_and_marks_do_not_part_one(monkeypatch):
    parts = [("source", "A nurse"), ("source", "not to be named"), ("cue", "said"), ("content", "that it rained")]
    text = "A nurse, who asked not to be named, said that it rained."
    assert tagged_as(monkeypatch, text, *parts) == [("said", "A nurse", ["that it rained"])]
    parts = [("source", "The Holle, Calif"), ("source", "firm"), ("cue", "said"), ("content", "that it rained")]
    assert tagged_as(monkeypatch, "The Holle, Calif., firm said that it rained.", *parts) == [
        ("said", "The Holle, Calif., firm", ["that it rained"])
    ]


def test_content_goes_on_to_the_end_of_its_phrase():
    cut = read("Moss demanded that the contract of the aid group be cancelled.")
    rule = clause(cut, "demanded", "Moss", "that the contract of the aid group be cancelled")
    tag = clause(cut, "demanded", "Moss", "that the contract of the aid")
    (found,) = joined(cut, [tag], [rule], WORDS)
    assert shown(cut, [found])[0][2] == ["that the contract of the aid group be cancelled"]


def test_content_begins_behind_who_was_told():
    cut = read("Moss told colleagues the roof had no place there.")
    rule = clause(cut, "told", "Moss", "the roof had no place there")
    tag = clause(cut, "told", "Moss", "colleagues the roof had no place there")
    (found,) = joined(cut, [tag], [rule], WORDS)
    assert shown(cut, [found])[0][2] == ["the roof had no place there"]


def test_who_is_told_is_no_speaker():
    cut = read("The residents were told that the roof had gone.")
    tag = clause(cut, "were told", "The residents", "that the roof had gone", reason="the tagger takes it for a report")
    (found,) = joined(cut, [tag], [], WORDS)
    assert found.source is None


def test_two_verbs_of_one_speaker_report_two_things_where_the_tagger_took_them_for_one():
    cut = read("Ada Moss said the price was fair but warned that the work would be hard.")
    rules = [
        clause(cut, "said", "Ada Moss", "the price was fair"),
        clause(cut, "warned", "Ada Moss", "that the work would be hard"),
    ]
    tag = clause(cut, "said", "Ada Moss", "the price was fair but warned that the work would be hard")
    assert shown(cut, joined(cut, [tag], rules, WORDS)) == [
        ("said", "Ada Moss", ["the price was fair"]),
        ("warned", "Ada Moss", ["that the work would be hard"]),
    ]


def test_a_participle_of_speech_begins_a_report_of_its_own():
    cut = read("The judge had allowed it to go on, finding that it was “late but not dead”.")
    tag = clause(cut, "allowed", "The judge", "it to go on, finding that it was “late but not dead”")
    rule = clause(cut, "finding", "The judge", "that it was “late but not dead”")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [
        ("allowed", "The judge", ["it to go on"]),
        ("finding", "The judge", ["that it was “late but not dead”"]),
    ]


def test_whoever_asks_not_to_be_named_reports_with_the_next_verb():
    cut = read("A baker who asked not to be named said the mill was old.")
    tag = clause(cut, "asked", "A baker who", "not to be named said the mill was old")
    rule = clause(cut, "said", "A baker who asked not to be named", "the mill was old")
    (one,) = joined(cut, [tag], [rule], WORDS)
    assert (one.cue, one.contents) == (rule.cue, rule.contents)


def test_all_in_front_of_a_clause_inside_a_report_belongs_to_it_though_marks_follow():
    cut = read("The mill would open in May, she told analysts, “come what may”.")
    tag = clause(cut, "told", "she", "The mill", "“come what may”")
    rule = attrs.evolve(clause(cut, "told", "she", "The mill would open in May", "“come what may”"), whole=True)
    (one,) = joined(cut, [tag], [rule], WORDS)
    assert one.contents == rule.contents


def test_who_said_it_is_no_content():
    cut = read("It will run until May, said the Rail Office (RO) and Tramways in a statement.")
    tag = clause(cut, "said", None, "the Rail Office (RO) and Tramways in a statement", reason=ALONE)
    rule = clause(cut, "said", "the Rail Office (RO) and Tramways", "It will run until May")
    rule = attrs.evolve(rule, whole=True)
    assert joined(cut, [tag], [rule], WORDS) == [rule]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("that it was signed at 4:52PM on Friday", "that it was signed at 4"),
        ("that it fell weeks before the inquiry", "that it fell weeks"),
    ],
)
def test_a_content_does_not_end_in_a_time_of_day_or_before_what_it_is_counted_from(whole, part):
    cut = read(f"Moss said {whole}.")
    tag, rule = clause(cut, "said", "Moss", part), clause(cut, "said", "Moss", whole)
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("said", "Moss", [whole])]


def test_whoever_was_told_is_no_part_of_what_they_were_told():
    cut = read("Staff were told on Monday that the bridge would close.")
    tag = clause(cut, "were told", None, "Staff", "that the bridge would close")
    tag = attrs.evolve(tag, source=(0, 1))
    assert shown(cut, joined(cut, [tag], [], WORDS)) == [("were told", None, ["that the bridge would close"])]


def test_which_by_itself_is_no_content():
    cut = read("The road, which Ada Moss said was long, is shut.")
    tag = clause(cut, "said", "Ada Moss", "which", "was long")
    assert shown(cut, joined(cut, [tag], [], WORDS)) == [("said", "Ada Moss", ["was long"])]


def test_what_leads_in_to_a_speaker_is_not_said():
    cut = read("Giving evidence, Ada Moss said the road was long.")
    rules = [clause(cut, "said", "Ada Moss", "the road was long")]
    tag = clause(cut, "said", "Ada Moss", "Giving evidence", "the road was long")
    assert shown(cut, joined(cut, [tag], rules, WORDS)) == [("said", "Ada Moss", ["the road was long"])]


def test_a_rule_whose_cue_is_part_of_what_is_reported_is_another_clause():
    cut = read("Moss questioned his refusal to open the bridge.")
    rule = clause(cut, "refusal", "his", "to open the bridge")
    tag = clause(cut, "questioned", "Moss", "his refusal to open the bridge")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("questioned", "Moss", ["his refusal to open the bridge"])]


def test_a_rule_with_another_verb_than_the_tagger_s_is_another_clause():
    cut = read("The mayor, who called early, fears that the bridge will fall.")
    rule = clause(cut, "called", "who", "fears that the bridge will fall")
    tag = clause(cut, "fears", "The mayor", "that the bridge will fall")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("fears", "The mayor", ["that the bridge will fall"])]


def test_a_rule_that_takes_all_that_stands_before_it_has_the_speaker():
    cut = read("The mayor fears that the bridge will fall, Moss said.")
    rule = clause(cut, "said", "Moss", "The mayor fears that the bridge will fall")
    rule.whole = True
    tag = clause(cut, "fears", "The mayor", "that the bridge will fall")
    (both,) = joined(cut, [tag], [rule], WORDS)
    assert (cut.of(both.cue), cut.of(both.source or (0, 0))) == ("said", "Moss")


def test_of_two_sources_of_one_cue_the_tagger_s_in_front_of_it_is_taken():
    cut = read("Ada Moss has in particular criticised the old bridge by night.")
    rule = clause(cut, "criticised", "particular", "the old bridge")
    tag = clause(cut, "criticised", "Ada Moss", "the old bridge")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("criticised", "Ada Moss", ["the old bridge"])]
    tag = clause(cut, "criticised", "night", "the old bridge")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("criticised", "particular", ["the old bridge"])]


def named(text: str, by_rule: str, by_tagger: str, *others: str) -> str:
    """The mention of a clause whose source a rule and the tagger cut differently; the tagger has other sources too."""
    cut = read(text)
    rule = clause(cut, "said", by_rule, "“It will not fall,”")
    tags = [clause(cut, "said", source, "“It will not fall,”") for source in (by_tagger, *others)]
    (found,) = joined(cut, tags, [rule], WORDS)
    return cut.of(found.source or (0, 0))


def test_a_source_begins_with_the_name_in_front_of_an_apposition():
    assert named("Ada Moss, a baker, said: “It will not fall,”", "a baker", "Ada Moss, a baker") == "Ada Moss, a baker"
    assert named("At Holle, Ada Moss said: “It will not fall,”", "Ada Moss", "Holle, Ada Moss") == "Ada Moss"
    assert named("HOLLE, May 2 - Moss said: “It will not fall,”", "Moss", "May 2 - Moss") == "Moss"
    assert named("Moss, whose son said: “It will not fall,”", "son", "whose son") == "son"


def test_a_source_begins_behind_a_clause_that_is_not_its_own_but_not_behind_a_role():
    assert named("It is what Moss said: “It will not fall,”", "It is what Moss", "Moss") == "Moss"
    assert named("In a note - late - Moss said: “It will not fall,”", "a note - late - Moss", "Moss") == "Moss"
    assert named("On “Now,” Moss said: “It will not fall,”", "“Now,” Moss", "Moss") == "Moss"
    assert named("His aide Moss said: “It will not fall,”", "His aide Moss", "Moss") == "His aide Moss"
    assert named("An aide, Moss, said: “It will not fall,”", "An aide, Moss", "Moss") == "An aide, Moss"
    assert named("Lind and Moss said: “It will not fall,”", "Lind and Moss", "Moss") == "Lind and Moss"


def test_a_source_ends_in_front_of_what_tells_where_and_when():
    assert named("Moss, in a note, said: “It will not fall,”", "Moss, in a note", "Moss") == "Moss"
    assert named("Moss later said: “It will not fall,”", "Moss later", "Moss") == "Moss"
    assert named("The old aide said: “It will not fall,”", "The old aide", "The old") == "The old aide"


def test_a_source_goes_on_with_an_apposition_but_not_with_a_comment():
    text = "“It will not fall,” said Moss, "
    assert named(text + "Labour of Holle.", "Moss", "Moss, Labour of Holle") == "Moss, Labour of Holle"
    assert named(text + "of Holle.", "Moss", "Moss, of Holle") == "Moss, of Holle"
    assert named(text + "via email.", "Moss", "Moss, via email") == "Moss"
    assert named(text + "smiling at us.", "Moss", "Moss, smiling at us") == "Moss"
    assert named(text + "who smiled.", "Moss", "Moss, who smiled") == "Moss"
    assert (
        named("“It will not fall,” said an aide close to him.", "an aide close", "an aide close to him")
        == "an aide close to him"
    )
    assert named("“It will not fall,” said Moss in Holle.", "Moss", "Moss in Holle") == "Moss"
    assert named("“It will not fall,” said the family.", "the", "the family") == "the family"


def test_a_who_that_reports_by_itself_is_no_part_of_the_source():
    text = "Moss, who called it old, said: “It will not fall,”"
    assert named(text, "Moss, who called it old", "Moss", "who") == "Moss"
    assert named(text, "Moss, who called it old", "Moss, who") == "Moss"
    assert named("Moss, who said: “It will not fall,”", "who", "Moss, who") == "who"


@pytest.mark.parametrize("source", ["Ann Moss, 58", "Moss, a baker", "One, who gave her name as Val"])
def test_an_age_an_apposition_and_a_verb_that_says_the_name_stay_with_a_source(source):
    assert named(f"{source}, said: “It will not fall,”", source, source.partition(",")[0]) == source


def test_a_source_that_the_tagger_cuts_in_two_stays_as_it_is():
    assert named("Moss, a baker, said: “It will not fall,”", "Moss, a baker", "Moss", "a baker") == "Moss, a baker"


def test_who_is_asked_and_the_subject_of_a_passive_do_not_report():
    cut = read("Asked whether the bridge will fall, Moss smiled. The old road is expected to open in May.")
    asked = clause(cut, "Asked", "Moss", "whether the bridge will fall", reason="the tagger takes it for a report")
    expected = clause(cut, "is expected", None, "to open in May", reason="the tagger takes it for a report")
    assert [found.source for found in joined(cut, [asked, expected], [], WORDS)] == [None, None]


def test_the_agent_of_a_passive_and_a_subject_that_the_tagger_found_report():
    cut = read("Moss was worried that it would fall. The plan was criticised by Lind for its age.")
    worried = clause(cut, "was worried", "Moss", "that it would fall", reason="the tagger takes it for a report")
    criticised = clause(cut, "was criticised", "Lind", "for its age", reason="the tagger takes it for a report")
    found = joined(cut, [worried, criticised], [], WORDS)
    assert [cut.of(one.source or (0, 0)) for one in found] == ["Moss", "Lind"]


def test_what_only_a_rule_found_is_kept_if_it_is_sure_or_in_marks():
    cut = read("The mayor fears that it will fall, or rust, or “sink”.")
    rules = [clause(cut, "fears", "The mayor", content) for content in ("that it will fall", "or rust", "or “sink”")]
    rules[1].confidence = rules[2].confidence = 0.6
    assert joined(cut, [], rules, WORDS) == [rules[0], rules[2]]


def test_a_fragment_in_marks_goes_on_to_where_the_tagger_ends():
    def ends(text: str) -> str:
        cut = read(text)
        rule = clause(cut, "said", "Moss", text[text.index("“") : text.index("”") + 1])
        tag = clause(cut, "said", "Moss", text[text.index("“") :].removesuffix("."))
        (found,) = joined(cut, [tag], [rule], WORDS)
        return cut.of(found.contents[-1])

    assert ends("Moss said “the wind will stay low” despite the storm.") == "“the wind will stay low” despite the storm"
    assert ends("Moss said “the wind will stay low,” despite the storm.") == "“the wind will stay low,”"
    assert ends("Moss said “pardon me” before every match.") == "“pardon me”"


def test_a_content_may_stop_before_the_comma_that_ends_the_text():
    cut = read("Moss said the road was long,")
    rule = clause(cut, "said", "Moss", "the road was long,")
    tag = clause(cut, "said", "Moss", "the road was long")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("said", "Moss", ["the road was long"])]


def test_a_cue_may_be_the_last_word_of_the_text():
    cut = read("The road was long. Giving evidence, Ada Moss said")
    rule = clause(cut, "said", "Ada Moss", "The road was long")
    tag = clause(cut, "said", "Ada Moss", "Giving evidence", "The road was long")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("said", "Ada Moss", ["The road was long"])]


def test_part_of_what_a_rule_found_whole_in_front_of_a_clause_is_no_clause_of_its_own():
    cut = read("Reed fears that the long road will be shut, said Moss.")
    rule = attrs.evolve(clause(cut, "said", "Moss", "Reed fears that the long road will be shut"), whole=True)
    part = clause(cut, "fears", "Moss", "that the long road will be shut", reason="the tagger takes it for a report")
    (found,) = joined(cut, [part], [rule], WORDS)
    assert cut.of(found.cue) == "said"


ALONE = "the tagger takes it for a report"


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "reports"),
    [
        ("Moss found a crack in the old bridge.", "found", "Moss", "a crack in the old bridge", False),
        ("Moss found the bridge was cracked.", "found", "Moss", "the bridge was cracked", True),
        (
            "Moss published a list of bridges that are cracked.",
            "published",
            "Moss",
            "a list of bridges that are cracked",
            False,
        ),
        ("The council backed a plan to close the bridge.", "backed", "The council", "a plan to close the bridge", True),
        ("Moss heard the screams and came running.", "heard", "Moss", "the screams and came running", False),
        ("Moss was heard asking if it was open.", "was heard asking", "Moss", "if it was open", True),
        ("The council voted to close the old bridge.", "voted", "The council", "to close the old bridge", False),
        ("Moss, who asked not to be named, left.", "asked", "Moss", "not to be named", False),
        ("The council voted 9-4 on Monday to close it.", "voted", "The council", "9-4 on Monday to close it", False),
        ("Asked about the cracks, Moss left the room.", "Asked about", "Moss", "the cracks", False),
        ("The council rejected that on Monday.", "rejected", "The council", "that", False),
        ("The paper, citing two engineers, called the police.", "citing", "The paper", "two engineers", False),
        ("The council closed it, citing the cost.", "citing", "The council", "the cost", True),
        ("It is work that engineers expect to take a year.", "expect", "engineers", "to take a year", False),
        ("The engineers expect to take a year.", "expect", "The engineers", "to take a year", True),
    ],
)
def test_what_somebody_finds_or_votes_and_what_they_are_asked_about_is_no_report(text, cue, source, content, reports):
    cut = read(text)
    assert bool(joined(cut, [clause(cut, cue, source, content, reason=ALONE)], [], WORDS)) is reports


def test_what_is_appealed_for_begins_with_its_preposition():
    cut = read("Moss appealed to the state to mend the bridge.")
    tag = clause(cut, "appealed to", "Moss", "the state to mend the bridge")
    assert shown(cut, joined(cut, [tag], [], WORDS)) == [("appealed", "Moss", ["to the state to mend the bridge"])]


def test_whoever_weeps_as_somebody_speaks_is_not_the_speaker():
    cut = read("Reed wept in the dock as the judge told him that he was a thief.")
    rule = clause(cut, "told", "the judge", "that he was a thief")
    tag = clause(cut, "told", "Reed wept in the dock as the judge", "that he was a thief")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("told", "the judge", ["that he was a thief"])]


def test_a_sum_behind_who_begins_no_source():
    cut = read("A clerk who took more than £900 from two widows told the court that she was ill.")
    rule = clause(cut, "told", "A clerk who took more than £900 from two widows", "that she was ill")
    tag = clause(cut, "told", "than £900 from two widows", "that she was ill")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == shown(cut, [rule])


def test_a_name_behind_a_role_stays_with_it_where_the_tagger_leaves_it_out():
    cut = read("According to her editor, Ada Moss, it was late.")
    rule = clause(cut, "According to", "her editor, Ada Moss", "it was late")
    tag = clause(cut, "According to", "her editor", "it was late")
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == shown(cut, [rule])


@pytest.mark.parametrize("rest", ["down from 900", "but had been shut again"])
def test_content_goes_on_behind_a_comma_with_a_comparison_or_a_second_verb(rest):
    whole = f"the pool had 400 guests in May, {rest}"
    cut = read(f"Moss said {whole}.")
    rule = clause(cut, "said", "Moss", whole)
    tag = clause(cut, "said", "Moss", "the pool had 400 guests in May")
    assert shown(cut, joined(cut, [tag], [rule], WORDS))[0][2] == [whole]


def test_a_report_inside_what_somebody_says_is_a_part_of_it():
    cut = read("The man left the old mill early on Monday after Reed agreed to wait, Moss said.")
    rule = attrs.evolve(
        clause(cut, "said", "Moss", "The man left the old mill early on Monday after Reed agreed to wait"),
        whole=True,
        confidence=0.85,
    )
    tag = clause(cut, "agreed", "Reed", "to wait", reason=ALONE)
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == shown(cut, [rule])


def test_the_tagger_tells_what_goes_on_behind_a_clause():
    cut = read("The roof had fallen in, she said, but it would be mended.")
    rule = attrs.evolve(clause(cut, "said", "she", "The roof had fallen in"), whole=True)
    tag = clause(cut, "said", "she", "The roof had fallen in", "but it would be mended")
    assert shown(cut, joined(cut, [tag], [rule], WORDS))[0][2] == ["The roof had fallen in", "but it would be mended"]


def test_a_claim_that_somebody_rejects_is_no_part_of_an_accusation_though_the_tagger_took_it_for_one():
    cut = read("Moss accused the state of hiding a list, a claim the minister, Tom Reed, dismissed.")
    tag = clause(cut, "accused", "Moss", "the state of hiding a list", "a claim the minister, Tom Reed, dismissed")
    (report,) = bind(cut, [tag], WORDS)
    assert [cut.text[start:end] for start, end in report.content] == ["the state of hiding a list"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Asked about the fire, Moss said that it will rain.", "the fire"),
        ("Moss said that it will rain, and declined to name the owner.", "declined to name the owner"),
    ],
)
def test_what_somebody_is_asked_about_and_declines_to_say_is_the_narrator_s(text, told):
    cut = read(text)
    tag = clause(cut, "said", "Moss", *sorted([told, "that it will rain"], key=text.index))
    assert shown(cut, joined(cut, [tag], [], WORDS)) == [("said", "Moss", ["that it will rain"])]


def test_what_somebody_was_asked_before_they_speak_is_not_what_they_say():
    cut = read("Asked by the coroner why he left, Moss replied that it rained.")
    tag = clause(cut, "replied", "Moss", "why he left", "that it rained")
    assert shown(cut, joined(cut, [tag], [], WORDS)) == [("replied", "Moss", ["that it rained"])]


def test_a_pronoun_alone_is_no_report():
    cut = read("Opponents liked him.")
    tag = clause(cut, "liked", "Opponents", "him", reason="the tagger takes it for a report")
    assert joined(cut, [tag], [], WORDS) == []


def test_what_a_rule_is_not_sure_of_is_kept_where_the_tagger_has_it_without_a_cue():
    cut = read("Tom Reed denied it would rain.")
    rule = attrs.evolve(clause(cut, "denied", "Tom Reed", "it would rain"), confidence=0.5)
    assert joined(cut, [], [rule], WORDS) == []
    assert joined(cut, [], [rule], WORDS, rule.contents) == [rule]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Moss is expected to sell the bridge.", "is expected", None, "to sell the bridge"),
        ("Moss spoke amid unease that it will fall.", "unease", None, "that it will fall"),
        ("Moss feared that it would fall.", "feared", "Moss", "that it would fall"),
        ("Moss wanted it to stay.", "wanted", "Moss", "it to stay"),
    ],
)
def test_the_subject_of_a_verb_is_its_source_but_not_that_of_a_passive_nor_whoever_stands_by_a_noun(
    text, cue, source, content
):
    cut = read(text)
    found = joined(cut, [clause(cut, cue, None, content, reason=ALONE)], [], WORDS)
    assert shown(cut, found) == [(cue, source, [content])]


def test_who_the_tagger_takes_for_the_speaker_is_nothing_that_a_rule_finds_reported():
    cut = read("It rains, said Ada Moss, Holle's mayor. Bo Reed, a baker, says it is “old”.")
    mayor = clause(cut, "said", "Ada Moss", "It rains", "Holle's mayor")
    baker = clause(cut, "says", "it is", "Bo Reed, a baker", "“old”")
    tags = [
        clause(cut, "said", "Ada Moss, Holle's mayor", "It rains", reason=ALONE),
        clause(cut, "says", "Bo Reed, a baker", "it is “old”", reason=ALONE),
    ]
    assert shown(cut, joined(cut, tags, [mayor, baker], WORDS)) == [
        ("said", "Ada Moss, Holle's mayor", ["It rains"]),
        ("says", "Bo Reed, a baker", ["it is “old”"]),
    ]


@pytest.mark.parametrize(
    ("text", "of_rule", "of_tagger"),
    [
        ("About 4 in 10 say it rains.", "4 in 10", "About 4 in 10"),
        ("At least half say it rains.", "half", "At least half"),
        ("Certainly Ada Moss said it rained.", "Certainly Ada Moss", "Ada Moss"),
        ("It rains, said Ada Moss, 29, of Holle.", "Ada Moss, 29", "Ada Moss, 29, of Holle"),
    ],
)
def test_a_source_has_about_and_where_somebody_is_from_but_no_adverb(text, of_rule, of_tagger):
    cut = read(text)
    cue = "say" if " say " in text else "said"
    content = "It rains" if text.startswith("It") else text[text.rindex("it ") : -1]
    tag, rule = (
        clause(cut, cue, source, content, reason=why) for source, why in ((of_tagger, ALONE), (of_rule, "a rule"))
    )
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [(cue, of_tagger, [content])]


def test_however_is_no_part_of_a_source():
    cut = read("Moss, however, said it rained.")
    assert shown(cut, joined(cut, [], [clause(cut, "said", "Moss, however", "it rained")], WORDS)) == [
        ("said", "Moss", ["it rained"])
    ]


@pytest.mark.parametrize(
    ("goes_on", "taken"),
    [
        (", though more will leak", True),
        (", because nobody paid", True),
        (", but more will leak", True),
        (", and he left", False),
        (" in May", False),
    ],
)
def test_what_goes_on_behind_a_clause_ends_with_the_concession_that_the_tagger_takes(goes_on, taken):
    cut = read(f"So far, Moss said, the roof leaks{goes_on}.")
    rule = attrs.evolve(clause(cut, "said", "Moss", "So far", "the roof leaks"), whole=True)
    tag = clause(cut, "said", "Moss", "So far", f"the roof leaks{goes_on}")
    end = f"the roof leaks{goes_on}" if taken else "the roof leaks"
    assert shown(cut, joined(cut, [tag], [rule], WORDS)) == [("said", "Moss", ["So far", end])]


@pytest.mark.parametrize(
    ("said", "second", "apart"),
    [
        ("that he had slept", "believed the roof was new", False),
        ("that she was late", "knew the gate was shut", False),
        ("that he had slept", "warned that the roof was new", True),
        ("that the gate was shut", "feared the roof was new", True),
    ],
)
def test_what_somebody_says_they_thought_is_part_of_what_they_say(said, second, apart):
    cut = read(f"Moss said {said} and {second}.")
    verb, rest = second.split(" ", 1)
    rules = [clause(cut, "said", "Moss", said), clause(cut, verb, "Moss", rest)]
    tag = clause(cut, "said", "Moss", f"{said} and {second}")
    both = [("said", "Moss", [said]), (verb, "Moss", [rest])]
    whole = [("said", "Moss", [f"{said} and {second}"])]
    assert shown(cut, joined(cut, [tag], rules, WORDS)) == (both if apart else whole)
