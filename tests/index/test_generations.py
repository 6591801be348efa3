"""How a generation is published, and what is left where it is not."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.database import DATABASE
from index.errors import StorageFull
from index.generations import FULLTEXT, VECTORS, publish, sweep
from index.manifest import is_whole, read_manifest
from index.opening import open_index
from index.store import Store
from index.vectors import VectorKind, Vectors
from tests.index.making import contents_of, index_files, town_pages, unsound, write_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of 100 files, whose vectors take more room than any other file it writes."""
    write_files(tmp_path / "news", town_pages(100))
    index_files(tmp_path / "index", [tmp_path / "news"])
    return tmp_path / "index"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = Store(folder)
    yield store
    store.close()


@contextmanager
def _largest_file(limit_bytes: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def _generations(folder: Path) -> set[str]:
    return {f"generations/{path.name}" for path in (folder / "generations").iterdir()}


def test_what_is_published_holds_the_truths_passages(folder: Path, store: Store) -> None:
    manifest = publish(folder, store, 1)
    assert manifest == read_manifest(folder)
    assert is_whole(folder, manifest)
    assert (manifest.generation, manifest.vector_kind) == (1, VectorKind.FLAT)
    assert manifest.passages == len(store.passage_ids(1)) == 400
    assert {path.split("/")[0] for path, _, _ in manifest.files} == {VECTORS, FULLTEXT}
    assert unsound(folder) == []


def test_publishing_reads_nothing_but_the_database(tmp_path: Path) -> None:
    write_files(tmp_path / "news", town_pages(3))
    index_files(tmp_path / "index", [tmp_path / "news"])
    for path in (tmp_path / "news").iterdir():
        path.unlink()
    alone = tmp_path / "alone"
    alone.mkdir()
    (tmp_path / "index" / DATABASE).rename(alone / DATABASE)
    store = Store(alone)
    publish(alone, store, 1)
    store.close()
    assert unsound(alone) == []


def test_the_generation_before_keeps_its_files_and_older_ones_go(
    folder: Path, store: Store
) -> None:
    first = read_manifest(folder)
    second = publish(folder, store, 1)
    assert first
    assert _generations(folder) == {first.folder, second.folder}
    third = publish(folder, store, 1)
    assert _generations(folder) == {second.folder, third.folder}


def test_an_empty_generation_is_published_too(folder: Path, store: Store) -> None:
    manifest = publish(folder, store, 0)
    assert manifest.passages == 0
    assert Vectors(folder / manifest.folder / VECTORS).ids == set()


def test_sweeping_spares_what_is_in_use(folder: Path) -> None:
    manifest = read_manifest(folder)
    assert manifest
    (folder / "generations" / "00000007-left" / FULLTEXT).mkdir(parents=True)
    sweep(folder, manifest, None)
    assert _generations(folder) == {manifest.folder}


# Of the vectors' file the first limit leaves out the half, the second the last block that was
# written, the third the last byte: each of these went unnoticed somewhere on the way.
@pytest.mark.parametrize("lacking", [0.5, 4_000, 100, 1])
def test_a_file_that_finds_no_room_for_its_end_is_never_put_in_force(
    folder: Path, store: Store, lacking: float
) -> None:
    before, held = read_manifest(folder), contents_of(folder)
    assert before
    size = (folder / before.folder / VECTORS).stat().st_size
    store.counts(1)  # the database's own files are made before room is short
    room = int(size * lacking) if lacking < 1 else size - int(lacking)
    with _largest_file(room), pytest.raises(StorageFull):
        publish(folder, store, 1)
    assert read_manifest(folder) == before
    assert is_whole(folder, before)
    assert _generations(folder) == {before.folder}
    assert contents_of(folder) == held
    assert open_index(folder).vectors.ids == store.passage_ids(1)
    publish(folder, store, 1)
    assert unsound(folder) == []
