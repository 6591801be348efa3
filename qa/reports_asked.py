"""Tell whether a question asks about the reports of something: how many have it, or whether they
agree on it. Input: a question that stands alone. Output: the ways in which to put it.

"How many outlets report that the ferry sank?" is put as "the ferry sank", and what has it is then
counted; "Do the articles agree on how many died?" as "How many died?".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.conversation.openings import with_capital

_OF_NEWS = r"(?:(?:news|media)\s+)?"
_ONE = rf"{_OF_NEWS}(?:(?:news)?paper|outlet|article|report|story|publication)"
SEVERAL_REPORTS = rf"{_OF_NEWS}(?:(?:news)?papers|outlets|articles|reports|stories|publications)"
_WHICH = r"(?:the\s+|these\s+|those\s+|your\s+|our\s+|all\s+(?:the\s+|of\s+the\s+)?|any\s+)"
_KIND = r"(?:(?:different|various|other|independent|two|three|several|many)\s+)"
_OPENS = r"^\W*(?:(?:and|but|so)\b[\s,]*)?"
_HAVE = r"(?:(?:have|has|had|do|did|also|actually|all)\s+)*"
# "Which outlets report on it?" asks for all that is told of it, and for no one thing.
_CLAIM = (
    r"(?:that\s+(?P<clause>\S.*)|(?!(?:that|on|about|of|from|for|to|by|with|how|who|whom|whose|what"
    r"|when|where|why|which|whether|if)\b|(?:so|this|it|these|those)\W*$)(?P<claim>\S.*))$"
)
_CLAUSE_ALONE = r"that\s+(?P<clause>\S.*)$"
_PLAINLY = r"(?:reports?|reported|says?|said|states?|stated)"
_ANYHOW = rf"(?:{_PLAINLY}|writes?|wrote|written|claim(?:s|ed)?|tells?|told|mention(?:s|ed)?)"
_COUNTED = tuple(
    re.compile(rf"{_OPENS}{each}", re.IGNORECASE)
    for each in (
        rf"(?:how\s+many|which|what)\s+(?:of\s+(?:the|these|your)\s+)?{_KIND}?{SEVERAL_REPORTS}\s+{_HAVE}"
        rf"{_PLAINLY}\s+{_CLAIM}",
        rf"(?:how\s+many|which|what)\s+(?:of\s+(?:the|these|your)\s+)?{_KIND}?{SEVERAL_REPORTS}\s+"
        rf"(?:{_HAVE}{_ANYHOW}|are\s+there)\s+{_CLAUSE_ALONE}",
        rf"(?:in|by)\s+(?:how\s+many|which|what)\s+{_KIND}?(?:{SEVERAL_REPORTS}|{_ONE})\s+(?:is|was)\s+it"
        rf"\s+{_ANYHOW}\s+{_CLAUSE_ALONE}",
    )
)
# Somebody in an article may have reported it: that goes first.
_REPORTED = (
    re.compile(
        rf"{_OPENS}(?:who(?:\s+else)?\s+{_HAVE}report(?:s|ed)?|(?:which|what)\s+{_ONE}\s+{_HAVE}"
        rf"{_ANYHOW})\s+{_CLAUSE_ALONE}",
        re.IGNORECASE,
    ),
)
_ON = r"(?:on|about|over|as\s+to|in|regarding|concerning|with\s+regard\s+to)"
ALL_REPORTS = rf"{_WHICH}?{_KIND}?(?:{SEVERAL_REPORTS}|(?:news\s+)?sources|media)"
_EACH_OTHER = r"(?:\s+(?:with\s+)?(?:each\s+other|one\s+another))?"
_COMPARED = (
    re.compile(
        rf"{_OPENS}(?:how\s+|where\s+)?(?:do|does|did|can)\s+{ALL_REPORTS}\s+(?:all\s+)?"
        rf"(?:agree|disagree|differ|diverge|vary|conflict|contradict){_EACH_OTHER}\s+"
        rf"(?:{_ON}\s+|(?=that\b))(?P<what>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_OPENS}(?:do|does|did)\s+{ALL_REPORTS}\s+(?:all\s+)?"
        rf"(?:say|tell|report|give)\s+(?:the\s+same|different)(?:\s+things?)?\s+{_ON}\s+(?P<what>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_OPENS}(?:is|are)\s+there\s+(?:an?\s+|any\s+)?(?:dis)?(?:agreements?|differences?"
        rf"|contradictions?|discrepanc(?:y|ies))\s+(?:between|among|in)\s+{ALL_REPORTS}\s+"
        rf"{_ON}\s+(?P<what>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_OPENS}(?:is|are)\s+{ALL_REPORTS}\s+(?:all\s+)?(?:agreed|at\s+odds|in\s+agreement"
        rf"|unanimous)\s+{_ON}\s+(?P<what>.+)$",
        re.IGNORECASE,
    ),
)
_WHETHER = re.compile(r"^(?:whether|if)\s+", re.IGNORECASE)
_THAT = re.compile(r"^that\s+", re.IGNORECASE)
_ASKING = re.compile(r"^(?:how|who|whom|whose|what|when|where|why|which)\b", re.IGNORECASE)
# "Who the mediator is"
_TOLD_OF_BEING = re.compile(r"^(who|what)\s+(.+)\s+(is|was|are|were)$", re.IGNORECASE)
_HEAD = re.compile(r"^(.*?)(?:\s+(?:of|for|in|on|at|to|from|that|which)\b.*)?$")
_POINTING = frozenset("it this that these those them so everything anything".split())


class About(StrEnum):
    """What is asked: a thing itself, how many articles have it, or whether they differ on it."""

    ITSELF = "itself"
    COUNT = "count"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it is put to the articles, and what of its answer is asked. ``is_claim`` where
    it is a statement, which only sentences that state it answer."""

    question: str
    about: About = About.ITSELF
    is_claim: bool = False


def ways_to_put(question: str) -> tuple[Put, ...]:
    """How to put the question, the best way first; a further one where that finds nothing."""
    text = question.strip().rstrip("?!. ")
    if compared := _first(_COMPARED, text):
        subject = compared["what"].strip(" ,")
        return (Put(question) if subject.casefold() in _POINTING else _compared(subject),)
    if counted := _first(_COUNTED, text):
        return (_counted(counted),)
    reported = _first(_REPORTED, text)
    return (Put(question), _counted(reported)) if reported else (Put(question),)


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for each in patterns if (found := each.search(text))), None)


def _counted(found: re.Match[str]) -> Put:
    fields = found.groupdict()
    return Put(fields["clause"] or fields["claim"], About.COUNT, is_claim=True)


def _compared(subject: str) -> Put:
    if that := _THAT.match(subject):
        return Put(subject[that.end() :], About.AGREEMENT, is_claim=True)
    return Put(_asked_of(subject), About.AGREEMENT)


def _asked_of(subject: str) -> str:
    """A subject as a question: "the number of crew", "how many died", "whether it sank"."""
    if whether := _WHETHER.match(subject):
        return subject[whether.end() :]
    if being := _TOLD_OF_BEING.match(subject):
        asking, whom, is_ = being.groups()
        return f"{with_capital(asking)} {is_} {whom}?"
    if _ASKING.match(subject):
        return f"{with_capital(subject)}?"
    head = _HEAD.match(subject)
    noun = head[1] if head else subject
    is_many = noun.endswith("s") and not noun.endswith(("ss", "'s", "’s"))
    return f"What {'are' if is_many else 'is'} {subject}?"
