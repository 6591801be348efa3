"""Tell where a number is of a part, of another time or of each. Input: a Value, its clause and its
story. Output: yes or no.

"In the village of Teign alone 11 died", "another 40", "12 dollars a head", "340 in 2019".
"""

import re
from dataclasses import dataclass

from index.analysis import stems
from qa.stories import Sentence
from qa.values.asked_amounts import AskedAmount
from qa.values.given import Given, one_line
from qa.values.records import Value
from qa.values.sameness import About
from qa.values.units import MONTHS, WEEKDAYS

_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|these|those)|of (?:them|these|those|whom|which)|another"
    r"|a further|the other|and only|not|every|per)\s+$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\s*(?:,? ?of (?:them|these|those|whom|which|the)\b|more\b|,? (?:fewer|less|more) than\b)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:per|each|every|apiece|an? (?:minute|hour|day|night|week|month|trip|head|piece|share"
    r"|barrel|tonne|ton|kilo|ounce|person))\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:alone|(?:last|previous|earlier|next) (?:year|month|week|time)(?!['’]s)"
    r"|(?:years?|months?|weeks?) (?:ago|earlier|before)"
    r"|in (?:the )?(?:spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(rf"\b[Ii]n ({'|'.join(month.title() for month in MONTHS)})\b(?! \d)")
NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w-]*\w")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round) (?:the |a |one )?"
    r"(?P<place>(?:(?:[a-z]+ )?(?:town|city|village|district|province|suburb|state) of )?"
    r"(?:[A-Z][\w'’-]+(?: (?=[A-Z]))?)+"
    r"|(?:[a-z]+ ){1,2}"
    r"(?:district|suburb|village|town|neighbou?rhood|ward|wing|province)\b)"
)
_PURPOSE = re.compile(r"(?<=\d)[\w ]+?\bto [a-z]+ .*")
_TIMES = MONTHS | WEEKDAYS
_STOP = re.compile(r"[;:.,](?!\d)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its sentence, as one line, the one before it, the first one of its
    story, and what that is about; ``second`` are the stems of the sentence behind the first."""

    sentence: Sentence
    line: str
    before: Sentence
    lead: Sentence
    about: About
    second: frozenset[str] = frozenset()

    @property
    def near(self) -> frozenset[str]:
        """The stems by which a reader knows what the sentence is about."""
        stems_of = self.sentence.stems | self.before.stems | self.lead.stems
        return stems_of | self.about.headline

    @property
    def named(self) -> frozenset[str]:
        """The stems by which a reader knows whose it is: what capsizes in a first sentence is often
        called by its name in the second."""
        return self.near | self.second


def is_part(asked: AskedAmount, value: Value, place: Place, clause: str) -> bool:
    """Whether the number is not of the whole that is asked for."""
    behind = _STOP.split(place.line[value.end :], maxsplit=1)[0]
    if (
        _PART_BEFORE.search(place.line[: value.start])
        or _PART_BEHIND.match(place.line, value.end)
        or _RATE.search(behind)
        or _PART.search(clause)
    ):
        return True
    if _is_of_another(asked, value, place, clause):
        return True
    known = place.about.headline | place.lead.stems | asked.places
    known |= {term.stem for term in asked.somewhere}
    # "A contract worth 84 million to build flats in Holm": that is where the flats are.
    where = places(_PURPOSE.sub("", clause))
    if asked.places and where and not asked.places & place.about.headline:
        # An article on another place may tell of the one that is asked for.
        return all(asked.places.isdisjoint(each) for each in where)
    return any(known.isdisjoint(each) for each in where)


def _is_of_another(asked: AskedAmount, value: Value, place: Place, clause: str) -> bool:
    """Whether the clause names whose it is, and not whose is asked for: "its other ferry, the
    Kestrel, carried 120"."""
    before = clause[: clause.find(place.line[value.start : value.end])]
    at = place.sentence.start + value.start
    said = next((each for each in place.sentence.said if each.start <= at < each.end), None)
    if said is not None:
        # Who says it is before what is said.
        before = before[-max(0, at - said.start) :] if at > said.start else ""
    wanted = {term.stem for term in asked.names if term.stem.isalpha() and len(term.stem) > 1}
    known = wanted | place.about.headline | place.lead.stems
    named = [word for word in NAME.findall(before) if word.casefold() not in _TIMES]
    return bool(wanted and named) and known.isdisjoint(stems(" ".join(named)))


def places(text: str) -> list[frozenset[str]]:
    """The stems of each place that the text names as where something is."""
    found = []
    for each in _PLACE.finditer(text):
        words = [word for word in each["place"].split() if word.casefold() not in _TIMES]
        if words:
            found.append(frozenset(stems(" ".join(words))))
    return found


def are_places_apart(one: Given, other: Given, *, is_named: bool) -> bool:
    """Whether both tell where, each of another place that the other's headline has not. A thing
    that ``is_named`` is the same wherever headlines say that it was."""
    mine, theirs = _where(one, is_named), _where(other, is_named)
    heads = one.told.about.headline, other.told.about.headline
    return bool(mine and theirs) and not mine & (theirs | heads[1]) and not theirs & heads[0]


def _where(given: Given, is_named: bool) -> frozenset[str]:
    line = one_line(given.chosen.sentence)
    found = places(line) or ([] if is_named else places(given.chosen.story.article.title))
    return frozenset().union(*found)


def is_of_another_time(clause: str, about: About) -> bool:
    """Whether the clause tells of another year or month than the article's."""
    if about.published is None:
        return _YEAR.search(clause) is not None
    months = {month.casefold()[:3] for month in _MONTH.findall(clause)}
    return any(int(year) != about.published.year for year in _YEAR.findall(clause)) or bool(
        months and about.published.strftime("%b").casefold() not in months
    )
