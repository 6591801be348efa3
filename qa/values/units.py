"""The words that numbers are written with, and what they measure or count. Data, no logic."""

from index.analysis import stems

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """.split()
    )
} | {
    word: 10 * tens
    for tens, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "mln": 1_000_000,
    "million": 1_000_000,
    "bln": 1_000_000_000,
    "billion": 1_000_000_000,
    "tln": 1_000_000_000_000,
    "trillion": 1_000_000_000_000,
}

SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "%": "percent"}

MEASURES = {
    word: unit
    for unit, words in {
        "percent": "pct percent",
        "percentage point": "point points",
        "basis point": "basis",
        "dollar": "dlr dlrs dollar dollars usd",
        "pound": "stg pound pounds",
        "yen": "yen",
        "mark": "mark marks dm",
        "franc": "franc francs",
        "guilder": "guilder guilders",
        "lira": "lire lira",
        "crown": "crown crowns krone kroner krona kronor",
        "peso": "peso pesos",
        "rupee": "rupee rupees",
        "euro": "euro euros ecu ecus",
        "cent": "ct cts cent cents",
        "penny": "pence p",
        "tonne": "tonne tonnes ton tons mt",
        "kilo": "kilo kilos kg kilogram kilograms",
        "ounce": "ounce ounces oz",
        "barrel": "barrel barrels bbl bpd",
        "gallon": "gallon gallons",
        "bushel": "bushel bushels bu",
        "bale": "bale bales",
        "bag": "bag bags",
        "litre": "litre litres liter liters",
        "hectare": "hectare hectares",
        "acre": "acre acres",
        "kilometre": "km kms kilometre kilometres kilometer kilometers",
        "mile": "mile miles",
        "metre": "metre metres meter meters",
        "foot": "foot feet",
        "inch": "inch inches",
        "degree": "degree degrees",
        "megawatt": "mw megawatt megawatts",
        "share": "share shares",
        "second": "second seconds",
        "minute": "minute minutes",
        "hour": "hour hours",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years",
        "time": "time times",
    }.items()
    for word in words.split()
}
"""What numbers measure rather than count: two of them are one thing only where all else agrees."""

MONEY = frozenset(
    """
    dollar pound yen mark franc guilder lira crown peso rupee euro
    """.split()
)
"""The measures of sums."""

DURATIONS = frozenset("minute hour day week month year".split())
"""The measures of how long something takes."""

DISTANCES = frozenset("kilometre mile metre foot".split())
"""The measures of how far off something is."""

NOT_PLURAL = frozenset(
    """
    is was has its his this as us yes plus thus does less across perhaps towards besides says
    """.split()
)
"""Words in -s that are no plural noun."""

IRREGULAR_PLURALS = frozenset(
    """
    people men women children police troops personnel staff crew aircraft policemen gunmen
    servicemen workmen firemen fishermen salesmen clergymen businessmen seamen crewmen watchmen
    longshoremen dead
    """.split()
)

FATES = {
    word: kind
    for kind, words in {
        "dead": (
            "dead kill kills killed killing die dies died dying death deaths fatalities drowned"
            " perished"
        ),
        "hurt": "wounded injured hurt injuries injury",
        "missing": "missing",
        "held": "arrested detained",
        "homeless": "homeless displaced",
    }.items()
    for word in words.split()
}
"""What may have become of people, by the words for it."""

PEOPLE = frozenset("people person persons victims casualties others lives".split())
"""Nouns that count anybody: "19 people were killed" counts what "19 dead" does."""

PERSONS = frozenset(
    """
    men women children boys girls students pupils teachers police policemen officers soldiers troops
    servicemen personnel fighters militants rebels guerrillas gunmen terrorists sailors pilots crew
    passengers workers employees staff miners farmers members delegates deputies legislators
    lawmakers ministers officials voters residents civilians citizens refugees migrants prisoners
    hostages doctors nurses patients journalists protesters demonstrators players shareholders
    pilgrims tourists villagers worshippers commuters marchers strikers watchmen firefighters
    rescuers builders fans mourners drivers conductors cleaners dockers printers
    """.split()
)
"""Nouns that count some kind of people."""

PERSON_STEMS = frozenset(stems(" ".join(sorted(PERSONS))))
"""The same, as an amount's unit is written."""

SURVIVED = frozenset("survivor survivors survived survive surviving alive rescued saved".split())
"""Words for those who came through."""

ANOTHER = frozenset(
    """
    another other others additional more further extra remaining each every average least most
    next first last only just
    """.split()
)
"""Words that make a number count something beside what others count."""

BASES = frozenset("from against versus vs compared comparing than previous earlier not".split())
"""Before a number: it is what another is compared with."""

BASES_BEHIND = frozenset("ago earlier previously before later old after apart".split())
"""Behind a number: it tells of another time, or of how far off it is."""

MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

TIMES = (
    MONTHS
    | WEEKDAYS
    | frozenset(
        """
    yesterday today tomorrow tonight
    overnight morning afternoon evening night midday noon midnight midsession week month quarter qtr
    half year weekend annual annually monthly weekly daily quarterly yearly weeks months years days
    hours minutes spring summer autumn winter mid end beginning early late earlier later previous
    previously first second third fourth fifth last next
    """.split()
    )
)
"""Words that set one time apart from another."""

SERIES = frozenset(
    """
    quarter quarterly qtr half annual annually monthly weekly daily yearly weekend
    midday noon midsession
    """.split()
)
"""Words for the periods by which one thing is measured again and again."""

SLOW = frozenset(stems("debt debts population capacity area length height depth"))
"""Stems of what is much the same for months: two figures for it differ on more than their day."""
