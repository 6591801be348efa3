"""Let what describes somebody come first. Input: a Query "Who is X?" and Readings. Output: the
Readings.

A reader takes whom X worked with as readily as what X is.
"""

from collections.abc import Sequence
from dataclasses import replace

from qa.describing import asked_name, describing, is_introduced
from qa.understanding import Query
from qa.weighing import Reading, odds, ranked

# What describes goes first where its odds are this share of the best one's.
_AS_GOOD = 0.1


def described_first(query: Query, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings; of "Who is X?" the best one that describes X changes places with the best one,
    where that only names X."""
    name = asked_name(query)
    by_worth = ranked(readings) if name else []
    first = next((each for each in by_worth if _describes(name, each)), None)
    if first is None or odds(first.probability) < _AS_GOOD * odds(by_worth[0].probability):
        return tuple(readings)
    # Where the best one itself describes X, it changes places with itself.
    best = by_worth[0]
    swapped = {id(best): first.probability, id(first): best.probability}
    return tuple(
        replace(each, probability=swapped.get(id(each), each.probability)) for each in readings
    )


def gives_role(query: Query, readings: Sequence[Reading]) -> bool:
    """Whether the best reading's sentence gives a role of the X who is asked about."""
    name = asked_name(query)
    return bool(name and readings) and is_introduced(name, ranked(readings)[0].candidate.sentence)


def _describes(name: str, reading: Reading) -> bool:
    read = reading.candidate
    return read.has_words and describing(name, read.sentence, *read.in_quote) is not None
