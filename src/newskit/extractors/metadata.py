"""What is known of an article besides its text: authors, dates, language, address, section, image.

One ordered table says where each field is looked for, and how far each source is trusted. For every field each source that
has something gives an answer; the parser keeps the most trusted one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from newskit.evidence.byline import byline_elsewhere, bylines
from newskit.evidence.date_line import date_line_elsewhere, date_lines, first_published
from newskit.evidence.declared_dates import day_in_address, iso
from newskit.evidence.declared_people import (
    WRITTEN_BY,
    is_account,
    is_newsroom,
    letters,
    names,
    without_outlet,
    without_team,
)
from newskit.evidence.site import Site, host_of, owner
from newskit.hooks import hookimpl
from newskit.model.answers import Field
from newskit.model.block import Block
from newskit.model.document import Document
from newskit.model.kinds import FactValue

Declared = Mapping[str, Any]


class Source(NamedTuple):
    """A place where a page may say a field."""

    field: str
    #: “json-ld”, “meta”, “microdata”, “rel” or a key of ``document.declared``; “twitter” for its pairs of label and text;
    #: of what shows “byline”, “line” and “time”; the page's “address”.
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
    Source("authors", "byline", "opened", 0.85),
    Source("authors", "meta", "author", 0.8),
    Source("authors", "meta", "article:author", 0.75),
    Source("authors", "meta", "parsely-author", 0.75),
    Source("authors", "meta", "sailthru.author", 0.74),
    Source("authors", "meta", "dc.creator", 0.73),
    Source("authors", "meta", "dcterms.creator", 0.73),
    Source("authors", "meta", "byl", 0.73),
    Source("authors", "twitter", "written by", 0.73),
    Source("authors", "meta", "article:author_name", 0.73),
    Source("authors", "meta", "shareaholic:article_author_name", 0.73),
    Source("authors", "meta", "mrf:authors", 0.72),
    Source("authors", "meta", "og:author", 0.72),
    Source("authors", "meta", "cxenseparse:author", 0.72),
    Source("authors", "meta", "citation_author", 0.72),
    Source("authors", "byline", "linked", 0.71),
    Source("authors", "microdata", "author.name", 0.7),
    Source("authors", "json-ld", "creator", 0.7),
    Source("authors", "microdata", "author", 0.6),
    Source("authors", "rel", "author", 0.6),
    Source("authors", "byline", "marked", 0.55),
    Source("authors", "byline", "elsewhere", 0.45),
    Source("authors", "byline", "alone", 0.33),
    Source("authors", "byline", "account", 0.32),
    Source("authors", "site", "", 0.31),
    Source("published", "line", "against", 0.91),
    Source("published", "json-ld", "datePublished", 0.9),
    Source("published", "meta", "article:published_time", 0.85),
    Source("published", "meta", "og:article:published_time", 0.84),
    Source("published", "meta", "og:published_time", 0.84),
    Source("published", "meta", "datepublished", 0.83),
    Source("published", "meta", "parsely-pub-date", 0.8),
    Source("published", "meta", "sailthru.date", 0.78),
    Source("published", "meta", "cxenseparse:recs:publishtime", 0.78),
    Source("published", "meta", "cxenseparse:publishtime", 0.78),
    Source("published", "meta", "shareaholic:article_published_time", 0.78),
    Source("published", "meta", "pubdate", 0.78),
    Source("published", "meta", "publishdate", 0.78),
    Source("published", "meta", "publish-date", 0.78),
    Source("published", "meta", "publish_date", 0.77),
    Source("published", "meta", "dc.date.issued", 0.77),
    Source("published", "meta", "dcterms.issued", 0.77),
    Source("published", "meta", "dc.date.created", 0.7),
    Source("published", "meta", "dcterms.created", 0.7),
    Source("published", "meta", "dcterms.date", 0.7),
    Source("published", "meta", "date.created", 0.7),
    Source("published", "meta", "dc.date", 0.7),
    Source("published", "meta", "date", 0.7),
    Source("published", "meta", "published", 0.7),
    Source("published", "meta", "published-date", 0.7),
    Source("published", "meta", "publication_date", 0.7),
    Source("published", "meta", "citation_publication_date", 0.7),
    Source("published", "meta", "citation_online_date", 0.7),
    Source("published", "meta", "citation_date", 0.7),
    Source("published", "meta", "prism.publicationdate", 0.7),
    # Of the page itself, the sources above; microdata may be that of another article beside it.
    Source("published", "microdata", "datepublished", 0.69),
    Source("published", "line", "first", 0.6),
    Source("published", "time", "", 0.55),
    Source("published", "json-ld", "dateCreated", 0.5),
    Source("published", "line", "marked", 0.5),
    Source("published", "json-ld", "uploadDate", 0.4),
    Source("published", "line", "beside", 0.35),
    Source("published", "address", "", 0.3),
    Source("published", "json-ld", "dateModified", 0.25),
    Source("published", "line", "elsewhere", 0.24),
    Source("published", "line", "updated", 0.22),
    Source("published", "meta", "article:modified_time", 0.2),
    Source("published", "meta", "last-modified", 0.18),
    Source("modified", "json-ld", "dateModified", 0.9),
    Source("modified", "meta", "article:modified_time", 0.85),
    Source("modified", "meta", "og:updated_time", 0.7),
    Source("modified", "meta", "og:modified_time", 0.7),
    Source("modified", "meta", "dcterms.modified", 0.7),
    Source("modified", "meta", "datemodified", 0.7),
    Source("modified", "microdata", "datemodified", 0.7),
    Source("modified", "meta", "last-modified", 0.6),
    Source("modified", "line", "updated", 0.5),
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
_NEWS: Final = ("NewsArticle", "LiveBlogPosting")
_ARTICLES: Final = ("Article", "Posting", "Report", "Review", "Recipe", "HowTo", "LiveBlogPosting")


#: A site that names itself as the author, and the name of an account, are believed less than any visible byline.
_SITE_AS_AUTHOR: Final = 0.3
_ACCOUNT_AS_AUTHOR: Final = 0.35
#: “Staff” and the like less than anything else.
_NEWSROOM_AS_AUTHOR: Final = 0.1

#: A declared date that is trusted less is one of a change, at best.
_SURE: Final = 0.6


@hookimpl
def newskit_describe(document: Document, blocks: Sequence[Block]) -> Iterator[Field]:
    """Answer with what the page declares, then with what its text says, then with what the caller gave."""
    article = _article(document.declared.get("json-ld") or ())
    site = _site(document, article)
    found = list(_declared(document.declared, article, site)) if document.declared else []  # a text declares nothing
    sure = [field for field in found if field.name == "published" and field.confidence > _SURE]
    days = {str(max(sure, key=lambda field: field.confidence).value)[:10]} if sure else set[str]()
    found += _bylines(document, site, blocks)
    found += _dates(document, article, blocks, days)
    yield from found
    yield from _elsewhere(document, blocks, {field.name for field in found if field.confidence > _NEWSROOM_AS_AUTHOR})
    if all(field.name != "authors" or field.confidence <= _SITE_AS_AUTHOR for field in found):
        yield from _owner(document, site, blocks)
    if document.language:
        yield Field("language", document.language, confidence=0.9, reason="declared, or told by its words")
    if document.url:
        yield Field("url", document.url, confidence=0.6, reason="given with the source")


def _declared(declared: Declared, article: Mapping[str, Any], site: Site) -> Iterator[Field]:
    for source in SOURCES:
        raw = _look_up(declared, article, source)
        if raw is None:
            continue
        value = _READERS[source.field](_turned(raw) if source.key == "citation_author" else raw)
        if value is not None:
            confidence = source.confidence
            if source.field == "authors" and isinstance(value, tuple):
                confidence = min(confidence, _trust(value, site))
            said = raw if isinstance(raw, str) else None
            reason = " ".join(filter(None, (source.place, source.key)))
            yield Field(source.field, value, said if said != value else None, confidence=confidence, reason=reason)


def _trust(authors: tuple[str, ...], site: Site) -> float:
    """How far such names may be believed, whatever the source."""
    if all(map(is_newsroom, authors)):
        return _NEWSROOM_AS_AUTHOR
    if _is_site(authors, site):
        return _SITE_AS_AUTHOR
    return _ACCOUNT_AS_AUTHOR if any(map(is_account, authors)) else 1


def _site(document: Document, article: Mapping[str, Any]) -> Site:
    """What the page says of its site."""
    meta = document.declared.get("meta") or {}
    names = _first(article.get("publisher")), _first(meta.get("og:site_name")), _first(meta.get("application-name"))
    links = document.declared.get("canonical"), _first(meta.get("og:url"))
    return Site(tuple(filter(None, names)), tuple(filter(None, (host_of(link or "") for link in links))))


def _is_site(authors: tuple[str, ...], site: Site) -> bool:
    """Whether the page names itself as its author."""
    known, hosts = tuple(filter(None, map(letters, site.names))), list(map(letters, site.hosts))
    return all(
        (name := letters(without_team(author))).startswith(known)
        or any(len(name) > 3 and name in host for host in hosts)
        for author in authors
    )


def _article(entries: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The JSON-LD object of the article: of those of an article's type the one that says most; else a page's."""
    best: Mapping[str, Any] = {}
    score = 0
    for entry in entries:
        named = _types(entry)
        worth = 10 if any(kind.endswith(_ARTICLES) for kind in named) else 1 if "WebPage" in named else 0
        worth += sum(key in entry for key in ("headline", "author", "datePublished")) if worth else 0
        if worth > score:
            best, score = entry, worth
    return best


def _is_from_a_newsroom(declared: Declared, article: Mapping[str, Any]) -> bool:
    """Whether a page declares the time of publication in a way that is made for news."""
    return "article:published_time" in (declared.get("meta") or {}) or any(
        kind.endswith(_NEWS) for kind in _types(article)
    )


def _types(entry: Mapping[str, Any]) -> list[str]:
    kinds = entry.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _look_up(declared: Declared, article: Mapping[str, Any], source: Source) -> Any:
    if source.place == "json-ld":
        return article.get(source.key)
    if source.place in ("meta", "microdata", "rel"):
        found = (declared.get(source.place) or {}).get(source.key)
        return found or None
    if source.place == "twitter":
        return _written_by(declared.get("meta") or {})
    return declared.get(source.place) or None


def _written_by(meta: Mapping[str, tuple[str, ...]]) -> str | None:
    """What stands beside the label “Written by”, in any language, in the pairs that cards for Twitter show."""
    for number in ("1", "2", "3"):
        if (_first(meta.get(f"twitter:label{number}")) or "").lower().rstrip(":") in WRITTEN_BY:
            return _first(meta.get(f"twitter:data{number}"))
    return None


def _first(raw: Any) -> str | None:
    """The first text in a value: of a list its first member, of an object its name, url or id."""
    for _ in range(6):
        if raw is None:
            break
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


def _turned(raw: Any) -> Any:
    """Citations give names as “Moss, Ada”."""
    return [" ".join(reversed(name.split(", "))) if name.count(", ") == 1 else name for name in raw]


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


#: How the value of each field is read from what was declared.
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


#: The same table for what a page shows instead of declaring: by field, place and key.
_TRUST: Final = {(source.field, source.place, source.key): source.confidence for source in SOURCES}


def _bylines(document: Document, site: Site, blocks: Sequence[Block]) -> Iterator[Field]:
    """Of each sort the first that names somebody else than the site, or else the first."""
    found: dict[str, Field] = {}
    outlets = {*map(letters, site.names), *(letters(part) for host in site.hosts for part in host.split("."))}
    for sign, said, raw, span in bylines(document, blocks):
        people = tuple(without_outlet(name, outlets) for name in said)
        trust = min(_TRUST["authors", "byline", sign], _trust(people, site))
        if sign not in found or trust > found[sign].confidence <= _SITE_AS_AUTHOR:
            found[sign] = Field("authors", people, raw, span, trust, f"byline {sign}")
    yield from found.values()


def _elsewhere(document: Document, blocks: Sequence[Block], known: set[str]) -> Iterator[Field]:
    """What is said far from the headline, of what is not known yet."""
    if "authors" not in known and (said := byline_elsewhere(document, blocks)):
        yield Field(
            "authors", said.people, said.raw, said.span, _TRUST["authors", "byline", "elsewhere"], "byline elsewhere"
        )
    if "published" not in known and (line := date_line_elsewhere(blocks, document.language)):
        yield Field(
            "published", line.date, line.raw, line.span, _TRUST["published", "line", line.sign], f"line {line.sign}"
        )


def _owner(document: Document, site: Site, blocks: Sequence[Block]) -> Iterator[Field]:
    """The person whom a site is named after, where nobody else is named than the site."""
    if found := owner(document, blocks, site):
        yield Field(
            "authors", (found.name,), None, found.span, _TRUST["authors", "site", ""], "site named after a person"
        )


def _dates(
    document: Document, article: Mapping[str, Any], blocks: Sequence[Block], declared: set[str]
) -> Iterator[Field]:
    """What date lines, <time> and the address say.

    Outside newsrooms the declared date is often that of a record in the site's system: a line that is marked as a date and
    says another day than all that is declared is believed before it, and so is a change, where that is all a page dates.
    """
    doubtful = declared and not _is_from_a_newsroom(document.declared, article)
    lines = list(date_lines(blocks, document.language))
    shown = [line.sign for line in lines]
    for sign, day, raw, span in lines:
        swapped = f"{day[:5]}{day[8:10]}-{day[5:7]}"
        speaks = sign == "marked" or shown == ["updated"]
        against = speaks and doubtful and declared.isdisjoint((day[:10], swapped))
        trust = _TRUST["published", "line", "against" if against else sign]
        yield Field("published", day, raw, span, trust, f"line {sign}")
        if sign == "updated":
            yield Field("modified", day, raw, span, _TRUST["modified", "line", sign], f"line {sign}")
    if not declared and (first := first_published(blocks, document.language)):
        yield Field("published", first.date, first.raw, first.span, _TRUST["published", "line", "first"], "line first")
    for moment, text, _, item in document.declared.get("times") or ():
        if (value := iso(moment or "") or iso(text)) and "modified" not in item:
            yield Field("published", value, moment or text, confidence=_TRUST["published", "time", ""], reason="time")
            break
    if document.url and (written := day_in_address(document.url)):
        yield Field("published", written, document.url, confidence=_TRUST["published", "address", ""], reason="address")
