"""Learn src/newskit/evidence/line_weights.json: what each fact of a line says of its role in the text.

usage: python tools/train_lines.py DATA_DIR [--check]

DATA_DIR holds ``*lines*.jsonl.gz`` files of texts, a JSON object a line with ``id``, ``text`` and ``labels``: for each line of the text
that is not blank “headline”, “body”, “boilerplate” or null where nobody knows. Needs numpy and scipy (dependency group
“train”). The same data give the same weights. ``--check`` learns nothing new: it prints F1 with sites kept apart, three ways.
"""

import argparse
import gzip
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from zlib import crc32

import attrs
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newskit.evidence.line_context import facts_in_context
from newskit.evidence.line_model import FIRST, FOLLOWERS, LAST, ROLES, Role, Weights, read_weights
from newskit.evidence.lines import line_labels, lines_of
from newskit.language.builtin import newskit_language
from newskit.model.document import Document
from newskit.model.kinds import Kind, Part
from newskit.model.span import Span
from newskit.readers.text import newskit_read

WEIGHTS = Path(__file__).parent.parent / "src/newskit/evidence/line_weights.json"
#: The roles that a gold label leaves open.
MAY_BE = {
    "headline": [Role.HEADLINE],
    "body": [Role.BODY],
    "boilerplate": [Role.FRONT, Role.INSIDE, Role.END],
    None: list(ROLES),
}
#: A fact that fewer texts than this show is left out.
LEAST_TEXTS = 4
#: A word says more of its texts than of its kind: it must stand in more of them.
LEAST_TEXTS_OF_A_WORD = 30
#: How strongly weights are held to what is known beforehand, mostly zero.
DECAY = 20.0
STEPS = 80
#: What a phrase is taken to say against headline and body before any text is seen, by the place that it has in the line: the
#: texts are few, and hardly any has a copyright notice left.
BEFOREHAND = {"whole": -3.0, "start": -1.5, "closing": -1.5, "end": -1.0, "inside": -0.3}
#: The same for kinds whose phrases stand in notices only, and for captions, which begin as sentences do.
BEFOREHAND_OF_SOME = {
    "caption": {"start": -0.5},
    "copyright": {"whole": -4.0, "start": -4.0, "inside": -3.5},
    "syndication": {"whole": -3.0, "start": -3.0, "inside": -1.5},
    "newsletter": {"whole": -3.0, "start": -2.0, "inside": -0.5},
    "cookie": {"whole": -3.0, "start": -2.0, "inside": -0.5},
}
#: The same for a phrase that is all that stands before a colon: “Read more: A bridge”.
BEFOREHAND_OF_A_LABEL = -5.0
#: Sets that are not read but made: texts without their boilerplate, and short articles with asides put together.
CLEAN, MADE = "clean", "made"
#: How often a text of a set counts, where not once; “newslines” is of news alone.
COUNTS = {"newslines": 2.0, CLEAN: 0.25, MADE: 1.0}
#: What stands in lines that are made.
NAMES = (
    "Anna Stern",
    "Paul Marsh",
    "Lena van Dyk",
    "Marta Oliveira",
    "J. R. Holm",
    "Ines Calder",
    "Tom Okoro",
    "Eva Lindqvist",
)
TIMES = ("12.03.2024, 14:05", "3 May 2024", "2024-05-03 08:15", "5 April 2023 at 18:30", "09:20", "11/08/2022")
#: A weight below this is left out of the file.
LEAST_WEIGHT = 0.03
NEVER = -1e4


class Sample(NamedTuple):
    """A text as the model sees it, with its gold."""

    name: str
    site: str
    labels: list[str | None]
    facts: list[list[str]]
    document: Document
    spans: list[Span]


class Batch(NamedTuple):
    """Some texts of like length, padded to the longest."""

    facts: csr_matrix
    inside: np.ndarray
    allowed: np.ndarray
    lengths: np.ndarray
    counts: np.ndarray


class Model(NamedTuple):
    """What is learned: a weight for each fact and role, and for each step from role to role."""

    names: dict[str, int]
    facts: np.ndarray
    steps: np.ndarray


def read(folder: Path) -> list[Sample]:
    """Read all texts in the order of the files' names."""
    samples = []
    for path in sorted(folder.glob("*lines*.jsonl.gz")):
        name = path.name.partition("_")[0]
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                samples += [sample(name, row), sample(CLEAN, without_boilerplate(row))]
    return [text for text in samples if text.facts]


def without_boilerplate(row: dict[str, Any]) -> dict[str, Any]:
    """Give a text as an archive has it: headline and body alone."""
    lines = [
        line for line in zip(row["text"].split("\n"), row["labels"], strict=True) if line[1] in ("headline", "body")
    ]
    return {**row, "text": "\n".join(line for line, _ in lines), "labels": [label for _, label in lines]}


def sample(name: str, row: dict[str, Any]) -> Sample:
    document = newskit_read(row["text"], "text", None)
    document = attrs.evolve(document, words=newskit_language(document.language or "und") or document.words)
    spans, lines = lines_of(document)
    starts, at = [], 0
    for line in row["text"].split("\n"):
        starts.append(at)
        at += len(line) + 1
    labels = [row["labels"][bisect_right(starts, span.start) - 1] for span in spans]
    return Sample(
        name,
        "/".join(row["id"].split("/")[:2]),
        labels,
        [[*facts.form, *facts.shape, *facts.place, *facts.loose] for facts in facts_in_context(lines)],
        document,
        spans,
    )


def made(samples: Sequence[Sample]) -> list[Sample]:
    """Make short clean articles of what the texts hold: a headline, some of the body, and asides put together from phrases.

    The texts are what an extractor left of long pages; a reporter's own file is short, and has a byline, a notice, a list of
    related titles. Titles of the other texts in the language stand for those.
    """
    titles: dict[str | None, list[str]] = {}
    for text in (text for text in samples if text.name != CLEAN):
        titles.setdefault(text.document.language, []).extend(texts_of(text, "headline")[:1])
    return [
        sample(MADE, row)
        for text in samples
        if text.name != CLEAN
        and (row := made_row(text, titles[text.document.language], Random(crc32(text.document.text.encode()))))  # noqa: S311 -- no secret
    ]


def texts_of(text: Sample, label: str) -> list[str]:
    return [
        " ".join(span.of(text.document.text).split())
        for span, gold in zip(text.spans, text.labels, strict=True)
        if gold == label
    ]


def made_row(text: Sample, titles: Sequence[str], chance: Random) -> dict[str, Any] | None:
    headlines, body = texts_of(text, "headline"), texts_of(text, "body")
    if not headlines or len(body) < 4:
        return None
    sentences = [line for line in body if 30 <= len(line) <= 130 and line[-1] in '.!?”"']
    if len(sentences) > 3 and chance.random() < 0.5:  # short paragraphs are rarer in the texts than in news
        body = sentences
    phrases = Phrases(text.document.words.phrases, titles, chance)
    begin = chance.choice([0, 0, chance.randrange(len(body) - 3)])
    rows = [(line, "body") for line in body[begin : begin + chance.randint(2, 9)]]
    for kind in chance.sample(["advertisement", "read_more", "credit", "newsletter"], chance.choice([0, 0, 1, 2])):
        rows.insert(chance.randint(1, len(rows) - 1), (phrases.line(kind), "boilerplate"))
    front = [(phrases.line(kind), "boilerplate") for kind in ("byline", "timestamp") if chance.random() < 0.5]
    top = [(phrases.line(kind), "boilerplate") for kind in ("navigation", "paywall") if chance.random() < 0.15]
    headline = [(headlines[0], "headline")] if chance.random() < 0.9 else []
    rows = [*top, *headline, *front, *rows]
    for kind in chance.sample(
        ["related", "copyright", "share", "correction", "author_bio", "comments"], chance.choice([0, 1, 1, 2, 3])
    ):
        rows.append((phrases.line(kind), "boilerplate"))
        if kind == "related":
            rows += [(title, "boilerplate") for title in chance.sample(titles, min(len(titles), chance.randint(1, 3)))]
    return {"id": text.site, "text": "\n".join(line for line, _ in rows), "labels": [label for _, label in rows]}


class Phrases(NamedTuple):
    """Makes lines of a kind from a language's phrases."""

    lists: Mapping[str, Sequence[str]]
    titles: Sequence[str]
    chance: Random

    def line(self, kind: str) -> str:
        """Open a line with one of the kind's phrases, and go on as such lines do."""
        openings = [phrase for phrase in self.lists.get(kind, ()) if phrase.startswith("^")] or ["^" + kind]
        phrase = self.chance.choice(openings).strip("^$").capitalize()
        if kind in ("byline", "credit", "author_bio"):
            return f"{phrase} {self.chance.choice(NAMES)}"
        if kind == "timestamp":
            return f"{phrase} {self.chance.choice(TIMES)}"
        if kind in ("read_more", "correction"):
            return f"{phrase}: {self.chance.choice(self.titles)}"
        return phrase


def learn(samples: Sequence[Sample]) -> Model:
    """Find the weights under which the gold labels are likeliest, held by ``DECAY`` to what is known beforehand."""
    samples = [*samples, *made(samples)]
    seen = Counter(fact for text in samples for fact in {fact for line in text.facts for fact in line})
    least = {fact: LEAST_TEXTS if "=" in fact else LEAST_TEXTS_OF_A_WORD for fact in seen}
    kept = {fact for fact, count in seen.items() if count >= least[fact]} | set(beforehand())
    names = {fact: at for at, fact in enumerate(sorted(kept))}
    batches = [batch(part, names) for part in in_parts(samples)]
    size, roles = len(names), len(ROLES)
    start = np.zeros((size + roles, roles))
    for fact, against in beforehand().items():
        start[names[fact], [ROLES.index(Role.HEADLINE), ROLES.index(Role.BODY)]] = against
    options = {"maxiter": STEPS}
    found = minimize(cost, start.ravel(), (start.ravel(), batches, size), jac=True, method="L-BFGS-B", options=options)
    weights = found.x.reshape(size + roles, roles)
    return Model(names, weights[:size], weights[size:])


def beforehand() -> dict[str, float]:
    """Give the facts that are known to speak against headline and body, and how much."""
    kinds = [kind for kind in Kind if kind.part in (Part.FURNITURE, Part.BOILERPLATE)]
    hits = {
        f"hit={kind}.{place}": (BEFOREHAND | BEFOREHAND_OF_SOME.get(kind, {}))[place]
        for kind in kinds
        for place in BEFOREHAND
    }
    return hits | {f"label={kind}": BEFOREHAND_OF_A_LABEL for kind in kinds}


def in_parts(samples: Sequence[Sample], size: int = 40) -> list[Sequence[Sample]]:
    ordered = sorted(samples, key=lambda text: len(text.facts))
    return [ordered[at : at + size] for at in range(0, len(ordered), size)]


def batch(texts: Sequence[Sample], names: dict[str, int]) -> Batch:
    """Turn texts into matrices."""
    longest = max(len(text.facts) for text in texts)
    rows, columns = [], []
    inside = np.zeros((len(texts), longest), bool)
    allowed = np.zeros((len(texts), longest, len(ROLES)), bool)
    for number, text in enumerate(texts):
        for place, (facts, label) in enumerate(zip(text.facts, text.labels, strict=True)):
            known = [names[fact] for fact in facts if fact in names]
            rows += [number * longest + place] * len(known)
            columns += known
            inside[number, place] = True
            allowed[number, place, [ROLES.index(role) for role in MAY_BE[label]]] = True
    facts = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(texts) * longest, len(names)))
    counts = np.array([COUNTS.get(text.name, 1.0) for text in texts])
    return Batch(facts, inside, allowed, inside.sum(1), counts)


def cost(flat: np.ndarray, start: np.ndarray, batches: Sequence[Batch], size: int) -> tuple[float, np.ndarray]:
    """Give minus the logarithm of the gold's likelihood, and its gradient."""
    weights = flat.reshape(-1, len(ROLES))
    facts, steps = weights[:size], weights[size:]
    away = flat - start
    value, gradient = 0.5 * DECAY * float((away**2).sum()), DECAY * away.reshape(weights.shape)
    for part in batches:
        own = np.asarray(part.facts @ facts).reshape(*part.inside.shape, -1)
        forced = np.where(part.allowed | ~part.inside[:, :, None], own, own - 1e3)
        free_at, free_steps, free = expected(own, steps, part)
        gold_at, gold_steps, gold = expected(forced, steps, part)
        value += float((part.counts * (free - gold)).sum())
        more = (free_at - gold_at) * part.counts[:, None, None]
        gradient[:size] += part.facts.T @ more.reshape(-1, len(ROLES))
        gradient[size:] += ((free_steps - gold_steps) * part.counts[:, None, None]).sum(0)
    return value, gradient.ravel()


def expected(own: np.ndarray, steps: np.ndarray, part: Batch) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum over all sequences of roles: how often each role at each line, each step, and the logarithm of the whole."""
    step, first, last = allowed_steps(steps)
    count, longest, _ = own.shape
    ahead, behind = np.full_like(own, NEVER), np.full_like(own, NEVER)
    ahead[:, 0] = own[:, 0] + first
    for at in range(1, longest):
        ahead[:, at] = log_sum(ahead[:, at - 1, :, None] + step, 1) + own[:, at]
    behind[:, -1] = last
    for at in range(longest - 2, -1, -1):
        onwards = log_sum(step + (own[:, at + 1] + behind[:, at + 1])[:, None, :], 2)
        behind[:, at] = np.where((at + 1 < part.lengths)[:, None], onwards, last)
    whole = log_sum(ahead[np.arange(count), part.lengths - 1] + last, 1)
    at_lines = np.exp(np.minimum(ahead + behind - whole[:, None, None], 0)) * part.inside[:, :, None]
    joint = ahead[:, :-1, :, None] + step + (own[:, 1:] + behind[:, 1:])[:, :, None, :] - whole[:, None, None, None]
    in_steps = (np.exp(np.minimum(joint, 0)) * part.inside[:, 1:, None, None]).sum(1)
    return at_lines, in_steps, whole


def allowed_steps(steps: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Close the steps, beginnings and ends that are not allowed."""
    may = np.array([[then in FOLLOWERS[role] for then in ROLES] for role in ROLES])
    first = np.array([0.0 if role in FIRST else NEVER for role in ROLES])
    last = np.array([0.0 if role in LAST else NEVER for role in ROLES])
    return np.where(may, steps, NEVER), first, last


def log_sum(values: np.ndarray, axis: int) -> np.ndarray:
    most = values.max(axis, keepdims=True)
    return (most + np.log(np.exp(values - most).sum(axis, keepdims=True))).squeeze(axis)


def as_file(model: Model) -> str:
    """Write a model as readable JSON, a fact a line."""
    about = (
        "Weights of evidence/line_model.py, learned by tools/train_lines.py: for each fact, what it adds to each role."
    )
    follows = {
        role.value: {
            then.value: round(float(model.steps[a, b]), 2) for b, then in enumerate(ROLES) if then in FOLLOWERS[role]
        }
        for a, role in enumerate(ROLES)
    }
    facts = [
        f"{json.dumps(fact, ensure_ascii=False)}: {json.dumps([round(float(value), 2) for value in model.facts[at]])}"
        for fact, at in model.names.items()
        if np.abs(model.facts[at]).max() >= LEAST_WEIGHT
    ]
    steps = ",\n".join(f'"{role}": {json.dumps(row)}' for role, row in follows.items())
    return (
        f'{{\n"about": {json.dumps(about)},\n"roles": {json.dumps([role.value for role in ROLES])},\n'
        f'"follows": {{\n{steps}\n}},\n"facts": {{\n' + ",\n".join(facts) + "\n}\n}\n"
    )


def check(samples: Sequence[Sample], ways: int = 3) -> None:
    """Print F1 by label and set, each text judged by weights that were learned on other sites."""
    said: Counter[tuple[str, str, str]] = Counter()
    for way in range(ways):
        apart = [crc32(text.site.encode()) % ways == way for text in samples]
        weights = read_weights(as_file(learn([text for text, out in zip(samples, apart, strict=True) if not out])))
        for text in (text for text, out in zip(samples, apart, strict=True) if out and text.name != CLEAN):
            count(text, weights, said)
    for name in sorted({text.name for text in samples} - {CLEAN}):
        for label in ("headline", "body", "boilerplate"):
            hit, gold, got = (said[name, label, which] for which in ("hit", "gold", "got"))
            print(f"{name:10s} {label:12s} F1 {2 * hit / (gold + got):.3f}  gold {gold}  got {got}")


def count(text: Sample, weights: Weights, said: Counter[tuple[str, str, str]]) -> None:
    parts = {label.span: label.kind.part.value for label in line_labels(text.document, weights)}
    for span, gold in zip(text.spans, text.labels, strict=True):
        got = parts[span] if parts[span] in ("headline", "body") else "boilerplate"
        if gold:
            said[text.name, gold, "gold"] += 1
            said[text.name, got, "got"] += 1
            said[text.name, gold, "hit"] += got == gold


def main() -> None:
    """Learn, or check."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    samples = read(given.data)
    if given.check:
        check(samples)
    else:
        WEIGHTS.write_text(as_file(learn(samples)), encoding="utf-8")


if __name__ == "__main__":
    main()
