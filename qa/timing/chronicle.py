"""Tell the days that a collection knows of. Input: an opened index. Output: days, Periods.

When an event was is read off the articles: sentences that name it beside a time of their own, the
time that most of them give. Nothing is known that no article tells.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache

from index.analysis import stems
from index.opening import Index
from qa.stories import Sentence, Stories, Story
from qa.timing.expressions import find_times
from qa.timing.periods import Period, day_period
from qa.timing.scope import DEEDS
from qa.timing.substance import words_of_substance

_PASSAGES = 30
# How far from the event's last word its time may stand: "the referendum held in September 2017".
_NEAR_CHARS = 40
# The share of what is told that has to agree.
_LEAST_AGREEING = 0.5
_KEPT = 256
# What is denied, doubted or yet to come tells no day.
_NOT_DONE = re.compile(
    r"\b(?:to|may|might|could|should|will|would|if|not|never|no|nobody|without|cannot"
    r"|(?:den[iy]|fail|refus|declin|doubt|claim|alleg|rumou?r)\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
# In a headline, neither does what is only said or wished, or what another time is told by.
_NO_NEWS = re.compile(
    r"\b(?:before|after|until|when|as|once|since"
    r"|(?:say|said|report|demand|urg|call|want|hop|expect|vow)\w*)\b|\?",
    re.IGNORECASE,
)

_APART = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|long|soon|shortly|just|right)\s+(?:after|before)\b"
    r"(?!\s+(?:dawn|sunrise|noon|midday|midnight|dusk|sunset|closing|\d))",
    re.IGNORECASE,
)


class Chronicle:
    """What one opened index tells of days; each is looked up once."""

    def __init__(self, index: Index, stories: Stories) -> None:
        self._index, self._stories = index, stories
        self.of_event = lru_cache(_KEPT)(self._of_event)
        self.of_deed = lru_cache(_KEPT)(self._of_deed)

    def newest(self) -> date | None:
        """The day of the newest article, none where no article has one."""
        return self._newest

    def oldest(self) -> date | None:
        """The day of the oldest article, none where no article has one."""
        return self._oldest

    @cached_property
    def _newest(self) -> date | None:
        return self._index.store.newest_day(self._index.generation)

    @cached_property
    def _oldest(self) -> date | None:
        return self._index.store.oldest_day(self._index.generation)

    def _of_event(self, words: str) -> Period | None:
        """When the event was: what most sentences give, and of those the narrowest."""
        wanted = words_of_substance(words)
        return _most_agreed(self._told(wanted, stems(wanted[-1])[-1])) if wanted else None

    def _of_deed(self, who: str, deed: str) -> Period | None:
        """When it was done: what sentences give, and only else the days of headlines that tell it
        as news: "Harbour strike ends"."""
        wanted = words_of_substance(who)
        if not wanted or deed not in DEEDS:
            return None
        given = self._done(wanted, deed) or self._headlined(wanted, DEEDS[deed])
        return _most_agreed(given)

    def _done(self, wanted: list[str], verb: str) -> Counter[Period]:
        asked = frozenset(stems(" ".join(wanted)))
        return Counter(
            mention.period
            for sentence, story in self._sentences(stems(" ".join((*wanted, verb))))
            if asked <= sentence.stems
            for place in _done_at(sentence.quote, wanted[-1], verb)
            for mention in find_times(sentence.quote, story.article.published)
            if mention.period and mention.tells_when and not mention.is_ahead
            if abs(mention.start - place) < _NEAR_CHARS
        )

    def _told(self, wanted: list[str], beside: str) -> Counter[Period]:
        asked = frozenset(stems(" ".join(wanted)))
        return Counter(
            period
            for sentence, story in self._sentences(sorted(asked))
            if asked <= sentence.stems
            for period in _beside(sentence, story, beside)
        )

    def _headlined(self, wanted: list[str], verb: str) -> Counter[Period]:
        asked = frozenset(stems(" ".join(wanted)))
        found = self._sentences(stems(" ".join((*wanted, verb))))
        stories = {story.article.id: story for _, story in found}
        return Counter(
            day_period(story.article.published)
            for story in stories.values()
            if story.article.published and asked <= story.title_stems
            if _is_news(story.article.title, wanted[-1], verb)
            # "Strike ends on Friday" is of another day.
            and not find_times(story.article.title, story.article.published)
        )

    def _sentences(self, asked: list[str]) -> Iterator[tuple[Sentence, Story]]:
        found = self._index.fulltext.search(asked, _PASSAGES, None)
        stored = self._index.store.passages(id_ for id_, _ in found)
        for passage in stored.values():
            if story := self._stories.story(passage.article_id):
                yield from ((s, story) for s in story.sentences if s.passage_id == passage.id)


def _done_at(line: str, last: str, verb: str) -> Iterator[int]:
    """Where the line has the verb as of something done by whose last word stands right before it:
    "Lund resigned", "the director, Ana Lund, resigned"."""
    name = rf"(?i:{re.escape(last)})"
    told = rf"(?:,\s(?:[A-Z]\w*\s){{0,3}}{name},|\b{name})\s(?:ha[ds]\s)?(?P<verb>(?i:{verb}))\b"
    for found in re.finditer(told, line):
        if not _NOT_DONE.search(line[: found.start("verb")]):
            yield found.start("verb")


def _is_news(title: str, last: str, verb: str) -> bool:
    """Whether the headline has the verb as of something that happened: "ends", but not "to end"."""
    return any(not _NO_NEWS.search(title[:place]) for place in _done_at(title, last, verb))


def _most_agreed(given: Counter[Period]) -> Period | None:
    if not given:
        return None
    # Of equals the narrowest, then the earliest, so that two runs agree.
    best = min(given, key=lambda one: (-given[one], one.until - one.since, one.since))
    # "The war" is several: of which one a question is cannot be told.
    agreeing = sum(count for one, count in given.items() if one.meets(best))
    return best if agreeing >= _LEAST_AGREEING * given.total() else None


def _beside(sentence: Sentence, story: Story, last: str) -> Iterator[Period]:
    """The times that stand beside the event's last word; a time that is told by it is another:
    "resigned on Monday, three weeks after the theft"."""
    places = [
        word.start()
        for word in re.finditer(r"\w+", sentence.quote)
        if stems(word.group())[-1:] == [last]
    ]
    for mention in find_times(sentence.quote, story.article.published):
        if mention.period and any(
            -_NEAR_CHARS < mention.start - place < _NEAR_CHARS
            and not _APART.search(sentence.quote[min(mention.end, place) : max(mention.end, place)])
            for place in places
        ):
            yield mention.period
