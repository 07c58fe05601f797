"""Says what the blocks of a page are: its headline, its body, what belongs to the article beside it, and the site's own.

Which blocks are body is learned (page_likelihood.py, page_body.py); the headline is what stands as <h1> or says what the page's title says;
what the others are is told by their elements and marks (page_kinds.py).
"""

from collections.abc import Sequence
from typing import Final

from newskit.evidence.page_body import body_of
from newskit.evidence.page_hints import Hints, compare, titles
from newskit.evidence.page_kinds import Around, body_kinds, other_kinds
from newskit.evidence.page_likelihood import likelihoods
from newskit.evidence.page_tree import INSIDE, PageTree
from newskit.evidence.page_view import PageView
from newskit.evidence.phrase_lists import phrases_of
from newskit.model.answers import Label, labels_of
from newskit.model.document import Document, PageBlocks
from newskit.model.kinds import Kind
from newskit.model.span import Span, spans_of

#: So many blocks before the headline and behind the last paragraph may still belong to the article.
_LEAD: Final = 3
_TRAIL: Final = 4

#: A title inside a longer heading is at least so long, in characters.
_LEAST_PART: Final = 16


def page_labels(document: Document) -> tuple[Label, ...]:
    """Label every block of a page."""
    if not document.blocks:
        return ()
    view = view_of(document)
    texts = view.texts
    first_headings = (view.tree.inside[view.owners] & INSIDE["h1"]) != 0
    hints = compare(texts, first_headings.tolist(), document.declared)
    kinds = _kinds(view, hints, likelihoods(view, hints, phrases_of(document)))
    labels = labels_of(spans_of(document.places()), kinds)
    if hints.headline is not None and (part := part_of_headline(texts[hints.headline], titles(document.declared))):
        whole = labels[hints.headline]
        begin = whole.span.start + part[0]
        title = Span(begin, begin + part[1])
        labels[hints.headline] = Label(whole.span, Kind.OTHER, 0.5, "beside the title in its heading")
        labels.append(Label(title, Kind.HEADLINE, 0.9, "the part of the heading that is the page's title"))
    return tuple(labels)


def view_of(document: Document) -> PageView:
    """Look at the blocks of a page."""
    blocks = PageBlocks.of(document.blocks)
    tree = PageTree(blocks.elements.names, blocks.elements.marks, blocks.elements.parents)
    return PageView(blocks.texts(document.text), blocks.links, blocks.owners, tree)


def part_of_headline(heading: str, declared: Sequence[str]) -> tuple[int, int] | None:
    r"""Where in a heading a declared title stands, as offset and length, if the heading has a kicker beside it; else None.

    >>> part_of_headline("Harbour\nBridge to reopen in May", ["Bridge to reopen in May"])
    (8, 23)
    """
    for title in declared:
        at = heading.find(title)
        if at >= 0 and len(title) >= _LEAST_PART and 3 * len(title) >= len(heading):
            return (at, len(title)) if len(title) < len(heading) else None
    return None


def _kinds(view: PageView, hints: Hints, likely: list[float]) -> list[tuple[Kind, float, str]]:
    """Give each block its kind, how sure that is, and why."""
    body = body_of(view, likely, hints.headline)
    first, last = (body[0], body[-1]) if body else (0, -1)
    headline = hints.headline if hints.headline is not None else first
    article = min(first, headline) - _LEAD, last + _TRAIL, first
    others = other_kinds(Around.of(view, hints, article))
    sure = [round(1 - likelihood, 3) if likelihood else 1.0 for likelihood in likely]
    kinds = [(kind, chance, reason) for (kind, reason), chance in zip(others, sure, strict=True)]
    for index, kind in zip(body, body_kinds(view, body), strict=True):
        kinds[index] = kind, round(likely[index], 3), "stands as the body of a page does"
    if hints.headline is not None:
        trust = 0.9 if hints.headline in hints.titles else 0.6
        kinds[hints.headline] = Kind.HEADLINE, trust, "the page's title, or its first heading"
    return kinds
