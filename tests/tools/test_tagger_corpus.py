import numpy as np
from tagger_corpus import Corpus, add_scores, digest, far, held_out, mark_inside

TEXT = "“We won,” Ann Lee said.\nShe hopes for more."
WON = {"content": [[0, 9]], "speaker": [[10, 17]], "cue": [[18, 22]]}
HOPES = {"content": [[38, 42]], "speaker": [[24, 27]], "cue": [[28, 37]]}


def words_with(text, label):
    """The tokens of a text that have a label."""
    starts, ends = text.tokens.starts, text.tokens.ends
    return [text.text[starts[place] : ends[place]] for place in np.flatnonzero(text.labels == label)]


def test_the_first_token_of_a_part_has_another_label_than_the_rest():
    text = Corpus().encode({"text": TEXT, "quotes": [WON, HOPES]})
    assert words_with(text, 1) == ["“", "more"]
    assert words_with(text, 2) == ["We", "won", ",", "”"]
    assert words_with(text, 3) == ["Ann", "She"]
    assert words_with(text, 4) == ["Lee"]
    assert words_with(text, 5) == ["said", "hopes"]
    assert words_with(text, 6) == ["for"]


def test_what_stands_in_marks_is_told_as_the_parser_tells_its_tagger():
    text = "‘We won,’ Ann said.\n“She left.\n’Twas late, and Bo’s."
    assert mark_inside(text) == b"\1" * 9 + b"\0" * (len(text) - 9)


def test_a_word_has_one_number_in_all_texts():
    corpus = Corpus()
    first, second = (corpus.encode({"text": text}) for text in ("Ann won.", "Bo won."))
    assert first.words[1] == second.words[1]
    assert first.words[0] != second.words[0]


def test_distances_are_told_apart_more_coarsely_the_farther_they_reach():
    assert [far(distance) for distance in (-40, -1, 0, 1, 5, 7, 8)] == [0, 6, 7, 8, 12, 12, 13]


def test_a_teacher_counts_wholly_where_nobody_marked_a_text_and_not_at_all_where_it_said_nothing(tmp_path):
    corpus = Corpus()
    marked = corpus.encode({"text": TEXT, "quotes": [WON]})
    plain = corpus.encode({"text": "Bo lost."})
    unknown = corpus.encode({"text": "Nobody came."})
    sizes = [len(marked.words), len(plain.words)]
    scores = np.arange(7 * sum(sizes), dtype=np.float16).reshape(-1, 7)
    path = tmp_path / "teacher.npz"
    digests = [digest(marked.text), digest(plain.text)]
    np.savez(path, digests=digests, sizes=sizes, scores=scores, transitions=np.eye(7))
    only, transitions = add_scores([marked, plain, unknown], path, 0.5)
    assert only == [plain]
    assert (transitions == np.eye(7)).all()
    assert (plain.scores == scores[sizes[0] :]).all()
    assert set(marked.trust) == {0.5}
    assert set(plain.trust) == {1}
    assert set(unknown.trust) == {0}


def test_what_people_left_open_is_for_the_teacher_alone(tmp_path):
    text = Corpus().encode({"text": TEXT, "quotes": [WON], "optional": [[28, 42]]})
    path = tmp_path / "teacher.npz"
    scores = np.zeros((len(text.words), 7), np.float16)
    np.savez(path, digests=[digest(text.text)], sizes=[len(scores)], scores=scores, transitions=np.eye(7))
    add_scores([text], path, 0)
    taught = [text.text[text.tokens.starts[at] : text.tokens.ends[at]] for at in np.flatnonzero(text.trust)]
    assert taught == ["hopes", "for", "more"]


def test_articles_of_a_publisher_are_held_out_by_the_beginning_of_their_ids():
    texts = [
        Corpus().encode({"id": name, "text": TEXT, "quotes": []}) for name in ("herald_1", "post_1", "herald-east_2")
    ]
    held, training = held_out(texts, ["herald"])
    assert [text.id for text in held] == ["herald_1"]
    assert [text.id for text in training] == ["post_1", "herald-east_2"]
