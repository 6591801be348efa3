"""Everybody whom an article names: full names, roles, bodies. Input: its lines. Output: Speakers.

A surname or an abbreviation is told by the fullest name that the article has. Of two people of one
name it is the one in force; where two may be meant it is nobody.
"""

import re
from collections.abc import Sequence

from index.names.sounding import Sound, compare_sounds
from index.places import PLACES
from index.statements.bodies import Bodies, words_of
from index.statements.fullest import FullNames
from index.statements.lexicon import LEGAL_FORMS, NO_NAMES
from index.statements.names import (
    NAMES,
    is_body,
    is_persons,
    last,
    plain,
    without_owner,
    without_titles,
)
from index.statements.roles import Titled
from index.statements.shortened import Shortened
from index.statements.speakers import Kind, Sex, Speaker, sex_of

_AND = re.compile(r"\s(?:and|&)\s(?!Co\b|Sons\b|Company\b|Brothers\b)")
_OWNED = re.compile(r".*['’]s?\s")
# What tells behind a name that it is a person's: "Ana Lund, who", "Ana Lund wept".
_OF_PERSON = re.compile(
    r",\s(?:who|whose|whom|(?:aged\s)?\d\d,)(?=\s)"
    r"|\s(?:has\s|had\s)?(?:watched|waited|wept|cried|smiled|laughed|nodded|shrugged|walked|sat|stood|knelt"
    r"|lives|lived|grew\sup|married|studied|attended|remembers|remembered|fled|slept|woke|drove|was\sborn"
    r"|hugged|teaches|taught|resigned|retired|travelled|traveled)\b"
)
_WITH_WHO = re.compile(rf"({NAMES}),\s(?:who|whom)\s")
_COMMON = re.compile(r"\b[a-z]{4,}\b")
_SHORTEST_HEARD = 4


class Known:
    """The people and bodies of an article. ``roles`` and ``sexes`` are by full names."""

    def __init__(self, lines: Sequence[str], titled: Sequence[Sequence[Titled]]) -> None:
        """``titled`` are the people with roles of each of the ``lines``, the sentences."""
        known = [each for line in titled for each in line]
        self._full = FullNames(lines, titled)
        self.bodies = Bodies(lines)
        self._shortened = Shortened(lines)
        self._common = {word for line in lines for word in _COMMON.findall(line)}
        self._with_who = {last(each[1]) for line in lines for each in _WITH_WHO.finditer(line)}
        self.roles: dict[str, str] = {}
        self.sexes: dict[str, Sex] = {}
        # The line that is being read.
        self.reached = 0
        for each in known:
            name = self._full.fullest(each.name)
            if len(each.role) > len(self.roles.get(name, "")):
                self.roles[name] = each.role
            if sex := sex_of(each.role):
                self.sexes[name] = sex

    def __contains__(self, word: str) -> bool:
        """Whether somebody in the article has that last name."""
        return word in self._full

    def person(self, name: str, role: str, he: Speaker | None) -> Speaker | None:
        """Whoever is called so, rather ``he`` of two; None where two or more may be."""
        full = self._of_that_name(name, sex_of(role), he)
        if full is None and len(self._full.holders(name)) > 1:
            return None
        full = full or name
        return Speaker(full, self.roles.get(full, role) or None, Kind.PERSON)

    def named(self, name: str, he: Speaker | None) -> Speaker | None:
        """The person or body of that name; ``he`` rather than a namesake."""
        titles, bare = without_titles(name)
        bare = without_owner(bare)
        owned = _OWNED.match(bare)
        if owned and bare[owned.end() :] in self._full:
            # "Acme's Lund".
            bare = bare[owned.end() :]
        if not bare or plain(bare) in NO_NAMES:
            return None
        if body := self._body(name, bare):
            return Speaker(body, None, Kind.BODY)
        if _AND.search(bare):
            return self._pair(bare)
        full = self._of_that_name(bare, sex_of(titles), he)
        is_whole = titles or owned
        if full is None and not is_whole and (fuller := self._shortened.fuller(bare)):
            return self.named(fuller, he)
        is_persons_name = full is not None and (full in self.roles or " " not in bare)
        kind = Kind.PERSON if titles or is_persons_name else Kind.UNKNOWN
        return Speaker(full or bare, self.roles.get(full or bare, titles) or None, kind)

    def _body(self, name: str, bare: str) -> str | None:
        """The fullest name of a body or country; None where the name is no body's."""
        if is_place(bare):
            return bare
        if short := self.bodies.spelled_out(name):
            return short
        if is_body(name):
            return self.bodies.fullest(name)
        longer = self.bodies.fullest(bare)
        return longer if longer != bare else None

    def _of_that_name(self, bare: str, sex: Sex | None, he: Speaker | None) -> str | None:
        """The full name of whoever is called so: by any of the names, or spelled otherwise."""
        holders = [each for each in self._full.holders(bare) if self.may_be(each, sex)]
        if holders:
            return holders[0] if len(holders) == 1 else self._of_namesakes(holders, he)
        if " " in bare:
            return None
        people = [full for full in self._full if full in self.roles]
        called = [full for full in people if plain(bare) in map(plain, full.split())]
        if len(called) == 1:
            return called[0]
        sounding = [full for full in people if _sounds_as(last(bare), last(full))]
        return sounding[0] if len(sounding) == 1 else None

    def _of_namesakes(self, holders: Sequence[str], he: Speaker | None) -> str | None:
        """The one who was heard last, or the only one named in full so far, or with a role."""
        if he and he.name in holders:
            return he.name
        # Nobody is called by the last name of one who comes in later.
        named = [each for each in holders if self._full.first_named(each) <= self.reached]
        if len(named) == 1:
            return named[0]
        titled = [each for each in named or holders if each in self.roles]
        return (titled or named or holders)[0] if len(titled) < 2 else None

    def _pair(self, names: str) -> Speaker | None:
        """Two names: bodies speak together, of two people it is open who says which words."""
        for name in _AND.split(names):
            if name in self._full or (" " in name and is_persons(name)):
                return None
        return Speaker(names, None, Kind.CROWD)

    def may_be(self, name: str, sex: Sex | None) -> bool:
        """Whether nothing tells that the person is of the other sex."""
        return sex is None or self.sexes.get(name, sex) is sex

    def may_be_persons(self, name: str) -> bool:
        """Whether a name of two words or more may be a person's: its last one is no common noun of
        the article, as "Ferries" is where it tells of ferries."""
        own = last(name)
        return (
            " " in name
            and is_persons(name)
            and own not in PLACES
            and not words_of(name) & LEGAL_FORMS
            and not self._common & _forms_of(own)
        )

    def is_told_persons(self, name: str) -> bool:
        """Whether something tells that a name that may be a person's is one: a sex, a role, "who"
        behind it, or the last name alone."""
        return self.may_be_persons(name) and (
            name in self.sexes
            or name in self.roles
            or last(name) in self._with_who
            or self._full.is_called(name)
        )

    def is_somebody(self, named: Speaker, after: str) -> bool:
        """Whether a name is a person's: "Ana Lund, who", or one called "Lund" as well."""
        return (
            " " in named.name
            and is_persons(named.name)
            and (_OF_PERSON.match(after) is not None or self._full.is_called(named.name))
        )


def is_place(name: str) -> bool:
    """Whether the name is a country's or a capital's."""
    return name.replace(".", "").casefold() in PLACES or (last(name) in PLACES and " " not in name)


def _sounds_as(one: str, other: str) -> bool:
    return (
        len(one) >= _SHORTEST_HEARD
        and one[0] == other[:1]
        and compare_sounds(one, other) is not Sound.OTHER
    )


def _forms_of(word: str) -> set[str]:
    """The word, also as one of several: "ferry" and "ferries"."""
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return {word, one, one + "s"}
