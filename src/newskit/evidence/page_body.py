"""Picks the body of a page from what is likely: what the site or the article's head shows beside it goes, what it quotes stays.

Each rule names a kind of thing that no likelihood need be asked about; on the pages learned from they are right nearly always.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newskit.evidence.declared_dates import is_date_alone
from newskit.evidence.page_hints import runs, words_of
from newskit.evidence.page_tree import BIT, INSIDE, Numbers, Truths
from newskit.evidence.page_view import PageView

#: Between these a page's own bar lies: nothing less likely is body, nothing more likely is not.
_LOWEST: Final = 0.25
_HIGHEST: Final = 0.6
#: What a block counts for beyond its characters when the bar is set.
_LIGHTEST: Final = 5

#: A heading above what is body needs no more than this to be body too: it is short, and the bar is set for whole paragraphs.
_HEADING: Final = 0.2

#: What is marked so stands in an article and is none of its text: captions, what only a screen reader says, boxes of facts, calls
#: to read, buy or join something.
_NO_TEXT: Final = sum(BIT[category] for category in ("caption", "unseen", "factbox", "call"))

#: A text with more of it inside links is a link.
_LINKED: Final = 0.5

#: Where a date alone is a fact of the article.
_CELLS: Final = frozenset(["td", "th"])

#: A pull quote has at least so many words and at most so many characters, and repeats so much of the article.
_LEAST_PULLED: Final = 9
_LONGEST_PULLED: Final = 400
_REPEATED: Final = 0.8
#: The box of a pull quote holds little more than it, who said it as a rule: no more than so many times its size.
_BOX: Final = 2


def body_of(view: PageView, likely: Sequence[float], headline: int | None) -> list[int]:
    """Give the numbers of the blocks that are body, in order.

    Args:
        view: The page.
        likely: How likely each block is to be body.
        headline: The block that is the headline, which is no body.
    """
    least = bar(view.lengths.tolist(), likely)
    chances = np.array(likely, float)
    if headline is not None:
        chances[headline] = -1  # whatever its likelihood
    taken: Numbers = np.flatnonzero(chances >= least)
    if not len(taken):
        return []
    taken = taken[~_beside_the_column(view, taken)]
    taken = taken[~_no_text(view, taken)]
    taken = taken[~_pull_quotes(view, taken)]
    if not len(taken):
        return []
    taken = _with_answers(view, chances, taken)
    body = _without_dates(view, _with_headings(view, chances, taken))
    return _with_posts(view, body) if body else []


def bar(sizes: Sequence[int], likely: Sequence[float]) -> float:
    """Find the likelihood from which on the blocks of a page are taken for body.

    It is the one that promises the best F1 by characters if every likelihood is right: where much is doubtful a lower
    one, where the rest is certain a higher one.

    >>> bar([100, 100, 100], [0.9, 0.9, 0.3]), bar([100, 100, 100], [0.3, 0.3, 0.3])
    (0.6, 0.3)
    """
    ranked = sorted(((chance, size + _LIGHTEST) for size, chance in zip(sizes, likely, strict=True)), reverse=True)
    expected = sum(chance * size for chance, size in ranked)
    right, taken, best, found = 0.0, 0, 0.0, _HIGHEST
    for chance, size in ranked:
        if chance < _LOWEST:
            break
        right += chance * size
        taken += size
        promised = right / (taken + expected)
        if promised > best:
            best, found = promised, chance
    return min(found, _HIGHEST)


def _with_answers(view: PageView, chances: NDArray[np.float64], taken: Numbers) -> Numbers:
    """Add the questions and answers that an article ends with, where they are marked as such."""
    asked = (view.tree.above[view.owners] & BIT["faq"]) != 0
    more = np.flatnonzero(asked & (chances > 0) & (view.links < _LINKED))
    return np.union1d(taken, more[more > taken[0]])


def _near_marks(view: PageView, taken: Numbers) -> Numbers:
    """What the marks of a block say, and those of the element around it."""
    marks = view.tree.marks
    near: Numbers = marks[view.owners[taken]] | marks[view.holders[taken]] | marks[view.above_holders[taken]]
    return near


def _beside_the_column(view: PageView, taken: Numbers) -> Truths:
    """What stands outside the column, the element right around most of the prose taken: an aside, or a teaser behind it.

    Teasers give themselves away by the thumbnail, the slide or the video that they are marked with.
    """
    tree = view.tree
    above = view.above_holders[taken]
    column = int(np.bincount(above, view.prose[taken]).argmax())
    outside = ~tree.within(column, view.owners[taken])
    behind = np.arange(len(taken)) > np.flatnonzero(~outside)[-1]
    asides = (tree.inside[view.owners[taken]] & INSIDE["aside"]) != 0
    near = _near_marks(view, taken) | tree.marks[tree.parents[above]]
    beside: Truths = outside & (asides | (behind & ((near & BIT["media"]) != 0)))
    return beside


def _no_text(view: PageView, taken: Numbers) -> Truths:
    """Captions and whatever else is marked as no text of the article, unless it is most of what was taken: a gallery's."""
    captions = (view.tree.inside[view.owners[taken]] & INSIDE["figcaption"]) != 0
    some: Truths = captions | ((_near_marks(view, taken) & _NO_TEXT) != 0)
    lengths = view.lengths[taken]
    return some if 2 * lengths[some].sum() < lengths.sum() else np.zeros_like(some)


def _pull_quotes(view: PageView, taken: Numbers) -> Truths:
    """Block quotes that repeat what the article says elsewhere, with all that stands in their boxes."""
    tree = view.tree
    quoting: Truths = (tree.inside[view.owners[taken]] & INSIDE["blockquote"]) != 0
    short = quoting & (view.lengths[taken] <= _LONGEST_PULLED)
    pulled = np.zeros_like(quoting)
    if not short.any():
        return pulled
    told = {run for index in taken[~quoting].tolist() for run in runs(words_of(view.texts[index]))}
    for place in np.flatnonzero(short).tolist():
        words = words_of(view.texts[int(taken[place])])
        repeated = sum(run in told for run in runs(words))
        pulled[place] = len(words) >= _LEAST_PULLED and repeated >= _REPEATED * (len(words) - 3)
    boxes = view.above_holders[taken[pulled]]
    boxes = boxes[view.total[boxes] <= _BOX * view.sizes[taken[pulled]]]
    # Of every element, how many boxes begin up to it less how many end: more than none for what is inside one.
    edges = np.bincount(boxes, minlength=len(tree.names) + 1) - np.bincount(
        tree.ends[boxes], minlength=len(tree.names) + 1
    )
    return pulled | (np.cumsum(edges)[view.owners[taken]] > 0)


def _with_headings(view: PageView, chances: NDArray[np.float64], taken: Numbers) -> list[int]:
    """Add the headings that stand right above what was taken, and may be body."""
    above = taken[1:] - 1
    headings = (view.tree.inside[view.owners[above]] & INSIDE["h2"]) != 0
    fitting = headings & (chances[above] >= _HEADING)
    return sorted({*taken.tolist(), *above[fitting].tolist()})


def _without_dates(view: PageView, body: list[int]) -> list[int]:
    """A body neither begins nor ends with a line that is only a date, unless in a table: it is the date of the article."""
    begin, end = 0, len(body)
    while begin < end and _is_date_line(view, body[begin]):
        begin += 1
    while begin < end and _is_date_line(view, body[end - 1]):
        end -= 1
    return body[begin:end]


def _is_date_line(view: PageView, index: int) -> bool:
    return view.tree.names[view.holders[index]] not in _CELLS and is_date_alone(view.texts[index])


def _with_posts(view: PageView, body: list[int]) -> list[int]:
    """Posts of social media that an article shows between its paragraphs are what it quotes: part of its body."""
    posts = np.flatnonzero(view.tree.above[view.owners] & BIT["post"])
    return sorted({*body, *posts[(posts > body[0]) & (posts < body[-1])].tolist()})
