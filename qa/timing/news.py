"""Tell the latest of a subject. Input: a Query, a TimeScope and Hits. Output: Chosen sentences.

"What is the latest on Kirkuk?" asks for nothing that one sentence could answer: of the newest
articles on the subject, each gives the first of its sentences that tells of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.composing import Chosen
from qa.records import Hit
from qa.stories import Story, stories_of
from qa.timing.scope import Order, TimeScope
from qa.timing.subject import subject_of, worth
from qa.timing.telling import day_of
from qa.understanding import Query

_ASKS_NEWS = re.compile(
    r"^\W*(?:(?:what(?:['’]s|\s+is|\s+are|\s+was|\s+were)|(?:is|are)\s+there|give\s+me|tell\s+me"
    r"|show\s+me)\s+)?(?:the\s+|any\s+)?(?:latest|newest|most\s+recent|recent|current|any|new)\s+"
    r"(?:(?:news|developments?|updates?|reports?|information|word|coverage)\s+)?"
    r"(?:on|about|of|from|regarding|concerning|with|in|around)\s+\S"
    r"|^\W*(?:latest|newest|recent)\s+(?:news|developments?|updates?)\b"
    r"|^\W*(?:any\s+|the\s+)?(?:news|updates?)\s+(?:on|about|of|from|regarding)\s+\S",
    re.IGNORECASE,
)
# An article that tells of the subject at least half as well as the best one is on it.
_AS_WELL = 0.5


@dataclass(frozen=True, slots=True)
class _Lead:
    """The sentence of an article that is to be told, and how well the article's best one tells."""

    chosen: Chosen
    worth: float


def asks_news(query: Query) -> bool:
    """Whether the question asks for the latest on a subject, and nothing else of it."""
    return bool(_ASKS_NEWS.search(query.text))


def news(
    query: Query,
    scope: TimeScope,
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
    limit: int,
) -> tuple[Chosen, ...]:
    """A sentence of each of the newest articles on the subject, ``limit`` at most; none where
    something else is asked for, or no article is on it. Their order is not that of time."""
    if scope.order is not Order.NEWEST or not asks_news(query):
        return ()
    leads = [lead for of in stories_of(hits, story) if (lead := _lead(query, of))]
    least = _AS_WELL * max((each.worth for each in leads), default=0.0)
    on_it = [each.chosen for each in leads if each.worth >= least]
    # Python's sort keeps the order of equals: what the search finds first goes first.
    return tuple(sorted(on_it, key=_newest_first)[:limit])


def _lead(query: Query, story: Story) -> _Lead | None:
    subject = subject_of(query)
    told = [(worth(subject, each, story), each) for each in story.sentences]
    best = max((value for value, _ in told), default=0.0)
    first = next((each for value, each in told if value and value >= _AS_WELL * best), None)
    return _Lead(Chosen(first, story), best) if first else None


def _newest_first(chosen: Chosen) -> int:
    day = day_of(chosen.sentence, chosen.story)
    return -day.toordinal() if day else 0
