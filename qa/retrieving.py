"""Find passages for a question. Input: a Query and Filters. Output: Hits, best first."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.models.embedding import Embedder
from index.opening import Index
from qa.fusing import fuse
from qa.passing import articles_passing
from qa.records import Filters, Hit
from qa.understanding import Query

# How many passages each search gives to the fusion: beyond a hundred none came first in the end.
_CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class _Allowed:
    """What the filters let through; None where there is no filter."""

    articles: list[str] | None = None
    passages: list[int] | None = None


def question_vector(embedder: Embedder, query: Query) -> NDArray[np.float32]:
    """(d,) float32, unit length: what the question means."""
    return embedder.embed_question(query.text)


def retrieve(
    index: Index,
    query: Query,
    vector: NDArray[np.float32],
    limit: int,
    filters: Filters,
) -> tuple[Hit, ...]:
    """At most ``limit`` hits, best first by fused score; empty when nothing matches.

    ``vector`` is `question_vector`'s.
    """
    allowed = _allowed(index, filters)
    dense = index.vectors.search(vector, _CANDIDATES, allowed.passages)
    stems = [term.stem for term in query.terms]
    lexical = index.fulltext.search(stems, _CANDIDATES, allowed.articles)
    fused = fuse(dense, lexical)[:limit]
    stored = index.store.passages(id_ for id_, _ in fused)
    by_name = {"dense": dict(dense), "lexical": dict(lexical), "fused": dict(fused)}
    return tuple(
        Hit(
            stored[id_],
            {name: scores[id_] for name, scores in by_name.items() if id_ in scores},
        )
        for id_, _ in fused
        if id_ in stored
    )


def _allowed(index: Index, filters: Filters) -> _Allowed:
    passing = articles_passing(index, filters)
    if passing is None:
        return _Allowed()
    articles = sorted(passing)
    return _Allowed(articles, index.store.passage_ids_of(articles))
