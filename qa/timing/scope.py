"""The time that a question is about, and what a collection must tell for it to be known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from qa.timing.periods import EVER, Period

DEEDS: Mapping[str, str] = {
    "resigned": "resigns",
    "died": "dies",
    "quit": "quits",
    "retired": "retires",
    "ended": "ends",
    "began": "begins",
    "started": "starts",
    "collapsed": "collapses",
    "sank": "sinks",
}
"""Deeds that need no object, each as a sentence and as a headline tells it."""


class Order(StrEnum):
    """In which order of time the answer is wanted."""

    ANY = "any"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class TimeScope:
    """The days that are asked about, both included, and the order; ``phrases`` are the question's
    own for the days ("in 2020"), ``order_words`` for the order ("latest"); empty where it names no
    time.

    ``month`` and ``day`` are those of what names no year, ``last_month`` where it names a stretch
    of months. ``event`` are the stems of an event that
    the days are counted from, and ``of_saying`` tells that it is asked when something was said.
    """

    since: date | None = None
    until: date | None = None
    order: Order = Order.ANY
    phrases: tuple[str, ...] = ()
    order_words: str = ""
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    event: frozenset[str] = frozenset()
    of_saying: bool = False
    notes: tuple[str, ...] = ()

    @property
    def period(self) -> Period | None:
        """The days as a Period, none where none are asked about."""
        if self.since is None and self.until is None:
            return None
        return Period(self.since or EVER.since, self.until or EVER.until)

    @property
    def words(self) -> str:
        """The question's own words for time; empty where it names none."""
        return " ".join(filter(None, (*self.phrases, self.order_words)))

    @property
    def is_named(self) -> bool:
        """Whether the question names the days itself: what is counted from the newest article or
        from an event, and what names no year, may be meant of other days."""
        return self.period is not None and not (self.event or self.notes)

    def has_month(self, month: int) -> bool:
        """Whether it is the month asked about, or of the stretch of months."""
        if self.month is None or self.last_month is None:
            return month == self.month
        if self.month <= self.last_month:
            return self.month <= month <= self.last_month
        return month >= self.month or month <= self.last_month

    @property
    def narrows(self) -> bool:
        """Whether some days are asked about, and not others."""
        return self.period is not None or self.month is not None


class Days(Protocol):
    """What a collection tells of days."""

    def newest(self) -> date | None:
        """The day of the newest article, none where no article has one."""
        ...

    def oldest(self) -> date | None:
        """The day of the oldest article, none where no article has one."""
        ...

    def of_event(self, words: str) -> Period | None:
        """When the event was, as far as the articles tell."""
        ...

    def of_deed(self, who: str, deed: str) -> Period | None:
        """When somebody did one of DEEDS, or something ended: "Frost", "resigned"."""
        ...
