"""Train the quote tagger, newskit.learned, and write its weights.

usage: python tools/train_tagger.py ARTICLES OUT.weights --vectors VECTORS --parses PARSES --teacher SCORES [--hold-out NAME ...]
needs: newskit, torch and numpy (the dependency group "train-tagger")

ARTICLES  gzipped JSON lines, as convert_polnear.py writes them from the PolNeAR corpus
VECTORS   word vectors in GloVe's text format (the weights in the package: glove.6B.50d.txt, public domain, PDDL 1.0)
PARSES    gzipped JSON lines, as parse_texts.py writes them, of the same articles and of any other English texts
SCORES    what train_teacher.py wrote of the same articles (with the same held out) and texts; without it people alone teach

First the network learns grammar: the parser's tags, relations, heads and entities, over all texts. Then it learns the
attributions, from people and teacher by halves, from the teacher alone in texts that nobody marked, and goes on with
grammar at a tenth of the weight. Articles of publishers that are held out (the part of
the id before the first underscore) are used in neither; the found and expected parts of those are compared at the end,
and their confidences counted for the table that goes into the weights. Without articles held out, the table is taken
from the file that --confidence-of names. Seeds are fixed: the same input gives the same weights on the same machine.
"""

import argparse
import math
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tagger_chain import LABELS, gold, taught
from tagger_corpus import Corpus, Text, Vocabulary, add_parses, add_scores, choose_vocabulary, read_rows, target_sizes
from tagger_model import BREAK, Tagger, export, sequence_loss, target_loss

from newskit.learned.network import Network, load_network
from newskit.learned.tagger import ROLES, STEPS, Tag, tag, tag_steps
from newskit.learned.weights import read_weights

#: Passes over the texts: for grammar, for attributions, and how many of these, at the end, with all rounded to 8 bits.
GRAMMAR_PASSES, PASSES, ROUNDED_PASSES = 4, 12, 2
RATE = 2e-3
GRAMMAR_SHARE = 0.1

#: How far the teacher counts where people marked too.
TRUST = 0.5

#: Tokens to a window, windows to a step, line breaks between two texts.
WINDOW, BATCH, GAP = 256, 16, 8

#: Stands in the first line of the weights.
ABOUT = {
    "what": "weights of newskit.learned, made by tools/train_tagger.py",
    "corpus": "PolNeAR, https://github.com/networkdynamics/PolNeAR, whose README states no terms of use",
    "vectors": "GloVe 6B, 50 dimensions, https://nlp.stanford.edu/projects/glove/, public domain (PDDL 1.0)",
    "teacher": "all-MiniLM-L6-v2, Apache-2.0, fine-tuned on the same corpus by tools/train_teacher.py: answers, no weights",
    "grammar": "learned from the annotations of spaCy's en_core_web_sm 3.8 (MIT licence)",
}

ROLE_OF = {"content": "content", "speaker": "source", "cue": "cue"}


def main() -> None:
    """Read the command line, train, write, say how good it is."""
    options = command_line()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    corpus = Corpus()
    articles = [corpus.encode(row) for row in read_rows(options.articles)]
    held = [text for text in articles if text.id.split("_")[0] in options.hold_out]
    training = [text for text in articles if text.id.split("_")[0] not in options.hold_out]
    others = add_parses(corpus, articles, read_rows(options.parses))
    vocabulary = choose_vocabulary(corpus, training, others, options.vectors)
    model = Tagger(vocabulary, target_sizes(corpus))
    only_taught, teacher = [], np.zeros((LABELS, LABELS))
    if options.teacher:
        only_taught, teacher = add_scores([*training, *others], options.teacher, options.trust)
    learner = Learner(model, vocabulary, teacher, np.random.default_rng(options.seed))
    learner.learn([*training, *others], GRAMMAR_PASSES, grammar_only=True)
    learner.learn([*training, *only_taught], options.passes, grammar_only=False)
    about = {**ABOUT, "articles": len(training), "held out": options.hold_out, "seed": options.seed}
    known = options.confidence_of
    confidence = read_weights(known).tensors["confidence"] if known else np.full((3, STEPS), 500)
    export(options.out, model, vocabulary, about, confidence)
    if held:
        export(options.out, model, vocabulary, about, confidence_table(options.out, held))
        compare(load_network(options.out), held)


def command_line() -> argparse.Namespace:
    """The arguments of the command."""
    parser = argparse.ArgumentParser(description="Train the quote tagger.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--parses", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, metavar="SCORES")
    parser.add_argument("--trust", type=float, default=TRUST)
    parser.add_argument("--hold-out", nargs="*", default=[], metavar="PUBLISHER")
    parser.add_argument("--confidence-of", type=Path, metavar="WEIGHTS")
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


class Learner:
    """A model that is fitted to texts, task by task."""

    def __init__(self, model: Tagger, vocabulary: Vocabulary, teacher: np.ndarray, random: np.random.Generator) -> None:
        self.model = model
        self.teacher = teacher
        self.rows = torch.tensor(vocabulary.rows)
        self.random = random
        self.started = time.monotonic()

    def learn(self, texts: list[Text], passes: int, *, grammar_only: bool) -> None:
        """Change the weights to fit the texts, `passes` times each."""
        optimizer = new_optimizer(self.model)
        steps = passes * (sum(len(text.words) + GAP for text in texts) // (WINDOW * BATCH))
        step = 0
        self.model.train()
        for number in range(passes):
            self.model.rounding = not grammar_only and passes - number <= ROUNDED_PASSES
            losses = []
            for batch in batches(texts, self.random):
                step += 1
                for group in optimizer.param_groups:
                    group["lr"] = RATE * min(1, step / 100) * (0.51 + 0.5 * math.cos(math.pi * min(1, step / steps)))
                loss, value = self.loss(batch, grammar_only=grammar_only)
                losses.append(value)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                optimizer.step()
            what, seconds = "grammar" if grammar_only else "attributions", time.monotonic() - self.started
            print(f"{what}, pass {number + 1}: loss {np.mean(losses):.4f}, {seconds:.0f} s", flush=True)

    def loss(self, batch: tuple[np.ndarray, ...], *, grammar_only: bool) -> tuple[torch.Tensor, float]:
        """What to descend from, and the value to report."""
        words, around, labels, targets, said, trust = batch
        scores, last = self.model(self.rows[words], torch.tensor(around))
        grammar = target_loss(self.model, last, torch.tensor(targets))
        if grammar_only:
            return grammar, grammar.item()
        breaks = (words == 0)[..., None]
        wanted = gold(labels, 1 - trust)
        if trust.any():
            wanted += taught(np.where(breaks, BREAK.numpy(), said), self.teacher, trust)
        scores = torch.where(torch.tensor(breaks), BREAK, scores)
        sequence, value = sequence_loss(scores, self.model.transitions, wanted)
        return sequence + GRAMMAR_SHARE * grammar, value


def new_optimizer(model: Tagger) -> torch.optim.Optimizer:
    """AdamW, which lets matrices decay and leaves biases and transitions alone."""
    named = list(model.named_parameters())
    flat = [weights for name, weights in named if weights.ndim < 2 or name == "transitions"]
    tables = [weights for name, weights in named if weights.ndim > 1 and name != "transitions"]
    groups = [{"params": tables, "weight_decay": 0.01}, {"params": flat, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.99))


def batches(
    texts: list[Text], random: np.random.Generator, window: int = WINDOW, batch: int = BATCH
) -> list[tuple[np.ndarray, ...]]:
    """All texts, shuffled into one stream with line breaks between them, cut at a random offset into shuffled windows."""
    gap: dict[str, np.ndarray] = {name: np.zeros(GAP, np.int64) for name in ("words", "around", "labels")}
    gap["targets"] = np.full((GAP, texts[0].targets.shape[1]), -1, np.int16)
    gap["scores"] = np.tile(BREAK.numpy().astype(np.float16), (GAP, 1))
    gap["trust"] = np.zeros(GAP, np.float32)
    order = random.permutation(len(texts))
    offset = int(random.integers(0, window))
    columns = []
    for name, between in gap.items():
        stream = np.concatenate([part for place in order for part in (getattr(texts[place], name), between)])
        count = (len(stream) - offset) // window
        windows = stream[offset : offset + count * window].reshape(count, window, *stream.shape[1:])
        columns.append(windows.astype(np.int64 if between.dtype.kind == "i" else np.float32))
    shuffled = random.permutation(len(columns[0]))
    return [
        tuple(column[shuffled[start : start + batch]] for column in columns)
        for start in range(0, len(shuffled) - batch + 1, batch)
    ]


def confidence_table(weights: Path, held: list[Text]) -> np.ndarray:
    """For each role and step how many tags of a thousand are right, smoothed so that it never falls.

    A tag is right when it shares half of its characters or more, and half of the other's, with a part of its role.
    """
    network = load_network(weights)
    right, all_tags = np.zeros((3, STEPS)), np.zeros((3, STEPS))
    for text in held:
        gold = gold_spans(text)
        for found, step in tag_steps(text.text, text.inside_marks, network):
            row = ROLES.index(found.role)
            all_tags[row, step] += 1
            right[row, step] += any(alike(found, start, end) for role, start, end in gold if role == found.role)
    return np.array([never_falling(hits, counts) for hits, counts in zip(right, all_tags, strict=True)])


def never_falling(hits: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Isotonic regression: neighbours that are out of order share their mean. Thousandths, from 5 to 995."""
    pools: list[list[float]] = []
    for hit, count in zip(hits, counts, strict=True):
        pools.append([hit + 0.5, count + 1, 1])
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    shares = [hit / count for hit, count, size in pools for _ in range(int(size))]
    return np.clip(np.rint(np.array(shares) * 1000), 5, 995).astype(int)


def alike(found: Tag, start: int, end: int) -> bool:
    """Whether the two share at least half of what they cover together."""
    both = min(found.end, end) - max(found.start, start)
    return both * 2 >= max(found.end, end) - min(found.start, start)


def compare(network: Network, held: list[Text]) -> None:
    """Print precision, recall and F1 of each role: exact, but for what is no letter or digit at the edges."""
    gold, got, both = Counter(), Counter(), Counter()
    for text in held:
        expected = {(role, *trim(text.text, start, end)) for role, start, end in gold_spans(text)}
        tags = tag(text.text, text.inside_marks, network)
        found = {(each.role, *trim(text.text, each.start, each.end)) for each in tags}
        for counter, spans in ((gold, expected), (got, found), (both, expected & found)):
            counter.update(span[0] for span in spans)
    for role in ROLE_OF.values():
        precision, recall = both[role] / max(1, got[role]), both[role] / max(1, gold[role])
        f1 = 2 * both[role] / max(1, got[role] + gold[role])
        print(f"{role}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({gold[role]} expected)")


def gold_spans(text: Text) -> set[tuple[str, int, int]]:
    """Role, start and end of each part that a person marked."""
    return {
        (role, start, end)
        for quote in text.quotes
        for part, role in ROLE_OF.items()
        for start, end in quote[part] or ()
    }


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what is no letter or digit at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


if __name__ == "__main__":
    main()
