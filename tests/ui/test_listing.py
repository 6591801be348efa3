"""The list of an index's articles, which needs no model."""

from datetime import date
from pathlib import Path

import pytest

from index.errors import IndexMissing, InvalidRequest
from index.manifest import MANIFEST
from tests.index.making import index_files, indexer, write_files
from ui.article_json import article_json
from ui.listing import list_articles

FERRY = "Ferry returns\n\nBy Ada Lund\n5 February 2020\n\nThe ferry to Ven is back, it said.\n"
HARBOUR = "Harbour opens\n\nThe new harbour of Lund opened on Monday, said its master.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = write_files(
        tmp_path / "news", {"a.txt": FERRY, "b.txt": HARBOUR, "copy-of-a.txt": FERRY}
    )
    index_files(tmp_path / "index", [files])
    return tmp_path / "index"


def test_articles_come_by_uri_with_all_names_of_exact_copies(folder: Path) -> None:
    ferry, harbour = list_articles(folder)
    news = (folder.parent / "news").as_posix()
    assert ferry.uris == (f"{news}/a.txt", f"{news}/copy-of-a.txt")
    assert harbour.uris == (f"{news}/b.txt",)


def test_dates_pass_both_ends_of_their_range_and_nothing_undated(folder: Path) -> None:
    day = date(2020, 2, 5)
    (found,) = list_articles(folder, published_from=day, published_to=day)
    assert found.article.title == "Ferry returns"
    assert list_articles(folder, published_to=date(2020, 2, 4)) == []


def test_a_limit_is_kept(folder: Path) -> None:
    assert len(list_articles(folder, limit=1)) == 1


def test_a_limit_of_none_at_all_is_refused(folder: Path) -> None:
    with pytest.raises(InvalidRequest):
        list_articles(folder, limit=0)


def test_what_a_later_run_removed_is_not_listed(folder: Path) -> None:
    indexer(folder).remove([(folder.parent / "news" / "b.txt").as_posix()])
    assert [each.article.title for each in list_articles(folder)] == ["Ferry returns"]


def test_a_lost_manifest_hides_nothing(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    assert len(list_articles(folder)) == 2


def test_where_there_is_no_index_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        list_articles(tmp_path / "none")


def test_an_article_as_json_has_every_field_with_where_it_was_read(folder: Path) -> None:
    listed = list_articles(folder)[0]
    told = article_json(listed)
    assert told == {
        "id": listed.article.id,
        "document_id": listed.article.document_id,
        "title": "Ferry returns",
        "outlet": None,
        "byline": "Ada Lund",
        "published": "2020-02-05",
        "uri": listed.uris[0],
        "uris": list(listed.uris),
        "agency": None,
        "place": None,
        "language": told["language"],
        "url": None,
        "origins": told["origins"],
    }
    assert told["origins"].keys() >= {"title", "byline", "published"}
