"""The writer's book of who holds what: files, their items, and the articles removed by hand.

Input: a connection within a transaction of the `Writer`'s. A row is never changed but to say from
which generation on it is no more seen, so that the generation in force stays what it is.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.database import IN_LIST, SEEN_ARTICLES
from index.records import Counts

LESS = "-"
"""Ends the digest of a file that lost items by hand."""
_FILE = "SELECT path, uri, digest FROM files"
_HELD = "SELECT id, uri, path, document_id, sha256 FROM sources"
_TOUCHED = "sources.id IN (SELECT id FROM temp.touched)"
_PASSAGES = "ifnull(sum((SELECT count(*) FROM passages WHERE article_id = articles.id)), 0)"


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was when it was last taken in.

    ``path`` is where it really is, ``uri`` what it was called first; ``digest`` is empty where a
    part of it could not be read, so that no bytes are ever equal to it, and ends in `LESS` where
    it holds less than was read.
    """

    path: str
    uri: str
    digest: str

    @property
    def whole_digest(self) -> str:
        """Of the bytes alone, whatever was removed since."""
        return self.digest.removesuffix(LESS)


@dataclass(frozen=True, slots=True)
class Held:
    """A document that an item holds now; ``path`` is its file's, or empty."""

    id: int
    uri: str
    path: str
    document_id: str
    sha256: str


class Ledger:
    """Who holds what, from ``generation`` on, the one that is being written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # What this run has seen and need not change; of this connection alone.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(
            "CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY, is_same INTEGER NOT NULL)"
        )

    def files_at(self, paths: Iterable[str]) -> dict[str, File]:
        """The files recorded there, by path."""
        return {file.path: file for file in self._files(f"WHERE path {IN_LIST}", list(paths))}

    def files_named(self, uris: Iterable[str]) -> dict[str, File]:
        """The files that go by these uris."""
        return {file.uri: file for file in self._files(f"WHERE uri {IN_LIST}", list(uris))}

    def files_like(self, digest: str) -> list[File]:
        """The files that were taken in whole with this digest, by path; and those among them that
        lost items since.
        """
        return self._files(f"WHERE digest {IN_LIST} ORDER BY path", [digest, digest + LESS])

    def files(self) -> Iterator[File]:
        """Every file, by path."""
        return iter(File(*row) for row in self._connection.execute(f"{_FILE} ORDER BY path"))

    def put_file(self, file: File) -> None:
        """Remember how the file was."""
        self._run("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", file.path, file.uri, file.digest)

    def relocate(self, old: str, new: str) -> None:
        """The file is now found elsewhere, under the uris it had."""
        self._run("UPDATE OR REPLACE files SET path = ? WHERE path = ?", new, old)
        self._run("UPDATE sources SET path = ? WHERE path = ?", new, old)

    def held(self, uris: Iterable[str]) -> dict[str, Held]:
        """What these items hold now, by uri."""
        return {row.uri: row for row in self._open(f"uri {IN_LIST}", json.dumps(list(uris)))}

    def holds_any(self, path: str) -> bool:
        """Whether any item of the file holds something now."""
        query = "SELECT 1 FROM sources WHERE path = ? AND removed_in IS NULL LIMIT 1"
        return self._run(query, path) is not None

    def held_in(self, path: str) -> list[Held]:
        """What the file's items hold now."""
        return self._open("path = ? ORDER BY id", path)

    def held_under(self, uri: str) -> list[Held]:
        """What is held under names that begin with ``uri`` and a slash."""
        # From that to what would come next in order: a plain prefix of names, and an index serves.
        return self._open("uri >= ? AND uri < ? ORDER BY id", f"{uri}/", f"{uri}0")

    def held_parts(self, uri: str) -> list[Held]:
        """What is held under ``uri`` and a number sign: the parts of one file or upload."""
        return self._open("uri >= ? AND uri < ? ORDER BY id", f"{uri}#", f"{uri}$")

    def files_under(self, folder: str, uri: str) -> list[File]:
        """The files recorded below the folder, a resolved path, and those whose uris begin with
        ``uri`` and a slash; by path."""
        top = folder.rstrip("/")
        rows = self._connection.execute(
            f"{_FILE} WHERE (path >= ? AND path < ?) OR (uri >= ? AND uri < ?) ORDER BY path",
            (f"{top}/", f"{top}0", f"{uri}/", f"{uri}0"),
        )
        return [File(*row) for row in rows]

    def put_source(
        self, uri: str, path: str, document_id: str, sha256: str, generation: int
    ) -> None:
        """From ``generation`` on, the uri holds this document and no other."""
        self._close("uri = ?", generation, uri)
        again = self._run(
            "UPDATE sources SET removed_in = NULL WHERE id = (SELECT min(id) FROM sources WHERE"
            " removed_in = ? AND uri = ? AND path = ? AND document_id = ? AND sha256 = ?)"
            " RETURNING id",
            generation, uri, path, document_id, sha256,
        )  # fmt: skip
        put = again or self._run(
            "INSERT INTO sources (uri, path, document_id, sha256, added_in)"
            " VALUES (?, ?, ?, ?, ?) RETURNING id",
            uri, path, document_id, sha256, generation,
        )  # fmt: skip
        self.touch(put or ())

    def remove(self, ids: Sequence[int], generation: int) -> None:
        """From ``generation`` on, these hold nothing."""
        self._close(f"id {IN_LIST}", generation, json.dumps(ids))

    def mark_less(self, paths: Iterable[str]) -> None:
        """Remember that these files lost items by hand."""
        self._run(
            f"UPDATE files SET digest = rtrim(digest, '{LESS}') || '{LESS}'"
            f" WHERE path {IN_LIST} AND digest != ''",
            json.dumps(list(paths)),
        )

    def remove_file(self, path: str, generation: int) -> None:
        """From ``generation`` on, the file holds nothing, and is as if it had never been read."""
        self._close("path = ?", generation, path)
        self._run("DELETE FROM files WHERE path = ?", path)

    def remove_untouched(self, path: str, generation: int) -> None:
        """From ``generation`` on, the file holds no more than what was touched since this was
        opened."""
        self._close(f"path = ? AND NOT {_TOUCHED}", generation, path)

    def touch(self, ids: Sequence[int], *, is_same: bool = True) -> None:
        """Remember that these rows of sources were met and stay, the same or because what they
        would hold now cannot be read."""
        self._connection.executemany(
            "INSERT INTO temp.touched VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET is_same = max(is_same, excluded.is_same)",
            [(id_, is_same) for id_ in ids],
        )

    def touch_files(self, paths: Sequence[str]) -> None:
        """Remember that all that these files hold was met, and stays."""
        self._run(
            "INSERT OR REPLACE INTO temp.touched SELECT id, 1 FROM sources"
            f" WHERE path {IN_LIST} AND removed_in IS NULL",
            json.dumps(paths),
        )

    def shows(self, article_id: str, generation: int) -> bool:
        """Whether the generation shows the article."""
        query = f"SELECT 1 FROM articles WHERE id = :id AND {SEEN_ARTICLES}"
        values = {"id": article_id, "generation": generation}
        return self._connection.execute(query, values).fetchone() is not None

    def hide(self, article_id: str, generation: int) -> None:
        """From ``generation`` on, the article is not shown, though its document is held."""
        again = self._run(
            "UPDATE removals SET restored_in = NULL WHERE article_id = ? AND restored_in = ?"
            " RETURNING 1",
            article_id, generation,
        )  # fmt: skip
        if not again:
            self._run("INSERT INTO removals VALUES (?, ?, NULL)", article_id, generation)

    def restore(self, document_id: str, generation: int) -> None:
        """From ``generation`` on, every article of the document is shown."""
        of_document = (
            "restored_in IS NULL AND article_id IN (SELECT id FROM articles WHERE document_id = ?)"
        )
        # What no generation has seen yet leaves no trace.
        self._run(
            f"DELETE FROM removals WHERE {of_document} AND removed_in = ?", document_id, generation
        )
        self._run(
            f"UPDATE removals SET restored_in = ? WHERE {of_document}", generation, document_id
        )

    def forget_before(self, generation: int) -> None:
        """Delete what no generation from ``generation`` on sees."""
        self._run("DELETE FROM removals WHERE restored_in <= ?", generation)
        gone = self._connection.execute(
            "DELETE FROM sources WHERE removed_in <= ? RETURNING document_id", (generation,)
        ).fetchall()
        self._run(
            f"DELETE FROM documents WHERE id {IN_LIST}"
            " AND NOT EXISTS (SELECT 1 FROM sources WHERE document_id = documents.id)",
            json.dumps([document_id for (document_id,) in gone]),
        )

    def added(self, generation: int) -> Counts:
        """What ``generation`` shows that the one before it does not; see `IndexReport`."""
        documents = "SELECT count(*) FROM sources WHERE added_in = :new AND removed_in IS NULL"
        articles = (
            "(document_id IN (SELECT document_id FROM sources WHERE added_in = :new)"
            " OR id IN (SELECT article_id FROM removals WHERE restored_in = :new))"
        )
        return self._difference(documents, articles, generation, generation - 1)

    def removed(self, generation: int) -> Counts:
        """What the generation before ``generation`` shows, and it does not; see `IndexReport`."""
        documents = "SELECT count(*) FROM sources WHERE removed_in = :new AND added_in < :new"
        articles = (
            "(document_id IN (SELECT document_id FROM sources WHERE removed_in = :new)"
            " OR id IN (SELECT article_id FROM removals WHERE removed_in = :new))"
        )
        return self._difference(documents, articles, generation - 1, generation)

    def unchanged(self, generation: int) -> Counts:
        """How much of what was met as it was ``generation`` shows as the one before it did."""
        touched = (
            "FROM sources WHERE id IN (SELECT id FROM temp.touched WHERE is_same)"
            " AND added_in < :new AND removed_in IS NULL"
        )
        documents = f"documents.id IN (SELECT document_id {touched})"
        new = {"new": generation}
        all_articles, all_passages = self._connection.execute(
            "SELECT ifnull(sum(articles), 0), ifnull(sum(passages), 0) FROM documents"
            f" WHERE {documents}",
            new,
        ).fetchone()
        hidden, in_hidden = self._connection.execute(
            f"SELECT count(*), {_PASSAGES} FROM articles WHERE id IN (SELECT article_id"
            " FROM removals WHERE restored_in IS NULL OR restored_in = :new)"
            f" AND document_id IN (SELECT document_id {touched})",
            new,
        ).fetchone()
        (count,) = self._connection.execute(f"SELECT count(*) {touched}", new).fetchone()
        return Counts(count, all_articles - hidden, all_passages - in_hidden)

    def _difference(self, documents: str, articles: str, shows: int, hides: int) -> Counts:
        new = {"new": max(shows, hides)}
        (count,) = self._connection.execute(documents, new).fetchone()
        both = f"{_at('shows')} AND NOT {_at('hides')}"
        row = self._connection.execute(
            f"SELECT count(*), {_PASSAGES} FROM articles WHERE {articles} AND {both}",
            {**new, "shows": shows, "hides": hides},
        ).fetchone()
        return Counts(count, *row)

    def _close(self, where: str, generation: int, *values: object) -> None:
        self._run(
            f"UPDATE sources SET removed_in = ? WHERE removed_in IS NULL AND {where}",
            generation,
            *values,
        )

    def _open(self, where: str, *values: str) -> list[Held]:
        rows = self._connection.execute(f"{_HELD} WHERE removed_in IS NULL AND {where}", values)
        return [Held(*row) for row in rows]

    def _files(self, where: str, values: list[str]) -> list[File]:
        rows = self._connection.execute(f"{_FILE} {where}", [json.dumps(values)])
        return [File(*row) for row in rows]

    def _run(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row that the statement returns, if it returns any."""
        rows = self._connection.execute(statement, values).fetchall()
        return rows[0] if rows else None


def _at(generation: str) -> str:
    return SEEN_ARTICLES.replace(":generation", f":{generation}")
