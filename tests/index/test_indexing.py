"""Runs of the indexer: what they take in, leave alone, and report."""

import shutil
from pathlib import Path

import pytest

from index.database import DATABASE
from index.errors import IndexBusy, IndexForeign, IndexMissing, ModelUnusable, NothingToIndex
from index.indexing import Indexer
from index.locking import writer_lock
from index.manifest import read_manifest, write_manifest
from index.opening import open_index
from index.records import Counts, Fact
from index.storing import Writer
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    WordEmbedder,
    contents_of,
    index_files,
    town_pages,
    unsound,
    write_files,
)

NONE = Counts()


class Unopened(AssertionError):
    """The model was opened where nothing is to be embedded."""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two files, an article and a passage in each."""
    return write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def _without_model(folder: Path) -> Indexer:
    def refuse(made_with: str | None) -> tuple[str, WordEmbedder]:
        raise Unopened

    return Indexer(folder, refuse)


def test_a_first_run_takes_in_every_file(news: Path, folder: Path) -> None:
    report = index_files(folder, [news])
    assert (report.generation, report.added) == (1, Counts(2, 2, 2))
    assert (report.unchanged, report.removed, report.failed) == (NONE, NONE, ())
    assert contents_of(folder).texts == {
        f"{news}/a.txt": HARBOUR_PAGE,
        f"{news}/b.txt": BUSES_PAGE,
    }
    assert unsound(folder) == []


def test_unchanged_files_are_skipped_and_no_model_is_opened(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    before = read_manifest(folder)
    report = _without_model(folder).run([news])
    assert (report.generation, report.added, report.unchanged) == (1, NONE, Counts(2, 2, 2))
    assert read_manifest(folder) == before


def test_a_changed_file_is_replaced_and_only_its_new_passages_are_embedded(
    news: Path, folder: Path
) -> None:
    index_files(folder, [news])
    write_files(news, {"a.txt": HARBOUR_PAGE.replace("Monday", "Friday")})
    embedder = WordEmbedder()
    report = index_files(folder, [news], embedder)
    assert (report.generation, report.added) == (2, Counts(1, 1, 1))
    assert (report.unchanged, report.removed) == (Counts(1, 1, 1), Counts(1, 1, 1))
    assert len(embedder.embedded) == 1
    assert "on Friday" in contents_of(folder).texts[f"{news}/a.txt"]
    assert len(contents_of(folder).passages) == 2
    assert unsound(folder) == []


def test_passages_that_a_changed_file_keeps_are_not_embedded_again(
    tmp_path: Path, folder: Path
) -> None:
    (name, page), *_ = town_pages(1).items()
    news = write_files(tmp_path / "news", {name: page})
    first = WordEmbedder()
    index_files(folder, [news], first)
    # The last of four passages grows.
    write_files(news, {name: f"{page} So it is."})
    second = WordEmbedder()
    index_files(folder, [news], second)
    assert (len(first.embedded), len(second.embedded)) == (4, 1)
    assert second.embedded[0].endswith("So it is.")
    assert unsound(folder) == []


def test_a_copy_under_another_name_is_the_same_document(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    write_files(news, {"c.txt": HARBOUR_PAGE})
    report = _without_model(folder).run([news])
    assert (report.generation, report.added) == (2, Counts(documents=1))
    index = open_index(folder)
    assert index.store.counts(2) == Counts(2, 2, 2)
    assert [uri for _, uri in index.store.articles(2, "", -1)] == [f"{news}/a.txt", f"{news}/b.txt"]


def test_a_copy_in_the_same_run_is_embedded_once(tmp_path: Path, folder: Path) -> None:
    news = write_files(tmp_path / "news", {f"{n}.txt": HARBOUR_PAGE for n in range(5)})
    embedder = WordEmbedder()
    assert index_files(folder, [news], embedder).added == Counts(5, 1, 1)
    assert len(embedder.embedded) == 1


def test_a_story_that_stands_in_two_files_of_a_run_is_embedded_once(
    tmp_path: Path, folder: Path
) -> None:
    both = f"{HARBOUR_PAGE}\n\n\n{BUSES_PAGE}"
    news = write_files(tmp_path / "news", {"a.txt": both, "b.txt": BUSES_PAGE})
    embedder = WordEmbedder()
    assert index_files(folder, [news], embedder).added == Counts(2, 3, 3)
    assert len(embedder.embedded) == len(set(embedder.embedded)) == 2


def test_a_file_that_is_changed_back_is_what_it_was(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    before = contents_of(folder)
    write_files(news, {"a.txt": BUSES_PAGE.replace("Tuesday", "Sunday")})
    index_files(folder, [news])
    assert contents_of(folder) != before
    write_files(news, {"a.txt": HARBOUR_PAGE})
    report = _without_model(folder).run([news])
    assert report.generation == 3
    assert contents_of(folder) == before
    assert unsound(folder) == []


def test_a_file_changed_back_after_its_text_was_forgotten_is_taken_in_again(
    news: Path, folder: Path
) -> None:
    index_files(folder, [news])
    before = contents_of(folder)
    for day in ("Friday", "Sunday", "Thursday"):
        write_files(news, {"a.txt": HARBOUR_PAGE.replace("Monday", day)})
        index_files(folder, [news])
    write_files(news, {"a.txt": HARBOUR_PAGE})
    index_files(folder, [news])
    assert contents_of(folder) == before
    assert unsound(folder) == []


def test_good_files_are_indexed_and_bad_ones_named(news: Path, folder: Path) -> None:
    (news / "binary.txt").write_bytes(b"\0\1")
    (news / "empty.txt").write_bytes(b"")
    (news / "gone.txt").symlink_to(news / "nowhere")
    report = index_files(folder, [news, news / "missing.txt"])
    assert report.added == Counts(2, 2, 2)
    assert [(failure.uri.rpartition("/")[2], failure.problem.split(" ", 1)[1])
            for failure in report.failed] == [
        ("missing.txt", "does not exist."),
        ("binary.txt", "is a binary file, not text."),
        ("empty.txt", "holds no text."),
        ("gone.txt", "cannot be read: No such file or directory."),
    ]  # fmt: skip
    assert all(failure.remedy for failure in report.failed)


def test_what_a_file_held_stays_while_it_cannot_be_read(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    before = contents_of(folder)
    (news / "a.txt").write_bytes(b"\0")
    report = _without_model(folder).run([news])
    assert ([f.uri for f in report.failed], report.generation) == ([f"{news}/a.txt"], 1)
    assert contents_of(folder) == before


def test_a_run_of_bad_files_alone_publishes_nothing(tmp_path: Path, folder: Path) -> None:
    news = write_files(tmp_path / "news", {"empty.txt": ""})
    report = _without_model(folder).run([news])
    assert (report.generation, len(report.failed)) == (0, 1)
    with pytest.raises(IndexMissing):
        open_index(folder)
    write_files(news, {"a.txt": HARBOUR_PAGE})
    assert index_files(folder, [news]).generation == 1


def test_a_file_of_leftovers_is_a_document_without_passages(tmp_path: Path, folder: Path) -> None:
    news = write_files(tmp_path / "news", {"a.txt": "TT\n20\n"})
    assert index_files(folder, [news]).added == Counts(1, 1, 0)
    assert open_index(folder).vectors.ids == set()
    assert unsound(folder) == []


def test_files_are_added_to_those_of_earlier_runs(news: Path, folder: Path) -> None:
    index_files(folder, [news / "a.txt"])
    index_files(folder, [news / "b.txt"])
    assert set(contents_of(folder).texts) == {f"{news}/a.txt", f"{news}/b.txt"}


def test_many_files_give_the_same_index_in_one_run_and_in_many(tmp_path: Path) -> None:
    pages = town_pages(40)  # 160 passages: three batches
    news = write_files(tmp_path / "news", pages)
    index_files(tmp_path / "one", [news])
    for name in pages:
        index_files(tmp_path / "many", [news / name])
    assert contents_of(tmp_path / "one") == contents_of(tmp_path / "many")
    assert unsound(tmp_path / "many") == []


@pytest.mark.parametrize("path", ["missing", "empty"])
def test_nothing_to_index_is_told(tmp_path: Path, folder: Path, path: str) -> None:
    (tmp_path / "empty").mkdir()
    if path == "empty":
        with pytest.raises(NothingToIndex):
            index_files(folder, [tmp_path / path])
        assert not folder.exists()
    else:
        report = index_files(folder, [tmp_path / path])
        assert [failure.problem for failure in report.failed] == [
            f"{tmp_path}/missing does not exist."
        ]


def test_an_index_within_the_folder_it_is_made_of_is_no_part_of_itself(news: Path) -> None:
    index_files(news / "index", [news])
    report = _without_model(news / "index").run([news])
    assert (report.added, report.unchanged, report.failed) == (NONE, Counts(2, 2, 2), ())


def test_a_folder_of_somebody_elses_is_refused_and_left_alone(news: Path, folder: Path) -> None:
    write_files(folder, {"thesis.doc": "x"})
    with pytest.raises(IndexForeign, match="is not empty and holds no index"):
        index_files(folder, [news])
    assert [path.name for path in folder.iterdir()] == ["thesis.doc"]


def test_a_file_is_no_index_folder(news: Path) -> None:
    with pytest.raises(IndexForeign, match="cannot be an index folder"):
        index_files(news / "a.txt", [news])


def test_a_second_writer_is_told_to_wait(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    with writer_lock(folder), pytest.raises(IndexBusy):
        index_files(folder, [news])
    assert index_files(folder, [news]).unchanged == Counts(2, 2, 2)


def test_vectors_of_other_weights_never_meet(news: Path, folder: Path) -> None:
    index_files(folder, [news / "a.txt"])
    before = contents_of(folder)
    with pytest.raises(ModelUnusable, match="other weights"):
        index_files(folder, [news], WordEmbedder(fingerprint="other"))
    assert contents_of(folder) == before


def test_the_model_is_asked_for_by_the_name_it_was_remembered_under(
    news: Path, folder: Path
) -> None:
    asked: list[str | None] = []

    def open_model(made_with: str | None) -> tuple[str, WordEmbedder]:
        asked.append(made_with)
        return "words", WordEmbedder()

    Indexer(folder, open_model).run([news / "a.txt"])
    Indexer(folder, open_model).run([news / "b.txt"])
    assert asked == [None, "words"]


def test_progress_is_told_in_bytes_and_documents_from_the_first_file_to_the_publishing(
    news: Path, folder: Path
) -> None:
    told: list[tuple[str, int, int, int]] = []
    Indexer(
        folder, lambda made_with: ("words", WordEmbedder()), lambda *step: told.append(step)
    ).run([news])
    first, both = len(HARBOUR_PAGE), len(HARBOUR_PAGE) + len(BUSES_PAGE)
    assert list(dict.fromkeys(told)) == [
        ("Reading and embedding", 0, both, 0),
        ("Reading and embedding", first, both, 1),
        ("Reading and embedding", both, both, 2),
        ("Loading the embedding model", 0, 1, 2),
        ("Loading the embedding model", 1, 1, 2),
        ("Publishing", 0, 1, 2),
        ("Publishing", 1, 1, 2),
    ]
    told.clear()
    Indexer(
        folder, lambda made_with: ("words", WordEmbedder()), lambda *step: told.append(step)
    ).run([news])
    assert told[-1] == ("Reading and embedding", both, both, 0)


def test_the_seconds_of_every_stage_are_told(news: Path, folder: Path) -> None:
    stages = dict(index_files(folder, [news]).stages)
    assert list(stages) == ["reading and preparing", "embedding", "storing", "publishing"]
    assert all(seconds > 0 for seconds in stages.values())


def test_a_run_repairs_what_was_derived_without_a_model(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    before = contents_of(folder)
    manifest = read_manifest(folder)
    assert manifest
    (folder / manifest.folder / "vectors.faiss").write_bytes(b"damaged")
    assert _without_model(folder).run([news]).generation == 1
    assert unsound(folder) == []
    assert contents_of(folder) == before


def test_a_run_goes_on_where_the_manifest_is_gone(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    before = contents_of(folder)
    (folder / "manifest.json").unlink()
    _without_model(folder).run([news])
    assert contents_of(folder) == before
    assert unsound(folder) == []


def test_the_manifest_of_another_index_counts_for_nothing(
    news: Path, folder: Path, tmp_path: Path
) -> None:
    # Theirs is of generation 1, ours of 3: what ours has added since must stay.
    index_files(tmp_path / "theirs", [news / "b.txt"])
    for number in range(3):
        write_files(news, {f"{number}.txt": HARBOUR_PAGE.replace("Monday", f"day {number}")})
        index_files(folder, [news])
    before = contents_of(folder)
    shutil.copy(tmp_path / "theirs" / "manifest.json", folder)
    shutil.copytree(tmp_path / "theirs" / "generations", folder / "generations", dirs_exist_ok=True)
    write_files(news, {"new.txt": HARBOUR_PAGE.replace("Monday", "Friday")})
    index_files(folder, [news])
    after = contents_of(folder)
    assert set(after.texts) == {*before.texts, f"{news}/new.txt"}
    assert unsound(folder) == []


def test_a_run_that_was_killed_right_after_publishing_is_made_good(
    news: Path, folder: Path
) -> None:
    index_files(folder, [news])
    writer = Writer(folder)
    with writer.transaction():
        writer.set_fact(Fact.PUBLISHED, "0")
    writer.close()
    _without_model(folder).run([news])
    (folder / "manifest.json").unlink()
    assert len(contents_of(folder).texts) == 2


def test_what_a_killed_run_has_left_is_published_by_the_next(news: Path, folder: Path) -> None:
    index_files(folder, [news / "a.txt"])
    first, embedder = read_manifest(folder), WordEmbedder()
    assert first
    index_files(folder, [news], embedder)
    # As if the second run had been killed before it put its manifest in force.
    write_manifest(folder, first)
    writer = Writer(folder)
    with writer.transaction():
        writer.set_fact(Fact.PUBLISHED, "1")
    writer.close()
    assert _without_model(folder).run([news]).generation == 2
    assert set(contents_of(folder).texts) == {f"{news}/a.txt", f"{news}/b.txt"}
    assert unsound(folder) == []


def test_an_older_manifest_that_was_put_back_is_passed_over(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    first = read_manifest(folder)
    assert first
    _without_model(folder).remove([f"{news}/b.txt"])
    _without_model(folder).remove([f"{news}/a.txt"])
    write_manifest(folder, first)
    assert index_files(folder, [news / "a.txt"]).generation == 4
    assert set(contents_of(folder).texts) == {f"{news}/a.txt"}
    assert unsound(folder) == []


def test_an_index_without_its_database_is_begun_anew(news: Path, folder: Path) -> None:
    index_files(folder, [news])
    before = contents_of(folder)
    (folder / DATABASE).unlink()
    assert index_files(folder, [news]).added == Counts(2, 2, 2)
    assert contents_of(folder) == before
    assert unsound(folder) == []
