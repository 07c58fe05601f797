"""Makes names of persons of what pages declare as their authors: objects, lists, lines with “By” and “and”, addresses."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any, Final

#: A name is no longer, in characters and in words.
_LONGEST: Final = 60
_MOST_WORDS: Final = 7

# Matches "By ", "by: ", "Von ", "Par "; must not match "Byron".
_OPENER = re.compile(
    r"(?i)^(?:(?:written|posted|story|reported|words|text)\s)?(?:by|von|par|por|di|av|door|af|oleh|autor|author)\b[:\s]+"
)
# Behind a name: "(obe)", "<ada@paper.example>".
_ASIDE = re.compile(r"\s*(?:\([^()]{0,40}\)|<[^<>]{0,80}>)")
# Between names: "and", "&", ";", "|", " / ", a comma; must not split "Anderson" or "Sandy".
_BETWEEN = re.compile(
    r"(?i)\s*(?:[;|&•·\n]|,(?!\s*(?:jr|sr|md|phd|m\.d|ph\.d|rd|ms|iii?)\b)|\s/\s|\s(?:and|und|et|y|og|och|dan|with|mit)\s)\s*"
)
# No name: an address of mail or the web, a number, a handle.
_NO_NAME = re.compile(r"(?i)https?:|www\.|@|\d{3,}|\.(?:com|org|net|co)\b(?!\S)|^\W*$")
#: What stands for nobody in particular, as pages write it.
_NOBODY: Final = frozenset(
    [
        "admin",
        "administrator",
        "staff",
        "editor",
        "editors",
        "editorial",
        "redaktion",
        "redaccion",
        "redazione",
        "author",
        "unknown",
        "guest",
        "anonymous",
        "user",
        "webmaster",
        "team",
        "staffwriter",
        "staffreporter",
        "staffwriters",
        "editorialteam",
        "editorialstaff",
        "webdesk",
        "newsdesk",
        "onlinedesk",
        "newsroom",
        "contributor",
        "contributors",
        "none",
        "null",
        "undefined",
        "wpadmin",
        "root",
        "default",
    ]
)


def names(value: Any) -> tuple[str, ...]:
    """Give the names in what a page declares as authors, in order, each once.

    >>> names([{"@type": "Person", "name": "Ada Moss"}, {"name": ["Tom Reed"]}])
    ('Ada Moss', 'Tom Reed')
    >>> names("By Ada Moss and Tom Reed"), names("Staff"), names("https://pages.example/ada")
    (('Ada Moss', 'Tom Reed'), (), ())
    """
    found: dict[str, str] = {}
    for text in _texts(value):
        for name in _split(text):
            found.setdefault(_key(name), name)
    return tuple(found.values())


def opens_as_byline(text: str) -> bool:
    """Whether a line begins as bylines do: “By”, “Written by”, “Von”.

    >>> opens_as_byline("Written by Ada Moss"), opens_as_byline("Byron wrote it")
    (True, False)
    """
    return _OPENER.match(text) is not None


def _texts(value: Any) -> Iterable[str]:
    """Walk through lists and objects to the texts in them, no deeper than pages nest them."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, list | tuple) and depth < 6:
            waiting.extend((part, depth + 1) for part in reversed(item[:50]))
        elif isinstance(item, dict) and depth < 6:
            name = item.get("name") or item.get("@value")
            if not name and (item.get("givenName") or item.get("familyName")):
                name = f"{item.get('givenName') or ''} {item.get('familyName') or ''}"
            waiting.append((name, depth + 1))


def _split(text: str) -> Iterable[str]:
    line = " ".join(text[:400].split())
    line = _ASIDE.sub("", unescape(line))
    line = _OPENER.sub("", line)
    for part in _BETWEEN.split(line):
        name = _OPENER.sub("", part).strip(" ,.:-–—|/")
        if (
            1 < len(name) <= _LONGEST
            and len(name.split()) <= _MOST_WORDS
            and not _NO_NAME.search(name)
            and _key(name) not in _NOBODY
        ):
            yield name


def _key(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
