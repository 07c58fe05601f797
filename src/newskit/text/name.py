"""What is found where a text names somebody."""

from typing import NamedTuple


class Name(NamedTuple):
    """A name where it stands in the text, as ranges of tokens."""

    #: The name without titles and roles.
    name: tuple[int, int]
    #: Its words without a possessive ending: ("Sarah", "Huckabee", "Sanders").
    parts: tuple[str, ...]
    #: The surname, if this is a person's name.
    last: str
    #: “White House press secretary”, “Gov.”; None where nothing of the kind stands in front.
    role: tuple[int, int] | None = None
    #: What a title tells: “female”, “male”; None where there is none or it tells nothing.
    gender: str | None = None
    #: An article stands right in front: the White House.
    definite: bool = False
    #: Opens its sentence, where any word is written large.
    opens: bool = False
    #: A title or role says that this is a person.
    person: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.parts)
