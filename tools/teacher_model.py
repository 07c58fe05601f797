"""The teacher of the tagger: a transformer encoder (BERT's layout, weights from a folder) with the tagger's labels on top.

It reads the tokens that newskit reads, each as one word piece or more; a line break is a [SEP]. What stands around a token
and its shape are added to its pieces, since the model knows no capitals and the pieces no marks around them.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (its usual name)
from safetensors.torch import load_file
from tagger_chain import LABELS
from tagger_model import AROUND, Dropper
from tokenizers import Tokenizer
from torch import nn

from newskit.learned.features import SHAPES, shape

#: A word is read up to so many pieces: addresses are long and say little.
MOST_PIECES = 5

DROP = 0.1


class Pieces:
    """The word pieces of the words of a corpus, which are numbered."""

    def __init__(self, folder: Path, words: Iterable[str]) -> None:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.first, self.last, self.unknown = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[UNK]"))
        words = list(words)
        found = [encoding.ids for encoding in tokenizer.encode_batch(words, add_special_tokens=False)]
        found = [ids[:MOST_PIECES] or [self.unknown] for ids in found]
        found[0] = [self.last]  # word 0 is the line break
        self.size = np.array([len(ids) for ids in found])
        self.start = np.cumsum(self.size) - self.size
        self.flat = np.concatenate([np.array(ids) for ids in found])
        self.shapes = np.array([shape(word) for word in words])

    def lay_out(self, words: np.ndarray, around: np.ndarray) -> dict[str, torch.Tensor]:
        """Windows of words as windows of pieces: ids, shapes, surroundings, which are real, where each word begins."""
        size = self.size[words]
        begin = np.cumsum(size, axis=1) - size + 1
        length = int(size.sum(axis=1).max()) + 2
        row = np.repeat(np.arange(len(words)), size.sum(axis=1))
        inside = np.arange(size.sum()) - np.repeat(np.cumsum(size.ravel()) - size.ravel(), size.ravel())
        column = np.repeat(begin.ravel(), size.ravel()) + inside
        ids, shapes, marks = (np.zeros((len(words), length), np.int64) for _ in range(3))
        ids[row, column] = self.flat[np.repeat(self.start[words].ravel(), size.ravel()) + inside]
        shapes[row, column] = np.repeat(self.shapes[words].ravel(), size.ravel())
        marks[row, column] = np.repeat(around.ravel(), size.ravel())
        ends = size.sum(axis=1) + 1
        ids[:, 0] = self.first
        ids[np.arange(len(words)), ends] = self.last
        real = np.arange(length) <= ends[:, None]
        arrays = {"ids": ids, "shapes": shapes, "marks": marks, "real": real, "begin": begin}
        return {name: torch.tensor(array) for name, array in arrays.items()}


class Layer(nn.Module):
    """Attention, then two matrices, each added to what came in and normalised."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.after_attention = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.after = nn.LayerNorm(width, eps=1e-12)

    def forward(self, state: torch.Tensor, mask: torch.Tensor, drop: Dropper) -> torch.Tensor:
        count, length, width = state.shape
        parts = self.attend(state).view(count, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).flatten(1, 2)
        seen = attention(*parts.unbind(0), mask).view(count, self.heads, length, -1)
        seen = self.attended(seen.transpose(1, 2).reshape(count, length, width))
        state = self.after_attention(state + (drop(seen, DROP) if self.training else seen))
        found = self.narrow(F.gelu(self.widen(state)))
        return self.after(state + (drop(found, DROP) if self.training else found))


def attention(asking: torch.Tensor, asked: torch.Tensor, told: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """What each piece takes from the others: several times faster on a processor than torch's own, backwards above all."""
    with torch.autocast("cpu", enabled=False):
        weights = torch.baddbmm(mask, asking, asked.transpose(1, 2), alpha=asking.shape[-1] ** -0.5)
        return torch.softmax(weights, -1) @ told


class Teacher(nn.Module):
    """Windows of pieces in; a score for each label of each word out."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = json.loads((folder / "config.json").read_text("utf-8"))
        width = config["hidden_size"]
        self.drop = Dropper()
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.Parameter(torch.zeros(SHAPES, width))
        self.marks = nn.Parameter(torch.zeros(AROUND, width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], config["num_attention_heads"])
            for _ in range(config["num_hidden_layers"])
        )
        self.to_label = nn.Linear(width, LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.load(load_file(folder / "model.safetensors"))

    def load(self, given: dict[str, torch.Tensor]) -> None:
        """Take the weights that are given under BERT's names."""
        kind = given["embeddings.token_type_embeddings.weight"][0]
        found = {
            "pieces.weight": given["embeddings.word_embeddings.weight"],
            "places.weight": given["embeddings.position_embeddings.weight"] + kind,
        }
        names = {
            "attended": "attention.output.dense",
            "after_attention": "attention.output.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "after": "output.LayerNorm",
        }
        for part in ("weight", "bias"):
            found[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
            for number in range(len(self.layers)):
                layer = f"encoder.layer.{number}"
                queries = [given[f"{layer}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                found[f"layers.{number}.attend.{part}"] = torch.cat(queries)
                for ours, theirs in names.items():
                    found[f"layers.{number}.{ours}.{part}"] = given[f"{layer}.{theirs}.{part}"]
        self.load_state_dict({**self.state_dict(), **found})

    def forward(self, laid: dict[str, torch.Tensor]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            state = self.pieces(laid["ids"]) + self.places(
                torch.arange(laid["ids"].shape[1]).clamp(max=len(self.places.weight) - 1)
            )
            state = self.norm(state + F.embedding(laid["shapes"], self.shapes) + F.embedding(laid["marks"], self.marks))
            state = self.drop(state, DROP) if self.training else state
            mask = torch.where(laid["real"], 0.0, -1e4).to(torch.bfloat16)[:, None]
            mask = mask.repeat_interleave(self.layers[0].heads, dim=0)
            for layer in self.layers:
                state = layer(state, mask, self.drop)
            places = laid["begin"][..., None].expand(-1, -1, state.shape[-1])
            found = state.gather(1, places)
            found = self.drop(found, DROP) if self.training else found
        return self.to_label(found.float())
