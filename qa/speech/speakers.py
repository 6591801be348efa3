"""Tell whom a question means of all who speak in the articles. Input: the words that name a speaker
there. Output: the speakers meant, by the names that the index has for them.

A person is meant by the last name, spelled otherwise too, where no other word tells of somebody
else; by a role ("the Turkish defence minister"); a body by words of its name ("the ministry"); a
government also by its country's name or capital. A misleading guess is worse than none: nobody is
meant where a name asked for is nobody's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import cached_property

from qa.countries import countries, country_words
from qa.matching import match
from qa.speech.calling import Names
from qa.speech.roles import Roles
from qa.speech.speaker import Meant, Speaker, name_stems, respelled, stems_of
from qa.speech.words import BODIES, SIDES, TITLES
from qa.understanding import QueryTerm


class Speakers:
    """All who speak in one generation of an index."""

    def __init__(self, named: Iterable[tuple[str, str | None]]) -> None:
        """``named`` are their names, each with every role that it is given."""
        roles: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for name, role in named:
            roles[name] += [frozenset(name_stems(role))] if role else []
        self._speakers = [
            Speaker(name, tuple(name_stems(name)), tuple(held)) for name, held in roles.items()
        ]
        self._names, self._roles = Names(self._speakers), Roles(self._speakers)

    @property
    def names(self) -> tuple[str, ...]:
        """What all of them are called, each once."""
        return tuple(speaker.name for speaker in self._speakers)

    def meant(
        self, terms: Sequence[QueryTerm], may_be_names: Set[str], country: str | None = None
    ) -> tuple[Meant, ...]:
        """The speakers meant by these words, in order of name; none where they mean nobody here.

        ``may_be_names`` are the stems of those that, if nobody is called so, mean somebody else,
        and ``country`` is the one that `asked_country` finds in them.
        """
        if country:
            of_it = [Meant(name) for name in self._governments.get(country, ())]
        else:
            asked = [replace(term, stem=respelled(term.stem)) for term in terms]
            called = self._names.called(asked, {respelled(stem) for stem in may_be_names})
            of_it = [Meant(each.name, missing) for each, missing in called.items()]
            of_it += self._roles.held(asked, tuple(called))
        by_name: dict[str, Meant] = {}
        for each in of_it:
            held = by_name.get(each.name)
            if held is None or len(each.missing) < len(held.missing):
                by_name[each.name] = each
        return tuple(by_name[name] for name in sorted(by_name))

    # Made once, and not before a country is asked after.
    @cached_property
    def _governments(self) -> dict[str, list[str]]:
        governments: defaultdict[str, list[str]] = defaultdict(list)
        for speaker in self._speakers:
            for country in speaker.of if speaker.governs else ():
                governments[country].append(speaker.name)
        return dict(governments)


def asked_country(words: Set[str]) -> str | None:
    """The country whose government these stems mean, if they name no more than that."""
    named = countries(words)
    core = words - stems_of(SIDES)
    if len(named) == 1 and core and core <= country_words():
        return next(iter(named))
    return None


def names_somebody(terms: Sequence[QueryTerm], may_be_names: Set[str]) -> bool:
    """Whether the words name a speaker at all, here or not: "the report" is none."""
    return any(
        term.stem in may_be_names or respelled(term.stem) in stems_of(TITLES) | stems_of(BODIES)
        for term in terms
    )


def are_told(terms: Sequence[QueryTerm], words: Set[str]) -> bool:
    """Whether the stems of a text tell all of these words, in whichever spelling."""
    in_one_spelling = {respelled(word) for word in words}
    return bool(terms) and all(
        match(term, words) or respelled(term.stem) in in_one_spelling for term in terms
    )
