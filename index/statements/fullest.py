"""Tell the fullest name of whoever is called by a part of it. Input: sentences. Output: names.

People of one last name are told apart by their first names. Who has a role beside the name is a
person for sure, and goes before what only looks like a name.
"""

from collections.abc import Iterator, Sequence

from index.places import PLACES
from index.statements.names import (
    is_owned,
    is_persons,
    last,
    names_in,
    plain,
    tidy,
    without_owner,
    without_titles,
)
from index.statements.roles import Titled, is_role

_SHORTEST_SHORT_FORM = 3
# More people of one last name are no article's, and would only slow hostile text down.
_MOST_NAMESAKES = 20


class FullNames:
    """The people whom an article names by two words or more."""

    def __init__(self, lines: Sequence[str], titled: Sequence[Sequence[Titled]]) -> None:
        """``titled`` are the people with roles of each of the ``lines``, the sentences."""
        self._holders: dict[str, list[str]] = {}
        # The line in which each is first named in full.
        self._first: dict[str, int] = {}
        self._alone: set[str] = set()
        for number, here in enumerate(titled):
            for each in here:
                if " " in each.name:
                    self._learn(each.name, number)
        for number, line in enumerate(lines):
            for match in names_in(line):
                if " " not in match:
                    if not match.isupper():
                        self._alone.add(last(match))
                    continue
                _, name = without_titles(without_owner(tidy(match)))
                if " " in name and is_persons(name) and not is_role(name) and not is_owned(name):
                    self._learn(name, number)

    def _learn(self, name: str, line: int) -> None:
        holders = self._holders.setdefault(last(name), [])
        if name in holders:
            self._first[name] = min(line, self._first[name])
            return
        for at, known in enumerate(holders):
            if _may_be_one(known, name):
                first = min(line, self._first[known])
                # "Iran Ana Lund" is no fuller than "Ana Lund".
                words = name.split()
                if len(words) > len(known.split()) and plain(words[0]) not in PLACES:
                    holders[at] = name
                self._first[holders[at]] = first
                return
        if len(holders) < _MOST_NAMESAKES:
            holders.append(name)
            self._first[name] = line

    def __contains__(self, name: str) -> bool:
        """Whether somebody has the last word of the name as a last name."""
        return last(name) in self._holders

    def __iter__(self) -> Iterator[str]:
        return (name for holders in self._holders.values() for name in holders)

    def is_called(self, name: str) -> bool:
        """Whether the last name stands alone elsewhere."""
        return last(name) in self._alone

    def holders(self, name: str) -> tuple[str, ...]:
        """All whom the name may mean by its last word, and by its first one if it has two; those
        with a role go first."""
        holders = self._holders.get(last(name), [])
        return tuple(each for each in holders if " " not in name or _may_be_one(each, name))

    def first_named(self, name: str) -> int:
        """The line in which somebody of that full name is first named by it."""
        return self._first[name]

    def fullest(self, name: str) -> str:
        """The full name where only one person is called so, and the name itself otherwise."""
        holders = self.holders(name)
        return holders[0] if len(holders) == 1 else name


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names with the same last word go together: "J. Lund" and "Jan Erik Lund"."""
    few, many = sorted((_first_words(one), _first_words(other)), key=len)
    return all(any(_goes_with(word, known) for known in many) for word in few[:1])


def _first_words(name: str) -> list[str]:
    return [plain(word) for word in name.split()[:-1]]


def _goes_with(word: str, other: str) -> bool:
    short, long = sorted((word.replace(".", ""), other.replace(".", "")), key=len)
    is_enough = len(short) >= _SHORTEST_SHORT_FORM or len(short) == 1
    return short == long or (is_enough and long.startswith(short))
