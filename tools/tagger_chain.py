"""The labels of a text as a linear chain (a CRF): what scores and transitions say of them, and what a network is to find.

Arrays of scores and labels that come in are window by token; in here it is token by window, since the sums go from token
to token.
"""

import attrs
import numpy as np

#: How many labels there are: 0 for what is no part, and two for each part.
LABELS = 7


@attrs.frozen(eq=False)
class Chain:
    """What a linear-chain CRF says of windows of tokens: how likely each label of each token is, and each pair of neighbours."""

    labels: np.ndarray
    """Shares: token, window, label."""
    log_sums: float
    ahead: np.ndarray
    onward: np.ndarray
    pair: np.ndarray

    def ways(self, weight: np.ndarray) -> np.ndarray:
        """How often each label is followed by each other, a pair counted by the weight of its second token."""
        return np.einsum("lb,lbi,lbj->ij", weight[1:], self.ahead[:-1], self.onward[1:]) * self.pair


def chain(scores: np.ndarray, transitions: np.ndarray) -> Chain:
    """Sum over all sequences of labels, forwards and backwards. `scores`: window, token, label."""
    unary = scores.astype(np.float64).transpose(1, 0, 2)
    top = unary.max(axis=-1, keepdims=True)
    pair = np.exp(transitions.astype(np.float64))
    weight, length = np.exp(unary - top), len(unary)
    ahead, behind, sums = np.empty_like(weight), np.ones_like(weight), np.empty(weight.shape[:2])
    for step in range(length):
        total = (ahead[step - 1] @ pair) * weight[step] if step else weight[0]
        sums[step] = total.sum(axis=1)
        ahead[step] = total / sums[step][:, None]
    for step in range(length - 1, 0, -1):
        behind[step - 1] = (weight[step] * behind[step] / sums[step][:, None]) @ pair.T
    found = ahead * behind
    found /= found.sum(axis=-1, keepdims=True)
    onward = weight * behind / sums[:, :, None]
    return Chain(found, float(np.log(sums).sum() + top.sum()), ahead, onward, pair)


@attrs.frozen(eq=False)
class Wanted:
    """What a network is to find: the share of each label of each token, and how often each follows each."""

    labels: np.ndarray
    ways: np.ndarray

    def __add__(self, other: "Wanted") -> "Wanted":
        return Wanted(self.labels + other.labels, self.ways + other.ways)


def marked(labels: np.ndarray, weight: np.ndarray) -> Wanted:
    """What people marked; `weight` is how far that counts, for each token. Both: window, token."""
    shares = np.eye(LABELS)[labels.T]
    weighted = shares * weight.T[..., None]
    return Wanted(weighted, np.einsum("lbi,lbj->ij", shares[:-1], weighted[1:]))


def taught(scores: np.ndarray, transitions: np.ndarray, weight: np.ndarray) -> Wanted:
    """What a teacher says, whose scores and transitions are given; `weight` is how far that counts, for each token."""
    said = chain(scores, transitions)
    return Wanted(said.labels * weight.T[..., None], said.ways(weight.T))
