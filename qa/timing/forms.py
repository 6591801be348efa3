"""How English news writes a time: the forms, and what each resolves to. Input: matched words.
Output: Periods.
"""

import re
from collections.abc import Callable
from datetime import date

from index.calendar_words import WEEKDAY
from qa.timing.periods import Period, month_period, year_period
from qa.timing.resolving import day_of_year, month_number, month_of_year, relative, weekday

# "may" is a verb more often than a month.
_MONTH = (
    r"(?i:Jan(?:uary\b|\.|\b)|Feb(?:ruary\b|\.|\b)|Mar(?:ch\b|\.|\b)|Apr(?:il\b|\.|\b)"
    r"|(?-i:May|MAY)\b|June?\b|July?\b|Aug(?:ust\b|\.|\b)|Sep(?:t(?:ember)?\b|t?\.|\b)"
    r"|Oct(?:ober\b|\.|\b)|Nov(?:ember\b|\.|\b)|Dec(?:ember\b|\.|\b))"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
)
# A month alone is told from "may" and "march" by its capital or by what goes before it.
_MONTH_ALONE = (
    r"(?:(?<=\bin )|(?<=\bsince )|(?<=\bduring )|(?<=\buntil )|(?<=\bby ))(?i:"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:January|February|April|June|July|August|September|October|November|December)\b"
    r"|(?:(?<=/)|(?<=[a-z’'] )|(?<=[a-z’']\n))March\b"
    r"|(?:(?<=/)|(?<=\bof )|(?<=\bfor )|(?<=\blast )|(?<=\bfrom )|(?<=\blate )|(?<=\bearly )"
    r"|(?<=\bthe )|(?<=\bits )|(?<=\bmid-)|(?<=[’']s ))May\b"
    # "Before May resigned" is of a person.
    r"|(?:(?<=\bbefore )|(?<=\bafter ))May\b(?=\W*$|[,;.]|\s+(?:in|at|on|of|and|or)\b)"
    r"|\b(?:JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
    r"|\bMARCH\b(?!\s+(?:IN|ON|TO|FOR|AGAINST|THROUGH)\b)"
)
TIME = re.compile(
    rf"(?P<month_year>\b{_MONTH}(?:,|\sof)?\s+{_YEAR}\b)"
    rf"|(?P<month_relative>\b{_MONTH}(?:\s+of)?\s+(?i:last|this|next)\s+(?i:year)\b)"
    rf"|(?P<month_day>\b{_MONTH}\s+{_DAY}\b(?![,.]?\d))"
    rf"|(?P<day_month>(?<![\d.,/$-])\b{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w))"
    rf"|(?P<decade>\b(?:19|20)\d0s\b)"
    rf"|(?P<years>(?<![\d.,/$£€-]){_YEAR}(?:[/-]\d\d|/{_YEAR})(?![\d/.,-]\d|\d))"
    rf"|(?P<year>(?<![\d.,/$£€:+-])\b{_YEAR}\b(?![.,:/-]?\d|%|[-–]\w))"
    rf"|(?P<weekday>\b(?i:(?:last|next|this)\s+)?{WEEKDAY}\b)"
    rf"|(?P<relative>\b(?i:today|yesterday|tomorrow|tonight|(?:last|this|next)\s+(?:week|month|year)"
    rf"|{_NUMBER}\s+(?:day|week|month|year)s?\s+ago)\b)"
    rf"|(?P<month>{_MONTH_ALONE})"
)
"""All but whole dates; the name of the group is the form's."""

_MONTH_NAME = re.compile(_MONTH)
_TIME_WORDS = frozenset(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday today yesterday tomorrow tonight ago week month year
    """.split()
)
_WORDS = re.compile(r"[a-z]+")
_CENTURY = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d+")
_YEARLESS = frozenset({"month", "month_day", "day_month"})


def may_name_a_time(text: str) -> bool:
    """False where no form can match, as in six sentences of ten: 6 µs, where `TIME` takes 110."""
    return not _TIME_WORDS.isdisjoint(_WORDS.findall(text.lower())) or bool(_CENTURY.search(text))


def month_and_day(form: str, words: str) -> tuple[int | None, int | None]:
    """The month, and the day if there is one, that the words name without a year."""
    if form not in _YEARLESS:
        return None, None
    name, day = _MONTH_NAME.search(words), _DIGITS.search(words)
    return month_number(name.group()) if name else None, int(day.group()) if day else None


def resolve(form: str, words: str, written: date | None, is_ahead: bool | None) -> Period | None:
    """What the words of that form name; none where it depends on a day of writing that is not
    known. ``is_ahead`` tells whether what is told is yet to come, None that this is not known."""
    words = " ".join(words.split())
    if form in _ABSOLUTE:
        return _ABSOLUTE[form](words)
    return _FROM_WRITING[form](words, written, is_ahead) if written else None


def _month_year(words: str) -> Period:
    return month_period(int(words[-4:]), month_number(words))


def _year(words: str) -> Period:
    return year_period(int(words[:4]))


def _years(words: str) -> Period:
    """1986/87, 1999-00, 2014/2015."""
    first = int(words[:4])
    return year_period(first, max(1, (int(words[-2:]) - first) % 100 + 1))


def _decade(words: str) -> Period:
    return year_period(int(words[:4]), 10)


def _weekday(words: str, written: date, is_ahead: bool | None) -> Period | None:
    lead, _, name = words.rpartition(" ")
    return weekday(name, written, is_ahead=bool(is_ahead) or lead.strip().lower() == "next")


def _month(words: str, written: date, is_ahead: bool | None) -> Period | None:
    return month_of_year(month_number(words), written, is_ahead)


def _day(words: str, written: date, _is_ahead: bool | None) -> Period | None:
    month, day = month_and_day("month_day", words)
    return day_of_year(month, day, written) if month and day else None


def _relative(words: str, written: date, _is_ahead: bool | None) -> Period | None:
    return relative(words.lower(), written)


_ABSOLUTE: dict[str, Callable[[str], Period]] = {
    "month_year": _month_year,
    "year": _year,
    "years": _years,
    "decade": _decade,
}
_FROM_WRITING: dict[str, Callable[[str, date, bool | None], Period | None]] = {
    "month_day": _day,
    "day_month": _day,
    "weekday": _weekday,
    "relative": _relative,
    "month_relative": _relative,
    "month": _month,
}
