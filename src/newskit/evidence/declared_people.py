"""Makes names of persons of what pages declare as their authors: objects, lists, lines with “By” and “and”, addresses."""

import re
import tomllib
from collections.abc import Collection, Iterable
from html import unescape
from pathlib import Path
from typing import Any, Final

#: A name is no longer, in characters and in words.
_LONGEST: Final = 60
_MOST_WORDS: Final = 7

_WORDS: Final = tomllib.loads(Path(__file__).with_name("author_words.toml").read_text(encoding="utf-8"))


def _any_of(*lists: str) -> str:
    """A pattern for any word of some lists."""
    return "|".join(re.escape(word) for name in lists for word in _WORDS[name].split())


# Behind a name: "(obe)", "<ada@paper.example>".
_ASIDE = re.compile(rf"\s*(?:\([^()]{{0,40}}\)|<[^<>]{{0,80}}>)(?=\s*(?:$|[,;|&/]|\s(?:{_any_of('joiners')})\s))")
# Between names: "and", "&", ";", "|", " / ", a comma; must not split "Anderson" or "Sandy".
_BETWEEN = re.compile(
    rf"(?i)\s*(?:[;|&•·\n]|,(?!\s*(?:{_any_of('degrees')})\b)(?:\s*(?:{_any_of('joiners', 'short_joiners')})\s)?"
    rf"|\s/\s|\s(?:{_any_of('joiners', 'companions')})\s)\s*"
)
# No name: an address of mail or the web, a number, a handle.
_NO_NAME = re.compile(r"(?i)https?:|www\.|@|\d{3,}|\.(?:com|org|net|co)\b(?!\S)|^\W*$")
# In the name of an organization: "Moss and Reed", "Moss & Reed".
_JOINED = re.compile(r"\s(?:and|&)\s")
#: What stands for nobody, and for nobody in particular, as pages write it.
_NOBODY: Final = frozenset(_WORDS["nobody"].split())
_NEWSROOMS: Final = frozenset(_WORDS["newsrooms"].split())
#: What stands behind a name in front of a date or a section, “on”, and in front of a date, “updated”, as patterns.
BEHIND_NAMES, DATED = _any_of("behind"), _any_of("dated")
#: What opens a byline on pages of any language.
OPENERS: Final = tuple(_WORDS["openers"])
# Matches "By ", "by: ", "Von ", "Par "; must not match "Byron".
_OPENER = re.compile(rf"(?i)^(?:{'|'.join(OPENERS)})\b(?:[:\s]+|$)")
#: The label that stands before an author where a page declares pairs of label and text.
WRITTEN_BY: Final = frozenset(_WORDS["written_by"])
_ROLES: Final = frozenset(_WORDS["roles"].split())
_WORKPLACES: Final = frozenset(_WORDS["workplaces"].split())
_TEAMS: Final = frozenset(_WORDS["teams"].split())
_AGENCIES: Final = frozenset(_WORDS["agencies"].split())
_ADMINS: Final = frozenset(_WORDS["admins"].split())
#: Folders of addresses in which sites keep the pages of their authors.
FOLDERS: Final = frozenset(_WORDS["folders"].split())
# Matches "Reviewed by Ada Moss", "Photo"; must not match "Imager".
NAMES_OTHERS = re.compile(rf"(?i)^(?:{'|'.join(_WORDS['others'].split())})\b")


def names(value: Any) -> tuple[str, ...]:
    """Give the names in what a page declares as authors, in order, each once; “Staff” and the like only where there is no other.

    >>> names([{"@type": "Person", "name": "Ada Moss"}, {"name": ["Tom Reed"]}])
    ('Ada Moss', 'Tom Reed')
    >>> names("By Ada Moss and Tom Reed"), names("admin"), names("https://pages.example/ada")
    (('Ada Moss', 'Tom Reed'), (), ())
    >>> names("Ada Moss, Staff"), names("Staff")
    (('Ada Moss',), ('Staff',))
    """
    found: dict[str, str] = {}
    for text, whole in _texts(value):
        for name in [" ".join(text.split())[:_LONGEST]] if whole else _split(text):
            found.setdefault(letters(name), name)
    return tuple(name for key, name in found.items() if key not in _NEWSROOMS) or tuple(found.values())


def is_newsroom(name: str) -> bool:
    """Whether a newsroom signs so where it names nobody.

    >>> is_newsroom("News Desk"), is_newsroom("Ada Moss")
    (True, False)
    """
    return letters(name) in _NEWSROOMS


def is_account(name: str) -> bool:
    """Whether a name is that of an account of the site's system: “amoss”, “ada.moss”, “AdaM”, “post-admin”.

    >>> is_account("ada.moss"), is_account("AdaM"), is_account("Ada Moss"), is_account("Ada"), is_account("McAdam")
    (True, True, False, False, False)
    """
    words = name.split()
    if len(words) > 1:
        return not _ADMINS.isdisjoint((words[0].lower(), words[-1].lower()))
    return name.isascii() and (name.islower() or not name.isalpha() or (name[-1].isupper() and not name.isupper()))


def is_workplace(name: str) -> bool:
    """Whether a part of a byline is where its author works.

    >>> is_workplace("Holle University"), is_workplace("Ada Moss")
    (True, False)
    """
    return not _WORKPLACES.isdisjoint(name.lower().split())


def without_team(name: str) -> str:
    """A name without the words for those who work for a site.

    >>> without_team("Holle Post Team"), without_team("Team Holle Post")
    ('Holle Post', 'Holle Post')
    """
    return " ".join(word for word in name.split() if word.lower() not in _TEAMS)


def without_outlet(name: str, outlets: Collection[str]) -> str:
    """A name of two words or more without the agency, or the outlet of those given as letters, that stands right behind it.

    >>> without_outlet("Ada Moss Associated Press", ()), without_outlet("Tom Reed HOLLE POST", ["hollepost"])
    ('Ada Moss', 'Tom Reed')
    """
    words = name.split()
    for begin in range(2, len(words)):
        tail = letters("".join(words[begin:]))
        if tail in _AGENCIES or tail in outlets:
            return " ".join(words[:begin])
    return name


def looks_like_a_name(name: str) -> bool:
    """Two to five words, those that are no particles written large, no digits.

    >>> looks_like_a_name("Ada van der Moss"), looks_like_a_name("ada.moss"), looks_like_a_name("Read more")
    (True, False, False)
    """
    words = name.split()
    large = sum(word[0].isupper() or not (word[0].isascii() or word[0].islower()) for word in words)
    return 2 <= len(words) <= 5 and large >= len(words) - 2 and large >= 2 and not any(map(str.isdigit, name))


def _texts(value: Any) -> Iterable[tuple[str, bool]]:
    """Walk to the texts in lists and objects, no deeper than pages nest them, and say which are one name: an organization's."""
    waiting = [(value, 0, False)]
    while waiting:
        item, depth, whole = waiting.pop()
        if isinstance(item, str):
            yield item, whole
        elif isinstance(item, list | tuple) and depth < 6:
            waiting.extend((part, depth + 1, whole) for part in reversed(item[:50]))
        elif isinstance(item, dict) and depth < 6:
            name = item.get("name") or item.get("@value")
            if not name and (item.get("givenName") or item.get("familyName")):
                name = f"{item.get('givenName') or ''} {item.get('familyName') or ''}"
            waiting.append(
                (name, depth + 1, item.get("@type") == "Organization" and _JOINED.search(str(name)) is not None)
            )


def _split(text: str) -> Iterable[str]:
    line = " ".join(text[:400].split())
    line = _ASIDE.sub("", unescape(line))
    line = _OPENER.sub("", line)
    for place, part in enumerate(part for piece in _BETWEEN.split(line) for part in _halves(piece)):
        name = _OPENER.sub("", part).strip(" ,.:-–—|/")
        if (
            1 < len(name) <= _LONGEST
            and len(name.split()) <= _MOST_WORDS
            and not _NO_NAME.search(name)
            and letters(name) not in _NOBODY
            and not (place and _is_role(name))
        ):
            yield name


def _halves(part: str) -> list[str]:
    """Part names that a slash joins without blanks, “Ada Moss/Tom Reed”, but not “Ada Moss/Post”."""
    parts = part.split("/")
    return parts if all(map(looks_like_a_name, parts)) else [part]


def _is_role(name: str) -> bool:
    words = name.lower().split()
    return words[0] in _ROLES or words[-1] in _ROLES


def letters(name: str) -> str:
    """Give the letters and digits of a name in lower case: what two spellings of it have in common."""
    return "".join(letter for letter in name.lower() if letter.isalnum())
