"""Answer one question that stands alone, over one generation. Input: a question. Output: a Part.

understand -> retrieve, narrow -> choose, read, weigh, rerank -> compose, order, find differing
values and reports
"""

import time
from dataclasses import dataclass

from index.models.embedding import Embedder
from index.opening import Index
from qa.choosing import Chooser
from qa.composing import Chosen, compose
from qa.confidence import confidence
from qa.differing import Differing, find_differing
from qa.reader.network import Reader
from qa.reading import read
from qa.records import Filters, Hit
from qa.reports import find_reports
from qa.reranking import rerank
from qa.retrieving import question_vector, retrieve
from qa.shortening import Shortened, shorten
from qa.speech.ordering import in_speech_order
from qa.speech.topics import topics_note
from qa.stories import Stories
from qa.timing.chronicle import Chronicle
from qa.timing.narrowing import find_of_time, narrow
from qa.timing.news import news
from qa.timing.ordering import in_order
from qa.timing.preferring import bearing_time, prefer, without_time
from qa.timing.role_names import asks_role
from qa.timing.roles import holders
from qa.timing.scope import Order
from qa.timing.scoping import time_scope
from qa.understanding import understand
from qa.weighing import Weigher
from qa.weights import Weights

# On the questions that the weights are fitted on, a right passage comes first for .871, .881, .884,
# .885 and .888 of them when 3, 5, 6, 8 and 10 are read (.804 for the search alone); each costs 7 ms
# on two cores.
HITS_READ = 6
PASSAGES_FOUND = 10
# Of a time that is asked about there may be little among the best: so many are looked through.
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
        began = time.perf_counter()
        index, story = opened.index, opened.stories.story
        query = understand(question, index.fulltext, own_text)
        scope = time_scope(query.text, opened.days)
        vector = question_vector(self._embedder, query)
        most = _PASSAGES_OF_A_TIME if scope.words or asks_role(query) else PASSAGES_FOUND
        found = find_of_time(
            scope, lambda allowed: retrieve(index, query, vector, most, allowed), filters
        )
        found, notes = narrow(query, scope, found, story)
        hits = found[:PASSAGES_FOUND]
        query = without_time(query, scope, hits, story)
        retrieved = time.perf_counter()
        choice = opened.chooser.choose(query, vector, hits[:HITS_READ], filters, scope)
        passages = read(self._reader, choice.query, choice.passages)
        candidates = [each for passage in passages for each in passage.candidates]
        candidates = bearing_time(scope, candidates)
        readings = prefer(query, scope, self._weigher.weigh(choice.query, candidates))
        sure = confidence(self._weights.calibration, choice.query, hits[:HITS_READ], readings)
        held, of_roles = holders(query, scope, found, story)
        newest = news(query, scope, found, story, limit)
        if len(held) > 1 or newest:
            # These are read off the articles by rule: however the reader takes it.
            sure = max(sure, self._threshold)
        hits = rerank(hits, passages, self._weights.passage)
        reranked = time.perf_counter()
        chosen: tuple[Chosen, ...] = ()
        short: Shortened | None = None
        differing: tuple[Differing, ...] = ()
        if not readings or sure < self._threshold:
            told = topics_note(index, opened.stories, sorted(choice.speakers))
            notes = (*notes, told) if told else notes
        else:
            chosen, further = in_order(scope, newest or compose(query, readings, limit))
            if choice.speakers and query.asks_speech and scope.order is Order.ANY:
                chosen = in_speech_order(chosen, limit)
            chosen, further = (held, ()) if held else (chosen, further)
            notes = (*notes, *further, *of_roles, *filter(None, [choice.note]))
            is_said = query.asks_speech and bool(choice.speakers)
            short = (
                None
                if newest
                else shorten(query, readings, held[:1] or chosen, sure, is_said=is_said)
            )
            others = [of for hit in hits if (of := story(hit.passage.article_id)) is not None]
            differing = find_differing(query, readings, chosen, scope, others)
            chosen = _with_differing(chosen, differing)
            chosen = find_reports(index, opened.stories, chosen)
        ended = time.perf_counter()
        return Part(
            question=question,
            confidence=sure,
            chosen=chosen,
            short=short,
            differing=differing,
            notes=notes,
            hits=hits,
            spent_ms=(
                1000 * (retrieved - began),
                1000 * (reranked - retrieved),
                1000 * (ended - reranked),
            ),
        )


def _with_differing(
    chosen: tuple[Chosen, ...], differing: tuple[Differing, ...]
) -> tuple[Chosen, ...]:
    """The chosen sentences, and behind them those that say otherwise and are not among them."""
    places = {(each.sentence.article_id, each.sentence.start) for each in chosen}
    others = {
        (each.sentence.article_id, each.sentence.start): each
        for difference in differing
        for _, each in difference.values
    }
    return (*chosen, *(each for place, each in others.items() if place not in places))
