"""Answer a question. Input: a question, with those before it. Output: a cited Answer.

understand -> retrieve, fuse -> choose, read, weigh, rerank -> compose, find reports, cite
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.errors import ArticleMissing, InvalidRequest
from index.models.embedding import Embedder
from index.opening import Index, LiveIndex
from index.records import Article
from qa.choosing import Chooser
from qa.citing import cite, cited_text
from qa.composing import DEFAULT_SENTENCES, compose
from qa.confidence import confidence
from qa.reader.network import Reader
from qa.reading import read
from qa.records import Answer, ArticleText, Filters, FoundPassage, Hit
from qa.reports import find_reports
from qa.reranking import rerank
from qa.retrieving import question_vector, retrieve
from qa.settings import QaSettings
from qa.shortening import shorten
from qa.stories import Stories
from qa.understanding import understand
from qa.weighing import Weigher
from qa.weights import Weights

NO_ANSWER = "The articles do not answer this."
NO_FILTERS = Filters()
MOST_SENTENCES = 20
MOST_PASSAGES = 100
_DEFAULT_PASSAGES = 10
# On the questions that the weights are fitted on, a right passage comes first for .871, .881, .884,
# .885 and .888 of them when 3, 5, 6, 8 and 10 are read (.804 for the search alone); each costs 7 ms
# on two cores.
HITS_READ = 6


@dataclass(frozen=True, slots=True)
class _Opened:
    """What goes with one generation of the index."""

    index: Index
    stories: Stories
    chooser: Chooser


class Engine:
    """Answers from one index folder's newest generation. Safe to use from threads."""

    def __init__(
        self,
        live: LiveIndex,
        embedder: Embedder,
        reader: Reader,
        weights: Weights,
        settings: QaSettings,
    ) -> None:
        self._live, self._embedder, self._reader = live, embedder, reader
        self._weights, self._settings = weights, settings
        self._weigher = Weigher(weights.sentence, weights.sentence_bias)
        self._opened = self._open(live.current())

    @property
    def index(self) -> Index:
        """The generation that the next question is answered from."""
        return self._current().index

    @property
    def embedder(self) -> Embedder:
        """The model that the index was made with, opened."""
        return self._embedder

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        limit: int | None = None,
        filters: Filters = NO_FILTERS,
    ) -> Answer:
        """The answer, of at most ``limit`` sentences (four unless told), or an abstention.

        ``history`` holds the earlier questions of the conversation, oldest first. The same question
        over the same index gives the same answer. Raises InvalidRequest.
        """
        most = _checked(limit, DEFAULT_SENTENCES, MOST_SENTENCES)
        began = time.perf_counter()
        opened = self._current()
        with opened.index.store.snapshot():
            query = understand(question, history, opened.index.fulltext)
            vector = question_vector(self._embedder, query)
            hits = retrieve(opened.index, query, vector, _DEFAULT_PASSAGES, filters)
            retrieved = time.perf_counter()
            choice = opened.chooser.choose(query, vector, hits[:HITS_READ])
            passages = read(self._reader, choice.query, choice.passages)
            candidates = [each for passage in passages for each in passage.candidates]
            readings = self._weigher.weigh(choice.query, candidates)
            sure = confidence(self._weights.calibration, choice.query, hits[:HITS_READ], readings)
            hits = rerank(hits, passages, self._weights.passage)
            reranked = time.perf_counter()
            abstained = not readings or sure < self._settings.threshold
            chosen = () if abstained else compose(query, readings, most)
            sentences, citations = cite(find_reports(opened.index, opened.stories, chosen))
            found = _found(opened, hits)
        ended = time.perf_counter()
        return Answer(
            question=question,
            abstained=abstained,
            confidence=sure,
            answer=NO_ANSWER if abstained else cited_text(sentences),
            short_answer=shorten(readings, citations, sure),
            sentences=sentences,
            citations=citations,
            passages=found,
            timings_ms={
                "retrieve": 1000 * (retrieved - began),
                "rerank": 1000 * (reranked - retrieved),
                "compose": 1000 * (ended - reranked),
                "total": 1000 * (ended - began),
            },
        )

    def search(
        self, question: str, *, limit: int | None = None, filters: Filters = NO_FILTERS
    ) -> tuple[FoundPassage, ...]:
        """At most ``limit`` passages (ten unless told), best first. Raises InvalidRequest."""
        most = _checked(limit, _DEFAULT_PASSAGES, MOST_PASSAGES)
        opened = self._current()
        with opened.index.store.snapshot():
            query = understand(question, (), opened.index.fulltext)
            vector = question_vector(self._embedder, query)
            return _found(opened, retrieve(opened.index, query, vector, most, filters))

    def article_text(self, article_id: str) -> ArticleText:
        """The article with its document. Raises ArticleMissing."""
        index = self.index
        with index.store.snapshot():
            article = index.store.article(article_id, index.generation)
            document = (
                index.store.document(article.document_id, index.generation) if article else None
            )
        if article is None or document is None:
            raise _no_article(article_id)
        return ArticleText(article, document)

    def articles(
        self,
        after: str = "",
        limit: int = -1,
        *,
        outlets: Sequence[str] = (),
        published_from: date | None = None,
        published_to: date | None = None,
    ) -> list[tuple[Article, str]]:
        """At most ``limit`` (-1: all) articles that pass every filter given, with their uris, by
        uri and place, following the one with id ``after`` (from the first for an empty one).

        Raises ArticleMissing for an ``after`` that is not there.
        """
        index = self.index
        if after and index.store.article(after, index.generation) is None:
            raise _no_article(after)
        return index.store.articles(
            index.generation,
            after,
            limit,
            outlets=outlets,
            published_from=published_from,
            published_to=published_to,
        )

    def _current(self) -> _Opened:
        index = self._live.current()
        if index is not self._opened.index:
            self._opened = self._open(index)
        return self._opened

    def _open(self, index: Index) -> _Opened:
        stories = Stories(index)
        return _Opened(index, stories, Chooser(index, stories))


def _found(opened: _Opened, hits: Sequence[Hit]) -> tuple[FoundPassage, ...]:
    store, generation = opened.index.store, opened.index.generation
    # Several hits are often of one document, which may be long: each is read once.
    documents = {
        id_: store.document(id_, generation) for id_ in {hit.passage.document_id for hit in hits}
    }
    found = []
    for hit in hits:
        story = opened.stories.story(hit.passage.article_id)
        document = documents[hit.passage.document_id]
        if story and document:
            text = document.text[hit.passage.start : hit.passage.end]
            found.append(FoundPassage(hit, text, story.article, story.uri))
    return tuple(found)


def _no_article(article_id: str) -> ArticleMissing:
    return ArticleMissing(
        f"There is no article {article_id!r} in the index.",
        "It may have been removed or replaced: list the articles, or ask again.",
    )


def _checked(limit: int | None, default: int, most: int) -> int:
    if limit is None:
        return default
    if not 1 <= limit <= most:
        raise InvalidRequest(f"The limit {limit} is not between 1 and {most}.", "Change it.")
    return limit
