"""Match a question's words with a sentence's. Input: stems. Output: how well, 0 to 1."""

from collections.abc import Sequence, Set

from rapidfuzz.distance import JaroWinkler

from qa.understanding import QueryTerm

# A close spelling counts, but less than the word itself, and only for words long enough that few
# others are as close: Rasool and Rasoul, Syria and Syrian.
_CLOSE_FROM = 0.88
_CLOSE_FROM_SHORT = 0.93
_SHORT_CHARS = 4
_CLOSE_WEIGHT = 0.85


def match(term: QueryTerm, stems: Set[str]) -> float:
    """1 where the word stands among the stems, less for a close spelling, else 0.

    Close spellings are looked for only for names, and for words that the collection does not know.
    """
    if term.stem in stems:
        return 1.0
    if len(term.stem) < _SHORT_CHARS or (term.is_known and not term.is_name):
        return 0.0
    return _CLOSE_WEIGHT if any(_are_close(term.stem, stem) for stem in stems) else 0.0


def covered(terms: Sequence[QueryTerm], stems: Set[str]) -> float:
    """The share, by rarity, of the words that the stems match; 0 for no words."""
    total = sum(term.rarity for term in terms)
    return sum(term.rarity * match(term, stems) for term in terms) / total if total else 0.0


def _are_close(one: str, other: str) -> bool:
    if len(other) < _SHORT_CHARS or one[0] != other[0] or one.isdigit():
        return False
    # Of four letters, one changed makes another word: Iraq, Iran.
    least = _CLOSE_FROM if len(one) > _SHORT_CHARS else _CLOSE_FROM_SHORT
    return JaroWinkler.similarity(one, other, score_cutoff=least) > 0
