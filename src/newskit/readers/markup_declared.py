"""Collects what a page says of itself outside its text: meta tags, links, microdata, <time>, JSON-LD.

The result is ``document.declared`` of a page:

========== ========================================================================================================
title      the text of <title>, or None
language   the lang attribute of <html>, or None
canonical  the address in <link rel=canonical>, or None
meta       by name or property, in lower case: the contents, in order
json-ld    every JSON-LD object, flattened out of arrays and ``@graph``, in order
microdata  of microdata and RDFa, by property, ``author.name`` for one inside another, in lower case: the values, in order
times      every <time>: ``(datetime attribute or None, text, number of the block it stands in, property)``
people     every link into a folder of authors: ``(text, number of the block it stands in)``
rel        by relation (author, tag): the texts of the links
========== ========================================================================================================
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from newskit.evidence.declared_people import FOLDERS
from newskit.readers.markup_json import json_ld_objects

#: No value that is of use is longer, in characters: dates, names, headlines, descriptions.
_LONGEST: Final = 600

#: Values of one kind beyond this many tell nothing; a page may have a <time> for each of a thousand comments.
_MOST: Final = 200

#: Attributes that hold a property's value, by which comes first.
_VALUES: Final = ("content", "datetime", "href", "src")


#: Gives the first text inside an element, of so many characters at most.
Said = Callable[[int], str]


class Declarations:
    """Takes declarations one by one as a walk meets them."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.language: str | None = None
        self.canonical: str | None = None
        self.json_ld: list[str] = []
        self._meta: dict[str, list[str]] = {}
        self._items: dict[str, list[str]] = {}
        self._relations: dict[str, list[str]] = {}
        self._people: list[tuple[str, int]] = []
        self._times: list[tuple[str | None, str, int, str]] = []

    def as_dict(self) -> dict[str, Any]:
        return {
            "title": " ".join(self.title.split()) if self.title else None,
            "language": self.language or None,
            "canonical": self.canonical,
            "meta": {name: tuple(values) for name, values in self._meta.items()},
            "json-ld": json_ld_objects(self.json_ld),
            "microdata": {name: tuple(values) for name, values in self._items.items()},
            "times": tuple(self._times),
            "people": tuple(self._people),
            "rel": {name: tuple(values) for name, values in self._relations.items()},
        }

    def head(self, tag: str, given: Mapping[str, Any]) -> None:
        """Take a <meta> or a <link>."""
        if tag == "meta":
            content = given.get("content")
            if content:
                for key in ("name", "property", "itemprop"):
                    if name := _joined(given.get(key)).lower():
                        if name.endswith("ld+json"):  # scripts that a site's system has made tags of
                            self.json_ld.append(content)
                        _add(self._meta, name, content)
        elif "canonical" in _words(given.get("rel")) and self.canonical is None:
            self.canonical = given.get("href") or None

    def item(self, around: str, given: Mapping[str, Any], said: Said) -> str:
        """Take an element with ``itemprop``, or ``property`` of RDFa, and give the property that what is inside it belongs to."""
        name = _property(given)
        if not name or name == "articlebody":
            return around
        value = next((given[key] for key in _VALUES if given.get(key)), None)
        path = f"{around}.{name}" if around else name
        _add(self._items, path, value if isinstance(value, str) else said(_LONGEST))
        return name if "itemscope" in given or "typeof" in given else around

    def time(self, given: Mapping[str, Any], said: Said, block: int, item: str) -> None:
        if len(self._times) < _MOST:
            self._times.append((given.get("datetime"), said(_LONGEST), block, item))

    def link(self, given: Mapping[str, Any], said: Said, block: int) -> None:
        """Take an <a>: what it says of its relation, and whether it leads to the page of an author."""
        if rel := given.get("rel"):
            for name in _words(rel):
                if name in ("author", "tag"):
                    _add(self._relations, name, said(_LONGEST))
        address = given.get("href")
        if address and len(self._people) < _MOST and not FOLDERS.isdisjoint(address[:_LONGEST].lower().split("/")[:-1]):
            self._people.append((said(_LONGEST), block))


def _property(given: Mapping[str, Any]) -> str:
    """The name of an element's property in lower case, without its vocabulary: “author” of “schema:author”."""
    name = _joined(given.get("itemprop") or given.get("property")).lower()
    return name if given.get("itemprop") else name.rpartition("/")[2].rpartition(":")[2]


def _add(values: dict[str, list[str]], name: str, value: str) -> None:
    kept = values.setdefault(name[:_LONGEST], []) if len(values) < _MOST or name in values else []
    if value and len(kept) < _MOST:
        kept.append(value)


def _joined(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else value or ""


def _words(value: Any) -> list[str]:
    return [word.lower() for word in (value if isinstance(value, list) else (value or "").split())]
