"""The kinds of blocks, of quotes and of values: closed lists, each member with its meaning.

A kind is a ``StrEnum`` member, so it compares equal to its name and travels through JSON as it.
"""

from enum import StrEnum


class Part(StrEnum):
    """Whose a block is: the coarse label."""

    HEADLINE = "headline"
    #: What the reporter wrote.
    BODY = "body"
    #: What belongs to the article without being its body: dek, byline, caption …
    FURNITURE = "furniture"
    #: What belongs to the site: navigation, copyright, advertisements …
    BOILERPLATE = "boilerplate"


class Kind(StrEnum):
    """What a block is: the fine label. ``kind.part`` gives the coarse one.

    >>> Kind.BYLINE.part
    <Part.FURNITURE: 'furniture'>
    """

    HEADLINE = "headline"

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    BLOCK_QUOTE = "block_quote"
    TABLE_CELL = "table_cell"

    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    TIMESTAMP = "timestamp"
    CAPTION = "caption"
    CREDIT = "credit"
    PULL_QUOTE = "pull_quote"
    CORRECTION = "correction"
    AUTHOR_BIO = "author_bio"

    COPYRIGHT = "copyright"
    SYNDICATION = "syndication"
    SUBSCRIBE = "subscribe"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    READ_MORE = "read_more"
    ADVERTISEMENT = "advertisement"
    SHARE = "share"
    TAGS = "tags"
    CONTACT = "contact"
    COOKIE = "cookie"
    NAVIGATION = "navigation"
    DISCLAIMER = "disclaimer"
    PAYWALL = "paywall"
    COMMENTS = "comments"
    #: Boilerplate of no kind above.
    OTHER = "other"

    _part: Part

    @property
    def part(self) -> Part:
        """The part that blocks of this kind belong to."""
        return self._part


_KINDS_OF = {
    Part.HEADLINE: "headline",
    Part.BODY: "paragraph heading list_item block_quote table_cell",
    Part.FURNITURE: "dek byline dateline timestamp caption credit pull_quote correction author_bio",
}
_PART_OF = {name: part for part, names in _KINDS_OF.items() for name in names.split()}
for _kind in Kind:
    _kind._part = _PART_OF.get(_kind.value, Part.BOILERPLATE)  # noqa: SLF001 - a look-up for each block would take longer


class QuoteKind(StrEnum):
    """How speech is reported."""

    #: All of the content stands in quotation marks (or is set off as speech).
    DIRECT = "direct"
    #: Some of it does.
    MIXED = "mixed"
    #: None of it does.
    INDIRECT = "indirect"


#: The values a fact may have: all of them travel through JSON unchanged. Dates are ISO 8601 strings.
FactValue = str | bool | tuple[str, ...]
