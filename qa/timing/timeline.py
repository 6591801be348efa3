"""Put what articles tell of a subject in order of time. Input: Hits. Output: Moments.

A sentence is of the day that it names itself, else of its article's; what has neither is left out.
What several articles say in the same words is one moment.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rapidfuzz.distance import Levenshtein

from index.copies import SAME_SENTENCE_FROM, sentence_likeness
from index.pages.punctuation import ends_a_sentence
from index.records import BlockKind
from qa.citing import citation_of
from qa.composing import Chosen
from qa.matching import covered
from qa.records import Citation, Hit, citation_json
from qa.stories import Sentence, Story
from qa.timing.expressions import Mention, find_times
from qa.timing.periods import Period, day_period
from qa.timing.saying import times_of_saying
from qa.timing.subject import Subject, subject_of, worth
from qa.understanding import Query

# How near the search finds it counts half as much as the words.
_OF_SEARCH = 0.5
_OF_LEAD = 0.5
_HEADED = 0.99
_WEEKDAY = re.compile(r"\w+day")
# More of one day's would crowd out the other days.
_MOST_OF_A_DAY = 2
# A slip is of so many letters; "unicorns" is no slip for "union".
_MOST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """What is told of a day, a month or a year: from ``since`` to ``until``, both included.

    ``words`` are those of the sentence that name it, empty where it is the article's own date.
    """

    since: date
    until: date
    words: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with the days that it is of, and how well it tells of the subject."""

    period: Period
    words: str
    worth: float
    chosen: Chosen


def timeline(
    query: Query,
    hits: Sequence[Hit],
    story: Callable[[str], Story | None],
    reported: Callable[[Sequence[Chosen]], tuple[Chosen, ...]],
    limit: int,
) -> tuple[Moment, ...]:
    """At most ``limit`` moments, the earliest first: of each day the best, then the second best.

    ``reported`` tells who else reports what is chosen.
    """
    if any(Levenshtein.distance(*pair) > _MOST_LETTERS for pair in query.mended) or not any(
        term.is_known or term.variants for term in query.terms
    ):
        # A list cannot tell that another word was taken than the one that was asked.
        return ()
    best: list[_Told] = []
    for each in sorted(_all(query, hits, story), key=_place):
        _take(best, each)
    kept = sorted(_of_every_day(best)[:limit], key=_in_time)
    chosen = reported([each.chosen for each in kept])
    return tuple(
        Moment(each.period.since, each.period.until, each.words, citation_of(number, one))
        for number, (each, one) in enumerate(zip(kept, chosen, strict=True), start=1)
    )


def moment_json(moment: Moment) -> dict[str, Any]:
    """The moment as the JSON that every face gives."""
    return {
        "since": moment.since.isoformat(),
        "until": moment.until.isoformat(),
        "words": moment.words,
        "citation": citation_json(moment.citation),
    }


def _all(
    query: Query, hits: Sequence[Hit], story: Callable[[str], Story | None]
) -> Iterator[_Told]:
    subject = subject_of(query)
    for hit in hits:
        of = story(hit.passage.article_id)
        for sentence in of.sentences if of else ():
            if of and sentence.passage_id == hit.passage.id and _is_telling(sentence):
                of_words = _worth(subject, sentence, of)
                of_search = _OF_SEARCH * hit.scores.get("fused", 0.0)
                told = _told(sentence, of, of_words + of_search)
                # What an article that is headed by the subject tells of another time is of it too.
                yield from (
                    each for each in told if of_words or (each.words and _heads(subject, of))
                )


def _worth(subject: Subject, sentence: Sentence, story: Story) -> float:
    """Of an article whose headline bears the subject the first sentence tells the main event, in
    whatever words."""
    value = worth(subject, sentence, story)
    body = (each for each in story.sentences if each.kind is BlockKind.BODY and _is_telling(each))
    if sentence is not next(body, None):
        return value
    return value + _OF_LEAD if value or _heads(subject, story) else 0.0


def _heads(subject: Subject, story: Story) -> bool:
    return covered((*subject.demanded, *subject.others), story.title_stems) >= _HEADED


def _is_telling(sentence: Sentence) -> bool:
    return sentence.kind is BlockKind.CAPTION or ends_a_sentence(sentence.quote)


def _told(sentence: Sentence, story: Story, worth: float) -> Iterator[_Told]:
    """The sentence with the days it is of: those of its most exact time, else the article's, and of
    an undated article those that it names at all."""
    published = story.article.published
    named = [each for each in find_times(sentence.quote, published) if each.period]
    # "They died after the flood on Sunday, officials said on Monday" is of Sunday.
    of_saying = times_of_saying(sentence, story)
    of_event = [each for each in named if each not in of_saying] or named
    telling = [each for each in of_event if each.tells_when or published is None]
    telling = telling or [each for each in of_event if _WEEKDAY.fullmatch(each.words)]
    if telling:
        first = min(telling, key=_days)
        if first.period:
            yield _Told(first.period, " ".join(first.words.split()), worth, Chosen(sentence, story))
    elif published:
        yield _Told(day_period(published), "", worth, Chosen(sentence, story))


def _days(mention: Mention) -> tuple[int, int]:
    """How many days it may be, then where it stands."""
    period = mention.period
    return ((period.until - period.since).days if period else 0), mention.start


def _take(best: list[_Told], new: _Told) -> None:
    """Add it, or note it as a repeat of one that is there and tells the same time."""
    for at, held in enumerate(best):
        one, other = held.chosen, new.chosen
        same = sentence_likeness(one.sentence.quote, other.sentence.quote) >= SAME_SENTENCE_FROM
        # "Next week", in copies of one text that were published on two days, is one week.
        if not (same and (held.words == new.words or held.period.meets(new.period))):
            continue
        known = {one.story.article.id, *(of.article.id for _, of in one.repeats)}
        if other.story.article.id not in known:
            repeats = (*one.repeats, (other.sentence, other.story))
            best[at] = replace(held, chosen=replace(one, repeats=repeats))
        return
    best.append(new)


def _of_every_day(best: Sequence[_Told]) -> list[_Told]:
    """The best of each time, then the second ones; each the best first."""
    rank: dict[Period, int] = {}
    placed = []
    for each in best:
        at = rank.get(each.period, 0)
        rank[each.period] = at + 1
        if at < _MOST_OF_A_DAY:
            placed.append((at, each))
    return [each for _, each in sorted(placed, key=lambda pair: pair[0])]


def _place(told: _Told) -> tuple[float, str, int]:
    """The best first; ties in order of article and place."""
    sentence = told.chosen.sentence
    return -told.worth, *sentence.place


def _in_time(told: _Told) -> tuple[date, date, str, int]:
    sentence = told.chosen.sentence
    return told.period.since, told.period.until, *sentence.place
