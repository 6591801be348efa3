"""Tell how like in sound two spellings are. Input: folded words. Output: a key, or a Sound.

Names from other scripts are spelled by ear: vowels change for near ones, consonants are doubled or
not, k and q stand for one another, and an h comes and goes but after s, t and c, where it makes a
sound of its own. A changed consonant is another name.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from itertools import groupby

_VOWELS = "aeiouy"
# An s that is spelled sh stands as this until it is compared.
_HUSHED = "ş"
# Letters that mean the sound of another, in this order. "h", "w" and "y" open a word as consonants.
_RESPELLED = (
    (re.compile(r"['’]"), ""),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"(?<=[aeiouy])sh(?=[aeiouy])"), _HUSHED),
    (re.compile(r"ph"), "f"),
    (re.compile(r"qu(?=ist)"), "kv"),
    (re.compile(r"ck|q|c(?![eiyh])"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"(?<=[^stc])h"), ""),
    (re.compile(r"(?<=.)w"), "u"),
    (re.compile(r"ee"), "i"),
    # An umlaut, written out.
    (re.compile(r"(?<=[^aeiouy][uo])e(?=[^aeiouy])"), ""),
)
_ONE_SOUND = {"o": "u", "y": "i"}
# A question is compared with the words of many sentences, and those are the same again and again.
_KEPT = 50_000
# "e" lies between the two, and may be heard for either.
_BETWEEN, _BESIDE = "e", frozenset("ai")


class Sound(IntEnum):
    """How like two spellings sound: not at all, as one may be misheard, or the same."""

    OTHER = 0
    NEAR = 1
    SAME = 2


@lru_cache(_KEPT)
def sound_key(word: str) -> str:
    """The consonants that are heard, with a mark where vowels stand.

    Words of different keys are `Sound.OTHER` to one another.
    """
    heard = "".join("*" if is_vowel else sounds for is_vowel, sounds in _parts(word))
    return heard.replace(_HUSHED, "s")


def compare_sounds(one: str, other: str) -> Sound:
    """How like the two sound; a word sounds the same as itself."""
    if sound_key(one) != sound_key(other):
        return Sound.OTHER
    return min(map(_compare_parts, _parts(one), _parts(other)), default=Sound.SAME)


def _parts(word: str) -> list[tuple[bool, str]]:
    """Runs of vowels, and of one consonant: (is it of vowels, the sounds in it, each once)."""
    for pattern, sound in _RESPELLED:
        word = pattern.sub(sound, word)
    heard = [(_is_vowel(at, letter), letter) for at, letter in enumerate(word)]
    runs = groupby(heard, lambda one: (True, "") if one[0] else one)
    return [(is_vowel, consonant or _sounds(run)) for (is_vowel, consonant), run in runs]


def _sounds(run: Iterable[tuple[bool, str]]) -> str:
    return "".join(sorted({_ONE_SOUND.get(letter, letter) for _, letter in run}))


def _is_vowel(at: int, letter: str) -> bool:
    return letter in _VOWELS and (at > 0 or letter != "y")


def _compare_parts(one: tuple[bool, str], other: tuple[bool, str]) -> Sound:
    if one == other:
        return Sound.SAME
    if not (one[0] and other[0]):
        # As the keys are equal, the one is hushed: Yashar, Yasar.
        return Sound.NEAR
    near = _each_near(one[1], other[1]) and _each_near(other[1], one[1])
    return Sound.NEAR if near else Sound.OTHER


def _each_near(vowels: str, others: str) -> bool:
    """Whether each vowel of the one has itself or a near one in the other."""
    return all(
        vowel in others
        or (vowel == _BETWEEN and not _BESIDE.isdisjoint(others))
        or (vowel in _BESIDE and _BETWEEN in others)
        for vowel in vowels
    )
