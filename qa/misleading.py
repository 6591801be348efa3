"""Tell where a few words of a sentence would say otherwise than the sentence. Input: a Query, a
line and the place of the words. Output: yes or no, and where the words end.

"Not before June" is no "before June", who was named director did not resign as one, and of 31 ships
and 54 no word tells which are more. Who announced an arrest was not arrested.
"""

import re

from qa.roles.turns import turns
from qa.understanding import Asks, Query
from qa.values.numbers import find_numbers
from qa.words import SPEECH_VERBS

_NOT = re.compile(
    r"(?:\b(?:not|never|no)\b|n['’]t\b)(?:(?!\b(?:and|but)\b)[^.;,])*$", re.IGNORECASE
)
_OPEN_ENDED = re.compile(r"\W*(?:before|until|till|after)\b", re.IGNORECASE)
_WHO_LEFT = re.compile(
    r"^\W*(?:and\s+)?who(?:\s+has|\s+had)?\s+(?:resign(?:s|ed)|quit|left|stepped\s+down|retire[sd]"
    r"|was\s+(?:dismissed|fired|sacked|ousted|removed))\b",
    re.IGNORECASE,
)
# Not of "more than 1,000", nor of what only describes, "the larger union".
_WHICH_IS_MORE = re.compile(
    r"^\W*(?:who|which)\b(?:\s[a-z]+){0,3}?\s(?:has|have|had|is|are|was|were|[a-z]+(?:s|ed)|made"
    r"|sold|lost|won|got|paid|built)\s(?P<more>more|fewer|larger|bigger|smaller|higher|lower|longer"
    r"|shorter)\b(?!\s+than\s+\S*\d)",
    re.IGNORECASE,
)
_COMPARED = r"as (?:many|much|large|big|high|long) as|than|outnumber(?:s|ed)?"
_FEWEST = 2
_SPEAKER_BEHIND = re.compile(
    rf"(?:,|[”\"])\s+(?:[^\W\d_a-z][\w.'’-]*\s+)+(?={'|'.join(sorted(SPEECH_VERBS))}\b)"
)


def is_misleading(query: Query, line: str, start: int, end: int) -> bool:
    """Whether ``line[start:end]`` alone would not tell what is asked."""
    words = line[start:end]
    if _OPEN_ENDED.match(words) and _NOT.search(line[:start]):
        return True
    if _WHO_LEFT.match(query.text):
        told = turns([line])
        came = any(each.new and each.new in words for each in told)
        return came and not any(each.old and each.old in words for each in told)
    more = _WHICH_IS_MORE.match(query.text)
    return (
        more is not None
        and len(find_numbers(line)) >= _FEWEST
        and re.search(rf"\b(?:{more['more']}|{_COMPARED})\b", line, re.IGNORECASE) is None
    )


def without_speaker(query: Query, line: str, start: int, end: int) -> int:
    """Where the words end, without whoever is named behind them as saying so: of "two brothers,
    Chief Inspector Ana Lund" in a sentence that she announced it."""
    if query.asks is not Asks.PERSON:
        return end
    behind = next((f for f in _SPEAKER_BEHIND.finditer(line, start) if f.start() < end), None)
    return behind.start() if behind and behind.start() > start and end <= behind.end() else end
