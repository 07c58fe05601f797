"""Names of persons and institutions: runs of words written large, with the titles and roles in front of them."""

from itertools import compress, count
from operator import itemgetter

from newskit.language.lexicon import Lexicon
from newskit.text.name import Name
from newskit.text.prose import Prose
from newskit.text.roles import behind_office, is_role_of_several, is_role_with_name, role_in_front

#: In front of “and” in an institution's name stand no more words than this: Peakshire Fire and Rescue Service.
_LONGEST_FIRST = 2
#: An office written large has no more words than this.
_LONGEST_OFFICE = 3
#: An acronym in brackets has so many tokens.
_ACRONYM = 3
#: In front of “and” behind a field stand no more: Tidal Risk Reduction and Response Office.
_LONGEST_FIELDS = 5
#: A name with a first name and a surname has at least so many words.
_WHOLE_NAME = 2
#: A nickname in marks has no more words than this.
_LONGEST_NICKNAME = 4
_APOSTROPHES = frozenset("’'")
_FIRST_LETTER = itemgetter(0)


def names(prose: Prose, words: Lexicon) -> list[Name]:
    """Find the names of a text in order.

    A word written large only because it begins a sentence is left out where the language's ``not_names`` hold it.
    """
    found: list[Name] = []
    lower = prose.tokens.lower
    behind = 0
    for number in compress(count(), map(str.isupper, map(_FIRST_LETTER, prose.tokens.words))):
        if number < behind or _only_opens(prose, words, number):
            continue
        behind = _run_end(prose, words, number)
        alone = behind == number + 1 and lower[number] in words.not_names and lower[number] not in words.titles
        if not alone:
            name = _name_of(prose, words, number, behind)
            if name is not None:
                found.append(name)
    return found


def _only_opens(prose: Prose, words: Lexicon, number: int) -> bool:
    """Whether a large word names nobody and a small one stands behind it, with which no name goes on: “The river”, as most do."""
    lower, behind = prose.tokens.lower, number + 1
    if lower[number] not in words.only_openers or behind == len(lower) or lower[behind] in words.name_links:
        return False
    return prose.tokens.words[behind].islower() and lower[behind][0].isalnum()


def _run_end(prose: Prose, words: Lexicon, begin: int) -> int:
    """Read a run of large words: initials, particles and suffixes belong to it, a possessive ends it."""
    tokens, lower = prose.tokens.words, prose.tokens.lower
    links, possessive, paragraphs = words.name_links, words.endings["possessive"], prose.paragraph_begins
    at, size = begin, len(tokens)
    while at < size:
        word = tokens[at]
        if not word[0].isupper() and (at == begin or word.islower() or not _has_particle(word, words)):
            break
        owns = lower[at].endswith(possessive)
        at += 1
        if owns:
            if not _owner_in_name(prose, words, begin, at - 1):
                break
            continue
        if at == size:
            break
        ends: bool | None = None
        if not tokens[at][0].isalnum():
            at, ends = _over_mark(prose, words, begin, at)
        elif lower[at] in links:
            at = _over_link(prose, words, begin, at)
        if ends or (ends is None and at in paragraphs):
            break
    return at


def _over_mark(prose: Prose, words: Lexicon, begin: int, at: int) -> tuple[int, bool | None]:
    """Read a mark behind a word of a run; give the place behind it and whether the run ends there, None where all else decides."""
    tokens, lower, size = prose.tokens.words, prose.tokens.lower, len(prose.tokens)
    if tokens[at] == ",":
        if at + 1 < size and lower[at + 1] in words["name_suffixes"]:
            return at + 3 if at + 2 < size and tokens[at + 2] == "." else at + 2, True
        return at, None
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
    if tokens[at] == "&" and at + 1 < size and tokens[at + 1][0].isupper():  # Holle & Lund
        return at + 1, False
    nickname = _over_nickname(prose, words, at)
    return (at, None) if nickname is None else (nickname, False)


def _over_link(prose: Prose, words: Lexicon, begin: int, at: int) -> int:
    """Read a particle, a preposition or “and” behind a word of a run; give the place behind it if it joins two words."""
    tokens, lower, size = prose.tokens.words, prose.tokens.lower, len(prose.tokens)
    skipped = at
    while skipped < size and lower[skipped] in words.name_particles and skipped - at < 2 and tokens[skipped].islower():
        skipped += 1
    if skipped > at and skipped < size and tokens[skipped][0].isupper():
        return skipped
    linked = _over_preposition(prose, words, begin, at)
    if linked is not None:
        return linked
    if lower[at] not in words["name_conjunctions"]:
        return at
    joins = at - begin <= _LONGEST_FIRST or _joins_field(prose, words, begin, at)
    joins = joins and _names_institution(prose, words, at + 1)
    return at + 1 if joins or _ends_trades(prose, words, begin, at) else at


def _joins_field(prose: Prose, words: Lexicon, begin: int, at: int) -> bool:
    """Whether “and” stands behind a field in a long name with an article: the Tidal Risk Reduction and Response Office."""
    lower = prose.tokens.lower
    first = _behind_article(prose, words, begin)
    if first is None or at - first > _LONGEST_FIELDS or not words.is_field(lower[at - 1]):
        return False
    return not any(
        word in words.role_nouns or word in words.titles or words.names_institution(word) for word in lower[first:at]
    )


def _behind_article(prose: Prose, words: Lexicon, begin: int) -> int | None:
    """Where a run goes on behind “the”, which stands in front of it or opens it; None where there is no article."""
    lower = prose.tokens.lower
    if lower[begin] in words["definite_articles"]:
        return begin + 1
    return begin if begin and lower[begin - 1] in words["definite_articles"] else None


def _ends_trades(prose: Prose, words: Lexicon, begin: int, at: int) -> bool:
    """Whether a trade in the plural ends the name of a union, with an article: the United Dock and Mill Workers."""
    tokens, lower, end = prose.tokens.words, prose.tokens.lower, at + 1
    while end < len(tokens) and tokens[end][0].isupper():
        end += 1
    first = _behind_article(prose, words, begin)
    united = first is not None and lower[first] in words["union_openers"]
    return united and end > at + 1 and words.role_nouns.of_several(lower[end - 1])


def _over_preposition(prose: Prose, words: Lexicon, begin: int, at: int) -> int | None:
    """The word behind what goes on with an institution's name: Learning in the Department for Learning.

    Behind one preposition further ones and “and” in front of a field belong to it too: the Agency for the Safety of Food and Feed.
    """
    tokens, lower = prose.tokens.words, prose.tokens.lower
    behind = at + 1
    behind += behind < len(tokens) and lower[behind] in words["definite_articles"]
    if behind >= len(tokens) or not tokens[behind][0].isupper() or lower[behind] in words.not_names:
        return None
    if lower[at] in words["institution_links"] and words.heads_institution(lower[at - 1], lower[at]):
        return behind
    if not any(lower[place] in words["institution_links"] for place in range(begin, at)):
        return None
    fields = lower[at] in words["name_conjunctions"] and words.is_field(lower[behind])
    return behind if lower[at] in words["genitives"] or fields else None


def _owner_in_name(prose: Prose, words: Lexicon, begin: int, at: int) -> bool:
    """Whether a possessive goes on with an institution's name: St Mark's Hospital, Women's Institute, not Poe's Hospital."""
    owners, word = words["owners_in_names"], prose.tokens.lower[at]
    owned = word in owners or (at > begin and prose.tokens.lower[at - 1] in owners)
    owned = owned or word.endswith(words.endings["plural_owner"])  # “the Fishermen's Guild”
    owned = owned or _is_officer(word, words)  # the Sheriff's Office
    return owned and _names_institution(prose, words, at + 1)


def _is_officer(word: str, words: Lexicon) -> bool:
    """Whether a possessive is an officer's: “Sheriff's”, “General's”, not “Baker's”, which may be a surname."""
    stem = next((word.removesuffix(end) for end in words.endings["genitive"] if word.endswith(end)), word)
    office = (stem in words.role_nouns or stem in words.titles) and stem not in words["role_surnames"]
    return office or stem in words["generals"]


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
    named = named or (words.role_nouns.of_several(lower[at - 1]) and words.names_institution(lower[at + 1]))
    return named and lower[at - 1].endswith(words.endings["plural"]) and tokens[at + 1][0].isupper()


def _over_nickname(prose: Prose, words: Lexicon, at: int) -> int | None:
    """The word behind a nickname in marks: Holt in Ray “Tiny” Holt."""
    if prose.quote_at[at] < 0:
        return None
    first, end = prose.quote_tokens[prose.quote_at[at]]
    if first != at or end - first > _LONGEST_NICKNAME + 2 or end >= len(prose.tokens):
        return None
    opens = first + 1 + (prose.tokens.lower[first + 1] in words["definite_articles"])  # Ray “the Hat” Holt
    large = opens < end and prose.tokens.words[opens][0].isupper()
    return end if large and prose.tokens.words[end][0].isupper() else None


def _name_of(prose: Prose, words: Lexicon, begin: int, end: int) -> Name | None:
    """Take titles, roles and words that begin no name off a run; what is left is a name."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    first = _opening_of(prose, words, begin, end)
    definite = first > 0 and lower[first - 1] in words["definite_articles"]
    described = definite and lower[end - 1] in words.role_nouns
    while end - begin > 2 and lower[end - 1] in words["postnominals"] and not described:  # “the Lib Dem MP”
        end -= 1
    name_at, gender, titled = _behind_titles(prose, words, first, end)
    if name_at >= end:
        return None
    parts = _parts(prose, words, name_at, end)
    if not parts or (len(parts) == 1 and _is_word_or_title(prose, words, name_at, end, titled=titled)):
        return None
    if lower[end - 1] in words.role_nouns and _is_office(prose, words, first, name_at, end):
        return None
    role = role_in_front(prose, words, first, name_at, end)
    marked = prose.quote_at[name_at]
    opens = (
        name_at in prose.begins
        or (marked >= 0 and prose.quote_tokens[marked][0] == name_at - 1)
        or (name_at > 0 and not tokens[name_at - 1][0].isalnum() and tokens[name_at - 1] not in ",.-’'&")
        or (
            name_at > 1
            and tokens[name_at - 1] == "-"
            and prose.tokens.ends[name_at - 2] < prose.tokens.starts[name_at - 1]
        )
    )
    surname, person = _surname(parts, words), titled or role is not None
    return Name((name_at, end), parts, surname, role, gender, definite and name_at == first, opens, person)


def _is_word_or_title(prose: Prose, words: Lexicon, name_at: int, end: int, *, titled: bool) -> bool:
    """Whether a single word names nobody, “The” or “Holle-based”, but behind a title, “Miss Good”, or is a title: Dr. (Mrs) Ann Poe."""
    lower = prose.tokens.lower
    if lower[name_at].endswith(words.endings["based"]):  # “The Holle-based company”
        return True
    if _is_no_name(lower[name_at], words):
        return not (titled and lower[name_at - 1].rstrip(".") in words["honorifics"])
    title = lower[name_at] in words["honorifics"] and lower[name_at] in words.titles
    return title and lower[end : end + 1] == ["("]


def _is_no_name(word: str, words: Lexicon) -> bool:
    """Whether a word begins sentences and names nobody, alone or drawn together with a verb: “The”, “I'd”, “There's”, “Don't”."""
    if word in words.not_names or word in words.pronouns:
        return True
    if not word.endswith(words.endings["contraction"]):
        return False
    stem = next(word.removesuffix(end) for end in words.endings["contraction"] if word.endswith(end))
    drawn = word in words["auxiliaries"] or stem in words["first_person"]
    return drawn or stem in words.not_names or stem in words.pronouns


def _parts(prose: Prose, words: Lexicon, name_at: int, end: int) -> tuple[str, ...]:
    """The words of a name; a nickname in marks is one: Ray, “Two Hats”, Holt."""
    plain = prose.tokens.words[name_at:end]
    stopped = end < len(prose.tokens) and prose.tokens.words[end] == "."
    if (
        not stopped
        and all(map(str.isalpha, plain))
        and not prose.tokens.lower[end - 1].endswith(words.endings["genitive"])
    ):
        return tuple(plain)
    parts: list[str] = []
    for place in range(name_at, end):
        if not prose.tokens.words[place][0].isalnum() and prose.tokens.words[place] != "&":
            continue
        if prose.quote_at[place] < 0 or prose.quote_at[name_at] >= 0:
            parts.append(_part(prose, words, place, end))
        elif parts and parts[-1].endswith("”") and prose.quote_at[place - 1] >= 0:
            parts[-1] = f"{parts[-1][:-1]} {prose.tokens.words[place]}”"
        else:
            parts.append(f"“{prose.tokens.words[place]}”")
    return tuple(parts)


def _opening_of(prose: Prose, words: Lexicon, begin: int, end: int) -> int:
    """Where a run begins without an age and words that begin no name: not with “But”, “58-Year-Old”, “Heartbroken”."""
    lower, first = prose.tokens.lower, begin
    if begin in prose.begins and first < end - 1 and lower[first] in words["auxiliaries"] and _asks(prose, first):
        first += 1
    while first < end - 1 and "-" in lower[first] and lower[first].endswith(words.endings["age"]):
        first += 1
    if begin in prose.begins and _calls_up(prose, words, first, end):
        first += 1
    while begin in prose.begins and first < end - 1 and _describes(lower[first], words):
        first += 1
    while first < end - 1 and lower[first].endswith(words.endings["based"]):  # “the Holle-based Bakers' Forum”
        first += 1
    while first < end and lower[first] in words.not_names and lower[first] not in words.titles:
        if _is_first_name(prose, words, first, end):
            break
        first += 1
    kind = begin in prose.begins and first < end - 1 and lower[first] in words["opening_kinds"]
    sure = first < end - 1 and lower[first] in words["firms_only"]  # “Insurer Sund Bank”
    sure = sure and begin in prose.begins and not prose.tokens.lower[end - 1].endswith(words.endings["genitive"])
    first += sure or (
        kind and not words.names_institution(lower[end - 1])
    )  # “Charity Poe First”, not the Charity Council
    while first < end - 1 and lower[first] in words["short_kinds"]:  # the NGO Poe Watch
        first += 1
    return first


def _asks(prose: Prose, place: int) -> bool:
    """Whether a sentence is a question, which a verb may open: “Are LEDs dearer?”."""
    last = prose.sentence_at(place)[1] - 1
    return prose.tokens.words[last - (prose.quote_at[last] >= 0)] == "?"


def _calls_up(prose: Prose, words: Lexicon, first: int, end: int) -> bool:
    """Whether a verb that calls on the reader opens a sentence in front of somebody: “Ask Ann Poe to hum”, “Meet Ann Poe”."""
    lower = prose.tokens.lower
    if first >= end - 1 or lower[first] not in words["name_imperatives"]:
        return False
    whole = end - first > _WHOLE_NAME and not words.names_institution(lower[end - 1])
    return whole or lower[first + 1] in words.given_names or lower[first + 1] in words.titles


def _describes(word: str, words: Lexicon) -> bool:
    """Whether a word that opens a sentence describes whom it names: “Heartbroken Ann”, “Holle-based Ann Poe”."""
    return word in words["name_adjectives"] or word.endswith(words.endings["based"])


def _behind_titles(prose: Prose, words: Lexicon, first: int, end: int) -> tuple[int, str | None, bool]:
    """Where the name begins behind titles and roles, the gender that they tell, and whether there are any."""
    lower, tokens = prose.tokens.lower, prose.tokens.words
    name_at, gender, found = behind_office(prose, words, first, end), None, False
    last = end - 2 if tokens[end - 1] == "." else end - 1
    for place in range(name_at, last):
        if prose.quote_at[place] >= 0 > prose.quote_at[first]:  # a nickname
            continue
        word = lower[place].rstrip(".")
        title = words.titles.get(word)
        if tokens[place] in words["large_titles"] and (place == first or lower[place - 1] in words.role_nouns):
            title = "any"  # “the lawyer, Me Ann Poe”
        titled = title is not None or (place > first and f"{lower[place - 1]} {word}" in words.titles)
        told = titled or word in words.role_nouns or is_role_of_several(prose, words, place, end)
        if not (told or is_role_with_name(prose, words, place, end)):
            continue
        if lower[place + 1] in words["institution_links"]:  # the Centre for Road Safety
            continue
        if title in (None, "any") and _is_of_body(prose, words, first, place, end):
            continue
        before = lower[first - 1] if place == first > 0 and title is None else ""
        if before in words["businesses"] and before not in words["leaders"] and word not in words["leaders"]:
            continue  # opposition party Forward Holle
        last_noun = end - place <= 2 or words.role_nouns.of_several(lower[end - 1])
        if title is None and last_noun and not words["institution_links"].isdisjoint(lower[first:end]):
            continue  # the Office of the Attorney General, the Association of Head Teachers
        if title is not None and title != "any" and place >= name_at:
            gender = title
        name_at, found = place + 1, True
        if tokens[name_at] == ".":
            name_at += 1
    return name_at, gender, found


def _is_of_body(prose: Prose, words: Lexicon, first: int, place: int, end: int) -> bool:
    """Whether a role belongs to the noun behind it that ends an institution's name: Holle Sheriff Court, Larne General Hospital."""
    lower, noun = prose.tokens.lower, prose.tokens.lower[end - 1]
    owner = place + 1 + (lower[place + 1] in _APOSTROPHES)  # the Tenants' Forum
    if place + 2 < end and _is_officer(lower[end - 2], words):  # the Attorney General's Office
        return True
    trades = end - place > 2 and lower[end - 2] in _APOSTROPHES and words.names_institution(noun)
    if trades and words.role_nouns.of_several(lower[end - 3]):  # the General Practitioners' Council
        return True
    if end - owner != 1 or not (words.names_institution(noun) or noun in words["institution_heads"]):
        return False
    if noun in words["heads_of"] and not words.names_institution(noun):  # “Labour Councillor Church”
        return False
    front = lower[place - 1] if place else ""
    if place == first:
        return owner > place + 1 or front in words["definite_articles"]
    return front not in words.role_nouns and front not in words.titles and front not in words["role_modifiers"]


def _surname(parts: tuple[str, ...], words: Lexicon) -> str:
    """The last word of a name that is no “Jr.”."""
    for part in reversed(parts):
        if part.lower().rstrip(".") not in words["name_suffixes"]:
            return part
    return parts[-1]


def _is_first_name(prose: Prose, words: Lexicon, place: int, end: int) -> bool:
    """Whether the name of a month or a day is a person's: April Poe, not In April Poe."""
    lower = prose.tokens.lower
    behind = place + 1 < end and lower[place + 1] not in words.not_names
    before = lower[place - 1] if place else ""
    if lower[place] in words["weekday_names"]:  # “a driver, Sunday Poe”
        return behind and (before in ",." or before in words.role_nouns) and place + 2 == end
    return (
        lower[place] in words["first_names"]
        and behind
        and not (before in words["prepositions"] or before in words["times"])
    )


def _has_particle(word: str, words: Lexicon) -> bool:
    """Whether a word that begins with a small letter goes on with a name: d’Aubrac, al-Masri."""
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
    links = (place for place in range(name_at + 1, end) if lower[place] in words["institution_links"])
    if any(words.heads_institution(lower[place - 1], lower[place]) for place in links):  # the Department of Justice
        return False
    serves = end < len(lower) and lower[end] in words["infinitive_marks"]  # Chief Press Secretary to the Governor
    if serves and lower[end - 1] not in words["role_surnames"] and lower[name_at] not in words.given_names:
        return True
    described = all(word in words["role_modifiers"] for word in lower[name_at : end - 1])
    if described and end < len(lower) and lower[end] in words["office_links"]:  # Chair of, National Secretary for
        return True
    if described and end < len(lower) and lower[end] in words["field_links"]:  # Director at, Professor in
        return lower[end - 1] not in words["role_surnames"]
    if (
        end + 1 < len(lower)
        and lower[end] in words["office_links"]
        and any(map(words.is_field, lower[end + 1 : end + 3]))
    ):
        return True  # Union Minister of State, of Road Transport
    short = prose.tokens.words[end : end + 4]
    goes_on = len(short) > _ACRONYM and (short[3][0].isupper() or short[3] == ",")
    if goes_on and short[0] == "(" and short[1].isupper() and short[2] == ")":
        return True  # Public Relations Officer (PRO) Ann Poe
    before = lower[first - 1] if first else ""
    titled = any(lower[place] in words.titles for place in range(first, end - 1))
    titled = titled and lower[end - 1] not in words["generals"]  # the Advocate General
    return not titled and end - first <= _LONGEST_OFFICE and before in words["determiners"]


def _part(prose: Prose, words: Lexicon, place: int, end: int) -> str:
    """A word of a name that ends at the token ``end``, without the ending of a possessive: not in St Mark's Hospital."""
    tokens = prose.tokens.words
    word = tokens[place]
    if place == end - 1 and prose.tokens.lower[place].endswith(words.endings["genitive"]):
        for ending in words.endings["genitive"]:
            if prose.tokens.lower[place].endswith(ending) and not _ends_subject(prose, words, place):
                return word[: -len(ending)]
    stopped = place + 1 < len(tokens) and tokens[place + 1] == "."
    short = stopped and (len(word) == 1 or _is_abbreviated(word.lower(), words))
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
