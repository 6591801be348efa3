"""Opening an index: what is noticed, what is rebuilt, and who is served meanwhile."""

import logging
import shutil
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.analysis import stems
from index.database import DATABASE
from index.errors import IndexBusy, IndexDamaged, IndexForeign, IndexMissing
from index.locking import writer_lock
from index.manifest import files_in, read_manifest, write_manifest
from index.opening import Index, LiveIndex, open_index
from index.records import Counts, Fact
from index.storing import Writer
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    WordEmbedder,
    contents,
    contents_of,
    index_files,
    town_pages,
    unsound,
    write_files,
)

Answers = tuple[list[tuple[int, float]], list[tuple[int, float]]]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})


@pytest.fixture
def folder(tmp_path: Path, news: Path) -> Path:
    """An index of two files, an article and a passage in each."""
    index_files(tmp_path / "index", [news])
    return tmp_path / "index"


def _answers(index: Index) -> Answers:
    """What both derived indexes find for one question, with the scores."""
    question = "When will the night buses of Ostmark run?"
    vector = WordEmbedder().embed_question(question)
    return index.vectors.search(vector, 5), index.fulltext.search(stems(question), 5)


def _largest(folder: Path, pattern: str) -> Path:
    return max(folder.glob(f"generations/*/{pattern}"), key=lambda path: path.stat().st_size)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "vectors cut short": lambda folder: _cut(_largest(folder, "vectors.faiss")),
    "a byte of the vectors flipped": lambda folder: _flip(_largest(folder, "vectors.faiss")),
    "vectors of somebody else's": lambda folder: _largest(folder, "vectors.faiss").write_text("x"),
    "vectors gone": lambda folder: _largest(folder, "vectors.faiss").unlink(),
    "words cut short": lambda folder: _cut(_largest(folder, "fulltext/*.term")),
    "a byte of the words flipped": lambda folder: _flip(_largest(folder, "fulltext/*.idx")),
    "words' own list emptied": lambda folder: _largest(folder, "fulltext/meta.json").write_text(""),
    "words gone": lambda folder: shutil.rmtree(_largest(folder, "fulltext")),
    "names cut short": lambda folder: _cut(_largest(folder, "lexicon.json")),
    "names gone": lambda folder: _largest(folder, "lexicon.json").unlink(),
    "generations gone": lambda folder: shutil.rmtree(folder / "generations"),
    "manifest gone": lambda folder: (folder / "manifest.json").unlink(),
    "manifest cut short": lambda folder: _cut(folder / "manifest.json"),
}


def test_what_is_opened_is_the_generation_in_force(folder: Path) -> None:
    index = open_index(folder)
    assert index.generation == 1
    assert index.vectors.ids == index.fulltext.ids == index.store.passage_ids(1)


def test_a_sound_index_is_opened_without_being_touched(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    open_index(folder).store.close()
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert {path: after[path] for path in before if path.name != "citewire.sqlite-shm"} == {
        path: time for path, time in before.items() if path.name != "citewire.sqlite-shm"
    }


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_rebuilt_and_answers_the_same(
    folder: Path, news: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    sound = open_index(folder)
    before, held = _answers(sound), contents(sound)
    # Neither a file nor a model is needed: the files are gone, and nothing here knows a model.
    shutil.rmtree(news)
    DAMAGES[damage](folder)
    with caplog.at_level(logging.WARNING):
        rebuilt = open_index(folder)
    assert "not whole: rebuilding" in caplog.text
    assert (_answers(rebuilt), contents(rebuilt)) == (before, held)
    assert rebuilt.generation == 1
    assert unsound(folder) == []


def test_derived_indexes_of_another_index_are_rebuilt(
    folder: Path, tmp_path: Path, news: Path
) -> None:
    before = _answers(open_index(folder))
    others = write_files(tmp_path / "others", town_pages(2))
    index_files(tmp_path / "theirs", [others])
    shutil.rmtree(folder / "generations")
    shutil.copytree(tmp_path / "theirs" / "generations", folder / "generations")
    shutil.copy(tmp_path / "theirs" / "manifest.json", folder)
    assert _answers(open_index(folder)) == before
    assert unsound(folder) == []


@pytest.mark.parametrize("name", ["vectors.faiss", "lexicon.json"])
def test_derived_indexes_that_are_whole_but_cannot_be_opened_are_rebuilt(
    folder: Path, name: str
) -> None:
    # As another version of FAISS, of tantivy or of this may have written them.
    index = open_index(folder)
    before = _answers(index)
    (folder / index.manifest.folder / name).write_bytes(b"another version's")
    files = files_in(folder / index.manifest.folder)
    write_manifest(folder, replace(index.manifest, files=files))
    assert _answers(open_index(folder)) == before
    assert unsound(folder) == []


def test_a_rebuilt_index_is_opened_the_next_time_as_it_is(folder: Path) -> None:
    DAMAGES["vectors gone"](folder)
    open_index(folder)
    rebuilt = read_manifest(folder)
    open_index(folder)
    assert read_manifest(folder) == rebuilt


def test_what_a_killed_run_left_behind_is_not_published_by_a_rebuild(
    folder: Path, news: Path
) -> None:
    before, first = contents_of(folder), read_manifest(folder)
    assert first
    write_files(news, {"c.txt": HARBOUR_PAGE.replace("Monday", "Friday")})
    index_files(folder, [news])
    # As if the second run had been killed before it put its manifest in force.
    write_manifest(folder, first)
    writer = Writer(folder)
    with writer.transaction():
        writer.set_fact(Fact.PUBLISHED, "1")
    writer.close()
    DAMAGES["vectors gone"](folder)
    assert contents_of(folder) == before


def test_a_run_killed_right_after_its_manifest_was_in_force_has_published(
    folder: Path, news: Path
) -> None:
    write_files(news, {"c.txt": HARBOUR_PAGE.replace("Monday", "Friday")})
    index_files(folder, [news])
    after = contents_of(folder)
    writer = Writer(folder)
    with writer.transaction():
        writer.set_fact(Fact.PUBLISHED, "1")
    writer.close()
    DAMAGES["vectors gone"](folder)
    assert contents_of(folder) == after


def test_a_rebuild_waits_for_no_writer(folder: Path) -> None:
    DAMAGES["vectors gone"](folder)
    with writer_lock(folder), pytest.raises(IndexBusy):
        open_index(folder)
    assert open_index(folder).generation == 1


def test_no_folder_and_an_empty_one_hold_no_index(tmp_path: Path) -> None:
    for name in ("nowhere", ""):
        with pytest.raises(IndexMissing, match="There is no index in") as caught:
            open_index(tmp_path / name)
        assert caught.value.remedy.startswith("Build one: citewire index")
    assert list(tmp_path.iterdir()) == []


def test_an_index_that_was_never_published_is_missing(tmp_path: Path) -> None:
    write_files(tmp_path / "news", {"a.txt": ""})
    index_files(tmp_path / "index", [tmp_path / "news"])
    with pytest.raises(IndexMissing, match="was never finished"):
        open_index(tmp_path / "index")


def test_a_folder_of_somebody_elses_is_foreign(tmp_path: Path) -> None:
    theirs = sqlite3.connect(tmp_path / DATABASE)
    theirs.execute("CREATE TABLE birds (name)")
    theirs.close()
    with pytest.raises(IndexForeign):
        open_index(tmp_path)


def test_a_damaged_truth_is_told_and_not_guessed_around(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"x" * 10_000)
    for name in ("citewire.sqlite-wal", "citewire.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    with pytest.raises(IndexDamaged):
        open_index(folder)


def test_an_opened_index_stays_what_it_is_while_newer_ones_are_published(
    folder: Path, news: Path
) -> None:
    old = open_index(folder)
    before, held = _answers(old), contents(old)
    write_files(news, {"a.txt": BUSES_PAGE.replace("Tuesday", "Sunday")})
    index_files(folder, [news])
    assert (_answers(old), contents(old)) == (before, held)
    assert contents_of(folder) != held
    write_files(news, {"b.txt": HARBOUR_PAGE.replace("Monday", "Friday")})
    index_files(folder, [news])
    # Its passages' texts may be forgotten by now; it still finds them, and nothing raises.
    assert _answers(old) == before
    contents(old)


def test_a_live_index_goes_on_to_what_is_published(folder: Path, news: Path) -> None:
    live = LiveIndex(folder)
    old = live.current()
    assert live.current() is old
    write_files(news, {"c.txt": HARBOUR_PAGE.replace("Monday", "Friday")})
    index_files(folder, [news])
    new = live.current()
    assert (old.generation, new.generation) == (1, 2)
    assert live.current() is new
    assert (old.store.counts(1), new.store.counts(2)) == (Counts(2, 2, 2), Counts(3, 3, 3))
    assert len(_answers(old)[0]) == 2
    assert len(_answers(new)[0]) == 3


def test_a_live_index_serves_what_it_has_while_the_folder_is_broken(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveIndex(folder)
    old = live.current()
    with writer_lock(folder), caplog.at_level(logging.WARNING):
        # Gone, and not to be rebuilt while somebody writes.
        (folder / "manifest.json").unlink()
        assert live.current() is old
    assert "cannot be opened yet" in caplog.text
    assert live.current() is not old
    assert _answers(live.current()) == _answers(old)


def test_a_live_index_raises_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        LiveIndex(tmp_path)


def test_readers_never_fail_while_a_writer_publishes(folder: Path, news: Path) -> None:
    live, stop = LiveIndex(folder), threading.Event()
    failures: list[BaseException] = []
    seen: list[list[int]] = [[], [], []]

    def read(generations: list[int]) -> None:
        try:
            while not stop.is_set():
                index = live.current()
                generations.append(index.generation)
                _check_consistent(index)
        except BaseException as error:  # noqa: BLE001  # told by the test
            failures.append(error)

    readers = [threading.Thread(target=read, args=[generations]) for generations in seen]
    for reader in readers:
        reader.start()
    try:
        # A published generation may be swept two later, while a slow reader is still at it.
        for number, (name, text) in enumerate(town_pages(12).items()):
            write_files(
                news, {name: text, "a.txt": HARBOUR_PAGE.replace("Monday", f"day {number}")}
            )
            index_files(folder, [news])
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert failures == []
    assert live.current().generation == 13
    assert all(generations == sorted(generations) for generations in seen)
    assert len({generation for generations in seen for generation in generations}) > 2


def _check_consistent(index: Index) -> None:
    found, worded = _answers(index)
    assert found
    assert worded
    ids = {id_ for id_, _ in (*found, *worded)}
    assert ids <= index.vectors.ids
    for passage in index.store.passages(ids).values():
        document = index.store.document(passage.document_id, index.generation)
        if document:  # else forgotten by a newer generation than the one after this
            assert document.text[passage.start : passage.end].strip()


def test_an_index_serves_threads_with_a_store_each(folder: Path) -> None:
    index = open_index(folder)
    stores = [index.store, index.store]

    def note() -> None:
        stores.append(index.store)
        assert index.store.counts(1) == Counts(2, 2, 2)

    thread = threading.Thread(target=note)
    thread.start()
    thread.join()
    assert stores[0] is stores[1]
    assert stores[2] is not stores[0]
