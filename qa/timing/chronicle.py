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
from qa.words import FUNCTION_WORDS

_PASSAGES = 30
# How far from the event's last word its time may stand: "the referendum held in September 2017".
_NEAR_CHARS = 40
# The share of what is told that has to agree.
_LEAST_AGREEING = 0.5
_KEPT = 256
# A deed alone, "resigned", is many people's.
_FEWEST_WORDS = 2
_IS_AHEAD = re.compile(
    r"\b(?:to|may|might|could|will|would|if|not|never|before|after|until|when|as)\b", re.I
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
        wanted = _words_of_substance(words)
        return _most_agreed(self._told(wanted, stems(wanted[-1])[-1])) if wanted else None

    def _of_deed(self, words: str) -> Period | None:
        """When it was done: what sentences give, and only else the days of headlines that tell it
        as news: "Harbour strike ends"."""
        wanted = _words_of_substance(words)
        if len(wanted) < _FEWEST_WORDS:
            return None
        given = self._told(wanted, stems(wanted[1])[-1])
        return _most_agreed(given or self._headlined(wanted, stems(wanted[1])[-1]))

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
        stories = {story.article.id: story for _, story in self._sentences(sorted(asked))}
        return Counter(
            day_period(story.article.published)
            for story in stories.values()
            if story.article.published and asked <= story.title_stems
            if _tells_as_done(story.article.title, verb)
        )

    def _sentences(self, asked: list[str]) -> Iterator[tuple[Sentence, Story]]:
        found = self._index.fulltext.search(asked, _PASSAGES, None)
        stored = self._index.store.passages(id_ for id_, _ in found)
        for passage in stored.values():
            if story := self._stories.story(passage.article_id):
                yield from ((s, story) for s in story.sentences if s.passage_id == passage.id)


def _words_of_substance(words: str) -> list[str]:
    return [word for word in re.findall(r"\w+", words.casefold()) if word not in FUNCTION_WORDS]


def _tells_as_done(title: str, verb: str) -> bool:
    """Whether the headline has the verb as of something that happened: "ends", but not "to end"."""
    return any(
        word.group().endswith(("s", "ed"))
        and stems(word.group())[-1:] == [verb]
        and not _IS_AHEAD.search(title[: word.start()])
        for word in re.finditer(r"\w+", title)
    )


def _most_agreed(given: Counter[Period]) -> Period | None:
    if not given:
        return None
    # Of equals the narrowest, then the earliest, so that two runs agree.
    best = min(given, key=lambda one: (-given[one], one.until - one.since, one.since))
    # "The war" is several: of which one a question is cannot be told.
    agreeing = sum(count for one, count in given.items() if one.meets(best))
    return best if agreeing >= _LEAST_AGREEING * given.total() else None


def _beside(sentence: Sentence, story: Story, last: str) -> Iterator[Period]:
    """The times that stand beside the event's last word."""
    places = [
        word.start()
        for word in re.finditer(r"\w+", sentence.quote)
        if stems(word.group())[-1:] == [last]
    ]
    for mention in find_times(sentence.quote, story.article.published):
        if mention.period and any(
            -_NEAR_CHARS < mention.start - place < _NEAR_CHARS for place in places
        ):
            yield mention.period
