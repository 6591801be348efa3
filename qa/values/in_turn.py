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
from qa.understanding import Asks, Query, QueryTerm
from qa.values.figures import figures
from qa.values.numbers import Number, find_numbers
from qa.values.units import DURATIONS

# "..., and the Veddo navy 54", "than Veddo, which has 3,900", "and Veddo's for nine".
_IN_TURN = re.compile(
    rf"(?:[;,]|\b(?:and|while|but|as|than))\s+(?:the\s+)?(?P<name>{NAME})(?:\s[a-z]+)?(?:['’]s?)?,?"
    r"(?:\s(?:which|who)\s(?!(?:was|were|is|are)\b)[a-z]+|\s(?:has|had|have|only|some|about|for|at|by))?"
    r"\s*$"
)
_HOW_LONG = re.compile(r"\bhow long\b", re.IGNORECASE)


def in_turn(query: Query, candidate: Candidate) -> Candidate:
    """The candidate, its words moved to the number that goes with the name asked about, where they
    were one of another's: only of numbers that are told in turn, each but the first right behind
    the name that it is of."""
    names = [term for term in query.terms if term.is_name]
    asks_number = query.asks is Asks.NUMBER or _HOW_LONG.search(query.text)
    if not (names and asks_number and candidate.has_words):
        return candidate
    line = candidate.sentence.quote.translate(ONE_LINE)
    numbers = find_numbers(line)
    start, end = candidate.in_quote
    read = [n for n, each in enumerate(numbers) if each.start < end and start < each.end]
    own = _own(line, numbers, read[0], names) if read else None
    if own is None or _is_unlike(line, numbers[read[0]], numbers[own]):
        return candidate
    first, other = numbers[read[0]], numbers[own]
    behind = _same_words_behind(line[first.end : end], line[other.end :])
    base = candidate.sentence.start
    span = replace(candidate.span, start=base + other.start, end=base + other.end + behind)
    return replace(candidate, span=span)


def _own(
    line: str, numbers: Sequence[Number], taken: int, names: Sequence[QueryTerm]
) -> int | None:
    """Which number is the asked one's, where the one ``taken`` is another's; None where that is not
    plain."""
    turns = [_owner(line, numbers, n) for n in range(len(numbers))]
    asked = [n for n, of in enumerate(turns) if of and any(match(term, of) for term in names)]
    opening = frozenset(stems(line[: numbers[0].start]))
    opens_with_asked = any(match(term, opening) for term in names)
    if len(asked) == 1 and not opens_with_asked and not turns[taken] and taken < asked[0]:
        return asked[0]
    # "The Moran navy has 31 ships, and the Veddo navy 54", asked of the first.
    is_first = opens_with_asked and not asked and taken == 1 and bool(turns[1])
    return 0 if is_first else None


def _owner(line: str, numbers: Sequence[Number], number: int) -> frozenset[str]:
    """The stems of the name right before the number that goes on from another's; none where there
    is none."""
    if number == 0:
        return frozenset()
    found = _IN_TURN.search(line[numbers[number - 1].end : numbers[number].start])
    return frozenset(stems(without_opening(found["name"]))) if found else frozenset()


def _is_unlike(line: str, one: Number, other: Number) -> bool:
    """Whether both are told with a unit, and not with one; hours may be told of one, days of the
    other."""
    units = {
        value.unit
        for each in (one, other)
        for value in figures(line)
        if value.start <= each.start < value.end
    }
    return len(units) > 1 and not units <= DURATIONS


def _same_words_behind(behind: str, line: str) -> int:
    """How many characters of the words behind one number stand behind the other as well."""
    words = behind.split()
    for count in range(len(words), 0, -1):
        if found := re.match(r"\s+" + r"\s+".join(map(re.escape, words[:count])) + r"\b", line):
            return found.end()
    return 0
