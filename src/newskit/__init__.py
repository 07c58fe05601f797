"""newskit takes a news article apart: headline, body, boilerplate, quotes and who said them, as spans over the text.

>>> import newskit
>>> article = newskit.parse("“We won,” said Ada Moss.")
>>> article.quotes[0].speaker.name
'Ada Moss'
"""

from functools import cache

from newskit._version import __version__
from newskit.errors import (
    ArticleError,
    FormatError,
    InputError,
    LanguageError,
    NewskitError,
    OptionError,
    OutputError,
    PluginError,
    SourceError,
    UsageError,
)
from newskit.hooks import hookimpl
from newskit.language.files import read_language
from newskit.many import parse_many
from newskit.model import (
    Annotation,
    Annotations,
    Article,
    Attribution,
    Block,
    Blocks,
    Cue,
    Document,
    Element,
    Explanation,
    Fact,
    FactValue,
    Field,
    Kind,
    Label,
    Language,
    Markup,
    Mention,
    Named,
    Origin,
    Part,
    Problem,
    Quotation,
    Quote,
    QuoteKind,
    SourceBlock,
    Span,
    Speaker,
    Text,
)
from newskit.model.stream import Failure, FailureKind, Source
from newskit.parser import Parser, default_parser
from newskit.plugins import installed_plugins

__all__ = [
    "Annotation",
    "Annotations",
    "Article",
    "ArticleError",
    "Attribution",
    "Block",
    "Blocks",
    "Cue",
    "Document",
    "Element",
    "Explanation",
    "Fact",
    "FactValue",
    "Failure",
    "FailureKind",
    "Field",
    "FormatError",
    "InputError",
    "Kind",
    "Label",
    "Language",
    "LanguageError",
    "Markup",
    "Mention",
    "Named",
    "NewskitError",
    "OptionError",
    "Origin",
    "OutputError",
    "Parser",
    "Part",
    "PluginError",
    "Problem",
    "Quotation",
    "Quote",
    "QuoteKind",
    "Source",
    "SourceBlock",
    "SourceError",
    "Span",
    "Speaker",
    "Text",
    "UsageError",
    "__version__",
    "hookimpl",
    "installed_plugins",
    "parse",
    "parse_many",
    "read_language",
]


_default_parser = cache(default_parser)


def parse(source: str | bytes, *, format: str | None = None, url: str | None = None) -> Article:
    r"""Take an article apart with the built-in and the installed plugins: `Parser.parse` of a parser made at the first call.

    >>> parse("Rain on Sunday\n\nIt will rain on Sunday.").headline.text
    'Rain on Sunday'
    """
    return _default_parser().parse(source, format=format, url=url)
