"""The ways of searching that the product is held against, over one index and one embedding model.

Input: an opened index. Output: for each way a system, which gives passages and no answer. All of
them understand the question as the product does: what differs is the search alone.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from eval.documents import MOST_FOUND, names_of
from eval.records import Found, Outcome, Question
from eval.systems.rank_fusion import fuse_by_rank
from index.models.embedding import Embedder
from index.opening import Index
from index.records import StoredPassage
from qa.engine import NO_FILTERS, Engine
from qa.retrieving import question_vector, retrieve
from qa.understanding import Query, understand

# Of each search, what is given to the fusion: as many as the product's own.
_CANDIDATES = 100
_DOCUMENTS_KEPT = 256

Scored = list[tuple[int, float]]
Search = Callable[[Index, Embedder, Query], Scored]


def lexical(index: Index, _: Embedder, query: Query) -> Scored:
    """By words alone (BM25)."""
    return index.fulltext.search([term.stem for term in query.terms], _CANDIDATES)


def dense(index: Index, embedder: Embedder, query: Query) -> Scored:
    """By meaning alone (cosine)."""
    return index.vectors.search(question_vector(embedder, query), _CANDIDATES)


def rrf(index: Index, embedder: Embedder, query: Query) -> Scored:
    """By both, fused by rank."""
    rankings = [search(index, embedder, query) for search in (lexical, dense)]
    return fuse_by_rank([[id_ for id_, _ in ranking] for ranking in rankings])


def fused(index: Index, embedder: Embedder, query: Query) -> Scored:
    """By both, fused as the product does it."""
    vector = question_vector(embedder, query)
    hits = retrieve(index, query, vector, _CANDIDATES, NO_FILTERS)
    return [(hit.passage.id, hit.scores["fused"]) for hit in hits]


SEARCHES: dict[str, Search] = {"lexical": lexical, "dense": dense, "rrf": rrf, "fused": fused}


class Searching:
    """A system that searches and answers nothing."""

    def __init__(self, engine: Engine, search: Search) -> None:
        self._engine, self._index, self._search = engine, engine.index, search
        self._places = Places(self._index)

    def ask(self, question: Question) -> Outcome:
        """What is found; the time is the search's, from the words on."""
        whole = self._engine.completed(question.question, question.history)
        began = time.perf_counter()
        query = understand(whole, self._index.fulltext)
        scored = self._search(self._index, self._engine.embedder, query)
        took_ms = 1000 * (time.perf_counter() - began)
        return Outcome(question, self._places.found(scored, question), None, took_ms)


class Places:
    """Where the passages of one opened index stand."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._document = lru_cache(_DOCUMENTS_KEPT)(self._read)

    def found(self, scored: Sequence[tuple[int, float]], question: Question) -> tuple[Found, ...]:
        """The first twenty of the passages; where the question grades documents, the best passage
        of each of the first twenty documents."""
        stored = self._index.store.passages(id_ for id_, _ in scored)
        known = [(stored[id_], score) for id_, score in scored if id_ in stored]
        ranking = self._best_of_each(known, question) if question.relevance else known
        return tuple(self._found(passage, score) for passage, score in islice(ranking, MOST_FOUND))

    def _best_of_each(
        self, ranking: Iterable[tuple[StoredPassage, float]], question: Question
    ) -> Iterator[tuple[StoredPassage, float]]:
        seen: set[str] = set()
        for passage, score in ranking:
            if passage.document_id not in seen:
                seen.add(passage.document_id)
                uris, _ = self._document(passage.document_id)
                if names_of(uris, question):
                    yield passage, score

    def _found(self, passage: StoredPassage, score: float) -> Found:
        uris, text = self._document(passage.document_id)
        start, end = passage.start, passage.end
        return Found(uris, start, end, text[start:end], score)

    def _read(self, document_id: str) -> tuple[tuple[str, ...], str]:
        store, generation = self._index.store, self._index.generation
        document = store.document(document_id, generation)
        return store.uris(document_id, generation), document.text if document else ""
