"""Reads web pages: the text that a browser would show becomes the document's text, block by block."""

import re

from newskit.hooks import hookimpl
from newskit.language.guess import guess
from newskit.model.document import Document
from newskit.readers.decode import decode

# Matches "<!DOCTYPE html>", "\n<div class=a>"; must not match "<3 this" or "a < b".
_LOOKS_LIKE_HTML = re.compile(
    r"""(?ix) \A [\s\ufeff]{0,1000} (?: <\?xml [^<>]{0,200} \?> \s{0,100} )? (?: <!--.{0,4000}?--> \s{0,100} ){0,4}
    < (?: !doctype \s{1,9} html | (?: html | head | body | meta | title | script | style | link | base | main | article
      | section | header | nav | aside | footer | div | p | h[1-6] | ul | ol | table | span | a | b | i | br ) [\s/>] )""",
    re.DOTALL,
)

#: A code of two or three letters opens a language tag: “en-GB”, “pt_BR”.
_CODE = re.compile(r"[a-zA-Z]{2,3}(?![a-zA-Z])")


@hookimpl
def newskit_read(source: str | bytes, format: str | None, url: str | None) -> Document | None:
    """Read a page, where the caller says that it is one or it begins as one."""
    if format not in (None, "html"):
        return None
    text, problem = decode(source)
    if format is None and not _LOOKS_LIKE_HTML.match(text):
        return None
    from newskit.readers.markup import read_page  # noqa: PLC0415 - the HTML library is imported when a page is first read

    page = read_page(text)
    return Document(
        page.text,
        page.blocks,
        format="html",
        url=url,
        language=_language(page.declared.get("language"), page.text),
        declared=page.declared,
        problems=(problem,) if problem else (),
    )


def _language(declared: object, text: str) -> str | None:
    """The code that the page declares, else the one that its words suggest."""
    found = _CODE.match(declared.strip()) if isinstance(declared, str) else None
    return found.group().lower() if found else guess(text)
