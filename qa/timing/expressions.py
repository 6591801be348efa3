"""Find the words of a text that name a time. Input: a text, and the day it was published. Output:
Mentions, in order.

What depends on the day of writing ("on Tuesday", "last month") is resolved only where that day is
known. A year that only names a thing ("the 2017 referendum"), or that something is compared with,
does not tell when the rest of the sentence held.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.pages.dates import find_dates
from qa.timing.forms import TIME, may_name_a_time, month_and_day, resolve
from qa.timing.periods import EVER, Period, day_period
from qa.timing.tense import lies_ahead

_MAY_HOLD_A_DATE = re.compile(r"\d{4}|\d[/.]\d")
_IS_YEAR = re.compile(r"\d{4}")
# "some 2000 people", "killed 2000": a count, no year.
_COUNTED = re.compile(
    r"\s+(?:pct|mln|bln|dlrs?|tonnes?|people|troops|soldiers|men|women|miles|metres|meters|km)\b"
)
_COUNTS = re.compile(r"\b[a-z]+(?:ed|es)\s+$")
_TELLS_A_YEAR = re.compile(r"\b(?:in|since|during|until|by|of|early|late|mid)[\s-]+$", re.I)
_NOUN_FOLLOWS = re.compile(
    r"\s+(?!(?:and|or|to|but|as|when|after|before|that|which|by|with|at|in|on)\b)[\w“\"]"
)
# What goes before them where they are what something is compared with, or what came before it.
_ASIDE = re.compile(
    r"\b(?:than|versus|vs|against|compared (?:with|to)|from|following|after)\b[^,;.]{0,40}$"
)
_SINCE = re.compile(
    r"\b(?:(?:since|starting|beginning|effective)\s+(?:\w+\s+){0,4}|from\s+)$", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|before|prior to)\s+(?:\w+\s+){0,4}$", re.I)
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that name a time: ``text[start:end] == words``.

    ``period`` is the days that they name, none where they depend on a day of writing that is not
    known; ``month`` and ``day`` are those of what names no year. ``held`` is when that held of
    which they tell: "since 2017" goes on until the day of writing. ``tells_when`` is False where
    they do not tell when the sentence as a whole held, and ``is_ahead`` where that is yet to come.
    """

    start: int
    end: int
    words: str
    period: Period | None
    held: Period | None
    month: int | None
    day: int | None
    tells_when: bool
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a time stands, and what it resolves to."""

    start: int
    end: int
    period: Period | None
    is_ahead: bool
    month: int | None = None
    day: int | None = None


@lru_cache(_KEPT)
def find_times(text: str, published: date | None) -> tuple[Mention, ...]:
    """Every time that the text names, in order."""
    whole = _whole_dates(text) if _MAY_HOLD_A_DATE.search(text) else []
    others = _others(text, published, whole) if may_name_a_time(text) else ()
    found = [*whole, *others]
    return tuple(
        _mention(text, each, published) for each in sorted(found, key=lambda each: each.start)
    )


def _whole_dates(text: str) -> list[_Found]:
    return [
        _Found(
            each.start,
            each.end,
            day_period(each.day),
            is_ahead=bool(lies_ahead(text, each.start, each.end)),
        )
        for each in find_dates(text)
        if each.day
    ]


def _others(text: str, published: date | None, whole: list[_Found]) -> Iterator[_Found]:
    for match in TIME.finditer(text):
        form, (start, end), words = str(match.lastgroup), match.span(), match.group()
        is_taken = any(start < each.end and each.start < end for each in whole)
        if is_taken or (form == "year" and _is_count(text, start, end)):
            continue
        is_ahead = lies_ahead(text, start, end)
        period = resolve(form, words, published, is_ahead)
        if period or published is None:
            month, day = month_and_day(form, words)
            yield _Found(start, end, period, bool(is_ahead), month, day)


def _mention(text: str, found: _Found, published: date | None) -> Mention:
    before, period, held = text[: found.start], found.period, found.period
    if period and _SINCE.search(before):
        held = Period(period.since, max(published or date.max, period.until))
    elif period and not found.is_ahead and _UNTIL.search(before):
        held = Period(EVER.since, period.until)
    is_aside = names_a_thing(text, found.start, found.end) or bool(_ASIDE.search(before))
    return Mention(
        start=found.start,
        end=found.end,
        words=text[found.start : found.end],
        period=period,
        held=held,
        month=found.month,
        day=found.day,
        tells_when=not is_aside,
        is_ahead=found.is_ahead,
    )


def _is_count(text: str, start: int, end: int) -> bool:
    return bool(_COUNTED.match(text, end) or _COUNTS.search(text[:start]))


def names_a_thing(text: str, start: int, end: int) -> bool:
    """Whether it is a year that belongs to the noun behind it: "the 2017 referendum"."""
    return bool(
        _IS_YEAR.fullmatch(text[start:end])
        and not _TELLS_A_YEAR.search(text[:start])
        and _NOUN_FOLLOWS.match(text, end)
    )
