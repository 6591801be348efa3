"""Answer one question that stands alone, over one generation. Input: a question. Output: a Part.

understand -> retrieve, narrow -> choose, read, weigh, rule, rerank -> compose, order, find
differing values and reports
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.models.embedding import Embedder
from index.opening import Index
from qa.choosing import Choice, Chooser
from qa.composing import Chosen, compose
from qa.confidence import confidence
from qa.described import described_first, gives_role
from qa.differing import Differing, find_differing, with_differing
from qa.mending import mending_notes
from qa.reader.network import Reader
from qa.reading import read
from qa.records import Filters, Hit
from qa.repeated import without_repeats
from qa.reports import find_reports, reports_note
from qa.reports_asked import About, Put, ways_to_put
from qa.reranking import rerank
from qa.retrieving import question_vector, retrieve
from qa.roles.asking import asks_role
from qa.roles.followers import asks_follower
from qa.ruling import Ruled, of_holder, rule, sure_by_rule
from qa.shortening import Shortened, shorten
from qa.speech.ordering import in_speech_order
from qa.speech.topics import topics_note
from qa.spoken import asks_words
from qa.stories import Sentence, Stories
from qa.tallying import stating
from qa.timing.chronicle import Chronicle
from qa.timing.narrowing import find_of_time, narrow
from qa.timing.ordering import in_order
from qa.timing.preferring import bearing_time, prefer, without_time
from qa.timing.scope import Order, TimeScope
from qa.timing.scoping import time_scope
from qa.timing.worked_out import worked_out
from qa.understanding import Asks, Query, understand
from qa.values.in_turn import in_turn
from qa.values.settling import given_first
from qa.weighing import Reading, Weigher, ranked
from qa.weights import Weights

# On the questions that the weights are fitted on, a right passage comes first for .871, .881, .884,
# .885 and .888 of them when 3, 5, 6, 8 and 10 are read (.804 for the search alone); each costs 7 ms
# on two cores.
HITS_READ = 6
PASSAGES_FOUND = 10
# Of a time or a post that is asked about there may be little among the best: so many are looked
# through.
_PASSAGES_OF_A_TIME = 50


@dataclass(frozen=True, slots=True)
class Opened:
    """What goes with one generation of the index."""

    index: Index
    stories: Stories
    chooser: Chooser
    days: Chronicle


@dataclass(frozen=True, slots=True)
class Part:
    """A question with what became of it.

    ``chosen`` is empty where it is abstained from; ``spent_ms`` is by stage: retrieve, rerank,
    compose.
    """

    question: str
    confidence: float
    chosen: tuple[Chosen, ...]
    short: Shortened | None
    differing: tuple[Differing, ...]
    notes: tuple[str, ...]
    hits: tuple[Hit, ...]
    spent_ms: tuple[float, float, float]


class Answering:
    """Answers with one embedding model, one reader, and the weights fitted to them."""

    def __init__(
        self, embedder: Embedder, reader: Reader, weights: Weights, threshold: float
    ) -> None:
        self._embedder, self._reader, self._weights = embedder, reader, weights
        self._threshold = threshold
        self._weigher = Weigher(weights.sentence, weights.sentence_bias)

    def answer(
        self, opened: Opened, question: str, limit: int, filters: Filters, own_text: str = ""
    ) -> Part:
        """At most ``limit`` sentences, and those that say otherwise. ``own_text`` is how a question
        that was completed was asked, where that is to be read too."""
        parts = (
            self._put(opened, put, limit, filters, own_text if put.question == question else "")
            for put in ways_to_put(question)
        )
        first = next(parts)
        answered = first if first.chosen else next((each for each in parts if each.chosen), first)
        return replace(answered, question=question)

    def _put(self, opened: Opened, put: Put, limit: int, filters: Filters, own_text: str) -> Part:
        began = time.perf_counter()
        found = self._find(opened, put.question, filters, own_text)
        retrieved = time.perf_counter()
        taken = self._read(opened, found, filters, limit)
        reranked = time.perf_counter()
        if taken.sure < self._threshold:
            speakers = sorted(taken.choice.speakers)
            told = topics_note(opened.index, opened.stories, speakers, filters)
            composed = _Composed((), None, (), (*found.notes, told) if told else found.notes)
        else:
            composed = _compose(opened, found, taken, limit, put)
        # What was found does not state what was asked: that is no answer, however sure it is.
        is_other = put.is_claim and taken.sure >= self._threshold and not composed.chosen
        ended = time.perf_counter()
        return Part(
            question=put.question,
            confidence=0.0 if is_other else taken.sure,
            chosen=composed.chosen,
            short=composed.short,
            differing=composed.differing,
            notes=composed.notes,
            hits=taken.hits,
            spent_ms=(
                1000 * (retrieved - began),
                1000 * (reranked - retrieved),
                1000 * (ended - reranked),
            ),
        )

    def _find(self, opened: Opened, question: str, filters: Filters, own_text: str) -> "_Found":
        index, story = opened.index, opened.stories.story
        query = understand(question, index.fulltext, own_text)
        scope = time_scope(query.text, opened.days)
        vector = question_vector(self._embedder, query)
        is_of_holders = asks_role(query) or asks_follower(query)
        most = _PASSAGES_OF_A_TIME if scope.words or is_of_holders else PASSAGES_FOUND
        hits = find_of_time(
            scope, lambda allowed: retrieve(index, query, vector, most, allowed), filters
        )
        hits, notes = narrow(query, scope, hits, story)
        bare = without_time(query, scope, hits[:PASSAGES_FOUND], story)
        return _Found(bare, query, scope, vector, hits, (*mending_notes(query.mended), *notes))

    def _read(self, opened: Opened, found: "_Found", filters: Filters, limit: int) -> "_Taken":
        query, scope, story = found.query, found.scope, opened.stories.story
        hits = found.hits[:PASSAGES_FOUND]
        to_read = without_repeats(hits, HITS_READ, story)
        choice = opened.chooser.choose(query, found.vector, to_read, filters, scope)
        passages = read(self._reader, choice.query, choice.passages)
        candidates = [
            in_turn(choice.query, each) for passage in passages for each in passage.candidates
        ]
        weighed = self._weigher.weigh(choice.query, bearing_time(scope, candidates))
        described = described_first(query, prefer(query, scope, weighed))
        readings, is_given = given_first(query, scope, described)
        sure = confidence(self._weights.calibration, choice.query, to_read, readings)
        ruled = rule(
            query,
            scope,
            choice,
            asked_of_time=found.asked,
            found=found.hits,
            story=story,
            limit=limit,
            latest_day=opened.days.newest(),
            answered=_best(readings) if sure >= self._threshold else None,
        )
        sure = sure_by_rule(sure, ruled, choice, readings, self._threshold)
        if is_given or gives_role(query, readings):
            sure = max(sure, self._threshold)
        return _Taken(choice, ruled, readings, sure, rerank(hits, passages, self._weights.passage))


def _best(readings: Sequence[Reading]) -> Sentence | None:
    return ranked(readings)[0].candidate.sentence if readings else None


@dataclass(frozen=True, slots=True)
class _Found:
    """The question, with and without its words for a time, and what the search found of that time,
    the best first. ``vector`` is (d,) float32."""

    query: Query
    asked: Query
    scope: TimeScope
    vector: NDArray[np.float32]
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was read, how sure it is, and the best hits in their new order."""

    choice: Choice
    ruled: Ruled
    readings: tuple[Reading, ...]
    sure: float
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Composed:
    chosen: tuple[Chosen, ...]
    short: Shortened | None
    differing: tuple[Differing, ...]
    notes: tuple[str, ...]


def _compose(opened: Opened, found: _Found, taken: _Taken, limit: int, put: Put) -> _Composed:
    query, scope, ruled = found.query, found.scope, taken.ruled
    of_role, readings = ruled.of_role, taken.readings
    is_compared = put.about is About.AGREEMENT
    composed = ruled.listed or compose(query, readings, limit, is_compared=is_compared)
    chosen, of_order = in_order(scope, composed)
    if ruled.is_said and scope.order is Order.ANY:
        chosen = in_speech_order(chosen, limit)
    if of_role.chosen:
        chosen, of_order = of_role.chosen, ()
    if put.is_claim:
        chosen = stating(query, chosen)
    if not chosen:
        return _Composed((), None, (), found.notes)
    counted = {each.sentence.place for each in chosen}
    short = None
    if not ruled.listed and put.about is not About.COUNT:
        leading = of_role.chosen[:1] or chosen
        of_words = ruled.is_said and asks_words(query.text)
        short = shorten(query, readings, leading, taken.sure, is_said=of_words)
    short = of_holder(query, short, of_role)
    story = opened.stories.story
    others = [of for hit in taken.hits if (of := story(hit.passage.article_id)) is not None]
    # Who followed whom is told by the days: articles do not differ in that.
    differing = () if of_role.in_turn else find_differing(query, readings, chosen, scope, others)
    chosen = find_reports(opened.index, opened.stories, with_differing(chosen, differing))
    of_namesakes = filter(None, [taken.choice.note])
    notes = (*found.notes, *of_order, *of_role.notes, *of_namesakes, *_when_note(query, short))
    those = [each for each in chosen if each.sentence.place in counted]
    of_reports = reports_note(opened.index, put.about, those, is_told_otherwise=bool(differing))
    return _Composed(chosen, short, differing, (*notes, *of_reports))


def _when_note(query: Query, short: Shortened | None) -> tuple[str, ...]:
    """Which day the words are, where it is asked when."""
    if short is None or query.asks is not Asks.TIME:
        return ()
    of = short.chosen
    told = worked_out(short.text, of.sentence.quote, of.story.article.published)
    return (told,) if told else ()
