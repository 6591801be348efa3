"""Tell who held a role, and when. Input: a Query, a TimeScope and Hits. Output: Holders.

A role is asked for by "Who is the Turkish defence minister?" and the like. Whom the articles call
so is told with the day of each; a person of two spellings is one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.folding import fold
from index.names.sounding import Sound, compare_sounds
from index.statements.names import last
from index.statements.people import Person, people
from qa.composing import Chosen
from qa.records import Hit
from qa.stories import Sentence, Story
from qa.timing.periods import told_day
from qa.timing.role_names import (
    asked_predecessor,
    countries_of,
    has_role,
    is_of_other_body,
    is_past,
    role_words,
)
from qa.timing.scope import TimeScope
from qa.timing.telling import Told, day_of, told_of
from qa.timing.turns import Turn, turns
from qa.understanding import Query

_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST = 4


@dataclass(frozen=True, slots=True)
class _Held:
    """A sentence that gives a person the role, and the day it is of."""

    person: Person
    sentence: Sentence
    story: Story
    day: date | None


@dataclass(frozen=True, slots=True)
class Holders:
    """A sentence for each person whom the articles give the role, the latest holder first.

    ``names`` are theirs, as the sentences have them. ``is_untold`` where the one before a holder is
    asked for and not told, and ``others`` are where the sentences stand (article, start) that give
    a role of that name in another body or place. ``is_sure`` where rules alone can tell.
    """

    chosen: tuple[Chosen, ...] = ()
    names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_untold: bool = False
    is_sure: bool = False
    others: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Turned:
    """A turn with the sentence that tells of it."""

    turn: Turn
    sentence: Sentence
    story: Story


def holders(
    query: Query, scope: TimeScope, hits: Sequence[Hit], story: Callable[[str], Story | None]
) -> Holders:
    """A sentence for each person whom the articles give the role that is asked for, the latest
    first, and the days on which they do where there are several; nothing where it asks for no role,
    or for days on which it is not known who had it."""
    query, follower = asked_predecessor(query)
    words = role_words(query)
    if not words:
        return Holders()
    found = [of for of in map(story, dict.fromkeys(hit.passage.article_id for hit in hits)) if of]
    turned = [each for of in found for each in _turned(of)]
    everybody = [each for of in found for each in _held(query, words, of)]
    everybody += [each for one in turned for each in _taken(query, words, one)]
    everybody += [each for one in turned for each in _followed(query, words, one, everybody)]
    if follower:
        return _before(follower, turned, everybody)
    held = [each for each in everybody if _told(scope, each) is not Told.OUTSIDE]
    # Whom the articles name on the days asked about, and only else who may have been it then.
    then = [each for each in held if _told(scope, each) is Told.WITHIN]
    held = then or held
    groups = _persons([each for each in held if not is_past(each.person, words)])
    notes = tuple(_left(groups, [each for each in held if is_past(each.person, words)]))
    if scope.narrows and len(groups) == 1 and not then:
        return Holders(notes=notes)
    best = [max(group, key=_newest) for group in groups]
    if not any(term.is_name for term in query.terms) and _are_of_several(best):
        return Holders()
    best.sort(key=_newest, reverse=True)
    if not scope.narrows:
        best.sort(key=lambda each: _has_gone(query, each, turned))
    best = best[:_MOST]
    told = ", ".join(f"{each.person.name} ({_day(each)})" for each in best)
    if len(groups) > 1:
        notes = (f"The articles name {_COUNTS[min(len(groups), 10)]}: {told}.", *notes)
    return Holders(
        tuple(Chosen(each.sentence, each.story) for each in best),
        tuple(_as_written(each.person.name, each.sentence) for each in best),
        notes,
        others=frozenset() if best else frozenset(_of_others(query, words, found)),
        is_sure=len(best) > 1,
    )


def _turned(story: Story) -> Iterator[_Turned]:
    for turn in turns([each.quote for each in story.sentences]):
        yield _Turned(turn, story.sentences[turn.at], story)


def _taken(query: Query, words: frozenset[str], one: _Turned) -> Iterator[_Held]:
    """Who takes the role, by a sentence that tells which it is."""
    turn, sentence = one.turn, one.sentence
    person = Person(turn.new, turn.role, sentence.start, sentence.end)
    if turn.role and has_role(query, words, person, sentence, one.story):
        yield _Held(person, sentence, one.story, day_of(sentence, one.story))


def _followed(
    query: Query, words: frozenset[str], one: _Turned, held: Sequence[_Held]
) -> Iterator[_Held]:
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
    if any(_is_one(each.person.name, turn.old) for each in held):
        yield _Held(person, one.sentence, one.story, day_of(one.sentence, one.story))


def _before(follower: str, turned: Sequence[_Turned], held: Sequence[_Held]) -> Holders:
    """Whom the follower took the role over from, where that is told."""
    if not any(_is_one(each.person.name, follower) for each in held):
        return Holders(is_untold=True)
    told = [
        each
        for each in turned
        if each.turn.new and each.turn.old and _is_one(each.turn.new, follower)
        if not each.turn.is_near or any(_is_one(one.person.name, each.turn.old) for one in held)
    ]
    if not told:
        return Holders(is_untold=True)
    # Best a sentence that names both.
    best = max(told, key=lambda each: _names_both(each.turn, each.sentence))
    sentences = [best.sentence]
    if not _names_both(best.turn, best.sentence):
        sentences.insert(0, best.story.sentences[best.turn.at - 1])
    names = tuple(_as_written(best.turn.old, each) for each in sentences)
    return Holders(tuple(Chosen(each, best.story) for each in sentences), names, is_sure=True)


def _names_both(turn: Turn, sentence: Sentence) -> bool:
    return all(name.split()[-1] in sentence.quote for name in (turn.new, turn.old))


def _has_gone(query: Query, held: _Held, turned: Sequence[_Turned]) -> bool:
    """Whether a sentence no older than the one that gives the person the role tells that they left
    it, or that somebody followed."""
    return any(
        _is_one(each.turn.old, held.person.name)
        and (day_of(each.sentence, each.story) or date.min) >= (held.day or date.min)
        # Who left a place has not left an office; who left the body that is asked about has.
        and (
            each.turn.new != ""
            or " left " not in each.sentence.quote
            or any(term.is_name and term.stem in each.sentence.stems for term in query.terms)
        )
        for each in turned
        if each.turn.old
    )


def _are_of_several(best: Sequence[_Held]) -> bool:
    """Whether the roles are of several countries."""
    named = [of for each in best if (of := countries_of(each.person.role))]
    return any(one.isdisjoint(named[0]) for one in named)


def _of_others(
    query: Query, words: frozenset[str], found: Sequence[Story]
) -> Iterator[tuple[str, int]]:
    """Where the role of this name is told, as another body's or place's."""
    bare = replace(query, terms=tuple(term for term in query.terms if not term.is_name))
    for of in found:
        for each in _held(bare, words, of):
            if is_of_other_body(query, each.person):
                yield of.article.id, each.sentence.start


def _as_written(name: str, sentence: Sentence) -> str:
    """The name if the sentence has it in full, else the last part, if it has that."""
    short = name.rsplit(maxsplit=1)[-1]
    return name if name in sentence.shown else short if short in sentence.shown else ""


def _held(query: Query, words: frozenset[str], story: Story) -> Iterator[_Held]:
    """Every sentence of the story that gives somebody the role."""
    text, spans = "", []
    for sentence in story.sentences:
        spans.append((len(text), len(text) + len(sentence.quote)))
        text += f"{sentence.quote}\n"
    by_start = {start: each for (start, _), each in zip(spans, story.sentences, strict=True)}
    for person in people(text, spans):
        sentence = by_start[person.start]
        if has_role(query, words, person, sentence, story):
            yield _Held(person, sentence, story, day_of(sentence, story))


def _told(scope: TimeScope, held: _Held) -> Told:
    return told_of(scope, held.sentence, held.story)


def _persons(held: Sequence[_Held]) -> list[list[_Held]]:
    """The sentences by person."""
    groups: list[list[_Held]] = []
    for each in held:
        same = next((g for g in groups if _is_one(g[0].person.name, each.person.name)), None)
        if same is None:
            groups.append([each])
        else:
            same.append(each)
    return groups


def _is_one(name: str, other: str) -> bool:
    """Whether two names are spellings of one person's, in full or by the last name."""
    if compare_sounds(last(name), last(other)) is Sound.OTHER:
        return False
    firsts = [fold(each).split()[0] for each in (name, other) if " " in each]
    return len(firsts) < 2 or compare_sounds(*firsts) is not Sound.OTHER


def _newest(held: _Held) -> tuple[date, bool, int, str]:
    """The later day, then the fuller name; then as the articles stand."""
    is_full = " " in held.person.name
    return held.day or date.min, is_full, -held.sentence.start, held.story.article.id


def _day(held: _Held) -> str:
    return told_day(held.day) if held.day else "undated"


def _left(groups: Sequence[Sequence[_Held]], past: Sequence[_Held]) -> Iterator[str]:
    """Who of them is also called a former one."""
    for group in groups:
        former = [each for each in past if _is_one(group[0].person.name, each.person.name)]
        if former:
            latest = max(former, key=_newest)
            yield (f"{latest.person.name} is also named as {latest.person.role} ({_day(latest)}).")
