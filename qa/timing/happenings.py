"""Tell what happened at a time. Input: a Query, a TimeScope and Hits. Output: Chosen sentences.

"What happened in July?" has no subject that a search could look for: the sentences that name a day
of that time themselves answer it, the earliest first.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from index.copies import SAME_SENTENCE_FROM, sentence_likeness
from index.records import BlockKind
from qa.composing import Chosen
from qa.records import Hit
from qa.stories import Sentence, Story
from qa.timing.expressions import find_times
from qa.timing.periods import Period
from qa.timing.saying import times_of_saying
from qa.timing.scope import TimeScope
from qa.understanding import Query

_ASKS = re.compile(
    r"^\W*what\s+(?:else\s+)?(?:all\s+)?(?:happened|occurred|took\s+place|went\s+on|was\s+going\s+on)"
    r"\W*$",
    re.IGNORECASE,
)

# A time that bounds something is not when it happened.
_BOUND = re.compile(r"\b(?:before|until|till|by)\s+(?:(?:the|end|middle|of)\s+)*$", re.IGNORECASE)


def happenings(
    query: Query,
    scope: TimeScope,
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
    limit: int,
) -> tuple[Chosen, ...]:
    """Sentences that tell what happened then, ``limit`` at most; none where anything else is
    asked."""
    rest = query.text
    for phrase in scope.phrases:
        rest = rest.replace(phrase, " ", 1)
    if not scope.narrows or scope.event or not _ASKS.match(rest):
        return ()
    found: dict[tuple[str, int], tuple[date, Chosen]] = {}
    for hit in hits:
        of = story(hit.passage.article_id)
        for sentence in of.sentences if of else ():
            if of and sentence.passage_id == hit.passage.id and sentence.kind is BlockKind.BODY:
                day = _day(scope, sentence, of)
                if day:
                    found.setdefault(sentence.place, (day, Chosen(sentence, of)))
    best: list[tuple[date, Chosen]] = []
    for each in found.values():
        if len(best) < limit and not any(_is_same(each[1], held) for _, held in best):
            best.append(each)
    return tuple(chosen for _, chosen in sorted(best, key=lambda pair: pair[0]))


def _is_same(one: Chosen, other: Chosen) -> bool:
    likeness = sentence_likeness(one.sentence.quote, other.sentence.quote)
    return likeness >= SAME_SENTENCE_FROM


def _day(scope: TimeScope, sentence: Sentence, story: Story) -> date | None:
    """The first day of the time that the sentence names for itself, if that is the one asked."""
    beside = times_of_saying(sentence, story)
    for each in find_times(sentence.quote, story.article.published):
        is_told = each.tells_when and not each.is_ahead and each not in beside
        if _BOUND.search(sentence.quote[: each.start]) or not is_told:
            continue
        if each.period and _is_within(scope, each.period):
            return each.period.since
    return None


def _is_within(scope: TimeScope, period: Period) -> bool:
    if scope.period:
        return scope.period.since <= period.since and period.until <= scope.period.until
    since, until = period.since, period.until
    is_one_month = (since.year, since.month) == (until.year, until.month)
    is_day = scope.day is None or (since == until and since.day == scope.day)
    return is_one_month and scope.has_month(since.month) and is_day
