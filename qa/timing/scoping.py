"""Tell which time a question is about. Input: a question, and what the collection tells of days.
Output: a TimeScope.

Of a month or a day without a year every year's is meant. A weekday is left to the words: whoever
asks what happened on Tuesday, or two years ago, has read it there. "Last month" can only be counted
from the newest article, and the answer says so.
"""

import re
from dataclasses import replace

from qa.spoken import asks_speech
from qa.timing.around import around_deed, around_event
from qa.timing.expressions import Mention, find_times, names_a_thing
from qa.timing.leads import ONE_SIDED, opened
from qa.timing.month_ranges import of_year, stretch, with_years
from qa.timing.periods import Period, told, told_day
from qa.timing.resolving import relative
from qa.timing.scope import Days, Order, TimeScope
from qa.words import SPEECH_VERBS

NO_SCOPE = TimeScope()
_WORD = re.compile(r"\w+")
# What tells that a time behind it is part of what was said.
_CLAUSE = re.compile(
    r"\b(?:will|would|could|can|may|might|should|must|was|were|is|are|had|has|have|happened"
    r"|happens|going)\b",
    re.IGNORECASE,
)
# Whoever vows to do a thing by a day does not vow by then.
_COMMITS = re.compile(
    r"(?:vow|pledge|promise|threaten|offer|agree|refuse)\w*\s+to\b", re.IGNORECASE
)
_ASKS_WHO = re.compile(r"^\W*who(?:m|se)?\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?P<lead>\b(?:in|on|during|throughout|within|of|at|by|as of|early|late|mid|since|from|after"
    r"|before|until|till|through|between|and|to|prior to|up to|following|around|about))[\s-]+"
    r"(?:(?:the|year|month|week|day|beginning|start|middle|end|half|summer|winter|spring|autumn"
    r"|fall|early|late|mid|of|first|second)[\s-]+)*$",
    re.IGNORECASE,
)
_NEWEST = re.compile(
    r"\b(?:latest|newest|any news|(?:news|updates?) (?:on|about)|most recent(?:ly)?|last time"
    r"|now|nowadays|currently|at present|presently"
    r"|these days|recently|lately|up[- ]to[- ]date|so far|as of (?:now|today))\b"
    r"|^\W*(?:is|are|does|do)\b.*\bstill\b"
    # A current account is no matter of time.
    r"|\bcurrent\b(?!\s+(?:account|accounts|assets|liabilities|ratio|cost|costs|terms|dollars))"
    r"|\b(?:did|was|were|has|have)\s+(?:[\w’'.-]+\s+){1,6}?last\s+(?!(?:week|month|year|mon|tues"
    r"|wed|thur|fri|sat|sun|night|quarter|summer|winter|spring|autumn|fall))\w+",
    re.IGNORECASE,
)
_OLDEST = re.compile(
    r"\b(?:earliest|originally|initially|at first|first time|oldest|first of all)\b"
    r"|\b(?:when|who|where)\b.*\bfirst\s+(?:[a-z]+(?:ed|t|n|d)|say|report|meet|visit|announce"
    r"|propose|tell|warn|mention)\b|\bfirst\s+(?:reports?|article|news|announcement)\b",
    re.IGNORECASE,
)


def time_scope(question: str, days: Days) -> TimeScope:
    """What the question says of time; an empty scope where it says nothing."""
    scope = _of_dates(question, days)
    if not scope.phrases:
        scope = around_deed(question, days) or around_event(question, days)
    order = _order(question)
    if order:
        scope = replace(scope, order=order[0], order_words=order[1])
    return (
        replace(scope, of_saying=True) if scope.words and _is_of_saying(question, scope) else scope
    )


def _is_of_saying(question: str, scope: TimeScope) -> bool:
    """Whether the time is that of the saying, and not of what was said: "What did he say would
    happen in June?"."""
    said = next((word for word in _WORD.finditer(question) if _is_of_speech(word.group())), None)
    if said is None or not asks_speech(question):
        return False
    at = question.find(scope.phrases[0]) if scope.phrases else -1
    between = question[said.end() : at] if at > said.end() else ""
    is_whose = _ASKS_WHO.match(question) is not None
    is_of_deed = _CLAUSE.search(between) or _COMMITS.match(question, said.start())
    return not (is_of_deed or (is_whose and between.strip()))


def _is_of_speech(word: str) -> bool:
    return word.casefold() in SPEECH_VERBS


def _of_dates(question: str, days: Days) -> TimeScope:
    scope, newest, oldest = NO_SCOPE, days.newest(), days.oldest()
    span = Period(oldest, newest) if oldest and newest else None
    mentions, notes = with_years(question, find_times(question, None), span)
    if (pair := stretch(question, mentions)) and pair[0].month:
        return _of_stretch(question, *pair, days)
    for mention in mentions:
        one = _of_mention(question, mention, days)
        if one.phrases and scope.phrases:
            scope = _joined(scope, one)
        elif one.phrases:
            scope = one
    return replace(scope, notes=(*scope.notes, *notes)) if notes else scope


def _of_stretch(question: str, first: Mention, last: Mention, days: Days) -> TimeScope:
    """A stretch whose opening month has no year; of days, or where it may be of several years and
    closes with "today", it is open."""
    words = question[first.start : last.end]
    if first.month and last.month:
        if first.day or last.day:
            return NO_SCOPE
        return TimeScope(phrases=(words,), month=first.month, last_month=last.month)
    opening = _opened_by_month("from", first, words, days)
    closing = _of_mention(question, last, days)
    if not (opening.since and closing.until) or opening.since > closing.until:
        return NO_SCOPE
    notes = (*opening.notes, *closing.notes)
    return TimeScope(since=opening.since, until=closing.until, phrases=(words,), notes=notes)


def _of_mention(question: str, mention: Mention, days: Days) -> TimeScope:
    found = _LEAD.search(question[: mention.start])
    is_of_thing = names_a_thing(question, mention.start, mention.end)
    if is_of_thing or (found is None and not _stands_alone(question, mention)):
        return NO_SCOPE
    lead = found["lead"].lower() if found else ""
    words = question[found.start() if found else mention.start : mention.end]
    if mention.month:
        if lead in ONE_SIDED:
            return _opened_by_month(lead, mention, words, days)
        return TimeScope(phrases=(words,), month=mention.month, day=mention.day)
    if mention.period:
        return opened(lead, mention.period, words)
    newest = None if mention.words.lower().endswith("ago") else days.newest()
    period = relative(mention.words.lower(), newest) if newest else None
    if period is None or newest is None:
        return NO_SCOPE
    note = f"“{mention.words}” was counted from the newest article, of {told_day(newest)}."
    return replace(opened(lead, period, words), notes=(note,))


def _opened_by_month(lead: str, mention: Mention, words: str, days: Days) -> TimeScope:
    """ "Before May" is before the only May that the articles' days can mean; else it is open."""
    newest, oldest = days.newest(), days.oldest()
    if newest is None or oldest is None:
        return NO_SCOPE
    found = {of_year(mention, year) for year in range(oldest.year, newest.year + 1)} - {None}
    near = {each for each in found if each and each.meets(Period(oldest, newest))} or found
    if len(near) != 1 or (period := near.pop()) is None:
        return NO_SCOPE
    note = (
        f"“{mention.words}” was taken for {told(period)}: the articles are of"
        f" {told_day(oldest)} to {told_day(newest)}."
    )
    return replace(opened(lead, period, words), notes=(note,))


def _stands_alone(question: str, mention: Mention) -> bool:
    """Whether it tells a time without a word that leads to it: "last month", or at the end."""
    ends = not question[mention.end :].strip(" ?.!")
    is_year = re.fullmatch(r"\d{4}", mention.words) is not None
    is_relative = mention.period is None and mention.month is None
    is_weekday = mention.words.lower().endswith("day") and not _is_relative_day(mention.words)
    return (is_relative and not is_weekday) or (ends and not is_year)


def _is_relative_day(words: str) -> bool:
    """Today and its neighbours: a weekday's name ends like them."""
    return words.lower() in ("today", "yesterday")


def _joined(one: TimeScope, other: TimeScope) -> TimeScope:
    """From the first to the second, where both name days: "between 1986 and 1987"."""
    phrases, notes = (*one.phrases, *other.phrases), (*one.notes, *other.notes)
    if one.since is None or other.until is None or one.since > other.until:
        return replace(one, phrases=phrases)
    return replace(one, until=other.until, phrases=phrases, notes=notes)


def _order(question: str) -> tuple[Order, str] | None:
    if newest := _NEWEST.search(question):
        return Order.NEWEST, newest.group()
    if oldest := _OLDEST.search(question):
        return Order.OLDEST, oldest.group()
    return None
