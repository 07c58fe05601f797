"""Takes as a quote whatever stands in quotation marks within a block: one pass over the characters, no words looked at."""

from newskit import Part, Quotation, Span, hookimpl

#: What closes a quote, by what opens it.
CLOSING = {"“": "”", "„": "“", "«": "»", "‹": "›", '"': '"'}


@hookimpl
def newskit_quotes(document, blocks):
    """Give each stretch from an opening mark to its closing one; a mark that is not closed in its block opens nothing."""
    for block in blocks:
        if block.part is not Part.BOILERPLATE:
            for start, end in _marked(document.text, block.span.start, block.span.end):
                yield Quotation([Span(start, end)], "direct", confidence=0.5, reason="in quotation marks")


def _marked(text, start, end):
    opened, closing = None, ""
    for at in range(start, end):
        if opened is None:
            if text[at] in CLOSING:
                opened, closing = at, CLOSING[text[at]]
        elif text[at] == closing:
            yield opened, at + 1
            opened = None
