"""Roles in front of names: where a role begins, and where it ends and the name begins."""

from newskit.language.lexicon import Lexicon
from newskit.text.prose import Prose, Range

#: A role has no more words than this.
_LONGEST_ROLE = 8
#: A word that is a role by its ending has so many letters.
_SHORTEST_AGENT = 6
#: A name with a first name and a surname has at least so many words.
_WHOLE_NAME = 2
#: What somebody is in charge of, in front of “and”, and what stands in brackets behind a role, have no more tokens than this.
_LONGEST_FIELDS = 6
_APOSTROPHES = frozenset("’'")
#: An acronym in brackets has so many tokens.
_ACRONYM = 3


def behind_office(prose: Prose, words: Lexicon, first: int, end: int) -> int:
    """Say where a name begins in a run of large words that may begin with the end of an office.

    Args:
        prose: The text.
        words: The language's words.
        first: The first token of the run.
        end: The token behind it.

    Returns:
        The place of Ann in “(Minister for) Rural Affairs Ann Poe”; the begin of the run where no office ends in it.
    """
    if first < 1 or prose.tokens.lower[first - 1] not in words.before_offices:  # in front of most names
        return first
    name_at = _behind_fields(prose, words, first, end) if first > 1 and _in_charge(prose, words, first) else first
    if name_at == first and _behind_bare_role(prose, words, first, end):
        before = prose.tokens.lower[end - _WHOLE_NAME]
        prefixed = before in words["name_prefixes"] or before in words.name_particles  # “Ann Ní Poe”, “Ann Van Poe”
        return max(end - _WHOLE_NAME - prefixed, first)
    return name_at


def _in_charge(prose: Prose, words: Lexicon, first: int) -> bool:
    """Whether what somebody is in charge of begins here, or goes on: “Minister of State for”, “Secretary for Works and”."""
    lower, tokens, at = prose.tokens.lower, prose.tokens.words, first - 1
    farthest = max(1, at - _LONGEST_FIELDS)
    while at > farthest and (lower[at] in words["name_conjunctions"] or lower[at] == ","):
        at -= 1
        while (
            at > farthest and tokens[at][0].isupper() and (words.is_field(lower[at]) or words.is_field(lower[at + 1]))
        ):
            at -= 1
    if lower[at] not in words["office_links"]:
        return False
    chain = lower[at - 1] in words["offices"] and lower[max(0, at - 2)] in words["office_links"]
    return chain or lower[at - 1] in words.role_nouns


def _behind_fields(prose: Prose, words: Lexicon, first: int, end: int) -> int:
    """Where a name begins behind what somebody is in charge of: Ann in “(Minister for) Rural Affairs Ann Poe”."""
    lower = prose.tokens.lower
    fields = [place for place in range(first, end) if words.is_field(lower[place])]
    if not fields or words.heads_institution(lower[end - 1]):
        return first
    before = [place for place in fields if end - place > _WHOLE_NAME]
    return before[-1] + 1 if before else fields[-1] + 1 if fields[0] == first else first


def _behind_bare_role(prose: Prose, words: Lexicon, first: int, end: int) -> bool:
    """Whether a role without an article opens the sentence and goes on into a run, as it does only in front of a name.

    “Editor of the Holle Times Ann Poe said”; the first paragraph may be a headline, which has no articles at all.
    """
    lower, tokens, at = prose.tokens.lower, prose.tokens.words, first - 1
    at -= lower[at] in words["definite_articles"]
    if (
        end - first <= _WHOLE_NAME
        or at < 1
        or lower[at] not in words["office_links", "field_links"]
        or (noun := _noun_before(prose, words, at)) is None
    ):
        return False
    if lower[at] in words["field_links"] and lower[end - _WHOLE_NAME] not in words.given_names:
        return False
    if words.heads_institution(lower[end - 1]) or words.is_field(lower[end - 1]) or lower[end - 1] in words.role_nouns:
        return False
    if at < prose.paragraphs[0][1] or any(tokens[place].islower() for place in range(first, end)):
        return False
    begin, sentence = noun, prose.sentence_at(at)[0]
    while begin > max(sentence, at - _LONGEST_ROLE) and _modifies(prose, words, begin - 1):
        begin -= 1
    form = words.forms.get(lower[begin - 1])
    return begin == sentence or (form is not None and form.shape == "past" and "speech" in form.frames)


def _noun_before(prose: Prose, words: Lexicon, at: int) -> int | None:
    """The noun of the role that ends in front of a place: that of “editor (of)”, of “head of research (at)”."""
    lower = prose.tokens.lower
    if lower[at - 1] in words.role_nouns:
        return at - 1
    return _role_with_of(prose, words, at - 1) if lower[at] in words["field_links"] and at > 2 else None


def _modifies(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a word in front of a role without an article belongs to it: “Deputy”, “former”, “Holle”."""
    word = prose.tokens.lower[place]
    return word in words["role_modifiers"] or (prose.tokens.words[place][0].isupper() and word not in words.not_names)


def _is_common_role(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether a role in the plural stands in front of the first of several, whose name ends at ``end``: “bakers Ann Poe and”."""
    lower = prose.tokens.lower
    if end >= len(lower) or not (lower[end] == "," or lower[end] in words["name_conjunctions"]):
        return False
    joined = place + 1 < len(lower) and lower[place + 1] in words["name_conjunctions"]  # the Nurses and Carers Guild
    return not joined and words.role_nouns.of_several(lower[place])


def is_role_of_several(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether a role in the plural stands in front of a whole name, or of a first name: “sisters Ann and Mary Poe”."""
    if place + 2 < end:
        return _is_common_role(prose, words, place, end)
    lower = prose.tokens.lower
    joined = place + 1 < end and end + 1 < len(lower) and lower[end] in words["name_conjunctions"]
    people = joined and prose.tokens.words[end + 1][0].isupper() and not words.names_institution(lower[end - 1])
    return people and _is_common_role(prose, words, place, end)


def is_role_with_name(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether a word is a role in front of a whole name that ends at ``end`` and a thing elsewhere: “center Dan Poe”, “tight end Dan Poe”.

    Written large it is one where a first name stands behind it at the beginning of a sentence: “Center Dan Poe”, not “Center Parks”.
    """
    if end - place <= _WHOLE_NAME:
        return False
    word = prose.tokens.lower[place]
    if place and f"{prose.tokens.lower[place - 1]} {word}" in words["role_pairs"]:
        return True
    if _is_agent(prose, words, place):
        return True
    if word in words["parties"] and prose.tokens.words[place][0].isupper():  # “Republican Dan Poe”
        return not words.heads_institution(prose.tokens.lower[end - 1])
    if word not in words["bare_roles"]:
        return False
    opens = prose.sentence_at(place)[0] == place and prose.tokens.lower[place + 1] in words.given_names
    return opens or prose.tokens.words[place].islower()


def _is_agent(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a small word in front of a first name has the ending of whoever does something: “peat-cutter Dan Poe”."""
    word = prose.tokens.lower[place]
    if (
        len(word) < _SHORTEST_AGENT
        or not word.endswith(words.endings["agent"])
        or not prose.tokens.words[place].islower()
    ):
        return False
    if prose.tokens.lower[place + 1] not in words.given_names or word in words.forms or word in words["not_agents"]:
        return False
    return word not in words["prepositions", "conjunctions", "subordinators", "verb_adverbs", "times"]


def _ends_role(prose: Prose, words: Lexicon, behind: int, end: int) -> bool:
    """Whether a role ends in front of the token ``behind``, where a name begins that ends at ``end``."""
    last = behind - 1
    return (
        prose.tokens.lower[last] in words.role_nouns
        or _is_common_role(prose, words, last, end)
        or is_role_with_name(prose, words, last, end)
        or words.ends_rank(prose.tokens.lower, last)
    )


def role_in_front(prose: Prose, words: Lexicon, first: int, name_at: int, name_end: int) -> Range | None:
    """Find the role in front of a name: what ends with a noun for roles, back to an article or a verb."""
    lower, tokens, end = prose.tokens.lower, prose.tokens.words, name_at
    if end == 0 or lower[end - 1] in ",(" or (lower[end - 1] == "." and end == first and end in prose.begins):
        return None  # “Rask is head of Sund Gas. Poe left.”
    if lower[end - 1] in words["determiners"] and not words.ends_rank(lower, end - 1):
        return None
    bare = _before_bracket(prose, words, end) if lower[end - 1] == ")" else end
    if end == first and not (
        _ends_role(prose, words, bare, name_end)
        or _of_behind(lower, words, bare)
        or _field_begins(prose, words, bare - 1) is not None
    ):
        return None
    ahead = range(first, end)
    # “executive director Eng. Ann Poe”
    if end > first and (
        all(lower[place].rstrip(".") in words["honorifics"] or tokens[place] == "." for place in ahead)
        or (
            all(lower[place] in words.titles or tokens[place] == "." for place in ahead)
            and _field_begins(prose, words, first - 1) is not None
        )
    ):
        before = prose.tokens.lower[first - 1]
        alone = prose.sentence_at(first)[0] == first or before == "." or before in words["comparatives"]
        return None if alone else role_in_front(prose, words, first, first, name_end)
    if "\n" in prose.text[prose.tokens.ends[end - 1] : prose.tokens.starts[end]] and _starts_paragraph(prose, end):
        return None
    end = bare if _is_acronym_behind(prose, name_at - 1) else end
    at = bare - 1
    head = at - 1 if at >= first and tokens[at] == "." and at > 0 else at
    ranked = lower[head] in words.titles or f"{lower[head - 1]} {lower[head]}" in words.titles
    told = _ends_role(prose, words, head + 1, name_end) or (ranked and end > first)
    field = tokens[head][0].isupper() and words.is_field(lower[head])
    begin = _role_with_of(prose, words, head) if field or not told else None
    begin = _field_begins(prose, words, head) if begin is None and not told else begin
    if begin is None:
        if not told:
            return None
        begin = head
    if words.ends_rank(prose.tokens.lower, head):
        begin = head - 1 - (lower[head - 1] == ".")
        begin -= begin > 0 and tokens[begin - 1].isalpha() and lower[begin - 1] not in words["determiners"]
        begin -= begin > 0 and lower[begin - 1] in words["former"]  # “former world No 3”
        return begin, end
    if prose.quote_at[begin] != prose.quote_at[name_at]:
        return None
    while begin > 0 and bare - begin < _LONGEST_ROLE and _in_role(prose, words, begin - 1):
        if _leaves_large(prose, words, begin):
            break
        begin -= _ACRONYM if _is_acronym_behind(prose, begin - 1) else 1
    if begin > 1 and lower[begin - 1] in words["name_conjunctions"]:  # “head of mission and former mayor”
        begin = _role_with_of(prose, words, begin - 2) or begin
    return begin, end


def _before_bracket(prose: Prose, words: Lexicon, end: int) -> int:
    """Where a role ends in front of the bracket that ends here and adds to it: “Superintendent (Rural)”, not “Dr. (Mrs)”."""
    lower = prose.tokens.lower
    if end < _ACRONYM + 1:
        return end
    for place in range(end - 2, max(0, end - _LONGEST_FIELDS), -1):
        if lower[place] == "(":
            inside = range(place + 1, end - 1)
            titled = any(lower[at] in words.titles and not prose.tokens.words[at].isupper() for at in inside)
            return end if titled else place
    return end


def _is_acronym_behind(prose: Prose, place: int) -> bool:
    """Whether a bracket ends here that holds the short form of the name in front of it: Holle Farmers Party (HFP)."""
    tokens = prose.tokens.words
    if place < _ACRONYM or tokens[place] != ")" or tokens[place - 2] != "(":
        return False
    return tokens[place - 1].isupper() and len(tokens[place - 1]) > 1 and tokens[place - 3][0].isupper()


def _of_behind(lower: list[str], words: Lexicon, end: int) -> bool:
    """Whether “of” stands two to four words in front."""
    return not words["office_links"].isdisjoint(lower[max(0, end - 4) : end - 1])


def _field_begins(prose: Prose, words: Lexicon, last: int) -> int | None:
    """Where a role without an article opens its sentence in front of a field that ends here: “Consultant in rare diseases (Dr Ann Poe)”."""
    lower, first = prose.tokens.lower, prose.sentence_at(last)[0]
    if last - first > _LONGEST_ROLE or not words.ends_phrase(lower[last]) or not lower[last][0].isalpha():
        return None
    at = next((place for place in range(first + 1, last) if lower[place] in words["field_links"]), None)
    noun = _noun_before(prose, words, at) if at is not None else None
    if at is None or noun is None or not prose.tokens.words[first][0].isupper():
        return None
    plain = all(_modifies(prose, words, place) for place in range(first, noun))
    goes_on = all(
        lower[place][0].isalpha() and lower[place] not in words.finite and lower[place] not in words["auxiliaries"]
        for place in range(at + 1, last + 1)
    )
    return noun if plain and goes_on else None


def _role_with_of(prose: Prose, words: Lexicon, last: int) -> int | None:
    """“secretary of state”, “Minister for Works and Housing”: the role noun in front of “of”."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    if lower[last] in words["conjunctions"] or not words.ends_phrase(lower[last]):
        return None
    field = tokens[last][0].isupper() and words.is_field(lower[last])
    for place in range(last - 1, max(0, last - (_LONGEST_FIELDS + 1 if field else 4)), -1):
        if lower[place] in words["office_links"] and lower[place - 1] in words.role_nouns:
            return place - 1
        joins = (
            lower[place] in words["office_links"] or lower[place] in words["name_conjunctions"] or lower[place] == ","
        )
        if not (lower[place][0].isalpha() or lower[place] == ",") or (
            field and not (joins or tokens[place][0].isupper())
        ):
            return None
    return None


def _in_role(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a word goes on with a role leftwards."""
    word = prose.tokens.lower[place]
    # “bakers' leader”
    if word in _APOSTROPHES and place > 0 and prose.tokens.starts[place] == prose.tokens.ends[place - 1]:
        return prose.tokens.lower[place - 1].endswith(words.endings["plural"])
    if word == "." or word.isdigit() or word in words["rank_marks"]:  # “No. 5 seed”
        last = place + (word == "." or not word.isdigit())
        last += last < len(prose.tokens) and prose.tokens.lower[last] == "."
        if words.ends_rank(prose.tokens.lower, last):
            return True
    if word == "." or word.endswith(words.endings["possessive"]):
        return word != "." and prose.tokens.words[place][0].isupper()
    # University of Larne president
    if word in words["institution_links"] and prose.tokens.words[place + 1][0].isupper():
        return (
            place > 0
            and prose.tokens.words[place - 1][0].isupper()
            and words.heads_institution(prose.tokens.lower[place - 1])
        )
    before = prose.tokens.lower[place - 1] if place else ""
    if _is_infinitive(prose, words, place):
        return False
    paired = f"{word} {prose.tokens.lower[place + 1]}" in words["role_pairs"]  # “outside hitter”
    paired = paired or (word in words["turned"] and before in words.role_nouns)  # “engineer turned baker”
    if paired or _joins_fields(prose, words, place) or _is_acronym_behind(prose, place):
        return True
    numbered = word.isdigit() and place > 0 and prose.tokens.words[place - 1][0].isupper()  # “Grade 4 teacher”
    return (
        (word[0].isalpha() or numbered)
        and word not in words["determiners"]
        and word not in words["prepositions"]
        and (word not in words["conjunctions"] or (place > 0 and prose.tokens.lower[place - 1] in words.role_nouns))
        and word not in words["auxiliaries"]
        and word not in words["subordinators"]
        and word not in words["times"]
        and not (word in words["day_parts"] and before in words["prepositions"])
        and word not in words["verb_adverbs"]
        and word not in words.pronouns
        and (word not in words.not_names or word in words["role_ordinals"])
        and not (word in words.forms and words.forms[word].shape != "base" and prose.tokens.words[place].islower())
        and not (
            word.endswith(words.endings["past"]) and place > 0 and prose.tokens.lower[place - 1] in words["auxiliaries"]
        )
        and prose.quote_at[place] == prose.quote_at[place + 1]
        and not _starts_paragraph(prose, place + 1)
        and not (word in words["clause_nouns"] and prose.tokens.lower[place - 1] in words["determiners"])
        and not _does(prose, words, place)
    )


def _does(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a word in front of a role is a verb with a subject: “Rovers signed striker Dan Poe”, not “the ousted striker Dan Poe”."""
    word, before = prose.tokens.lower[place], prose.tokens.lower[place - 1]
    past = word in words["past_forms"] or (word.endswith(words.endings["past"]) and "-" not in word)
    if not (past and prose.tokens.words[place].islower()) or word in words["role_modifiers"]:
        return False
    if f"{word} {prose.tokens.lower[place + 1]}" in words["role_pairs"] or prose.sentence_at(place)[0] == place:
        return False
    described = before in words["determiners", "role_modifiers", "conjunctions"]
    owned = before.endswith(words.endings["possessive"])
    return (before[0].isalnum() or before == ",") and not (described or owned or words.is_adverb(before))


def _is_infinitive(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a verb in front of a role stands behind “to” or an auxiliary: “turned up to hear goaltender Dan Poe”."""
    word = prose.tokens.lower[place]
    form = words.forms.get(word)
    verb = form is not None and form.shape == "base" and prose.tokens.words[place].islower()
    if not (verb and place) or word in words.role_nouns:
        return False
    return prose.tokens.lower[place - 1] in words["infinitive_marks", "auxiliaries"]


def _joins_fields(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether “and”, or a comma in a list, joins what one office is in charge of: Mines and Geology Minister."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    if not 0 < place < len(tokens) - 2 or not (tokens[place - 1][0].isupper() and tokens[place + 1][0].isupper()):
        return False
    if not words.is_field(lower[place - 1]) or lower[place + 1] in words.role_nouns:
        return False
    goes_on = lower[place + 2] == "," or lower[place + 2] in words["name_conjunctions"]
    return lower[place] in words["name_conjunctions"] or (lower[place] == "," and goes_on)


def _leaves_large(prose: Prose, words: Lexicon, begin: int) -> bool:
    """Whether the word in front is no part of a role written large: taught Flight Engineer Poe, but former President Poe."""
    tokens = prose.tokens.words
    if not (tokens[begin][0].isupper() and tokens[begin - 1].islower()):
        return False
    before = prose.tokens.lower[begin - 1]
    linked = before in words["institution_links"] or before in words["name_conjunctions"]
    field = before in words["fields"]  # “Public works PS Poe”
    return not (linked or field) and before not in words["role_modifiers"] and before not in words.role_nouns


def _starts_paragraph(prose: Prose, place: int) -> bool:
    between = prose.text[prose.tokens.ends[place - 1] : prose.tokens.starts[place]]
    return "\n" in between
