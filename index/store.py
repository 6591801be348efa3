"""Read the truth. Input: ids and a generation. Output: Documents, Articles, passages.

A Store serves one thread at a time. What it gives by id never changes; a generation only decides
which documents are seen.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.database import HIDDEN, IN_LIST, SEEN_ARTICLES, SEEN_SOURCES, connect, translated_errors
from index.names.mentions import ArticleWords
from index.records import Article, Counts, Document, StoredPassage, StoredStatement
from index.stored_rows import (
    ARTICLE_COLUMNS,
    BLOCK_COLUMNS,
    PASSAGE_COLUMNS,
    STATEMENT_COLUMNS,
    article_of,
    passage_of,
    statement_of,
)

_PASSAGE = f"SELECT {PASSAGE_COLUMNS} FROM passages JOIN articles ON articles.id = article_id"
# Each document under the first of its uris.
_FIRSTS = (
    "WITH firsts AS (SELECT document_id, min(uri) AS uri FROM sources"
    f" WHERE {SEEN_SOURCES} GROUP BY document_id)"
)
# An item's own uri, or the uri of the file that it is a part of.
_UNDER = (
    f"document_id IN (SELECT document_id FROM sources WHERE {SEEN_SOURCES}"
    " AND (uri IN (SELECT value FROM json_each(:uris)) OR path IN"
    " (SELECT path FROM files WHERE uri IN (SELECT value FROM json_each(:uris)))))"
)
_STATEMENT = f"SELECT {STATEMENT_COLUMNS} FROM statements"
_MOST_SENTENCES = 200

_Given = ParamSpec("_Given")
_Read = TypeVar("_Read")


def _told(
    read: Callable[Concatenate["Store", _Given], _Read],
) -> Callable[Concatenate["Store", _Given], _Read]:
    """The method with SQLite's errors as ours: a database may turn out damaged at any read."""

    @wraps(read)
    def told(store: "Store", /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Read:
        with translated_errors(store.folder):
            return read(store, *args, **kwargs)

    return told


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """What the derived indexes are built from. ``vector`` is (d,) float32, unit length."""

    id: int
    article_id: str
    title: str
    text: str
    vector: NDArray[np.float32]


class Store:
    """The reading side of one index folder's database."""

    def __init__(self, folder: Path) -> None:
        """Raises IndexForeign or IndexDamaged."""
        self.folder = folder
        self._connection: sqlite3.Connection = connect(folder)
        self._connection.create_function("casefold", 1, str.casefold, deterministic=True)

    def __del__(self) -> None:
        # A thread's store goes with the thread, which closes nothing.
        if hasattr(self, "_connection"):
            self.close()

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever the writer does meanwhile."""
        with translated_errors(self.folder):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @_told
    def fact(self, key: str) -> str | None:
        """A fact about the index as a whole, or None where it was never set."""
        found: str | None = self._first("SELECT value FROM facts WHERE key = ?", [key])
        return found

    @_told
    def newest_generation(self) -> int:
        """The newest generation that anything was written for; 0 where there is none."""
        columns = [("sources", "added_in"), ("sources", "removed_in")]
        columns += [("removals", "removed_in"), ("removals", "restored_in")]
        return max(
            self._first(f"SELECT max({column}) FROM {table}") or 0 for table, column in columns
        )

    @_told
    def counts(self, generation: int) -> Counts:
        """How many documents, articles and passages the generation sees."""
        seen = {"generation": generation}
        held = f"SELECT document_id FROM sources WHERE {SEEN_SOURCES}"
        documents, articles, passages = self._connection.execute(
            "SELECT count(*), ifnull(sum(articles), 0), ifnull(sum(passages), 0) FROM documents"
            f" WHERE id IN ({held})",
            seen,
        ).fetchone()
        hidden, in_hidden = self._connection.execute(
            "SELECT count(*),"
            " ifnull(sum((SELECT count(*) FROM passages WHERE article_id = articles.id)), 0)"
            f" FROM articles WHERE id IN ({HIDDEN}) AND document_id IN ({held})",
            seen,
        ).fetchone()
        return Counts(documents, articles - hidden, passages - in_hidden)

    @_told
    def files(self) -> int:
        """How many files were taken in, as the last run left them."""
        return self._first("SELECT count(*) FROM files") or 0

    @_told
    def near_copy_groups(self, generation: int) -> int:
        """How many groups of articles that are much like one another the generation sees."""
        rows = self._connection.execute(
            f"SELECT article_id, other_id FROM near_copies WHERE article_id < other_id"
            f" AND {_seen('article_id')} AND {_seen('other_id')}",
            {"generation": generation},
        )
        return _groups(rows)

    @_told
    def passage_ids(self, generation: int) -> set[int]:
        """The ids of all passages that the generation sees."""
        rows = self._connection.execute(
            "SELECT passages.id FROM passages JOIN articles ON articles.id = article_id"
            f" WHERE {SEEN_ARTICLES}",
            {"generation": generation},
        )
        return {row[0] for row in rows}

    def indexed_passages(
        self, generation: int, ids: set[int] | None = None
    ) -> Iterator[IndexedPassage]:
        """Every passage that the generation sees (those of ``ids`` alone, where they are given), in
        order of id; one document's text in memory at a time."""
        chosen = "" if ids is None else " AND passages.id IN (SELECT value FROM json_each(:ids))"
        rows = self._connection.execute(
            "SELECT passages.id, article_id, document_id, title, passages.start, passages.end,"
            " vector FROM passages JOIN articles ON articles.id = article_id"
            f" WHERE {SEEN_ARTICLES}{chosen} ORDER BY passages.id",
            {"generation": generation, "ids": json.dumps(sorted(ids or ()))},
        )
        held, text = "", ""
        for id_, article_id, document_id, title, start, end, vector in rows:
            if document_id != held:
                text = self._first("SELECT text FROM documents WHERE id = ?", [document_id])
                held = document_id
            yield IndexedPassage(
                id_, article_id, title, text[start:end], np.frombuffer(vector, dtype=np.float32)
            )

    @_told
    def article_words(self, generation: int) -> list[ArticleWords]:
        """The words of every article that the generation sees, in order of article id."""
        rows = self._connection.execute(
            "SELECT common, names, unsure, mentions FROM article_words JOIN articles"
            f" ON articles.id = article_id WHERE {SEEN_ARTICLES} ORDER BY articles.id",
            {"generation": generation},
        )
        return [ArticleWords(*row) for row in rows]

    @_told
    def passages(self, ids: Iterable[int]) -> dict[int, StoredPassage]:
        """The passages by id; ids that are not there are left out."""
        rows = self._connection.execute(
            f"{_PASSAGE} WHERE passages.id {IN_LIST}", [json.dumps(list(ids))]
        )
        return {row[0]: passage_of(row) for row in rows}

    @_told
    def passages_of(self, article_id: str) -> list[StoredPassage]:
        """All passages of the article, in reading order."""
        rows = self._connection.execute(
            f"{_PASSAGE} WHERE article_id = ? ORDER BY passages.start", [article_id]
        )
        return [passage_of(row) for row in rows]

    @_told
    def passage_ids_of(self, article_ids: Sequence[str]) -> list[int]:
        """The ids of all passages of these articles, in order."""
        rows = self._connection.execute(
            f"SELECT id FROM passages WHERE article_id {IN_LIST} ORDER BY id",
            [json.dumps(article_ids)],
        )
        return [row[0] for row in rows]

    @_told
    def article(self, article_id: str, generation: int) -> Article | None:
        """The article with its blocks, or None where the generation does not see it."""
        row = self._connection.execute(
            f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE id = :id AND {SEEN_ARTICLES}",
            {"id": article_id, "generation": generation},
        ).fetchone()
        return self._article(row) if row else None

    @_told
    def articles(
        self,
        generation: int,
        after: str,
        limit: int,
        *,
        outlets: Sequence[str] = (),
        published_from: date | None = None,
        published_to: date | None = None,
        uris: Sequence[str] = (),
    ) -> list[tuple[Article, str]]:
        """At most ``limit`` (-1: all) of the articles that the generation sees and that pass every
        filter given, each with its first uri, in order of uri and place, following the one with id
        ``after`` (from the first, where no article has it).

        ``uris`` are of items or of whole files. One without a date passes no date filter, and
        outlets are compared without regard to case.
        """
        uri, start = self._connection.execute(
            f"{_FIRSTS} SELECT uri, start FROM articles JOIN firsts USING (document_id)"
            " WHERE id = :after",
            {"generation": generation, "after": after},
        ).fetchone() or ("", -1)
        where, values = _filters(outlets, published_from, published_to)
        values |= {"generation": generation, "uri": uri, "start": start, "limit": limit}
        if uris:
            where, values["uris"] = f"{where} AND {_UNDER}", json.dumps(uris)
        rows = self._connection.execute(
            f"{_FIRSTS} SELECT {ARTICLE_COLUMNS}, uri FROM articles JOIN firsts USING (document_id)"
            f" WHERE (uri, start) > (:uri, :start) AND {SEEN_ARTICLES}{where}"
            " ORDER BY uri, start LIMIT :limit",
            values,
        ).fetchall()
        return [(self._article(row[:-1]), row[-1]) for row in rows]

    @_told
    def article_ids(
        self,
        generation: int,
        outlets: Sequence[str],
        published_from: date | None,
        published_to: date | None,
        ids: Sequence[str],
    ) -> list[str]:
        """The articles that pass every filter given; one without a date passes no date filter, and
        outlets are compared without regard to case."""
        where, values = _filters(outlets, published_from, published_to)
        if ids:
            where += " AND id IN (SELECT value FROM json_each(:ids))"
        rows = self._connection.execute(
            f"SELECT id FROM articles WHERE {SEEN_ARTICLES}{where} ORDER BY id",
            {**values, "generation": generation, "ids": json.dumps(ids)},
        )
        return [row[0] for row in rows]

    @_told
    def newest_day(self, generation: int) -> date | None:
        """The last day that an article which the generation sees was published on, if any has
        one."""
        found = self._first(
            f"SELECT max(published) FROM articles WHERE {SEEN_ARTICLES}",
            {"generation": generation},
        )
        return date.fromisoformat(found) if found else None

    @_told
    def oldest_day(self, generation: int) -> date | None:
        """The first day that an article which the generation sees was published on, if any has
        one."""
        found = self._first(
            f"SELECT min(published) FROM articles WHERE {SEEN_ARTICLES}",
            {"generation": generation},
        )
        return date.fromisoformat(found) if found else None

    @_told
    def near_copies(self, article_id: str, generation: int) -> list[tuple[str, float]]:
        """The articles that the generation sees and that are much like this one, each with its
        likeness, the likest first, ties in id order."""
        rows = self._connection.execute(
            "SELECT other_id, likeness FROM near_copies WHERE article_id = :id"
            f" AND {_seen('other_id')} ORDER BY likeness DESC, other_id",
            {"id": article_id, "generation": generation},
        )
        return rows.fetchall()

    @_told
    def sentences_like(self, bands: Sequence[int], generation: int) -> list[tuple[int, int, int]]:
        """(passage id, start, end) of sentences that share a band with these and that the
        generation sees; those that share most first, then in order of place, 200 at most."""
        rows = self._connection.execute(
            "SELECT passage_id, sentence_bands.start, sentence_bands.end FROM sentence_bands"
            " JOIN passages ON passages.id = passage_id JOIN articles ON articles.id = article_id"
            f" WHERE band IN (SELECT value FROM json_each(:bands)) AND {SEEN_ARTICLES}"
            " GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT :limit",
            {"bands": json.dumps(bands), "generation": generation, "limit": _MOST_SENTENCES},
        )
        return rows.fetchall()

    @_told
    def statements_of(self, article_id: str) -> list[StoredStatement]:
        """All statements of the article, in reading order."""
        rows = self._connection.execute(
            f"{_STATEMENT} WHERE article_id = ? ORDER BY start", [article_id]
        )
        return [statement_of(row) for row in rows]

    @_told
    def speakers(self, generation: int) -> list[tuple[str, str | None]]:
        """The names of all who say something in what the generation sees, each with every role
        that it is given, in order."""
        rows = self._connection.execute(
            "SELECT DISTINCT name, role FROM statements JOIN articles ON articles.id = article_id"
            f" WHERE name IS NOT NULL AND {SEEN_ARTICLES} ORDER BY name, role",
            {"generation": generation},
        )
        return rows.fetchall()

    @_told
    def statements_by(self, names: Sequence[str], generation: int) -> list[StoredStatement]:
        """The statements of these speakers that the generation sees, in order of article and
        place."""
        rows = self._connection.execute(
            f"{_STATEMENT} JOIN articles ON articles.id = article_id WHERE name IN"
            f" (SELECT value FROM json_each(:names)) AND {SEEN_ARTICLES}"
            " ORDER BY article_id, statements.start",
            {"names": json.dumps(names), "generation": generation},
        )
        return [statement_of(row) for row in rows]

    @_told
    def document(self, document_id: str, generation: int) -> Document | None:
        """The document under the first of its uris that the generation sees, or None."""
        row = self._connection.execute(
            "SELECT documents.id, uri, media_type, sha256, text FROM documents"
            " JOIN sources ON document_id = documents.id"
            f" WHERE document_id = :id AND {SEEN_SOURCES} ORDER BY uri LIMIT 1",
            {"id": document_id, "generation": generation},
        ).fetchone()
        return Document(*row) if row else None

    @_told
    def uris(self, document_id: str, generation: int) -> tuple[str, ...]:
        """Every uri by which the generation knows the document, in order."""
        rows = self._connection.execute(
            f"SELECT uri FROM sources WHERE document_id = :id AND {SEEN_SOURCES} ORDER BY uri",
            {"id": document_id, "generation": generation},
        )
        return tuple(row[0] for row in rows)

    @_told
    def problems(self) -> list[str]:
        """What SQLite's own check finds wrong with the file; empty where it is sound."""
        rows = self._connection.execute("PRAGMA quick_check").fetchall()
        return [row[0] for row in rows if row[0] != "ok"]

    def _article(self, row: tuple[Any, ...]) -> Article:
        blocks = self._connection.execute(
            f"SELECT {BLOCK_COLUMNS} FROM blocks WHERE article_id = ? ORDER BY start", [row[0]]
        )
        return article_of(row, blocks)

    def _first(self, query: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        row = self._connection.execute(query, values).fetchone()
        return row[0] if row else None


def _filters(
    outlets: Sequence[str], published_from: date | None, published_to: date | None
) -> tuple[str, dict[str, Any]]:
    """What to add to a condition on articles, and the values that it names."""
    where, values = "", {}
    if outlets:
        where += " AND casefold(ifnull(outlet, '')) IN (SELECT value FROM json_each(:outlets))"
        values["outlets"] = json.dumps([outlet.casefold() for outlet in outlets])
    if published_from:
        where += " AND published >= :since"
        values["since"] = published_from.isoformat()
    if published_to:
        where += " AND published <= :until"
        values["until"] = published_to.isoformat()
    return where, values


def _seen(column: str) -> str:
    return f"EXISTS (SELECT 1 FROM articles WHERE articles.id = {column} AND {SEEN_ARTICLES})"


def _groups(pairs: Iterable[tuple[str, str]]) -> int:
    """How many groups the pairs join their members into."""
    leaders: dict[str, str] = {}

    def leader(member: str) -> str:
        while (above := leaders.setdefault(member, member)) != member:
            member = above
        return member

    for one, other in pairs:
        leaders[leader(one)] = leader(other)
    return sum(member == above for member, above in leaders.items())
