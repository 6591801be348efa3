"""Find where articles differ. Input: a Query, Readings and Chosen sentences. Output: Differing.

Only what can be shown is told: the same subject, the same kind of value, and another value. What a
question asks for is compared where the reader found it; a number that nobody asked for, where the
sentences are all but the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from index.analysis import stems
from index.folding import fold
from index.statements.people import people
from qa.composing import Chosen
from qa.matching import match
from qa.records import Kind
from qa.stories import Sentence, Story
from qa.timing.role_names import asks_role, has_role, role_words
from qa.timing.scope import TimeScope
from qa.understanding import Query
from qa.values.counted import amount_of, asked_amount, of_one_amount
from qa.values.figures import figures
from qa.values.given import (
    Given,
    about_story,
    asked_for,
    given_by,
    given_elsewhere,
    one_line,
)
from qa.values.measured import Asked, asked_measure, measure_of
from qa.values.names import is_one_name
from qa.values.sameness import About, may_be_equal, of_one_measure, of_one_thing
from qa.weighing import Reading

ANY_TIME = TimeScope()
_FEWEST_STORIES = 2
_MOST_VALUES, _MOST_DIFFERENCES = 3, 2


@dataclass(frozen=True, slots=True)
class Differing:
    """Values of one kind for one thing, each with the sentence that it stands in."""

    kind: Kind
    values: tuple[tuple[str, Chosen], ...]


def find_differing(
    query: Query,
    readings: Sequence[Reading],
    chosen: Sequence[Chosen],
    scope: TimeScope = ANY_TIME,
    found: Sequence[Story] = (),
) -> tuple[Differing, ...]:
    """What other articles say otherwise than the chosen sentences, which come first in each.

    Looked through are the stories that were read, and the others that were ``found``.
    """
    if not chosen or query.asks_picture:
        return ()
    if asks_role(query):
        return _holders_named(query, chosen)
    stories = {each.candidate.story.article.id: each.candidate.story for each in readings}
    stories.update((story.article.id, story) for story in found)
    if len(stories) < _FEWEST_STORIES:
        return ()
    abouts = {id_: about_story(story) for id_, story in stories.items()}
    named = _measures_differing(query, scope, chosen, stories, abouts)
    if named := named or _amounts_differing(query, scope, chosen, stories, abouts):
        return (_differing(named[:_MOST_VALUES], chosen),)
    asked = list(asked_for(query, readings, abouts))
    differing: list[list[Given]] = []
    for given in given_by(query, _with_repeats(chosen), asked, abouts):
        if any(_is_among(given, values) for values in differing):
            continue
        values = [given]
        for other in (*asked, *given_elsewhere(query, given, stories, abouts)):
            if all(_differ(query, each, other) for each in values):
                values.append(other)
        if len(values) > 1:
            differing.append(values[:_MOST_VALUES])
    return tuple(_differing(values, chosen) for values in differing[:_MOST_DIFFERENCES])


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
    given = _given(partial(measure_of, asked), stories, abouts)
    return _with_those_of_the_answer(
        given, chosen, lambda one, other: _measure_otherwise(asked, one, other)
    )


def _measure_otherwise(asked: Asked, one: Given, other: Given) -> bool:
    return of_one_measure(one.told, other.told, at_one_time=asked.scope.narrows) and not (
        _knows_both(one, other.chosen.story) or _knows_both(other, one.chosen.story)
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
    given = _given(partial(amount_of, asked), stories, abouts)
    return _with_those_of_the_answer(
        given, chosen, lambda one, other: of_one_amount(asked, one, other)
    )


def _given(
    find: Callable[[Story, About], Given | None],
    stories: Mapping[str, Story],
    abouts: Mapping[str, About],
) -> list[Given]:
    """What each story gives, as far as it gives any."""
    found = (find(story, abouts[id_]) for id_, story in stories.items())
    return [each for each in found if each is not None]


def _with_those_of_the_answer(
    given: list[Given], chosen: Sequence[Chosen], are_of_one: Callable[[Given, Given], bool]
) -> list[Given]:
    """The values that differ, one that the answer gives first; none where it gives none."""
    places = {_place(each.sentence) for each in _with_repeats(chosen)}
    given = sorted(given, key=lambda each: _place(each.chosen.sentence) not in places)
    if not given or _place(given[0].chosen.sentence) not in places:
        return []
    values = given[:1]
    for each in given[1:]:
        if all(
            not may_be_equal(held.told.value, each.told.value) and are_of_one(held, each)
            for held in values
        ):
            values.append(each)
    return values if len(values) > 1 else []


def _with_repeats(chosen: Sequence[Chosen]) -> list[Chosen]:
    """The chosen sentences, and behind them those of other articles that say the same."""
    repeats = [Chosen(*repeat) for each in chosen for repeat in each.repeats]
    return [*chosen, *repeats]


def _is_among(given: Given, values: Sequence[Given]) -> bool:
    """Whether a difference that is told already has this value."""
    mine = given.told.value
    return any(
        (mine.kind, mine.unit, mine.fate) == (held.kind, held.unit, held.fate)
        and may_be_equal(mine, held)
        for held in (each.told.value for each in values)
    )


def _holders_named(query: Query, chosen: Sequence[Chosen]) -> tuple[Differing, ...]:
    """The persons to whom the chosen sentences give the role that is asked for, where articles give
    it to several."""
    words = role_words(query)
    named: list[tuple[str, Chosen]] = []
    for each in chosen:
        line = one_line(each.sentence)
        for person in people(line, [(0, len(line))]):
            if has_role(query, words, person, each.sentence, each.story) and not any(
                is_one_name(fold(person.name), fold(name)) for name, _ in named
            ):
                named.append((person.name, each))
    articles = {each.story.article.id for _, each in named}
    return (Differing(Kind.NAME, tuple(named)),) if len(articles) == len(named) > 1 else ()


def _differ(query: Query, one: Given, other: Given) -> bool:
    """Whether they are values of one thing that cannot both be right."""
    if may_be_equal(one.told.value, other.told.value) or not _are_told_apart(one, other):
        return False
    if query.asks_speech and query.speaker and not _is_by_the_speaker(query, other):
        return False
    if not of_one_thing(one.told, other.told, asked=one.is_asked and other.is_asked):
        return False
    words = one.told.about.words, other.told.about.words
    for term in query.terms:
        if term.is_name and (match(term, words[0]) == 0.0) != (match(term, words[1]) == 0.0):
            return False
    return not (_knows_both(one, other.chosen.story) or _knows_both(other, one.chosen.story))


def _is_by_the_speaker(query: Query, given: Given) -> bool:
    """Whether the sentence is said by, or tells of, the one whose words are asked for."""
    speaker = given.chosen.sentence.speaker
    named = given.told.sentence | frozenset(stems(speaker or ""))
    return any(match(term, named) > 0 for term in query.speaker)


def _are_told_apart(one: Given, other: Given) -> bool:
    """Whether two articles tell them, or two speakers in one."""
    if one.chosen.story.article.id != other.chosen.story.article.id:
        return True
    speakers = one.chosen.sentence.speaker, other.chosen.sentence.speaker
    return one.is_asked and other.is_asked and all(speakers) and speakers[0] != speakers[1]


def _knows_both(given: Given, story: Story) -> bool:
    """Whether the other story gives this measure or names this person as well, which then is
    something, or somebody, else there."""
    value = given.told.value
    if value.kind is Kind.NAME:
        known = set().union(*(sentence.stems for sentence in story.sentences))
        return not known.isdisjoint(stems(value.name)[-1:])
    return value.is_measure and any(
        figure.unit == value.unit and may_be_equal(figure, value)
        for sentence in story.sentences
        for figure in figures(one_line(sentence))
    )


def _differing(values: Sequence[Given], chosen: Sequence[Chosen]) -> Differing:
    """The values in the order of the answer's sentences, those behind it last."""
    last = len(chosen)
    placed = [_placed(each, chosen) or (last, each.chosen) for each in values]
    order = sorted(range(len(values)), key=lambda at: (placed[at][0], at))
    return Differing(
        values[0].told.value.kind,
        tuple((_text(values[at]), placed[at][1]) for at in order),
    )


def _placed(given: Given, chosen: Sequence[Chosen]) -> tuple[int, Chosen] | None:
    """Which of the answer's sentences gives the value, itself or for the one that repeats it."""
    place = _place(given.chosen.sentence)
    for at, each in enumerate(chosen):
        if _place(each.sentence) == place:
            return at, each
        repeats = {_place(sentence) for sentence, _ in each.repeats}
        if place in repeats and _text(given) in each.sentence.shown:
            return at, each
    return None


def _text(given: Given) -> str:
    value = given.told.value
    return " ".join(given.chosen.sentence.quote[value.start : value.end].split())


def _place(sentence: Sentence) -> tuple[str, int]:
    return sentence.article_id, sentence.start
