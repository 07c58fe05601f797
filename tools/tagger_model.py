"""The tagger's network as train_tagger.py learns it, its losses, and its way into a file of weights.

It is the network of newskit.learned.network in floating point. In the last passes every weight and every activation is
rounded as it will be in the file (straight through: the gradient takes no notice), so the network learns to live with it.
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (its usual name)
from tagger_corpus import NO_TARGET, WEIGHTS_OF_TARGETS, Vocabulary
from torch import nn

from newskit.learned.features import PREFIXES, SHAPES, SHORT_SUFFIXES, SUFFIXES
from newskit.learned.network import TOP
from newskit.learned.weights import write_weights

#: Activations lie between -REACH and REACH.
REACH = 4.0
UNIT = REACH / TOP

#: Points of the whole-number scores to one of the learned ones.
POINTS = 64

DILATIONS = (1, 2, 4, 8, 16, 1, 2, 4)
WIDTH, WORD_WIDTH = 128, 64
LABELS = 7
AROUND = 24

#: How often, in training, a word's vector, its own row, its beginning and ending are hidden.
HIDE_VECTOR, HIDE_OWN, HIDE_AFFIXES = 0.1, 0.2, 0.1
DROP_WORD, DROP = 0.1, 0.08

#: Added, in the file, to the scores of the labels that begin a part: what is learned leaves out more than it puts in
#: too much, and F1 on articles held out is best about here.
LEAN = 0.25

#: Added to the scores of a line break: it is no part of anything.
BREAK = torch.tensor([0.0] + [-50.0] * (LABELS - 1))


def through(exact: torch.Tensor, rounded: torch.Tensor) -> torch.Tensor:
    """The rounded value, with the gradient of the exact one."""
    return exact + (rounded - exact).detach()


def eight_bits(weights: torch.Tensor, *, by_row: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole numbers from -127 to 127, and what to multiply them by: a number for each row, or one for all."""
    size = weights.detach().abs()
    largest = size.amax(dim=1, keepdim=True) if by_row else size.max()
    scale = largest.clamp(min=1e-8) / TOP
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
        state = self.settle(state)
        for layer, distance in zip(self.layers, DILATIONS, strict=True):
            seen = torch.relu(state)
            seen = self.drop(seen, DROP) if self.training else seen
            state = self.settle(state + self.linear(layer, shift(seen, distance)))
        last = self.drop(state, DROP) if self.training else state
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


def sequence_loss(scores: torch.Tensor, transitions: torch.Tensor, labels: np.ndarray) -> tuple[torch.Tensor, float]:
    """The negative log likelihood of the labels, a token, under a linear-chain CRF.

    The sums over all sequences are done forwards and backwards in numpy. What comes back first has the right gradient,
    not the right value; that comes second.
    """
    unary = scores.detach().double().numpy().transpose(1, 0, 2)
    pair = np.exp(transitions.detach().double().numpy())
    unary = unary - unary.max(axis=-1, keepdims=True)
    weight, length, size = np.exp(unary), len(unary), len(pair)
    ahead, behind, sums = np.empty_like(weight), np.ones_like(weight), np.empty(weight.shape[:2])
    for step in range(length):
        total = (ahead[step - 1] @ pair) * weight[step] if step else weight[0]
        sums[step] = total.sum(axis=1)
        ahead[step] = total / sums[step][:, None]
    for step in range(length - 1, 0, -1):
        behind[step - 1] = (weight[step] * behind[step] / sums[step][:, None]) @ pair.T
    gold = np.eye(size)[labels.T]
    found = ahead * behind
    found /= found.sum(axis=-1, keepdims=True)
    ways = np.einsum("lbi,lbj->ij", ahead[:-1], weight[1:] * behind[1:] / sums[1:, :, None]) * pair
    gold_ways = np.einsum("lbi,lbj->ij", gold[:-1], gold[1:])
    count = labels.size
    gradient = torch.tensor((found - gold).transpose(1, 0, 2) / count, dtype=scores.dtype)
    way_gradient = torch.tensor((ways - gold_ways) / count, dtype=transitions.dtype)
    value = (np.log(sums).sum() - (unary * gold).sum() - (np.log(pair) * gold_ways).sum()) / count
    return (scores * gradient).sum() + (transitions * way_gradient).sum(), float(value)


def export(path: Path, model: Tagger, vocabulary: Vocabulary, about: dict, confidence: np.ndarray) -> None:
    """Write the weights in 8 bits."""
    tensors = {
        "words": np.frombuffer("\n".join(vocabulary.vectors).encode(), np.uint8),
        "own_words": np.frombuffer("\n".join(vocabulary.own).encode(), np.uint8),
        "vectors": vocabulary.matrix,
        "transitions": np.rint(numbers(model.transitions) * POINTS).astype(np.int16),
        "confidence": confidence.astype(np.uint16),
    }
    whole, scale = eight_bits(model.from_vector.weight * model.unit, by_row=True)
    tensors |= {"from_vector": numbers(whole.T).astype(np.int8), "from_vector.scale": numbers(scale[:, 0] / UNIT)}
    for name, table in (*model.tables.items(), ("surroundings", model.surroundings)):
        whole, scale = eight_bits(table, by_row=False)
        tensors |= {name: numbers(whole).astype(np.int8), f"{name}.scale": numbers(scale / UNIT)}
    layers = {f"layer{place}": layer for place, layer in enumerate(model.layers)}
    for name, layer in {"from_word": model.from_word, "to_label": model.to_label, **layers}.items():
        unit = 1 / UNIT if name != "to_label" else POINTS
        whole, scale = eight_bits(layer.weight, by_row=True)
        tensors[name] = numbers(whole.T).astype(np.int8)
        tensors[f"{name}.scale"] = numbers(scale[:, 0] * UNIT * unit)
        tensors[f"{name}.bias"] = numbers(layer.bias * unit)
    tensors["to_label.bias"][1::2] += LEAN * POINTS
    write_weights(path, {"about": about, "dilations": DILATIONS}, tensors)


def numbers(tensor: torch.Tensor) -> np.ndarray:
    """A tensor as an array of its own."""
    return tensor.detach().numpy().copy()
