"""Read a table as rows. Input: a stream of text with separated values. Output: rows.

The first line names the columns. How values are separated and quoted is told from the beginning of
the table: by what gives its rows as many values as it has columns.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from index.errors import SourceUnreadable
from index.formats.rows import BrokenRow, Row
from index.formats.streams import ITEM_BYTES, MEGABYTE

_SAMPLE_CHARS = 100_000
# In order of preference where a table can be read in several ways. Tabs often stand between values
# that are never quoted, where a quotation mark is a mark like any other.
_DIALECTS: tuple[dict[str, Any], ...] = (
    *({"delimiter": sign, "strict": True} for sign in ",;\t|"),
    {"delimiter": "\t", "quoting": csv.QUOTE_NONE},
    *({"delimiter": sign, "escapechar": "\\", "strict": True} for sign in ",;\t|"),
)
_FIX_QUOTES = 'Quote the values that hold commas, line ends or quotes, and double each " in them.'


def read_table(text: TextIO, uri: str) -> Iterator[Row | BrokenRow]:
    """A row for each below the columns' names, counted from 1; blank lines are none.

    A value that is missing at a row's end is none. ``text`` gives line ends as they are
    (newline=""). Raises SourceUnreadable where there is no line at all.
    """
    # The limit is the process's own. Nothing else here reads tables.
    csv.field_size_limit(ITEM_BYTES)
    sample = text.read(_SAMPLE_CHARS)
    dialect = _tell_dialect(sample, is_whole=len(sample) < _SAMPLE_CHARS)
    rows = _read(_lines(io.StringIO(sample, newline=""), text), dialect)
    columns = next((row for row in rows if row and not isinstance(row, csv.Error)), None)
    if columns is None:
        raise SourceUnreadable(f"{uri} holds no table.", "Remove the file or fill it.")
    for number, row in enumerate((row for row in rows if row), start=1):
        if isinstance(row, csv.Error):
            yield BrokenRow(number, f"cannot be taken apart: {_reason(row)}", _FIX_QUOTES, 0)
        elif any(row[len(columns) :]):
            yield BrokenRow(
                number,
                f"has {len(row)} values under {len(columns)} columns",
                _FIX_QUOTES,
                sum(map(len, row)),
            )
        else:
            # Of two columns of one name the first is meant.
            fields = dict(reversed(list(zip(columns, row, strict=False))))
            yield Row(number, fields, sum(map(len, row)))


def _lines(sample: TextIO, rest: TextIO) -> Iterator[str]:
    for line in sample:
        # The sample's last line goes on in the rest.
        yield line if line.endswith(("\n", "\r")) else line + rest.readline(ITEM_BYTES)
    while line := rest.readline(ITEM_BYTES):
        yield line


def _read(lines: Iterable[str], dialect: dict[str, Any]) -> Iterator[list[str] | csv.Error]:
    """Each row, or what is wrong with it; after that the next line begins a row."""
    reader = csv.reader(lines, **dialect)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield error


def _reason(error: csv.Error) -> str:
    if "field larger" in str(error):
        return f"a value is longer than {ITEM_BYTES // MEGABYTE} MB, or a quote is never closed"
    return str(error)


def _tell_dialect(sample: str, *, is_whole: bool) -> dict[str, Any]:
    return max(_DIALECTS, key=lambda dialect: _fitness(sample, dialect, is_whole=is_whole))


def _fitness(sample: str, dialect: dict[str, Any], *, is_whole: bool) -> tuple[bool, float]:
    """Whether there are columns at all, and what share of the rows has as many values."""
    rows = [row for row in _read(io.StringIO(sample, newline=""), dialect) if row]
    if not is_whole and len(rows) > 1:
        rows.pop()
    if not rows or isinstance(rows[0], csv.Error):
        return False, 0.0
    is_plain = "quoting" in dialect
    fitting = sum(
        not isinstance(row, csv.Error)
        and len(row) == len(rows[0])
        and not (is_plain and (len(row) == 1 or _has_quoted(row)))
        for row in rows
    )
    return len(rows[0]) > 1, fitting / len(rows)


def _has_quoted(row: Sequence[str]) -> bool:
    return any(len(value) > 1 and value[0] == value[-1] == '"' for value in row)
