"""Tell whether a sentence holds the kind of thing that is asked for. Input: a Query and a Sentence.

What the question itself brings (a number, a name) does not count: it cannot be the answer.
"""

import re
from collections.abc import Callable

from index.particulars import NUMBER_WORDS
from qa.stories import Sentence
from qa.understanding import Asks, Query
from qa.words import REASON_WORDS, TIME_WORDS

_PLACE = re.compile(
    r"\b(?:in|at|from|to|near|into|across|outside|inside|of|around)\s(?:the\s)?(?:\w+\s)?[A-Z]"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_INNER_CAPITAL = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")


def holds(query: Query, sentence: Sentence) -> bool:
    """False where the kind that is asked for is known and the sentence holds none of it."""
    test = _TESTS.get(query.asks)
    return test(query, sentence) if test else True


def _name(query: Query, sentence: Sentence) -> bool:
    return any(
        word.casefold() not in _asked(query) for word in _INNER_CAPITAL.findall(sentence.quote)
    )


def _place(_query: Query, sentence: Sentence) -> bool:
    return _PLACE.search(sentence.quote) is not None


def _number(query: Query, sentence: Sentence) -> bool:
    written = set(re.findall(r"\d+", sentence.quote)) | (NUMBER_WORDS & _words(sentence))
    return not written <= _asked(query)


def _time(query: Query, sentence: Sentence) -> bool:
    named = set(_YEAR.findall(sentence.quote)) | (TIME_WORDS & _words(sentence))
    return not named <= _asked(query)


def _reason(_query: Query, sentence: Sentence) -> bool:
    return not REASON_WORDS.isdisjoint(_words(sentence)) or " to " in sentence.quote


def _asked(query: Query) -> set[str]:
    return set(re.findall(r"\w+", query.text.casefold()))


def _words(sentence: Sentence) -> set[str]:
    return set(re.findall(r"[a-z]+", sentence.quote.casefold()))


_TESTS: dict[Asks, Callable[[Query, Sentence], bool]] = {
    Asks.PERSON: _name,
    Asks.PLACE: _place,
    Asks.NUMBER: _number,
    Asks.TIME: _time,
    Asks.REASON: _reason,
}
