"""Who says what in a document: the one place where finding and binding meet.

A report is made in three steps, each of which can be replaced alone: clauses are found (by rules in clauses.py, in English
by a learned tagger in tagged.py too), they are bound to the quotation marks of the text (binding.py), and the speakers are
resolved (people.py).
"""

from newskit.evidence.binding import bind
from newskit.evidence.clauses import clauses
from newskit.evidence.dialogue import turns
from newskit.evidence.joined import joined
from newskit.evidence.speech import Clause, Report
from newskit.evidence.tagged import tagged
from newskit.language.lexicon import lexicon
from newskit.model.document import Document
from newskit.text.prose import Prose, prose

#: The language that the tagger has learned.
TAGGED_LANGUAGE = "en"


def read_prose(document: Document) -> Prose:
    """Cut a document's text up; its blocks are the paragraphs. To be fetched by ``document.remember``."""
    return prose(document.text, [(block.span.start, block.span.end) for block in document.blocks], document.words)


def reports(document: Document) -> tuple[Report, ...]:
    """Find the reports of a document, in the order of their content. To be fetched by ``document.remember``."""
    cut = document.remember(read_prose)
    words = lexicon(document.words)
    spoken = turns(cut, words)
    found = clauses(cut, words)
    if document.words.code == TAGGED_LANGUAGE:
        tags, alone = tagged(cut)
        found = joined(cut, tags, found, words, alone)
    return tuple(bind(cut, [*spoken, *_outside(found, spoken)], words))


def _outside(found: list[Clause], spoken: list[Clause]) -> list[Clause]:
    """Leave out what is reported inside the turns of an interview: it is part of what is said there."""
    turns_at = [piece for clause in spoken for piece in clause.contents]
    kept, at = [], 0
    for clause in sorted(found, key=lambda clause: clause.cue):
        while at < len(turns_at) and turns_at[at][1] <= clause.cue[0]:
            at += 1
        if at == len(turns_at) or clause.cue[0] < turns_at[at][0] - 1:
            kept.append(clause)
    return kept
