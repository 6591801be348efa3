"""Write the truth. Input: Documents, Articles, Passages and their vectors. Output: rows.

There is one Writer at a time; the lock on the folder sees to that. Everything here happens inside a
``transaction``.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.database import create_or_connect, translated_errors
from index.records import Article, Counts, Document, Passage


class Writer:
    """The writing side of one index folder's database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection = create_or_connect(folder)

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together or not at all. Raises StorageFull."""
        with translated_errors(self._folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # SQLite may have rolled back by itself, as it does where the disk is full.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def put_document(
        self,
        document: Document,
        articles: Sequence[Article],
        passages: Sequence[tuple[Passage, str]],
        vectors: NDArray[np.float32],
    ) -> None:
        """Add the document with all that was made of it.

        ``passages`` come with the checksum of what was embedded for them; row i of ``vectors``,
        (n, d) float32, is passages[i]'s.
        """
        run = self._connection.executemany
        run(
            "INSERT INTO documents VALUES (?, ?, ?)",
            [(document.id, document.media_type, document.text)],
        )
        run("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_article_row, articles))
        run(
            "INSERT INTO blocks VALUES (?, ?, ?, ?)",
            [(a.id, b.start, b.end, b.kind) for a in articles for b in a.blocks],
        )
        run(
            "INSERT INTO passages (article_id, start, end, kind, embedded, vector)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (p.article_id, p.start, p.end, p.kind, embedded, vector.tobytes())
                for (p, embedded), vector in zip(passages, vectors, strict=True)
            ],
        )

    def put_source(self, uri: str, document_id: str, sha256: str, generation: int) -> None:
        """From ``generation`` on, the uri holds this document and no other."""
        where = "WHERE uri = ? AND removed_in IS NULL"
        # What no generation has seen yet leaves no trace.
        self._connection.execute(f"DELETE FROM sources {where} AND added_in = ?", (uri, generation))
        self._connection.execute(f"UPDATE sources SET removed_in = ? {where}", (generation, uri))
        self._connection.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, NULL)", (uri, document_id, sha256, generation)
        )

    def forget_before(self, generation: int) -> None:
        """Delete what no generation from ``generation`` on sees."""
        self._connection.execute("DELETE FROM sources WHERE removed_in <= ?", (generation,))
        self._connection.execute(
            "DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM sources)"
        )

    def set_fact(self, key: str, value: str) -> None:
        """Remember a fact about the index as a whole."""
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))

    def source(self, uri: str) -> tuple[str, str] | None:
        """(document id, sha256 of the bytes) that the uri holds now, or None."""
        row: tuple[str, str] | None = self._connection.execute(
            "SELECT document_id, sha256 FROM sources WHERE uri = ? AND removed_in IS NULL", (uri,)
        ).fetchone()
        return row

    def holds_document(self, document_id: str) -> bool:
        """Whether the document was written before, under whatever uri."""
        return self._first("SELECT 1 FROM documents WHERE id = ?", document_id) is not None

    def counts_of(self, document_id: str) -> Counts:
        """How many articles and passages the document has; itself counts one."""
        articles = "SELECT id FROM articles WHERE document_id = ?"
        return Counts(
            1,
            self._first(f"SELECT count(*) FROM ({articles})", document_id),
            self._first(
                f"SELECT count(*) FROM passages WHERE article_id IN ({articles})", document_id
            ),
        )

    def vector_of(self, embedded: str) -> NDArray[np.float32] | None:
        """The vector made before from the text of this checksum, (d,) float32, or None."""
        found = self._first("SELECT vector FROM passages WHERE embedded = ? LIMIT 1", embedded)
        return None if found is None else np.frombuffer(found, dtype=np.float32)

    def _first(self, query: str, value: str) -> Any:
        row = self._connection.execute(query, (value,)).fetchone()
        return row[0] if row else None


def _article_row(article: Article) -> tuple[str | int | None, ...]:
    return (
        article.id,
        article.document_id,
        article.title,
        article.outlet,
        article.byline,
        article.published.isoformat() if article.published else None,
        article.language,
        article.start,
        article.end,
    )
