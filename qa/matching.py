"""Match a question's words with a sentence's. Input: stems. Output: how well, 0 to 1."""

from collections.abc import Sequence, Set
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from index import analysis
from index.names.sounding import Sound, compare_sounds
from qa.understanding import QueryTerm
from qa.words import FUNCTION_WORDS

FUNCTION_STEMS = frozenset(analysis.stems(" ".join(sorted(FUNCTION_WORDS))))
"""The stems that tell nothing of what a text is about."""

# A close spelling counts, but less than the word itself, and only for words long enough that few
# others are as close.
_CLOSE_FROM = 0.88
_CLOSE_FROM_SHORT = 0.93
_SHORT_CHARS = 4
_CLOSE_WEIGHT = 0.85
# Syrian, Iranian, Israeli. Nigeria is not Niger's.
_ENDINGS = ("n", "an", "ian", "i")
_KEPT = 20_000


def match(term: QueryTerm, stems: Set[str]) -> float:
    """1 where the word stands among the stems, in whichever of its spellings, less for a close
    spelling, else 0.

    Close to a name that the collection knows is what sounds like it, Rasool and Rasoul, and what is
    made of it, Syria and Syrian; to a word that it does not know, any slight slip.
    """
    if term.stem in stems or not stems.isdisjoint(term.variants):
        return 1.0
    if len(term.stem) < _SHORT_CHARS or (term.is_known and not term.is_name):
        return 0.0
    close = _is_name_close if term.is_known else _is_slip
    return _CLOSE_WEIGHT if any(close(term.stem, stem) for stem in stems) else 0.0


def covered(terms: Sequence[QueryTerm], stems: Set[str]) -> float:
    """The share, by rarity, of the words that the stems match; 0 for no words."""
    total = sum(term.rarity for term in terms)
    return sum(term.rarity * match(term, stems) for term in terms) / total if total else 0.0


def _is_name_close(name: str, other: str) -> bool:
    if len(other) < _SHORT_CHARS or name.isdigit():
        return False
    if name[0] == other[0] and (other in _belonging(name) or name in _belonging(other)):
        return True
    return compare_sounds(name, other) is not Sound.OTHER


@lru_cache(_KEPT)
def _belonging(name: str) -> frozenset[str]:
    """The stems of the words for what is the country's of that name."""
    return frozenset(stem for ending in _ENDINGS for stem in analysis.stems(name + ending))


def _is_slip(one: str, other: str) -> bool:
    if len(other) < _SHORT_CHARS or one[0] != other[0] or one.isdigit():
        return False
    # Of four letters, one changed makes another word: Iraq, Iran.
    least = _CLOSE_FROM if len(one) > _SHORT_CHARS else _CLOSE_FROM_SHORT
    return JaroWinkler.similarity(one, other, score_cutoff=least) > 0
