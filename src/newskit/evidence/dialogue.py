"""Finds the turns of an interview: paragraphs that open with “Q:” and “A:”, or with a name and a colon."""

from collections.abc import Iterator

from newskit.evidence.speech import Clause
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: With fewer turns a name and a colon may stand there for other reasons.
_FEWEST = 3
#: A label has no more tokens than this, the colon left out.
_LONGEST = 5


def turns(prose: Prose, words: Lexicon) -> list[Clause]:
    """Find the turns of an interview, one clause for each; none in a text that is no interview.

    In questions and answers a paragraph without a label goes on with the answer before it, up to the next question.
    """
    labels = dict(_labels(prose, words))
    by_name: dict[str, int] = {}
    for label in labels.values():
        name = _name(prose, label)
        by_name[name] = by_name.get(name, 0) + 1
    if len(labels) < _FEWEST or len(by_name) < 2 or max(by_name.values()) < 2:
        return []
    asked = frozenset(words["question_labels"] & by_name.keys())
    found: list[Clause] = []
    last = max(labels)
    for number, (first, end) in enumerate(prose.paragraphs):
        if number in labels:
            label = labels[number]
            found.append(
                Clause(
                    (label[1], label[1] + 1), label, [(label[1] + 1, end)], 0.85, "a turn in an interview", spoken=True
                )
            )
        elif asked and found and number < last and _answers(prose, found[-1], number, asked):
            found[-1].contents.append((first, end))
    return found


def _answers(prose: Prose, turn: Clause, number: int, asked: frozenset[str]) -> bool:
    """Whether a turn is an answer, and ends right before a paragraph."""
    right_before = prose.paragraphs[number - 1][1] == turn.contents[-1][1]
    return right_before and turn.source is not None and _name(prose, turn.source) not in asked


def _labels(prose: Prose, words: Lexicon) -> Iterator[tuple[int, Range]]:
    """Give the paragraphs that open with a label, and the label."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    known = words["question_labels", "answer_labels"]
    for number, (first, end) in enumerate(prose.paragraphs):
        for at in range(first + 1, min(first + _LONGEST + 1, end - 1)):
            if lower[at] == ":" or (lower[at] == "." and at == first + 1 and lower[first] in known):
                told = any(word[0].isalpha() for word in tokens[at + 1 : end])  # no result: “Moss: 547.”
                if told and prose.quote_at[first] < 0 and all(_fits(tokens[place]) for place in range(first, at)):
                    yield number, (first, at)
                break


def _fits(word: str) -> bool:
    """Whether a word may stand in a label: a name, an initial, a title with its full stop."""
    return word[0].isupper() or word == "."


def _name(prose: Prose, label: Range) -> str:
    return " ".join(prose.tokens.lower[label[0] : label[1]])
