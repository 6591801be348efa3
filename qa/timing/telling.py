"""Tell whether a sentence is of the time that is asked about. Input: a TimeScope, a Sentence, its
Story. Output: a Told.

A sentence's own times decide; else those of the headline, else the day of its article, unless what
leads up to it tells otherwise. Of an article without a date it is known that it was not written
before the days that it tells of. Relative times and events of the question leave nothing out.
"""

from datetime import date
from enum import Enum

from qa.stories import Sentence, Story
from qa.timing.expressions import Mention, find_times
from qa.timing.periods import Period, day_period
from qa.timing.saying import times_of_saying
from qa.timing.scope import TimeScope

# A year is a good part of 1986/87, February is not.
_FEW_TIMES = 3


class Told(Enum):
    """What is known of a sentence's time."""

    WITHIN = 0
    UNKNOWN = 1
    UNLIKELY = 2
    OUTSIDE = 3


def told_of(scope: TimeScope, sentence: Sentence, story: Story) -> Told:
    """Whether it is of the time asked about, as far as the article tells.

    Of an undated article nothing is known to be outside it: an encyclopaedia tells in one breath
    what was and what is. Nor is it where the days were worked out; of a month, only what tells of
    another time.
    """
    told = _as_written(scope, sentence, story)
    if told is not Told.OUTSIDE:
        return told
    published = story.article.published
    if published and not scope.is_named:
        times = find_times(sentence.quote, published) if scope.month else ()
        is_of_another = any(each.tells_when and _tells_another(scope, each) for each in times)
        return Told.OUTSIDE if is_of_another else Told.UNLIKELY
    if published:
        return told
    is_of_a_day = any(_is_past_day(each) for each in find_times(sentence.quote, None))
    return Told.OUTSIDE if is_of_a_day else Told.UNLIKELY


def _as_written(scope: TimeScope, sentence: Sentence, story: Story) -> Told:
    if not scope.narrows:
        return Told.WITHIN
    published = story.article.published
    if scope.of_saying and sentence.said:
        return _of_words(scope, sentence, story)
    mentions = find_times(sentence.quote, published)
    names_event = bool(scope.event) and scope.event <= sentence.stems
    if names_event or any(_meets(scope, each) for each in mentions):
        return Told.WITHIN
    if scope.of_saying and published:
        return _of_story(scope, story)
    if any(each.tells_when and _tells_another(scope, each) for each in mentions):
        return Told.OUTSIDE
    return _of_context(scope, sentence, story)


def day_of(sentence: Sentence, story: Story) -> date | None:
    """The day that a sentence is of: its article's, else the last one that it tells itself."""
    if story.article.published:
        return story.article.published
    days = [
        each.period.since
        for each in find_times(sentence.quote, None)
        if each.period and _is_past_day(each)
    ]
    return max(days, default=None)


def _of_words(scope: TimeScope, sentence: Sentence, story: Story) -> Told:
    """What was said is of the day on which it was: the one told beside the verb, else the
    article's."""
    beside = times_of_saying(sentence, story)
    if any(_meets(scope, each) for each in beside):
        return Told.WITHIN
    if any(_tells_another(scope, each) for each in beside):
        return Told.OUTSIDE
    if scope.event and scope.event <= sentence.stems:
        return Told.WITHIN
    return _of_story(scope, story)


def _of_context(scope: TimeScope, sentence: Sentence, story: Story) -> Told:
    """What is known of a sentence that tells no time itself."""
    if _names(scope, story.article.title, story):
        return Told.WITHIN
    told = _of_story(scope, story)
    # What a sentence before it tells may still hold in it.
    return Told.UNKNOWN if told is Told.OUTSIDE and _is_led_to(scope, sentence, story) else told


def _of_story(scope: TimeScope, story: Story) -> Told:
    if story.article.published:
        return _of_day(scope, story.article.published)
    written_from = _written_from(story)
    is_later = scope.until is not None and written_from is not None and scope.until < written_from
    return Told.OUTSIDE if is_later else Told.UNKNOWN


def _of_day(scope: TimeScope, day: date) -> Told:
    return Told.WITHIN if _holds(scope, day_period(day)) else Told.OUTSIDE


def _meets(scope: TimeScope, mention: Mention) -> bool:
    if scope.month and mention.month:
        return scope.has_month(mention.month) and mention.day in (scope.day, None)
    return mention.held is not None and _holds(scope, mention.held) and not _is_wide(scope, mention)


def _tells_another(scope: TimeScope, mention: Mention) -> bool:
    return mention.period is not None and not _is_wide(scope, mention)


def _is_wide(scope: TimeScope, mention: Mention) -> bool:
    """Whether it is a much longer time that holds the one asked about: what was in 1986/87 need not
    have been in February. "Since 1986" is none: it tells what goes on."""
    if mention.period is None or mention.held != mention.period or scope.period is None:
        return False
    inner, outer = scope.period, mention.period
    is_held = outer.since <= inner.since and inner.until <= outer.until
    return is_held and _days(outer) > _FEW_TIMES * _days(inner)


def _days(period: Period) -> int:
    return (period.until - period.since).days + 1


def _holds(scope: TimeScope, period: Period) -> bool:
    if scope.period:
        return scope.period.meets(period)
    since, until = period.since, period.until
    is_one_month = (since.year, since.month) == (until.year, until.month)
    is_of_day = scope.day is None or since.day <= scope.day <= until.day
    return is_one_month and scope.has_month(since.month) and is_of_day


def _is_led_to(scope: TimeScope, sentence: Sentence, story: Story) -> bool:
    """Whether a sentence before it in its passage tells that time."""
    return any(
        before.passage_id == sentence.passage_id and _names(scope, before.quote, story)
        for before in story.sentences[: sentence.position]
    )


def _names(scope: TimeScope, text: str, story: Story) -> bool:
    found = find_times(text, story.article.published)
    return any(each.tells_when and _meets(scope, each) for each in found)


def _written_from(story: Story) -> date | None:
    """The last day that an undated article tells of as past."""
    days = [
        each.period.since
        for sentence in story.sentences
        for each in find_times(sentence.quote, None)
        if each.period and (_is_past_day(each) or each.held != each.period)
    ]
    return max(days, default=None)


def _is_past_day(mention: Mention) -> bool:
    period = mention.period
    return period is not None and period.since == period.until and not mention.is_ahead
