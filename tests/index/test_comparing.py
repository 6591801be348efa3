"""What a run finds changed, and what it never reads: files, items, moved folders and copies."""

import gzip
import json
import shutil
import zipfile
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

import pytest

from index.comparing import is_gone
from index.indexing import Indexer
from index.ledger import File
from index.opening import open_index
from index.reading import read_page
from index.records import Counts, IndexReport, Item, Page
from index.storing import Writer
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    WordEmbedder,
    index_files,
    indexer,
    town_pages,
    unsound,
    write_files,
)

NONE = Counts()


class Unopened(AssertionError):
    """The model was opened, or an item read, where nothing has changed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The uris of the items that are read from here on."""
    uris: list[str] = []

    def noted(item: Item) -> Page:
        uris.append(item.uri)
        return read_page(item)

    monkeypatch.setattr("index.preparing.read_page", noted)
    return uris


def _unread(folder: Path, paths: Sequence[Path]) -> IndexReport:
    """A run in which no model may be opened."""

    def refuse(made_with: str | None) -> tuple[str, WordEmbedder]:
        raise Unopened

    return Indexer(folder, refuse).run(paths)


def _uris(folder: Path) -> list[str]:
    """Every uri of every document, in order."""
    index = open_index(folder)
    documents = {a.document_id for a, _ in index.store.articles(index.generation, "", -1)}
    return sorted(uri for id_ in documents for uri in index.store.uris(id_, index.generation))


def _files(folder: Path) -> list[File]:
    writer = Writer(folder)
    files = list(writer.ledger.files())
    writer.close()
    return files


def _rows(path: Path, *texts: str) -> Path:
    """A table of these rows, whose ids are their numbers."""
    rows = [{"id": f"r{number}", "title": f"Row {number}", "text": text}
            for number, text in enumerate(texts, 1)]  # fmt: skip
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("spelling", ["./news", "../{0}/news", "{1}/news", "link"])
def test_a_file_is_one_under_every_spelling_of_its_path(
    tmp_path: Path, spelling: str, read: list[str]
) -> None:
    write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    (tmp_path / "link").symlink_to(tmp_path / "news")
    with chdir(tmp_path):
        index_files(Path("index"), [Path("news")])
        again = Path(spelling.format(tmp_path.name, tmp_path))
        report = _unread(Path("index"), [again])
        assert (report.added, report.unchanged) == (NONE, Counts(1, 1, 1))
        # It is called as it was called first, changed or not.
        write_files(tmp_path / "news", {"a.txt": BUSES_PAGE})
        index_files(Path("index"), [again])
        assert _uris(Path("index")) == ["news/a.txt"]
    assert read == ["news/a.txt"] * 2


def test_files_of_one_name_from_two_places_are_told_apart(tmp_path: Path) -> None:
    here = write_files(tmp_path / "here" / "news", {"a.txt": HARBOUR_PAGE}).parent
    there = write_files(tmp_path / "there" / "news", {"a.txt": BUSES_PAGE}).parent
    for place in (here, there):
        with chdir(place):
            report = index_files(tmp_path / "index", [Path("news")])
    assert report.added == Counts(1, 1, 1)
    assert _uris(tmp_path / "index") == [f"{there}/news/a.txt", "news/a.txt"]
    with chdir(there):
        assert _unread(tmp_path / "index", [Path("news")]).unchanged == Counts(1, 1, 1)


def test_a_folder_that_was_moved_keeps_its_names(tmp_path: Path, read: list[str]) -> None:
    pages = {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE}
    write_files(tmp_path / "old" / "news", pages)
    with chdir(tmp_path / "old"):
        index_files(tmp_path / "index", [Path("news")])
    (tmp_path / "old").rename(tmp_path / "new")
    write_files(tmp_path / "new" / "news", {"b.txt": BUSES_PAGE.replace("Tuesday", "Sunday")})
    read.clear()
    with chdir(tmp_path / "new"):
        report = index_files(tmp_path / "index", [Path("news")])
    assert (report.added, report.unchanged) == (Counts(1, 1, 1), Counts(1, 1, 1))
    assert read == ["news/b.txt"]
    assert _uris(tmp_path / "index") == ["news/a.txt", "news/b.txt"]
    assert [file.path for file in _files(tmp_path / "index")] == [
        f"{tmp_path}/new/news/a.txt",
        f"{tmp_path}/new/news/b.txt",
    ]


def test_a_file_that_was_renamed_is_not_read_again(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})
    index_files(folder, [news])
    (news / "a.txt").rename(news / "c.txt")
    read.clear()
    report = _unread(folder, [news])
    assert (report.added, report.removed) == (Counts(documents=1), Counts(documents=1))
    assert report.unchanged == Counts(1, 1, 1)
    assert read == []
    assert _uris(folder) == [f"{news}/b.txt", f"{news}/c.txt"]
    assert unsound(folder) == []
    assert _unread(folder, [news]).unchanged == Counts(2, 2, 2)


def test_the_items_of_a_renamed_table_go_with_it(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    table = _rows(tmp_path / "a.jsonl", HARBOUR_PAGE, BUSES_PAGE)
    index_files(folder, [table])
    table.rename(tmp_path / "b.jsonl")
    read.clear()
    _unread(folder, [tmp_path / "b.jsonl"])
    assert read == []
    assert _uris(folder) == [f"{tmp_path}/b.jsonl#r1", f"{tmp_path}/b.jsonl#r2"]


def test_the_same_bytes_under_another_ending_are_read_as_what_they_are(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    news = write_files(tmp_path / "news", {"a.txt": "<p>Fish &amp; chips</p>\n\n" + HARBOUR_PAGE})
    index_files(folder, [news])
    (news / "a.txt").rename(news / "a.md")
    index_files(folder, [news])
    assert read == [f"{news}/a.txt", f"{news}/a.md"]


def test_a_file_that_takes_a_renamed_ones_place_is_read(tmp_path: Path, folder: Path) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    index_files(folder, [news])
    (news / "a.txt").rename(news / "b.txt")
    write_files(news, {"a.txt": BUSES_PAGE})
    report = index_files(folder, [news])
    assert (report.added, report.removed) == (Counts(2, 1, 1), Counts(documents=1))
    index = open_index(folder)
    assert [(a.title, uri) for a, uri in index.store.articles(2, "", -1)] == [
        ("Ostmark Doubles Its Night Buses", f"{news}/a.txt"),
        ("Storm Closes the Harbour of Veltrin", f"{news}/b.txt"),
    ]


def test_a_file_renamed_over_another_takes_its_place(tmp_path: Path, folder: Path) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})
    index_files(folder, [news])
    (news / "a.txt").rename(news / "b.txt")
    report = _unread(folder, [news])
    assert (report.added, report.removed) == (Counts(documents=1), Counts(2, 1, 1))
    assert _uris(folder) == [f"{news}/b.txt"]


def test_a_copy_of_a_file_is_one_more_name_and_is_not_read(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    table = _rows(tmp_path / "a.jsonl", HARBOUR_PAGE, BUSES_PAGE)
    index_files(folder, [table])
    shutil.copy(table, tmp_path / "b.jsonl")
    read.clear()
    report = _unread(folder, [tmp_path / "a.jsonl", tmp_path / "b.jsonl"])
    assert (report.added, report.unchanged) == (Counts(documents=2), Counts(2, 2, 2))
    assert read == []
    assert len(_uris(folder)) == 4
    # What one of them loses the other still holds.
    _rows(tmp_path / "b.jsonl", BUSES_PAGE)
    report = index_files(folder, [tmp_path / "b.jsonl"])
    assert report.removed.articles == report.removed.passages == 0


def test_only_the_changed_rows_of_a_changed_table_are_read(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    pages = list(town_pages(5).values())
    table = _rows(tmp_path / "a.jsonl", *pages)
    assert index_files(folder, [table]).added.documents == 5
    read.clear()
    _rows(table, *pages[:2], HARBOUR_PAGE, pages[3])
    report = index_files(folder, [table])
    assert read == [f"{table}#r3"]
    assert (report.added.documents, report.unchanged.documents) == (1, 3)
    assert report.removed.documents == 2
    assert _uris(folder) == [f"{table}#r{number}" for number in range(1, 5)]
    assert unsound(folder) == []


def test_a_table_touched_without_a_change_of_its_rows_publishes_nothing(
    tmp_path: Path, folder: Path
) -> None:
    table = _rows(tmp_path / "a.jsonl", HARBOUR_PAGE)
    index_files(folder, [table])
    table.write_text(f"{table.read_text('utf-8')}\n", "utf-8")
    report = _unread(folder, [table])
    assert (report.generation, report.unchanged) == (1, Counts(1, 1, 1))
    (file,) = _files(folder)
    assert _unread(folder, [table]).generation == 1
    assert _files(folder) == [file]


def test_a_row_that_fails_keeps_what_it_held_and_is_named_again(
    tmp_path: Path, folder: Path
) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f'text\n"{HARBOUR_PAGE}"\n"{BUSES_PAGE}"\n', "utf-8")
    index_files(folder, [table])
    held = _uris(folder)
    table.write_text(f'text\n" "\n"{BUSES_PAGE}"\n', "utf-8")
    for _ in range(2):
        report = _unread(folder, [table])
        assert [failure.uri for failure in report.failed] == [f"{table}#1"]
        assert (report.generation, report.unchanged) == (1, Counts(1, 1, 1))
        assert _uris(folder) == held


def test_a_row_that_fails_without_telling_which_it_was_loses_none(
    tmp_path: Path, folder: Path
) -> None:
    table = _rows(tmp_path / "a.jsonl", HARBOUR_PAGE, BUSES_PAGE)
    index_files(folder, [table])
    held = _uris(folder)
    first, _second = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text(f"{first}{{broken\n", "utf-8")
    assert _unread(folder, [table]).generation == 1
    assert _uris(folder) == held
    table.write_text(first, "utf-8")
    assert index_files(folder, [table]).failed == ()
    assert _uris(folder) == held[:1]


@pytest.mark.parametrize("broken", [0, 2, 5])
def test_a_broken_row_among_ids_that_are_numbers_loses_none(
    tmp_path: Path, folder: Path, broken: int
) -> None:
    table = tmp_path / "t.jsonl"
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(town_pages(6).values())]
    table.write_text("\n".join(lines), "utf-8")
    index_files(folder, [table])
    held = _uris(folder)
    lines[broken] = "{broken"
    table.write_text("\n".join(lines), "utf-8")
    (failure,) = _unread(folder, [table]).failed
    assert failure.uri == f"{table}#row {broken + 1}"
    assert _uris(folder) == held
    # Nor where no row is left to tell that there were ids.
    table.write_text("{broken\n{broken\n", "utf-8")
    _unread(folder, [table])
    assert _uris(folder) == held


def test_a_broken_row_among_rows_without_ids_does_not_keep_those_that_are_gone(
    tmp_path: Path, folder: Path
) -> None:
    table = tmp_path / "t.jsonl"
    lines = [json.dumps({"text": text}) for text in town_pages(4).values()]
    table.write_text("\n".join(lines), "utf-8")
    index_files(folder, [table])
    table.write_text("\n".join((lines[0], "{broken", lines[2])), "utf-8")
    _unread(folder, [table])
    assert _uris(folder) == [f"{table}#{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize("member", ["", "title,story\na,b\n", "text\n\0\1\2\3"])
def test_a_table_in_an_archive_that_cannot_be_read_keeps_its_rows(
    tmp_path: Path, folder: Path, member: str
) -> None:
    archive = tmp_path / "a.zip"
    table = f'text\n"{HARBOUR_PAGE}"\n"{BUSES_PAGE}"\n'
    for rows in (table, member):
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("t.csv", rows)
            packed.writestr("page.txt", f"{BUSES_PAGE}More.")
        report = index_files(folder, [archive])
    assert report.failed
    assert _uris(folder) == [f"{archive}#page.txt", f"{archive}#t.csv#1", f"{archive}#t.csv#2"]


def test_a_row_takes_no_name_of_another_file_or_of_what_came_by_itself(
    tmp_path: Path, folder: Path
) -> None:
    table = _rows(tmp_path / "t.jsonl", *town_pages(3).values())
    posted = f"{table}#r2"
    indexer(folder).add([_item(posted, HARBOUR_PAGE)])
    for _ in range(2):
        (failure,) = index_files(folder, [table]).failed
        assert failure.problem == f"{posted} is already the name of another file or article."
    index = open_index(folder)
    titles = {uri: a.title for a, uri in index.store.articles(index.generation, "", -1)}
    assert titles[posted] == "Storm Closes the Harbour of Veltrin"
    assert len(titles) == 3


def test_a_row_and_a_file_of_one_name_are_both_told_apart_in_one_run(
    tmp_path: Path, folder: Path
) -> None:
    news = write_files(tmp_path / "news", {"t.jsonl#x.txt": HARBOUR_PAGE})
    row = json.dumps({"id": "x.txt", "text": BUSES_PAGE})
    (news / "t.jsonl").write_text(row, "utf-8")
    for _ in range(2):
        (failure,) = index_files(folder, [news]).failed
        assert failure.uri == f"{news}/t.jsonl#x.txt"
        assert _uris(folder) == [failure.uri]
        assert [file.path for file in _files(folder)] == [failure.uri]


def test_what_cannot_be_unpacked_to_its_end_loses_nothing(tmp_path: Path, folder: Path) -> None:
    table = _rows(tmp_path / "a.jsonl", *town_pages(30).values())
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(table.read_bytes(), mtime=0))
    index_files(folder, [packed])
    held = _uris(folder)
    assert len(held) == 30
    packed.write_bytes(packed.read_bytes()[:-2_000])
    for _ in range(2):
        report = index_files(folder, [packed])
        assert [failure.uri for failure in report.failed] == [str(packed)]
        assert _uris(folder) == held
    (file,) = _files(folder)
    assert file.digest == ""


def test_files_in_an_archive_are_compared_one_by_one(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    archive = tmp_path / "a.zip"

    def pack(pages: dict[str, str]) -> None:
        with zipfile.ZipFile(archive, "w") as packed:
            for name, page in pages.items():
                packed.writestr(name, page)

    pack({"one.txt": HARBOUR_PAGE, "two.txt": BUSES_PAGE})
    index_files(folder, [archive])
    read.clear()
    pack({"one.txt": HARBOUR_PAGE, "three.txt": BUSES_PAGE})
    report = index_files(folder, [archive])
    assert read == [f"{archive}#three.txt"]
    assert (report.added, report.removed) == (Counts(documents=1), Counts(documents=1))
    assert _uris(folder) == [f"{archive}#one.txt", f"{archive}#three.txt"]


def test_another_mapping_reads_a_file_again_and_the_same_one_does_not(
    tmp_path: Path, folder: Path, read: list[str]
) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f'text,content\nshort,"{HARBOUR_PAGE}"\n', "utf-8")
    index_files(folder, [table])
    for _ in range(2):
        index_files(folder, [table], mapping={"text": "content"})
    assert read == [f"{table}#1"] * 2
    index = open_index(folder)
    ((article, _),) = index.store.articles(index.generation, "", -1)
    document = index.store.document(article.document_id, index.generation)
    assert document
    assert document.text == HARBOUR_PAGE


def test_a_file_that_failed_as_a_whole_leaves_no_record(tmp_path: Path, folder: Path) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "empty.txt": ""})
    for _ in range(2):
        (failure,) = index_files(folder, [news]).failed
        assert failure.uri == f"{news}/empty.txt"
    assert [file.uri for file in _files(folder)] == [f"{news}/a.txt"]


def test_more_files_than_are_looked_up_at_once_are_all_found_again(
    tmp_path: Path, folder: Path
) -> None:
    # No two alike, and one line each, so that reading takes no time.
    pages = {f"{n}.txt": f"{HARBOUR_PAGE}\nNumber {n}.\n" for n in range(1_100)}
    news = write_files(tmp_path / "news", pages)
    index_files(folder, [news])
    assert _unread(folder, [news]).unchanged == Counts(1_100, 1_100, 1_100)


def test_a_run_stopped_within_a_file_reads_it_again_even_when_changed_back(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = _rows(tmp_path / "a.jsonl", HARBOUR_PAGE)
    index_files(folder, [table])
    before = table.read_bytes()
    _rows(table, BUSES_PAGE)

    def stop(self: object, step: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("index.keeping.Keeping._finish", stop)
        with pytest.raises(KeyboardInterrupt):
            index_files(folder, [table])
    table.write_bytes(before)
    index_files(folder, [table])
    index = open_index(folder)
    ((article, _),) = index.store.articles(index.generation, "", -1)
    assert article.title == "Row 1"
    document = index.store.document(article.document_id, index.generation)
    assert document
    assert document.text == HARBOUR_PAGE


def test_a_name_that_only_cannot_be_looked_at_is_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"a.txt": "x"})
    assert not is_gone(f"{tmp_path}/a.txt")
    assert is_gone(f"{tmp_path}/b.txt")
    assert is_gone(f"{tmp_path}/a.txt/b")

    def refuse(path: str) -> None:
        raise PermissionError

    monkeypatch.setattr("os.stat", refuse)
    assert not is_gone(f"{tmp_path}/b.txt")


def _item(uri: str, text: str) -> Item:
    return Item(uri, "page.txt", text.encode())


def test_what_comes_by_itself_is_held_under_its_own_uri(folder: Path) -> None:
    report = indexer(folder).add([_item("web:1", HARBOUR_PAGE), _item("web:2", BUSES_PAGE)])
    assert (report.generation, report.added) == (1, Counts(2, 2, 2))
    embedder = WordEmbedder()
    changed = HARBOUR_PAGE.replace("Monday", "Friday")
    report = indexer(folder, embedder).add([_item("web:1", changed), _item("web:2", BUSES_PAGE)])
    assert (report.added, report.unchanged) == (Counts(1, 1, 1), Counts(1, 1, 1))
    assert report.removed == Counts(1, 1, 1)
    assert len(embedder.embedded) == 1
    assert _uris(folder) == ["web:1", "web:2"]


def test_what_comes_by_itself_and_cannot_be_read_is_named(folder: Path) -> None:
    indexer(folder).add([_item("web:1", HARBOUR_PAGE)])
    report = indexer(folder).add([_item("web:1", " "), _item("web:2", BUSES_PAGE)])
    assert [failure.uri for failure in report.failed] == ["web:1"]
    assert _uris(folder) == ["web:1", "web:2"]


def test_what_comes_by_itself_takes_no_files_name(tmp_path: Path, folder: Path) -> None:
    table = _rows(tmp_path / "a.jsonl", HARBOUR_PAGE)
    index_files(folder, [table])
    added = [_item(f"{table}#r1", BUSES_PAGE), _item(str(table), BUSES_PAGE)]
    report = indexer(folder).add(added)
    assert [f.problem for f in report.failed] == [
        f"{table}#r1 is already the name of an indexed file.",
        f"{table} is already the name of an indexed file.",
    ]
    assert _uris(folder) == [f"{table}#r1"]


def test_a_file_takes_no_name_of_what_came_by_itself(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": HARBOUR_PAGE})
    indexer(tmp_path / "index").add([_item("a.txt", BUSES_PAGE)])
    with chdir(tmp_path):
        index_files(Path("index"), [Path("a.txt")])
    assert _uris(tmp_path / "index") == [f"{tmp_path}/a.txt", "a.txt"]


def test_a_folder_whose_name_is_no_text_is_told(tmp_path: Path, folder: Path) -> None:
    odd = Path(str(tmp_path) + "/\udcff")
    try:
        write_files(odd, {"a.txt": HARBOUR_PAGE})
    except OSError:
        pytest.skip("This file system has no such names.")
    with chdir(odd):
        (failure,) = index_files(folder, [Path("a.txt")]).failed
    assert "is no name in UTF-8" in failure.problem
