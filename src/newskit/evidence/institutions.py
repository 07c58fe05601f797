"""Which institution a noun stands for: “the commission”, “the company”, “the dairy group”."""

from collections.abc import Callable
from functools import cached_property

from newskit.evidence.known import Known, Person, Roster
from newskit.evidence.told import Told
from newskit.text.prose import DASHES, Range

#: Of those that may be meant, and of the places of a name, no more than this are looked at.
_FEW = 20
#: “The firm” has no more tokens than this.
_BARE = 2
#: “The Dorset firm” has so many.
_PLACED = 3
#: A state behind a place has so many tokens: “Ont.,”, “N.Y.-based”.
_SHORTEST_PLACE, _LONGEST_PLACE = 2, 7
#: What stands in front of the dash of a dateline has no more tokens than this.
_LONGEST_DATELINE = 9
#: A text is about what its first so many paragraphs name.
_OPENING_PARAGRAPHS = 2


class Institutions(Roster, Told):
    """Finds institutions. Whatever mixes it in knows who spoke, and which names open sentences or do something."""

    #: Where somebody spoke last, and who.
    last: tuple[int, Person] | None
    #: The first institution that spoke.
    announced: Known | None
    is_subject: Callable[[int], bool]
    _does: Callable[[int], bool]
    _may_be_firm: Callable[[Known], bool]

    def called(self, core: Range, noun: str) -> Known | None:
        """The institution that “the commission” or “the dairy group” is."""
        named = self.institution_called(noun, core[0])
        if named is None and noun in self.words["worker_bodies"]:
            workers = (one for one in self.known if self._names_workers(one) and one.places[0] < core[0])
            named = next(workers, None)
        if named is not None or noun not in self.words["businesses"] or self._of_researchers(noun):
            return named
        here = core[0]
        near = (
            self._spoken_here(here),
            self._acting(here),
            self._just_named(here),
            self._just_owning(here),
            self.announced,
        )
        named = next((body for body in near if body and not self._is_another_body(body, noun)), None)
        named = named or (self.only_firm(core[0]) if core[1] - core[0] == _BARE else None)
        if named is not None:
            return named
        first = self.institution_before(core[0])
        first = first if first and not self._is_other_kind(first, noun) else None
        opening = self.prose.paragraphs[:_OPENING_PARAGRAPHS][-1][1]
        opens = first is not None and first.places[0] < opening  # “the department store chain”
        return first if core[1] - core[0] == _BARE or opens else None

    def _of_researchers(self, noun: str) -> bool:
        """Whether “the team” has studied something rather than played: the text tells of researchers."""
        return noun in self.words["teams"] and self._tells_research

    @cached_property
    def _tells_research(self) -> bool:
        return bool(self.prose.tokens.places_of(self.words["research_words"]))

    def only_firm(self, place: int) -> Known | None:
        """The one firm that a text names up to a place, by its name or what is said of it: “A judge fined Sund Gas.”."""
        firms = (someone for someone in self._firms if someone.places[0] < place)
        first, second = next(firms, None), next(firms, None)
        return first if second is None else None

    @cached_property
    def _firms(self) -> list[Known]:
        """The first whose name or kind says that they are firms, in the order of the text."""
        named = (one for one in self.known if self.names_firm(one.parts) and one.noun not in self.words["bodies"])
        return sorted((one for one in named if not self.is_told(one)), key=lambda one: one.places[0])[:_FEW]

    def behind_place(self, source: Range) -> int | None:
        """Where a description goes on behind a place and its state: “The Holle, Ont.-based chain”, “The Holle, Ont., company”."""
        tokens, (at, end) = self.prose.tokens.words, source
        if not self._is_article(at) or self.lower[end - 1] not in self.words["businesses", "kinds"]:
            return None
        comma = next((place for place in range(at + 1, end) if not tokens[place][0].isupper()), end)
        if comma == at + 1 or comma + _SHORTEST_PLACE >= end or self.lower[comma] != ",":
            return None
        if not tokens[comma + 1][0].isupper():
            return None
        near = range(comma + 1, min(end - 1, comma + _LONGEST_PLACE))
        ends = (
            place
            for place in near
            if self.lower[place] == "," or f"-{self.lower[place]}".endswith(self.words.endings["based"])
        )
        last = next(ends, None)
        return last + 1 if last is not None and tokens[last + 1].islower() else None

    def placed_firm(self, source: Range) -> Person | None:
        """The firm that “the Holle, Ont., company” is; None where it is none or nobody knows which."""
        begin = self.behind_place(source)
        if begin is None:
            return None
        shortened = source[0], source[0] + 1 + source[1] - begin  # as if the place were left out
        named = self.called(shortened, self.lower[source[1] - 1])
        return Person(named.name, None, None, 0.6, "the firm named before, with its place") if named else None

    def _is_another_body(self, someone: Known, noun: str) -> bool:
        """Whether what stands beside a name says that it is something else: “consumer group Sund Watch” is no bank."""
        kind = someone.kind.lower().split()[-1] if someone.kind else noun
        if kind in self.words["bodies"] and kind != noun:
            return True
        if self._is_other_kind(someone, noun):
            return True
        at = someone.places[0] - 1
        return at >= 0 and self.lower[at] in self.words["bodies"] and self.lower[at] != noun

    def _is_other_kind(self, someone: Known, noun: str) -> bool:
        """Whether a name says itself that it is something else: the Bakers' Guild is no club, the United Bakers no company."""
        own = someone.noun
        if noun in self.words["plain_firms"] and (own in self.words["no_firms"] or self._names_workers(someone)):
            return True
        if noun not in self.words["own_kinds"] or own == noun or not self.words.names_institution(own):
            return False
        return own not in self.words.institution_words.get(noun, ())

    def _names_workers(self, someone: Known) -> bool:
        """Whether a name ends with a trade in the plural, as a union's does: United Dock Workers."""
        opens = someone.parts[0].lower() in self.words["union_openers"]
        return opens and self.words.role_nouns.of_several(someone.parts[-1].lower())

    def _just_owning(self, place: int) -> Known | None:
        """Whose website or statement the paragraph tells of last: “A notice on Sund Vale's website. The club”."""
        for at in reversed(self.named_between(self.paragraph_begin(place), place)):
            someone = self.at_place[at]
            end = self.name_end(someone, at)
            tells = self.lower[min(end, len(self.lower) - 1)] in self.words["outlets", "documents", "voices"]
            if tells and self.owns(end - 1) and self.may_be_institution(someone):
                return someone
        return None

    def _spoken_here(self, place: int) -> Known | None:
        """The firm that spoke last, in the same paragraph: “its owner, Sund Homes, announced”."""
        someone = self.known_as(self.last[1].name) if self.last else None
        if someone is None or self.last is None or self.paragraph_of[self.last[0]] != self.paragraph_of[place]:
            return None
        return someone if self._may_be_firm(someone) or self.may_be_institution(someone) else None

    def only_describes(self, core: Range) -> bool:
        """Whether nothing stands between “the” and a noun but small words and a place: “the Leeds-based dairy group”."""
        based = self.words.endings["based"]
        first, firm = self.at_place.get(core[0] + 1), self.lower[core[1] - 1] in self.words["plain_firms"]
        named_once = first is None or (len(first.parts) == 1 and first.mentions == 1 and not self.is_told(first))
        if core[1] - core[0] == _PLACED and firm and named_once:  # “the Dorset firm”
            return True
        return all(
            self.prose.tokens.words[place].islower()
            or self.lower[place].endswith(based)
            or self.lower[place] in self.words["short_kinds"]
            or self.lower[place] in self.words["index_names"]  # “the FTSE 250 group”
            or self.lower[place].isdigit()
            for place in range(core[0] + 1, core[1])
        )

    def _acting(self, place: int) -> Known | None:
        """The institution that opened a sentence last in the same paragraph."""
        here = self.named_between(self.paragraph_begin(place), place)
        for at in reversed(here):
            someone = self.at_place[at]
            before = self.lower[at - 1] if at else ""
            # “In a letter to Sund Gas, the firm”, but “made by Sund Gas, the firm”
            aside = before in self.words["prepositions"] and before not in self.words["signers"]
            told = aside or self._ends_phrase(at) or self._only_modifies(someone) or self._is_dateline(someone)
            if self.may_be_institution(someone) and not told and self.is_subject(at):
                return someone
        return None

    def _just_named(self, place: int) -> Known | None:
        """The firm that the sentence right before tells of for the first time: “fees from Sund Gas, which makes lamps. The firm”."""
        number = self.prose.sentence_number(place) - 1
        if number < 0:
            return None
        for at in reversed(self.named_between(self.sentence_starts[number], self.sentence_starts[number + 1])):
            someone = self.at_place[at]
            if someone.places[0] == at and (someone.kind or someone.body) and self.may_be_institution(someone):
                return someone
        return None

    def institution_called(self, noun: str, place: int) -> Known | None:
        """The institution with a noun in its name that the text named first, the Harbour Commission; else the last that was told to be one."""
        papers = self.words["papers"] if noun in self.words["press_kinds"] else ()
        for last in (noun, *self.words.institution_words.get(noun, ()), *papers):
            found = self._by_last.get(last)
            if found is not None and found.places[0] < place:
                return found
        told = (someone for someone in self._by_kind.get(noun, ()) if someone.places[0] < place)
        return next(told, None)

    @cached_property
    def _by_kind(self) -> dict[str, list[Known]]:
        """The institutions whose kind is told, by each word of it, the last first."""
        found: dict[str, list[Known]] = {}
        for someone in sorted(self.known, key=lambda one: -one.places[0]):
            for word in someone.kind.lower().split() if someone.kind else ():
                if len(found.setdefault(word, [])) < _FEW:
                    found[word].append(someone)
        return found

    def institution_before(self, place: int) -> Known | None:
        """The institution that a text named most before a place; None where it named none, or two as often."""
        named = [
            (sum(at < place for at in someone.places[:_FEW]), someone)
            for someone in self._institutions
            if someone.places[0] < place
        ]
        most = max((count for count, _ in named), default=0)
        first = [someone for count, someone in named if count == most]
        return first[0] if first else None

    @cached_property
    def _institutions(self) -> list[Known]:
        """Those in the text that open a sentence and are no persons, the first of them."""
        return [
            someone
            for someone in self.known
            if not (self.is_told(someone) or self._is_dateline(someone) or self._only_modifies(someone))
            and any(
                place in self.begins
                or place - 1 in self.begins
                or (self._does(place) and not self._ends_phrase(place))
                or someone.kind
                or someone.body
                for place in someone.places[:_FEW]
            )
        ][:_FEW]

    def _ends_phrase(self, place: int) -> bool:
        """Whether a name ends what a preposition opens: “crabs of Holle can”, “crabs of southern Holle can”."""
        before = place - 1 if place and self.prose.tokens.words[place - 1].islower() else place
        return not self.words["places_in", "genitives"].isdisjoint(self.lower[max(0, before - 1) : place])

    def _only_modifies(self, someone: Known) -> bool:
        """Whether one word stands behind “a” only, in front of what it describes: “a Danish firm”."""
        if len(someone.parts) > 1:
            return False
        return all(self.lower[place - 1] in self.words["articles"] for place in someone.places[:_FEW])

    def _is_dateline(self, someone: Known) -> bool:
        """Whether somebody is a place that opens a paragraph in capitals, or what stands behind it: “HOLLE FALLS, Sund, Oct 3 —”."""
        first = someone.places[0]
        begin = self.paragraph_begin(first)
        words = self.prose.tokens.words[begin : first + 1]
        if len(words) > _LONGEST_DATELINE or not (words[0].isupper() and len(words[0]) > 1):
            return False
        if not all(word[0].isupper() or word == "," or word.isdigit() for word in words):
            return False
        end = first + len(someone.parts)
        behind = self.lower[end : end + _LONGEST_DATELINE]
        if first > begin:
            return words[-2] == "," and not DASHES.isdisjoint(behind)
        return someone.name.isupper() and behind[:1] in ([","], ["—"], ["-"], ["("], [":"])

    @cached_property
    def _by_last(self) -> dict[str, Known]:
        """The institution that was named first, by the noun in its name."""
        found: dict[str, Known] = {}
        for someone in self.known:
            if len(someone.parts) > 1 and not someone.person:
                found.setdefault(someone.noun, someone)
        return found
