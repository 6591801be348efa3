"""What is removed because it is gone, and what is not because nobody was asked about it."""

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from index.errors import NothingToIndex
from index.opening import open_index
from index.pruning import Scope
from index.records import Counts, Item
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    index_files,
    indexer,
    town_pages,
    unsound,
    write_files,
)

NONE = Counts()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Two folders that are indexed, and an item of no file."""
    for name in ("one", "two"):
        pages = {f"{name}-{page}": text for page, text in town_pages(2).items()}
        write_files(
            tmp_path / name, {page: f"{text} As {name} says." for page, text in pages.items()}
        )
    with chdir(tmp_path):
        index_files(Path("index"), [Path("one"), Path("two")])
    indexer(tmp_path / "index").add([Item("web:1", "page.txt", HARBOUR_PAGE.encode())])
    return tmp_path


def _uris(folder: Path) -> list[str]:
    index = open_index(folder)
    return sorted(uri for _, uri in index.store.articles(index.generation, "", -1))


ONE = ["one/one-town-000.txt", "one/one-town-001.txt"]
TWO = ["two/two-town-000.txt", "two/two-town-001.txt"]


def test_without_being_asked_nothing_is_pruned(here: Path) -> None:
    (here / ONE[0]).unlink()
    with chdir(here):
        assert index_files(Path("index"), [Path("one")]).removed == NONE
    assert _uris(here / "index") == [*ONE, *TWO, "web:1"]


@pytest.mark.parametrize(
    ("paths", "left"),
    [
        (["one"], [ONE[1], *TWO]),
        (["./one/"], [ONE[1], *TWO]),
        (["."], [ONE[1], TWO[1]]),
        ([], [ONE[1], TWO[1]]),
        (["one/*.txt"], [ONE[1], *TWO]),
        (["*/*-000.txt"], [ONE[1], TWO[1]]),
        (["**/*-001.txt"], [*ONE, *TWO]),
        (["tw*"], [*ONE, TWO[1]]),
        ([ONE[1]], [*ONE, *TWO]),
    ],
)
def test_what_is_gone_below_the_paths_given_is_removed(
    here: Path, paths: list[str], left: list[str]
) -> None:
    for gone in (ONE[0], TWO[0]):
        (here / gone).unlink()
    with chdir(here):
        report = index_files(Path("index"), [Path(path) for path in paths], prune=True)
    assert report.removed.documents == 4 - len(left)
    assert _uris(here / "index") == [*left, "web:1"]
    assert unsound(here / "index") == []


def test_a_folder_that_is_gone_itself_is_told_and_nothing_in_it_is_pruned(here: Path) -> None:
    shutil.rmtree(here / "one")
    with chdir(here):
        report = index_files(Path("index"), [Path("one"), Path("two")], prune=True)
    assert [failure.problem for failure in report.failed] == ["one does not exist."]
    assert _uris(here / "index") == [*ONE, *TWO, "web:1"]
    # But where everything is asked about.
    with chdir(here):
        assert index_files(Path("index"), [], prune=True).removed.documents == 2
    assert _uris(here / "index") == [*TWO, "web:1"]


@pytest.mark.parametrize("paths", [["one"], ["one", "two"], [".", "one"]])
def test_an_emptied_folder_is_told_and_not_pruned(here: Path, paths: list[str]) -> None:
    for gone in (*ONE, TWO[0]):
        (here / gone).unlink()
    with chdir(here):
        report = index_files(Path("index"), [Path(path) for path in paths], prune=True)
        (failure,) = report.failed
        assert failure.problem == "one is empty, and 2 indexed files were under it."
        assert failure.remedy == "If they are gone for good: citewire remove one."
        assert _uris(here / "index") == [*ONE, *(TWO if len(paths) == 1 else TWO[1:]), "web:1"]
        # Once they are removed by name there is nothing left to tell.
        indexer(Path("index")).remove(["one"])
        assert index_files(Path("index"), [Path("one")], prune=True).failed == ()


def test_a_folder_whose_files_are_links_is_not_taken_for_empty(here: Path) -> None:
    (here / ONE[0]).unlink()
    (here / ONE[1]).rename(here / "elsewhere.txt")
    (here / ONE[1]).symlink_to(here / "elsewhere.txt")
    with chdir(here):
        report = index_files(Path("index"), [Path("./one/")], prune=True)
    assert report.failed == ()
    assert ONE[0] not in _uris(here / "index")


def test_a_pattern_that_matches_nothing_any_more_is_told_and_pruned(here: Path) -> None:
    for gone in ONE:
        (here / gone).unlink()
    with chdir(here):
        report = index_files(Path("index"), [Path("one/*.txt")], prune=True)
    assert [failure.uri for failure in report.failed] == ["one/*.txt"]
    assert _uris(here / "index") == [*TWO, "web:1"]


def test_what_is_new_is_taken_in_and_what_was_renamed_is_not_lost(here: Path) -> None:
    (here / ONE[0]).rename(here / "one" / "renamed.txt")
    write_files(here / "one", {"new.txt": BUSES_PAGE})
    with chdir(here):
        report = index_files(Path("index"), [Path("one")], prune=True)
    assert (report.added, report.removed) == (Counts(2, 1, 1), Counts(documents=1))
    assert _uris(here / "index") == ["one/new.txt", ONE[1], "one/renamed.txt", *TWO, "web:1"]


def test_the_rows_of_a_table_that_is_gone_go_with_it(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f'text\n"{HARBOUR_PAGE}"\n"{BUSES_PAGE}"\n', "utf-8")
    index_files(tmp_path / "index", [table])
    table.unlink()
    assert index_files(tmp_path / "index", [], prune=True).removed == Counts(2, 2, 2)


def test_there_must_be_an_index_to_prune(tmp_path: Path) -> None:
    with pytest.raises(NothingToIndex):
        index_files(tmp_path / "index", [], prune=True)
    assert not (tmp_path / "index").exists()


def test_a_scope_resolves_its_folders_and_patterns(tmp_path: Path) -> None:
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    real = f"{tmp_path}/real"
    assert Scope([tmp_path / "link"]).covers(f"{real}/a.txt")
    assert not Scope([tmp_path / "link"]).covers(f"{real}er/a.txt")
    assert Scope([tmp_path / "link" / "*.txt"]).covers(f"{real}/a.txt")
    assert not Scope([tmp_path / "link" / "*.txt"]).covers(f"{real}/deep/a.txt")
    assert Scope([tmp_path / "**" / "*.txt"]).covers(f"{real}/deep/a.txt")
    assert Scope([tmp_path / "r*"]).covers(f"{real}/deep/a.txt")
    assert not Scope([tmp_path / "none"]).covers(f"{tmp_path}/none/a.txt")
