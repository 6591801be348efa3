"""A speaker of the index, in the words by which a question may mean one. Input: a name and roles.
Output: a Speaker.

Words are stems, in American spelling: the Minister of Defence is the Defense Minister.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from index.analysis import stems
from index.names.sounding import Sound, compare_sounds
from qa.countries import countries, country_words
from qa.speech.words import (
    BODIES,
    FORMS_OF_COMPANIES,
    GOVERNING,
    PRIVATE,
    SIDES,
    SPELLINGS,
    TITLES,
)
from qa.understanding import QueryTerm

_PARTICLES = frozenset("al el the of for and".split())


@dataclass(frozen=True, slots=True)
class Meant:
    """A speaker who may be meant; ``missing`` are words of the question that only the article may
    tell of him: for "the Turkish defence minister" it must be on Turkey where his role is not."""

    name: str
    missing: tuple[QueryTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker of the index as stems: the name's words in order, and the words of each role."""

    name: str
    words: tuple[str, ...]
    roles: tuple[frozenset[str], ...]

    @property
    def is_body(self) -> bool:
        """Whether the name is one of a body, a crowd or a country, and not a person's."""
        words = frozenset(self.words)
        is_one = not words.isdisjoint(stems_of(BODIES)) or words <= country_words()
        # "Treasury spokesman" is a name where the articles give no other.
        return is_one or not stems_of(TITLES).isdisjoint(self.words[-1:])

    @property
    def bare(self) -> tuple[str, ...]:
        """The name's words without the form of a company."""
        return tuple(word for word in self.words if word not in stems_of(FORMS_OF_COMPANIES))

    @property
    def last(self) -> str:
        """The last of its words: a person's last name."""
        return self.bare[-1] if self.bare else ""

    @property
    def of(self) -> frozenset[str]:
        """The countries that the name and the roles tell."""
        return countries(frozenset(self.words).union(*self.roles))

    @property
    def governs(self) -> bool:
        """Whether the name or a role is one of a country's government."""
        words = frozenset(self.words)
        if not words.isdisjoint(stems_of(PRIVATE)):
            return False
        if self.is_body and words <= country_words() | stems_of(SIDES):
            return True
        told = (words, *self.roles) if self.is_body else self.roles
        return any(
            not each.isdisjoint(stems_of(GOVERNING)) and each.isdisjoint(stems_of(PRIVATE))
            for each in told
        )


def may_be_one(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers may be one person: no first names, or ones that sound alike, or one name
    the end of the other, as in "Volcanologist Graciela Montiel"."""
    if one.is_body or other.is_body:
        return False
    shorter = min(len(one.words), len(other.words))
    if shorter == 1 or one.words[-shorter:] == other.words[-shorter:]:
        return True
    return compare_sounds(one.words[0], other.words[0]) is not Sound.OTHER


def persons(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The names in their order, those together that may be one person's: Yasar Guler, Yashar Güler.
    A body has one to itself."""
    found: list[list[Speaker]] = []
    for name in names:
        speaker = Speaker(name, tuple(name_stems(name)), ())
        same = next((p for p in found if all(_are_one(speaker, each) for each in p)), None)
        if same is None:
            found.append([speaker])
        else:
            same.append(speaker)
    return tuple(tuple(each.name for each in person) for person in found)


def single_persons(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Of the `persons`, those that are no bodies."""
    return tuple(each for each in persons(names) if _last(each))


def namesakes(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Of the `persons`, those that share a last name with another."""
    found = single_persons(names)
    lasts = [_last(person) for person in found]
    return tuple(
        person
        for person, last in zip(found, lasts, strict=True)
        if sum(_sound_alike(last, other) for other in lasts) > 1
    )


def _last(person: Sequence[str]) -> str:
    """The last name; none of a body."""
    speaker = Speaker(person[0], tuple(name_stems(person[0])), ())
    return "" if speaker.is_body else speaker.last


def _are_one(one: Speaker, other: Speaker) -> bool:
    return may_be_one(one, other) and _sound_alike(one.last, other.last)


def _sound_alike(one: str, other: str) -> bool:
    return bool(one and other) and compare_sounds(one, other) is not Sound.OTHER


def name_stems(text: str) -> list[str]:
    """The words of a name or a role, in order."""
    return [respelled(stem) for stem in stems(text) if stem not in _PARTICLES]


@cache
def stems_of(words: frozenset[str]) -> frozenset[str]:
    """The words of a list."""
    return frozenset(respelled(stem) for word in words for stem in stems(word))


def respelled(stem: str) -> str:
    """The stem in the one of its spellings that stands for both."""
    return _RESPELLED.get(stem, stem)


_RESPELLED = {stems(one)[0]: stems(other)[0] for one, other in SPELLINGS}
