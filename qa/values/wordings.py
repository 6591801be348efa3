"""The wordings in which one thing is told of a number. Data: stems that a question may use, and
what a clause then says, the number being at hand."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from index.analysis import stems
from qa.words import VESSELS

_CRAFT = "|".join(
    (*VESSELS, *"plane aircraft airliner jet helicopter train bus coach tram".split())
)


@dataclass(frozen=True, slots=True)
class Wording:
    """``asked`` are the stems of a question's words, ``told`` is what a clause may say for them."""

    asked: frozenset[str]
    told: re.Pattern[str]


def _wording(asked: str, told: str) -> Wording:
    return Wording(frozenset(stems(asked)), re.compile(rf"\b(?:{told})\b", re.IGNORECASE))


DEAD = _wording(
    "die died dead death deaths kill killed kills toll casualties fatalities perish perished"
    " claim claimed buried bury",
    r"die[ds]?|dead|dying|deaths?|kill(?:s|ed|ing)?|toll|fatalit(?:y|ies)|perish(?:ed|es)?|buried"
    r"|drowned|(?:claim|cost|lose|lost)(?:ed|s|ing)? (?:[\w,]+ ){0,4}lives",
)

PAID = _wording(
    "pay paid price buy bought purchase purchased",
    r"pa(?:y|ys|id|ying)|b(?:uy|uys|ought|uying)|purchas(?:ed?|es|ing)|acquir(?:ed?|es|ing)|price",
)

WORDINGS = (
    DEAD,
    _wording(
        "hurt injured injuries wounded injure wound", r"hurt|injur(?:ed|ies|es|ing)|wound(?:ed|s)"
    ),
    _wording(
        "arrest arrested detain detained", r"arrest(?:ed|s|ing)?|detain(?:ed|s)|taken into custody"
    ),
    _wording(
        "board aboard carry carried carrying ship passengers travelling",
        r"aboard|on board|on-board|carr(?:y|ies|ied|ying)(?! out)"
        rf"|(?:on|in|inside) (?:the|a|an|her|its|that) (?:\w+ )?(?:{_CRAFT})",
    ),
    _wording(
        "hospital hospitalised hospitalized", r"hospitals?|hospitali[sz]ed|clinics?|infirmary"
    ),
    _wording("cost costs", r"cost(?:s|ing)?|price tag of|a bill of|at a cost of"),
    _wording(
        "damage damages loss losses", r"damages?|loss(?:es)?|destruction|repairs|cost(?:s|ing)?"
    ),
    _wording(
        "gap hole shortfall deficit loss finances budget books",
        r"gap|hole|shortfall|deficit|loss(?:es)?|short of|in the red",
    ),
    _wording("missing miss", r"missing|unaccounted for"),
    _wording(
        "sink sank sunk capsize capsized founder overturn overturned",
        r"s[aiu]nk(?:s|ing)?|capsiz(?:ed?|es|ing)|went down|overturn(?:ed|s|ing)?|keeled over"
        r"|rolled over",
    ),
    PAID,
    _wording("worth value valued", r"worth|valued? at|values? (?:it|the [a-z ]+) at"),
    _wording(
        "offer offered offers bid",
        r"offer(?:s|ed|ing)?|bids?|propos(?:al|ed?|es|ing)|valuing [\w ]+ at",
    ),
    _wording(
        "demand demands demanded seek sought",
        r"demand(?:s|ed|ing)?|claim(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed|ing)?"
        r"|(?:a|its|their) (?:pay |wage )?claim|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for",
    ),
    _wording("own owns hold holds stake", r"own(?:s|ed|ing)?|holds?|held|holding|stake"),
    _wording("raise bring yield", r"rais(?:e|es|ed|ing)|br(?:ing|ings|ought) in|yield(?:s|ed)?"),
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
        " protesters attend attended attending demonstration gathered part participate participated"
        " join joined walked",
        r"march(?:ed|ing|ers)|demonstrat(?:ed|ing|ors|ion)|protest(?:ed|ing|ers|s)?"
        r"|rall(?:ied|ying|y)|turned out|t[ao]ok(?:e|ing)? part|taking part|attend(?:ed|ing|ance)"
        r"|gathered|participat(?:ed|ing)|joined|walked (?:out|off)|(?:on|downed tools in) strike"
        r"|stopped work|(?:were|are|stayed) absent|(?:were|are) on strike",
    ),
    _wording(
        "evacuate evacuated rescue rescued evacuation leave left flee fled displace displaced"
        " safety move moved home homes house houses",
        r"evacuat(?:ed|ing|ion)|rescu(?:ed|ing)|(?:brought|taken|moved|led) to safety|taken off"
        r"|saved|(?:left|leave|leaving|fled|flee|fleeing|driven from|forced from|out of)"
        r" (?:their )?(?:homes|houses)|displaced",
    ),
    _wording(
        "homeless lost lose home homes house houses",
        r"homeless|(?:without|lost their|losing their|left without) (?:shelters?|homes?|houses)",
    ),
    _wording(
        "destroy destroyed burn burned burnt collapse collapsed",
        r"destroy(?:ed|ing|s)|burn(?:ed|t) down|gutted|razed|flattened|wrecked|levelled|leveled"
        r"|collapsed",
    ),
    _wording(
        "postpone postponed cancel cancelled canceled delay delayed put",
        r"postpon(?:ed?|ing)|put off|cancel(?:l?ed|l?ing)|delay(?:ed|ing)|called off",
    ),
    _wording(
        "cut shed lose lost leak leaked spill spilled axe axed eliminate eliminated redundant go",
        r"cut(?:s|ting)?|shed(?:s|ding)?|los(?:e|es|t|ing)|ax(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)"
        r"|redundant|slash(?:es|ed)?|without|leak(?:s|ed|ing)?|spill(?:s|ed|ing)?|spilt",
    ),
    _wording("power electricity", r"power|electricity|blacked out|(?:in the )?dark"),
    _wording("close closed shut", r"clos(?:e|es|ed|ing)|shut(?:s|ting)?"),
    _wording(
        "vote voted", r"vot(?:e|es|ed|ing|ers)|cast (?:their|a) (?:votes?|ballots?)|turned out"
    ),
    _wording(
        "fight fought battle battled tackle tackled deployed sent send",
        r"f(?:ight|ought|ighting)|battl(?:ed?|ing)|tackl(?:ed?|ing)|deployed|sent|called out",
    ),
    _wording(
        "strike strikes walkout stoppage",
        r"strikes?|walk-?outs?|stoppages?|industrial action|walk(?:s|ed|ing)? (?:out|off)",
    ),
)

TOLL = re.compile(r"\b(?:death toll|toll (?=in|of|from|after))\b", re.IGNORECASE)
"""A question on how many have died, without a number asked for."""

GAPS = re.compile(r"\b(?:gap|hole|shortfall)\b", re.IGNORECASE)
"""What is large by a sum of money."""

LIGHT = frozenset(
    stems(
        "take took taken bring brought be have had get got make made give gave given go went treat"
        " treated money amount cause caused suffer suffered"
    )
)
"""Verbs that add nothing to the noun that a question puts with them: "taken to hospital"."""

_ALIKE = tuple(
    frozenset(stems(words))
    for words in (
        "output production produce produced produces producing",
        "supply supplies supplied supplying",
        "debt debts owe owes owed owing",
        "foreign abroad external overseas",
        "consumption consume consumed consumes",
        "export exports exported exporting",
        "import imports imported importing",
        "spending spend spent spends expenditure outlays",
        "sales sell sold sells",
        "income earnings earn earned earns",
    )
)
"""Words for one measure: what a country produces is its output."""

EVENTS = tuple(
    frozenset(stems(words))
    for words in (
        "blast explosion",
        "fire blaze flames",
        "quake earthquake tremor",
        "flood flooding floods",
        "crash collision accident",
        "blackout outage power",
        "protest march demonstration rally",
        "strike walkout stoppage",
        "spill slick leak",
        "storm hurricane cyclone typhoon",
        "attack raid bombing bomb",
        "vote election referendum poll",
        "war conflict fighting",
        "sink sank sunk sinking capsize capsized founder shipwreck overturn overturned",
    )
)
"""Words for one kind of event: what an article on an explosion tells is told of the blast."""

DISASTERS = frozenset(stems("accident disaster tragedy catastrophe incident"))
"""Words for an event of whichever kind: what happened to the ferry was its accident."""

FOR_OTHERS = re.compile(
    r"\b(?:fines?|fined|penalt(?:y|ies)|damages|compensation|tax(?:es)?|fees?|rent|interest|bail"
    r"|bribes?|deposit|wages?|salar(?:y|ies)|bonus(?:es)?|repairs?|renovat(?:ion|ed|ing)|insurance"
    r"|legal|dividends?|loans?)\b",
    re.IGNORECASE,
)
"""What else is paid than a price."""

THINGS = tuple(
    frozenset(stems(words))
    for words in (
        "house home villa flat apartment property mansion residence",
        "port harbour harbor dock quay",
        "union alliance federation brotherhood guild",
        "ferry ship vessel boat",
    )
)
"""Words for one kind of thing: what is told of the villa is told of the house."""

WHO = tuple(
    frozenset(stems(words))
    for words in (
        "sailor sailors seaman seamen crew crewman crewmen",
        "docker dockers dockworker dockworkers longshoreman longshoremen stevedore stevedores",
        "customer customers client clients",
        "worker workers employee employees staff",
        "protester protesters demonstrator demonstrators marcher marchers",
        "soldier soldiers troop troops serviceman servicemen",
        "student students pupil pupils",
        "policeman policemen police",
        "guard guards watchman watchmen",
    )
)
"""Words for one kind of people: who counts the crew counts the sailors."""

IMPLIED = dict.fromkeys(stems("oil crude petroleum"), "barrel")
"""What goes without saying where it is measured so: what comes in barrels is oil."""


def is_kin_near(stem: str, near: Set[str], families: Iterable[Set[str]]) -> bool:
    """Whether another word of one of the families that the stem is of stands near, or itself."""
    return any(stem in family and not family.isdisjoint(near) for family in families)


def alike(stem: str) -> frozenset[str]:
    """The other words for the measure that this one tells, and itself; none where it tells none."""
    return next((words for words in _ALIKE if stem in words), frozenset())
