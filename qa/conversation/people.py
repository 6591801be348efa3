"""Know who speaks in the collection. Input: the names of all who say something. Output: whether a
name is a person's among them.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from index.folding import fold
from qa.conversation.first_names import MEN, WOMEN
from qa.conversation.mentions import NAME_RUN, Kind, head_of, kind_of, singular, to_head
from qa.conversation.openings import without_the
from qa.conversation.words import BODY_WORDS, PEOPLE_TITLES

_OF_MEN = frozenset("he him his".split())


class People:
    """Who speaks in the collection, looked up when first asked for."""

    def __init__(self, speakers: Callable[[], Sequence[str]]) -> None:
        self._speakers = speakers

    def is_speaker(self, name: str) -> bool:
        """Whether a person with this last name says something in the articles."""
        return fold(name.rsplit(maxsplit=1)[-1]) in self._last_names if name.split() else False

    def speaks(self, words: str) -> bool:
        """Whether one who is named or described so may say something: "Guler", "the opposition",
        "analysts"."""
        one_of_them = singular(head_of(words))
        is_one = kind_of(words) is not Kind.THING or one_of_them in PEOPLE_TITLES | BODY_WORDS
        return is_one or self.is_speaker(without_the(words))

    def has_first_name(self, name: str) -> bool:
        """Whether the name opens as a man's or a woman's does."""
        parts = fold(name).split()
        return len(parts) > 1 and parts[0] in MEN | WOMEN

    def may_be_called(self, pronoun: str, words: str) -> bool:
        """Whether neither a first name nor a word for a man or a woman says otherwise: "she" is no
        Viktor Lamm, nor Lamm, where Viktor is the only one who speaks."""
        return (WOMEN if pronoun in _OF_MEN else MEN).isdisjoint(self._telling(words))

    def tells_sex(self, words: str) -> bool:
        """Whether a first name, or a word for a man or a woman, tells it."""
        return not (MEN | WOMEN).isdisjoint(self._telling(words))

    def _telling(self, words: str) -> list[str]:
        """The one word that may tell whether it is a man or a woman."""
        parts = [fold(word) for word in to_head(words)]
        if len(parts) == 1:
            parts = list(self._first_names.get(parts[0], parts))
        return parts[-1:] if words[:1].islower() else parts[:1]

    @cached_property
    def _first_names(self) -> dict[str, tuple[str, ...]]:
        """The first name of each who alone speaks by a last name."""
        found: dict[str, set[str]] = {}
        for name in self._speakers():
            if len(words := fold(name).split()) > 1:
                found.setdefault(words[-1], set()).add(words[0])
        return {last: tuple(first) for last, first in found.items() if len(first) == 1}

    @cached_property
    def _last_names(self) -> frozenset[str]:
        names = (name.split() for name in self._speakers())
        last = ((words, fold(words[-1])) for words in names if words)
        return frozenset(
            each
            for words, each in last
            # "Turkish Defense Ministry", "dealers in London", "House of Lords" and "Ankara" are no
            # persons.
            if len(words) > 1 and each not in BODY_WORDS
            if NAME_RUN.fullmatch(" ".join(words)) and not {"of", "for"}.intersection(words)
        )
