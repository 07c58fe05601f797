"""The test kit: what people who write extractors, or any parser of news, test with.

Needs the extra “testing” (``pip install 'newskit[testing]'``). `newskit.testing.strategies` makes texts, pages, documents and
articles for hypothesis.
"""
