"""Strategies that make news together with its truth, so that precision and recall are properties.

>>> from hypothesis import given
>>> @given(news_texts())
... def test_headlines_are_found(news):
...     assert newskit.parse(news.text).headline.span == news.headline

A shrunk example reads like an article: one person, one short paragraph, one quote. People and places are invented.
"""

from collections.abc import Callable, Sequence
from html import escape

import attrs
from hypothesis import strategies as st

from newskit.model.kinds import Kind, QuoteKind
from newskit.model.span import Span

#: Quotation marks by name: English, straight, British single, French, German, Swedish.
MARKS = {
    "curly": ("“", "”"),
    "straight": ('"', '"'),
    "single": ("‘", "’"),
    "guillemets": ("«", "»"),
    "german": ("„", "“"),
    "swedish": ("”", "”"),
}

_PEOPLE = (
    ("Ada Moss", "she"), ("Tom Reed", "he"), ("Priya Nandakumar", "she"), ("Jean-Luc Ferrand", "he"), ("Mary O’Dowd", "she"),
    ("Karl van der Laan", "he"), ("Ngozi Adeyemi", "she"),
)  # fmt: skip
_ROLES = ("Mayor", "council leader", "hospital spokeswoman", "union official", "Fire chief")
_PLACES = ("Aldham", "Port Lacey", "Westmere", "Kirby Sound")
_SPEECH = (
    "the bridge will open in spring", "nobody told us anything", "it costs less than a bus", "we have waited for ten years",
    "this is the third flood since May", "the plan is not finished",
)  # fmt: skip
_VERBS = ("said", "told reporters", "added", "warned")
#: Paragraphs in which nobody says anything; marks stand around names and titles too.
_NARRATION = (
    "The council of {place} met on Tuesday evening to decide on the bridge.",
    "Work on the {place} harbour began two years ago and has stopped three times since.",
    "About 400 people live in the houses along the river in {place}, and most of them came to the meeting.",
    "Rain has fallen on {place} for six days, and the river rose by two metres in that time.",
    "The bridge was shut in May after two of its pillars cracked.",
    "Buses take the long way round through the hills, which adds forty minutes to every journey.",
    "The town of {place} has borrowed four million for the work and will pay it back over twenty years.",
    "The ferry {opening}Marianne{closing} has brought the workers of {place} home every evening since 1962.",
    "The film {opening}The Long Winter{closing} will be shown in the old town hall of {place} on Friday.",
)
_HEADLINES = ("{place} bridge to reopen", "River rises again in {place}", "Council of {place} votes on new harbour")
_BOILERPLATE: tuple[tuple[Kind, str], ...] = (
    (Kind.COPYRIGHT, "Copyright 2025 The {place} Gazette. All rights reserved."),
    (Kind.NEWSLETTER, "Sign up for our daily newsletter"),
    (Kind.RELATED, "Related articles"),
    (Kind.SHARE, "Share this article"),
    (Kind.ADVERTISEMENT, "Advertisement"),
)


@attrs.frozen
class TrueQuote:
    """One quote of a made article: where its parts stand, and whose it is."""

    kind: QuoteKind
    #: The content with its marks, without the comma or stop behind a closing mark.
    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    #: The fullest name of the speaker.
    name: str


@attrs.frozen(repr=False)
class News:
    """A made article and its truth."""

    text: str
    headline: Span
    #: The paragraphs of the body.
    body: tuple[Span, ...]
    #: Everything else, with its kind.
    rest: tuple[tuple[Span, Kind], ...]
    quotes: tuple[TrueQuote, ...]

    def __repr__(self) -> str:
        return f"News:\n{self.text}"


@attrs.frozen(repr=False)
class Page:
    """A made page and its truth, as strings: what a browser shows has other offsets than the source."""

    html: str
    headline: str
    paragraphs: tuple[str, ...]
    rest: tuple[str, ...]
    #: (kind, content with its marks, pieces joined by one blank; the speaker's name)
    quotes: tuple[tuple[QuoteKind, str, str], ...]

    def __repr__(self) -> str:
        return f"Page:\n{self.html}"


class _Story:
    """Writes a text piece by piece, with what hypothesis draws, and remembers where each piece stands."""

    def __init__(self, draw: st.DrawFn, marks: tuple[str, str], forms: Sequence[str]) -> None:
        self.draw = draw
        self.opening, self.closing = marks
        self.forms = list(forms)
        self.text = ""
        self.body: list[Span] = []
        self.quotes: list[TrueQuote] = []

    def choose(self, choices: Sequence[str]) -> str:
        return self.draw(st.sampled_from(choices))

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def narrate(self, words: str) -> None:
        """Write a paragraph without a quote."""
        self.put("\n\n")
        self.body.append(self.put(words))

    def speak(self) -> None:
        """Write one quote, in a paragraph of its own or in two: a new speaker with role and full name, a known one by surname or pronoun."""
        name, pronoun = self.draw(st.sampled_from(_PEOPLE))
        mentions = [f"{self.choose(_ROLES)} {name}"]
        if name in [said.name for said in self.quotes]:
            mentions = [name.split(maxsplit=1)[1], *([pronoun] if self.quotes[-1].name == name else [])]
        self.put("\n\n")
        start = len(self.text)
        self.quotes.append(_FORMS[self.choose(self.forms)](self, self.choose(mentions), name))
        for paragraph in self.text[start:].split("\n\n"):
            self.body.append(Span(start, start + len(paragraph)))
            start += len(paragraph) + 2


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _opened(story: _Story, mention: str) -> tuple[Span, Span, Span]:
    """Write: “Words,” Ada Moss said; and give what is said, the mention and the cue."""
    content = story.put(f"{story.opening}{_sentence(story.choose(_SPEECH))},{story.closing}")
    story.put(" ")
    who = story.put(mention)
    story.put(" ")
    return content, who, story.put(story.choose(_VERBS))


def _direct(story: _Story, mention: str, name: str) -> TrueQuote:
    """Write: “Words,” Ada Moss said."""
    content, who, cue = _opened(story, mention)
    story.put(".")
    return TrueQuote(QuoteKind.DIRECT, (content,), cue, who, name)


def _interrupted(story: _Story, mention: str, name: str) -> TrueQuote:
    """Write: “Words,” Ada Moss said, “and words.”."""
    first, who, cue = _opened(story, mention)
    story.put(", ")
    second = story.put(f"{story.opening}and {story.choose(_SPEECH)}.{story.closing}")
    return TrueQuote(QuoteKind.DIRECT, (first, second), cue, who, name)


def _continued(story: _Story, mention: str, name: str) -> TrueQuote:
    """Write: Ada Moss said: “Words. And, in a new paragraph: “Words.” The mark is not closed, but opened again."""
    who = story.put(_sentence(mention))
    story.put(" ")
    cue = story.put("said")
    story.put(": ")
    first = story.put(f"{story.opening}{_sentence(story.choose(_SPEECH))}.")
    story.put("\n\n")
    second = story.put(f"{story.opening}{_sentence(story.choose(_SPEECH))}.{story.closing}")
    return TrueQuote(QuoteKind.DIRECT, (first, second), cue, who, name)


def _reported(story: _Story, mention: str, name: str, kind: QuoteKind, words: str) -> TrueQuote:
    who = story.put(_sentence(mention))
    story.put(" ")
    cue = story.put("said")
    story.put(" ")
    content = story.put(words)
    story.put(".")
    return TrueQuote(kind, (content,), cue, who, name)


def _mixed(story: _Story, mention: str, name: str) -> TrueQuote:
    """Write: Ada Moss said that people fear that “words”."""
    words = f"that people fear that {story.opening}{story.choose(_SPEECH)}{story.closing}"
    return _reported(story, mention, name, QuoteKind.MIXED, words)


def _indirect(story: _Story, mention: str, name: str) -> TrueQuote:
    """Write: Ada Moss said that words."""
    return _reported(story, mention, name, QuoteKind.INDIRECT, f"that {story.choose(_SPEECH)}")


_FORMS: dict[str, Callable[[_Story, str, str], TrueQuote]] = {
    "direct": _direct,
    "interrupted": _interrupted,
    "continued": _continued,
    "mixed": _mixed,
    "indirect": _indirect,
}


@st.composite
def news_texts(
    draw: st.DrawFn, *, marks: Sequence[str] = tuple(MARKS), forms: Sequence[str] = tuple(_FORMS), min_quotes: int = 0
) -> News:
    """Make a plain-text article and its truth.

    Args:
        draw: Given by hypothesis.
        marks: The kinds of quotation marks to choose from, names of `MARKS`; an article keeps to one.
        forms: The forms of quotes to choose from: “direct”, “interrupted”, “continued”, “mixed”, “indirect”.
        min_quotes: How many quotes there are at least.
    """
    story = _Story(draw, MARKS[draw(st.sampled_from(list(marks)))], forms)
    place = story.choose(_PLACES)
    headline = story.put(story.choose(_HEADLINES).format(place=place))
    for narration in draw(st.lists(st.sampled_from(_NARRATION), min_size=3, max_size=5, unique=True)):
        story.narrate(narration.format(place=place, opening=story.opening, closing=story.closing))
        if draw(st.booleans()):
            story.speak()
    while len(story.quotes) < min_quotes:
        story.speak()
    rest: list[tuple[Span, Kind]] = []
    for kind, line in draw(st.lists(st.sampled_from(_BOILERPLATE), max_size=2, unique=True)):
        story.put("\n\n")
        rest.append((story.put(line.format(place=place)), kind))
    return News(story.text, headline, tuple(story.body), tuple(rest), tuple(story.quotes))


@st.composite
def html_pages(draw: st.DrawFn, *, min_quotes: int = 0) -> Page:
    """Make a web page around an article, with navigation, a byline, related links and a footer, and its truth."""
    news = draw(news_texts(min_quotes=min_quotes))
    headline = escape(news.headline.of(news.text))
    paragraphs = [span.of(news.text) for span in news.body]
    rest = [span.of(news.text) for span, _ in news.rest]
    wrapper = draw(st.sampled_from(["article", "main", "div"]))
    body = "\n".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    foot = "\n".join(f"<div class='box'>{escape(words)}</div>" for words in rest)
    html = (
        f"<!DOCTYPE html>\n<html lang='en'><head><title>{headline} | The Gazette</title></head>\n<body>\n"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>\n"
        f"<{wrapper} class='story'>\n<h1>{headline}</h1>\n{body}\n</{wrapper}>\n{foot}\n"
        "<footer><a href='/terms'>Terms of use</a> <a href='/privacy'>Privacy</a></footer>\n</body></html>\n"
    )
    quotes = tuple((said.kind, " ".join(span.of(news.text) for span in said.spans), said.name) for said in news.quotes)
    return Page(html, news.headline.of(news.text), tuple(paragraphs), tuple(rest), quotes)
