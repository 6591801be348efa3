"""Find the words that tell of one number of a sentence. Input: a sentence and a Value of it.
Output: its own clause, as text.

"17 people died and 4,200 were taken to safety": each number has its own verb.
"""

import re

from qa.values.numbers import find_numbers
from qa.values.records import Value

_BREAKS_BEFORE = re.compile(
    r"[;:]|\s[-–—]+\s|,(?!\d)|\b(?:and|but|while|whereas|though|although|that|as|when|who|which)\b"
)
_BREAKS_BEHIND = re.compile(
    r"[;:.,](?!\d)|\s[-–—]+\s|\b(?:but|while|whereas|though|although|as|when|after|before|because)\b"
)
_FULL_BREAK = re.compile(r"[;:]")
_AND = re.compile(r"\band\b")


def segment(line: str, value: Value) -> str:
    """The number's clause: from the break behind the number before it, to the next break; "and"
    breaks only between two numbers."""
    starts = [number.start for number in find_numbers(line)]
    before = max((start for start in starts if start < value.start), default=-1)
    later = min((start for start in starts if start >= value.end), default=0)
    breaks = _FULL_BREAK if before < 0 else _BREAKS_BEFORE
    marks = breaks.finditer(line, max(before, 0), value.start)
    first = max((mark.end() for mark in marks), default=0)
    behind = _BREAKS_BEHIND.search(line, value.end)
    last = behind.start() if behind else len(line)
    joined = _AND.search(line, value.end, later) if later else None
    return line[first : min(last, joined.start()) if joined else last]
