"""JSON is read as rows."""

import io
import json

import pytest

from index.errors import SourceUnreadable
from index.formats import json_rows
from index.formats.json_rows import read_json, read_json_lines
from index.formats.rows import BrokenRow, Row


def _rows(lines: str) -> list[tuple[int, object]]:
    """Each row's number, with its fields or what is wrong with it."""
    return [
        (row.number, row.fields if isinstance(row, Row) else row.why)
        for row in read_json_lines(io.StringIO(lines, newline="\n"))
    ]


def test_a_line_is_a_row_with_the_lines_number() -> None:
    assert _rows('{"text": "a"}\n\n  \r\n{"text": "b\\u00e9"}') == [
        (1, {"text": "a"}),
        (4, {"text": "bé"}),
    ]


def test_only_a_line_feed_ends_a_line() -> None:
    assert _rows('{"text": "a\u2028b\x85c"}\n') == [(1, {"text": "a\u2028b\x85c"})]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("[1]", "is no JSON object"),
        ('"text"', "is no JSON object"),
        ('{"text": ', "is no JSON: Expecting value at character 11"),
        ("[" * 100_000, "is no JSON: it is nested too deep"),
        ('{"text": ' + "1" * 5_000 + "}", "is no JSON: a number is too long"),
    ],
)
def test_a_bad_line_is_told_and_the_next_is_read(line: str, why: str) -> None:
    told = _rows(f'{line}\n{{"text": "a"}}\n')
    assert told == [(1, why), (2, {"text": "a"})]


def test_what_is_no_number_is_nothing() -> None:
    assert _rows('{"text": NaN, "date": -Infinity}') == [(1, {"text": None, "date": None})]


def test_a_line_beyond_the_limit_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "ITEM_BYTES", 20)
    rows = _rows(f'{{"text": "{"a" * 100}"}}\n{{"text": "b"}}\n')
    assert [number for number, _ in rows] == [1, 2]
    assert "is longer than" in str(rows[0][1])
    assert rows[1][1] == {"text": "b"}


def test_a_file_holds_an_object_or_an_array_of_them() -> None:
    one, other = {"text": "a"}, {"text": "b"}
    assert [r.number for r in read_json(json.dumps([one, other]).encode(), "a.json")] == [1, 2]
    (row,) = read_json(json.dumps(one).encode("utf-16"), "a.json")
    assert isinstance(row, Row)
    assert row.fields == one


def test_what_is_no_object_in_an_array_is_told() -> None:
    rows = list(read_json(b'[1, {"text": "a"}]', "a.json"))
    assert isinstance(rows[0], BrokenRow)
    assert isinstance(rows[1], Row)


@pytest.mark.parametrize("content", [b"3", b'"text"', b"null", b"{", b"", b"[" * 100_000])
def test_a_file_of_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(SourceUnreadable, match=r"^a\.json ") as caught:
        list(read_json(content, "a.json"))
    assert caught.value.remedy
