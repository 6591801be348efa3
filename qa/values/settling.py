"""Let what articles give for the measure or amount that a question names come first. Input: a
Query, its TimeScope and Readings. Output: Readings.

A reader takes the deficit of one month as readily as the deficit, and the toll of Monday as that of
Thursday. Of a toll the newest comes first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from qa.stories import Story
from qa.timing.scope import TimeScope
from qa.understanding import Query
from qa.values.asked_amounts import asked_amount
from qa.values.counted import amounts_of, of_one_amount
from qa.values.given import Given, about_story
from qa.values.measured import asked_measure, measure_of
from qa.weighing import Reading, odds, of_odds, ranked

# What is not given so may still be told beside it, where the reader is much surer of it.
_BESIDE = 0.1


def given_first(
    query: Query, scope: TimeScope, readings: Sequence[Reading]
) -> tuple[tuple[Reading, ...], bool]:
    """The readings, and whether one of them gives what is asked for, which then comes first."""
    stories = {each.candidate.story.article.id: each.candidate.story for each in readings}
    given, newest = _given(query, scope, tuple(stories.values()))
    places = {each.chosen.sentence.place for each in given}
    by_worth = ranked(readings)
    giving = [each for each in by_worth if each.candidate.sentence.place in places]
    if not giving:
        return tuple(readings), False
    first = max(giving, key=_published) if newest else giving[0]
    if first is by_worth[0]:
        return tuple(readings), True
    return tuple(
        replace(each, probability=by_worth[0].probability)
        if each is first
        else each
        if each.candidate.sentence.place in places and not newest
        else replace(each, probability=of_odds(_BESIDE * odds(each.probability)))
        for each in readings
    ), True


def _given(query: Query, scope: TimeScope, stories: Sequence[Story]) -> tuple[list[Given], bool]:
    """What the stories give, and whether the newest of it counts."""
    measure = asked_measure(query, scope)
    if measure is not None and measure.names:
        told = (measure_of(measure, story, about_story(story)) for story in stories)
        if given := [each for each in told if each is not None]:
            return given, False
    amount = asked_amount(query, scope)
    if amount is None or not (amount.names or amount.somewhere):
        return [], False
    given = [
        each.given for story in stories for each in amounts_of(amount, story, about_story(story))
    ]
    is_one = all(of_one_amount(amount, *each) for each in combinations(given, 2))
    # Which of several events is meant is for the reader to tell.
    return (given, amount.is_toll) if is_one else ([], False)


def _published(reading: Reading) -> date:
    return reading.candidate.story.article.published or date.min
