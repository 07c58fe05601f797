"""Decides who a source is, and where it begins and ends, where rules and tagger differ."""

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from newskit.evidence.phrases import Phrases
from newskit.evidence.speech import Clause
from newskit.evidence.subjects import Subjects
from newskit.language.lexicon import Lexicon
from newskit.text.prose import DASHES, Prose, Range

#: A source of the tagger with more tokens than this is none.
_LONGEST = 80
#: Lists of the words that tell a clause from a phrase.
_IN_CLAUSES = ("relatives", "subordinators", "auxiliaries")


def without_hearer(prose: Prose, tag: Clause, words: Lexicon, *, guessed: bool) -> Clause:
    """Leave out a source that does not report: whom somebody told or asked, and whatever else the subject of a passive is.

    “Residents were told that …”, “The road is expected to …”, “Asked whether …, Moss …”. A subject that the tagger takes for the
    source stays, unless the verb has a hearer.
    """
    lower, source = prose.tokens.lower, tag.source
    cue = lower[slice(*tag.cue)]
    forms = [words.forms.get(word) for word in cue]
    past = [form is not None and form.shape == "past" for form in forms]
    if source is None or not (any(past) or any(word.endswith(words.endings["past"]) for word in cue)):
        return tag
    if source[0] > tag.cue[1]:
        ing = any(word.endswith(words.endings["gerund"]) for word in cue)
        silent = not ing and lower[source[0] - 1] not in words["signers"]
    else:
        told = past[-1] and forms[-1] is not None and "address" in forms[-1].frames
        passive = any(word in words["passives"] for word in cue[:-1])
        silent = passive and source[1] == tag.cue[0] and (told or guessed)
    return attrs.evolve(tag, source=None) if silent else tag


def without_clause(prose: Prose, tag: Clause, words: Lexicon) -> Clause:
    """Leave out a source that is a clause about the place or the owner of something: “a home where Mrs Poe had taught, called it”."""
    lower, source = prose.tokens.lower, tag.source
    if source is None or source[0] == 0 or source[1] > tag.cue[0]:
        return tag
    opens = lower[source[0] - 1] in words["clause_relatives"]
    verb = not words["auxiliaries", "past_forms"].isdisjoint(lower[slice(*source)])
    return attrs.evolve(tag, source=None) if opens and verb else tag


def with_agent(prose: Prose, tag: Clause, phrases: Phrases, words: Lexicon) -> Clause:
    """Give what somebody is told to whoever tells it: “She was told by one producer that …”, “Asked by the judge if …”."""
    lower, (_, end) = prose.tokens.lower, tag.cue
    form = words.forms.get(lower[end - 1])
    told = form is not None and form.shape == "past" and "address" in form.frames
    content = tag.contents[0]
    if tag.source or not told or end + 1 >= content[1] or content[0] < end or lower[end] not in words["signers"]:
        return tag
    source = phrases.behind(end + 1, content[1], names_only=True, aside=False)
    if source is None or source[1] >= content[1]:
        return tag
    contents = [(max(content[0], source[1]), content[1]), *tag.contents[1:]]
    return attrs.evolve(tag, source=source, contents=contents)


def without_speaker(prose: Prose, rule: Clause, source: Range | None) -> Clause | None:
    """Leave out of what a rule takes for reported what the tagger takes for a part of the speaker: “said Ada Moss, [Holle's mayor]”.

    Nothing is left of a rule that has another speaker: “[Ada Moss] says [it] is “old””.
    """
    if source is None:
        return rule
    same = rule.source is not None and share(rule.source, source)
    begin = rule.source[0] if same and rule.source else source[0]
    rest = [
        (first, last)
        for first, last in rule.contents
        if not (begin <= first and last <= source[1] and prose.is_narrated(first, last))
    ]
    if len(rest) == len(rule.contents):
        return rule
    return attrs.evolve(rule, contents=rest) if rest and same else None


def with_document(prose: Prose, tag: Clause, words: Lexicon) -> Clause:
    """Give what a paper says to the paper where somebody only gets it: of “received an email warning” the email warns."""
    lower, (begin, end) = prose.tokens.lower, tag.cue
    noun = end - 2
    says = lower[end - 1].endswith(words.endings["gerund"]) and lower[end - 1] in words.forms
    if noun <= begin or not says or lower[noun] not in words["documents"]:
        return tag
    article = next((at for at in range(noun - 1, begin, -1) if lower[at] in words["articles"]), begin)
    got = not words["receiving"].isdisjoint(lower[begin:article]) or lower[begin] in words["passives"]
    return attrs.evolve(tag, cue=(end - 1, end), source=(article, end - 1)) if begin < article and got else tag


def without_addressee(prose: Prose, tag: Clause, subjects: Subjects, words: Lexicon) -> Clause:
    """Give what somebody turns to another for to themselves: “Moss wrote to the minister to complain that”."""
    lower, source = prose.tokens.lower, tag.source
    aims = lower[tag.cue[0]] in words["infinitive_marks"] and source is not None and source[1] == tag.cue[0]
    first = prose.sentence_at(tag.cue[0])[0]
    if source is None or not aims or source[0] - 2 <= first:
        return tag
    turns = lower[source[0] - 1] in words["infinitive_marks"] and lower[source[0] - 2] in words["turning"]
    if not turns:  # “wrote to the minister”, not “for the minister to say”
        return tag
    subject = subjects.of(first, source[0] - 1)
    return attrs.evolve(tag, source=subject) if subject is not None else tag


def with_subject(tag: Clause, rule: Clause | None) -> Clause:
    """Begin a report with whom the tagger takes for the speaker behind a verb, where a rule finds one in front: “Moss said [her boss] had left”."""
    if tag.source is None or rule is None or rule.source is None or rule.source[1] > tag.cue[0] >= tag.source[0]:
        return tag
    first, last = tag.source
    if (
        not any(begin <= first and last < end for begin, end in rule.contents)
        or not 0 <= tag.contents[0][0] - last <= 1
    ):
        return tag
    return attrs.evolve(tag, source=rule.source, contents=[(first, tag.contents[0][1]), *tag.contents[1:]])


def speaker(source: Range, cue: Range, tag: Clause) -> Range:
    """Give the source of a cue that both found: the rule's, unless the tagger has another one in front."""
    if tag.source is None or not share(tag.cue, cue) or share(tag.source, source):
        return source
    return tag.source if tag.source[1] <= cue[0] else source


def ending_as_tagged(prose: Prose, clause: Clause, sources: Sequence[Range], words: Lexicon) -> Clause:
    """Let a source begin and end where the tagger says, where that is not worse: it reads appositions, and knows what is none."""
    if clause.source is None:
        return clause
    first, last = clause.source
    comma, adverb = prose.tokens.lower[last - 2 : last] if last - first > 2 else ("", "")
    if comma == "," and adverb in words["sentence_adverbs"]:  # “Moss, however”
        last -= 2
        clause = attrs.evolve(clause, source=(first, last))
    at = max(bisect_right(sources, (first, last)) - 1, 0)
    near = [source for source in sources[at : at + 3] if share(source, (first, last))]
    near = [(begin, end) for begin, end in near if end - begin <= _LONGEST]
    alone = len(near) == 1 or (len(near) > 1 and prose.tokens.lower[near[1][0]] in words["relatives"])  # “Moss, who …”
    if not alone or (prose.tokens.lower[last - 1] in words["relatives"] and last - first == 1):
        return clause
    begin, end = near[0]
    while end > begin and _leads_on(prose, end - 1, words):
        end -= 1
    if begin == end or (begin, end) == clause.source:
        return clause
    source = (
        begin if _begins_better(prose, begin, first, words) else first,
        end if _ends_better(prose, end, last, words) else last,
    )
    if source[0] >= source[1] or any(share(source, part) for part in (clause.cue, *clause.contents)):
        return clause
    return attrs.evolve(clause, source=source)


def share(one: Range, other: Range) -> bool:
    """Say whether two ranges share a token."""
    return max(one[0], other[0]) < min(one[1], other[1])


def _leads_on(prose: Prose, at: int, words: Lexicon) -> bool:
    """Whether a word cannot end a phrase: “who”, “and”, a comma."""
    word = prose.tokens.lower[at]
    return word == "," or word in words["relatives"] or word in words["conjunctions"]


def _begins_better(prose: Prose, begin: int, first: int, words: Lexicon) -> bool:
    """Whether a source begins where the tagger says rather than where the rule does.

    It may begin earlier, with a name in front of an apposition, but not with a place or a date: “In Holle, Ada Moss”. It may
    begin later, behind a clause or an adverbial that the rule took in (“the bridge that many engineers”), but not behind a role.
    """
    if begin == first:
        return False
    lower = prose.tokens.lower
    between = range(min(begin, first), max(begin, first))
    apart = any(lower[place] in DASHES for place in between)
    if begin < first:
        if any(" ".join(lower[begin:at]) in words["about_numbers"] and at == first for at in (begin + 1, begin + 2)):
            return True
        # “to the Holle Times, Moss”
        before = begin - 1 - (begin > 1 and lower[begin - 1] in words["definite_articles"])
        placed = lower[begin] in words["prepositions"] or (before >= 0 and lower[before] in words["prepositions"])
        meanwhile = lower[first - 1] in words["told_times"]  # “Moss wept as the judge said”
        return not (apart or placed or meanwhile or lower[begin] in words["relatives"])
    counted = any(" ".join(lower[at : at + 2]) in words["about_numbers"] for at in (begin - 1, begin))
    if counted or lower[begin - 1] in words["conjunctions"]:
        return False
    clause = any(lower[place] in words.complementizers or lower[place] in words[_IN_CLAUSES] for place in between)
    if all(words.is_adverb(lower[place]) for place in between):  # “Certainly Ada Moss”
        return True
    comma = lower[begin - 1] == ","
    quoted = prose.quote_at[begin - 2 if comma else begin - 1] >= 0
    return apart or quoted or (clause and not comma) or lower[first] in words["prepositions"]


def _ends_better(prose: Prose, end: int, last: int, words: Lexicon) -> bool:
    """Whether a source ends where the tagger says rather than where the rule does.

    It may end earlier in front of what tells where or when; it may end later, unless such or a comment goes on from where the
    rule ends: “Ada Moss, via email”.
    """
    if end == last:
        return False
    lower, at = prose.tokens.lower, min(end, last)
    adverbial = lower[at] in words["prepositions", "times"]
    if end < last:
        named = lower[end] == "," and all(word[0].isupper() for word in prose.tokens.words[end + 1 : last])
        if named and end + 1 < last and lower[end - 1] in words.role_nouns:  # “her editor, Ann Poe”
            return False
        says_name = not words["naming_verbs"].isdisjoint(lower[end:last]) and prose.tokens.words[last - 1][0].isupper()
        if says_name:  # “One, who gave her name as Ann”
            return False
        aged = end + 2 == last and lower[end + 1].isdigit()  # “Ann Poe, 58”
        if lower[end] == "," and end + 1 < last and (aged or lower[end + 1] in words["articles"]):  # “Ann Poe, a baker”
            return False
        return adverbial or lower[at] == "," or lower[at] in DASHES or words.is_adverb(lower[at])
    if lower[at] == ",":
        behind, large = lower[at + 1], [word[0].isupper() for word in prose.tokens.words[at + 2 : at + 3]]
        placed = behind in words["hailing_from"] and large == [True]  # “Ada Moss, 29, of Holle”
        aside = behind in words["prepositions", "relatives"] and not placed
        return behind in words["genitives"] or not (aside or behind.endswith(words.endings["gerund"]))
    described = prose.tokens.words[at - 1].islower() and lower[at] not in words["times"]  # “an aide close to him”
    return described or lower[at] in words["genitives"] or not adverbial
