"""How the clauses that rules find and those that the learned tagger finds go together.

The tagger ends contents better; the rules know better who speaks. Which of the two is right about what was measured on
articles of publishers that the tagger had not seen.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, repeat, starmap
from operator import itemgetter

import attrs

from newskit.evidence.before import holds_aside
from newskit.evidence.behind import interrupts
from newskit.evidence.phrases import Phrases
from newskit.evidence.quoted_as import with_quoted_speaker
from newskit.evidence.sources import (
    ending_as_tagged,
    share,
    speaker,
    with_agent,
    with_document,
    with_subject,
    without_addressee,
    without_clause,
    without_hearer,
    without_speaker,
)
from newskit.evidence.speech import Clause
from newskit.evidence.subjects import Subjects
from newskit.evidence.tagged import ALONE, trimmed
from newskit.evidence.unreported import is_speaker, is_topic, is_unreported, stays_unnamed, without_told
from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: How sentences end that are no headlines.
_STOPS = frozenset(".!?…:;")
#: What ends with one of these inside its marks is no fragment of the narrator's sentence.
_NO_FRAGMENT = frozenset(",.!?…")
#: What only a rule found, none of it in marks, is left out below this confidence.
_SURE = 0.82
#: What only the tagger found, without a source, is left out below this confidence: “was agreed [to following the meeting]”.
_LIKELY = 0.6
#: A fragment in marks of so few tokens may be a title.
_SHORT = 4
#: Lists of the words in front of which a content may well end without a mark.
_BEGINS_ANEW = ("conjunctions", "subordinators", "prepositions", "times", "verb_adverbs", "clause_ends")
#: The frames of verbs whose participle begins a report of its own: “…, saying that”, “…, finding that”.
_SAYING = frozenset(["speech", "evidence", "address"])
#: Two contents are the same if they share this much of what either holds.
_SAME = 0.3


def joined(
    prose: Prose, tags: Sequence[Clause], rules: Sequence[Clause], words: Lexicon, alone: Sequence[Range] = ()
) -> list[Clause]:
    """Put the clauses of both finders together.

    What a rule found wholly in marks stays as it is, but that a fragment may go on without marks. Of the others contents are
    the tagger's; where a rule found mostly the same content, its cue and its source are taken; a cue that has no source yet
    gets the phrase before it. What only the tagger found is kept if it stands in a sentence with its cue and, without a source,
    if it is likely; what only a rule found, if the tagger found nothing there and it is in marks or sure, or if the tagger has it without a
    cue, ``alone``. A source that does not report is left out; whoever found one, where it begins and ends the tagger may know better.
    """
    phrases = Phrases(prose, words)
    of_cue = {rule.cue: rule for rule in rules}
    tags = [with_subject(without_clause(prose, tag, words), of_cue.get(tag.cue)) for tag in tags]
    tags = [with_quoted_speaker(prose, tag, phrases, words) for tag in _behind_phrases(prose, tags, rules, words)]
    speakers = {tag.cue: tag.source for tag in tags}
    read = (without_speaker(prose, rule, speakers.get(rule.cue)) for rule in rules)
    rules = [with_quoted_speaker(prose, rule, phrases, words) for rule in read if rule]
    sources = sorted({tag.source for tag in tags if tag.source})
    whole = _kept_whole(prose, tags, rules, words)
    taken = set(chain.from_iterable(map(_places, whole)))
    found = _as_rules_tell(prose, tags, rules, taken, words)
    found = list(_each_once(_with_sources(prose, found, set(sources), phrases, words)))
    held = taken.union(*map(_contents, found))
    begun = {first for first, _ in alone}
    left = [
        rule
        for rule in rules
        if rule.confidence >= _SURE or not _narrated(prose, rule) or any(first in begun for first, _ in rule.contents)
    ]
    left = [rule for rule in left if held.isdisjoint(_places(rule))]
    return [ending_as_tagged(prose, clause, sources, words) for clause in (*whole, *found, *left)]


def _kept_whole(prose: Prose, tags: Sequence[Clause], rules: Sequence[Clause], words: Lexicon) -> list[Clause]:
    """What rules found wholly in marks, or around what the tagger would part: a clause inside what it reports, an aside."""
    marked = [rule for rule in rules if -1 not in map(prose.quote_at.__getitem__, _contents(rule))]
    around = [rule for rule in rules if interrupts(prose, rule, words) or holds_aside(prose, rule, words)]
    reported = sorted(content for tag in tags for content in tag.contents)
    ends = {(tag.cue, content[0]): content[1] for tag in tags for content in tag.contents}
    around = [_to_concession(prose, rule, ends, words) for rule in around]
    return [_running_on(prose, rule, reported) for rule in (*marked, *around)]


def _to_concession(prose: Prose, rule: Clause, ends: Mapping[tuple[Range, int], int], words: Lexicon) -> Clause:
    """Go on over “, though …” to where the tagger ends what goes on behind a clause: “So far, he said, six sold, though …”."""
    first, last = rule.contents[-1]
    end = ends.get((rule.cue, first), last)
    goes_on = first > rule.end and last + 1 < end and prose.tokens.lower[last] == ","
    goes_on = goes_on and prose.tokens.lower[last + 1] in words["clause_ends"]
    return attrs.evolve(rule, contents=[*rule.contents[:-1], (first, end)]) if goes_on else rule


def _as_rules_tell(
    prose: Prose, tags: Sequence[Clause], rules: Sequence[Clause], taken: set[int], words: Lexicon
) -> list[Clause]:
    """What the tagger found that is not ``taken``, with cues and sources of the rules; without the parts of what these found whole."""
    owner: dict[int, int] = {}
    of_cue: dict[int, int] = {}
    for number, rule in enumerate(rules):
        owner.update(zip(_contents(rule), repeat(number)))
        of_cue.update(zip(range(*rule.cue), repeat(number)))
    found = [
        _without_narrator(prose, _with_the_speaker_of(prose, tag, rules, (owner, of_cue), words), words)
        for tag in (part for tag in tags for part in _apart(prose, tag, rules, words))
        if taken.isdisjoint(_contents(tag))
    ]
    wholes = [rule for rule in rules if rule.whole and rule.source]
    inverted = {rule.cue: rule.source[0] for rule in wholes if rule.source and rule.source[0] == rule.cue[1]}
    found = [
        tag for tag in found if not (tag.contents[0][0] == inverted.get(tag.cue) and is_speaker(prose, tag, words))
    ]
    by_source = _by_source(wholes)
    return [
        tag
        for tag in found
        if tag.reason != ALONE or not (_inside_whole(tag, by_source) or _told_in_whole(tag, rules, owner))
    ]


def _with_sources(
    prose: Prose, found: Sequence[Clause], named: Container[Range | None], phrases: Phrases, words: Lexicon
) -> list[Clause]:
    """Give what the tagger found its sources, ``named`` by the tagger or not, and leave out what is no report by them."""
    subjects = Subjects(prose, words)
    found = [
        tag if tag.source else attrs.evolve(tag, source=_subject(prose, phrases, subjects, tag.cue, words))
        for tag in found
    ]
    found = [
        tag for tag in found if tag.reason != ALONE or (_is_likely(prose, tag) and not is_unreported(prose, tag, words))
    ]
    found = [without_addressee(prose, with_document(prose, tag, words), subjects, words) for tag in found]
    found = [_with_preposition(prose, tag, words) for tag in found]
    found = [
        without_hearer(prose, tag, words, guessed=tag.reason == ALONE and tag.source not in named) for tag in found
    ]
    found = [tag for tag in found if tag.reason != ALONE or not is_topic(prose, tag, words)]
    return [with_agent(prose, without_told(prose, tag, words), phrases, words) for tag in found]


def _running_on(prose: Prose, rule: Clause, reported: Sequence[Range]) -> Clause:
    """Go on behind a fragment in marks to where the tagger says the report ends: said “the wind is low” despite the storm.

    A fragment of few words may be a title, or what somebody used to say.
    """
    first, last = rule.contents[-1]
    fragment = last - first > _SHORT + 1 and prose.tokens.words[last - 2] not in _NO_FRAGMENT
    at = bisect_right(reported, (last - 1, len(prose.tokens))) - 1
    if at < 0 or not fragment or rule.cue[1] > first or prose.quote_at[first] < 0:
        return rule
    begin, end = reported[at]
    goes_on = first - 1 <= begin < last < end <= prose.sentence_at(rule.cue[0])[1]
    return attrs.evolve(rule, contents=[*rule.contents[:-1], trimmed(prose, (first, end))]) if goes_on else rule


def _each_once(found: Sequence[Clause]) -> Iterator[Clause]:
    """Leave out what a clause with the same cue holds already: “said that she heard that …” where both went to “said”."""
    held: dict[Range, list[Range]] = {}
    for clause in found:
        before = held.setdefault(clause.cue, [])
        if not all(any(first <= a and b <= last for first, last in before) for a, b in clause.contents):
            before += clause.contents
            yield clause


def _apart(prose: Prose, tag: Clause, rules: Sequence[Clause], words: Lexicon) -> Iterator[Clause]:
    """Take what two verbs of one speaker report apart, where the tagger took it for one: “said A but warned that B”."""
    (first, last), lower = tag.contents[-1], prose.tokens.lower
    second = bisect_right(rules, first, key=lambda rule: rule.cue[0])
    for rule in rules[second : second + 2]:
        begin, behind = rule.cue[0], rule.contents[0][0] if rule.contents else 0
        if begin >= last or behind >= last:
            break
        form = words.forms.get(lower[begin])
        shape = form.shape if form is not None and prose.quote_at[begin] < 0 else ""
        joined_on = lower[begin - 1] in words["conjunctions"] and shape in ("past", "third")
        thinks = form is not None and "thought" in form.frames and form.frames.isdisjoint(_SAYING)
        theirs = lower[first] in words.complementizers and lower[first + 1] in words["clause_subjects"]
        # “said that he had slept and believed it was late”
        joined_on = joined_on and not (thinks and theirs and lower[behind] not in words.complementizers)
        saying = shape == "ing" and form is not None and bool(form.frames & _SAYING)
        same = tag.source is None or (rule.source is not None and share(tag.source, rule.source))
        joined_on = joined_on or (lower[begin - 1] == "," and saying and same)
        if stays_unnamed(prose, tag, words) and rule.source and rule.cue[1] <= behind and first < begin:
            yield attrs.evolve(rule, confidence=tag.confidence)
            return
        if joined_on and rule.source and rule.source[1] <= first < begin - 1 and rule.cue[1] <= behind:
            yield attrs.evolve(tag, contents=[*tag.contents[:-1], trimmed(prose, (first, begin - 1))])
            yield attrs.evolve(tag, cue=rule.cue, source=rule.source, contents=[(behind, last)])
            return
    yield tag


def _without_narrator(prose: Prose, tag: Clause, words: Lexicon) -> Clause:
    """Leave out what the narrator tells: “which” or “why” alone, that somebody declined to say more, what they were asked about."""
    lower, rest = prose.tokens.lower, []
    for first, last in tag.contents:
        asked = first - 1 - (lower[first - 1] in words["topic_prepositions"])
        about = asked >= 0 and lower[asked] in words["asking"] and not tag.cue[0] <= asked < tag.cue[1]
        about = about or _leads_in(prose, tag, (first, last), words)
        alone = lower[first] in words["relatives"] or lower[first] in words.complementizers
        if not (about or (lower[first] in words["refusers"] if last - first > 1 else alone)):
            rest.append((first, last))
    return attrs.evolve(tag, contents=rest) if rest and rest != tag.contents else tag


def _leads_in(prose: Prose, tag: Clause, content: Range, words: Lexicon) -> bool:
    """Whether a content is what somebody was asked before they speak: “Asked by the coroner why he left, Moss replied”."""
    lower, first = prose.tokens.lower, prose.sentence_at(content[0])[0]
    asked = lower[first] in words["asking"] and lower[content[0]] in words.complementizers
    # “When police told him to leave, he said …”
    told = lower[first] in words["subordinators"] and content[0] > first + 1
    asked = asked or (told and lower[content[0]] in words["infinitive_marks"] and tag.cue[0] > content[1])
    return asked and tag.source is not None and content[1] < tag.source[0] and lower[content[1]] == ","


def _subject(prose: Prose, phrases: Phrases, subjects: Subjects, cue: Range, words: Lexicon) -> Range | None:
    """The source of a cue that the tagger gave none: the phrase before it, else its sentence's subject.

    A noun (“despite growing evidence that …”) is mostly nobody's, and the subject of “is expected to” is who it is about.
    """
    told = prose.tokens.lower[slice(*cue)]
    verb = any(word in words.forms or word.endswith(words.endings["past"]) for word in told)
    # “Ann Poe, 91, disputes that”
    acts = len(told) == 1 and told[0].endswith(words.endings["third_person"]) and prose.tokens.lower[cue[0] - 1] == ","
    verb = verb or (acts and prose.tokens.lower[cue[1]] in words.complementizers)
    if told[0] in words["auxiliaries"] or not verb:
        return None
    first, _ = prose.sentence_at(cue[0])
    return phrases.before(first, cue[0]) or subjects.of(first, cue[0])


def _is_likely(prose: Prose, tag: Clause) -> bool:
    """Whether what only the tagger found is good enough: quotations away from a cue float, and headlines only sound so."""
    source = tag.source
    if source is None and tag.confidence < _LIKELY:
        return False
    if source is not None and all(source[0] <= first and last <= source[1] for first, last in tag.contents):
        return False  # “the inquest was told”
    first, last = prose.sentence_at(tag.cue[0])
    ends_in_stop = prose.tokens.words[last - 1] in _STOPS or prose.quote_at[last - 1] >= 0
    return ends_in_stop and any(first <= content[0] < last for content in tag.contents)


def _by_source(rules: Sequence[Clause]) -> dict[int, list[Clause]]:
    """Rules by each token of their sources."""
    found: dict[int, list[Clause]] = {}
    for rule in rules:
        for place in range(*rule.source) if rule.source else ():
            found.setdefault(place, []).append(rule)
    return found


def _with_preposition(prose: Prose, tag: Clause, words: Lexicon) -> Clause:
    """Begin what is appealed for with its “to” or “for”: “to the state to act”, “for blankets”."""
    lower, (begin, end) = prose.tokens.lower, tag.cue
    first, last = tag.contents[0]
    appeals = end - begin > 1 and lower[end - 2] in words["appeals"] and lower[end - 1] in words["prepositions"]
    if not appeals or first != end:
        return tag
    return attrs.evolve(tag, cue=(begin, end - 1), contents=[(end - 1, last), *tag.contents[1:]])


def _inside_whole(tag: Clause, wholes: Mapping[int, Sequence[Clause]]) -> bool:
    """Whether a rule found the whole in front of a clause of the same speaker, and the tagger a part of it only."""
    return any(
        all(any(first <= a and b <= last for first, last in rule.contents) for a, b in tag.contents)
        for place in (range(*tag.source) if tag.source else ())
        for rule in wholes.get(place, ())
    )


def _told_in_whole(tag: Clause, rules: Sequence[Clause], owner: Mapping[int, int]) -> bool:
    """Whether a report is a part of what somebody reports in a clause behind it: “Moss agreed to wait, the mayor said”."""
    number = owner.get(tag.start)
    if number is None or not rules[number].whole or rules[number].cue[0] < tag.end:
        return False
    last = max(tag.end, *(last for _, last in tag.contents))
    return any(first <= tag.start and last <= end for first, end in rules[number].contents)


def _contents(clause: Clause) -> Iterator[int]:
    return chain.from_iterable(starmap(range, clause.contents))


def _places(clause: Clause) -> Iterator[int]:
    return chain(_contents(clause), range(*clause.cue), range(*clause.source) if clause.source else ())


def _with_the_speaker_of(
    prose: Prose,
    tag: Clause,
    rules: Sequence[Clause],
    numbers: tuple[Mapping[int, int], Mapping[int, int]],
    words: Lexicon,
) -> Clause:
    """Take cue and source of the rule's clause that shares most of the content, if it shares enough of it.

    One with the same cue goes first, unless it is inside what another reports. Where that clause ends a sentence, its content
    is taken too: the whole of what stands in front. ``numbers`` are those of the rules by the tokens of their contents, and by those of their cues.
    """
    (owner, of_cue), places = numbers, list(_contents(tag))
    shared = Counter(map(owner.__getitem__, filter(owner.__contains__, places)))
    same = next((of_cue[place] for place in range(*tag.cue) if place in of_cue), None)
    if same is not None:
        shared[same] = len(set(places).intersection(_contents(rules[same])))
    if shared:
        most = max(shared.items(), key=itemgetter(1))[0]
        number = most if same is None or rules[most].whole else same
        rule, count = rules[number], shared[number]
        size = sum(last - first for first, last in rule.contents)
        if rule.source and _agree(prose, tag, rule, words) and count >= _SAME * (len(places) + size - count):
            contents = _of_both(prose, tag, rule, words)
            contents = _between_ends(prose, _behind_hearer(prose, contents, rule, words), rule, words)
            contents = _without_lead_in(prose, contents, rule.cue, rule.source, words)
            source = speaker(rule.source, rule.cue, tag)
            for part in (rule.cue, source):
                contents = [trimmed(prose, piece) for content in contents if (piece := _without(content, part))]
            reason = f"{rule.reason}; the tagger agrees"
            return attrs.evolve(tag, cue=rule.cue, source=source, contents=contents, reason=reason)
    return tag


def _of_both(prose: Prose, tag: Clause, rule: Clause, words: Lexicon) -> list[Range]:
    """Choose the contents of a report that both found: the tagger's, but the rule's where its clause stands behind what is narrated.

    There the tagger knows better what goes on behind the clause: “The roof fell in, she said, but would be mended”.
    """
    phrase = _is_phrase(prose, rule, words)
    if phrase and (share(tag.cue, rule.contents[0]) or rule.contents == [(tag.contents[0][0], tag.contents[-1][1])]):
        return list(rule.contents)  # what “according to” reports may be a report itself
    if not (rule.whole and _narrated(prose, rule, tag)):
        front, (first, last) = rule.contents[0], tag.contents[0]
        cut = rule.whole and first == front[0] and last < front[1] <= rule.start
        cut = cut and prose.is_narrated(*front)
        return [front, *(piece for piece in tag.contents if piece[0] >= front[1])] if cut else list(tag.contents)
    lower, on = prose.tokens.lower, rule.end + 1
    in_front = len(rule.contents) == 1 and rule.contents[0][1] <= rule.start and on < len(lower)
    joined_on = in_front and lower[on - 1] == "," and lower[on] in words["conjunctions"]
    return [*rule.contents, *(content for content in tag.contents if joined_on and content[0] == on)]


def _is_phrase(prose: Prose, rule: Clause, words: Lexicon) -> bool:
    """Whether a rule found “According to” in front of what is reported."""
    return rule.cue[1] <= rule.contents[0][0] and tuple(prose.tokens.lower[slice(*rule.cue)]) in words.phrases


def _behind_phrases(prose: Prose, tags: Sequence[Clause], rules: Sequence[Clause], words: Lexicon) -> Iterator[Clause]:
    """Leave out what the tagger found between “According to” and what is reported: its source, and asides about that."""
    fronts = sorted((rule.start, rule.contents[0][0]) for rule in rules if _is_phrase(prose, rule, words))
    if not fronts:
        yield from tags
        return
    for tag in tags:
        contents = []
        for first, last in tag.contents:
            at = bisect_right(fronts, (first, len(prose.tokens))) - 1
            contents.append((max(first, fronts[at][1]) if at >= 0 else first, last))
        contents = [(first, last) for first, last in contents if first < last]
        if contents:
            yield attrs.evolve(tag, contents=contents)


def _agree(prose: Prose, tag: Clause, rule: Clause, words: Lexicon) -> bool:
    """Whether clauses that share most of their content may be one: the rule's cue is no part of what the tagger says is reported.

    Nor is it another verb than the tagger's, which has a source of its own, unless all that stands before it is reported.
    """
    if any(first <= rule.cue[0] < last for first, last in tag.contents):
        return False
    outermost = rule.whole or tuple(prose.tokens.lower[slice(*rule.cue)]) in words.phrases
    return tag.source is None or share(tag.cue, rule.cue) or outermost


def _without_lead_in(prose: Prose, contents: list[Range], cue: Range, source: Range, words: Lexicon) -> list[Range]:
    """Leave out what only leads in to the speaker: “Giving evidence, Moss said …”."""
    (first, last), lower = contents[0], prose.tokens.lower
    leads = (
        len(contents) > 1
        and last + 1 == source[0] < cue[0]
        and lower[last] == ","
        and lower[cue[1] : cue[1] + 1] != [","]
        and lower[first].endswith(words.endings["gerund"])
        and prose.is_narrated(first, last)
    )
    return contents[1:] if leads else contents


def _behind_hearer(prose: Prose, contents: list[Range], rule: Clause, words: Lexicon) -> list[Range]:
    """Begin contents where the rule does if the tagger took in who was told: told the clerk that, asked her whether."""
    begin, lower = rule.contents[0][0], prose.tokens.lower
    form = words.forms.get(lower[rule.cue[1] - 1])
    timed = all(lower[place] in words["times"] for place in range(contents[0][0], begin))  # “said last month the plan”
    opens = timed or lower[begin] in words.complementizers or (form is not None and "address" in form.frames)
    if not opens or rule.cue[1] > contents[0][0] or not prose.is_narrated(rule.cue[1], begin):
        return contents
    return [(max(first, begin), last) for first, last in contents if last > begin]


def _between_ends(prose: Prose, contents: list[Range], rule: Clause, words: Lexicon) -> list[Range]:
    """Go on to where the rule ends if the tagger stopped in front of a verb, or in the middle of a phrase."""
    if not contents or contents[-1][1] >= rule.contents[-1][1] or not _narrated(prose, rule):
        return contents
    first, last = contents[-1]
    lower = prose.tokens.lower
    if lower[last] == ",":
        behind = lower[last + 1] if last + 1 < len(lower) else ""
        compared = " ".join(lower[last + 1 : last + 3]) in words["comparisons"]  # “up, down from”
        joined_on = last + 2 < rule.contents[-1][1] and behind in words["conjunctions"]
        still = joined_on and lower[last + 2] in words["auxiliaries"]  # “, but had”
        goes_on = compared or still or behind in words["auxiliaries", "relatives"]
    else:
        measured = lower[last - 1] in words["time_units"] and lower[last] in words["prepositions"]  # “weeks before”
        number = lower[last] in (":", ".") and lower[last - 1].isdigit() and lower[last + 1][0].isdigit()  # “at 4:52PM”
        begins = lower[last] in words[_BEGINS_ANEW]
        goes_on = number or measured or (lower[last][0].isalpha() and not begins)
    return [*contents[:-1], (first, rule.contents[-1][1])] if goes_on and first < rule.contents[-1][1] else contents


def _narrated(prose: Prose, *clauses: Clause) -> bool:
    """Whether nothing in the contents of some clauses stands in marks."""
    return all(prose.is_narrated(first, last) for clause in clauses for first, last in clause.contents)


def _without(content: Range, part: Range) -> Range | None:
    """Cut a cue or a source off the end of a content that it reaches into; None where nothing is left."""
    first, last = content
    if part[0] <= first < part[1]:
        first = part[1]
    elif first < part[0] < last <= part[1]:
        last = part[0]
    return (first, last) if first < last else None
