"""The derived index of meaning: FAISS over the passages' vectors. Built from the truth alone.

Exact search (flat) while it is fast enough, approximate (HNSW over 8-bit vectors) beyond: the kind
is chosen by size, and told.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.store import IndexedPassage

# Exact search over 200,000 vectors of 384 takes some 30 ms on one core, a quarter of what a user
# notices; a graph finds about the same passages in 1 ms, but costs minutes to build.
EXACT_UP_TO = 200_000
_CHUNK = 10_000
_HNSW_LINKS = 32
_HNSW_BUILD_WIDTH = 200
_HNSW_SEARCH_WIDTH = 128


class VectorKind(StrEnum):
    """How the vectors are searched."""

    FLAT = "flat"
    HNSW = "hnsw"


def choose_kind(passages: int) -> VectorKind:
    """The kind for an index of so many passages."""
    return VectorKind.FLAT if passages <= EXACT_UP_TO else VectorKind.HNSW


def build_vectors(
    path: Path, passages: Iterable[IndexedPassage], dimension: int, kind: VectorKind
) -> None:
    """Write the index of the passages' vectors to ``path``; none gives an empty index.

    Raises OSError where the file cannot be written.
    """
    inner = _BUILDERS[kind](dimension)
    index = faiss.IndexIDMap2(inner)
    for chunk in _chunks(iter(passages)):
        vectors = np.stack([passage.vector for passage in chunk])
        if not index.is_trained:
            index.train(vectors)
        index.add_with_ids(vectors, np.array([p.id for p in chunk], dtype=np.int64))
    # Through a stream of ours: FAISS's own tells of no error where the last bytes find no room.
    with path.open("wb") as stream:
        faiss.write_index(index, faiss.PyCallbackIOWriter(stream.write))


class Vectors:
    """An opened index of meaning. Safe to search from threads."""

    def __init__(self, path: Path) -> None:
        """Raises RuntimeError, FAISS's own, where the file is not one of FAISS's."""
        self._index = faiss.read_index(str(path))

    @property
    def ids(self) -> set[int]:
        """The passages it holds."""
        return set(faiss.vector_to_array(self._index.id_map).tolist())

    def search(
        self, question: NDArray[np.float32], limit: int, among: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage id, cosine), best first, ties in id order.

        ``question`` is (d,) float32, unit length. ``among`` restricts the search to those passages.
        """
        limit = min(limit, self._index.ntotal, self._index.ntotal if among is None else len(among))
        if limit < 1:
            return []
        graph = faiss.downcast_index(self._index.index)
        if not isinstance(graph, faiss.IndexHNSW):
            found = _search(self._index, question, limit, _selected(among))
        elif among is None:
            widely = faiss.SearchParametersHNSW(efSearch=_HNSW_SEARCH_WIDTH)
            found = _search(self._index, question, limit, widely)
        else:
            # A graph's links seldom lead to a few chosen vectors: those are compared one by one.
            ids = faiss.vector_to_array(self._index.id_map)
            places = np.flatnonzero(np.isin(ids, among))
            chosen = _search(graph.storage, question, limit, _selected(places))
            found = [(int(ids[place]), score) for place, score in chosen]
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def cosines(self, question: NDArray[np.float32], ids: Iterable[int]) -> dict[int, float]:
        """The cosine of each of these passages with ``question``, (d,) float32, unit length.

        Every id must be in the index; approximate where the kind is.
        """
        wanted = list(ids)
        if not wanted:
            return {}
        vectors = np.stack([self._index.reconstruct(id_) for id_ in wanted])
        return dict(zip(wanted, (vectors @ question).tolist(), strict=True))


def _selected(ids: Sequence[int] | NDArray[np.int64] | None) -> faiss.SearchParameters:
    if ids is None:
        return faiss.SearchParameters()
    return faiss.SearchParameters(sel=faiss.IDSelectorBatch(np.array(ids, dtype=np.int64)))


def _search(
    index: faiss.Index,
    question: NDArray[np.float32],
    limit: int,
    parameters: faiss.SearchParameters,
) -> list[tuple[int, float]]:
    scores, ids = index.search(question[np.newaxis], limit, params=parameters)
    # FAISS pads a short result list with id -1. Drop those here, so no caller ever sees one.
    return [
        (int(id_), float(score)) for id_, score in zip(ids[0], scores[0], strict=True) if id_ != -1
    ]


def _chunks(passages: Iterator[IndexedPassage]) -> Iterator[list[IndexedPassage]]:
    while chunk := list(islice(passages, _CHUNK)):
        yield chunk


def _hnsw(dimension: int) -> faiss.Index:
    index = faiss.IndexHNSWSQ(
        dimension, faiss.ScalarQuantizer.QT_8bit, _HNSW_LINKS, faiss.METRIC_INNER_PRODUCT
    )
    index.hnsw.efConstruction = _HNSW_BUILD_WIDTH
    return index


_BUILDERS = {VectorKind.FLAT: faiss.IndexFlatIP, VectorKind.HNSW: _hnsw}
