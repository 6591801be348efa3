"""The wordings in which one thing is told of a number. Data: stems that a question may use, and
what a clause then says, the number being at hand."""

import re
from dataclasses import dataclass

from index.analysis import stems

_VESSELS = (
    "ship|ferry|boat|vessel|tanker|liner|yacht|trawler|plane|aircraft|airliner|jet|helicopter"
    "|train|bus|coach|tram|craft"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """``asked`` are the stems of a question's words, ``told`` is what a clause may say for them."""

    asked: frozenset[str]
    told: re.Pattern[str]


def _wording(asked: str, told: str) -> Wording:
    return Wording(frozenset(stems(asked)), re.compile(rf"\b(?:{told})\b", re.IGNORECASE))


WORDINGS = (
    _wording(
        "board aboard carry carried carrying ship passengers travelling",
        r"aboard|on board|on-board|carr(?:y|ies|ied|ying)(?! out)"
        rf"|(?:on|in|inside) (?:the|a|an|her|its|that) (?:\w+ )?(?:{_VESSELS})",
    ),
    _wording(
        "hospital hospitalised hospitalized", r"hospitals?|hospitali[sz]ed|clinics?|infirmary"
    ),
    _wording("cost costs", r"cost(?:s|ing)?|price tag of|a bill of|at a cost of"),
    _wording(
        "last lasted lasting",
        r"last(?:s|ed|ing)|went on for|dragged on for|going on for|continued for|ran for"
        r"|ended after|end(?:s|ing)? (?:\w+ ){0,3}after",
    ),
    _wording(
        "live living lived inhabitants residents population",
        r"liv(?:e|es|ed|ing)|inhabitants|residents|population|home to|people of",
    ),
    _wording(
        "march marched demonstrate demonstrated protest protested rally rallied demonstrators"
        " protesters attend attended attending demonstration gathered",
        r"march(?:ed|ing|ers)|demonstrat(?:ed|ing|ors|ion)|protest(?:ed|ing|ers|s)?"
        r"|rall(?:ied|ying|y)|turned out|took part|taking part|attend(?:ed|ing|ance)|gathered",
    ),
    _wording(
        "evacuate evacuated rescue rescued evacuation",
        r"evacuat(?:ed|ing|ion)|rescu(?:ed|ing)|brought to safety|taken off|saved",
    ),
    _wording(
        "destroy destroyed burn burned burnt",
        r"destroy(?:ed|ing|s)|burn(?:ed|t) down|gutted|razed|flattened|wrecked|levelled|leveled",
    ),
    _wording(
        "strike strikes walkout stoppage",
        r"strikes?|walk-?outs?|stoppages?|industrial action",
    ),
)

LIGHT = frozenset(
    stems("take took taken bring brought be have had get got make made give go went treat treated")
)
"""Verbs that add nothing to the noun that a question puts with them: "taken to hospital"."""
