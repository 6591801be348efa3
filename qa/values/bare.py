"""Find the numbers that count without naming what. Input: a sentence. Output: Bare values.

"The number of people killed rose to 23", "4,200 were taken to safety": what is counted stands
before or goes without saying. "The hospital put the number at 1,100" tells another figure for what
was told just before.
"""

import re
from dataclasses import dataclass

from index.analysis import stems
from qa.records import Kind
from qa.values.figures import figures
from qa.values.numbers import Number, find_numbers
from qa.values.records import Value
from qa.values.units import FATES, PEOPLE

_COUNTED = re.compile(
    r"\b(?:toll|(?:number|total|count) of (?:the |such |those |all )?(?-i:[A-Z][\w'’-]* ){0,3}"
    r"(?P<noun>[a-z]+))\b"
    r"(?:[^.;:\d]|from \d(?:[\d,]*\d)?)*?\b(?:to|at|is|was|reached|hit|topped|passed)\s+[\"“]?$",
    re.IGNORECASE,
)
_COUNTED_IN = re.compile(r"\b(?:toll|(?:number|total|count|figure)s?)\b", re.IGNORECASE)
_ELIDED = re.compile(r"\s+(?:were|was|are|had|have|died|drowned|perished|fled|crossed|voted)\b")
_MEMBERS = re.compile(r"\s+of (?:its|their|our|the union['’]s) members\b")
_SUM = (
    r"(?:number|figure|total|toll|count|crowd|turnout|cost|bill|sum|damage|loss(?:es)?|gap|it|them)"
)
_AGAIN = re.compile(
    r"\b(?:(?:puts?|placed?|estimate[sd]?|reckon(?:s|ed)?) (?:the |that |their |this |its )?"
    rf"(?:[a-z]+ )?{_SUM}"
    rf"(?: of (?:such |the |those )?[a-z]+)? at"
    r"|(?:spoke|spoken|speaks?|talk(?:s|ed)?) of"
    rf"|(?:says?|said|insist(?:s|ed)|claim(?:s|ed)) (?:that )?(?:the (?:[a-z]+ )?)?{_SUM}"
    r" (?:is|was|had been|stood at|stands at|came to|comes to)"
    r"|(?:says?|said) (?:that )?it (?:will|would|may|could) (?:[a-z]+(?: in)?))\s+[\"“]?$",
    re.IGNORECASE,
)
OF_MEMBERS = "of its members"
"""The unit of those who are told as some of a union's: of which trade they are is told before."""
_ENDS = re.compile(
    r"[\"”’']?(?:\W*$|[,;.]|\s+(?:on|in|by|as|at|after|and|but|when|while|since|for|late|early"
    r"|overnight|so)\b)"
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A number and the unit that it has, empty where that of what was told before; ``is_again``
    where it tells another figure for that."""

    value: Value
    is_again: bool


def bare_values(text: str) -> tuple[Bare, ...]:
    """The numbers of a sentence that no noun follows, and those that are told for others before."""
    if not any(letter.isdigit() for letter in text) and not _COUNTED_IN.search(text):
        return ()
    known = figures(text)
    found = []
    for number in find_numbers(text):
        of_figure = next((each for each in known if each.start == number.start), None)
        before = text[: number.start]
        if of_figure is not None:
            if _AGAIN.search(before):
                found.append(Bare(of_figure, is_again=True))
        elif not number.sign and (unit := _unit(before, text[number.end :])) is not None:
            found.append(Bare(_value(number, unit), is_again=bool(_AGAIN.search(before))))
    return tuple(found)


def _unit(before: str, behind: str) -> str | None:
    """What the number counts, empty where that was told before; None where nothing tells it."""
    if _MEMBERS.match(behind):
        return OF_MEMBERS
    if not _ENDS.match(behind):
        return "people" if _ELIDED.match(behind) else None
    if counted := _COUNTED.search(before):
        noun = (counted["noun"] or "people").casefold()
        return "people" if noun in PEOPLE or noun in FATES else stems(noun)[0]
    return "" if _AGAIN.search(before) else None


def _value(number: Number, unit: str) -> Value:
    return Value(
        Kind.NUMBER,
        number.start,
        number.end,
        number.low,
        number.high,
        number.place,
        unit,
    )
