"""Writes what the command line has to say: articles as text, JSON or JSON lines to standard output, messages to standard error."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

from newskit.model.article import Article
from newskit.show import escape, show

NamedArticles = Iterable[tuple[str, Article]]


def write_text(articles: NamedArticles, options: argparse.Namespace, *, several: bool) -> None:
    """Write articles for reading, each under the name of its source where there are several."""
    width, colour = shutil.get_terminal_size().columns, wants_colour(options.color)
    for source, article in articles:
        page = show(article, width=width, colour=colour)
        print(f"==> {escape(source)} <==\n{page}" if several else page, end="\n" if several else "")


def write_json(articles: NamedArticles, _: argparse.Namespace, *, several: bool) -> None:
    """Write one article as its dict, several as an array of objects with source and article."""
    before = "[\n"
    for source, article in articles:
        if several:
            print(before, end="")
            before = ",\n"
        print_json(_named(source, article) if several else article.to_dict(), indent=2)
    if several:
        print("[]" if before == "[\n" else "]")


def write_jsonl(articles: NamedArticles, _: argparse.Namespace, *, several: bool) -> None:  # noqa: ARG001 - one or many
    """Write an object a line, with source and article."""
    for source, article in articles:
        print_json(_named(source, article))


#: What ``--output`` may name.
WRITERS: dict[str, Callable[..., None]] = {"text": write_text, "json": write_json, "jsonl": write_jsonl}


def _named(source: str, article: Article) -> dict[str, object]:
    return {"source": source, "article": article.to_dict()}


def print_json(value: object, indent: int | None = None) -> None:
    """Write a value as JSON, with its letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=indent))


def say(message: str, code: int = 0) -> int:
    """Write a message for a person, and hand an exit code on."""
    if sys.stderr is not None:
        print(f"newskit: {escape(message)}", file=sys.stderr)
    return code


def use_utf_8(stream: TextIO) -> None:
    r"""Make a stream write UTF-8 whatever the locale, and a lone surrogate as ``\ud800``, which JSON reads back."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_output() -> None:
    """Lead what is still buffered nowhere, so that the interpreter does not fail on it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def wants_colour(wish: str) -> bool:
    """Colour where it is asked for, or where a terminal shows it and nobody minds (see no-color.org)."""
    if wish != "auto":
        return wish == "always"
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at the other end of a standard stream, which may be closed."""
    return stream is not None and stream.isatty()
