"""Tell who held a role, and when. Input: a Query, a TimeScope and Hits. Output: Holders.

A role is asked for by "Who is the Turkish defence minister?" and the like. Whom the articles call
so is told with the day of each; a person of two spellings is one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.analysis import stems
from qa.composing import Chosen
from qa.countries import countries_proper
from qa.records import Hit
from qa.roles.asking import OF_STATES, asked_predecessor, asks_ahead, role_words
from qa.roles.having import for_now, is_ended, is_past
from qa.roles.holding import (
    Held,
    Turned,
    elsewhere,
    followed,
    has_come,
    held_in,
    is_among,
    is_one,
    newest,
    persons,
    taken,
    turned_in,
)
from qa.roles.leaving import left_by
from qa.roles.states import of_that_state, tells_whose
from qa.roles.succeeding import are_in_turn, coming
from qa.roles.turns import Turn
from qa.stories import Sentence, Story, stories_of
from qa.timing.periods import told_day
from qa.timing.scope import TimeScope
from qa.timing.telling import Told, day_of, told_of
from qa.understanding import Query

_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST = 4
_ASKS_PAST = re.compile(r"^\W*(?:who|what)\s+(?:was|were|became|served)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holders:
    """A sentence for each person whom the articles give the role, the latest holder first.

    ``names`` are theirs, as the sentences have them. ``is_untold`` where the one before a holder is
    asked for and not told, and ``others`` are where the sentences stand (article, start) that give
    a role of that name in another body or place. ``is_sure`` where rules alone can tell,
    ``in_turn`` where one is told to have followed the other, or is named only after. ``former`` are
    the names of those who had the role, where a holder is asked for and none is told.
    """

    chosen: tuple[Chosen, ...] = ()
    names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_untold: bool = False
    is_sure: bool = False
    in_turn: bool = False
    others: frozenset[tuple[str, int]] = frozenset()
    former: tuple[str, ...] = ()


def holders(
    query: Query,
    scope: TimeScope,
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
    latest_day: date | None = None,
) -> Holders:
    """A sentence for each person whom the articles give the role that is asked for, the latest
    first, and the days on which they do where there are several; nothing where it asks for no role,
    or for days on which it is not known who had it. ``latest_day`` is the newest article's."""
    query, follower = asked_predecessor(query)
    words = role_words(query)
    if not words:
        return Holders()
    found = stories_of(hits, story)
    turned = [each for of in found for each in turned_in(of)]
    done = [each for each in turned if follower or has_come(each, latest_day)]
    known = _known(query, words, found, done)
    if follower:
        return _before(follower, turned, known.everybody)
    ahead = [each for each in turned if each not in done]
    if asks_ahead(query):
        return _next(query, words, ahead, known.everybody)
    told = _told_of(query, scope, known)
    if not told.chosen or scope.narrows:
        return told
    notes = tuple(
        f"{each.person.name} is told to be the next one ({_day(each)})."
        for each in coming(query, words, ahead, known.everybody)
    )
    return replace(told, notes=(*told.notes, *notes))


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom the stories give the role of these words, who has one of that name elsewhere, and how
    roles changed hands."""

    words: frozenset[str]
    everybody: Sequence[Held]
    elsewhere: Sequence[Held]
    turned: Sequence[Turned]


def _known(
    query: Query, words: frozenset[str], found: Sequence[Story], turned: Sequence[Turned]
) -> _Known:
    held_elsewhere = [each for of in found for each in elsewhere(query, words, of, turned)]
    everybody = [
        each
        for of in found
        for each in held_in(query, words, of)
        if tells_whose(query, each) or not is_among(each, held_elsewhere)
    ]
    everybody += [each for one in turned for each in taken(query, words, one)]
    everybody += [each for one in turned for each in followed(query, words, one, everybody)]
    if words & OF_STATES:
        everybody = of_that_state(query, everybody, turned)
    return _Known(words, everybody, held_elsewhere, turned)


def _next(
    query: Query, words: frozenset[str], ahead: Sequence[Turned], held: Sequence[Held]
) -> Holders:
    """Who is told to be the next one; whoever has the role is not."""
    chosen = sorted(coming(query, words, ahead, held), key=newest, reverse=True)[:_MOST]
    return Holders(
        tuple(Chosen(each.sentence, each.story) for each in chosen),
        tuple(_as_written(each.person.name, each.sentence) for each in chosen),
        is_sure=bool(chosen),
        others=frozenset() if chosen else frozenset(each.sentence.place for each in held),
    )


def _told_of(query: Query, scope: TimeScope, known: _Known) -> Holders:
    """Who has the role at the time asked about."""
    words, turned = known.words, known.turned
    held = [each for each in known.everybody if _told(scope, each) in (Told.WITHIN, Told.UNKNOWN)]
    # Whom the articles name on the days asked about, and only else who may have been it then.
    then = [each for each in held if _told(scope, each) is Told.WITHIN]
    held = then or held
    past = [each for each in held if _had(scope, words, each)]
    groups = persons([each for each in held if each not in past])
    if past and not groups and not scope.narrows:
        return _only_former(query, past)
    notes = tuple(_left(groups, [each for each in past if is_past(each.person, words)]))
    if scope.narrows and len(groups) == 1 and not then:
        return Holders(notes=notes)
    # Best a sentence that gives the role itself, and not what came before it.
    best = [max(group, key=lambda each: (not each.is_left, newest(each))) for group in groups]
    if not any(term.is_name for term in query.terms) and _are_of_several(best):
        return Holders()
    best.sort(key=newest, reverse=True)
    if not scope.narrows:
        best.sort(key=lambda each: left_by(query, each, turned) is not None)
    best = best[:_MOST]
    left = left_by(query, best[0], turned) if best and not _ASKS_PAST.match(query.text) else None
    is_vacant = left and not scope.narrows and left.turn.new in ("", best[0].person.name)
    if left and is_vacant:
        return _vacant(best[0], left)
    return Holders(
        tuple(Chosen(each.sentence, each.story) for each in best),
        tuple(_as_written(each.person.name, each.sentence) for each in best),
        (*_named(words, best, len(groups)), *notes),
        others=frozenset() if best else frozenset(each.sentence.place for each in known.elsewhere),
        is_sure=len(best) > 1,
        in_turn=are_in_turn(groups, turned),
    )


def _named(words: frozenset[str], best: Sequence[Held], persons_named: int) -> Iterator[str]:
    """Who is named with the day of each, where there are several or one only for now."""
    told = ", ".join(f"{each.person.name} ({_as_what(words, each)}{_day(each)})" for each in best)
    if persons_named > 1:
        yield f"The articles name {_COUNTS[min(persons_named, 10)]}: {told}."
    elif best and _as_what(words, best[0]):
        yield f"The articles name nobody who has the post for good: {told}."


def _had(scope: TimeScope, words: frozenset[str], held: Held) -> bool:
    """Whether the person had the role, and has it no more on the days asked about."""
    is_over = held.is_left or is_ended(held.person, held.story.article.published)
    return is_past(held.person, words) or (is_over and not scope.narrows)


def _only_former(query: Query, past: Sequence[Held]) -> Holders:
    """That nobody is told to have the role, and who is told to have had it."""
    latest = [max(group, key=newest) for group in persons(past)]
    told = ", ".join(f"{each.person.name} ({_day(each)})" for each in latest)
    note = f"The articles name nobody who has the post, only who had it before: {told}."
    names = () if _ASKS_PAST.match(query.text) else tuple(each.person.name for each in latest)
    return Holders(notes=(note,), former=names)


def _vacant(held: Held, left: Turned) -> Holders:
    """What tells that the last known holder left, where nobody is known to have followed."""
    day = day_of(left.sentence, left.story)
    since = f" ({told_day(day)})" if day else ""
    note = f"{held.person.name} is told to have left the post{since}: no holder since is told."
    return Holders((Chosen(left.sentence, left.story),), ("",), (note,), is_sure=True)


def _before(follower: str, turned: Sequence[Turned], held: Sequence[Held]) -> Holders:
    """Whom the follower took the role over from, where that is told."""
    if not any(is_one(each.person.name, follower) for each in held):
        return Holders(is_untold=True)
    told = [
        each
        for each in turned
        if each.turn.new and each.turn.old and is_one(each.turn.new, follower)
        if not each.turn.is_near or any(is_one(one.person.name, each.turn.old) for one in held)
    ]
    if not told:
        return Holders(is_untold=True)
    # Best a sentence that names both.
    best = max(told, key=lambda each: _names_both(each.turn, each.sentence))
    return of_turn(best, best.turn.old)


def of_turn(told: Turned, name: str) -> Holders:
    """The sentence that tells of the turn, with that name of the two, and the nearest one before it
    that has the other, where only both name both; whichever has the name leads."""
    sentences = [told.sentence]
    missing = [each for each in (told.turn.new, told.turn.old) if not _has(each, told.sentence)]
    above = reversed(told.story.sentences[: told.turn.at])
    if missing and (before := next((each for each in above if _has(missing[0], each)), None)):
        sentences.append(before)
    sentences.sort(key=lambda each: not _has(name, each))
    names = tuple(_as_written(name, each) for each in sentences)
    return Holders(tuple(Chosen(each, told.story) for each in sentences), names, is_sure=True)


def _names_both(turn: Turn, sentence: Sentence) -> bool:
    return _has(turn.new, sentence) and _has(turn.old, sentence)


def _has(name: str, sentence: Sentence) -> bool:
    """Whether it names the person, by the last name at least."""
    return name.rsplit(maxsplit=1)[-1] in sentence.quote


def _are_of_several(best: Sequence[Held]) -> bool:
    """Whether the roles are of several countries."""
    named = [of for each in best if (of := countries_proper(frozenset(stems(each.person.role))))]
    return any(one.isdisjoint(named[0]) for one in named)


def _as_written(name: str, sentence: Sentence) -> str:
    """The name if the sentence has it in full, else the last part, if it has that."""
    short = name.rsplit(maxsplit=1)[-1]
    return name if name in sentence.shown else short if short in sentence.shown else ""


def _as_what(words: frozenset[str], held: Held) -> str:
    word = for_now(held.person, words)
    return f"{word}, " if word else ""


def _told(scope: TimeScope, held: Held) -> Told:
    # Whoever took it in May did not have it in April, since when another had.
    if held.since and scope.period and scope.period.until < held.since:
        return Told.OUTSIDE
    return told_of(scope, held.sentence, held.story)


def _day(held: Held) -> str:
    day = told_day(held.day) if held.day else "undated"
    is_ahead = held.since and held.day and held.since > held.day
    return f"from {told_day(held.since)}, told {day}" if held.since and is_ahead else day


def _left(groups: Sequence[Sequence[Held]], past: Sequence[Held]) -> Iterator[str]:
    """Who of them is also called a former one."""
    for group in groups:
        former = [each for each in past if is_one(group[0].person.name, each.person.name)]
        if former:
            latest = max(former, key=newest)
            yield (f"{latest.person.name} is also named as {latest.person.role} ({_day(latest)}).")
