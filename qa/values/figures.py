"""Find what a sentence counts and measures. Input: text. Output: Values of numbers, in order.

What is counted is the first plural among the words behind a number ("six joint centers"), what is
measured stands right behind it ("500 mln dlrs"). A table's row gives nothing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.analysis import stems
from qa.records import Kind
from qa.values.numbers import NEXT_WORD, Number, find_compared, find_numbers
from qa.values.records import Value
from qa.values.units import (
    ANOTHER,
    BASES_BEHIND,
    FATES,
    IRREGULAR_PLURALS,
    MEASURES,
    NOT_PLURAL,
    PEOPLE,
)
from qa.words import FUNCTION_WORDS, SPEECH_VERBS

_KEPT = 4096
_TABLE = re.compile(r"\bvs\b|^(?:Oper )?Shr\b|\b[Qq]tly\b")
_MOST_NUMBERS = 6
# So many words may tell what a number counts: "two main joint security coordination centers".
_LONGEST_PHRASE = 7
# A measure's name stands right behind its number, or after one word: "20 mln Canadian dlrs".
_MEASURE_WITHIN = 2
_LEAST_PLURAL_CHARS = 4
# "14 people were killed", "killed 14 people": the word for it is so near.
_FATE_BEHIND, _FATE_BEFORE = 3, 1
_BUT_SO_MANY = frozenset(("only", "just"))
_OTHER_TIMES = frozenset(("last", "next"))
_NOTHING_FOLLOWS = re.compile(r"\W*$|[,;.]\s|\s+(?:in|for|during|from|against|last|this)\b")
# "221 passengers and crew" are all the people, however they are told apart.
_AND_CREW = re.compile(r"\s+and\s+crew(?:\s+members)?\b", re.IGNORECASE)
_ABOARD = re.compile(r"\s+(?:aboard|on\s+board)\b", re.IGNORECASE)
_WORD_OR_MARK = re.compile(r"[^\W\d_]+|[^\w\s]")


@lru_cache(_KEPT)
def figures(text: str) -> tuple[Value, ...]:
    """The numbers of a sentence, each with what it counts or measures."""
    return _figures(text, find_numbers(text))


@lru_cache(_KEPT)
def compared(text: str) -> tuple[Value, ...]:
    """The measures that others are compared with: "up from 47.2 mln bpd in 1986"."""
    return tuple(
        figure for figure in _figures(text, find_compared(text), figures(text)) if figure.is_measure
    )


def _figures(
    text: str, numbers: Sequence[Number], others: Sequence[Value] = ()
) -> tuple[Value, ...]:
    if _TABLE.search(text) or len(numbers) > _MOST_NUMBERS:
        return ()
    found: list[Value] = []
    for number in numbers:
        before = [each for each in (*others, *found) if each.end <= number.start]
        figure = _figure(text, number) or _gone_on_with(text, number, before)
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _gone_on_with(text: str, number: Number, before: Sequence[Value]) -> Value | None:
    """A large number that nothing follows is of the measure told before: "an 18 billion dlr deficit
    and a surplus of 90 billion"."""
    is_bare = number.scale > 1 and _NOTHING_FOLLOWS.match(text, number.end)
    measures = [each for each in before if each.is_measure]
    unit = max(measures, key=lambda each: each.end).unit if measures else ""
    return _measured(number, number.end, unit, ()) if is_bare and unit else None


def _figure(text: str, number: Number) -> Value | None:
    phrase = _phrase(text, number.end)
    words = [word[1].casefold() for word in phrase]
    before = re.findall(r"[\w-]+", text[: number.start].casefold())[-1:]
    if not ANOTHER.isdisjoint([*words, *(word for word in before if word not in _BUT_SO_MANY)]):
        return None
    if number.sign:
        return _measured(number, number.end, number.sign, words[:2])
    for at, word in enumerate(words[:_MEASURE_WITHIN]):
        if word in MEASURES:
            if _leads_elsewhere(text, phrase[at].end()):
                return None
            named = [*words[:at], *words[at + 1 : at + 3]]
            return _measured(number, phrase[at].end(), MEASURES[word], named)
    return _counted(text, number, phrase, words)


def counted_noun(text: str, at: int) -> str:
    """What is counted by words that end at this place, such as "how many": the noun's letters,
    lower case; empty where none follows."""
    phrase = _phrase(text, at)
    head = _head(phrase)
    return "" if head is None else phrase[head][1].casefold()


def _measured(number: Number, end: int, unit: str, described: Sequence[str]) -> Value:
    return Value(
        Kind.NUMBER,
        number.start,
        end,
        number.low,
        number.high,
        number.place,
        unit,
        is_measure=True,
        described=_stems(described),
    )


def _counted(
    text: str, number: Number, phrase: Sequence[re.Match[str]], words: Sequence[str]
) -> Value | None:
    head = _head(phrase)
    if head is None:
        return _aboard(text, number)
    if _leads_elsewhere(text, phrase[head].end()):
        return None
    noun = words[head]
    crew = _AND_CREW.match(text, phrase[head].end())
    return Value(
        Kind.NUMBER,
        number.start,
        crew.end() if crew else phrase[head].end(),
        number.low,
        number.high,
        number.place,
        "people" if crew or noun in PEOPLE or noun in FATES else stems(noun)[0],
        described=_stems(words[:head]),
        fate=_fate(text, number, phrase[head].end(), words),
    )


def _aboard(text: str, number: Number) -> Value | None:
    """Those of whom a sentence tells no more: "with 221 aboard"."""
    if not _ABOARD.match(text, number.end):
        return None
    span = number.start, number.end
    return Value(Kind.NUMBER, *span, number.low, number.high, number.place, "people")


def _phrase(text: str, at: int) -> list[re.Match[str]]:
    """The words that follow, up to one that ends what is counted."""
    words: list[re.Match[str]] = []
    while len(words) < _LONGEST_PHRASE and (word := NEXT_WORD.match(text, at)):
        lower = word[1].casefold()
        if lower in SPEECH_VERBS or (lower in FUNCTION_WORDS and lower not in ANOTHER):
            break
        # "13.6 billion dlrs last year"
        if words and lower in _OTHER_TIMES:
            break
        words.append(word)
        at = word.end()
    return words


def _head(phrase: Sequence[re.Match[str]]) -> int | None:
    """Which word is counted: the last of the first plurals, as in "two sales offices opened"."""
    head = None
    for at, word in enumerate(phrase):
        if _is_plural(word[1]):
            head = at
        elif head is not None:
            break
    if head is None and phrase and phrase[0][1].casefold() in FATES:
        return 0
    return head


def _is_plural(word: str) -> bool:
    lower = word.casefold()
    if lower in IRREGULAR_PLURALS:
        return True
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s"))
    is_word = len(lower) >= _LEAST_PLURAL_CHARS and word[0].islower()
    return ends and is_word and lower not in NOT_PLURAL


def _leads_elsewhere(text: str, at: int) -> bool:
    word = NEXT_WORD.match(text, at)
    return word is not None and word[1].casefold() in BASES_BEHIND


def _fate(text: str, number: Number, end: int, counted: Sequence[str]) -> str:
    """What became of the people that are counted, where a word for it is near."""
    behind = []
    for word in _WORD_OR_MARK.findall(text[end:].casefold())[:_FATE_BEHIND]:
        if not word[0].isalpha():
            break
        behind.append(word)
    before = re.findall(r"[^\W\d_]+", text[: number.start].casefold())[-_FATE_BEFORE:]
    near = (*counted, *behind, *before)
    return next((FATES[word] for word in near if word in FATES), "")


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stems(" ".join(words)))
