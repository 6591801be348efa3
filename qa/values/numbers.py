"""Find the numbers written in a text. Input: text. Output: Numbers, in order.

Years, days, "Boeing 747" and "5:30" are none. A number is an interval: what is rounded stands for
what rounds to it, "about 2 mln" for 2.1 mln as well, "more than 20,000" for anything from there on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from qa.values.units import BASES, MONTHS, SCALES, SIGNS, SMALL_NUMBERS
from qa.words import FUNCTION_WORDS

_WORDS = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"""
    (?<![\w./,:$€£¥-])
    (?P<sign>(?:US|A|C|HK|NZ)?[$€£¥]\s?)?
    (?:
        (?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<decimals>\.\d+)?
        (?:[ -](?P<over>\d\d?)/(?P<under>[1-9]\d?))?
      | (?P<words>(?:{_WORDS})(?:[\s-](?:{_WORDS}))?)
    )
    (?:[\s-](?P<scale>{"|".join(SCALES)}))?
    (?P<percent>\s?%)?
    (?![\w/]|-\w|[.,:]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
NEXT_WORD = re.compile(r"\s+((?:[A-Z]\.){2,}|[^\W\d_](?:[\w'’.-]*\w)?)")
LAST_WORD = re.compile(r"([\w'’.-]*\w)\s+$")
_RANGE = re.compile(r"\s*(to|and|or|-|–)\s*", re.IGNORECASE)
_BOUNDS = tuple(
    (re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE), least, most)
    for words, least, most in (
        # Before "under" and "over", which they end in.
        (r"nearly|almost|close to|just (?:under|below|short of)", 0.95, 1.0),
        (r"just (?:over|above)", 1.0, 1.1),
        (
            r"(?:more|greater|higher|larger|better) than|at least|over|above|exceeding"
            r"|in excess of|as (?:many|much) as|no (?:fewer|less) than|(?:a )?minimum of",
            1.0,
            inf,
        ),
        (
            r"(?:no more|fewer|less|lower|smaller) than|at most|up to|below|under"
            r"|(?:a )?maximum of",
            0.0,
            1.0,
        ),
        (r"about|around|approximately|roughly|some|(?:an )?estimated|or so", 0.9, 1.1),
    )
)
_COMPARED_WITH = re.compile(r"\bcompar(?:e|es|ed|ing)\s+(?:with|to)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(r"\w\s+$")
_YEARS = range(1_900, 2_100)
_YEAR_DIGITS = 4
# From here on a nought at the end may be rounding, but 500 is not 540.
_ROUND_FROM = 100
# A last digit worth less than this share of the number tells it closely.
_EXACT = 0.02
_MOST_SLACK, _LEAST_SLACK = 0.05, 1e-6


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, ``text[start:end]`` with what bounds it: ``low`` to ``high``.

    ``place`` is what its last digit is worth, 0 where it is exact; ``sign`` is the measure that a
    sign beside it names, ``scale`` what a word such as million multiplies it by.
    """

    start: int
    end: int
    low: float
    high: float
    place: float
    sign: str
    scale: float


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers that stand for themselves: not those that others are compared with."""
    return tuple(_bounded(text, number) for number in _all(text) if not _is_base(text, number))


def find_compared(text: str) -> tuple[Number, ...]:
    """The numbers that others are compared with."""
    return tuple(number for number in _all(text) if _is_base(text, number))


def _all(text: str) -> list[Number]:
    return _ranges_joined(text, list(_written(text)))


def _written(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        is_plain = not (match["sign"] or match["scale"] or match["percent"])
        # "One" is seldom a count.
        if is_plain and (
            (match["words"] or "").casefold() in ("one", "zero") or _is_name_or_day(text, match)
        ):
            continue
        value, place = _value(match)
        scale = float(SCALES[match["scale"].casefold()]) if match["scale"] else 1.0
        sign = SIGNS.get((match["sign"] or match["percent"] or "").strip()[-1:], "")
        slack = max(min(place / 2, _MOST_SLACK * value), _LEAST_SLACK * value) * scale
        low, high = value * scale - slack, value * scale + slack
        yield Number(match.start(), match.end(), low, high, place * scale, sign, scale)


def _value(match: re.Match[str]) -> tuple[float, float]:
    """The number without its scale, and the worth of its last digit; 0 where it is exact."""
    if match["words"]:
        # "twenty-five"
        parts = re.split(r"[\s-]", match["words"].casefold())
        return float(sum(SMALL_NUMBERS[part] for part in parts)), 0.0
    whole = match["whole"].replace(",", "")
    value = float(whole)
    if match["over"]:
        return value + int(match["over"]) / int(match["under"]), 0.0
    if match["decimals"]:
        decimals = len(match["decimals"]) - 1
        return value + float(match["decimals"]), 10.0**-decimals
    noughts = len(whole) - len(whole.rstrip("0"))
    is_round = noughts > 0 and (value >= _ROUND_FROM or match["scale"])
    return value, 10.0**noughts if is_round else 1.0 if match["scale"] else 0.0


def _is_name_or_day(text: str, match: re.Match[str]) -> bool:
    """A year, a day of a month, a "Boeing 747", a "Resolution 598", a "Group of Seven"."""
    whole = match["whole"]
    if whole is None:
        return match.group()[0].isupper() and _GOES_ON.search(text[: match.start()]) is not None
    if len(whole) == _YEAR_DIGITS and int(whole) in _YEARS and not match["decimals"]:
        return True
    before, behind = LAST_WORD.search(text[: match.start()]), NEXT_WORD.match(text, match.end())
    near = [word[1] for word in (before, behind) if word]
    if any(word[0].isupper() and word.rstrip(".").casefold() in MONTHS for word in near):
        return True
    if before is None or before.start() == 0 or not before[1][0].isupper():
        return False
    lower = before[1].casefold()
    return lower not in FUNCTION_WORDS and not lower.endswith("day")


def _ranges_joined(text: str, numbers: Sequence[Number]) -> list[Number]:
    """ "Two to three mln" is one number; of "from two to three mln" the first is left out."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        between = _RANGE.fullmatch(text, last.end, number.start) if last else None
        before = LAST_WORD.search(text[: last.start]) if last else None
        opening = before[1].casefold() if before else ""
        if last is None or between is None or (between[1] == "and" and opening != "between"):
            joined.append(number)
        elif opening == "from":
            joined[-1] = number
        else:
            times = number.scale if last.scale == 1.0 and last.low < number.scale else 1.0
            low, high = min(last.low * times, number.low), max(last.high * times, number.high)
            joined[-1] = replace(number, start=last.start, low=low, high=high)
    return joined


def _bounded(text: str, number: Number) -> Number:
    """The number with the words that bound it."""
    for bound, least, most in _BOUNDS:
        if found := bound.search(text[: number.start]):
            value = (number.low + number.high) / 2
            # "Around 15.5" is hardly said of 14.6.
            is_close = least < 1 < most and 0 < number.place < _EXACT * value
            share = 0.5 if is_close else 1.0
            low = min(number.low, value * (1 - share * (1 - least)))
            high = max(number.high, value * (1 + share * (most - 1)))
            return replace(number, start=found.start(), low=low, high=high)
    return number


def _is_base(text: str, number: Number) -> bool:
    before = text[: number.start]
    if any(bound.search(before) for bound, _, _ in _BOUNDS):
        return False
    word = LAST_WORD.search(before)
    is_after_one = word is not None and word[1].casefold() in BASES
    return is_after_one or _COMPARED_WITH.search(before) is not None
