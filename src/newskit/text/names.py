"""Names of persons and institutions: runs of words written large, with the titles and roles in front of them."""

from bisect import bisect_right

from newskit.language.lexicon import Lexicon
from newskit.text.name import Name
from newskit.text.prose import Prose, Range

#: A role has no more words than this.
_LONGEST_ROLE = 8
#: In front of “and” in an institution's name stand no more words than this: Peakshire Fire and Rescue Service.
_LONGEST_FIRST = 2
#: An office written large has no more words than this.
_LONGEST_OFFICE = 3
#: A name with a first name and a surname has at least so many words.
_WHOLE_NAME = 2
#: What somebody is in charge of, in front of “and”, and what stands in brackets behind a role, have no more tokens than this.
_LONGEST_FIELDS = 6
#: An acronym in brackets has so many tokens.
_ACRONYM = 3
#: A nickname in marks has no more words than this.
_LONGEST_NICKNAME = 4


def names(prose: Prose, words: Lexicon) -> list[Name]:
    """Find the names of a text in order.

    A word written large only because it begins a sentence is left out where the language's ``not_names`` hold it.
    """
    found: list[Name] = []
    lower = prose.tokens.lower
    begins = {first for first, _ in prose.paragraphs}
    opening = {first for first, _ in prose.sentences}
    large = [number for number, word in enumerate(prose.tokens.words) if word[0].isupper()]
    behind = 0
    for number in large:
        if number < behind:
            continue
        behind = _run_end(prose, words, number, begins)
        alone = behind == number + 1 and lower[number] in words.not_names and lower[number] not in words.titles
        if not alone:  # most runs are: “The”, “He”
            name = _name_of(prose, words, number, behind, opening)
            if name is not None:
                found.append(name)
    return found


def _run_end(prose: Prose, words: Lexicon, begin: int, begins: set[int]) -> int:
    """Read a run of large words: initials, particles and suffixes belong to it, a possessive ends it."""
    tokens, lower, quote_at = prose.tokens.words, prose.tokens.lower, prose.quote_at
    at, size = begin, len(tokens)
    while at < size and (tokens[at][0].isupper() or (at > begin and _has_particle(tokens[at], words))):
        if lower[at].endswith(words.endings["possessive"]):
            if not _owner_in_name(prose, words, begin, at):
                return at + 1
            at += 1
            continue
        at += 1
        if at == size:
            break
        ends: bool | None = None
        link = quote_at[at] >= 0 or not tokens[at][0].isalnum() or lower[at] in words.name_particles
        if link or lower[at] in words["name_conjunctions"] or lower[at] in words["institution_links"]:
            at, ends = _over_link(prose, words, begin, at)
        if ends or (ends is None and at in begins):
            break
    return at


def _over_link(prose: Prose, words: Lexicon, begin: int, at: int) -> tuple[int, bool | None]:
    """Read what joins two words of a run; give the place behind it and whether the run ends there, None where all else decides."""
    tokens, lower, size = prose.tokens.words, prose.tokens.lower, len(prose.tokens)
    if _plural_owner(prose, words, begin, at):
        return at + 1, False
    if tokens[at] == "." and prose.tokens.starts[at] == prose.tokens.ends[at - 1]:
        word = lower[at - 1]
        short = (
            len(tokens[at - 1]) == 1
            or word in words.titles
            or word in words.role_nouns
            or word in words["name_suffixes"]
            or (at - 1 == begin and word in words["name_abbreviations"])
        )
        return (at + 1, False) if short else (at, True)
    nickname = _over_nickname(prose, at)
    if nickname is not None:
        return nickname, False
    skipped = at
    while skipped < size and lower[skipped] in words.name_particles and skipped - at < 2 and tokens[skipped].islower():
        skipped += 1
    if skipped > at and skipped < size and tokens[skipped][0].isupper():
        return skipped, None
    if at + 1 < size and tokens[at] == "," and lower[at + 1] in words["name_suffixes"]:
        return at + 3 if at + 2 < size and tokens[at + 2] == "." else at + 2, True
    linked = _over_preposition(prose, words, begin, at)
    if linked is not None:
        return linked, None
    joins = lower[at] in words["name_conjunctions"] and at - begin <= _LONGEST_FIRST
    return (at + 1 if joins and _names_institution(prose, words, at + 1) else at), None


def _over_preposition(prose: Prose, words: Lexicon, begin: int, at: int) -> int | None:
    """The word behind what goes on with an institution's name: Learning in the Department for Learning.

    Behind one preposition further ones and “and” in front of a field belong to it too: the Agency for the Safety of Food and Feed.
    """
    tokens, lower = prose.tokens.words, prose.tokens.lower
    behind = at + 1
    behind += behind < len(tokens) and lower[behind] in words["definite_articles"]
    if behind >= len(tokens) or not tokens[behind][0].isupper() or lower[behind] in words.not_names:
        return None
    if lower[at] in words["institution_links"] and words.heads_institution(lower[at - 1]):
        return behind
    if not any(lower[place] in words["institution_links"] for place in range(begin, at)):
        return None
    fields = lower[at] in words["name_conjunctions"] and words.is_field(lower[behind])
    return behind if lower[at] in words["genitives"] or fields else None


def _owner_in_name(prose: Prose, words: Lexicon, begin: int, at: int) -> bool:
    """Whether a possessive goes on with an institution's name: St Mark's Hospital, Women's Institute, not Poe's Hospital."""
    owners = words["owners_in_names"]
    return (prose.tokens.lower[at] in owners or (at > begin and prose.tokens.lower[at - 1] in owners)) and (
        _names_institution(prose, words, at + 1)
    )


def _names_institution(prose: Prose, words: Lexicon, at: int) -> bool:
    """Whether large words from here on end an institution's name: Rescue Service."""
    tokens, lower, end = prose.tokens.words, prose.tokens.lower, at
    while end < len(tokens) and tokens[end][0].isupper() and not lower[end].endswith(words.endings["genitive"]):
        end += 1
    return end > at and words.names_institution(lower[end - 1])


def _plural_owner(prose: Prose, words: Lexicon, begin: int, at: int) -> bool:
    """Whether an apostrophe goes on with an institution's name: the Nurses’ Union, but not the Lopez brothers’ House."""
    tokens, lower = prose.tokens.words, prose.tokens.lower
    if at + 1 >= len(tokens) or tokens[at] not in ("’", "'") or prose.tokens.starts[at] != prose.tokens.ends[at - 1]:
        return False
    named = begin > 0 and lower[begin - 1] in words["definite_articles"]
    return named and lower[at - 1].endswith(words.endings["plural"]) and tokens[at + 1][0].isupper()


def _over_nickname(prose: Prose, at: int) -> int | None:
    """The word behind a nickname in marks: Holt in Ray “Tiny” Holt."""
    if prose.quote_at[at] < 0:
        return None
    first, end = prose.quote_tokens[prose.quote_at[at]]
    inside = first == at and end - first <= _LONGEST_NICKNAME + 2 and end < len(prose.tokens)
    return (
        end if inside and prose.tokens.words[end][0].isupper() and prose.tokens.words[first + 1][0].isupper() else None
    )


def _name_of(prose: Prose, words: Lexicon, begin: int, end: int, opening: set[int]) -> Name | None:
    """Take titles, roles and words that begin no name off a run; what is left is a name."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    while end - begin > 2 and lower[end - 1] in words["postnominals"]:
        end -= 1
    first = _opening_of(prose, words, begin, end)
    name_at, gender, titled = _behind_titles(prose, words, first, end)
    if name_at >= end:
        return None
    parts = tuple(
        f"“{tokens[place]}”"
        if prose.quote_at[place] >= 0 > prose.quote_at[name_at]
        else _part(prose, words, place, end)
        for place in range(name_at, end)
        if tokens[place][0].isalnum()
    )
    if not parts or (len(parts) == 1 and (lower[name_at] in words.not_names or lower[name_at] in words.pronouns)):
        return None
    if len(parts) == 1 and lower[name_at] in words["honorifics"] and lower[end : end + 1] == ["("]:  # Dr. (Mrs) Ann Poe
        return None
    if lower[end - 1] in words.role_nouns and _is_office(prose, words, first, name_at, end):
        return None
    role = _role(prose, words, first, name_at, end)
    definite = name_at == first and first > 0 and lower[first - 1] in words["definite_articles"]
    opens = name_at in opening or (
        name_at > 0 and not tokens[name_at - 1][0].isalnum() and tokens[name_at - 1] not in ",.-’'&"
    )
    return Name(
        (name_at, end), parts, _surname(parts, words), role, gender, definite, opens, titled or role is not None
    )


def _opening_of(prose: Prose, words: Lexicon, begin: int, end: int) -> int:
    """Where a run begins without an age and words that begin no name: not with “But”, “58-Year-Old”."""
    lower, first = prose.tokens.lower, begin
    while first < end - 1 and "-" in lower[first] and lower[first].endswith(words.endings["age"]):
        first += 1
    while first < end and lower[first] in words.not_names and lower[first] not in words.titles:
        if _is_first_name(prose, words, first, end):
            break
        first += 1
    return first


def _behind_titles(prose: Prose, words: Lexicon, first: int, end: int) -> tuple[int, str | None, bool]:
    """Where the name begins behind titles and roles, the gender that they tell, and whether there are any."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    name_at, gender, found = first, None, False
    if first > 1 and _in_charge(prose, words, first):
        name_at = _behind_fields(prose, words, first, end)
    if name_at == first and _behind_bare_role(prose, words, first, end):
        name_at = end - _WHOLE_NAME
    last = end - 2 if tokens[end - 1] == "." else end - 1
    for place in range(first, last):
        word = lower[place].rstrip(".")
        title = words.titles.get(word)
        titled = title is not None or (place > first and f"{lower[place - 1]} {word}" in words.titles)
        if not (titled or word in words.role_nouns or _is_role_of_several(prose, words, place, end)):
            continue
        if lower[place + 1] in words["institution_links"]:  # the Centre for Road Safety
            continue
        if title is not None and title != "any" and place >= name_at:
            gender = title
        name_at, found = place + 1, True
        if tokens[name_at] == ".":
            name_at += 1
    return name_at, gender, found


def _in_charge(prose: Prose, words: Lexicon, first: int) -> bool:
    """Whether what somebody is in charge of begins here, or goes on: “Minister of State for”, “Secretary for Works and”."""
    lower, tokens, at = prose.tokens.lower, prose.tokens.words, first - 1
    farthest = max(1, at - _LONGEST_FIELDS)
    while at > farthest and (lower[at] in words["name_conjunctions"] or lower[at] == ","):
        at -= 1
        while at > farthest and tokens[at][0].isupper() and words.is_field(lower[at]):
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
        or lower[at] not in words["office_links"]
        or lower[at - 1] not in words.role_nouns
    ):
        return False
    if words.heads_institution(lower[end - 1]) or words.is_field(lower[end - 1]) or lower[end - 1] in words.role_nouns:
        return False
    if at < prose.paragraphs[0][1] or any(tokens[place].islower() for place in range(first, end)):
        return False
    begin, sentence = at - 1, prose.sentences[bisect_right(prose.sentences, (at, end)) - 1][0]
    while begin > max(sentence, at - _LONGEST_ROLE) and _modifies(prose, words, begin - 1):
        begin -= 1
    form = words.forms.get(lower[begin - 1])
    return begin == sentence or (form is not None and form.shape == "past" and "speech" in form.frames)


def _modifies(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a word in front of a role without an article belongs to it: “Deputy”, “former”, “Holle”."""
    word = prose.tokens.lower[place]
    return word in words["role_modifiers"] or (prose.tokens.words[place][0].isupper() and word not in words.not_names)


def _surname(parts: tuple[str, ...], words: Lexicon) -> str:
    """The last word of a name that is no “Jr.”."""
    for part in reversed(parts):
        if part.lower().rstrip(".") not in words["name_suffixes"]:
            return part
    return parts[-1]


def _is_first_name(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether a month's name is a person's: April Poe, not In April Poe."""
    lower = prose.tokens.lower
    behind = place + 1 < end and lower[place + 1] not in words.not_names
    before = lower[place - 1] if place else ""
    return (
        lower[place] in words["first_names"]
        and behind
        and not (before in words["prepositions"] or before in words["times"])
    )


def _has_particle(word: str, words: Lexicon) -> bool:
    """Whether a word written small goes on with a name: d’Aubrac, al-Masri."""
    if word.islower():
        return False
    if word[1:2].isupper() and word[0] in words["name_prothetics"]:  # Ó hEithir
        return True
    for mark in "'’-":
        particle, _, rest = word.partition(mark)
        if rest[:1].isupper() and (particle in words.name_particles or particle in words["name_elisions"]):
            return True
    return False


def _is_office(prose: Prose, words: Lexicon, first: int, name_at: int, end: int) -> bool:
    """Whether a run that ends with a role noun is no name: the Managing Director, its Executive Secretary, Chair of."""
    lower = prose.tokens.lower
    described = all(word in words["role_modifiers"] for word in lower[name_at : end - 1])
    if described and end < len(lower) and lower[end] in words["office_links"]:  # Chair of, National Secretary for
        return True
    if end + 1 < len(lower) and lower[end] in words["office_links"] and lower[end + 1] in words["offices"]:
        return True  # Union Minister of State
    before = lower[first - 1] if first else ""
    titled = any(lower[place] in words.titles for place in range(first, end - 1))
    return not titled and end - first <= _LONGEST_OFFICE and before in words["determiners"]


def _part(prose: Prose, words: Lexicon, place: int, end: int) -> str:
    """A word of a name that ends at the token ``end``, without the ending of a possessive: not in St Mark's Hospital."""
    tokens = prose.tokens.words
    word = tokens[place]
    if place == end - 1:
        for ending in words.endings["genitive"]:
            if prose.tokens.lower[place].endswith(ending) and not _ends_subject(prose, words, place):
                return word[: -len(ending)]
    short = tokens[place + 1 : place + 2] == ["."] and (len(word) == 1 or _is_abbreviated(word.lower(), words))
    return word + "." if short else word


def _is_abbreviated(word: str, words: Lexicon) -> bool:
    """Whether a full stop may stand behind a word in a name: “Jr.”, “St.”."""
    return word in words["name_suffixes"] or word in words["name_abbreviations"]


def _ends_subject(prose: Prose, words: Lexicon, place: int) -> bool:
    """Whether a verb stands behind a word that ends like a possessive, so that it owns nothing: “Poe's has said”."""
    if place + 1 >= len(prose.tokens):
        return False
    behind = prose.tokens.lower[place + 1]
    form = words.forms.get(behind)
    return behind in words["auxiliaries"] or (form is not None and form.shape == "past" and "speech" in form.frames)


def _is_common_role(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether a role in the plural stands in front of the first of several, whose name ends at ``end``: “bakers Ann Poe and”."""
    lower = prose.tokens.lower
    goes_on = end < len(lower) and (lower[end] in words["name_conjunctions"] or lower[end] == ",")
    joined = place + 1 < len(lower) and lower[place + 1] in words["name_conjunctions"]  # the Nurses and Carers Guild
    return goes_on and not joined and words.role_nouns.of_several(lower[place])


def _is_role_of_several(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether a role in the plural stands in front of a whole name, or of a first name: “sisters Ann and Mary Poe”."""
    if place + 2 < end:
        return _is_common_role(prose, words, place, end)
    lower = prose.tokens.lower
    joined = place + 1 < end and end + 1 < len(lower) and lower[end] in words["name_conjunctions"]
    people = joined and prose.tokens.words[end + 1][0].isupper() and not words.names_institution(lower[end - 1])
    return people and _is_common_role(prose, words, place, end)


def _ends_role(prose: Prose, words: Lexicon, behind: int, end: int) -> bool:
    """Whether a role ends in front of the token ``behind``, where a name begins that ends at ``end``."""
    return prose.tokens.lower[behind - 1] in words.role_nouns or _is_common_role(prose, words, behind - 1, end)


def _role(prose: Prose, words: Lexicon, first: int, name_at: int, name_end: int) -> Range | None:
    """Find the role in front of a name: what ends with a noun for roles, back to an article or a verb."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    end, bare = name_at, _before_bracket(prose, words, name_at)
    if (
        end == 0
        or lower[end - 1] in ",("
        or lower[end - 1] in words["determiners"]
        or (end == first and not _ends_role(prose, words, bare, name_end) and not _of_behind(lower, words, bare))
    ):
        return None
    if end > first and all(
        lower[place].rstrip(".") in words["honorifics"] or tokens[place] == "." for place in range(first, end)
    ):
        return None
    if "\n" in prose.text[prose.tokens.ends[end - 1] : prose.tokens.starts[end]] and _starts_paragraph(prose, end):
        return None
    end = bare if _is_acronym_behind(prose, name_at - 1) else end
    at = bare - 1
    head = at - 1 if at >= first and tokens[at] == "." and at > 0 else at
    ranked = lower[head] in words.titles or f"{lower[head - 1]} {lower[head]}" in words.titles
    told = _ends_role(prose, words, head + 1, name_end) or (ranked and end > first)
    field = tokens[head][0].isupper() and words.is_field(lower[head])
    begin = _role_with_of(prose, words, head) if field or not told else None
    if begin is None:
        if not told:
            return None
        begin = head
    if prose.quote_at[begin] != prose.quote_at[name_at]:
        return None
    while begin > 0 and end - begin < _LONGEST_ROLE and _in_role(prose, words, begin - 1):
        if _leaves_large(prose, words, begin):
            break
        begin -= _ACRONYM if _is_acronym_behind(prose, begin - 1) else 1
    return begin, end


def _before_bracket(prose: Prose, words: Lexicon, end: int) -> int:
    """Where a role ends in front of what brackets add to it: “Superintendent (Rural)”, not “Dr. (Mrs)”."""
    lower = prose.tokens.lower
    if end < _ACRONYM + 1 or lower[end - 1] != ")":
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


def _role_with_of(prose: Prose, words: Lexicon, last: int) -> int | None:
    """“secretary of state”, “Minister for Works and Housing”: the role noun in front of “of”."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
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
    if word == "." or word.endswith(words.endings["possessive"]):
        return word != "." and prose.tokens.words[place][0].isupper()
    if (
        word in words["institution_links"] and prose.tokens.words[place + 1][0].isupper()
    ):  # University of Larne president
        return (
            place > 0
            and prose.tokens.words[place - 1][0].isupper()
            and words.heads_institution(prose.tokens.lower[place - 1])
        )
    if _joins_fields(prose, words, place) or _is_acronym_behind(prose, place):
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
        and word not in words["verb_adverbs"]
        and word not in words.pronouns
        and (word not in words.not_names or word in words["role_ordinals"])
        and not (word in words.forms and words.forms[word].shape != "base" and prose.tokens.words[place].islower())
        and not (
            word.endswith(words.endings["past"]) and place > 0 and prose.tokens.lower[place - 1] in words["auxiliaries"]
        )
        and prose.quote_at[place] == prose.quote_at[place + 1]
        and not _starts_paragraph(prose, place + 1)
    )


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
    return not linked and before not in words["role_modifiers"] and before not in words.role_nouns


def _starts_paragraph(prose: Prose, place: int) -> bool:
    between = prose.text[prose.tokens.ends[place - 1] : prose.tokens.starts[place]]
    return "\n" in between
