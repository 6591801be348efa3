"""Find the days, months and years that a sentence tells. Input: text and its day. Output: Values of
dates, in order.

"On Tuesday" is a day only where it is known when the article was published. "June" and "June 4" are
compared with their like alone: which year's they are is seldom sure.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from qa.records import Kind
from qa.timing.expressions import Mention, find_times
from qa.timing.periods import day_period, month_period, year_period
from qa.values.records import Value

_KEPT = 4096
# A day of no known year, as a number of its own: further apart than days of two months.
_DAYS_OF_A_MONTH = 40


@lru_cache(_KEPT)
def days(text: str, published: date | None) -> tuple[Value, ...]:
    """The dates that tell when something was or will be."""
    return tuple(
        Value(Kind.DATE, mention.start, mention.end, low, high + 0.5, unit=unit)
        for mention in find_times(text, published)
        if mention.tells_when
        for unit, low, high in _length(mention)
    )


def _length(mention: Mention) -> Iterator[tuple[str, int, int]]:
    """What the mention names, a day, a month or a year, and its first and last day; nothing of any
    other length."""
    if mention.month:
        ordinal = mention.month * _DAYS_OF_A_MONTH + (mention.day or 0)
        yield f"{'day' if mention.day else 'month'} of any year", ordinal, ordinal
    elif period := mention.period:
        since, until = period.since, period.until
        for unit, whole in (
            ("day", day_period(since)),
            ("month", month_period(since.year, since.month)),
            ("year", year_period(since.year)),
        ):
            if period == whole:
                yield unit, since.toordinal(), until.toordinal()
