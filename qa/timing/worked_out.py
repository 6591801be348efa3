"""Tell which day a weekday or a relative word of a short answer is. Input: the words, and the
sentence that they stand in. Output: a whole sentence, or none.

"Thursday" answers "When?" only for whoever knows when the article was written.
"""

import re
from datetime import date

from qa.timing.expressions import find_times
from qa.timing.periods import told

_TELLS_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def worked_out(words: str, quote: str, published: date | None) -> str:
    """A note of the day, month or year; empty where the words tell it themselves, or nothing
    tells."""
    if published is None or _TELLS_A_YEAR.search(words):
        return ""
    found = [
        each
        for each in find_times(quote, published)
        if each.period and " ".join(each.words.split()) in words
    ]
    if len(found) != 1 or found[0].period is None:
        return ""
    return f"“{' '.join(found[0].words.split())}” is {told(found[0].period)}."
