"""Read JSON as rows. Input: a stream of JSON lines, or the bytes of a JSON file. Output: rows."""

import json
from collections.abc import Iterator
from typing import TextIO

from index.decoding import decode
from index.errors import SourceUnreadable
from index.formats.rows import BrokenRow, Row
from index.formats.streams import ITEM_BYTES, MEGABYTE

_FIX_LINE = "Each line must be one JSON object, with its text in 'text'."
# Besides broken JSON: numbers of thousands of digits, and brackets nested a thousand deep.
_BROKEN = (ValueError, RecursionError)


def read_json_lines(lines: TextIO) -> Iterator[Row | BrokenRow]:
    """A row for each line that is not blank; its number is the line's."""
    number = 0
    while line := lines.readline(ITEM_BYTES):
        number += 1
        if len(line) == ITEM_BYTES and not line.endswith("\n"):
            _skip_line(lines)
            yield BrokenRow(
                number,
                f"is longer than {ITEM_BYTES // MEGABYTE} MB",
                "Put each article on a line of its own.",
                ITEM_BYTES,
            )
        elif line.strip():
            yield _read_line(line, number)


def _skip_line(lines: TextIO) -> None:
    while (rest := lines.readline(ITEM_BYTES)) and not rest.endswith("\n"):
        pass


def _read_line(line: str, number: int) -> Row | BrokenRow:
    try:
        value = _load(line)
    except _BROKEN as error:
        return BrokenRow(number, f"is no JSON: {_reason(error)}", _FIX_LINE, len(line))
    return _row(value, number, len(line))


def read_json(content: bytes, uri: str) -> Iterator[Row | BrokenRow]:
    """A row for each object of an array, or one for an object that stands alone.

    Raises SourceUnreadable where ``content`` is no JSON, or neither of these.
    """
    text = decode(content, uri)
    try:
        value = _load(text)
    except _BROKEN as error:
        raise SourceUnreadable(
            f"{uri} is no JSON: {_reason(error)}.",
            "Correct it; for one object a line name the file .jsonl.",
        ) from error
    rows = [value] if isinstance(value, dict) else value
    if not isinstance(rows, list):
        raise SourceUnreadable(
            f"{uri} holds neither a JSON object nor an array of them.",
            "Write each article as an object with its text in 'text'.",
        )
    for number, row in enumerate(rows, start=1):
        yield _row(row, number, len(text) // len(rows))


def _load(text: str) -> object:
    # NaN is no JSON, but what many programs write for a field that is empty.
    return json.loads(text, parse_constant=lambda _: None)


def _row(value: object, number: int, size: int) -> Row | BrokenRow:
    if isinstance(value, dict):
        return Row(number, value, size)
    return BrokenRow(number, "is no JSON object", _FIX_LINE, size)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1:,}"
    return "it is nested too deep" if isinstance(error, RecursionError) else "a number is too long"
