"""How good a tagger is on articles that it has not seen: exact F1 of each role, and how many tags of a confidence are right."""

from collections import Counter
from pathlib import Path

import numpy as np
from tagger_corpus import Text

from newskit.learned.network import Network, load_network
from newskit.learned.tagger import ROLES, STEPS, Tag, tag, tag_steps

ROLE_OF = {"content": "content", "speaker": "source", "cue": "cue"}


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
        sizes = {"precision": got[role], "recall": gold[role], "F1": (got[role] + gold[role]) / 2}
        print(
            f"{role}:", *(f"{name} {both[role] / max(1, size):.3f}" for name, size in sizes.items()), f"of {gold[role]}"
        )


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
