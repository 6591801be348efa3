"""The derived index of meaning: FAISS over the passages' vectors. Built from the truth alone.

Exact search (flat) while it is fast enough, approximate (HNSW over 8-bit vectors) beyond: the kind
is chosen by size, and told. Nothing can be taken out of a graph: there a passage that was removed
keeps its vector, without its id, until a tenth are such and the graph is built anew.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.records import VectorKind
from index.store import IndexedPassage

# Exact search over 200,000 vectors of 384 takes some 30 ms on one core, a quarter of what a user
# notices; a graph finds about the same passages in 1 ms, but costs minutes to build.
EXACT_UP_TO = 200_000
_CHUNK = 10_000
_HNSW_LINKS = 32
_HNSW_BUILD_WIDTH = 200
_HNSW_SEARCH_WIDTH = 128
# Of 100 nearest, 99.4 are found with no vector removed, 98.3 with a tenth, 93.9 with a quarter
# (210,000 vectors of 384). Building takes two minutes there, adding a thousand less than a second.
_HNSW_MOST_REMOVED = 0.1
_REMOVED = -1


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
    _add(index, passages)
    _write(index, path)


def update_vectors(
    path: Path,
    base: Path,
    wanted: set[int],
    fetch: Callable[[set[int]], Iterable[IndexedPassage]],
) -> bool:
    """Write the index of the ``wanted`` passages' vectors to ``path``, from the one at ``base``, of
    the same kind; ``fetch`` gives the passages that it lacks.

    An exact index comes out byte for byte as if built. False, with nothing written, where it had
    better be built. Raises OSError where the file cannot be written.
    """
    try:
        index = faiss.read_index(str(base))
    except RuntimeError:
        return False
    held = _ids(index)
    ids = set(held[held != _REMOVED].tolist())
    leaving, coming = ids - wanted, wanted - ids
    is_graph = isinstance(faiss.downcast_index(index.index), faiss.IndexHNSW)
    removed = _strike_out(index, leaving) if is_graph else _take_out(index, leaving, coming)
    if not removed:
        return False
    _add(index, fetch(coming))
    _write(index, path)
    return True


def _take_out(index: faiss.Index, leaving: set[int], coming: set[int]) -> bool:
    """Take these vectors out; False where those to come do not belong after all that stay."""
    if leaving:
        index.remove_ids(np.array(sorted(leaving), dtype=np.int64))
    # In order of id, so that FAISS cuts a row of equals where it does in an index that was built.
    return not coming or not index.ntotal or min(coming) > int(_ids(index)[-1])


def _strike_out(index: faiss.Index, leaving: set[int]) -> bool:
    """Take the ids of these vectors away; False where too many would be without."""
    ids = _ids(index)
    ids[np.isin(ids, np.array(sorted(leaving), dtype=np.int64))] = _REMOVED
    faiss.copy_array_to_vector(ids, index.id_map)
    return int(np.count_nonzero(ids == _REMOVED)) <= _HNSW_MOST_REMOVED * len(ids)


def _ids(index: faiss.Index) -> NDArray[np.int64]:
    """The id of each vector, in the order in which they lie."""
    return np.asarray(faiss.vector_to_array(index.id_map), dtype=np.int64)


def _add(index: faiss.Index, passages: Iterable[IndexedPassage]) -> None:
    for chunk in _chunks(iter(passages)):
        vectors = np.stack([passage.vector for passage in chunk])
        if not index.is_trained:
            index.train(vectors)
        index.add_with_ids(vectors, np.array([p.id for p in chunk], dtype=np.int64))


def _write(index: faiss.Index, path: Path) -> None:
    # Through a stream of ours: FAISS's own tells of no error where the last bytes find no room.
    with path.open("wb") as stream:
        faiss.write_index(index, faiss.PyCallbackIOWriter(stream.write))


class Vectors:
    """An opened index of meaning. Safe to search from threads."""

    def __init__(self, path: Path) -> None:
        """Raises RuntimeError, FAISS's own, where the file is not one of FAISS's."""
        self._index = faiss.read_index(str(path))
        self._ids = _ids(self._index)
        self._count = int(np.count_nonzero(self._ids != _REMOVED))

    @property
    def ids(self) -> set[int]:
        """The passages it holds."""
        return set(self._ids[self._ids != _REMOVED].tolist())

    def search(
        self, question: NDArray[np.float32], limit: int, among: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage id, cosine), best first, ties in id order.

        ``question`` is (d,) float32, unit length. ``among`` restricts the search to those passages.
        """
        limit = min(limit, self._count, self._count if among is None else len(among))
        if limit < 1:
            return []
        graph = faiss.downcast_index(self._index.index)
        if not isinstance(graph, faiss.IndexHNSW):
            found = _search(self._index, question, limit, _selected(among))
        elif among is None:
            found = _search(self._index, question, limit, self._widely())
        else:
            # A graph's links seldom lead to a few chosen vectors: those are compared one by one.
            places = np.flatnonzero(np.isin(self._ids, among))
            chosen = _search(graph.storage, question, limit, _selected(places))
            found = [(int(self._ids[place]), score) for place, score in chosen]
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def _widely(self) -> faiss.SearchParameters:
        if self._count == len(self._ids):
            return faiss.SearchParametersHNSW(efSearch=_HNSW_SEARCH_WIDTH)
        # Whatever has an id: the others lead on to their neighbours, and are not found themselves.
        present = faiss.IDSelectorRange(0, np.iinfo(np.int64).max)
        return faiss.SearchParametersHNSW(efSearch=_HNSW_SEARCH_WIDTH, sel=present)

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
