"""Tell whether what a sentence says of a time is past or yet to come. Input: a text, and where a
time stands in it. Output: yes, no, or that it is not told.

The verb nearest before the time tells, else the first one behind it: "In June, OPEC will meet".
A verb of saying is of the day on which it was said, and tells nothing of other times; nor does any
verb tell of a month that only says what it is that is spoken of: "figures for March".
"""

import re
from functools import lru_cache

_AHEAD = (
    r"(?:will|shall|would|won['’]t|due(?!\s+to\s+(?:an?|the|its|their|his|this|that|higher|lower)\b)"
    r"|scheduled|expected|expects?|plans?|planned|planning|intends?|intended|hopes?|hoped"
    r"|set\s+to|(?:is|are|was|were)\s+to|to\s+be|(?:has|have|had)\s+to|may|might|could|should"
    # Whoever is declared the next governor is so already.
    r"|must|next\s+(?:day|week|month|quarter|year|meeting|session|round|summit|season)s?"
    r"|(?:agree|decide|promise|pledge|offer|want|aim|prepare|ask|invite|vow)e?[ds]?\s+to"
    r"|coming\s+(?:days?|weeks?|months?|years?))\b"
    # The participle belongs to what lies ahead: "will be formally signed".
    r"(?:\s+(?:not|also|to|be|being|stay|remain|[a-z]+ly))*(?:\s+[a-z]+(?:ed|en))?"
)
_PAST = (
    r"(?:was|were|had|has|have|did|been|last|ago|agreed|rose|fell|made|held|met|came|went|took|gave"
    r"|got|sent|began|grew|won|lost|sold|bought|paid|led|left|broke|drove|kept|knew|saw|spoke|stood"
    r"|sank|shot|struck|fought|found|became|[a-z]*[a-df-z]ed)\b"
)
_NOW = r"(?:is|are|does|do|remains?|stands?)\b"
_CUE = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<past>{_PAST})|(?P<now>{_NOW}))", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|told\s+\w+|announced|reported|added|declared|stated)"
    r"(?:\s+(?:on|in|late|early|here))*\s*$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:in|on|at|by|until|till|before|after|from|since|during|late|early|mid|and|or|this|next"
    r"|last|through|starting|effective|beginning|to)[\s-]+$|^\W*$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:(?:the|end|middle|of|late|early|mid)[\s-]+)*$", re.IGNORECASE)
_STEP = re.compile(r"\b(?:(?P<next>next|coming)|last|past)\s+$", re.IGNORECASE)
_OF_SAYING = frozenset("added announced declared reported stated".split())
_NO_VERBS = frozenset("hundred united limited red bed".split())
_KEPT = 4_000


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether what is told of the time at ``text[start:end]`` is yet to come; None where no verb
    tells."""
    before = text[:start]
    if step := _STEP.search(before):
        return bool(step["next"])
    if _SAID.search(before):
        return False
    if not _LEADS.search(before):
        return None
    cues = _cues(text)
    above = [told for cue_start, told in cues if cue_start < start]
    behind = [told for cue_start, told in cues if cue_start >= end]
    told = above[-1] if above else behind[0] if behind else None
    # A date by which something is to be is yet to come, unless it was.
    return True if told is None and _BY.search(before) else told


@lru_cache(_KEPT)
def _cues(text: str) -> tuple[tuple[int, bool | None], ...]:
    """Where a verb tells, and what: that it lies ahead, that it does not, or neither."""
    told = {"ahead": True, "past": False, "now": None}
    return tuple(
        (match.start(), told[str(match.lastgroup)])
        for match in _CUE.finditer(text)
        if match.group().lower() not in _OF_SAYING | _NO_VERBS
    )
