"""Find where articles differ. Input: a Query, Readings and Chosen sentences. Output: Differing.

Only what can be shown is told: the same subject, the same kind of value, and another value. What a
question asks for is compared where the reader found it; a number that nobody asked for, where the
sentences are all but the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis import stems
from index.folding import fold
from index.statements.people import people
from qa.composing import Chosen
from qa.differing_asked import asked_differing, knows_both, with_repeats
from qa.matching import match
from qa.records import Kind
from qa.roles.asking import asks_role, role_words
from qa.roles.having import has_role
from qa.stories import Story
from qa.timing.scope import TimeScope
from qa.understanding import Query
from qa.values.equality import may_be_equal
from qa.values.given import (
    Given,
    about_story,
    asked_for,
    given_by,
    given_elsewhere,
    one_line,
)
from qa.values.names import is_one_name
from qa.values.sameness import of_one_thing
from qa.weighing import Reading

ANY_TIME = TimeScope()
_FEWEST_STORIES = 2
_MOST_VALUES, _MOST_DIFFERENCES = 4, 2


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
    if named := asked_differing(query, scope, chosen, stories, abouts):
        return (_differing(named[:_MOST_VALUES], chosen),)
    asked = list(asked_for(query, readings, abouts))
    differing: list[list[Given]] = []
    for given in given_by(query, with_repeats(chosen), asked, abouts):
        if any(_is_among(given, values) for values in differing):
            continue
        values = [given]
        for other in (*asked, *given_elsewhere(query, given, stories, abouts)):
            if all(_differ(query, each, other) for each in values):
                values.append(other)
        if len(values) > 1:
            differing.append(values[:_MOST_VALUES])
    return tuple(_differing(values, chosen) for values in differing[:_MOST_DIFFERENCES])


def with_differing(
    chosen: tuple[Chosen, ...], differing: tuple[Differing, ...]
) -> tuple[Chosen, ...]:
    """The chosen sentences, and behind them those that say otherwise and are not among them."""
    places = {each.sentence.place for each in chosen}
    others = {
        each.sentence.place: each for difference in differing for _, each in difference.values
    }
    return (*chosen, *(each for place, each in others.items() if place not in places))


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
    return not (knows_both(one, other.chosen.story) or knows_both(other, one.chosen.story))


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
    place = given.chosen.sentence.place
    for at, each in enumerate(chosen):
        if each.sentence.place == place:
            return at, each
        repeats = {sentence.place for sentence, _ in each.repeats}
        if place in repeats and _text(given) in each.sentence.shown:
            return at, each
    return None


def _text(given: Given) -> str:
    value = given.told.value
    return " ".join(given.chosen.sentence.quote[value.start : value.end].split())
