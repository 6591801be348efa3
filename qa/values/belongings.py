"""Tell where a sum or a share is of another thing than the one asked about. Input: an AskedAmount,
a Value and its Place. Output: yes or no.

What was paid for a villa is neither the fine over it nor the price of a boat, and who owns a tenth
of one company owns other shares of others.
"""

import re

from index.analysis import stems
from qa.matching import match
from qa.values.asked_amounts import AskedAmount
from qa.values.parts import NAME, Place
from qa.values.records import Value
from qa.values.units import TIMES
from qa.values.wordings import FOR_OTHERS, PAID, THINGS, is_kin_near

_BOUGHT = re.compile(
    r"\s+(?:in cash )?for (?:the|an?|his|her|its|their)"
    r"((?: (?!(?:in|on|at|of|by|to|near|behind|beside|from|with|and|which|that)\b)[a-z-]+){1,4})",
    re.IGNORECASE,
)
_OF_NAME = re.compile(r"\s+(?:stake )?(?:of|in)(?: the)?((?: [A-Z][\w'’-]*)+)")


def is_price(asked: AskedAmount) -> bool:
    """Whether it is asked what was paid for a thing: that is settled once."""
    return any(term.stem in PAID.asked for term in asked.what) and bool(asked.somewhere)


def is_of_another_thing(asked: AskedAmount, value: Value, place: Place, clause: str) -> bool:
    """Whether the sum is for something else, or the share one of something else or another's."""
    if asked.is_share:
        return _is_another_share(asked, value, place)
    return is_price(asked) and _is_another_price(asked, value, place, clause)


def _is_another_price(asked: AskedAmount, value: Value, place: Place, clause: str) -> bool:
    wanted = frozenset(term.stem for term in asked.somewhere)
    other = FOR_OTHERS.search(clause)
    if other is not None and wanted.isdisjoint(stems(other[0])):
        return True
    bought = _BOUGHT.match(place.line, value.end)
    near = frozenset(stems(bought[1])) if bought else place.sentence.stems
    return not all(
        match(term, near) or is_kin_near(term.stem, near, THINGS) for term in asked.somewhere
    )


def _is_another_share(asked: AskedAmount, value: Value, place: Place) -> bool:
    wanted = {term.stem for term in asked.names}
    of = _OF_NAME.match(place.line, value.end)
    before = [name for name in NAME.findall(place.line[: value.start]) if _is_name(name)]
    opening = place.line.split(maxsplit=1)[0]
    owners = stems(" ".join([opening, *before]))
    return (of is not None and wanted.isdisjoint(stems(of[1]))) or wanted.isdisjoint(owners)


def _is_name(word: str) -> bool:
    return word.casefold() not in TIMES
