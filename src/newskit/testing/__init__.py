"""The test kit: what people who write extractors, or any parser of news, test with.

Needs the extra “testing” (``pip install 'newskit[testing]'``). `newskit.testing.strategies` makes texts, documents and articles
for hypothesis, `newskit.testing.news` news together with its truth. `check`, in `newskit.testing.parsers`, holds a parser of any
kind to what news is made of; `newskit.testing.contract` holds a plugin to what all plugins promise, with ``growth`` for its time.
`newskit.testing.fixtures` reads articles with what is expected of them, and ``fixture_items`` makes tests of these.
"""

from newskit.testing.parsers import Answer, Finding, Report, check

__all__ = ["Answer", "Finding", "Report", "check"]
