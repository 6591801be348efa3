"""Tell how a question asks for an amount, and what that is counted or measured in. Input: a
question's text. Output: at most one AmountForm.

"How many", "how far" and "what is it worth" ask for one alike; so does the noun of a rate or a
share: "What pay rise did the drivers demand?"
"""

import re
from dataclasses import dataclass

from index.analysis import stems
from qa.values.figures import counted_noun
from qa.values.units import DISTANCES, DURATIONS, FATES, MEASURES, MONEY, PEOPLE, PERSON_STEMS
from qa.values.wordings import GAPS, TOLL, WHO

_HOW = re.compile(
    r"\bhow (?P<how>many|much|long|far|big|large|high|great)\b(?: of)?(?: the)?"
    r"|\bnumber of(?: the)?\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\b(?:cost|costs|pay|paid|spend|spent|worth|money|damage|loss|losses|offer(?:ed|s)?|bid)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\bhow much (?:of )?(?P<noun>\b).*\b(?:owns?|holds?|held|stake)\b", re.I)
_RATE = re.compile(
    r"\bwhat (?P<of>(?:[a-z]+ ){0,2}?)(?P<noun>rise|increase)\s"
    r"(?=(?:did|does|do|has|have|is|are)\b)",
    re.IGNORECASE,
)
_WHAT_SUM = re.compile(
    r"\bwhat (?=(?:did|has|have|had|does|will)\b.*\b(?:pay|paid|spend|spent)\b)"
    r"|\bwhat (?:is|was|are|were)(?= .*\bworth\b)"
    r"|\bwhat (?:is|was) the(?= price (?:of|for|paid)\b)",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"\s+(?:have|has|had|were|are|was|did|died|will)\b", re.IGNORECASE)
_PERCENT = frozenset(("percent",))


@dataclass(frozen=True, slots=True)
class AmountForm:
    """How an amount is asked for: where the words that ask ``end``, the ``noun`` that is counted
    or rated, empty where none is, and the ``units`` that the number may have; ``is_share`` where
    it is what somebody owns of something, and ``of`` what it is a rate of: "pay" of a pay rise."""

    end: int
    noun: str
    units: frozenset[str]
    is_share: bool = False
    of: str = ""


def amount_form(text: str) -> AmountForm | None:
    """How the question asks for an amount; None where it asks for none that can be told."""
    if toll := TOLL.search(text):
        return AmountForm(toll.end(), "", _people())
    if share := _SHARE.search(text):
        return AmountForm(share.start("noun"), "", _PERCENT, is_share=True)
    if how := _HOW.search(text):
        kind = (how["how"] or "many").casefold()
        noun = _counted(text, how.end()) if kind == "many" else ""
        units = _units(kind, noun, text)
        return AmountForm(how.end(), noun, units) if units else None
    if rate := _RATE.search(text):
        return AmountForm(rate.end("noun"), rate["noun"].casefold(), _PERCENT, of=rate["of"])
    if worth := _WHAT_SUM.search(text):
        return AmountForm(worth.end(), "", MONEY)
    return None


def _people() -> frozenset[str]:
    return frozenset(("people", *PERSON_STEMS))


def _counted(text: str, at: int) -> str:
    """The noun, "people" where those counted go without saying: "How many have died?"."""
    return counted_noun(text, at) or ("people" if _NO_NOUN.match(text, at) else "")


def _units(kind: str, noun: str, text: str) -> frozenset[str]:
    """What the number may count or be measured in; nothing where that is not told."""
    if kind in ("long", "far"):
        return DURATIONS if kind == "long" else DISTANCES
    if kind != "many":
        is_sum = (_SUM if kind == "much" else GAPS).search(text)
        return MONEY if is_sum else frozenset()
    if noun in MEASURES:
        return frozenset((MEASURES[noun],))
    if noun in PEOPLE or noun in FATES:
        return _people()
    unit = frozenset(stems(noun))
    return unit.union(*(those for those in WHO if not unit.isdisjoint(those)))
