"""Train the teacher of the quote tagger and let it label texts, for train_tagger.py to learn from.

usage: python tools/train_teacher.py ARTICLES MODEL TEXTS OUT.npz [--own OWN] [--hold-out NAME ...]
       [--save FILE] [--load FILE]
needs: newskit, torch, safetensors, tokenizers and numpy (the dependency group "train-tagger")

ARTICLES  gzipped JSON lines, as convert_polnear.py writes them from the PolNeAR corpus
MODEL     the folder of an encoder in Hugging Face's layout: config.json, tokenizer.json, model.safetensors (for the
          weights in the package: all-MiniLM-L6-v2, Apache-2.0)
TEXTS     gzipped JSON lines with "text": any English texts; of the articles only those that are not held out are labelled
OWN       gzipped JSON lines, as convert_reported.py writes them from this repository's articles
OUT       the teacher's scores of each label of each token, and its transitions
FILE      the fine-tuned teacher: kept by one run, another goes on with it without training again

The model is fine-tuned on the attributions of the articles that are not held out; exact F1 on the others is printed. Then it
learns from OWN what a reader of news takes for a quote: half of the articles once more, and OWN twice, more slowly. Seeds
are fixed: the same input gives the same scores on the same machine.
"""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from tagger_chain import marked, taught
from tagger_corpus import Corpus, Text, digest, held_out, read_rows
from tagger_measure import compare
from tagger_model import BREAK, POINTS, sequence_loss
from teacher_model import Pieces, Teacher
from train_tagger import GAP, batches

PASSES = 3
#: The rate of the last layer, of what is new, and what a layer's is of that above it.
RATE, NEW_RATE, LESS = 1.5e-4, 2e-3, 0.85

#: How often the teacher sees each of our own articles, beside what share of the others, at what share of the rate.
OWN_TIMES, OTHERS, SLOWER = 2, 0.5, 0.5

#: Words to a window, windows to a step, words on each side of a window whose scores are left to its neighbours.
WINDOW, BATCH, MARGIN = 160, 14, 24


def main() -> None:
    """Read the command line, fine-tune, say how good it is, label."""
    options = command_line()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    corpus = Corpus()
    articles = [corpus.encode(row) for row in read_rows(options.articles)]
    held, training = held_out(articles, options.hold_out)
    own = [corpus.encode(row) for row in read_rows(options.own)] if options.own else []
    known = {text.text for text in articles}
    others = [corpus.encode(row) for row in read_rows(options.texts) if row["text"] not in known]
    pieces = Pieces(options.model, corpus.numbers)
    teacher = Teacher(options.model)
    if options.load:
        teacher.load_state_dict(torch.load(options.load, weights_only=True))
    else:
        fine_tune(teacher, pieces, training, options.passes, np.random.default_rng(options.seed))
    if own:
        learn_own(teacher, pieces, training, own, np.random.default_rng(options.seed + 1))
    if options.save:
        torch.save(teacher.state_dict(), options.save)
    if held:
        compare(Answers(teacher, label_all(teacher, pieces, held)), held)
    texts = [*training, *others, *own]
    scores = label_all(teacher, pieces, texts)
    np.savez(
        options.out,
        digests=np.array([digest(text.text) for text in texts]),
        sizes=np.array([len(rows) for rows in scores]),
        scores=np.concatenate(scores).astype(np.float16),
        transitions=teacher.transitions.detach().numpy(),
    )


def command_line() -> argparse.Namespace:
    """The arguments of the command."""
    parser = argparse.ArgumentParser(description="Train the teacher of the quote tagger.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--own", type=Path, help="articles of our own, to learn from behind the others")
    parser.add_argument("--hold-out", nargs="*", default=[], metavar="PUBLISHER")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the fine-tuned teacher")
    parser.add_argument("--load", type=Path, metavar="FILE", help="a teacher that was kept, to go on with")
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def learn_own(
    teacher: Teacher, pieces: Pieces, articles: list[Text], own: list[Text], random: np.random.Generator
) -> None:
    """Fit our own articles too. Where these leave open whether a token is part of a report, the teacher stays with its answer."""
    before = teacher.transitions.detach().numpy().copy()
    for text, scores in zip(own, label_all(teacher, pieces, own), strict=True):
        text.scores = scores.astype(np.float16)
        text.trust[:] = text.left_open
    others = [articles[place] for place in random.permutation(len(articles))[: int(len(articles) * OTHERS)]]
    fine_tune(teacher, pieces, [*others, *own * OWN_TIMES], 1, random, SLOWER, before)


def fine_tune(
    teacher: Teacher,
    pieces: Pieces,
    texts: list[Text],
    passes: int,
    random: np.random.Generator,
    slower: float = 1,
    before: np.ndarray | None = None,
) -> None:
    """Change the weights to fit the attributions of the texts, `passes` times each.

    `slower` is the share of the usual rates; `before` has the transitions that belong to scores the texts have already.
    """
    optimizer = new_optimizer(teacher)
    full = [group["lr"] * slower for group in optimizer.param_groups]
    steps = passes * (sum(len(text.words) + GAP for text in texts) // (WINDOW * BATCH))
    step, started = 0, time.monotonic()
    teacher.train()
    for number in range(passes):
        losses = []
        for words, around, labels, _, said, trust in batches(texts, random, WINDOW, BATCH):
            step += 1
            share = min(1, step / (steps / 10)) * (0.505 + 0.495 * math.cos(math.pi * min(1, step / steps)))
            for group, rate in zip(optimizer.param_groups, full, strict=True):
                group["lr"] = rate * share
            scores = teacher(pieces.lay_out(words, around))
            breaks = (words == 0)[..., None]
            scores = torch.where(torch.tensor(breaks), BREAK, scores)
            wanted = marked(labels, 1 - trust)
            if before is not None and trust.any():
                wanted += taught(np.where(breaks, BREAK.numpy(), said), before, trust)
            loss, value = sequence_loss(scores, teacher.transitions, wanted)
            losses.append(value)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
        print(f"pass {number + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - started:.0f} s", flush=True)


def new_optimizer(teacher: Teacher) -> torch.optim.Optimizer:
    """AdamW: low layers learn slowly, what is new fast."""
    count = len(teacher.layers)
    rates = dict.fromkeys([teacher.pieces, teacher.places, teacher.norm], RATE * LESS**count)
    rates |= {layer: RATE * LESS ** (count - 1 - number) for number, layer in enumerate(teacher.layers)}
    groups = [
        {
            "params": [some for some in part.parameters() if (some.ndim > 1) == (decay > 0)],
            "lr": rate,
            "weight_decay": decay,
        }
        for part, rate in rates.items()
        for decay in (0.01, 0.0)
    ]
    new = [teacher.shapes, teacher.marks, teacher.transitions, *teacher.to_label.parameters()]
    return torch.optim.AdamW([*groups, {"params": new, "lr": NEW_RATE, "weight_decay": 0.0}], betas=(0.9, 0.98))


@torch.no_grad()
def label_all(teacher: Teacher, pieces: Pieces, texts: list[Text]) -> list[np.ndarray]:
    """The scores of the tokens of each text; a score is read where its window shows `MARGIN` words on each side."""
    teacher.eval()
    found = []
    inner = WINDOW - 2 * MARGIN
    for text in texts:
        count = len(text.words)
        windows = -(-count // inner)
        columns = [np.zeros(windows * inner + 2 * MARGIN, np.int64) for _ in range(2)]
        columns[0][MARGIN : MARGIN + count] = text.words
        columns[1][MARGIN : MARGIN + count] = text.around
        words, around = (np.lib.stride_tricks.sliding_window_view(column, WINDOW)[::inner] for column in columns)
        parts = [
            teacher(pieces.lay_out(words[at : at + BATCH], around[at : at + BATCH]))[:, MARGIN : MARGIN + inner]
            for at in range(0, windows, BATCH)
        ]
        found.append(torch.cat(parts).flatten(0, 1)[:count].numpy())
    return found


class Answers:
    """Scores that are known already, where a network is asked for."""

    def __init__(self, teacher: Teacher, scores: list[np.ndarray]) -> None:
        self.transitions = np.rint(teacher.transitions.detach().numpy() * POINTS).astype(np.int64)
        self.confidence = np.zeros((3, 64))
        self.left = list(scores)

    def rows(self, words: list[str]) -> list[str]:
        return words

    def scores(self, *_: object) -> np.ndarray:
        """The scores of the next text: they are asked for in order."""
        return np.rint(self.left.pop(0) * POINTS).astype(np.int16)


if __name__ == "__main__":
    main()
