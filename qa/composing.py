"""Compose an answer's sentences. Input: Readings. Output: Chosen sentences, the best one first.

The best sentence leads; others come in while they add evidence nearly as good, in reading order.
What one article says and another repeats becomes one sentence, with the others named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.copies import SAME_SENTENCE_FROM, sentence_likeness
from index.particulars import wording
from qa.matching import FUNCTION_STEMS
from qa.pointing_back import says_a_pronoun
from qa.stories import Sentence, Story
from qa.understanding import Asks, Query
from qa.weighing import Reading, odds, ranked
from qa.words import POINTING_WORDS

DEFAULT_SENTENCES = 4
_OPEN = (Asks.OTHER, Asks.WHETHER)
# A further sentence must be this good, as a share of the best one's odds: the more open the
# question, the more of what stands near its answer belongs to it.
_SHARE_CLOSED, _SHARE_OPEN = 0.5, 0.25
# How far behind a chosen statement its speaker may go on with "This ...".
_GOES_ON_WITHIN = 2
# Two articles' sentences that share so many words of substance, and such a share of the shorter
# one's, with all numbers the same, tell one thing.
_FEWEST_SHARED, _RETOLD = 6, 0.7


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence of the answer, with its story, and the repeats of it in other articles.

    ``copies`` are the ids of those that are made from the same text as its own; ``reports`` is how
    many texts there are, its own with them.
    """

    sentence: Sentence
    story: Story
    repeats: tuple[tuple[Sentence, Story], ...] = ()
    copies: frozenset[str] = frozenset()
    reports: int = 1


def compose(
    query: Query, readings: Sequence[Reading], limit: int, *, is_compared: bool = False
) -> tuple[Chosen, ...]:
    """At most ``limit`` sentences: the best one, then the others of its article in its order, then
    the other articles', each in its own. Empty for no readings.

    Where what articles tell ``is_compared``, a further sentence comes in as for an open question.
    """
    by_worth = ranked(readings)
    chosen: list[Chosen] = []
    share = _SHARE_OPEN if is_compared or query.asks in _OPEN else _SHARE_CLOSED
    for reading in by_worth:
        if odds(reading.probability) < share * odds(by_worth[0].probability):
            break
        _take(chosen, Chosen(reading.candidate.sentence, reading.candidate.story), limit)
    for before in [each for taken in chosen for each in _pointed_back_to(taken)]:
        _take(chosen, before, limit)
    if query.asks in _OPEN:
        for going_on in [further for each in chosen for further in _goes_on(each)]:
            _take(chosen, going_on, limit)
    return (*chosen[:1], *_in_reading_order(chosen, chosen[1:]))


def _take(chosen: list[Chosen], new: Chosen, limit: int) -> None:
    """Add the sentence, or note it as a repeat of one that is there; full is full."""
    for at, held in enumerate(chosen):
        if not _say_the_same(held.sentence, new.sentence):
            continue
        known = {held.story.article.id, *(story.article.id for _, story in held.repeats)}
        if new.story.article.id not in known:
            repeats = (*held.repeats, (new.sentence, new.story))
            chosen[at] = replace(held, repeats=repeats)
        return
    if len(chosen) < limit:
        chosen.append(new)


def _say_the_same(one: Sentence, other: Sentence) -> bool:
    if sentence_likeness(one.quote, other.quote) >= SAME_SENTENCE_FROM:
        return True
    return one.article_id != other.article_id and _is_retold(one, other)


def _is_retold(one: Sentence, other: Sentence) -> bool:
    """Whether another article tells it in words of its own: the same numbers, no name on both sides
    that the other lacks, and most of the shorter one's words of substance."""
    first, second = wording(one.quote), wording(other.quote)
    if not first.numbers or sorted(first.numbers) != sorted(second.numbers):
        return False
    if first.negations != second.negations:
        return False
    if first.names.difference(second.words) and second.names.difference(first.words):
        return False
    mine, theirs = one.stems - FUNCTION_STEMS, other.stems - FUNCTION_STEMS
    shorter, longer = sorted((len(mine), len(theirs)))
    shared = len(mine & theirs)
    return shared >= max(_FEWEST_SHARED, _RETOLD * shorter) and 2 * shorter >= longer


def _pointed_back_to(chosen: Chosen) -> list[Chosen]:
    """The sentence before one in which somebody only denied "this"."""
    before = chosen.sentence.position - 1
    if before < 0 or not says_a_pronoun(chosen.sentence):
        return []
    return [Chosen(chosen.story.sentences[before], chosen.story)]


def _goes_on(chosen: Chosen) -> list[Chosen]:
    """The next sentences in which the same speaker goes on about it: "This can ...," he said."""
    speaker = chosen.sentence.speaker
    after = chosen.sentence.position + 1
    return [
        Chosen(sentence, chosen.story)
        for sentence in chosen.story.sentences[after : after + _GOES_ON_WITHIN]
        if speaker
        and sentence.speaker == speaker
        and sentence.quote.strip("\"“'‘ ").split()[0].casefold() in POINTING_WORDS
    ]


def _in_reading_order(by_worth: Sequence[Chosen], those: Sequence[Chosen]) -> list[Chosen]:
    rank: dict[str, int] = {}
    for each in by_worth:
        rank.setdefault(each.story.article.id, len(rank))
    return sorted(those, key=lambda c: (rank[c.story.article.id], c.sentence.position))
