"""Let the time that is asked about weigh among what may answer. Input: a TimeScope, a Query,
Readings. Output: a Query, Readings.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from index.analysis import stems
from qa.matching import covered
from qa.reading import Candidate
from qa.records import Hit
from qa.stories import Story
from qa.timing.expressions import find_times
from qa.timing.scope import Order, TimeScope
from qa.timing.substance import words_of_substance
from qa.timing.telling import Told, day_of, told_of
from qa.understanding import Query, QueryTerm
from qa.weighing import Reading, odds, of_odds, ranked
from qa.words import TIME_WORDS

_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[?.,!])")
# What is of no known time, or likely of another, answers only where its odds are so much better
# than those of what is of the time asked about.
_WEIGHTS = {Told.WITHIN: 1.0, Told.UNKNOWN: 0.6, Told.UNLIKELY: 0.4, Told.OUTSIDE: 0.0}
# Among answers whose odds are this share of the best one's, time decides which goes first: a later
# report knows more of the thing, and where the latest is asked for, a worse one is that still.
_AS_GOOD = {Order.ANY: 0.5, Order.NEWEST: 0.05, Order.OLDEST: 0.15}
_BEHIND = 0.99
_ON_THE_SUBJECT = 0.5
# When something was is told, if at all, by a period that no rule here knows: "the Bronze Age".
_UNTOLD_WEIGHT = 0.3
_ASKS_WHEN = re.compile(
    r"\W*(?:when|(?:(?:in|on|since|until|by)\s+)?(?:what|which)\s+(?:year|month|day|date))\b",
    re.IGNORECASE,
)
_TELLING_WHEN = frozenset("when after before while once following until till".split())


def without_time(
    query: Query, scope: TimeScope, hits: Sequence[Hit], story: Callable[[str], Story | None]
) -> Query:
    """The query as it is to be read: without words for an order ("latest"), which no sentence need
    bear, and without its words for days where evidence is of them that does not name them. An
    event's words stay."""
    if not scope.words or scope.event:
        return query
    gone, text = frozenset(stems(scope.order_words)), query.text
    days = _stems_of_days(scope)
    about = [term for term in query.terms if term.stem not in days | gone]
    # The day of a saying stands beside it, or nowhere: it is no word of what was said.
    if scope.narrows and (scope.of_saying or _is_told_otherwise(scope, about, hits, story)):
        gone |= days
        for phrase in scope.phrases:
            text = text.replace(phrase, " ", 1)
        text = _SPACE_BEFORE_STOP.sub("", " ".join(text.split()))
    terms = tuple(term for term in query.terms if term.stem not in gone) or query.terms
    return replace(query, text=text, terms=terms)


def bearing_time(scope: TimeScope, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of the time asked about as if they bore its words: a sentence of an
    article of 2020 need not say "2020"."""
    if not scope.narrows or scope.event:
        return list(candidates)
    of_time = _stems_of_days(scope)
    return [
        replace(each, sentence=replace(each.sentence, stems=each.sentence.stems | of_time))
        if told_of(scope, each.sentence, each.story) is Told.WITHIN
        else each
        for each in candidates
    ]


def prefer(query: Query, scope: TimeScope, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, in their order: less of what is of no known time, less of what tells no time
    where one is asked for, and of what answers about as well the newest first, the oldest where
    the first is asked for."""
    if _ASKS_WHEN.match(query.text):
        readings = [_weighed_by_telling(each) for each in readings]
    if scope.narrows:
        readings = [_weighed_by_time(scope, each) for each in readings]
    if not readings or (scope.order is Order.ANY and (scope.narrows or query.asks_speech)):
        return tuple(readings)
    best = odds(ranked(readings)[0].probability)
    least = _AS_GOOD[scope.order] * best
    as_good = [each for each in readings if odds(each.probability) >= least]
    as_good.sort(key=lambda reading: _behind(scope, reading))
    places = {id(each): place for place, each in enumerate(as_good)}
    return tuple(
        _with_odds(each, best * _BEHIND ** places[id(each)]) if id(each) in places else each
        for each in readings
    )


def _is_told_otherwise(
    scope: TimeScope,
    about: Sequence[QueryTerm],
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
) -> bool:
    """Whether something is of the time asked about, and nothing on the subject names it in the
    question's words: "on Thursday", in an article of February 2020."""
    within = [
        sentence
        for hit in hits
        if (of := story(hit.passage.article_id)) and of.article.published
        for sentence in of.sentences
        if sentence.passage_id == hit.passage.id and told_of(scope, sentence, of) is Told.WITHIN
    ]
    days = _stems_of_days(scope)
    return bool(within) and not any(
        days <= sentence.stems and covered(about, sentence.stems) >= _ON_THE_SUBJECT
        for sentence in within
    )


def _stems_of_days(scope: TimeScope) -> frozenset[str]:
    return frozenset(stems(" ".join(words_of_substance(" ".join(scope.phrases)))))


def _tells_a_time(reading: Reading) -> bool:
    """Whether the sentence tells a time, or another one of the same statement."""
    candidate = reading.candidate
    sentence, story = candidate.sentence, candidate.story
    of_statement = (
        each
        for each in story.sentences
        if any(said.start < each.end and each.start < said.end for said in sentence.said)
    )
    published = story.article.published
    return any(_names_a_time(each.quote, published) for each in (sentence, *of_statement))


def _names_a_time(text: str, published: date | None) -> bool:
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return bool(find_times(text, published)) or not words.isdisjoint(TIME_WORDS | _TELLING_WHEN)


def _weighed_by_telling(reading: Reading) -> Reading:
    if _tells_a_time(reading):
        return reading
    return _with_odds(reading, odds(reading.probability) * _UNTOLD_WEIGHT)


def _weighed_by_time(scope: TimeScope, reading: Reading) -> Reading:
    candidate = reading.candidate
    told = told_of(scope, candidate.sentence, candidate.story)
    return _with_odds(reading, odds(reading.probability) * _WEIGHTS[told])


def _behind(scope: TimeScope, reading: Reading) -> tuple[bool, int, float]:
    """Earlier in the order asked for is less; what has no day comes last."""
    day = day_of(reading.candidate.sentence, reading.candidate.story)
    if day is None:
        return True, 0, -reading.probability
    sign = 1 if scope.order is Order.OLDEST else -1
    return False, sign * day.toordinal(), -reading.probability


def _with_odds(reading: Reading, value: float) -> Reading:
    return replace(reading, probability=of_odds(value))
