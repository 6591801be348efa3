"""Find the measure that a question names: "How large is Brazil's foreign debt?" Input: a Query, its
TimeScope and a Story. Output: at most one Given.

A number answers such a question, whatever a reader makes of it, where its own clause names what is
measured and ties it to the number: "its 108 billion dlr debt", "supply totalled 28 mln bpd". Where
a time is asked for, the number's own must be that one.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from index.analysis import stems
from index.records import BlockKind
from qa.composing import Chosen
from qa.matching import match
from qa.stories import Sentence, Story
from qa.timing.demonyms import DEMONYMS
from qa.timing.expressions import find_times
from qa.timing.scope import TimeScope
from qa.understanding import Asks, Query, QueryTerm
from qa.values.figures import compared, figures
from qa.values.framing import framed
from qa.values.given import HOW, Given, one_line, told_by
from qa.values.records import Value
from qa.values.sameness import About
from qa.values.units import TIMES

_FAMILIES = tuple(frozenset(stems(" ".join(sorted(words)))) for words in DEMONYMS)
_ASKS = (Asks.NUMBER, Asks.OTHER)
_CHANGES = frozenset(
    stems("rise increase growth gain drop fall decline cut loan share stake quota target ceiling")
)
# What ties what is measured to its number.
_TIED = re.compile(
    r"\b(?:is|was|are|were|be|been|total(?:s|led|ed|ling)?|reach(?:es|ed)?|hit|exceed(?:s|ed)?"
    r"|(?:stands?|stood|estimated|put|valued|running|remain(?:s|ed)?|forecast) at"
    r"|(?:rose|risen|fell|fallen|grew|grown|climbed|jumped|dropped|declined|widened|narrowed"
    r"|increased|decreased|shrank|amount(?:s|ed)?|c[ao]mes?|swelled)(?:\s[\w.]+){0,12}? to"
    r"|(?:surplus|deficit|debt|output|production|supply|demand|population|budget|profit|loss"
    r"|revenues?|sales|income|reserves|exports|imports|spending|capacity) of)"
    r"(?:\s(?:a|an|only|now|currently|just|tentatively|record|new|high|total|of|level|around"
    r"|at|forecast|provisional))*\s+$",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:stands?|stood)(?:\s(?:now|currently))? at\s+$", re.IGNORECASE)
# How far behind a number its time may stand: "45.2 bpd in the last quarter of 1986".
_TIME_WITHIN_CHARS = 30
_BREAKS = re.compile(r"[\d,;:]|\b(?:from|against|to|and|compared)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks the measure of: ``names`` of whom, the words for ``what``, and
    the ``times`` that it names beside its days, such as "quarter"."""

    names: tuple[QueryTerm, ...]
    what: tuple[QueryTerm, ...]
    times: frozenset[str]
    scope: TimeScope


def asked_measure(query: Query, scope: TimeScope) -> Asked | None:
    """What the question asks the measure of; none where it tells too little to be sure."""
    if query.asks not in _ASKS or query.asks_speech:
        return None
    of_days = frozenset(stems(scope.words))
    times = frozenset(re.findall(r"[a-z]+", query.question.casefold())) & TIMES
    of_times = of_days | frozenset(stems(" ".join(sorted(times))))
    about = [term for term in query.terms if term.stem not in of_times | HOW]
    names = tuple(term for term in about if term.is_name)
    what = tuple(term for term in about if not term.is_name and not term.stem.isdigit())
    return Asked(names, what, times, scope) if what and len(about) > 1 else None


def measure_of(asked: Asked, story: Story, about: About) -> Given | None:
    """The measure that the story gives; none where it gives several that differ."""
    found = [
        given
        for sentence in story.sentences
        if sentence.kind is BlockKind.BODY and _may_tell(asked, sentence, about)
        for given in _measures(asked, sentence, story, about)
    ]
    values = {(each.told.value.unit, each.told.value.low) for each in found}
    return found[0] if len(values) == 1 else None


def _may_tell(asked: Asked, sentence: Sentence, about: About) -> bool:
    if not all(match(term, sentence.stems) for term in asked.what):
        return False
    if all(_is_named(term, sentence.stems) for term in asked.names):
        return True
    # "The country's foreign debt stands at ...", under a headline that names the country.
    return not framed(one_line(sentence), 0, 0).names and all(
        _is_named(term, about.headline) for term in asked.names
    )


def _measures(asked: Asked, sentence: Sentence, story: Story, about: About) -> Iterator[Given]:
    line = one_line(sentence)
    within, bases = figures(line), compared(line)
    # What is compared with another is of another time.
    contrasted = [_tied_to(base, within) for base in bases]
    for value in (*within, *bases):
        tie = _tied_to(value, within)
        frame = framed(line, tie.start, value.end)
        clause = (frame.clause & set(stems(line[: tie.start]))) | value.described
        if (
            value.is_measure
            and value.described.isdisjoint(_CHANGES)
            and all(match(term, clause) for term in asked.what)
            # "Its surplus with the United States" is not its surplus.
            and all(
                any(_is_named(term, {name}) for term in asked.names) for name in frame.clause_names
            )
            and _is_of_time(asked, line, value, about, alone=value not in (*contrasted, *bases))
            and (_is_named_by(asked, value) or _is_tied(asked, line[: tie.start]))
        ):
            beside = tuple(each for each in within if each is not value)
            yield Given(
                told_by(value, beside, sentence, about),
                Chosen(sentence, story),
                is_asked=True,
            )


def _tied_to(value: Value, within: Sequence[Value]) -> Value:
    """The number whose tie is the value's: its own, or that of the one compared with it."""
    if value in within:
        return value
    before = [each for each in within if each.end <= value.start and each.unit == value.unit]
    return before[-1] if before else value


def _is_tied(asked: Asked, before: str) -> bool:
    """Whether what is measured is told to be the number. What rose to it is another number soon, so
    that it counts only for the time that is asked about."""
    return bool((_TIED if asked.scope.narrows else _STANDS).search(before))


def _is_named_by(asked: Asked, value: Value) -> bool:
    """ "A 108 billion dlr foreign debt": the number belongs to what is asked for."""
    return all(match(term, value.described) for term in asked.what)


def _is_named(term: QueryTerm, among: Set[str]) -> bool:
    """Whether the name stands among the stems, or a word for what belongs to it."""
    families = (family for family in _FAMILIES if term.stem in family)
    return match(term, among) > 0 or any(not family.isdisjoint(among) for family in families)


def _is_of_time(asked: Asked, line: str, value: Value, about: About, *, alone: bool) -> bool:
    """Whether the value is of the time asked about: what is written right behind it says so, or,
    where nothing is and it is compared with none, all that the sentence names; where none is asked
    about, nothing is."""
    mentions = find_times(line, about.published)
    own = next((each for each in mentions if each.start >= value.end), None)
    between = line[value.end : own.start] if own else ""
    if own and (len(between) > _TIME_WITHIN_CHARS or _BREAKS.search(between)):
        own = None
    wanted = asked.scope.period
    if wanted is None and not asked.scope.month:
        return own is None and not asked.times
    if own:
        words = set(re.findall(r"[a-z]+", line[value.end : own.end].casefold()))
        is_then = own.period == wanted if wanted else own.month == asked.scope.month
        return is_then and asked.times - set(own.words.casefold().split()) <= words
    periods = {each.period for each in mentions}
    return alone and wanted is not None and not asked.times and periods == {wanted}
