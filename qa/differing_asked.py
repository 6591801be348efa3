"""Find what articles give for the measure or the amount that a question names. Input: a Query, its
TimeScope, Chosen sentences and Stories. Output: Given values that differ.

One of them must stand in the answer; its wording may be another in every article, so that what is
compared is what the question asks for, and not the sentences.
"""

from collections.abc import Callable, Mapping, Sequence

from index.analysis import stems
from qa.composing import Chosen
from qa.records import Kind
from qa.stories import Story
from qa.timing.scope import TimeScope
from qa.understanding import Query
from qa.values.asked_amounts import asked_amount
from qa.values.counted import amounts_of, of_one_amount
from qa.values.equality import as_written, may_be_equal
from qa.values.figures import figures
from qa.values.given import Given, one_line
from qa.values.measured import Asked, asked_measure, measure_of
from qa.values.sameness import About, are_of_one_year, of_one_measure


def asked_differing(
    query: Query,
    scope: TimeScope,
    chosen: Sequence[Chosen],
    stories: Mapping[str, Story],
    abouts: Mapping[str, About],
) -> list[Given]:
    """What articles give for what is asked, one that the answer gives first; none where they agree
    or where the answer gives none."""
    return _measures_differing(query, scope, chosen, stories, abouts) or _amounts_differing(
        query, scope, chosen, stories, abouts
    )


def _measures_differing(
    query: Query,
    scope: TimeScope,
    chosen: Sequence[Chosen],
    stories: Mapping[str, Story],
    abouts: Mapping[str, About],
) -> list[Given]:
    """What articles give for the measure that the question names, one of them in the answer; none
    where they agree."""
    asked = asked_measure(query, scope)
    if asked is None:
        return []
    found = (measure_of(asked, story, abouts[id_]) for id_, story in stories.items())
    given = [each for each in found if each is not None]
    return _with_those_of_the_answer(
        given, chosen, lambda one, other: _measure_otherwise(asked, one, other)
    )


def _measure_otherwise(asked: Asked, one: Given, other: Given) -> bool:
    return of_one_measure(
        one.told, other.told, at_one_time=_is_one_time(asked.scope, one, other)
    ) and not (knows_both(one, other.chosen.story) or knows_both(other, one.chosen.story))


def _is_one_time(scope: TimeScope, one: Given, other: Given) -> bool:
    """Whether the time asked about is one of which both tell: March is that of one year alone."""
    return scope.narrows and (
        scope.period is not None or are_of_one_year(one.told.about, other.told.about)
    )


def _amounts_differing(
    query: Query,
    scope: TimeScope,
    chosen: Sequence[Chosen],
    stories: Mapping[str, Story],
    abouts: Mapping[str, About],
) -> list[Given]:
    """What articles give for the amount that the question asks of one event or thing, one of them
    in the answer; none where they agree."""
    asked = asked_amount(query, scope)
    if asked is None:
        return []
    given = [
        each.given
        for id_, story in stories.items()
        for each in amounts_of(asked, story, abouts[id_])
    ]
    return _with_those_of_the_answer(
        given, chosen, lambda one, other: of_one_amount(asked, one, other)
    )


def _with_those_of_the_answer(
    given: list[Given], chosen: Sequence[Chosen], are_of_one: Callable[[Given, Given], bool]
) -> list[Given]:
    """The values that differ, one that the answer gives first; none where it gives none."""
    places = {each.sentence.place for each in with_repeats(chosen)}
    given = sorted(given, key=lambda each: each.chosen.sentence.place not in places)
    if not given or given[0].chosen.sentence.place not in places:
        return []
    values = given[:1]
    for each in given[1:]:
        if all(
            not may_be_equal(held.told.value, each.told.value) and are_of_one(held, each)
            for held in values
        ):
            values.append(each)
    return values if len(values) > 1 else []


def with_repeats(chosen: Sequence[Chosen]) -> list[Chosen]:
    """The chosen sentences, and behind them those of other articles that say the same."""
    repeats = [Chosen(*repeat) for each in chosen for repeat in each.repeats]
    return [*chosen, *repeats]


def knows_both(given: Given, story: Story) -> bool:
    """Whether the other story gives this measure or names this person as well, which then is
    something, or somebody, else there."""
    value = given.told.value
    if value.kind is Kind.NAME:
        known = set().union(*(sentence.stems for sentence in story.sentences))
        return not known.isdisjoint(stems(value.name)[-1:])
    # As written: what is near "around 15.5" is not that measure told again.
    written = as_written(value)
    return value.is_measure and any(
        figure.unit == value.unit and may_be_equal(figure, written)
        for sentence in story.sentences
        for figure in figures(one_line(sentence))
    )
