"""A file gives its items, and a failure for each part that cannot be read."""

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.discovering import Source
from index.errors import InvalidRequest, SourceUnreadable
from index.formats import streams
from index.records import Failure, Field, Item, Told
from index.unpacking import unpack
from tests.index.formats.making import encrypted, texts, unpack_file, unpacked, zip_of

ROWS = '{"id": "x", "title": "T", "text": "One."}\nbroken\n{"text": "Two."}\n'
TABLE = 'title,text\nA,"One,\ntwo."\nB,Three.\n'
FEED = (
    '<rss version="2.0"><channel><title>Paper</title><item><title>T</title>'
    "<description>Text.</description></item></channel></rss>"
)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.html", "a.pdf", "a.docx", "a.md"])
def test_a_plain_file_is_one_item(tmp_path: Path, name: str) -> None:
    assert unpacked(tmp_path, name, b"Text.\r\n") == ([Item(name, name, b"Text.\r\n")], [])


def test_an_items_name_is_the_files_and_its_uri_the_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (item,) = unpack(Source("news/b.md", tmp_path / "a.txt"), {})
    assert item == Item("news/b.md", "b.md", b"Text.")


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "A.JSONL"])
def test_json_lines_are_rows(tmp_path: Path, name: str) -> None:
    items, failures = unpacked(tmp_path, name, ROWS.encode())
    told = (Told(Field.TITLE, "T", "field 'title'"),)
    assert items == [
        Item(f"{name}#x", "row.txt", b"One.", told, is_one_article=True),
        Item(f"{name}#3", "row.txt", b"Two."),
    ]
    assert [failure.uri for failure in failures] == [f"{name}#row 2"]


def test_json_is_rows(tmp_path: Path) -> None:
    content = json.dumps([{"text": "One."}, {"text": "Two."}]).encode()
    assert texts(unpacked(tmp_path, "a.json", content)[0]) == {
        "a.json#1": "One.",
        "a.json#2": "Two.",
    }


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_a_table_is_rows(tmp_path: Path, name: str) -> None:
    table = TABLE if name == "a.csv" else TABLE.replace("A,", "A\t").replace("B,", "B\t")
    table = table.replace("title,", "title\t") if name == "a.tsv" else table
    items, failures = unpacked(tmp_path, name, table.encode("utf-8-sig"))
    assert texts(items) == {f"{name}#1": "One,\ntwo.", f"{name}#2": "Three."}
    assert failures == []


def test_a_table_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    items, _ = unpacked(tmp_path, "a.csv", "title,text\nA,Le café était fermé.\n".encode("cp1252"))
    assert texts(items) == {"a.csv#1": "Le café était fermé."}


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom"])
def test_a_feed_is_its_entries(tmp_path: Path, name: str) -> None:
    (item,), failures = unpacked(tmp_path, name, FEED.encode())
    assert (item.uri, item.name, item.is_one_article) == (f"{name}#1", "entry.html", True)
    assert failures == []


def test_a_mapping_reaches_the_rows(tmp_path: Path) -> None:
    items, _ = unpacked(tmp_path, "a.csv", b"title,story\nA,One.\n", {"text": "story"})
    assert texts(items) == {"a.csv#1": "One."}
    with pytest.raises(InvalidRequest):
        list(unpack_file(tmp_path, "a.csv", b"title,story\nA,One.\n", {"nonsense": "story"}))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt.gz", "Text.", {"a.txt.gz": "Text."}),
        ("a.gz", "Text.", {"a.gz": "Text."}),
        ("a.jsonl.gz", ROWS, {"a.jsonl.gz#x": "One.", "a.jsonl.gz#3": "Two."}),
        ("a.csv.gz", TABLE, {"a.csv.gz#1": "One,\ntwo.", "a.csv.gz#2": "Three."}),
    ],
)
def test_what_is_packed_is_read_as_what_it_was(
    tmp_path: Path, name: str, content: str, expected: dict[str, str]
) -> None:
    items, _ = unpacked(tmp_path, name, gzip.compress(content.encode()))
    assert texts(items) == expected
    assert items[0].name in ("a.txt", "a", "row.txt")


def test_an_archive_is_its_files_and_what_they_hold(tmp_path: Path) -> None:
    archive = zip_of(
        {
            "news/a.txt": "One.",
            "rows.csv": TABLE,
            "feed.xml": FEED,
            "news/": "",
            "__MACOSX/._a.txt": "x",
            ".hidden": "x",
            "logo.png": "x",
            "../b.md": "Two.",
        }
    )
    items, failures = unpacked(tmp_path, "a.zip", archive)
    assert [item.uri for item in items] == [
        "a.zip#news/a.txt",
        "a.zip#rows.csv#1",
        "a.zip#rows.csv#2",
        "a.zip#feed.xml#1",
        "a.zip#b.md",
    ]
    assert items[0] == Item("a.zip#news/a.txt", "a.txt", b"One.")
    assert failures == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


@pytest.mark.parametrize("members", [{}, {"logo.png": "x", "news/": "", ".hidden": "x"}])
def test_an_archive_without_a_file_to_read_is_refused(
    tmp_path: Path, members: dict[str, bytes | str]
) -> None:
    with pytest.raises(SourceUnreadable, match=r"a\.zip holds no file that could be read"):
        list(unpack_file(tmp_path, "a.zip", zip_of(members)))


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    items, _ = unpacked(tmp_path, "a.zip", zip_of({"a.txt": "One.", "./a.txt": "Two."}))
    assert texts(items) == {"a.zip#a.txt": "One.", "a.zip#a.txt~2": "Two."}


def test_a_bad_member_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    archive = encrypted(
        zip_of(
            {
                "secret.txt": "One.",
                "inner.zip": zip_of({"a.txt": "x"}),
                "inner.txt.gz": gzip.compress(b"x"),
                "old.rtf": "x",
                "other.xml": "<a/>",
                "broken.json": "{",
                "bomb.txt": b"a" * 20_000_000,
                "good.txt": "Two.",
            }
        )
    )
    items, failures = unpacked(tmp_path, "a.zip", archive)
    assert texts(items) == {"a.zip#good.txt": "Two."}
    told = {failure.uri.removeprefix("a.zip#"): failure.problem for failure in failures}
    for name, problem in {
        "secret.txt": "is encrypted",
        "inner.zip": "an archive within an archive",
        "inner.txt.gz": "an archive within an archive",
        "old.rtf": "of a form that is not read",
        "other.xml": "no RSS or Atom feed",
        "broken.json": "is no JSON",
        "bomb.txt": "more than 200 times its size",
    }.items():
        assert problem in told.pop(name)
    assert not told
    assert all(failure.remedy for failure in failures)


@pytest.mark.parametrize("name", ["a.zip.gz", "a.gz.gz", "a.GZ.gz"])
def test_an_archive_within_an_archive_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceUnreadable, match="an archive within an archive"):
        list(unpack_file(tmp_path, name, gzip.compress(b"x")))


def test_a_form_that_is_not_read_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.mp4").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(SourceUnreadable, match="of a form that is not read"):
        list(unpack(Source("a.mp4", tmp_path / "a.mp4"), {}))


def test_a_file_may_only_be_so_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "ITEM_BYTES", streams.MEGABYTE)
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(SourceUnreadable, match=r"a\.txt is larger than the 1 MB"):
        list(unpack(Source("a.txt", tmp_path / "a.txt"), {}))


def test_an_archive_is_given_up_once_it_has_held_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "ARCHIVE_BYTES", 100)
    archive = zip_of({f"{name}.txt": "a" * 60 for name in "abc"})
    items, failures = unpacked(tmp_path, "a.zip", archive)
    assert [item.uri for item in items] == ["a.zip#a.txt"]
    assert [failure.uri for failure in failures] == ["a.zip"]
    assert "a.zip holds more than" in failures[0].problem


@pytest.mark.parametrize("kind", ["folder", "dangling", "missing"])
def test_what_the_system_will_not_give_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "page.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(SourceUnreadable) as caught:
        list(unpack(Source("page.txt", path), {}))
    assert str(path) in caught.value.problem
    assert caught.value.remedy == "Check that the file exists and that you may read it."


def _rows_of(count: int) -> Iterator[bytes]:
    return (
        json.dumps({"id": f"row-{number}", "text": f"{number * 7919 % 10007} " * 50}).encode()
        + b"\n"
        for number in range(count)
    )


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"

    def peak(count: int) -> int:
        with gzip.open(path, "wb", compresslevel=1) as file:
            file.writelines(_rows_of(count))
        tracemalloc.start()
        assert sum(isinstance(one, Item) for one in unpack(Source(path.name, path), {})) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(12_000) < peak(4_000) * 1.2


def test_rows_of_a_file_that_breaks_off_come_out_before_the_break(tmp_path: Path) -> None:
    content = gzip.compress(b"".join(_rows_of(5_000)))
    items, failures = unpacked(tmp_path, "a.jsonl.gz", content[: len(content) * 3 // 4])
    assert len(items) > 3_000
    assert [failure.uri for failure in failures] == ["a.jsonl.gz"]
    assert "a.jsonl.gz is broken after " in failures[0].problem


def test_a_reader_may_stop_early(tmp_path: Path) -> None:
    reading = unpack_file(tmp_path, "a.zip", zip_of({"a.jsonl": ROWS, "b.txt": "x"}))
    assert not isinstance(next(reading), Failure)
    del reading
