r"""Finds the corrections in an article: labels them, and says what each is about.

>>> import newskit
>>> text = "Fog on the lake\n\nFog lay on it.\n\nCorrection: The fog lay beside it."
>>> newskit.parse(text).annotations[Correction][0].about
'The fog lay beside it.'
"""

import attrs
import regex

from newskit import Kind, Label, Span, hookimpl

#: How a correction opens. Matches “Correction:” and “This report was amended on 3 May”;
#: not “Corrections officers said”.
_OPENING = regex.compile(
    r"""(?xi) \s*+ (?:
        corrections? \s*+ [:—-] \s*+                  # Correction: …
      | this \ (?:article|report|story)               # This report was amended …
        \ (?:was|has\ been) \ (?:amended|corrected) \b
    )"""
)


#: The place in a dateline, in capitals. Matches “SUND” of “SUND —”, “PORT LACEY” of “PORT LACEY, June 3 –”; nothing of “Sund —”.
_PLACE = regex.compile(r"\p{Lu}[\p{Lu}’'-]++(?:\ \p{Lu}[\p{Lu}’'-]++)*+")


@attrs.frozen
class Correction:
    """A correction printed with an article."""

    #: The block that holds it.
    span: Span
    #: What was corrected, in the paper's own words.
    about: str


@attrs.frozen
class Dateline:
    """The place that a report is from, where its dateline names it in capitals."""

    #: The place in the text.
    span: Span
    place: str


@hookimpl
def newskit_label(document):
    """Label blocks that open as corrections do, surer than newskit is of anything."""
    for block in document.blocks:
        if _OPENING.match(document.text, block.span.start, block.span.end):
            yield Label(block.span, Kind.CORRECTION, 0.99, "opens as corrections do")


@hookimpl
def newskit_annotate(article):
    """Say what each correction is about, all of its block but for “Correction:”, and where the report is from."""
    for block in article.blocks:
        place = _PLACE.match(article.text, block.span.start, block.span.end)
        if place and block.kind is Kind.DATELINE:
            yield Dateline(Span(*place.span()), place[0])
        opening = _OPENING.match(block.text)
        if opening and block.kind is Kind.CORRECTION:
            is_heading = opening[0].rstrip().endswith((":", "—", "-"))
            start = opening.end() if is_heading else 0
            yield Correction(block.span, block.text[start:])
