"""Tells what is no report though the tagger takes it for one: things that somebody finds, votes, questions that led to a report.

People who annotate speech count much of what somebody thinks or wants too, so only what hardly anybody counts is left out.
"""

import attrs

from newskit.evidence.speech import Clause
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose

#: Lists of the words in front of which a clause ends at the latest.
_ENDS_CLAUSE = ("relatives", "subordinators", "conjunctions")


def is_unreported(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether a clause that only the tagger found reports nothing, none of it in marks but titles."""
    if _sees_title(prose, tag, words):
        return True
    if not all(prose.is_narrated(first, last) for first, last in tag.contents):
        return False
    return (
        _only_points(prose, tag, words)
        or _finds_thing(prose, tag, words)
        or _votes(prose, tag, words)
        or _cites_people(prose, tag, words)
        or _tells_of_thing(prose, tag, words)
        or stays_unnamed(prose, tag, words)
        or _in_passing(prose, tag, words)
        or _means_one(prose, tag, words)
    )


def without_told(prose: Prose, tag: Clause, words: Lexicon) -> Clause:
    """Leave out of contents whom somebody told: “Staff were told that …”, “put it to him that …”."""
    lower, (begin, end) = prose.tokens.lower, tag.cue
    first, last = tag.contents[0]
    if lower[first] in words["hearers"] and last - first > 1 and lower[first + 1] in words["statement_openers"]:
        tag = attrs.evolve(tag, contents=[(first + 1, last), *tag.contents[1:]])
    form = words.forms.get(lower[end - 1])
    told = form is not None and form.shape == "past" and "address" in form.frames
    in_front = tag.source is not None and tag.source[0] < end
    if in_front or not told or not any(word in words["passives"] for word in lower[begin:end]):
        return tag
    rest = [piece for piece in tag.contents if piece[1] != begin]
    return attrs.evolve(tag, contents=rest) if rest else tag


def is_topic(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether somebody who is asked about a thing is no source: “Asked about the fire, Moss …”."""
    lower, (begin, end) = prose.tokens.lower, tag.cue
    asked = any(word in words["asking"] for word in lower[begin:end])
    return tag.source is None and asked and lower[end - 1] in words["topic_prepositions"]


def is_speaker(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether the tagger took for content who said it: “…, said the mayor (71) in a statement”."""
    told = (prose.tokens.lower[place] for first, last in tag.contents for place in range(first, last))
    return tag.source is None and not any(word in words["auxiliaries", "past_forms"] for word in told)


def _only_points(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether “what” is all of a content, or “that” of what nobody says: “rejected that”."""
    (first, last), lower = tag.contents[0], prose.tokens.lower
    if len(tag.contents) > 1 or last - first > 1:
        return False
    forms = [words.forms[word] for word in lower[slice(*tag.cue)] if word in words.forms]
    said = any("speech" in form.frames for form in forms)
    return lower[first] in words["comment_relatives"] or (lower[first] in words["affirmers"] and not said)


def _finds_thing(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether somebody finds, makes, hears or does a thing: “discovered the cave”, “recorded two albums”.

    With a verb of its own what is found is a report: “found the cave was empty”.
    """
    lower, (first, last) = prose.tokens.lower, tag.contents[0]
    cue = lower[slice(*tag.cue)]
    finds = any(word in words["finders"] for word in cue) and not cue[-1].endswith(words.endings["gerund"])
    if not finds or tag.cue[1] > first or lower[first] in words.complementizers:
        return False
    ends = (at for at in range(first, last) if lower[at] in words[_ENDS_CLAUSE])
    return not any(
        lower[at] in words["auxiliaries"]
        or lower[at] in words["past_forms"]
        or lower[at].endswith(words.endings["past"])
        for at in range(first, next(ends, last))
    )


def _means_one(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether a pronoun is all that somebody thinks of: “opponents liked him”."""
    (first, last), *more = tag.contents
    return not more and last - first == 1 and prose.tokens.lower[first] in words.pronouns


def _sees_title(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether somebody sees or plays what has a title: “saw “Ten Miles of Mud””, “starred in “Tin Roof””."""
    first = tag.contents[0][0]
    sees = not words["viewers"].isdisjoint(prose.tokens.lower[slice(*tag.cue)])
    return (
        sees
        and prose.quote_at[first] >= 0
        and any(word[0].isupper() for word in prose.tokens.words[first + 1 : first + 2])
    )


def _in_passing(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether a verb only tells what somebody did all along: “after two days of telling sailors to wait”."""
    lower, (begin, end) = prose.tokens.lower, tag.cue
    gerund = lower[end - 1].endswith(words.endings["gerund"])
    return end - begin == 1 and gerund and begin > 0 and lower[begin - 1] in words["genitives"]


def _votes(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether somebody votes: “voted 9-4 to close it”, “voted to close it”; “voted against the plan” tells of an opinion."""
    lower, first = prose.tokens.lower, tag.contents[0][0]
    if lower[tag.cue[1] - 1] not in words["votes"] or tag.cue[1] > first:
        return False
    to = any(word in words["infinitive_marks"] for word in lower[first : first + 2])  # “seven to two”
    return to or lower[first][0].isdigit()


def _cites_people(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether somebody who is cited is all that is: “citing two officials”; “citing the cost” tells a reason."""
    lower, last = prose.tokens.lower, tag.contents[-1][1] - 1
    person = lower[last] in words.role_nouns or words.role_nouns.of_several(lower[last])
    return person and not words["citations"].isdisjoint(lower[slice(*tag.cue)])


def _tells_of_thing(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether a clause only tells more of a thing: “repairs that engineers expect to take two years”."""
    lower, (first, _) = prose.tokens.lower, tag.contents[0]
    source = tag.source or tag.cue
    related = source[0] > 0 and lower[source[0] - 1] in words["relatives"]
    return related and source[0] < first and lower[first] in words["infinitive_marks"]


def stays_unnamed(prose: Prose, tag: Clause, words: Lexicon) -> bool:
    """Whether a source only asks “not to be named”."""
    lower, first = prose.tokens.lower, tag.contents[-1][0]
    if lower[first] not in words["negations"] or lower[first + 1] not in words["infinitive_marks"]:
        return False
    return any(word in words["namings"] for word in lower[first + 2 : first + 4])
