"""What a reader finds in the truth."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import chdir
from datetime import date
from pathlib import Path

import pytest

from index.errors import IndexDamaged
from index.records import Counts
from index.store import Store
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR,
    HARBOUR_PAGE,
    index_files,
    town_pages,
    write_files,
)

DATED = "20 February 2020\n\n"
HARBOUR_TITLE, BUSES_TITLE = (
    "Storm Closes the Harbour of Veltrin",
    "Ostmark Doubles Its Night Buses",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three files: two articles in one, a dated one with an outlet, and a copy of the first."""
    here = tmp_path_factory.mktemp("store")
    two = f"{HARBOUR_PAGE}\n\n\n{BUSES_PAGE}"
    later = BUSES_PAGE.replace("\n\n", f"\n\n{DATED}Shafaq News / ", 1)
    write_files(here / "news", {"b.txt": two, "c.txt": later, "a.txt": two})
    with chdir(here):
        index_files(Path("index"), [Path("news")])
    return here / "index"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = Store(folder)
    yield store
    store.close()


def test_a_document_is_counted_once_under_all_its_names(store: Store) -> None:
    # Each article fits one passage.
    assert store.counts(1) == Counts(2, 3, 3)
    assert store.counts(0) == Counts(0, 0, 0)


def test_articles_come_by_their_first_uri_and_place(store: Store) -> None:
    assert [(article.title, uri) for article, uri in store.articles(1, "", -1)] == [
        (HARBOUR_TITLE, "news/a.txt"),
        (BUSES_TITLE, "news/a.txt"),
        (BUSES_TITLE, "news/c.txt"),
    ]


def test_articles_are_paged_each_once(store: Store) -> None:
    every = store.articles(1, "", -1)
    first = store.articles(1, "", 2)
    second = store.articles(1, first[-1][0].id, 2)
    assert first + second == every
    assert store.articles(1, second[-1][0].id, 2) == []
    assert store.articles(1, "no such article", -1) == every


def test_a_generation_before_the_first_sees_nothing(store: Store) -> None:
    assert store.articles(0, "", -1) == []
    assert store.passage_ids(0) == set()
    assert list(store.indexed_passages(0)) == []
    document_id = store.articles(1, "", 1)[0][0].document_id
    assert store.document(document_id, 0) is None


def test_a_document_goes_by_the_first_of_its_uris(store: Store) -> None:
    document_id = store.articles(1, "", 1)[0][0].document_id
    document = store.document(document_id, 1)
    assert document
    assert document.uri == "news/a.txt"


def test_passages_are_found_by_id_article_and_articles(store: Store) -> None:
    article = store.articles(1, "", 1)[0][0]
    (passage,) = store.passages_of(article.id)
    assert store.passages([passage.id, 999]) == {passage.id: passage}
    assert store.passage_ids_of([article.id, "none"]) == [passage.id]
    assert store.passages([]) == {}
    document = store.document(passage.document_id, 1)
    assert document
    assert document.text[passage.start : passage.end].startswith(HARBOUR)


def test_more_ids_than_sqlite_takes_values_are_no_trouble(store: Store) -> None:
    assert set(store.passages(range(100_000))) == store.passage_ids(1)


def test_filters_choose_articles(store: Store) -> None:
    harbour, buses, dated = (article.id for article, _ in store.articles(1, "", -1))

    def chosen(
        *outlets: str,
        since: date | None = None,
        until: date | None = None,
        ids: tuple[str, ...] = (),
    ) -> set[str]:
        return set(store.article_ids(1, outlets, since, until, ids))

    day = date(2020, 2, 20)
    assert chosen() == {harbour, buses, dated}
    assert chosen("shafaq NEWS", "Other") == {dated}
    assert chosen("Shafaq") == set()
    assert chosen(since=day) == chosen(until=day) == chosen(since=day, until=day) == {dated}
    assert chosen(since=date(2020, 2, 21)) == chosen(until=date(2020, 2, 19)) == set()
    assert chosen(ids=(buses, "none")) == {buses}
    assert chosen("Shafaq News", ids=(buses,)) == set()


def test_listed_articles_pass_the_same_filters_and_are_paged(store: Store) -> None:
    every = store.articles(1, "", -1)
    harbour, buses, dated = every
    day = date(2020, 2, 20)
    assert store.articles(1, "", -1, outlets=["SHAFAQ news"]) == [dated]
    assert store.articles(1, "", -1, published_from=day, published_to=day) == [dated]
    assert store.articles(1, "", -1, published_from=date(2020, 2, 21)) == []
    assert store.articles(1, "", 1, uris=["news/a.txt"]) == [harbour]
    assert store.articles(1, harbour[0].id, 1, uris=["news/a.txt"]) == [buses]
    assert store.articles(1, buses[0].id, 1, uris=["news/a.txt"]) == []
    # By another of its names an article is listed under its first.
    assert store.articles(1, "", -1, uris=["news/b.txt", "none"]) == [harbour, buses]


def test_the_newest_and_the_oldest_day_are_those_that_articles_were_published_on(
    store: Store,
) -> None:
    assert store.newest_day(1) == date(2020, 2, 20)
    assert store.newest_day(0) is None
    assert store.oldest_day(1) == date(2020, 2, 20)
    assert store.oldest_day(0) is None


def test_an_outlet_is_compared_without_regard_to_case_in_any_alphabet(tmp_path: Path) -> None:
    rows = "text,outlet\n" + "".join(
        f'"{HARBOUR} It is {day}.",{outlet}\n' for day, outlet in [(1, "ΑΥΓΉ"), (2, "Straße")]
    )
    (tmp_path / "t.csv").write_text(rows, "utf-8")
    index_files(tmp_path / "index", [tmp_path / "t.csv"])
    store = Store(tmp_path / "index")
    assert [uri.rpartition("#")[2] for _, uri in store.articles(1, "", -1, outlets=["αυγή"])] == [
        "1"
    ]
    assert len(store.article_ids(1, ["STRASSE"], None, None, [])) == 1
    # All rows of a file go by the file's name too.
    assert len(store.articles(1, "", -1, uris=[f"{tmp_path}/t.csv"])) == 2
    assert len(store.articles(1, "", -1, uris=[f"{tmp_path}/t.csv#2"])) == 1
    store.close()


def test_a_document_is_known_by_all_its_uris(store: Store) -> None:
    (article, _), *_ = store.articles(1, "", 1)
    assert store.uris(article.document_id, 1) == ("news/a.txt", "news/b.txt")
    assert store.uris(article.document_id, 0) == store.uris("none", 1) == ()
    assert store.files() == 3


def test_only_the_passages_asked_for_are_read(store: Store) -> None:
    every = list(store.indexed_passages(1))
    wanted = {every[2].id, every[0].id, 999}
    assert [p.id for p in store.indexed_passages(1, wanted)] == [every[0].id, every[2].id]
    assert [p.text for p in store.indexed_passages(1, wanted)] == [every[0].text, every[2].text]
    assert list(store.indexed_passages(1, set())) == []
    assert list(store.indexed_passages(0, wanted)) == []


def test_an_article_that_is_not_there_is_none(store: Store) -> None:
    assert store.article("none", 1) is None
    assert store.document("none", 1) is None


def test_a_sound_file_has_no_problems(store: Store) -> None:
    assert store.problems() == []


def _damage(database: Path) -> None:
    """Overwrite the roots of the tables; the schema stays, so that the file can be opened."""
    connection = sqlite3.connect(database)
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    roots = connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0").fetchall()
    connection.close()
    with database.open("r+b") as stream:
        for (page,) in roots:
            stream.seek((page - 1) * size)
            stream.write(b"\xa5" * size)


def test_a_damaged_file_is_noticed(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "citewire.sqlite", tmp_path)
    _damage(tmp_path / "citewire.sqlite")
    store = Store(tmp_path)
    with pytest.raises(IndexDamaged, match="malformed"):
        store.problems()
    store.close()


def test_a_snapshot_is_of_one_moment(tmp_path: Path) -> None:
    write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    index_files(tmp_path / "index", [tmp_path / "news"])
    store = Store(tmp_path / "index")
    with store.snapshot():
        before = store.newest_generation()
        write_files(tmp_path / "news", {"b.txt": BUSES_PAGE})
        index_files(tmp_path / "index", [tmp_path / "news"])
        assert (before, store.newest_generation()) == (1, 1)
    assert store.newest_generation() == 2
    store.close()


def test_a_folder_without_a_database_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        Store(tmp_path)


def test_a_database_damaged_inside_is_told_with_a_remedy_at_any_read(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    files = write_files(tmp_path / "news", town_pages(40))
    index_files(folder, [files])
    _damage(folder / "citewire.sqlite")
    store = Store(folder)
    with pytest.raises(IndexDamaged, match=r"cannot be used.*Check that you may write"):
        store.counts(1)
