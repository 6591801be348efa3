"""Verbs that tell words only together with others. Input: a verb in its sentence. Output: a Verb.

"called" tells them in "called for talks" and "called the plan a mistake", not in "called a taxi".
What belongs to the verb, "for" or "out", becomes a part of it.
"""

import re
from dataclasses import dataclass

from index.calendar_words import WEEKDAY
from index.statements.grammar import BLOT
from index.statements.judging import DEGREES, JUDGEMENT
from index.statements.names import CAPITAL
from index.statements.verbs import FRAMES, PARTICIPLES, Frame


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying at ``sentence[start:end]``; ``word`` is its first, in lower case."""

    start: int
    end: int
    word: str
    frame: Frame


# No clause stands between the verb and what has to follow.
_CLAUSE = (
    r"\s(?:which|who|whom|whose|if|is|are|was|were|has|have|had|will|would|could|he|she|they)\s"
)
_OBJECT = rf"(?:(?!{_CLAUSE})[^,;:{BLOT}]){{2,80}}?"
_ABOUT = (
    r"(?:(?:around|about|some|nearly|almost|roughly|over|under|just|only|more|less|fewer|than|at|least"
    r"|most|up|to|between|a|an|another|approximately)\s)*"
)
_AMOUNT = (
    rf"(?:[$£€]?\d|{BLOT}|half|zero|nil|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|[a-z]+teen|[a-z]+ty\b|dozens|hundreds?|thousands?|millions?|billions?)"
)
# "called the ruling a mistake", but "called the mayor a day later".
_NAMED = (
    rf"\s+(?:(?:it|him|her|them|this|that)|(?!an?\s){_OBJECT})\s+"
    rf"(?=(?:one\sof\s)?{BLOT}|(?:the\smost|an?)\s(?!(?:day|week|month|year|second|third|few|short|moment|halt|cab|taxi"
    r"|lot|couple|little)\b))"
)
# What the same subject goes on with: "and promised".
SAYS_MORE = "|".join(sorted({verb for verb in FRAMES if verb.endswith("ed")} | {"said", "told"}))
_GOES_ON = rf"(?:{SAYS_MORE}|{'|'.join(sorted(PARTICIPLES))})\b"
# The object ends in a noun: no determiner, preposition or possessive.
_BARE = (
    "the|a|an|and|or|but|as|its|his|her|their|this|that|of|to|in|on|at|for|by|with|from|where|when"
)
_IN_NOUN = "".join(rf"(?<!\s{word})" for word in _BARE.split("|")) + r"(?<!['’]s)(?<!s['’])"
_JUDGED_ENDS = (
    rf"(?:[.;:!?{BLOT}]|$"
    r"|\s(?:as|because|since|after|given|when|while|if|in|on|for|to|that|today|yesterday|—|–|--)"
    rf"(?:\s|$)|\s{WEEKDAY}\b)"
)
_JOINED = r"(?:,|,?\s(?:and|but|or|yet))\s"
# "called the ruling unfair", where the clause goes no further with it: not "called the sick child",
# nor "called the rural poor to the square".
_JUDGED = (
    rf"\s+(?:(?:it|him|her|them|this|that|these|those)"
    rf"|(?:the|its|his|her|their|this|that|these|those)\s(?!{DEGREES}\s){_OBJECT}{_IN_NOUN}"
    rf"|[{CAPITAL}]{_OBJECT}{_IN_NOUN})\s"
    rf"(?=(?!(?:poor|weak|mad|insane)\s(?:to|in|on|for)\s)"
    rf"{JUDGEMENT}(?:{_JOINED}{JUDGEMENT}){{0,3}}(?:{_JUDGED_ENDS}|{_JOINED}{_GOES_ON}))"
)
# "put it this way: ...", "summed up the mood: ...".
_SUMMING = rf"\s+(?:it|up)\s(?=[^,;:{BLOT}]{{2,80}}:\s{BLOT})"
_CALL = re.compile(rf"\s+(?P<joined>for|on|upon)\b|{_NAMED}|{_JUDGED}")
_BRAND = re.compile(rf"{_NAMED}|{_JUDGED}|\s+{_OBJECT}\sas\s(?={BLOT}|{JUDGEMENT}\b)")
_POINT = re.compile(r"\s+(?P<joined>out)\b")
_POINTING = re.compile(r"\s+(?P<joined>out|to)\b")
_RULE = re.compile(r"\s+(?P<joined>out)\b(?!\sof\b)")
_PUT = re.compile(
    rf"\s+(?!(?:an?|in|on|up|off|out)\s){_OBJECT}"
    rf"(?<!\son)(?<!\soff)(?<!\sup)(?<!\sdown)(?<!\sout)\sat\s{_ABOUT}{_AMOUNT}|{_SUMMING}"
)
_SUM = re.compile(_SUMMING)
_SPEAK = re.compile(r"\s+(?P<joined>of)\b")
_ASK = re.compile(
    r"\s+(?:(?P<joined>for)\b|(?!(?:if|whether|why|how|what|about|when|where|who|which|in|on|at|by|to|not|after|during|as|and|but)\b)"
    rf"{_OBJECT}\s(?:for|to)\s(?!(?:comment|example|instance|the\s(?:first|second|last)\stime)\b))"
)
_CONSTRUCTIONS = {
    "call": _CALL, "calls": _CALL, "called": _CALL, "calling": _CALL,
    "branded": _BRAND, "labelled": _BRAND, "labeled": _BRAND,
    "points": _POINT, "pointed": _POINT, "pointing": _POINTING,
    "rules": _RULE, "ruled": _RULE,
    "put": _PUT, "puts": _PUT, "summed": _SUM, "sums": _SUM,
    "speak": _SPEAK, "speaks": _SPEAK, "spoke": _SPEAK, "spoken": _SPEAK,
    "ask": _ASK, "asks": _ASK, "asked": _ASK,
}  # fmt: skip
# Verbs by which somebody judges a thing: "called it reckless".
JUDGING = frozenset(word for word, form in _CONSTRUCTIONS.items() if form in (_CALL, _BRAND))


def verb_at(sentence: str, start: int, end: int, word: str) -> Verb | None:
    """The verb with what belongs to it; None where it tells no words there."""
    frame = FRAMES.get(word, Frame.ANY)
    pattern = _CONSTRUCTIONS.get(word)
    match = pattern.match(sentence, end) if pattern else None
    if match is None:
        is_alone = frame is not Frame.BOUND or word in PARTICIPLES
        return Verb(start, end, word, frame) if is_alone else None
    if match.lastgroup:
        end = match.end("joined")
    return Verb(start, end, word, Frame.CLAUSE if pattern is _POINT else Frame.BOUND)
