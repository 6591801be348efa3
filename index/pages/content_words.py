"""The words of a text that tell its subject. Input: text. Output: stems, without common words."""

from functools import cache

from index.analysis import stems

_LEAST_CHARS = 4
_COMMON = """
about above across after again against almost along already also
although always among another anyone anything are around because been before behind being below
between both cannot could does doing done down during each either else enough even ever every
everyone everything first five four from getting give given goes going gone have having here hers
herself himself into itself just keep kept knew know known last later least less like little long
made make making many might more most much must myself near never next nine none nothing once only
other others ours over own perhaps put quite rather really said same says second seem seemed seen
several shall should since six some someone something soon still such take taken than that their
theirs them themselves then there these they thing things think third this those though three
through thus time times today told too took toward two under until upon used very want wants was way
well went were what when where whether which while who whole whom whose why will with within without
would yes yet you your yours monday tuesday wednesday thursday friday saturday sunday day days hour
hours minute minutes month months week weeks year years yesterday tomorrow ago people
"""


@cache
def _common() -> frozenset[str]:
    return frozenset(stems(_COMMON))


def content_words(text: str) -> frozenset[str]:
    """The stems of four letters and more that are neither common words nor numbers."""
    common = _common()
    return frozenset(
        stem
        for stem in stems(text)
        if len(stem) >= _LEAST_CHARS and stem not in common and not stem.isdigit()
    )
