"""Whoever says something. Input: nothing. Output: the record Speaker.

One without a name of their own is called by the article's words: "Commission officials".
"""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a speaker is, which decides what "he", "it" and "they" mean."""

    PERSON = auto()
    BODY = auto()
    CROWD = auto()
    UNKNOWN = auto()  # A name of which nothing tells whether it is a person's.


@dataclass(frozen=True, slots=True)
class Speaker:
    """The fullest plain name, and the role where the article gives one.

    ``noun`` is what one without a name of their own is: "spokesman", "officials".
    """

    name: str
    role: str | None
    kind: Kind
    noun: str = ""
