"""The types of newskit: attrs classes, all of them values. Imports nothing of newskit but its errors.

What comes out: ``article`` (its JSON Schema is article.schema.json), made of ``block``, ``quote``, ``fact`` and ``annotations``;
places are in ``span``, closed lists in ``kinds``. What plugins see: ``document``, ``markup``, ``language``. What they answer:
``answers``. What goes through `newskit.parse_many`: ``stream``.
"""

from newskit.model.annotations import Annotation, Annotations
from newskit.model.answers import Attribution, Field, Label, Named, Quotation
from newskit.model.article import Article, Explanation, Problem, Text
from newskit.model.block import Block, Blocks
from newskit.model.document import Document, SourceBlock
from newskit.model.fact import Fact
from newskit.model.kinds import FactValue, Kind, Part, QuoteKind
from newskit.model.language import Language
from newskit.model.markup import Element, Markup
from newskit.model.quote import Cue, Mention, Quote, Speaker
from newskit.model.span import Origin, Span

__all__ = [
    "Annotation",
    "Annotations",
    "Article",
    "Attribution",
    "Block",
    "Blocks",
    "Cue",
    "Document",
    "Element",
    "Explanation",
    "Fact",
    "FactValue",
    "Field",
    "Kind",
    "Label",
    "Language",
    "Markup",
    "Mention",
    "Named",
    "Origin",
    "Part",
    "Problem",
    "Quotation",
    "Quote",
    "QuoteKind",
    "SourceBlock",
    "Span",
    "Speaker",
    "Text",
]
