"""Tells what is known of the site that a page belongs to: its hosts, and the person whom it is named after.

Who writes on a site of their own seldom signs there. Its address is then the name, the page shows the name with a blank in it,
and the text speaks of “I”.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from newskit.evidence.byline import is_label
from newskit.evidence.declared_people import is_workplace
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.kinds import Part
from newskit.model.span import Span

#: A name in an address has so many letters.
_SHORTEST: Final = 7
_LONGEST: Final = 30
#: No host's name is longer.
_LONGEST_HOST: Final = 253
#: Whoever writes of themselves says so at least so many times.
_TIMES: Final = 10
#: So many places where the letters of a name stand are looked at.
_TRIED: Final = 20

# Paragraphs with these may quote somebody else who says “I”.
_MARKS = re.compile(r"[“”„«»\"]")


class Site(NamedTuple):
    """What a page says its site is called, and the hosts of the addresses that it says it has."""

    names: tuple[str, ...]
    hosts: tuple[str, ...]


class Owner(NamedTuple):
    """The person whom a site is named after, and where the page says the name; no span where only its head does."""

    name: str
    span: Span | None


def host_of(address: str) -> str:
    """Give the host of an address in lower case; “” where it has none, or one longer than any host's name is.

    >>> host_of("https://Paper.example/bridge"), host_of("bridge"), host_of("http://[paper")
    ('paper.example', '', '')
    """
    try:
        host = urlsplit(address).netloc.lower()
    except ValueError:
        return ""
    return host if len(host) <= _LONGEST_HOST else ""


def owner(document: Document, blocks: Sequence[Block], site: Site) -> Owner | None:
    """Give the person whom the site of a page is named after, if that person writes on it."""
    hosts = [host for host in (*site.hosts, host_of(document.url or "")) if host]
    if not hosts or not _says_i(document, blocks):
        return None
    for letters in dict.fromkeys(part.replace("-", "") for host in hosts for part in host.split(".")):
        if not (_SHORTEST <= len(letters) <= _LONGEST and letters.isalpha()):
            continue
        found = _spelt(letters, document.text)
        name = found.of(document.text) if found else _named(letters, site.names)
        if name and not is_label(name, document) and not is_workplace(name):
            return Owner(name, found)
    return None


def _named(letters: str, names: Sequence[str]) -> str | None:
    return next((found.of(name) for name in names if (found := _spelt(letters, name))), None)


def _spelt(letters: str, text: str) -> Span | None:
    """Where a text has these letters as two words that are written large: “Ada Moss”, for “adamoss”."""
    small = text.lower()
    if len(small) != len(text):  # a letter that is two in lower case moves all behind it
        return None
    for middle in range(2, len(letters) - 1):
        both, at = f"{letters[:middle]} {letters[middle:]}", -1
        for _ in range(_TRIED):
            at = small.find(both, at + 1)
            if at < 0:
                break
            if text[at].isupper() and text[at + middle + 1].isupper() and _stands_alone(text, at, at + len(both)):
                return Span(at, at + len(both))
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _says_i(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether the body says “I” often, outside paragraphs that quote."""
    words = document.words.function_words.get("narrator", ())
    if not words:
        return False
    narrator = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, words))})(?![\w.])")
    times = 0
    for block in blocks:
        if block.kind.part is Part.BODY and not _MARKS.search(block.text):
            times += len(narrator.findall(block.text))
            if times >= _TIMES:
                return True
    return False
