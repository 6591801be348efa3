"""Tell who has the role that a question names. Input: the words that name a speaker there. Output:
the speakers meant.

"The Turkish defence minister" is whoever is called so; who is called defense minister in an article
on Turkey may be meant as well, the foreign minister not.
"""

from collections import defaultdict
from collections.abc import Sequence, Set

from qa.countries import countries, country_words
from qa.speech.speaker import Meant, Speaker, stems_of
from qa.speech.words import BODIES, OTHER_ROLES, RANKS, TITLES
from qa.understanding import QueryTerm

# Of the words of a role that is asked for, the share that must be told with the speaker's name
# where the article tells the rest.
_LEAST_OF_A_ROLE = 0.5


class Roles:
    """The roles of all who speak in one generation of an index."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._titled: defaultdict[str, list[Speaker]] = defaultdict(list)
        for speaker in speakers:
            for word in frozenset[str]().union(*speaker.roles, speaker.words):
                self._titled[word].append(speaker)
        # What a role may be called by: "Joint Operations" of a command, "Treasury".
        self._of_bodies = frozenset[str]().union(
            *(role for speaker in speakers for role in speaker.roles),
            *(speaker.words for speaker in speakers if speaker.is_body),
            country_words(),
            stems_of(BODIES),
        )

    def held(self, terms: Sequence[QueryTerm], called: Sequence[Speaker]) -> list[Meant]:
        """Those whose role or body the words tell: all of them, where a person is ``called`` by
        name, and else all but those that may well stand elsewhere in the article."""
        asked = frozenset(term.stem for term in terms)
        if asked.isdisjoint(stems_of(TITLES) | stems_of(BODIES)):
            return []
        found = {speaker.name: speaker for word in asked for speaker in self._titled.get(word, ())}
        is_person = any(not speaker.is_body for speaker in called)
        may_lack = frozenset[str]() if is_person else self._of_bodies
        meant: list[Meant] = []
        for speaker in found.values():
            if called and not speaker.roles:
                continue
            missing = _missing(speaker, terms, asked)
            if missing is not None and all(term.stem in may_lack for term in missing):
                meant.append(Meant(speaker.name, missing))
        if any(not each.missing for each in meant):
            # Whose role is told but for the country may well be of that country too.
            meant = [each for each in meant if all(t.stem in country_words() for t in each.missing)]
        return meant


def _missing(
    speaker: Speaker, terms: Sequence[QueryTerm], asked: Set[str]
) -> tuple[QueryTerm, ...] | None:
    """The words asked for that neither a role nor the name nor their country tell; None where the
    role is another one."""
    named = frozenset(speaker.words) if speaker.is_body else frozenset[str]()
    if not speaker.is_body and not speaker.roles:
        return None
    asked_of, of = countries(asked), speaker.of
    if asked_of and of and of.isdisjoint(asked_of):
        return None
    best: tuple[QueryTerm, ...] | None = None
    for role in speaker.roles or (frozenset[str](),):
        told = role | named
        missing = tuple(
            term
            for term in terms
            if term.stem not in told
            and not (term.stem in country_words() and asked_of and asked_of <= of)
        )
        head = (asked & told) & (stems_of(TITLES) | stems_of(BODIES))
        extra = told - asked - stems_of(RANKS) - country_words()
        if not head or extra & stems_of(OTHER_ROLES) or asked & stems_of(OTHER_ROLES) - told:
            continue
        share = 1 - len(missing) / len(terms)
        if missing and (extra or share < _LEAST_OF_A_ROLE):
            continue
        if best is None or len(missing) < len(best):
            best = missing
    return best
