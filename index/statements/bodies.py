"""The ministries, companies and other bodies of an article. Input: its lines. Output: names.

"Ford" is taken for "Ford Motor Co" where the article has both, "IMF" for what it stands for there,
and "the ministry" for the body with that word in its name.
"""

import re
from collections.abc import Sequence, Set

from index.places import PLACES
from index.statements.lexicon import (
    BODIES,
    CALLED_AGAIN,
    COMPANY_NOUNS,
    CROWDS,
    LEGAL_FORMS,
    THINGS,
)
from index.statements.names import NAMES, is_body, is_persons, plain, tidy, without_opening

_BODY = re.compile(rf"({NAMES})(?:\s\((?:the\s)?([A-Z][\w-]{{1,7}})\))?")
_OF = re.compile(r"\w+\s(?:of|for)\sthe\s")
_OF_WHOM = re.compile(r"\s(?:of|from|at|with|for)\s(?:the\s)?")
_FORMS = LEGAL_FORMS - {"bank", "group", "holdings", "stores", "company"}
_OF_REGION = re.compile(r"(?:North|South|West|East|Latin|New)\s\w+\s(?:Inc|Ltd|Corp|Co|Plc)\b")
_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")
_LINKED = re.compile(r"\s(?:of|for|on)\s")
# Members and owners, whose body's name goes on: "Lund Farmers and Millers Union".
_MEMBERS = frozenset("workers farmers producers growers refiners".split())
_OWNERS = frozenset("trust brothers bros sons associates partners".split())
# What a body's name may end in before "and".
_ENDS = BODIES - THINGS - _MEMBERS - _OWNERS
# Behind "and" a body's name goes on with them: "Lund Bank and Insurance Co".
_GOING_ON = BODIES - {"international"}
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ery|ers?|s)$")
_SHORTEST_INITIALS = 2


class Bodies:
    """All bodies of an article, in reading order."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._names: list[str] = []
        self._short: dict[str, str] = {}
        for line in lines:
            for match in _BODY.finditer(line):
                names = _apart(_without_crowd(without_opening(match[1])))
                if match[2] and names[-1][:1] == match[2][0]:
                    self._short[match[2]] = tidy(names[-1])
                for name in names:
                    if " " in name and is_body(name) and not is_person_of_body(name):
                        self._learn(tidy(name))

    def _learn(self, name: str) -> None:
        self._names.append(name)
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(initials) >= _SHORTEST_INITIALS:
            self._short.setdefault(initials, name)

    def spelled_out(self, name: str) -> str | None:
        """What an abbreviation stands for: a name with those initials, or that begins with them."""
        if not name.isupper() or " " in name:
            return None
        return self._short.get(name) or next(
            (full for initials, full in self._short.items() if initials.startswith(name)), None
        )

    def fullest(self, name: str) -> str:
        """The longest name that goes on from this one with a legal form, "Ford Motor Co", or that
        has a country before it: "U.S. Postal Service". "Ford Credit Corp", named behind "Ford
        Corp", is another."""
        words = name.split()
        fuller = [
            other for other in self._names if name in other and _is_fuller(other.split(), words)
        ]
        if fuller and _are_forms(fuller[0].split()[len(words) :]):
            fuller = [other for other in fuller if _are_forms(other.split()[len(words) :])]
        return max(fuller, key=lambda other: len(other.split()), default=name)

    def has(self, noun: str) -> bool:
        """Whether the article names a body with that word in its name."""
        return any(noun in words_of(name) for name in self._names)

    def with_noun(self, noun: str, which: Set[str] = frozenset()) -> str | None:
        """The body that "the ministry" or "the company" means, where the article names it, with all
        the words of ``which`` in its name."""
        names = [name for name in self._names if has_all(name, which)] if which else self._names
        for name in names:
            if noun in words_of(name):
                return self.fullest(name)
        called = [name for name in names if words_of(name) & CALLED_AGAIN.get(noun, frozenset())]
        if len(set(called)) == 1:
            return called[0]
        if noun in COMPANY_NOUNS and noun != "bank":
            return next((name for name in names if words_of(name) & LEGAL_FORMS), None)
        return None


def _apart(run: str) -> list[str]:
    """The names that "and" joins where each is a body's by itself: "Acme Bank and Lund Bank", but
    not "Lund Police and Fire Department"."""
    names: list[str] = []
    at = 0
    for joint in _AND.finditer(run):
        name, following = run[at : joint.start()], run[joint.end() :].split()
        final = plain(name.rpartition(" ")[2])
        if (
            " " in name
            and final in _ENDS
            and plain(following[0]) not in _GOING_ON
            and (final in LEGAL_FORMS or final in {plain(word) for word in following[1:]})
            and not _LINKED.search(name)
        ):
            names.append(name)
            at = joint.end()
    return [*names, run[at:]]


def _without_crowd(run: str) -> str:
    """The body in "Members of the Dockers' Union"."""
    first = run.partition(" ")[0]
    return run[of.end() :] if plain(first) in CROWDS and (of := _OF.match(run)) else run


def is_person_of_body(words: str) -> bool:
    """Whether the words may be a person and whose they are, "Ada Lund of Acme Motor Corp", and are
    no company of a place: "Acme Motor of Canada Ltd"."""
    parts = _OF_WHOM.split(words, maxsplit=1)
    if len(parts) < 2 or _OF_REGION.match(parts[1]):
        return False
    who, body = parts
    own = words_of(body) - _FORMS
    return (
        " " in who
        and is_persons(who)
        and not words_of(who) & (COMPANY_NOUNS | {"division"})
        and is_body(body)
        and len(own) > 1
    )


def _is_fuller(more: list[str], words: list[str]) -> bool:
    """Whether a name of ``more`` words goes on from these, or has a country before them."""
    if len(more) <= len(words):
        return False
    rest = more[len(words) :]
    if more[: len(words)] == words and any(plain(word) in LEGAL_FORMS for word in rest):
        return True
    return (
        len(words) > 1
        and more[-len(words) :] == words
        and all(word.replace(".", "").casefold() in PLACES for word in more[: -len(words)])
    )


def _are_forms(words: list[str]) -> bool:
    """Whether the words tell no more than what kind of company it is; a bank may be a unit's."""
    return all(plain(word) in LEGAL_FORMS and plain(word) != "bank" for word in words)


def has_all(name: str, words: Set[str]) -> bool:
    """Whether the name has all of the words, in any form: "bakery" in "Bakers' Union"."""
    own = {_ENDING.sub("", word) for word in words_of(name)}
    return all(_ENDING.sub("", word) in own for word in words)


def words_of(phrase: str) -> set[str]:
    """The words of a phrase, plain; those that a hyphen joins also apart."""
    return {plain(word) for part in phrase.split() for word in (part, *part.split("-"))}
