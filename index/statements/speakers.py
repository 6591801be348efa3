"""Whoever says something. Input: words. Output: Speaker, Sex.

One without a name of their own is called by the article's words: "Commission officials".
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from index.statements.lexicon import OF_MEN, OF_WOMEN
from index.statements.names import plain


class Kind(Enum):
    """What a speaker is, which decides what "he", "it" and "they" mean."""

    PERSON = auto()
    BODY = auto()
    CROWD = auto()
    UNKNOWN = auto()  # A name of which nothing tells whether it is a person's.


_NOT_OWN = re.compile(r"\s(?:of|for|to|at|in|with|and)\s.*")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The fullest plain name, and the role where the article gives one.

    ``noun`` is what one without a name of their own is: "spokesman", "officials".
    """

    name: str
    role: str | None
    kind: Kind
    noun: str = ""


class Sex(Enum):
    """Which of "he" and "she" means a person, where the article's own words tell."""

    WOMAN = auto()
    MAN = auto()


def sex_of(words: str) -> Sex | None:
    """What a pronoun, titles or a role tell: "Mrs", "spokesman of the bank"; None if nothing."""
    # Of "the chairwoman's husband" and "spokesman for the queen" only one word is of the person.
    own = [word for word in _NOT_OWN.sub("", words).split() if not word.endswith(_POSSESSIVE)]
    for word in reversed(own):
        if plain(word) in OF_WOMEN:
            return Sex.WOMAN
        if plain(word) in OF_MEN:
            return Sex.MAN
    return None
