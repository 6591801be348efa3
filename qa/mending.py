"""Mend the misspelled words of a question. Input: its text and the collection's words. Output: the
text mended, and what was mended.

Only a word that the collection does not know is mended, and only to one that it knows: a name to
one that sounds the same, another word to one of a letter or two of difference. A word that English
knows is left alone, unless one far more common lies a letter away.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.folding import fold
from index.names.lexicon import Lexicon
from index.names.mentions import LEAST_CHARS
from index.names.sounding import Sound, compare_sounds
from qa.english import english_frequency
from qa.words import FUNCTION_WORDS, PICTURE_WORDS, PLAIN_SPEECH_WORDS, SPEECH_VERBS

# Of four letters, one changed makes another word, and a near sound another name.
_LEAST_WORD_CHARS, _LEAST_NEAR_CHARS = 5, 5
_LONG_CHARS = 9
# A slip that is a word too, "minster" for "minister": only of so many letters, and where the other
# is this many times as common.
_LEAST_SLIP_CHARS, _SLIP_RATIO = 6, 50
# So common in English is hardly a surname.
_LEAST_TITLE = 20_000_000
# Endings of a word that is no slip where what stands before them is far more common.
_ENDINGS = ("er", "est", "ed", "ing", "ly", "s")
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"ence(s?)$", r"ense\1"),
        (r"our", "or"),
        (r"tre(s?)$", r"ter\1"),
        (r"is(?=e[drs]?$|ing$|ations?$)", "iz"),
        (r"ys(?=e[drs]?$|ing$)", "yz"),
        (r"ll(?=ed$|ing$|ers?$)", "l"),
        (r"amme(s?)$", r"am\1"),
        (r"ogue(s?)$", r"og\1"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_LEFT_ALONE = FUNCTION_WORDS | PLAIN_SPEECH_WORDS | PICTURE_WORDS | SPEECH_VERBS


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its misspelled words mended; ``changes`` holds (as it was written, mended)."""

    text: str
    changes: tuple[tuple[str, str], ...]


class Mender:
    """Mends by the words of one collection."""

    def __init__(self, lexicon: Lexicon, is_known: Callable[[str], bool]) -> None:
        """``is_known`` tells whether the collection holds a word, in whatever form."""
        self._lexicon, self._is_known = lexicon, is_known

    def mend(self, text: str, names: Iterable[str]) -> Mended:
        """The text mended; ``names`` are its words that are written as names."""
        named = {word for name in names for word in _WORD.findall(name)}
        changes: dict[str, str] = {}

        def mended(match: re.Match[str]) -> str:
            word = match.group()
            right = self._right(word, word in named)
            if right is None:
                return word
            changes[word] = right.capitalize() if word[0].isupper() else right
            return changes[word]

        whole = _WORD.sub(mended, text)
        return Mended(whole, tuple(changes.items()))

    def _right(self, word: str, is_name: bool) -> str | None:
        """The word that was meant, folded; None where this one was, or nobody knows."""
        folded = fold(word)
        if (
            len(folded) < LEAST_CHARS
            or word.isupper()
            or folded in _LEFT_ALONE
            or folded in self._lexicon.words
            or folded in self._lexicon.names
            or self._is_known(word)
        ):
            return None
        if is_name:
            return self._name(folded)
        return self._common(folded) or self._name(folded)

    def _name(self, word: str) -> str | None:
        in_english = english_frequency(word) > 0
        # A name that English knows has its spelling: Allan is no slip of Allen.
        least = Sound.SAME if in_english or len(word) < _LEAST_NEAR_CHARS else Sound.NEAR
        lexicon = self._lexicon
        found = [
            (-compare_sounds(word, name), OSA.distance(word, name), -lexicon.names[name], name)
            for name in lexicon.sounding(word)
            if compare_sounds(word, name) >= least
        ]
        return min(found)[-1] if found else None

    def _common(self, word: str) -> str | None:
        if frequency := english_frequency(word):
            return self._slip(word, frequency)
        if len(word) < _LEAST_WORD_CHARS:
            return None
        return _nearest(self._words_near(word, 1 if len(word) < _LONG_CHARS else 2))

    def _words_near(self, word: str, most: int) -> list[tuple[int, int, str]]:
        lexicon = self._lexicon
        return _near(word, lexicon.words_from(word[0]), lexicon.words, most)

    def _slip(self, word: str, frequency: int) -> str | None:
        least = _SLIP_RATIO * frequency
        bases = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
        # "Dearer" is rare, and no slip of "dealer".
        is_form = any(english_frequency(base) >= least for base in bases)
        if is_form or len(word) < _LEAST_SLIP_CHARS:
            return None
        # Minister is a name where no minister goes without one.
        names = self._lexicon.names_from(word[0])
        titles = [name for name in names if english_frequency(name) >= _LEAST_TITLE]
        near = self._words_near(word, 1) + _near(word, titles, self._lexicon.names, 1)
        return _nearest([each for each in near if english_frequency(each[-1]) >= least])


def mending_notes(changes: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """A whole sentence for each word that was mended; none for the British or American spelling of
    the same word."""
    return tuple(
        f"“{written}” was taken for “{meant}”."
        for written, meant in changes
        if _in_one_spelling(written) != _in_one_spelling(meant)
    )


def _in_one_spelling(word: str) -> str:
    """ "Defence" and "defense", "labour" and "labor", "organise" and "organize" as one."""
    word = word.casefold()
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word


def _nearest(found: Sequence[tuple[int, int, str]]) -> str | None:
    return min(found)[-1] if found else None


def _near(
    word: str, others: Iterable[str], counts: Mapping[str, int], most: int
) -> list[tuple[int, int, str]]:
    """Those at most so many edits away, nearest first where sorted, and the more common of two."""
    choices = [other for other in others if abs(len(other) - len(word)) <= most]
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(int(edits), -counts[other], other) for other, edits, _ in found]
