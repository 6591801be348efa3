"""Compare files with what the index holds. Input: Sources. Output: what is to be done, in order.

A file is known by where it really is, and by the digest of its bytes whether it has changed; in a
changed file an item is known by its uri, and by its digest whether it has. What has not changed is
not read, and a file that was only moved or copied is not either.
"""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from index.discovering import Source, is_utf_8
from index.errors import SourceUnreadable
from index.ledger import LESS, File, Held
from index.records import Failure, Item
from index.storing import Writer

# Look-ups of so many at a time: one by one they took a third of a run in which nothing changed.
_FILES_AT_ONCE, _ITEMS_AT_ONCE, _BYTES_AT_ONCE = 500, 200, 4_000_000
_ARCHIVES = {".gz", ".zip"}
# How a failed row is called, which tells not which of those held it was where they have ids.
_NUMBERED = re.compile(r"(?:row )?[0-9]+")
_RENAME = "Remove it first (citewire remove), or give the file another name."


@dataclass(frozen=True, slots=True)
class Take:
    """An item that is new or changed. ``path`` is its file's, or empty; ``weight`` how many of the
    file's bytes are done with it."""

    item: Item
    path: str
    weight: int


@dataclass(frozen=True, slots=True)
class Finish:
    """The end of a file: whether all its items were named before, and whether one had failed."""

    file: File
    weight: int
    is_whole: bool
    has_failed: bool


Step = Take | Finish | Failure


@dataclass(frozen=True, slots=True)
class _Met:
    """A file as it was found, and what is recorded of it."""

    source: Source
    path: str
    digest: str
    size: int
    recorded: File | None


class Comparison:
    """What is to be done so that ``generation`` holds what files and items hold now."""

    def __init__(
        self,
        writer: Writer,
        generation: int,
        mapping: Mapping[str, str],
        skipped: Callable[[int], None],
    ) -> None:
        """``skipped`` is told the bytes of each file with which there is nothing to do."""
        self._writer, self._ledger = writer, writer.ledger
        self._generation, self._mapping, self._skipped = generation, mapping, skipped

    def files(self, sources: Sequence[Source]) -> Iterator[Step]:
        """The steps for these files, in their order. Runs ahead of what is stored, so that nothing
        here relies on what was told before."""
        rest = iter(sources)
        while chunk := list(islice(rest, _FILES_AT_ONCE)):
            yield from self._chunk(chunk)

    def items(self, items: Sequence[Item]) -> Iterator[Step]:
        """The steps for items that came by themselves, of no file."""
        uris = [item.uri for item in items]
        held, files = self._ledger.held(uris), self._ledger.files_named(uris)
        for item in items:
            row = held.get(item.uri)
            if item.uri in files or (row and row.path):
                problem = f"{item.uri} is already the name of an indexed file."
                yield Failure(item.uri, problem, "Add it under another uri.")
            elif row and self._is_same(row, item):
                self._ledger.touch([row.id])
                with self._writer.transaction():
                    self._ledger.restore(row.document_id, self._generation)
            else:
                yield Take(item, "", 0)

    def _chunk(self, sources: Sequence[Source]) -> Iterator[Step]:
        paths = _real_paths(sources)
        recorded = self._ledger.files_at(path for path in paths if is_utf_8(path))
        met = [
            self._met(source, path, recorded.get(path))
            for source, path in zip(sources, paths, strict=True)
        ]
        found = [each for each in met if isinstance(each, _Met)]
        same = [each.path for each in found if _is_unchanged(each)]
        self._ledger.touch_files(same)
        changed = [each for each in found if not _is_unchanged(each)]
        places: dict[str, File | Failure | None] = {}
        if changed:
            with self._writer.transaction():
                places = {each.path: self._place(each) for each in changed}
        for each in met:
            place = each if isinstance(each, Failure) else places.get(each.path)
            if isinstance(place, Failure):
                yield place
            elif isinstance(each, _Met) and place:
                yield from self._unpacked(each, place)
            elif isinstance(each, _Met):
                self._skipped(each.size)

    def _met(self, source: Source, path: str, recorded: File | None) -> _Met | Failure:
        if not is_utf_8(path):
            shown = ascii(path)
            return Failure(source.uri, f"{shown} is no name in UTF-8.", "Rename its folder.")
        try:
            digest, size = _digest(source.path, self._mapping)
        except OSError as error:
            return Failure(
                source.uri,
                f"{source.path} cannot be read: {error.strerror or error}.",
                "Check that the file exists and that you may read it.",
            )
        return _Met(source, path, digest, size, recorded)

    def _place(self, met: _Met) -> File | Failure | None:
        """The file that is to be unpacked, by the name that it goes by; None where all that it
        holds is held already."""
        file = met.recorded or self._relocated(met)
        if file and file.whole_digest == met.digest:
            self._ledger.touch_files([met.path])
            return None
        uri = file.uri if file else self._free_uri(met)
        if uri is None:
            problem = f"Another indexed file goes by the name of {met.source.path}."
            return Failure(met.source.uri, problem, _RENAME)
        now = File(met.path, uri, met.digest)
        donor = self._donor(now)
        if donor and not self._clashes(donor, now):
            self._adopt(donor, now)
            return None
        # From here until its end it is neither what it was nor what it is.
        self._ledger.put_file(replace(now, digest=""))
        return now

    def _relocated(self, met: _Met) -> File | None:
        """The file that went by this name, where it is gone: its folder was moved."""
        named = self._ledger.files_named([met.source.uri]).get(met.source.uri)
        if named is None or not is_gone(named.path):
            return None
        self._ledger.relocate(named.path, met.path)
        return replace(named, path=met.path)

    def _free_uri(self, met: _Met) -> str | None:
        """What a new file can be cited by: as it was given, or else where it is."""
        for uri in (met.source.uri, PurePath(met.path).as_posix()):
            if not self._ledger.files_named([uri]) and not self._ledger.held([uri]):
                return uri
        return None

    def _donor(self, file: File) -> File | None:
        """A file that was taken in with these same bytes, as the same form; one that is gone since,
        if there is one. One that lost items by hand may be moved, but a copy of it is whole."""
        alike = [
            other
            for other in self._ledger.files_like(file.digest)
            if other.path != file.path and _form(other.uri) == _form(file.uri)
        ]
        alike = [one for one in alike if not one.digest.endswith(LESS) or is_gone(one.path)]
        return min(alike, key=lambda other: not is_gone(other.path), default=None)

    def _clashes(self, donor: File, file: File) -> bool:
        """Whether a name that the donor's items would have is another's already."""
        rows = self._ledger.held_in(donor.path)
        uris = [file.uri + row.uri.removeprefix(donor.uri) for row in rows]
        return bool(self._taken(uris, {file.path, donor.path}))

    def _taken(self, uris: Sequence[str], own: Collection[str]) -> set[str]:
        """Which of the uris are those of items or files other than the ``own`` paths' ones."""
        held, files = self._ledger.held(uris).values(), self._ledger.files_named(uris).values()
        items = {item.uri for item in held if item.path not in own}
        return items | {file.uri for file in files if file.path not in own}

    def _adopt(self, donor: File, file: File) -> None:
        is_moved = is_gone(donor.path)
        for row in self._ledger.held_in(donor.path):
            uri = file.uri + row.uri.removeprefix(donor.uri)
            put = (uri, file.path, row.document_id, row.sha256, self._generation)
            self._ledger.put_source(*put)
            if not is_moved:
                self._ledger.restore(row.document_id, self._generation)
        self._ledger.remove_untouched(file.path, self._generation)
        if is_moved:
            self._ledger.remove_file(donor.path, self._generation)
        self._ledger.put_file(replace(file, digest=donor.digest))

    def _unpacked(self, met: _Met, file: File) -> Iterator[Step]:
        from index.unpacking import unpack

        left, is_whole, has_failed = met.size, True, False
        in_archive = PurePath(file.uri).suffix.lower() in _ARCHIVES
        chunks = _Chunks(unpack(Source(file.uri, met.source.path), self._mapping))
        rows = _Rows()
        for chunk in chunks:
            uris = [entry.uri for entry in chunk]
            held, taken = self._ledger.held(uris), self._taken(uris, {file.path})
            for entry in chunk:
                rows.meet(entry)
                row = held.get(entry.uri)
                own = row if row and row.path == file.path else None
                if isinstance(entry, Failure):
                    # What it held before stays: a row that cannot be read does not tell which of
                    # those that are missing it was.
                    is_whole = is_whole and (own is not None or not _is_number(entry.uri))
                    has_failed = True
                    self._ledger.touch(self._held_by(entry.uri, file.path), is_same=False)
                    yield entry
                elif entry.uri in taken:
                    has_failed = True
                    problem = f"{entry.uri} is already the name of another file or article."
                    yield Failure(entry.uri, problem, _RENAME)
                elif own and self._is_same(own, entry):
                    self._ledger.touch([own.id])
                else:
                    # A row is more than its text, and an archive less than what it holds: that is
                    # made good at the end.
                    weight = 0 if in_archive else min(left, len(entry.content))
                    left -= weight
                    yield Take(entry, file.path, weight)
        if error := chunks.error:
            is_whole = False
            yield Failure(file.uri, error.problem, error.remedy)
        is_whole = is_whole and rows.are_known
        yield Finish(file, left, is_whole, has_failed or error is not None)

    def _held_by(self, uri: str, path: str) -> list[int]:
        """What the file's item of this uri holds, and, where it is an archive's file, its rows."""
        rows = (*self._ledger.held([uri]).values(), *self._ledger.held_parts(uri))
        return [row.id for row in rows if row.path == path]

    def _is_same(self, row: Held, item: Item) -> bool:
        from index.reading import item_sha256

        return row.sha256 == item_sha256(item)


class _Rows:
    """What is met of a file's rows, and of each table's in an archive: whether a row that failed is
    known by its number."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._failed: set[str] = set()
        self._good: set[str] = set()
        self._with_ids: set[str] = set()

    @property
    def are_known(self) -> bool:
        """Whether all tables with a failed row have good ones too, and none of these an id."""
        return self._failed <= self._good - self._with_ids

    def meet(self, entry: Item | Failure) -> None:
        """The next item or failure of the file."""
        table, _, name = entry.uri.rpartition("#")
        self._counts[table] += 1
        if isinstance(entry, Item):
            self._good.add(table)
            # Blank lines count as well, so that a number may be higher than that of the rows.
            if not (name.isdecimal() and int(name[:18]) >= self._counts[table]):
                self._with_ids.add(table)
        elif _is_number(entry.uri):
            self._failed.add(table)
            if not name.isdecimal():
                self._with_ids.add(table)


class _Chunks:
    """What is unpacked, some hundred at a time but no more bytes than fit; ``error`` is what ended
    it before its time."""

    def __init__(self, entries: Iterator[Item | Failure]) -> None:
        self._entries = entries
        self.error: SourceUnreadable | None = None

    def __iter__(self) -> Iterator[list[Item | Failure]]:
        chunk: list[Item | Failure] = []
        size = 0
        for entry in self._guarded():
            chunk.append(entry)
            size += len(entry.content) if isinstance(entry, Item) else 0
            if len(chunk) == _ITEMS_AT_ONCE or size >= _BYTES_AT_ONCE:
                yield chunk
                chunk, size = [], 0
        if chunk:
            yield chunk

    def _guarded(self) -> Iterator[Item | Failure]:
        try:
            yield from self._entries
        except SourceUnreadable as error:
            self.error = error


def is_gone(path: str) -> bool:
    """Whether nothing is there: not where it only cannot be looked at."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _is_unchanged(met: _Met) -> bool:
    return met.recorded is not None and met.recorded.whole_digest == met.digest


def _real_paths(sources: Sequence[Source]) -> list[str]:
    folders = {folder: os.path.realpath(folder) for folder in {s.path.parent for s in sources}}
    return [
        # Resolving each part of each path anew takes longer than reading a small file.
        os.path.realpath(source.path)
        if source.path.is_symlink() or source.path.name in ("", "..")
        else os.path.join(folders[source.path.parent], source.path.name)
        for source in sources
    ]


def _digest(path: Path, mapping: Mapping[str, str]) -> tuple[str, int]:
    """What changes with the file's bytes or with how its fields are read; and its size in bytes."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
        size = stream.tell()
    if mapping:
        digest.update(json.dumps(sorted(mapping.items())).encode())
    return digest.hexdigest(), size


def _is_number(uri: str) -> bool:
    return _NUMBERED.fullmatch(uri.rpartition("#")[2]) is not None


def _form(uri: str) -> tuple[str, ...]:
    """By what a file is read: the same bytes under another ending may be another text."""
    endings = [ending.lower() for ending in PurePath(uri).suffixes]
    return tuple(endings[-2:] if endings[-1:] == [".gz"] else endings[-1:])
