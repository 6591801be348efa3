"""Tell the days before or after an event or a deed. Input: a question, and what the collection
tells of days. Output: a TimeScope.
"""

import re
from dataclasses import replace

from index.analysis import stems
from index.statements.names import NAME, is_persons, names_in, without_titles
from qa.timing.leads import OPENS_AFTER, opened
from qa.timing.periods import told
from qa.timing.scope import DEEDS, Days, TimeScope
from qa.timing.substance import words_of_substance
from qa.timing.words import EVENT_NOUNS
from qa.words import FUNCTION_WORDS

_EVENT = re.compile(
    r"\b(?P<lead>before|after|since|until|till|following|prior to|ahead of)\s+"
    # What was during it is told by its words: of long events articles name single days.
    r"(?P<event>(?:the|this|that|its|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?"
    rf"(?:{'|'.join(sorted(EVENT_NOUNS))})\b(?:\s+(?:in|of|on|at|with|between)\s+(?:the\s+)?"
    r"(?-i:[A-Z0-9])[\w-]*(?:\s+(?-i:[A-Z0-9])[\w-]*)*)?)"
    r"(?:\s+(?P<deed>ended|began|started)\b)?",
    re.IGNORECASE,
)
# What ends a clause: a deed that goes on has an object, or is of a certain kind.
_ENDS = re.compile(r"\s*(?:[,;:?.!]|$)")
# "Before she resigned", "after Frost had died".
_DEED = re.compile(
    r"\b(?P<lead>[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Tt]ill)\s+"
    rf"(?:(?P<name>{NAME})|(?:she|he))\s+(?:had\s+)?(?P<deed>{'|'.join(DEEDS)})\b"
)
_OWNS = re.compile(r"['’]s?$")
# Whom a question is asked of: "what did Ana Lund say".
_ASKED_OF = re.compile(r"\b(?:did|does|do|was|is|has|had)\s+$", re.IGNORECASE)


def around_event(question: str, days: Days) -> TimeScope:
    """Before or after an event; empty where there is none, without days where no article tells when
    it was."""
    found = _EVENT.search(question)
    if found is None:
        return TimeScope()
    lead, words, event = found["lead"].lower(), found.group(), found["event"]
    named = frozenset(stems(" ".join(words_of_substance(event))))
    # When a thing was does not tell when it ended.
    period = None if found["deed"] else days.of_event(event)
    if period is None:
        how = found["deed"] or "was"
        note = f"It was not found when {event} {how}: no time was left out."
        return TimeScope(phrases=(words,), event=named, notes=(note,))
    if period.since != period.until:
        # Only the year is known: what is of that year may be of either side.
        lead = {"before": "until", "prior to": "until", "ahead of": "until"}.get(lead, lead)
        lead = "since" if lead in OPENS_AFTER else lead
    return replace(opened(lead, period, words), event=named)


def around_deed(question: str, days: Days) -> TimeScope | None:
    """Before or after somebody did something, or something ended; None where the articles do not
    tell when."""
    found = _DEED.search(question)
    who = _whose_deed(question, found) if found else ""
    if found is None and (found := _EVENT.search(question)) and found["deed"]:
        who = found["event"]
    if found is None or not who or not _ENDS.match(question, found.end()):
        return None
    period = days.of_deed(who, found["deed"].lower())
    if period is None:
        return None
    # What is told on the day of it is told after it.
    lead = found["lead"].lower()
    scope = opened("since" if lead in OPENS_AFTER else lead, period, found.group())
    if scope.period is None:
        return None
    note = f"“{found.group()}” was taken for {told(scope.period)}, as the articles tell."
    return replace(scope, notes=(note,))


def _whose_deed(question: str, found: re.Match[str]) -> str:
    """The name that the deed is told of; where only "she" tells, the question's only person, if it
    asks of them."""
    if found["name"]:
        return without_titles(found["name"])[1]
    named = {
        each
        for each in names_in(question)
        if each.casefold() not in FUNCTION_WORDS and is_persons(each)
    } - {found["lead"]}
    if len(named) != 1:
        return ""
    (name,) = named
    is_asked_of = _ASKED_OF.search(question[: question.find(name)])
    return without_titles(name)[1] if is_asked_of and not _OWNS.search(name) else ""
