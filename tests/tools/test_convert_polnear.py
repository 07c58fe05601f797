import gzip
import json
import sys

import convert_polnear

TEXT = "“We won,” Ann Lee said. She hopes for more."
STANDOFF = """\
T1\tContent 0 9\t“We won,”
T2\tSource 10 17\tAnn Lee
T3\tCue 18 22\tsaid
T4\tSource 24 27\tShe
T5\tCue 28 37\thopes for
T6\tContent 38 42\tmore
T7\tCue 0 1\t“
E1\tAttribution:T1 Content:T1 Source:T2 Cue:T3
E2\tAttribution:T6 Content:T6 Source2:T4 Cue:T5
E3\tAttribution:T7 Cue:T7
"""


def test_each_attribution_has_the_places_of_its_parts():
    first, second = convert_polnear.read_attributions(STANDOFF)
    assert first == {"content": [(0, 9)], "speaker": [(10, 17)], "cue": [(18, 22)]}
    assert TEXT[slice(*second["speaker"][0])] == "She"
    assert TEXT[slice(*second["content"][0])] == "more"


def test_a_part_in_two_pieces_keeps_both_in_the_order_of_the_text():
    [quote] = convert_polnear.read_attributions("T1\tContent 20 30;0 9\twords\nE1\tAttribution:T1 Content:T1\n")
    assert quote == {"content": [(0, 9), (20, 30)], "speaker": [], "cue": []}


def test_a_compartment_becomes_a_line_for_each_article_that_somebody_annotated(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "data" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "gazette_1.txt").write_text(TEXT, "utf-8")
    (folder / "text" / "gazette_2.txt").write_text("Nobody read this one.", "utf-8")
    (folder / "attributions" / "gazette_1_ann.ann").write_text(STANDOFF, "utf-8")
    out = tmp_path / "out.jsonl.gz"
    monkeypatch.setattr(sys, "argv", ["convert_polnear.py", str(tmp_path), str(out), "--compartment", "dev"])
    convert_polnear.main()
    [article] = map(json.loads, gzip.decompress(out.read_bytes()).decode().splitlines())
    assert (article["id"], article["text"], len(article["quotes"])) == ("gazette_1", TEXT, 2)
    assert capsys.readouterr().out.endswith("1 articles, 2 attributions\n")
