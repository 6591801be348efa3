"""Read a day as a user writes it. Input: words of a request or a command. Output: a date."""

import re
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
