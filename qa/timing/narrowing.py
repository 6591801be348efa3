"""Keep what is of the time asked about. Input: a TimeScope and Hits. Output: Hits, and notes."""

from calendar import month_name
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.analysis import stems
from qa.matching import covered
from qa.records import Filters, Hit
from qa.stories import Sentence, Story
from qa.timing.periods import told
from qa.timing.scope import Order, TimeScope
from qa.timing.telling import Told, day_of, told_of
from qa.understanding import Query

# What a user would have been shown: what was left out is counted among these.
_NEAREST = 10
# A passage is on what is asked where one of its sentences bears this share of the words.
_ON_SUBJECT = 0.6
# As near to the question as the nearest, for all that a search can tell: of these the order of time
# decides which are read.
_AS_NEAR = 0.6

# What is of no known time, or likely of another, has to be so much nearer to be read first.
_NEARNESS = {Told.WITHIN: 1.0, Told.UNKNOWN: 0.9, Told.UNLIKELY: 0.8}


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
    if since and until and since > until:
        return tuple(hits)
    of_time = search(replace(filters, published_from=since, published_to=until))
    return tuple(
        {hit.passage.id: hit for hit in (*of_time, *hits)}[id_] for id_ in _ids(hits, of_time)
    )


def narrow(
    query: Query,
    scope: TimeScope,
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
    """The hits with a sentence of that time or of none that is known, the likelier and nearer ones
    first, and how many on the subject were left out, in whole sentences. Where the latest or the
    first is asked for, those as near as the nearest are in that order."""
    if not scope.words:
        return tuple(hits), ()
    notes: tuple[str, ...] = ()
    kept = list(hits)
    if scope.narrows:
        times = [_told_of_hit(scope, hit, story) for hit in hits]
        told = [each for each in zip(hits, times, strict=True) if each[1] is not Told.OUTSIDE]
        # Python's sort keeps the order of equals.
        told.sort(key=lambda each: -_NEARNESS[each[1]] * _fused(each[0]))
        kept = [hit for hit, _ in told]
        nearest = list(zip(hits, times, strict=True))[:_NEAREST]
        outside = [hit for hit, time in nearest if time is Told.OUTSIDE]
        notes = _left_out(scope, _on_subject(query, scope, outside, story))
    return tuple(_in_time(scope, kept, story)), notes


def is_of(scope: TimeScope, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence is of the time asked about, as far as can be told."""
    return told_of(scope, sentence, story) is not Told.OUTSIDE


def named(scope: TimeScope) -> str:
    """The time asked about, in words."""
    if scope.month and scope.last_month:
        return f"{month_name[scope.month]} to {month_name[scope.last_month]}"
    if scope.month:
        return f"{month_name[scope.month]}{f' {scope.day}' if scope.day else ''}"
    if scope.period and not scope.event:
        return told(scope.period)
    return f"{scope.words} ({told(scope.period)})" if scope.period else scope.words


def _ids(*found: Sequence[Hit]) -> list[int]:
    return list(dict.fromkeys(hit.passage.id for hits in found for hit in hits))


def _told_of_hit(scope: TimeScope, hit: Hit, story: Callable[[str], Story | None]) -> Told:
    """What is known of the sentence of the passage that suits best."""
    of, best = story(hit.passage.article_id), Told.OUTSIDE
    for sentence in of.sentences if of else ():
        if of and sentence.passage_id == hit.passage.id:
            best = min(best, told_of(scope, sentence, of), key=lambda told: told.value)
        # The others need not be looked at: half of the time of a question with a time.
        if best is Told.WITHIN:
            break
    return best


def _on_subject(
    query: Query,
    scope: TimeScope,
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
) -> int:
    """How many of the hits have a sentence that bears the question's words, but for the time's."""
    gone = frozenset(stems(scope.words))
    terms = [term for term in query.terms if term.stem not in gone]
    return sum(
        any(
            sentence.passage_id == hit.passage.id
            and covered(terms, sentence.stems | of.title_stems) >= _ON_SUBJECT
            for sentence in of.sentences
        )
        for hit in hits
        if (of := story(hit.passage.article_id))
    )


def _left_out(scope: TimeScope, passages: int) -> tuple[str, ...]:
    if not passages:
        return ()
    tell, were = ("tells", "was") if passages == 1 else ("tell", "were")
    return (
        f"Of the nearest passages, {passages} {tell} of another time than {named(scope)} and {were}"
        " left out.",
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
