"""Resolve words for a time to days. Input: the words, and the day they were written on. Output: a
Period, or none.

"On Tuesday" is the last Tuesday on or before that day; a day of the year is the nearest one.
"""

from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa.timing.periods import Period, day_period, month_period, week_period, year_period

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEK_DAYS = 7
_KEPT = 10_000


def month_number(word: str) -> int:
    """1 to 12 for a month's name, short or long."""
    return _MONTHS.index(word[:3].lower()) + 1


def weekday(word: str, written: date, *, is_ahead: bool = False) -> Period:
    """The last day of that name on or before the day of writing; ``is_ahead``: the next one."""
    number = _WEEKDAYS.index(word[:3].lower())
    back = (written.weekday() - number) % _WEEK_DAYS
    return day_period(written + timedelta(days=(-back) % _WEEK_DAYS if is_ahead else -back))


def day_of_year(month: int, day: int, written: date) -> Period | None:
    """The nearest day of that name; none where there is no such day near."""
    days = []
    for year in (written.year - 1, written.year, written.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:  # the 29th of February, or of nothing
            continue
    return day_period(min(days, key=lambda near: abs(near - written))) if days else None


def month_of_year(month: int, written: date, *, is_ahead: bool = False) -> Period:
    """The last month of that name that had begun; ``is_ahead``: the next one, or this."""
    if is_ahead:
        return month_period(written.year + (month < written.month), month)
    return month_period(written.year - (month > written.month), month)


@lru_cache(_KEPT)
def relative(words: str, written: date) -> Period | None:
    """What "two weeks ago", "last month" or "yesterday" is, written on that day."""
    try:
        found = _parser(written).get_date_data(words)
    except (ValueError, OverflowError):  # "9999 years ago"
        return None
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "week":
        return week_period(day)
    if found.period == "month":
        return month_period(day.year, day.month)
    return year_period(day.year) if found.period == "year" else day_period(day)


@cache
def _parser(written: date) -> "DateDataParser":
    # 70 ms to import, and few questions are about a time.
    from dateparser.date import DateDataParser

    base = datetime(written.year, written.month, written.day)
    return DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "past",
            # Else the machine's own zone may move a day.
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PARSERS": ["relative-time"],
        },
    )
