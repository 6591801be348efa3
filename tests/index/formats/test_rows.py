"""A row becomes an item: its text as it stands, and what its other fields tell."""

from collections.abc import Iterator, Mapping

import pytest

from index.errors import InvalidRequest, SourceUnreadable
from index.formats import rows as rows_module
from index.formats.rows import BrokenRow, Row, read_rows
from index.records import Failure, Field, Item, Told


def _read(*fields: Mapping[str, object], mapping: Mapping[str, str] | None = None) -> list[object]:
    rows = (Row(number, row, 10) for number, row in enumerate(fields, start=1))
    return list(read_rows(rows, "a.jsonl", mapping or {}))


def _item(fields: Mapping[str, object], mapping: Mapping[str, str] | None = None) -> Item:
    (item,) = _read(fields, mapping=mapping)
    assert isinstance(item, Item), item
    return item


def _told(fields: Mapping[str, object]) -> dict[Field, str]:
    return {told.field: told.value for told in _item({"text": "a", **fields}).told}


def _failure(fields: Mapping[str, object]) -> Failure:
    good, failure = _read({"text": "a"}, fields)
    assert isinstance(good, Item)
    assert isinstance(failure, Failure)
    assert failure.uri == "a.jsonl#2"
    assert failure.remedy
    return failure


def test_a_rows_text_is_its_field_as_it_stands() -> None:
    item = _item({"text": " Güler said:\r\n “no”. \n"})
    assert item.content.decode() == " Güler said:\r\n “no”. \n"
    assert (item.uri, item.name) == ("a.jsonl#1", "row.txt")
    assert item.told == ()


@pytest.mark.parametrize("name", ["text", "body", "content", "TEXT", " Body "])
def test_the_text_goes_by_several_names(name: str) -> None:
    assert _item({name: "a"}).content == b"a"


def test_an_empty_field_gives_way_to_the_next() -> None:
    assert _item({"text": "", "body": None, "content": "c"}).content == b"c"


def test_every_field_is_told_with_its_own_name() -> None:
    fields = {
        "Title": "Storm  Closes\nHarbour",
        "Text": "a",
        "Published_At": "2020-03-04T23:10:00+02:00",
        "source": "The Veltrin Times",
        "author": "By Ada Lund",
        "link": "https://x.example/1",
        "lang": "en",
        "dateline": "    SALVADOR, Feb 26 -",
    }
    assert set(_item(fields).told) == {
        Told(Field.TITLE, "Storm Closes Harbour", "field 'Title'"),
        Told(Field.PUBLISHED, "2020-03-04", "field 'Published_At'"),
        Told(Field.OUTLET, "The Veltrin Times", "field 'source'"),
        Told(Field.BYLINE, "Ada Lund", "field 'author'"),
        Told(Field.URL, "https://x.example/1", "field 'link'"),
        Told(Field.LANGUAGE, "en", "field 'lang'"),
        Told(Field.PLACE, "SALVADOR", "field 'dateline'"),
    }


def test_a_row_with_a_title_is_one_article() -> None:
    assert _item({"text": "a", "title": "T"}).is_one_article
    assert not _item({"text": "a", "title": " "}).is_one_article


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (["Ada Lund", "Jo Roe"], "Ada Lund, Jo Roe"),
        ([{"name": "Ada Lund", "id": 3}, {"Name": "Jo Roe"}, {"id": 4}], "Ada Lund, Jo Roe"),
        ({"name": "Ada Lund"}, "Ada Lund"),
    ],
)
def test_names_are_found_in_lists_and_objects(value: object, told: str) -> None:
    assert _told({"author": value}) == {Field.BYLINE: told}


@pytest.mark.parametrize(
    "value",
    [None, "", "nan", "NULL", "None", "n/a", float("nan"), [], {}, {"id": 1}, True, "x" * 1001],
)
def test_what_is_nothing_is_not_told(value: object) -> None:
    assert _told({"title": value}) == {}


def test_a_number_is_told_as_text() -> None:
    assert _told({"title": 1984}) == {Field.TITLE: "1984"}


@pytest.mark.parametrize("value", ["03/04/2020", "2020", True, ["2020-03-04"], "yesterday"])
def test_a_date_that_is_none_is_not_told(value: object) -> None:
    assert _told({"date": value}) == {}


@pytest.mark.parametrize("value", ["26-FEB-1987 15:01:01.79", 541350061])
def test_a_date_may_be_written_in_many_ways(value: object) -> None:
    assert _told({"date": value}) == {Field.PUBLISHED: "1987-02-26"}


@pytest.mark.parametrize(
    "dateline", ["PARIS (Reuters) -", "PARIS - ", "PARIS —", "PARIS", "PARIS, May 2"]
)
def test_the_place_is_read_out_of_a_dateline(dateline: str) -> None:
    assert _told({"dateline": dateline}) == {Field.PLACE: "PARIS"}


def test_paragraphs_may_be_a_list() -> None:
    assert _item({"text": ["one", "two"]}).content == b"one\n\ntwo"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (3, "has a number in 'text' where its text should be"),
        (True, "has true or false in 'text' where its text should be"),
        ({"a": 1}, "has an object in 'text' where its text should be"),
        ([1], "has a list in 'text' where its text should be"),
        ("nan", "has no text"),
        (float("nan"), "has no text"),
        (" \n", "has no text"),
        (None, "has no text"),
        ("half: \ud83d", "holds '\\ud83d', which is no character"),
    ],
)
def test_a_row_without_a_text_is_named(value: object, why: str) -> None:
    assert _failure({"text": value}).problem == f"Row 2 of a.jsonl {why}."


def test_half_a_character_in_what_is_told_is_named() -> None:
    assert "which is no character" in _failure({"text": "a", "title": "\udce9"}).problem


def test_a_broken_row_is_named() -> None:
    rows: Iterator[Row | BrokenRow] = iter(
        [Row(1, {"text": "a"}, 1), BrokenRow(2, "is x", "Do.", 1)]
    )
    assert list(read_rows(rows, "a.csv", {}))[1] == Failure(
        "a.csv#2", "Row 2 of a.csv is x.", "Do."
    )


def test_a_row_is_called_by_its_id_and_no_two_alike() -> None:
    uris = [
        item.uri
        for item in _read(
            {"text": "a", "id": "x 1"},
            {"text": "b", "ID": 7},
            {"text": "c", "id": "x 1"},
            {"text": "d"},
            {"text": "e", "id": "4"},
        )
        if isinstance(item, Item)
    ]
    assert uris == [f"a.jsonl#{name}" for name in ("x 1", "7", "x 1~2", "4", "4~2")]


@pytest.mark.parametrize("bad", ["", "a\x00b", "x" * 201, ["x"], {"name": "x"}, None])
def test_an_id_that_cannot_be_cited_is_none(bad: object) -> None:
    assert _item({"text": "a", "id": bad}).uri == "a.jsonl#1"


def test_a_mapping_says_what_our_fields_are_called() -> None:
    mapping = {"text": "article", "Source": "paper"}
    item = _item({"ARTICLE": "a", "paper": "P", "source": "S", "content": "c"}, mapping)
    assert item.content == b"a"
    assert item.told == (Told(Field.OUTLET, "P", "field 'paper'"),)


def test_a_mapping_of_no_field_of_ours_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="no field 'headline'") as caught:
        _read({"text": "a"}, mapping={"headline": "x"})
    assert "title" in caught.value.remedy


def test_a_mapping_to_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(SourceUnreadable) as caught:
        _read({"text": "a", "paper": "P"}, {"text": "b", "day": 1}, mapping={"title": "heading"})
    assert caught.value.problem == (
        "No row of a.jsonl has a column 'heading'; there are 'text', 'paper', 'day'."
    )


def test_a_mapped_column_may_come_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "_FIRST_ROWS", 2)
    rows = [{"text": "a"}, {"text": "b"}, {"text": "c", "heading": "H"}]
    assert len(_read(*rows, mapping={"title": "heading"})) == 3
    with pytest.raises(SourceUnreadable, match="has a column 'other'"):
        _read(*rows, mapping={"title": "other"})


def test_rows_without_a_column_for_the_text_are_refused_once() -> None:
    with pytest.raises(SourceUnreadable) as caught:
        _read({"foo": "a", "é" * 100: 1}, {"foo": "b"})
    assert caught.value.problem.startswith(
        "a.jsonl has no column 'text' or 'body' or 'content' for the text; it has 'foo', "
    )
    assert len(caught.value.problem) < 200
    assert "--map text=COLUMN" in caught.value.remedy


def test_a_file_of_bad_rows_alone_is_given_up_early() -> None:
    taken = 0

    def rows() -> Iterator[Row | BrokenRow]:
        nonlocal taken
        for taken in range(1, 10_000):
            yield BrokenRow(taken, "is no JSON", "Correct it.", 1)

    with pytest.raises(SourceUnreadable, match=r"None of the first 1,000 rows .* Row 1 of a"):
        list(read_rows(rows(), "a.jsonl", {}))
    assert taken == 1_000


def test_a_few_bad_rows_alone_are_named_each() -> None:
    rows: Iterator[Row | BrokenRow] = iter([BrokenRow(n, "is x", "Do.", 1) for n in (1, 2)])
    assert [f.uri for f in read_rows(rows, "a.csv", {})] == ["a.csv#1", "a.csv#2"]


def test_no_row_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="has no rows"):
        _read()


def test_what_came_before_a_break_comes_out() -> None:
    def rows() -> Iterator[Row | BrokenRow]:
        yield Row(1, {"text": "a"}, 1)
        raise SourceUnreadable("It broke.", "Mend it.")

    reading = read_rows(rows(), "a.jsonl", {})
    assert isinstance(next(reading), Item)
    with pytest.raises(SourceUnreadable, match="It broke"):
        next(reading)


def test_a_failed_row_is_no_other_rows_id_once_a_row_had_one() -> None:
    broken = {"text": ""}
    entries = _read(broken, {"id": 1, "text": "a"}, broken, {"id": "x", "text": "b"})
    uris = [entry.uri for entry in entries if isinstance(entry, Item | Failure)]
    assert uris == ["a.jsonl#row 1", "a.jsonl#1", "a.jsonl#row 3", "a.jsonl#x"]
