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
from qa.countries import countries_proper
from qa.matching import match
from qa.stories import Sentence, Story
from qa.timing.expressions import Mention, find_times
from qa.timing.scope import TimeScope
from qa.understanding import Asks, Query, QueryTerm
from qa.values.figures import compared, figures
from qa.values.framing import framed
from qa.values.given import HOW, Given, one_line, told_by
from qa.values.records import Value
from qa.values.sameness import About
from qa.values.ties import (
    belonging,
    compared_at,
    is_limit,
    is_meant,
    is_measured,
    is_named_by,
    is_tied,
    nearest_name,
    owners,
    tied_to,
)
from qa.values.units import TIMES
from qa.values.wordings import IMPLIED

_ASKS = (Asks.NUMBER, Asks.OTHER)
_CHANGES = frozenset(
    stems("rise increase growth gain drop fall decline cut loan share stake quota target ceiling")
)
_JOINED = re.compile(r"\s*(?:/|-|and)\s*")
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
    words = (set(re.findall(r"[a-z]+", text.casefold())) for text in (query.question, scope.words))
    times = TIMES & next(words) - next(words)
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
    if not all(is_meant(term, sentence.stems) or term.stem in IMPLIED for term in asked.what):
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
    contrasted = [
        tied_to(base, within) for base in bases if not is_limit(line, tied_to(base, within))
    ]
    for value in (*within, *bases):
        tie = tied_to(value, within)
        frame = framed(line[: compared_at(line, value)], tie.start, value.end)
        clause = (frame.clause & set(stems(line[: tie.start]))) | belonging(line, value)
        if (
            value.is_measure
            and value.described.isdisjoint(_CHANGES)
            and is_measured(asked.what, clause, value)
            # "Its surplus with the United States" is not its surplus.
            and all(
                any(_is_named(term, set(stems(name))) for term in (*asked.names, *asked.what))
                for name in owners(asked.what, line, value)
                or (*frame.clause_names, *nearest_name(line, tie))
            )
            and _is_of_time(asked, line, value, about, alone=value not in (*contrasted, *bases))
            # What rose to a number is another soon: it counts for a time that is asked about.
            and (
                is_named_by(asked.what, line, value)
                or is_tied(asked.what, line, tie, at_a_time=asked.scope.narrows)
            )
        ):
            beside = tuple(each for each in within if each is not value)
            yield Given(
                told_by(value, beside, sentence, about),
                Chosen(sentence, story),
                is_asked=True,
            )


def _is_named(term: QueryTerm, among: Set[str]) -> bool:
    """Whether the name stands among the stems, or a word for what belongs to it."""
    of_term = countries_proper({term.stem})
    return match(term, among) > 0 or not of_term.isdisjoint(countries_proper(among))


def _is_of_time(asked: Asked, line: str, value: Value, about: About, *, alone: bool) -> bool:
    """Whether the value is of the time asked about: what is written right behind it says so, or,
    where nothing is and it is compared with none, all that the sentence names; where none is asked
    about, nothing is."""
    mentions = find_times(line, about.published)
    own = next((each for each in mentions if each.start >= value.end), None)
    between = line[value.end : own.start] if own else ""
    if own and (len(between) > _TIME_WITHIN_CHARS or _BREAKS.search(between)):
        own = None
    own = _asked_of(asked, line, own, mentions) if own else None
    wanted = asked.scope.period
    if wanted is None and not asked.scope.month:
        return own is None and not asked.times
    if own:
        words = set(re.findall(r"[a-z]+", line[value.end : own.end].casefold()))
        is_then = own.period == wanted if wanted else _is_of_month(asked, own)
        return is_then and asked.times - set(own.words.casefold().split()) <= words
    if asked.times or not alone:
        return False
    if wanted is None:
        return bool(mentions) and all(_is_of_month(asked, each) for each in mentions)
    return {each.period for each in mentions} == {wanted}


def _is_of_month(asked: Asked, mention: Mention) -> bool:
    return mention.month is not None and asked.scope.has_month(mention.month)


def _asked_of(asked: Asked, line: str, own: Mention, mentions: Sequence[Mention]) -> Mention:
    """The time itself, or the one asked about that is told in one with it: "in February/March"."""
    for each in mentions:
        if each.start >= own.end and _JOINED.fullmatch(line, own.end, each.start):
            return each if _is_of_month(asked, each) else own
    return own
