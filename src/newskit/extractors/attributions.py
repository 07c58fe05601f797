"""Attributions: whose a quote is, where the text names the speaker, and who that is."""

from collections.abc import Iterator, Sequence

from newskit.evidence.known import Person
from newskit.evidence.people import People
from newskit.evidence.reports import read_prose, reports
from newskit.evidence.speech import Report
from newskit.hooks import hookimpl
from newskit.language.lexicon import lexicon
from newskit.model.answers import Attribution, Named
from newskit.model.document import Document
from newskit.model.quote import Quote
from newskit.model.span import Span


@hookimpl
def newskit_attribute(document: Document, quotes: Sequence[Quote]) -> Iterator[Attribution]:
    """Say whose the quotes are; nothing of a quote that leads to nobody, nor of the narrator's own words."""
    by_place = {report.content: report for report in document.remember(reports)}
    if not by_place:
        return
    prose = document.remember(read_prose)
    people = People(prose, lexicon(document.words))
    for number, quote in enumerate(quotes):
        report = by_place.get(tuple((span.start, span.end) for span in quote.spans))
        if report is not None:
            answer = _attribution(number, report, people)
            if answer is not None:
                yield answer


def _attribution(number: int, report: Report, people: People) -> Attribution | None:
    person: Person | None = None
    source = report.source
    if source:
        start, end = source[0][0], source[-1][1]
        cue = people.prose.range(*report.cue[0]) if report.cue else None
        mention = people.prose.range(start, end)
        subject = people.subject_behind(mention)
        if subject is not None:
            mention, source = subject, (people.prose.span(subject),)
        person = people.meant(mention, cue)
    elif report.floats:
        person = people.goes_on(people.prose.range(*report.content[0]))
    if person is None:
        return None
    return Attribution(
        number,
        tuple(Span(*piece) for piece in source),
        person.name,
        person.role,
        person.affiliation,
        round(min(person.confidence, 1.0), 3),
        person.reason,
        (Named(other.name, other.role, other.affiliation) for other in person.also),
    )
