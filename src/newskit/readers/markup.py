"""Reads a page's tree: takes out what a browser does not show, and takes down its text and what it declares of itself.

The only module that knows the HTML library. It asks the library for as much at once as it can: selectors for what stands in the
head and for what is hidden, then the whole tree written out, which markup_scan.py goes over once.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs
import turbohtml

from newskit.model.document import PageBlocks
from newskit.readers.markup_declared import Declarations
from newskit.readers.markup_scan import scan

#: Elements whose text a browser does not show, or shows in a box of its own that is no part of the page's text.
_UNSEEN: Final = (
    "style, template, noscript, svg, iframe, object, embed, audio, video, canvas, map, datalist, select, textarea, rp, noembed,"
    "noframes"
)

#: Elements that a browser may leave out, as _hidden then decides.
_HIDING: Final = 'dialog, [hidden], [aria-hidden="true"][role$="dialog"], [style*="none" i], [style*="hidden" i]'

#: Elements that declare something by themselves, and hold no text that shows.
_HEAD: Final = "title, script, meta, link, html"
_NO_TEXT: Final = "head, title, script, meta, link"
#: Elements that are written out without references for “<” and “&”, as no other that shows its text is.
_RAW: Final = "xmp, plaintext"

#: Roles of boxes that a script shows and hides.
_DIALOGS: Final = ("dialog", "alertdialog")

#: Ids of parts that a server sends hidden and late, for a script to show in their place.
_STREAMED = re.compile(r"S:[0-9a-f]+\Z")
_HIDING_STYLE = re.compile(r"(?i)(?:^|;)\s*+(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)\b")

_WITHOUT_COMMENTS: Final = turbohtml.Html(
    layout=turbohtml.Minify(
        collapse_whitespace=False, omit_optional_tags=False, unquote_attributes=False, strip_comments=True
    )
)


@attrs.frozen
class Page:
    """What a page's tree gives."""

    text: str
    blocks: PageBlocks
    declared: dict[str, object]


def read_page(source: str) -> Page:
    """Parse a page as a browser would, and take down its visible text and what it declares."""
    root = turbohtml.parse(source, positions=False, scripting=True, allow_declarative_shadow_roots=False)
    declared = Declarations()
    _take_out_unseen(root)
    for node in root.select(_HEAD):
        _take_head(node, declared)
    root.remove(_NO_TEXT)
    for node in root.select(_RAW):
        node.tag = "pre"
    text, blocks = scan(root.serialize(_WITHOUT_COMMENTS), declared)
    return Page(text, blocks, declared.as_dict())


def _take_out_unseen(root: turbohtml.Document) -> None:
    root.remove(_UNSEEN)
    for node in root.select(_HIDING):
        if node.tag not in ("html", "body") and _hidden(node.tag, node.attrs):
            node.decompose()


def _hidden(tag: str, given: Mapping[str, Any]) -> bool:
    """Whether a browser leaves an element out, as far as its attributes tell."""
    if tag == "dialog" and "open" not in given:
        return True
    if "hidden" in given and given["hidden"] != "until-found":
        return not _STREAMED.match(str(given.get("id") or ""))
    if given.get("aria-hidden") == "true" and given.get("role") in _DIALOGS:
        return True
    style = given.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None


def _take_head(node: turbohtml.Element, declared: Declarations) -> None:
    """Take what stands in the page's head, or should."""
    tag = node.tag
    if tag in ("meta", "link"):
        declared.head(tag, node.attrs)
    elif tag == "title" and declared.title is None:
        declared.title = node.text
    elif tag == "script" and "ld+json" in (node.attr("type") or ""):
        declared.json_ld.append(node.text)
    elif tag == "html":
        declared.language = node.attr("lang") or node.attr("xml:lang")
