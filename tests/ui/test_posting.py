"""What is posted, as items."""

import gzip
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from index.records import Field
from ui import posting
from ui.posting import ArticleBody, Uploads, clean_name, posted_item


def body(**fields: object) -> ArticleBody:
    return ArticleBody.model_validate({"text": "The harbour opened.", **fields})


def test_what_the_fields_tell_goes_beside_the_text() -> None:
    item = posted_item(body(title=" Harbour\n opens ", published="2020-02-05", language="sv"))
    told = {each.field: (each.value, each.origin) for each in item.told}
    assert told == {
        Field.TITLE: ("Harbour opens", "field 'title'"),
        Field.PUBLISHED: (date(2020, 2, 5).isoformat(), "field 'published'"),
        Field.LANGUAGE: ("sv", "field 'language'"),
    }
    assert (item.content, item.is_one_article) == (b"The harbour opened.", True)


def test_without_a_title_the_text_may_hold_several_articles() -> None:
    assert posted_item(body()).is_one_article is False


def test_an_article_is_cited_by_its_uri_its_url_or_its_digest() -> None:
    url = "https://news.example/harbour"
    assert posted_item(body(uri="wire:7", url=url)).uri == "wire:7"
    assert posted_item(body(url=url)).uri == url
    one, same, other = (posted_item(body(text=text)).uri for text in ("a", "a", "b"))
    assert one == same != other
    assert one.startswith("upload:")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": 7},
        {"text": None},
        {"title": ""},
        {"title": " \n"},
        {"title": "a" * 1_001},
        {"title": "a\x1b[2Jb"},
        {"uri": "a\u202eb"},
        {"text": "\ud800"},
        {"published": "5 February 2020"},
        {"published": 1_580_860_800},
        {"url": "javascript:alert(1)"},
        {"url": "https://"},
        {"language": "English"},
        {"colour": "red"},
    ],
)
def test_a_bad_field_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        body(**fields)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("news.html", "news.html"),
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\a.txt", "a.txt"),
        ("a\x00b\n\u202ec.txt", "abc.txt"),
        ("Zürich – heute.txt", "Zürich – heute.txt"),
        ("..", "unnamed"),
        ("news/", "unnamed"),
        ("", "unnamed"),
        ("a" * 300 + ".html", "a" * 195 + ".html"),
    ],
)
def test_a_files_name_loses_what_a_name_must_not_have(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(st.text())
def test_a_clean_name_is_one_plain_name(name: str) -> None:
    clean = clean_name(name)
    assert clean.isprintable()
    assert not set(clean) & set("/\\")
    assert clean not in ("", ".", "..")


def test_an_upload_is_read_by_its_names_ending_and_cited_by_its_name() -> None:
    packed = gzip.compress(b'{"id": "x", "title": "Harbour opens", "text": "It opened."}\n')
    (item,), failed = Uploads().unpack("rows.jsonl.gz", io.BytesIO(packed))
    assert (item.uri, item.content, failed) == ("upload:rows.jsonl.gz#x", b"It opened.", [])


def test_an_upload_that_cannot_be_read_is_a_failure_under_its_name() -> None:
    items, (failure,) = Uploads().unpack("news.zip", io.BytesIO(b"no zip"))
    assert items == []
    assert failure.uri == "upload:news.zip"
    assert "citewire-" not in failure.problem


def test_an_upload_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "_MOST_UNPACKED_BYTES", 10)
    rows = b"title,text\none,12345678\ntwo,12345678\n"
    items, (failure,) = Uploads().unpack("rows.csv", io.BytesIO(rows))
    assert items == []
    assert "more than 10 bytes" in failure.problem


def test_the_files_of_a_request_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "_MOST_UNPACKED_BYTES", 10)
    uploads = Uploads()
    sent = {"a.txt": b"12345", "b.txt": b"12345", "c.txt": b"1", "d.txt": b""}
    unpacked = {name: uploads.unpack(name, io.BytesIO(content)) for name, content in sent.items()}
    assert [len(items) for items, _ in unpacked.values()] == [1, 1, 0, 0]
    failures = [failure for _, failed in unpacked.values() for failure in failed]
    assert [failure.uri for failure in failures] == ["upload:c.txt", "upload:d.txt"]
    assert all(failure.problem and failure.remedy for failure in failures)
