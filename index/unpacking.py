"""Unpack a file into what is read as one page each. Input: a Source. Output: Items, and Failures.

A plain file is one item. A table gives its rows, a feed its entries, an archive its files and what
these hold; archives within archives are refused. Files are read as streams, so that a large one
takes no more memory than its largest item. The limits stand in `index.formats.streams`.
"""

import gzip
import io
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.discovering import Source, holds_no_text
from index.errors import SourceUnreadable
from index.formats.feeds import read_feed
from index.formats.json_rows import read_json, read_json_lines
from index.formats.names import UniqueNames
from index.formats.rows import read_rows
from index.formats.streams import Allowance, GuardedStream, Stream, opened_text, read_whole
from index.formats.tables import read_table
from index.formats.zips import files_in, opened_member, opened_zip
from index.reading import refuse_unread
from index.records import Failure, Item


@dataclass(frozen=True, slots=True)
class _Part:
    """A file, or an archive's file: what is cited as ``uri`` and ends as ``name`` does."""

    uri: str
    name: str
    stream: Stream
    mapping: Mapping[str, str]


def unpack(source: Source, mapping: Mapping[str, str]) -> Iterator[Item | Failure]:
    """The items of the file in their order, and a failure for each part that cannot be read.

    ``mapping`` gives, by our name of a row's field, the name that the file has for it. Raises
    SourceUnreadable where the file cannot be gone on with; what came out before that stands.
    Raises InvalidRequest where the mapping has a name that is not ours.
    """
    try:
        file = source.path.open("rb")
    except OSError as error:
        raise SourceUnreadable(
            f"{source.path} cannot be read: {error.strerror or error}.",
            "Check that the file exists and that you may read it.",
        ) from error
    with file:
        if read := _ARCHIVES.get(_ending(source.uri)):
            yield from read(source, file, mapping)
        else:
            stream = io.BufferedReader(GuardedStream(file, source.uri))
            yield from _items(_Part(source.uri, source.uri, stream, mapping))


def _items(part: _Part) -> Iterator[Item | Failure]:
    read = _MANY_ITEMS.get(_ending(part.name), _one_item)
    return read(part)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _one_item(part: _Part) -> Iterator[Item | Failure]:
    refuse_unread(part.uri, part.name)
    yield Item(part.uri, PurePosixPath(part.name).name, read_whole(part.stream, part.uri))


def _json_lines(part: _Part) -> Iterator[Item | Failure]:
    with opened_text(part.stream, part.uri, newline="\n") as text:
        yield from read_rows(read_json_lines(text), part.uri, part.mapping)


def _json(part: _Part) -> Iterator[Item | Failure]:
    rows = read_json(read_whole(part.stream, part.uri), part.uri)
    return read_rows(rows, part.uri, part.mapping)


def _feed(part: _Part) -> Iterator[Item | Failure]:
    return read_feed(read_whole(part.stream, part.uri), part.uri)


def _table(part: _Part) -> Iterator[Item | Failure]:
    with opened_text(part.stream, part.uri, newline="") as text:
        yield from read_rows(read_table(text, part.uri), part.uri, part.mapping)


def _gzip(
    source: Source, file: io.BufferedReader, mapping: Mapping[str, str]
) -> Iterator[Item | Failure]:
    name = source.uri[: -len(".gz")]
    _refuse_archive(source.uri, name)
    allowance = Allowance(source.uri, os.fstat(file.fileno()).st_size)
    inner = GuardedStream(gzip.GzipFile(fileobj=file), source.uri, allowance)
    return _items(_Part(source.uri, name, io.BufferedReader(inner), mapping))


def _zip(
    source: Source, file: io.BufferedReader, mapping: Mapping[str, str]
) -> Iterator[Item | Failure]:
    names, whole = UniqueNames(), Allowance(source.uri, os.fstat(file.fileno()).st_size)
    with opened_zip(file, source.uri) as archive, closing(names):
        for member, path in files_in(archive):
            if holds_no_text(path):
                continue
            uri = f"{source.uri}#{names.give(path)}"
            allowance = Allowance(uri, member.compress_size, whole)
            try:
                _refuse_archive(uri, path)
                with opened_member(archive, member, uri, allowance) as stream:
                    yield from _items(_Part(uri, path, io.BufferedReader(stream), mapping))
            except SourceUnreadable as error:
                if whole.is_spent:
                    raise
                yield Failure(uri, error.problem, error.remedy)
        if not names.count:
            raise SourceUnreadable(
                f"{source.uri} holds no file that could be read.", "Pack it again, or remove it."
            )


def _refuse_archive(uri: str, name: str) -> None:
    if _ending(name) in _ARCHIVES:
        raise SourceUnreadable(
            f"{uri} holds an archive within an archive, and these are not opened.",
            "Unpack the outer one and index the folder.",
        )


_ARCHIVES: dict[
    str, Callable[[Source, io.BufferedReader, Mapping[str, str]], Iterator[Item | Failure]]
] = {
    ".gz": _gzip,
    ".zip": _zip,
}
_MANY_ITEMS: dict[str, Callable[[_Part], Iterator[Item | Failure]]] = {
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".json": _json,
    ".csv": _table,
    ".tsv": _table,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
}
