"""Find the persons that a sentence names. Input: text. Output: Values of names, in order.

Only full names: a last word alone is as often a place, a company or a day.
"""

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from index.analysis import stems
from index.folding import fold
from index.names.sounding import Sound, compare_sounds
from index.statements.names import is_persons, names_in, tidy, without_titles
from qa.records import Kind
from qa.values.records import Value

_KEPT = 4096
# Spelled by ear or with a slip, names come this close.
_CLOSE = 0.85


@lru_cache(_KEPT)
def persons(text: str) -> tuple[Value, ...]:
    """The persons that are named in full."""
    found = []
    at = 0
    for run in names_in(text):
        at = max(text.find(run, at), at)
        _, name = without_titles(tidy(run))
        start = text.find(name, at)
        if start < 0 or " " not in name or not is_persons(name):
            continue
        found.append(
            Value(
                Kind.NAME,
                start,
                start + len(name),
                unit="person",
                described=frozenset(stems(name)),
                name=fold(name),
            )
        )
    return tuple(found)


def is_one_name(one: str, other: str) -> bool:
    """Whether two plain names may be one person's: a word of both is the same or all but."""
    return any(
        mine == theirs
        or compare_sounds(mine, theirs) is not Sound.OTHER
        or JaroWinkler.similarity(mine, theirs) >= _CLOSE
        for mine in _words(one)
        for theirs in _words(other)
    )


def _words(name: str) -> list[str]:
    return [word.strip(".") for word in name.replace("-", " ").split() if len(word.strip(".")) > 1]
