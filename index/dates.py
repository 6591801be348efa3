"""Read a line that is nothing but a date. Input: the line. Output: a date, or none.

Two readings that disagree (03/04/2020) give none: a wrong date is worse than no date.
"""

import re
from datetime import date, datetime

from dateutil import parser

_LABEL = re.compile(
    r"^(?:(?:first |last |date )?(?:published|posted|updated|modified|created|issued|date)"
    r"(?: on| at)?)\s*[:\-–]?\s+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ZONE = re.compile(
    r"\s*\(?\b(?:GMT|UTC|[ECMP][SD]?T|CEST|CET|BST|IST|AST)\b(?:[+-]\d{1,2})?\)?\s*$"
)
# Month and day follow in this order wherever the year goes first; dateutil does not know that.
_YEAR_FIRST = re.compile(r"(?<![\d./-])\d{4}[./-]\d")
_LIMIT_CHARS = 60
# What the line leaves out is taken from these; where the results differ, it was left out.
_DEFAULTS = (datetime(1904, 1, 1), datetime(1908, 2, 2))


def read_date_line(line: str) -> date | None:
    """The day that ``line`` names, if it names one whole day and says nothing else.

    A label ("Published:"), a weekday, a time and a time zone may stand with it.
    """
    if len(line) > _LIMIT_CHARS or not _YEAR.search(line):
        return None
    bare = _ZONE.sub("", _LABEL.sub("", line.strip())).replace("|", " ")
    orders = (False,) if _YEAR_FIRST.search(bare) else (False, True)
    readings = {_parse(bare, day_first, default) for day_first in orders for default in _DEFAULTS}
    return readings.pop() if len(readings) == 1 else None


def _parse(text: str, day_first: bool, default: datetime) -> date | None:
    try:
        # A zone decides nothing here, and dateutil warns of each that it does not know.
        return parser.parse(text, dayfirst=day_first, default=default, ignoretz=True).date()
    except (ValueError, OverflowError, TypeError):
        return None
