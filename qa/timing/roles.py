"""Tell who held a role, and when. Input: a Query, a TimeScope and Hits. Output: Chosen
sentences, notes.

A role is asked for by "Who is the Turkish defence minister?" and the like. Whom the articles call
so is told with the day of each; a person of two spellings is one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index.folding import fold
from index.names.sounding import Sound, compare_sounds
from index.statements.names import last
from index.statements.people import Person, people
from qa.composing import Chosen
from qa.records import Hit
from qa.stories import Sentence, Story
from qa.timing.periods import told_day
from qa.timing.role_names import has_role, is_past, role_words
from qa.timing.scope import TimeScope
from qa.timing.telling import Told, day_of, told_of
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


def holders(
    query: Query, scope: TimeScope, hits: Sequence[Hit], story: Callable[[str], Story | None]
) -> tuple[tuple[Chosen, ...], tuple[str, ...]]:
    """A sentence for each person whom the articles give the role that is asked for, the latest
    first, and the days on which they do where there are several; nothing where it asks for no role,
    or for days on which it is not known who had it."""
    words = role_words(query)
    if not words:
        return (), ()
    found = map(story, dict.fromkeys(hit.passage.article_id for hit in hits))
    held = [
        each
        for of in found
        if of
        for each in _held(query, words, of)
        if _told(scope, each) is not Told.OUTSIDE
    ]
    # Whom the articles name on the days asked about, and only else who may have been it then.
    then = [each for each in held if _told(scope, each) is Told.WITHIN]
    held = then or held
    groups = _persons([each for each in held if not is_past(each.person, words)])
    notes = tuple(_left(groups, [each for each in held if is_past(each.person, words)]))
    if scope.narrows and len(groups) == 1 and not then:
        return (), notes
    best = sorted((max(group, key=_newest) for group in groups), key=_newest, reverse=True)[:_MOST]
    told = ", ".join(f"{each.person.name} ({_day(each)})" for each in best)
    if len(groups) > 1:
        notes = (f"The articles name {_COUNTS[min(len(groups), 10)]}: {told}.", *notes)
    return tuple(Chosen(each.sentence, each.story) for each in best), notes


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
