"""Take apart a phrase that means a speaker. Input: the phrase as written. Output: a Phrase."""

import re
from dataclasses import dataclass
from itertools import takewhile

from index.calendar_words import WEEKDAY
from index.statements.names import plain, tidy

_DETERMINER = re.compile(
    r"^(?:(?:(?:dozens|scores|hundreds|thousands)\sof|the|an?|one|another|this|that|these|those|his|her|its|their|our|both|some|many|several"
    r"|most|other|two|three|four|all|any|few|more|each|every|sole)\s+"
    r"(?:of\s+(?=(?:the|these|those|its|his|her|their|them|us|two|three|four|several|many)\b))?)+",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|its|his|her|their|both)\s", re.IGNORECASE)
_HEAD_END = re.compile(
    r"\s(?:of|for|at|with|in|from|on|to|by|who|which|that|near|about|against|close|over|as|after|before|during"
    r"|(?:[a-z]{3,}ed|[a-z]{3,}ing)\s(?:[a-z]+ly\s)?(?:by|with|in|to|at|as|on|for|from|the|an?|its|him|her|them)"
    rf"|[a-z]{{3,}}ed(?=\s(?:{WEEKDAY}|last|this|earlier|late|yesterday"
    r"|today|two|three)\b))\s"
)
_TAIL_END = re.compile(
    r"\s(?:in\s(?:an?|the|its|his|her|their)|who|which|that|as|after|[a-z]{4,}ing\s(?:[a-z]+ly\s)?(?:the|an?|in|on|to|for|with|at|his|its)"
    rf"|on\s{WEEKDAY}(?!\sby\b))\s|,"
)
# "Thirty-one fishermen", but no "eight page document".
_NUMBER = re.compile(
    r"(?:(?:(?:more|fewer|less)\s)?than|at\sleast|up\sto|about|around|nearly|almost|over)?\s?"
    r"(?:five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|\d{1,3}(?:,\d{3})?"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)\s+(?=(?:[a-z-]+\s){0,2}[a-z]+(?:s|men|people)$)",
    re.IGNORECASE,
)
# What no phrase of a speaker begins with.
_NO_HEAD = re.compile(
    r"(?:of|in|on|at|by|for|with|from|to|than|as|about|under|over|after|before|during|since|into"
    r"|between|among|against|without|not|nor|and|or|but)\s|(?:nobody|neither|none|no|whose|whom)\b|(?:them|us)$|\d{4}\b|\d+\.\d|(?:\S+\s){0,2}?(?:pct|percent|mln|bln|million"
    r"|billion|dlrs?|yen|dollars?)\b",
    re.IGNORECASE,
)
_LONGEST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its determiner: ``head`` goes up to its first preposition, ``noun`` is
    the last word of that, plain, and ``words`` are the whole, cut where more is told than who it
    is.
    """

    words: str
    head: str
    noun: str
    is_definite: bool

    @property
    def is_common(self) -> bool:
        """Whether it ends in a word that is no name."""
        return self.head.rsplit(maxsplit=1)[-1][:1].islower()


def phrase_of(written: str) -> Phrase | None:
    """The phrase, or None where it is none: nothing but a determiner, "than the company"."""
    bare = _DETERMINER.sub("", tidy(written))
    head = _HEAD_END.split(bare + " ", maxsplit=1)[0].strip()
    if number := _NUMBER.match(head):
        bare, head = bare[number.end() :], head[number.end() :]
    if not head or _NO_HEAD.match(bare):
        return None
    whole = _TAIL_END.split(bare, maxsplit=1)[0].split()
    # A name is told to its end.
    rest = takewhile(lambda word: word[:1].isupper(), whole[_LONGEST_WORDS:])
    words = " ".join((*whole[:_LONGEST_WORDS], *rest))
    return Phrase(words, head, plain(head.split()[-1]), _DEFINITE.match(written) is not None)
