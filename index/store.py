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

from index.database import SEEN_DOCUMENTS, SEEN_SOURCES, connect, translated_errors
from index.records import Article, Block, BlockKind, Counts, Document, StoredPassage

_ARTICLE = "id, document_id, title, outlet, byline, published, language, start, end"
_PASSAGE = (
    "SELECT passages.id, article_id, document_id, passages.start, passages.end, kind"
    " FROM passages JOIN articles ON articles.id = article_id"
)
# One value however long the list is; SQLite allows only so many.
_IN_LIST = "IN (SELECT value FROM json_each(?))"

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
        """The newest generation that any source was written for; 0 where there is none."""
        return self._first("SELECT max(max(added_in, ifnull(removed_in, 0))) FROM sources") or 0

    @_told
    def counts(self, generation: int) -> Counts:
        """How many documents, articles and passages the generation sees."""
        seen = {"generation": generation}
        articles = f"SELECT id FROM articles WHERE {SEEN_DOCUMENTS}"
        documents = f"SELECT count(DISTINCT document_id) FROM sources WHERE {SEEN_SOURCES}"
        return Counts(
            self._first(documents, seen),
            self._first(f"SELECT count(*) FROM ({articles})", seen),
            self._first(f"SELECT count(*) FROM passages WHERE article_id IN ({articles})", seen),
        )

    @_told
    def passage_ids(self, generation: int) -> set[int]:
        """The ids of all passages that the generation sees."""
        rows = self._connection.execute(
            "SELECT passages.id FROM passages JOIN articles ON articles.id = article_id"
            f" WHERE {SEEN_DOCUMENTS}",
            {"generation": generation},
        )
        return {row[0] for row in rows}

    def indexed_passages(self, generation: int) -> Iterator[IndexedPassage]:
        """Every passage that the generation sees, in order of id; one document's text in memory at
        a time."""
        rows = self._connection.execute(
            "SELECT passages.id, article_id, document_id, title, passages.start, passages.end,"
            " vector FROM passages JOIN articles ON articles.id = article_id"
            f" WHERE {SEEN_DOCUMENTS} ORDER BY passages.id",
            {"generation": generation},
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
    def passages(self, ids: Iterable[int]) -> dict[int, StoredPassage]:
        """The passages by id; ids that are not there are left out."""
        rows = self._connection.execute(
            f"{_PASSAGE} WHERE passages.id {_IN_LIST}", [json.dumps(list(ids))]
        )
        return {row[0]: _passage(row) for row in rows}

    @_told
    def passages_of(self, article_id: str) -> list[StoredPassage]:
        """All passages of the article, in reading order."""
        rows = self._connection.execute(
            f"{_PASSAGE} WHERE article_id = ? ORDER BY passages.start", [article_id]
        )
        return [_passage(row) for row in rows]

    @_told
    def passage_ids_of(self, article_ids: Sequence[str]) -> list[int]:
        """The ids of all passages of these articles, in order."""
        rows = self._connection.execute(
            f"SELECT id FROM passages WHERE article_id {_IN_LIST} ORDER BY id",
            [json.dumps(article_ids)],
        )
        return [row[0] for row in rows]

    @_told
    def article(self, article_id: str) -> Article | None:
        """The article with its blocks, or None."""
        row = self._connection.execute(
            f"SELECT {_ARTICLE} FROM articles WHERE id = ?", [article_id]
        ).fetchone()
        return self._article(row) if row else None

    @_told
    def articles(self, generation: int, after: str, limit: int) -> list[tuple[Article, str]]:
        """At most ``limit`` (-1: all) of the articles that the generation sees, each with its first
        uri, in order of uri and place, following the one with id ``after`` (from the first, where
        no article has it)."""
        firsts = (
            "WITH firsts AS (SELECT document_id, min(uri) AS uri FROM sources"
            f" WHERE {SEEN_SOURCES} GROUP BY document_id)"
        )
        seen = {"generation": generation, "after": after, "limit": limit}
        uri, start = self._connection.execute(
            f"{firsts} SELECT uri, start FROM articles JOIN firsts USING (document_id)"
            " WHERE id = :after",
            seen,
        ).fetchone() or ("", -1)
        rows = self._connection.execute(
            f"{firsts} SELECT {_ARTICLE}, uri FROM articles JOIN firsts USING (document_id)"
            " WHERE (uri, start) > (:uri, :start) ORDER BY uri, start LIMIT :limit",
            {**seen, "uri": uri, "start": start},
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
        rows = self._connection.execute(
            f"SELECT id, outlet, published FROM articles WHERE {SEEN_DOCUMENTS} ORDER BY id",
            {"generation": generation},
        )
        wanted = {outlet.casefold() for outlet in outlets}
        return [
            id_
            for id_, outlet, published in rows
            if (not ids or id_ in ids)
            and (not outlets or (outlet or "").casefold() in wanted)
            and (not published_from or (published or "") >= published_from.isoformat())
            and (not published_to or (published or "9999") <= published_to.isoformat())
        ]

    @_told
    def document(self, document_id: str, generation: int) -> Document | None:
        """The document under the first of its uris that the generation sees, or None."""
        row = self._connection.execute(
            "SELECT id, uri, media_type, sha256, text FROM documents"
            f" JOIN sources ON document_id = id WHERE id = :id AND {SEEN_SOURCES}"
            " ORDER BY uri LIMIT 1",
            {"id": document_id, "generation": generation},
        ).fetchone()
        return Document(*row) if row else None

    @_told
    def problems(self) -> list[str]:
        """What SQLite's own check finds wrong with the file; empty where it is sound."""
        rows = self._connection.execute("PRAGMA quick_check").fetchall()
        return [row[0] for row in rows if row[0] != "ok"]

    def _article(self, row: tuple[Any, ...]) -> Article:
        rows = self._connection.execute(
            "SELECT kind, start, end FROM blocks WHERE article_id = ? ORDER BY start", [row[0]]
        )
        blocks = tuple(Block(BlockKind(kind), start, end) for kind, start, end in rows)
        id_, document_id, title, outlet, byline, published, language, start, end = row
        return Article(
            id=id_,
            document_id=document_id,
            title=title,
            outlet=outlet,
            byline=byline,
            published=date.fromisoformat(published) if published else None,
            language=language,
            start=start,
            end=end,
            blocks=blocks,
        )

    def _first(self, query: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        row = self._connection.execute(query, values).fetchone()
        return row[0] if row else None


def _passage(row: tuple[Any, ...]) -> StoredPassage:
    id_, article_id, document_id, start, end, kind = row
    return StoredPassage(id_, article_id, document_id, start, end, BlockKind(kind))
