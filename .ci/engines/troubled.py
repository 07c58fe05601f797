"""A parser whose plugin raises on one document and ends its process on another, on purpose."""

import os

from newskit import Article, Parser, hookimpl


class Trouble:
    """Does what the text asks for."""

    @hookimpl
    def newskit_annotate(self, article: Article) -> None:
        """Raise, or end the process."""
        if article.text == "raise":
            raise ValueError("asked for")
        if article.text == "crash":
            os._exit(3)


def parser() -> Parser:
    """Make the parser."""
    return Parser([Trouble()])
