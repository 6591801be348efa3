"""Take, of numbers that are told of several in turn, the one of whom it is asked. Input: a Query,
a Candidate. Output: the Candidate.

"The Kerrish navy has 31 ships, and the Vashti navy 54" gives each its own, and a reader that is
asked of the second as readily takes the first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.analysis import stems
from index.statements.names import NAME, without_opening
from index.statements.people import ONE_LINE
from qa.matching import match
from qa.reading import Candidate
from qa.understanding import Asks, Query
from qa.values.figures import figures
from qa.values.numbers import Number, find_numbers
from qa.values.units import DURATIONS, MONTHS

_NAME = re.compile(NAME)
_HOW_LONG = re.compile(r"\bhow long\b", re.IGNORECASE)
_FEWEST = 2


def in_turn(query: Query, candidate: Candidate) -> Candidate:
    """The candidate, its words moved to the number that stands behind the name asked about, where
    they were one behind another's."""
    names = [term for term in query.terms if term.is_name]
    asks_number = query.asks is Asks.NUMBER or _HOW_LONG.search(query.text)
    if not (names and asks_number and candidate.has_words):
        return candidate
    line = candidate.sentence.quote.translate(ONE_LINE)
    numbers = find_numbers(line)
    start, end = candidate.in_quote
    taken = next(
        (n for n, each in enumerate(numbers) if each.start < end and start < each.end), None
    )
    if taken is None or len(numbers) < _FEWEST:
        return candidate
    owners = [frozenset(stems(" ".join(each))) for each in _names_before(line, numbers)]
    asked = [n for n, of in enumerate(owners) if any(match(term, of) for term in names)]
    if len(asked) != 1 or not owners[taken] or taken in asked:
        return candidate
    own = numbers[asked[0]]
    if _is_unlike(line, numbers[taken], own):
        return candidate
    behind = _same_words_behind(line[numbers[taken].end : end], line[own.end :])
    base = candidate.sentence.start
    span = replace(candidate.span, start=base + own.start, end=base + own.end + behind)
    return replace(candidate, span=span)


def _names_before(line: str, numbers: Sequence[Number]) -> list[list[str]]:
    """For each number the names that stand between the one before it and itself."""
    found, since = [], 0
    for each in numbers:
        runs = (without_opening(run) for run in _NAME.findall(line[since : each.start]))
        found.append([run for run in runs if run and run.casefold() not in MONTHS])
        since = each.end
    return found


def _is_unlike(line: str, one: Number, other: Number) -> bool:
    """Whether both are told with a unit, and not with one."""
    units = [
        next((value.unit for value in figures(line) if value.start <= each.start < value.end), "")
        for each in (one, other)
    ]
    durations = [unit for unit in units if unit in DURATIONS]
    return all(units) and units[0] != units[1] and len(durations) < _FEWEST


def _same_words_behind(behind: str, line: str) -> int:
    """How many characters of the words behind one number stand behind the other as well."""
    words = behind.split()
    for count in range(len(words), 0, -1):
        if found := re.match(r"\s+" + r"\s+".join(map(re.escape, words[:count])) + r"\b", line):
            return found.end()
    return 0
