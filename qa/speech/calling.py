"""Tell who is called by the name that a question has. Input: the words that name a speaker there.
Output: the speakers called so.

The last name makes it, in whichever spelling; a first name that is another's unmakes it, and so
does any name of a body that is not one of its words.
"""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from index.names.sounding import Sound, compare_sounds, sound_key
from qa.countries import countries, country_words
from qa.speech.speaker import Speaker, may_be_one, stems_of
from qa.speech.words import MOUTHPIECES, RANKS, TITLES
from qa.understanding import QueryTerm


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words of a question that may be a name, all of its words, and whose names hold any."""

    naming: Sequence[QueryTerm]
    words: Set[str]
    may_be_names: Set[str]
    held: tuple[Speaker, ...]


class Names:
    """The names of all who speak in one generation of an index."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._named: defaultdict[str, list[Speaker]] = defaultdict(list)
        for speaker in speakers:
            for word in dict.fromkeys(speaker.words):
                self._named[word].append(speaker)
        self._sounding: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._named:
            self._sounding[sound_key(word)].append(word)
        self._of_roles = frozenset[str]().union(*(r for s in speakers for r in s.roles))

    def called(
        self, terms: Sequence[QueryTerm], may_be_names: Set[str]
    ) -> dict[Speaker, tuple[QueryTerm, ...]]:
        """Those whose name the words hold, of whom no other word tells that another is meant; each
        with the words that only an article may tell of them."""
        naming = [term for term in terms if not _is_soft(term.stem)]
        exact, close = self._matched(naming)
        asked = frozenset(term.stem for term in terms)
        held = tuple({each.name: each for each in (*exact, *close)}.values())
        matched = {each: exact.get(each, set()) | close.get(each, set()) for each in held}
        wanted = _Wanted(naming, asked, may_be_names, held)
        meant = [each for each in held if self._is_meant(each, matched[each], wanted)]
        # A first name alone means somebody only where it is nobody's last name, and where no other
        # name stands beside it: "Richard Shinn" is no Richard Lyng.
        by_last = [each for each in meant if self._is_by_last(each, matched[each], naming)]
        meant = by_last or [one for one in meant if not self._rest(one, matched[one], wanted)]
        to_the_letter = [
            each for each in meant if not close.get(each, set()) - exact.get(each, set())
        ]
        if to_the_letter:
            meant = [
                each
                for each in meant
                if each in to_the_letter or any(may_be_one(each, one) for one in to_the_letter)
            ]
        whole = [each for each in meant if _is_whole(each, asked)]
        if whole and all(each.is_body for each in meant):
            meant = whole
        return {
            each: self._left_to_tell(each, matched[each], wanted)
            for each in meant
            if not any(
                matched[each] < exact.get(other, set()) and not may_be_one(each, other)
                for other in meant
            )
        }

    def _matched(
        self, naming: Sequence[QueryTerm]
    ) -> tuple[dict[Speaker, set[str]], dict[Speaker, set[str]]]:
        """The speakers whose names hold any of the words, each with those: to the letter, and by
        their sound."""
        exact: defaultdict[Speaker, set[str]] = defaultdict(set)
        close: defaultdict[Speaker, set[str]] = defaultdict(set)
        for term in naming:
            for word, is_exact in self._spelled(term):
                for speaker in self._named[word]:
                    if is_exact or len(speaker.words) > 1 or not speaker.is_body:
                        (exact if is_exact else close)[speaker].add(term.stem)
        return exact, close

    def _is_meant(self, speaker: Speaker, matched: Set[str], wanted: _Wanted) -> bool:
        of, asked_of = speaker.of, countries(wanted.words)
        if asked_of and of and of.isdisjoint(asked_of):
            return False
        naming, rest = wanted.naming, self._rest(speaker, matched, wanted)
        if speaker.is_body:
            return not rest and _is_body_asked(speaker, matched, wanted.words)
        if rest and len(matched) < len(speaker.bare):
            left = self._left_to_tell(speaker, matched, wanted)
            return all(term in left or self._is_anothers(term, speaker, wanted) for term in rest)
        return len(naming) == 1 or self._is_by_last(speaker, matched, naming)

    def _rest(self, speaker: Speaker, matched: Set[str], wanted: _Wanted) -> list[QueryTerm]:
        """The words that may be names and that neither the speaker's name nor a role tells."""
        told = frozenset[str]().union(*speaker.roles, speaker.words)
        # Whose "the harbour master of Mora" is, tells nothing of a harbour office.
        of_roles = country_words() if speaker.is_body else self._of_roles
        return [
            term
            for term in wanted.naming
            if term.stem not in matched
            and term.stem in wanted.may_be_names
            and term.stem not in told
            and (term.stem not in of_roles or term.stem in self._named)
        ]

    def _left_to_tell(
        self, speaker: Speaker, matched: Set[str], wanted: _Wanted
    ) -> tuple[QueryTerm, ...]:
        """Of the rest, what the article may tell elsewhere: whose man somebody is, which stands
        behind a name ("Brandt of the harbour office"), and the first name of one who speaks by the
        last name alone. Another one's last name is neither."""
        if speaker.is_body or len(matched) == len(speaker.bare) > 1:
            return ()
        last = next((t for t in wanted.naming if speaker.last in self._words_of(t)), None)
        if last is None or last.stem not in matched:
            return ()
        behind = wanted.naming[wanted.naming.index(last) + 1 :]
        return tuple(
            term
            for term in self._rest(speaker, matched, wanted)
            if (term in behind or len(speaker.bare) == 1)
            and not self._is_anothers(term, speaker, wanted)
        )

    def _is_by_last(self, speaker: Speaker, matched: Set[str], naming: Sequence[QueryTerm]) -> bool:
        """Whether more than a first name is matched."""
        return (
            speaker.is_body
            or len(matched) > 1
            or any(speaker.last in self._words_of(t) for t in naming if t.stem in matched)
        )

    def _is_anothers(self, term: QueryTerm, speaker: Speaker, wanted: _Wanted) -> bool:
        """Whether the word is the last name of another whom the words hold: "Guler and Akar"."""
        spellings = self._words_of(term)
        return any(other is not speaker and other.last in spellings for other in wanted.held)

    def _words_of(self, term: QueryTerm) -> set[str]:
        return {word for word, _ in self._spelled(term)}

    def _spelled(self, term: QueryTerm) -> list[tuple[str, bool]]:
        """The words of speakers' names that the question's word may be, and whether it is that
        very word or a spelling of it that the articles show to be one."""
        exact = [word for word in (term.stem, *term.variants) if word in self._named]
        if term.stem in country_words():
            return [(word, True) for word in exact]
        alike = self._sounding.get(sound_key(term.stem), [])
        close = [word for word in alike if word not in exact and _is_close(term, word)]
        return [(word, True) for word in exact] + [(word, False) for word in close]


def _is_body_asked(speaker: Speaker, matched: Set[str], asked: Set[str]) -> bool:
    """Whether it is the body that is asked for, and not another of its country, nor somebody of
    it: only a spokesman's words are its own."""
    words = set(speaker.words)
    titles = asked & stems_of(TITLES) - stems_of(MOUTHPIECES) - words
    return not titles and (not matched <= country_words() or words <= country_words())


def _is_soft(stem: str) -> bool:
    """Whether the word tells what somebody is, and not who."""
    return stem in stems_of(TITLES) | stems_of(RANKS)


def _is_close(term: QueryTerm, word: str) -> bool:
    """Whether the name's word sounds like the question's. A slip is not looked for here, since one
    letter makes another first name: Masoud, Masrour."""
    # "Turkish" is not Türkiye, nor Iranian Iran.
    return word not in country_words() and compare_sounds(term.stem, word) is not Sound.OTHER


def _is_whole(speaker: Speaker, asked: Set[str]) -> bool:
    """Whether the name has no word, its country aside, that is not asked for."""
    return set(speaker.bare) - country_words() <= asked
