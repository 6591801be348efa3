"""Turn rows with named fields into items. Input: a table's or a JSON file's rows. Output: Items.

A row's text is its field as it stands; what its other fields tell goes beside it. Field names match
without regard to case.
"""

import math
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice

from index.errors import InvalidRequest, SourceUnreadable
from index.field_dates import read_date_field
from index.formats.names import UniqueNames
from index.records import Failure, Field, Item, Told

# Our names, and what a row may call each where no mapping says otherwise; the first one wins.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "title": ("title",),
    "date": ("date", "published_at", "published"),
    "outlet": ("outlet", "source"),
    "byline": ("byline", "author"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "dateline": ("dateline",),
    "id": ("id",),
}
_OURS = {name: ours for ours, names in FIELD_NAMES.items() for name in names}
# What tables write where there is nothing.
_NOTHING = {"", "nan", "null", "none", "n/a"}
# What is longer is no title, no name and no address.
_LONGEST_TOLD_CHARS = 1_000
_LONGEST_ID_CHARS = 200
_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
# "SALVADOR, Feb 26 -", "PARIS (Reuters) -": the place stands before the first of these.
_PLACE_END = re.compile(r"[,(]|\s[-–—]|[-–—]\s*$")
# So much is looked at before anything is given out: a file of another kind has no good row in it.
_FIRST_ROWS = 1_000
_FIRST_CHARS = 16_000_000
_MOST_COLUMNS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one row by their names. ``number`` counts from 1; ``size`` is in characters."""

    number: int
    fields: Mapping[str, object]
    size: int


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row whose fields cannot be told apart, and why, as the end of "Row 3 of x.csv ..."."""

    number: int
    why: str
    remedy: str
    size: int


def read_rows(
    rows: Iterator[Row | BrokenRow], uri: str, mapping: Mapping[str, str]
) -> Iterator[Item | Failure]:
    """An item for each row that has a text, a failure for each other, in order.

    An item's uri is the file's ``uri``, a ``#`` and the row's own id, or else its number; where
    rows have ids, a failure's is ``#row 3``, so that it is no other row's.
    ``mapping`` gives their name of a field by ours. Raises SourceUnreadable where no row has a
    column that it names, where the first rows are all bad, or where ``rows`` does: what came out
    before stands.
    """
    with closing(_Reader(uri, mapping)) as reader:
        first, is_all, error = _read_first(rows, reader)
        if not error:
            reader.require_good_rows(first)
        if is_all:
            reader.require_columns()
        yield from map(reader.renamed, first)
        if error:
            raise error
        yield from map(reader.renamed, map(reader.read, rows))
        reader.require_columns()


def _read_first(
    rows: Iterator[Row | BrokenRow], reader: "_Reader"
) -> tuple[list[Item | Failure], bool, SourceUnreadable | None]:
    """What the first rows give, whether they are all, and what broke off the reading."""
    first: list[Item | Failure] = []
    size = 0
    try:
        for row in rows:
            first.append(reader.read(row))
            size += row.size
            if len(first) == _FIRST_ROWS or size > _FIRST_CHARS:
                return first, False, None
    except SourceUnreadable as error:
        return first, False, error
    return first, True, None


class _Reader:
    """What is known of one file's rows while they are read."""

    def __init__(self, uri: str, mapping: Mapping[str, str]) -> None:
        self._uri = uri
        mapped = {_our_name(ours): theirs for ours, theirs in mapping.items()}
        self._sought = FIELD_NAMES | {ours: (_fold(name),) for ours, name in mapped.items()}
        # The columns that some row must have, as they were named; and all that were met.
        self._missing = {_fold(theirs): theirs for theirs in mapped.values()}
        self._columns: dict[str, str] = {}
        self._names = UniqueNames()
        self._has_ids = False

    def close(self) -> None:
        self._names.close()

    def read(self, row: Row | BrokenRow) -> Item | Failure:
        if isinstance(row, BrokenRow):
            return self._failure(row.number, row.why, row.remedy)
        columns = {_fold(name): name for name in row.fields}
        self._note(columns)
        found = dict(self._find(row.fields, columns))
        try:
            text = _text_of(found.pop("text", None))
            told = tuple(_tell(found))
            content = text.encode()
            "".join(item.value for item in told).encode()
        except _Unfit as unfit:
            return self._failure(row.number, unfit.why, unfit.remedy)
        except UnicodeEncodeError as error:
            return self._failure(
                row.number,
                f"holds {error.object[error.start]!a}, which is no character",
                "Correct it; or convert the file: iconv -f ITS-ENCODING -t UTF-8 OLD > NEW.",
            )
        own = _id_of(found.get("id"))
        self._has_ids = self._has_ids or bool(own)
        name = self._names.give(own or str(row.number))
        has_title = any(item.field is Field.TITLE for item in told)
        return Item(f"{self._uri}#{name}", "row.txt", content, told, is_one_article=has_title)

    def renamed(self, entry: Item | Failure) -> Item | Failure:
        """A failure under a name that is no row's id, once a row had one."""
        if isinstance(entry, Item) or not self._has_ids:
            return entry
        number = entry.uri.removeprefix(f"{self._uri}#")
        return replace(entry, uri=f"{self._uri}#row {number}")

    def require_good_rows(self, first: Sequence[Item | Failure]) -> None:
        """Raise SourceUnreadable where there is no row, or many and no good one."""
        if not first:
            raise SourceUnreadable(f"{self._uri} has no rows.", "Remove the file or fill it.")
        if any(isinstance(one, Item) for one in first):
            return
        if self._columns and not self._columns.keys() & set(self._sought["text"]):
            wanted = " or ".join(map(repr, self._sought["text"]))
            raise SourceUnreadable(
                f"{self._uri} has no column {wanted} for the text; it has {self._shown_columns()}.",
                "Say which holds the text: --map text=COLUMN.",
            )
        if len(first) == _FIRST_ROWS:
            failure = next(one for one in first if isinstance(one, Failure))
            raise SourceUnreadable(
                f"None of the first {_FIRST_ROWS:,} rows of {self._uri} can be read. First:"
                f" {failure.problem}",
                failure.remedy,
            )

    def require_columns(self) -> None:
        """Raise SourceUnreadable where the mapping names a column that no row had."""
        if self._missing and self._columns:
            raise SourceUnreadable(
                f"No row of {self._uri} has a column '{next(iter(self._missing.values()))}'; there"
                f" are {self._shown_columns()}.",
                "Name one of these in --map.",
            )

    def _note(self, columns: Mapping[str, str]) -> None:
        if len(self._columns) < _MOST_COLUMNS:
            self._columns |= columns
        for folded in columns:
            self._missing.pop(folded, None)

    def _shown_columns(self) -> str:
        # A table without a line of names has its first values there.
        names = (textwrap.shorten(name, 40) for name in self._columns.values())
        shown = ", ".join(f"'{name}'" for name in islice(names, _MOST_COLUMNS))
        return shown.encode("utf-8", "backslashreplace").decode()

    def _find(
        self, fields: Mapping[str, object], columns: Mapping[str, str]
    ) -> Iterator[tuple[str, tuple[str, object]]]:
        """Our name of each field that the row fills, with their name and the value."""
        for ours, sought in self._sought.items():
            for folded in sought:
                if folded in columns and not _is_nothing(fields[columns[folded]]):
                    yield ours, (columns[folded], fields[columns[folded]])
                    break

    def _failure(self, number: int, why: str, remedy: str) -> Failure:
        return Failure(f"{self._uri}#{number}", f"Row {number} of {self._uri} {why}.", remedy)


def _our_name(name: str) -> str:
    ours = _OURS.get(_fold(name))
    if ours is None:
        raise InvalidRequest(
            f"There is no field '{name}' to map a column to.",
            f"The fields are {', '.join(FIELD_NAMES)}.",
        )
    return ours


def _fold(name: str) -> str:
    return name.strip().casefold()


class _Unfit(Exception):
    """Why a row gives no item, as the end of "Row 3 of x.csv ...", and the remedy."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why, remedy)
        self.why, self.remedy = why, remedy


def _text_of(found: tuple[str, object] | None) -> str:
    if found is None:
        raise _Unfit(
            "has no text", "Remove the row or fill it; --map text=COLUMN names the column."
        )
    column, value = found
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else _KINDS.get(type(value), "a number")
        raise _Unfit(
            f"has {kind} in '{column}' where its text should be",
            "Name the column that holds the text: --map text=COLUMN.",
        )
    return value


def _is_nothing(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in _NOTHING
    return value is None or value in ([], {}) or (isinstance(value, float) and math.isnan(value))


def _tell(found: Mapping[str, tuple[str, object]]) -> Iterator[Told]:
    for ours, (column, value) in found.items():
        if ours in _TELLING:
            field, read = _TELLING[ours]
            told = read(value)
            if told and len(told) <= _LONGEST_TOLD_CHARS:
                yield Told(field, told, f"field '{column}'")


def _plain(value: object) -> str:
    """The value on one line; of an object its name, and of a list all of them."""
    if isinstance(value, dict):
        return _plain(next((value[key] for key in value if _fold(key) == "name"), None))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, bool) or _is_nothing(value):
        return ""
    return " ".join(str(value).split())


def _day(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    day = read_date_field(value)
    return day.isoformat() if day else ""


def _byline(value: object) -> str:
    return _BY.sub("", _plain(value), count=1)


def _place(value: object) -> str:
    return _PLACE_END.split(_plain(value), maxsplit=1)[0].strip()


def _id_of(found: tuple[str, object] | None) -> str:
    """What the row calls itself, if that can stand in a name."""
    name = _plain(found[1]) if found and not isinstance(found[1], list | dict) else ""
    return name if name.isprintable() and len(name) <= _LONGEST_ID_CHARS else ""


_KINDS = {dict: "an object", bool: "true or false"}
_TELLING: dict[str, tuple[Field, Callable[[object], str]]] = {
    "title": (Field.TITLE, _plain),
    "outlet": (Field.OUTLET, _plain),
    "byline": (Field.BYLINE, _byline),
    "dateline": (Field.PLACE, _place),
    "date": (Field.PUBLISHED, _day),
    "language": (Field.LANGUAGE, _plain),
    "url": (Field.URL, _plain),
}
