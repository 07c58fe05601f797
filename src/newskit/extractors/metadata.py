"""What is known of an article besides its text: authors, dates, language, address, section, image.

One ordered table says where each field is looked for, and how far each source is trusted. For every field each source that
has something gives an answer; the parser keeps the most trusted one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from newskit.evidence.declared_dates import iso
from newskit.evidence.declared_people import names, opens_as_byline
from newskit.hooks import hookimpl
from newskit.model.answers import Field
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.kinds import FactValue, Kind, Part

Declared = Mapping[str, Any]


class Source(NamedTuple):
    """A place where a page may say a field."""

    field: str
    #: “json-ld”, “meta”, “microdata”, “rel”, or a key of ``document.declared``.
    place: str
    #: What it is called there.
    key: str
    confidence: float


#: Most trusted first within a field. A reader sees here why an answer won.
SOURCES: Final[tuple[Source, ...]] = (
    Source("headline", "json-ld", "headline", 0.8),
    Source("headline", "meta", "og:title", 0.7),
    Source("headline", "meta", "twitter:title", 0.65),
    Source("headline", "microdata", "headline", 0.6),
    Source("headline", "title", "", 0.5),
    Source("authors", "json-ld", "author", 0.9),
    Source("authors", "json-ld", "creator", 0.7),
    Source("authors", "meta", "author", 0.8),
    Source("authors", "meta", "article:author", 0.75),
    Source("authors", "meta", "parsely-author", 0.75),
    Source("authors", "meta", "sailthru.author", 0.74),
    Source("authors", "meta", "dc.creator", 0.73),
    Source("authors", "meta", "dcterms.creator", 0.73),
    Source("authors", "meta", "byl", 0.73),
    Source("authors", "meta", "cxenseparse:author", 0.72),
    Source("authors", "microdata", "author.name", 0.72),
    Source("authors", "microdata", "author", 0.6),
    Source("authors", "rel", "author", 0.6),
    Source("published", "json-ld", "datePublished", 0.9),
    Source("published", "json-ld", "uploadDate", 0.4),
    Source("published", "json-ld", "dateCreated", 0.5),
    Source("published", "meta", "article:published_time", 0.85),
    Source("published", "meta", "og:article:published_time", 0.84),
    Source("published", "meta", "datepublished", 0.83),
    Source("published", "meta", "parsely-pub-date", 0.8),
    Source("published", "meta", "sailthru.date", 0.78),
    Source("published", "meta", "pubdate", 0.78),
    Source("published", "meta", "publishdate", 0.78),
    Source("published", "meta", "publish-date", 0.78),
    Source("published", "meta", "dc.date.issued", 0.77),
    Source("published", "meta", "dcterms.created", 0.7),
    Source("published", "meta", "dc.date", 0.7),
    Source("published", "meta", "date", 0.7),
    Source("published", "microdata", "datepublished", 0.75),
    Source("published", "json-ld", "dateModified", 0.25),
    Source("published", "meta", "article:modified_time", 0.2),
    Source("modified", "json-ld", "dateModified", 0.9),
    Source("modified", "meta", "article:modified_time", 0.85),
    Source("modified", "meta", "og:updated_time", 0.7),
    Source("modified", "meta", "datemodified", 0.7),
    Source("modified", "microdata", "datemodified", 0.7),
    Source("url", "canonical", "", 0.9),
    Source("url", "meta", "og:url", 0.8),
    Source("section", "json-ld", "articleSection", 0.8),
    Source("section", "meta", "article:section", 0.8),
    Source("section", "meta", "parsely-section", 0.7),
    Source("tags", "json-ld", "keywords", 0.8),
    Source("tags", "meta", "article:tag", 0.75),
    Source("tags", "meta", "news_keywords", 0.7),
    Source("tags", "meta", "keywords", 0.6),
    Source("tags", "rel", "tag", 0.5),
    Source("image", "meta", "og:image", 0.85),
    Source("image", "json-ld", "image", 0.8),
    Source("image", "meta", "twitter:image", 0.7),
    Source("dek", "json-ld", "description", 0.6),
    Source("dek", "meta", "og:description", 0.6),
    Source("dek", "meta", "description", 0.55),
    Source("publisher", "json-ld", "publisher", 0.85),
    Source("publisher", "meta", "og:site_name", 0.8),
    Source("publisher", "meta", "application-name", 0.5),
    Source("paywalled", "json-ld", "isAccessibleForFree", 0.9),
)  # fmt: skip

#: The types of JSON-LD that describe an article, by the end of their name.
_ARTICLES: Final = ("Article", "Posting", "Report", "Review", "Recipe", "HowTo", "LiveBlogPosting")


#: A site that names itself as the author is believed less than any visible byline.
_SITE_AS_AUTHOR: Final = 0.3

#: A date line is no longer, in characters, and stands at most so many blocks from the headline.
_LINE: Final = 120
_NEAR: Final = 12


@hookimpl
def newskit_describe(document: Document, blocks: Sequence[Block]) -> Iterator[Field]:
    """Answer with what the page declares, then with what its text says, then with what the caller gave."""
    yield from _declared(document.declared)
    yield from _visible(document, blocks)
    if document.language:
        yield Field("language", document.language, confidence=0.9, reason="declared, or told by its words")
    if document.url:
        yield Field("url", document.url, confidence=0.6, reason="given with the source")


def _declared(declared: Declared) -> Iterator[Field]:
    article = _article(declared.get("json-ld") or ())
    for source in SOURCES:
        raw = _look_up(declared, article, source)
        if raw is None:
            continue
        value = _READERS[source.field](raw)
        if value is not None:
            confidence = source.confidence
            if source.field == "authors" and _is_site(value, declared, article):
                confidence = _SITE_AS_AUTHOR
            said = raw if isinstance(raw, str) else None
            reason = " ".join(filter(None, (source.place, source.key)))
            yield Field(source.field, value, said if said != value else None, confidence=confidence, reason=reason)


def _is_site(authors: FactValue, declared: Declared, article: Mapping[str, Any]) -> bool:
    """Whether the page names itself as its author."""
    meta = declared.get("meta") or {}
    sites = (_first(article.get("publisher")), _first(meta.get("og:site_name")), _first(meta.get("application-name")))
    known = {_letters(site) for site in sites if site}
    hosts = [
        _letters(urlsplit(link).netloc) for link in (declared.get("canonical"), _first(meta.get("og:url"))) if link
    ]
    return isinstance(authors, tuple) and all(
        (name := _letters(author)) in known or any(len(name) > 3 and name in host for host in hosts)
        for author in authors
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _article(entries: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The JSON-LD object of the article: of those of an article's type the one that says most; else a page's."""
    best: Mapping[str, Any] = {}
    score = 0
    for entry in entries:
        kinds = entry.get("@type")
        named = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        worth = 10 if any(kind.endswith(_ARTICLES) for kind in named) else 1 if "WebPage" in named else 0
        worth += sum(key in entry for key in ("headline", "author", "datePublished")) if worth else 0
        if worth > score:
            best, score = entry, worth
    return best


def _look_up(declared: Declared, article: Mapping[str, Any], source: Source) -> Any:
    if source.place == "json-ld":
        return article.get(source.key)
    if source.place in ("meta", "microdata", "rel"):
        found = (declared.get(source.place) or {}).get(source.key)
        return found or None
    return declared.get(source.place) or None


def _first(raw: Any) -> str | None:
    """The first text in a value: of a list its first member, of an object its name, url or id."""
    for _ in range(6):
        if isinstance(raw, str):
            return " ".join(raw.split()) or None
        if isinstance(raw, list | tuple):
            raw = raw[0] if raw else None
        elif isinstance(raw, dict):
            raw = next((raw[key] for key in ("name", "url", "@id", "@value") if raw.get(key)), None)
    return None


def _date(raw: Any) -> str | None:
    text = _first(raw)
    return iso(text) if text else None


def _people(raw: Any) -> tuple[str, ...] | None:
    return names(raw) or None


def _words(raw: Any) -> tuple[str, ...] | None:
    texts = (
        [raw]
        if isinstance(raw, str)
        else [item for item in raw if isinstance(item, str)]
        if isinstance(raw, list | tuple)
        else []
    )
    parts = [part.strip() for text in texts for part in (text.split(",") if len(texts) == 1 else [text])]
    return tuple(dict.fromkeys(filter(None, parts))) or None


def _address(raw: Any) -> str | None:
    text = _first(raw)
    return text if text and text.startswith(("http://", "https://", "//", "/")) else None


def _paywalled(raw: Any) -> bool | None:
    free = str(raw).strip().lower() if isinstance(raw, str | bool) else ""
    return {"false": True, "true": False}.get(free)


_READERS: Final[Mapping[str, Callable[[Any], FactValue | None]]] = {
    "headline": _first,
    "authors": _people,
    "published": _date,
    "modified": _date,
    "url": _address,
    "section": _first,
    "tags": _words,
    "image": _address,
    "dek": _first,
    "publisher": _first,
    "paywalled": _paywalled,
}


def _visible(document: Document, blocks: Sequence[Block]) -> Iterator[Field]:
    """What byline, date line and <time> say."""
    yield from _byline(document, blocks)
    yield from _date_line(blocks)
    for moment, text, _, item in document.declared.get("times") or ():
        if (value := iso(moment or "") or iso(text)) and "modified" not in item:
            yield Field("published", value, moment or text, confidence=0.55, reason="in <time>")
            break


def _byline(document: Document, blocks: Sequence[Block]) -> Iterator[Field]:
    """The names in the first byline: “By Ada Moss and Tom Reed”, or names alone."""
    openers = tuple(f"{word} " for word in document.words.byline_openers)
    for place, block in enumerate(blocks):
        text = block.text[:_LINE]
        opened = opens_as_byline(text) or text.lower().startswith(openers)
        if block.kind is Kind.BYLINE or (opened and len(block.text) < _LINE // 2 and block.kind is not Kind.HEADLINE):
            if opened and not names(text) and place + 1 < len(blocks):
                text = blocks[place + 1].text[:_LINE]
            people = tuple(name for name in names(_before_date(text)) if _looks_like_a_name(name))
            if people and (opened or len(text) < _LINE // 2):
                yield Field("authors", people, block.text[:_LINE], block.span, 0.55 if opened else 0.4, "in the byline")
                return


def _before_date(text: str) -> str:
    """Cut a byline at its first digit: “By Ada Moss, 3 March 2026”."""
    at = next((at for at, letter in enumerate(text) if letter.isdigit()), len(text))
    return text[:at]


def _date_line(blocks: Sequence[Block]) -> Iterator[Field]:
    """The first date in a short line beside the headline; one that says it is a date counts for more."""
    headline = next((place for place, block in enumerate(blocks) if block.kind is Kind.HEADLINE), 0)
    for block in blocks[max(0, headline - _NEAR // 2) : headline + _NEAR]:
        short = len(block.text) < (_LINE // 2 if block.kind.part is Part.BODY else _LINE)
        if block.kind is Kind.HEADLINE or not (short or block.kind.part is Part.FURNITURE):
            continue
        if value := iso(block.text[:_LINE]):
            sure = 0.5 if block.kind in (Kind.TIMESTAMP, Kind.BYLINE) else 0.35
            yield Field("published", value, block.text[:_LINE], block.span, sure, "in a line beside the headline")
            return


def _looks_like_a_name(name: str) -> bool:
    """Two to five words, those that are no particles written large, no digits."""
    words = name.split()
    large = sum(word[0].isupper() or not word[0].isascii() for word in words)
    return 2 <= len(words) <= 5 and large >= len(words) - 2 and large >= 2 and not any(map(str.isdigit, name))
