"""Tell what a sentence says of one of its values. Input: text and the value's place. Output: a
Frame.

The clause tells what is done, the sentence who does it and when. Words of saying and the value's
own are left out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.analysis import terms
from qa.values.units import MONTHS, TIMES
from qa.words import FUNCTION_WORDS, PLAIN_SPEECH_WORDS, SPEECH_VERBS

_KEPT = 4096
# Commas before names, and those in numbers, break nothing.
_BREAK = re.compile(
    r"[;:()]|\s[-–—]+\s|,(?!\d)(?!\s+(?:and\s+)?[A-Z])|\b(?:while|whereas|although|but)\b"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTH_CHARS = 3
# "Chili's Inc said", "AVX Corp said", "USX said": a first word that is a name shows it.
_OPENS_WITH_A_NAME = re.compile(r"\W*(?:[A-Z]\w+(?:['’]s\b|\s+[A-Z])|[A-Z]{2,}\b|[A-Z][a-z]+[A-Z])")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a value: the stems of the ``clause``'s words of substance, of the
    sentence's ``names`` and those of the clause, and the words for a time in the sentence.
    ``opening`` is its first word where that may be a name or not: none, or one."""

    clause: frozenset[str]
    names: frozenset[str]
    opening: frozenset[str]
    clause_names: frozenset[str]
    times: frozenset[str]


@lru_cache(_KEPT)
def framed(text: str, start: int, end: int) -> Frame:
    """The frame of ``text[start:end]``, a value of a sentence."""
    first = max((mark.end() for mark in _BREAK.finditer(text, 0, start)), default=0)
    behind = _BREAK.search(text, end)
    last = behind.start() if behind else len(text)
    clause, names, inner, times, opening = set(), set(), set(), set(), set()
    first_is_name = _OPENS_WITH_A_NAME.match(text) is not None
    for number, term in enumerate(terms(text)):
        word = text[term.start : term.end]
        lower = word.casefold()
        if _is_time(word, lower):
            times.add(lower[:_MONTH_CHARS] if lower in MONTHS else lower)
            continue
        if lower in FUNCTION_WORDS or len(word) == 1:
            continue
        is_name = word[0].isupper() and (number > 0 or first_is_name)
        if is_name:
            names.add(term.stem)
        elif word[0].isupper():
            opening.add(term.stem)
        is_said = lower in PLAIN_SPEECH_WORDS or lower in SPEECH_VERBS
        if is_said or start <= term.start < end or lower.isdigit():
            continue
        if first <= term.start < last:
            clause.add(term.stem)
            if is_name:
                inner.add(term.stem)
    return Frame(
        frozenset(clause),
        frozenset(names),
        frozenset(opening),
        frozenset(inner),
        frozenset(times),
    )


def _is_time(word: str, lower: str) -> bool:
    # "May" and "March" are months by their capital alone.
    is_month = lower in MONTHS and word[0].isupper()
    return is_month or (lower in TIMES and lower not in MONTHS) or bool(_YEAR.fullmatch(lower))
