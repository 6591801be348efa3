"""How a generation is published, and what is left where it is not."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from index import generations
from index.analysis import stems
from index.database import DATABASE
from index.errors import StorageFull
from index.generations import FULLTEXT, LEXICON, VECTORS, publish, sweep
from index.manifest import is_whole, read_manifest
from index.opening import open_index
from index.records import Fact, VectorKind
from index.store import Store
from index.storing import Writer
from index.vectors import Vectors
from tests.index.making import (
    WordEmbedder,
    contents_of,
    index_files,
    town_pages,
    unsound,
    write_files,
)


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
    assert {path.split("/")[0] for path, _, _ in manifest.files} == {
        VECTORS,
        FULLTEXT,
        LEXICON,
    }
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


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was built whole from now on, instead of from what was there."""
    names: list[str] = []
    for name in ("build_vectors", "build_fulltext"):
        build = getattr(generations, name)

        def noted(*arguments: object, name: str = name, build: Any = build) -> None:
            names.append(name)
            build(*arguments)

        monkeypatch.setattr(generations, name, noted)
    return names


def _change(folder: Path, number: int = 3) -> Path:
    """The files that the index was made from, one of them another now, which gives a passage and
    takes one away, or a few."""
    text = town_pages(100)[f"town-{number:03d}.txt"].replace("Monday", "Friday")
    return write_files(folder.parent / "news", {f"town-{number:03d}.txt": text})


def _answers(folder: Path) -> list[list[tuple[int, float]]]:
    index = open_index(folder)
    question = "Which town would build a bridge on Friday?"
    vector = WordEmbedder().embed_question(question)
    return [index.vectors.search(vector, 20), index.fulltext.search(stems(question), 20)]


def test_a_small_change_is_made_to_what_was_there(folder: Path, built: list[str]) -> None:
    before = read_manifest(folder)
    index_files(folder, [_change(folder)])
    after = read_manifest(folder)
    assert before
    assert after
    assert built == []
    assert after.generation == 2
    assert unsound(folder) == []
    assert is_whole(folder, before)
    shared = set(before.files) & set(after.files)
    assert any(path.endswith(".term") for path, _, _ in shared)
    for path, _, _ in shared:
        if path.endswith(".term"):
            assert (folder / before.folder / path).samefile(folder / after.folder / path)


def test_what_was_changed_answers_like_what_is_built(folder: Path, built: list[str]) -> None:
    for number in range(4):
        index_files(folder, [_change(folder, number)])
    assert built == []
    changed = _answers(folder)
    (folder / "manifest.json").unlink()
    found = _answers(folder)
    assert built == ["build_vectors", "build_fulltext"]
    for one, other in zip(changed, found, strict=True):
        assert [id_ for id_, _ in one] == [id_ for id_, _ in other]
        assert [s for _, s in one] == pytest.approx([s for _, s in other], rel=1e-3)


def test_the_generation_in_force_is_built_when_it_is_published_again(
    folder: Path, store: Store, built: list[str]
) -> None:
    publish(folder, store, 1)
    assert built == ["build_vectors", "build_fulltext"]


def test_nothing_is_made_from_what_is_damaged(folder: Path, built: list[str]) -> None:
    manifest = read_manifest(folder)
    assert manifest
    vectors = folder / manifest.folder / VECTORS
    content = bytearray(vectors.read_bytes())
    content[len(content) // 2] ^= 0xFF
    vectors.write_bytes(content)
    index_files(folder, [_change(folder)])
    assert built == ["build_vectors", "build_fulltext"]
    assert unsound(folder) == []


@pytest.mark.parametrize(("fact", "value"), [(Fact.INDEX_ID, "other"), (Fact.PUBLISHED, "0")])
def test_nothing_is_made_from_what_another_database_gave(
    folder: Path, store: Store, built: list[str], fact: Fact, value: str
) -> None:
    # As where the database is a copy put back, whose ids may be other passages' by now.
    writer = Writer(folder)
    with writer.transaction():
        writer.set_fact(fact, value)
    writer.close()
    publish(folder, store, 2)
    assert built == ["build_vectors", "build_fulltext"]


def test_vectors_of_another_kind_are_built(
    folder: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "choose_kind", lambda passages: VectorKind.HNSW)
    index_files(folder, [_change(folder, 3)])
    assert built == ["build_vectors"]
    index_files(folder, [_change(folder, 4)])
    assert built == ["build_vectors"]
    assert unsound(folder) == []


def test_a_change_that_finds_no_room_is_never_put_in_force(
    folder: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, held = read_manifest(folder), contents_of(folder)
    assert before
    news = _change(folder)

    def full(*arguments: object) -> None:
        raise ValueError("An IO error occurred: No space left on device")

    monkeypatch.setattr(generations, "update_fulltext", full)
    with pytest.raises(StorageFull):
        index_files(folder, [news])
    assert (read_manifest(folder), contents_of(folder)) == (before, held)
    assert is_whole(folder, before)
    assert _generations(folder) == {before.folder}
    monkeypatch.undo()
    index_files(folder, [news])
    assert unsound(folder) == []
    assert contents_of(folder) != held
