"""How likely each block of a page is to be body: a first look at each by itself, a second at each among the others."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from newskit.evidence import page_context, page_features
from newskit.evidence.line_phrases import Phrases
from newskit.evidence.page_hints import Hints
from newskit.evidence.page_model import Forest, Rows, forests
from newskit.evidence.page_tree import BIT, Numbers
from newskit.evidence.page_view import PageView

#: What the second look still asks of a block itself.
KEPT = (
    "from_first", "size", "great_prose", "first", "ends", "far_prose", "near_count", "near_prose", "link", "far_mean",
    "parent_children", "grand_mean", "page_prose", "says_box", "far_count", "parent_count", "parent_mean", "tag", "says_comment",
    "says_media", "says_toc", "page_blocks", "grand_prose", "in_h2", "best_prose", "twice", "declared", "declared_share", "inner",
    "says_content", "link+1", "from_column", "below_column", "direct", "from_lead", "phrase", "phrase_kind", "opening",
)  # fmt: skip
#: A block outside these is not looked at again: the second look turns none of them.
_CERTAINLY_NOT = 0.05
_CERTAINLY = 0.9

#: An article is no shorter, in characters.
_LEAST_ARTICLE: Final = 150

FIRST = page_features.NAMES
SECOND = (*page_context.NAMES, *KEPT)

_KEPT_PLACES = [FIRST.index(name) for name in KEPT]


def likelihoods(view: PageView, hints: Hints, phrases: Phrases) -> list[float]:
    """Give each block of a page its likelihood of being body, from 0 to 1."""
    first, second = forests(FIRST, SECOND)
    wanted = page_features.candidates(view)
    return likelihoods_by(first, second, view, wanted, page_features.describe(view, hints, wanted, phrases))


def likelihoods_by(first: Forest, second: Forest, view: PageView, wanted: Numbers, rows: Rows) -> list[float]:
    """Give each block its likelihood by these forests; ``rows`` are the numbers of the wanted blocks."""
    found = first.likelihoods(rows)
    looked = spread(view, wanted, found)
    doubtful = [place for place, chance in enumerate(found) if _CERTAINLY_NOT < chance < _CERTAINLY]
    again = second_rows(view, wanted[doubtful], rows[doubtful], looked)
    for index, likelihood in zip(wanted[doubtful].tolist(), second.likelihoods(again), strict=True):
        looked[index] = likelihood
    return _without_comments(view, looked)


def _without_comments(view: PageView, likely: list[float]) -> list[float]:
    """Comments stand as articles do and none is body, unless the page has nothing else: a forum's."""
    tree, parents = view.tree, view.above_holders
    said = tree.marks[view.owners] | tree.marks[view.holders] | tree.marks[parents] | tree.marks[tree.parents[parents]]
    comments = (said & BIT["comment"]) != 0
    if not comments.any():
        return likely
    if (view.sizes * np.array(likely))[~comments].sum() < _LEAST_ARTICLE:
        return likely
    return [0.0 if comment else chance for comment, chance in zip(comments.tolist(), likely, strict=True)]


def second_rows(view: PageView, wanted: Numbers, rows: Rows, looked: Sequence[float]) -> Rows:
    """Give what the second look sees of each wanted block: its surroundings, and some of its own numbers."""
    table = np.empty((len(SECOND), len(wanted)), np.float32)
    if len(wanted):
        for place, column in enumerate(page_context.surroundings(view, looked, wanted)):
            table[place] = column
        table[len(page_context.NAMES) :] = rows[:, _KEPT_PLACES].T
    return table.T


def spread(view: PageView, wanted: Numbers, found: Sequence[float]) -> list[float]:
    """Give every block its likelihood: what was found for the wanted ones, 0 for the others."""
    everywhere = [0.0] * len(view.texts)
    for index, likelihood in zip(wanted.tolist(), found, strict=True):
        everywhere[index] = likelihood
    return everywhere
