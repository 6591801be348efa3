"""What is taken out by name, what stays, and how it comes in again."""

from contextlib import chdir
from pathlib import Path

import pytest

from index.errors import ArticleMissing, IndexMissing
from index.opening import open_index
from index.records import Counts, Item
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    WordEmbedder,
    contents_of,
    index_files,
    indexer,
    unsound,
    write_files,
)

NONE = Counts()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Where ``news`` is indexed: two files, a table of two rows and a file in a folder below."""
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})
    rows = "".join(f'"{HARBOUR_PAGE.replace("Monday", day)}"\n' for day in ("Friday", "Sunday"))
    (news / "t.csv").write_text(f"text\n{rows}", "utf-8")
    write_files(news / "more", {"c.txt": HARBOUR_PAGE.replace("Monday", "Thursday")})
    with chdir(tmp_path):
        index_files(Path("index"), [Path("news")])
    return tmp_path


ALL = ["news/a.txt", "news/b.txt", "news/more/c.txt", "news/t.csv#1", "news/t.csv#2"]


def _uris(folder: Path) -> list[str]:
    index = open_index(folder)
    return sorted(uri for _, uri in index.store.articles(index.generation, "", -1))


@pytest.mark.parametrize(
    ("uris", "removed"),
    [
        (["news/a.txt"], ["news/a.txt"]),
        (["./news/../news/a.txt"], ["news/a.txt"]),
        (["{}/news/a.txt", "news/b.txt"], ["news/a.txt", "news/b.txt"]),
        (["news/t.csv"], ["news/t.csv#1", "news/t.csv#2"]),
        (["news/t.csv#2"], ["news/t.csv#2"]),
        (["./news/t.csv#2"], ["news/t.csv#2"]),
        (["news/more"], ["news/more/c.txt"]),
        (["news/more/"], ["news/more/c.txt"]),
        (["news"], ALL),
        (["."], ALL),
        (["{}/news"], ALL),
    ],
)
def test_files_items_and_folders_are_removed_by_any_of_their_names(
    here: Path, uris: list[str], removed: list[str]
) -> None:
    with chdir(here):
        report = indexer(Path("index")).remove([uri.format(here) for uri in uris])
    count = len(removed)
    assert (report.removed, report.failed) == (Counts(count, count, count), ())
    assert report.generation == 2
    assert _uris(here / "index") == [uri for uri in ALL if uri not in removed]
    assert unsound(here / "index") == []


def test_a_folder_is_known_by_its_uris_where_it_is_no_more(here: Path) -> None:
    (here / "news").rename(here / "gone")
    with chdir(here / "gone"):
        indexer(here / "index").remove(["news/more", "news/a.txt"])
    assert _uris(here / "index") == ["news/b.txt", "news/t.csv#1", "news/t.csv#2"]


def test_what_is_not_known_is_named_while_the_others_go(here: Path) -> None:
    with chdir(here):
        report = indexer(Path("index")).remove(["news/none.txt", "news/a.txt", "new", "#1"])
    assert [failure.problem for failure in report.failed] == [
        "The index holds nothing under news/none.txt.",
        "The index holds nothing under new.",
        "The index holds nothing under #1.",
    ]
    assert all(failure.remedy for failure in report.failed)
    assert report.removed == Counts(1, 1, 1)


@pytest.mark.parametrize("uri", ["", " ", "/", "//"])
def test_a_blank_name_removes_nothing(here: Path, uri: str) -> None:
    # Cited by their absolute paths as well.
    index_files(here / "index", [write_files(here / "more", {"d.txt": f"{BUSES_PAGE}More."})])
    before = _uris(here / "index")
    with chdir(here):
        report = indexer(Path("index")).remove([uri])
    (failure,) = report.failed
    assert failure.problem.startswith("The index holds nothing under ")
    assert failure.remedy
    assert _uris(here / "index") == before


def test_a_copy_of_a_table_that_lost_a_row_is_whole_and_a_moved_one_is_not(here: Path) -> None:
    table = here / "news" / "t.csv"
    with chdir(here):
        indexer(Path("index")).remove(["news/t.csv#2"])
        copy = here / "news" / "u.csv"
        copy.write_bytes(table.read_bytes())
        index_files(Path("index"), [Path("news")])
        # Of what the two share the first name is shown.
        assert _uris(Path("index")) == [*ALL[:-1], "news/u.csv#2"]
        copy.unlink()
        index_files(Path("index"), [], prune=True)
        for name in ("v.csv", "w.csv"):
            table = table.rename(here / "news" / name)
            index_files(Path("index"), [Path("news")])
            assert _uris(Path("index")) == [*ALL[:-2], f"news/{name}#1"]
    assert unsound(here / "index") == []


def test_removing_nothing_publishes_nothing(here: Path) -> None:
    assert indexer(here / "index").remove(["none"]).generation == 1


def test_no_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        indexer(tmp_path / "none").remove(["a"])
    with pytest.raises(IndexMissing):
        indexer(tmp_path / "none").remove_article("a")
    assert not (tmp_path / "none").exists()


def test_what_a_copy_holds_too_is_not_counted_as_removed(here: Path) -> None:
    write_files(here / "news", {"z.txt": HARBOUR_PAGE})
    with chdir(here):
        index_files(Path("index"), [Path("news")])
        report = indexer(Path("index")).remove(["news/a.txt"])
        assert report.removed == Counts(documents=1)
        report = indexer(Path("index")).remove(["news/z.txt"])
    assert report.removed == Counts(1, 1, 1)


def test_a_removed_file_comes_in_again_when_it_is_indexed_again(here: Path) -> None:
    before = contents_of(here / "index")
    with chdir(here):
        indexer(Path("index")).remove(["news"])
        assert contents_of(Path("index")).passages == []
        embedder = WordEmbedder()
        report = index_files(Path("index"), [Path("news")], embedder)
    assert report.added == Counts(5, 5, 5)
    assert contents_of(here / "index") == before
    # The generation before was still kept, and with it the vectors.
    assert embedder.embedded == []


def test_a_removed_row_stays_away_while_its_table_is_unchanged(here: Path) -> None:
    with chdir(here):
        indexer(Path("index")).remove(["news/t.csv#2"])
        assert index_files(Path("index"), [Path("news")]).added == NONE
        table = Path("news/t.csv")
        table.write_text(f"{table.read_text('utf-8')}\n", "utf-8")
        assert index_files(Path("index"), [Path("news")]).added == Counts(1, 1, 1)
    assert _uris(here / "index") == ALL


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """An index of one file with two articles."""
    write_files(tmp_path / "news", {"a.txt": f"{HARBOUR_PAGE}\n\n\n{BUSES_PAGE}"})
    index_files(tmp_path / "index", [tmp_path / "news"])
    return tmp_path / "index"


def _articles(folder: Path) -> list[str]:
    index = open_index(folder)
    return [article.id for article, _ in index.store.articles(index.generation, "", -1)]


def test_one_article_of_a_document_is_removed(two: Path) -> None:
    old = open_index(two)
    first, second = _articles(two)
    report = indexer(two).remove_article(first)
    assert (report.generation, report.removed) == (2, Counts(0, 1, 1))
    assert _articles(two) == [second]
    index = open_index(two)
    assert index.store.article(first, 2) is None
    assert index.store.counts(2) == Counts(1, 1, 1)
    assert index.vectors.ids == index.fulltext.ids == index.store.passage_ids(2)
    assert unsound(two) == []
    # Who has the generation before open goes on with it.
    assert old.store.article(first, 1)
    assert old.store.counts(1) == Counts(1, 2, 2)


def test_an_article_that_is_not_there_or_no_more_is_told(two: Path) -> None:
    first, _ = _articles(two)
    with pytest.raises(ArticleMissing, match="There is no article none"):
        indexer(two).remove_article("none")
    indexer(two).remove_article(first)
    with pytest.raises(ArticleMissing):
        indexer(two).remove_article(first)
    assert open_index(two).generation == 2


def test_a_document_without_articles_is_not_brought_back_by_its_unchanged_file(
    two: Path, tmp_path: Path
) -> None:
    before = contents_of(two)
    for article_id in _articles(two):
        indexer(two).remove_article(article_id)
    report = index_files(two, [tmp_path / "news"])
    assert (report.added, report.unchanged) == (NONE, Counts(documents=1))
    assert open_index(two).store.counts(3) == Counts(documents=1)
    # Nor when it was only renamed; but when it was changed, and back.
    page = tmp_path / "news" / "a.txt"
    page.rename(tmp_path / "news" / "b.txt").rename(page)
    index_files(two, [tmp_path / "news"])
    assert _articles(two) == []
    text = page.read_text("utf-8")
    write_files(tmp_path / "news", {"a.txt": "Another\n\nSentence.\n"})
    index_files(two, [tmp_path / "news"])
    write_files(tmp_path / "news", {"a.txt": text})
    assert index_files(two, [tmp_path / "news"]).added == Counts(1, 2, 2)
    assert contents_of(two) == before
    assert unsound(two) == []


def test_a_renamed_file_keeps_its_removed_articles_away_and_a_copy_brings_them_back(
    two: Path, tmp_path: Path
) -> None:
    first, second = _articles(two)
    indexer(two).remove_article(first)
    page = tmp_path / "news" / "a.txt"
    page = page.rename(tmp_path / "news" / "b.txt")
    index_files(two, [tmp_path / "news"])
    assert _articles(two) == [second]
    write_files(tmp_path / "news", {"c.txt": page.read_text("utf-8")})
    assert index_files(two, [tmp_path / "news"]).added == Counts(1, 1, 1)
    assert _articles(two) == [first, second]


def test_an_item_that_is_added_again_brings_its_removed_articles_back(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    item = Item("web:1", "page.txt", HARBOUR_PAGE.encode())
    indexer(folder).add([item])
    (article_id,) = _articles(folder)
    indexer(folder).remove_article(article_id)
    assert _articles(folder) == []
    assert indexer(folder).add([item]).added == Counts(0, 1, 1)
    assert _articles(folder) == [article_id]
    assert unsound(folder) == []


def test_what_came_by_itself_is_removed_by_its_uri_and_by_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    pages = [HARBOUR_PAGE, BUSES_PAGE, f"{BUSES_PAGE}\nMore.\n"]
    items = [
        Item(f"http://news.example/{number}", "page.txt", page.encode())
        for number, page in enumerate(pages)
    ]
    indexer(folder).add(items)
    assert indexer(folder).remove([items[0].uri]).removed == Counts(1, 1, 1)
    assert indexer(folder).remove(["http://news.example"]).removed.documents == 2
    assert _uris(folder) == []
