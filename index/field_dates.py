"""Read a date out of a field that holds one. Input: the field's value. Output: a date, or none.

The day is the one that is written, in whatever zone. Two readings that disagree (03/04/2020) give
none: a wrong date is worse than no date.
"""

import re
from datetime import UTC, date, datetime

from index.pages.dates import find_dates, whole_date

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?![\d-])")
_DIGITS = re.compile(r"\d{8,13}(?:\.\d*)?")
# "Wed Oct 10 20:19:24 +0000 2018", as Unix and Twitter write it: the time stands before the year.
_TIME_BEFORE_YEAR = re.compile(r"\d\d:\d\d(?::\d\d)?(?: [A-Z]{2,5}| [+-]\d{4})? (?=\d{4}$)")
# Seconds since 1970, or thousandths of them, from 1973 to 2100: what is less may be anything.
_SECONDS = range(100_000_000, 4_102_444_800)
_WITH_TIME, _SECONDS_DIGITS, _THOUSANDTHS_DIGITS = (10, 12), 10, 13
_COMPACT = range(1900_01_01, 2100_00_00)
_LIMIT_CHARS = 60


def read_date_field(value: str | int | float) -> date | None:
    """The day of an ISO or RFC 822 date, of "26-FEB-1987 15:01:01.79", of seconds since 1970.

    20200304 is a day too. A year alone is none.
    """
    if not isinstance(value, str):
        return _read_number(value)
    text = " ".join(value.split())
    if _DIGITS.fullmatch(text):
        return _read_number(float(text))
    if iso := _ISO.match(text):
        return whole_date(*map(int, iso.groups()))
    if len(text) > _LIMIT_CHARS:
        return None
    days = {found.day for found in find_dates(_TIME_BEFORE_YEAR.sub("", text))}
    return days.pop() if len(days) == 1 else None


def _read_number(value: float) -> date | None:
    if not 0 < value < _SECONDS.stop * 1000:  # NaN is in no range either
        return None
    whole = int(value)
    if whole in _COMPACT:
        return whole_date(whole // 10_000, whole // 100 % 100, whole % 100)
    digits = str(whole)
    if len(digits) in _WITH_TIME and (day := _read_number(int(digits[:8]))):
        # 202003041011 is a day and a time; of ten digits nobody can tell.
        return day if len(digits) > _SECONDS_DIGITS else None
    is_thousandths = len(digits) == _THOUSANDTHS_DIGITS
    seconds = whole // 1000 if is_thousandths else whole
    return datetime.fromtimestamp(seconds, UTC).date() if seconds in _SECONDS else None
