"""Words that turn a value into another thing's. Data: pairs of sets of stems."""

from index.analysis import stems


def _sides(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(stems(one)), frozenset(stems(other))


OPPOSITES = (
    _sides(
        "rise rose risen increase gain climb grow grew higher up advance jump raise lift hike",
        "fall fell fallen decrease lose lost decline drop lower down slip cut reduce",
    ),
    _sides("profit surplus income", "loss deficit shortage"),
    _sides("buy bought purchase acquire", "sell sold sale dispose divest"),
    _sides("import", "export"),
    _sides("production output produce make", "sales sold sell consumption demand shipment"),
    _sides("open opening opened", "close closing closed end ended settle settled finish"),
    _sides("open opening opened", "midsession midday noon midmorning"),
    _sides("midsession midday noon midmorning", "close closing closed end ended settle settled"),
    _sides("morning midday", "afternoon evening night overnight"),
    _sides("minimum least low lowest", "maximum most high highest"),
    _sides("borrow", "lend lent"),
    _sides("bid", "asked offer"),
    _sides("join hire hired", "leave left resign fired dismissed"),
    _sides("rejected against opposed no", "approved favour favor backed yes"),
    _sides("arrive entered", "withdrawn withdrew fled"),
)
"""Where each of two sentences has a word of another side, and none of both, they tell of two
things."""
