"""The tagger's network as train_tagger.py learns it, its losses, and its way into a file of weights.

It is the network of newskit.learned.network in floating point. In the last passes every weight and every activation is
rounded as it will be in the file (straight through: the gradient takes no notice), so the network learns to live with it.
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (its usual name)
from tagger_chain import LABELS, Wanted, chain
from tagger_corpus import NO_TARGET, WEIGHTS_OF_TARGETS, Vocabulary
from torch import nn

from newskit.learned.features import PREFIXES, SHAPES, SHORT_SUFFIXES, SUFFIXES
from newskit.learned.network import TOP
from newskit.learned.weights import write_weights

#: One step of the activations, which are whole numbers of steps in the file: they lie between -REACH and REACH.
UNIT = 1 / 32
REACH = TOP * UNIT

#: Points of the whole-number scores to one of the learned ones.
POINTS = 64

DILATIONS = (1, 2, 4, 8, 16, 1, 2, 4)
WIDTH, WORD_WIDTH = 192, 64
AROUND = 24

#: How often, in training, a word's vector, its own row, its beginning and ending are hidden. (With a teacher that says how
#: sure it is, a third of what was best without.)
HIDE_VECTOR, HIDE_OWN, HIDE_AFFIXES = 0.03, 0.1, 0.05
DROP_WORD, DROP = 0.03, 0.02

#: Added, in the file, to the scores of all labels of parts: what is learned leaves out more than it puts in too much, and
#: F1 of quotes on articles held out is best about here.
LEAN = 0.1875

#: Added to the scores of a line break: it is no part of anything.
BREAK = torch.tensor([0.0] + [-50.0] * (LABELS - 1))


def through(exact: torch.Tensor, rounded: torch.Tensor) -> torch.Tensor:
    """The rounded value, with the gradient of the exact one."""
    return exact + (rounded - exact).detach()


def eight_bits(weights: torch.Tensor, *, by_row: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole numbers from -127 to 127, and what to multiply them by: a power of two for each row, or any number for all."""
    size = weights.detach().abs()
    largest = size.amax(dim=1, keepdim=True) if by_row else size.max()
    scale = largest.clamp(min=1e-8) / TOP
    scale = torch.exp2(torch.ceil(torch.log2(scale))) if by_row else scale
    return torch.round(weights.detach() / scale).clamp(-TOP, TOP), scale


class Dropper:
    """Dropout from one pool of random numbers: much cheaper than drawing as many as there are activations."""

    SIZE = 1 << 21

    def __init__(self) -> None:
        self.pools: dict[float, torch.Tensor] = {}

    def __call__(self, values: torch.Tensor, share: float) -> torch.Tensor:
        if share not in self.pools:
            self.pools[share] = (torch.rand(self.SIZE) >= share).float() / (1 - share)
        start = int(torch.randint(0, self.SIZE - values.numel(), (1,)))
        return values * self.pools[share][start : start + values.numel()].view(values.shape)


class Tagger(nn.Module):
    """Word rows and surroundings in; a score for each label and the last activations out."""

    def __init__(self, vocabulary: Vocabulary, target_sizes: list[int]) -> None:
        super().__init__()
        self.rounding = False
        self.drop = Dropper()
        self.register_buffer("unit", torch.tensor(vocabulary.unit))
        self.register_buffer("vectors", torch.tensor(vocabulary.matrix).float() * self.unit)
        self.from_vector = nn.Linear(self.vectors.shape[1], WORD_WIDTH, bias=False)
        nn.init.normal_(self.from_vector.weight, std=0.07)
        sizes = {"own": len(vocabulary.own) + 1, "prefix": PREFIXES, "suffix": SUFFIXES, "short_suffix": SHORT_SUFFIXES}
        tables = {name: torch.randn(size, WORD_WIDTH) * 0.1 for name, size in sizes.items()}
        tables["shape"] = torch.randn(SHAPES, WORD_WIDTH) * 0.3
        self.tables = nn.ParameterDict(tables)
        self.surroundings = nn.Parameter(torch.randn(AROUND, WIDTH) * 0.1)
        self.from_word = nn.Linear(WORD_WIDTH, WIDTH)
        self.layers = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in DILATIONS)
        self.to_label = nn.Linear(WIDTH, LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.to_target = nn.ModuleList(nn.Linear(WIDTH, size) for size in target_sizes)
        with torch.no_grad():
            self.from_word.weight.mul_(1.5)
            for layer in self.layers:
                layer.weight.mul_(0.7)

    def forward(self, rows: torch.Tensor, around: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        state = self.linear(self.from_word, self.words(rows)) + F.embedding(around, self.table(self.surroundings))
        for layer, distance in zip(self.layers, DILATIONS, strict=True):
            seen = self.settle(torch.relu(shift(state, distance)))
            seen = self.drop(seen, DROP) if self.training else seen
            state = state + self.linear(layer, seen)
        last = self.settle(state)
        last = self.drop(last, DROP) if self.training else last
        return self.linear(self.to_label, last), last

    def words(self, rows: torch.Tensor) -> torch.Tensor:
        """The sum of what is known of each word, parts of it hidden in training."""
        vector, own, prefix, suffix, short, shape = rows.unbind(-1)
        if self.training:
            vector, own, affixes = hide(HIDE_VECTOR, vector), hide(HIDE_OWN, own), torch.rand(prefix.shape)
            prefix, suffix = (torch.where(affixes < HIDE_AFFIXES, 0, row) for row in (prefix, suffix))
        weight = self.from_vector.weight
        if self.rounding:
            whole, scale = eight_bits(weight * self.unit, by_row=True)
            weight = through(weight, whole * scale / self.unit)
        total = F.linear(F.embedding(vector, self.vectors), weight)
        found = {"own": own, "prefix": prefix, "suffix": suffix, "short_suffix": short, "shape": shape}
        for name, row in found.items():
            total = total + F.embedding(row, self.table(self.tables[name]))
        total = self.settle(total)
        return self.drop(total, DROP_WORD) if self.training else total

    def table(self, weights: torch.Tensor) -> torch.Tensor:
        """A table of weights, rounded with one scale when rounding is on."""
        if not self.rounding:
            return weights
        whole, scale = eight_bits(weights, by_row=False)
        return through(weights, whole * scale)

    def linear(self, layer: nn.Linear, values: torch.Tensor) -> torch.Tensor:
        """A matrix product, the weights rounded with a scale for each output when rounding is on."""
        if not self.rounding:
            return layer(values)
        whole, scale = eight_bits(layer.weight, by_row=True)
        return F.linear(values, through(layer.weight, whole * scale), layer.bias)

    def settle(self, state: torch.Tensor) -> torch.Tensor:
        """Bound the activations, and round them when rounding is on."""
        state = state.clamp(-REACH, REACH)
        return through(state, torch.round(state / UNIT) * UNIT) if self.rounding else state


def hide(share: float, rows: torch.Tensor) -> torch.Tensor:
    """Row 0, for what is unknown, in place of a share of the rows."""
    return torch.where(torch.rand(rows.shape) < share, 0, rows)


def shift(state: torch.Tensor, distance: int) -> torch.Tensor:
    """A quarter of the channels from `distance` tokens before, a quarter from as far behind, the rest in place."""
    quarter = state.shape[-1] // 4
    before = F.pad(state[:, :-distance, :quarter], (0, 0, distance, 0))
    behind = F.pad(state[:, distance:, -quarter:], (0, 0, 0, distance))
    return torch.cat([before, state[..., quarter:-quarter], behind], -1)


def target_loss(model: Tagger, last: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """How badly the last activations tell what a parser said."""
    losses = (
        weight * F.cross_entropy(head(last).flatten(0, 1), targets[..., place].flatten(), ignore_index=NO_TARGET)
        for place, (head, weight) in enumerate(zip(model.to_target, WEIGHTS_OF_TARGETS, strict=True))
    )
    return torch.stack(list(losses)).sum()


def sequence_loss(scores: torch.Tensor, transitions: torch.Tensor, wanted: Wanted) -> tuple[torch.Tensor, float]:
    """The cross entropy, a token, of the labels that are wanted under a linear-chain CRF.

    What comes back first has the right gradient, not the right value; that comes second.
    """
    unary, pair = numbers(scores), numbers(transitions)
    found = chain(unary, pair)
    count = found.labels.shape[0] * found.labels.shape[1]
    gradient = torch.tensor((found.labels - wanted.labels).transpose(1, 0, 2) / count, dtype=scores.dtype)
    ways = found.ways(np.ones(found.labels.shape[:2]))
    way_gradient = torch.tensor((ways - wanted.ways) / count, dtype=transitions.dtype)
    value = found.log_sums - (unary.transpose(1, 0, 2) * wanted.labels).sum() - (pair * wanted.ways).sum()
    return (scores * gradient).sum() + (transitions * way_gradient).sum(), float(value / count)


def export(path: Path, model: Tagger, vocabulary: Vocabulary, about: dict, confidence: np.ndarray) -> None:
    """Write the weights in 8 bits."""
    tensors = {
        "words": np.frombuffer("\n".join(vocabulary.vectors).encode(), np.uint8),
        "own_words": np.frombuffer("\n".join(vocabulary.own).encode(), np.uint8),
        "vectors": vocabulary.matrix,
        "transitions": np.rint(numbers(model.transitions) * POINTS).astype(np.int16),
        "confidence": confidence.astype(np.uint16),
    }
    tensors |= matrix("from_vector", model.from_vector.weight * model.unit / UNIT)
    for name, table in (*model.tables.items(), ("surroundings", model.surroundings)):
        whole, scale = eight_bits(table, by_row=False)
        tensors |= {name: numbers(whole).astype(np.int8), f"{name}.scale": numbers(scale / UNIT)}
    layers = {f"layer{place}": layer for place, layer in enumerate(model.layers)}
    for name, layer in {"from_word": model.from_word, **layers}.items():
        tensors |= matrix(name, layer.weight, layer.bias / UNIT)
    lean = torch.tensor([0.0] + [LEAN] * (LABELS - 1))
    tensors |= matrix("to_label", model.to_label.weight * UNIT * POINTS, (model.to_label.bias + lean) * POINTS)
    write_weights(path, {"about": about, "dilations": DILATIONS}, tensors)


def matrix(name: str, weights: torch.Tensor, bias: torch.Tensor | None = None) -> dict[str, np.ndarray]:
    """Whole numbers, a column for each output, and the power of two that multiplies each column; the bias likewise."""
    whole, scale = eight_bits(weights, by_row=True)
    found = {name: numbers(whole.T).astype(np.int8), f"{name}.power": numbers(torch.log2(scale[:, 0])).astype(np.int8)}
    if bias is not None:
        found[f"{name}.bias"] = np.rint(numbers(bias / scale[:, 0])).astype(np.int32)
    return found


def numbers(tensor: torch.Tensor) -> np.ndarray:
    """A tensor as an array of its own."""
    return tensor.detach().numpy().copy()
