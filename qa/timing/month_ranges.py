"""Give the months of a stretch of time their years. Input: a question and its Mentions. Output:
Mentions, and a note where the articles' days told the year.

"Between March and July 2024" opens with the March of 2024. Of "from May to June" the only stretch
is meant that the articles' days meet; where they meet several, no year is given.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from qa.timing.expressions import Mention
from qa.timing.periods import Period, day_period, month_period, told, told_day

_EDGE = r"(?:(?:the|early|late|mid|end|beginning|start|middle|of)[\s-]+)*"
_OPENS = re.compile(rf"\b(?:between|from|since)\s+{_EDGE}$", re.IGNORECASE)
_JOINS = re.compile(rf"\s*(?:and|to|until|till|through|[-–])\s*{_EDGE}", re.IGNORECASE)


def of_year(mention: Mention, year: int) -> Period | None:
    """The days of a month, or of a day of one, in that year; none where it names no month, or
    the year has no such day."""
    month, day = mention.month, mention.day
    if month is None:
        return None
    try:
        return day_period(date(year, month, day)) if day else month_period(year, month)
    except ValueError:  # the 29th of February
        return None


def with_years(
    question: str, mentions: Sequence[Mention], span: Period | None
) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The mentions, those of a stretch from month to month with the days that are meant; ``span``
    is the articles' days."""
    pair = stretch(question, mentions)
    if pair is None or not pair[0].month:
        return tuple(mentions), ()
    first, last = pair
    if last.period:
        opening = _opening(first, last.period)
        meant = (opening, last.period) if opening else None
        notes: tuple[str, ...] = ()
    elif not last.month:
        # "Today", "last week": no month of a year.
        return tuple(mentions), ()
    else:
        meant = _only_one(first, last, span) if span else None
        notes = _note(question[first.start : last.end], meant, span)
    if meant is None:
        return tuple(mentions), ()
    given = {first.start: _of(first, meant[0]), last.start: _of(last, meant[1])}
    return tuple(given.get(each.start, each) for each in mentions), notes


def stretch(question: str, mentions: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The two times that a stretch of time opens and closes with; none where none is named."""
    return next(
        (
            (first, last)
            for first, last in pairwise(mentions)
            if _OPENS.search(question[: first.start])
            and _JOINS.fullmatch(question[first.end : last.start])
        ),
        None,
    )


def _opening(first: Mention, closing: Period) -> Period | None:
    """The last of that name that begins no later than the stretch ends."""
    year = closing.until.year
    periods = (of_year(first, each) for each in (year, year - 1))
    return next((each for each in periods if each and each.since <= closing.until), None)


def _only_one(first: Mention, last: Mention, span: Period) -> tuple[Period, Period] | None:
    pairs = []
    for year in range(span.since.year, span.until.year + 2):
        closing = of_year(last, year)
        opening = _opening(first, closing) if closing else None
        if opening and closing and Period(opening.since, closing.until).meets(span):
            pairs.append((opening, closing))
    return pairs[0] if len(pairs) == 1 else None


def _note(words: str, pair: tuple[Period, Period] | None, span: Period | None) -> tuple[str, ...]:
    if not (pair and span):
        return ()
    meant = told(Period(pair[0].since, pair[1].until))
    return (
        f"“{words}” was taken for {meant}: the articles are of {told_day(span.since)} to"
        f" {told_day(span.until)}.",
    )


def _of(mention: Mention, period: Period) -> Mention:
    return replace(mention, period=period, held=period, month=None, day=None)
