"""Tell whether two names mean one speaker. Input: the name found, the names it may be. Output: yes
or no.

A person is known by the last word of the name: "Khafaji" is Tahseen al-Khafaji. A body, and anybody
unnamed, by the words: those of one name stand in the other, and are at least half of them, so that
"Defense Ministry" is the Turkish Defense Ministry and a bare "ministry" is nobody. Case, marks on
letters, plurals, "'s", articles, prepositions and the endings of companies ("Inc") do not matter.
"""

import re
from collections.abc import Sequence

from index.folding import fold

_WORD = re.compile(r"[\w.&'’]+")
_NOT_TELLING = frozenset(
    """
    a an the one another other some most many and of for in at on to from by its their
    inc corp co ltd plc ag sa nv company corporation incorporated limited
    """.split()
)


def is_same_speaker(told: str, names: Sequence[str], *, is_person: bool) -> bool:
    """Whether ``told`` is the speaker who goes by these names."""
    return (is_person and _last(told) in map(_last, names)) or any(
        _mean_the_same(_words(told), _words(name)) for name in names
    )


def is_in_full(told: str, name: str) -> bool:
    """Whether ``told`` has all that the fullest name has."""
    return _words(name) <= _words(told)


def _mean_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer, more = sorted((one, other), key=len)
    return bool(fewer) and fewer <= more and 2 * len(fewer) >= len(more)


def _last(name: str) -> str:
    return fold(name).replace("-", " ").rpartition(" ")[2]


def _words(name: str) -> frozenset[str]:
    words = [_plain(word) for word in _WORD.findall(fold(name))]
    return frozenset(word for word in words if word not in _NOT_TELLING) or frozenset(words)


def _plain(word: str) -> str:
    bare = re.sub(r"['’]s$", "", word).strip("'’").replace(".", "")
    # A plural is the same as one of them here: "dealers" and "one dealer".
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
