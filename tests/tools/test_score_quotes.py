import gzip
import json
import sys
from collections import Counter

import score_quotes

TEXT = "“We won,” Ann Lee said. “We lost,” Bo Marsh said. It was the last match of the season, and there was rain for most of it."
WON = {"kind": "direct", "content": [[0, 9]], "speaker": [[10, 17]], "cue": [[18, 22]]}
LOST = {"kind": "direct", "content": [[24, 34]], "speaker": [[35, 43]], "cue": [[44, 48]]}


def found(quote, **changes):
    return {**quote, "confidence": 0.9, "speaker confidence": 0.6, **changes}


def counts(gold, got):
    said, tenths = Counter(), score_quotes.Tenths(quotes={}, speakers={})
    score_quotes.count({"text": TEXT, "quotes": gold}, got, said, tenths)
    return said, tenths


def test_marks_blanks_and_commas_do_not_count():
    assert score_quotes.letters(TEXT, [[0, 9]]) == score_quotes.letters(TEXT, [[1, 7]])


def test_a_quote_with_half_of_the_letters_is_found_and_one_with_less_is_not():
    assert score_quotes.pairs(TEXT, [WON], [found(WON, content=[[4, 9]])]) == [(0, 0)]
    assert score_quotes.pairs(TEXT, [WON], [found(WON, content=[[1, 3]])]) == []


def test_two_answers_for_one_quote_count_once():
    assert score_quotes.pairs(TEXT, [WON], [found(WON, content=[[4, 9]]), found(WON)]) == [(0, 1)]


def test_a_quote_with_the_wrong_speaker_is_right_in_content_alone():
    said, tenths = counts([WON, LOST], [found(WON), found(LOST, speaker=[[10, 17]])])
    assert (said["all", "gold"], said["all", "got"]) == (2, 2)
    assert (said["all", "content got"], said["all", "end2end got"]) == (2, 1)
    assert tenths == {"quotes": {9: [2, 2]}, "speakers": {6: [2, 1]}}


def test_nobody_is_right_where_nobody_is_marked():
    assert score_quotes.same_speaker(TEXT, [], [])
    assert not score_quotes.same_speaker(TEXT, [], [[10, 17]])


def test_the_command_prints_the_figures_and_what_confidences_are_worth(tmp_path, monkeypatch, capsys):
    data = tmp_path / "articles.jsonl.gz"
    rows = [{"id": f"{name}_1", "text": TEXT, "quotes": [WON, LOST]} for name in ("gazette", "herald")]
    data.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    monkeypatch.setattr(sys, "argv", ["score_quotes.py", str(data), "--publisher", "gazette"])
    score_quotes.main()
    printed = capsys.readouterr().out
    assert "all.end2end  F1 1.000  precision 1.000  recall 1.000" in printed
    assert "quotes with confidence 0.9: 2, right 1.00" in printed
