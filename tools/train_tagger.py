"""Train the quote tagger, newskit.learned, and write its weights.

usage: python tools/train_tagger.py ARTICLES OUT.weights --vectors VECTORS --parses PARSES --teacher SCORES --own OWN
       [--hold-out NAME ...]
needs: newskit, torch and numpy (the dependency group "train-tagger")

ARTICLES  gzipped JSON lines, as convert_polnear.py writes them from the PolNeAR corpus
VECTORS   word vectors in GloVe's text format (the weights in the package: glove.6B.50d.txt, public domain, PDDL 1.0)
PARSES    gzipped JSON lines, as parse_texts.py writes them, of the same articles and of any other English texts
SCORES    what train_teacher.py wrote of the same articles (with the same held out) and texts; without it people alone teach
OWN       gzipped JSON lines, as convert_reported.py writes them from this repository's articles

First the network learns grammar: the parser's tags, relations, heads and entities, over all texts. Then it learns the
attributions, from people and teacher by halves, from the teacher alone in texts that nobody marked, from people alone in
OWN, twice each, since these say what a reader of news takes for a quote, and goes on with grammar at a tenth of the weight. Articles of publishers that are held out (the part of
the id before the first underscore) are used in neither; the found and expected parts of those are compared at the end,
and their confidences counted for the table in the weights. Without articles held out, the table is that of the file that
--confidence-of names. Seeds are fixed: the same input gives the same weights on the same machine.
"""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from tagger_chain import LABELS, marked, taught
from tagger_corpus import (
    Corpus,
    Text,
    Vocabulary,
    add_parses,
    add_scores,
    choose_vocabulary,
    held_out,
    read_rows,
    target_sizes,
)
from tagger_measure import compare, confidence_table
from tagger_model import BREAK, Tagger, export, sequence_loss, target_loss

from newskit.learned.network import load_network
from newskit.learned.tagger import STEPS
from newskit.learned.weights import read_weights

#: Passes over the texts: for grammar, for attributions, and how many of these, at the end, with all rounded to 8 bits.
GRAMMAR_PASSES, PASSES, ROUNDED_PASSES = 4, 12, 2
RATE = 2e-3
GRAMMAR_SHARE = 0.1

#: How far the teacher counts where people marked too, and in articles of our own; how often it sees each of these in a pass.
TRUST, TRUST_IN_OWN = 0.5, 0.0
OWN_TIMES = 2

#: Tokens to a window, windows to a step, line breaks between two texts.
WINDOW, BATCH, GAP = 256, 16, 8

#: Stands in the first line of the weights.
ABOUT = {
    "what": "weights of newskit.learned, made by tools/train_tagger.py",
    "corpus": "PolNeAR, https://github.com/networkdynamics/PolNeAR, whose README states no terms of use",
    "vectors": "GloVe 6B, 50 dimensions, https://nlp.stanford.edu/projects/glove/, public domain (PDDL 1.0)",
    "grammar": "learned from the annotations of spaCy's en_core_web_sm 3.8 (MIT licence)",
}

TEACHER = "all-MiniLM-L6-v2, Apache-2.0, fine-tuned on the same corpus by tools/train_teacher.py: answers, no weights"

Batch = tuple[np.ndarray, ...]


def main() -> None:
    """Read the command line, train, write, say how good it is."""
    options = command_line()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    corpus = Corpus()
    articles = [corpus.encode(row) for row in read_rows(options.articles)]
    held, training = held_out(articles, options.hold_out)
    others = add_parses(corpus, articles, read_rows(options.parses))
    own = [corpus.encode(row) for row in read_rows(options.own)] if options.own else []
    vocabulary = choose_vocabulary(corpus, training, others, options.vectors)
    model = Tagger(vocabulary, target_sizes(corpus))
    only_taught, teacher = [], np.zeros((LABELS, LABELS))
    if options.teacher:
        only_taught, teacher = add_scores([*training, *others], options.teacher, options.trust)
        add_scores(own, options.teacher, TRUST_IN_OWN)
    learner = Learner(model, vocabulary, teacher, np.random.default_rng(options.seed))
    learner.learn([*training, *others], GRAMMAR_PASSES, grammar_only=True)
    learner.learn([*training, *only_taught, *own * OWN_TIMES], options.passes, grammar_only=False)
    about = {
        **ABOUT,
        "teacher": TEACHER if options.teacher else None,
        "articles": len(training),
        "articles of our own": len(own),
        "held out": options.hold_out,
        "seed": options.seed,
    }
    table = options.confidence_of
    confidence = read_weights(table).tensors["confidence"] if table else np.full((3, STEPS), 500)
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
    parser.add_argument("--own", type=Path)
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
            what = "grammar" if grammar_only else "attributions"
            print(
                f"{what} {number + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - self.started:.0f} s", flush=True
            )

    def loss(self, batch: Batch, *, grammar_only: bool) -> tuple[torch.Tensor, float]:
        """What to descend from, and the value to report."""
        words, around, labels, targets, said, trust = batch
        scores, last = self.model(self.rows[words], torch.tensor(around))
        grammar = target_loss(self.model, last, torch.tensor(targets))
        if grammar_only:
            return grammar, grammar.item()
        breaks = (words == 0)[..., None]
        wanted = marked(labels, 1 - trust)
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


def batches(texts: list[Text], random: np.random.Generator, window: int = WINDOW, size: int = BATCH) -> list[Batch]:
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
        tuple(column[shuffled[start : start + size]] for column in columns)
        for start in range(0, len(shuffled) - size + 1, size)
    ]


if __name__ == "__main__":
    main()
