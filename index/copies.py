"""Find the same story twice, and the same sentence. Input: texts. Output: bands, and a likeness.

Texts that share a band are candidates; `likeness` and `sentence_likeness` decide. Bands are kept
in the index: another seed, hash or shape needs every article read again.
"""

import struct
from collections.abc import Sequence, Set
from functools import lru_cache
from hashlib import blake2b

from index.particulars import Wording, folded_words, wording

NEAR_COPY_FROM = 0.7
"""The likeness from which two articles are one story. Chosen on 19,043 Reuters stories of 1987, the
pairs on both sides of it read by eye: from here on they are repeats, corrections and second takes,
19 of 20 within a day; below, takes told anew stand among notices of one template. A notice in the
same words on another day is a copy here: its date tells the two apart, not its text."""

SAME_SENTENCE_FROM = 0.7
"""The likeness from which two sentences say one thing. Between 0.6 and this, a third of the pairs
read in that archive were the stock phrases of unlike deals."""

# With two words twice as many pairs of notices are half alike; with four, a change costs more.
_SHINGLE_WORDS = 3
# Shorter bodies are dividend and price notices, the same for any company.
_FEWEST_SHINGLES = 30
# 12 bands of 3 rows: at a Jaccard likeness of 0.5 four pairs in five share a band, at 0.6 19 of 20,
# at 0.7 99 of 100; at 0.1, where unlike stories lie, one in 80.
_ARTICLE_BANDS, _SENTENCE_BANDS, _ROWS = 12, 4, 3
# "He said no." is anybody's. Words of so many letters carry a sentence.
_FEWEST_CONTENT_WORDS, _CONTENT_LETTERS = 6, 4
# A correction changes some numbers or names, the next notice of a template most of them.
_STRAYS_PER_PARTICULAR, _STRAYS_PER_WORD = 0.2, 0.01
_SEED = 1987


def article_bands(text: str) -> tuple[int, ...]:
    """12 signed 64-bit numbers, the same in any process; () for a text too short to tell.

    Sources: Broder 1997, "On the resemblance and containment of documents" (shingles, MinHash);
    Indyk and Motwani 1998, "Approximate nearest neighbors" (LSH); its bands as in Leskovec,
    Rajaraman and Ullman, "Mining of Massive Datasets", 3.4.
    """
    shingles = _shingles(folded_words(text))
    return _bands(shingles, _ARTICLE_BANDS) if len(shingles) >= _FEWEST_SHINGLES else ()


def likeness(one: str, other: str) -> float:
    """How much of the shorter article stands in the longer, 0 to 1; the same both ways.

    Broder's containment of three-word shingles: a story cut by half is still wholly the same. Under
    30 shingles it is their Jaccard likeness, for a sentence or two stand in many a story. 0 where
    many of the numbers or names of each are not in the other: a template filled in anew.
    """
    (first, mine), (second, theirs) = _worded(one), _worded(other)
    if not mine or not theirs or not _tell_of_the_same(first, second):
        return 0.0
    shorter = min(len(mine), len(theirs))
    whole = shorter if shorter >= _FEWEST_SHINGLES else len(mine | theirs)
    return len(mine & theirs) / whole


def sentence_bands(sentence: str) -> tuple[int, ...]:
    """4 signed 64-bit numbers, as `article_bands`; () with too few content words to tell.

    The numbers and negations go into each band: without the same ones nothing is the same sentence.
    """
    told = wording(sentence)
    content = {word for word in told.words if len(word) >= _CONTENT_LETTERS}
    if sum(not word[0].isdigit() for word in content) < _FEWEST_CONTENT_WORDS:
        return ()
    turns = " ".join((*told.numbers, "|", *sorted(told.negations)))
    return _bands(content, _SENTENCE_BANDS, turns)


def sentence_likeness(one: str, other: str) -> float:
    """The Jaccard likeness of two sentences' words, 0 to 1; the same both ways.

    0 where a number, a negation or a name makes one say otherwise: other numbers or in another
    order, other negations, each with a name that the other lacks, or names that change places.
    """
    first, second = wording(one), wording(other)
    mine, theirs = set(first.words), set(second.words)
    if not mine or not theirs or first.numbers != second.numbers:
        return 0.0
    if first.negations != second.negations or (first.names - theirs and second.names - mine):
        return 0.0
    shared_names = (first.names | second.names) & mine & theirs
    if _order(shared_names, first) != _order(shared_names, second):
        return 0.0
    return len(mine & theirs) / len(mine | theirs)


# A new article is compared with up to fifty, and these, of one template, with the next one again.
@lru_cache(maxsize=256)
def _worded(text: str) -> tuple[Wording, Set[str]]:
    told = wording(text)
    return told, frozenset(_shingles(told.words))


def _shingles(words: Sequence[str]) -> set[str]:
    starts = range(max(1, len(words) - _SHINGLE_WORDS + 1)) if words else ()
    return {" ".join(words[start : start + _SHINGLE_WORDS]) for start in starts}


def _bands(tokens: Set[str], count: int, turns: str = "") -> tuple[int, ...]:
    from rensa import RMinHash

    signature = RMinHash(num_perm=count * _ROWS, seed=_SEED)
    signature.update(list(tokens))
    values = signature.digest()
    return tuple(
        int.from_bytes(
            blake2b(
                struct.pack(f"<{_ROWS + 1}I", band, *values[band * _ROWS : (band + 1) * _ROWS])
                + turns.encode(),
                digest_size=8,
            ).digest(),
            "little",
            signed=True,
        )
        for band in range(count)
    )


def _tell_of_the_same(one: Wording, other: Wording) -> bool:
    """Whether one of the two has most of its numbers in the other, and one most of its names."""
    return (
        _has_few_strays(frozenset(one.numbers), one, other)
        or _has_few_strays(frozenset(other.numbers), other, one)
    ) and (_has_few_strays(one.names, one, other) or _has_few_strays(other.names, other, one))


def _has_few_strays(particulars: frozenset[str], of: Wording, other: Wording) -> bool:
    allowed = max(_STRAYS_PER_PARTICULAR * len(particulars), _STRAYS_PER_WORD * len(of.words))
    return len(particulars.difference(other.words)) <= allowed


def _order(names: Set[str], told: Wording) -> list[str]:
    return [word for word in dict.fromkeys(told.words) if word in names]
