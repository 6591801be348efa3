"""Complete a question on the one before it: "Who said so?", "Is that true?", "What else?".

Input: it and the Turn before. Output: a question that stands alone.
"""

import re

from qa.conversation.clauses import plain
from qa.conversation.openings import with_capital
from qa.conversation.propositions import proposition
from qa.conversation.turns import Turn
from qa.reports_asked import ALL_REPORTS, SEVERAL_REPORTS

_ELSE = re.compile(
    r"^\W*(?:(?:and|but)\b[\s,]*)?(?:(?P<asking>what|who|where|when|why|how)|any(?:thing|one|body)"
    r"|is that all)(?:\s+else)?(?:\s+then)?\W*$",
    re.IGNORECASE,
)
_SO = re.compile(
    r"^(?P<asks>\W*(?:(?:and|but|so)\b[\s,]*)?(?:who(?:\s+else)?(?:\s+has)?"
    rf"|(?:how\s+many|which)\s+{SEVERAL_REPORTS}(?:\s+have)?|(?:has|have|did|does"
    r"|do|will|would)\s+\S+(?:\s+\S+){0,3}?)\s+"
    r"(?P<verb>sa(?:y|ys|id)|claim(?:s|ed)?|den(?:y|ies|ied)|confirm(?:s|ed)?|report(?:s|ed)?"
    r"|reject(?:s|ed)?|dispute[sd]?|announce[sd]?|admit(?:s|ted)?|acknowledge[sd]?|believe[sd]?"
    r"|reveal(?:s|ed)?|contradict(?:s|ed)?|t(?:ell|old)\s+[\w.]+(?:\s+[A-Z][\w.]+)?))"
    r"\s+(?:so|that|this|it)\W*$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"^\W*(?:(?:and|but|so)\b[\s,]*)?(?:according to who(?:m|se account)?|says who|who says)\W*$",
    re.IGNORECASE,
)
_TRUE = re.compile(
    r"^\W*(?:(?:and|but|so)\b[\s,]*)?(?:is|was) (?:that|this|it) (?:really )?(?:true|so|right"
    r"|correct|the case|confirmed|certain)\W*$",
    re.IGNORECASE,
)
_AGREED = re.compile(
    rf"^(?P<asks>\W*(?:(?:and|but|so)\b[\s,]*)?(?:do|does|did)\s+{ALL_REPORTS}\s+(?:all\s+)?"
    r"(?:agree|disagree|differ))(?:\s+(?:on|about|in|over)\s+(?:that|this|it))?\W*$",
    re.IGNORECASE,
)


def is_echo(question: str) -> bool:
    """Whether it is one of these."""
    return any(each.match(question) for each in (_ELSE, _SO, _BY_WHOM, _TRUE, _AGREED))


def asked_again(question: str, turn: Turn) -> str:
    """ "What else?" as the earlier question that it goes on from; or nothing."""
    found = _ELSE.match(question)
    if found is None or " else" not in question.casefold():
        return ""
    clause = turn.clause
    if clause is None or clause.asks_whether or " else" in turn.question.casefold():
        return turn.question
    asking = clause.asking.split()[0]
    rest = turn.question.partition(asking)[2]
    return f"{asking} else{rest}" if clause.asking == asking else turn.question


def of_the_same(question: str, turn: Turn) -> str:
    """ "Who said so?" and "Is that true?" with what the earlier question asked as a statement, and
    "Do the articles agree?" with that question; or nothing."""
    if agreed := _AGREED.match(question):
        return _compared(plain(agreed["asks"]), turn)
    question = "Who says so?" if _BY_WHOM.match(question) else question
    found, true = _SO.match(question), _TRUE.match(question)
    if found is None and true is None:
        return ""
    said = proposition(turn)
    if not said:
        return ""
    if true:
        return f"Is it true that {said}?"
    assert found is not None
    return f"{with_capital(plain(found['asks']))} that {said}?"


def _compared(asks: str, turn: Turn) -> str:
    clause = turn.clause
    if clause is None:
        return ""
    if clause.asks_whether:
        said = proposition(turn)
        return f"{with_capital(asks)} on whether {said}?" if said else ""
    asked = plain(turn.question)
    return f"{with_capital(asks)} on {asked[:1].lower()}{asked[1:]}?"
