"""Resolve words for a time to days. Input: the words, and the day they were written on. Output: a
Period, or none.

"On Tuesday" is the last Tuesday on or before that day, unless it is told as yet to come; a month
is the last or the next one by the tense, the nearest one where that is not told.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from qa.timing.periods import Period, day_period, month_period, week_period, year_period

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEK_DAYS = 7
_YEAR_MONTHS = 12
_DAYS_OFF = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_NUMBERS = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
}
_COUNTED = re.compile(
    rf"(?:(?P<step>{'|'.join(_STEPS)})|(?P<ago>\d+|{'|'.join(_NUMBERS)})(?=.* ago$))"
    r" (?P<unit>day|week|month|year)s?(?: ago)?"
)

_MONTH_OF_YEAR = re.compile(
    rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?(?: of)? (?P<step>{'|'.join(_STEPS)}) year"
)


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


def month_of_year(month: int, written: date, is_ahead: bool | None = None) -> Period:
    """The last month of that name that had begun; ``is_ahead``: the next one, or this; None, where
    it is not told: the nearest of the two, of equals the last."""
    back, ahead = (written.month - month) % _YEAR_MONTHS, (month - written.month) % _YEAR_MONTHS
    is_next = ahead < back if is_ahead is None else is_ahead
    if is_next:
        return month_period(written.year + (month < written.month), month)
    return month_period(written.year - (month > written.month), month)


def relative(words: str, written: date) -> Period | None:
    """What "two weeks ago", "last month", "yesterday" or "january last year" is, written on that
    day; none for words of no such form, and for days before the calendar's first."""
    if words in _DAYS_OFF:
        return day_period(written + timedelta(days=_DAYS_OFF[words]))
    if of_year := _MONTH_OF_YEAR.fullmatch(words):
        return month_period(written.year + _STEPS[of_year["step"]], month_number(of_year["month"]))
    found = _COUNTED.fullmatch(words)
    if found is None:
        return None
    if found["ago"]:
        off = -(_NUMBERS.get(found["ago"]) or int(found["ago"]))
    else:
        off = _STEPS[found["step"]]
    step, of = _UNITS[found["unit"]]
    try:
        return of(written + off * step)
    except (ValueError, OverflowError):  # "9999 years ago"
        return None


def _month_of(day: date) -> Period:
    return month_period(day.year, day.month)


def _year_of(day: date) -> Period:
    return year_period(day.year)


_UNITS: dict[str, tuple[relativedelta, Callable[[date], Period]]] = {
    "day": (relativedelta(days=1), day_period),
    "week": (relativedelta(weeks=1), week_period),
    "month": (relativedelta(months=1), _month_of),
    "year": (relativedelta(years=1), _year_of),
}
