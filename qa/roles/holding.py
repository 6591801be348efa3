"""Find the sentences that give somebody a role. Input: a Query and Stories. Output: Held.

A role is given by name ("Defence Minister Ana Lund"), or by a turn: whoever takes it over, or
follows somebody who had it. A person of two spellings is one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.folding import fold
from index.names.sounding import Sound, compare_sounds
from index.statements.names import last
from index.statements.people import Person, people
from qa.roles.asking import nouns_asked
from qa.roles.having import has_role, is_of_other_body
from qa.roles.turns import Turn, turns
from qa.stories import Sentence, Story
from qa.timing.expressions import find_times
from qa.timing.telling import day_of
from qa.understanding import Query


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence that gives a person the role, and the day it is of.

    ``since`` is when the person took it, where the sentence tells of that; ``is_left`` where the
    person had had it until then.
    """

    person: Person
    sentence: Sentence
    story: Story
    day: date | None
    since: date | None = None
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """A turn with the sentence that tells of it."""

    turn: Turn
    sentence: Sentence
    story: Story


def turned_in(story: Story) -> Iterator[Turned]:
    """The turns that the story tells of, with their sentences."""
    for turn in turns([each.quote for each in story.sentences]):
        yield Turned(turn, story.sentences[turn.at], story)


def has_come(one: Turned, newest: date | None) -> bool:
    """Whether the turn is done, as far as the articles tell: of one yet to come, whether the newest
    article is as late as the days told for it."""
    if not one.turn.is_ahead:
        return True
    days = _days_told(one)
    return bool(newest is not None and days and newest >= max(days))


def taken(query: Query, words: frozenset[str], one: Turned) -> Iterator[Held]:
    """Who takes the role, or had had it, by a sentence that tells which it is."""
    turn, sentence = one.turn, one.sentence
    person = Person(turn.new or turn.old, turn.role, sentence.start, sentence.end)
    if turn.role and has_role(query, words, person, sentence, one.story):
        yield _held(one, person)


def taker(query: Query, sentence: Sentence) -> str:
    """Who has taken a role of that name, whosever it is, as the sentence tells; empty for
    nobody."""
    nouns = nouns_asked(query)
    told = turns([sentence.quote]) if nouns else ()
    taken = (each for each in told if each.new and not each.is_ahead)
    return next((each.new for each in taken if not nouns.isdisjoint(each.role.split())), "")


def followed(
    query: Query, words: frozenset[str], one: Turned, held: Sequence[Held]
) -> Iterator[Held]:
    """Who follows somebody that has the role, unless the sentence tells of another one."""
    turn = one.turn
    if not (turn.new and turn.old):
        return
    told = [each for each in turns([one.sentence.quote]) if each.role]
    person = Person(turn.new, "", one.sentence.start, one.sentence.end)
    if told and not any(
        has_role(query, words, Person(each.new, each.role, 0, 0), one.sentence, one.story)
        for each in told
    ):
        return
    if any(is_one(each.person.name, turn.old) for each in held):
        yield _held(one, person)


def elsewhere(
    query: Query, words: frozenset[str], story: Story, turned: Sequence[Turned]
) -> Iterator[Held]:
    """Who has the role of this name in another body or place."""
    bare = replace(query, terms=tuple(term for term in query.terms if not term.is_name))
    took = (each for one in turned if one.story is story for each in taken(bare, words, one))
    for each in (*held_in(bare, words, story), *took):
        if is_of_other_body(query, each.person):
            yield each


def held_in(query: Query, words: frozenset[str], story: Story) -> Iterator[Held]:
    """Every sentence of the story that gives somebody the role."""
    text, spans = "", []
    for sentence in story.sentences:
        spans.append((len(text), len(text) + len(sentence.quote)))
        text += f"{sentence.quote}\n"
    by_start = {start: each for (start, _), each in zip(spans, story.sentences, strict=True)}
    for person in people(text, spans):
        sentence = by_start[person.start]
        if has_role(query, words, person, sentence, story):
            yield Held(person, sentence, story, day_of(sentence, story))


def is_one(name: str, other: str) -> bool:
    """Whether two names are spellings of one person's, in full or by the last name."""
    if compare_sounds(last(name), last(other)) is Sound.OTHER:
        return False
    firsts = [fold(each).split()[0] for each in (name, other) if " " in each]
    return len(firsts) < 2 or compare_sounds(*firsts) is not Sound.OTHER


def is_among(held: Held, others: Sequence[Held]) -> bool:
    """Whether the person is one of the others."""
    return any(is_one(held.person.name, each.person.name) for each in others)


def persons(held: Sequence[Held]) -> list[list[Held]]:
    """The sentences by person."""
    groups: list[list[Held]] = []
    for each in held:
        same = next((g for g in groups if is_one(g[0].person.name, each.person.name)), None)
        if same is None:
            groups.append([each])
        else:
            same.append(each)
    return groups


def _held(one: Turned, person: Person) -> Held:
    day = day_of(one.sentence, one.story)
    if not one.turn.new:
        return Held(person, one.sentence, one.story, day, is_left=not one.turn.is_on)
    return Held(person, one.sentence, one.story, day, since=min(_days_told(one), default=day))


def _days_told(one: Turned) -> list[date]:
    """The days that the sentence tells for the turn; "since 2013" is none, it tells what was."""
    return [
        each.period.since
        for each in find_times(one.sentence.quote, one.story.article.published)
        if each.period and each.period == each.held and each.is_ahead == one.turn.is_ahead
    ]


def newest(held: Held) -> tuple[date, bool, int, str]:
    """The later day, then the fuller name; then as the articles stand."""
    is_full = " " in held.person.name
    return held.day or date.min, is_full, -held.sentence.start, held.story.article.id
