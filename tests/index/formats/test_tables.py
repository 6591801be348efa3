"""Tables are read as rows, whatever separates and quotes their values."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SourceUnreadable
from index.formats import tables
from index.formats.rows import Row
from index.formats.tables import read_table


def _rows(table: str) -> list[tuple[int, object]]:
    """Each row's number, with its fields or what is wrong with it."""
    return [
        (row.number, row.fields if isinstance(row, Row) else row.why)
        for row in read_table(io.StringIO(table, newline=""), "a.csv")
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_what_separates_values_is_told_by_the_table(sign: str) -> None:
    table = f'title{sign}text\nA{sign}"one, two; three| four\tfive"\nB{sign}plain\n'
    assert _rows(table) == [
        (1, {"title": "A", "text": "one, two; three| four\tfive"}),
        (2, {"title": "B", "text": "plain"}),
    ]


def test_a_quoted_value_keeps_its_line_ends_and_quotes() -> None:
    assert _rows('title,text\r\nA,"one\r\ntwo ""three""\nfour"\r\n') == [
        (1, {"title": "A", "text": 'one\r\ntwo "three"\nfour'})
    ]


def test_quotes_may_be_escaped_with_a_backslash() -> None:
    assert _rows('title,text\n"a","he said \\"no\\", then left"\n') == [
        (1, {"title": "a", "text": 'he said "no", then left'})
    ]


def test_a_backslash_is_one_where_quotes_are_doubled() -> None:
    assert _rows('title,text\n"a","C:\\new ""x"""\n') == [
        (1, {"title": "a", "text": 'C:\\new "x"'})
    ]


def test_quotes_between_tabs_may_be_quotes() -> None:
    assert _rows('title\ttext\n"Yes" he said\the said "no"\nB\t"Open\n') == [
        (1, {"title": '"Yes" he said', "text": 'he said "no"'}),
        (2, {"title": "B", "text": '"Open'}),
    ]


def test_a_table_may_have_one_column() -> None:
    assert _rows("text\none\n\ntwo\n") == [(1, {"text": "one"}), (2, {"text": "two"})]


def test_rows_may_end_early_or_with_empty_values() -> None:
    assert _rows("id,text,date\n1,a\n2,b,c,,\n") == [
        (1, {"id": "1", "text": "a"}),
        (2, {"id": "2", "text": "b", "date": "c"}),
    ]


def test_of_two_columns_of_one_name_the_first_is_meant() -> None:
    assert _rows("text,text\na,b\n") == [(1, {"text": "a"})]


def test_a_bad_row_is_told_and_the_next_is_read() -> None:
    told = _rows('title,text\nA,one\nB,"two"x\nC,a,b\nD,three\nE,four\nF,five\n')
    assert [number for number, _ in told] == [1, 2, 3, 4, 5, 6]
    assert "cannot be taken apart" in str(told[1][1])
    assert told[2][1] == "has 3 values under 2 columns"
    assert told[3][1] == {"title": "D", "text": "three"}


def test_a_quote_that_is_never_closed_is_told() -> None:
    told = _rows('title,text\nA,one\nB,"two\nC,three\n')
    assert told[0][1] == {"title": "A", "text": "one"}
    assert "cannot be taken apart" in str(told[1][1])


def test_a_value_beyond_the_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ITEM_BYTES", 20)
    told = _rows(f'title,text\nA,"{"x" * 30}"\nB,short\n')
    assert "longer than" in str(told[0][1])
    assert told[-1][1] == {"title": "B", "text": "short"}


def test_a_value_may_be_huge() -> None:
    huge = "word, " * 100_000
    assert _rows(f'title,text\nA,"{huge}"\n') == [(1, {"title": "A", "text": huge})]


def test_the_beginning_is_as_much_of_the_table_as_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    table = 'title,text\r\nA,"one\r\ntwo"\r\nB,"three, ""four"""\r\nC,five\r\n'
    whole = _rows(table)
    for length in range(1, len(table)):
        monkeypatch.setattr(tables, "_SAMPLE_CHARS", length)
        text = io.TextIOWrapper(io.BytesIO(table.encode()), newline="")
        told = [r for r in read_table(text, "a.csv") if isinstance(r, Row)]
        if length > len('title,text\r\nA,"one\r\ntwo"'):
            assert [(row.number, row.fields) for row in told] == whole, length


@pytest.mark.parametrize("table", ["", "\n\n", "\r\n"])
def test_a_file_without_a_line_is_no_table(table: str) -> None:
    with pytest.raises(SourceUnreadable, match=r"a\.csv holds no table"):
        _rows(table)


_VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


@given(st.lists(st.tuples(_VALUES, _VALUES), min_size=1), st.sampled_from(",;\t|"))
def test_what_was_written_is_what_is_read(rows: list[tuple[str, str]], sign: str) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerow(("title", "text"))
    writer.writerows(rows)
    assert _rows(table.getvalue()) == [
        (number, {"title": title, "text": text}) for number, (title, text) in enumerate(rows, 1)
    ]


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_a_table_or_refused(table: str) -> None:
    with suppress(SourceUnreadable):
        _rows(table)
