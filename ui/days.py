"""Days as users write them, and as they read them."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(words: Any) -> date:
    """The day that ``words`` name as YYYY-MM-DD; no other form is guessed at. Raises ValueError."""
    if not isinstance(words, str) or not _DAY.fullmatch(words):
        raise ValueError(f"{words!a} is no day as YYYY-MM-DD")
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ValueError(f"{words} is no day of the calendar") from error


def day(when: date) -> str:
    """The day as it is read: "5 February 2020"."""
    return f"{when.day} {when:%B %Y}"


def period(since: date, until: date) -> str:
    """A day, a month or a year as it is read, and any other period by its first and last day; both
    belong to it."""
    if since == until:
        return day(since)
    if (since.month, since.day, until.month, until.day, until.year) == (1, 1, 12, 31, since.year):
        return str(since.year)
    last = monthrange(since.year, since.month)[1]
    if since.day == 1 and until == since.replace(day=last):
        return f"{since:%B %Y}"
    return f"{day(since)} to {day(until)}"
