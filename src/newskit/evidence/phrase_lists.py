"""The phrases that give furniture away, for a document: those of its language and those of every language."""

import tomllib
from functools import cache
from pathlib import Path

from newskit import language
from newskit.evidence.line_phrases import PhraseLists, Phrases, prepared
from newskit.model.document import Document


def phrases_of(document: Document) -> Phrases:
    """Give the phrases of a document's language and those of every language."""
    lists = dict(_international())
    for kind, phrases in document.words.phrases.items():
        lists[kind] = phrases + lists.get(kind, ())
    return prepared(tuple(lists.items()))


@cache
def _international() -> PhraseLists:
    """Read the phrases that stand on pages of every language."""
    path = Path(str(language.__file__)).with_name("und.toml")
    lists: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["phrases"]
    return tuple((kind, tuple(phrases)) for kind, phrases in lists.items())
