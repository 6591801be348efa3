"""Tell whether two sentences give values of one thing. Input: Told values. Output: yes or no.

Wherever it cannot be shown that they do, they do not: another place, day, period, part or company
is another thing.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from qa.countries import countries_proper
from qa.matching import FUNCTION_STEMS
from qa.records import Kind
from qa.values.equality import may_be_equal
from qa.values.framing import Frame
from qa.values.opposites import OPPOSITES
from qa.values.records import Value
from qa.values.units import SERIES, SLOW, WEEKDAYS

# How many words two clauses have in common, and what share of the shorter one. A story has many
# measures and a sentence many dates and names: of those more must agree than of a count.
FEWEST_SHARED = 2
_FEWEST, _SHARE = 3, 0.5
_SHARE_ASKED, _SHARE_MEASURED = 0.25, 0.4
# Where nobody asked for a measure, the sentences must be one but for it.
_TWINS, _TWIN_WORDS = 0.75, 5
# A count is brought up to date for some days; what is measured is measured anew.
_DAYS_COUNTED, _DAYS_MEASURED = 6, 0
# What an event came to is told anew for weeks, and of what has a name for months.
_DAYS_OF_TOLL, _DAYS_OF_EVENT, _DAYS_OF_NAMED = 10, 35, 120
# Two sentences that share so many names are about the same; with fewer, the headlines must be.
_NAMES, _HEADLINES = 2, 0.4
# So much of the names that one of two stories opens with must be known to the other.
_LEADS = 0.5


@dataclass(frozen=True, slots=True)
class About:
    """What a story is about: the stems of its headline, the names of its first sentence, all its
    stems, and when it was published."""

    headline: frozenset[str]
    lead: frozenset[str]
    words: frozenset[str]
    published: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """A value with the others ``beside`` it in its sentence, its frame, the sentence's stems, and
    what its story is about."""

    value: Value
    beside: tuple[Value, ...]
    frame: Frame
    sentence: frozenset[str]
    about: About


def are_of_one_year(one: About, other: About) -> bool:
    """Whether both stories are of the same months, as far as is known, so that "March" is one."""
    days = one.published, other.published
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= _DAYS_OF_NAMED


def of_one_thing(one: Told, other: Told, *, asked: bool) -> bool:
    """Whether both values are of the same thing. ``asked`` where both were found to answer one
    question, so that less need be shared."""
    mine, theirs = one.value, other.value
    return (
        (mine.kind, mine.unit, mine.fate) == (theirs.kind, theirs.unit, theirs.fate)
        and not (mine.kind is Kind.NUMBER and _apart(mine.described, theirs.described))
        and _on_the_same_days(one, other, asked)
        and _at_the_same_times(one, other, asked)
        and not _is_another_of_them(one, other, asked)
        and _about_the_same(one, other, asked)
        and not _opposed(one.sentence | one.about.headline, other.sentence | other.about.headline)
        and _in_the_same_words(one, other, asked)
    )


def of_one_measure(one: Told, other: Told, *, at_one_time: bool) -> bool:
    """Whether both values, found for the measure that a question names, are of it: what its words
    leave open does not set them apart. ``at_one_time`` where both are told of a time that is asked
    for, and so whenever they are published."""
    mine, theirs = one.value, other.value
    return (
        mine.unit == theirs.unit
        and not _has(one.beside, theirs)
        and not _has(other.beside, mine)
        and not _opposed(one.frame.clause, other.frame.clause)
        and (
            at_one_time
            or _on_the_same_days(one, other, asked=True)
            # Both dates are told with what changes slowly.
            or (
                bool(one.frame.clause & SLOW and other.frame.clause & SLOW)
                and _within(one, other, _DAYS_OF_NAMED)
            )
        )
    )


def is_told_of_one_amount(
    one: Told, other: Told, *, is_named: bool, is_past: bool, is_slow: bool = False
) -> bool:
    """Whether both values, found for the amount that a question asks, are of one event or thing:
    told within weeks, of no other period, by stories that are about the same. ``is_named`` where
    the question names it, ``is_past`` where it changes no more, ``is_slow`` where it does so within
    weeks at most."""
    mine, theirs = one.value, other.value
    is_one_unit = mine.is_measure == theirs.is_measure and (
        mine.unit == theirs.unit or not mine.is_measure
    )
    days = _DAYS_OF_NAMED if is_named else _DAYS_OF_EVENT
    if not is_past or mine.fate:
        # Of the dead there are others in two weeks.
        days = _DAYS_OF_TOLL if is_past else _DAYS_OF_EVENT if is_slow else _DAYS_COUNTED
    return (
        is_one_unit
        and not _has(one.beside, theirs)
        and not _has(other.beside, mine)
        and not _opposed(one.frame.clause, other.frame.clause)
        and _within(one, other, days)
        and _of_one_period(one.frame.times, other.frame.times)
        and _have_one_subject(one, other, is_named)
    )


def _within(one: Told, other: Told, days: int) -> bool:
    mine, theirs = one.about.published, other.about.published
    return mine is None or theirs is None or abs((mine - theirs).days) <= days


def _of_one_period(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether no quarter or year sets them apart; the day on which it was said does not."""
    years = [{time for time in times if time.isdigit()} for times in (mine, theirs)]
    return mine & SERIES == theirs & SERIES and not _apart(*years)


def _have_one_subject(one: Told, other: Told, is_named: bool) -> bool:
    """Whether each story knows the other's names, and a headline has one of them; where the
    question names what it is about, it is enough that one story does."""
    shares = (
        _share(one.about.lead | one.frame.names, other.about.words),
        _share(other.about.lead | other.frame.names, one.about.words),
    )
    heads = (
        one.about.headline & (other.about.lead | other.frame.names),
        other.about.headline & (one.about.lead | one.frame.names),
    )
    return max(shares) >= _LEADS and (
        is_named or (min(shares) > 0 and any(heads)) or _open_with_one(one.about, other.about)
    )


def _open_with_one(one: About, other: About) -> bool:
    """Whether one story opens with names that the other has too, no countries', under headlines
    that share a word: the ferry that sank off Holm is called the Aurora by one of them."""
    known = one.lead & other.words, other.lead & one.words
    return bool(one.headline & other.headline - FUNCTION_STEMS) and any(
        len({stem for stem in names if not countries_proper({stem})}) >= _NAMES for names in known
    )


def _on_the_same_days(one: Told, other: Told, asked: bool) -> bool:
    mine, theirs = one.about.published, other.about.published
    if mine is None or theirs is None:
        return True
    most = _DAYS_MEASURED if one.value.is_measure and not asked else _DAYS_COUNTED
    is_of_one_year = any(time.isdigit() for time in one.frame.times & other.frame.times)
    return is_of_one_year or abs((mine - theirs).days) <= most


def _at_the_same_times(one: Told, other: Told, asked: bool) -> bool:
    """Whether the times that they name agree: none on both sides of which no one is the same, and
    unasked no period that only one of them names."""
    mine, theirs = one.frame.times, other.frame.times
    if one.value.kind is Kind.DATE:
        return True
    return not _apart(mine, theirs) and (asked or mine - WEEKDAYS == theirs - WEEKDAYS)


def _is_another_of_them(one: Told, other: Told, asked: bool) -> bool:
    """Whether one sentence has the other's value beside its own, of something else then; or where
    more than one value differs, as in a form that is filled in anew."""
    if _has(one.beside, other.value) or _has(other.beside, one.value):
        return True
    if asked or one.value.fate or not one.beside or not other.beside:
        return False
    shared = sum(_has(other.beside, value) for value in one.beside)
    return shared < min(len(one.beside), len(other.beside))


def _has(values: tuple[Value, ...], wanted: Value) -> bool:
    return any(value.unit == wanted.unit and may_be_equal(value, wanted) for value in values)


def _about_the_same(one: Told, other: Told, asked: bool) -> bool:
    """Whether the names agree: no places that are not the same, no names on both sides that the
    other story does not know, and enough in common."""
    mine, theirs = _less_value(one, one.frame.names), _less_value(other, other.frame.names)
    known, known_there = other.about.words, one.about.words
    if _apart(one.frame.clause_names, other.frame.clause_names):
        return False
    strays = (mine | one.frame.opening) - known, (theirs | other.frame.opening) - known_there
    if all(strays) or (any(strays) and one.value.is_measure and not asked):
        return False
    shares = (
        _share(_less_value(one, one.about.lead), known),
        _share(_less_value(other, other.about.lead), known_there),
    )
    if min(shares) == 0 or max(shares) < _LEADS:
        return False
    if len(mine & theirs) >= _NAMES:
        return True
    headlines = one.about.headline, other.about.headline
    if headlines[0] - known and headlines[1] - known_there:
        return False
    return len(headlines[0] & headlines[1]) >= max(
        _NAMES, _HEADLINES * min(len(headlines[0]), len(headlines[1]))
    )


def _less_value(told: Told, names: frozenset[str]) -> frozenset[str]:
    """The names without the one that is the value itself."""
    return names - told.value.described if told.value.kind is Kind.NAME else names


def _opposed(mine: Set[str], theirs: Set[str]) -> bool:
    return any(
        (mine & side and theirs & against and not (mine & against or theirs & side))
        or (mine & against and theirs & side and not (mine & side or theirs & against))
        for side, against in OPPOSITES
    )


def _in_the_same_words(one: Told, other: Told, asked: bool) -> bool:
    if one.value.is_measure and not asked:
        return _are_twins(_wording(one), _wording(other))
    fewest, share = _FEWEST, _SHARE
    if asked and one.value.kind is Kind.NUMBER:
        fewest, share = FEWEST_SHARED, _SHARE_MEASURED if one.value.is_measure else _SHARE_ASKED
    mine, theirs = one.frame.clause, other.frame.clause
    shared = len(mine & theirs)
    return shared >= fewest and shared >= share * min(len(mine), len(theirs))


def _are_twins(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether one of the two says nothing that the other does not, and that little more."""
    shared = len(mine & theirs)
    return shared >= max(_TWIN_WORDS, _TWINS * len(mine | theirs)) and (
        mine <= theirs or theirs <= mine
    )


def _wording(told: Told) -> set[str]:
    return {stem for stem in told.sentence - FUNCTION_STEMS if not stem[0].isdigit()}


def _share(names: Set[str], words: Set[str]) -> float:
    """How much of the names the other story knows; half where there are none to tell by."""
    return len(names & words) / len(names) if names else _LEADS


def _apart(one: Set[str], other: Set[str]) -> bool:
    return bool(one and other) and not one & other
