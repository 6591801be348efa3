"""Tell what a word before a time makes of it. Input: the word and a Period. Output: a TimeScope."""

from datetime import date, timedelta

from qa.timing.periods import Period
from qa.timing.scope import TimeScope

OPENS_AFTER = frozenset({"after", "following"})
_OPENS_WITH = frozenset({"since", "from"})
_CLOSES_BEFORE = frozenset({"before", "prior to", "ahead of"})
_CLOSES_WITH = frozenset({"until", "till", "by", "through", "up to"})
ONE_SIDED = OPENS_AFTER | _OPENS_WITH | _CLOSES_BEFORE | _CLOSES_WITH
"""Words that leave one end of the time open."""

_DAY = timedelta(days=1)


def opened(lead: str, period: Period, words: str) -> TimeScope:
    """The days that the word, in small letters, leaves of the period: all that come after it, where
    that is "after". ``words`` are the question's own."""
    since: date | None = period.since
    until: date | None = period.until
    if lead in OPENS_AFTER:
        since, until = period.until + _DAY, None
    elif lead in _OPENS_WITH:
        until = None
    elif lead in _CLOSES_BEFORE:
        since, until = None, period.since - _DAY
    elif lead in _CLOSES_WITH:
        since = None
    return TimeScope(since=since, until=until, phrases=(words,))
