"""A stretch of days, both ends included, and how news writes one. Pure: no clock is read."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``since`` to ``until``, both included."""

    since: date
    until: date

    def meets(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.since <= other.until and other.since <= self.until


EVER = Period(date.min, date.max)
"""All days there are."""


def day_period(day: date) -> Period:
    """That day alone."""
    return Period(day, day)


def week_period(day: date) -> Period:
    """The week of that day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=_WEEK_DAYS - 1))


def month_period(year: int, month: int) -> Period:
    """All of that month."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_period(year: int, years: int = 1) -> Period:
    """All of that year, or of so many from it."""
    return Period(date(year, 1, 1), date(year + years - 1, 12, 31))


def told(period: Period) -> str:
    """As a reader would write it: 2020, October 2020, 20 February 2020, or from one day to
    another; "before ..." and "since ..." where the other end is open."""
    since, until = period.since, period.until
    if since == until:
        return told_day(since)
    if period.since == date.min:
        return f"until {_told_end(until, is_last=True)}"
    if period.until == date.max:
        return f"since {_told_end(since, is_last=False)}"
    if period == year_period(since.year):
        return str(since.year)
    if period == month_period(since.year, since.month):
        return f"{since:%B} {since.year}"
    return f"{_told_end(since, is_last=False)} to {_told_end(until, is_last=True)}"


def told_day(day: date) -> str:
    """A day as news writes it: 20 February 2020."""
    return f"{day.day} {day:%B} {day.year}"


def _told_end(day: date, *, is_last: bool) -> str:
    """A year that begins or ends with the day stands for it, and so does a month."""
    year, month = year_period(day.year), month_period(day.year, day.month)
    if day == (year.until if is_last else year.since):
        return str(day.year)
    if day == (month.until if is_last else month.since):
        return f"{day:%B} {day.year}"
    return told_day(day)
