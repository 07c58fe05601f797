"""What train_tagger.py reads: articles with their attributions, texts with a parser's annotations, word vectors."""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import attrs
import numpy as np
from tagger_chain import LABELS

from newskit.language.builtin import newskit_language
from newskit.learned.features import ROW, canonical, word_row
from newskit.learned.tagger import surroundings
from newskit.learned.tokens import Tokens, tokenize
from newskit.text.prose import prose

#: The first label of each part; the next number is that of its further tokens, 0 is for what is no part.
FIRST_LABEL = {"content": 1, "speaker": 3, "cue": 5}

#: What a parser says of a token: its tag, its relation to its head, where the head is, which entity it is part of.
TARGETS = ("tag", "relation", "head", "entity")
WEIGHTS_OF_TARGETS = (1.0, 1.0, 1.0, 0.5)
NO_TARGET = -1


@attrs.define(eq=False)
class Text:
    """One text, ready for training: arrays with a row for each token."""

    id: str
    text: str
    tokens: Tokens
    inside_marks: bytes
    words: np.ndarray
    around: np.ndarray
    labels: np.ndarray
    targets: np.ndarray
    quotes: list
    scores: np.ndarray
    """What a teacher says of each label."""
    trust: np.ndarray
    """How far the teacher counts at each token; people count for the rest."""
    left_open: np.ndarray
    """Where people left open whether a token is part of a report, so that the teacher alone counts."""


class Corpus:
    """Texts whose words are numbered in common, in the order in which they were first seen."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {"\n": 0}
        self.target_names: list[Counter] = [Counter() for _ in TARGETS]

    def encode(self, row: dict) -> Text:
        """One line of an input as arrays; without attributions and parses as yet unless the line has them."""
        text = row["text"]
        tokens = tokenize(text)
        marks = mark_inside(text)
        around, _ = surroundings(tokens, marks)
        numbers = [self.numbers.setdefault(word, len(self.numbers)) for word in tokens.words]
        count = len(tokens.starts)
        targets = np.full((count, len(TARGETS)), NO_TARGET, np.int16)
        words = np.array(numbers, np.int64)[tokens.word_of]
        quotes = row.get("quotes", [])
        labels, scores = label(text, tokens, quotes), np.zeros((count, LABELS), np.float16)
        trust, name = np.zeros(count, np.float32), row.get("id") or ""
        left_open = np.zeros(len(text) + 1, bool)
        for start, end in row.get("optional", []):
            left_open[start:end] = True
        return Text(
            name,
            text,
            tokens,
            marks,
            words,
            around,
            labels,
            targets,
            quotes,
            scores,
            trust,
            left_open[tokens.starts],
        )


def read_rows(path: Path) -> Iterator[dict]:
    """The lines of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def held_out(texts: list[Text], publishers: Sequence[str]) -> tuple[list[Text], list[Text]]:
    """Part the texts of some publishers, whose names stand before the first underscore of the id, from those of all others."""
    held = [text for text in texts if text.id.partition("_")[0] in publishers]
    return held, [text for text in texts if text.id.partition("_")[0] not in publishers]


def mark_inside(text: str) -> bytes:
    """1 for each character inside quotation marks, as newskit tells its tagger of a text whose lines are paragraphs."""
    lines = [(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]
    return bytes(prose(text, lines, newskit_language("en")).inside_marks())


def label(text: str, tokens: Tokens, quotes: list[dict]) -> np.ndarray:
    """The label of each token; a later attribution wins where two share a token."""
    part_at, begins = bytearray(len(text) + 1), bytearray(len(text) + 1)
    for quote in quotes:
        for part, first in FIRST_LABEL.items():
            for start, end in quote[part] or ():
                part_at[start:end] = bytes([first]) * (end - start)
                begins[start] = 1
    labels = np.zeros(len(tokens.starts), np.int64)
    before = 0
    for place, (start, end) in enumerate(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)):
        here = 0 if text[start].isspace() else part_at[start]
        labels[place] = here if not here or here != before or any(begins[start:end]) else here + 1
        before = here
    return labels


def add_parses(corpus: Corpus, texts: Iterable[Text], parses: Iterable[dict]) -> list[Text]:
    """Note a parser's words at the tokens that begin where they do; gives back the texts that were not among `texts`."""
    known = {text.text: text for text in texts}
    rows = list(parses)
    for row in rows:
        for word in row["words"]:
            for names, name in zip(corpus.target_names, (word[1], word[2], None, word[4]), strict=True):
                names[name] += 1
    ranks = [{name: rank for rank, (name, _) in enumerate(names.most_common())} for names in corpus.target_names]
    others = []
    for row in rows:
        text = known.get(row["text"])
        if text is None:
            text = corpus.encode(row)
            others.append(text)
        starts = text.tokens.starts
        token_at = np.searchsorted(starts, np.arange(len(text.text) + 1), side="right") - 1
        for start, tag, relation, head, entity in row["words"]:
            place = token_at[start]
            if starts[place] == start:
                distance = far(int(token_at[head]) - int(place))
                text.targets[place] = (ranks[0][tag], ranks[1][relation], distance, ranks[3][entity])
    return others


def add_scores(texts: Iterable[Text], path: Path, trust: float) -> tuple[list[Text], np.ndarray]:
    """Note a teacher's scores, a file of train_teacher.py, at the tokens of the texts that it labelled.

    People count too, for what `trust` leaves, where they marked a text and left nothing open. Gives back the texts that
    nobody marked but the teacher, and its transitions.
    """
    found = np.load(path)
    places = dict(zip(found["digests"].tolist(), pairwise([0, *np.cumsum(found["sizes"]).tolist()]), strict=True))
    scores, only = found["scores"], []
    for text in texts:
        if place := places.get(digest(text.text)):
            text.scores = scores[slice(*place)]
            text.trust[:] = np.where(text.left_open, 1, trust) if text.quotes else 1
            if not text.quotes:
                only.append(text)
    return only, found["transitions"]


def digest(text: str) -> str:
    """What a text is known by in a file of scores."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def far(distance: int) -> int:
    """A distance in tokens as one of 15 classes: exact up to four, then up to seven, up to twelve, and beyond."""
    size = abs(distance)
    step = size if size <= 4 else 5 if size <= 7 else 6 if size <= 12 else 7
    return 7 + (step if distance > 0 else -step)


def target_sizes(corpus: Corpus) -> list[int]:
    """How many classes each target has."""
    return [len(corpus.target_names[0]), len(corpus.target_names[1]), 15, len(corpus.target_names[3])]


@attrs.frozen(eq=False)
class Vocabulary:
    """The words that the tagger knows, numbered from 1."""

    vectors: dict[str, int]
    own: dict[str, int]
    matrix: np.ndarray
    """Whole numbers from -127 to 127: a row for each word of `vectors`, row 0 for the unknown."""
    unit: np.ndarray
    """What a column of `matrix` has to be multiplied by."""
    rows: np.ndarray
    """For each word of the corpus its rows in the tables of weights."""


def choose_vocabulary(corpus: Corpus, training: list[Text], others: list[Text], vectors: Path) -> Vocabulary:
    """Words written in lower case at least one time in four, which leaves out names.

    16,000 with vectors, the most frequent in the language first; 6,000 with a row of their own, which occur five times or
    more in what is trained on.
    """
    words = list(corpus.numbers)
    counts = sum((np.bincount(text.words, minlength=len(words)) for text in training), np.zeros(len(words), int))
    all_counts = sum((np.bincount(text.words, minlength=len(words)) for text in others), counts)
    small, total, trained = Counter(), Counter(), Counter()
    for word, count, everywhere in zip(words, counts.tolist(), all_counts.tolist(), strict=True):
        form = canonical(word)
        total[form] += everywhere
        trained[form] += count
        if word[0].islower() or not word[0].isalpha():
            small[form] += everywhere
    usual = {form for form, count in total.items() if count and small[form] * 4 >= count and form != "\n"}
    order, matrix, unit = read_vectors(vectors, usual, 16_000)
    own = [form for form, count in trained.most_common() if count >= 5 and form in usual][:6000]
    known = {form: number for number, form in enumerate(order, 1)}
    owned = {form: number for number, form in enumerate(own, 1)}
    rows = np.array([ROW.unpack(word_row(word, known, owned)) for word in words], np.int64)
    return Vocabulary(known, owned, matrix, unit, rows)


def read_vectors(path: Path, wanted: set[str], most: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Vectors in the text format of GloVe (a word and its numbers on a line, frequent words first), in 8 bits."""
    order, numbers = [], []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, _, rest = line.partition(" ")
            if word in wanted:
                order.append(word)
                numbers.append(np.array(rest.split(), np.float32))
                if len(order) == most:
                    break
    matrix = np.vstack([np.zeros_like(numbers[0]), *numbers])
    spread = np.minimum(np.abs(matrix).max(axis=0), 4 * matrix.std(axis=0) + 1e-3)
    unit = spread / 127 / matrix.std()
    return order, np.clip(np.rint(matrix / spread * 127), -127, 127).astype(np.int8), unit.astype(np.float32)
