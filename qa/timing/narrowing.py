"""Keep what is of the time asked about. Input: a TimeScope and Hits. Output: Hits, and notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.records import Filters, Hit
from qa.stories import Sentence, Story
from qa.timing.periods import told
from qa.timing.scope import Order, TimeScope
from qa.timing.telling import Told, day_of, told_of

# What a user would have been shown: what was left out is counted among these.
_NEAREST = 10
# As near to the question as the nearest, for all that a search can tell: of these the order of time
# decides which are read.
_AS_NEAR = 0.6


def find_of_time(
    scope: TimeScope, search: Callable[[Filters], Sequence[Hit]], filters: Filters
) -> tuple[Hit, ...]:
    """The hits, and behind them those of what was published on the days asked about: in a large
    collection these may not be among the nearest."""
    hits = search(filters)
    since, until = scope.since, scope.until
    if since is None and until is None:
        return tuple(hits)
    if filters.published_from:
        since = max(since, filters.published_from) if since else filters.published_from
    if filters.published_to:
        until = min(until, filters.published_to) if until else filters.published_to
    of_time = search(replace(filters, published_from=since, published_to=until))
    return tuple(
        {hit.passage.id: hit for hit in (*of_time, *hits)}[id_] for id_ in _ids(hits, of_time)
    )


def narrow(
    scope: TimeScope, hits: Sequence[Hit], story: Callable[[str], Story | None]
) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
    """The hits with a sentence of that time, then those of which no time is known, and what was
    left out, as whole sentences. Where the latest or the first is asked for, those as near as the
    nearest are in that order."""
    if not scope.words:
        return tuple(hits), ()
    notes = scope.notes
    kept = list(hits)
    if scope.narrows:
        times = [told_of_hit(scope, hit, story) for hit in hits]
        kept = [
            hit
            for wanted in (Told.WITHIN, Told.UNKNOWN)
            for hit, time in zip(hits, times, strict=True)
            if time is wanted
        ]
        out = sum(time is Told.OUTSIDE for time in times[:_NEAREST])
        notes = (*notes, *_left_out(scope, out, len(times[:_NEAREST])))
    return tuple(_in_time(scope, kept, story)), notes


def is_of(scope: TimeScope, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence is of the time asked about, as far as can be told."""
    return told_of(scope, sentence, story) is not Told.OUTSIDE


def named(scope: TimeScope) -> str:
    """The time asked about, in words."""
    if scope.period and not scope.event:
        return told(scope.period)
    return f"{scope.words} ({told(scope.period)})" if scope.period else scope.words


def _ids(*found: Sequence[Hit]) -> list[int]:
    return list(dict.fromkeys(hit.passage.id for hits in found for hit in hits))


def told_of_hit(scope: TimeScope, hit: Hit, story: Callable[[str], Story | None]) -> Told:
    """What is known of the sentence of the passage that suits best."""
    of = story(hit.passage.article_id)
    if of is None:
        return Told.OUTSIDE
    times = [
        told_of(scope, sentence, of)
        for sentence in of.sentences
        if sentence.passage_id == hit.passage.id
    ]
    return min(times, key=lambda time: time.value, default=Told.OUTSIDE)


def _left_out(scope: TimeScope, out: int, nearest: int) -> tuple[str, ...]:
    if not out:
        return ()
    verb, left = ("is", "was") if out == 1 else ("are", "were")
    return (
        f"{out} of the {nearest} nearest passages {verb} of another time than {named(scope)} and"
        f" {left} left out.",
    )


def _in_time(
    scope: TimeScope, hits: list[Hit], story: Callable[[str], Story | None]
) -> Sequence[Hit]:
    if scope.order is Order.ANY or not hits:
        return hits
    least = _AS_NEAR * max(_fused(hit) for hit in hits)
    near = [hit for hit in hits[:_NEAREST] if _fused(hit) >= least]
    rest = [hit for hit in hits if hit not in near]
    return [*sorted(near, key=lambda hit: _place_in_time(scope, hit, story)), *rest]


def _fused(hit: Hit) -> float:
    return hit.scores.get("fused", 0.0)


def _place_in_time(
    scope: TimeScope, hit: Hit, story: Callable[[str], Story | None]
) -> tuple[bool, int]:
    of = story(hit.passage.article_id)
    days = [
        day
        for sentence in (of.sentences if of else ())
        if of and sentence.passage_id == hit.passage.id and (day := day_of(sentence, of))
    ]
    if not days:
        return True, 0
    newest = max(days).toordinal()
    return False, -newest if scope.order is Order.NEWEST else newest
