"""Search by meaning, exact and approximate."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from index.records import VectorKind
from index.store import IndexedPassage
from index.vectors import EXACT_UP_TO, Vectors, build_vectors, choose_kind, update_vectors

KINDS = list(VectorKind)


def _units(count: int, dimension: int = 32, seed: int = 7) -> NDArray[np.float32]:
    drawn = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def _built(path: Path, rows: NDArray[np.float32], kind: VectorKind, first_id: int = 1) -> Vectors:
    passages = [IndexedPassage(first_id + i, "a", "T", "t", row) for i, row in enumerate(rows)]
    build_vectors(path, passages, rows.shape[1], kind)
    return Vectors(path)


def test_the_nearest_come_first_with_their_cosines(tmp_path: Path) -> None:
    rows = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    vectors = _built(tmp_path / "v", rows, VectorKind.FLAT, first_id=10)
    found = vectors.search(np.array([1, 0], dtype=np.float32), 3)
    assert [id_ for id_, _ in found] == [10, 12, 11]
    assert [cosine for _, cosine in found] == pytest.approx([1, 0.6, 0])


def test_ties_come_in_id_order(tmp_path: Path) -> None:
    rows = np.array([[0, 1], [1, 0], [1, 0], [1, 0]], dtype=np.float32)
    vectors = _built(tmp_path / "v", rows, VectorKind.FLAT)
    assert [id_ for id_, _ in vectors.search(rows[1], 4)] == [2, 3, 4, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_vector_finds_itself_first(tmp_path: Path, kind: VectorKind) -> None:
    rows = _units(400)
    vectors = _built(tmp_path / "v", rows, kind)
    assert [vectors.search(row, 1)[0][0] for row in rows] == list(range(1, 401))


def test_the_graph_finds_the_same_first_as_the_exact_search(tmp_path: Path) -> None:
    rows, questions = _units(400), _units(50, seed=8)
    exact = _built(tmp_path / "flat", rows, VectorKind.FLAT)
    graph = _built(tmp_path / "hnsw", rows, VectorKind.HNSW)
    for question in questions:
        (one, cosine), (other, about) = (v.search(question, 1)[0] for v in (exact, graph))
        # Eight bits a number: two passages closer than that may change places.
        assert one == other or about == pytest.approx(cosine, abs=0.01)
    agreeing = sum(exact.search(q, 1)[0][0] == graph.search(q, 1)[0][0] for q in questions)
    assert agreeing >= 48


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("chosen", [1, 5, 50])
def test_among_restricts_the_search_and_loses_nobody(
    tmp_path: Path, kind: VectorKind, chosen: int
) -> None:
    rows, question = _units(3_000), _units(1, seed=9)[0]
    vectors = _built(tmp_path / "v", rows, kind)
    among = np.random.default_rng(chosen).choice(3_000, chosen, replace=False) + 1
    found = vectors.search(question, chosen, among.tolist())
    assert sorted(id_ for id_, _ in found) == sorted(among.tolist())
    cosines = [float(rows[id_ - 1] @ question) for id_, _ in found]
    assert [score for _, score in found] == pytest.approx(cosines, abs=0.02)
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)


@pytest.mark.parametrize("kind", KINDS)
def test_among_nobody_finds_nobody(tmp_path: Path, kind: VectorKind) -> None:
    rows = _units(5)
    vectors = _built(tmp_path / "v", rows, kind)
    assert vectors.search(rows[0], 3, []) == []
    assert vectors.search(rows[0], 3, [99]) == []
    assert [id_ for id_, _ in vectors.search(rows[0], 3, [99, 2])] == [2]


@pytest.mark.parametrize("kind", KINDS)
def test_a_limit_beyond_all_gives_all(tmp_path: Path, kind: VectorKind) -> None:
    rows = _units(5)
    vectors = _built(tmp_path / "v", rows, kind)
    assert sorted(id_ for id_, _ in vectors.search(rows[0], 100)) == [1, 2, 3, 4, 5]
    assert vectors.search(rows[0], 0) == []


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_the_passages_it_holds(tmp_path: Path, kind: VectorKind) -> None:
    assert _built(tmp_path / "v", _units(3), kind, first_id=1_000).ids == {1_000, 1_001, 1_002}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_index_finds_nothing(tmp_path: Path, kind: VectorKind) -> None:
    vectors = _built(tmp_path / "v", np.zeros((0, 32), dtype=np.float32), kind)
    assert vectors.ids == set()
    assert vectors.search(_units(1)[0], 5) == []
    assert vectors.search(_units(1)[0], 5, [1]) == []


@pytest.mark.parametrize(("kind", "within"), [(VectorKind.FLAT, 1e-6), (VectorKind.HNSW, 0.02)])
def test_cosines_of_named_passages_are_those_of_their_vectors(
    tmp_path: Path, kind: VectorKind, within: float
) -> None:
    rows = _units(40)
    vectors = _built(tmp_path / "v", rows, kind)
    found = vectors.cosines(rows[0], [7, 1])
    assert list(found) == [7, 1]
    assert found[1] == pytest.approx(1, abs=within)
    assert found[7] == pytest.approx(float(rows[6] @ rows[0]), abs=within)
    assert vectors.cosines(rows[0], []) == {}


def test_the_kind_is_chosen_by_size() -> None:
    assert choose_kind(0) is VectorKind.FLAT
    assert choose_kind(EXACT_UP_TO) is VectorKind.FLAT
    assert choose_kind(EXACT_UP_TO + 1) is VectorKind.HNSW


def test_a_file_of_somebody_elses_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "v").write_bytes(b"no index")
    with pytest.raises(RuntimeError):
        Vectors(tmp_path / "v")


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        build_vectors(tmp_path / "nowhere" / "v", [], 32, VectorKind.FLAT)


ROWS = _units(2_000, seed=11)


def _passages(ids: Iterable[int]) -> list[IndexedPassage]:
    return [IndexedPassage(id_, "a", "T", "t", ROWS[id_]) for id_ in sorted(ids)]


def _written(path: Path, ids: Iterable[int], kind: VectorKind) -> Path:
    build_vectors(path, _passages(ids), ROWS.shape[1], kind)
    return path


@pytest.mark.parametrize("seed", range(8))
def test_an_exact_index_made_in_steps_is_the_one_built_at_once(tmp_path: Path, seed: int) -> None:
    random, ids, newest = Random(seed), set(range(100)), 99
    current = _written(tmp_path / "0", ids, VectorKind.FLAT)
    for number in range(1, 10):
        ids -= set(random.sample(sorted(ids), random.randint(0, len(ids))))
        added = random.randint(0, 80)
        ids |= set(range(newest + 1, newest + added + 1))
        newest += added
        following = tmp_path / str(number)
        assert update_vectors(following, current, ids, _passages)
        whole = _written(tmp_path / "whole", ids, VectorKind.FLAT)
        assert following.read_bytes() == whole.read_bytes()
        current = following


def test_an_exact_index_keeps_to_the_order_of_ids(tmp_path: Path) -> None:
    # A page that was taken away and came back before its passages were forgotten.
    base = _written(tmp_path / "old", {1, 2, 4}, VectorKind.FLAT)
    assert not update_vectors(tmp_path / "new", base, {1, 2, 3, 4}, _passages)
    assert not (tmp_path / "new").exists()
    assert update_vectors(tmp_path / "new", base, {1, 2, 3}, _passages)


@pytest.mark.parametrize("kind", KINDS)
def test_an_index_that_another_is_made_from_stays_as_it_is(
    tmp_path: Path, kind: VectorKind
) -> None:
    base = _written(tmp_path / "old", range(200), kind)
    before = base.read_bytes()
    assert update_vectors(tmp_path / "new", base, set(range(10, 300)), _passages)
    assert base.read_bytes() == before


def _steps_of_the_graph(folder: Path) -> tuple[Vectors, set[int]]:
    """An index of 1,000 passages, come to in ten steps, and their ids."""
    ids, current = set(range(1_000)), _written(folder / "0", range(1_000), VectorKind.HNSW)
    for number in range(1, 11):
        leaving = set(Random(number).sample(sorted(ids), 10))
        ids = ids - leaving | set(range(990 + 10 * number, 1_000 + 10 * number))
        assert update_vectors(folder / str(number), current, ids, _passages)
        current = folder / str(number)
    return Vectors(current), ids


def test_a_graph_holds_and_finds_what_is_there_and_nothing_that_was_removed(
    tmp_path: Path,
) -> None:
    vectors, ids = _steps_of_the_graph(tmp_path)
    assert vectors.ids == ids
    for id_ in range(1_100):
        found = vectors.search(ROWS[id_], 10)
        assert len(found) == 10
        assert {found_id for found_id, _ in found} <= ids
        assert (found[0][0] == id_) == (id_ in ids)
    removed = sorted(set(range(1_100)) - ids)
    assert len(removed) == 100
    assert vectors.search(ROWS[0], 5, removed) == []
    assert {id_ for id_, _ in vectors.search(ROWS[0], 5, [*removed, *sorted(ids)[:2]])} == set(
        sorted(ids)[:2]
    )
    assert len(vectors.search(ROWS[0], 5_000)) <= len(ids)
    with pytest.raises(RuntimeError):
        vectors.cosines(ROWS[0], removed[:1])


def test_a_graph_made_in_steps_finds_about_what_the_exact_search_finds(tmp_path: Path) -> None:
    vectors, ids = _steps_of_the_graph(tmp_path)
    exact = Vectors(_written(tmp_path / "exact", ids, VectorKind.FLAT))
    agreeing = 0
    for question in _units(50, seed=8):
        wanted, found = (dict(v.search(question, 10)) for v in (exact, vectors))
        agreeing += len(wanted.keys() & found.keys())
        # What reaches beyond the first vectors, which the eight bits were fitted to, is cut.
        assert vectors.cosines(question, wanted) == pytest.approx(wanted, abs=0.06)
        assert {id_: vectors.cosines(question, [id_])[id_] for id_ in found} == pytest.approx(found)
    assert agreeing >= 470


def test_a_graph_with_a_tenth_removed_is_better_built(tmp_path: Path) -> None:
    base = _written(tmp_path / "0", range(400), VectorKind.HNSW)
    assert update_vectors(tmp_path / "1", base, set(range(40, 400)), _passages)
    assert not update_vectors(tmp_path / "2", tmp_path / "1", set(range(41, 400)), _passages)
    assert not (tmp_path / "2").exists()


def test_a_file_that_cannot_be_opened_is_no_start(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"no index")
    assert not update_vectors(tmp_path / "new", tmp_path / "old", {1}, _passages)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_index_takes_passages_in(tmp_path: Path, kind: VectorKind) -> None:
    base = _written(tmp_path / "old", [], kind)
    assert update_vectors(tmp_path / "new", base, {3, 5}, _passages)
    vectors = Vectors(tmp_path / "new")
    assert vectors.ids == {3, 5}
    assert vectors.search(ROWS[5], 1)[0][0] == 5
