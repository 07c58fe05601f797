"""The test kit: what people who write extractors, or any parser of news, test with.

Needs the extra “testing” (``pip install 'newskit[testing]'``). `newskit.testing.strategies` makes texts, pages, documents and
articles for hypothesis; `check` holds a parser of any kind to what news is made of.
"""

from newskit.testing.parsers import Answer, Finding, Report, check

__all__ = ["Answer", "Finding", "Report", "check"]
