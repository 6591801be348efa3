"""Write the truth. Input: prepared documents and their vectors. Output: rows.

There is one Writer at a time; the lock on the folder sees to that. Everything here happens inside a
``transaction``.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.database import create_or_connect, translated_errors
from index.ledger import Ledger
from index.prepared import Prepared, body_text
from index.records import Article, Block, BlockKind, Statement

# A template's articles all share a band: beyond so many the rest would tell nothing new.
_MOST_OF_A_BAND = 200


class Writer:
    """The writing side of one index folder's database; ``ledger`` is its book of who holds what."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection = create_or_connect(folder)
        self.ledger = Ledger(self._connection)

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
        self, prepared: Prepared, checksums: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:
        """Add the document with all that was made of it.

        ``checksums`` are of what was embedded for each passage; row i of ``vectors``, (n, d)
        float32, is the passages' in the same order.
        """
        document, articles = prepared.document, prepared.articles
        run = self._connection.executemany
        counts = (len(articles), len(prepared.passages))
        run(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
            [(document.id, document.media_type, *counts, document.text)],
        )
        run(f"INSERT INTO articles VALUES ({', '.join('?' * 13)})", map(_article_row, articles))
        run(
            "INSERT INTO blocks VALUES (?, ?, ?, ?)",
            [(a.id, b.start, b.end, b.kind) for a in articles for b in a.blocks],
        )
        run(
            "INSERT INTO article_words VALUES (?, ?, ?, ?, ?)",
            [
                (article.id, words.common, words.names, words.unsure, words.mentions)
                for article, words in zip(articles, prepared.words, strict=True)
            ],
        )
        run(
            "INSERT OR IGNORE INTO article_bands VALUES (?, ?)",
            [
                (band, article.id)
                for article, bands in zip(articles, prepared.article_bands, strict=True)
                for band in bands
            ],
        )
        self._put_passages(prepared, checksums, vectors)

    def put_near_copies(self, article_id: str, others: Sequence[tuple[str, float]]) -> None:
        """Remember the articles that are much like this one, each with its likeness, both ways."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO near_copies VALUES (?, ?, ?)",
            [
                row
                for other_id, likeness in others
                for row in ((article_id, other_id, likeness), (other_id, article_id, likeness))
            ],
        )

    def articles_sharing(self, bands: Sequence[int], limit: int) -> list[str]:
        """At most ``limit`` articles that have some of these bands, those with most of them first,
        ties in id order."""
        shared = Counter(
            article_id
            for band in bands
            for (article_id,) in self._connection.execute(
                "SELECT article_id FROM article_bands WHERE band = ? LIMIT ?",
                (band, _MOST_OF_A_BAND),
            )
        )
        return sorted(shared, key=lambda article_id: (-shared[article_id], article_id))[:limit]

    def body_of(self, article_id: str) -> str:
        """The text of the article's body; see `body_text`."""
        (text,) = self._connection.execute(
            "SELECT text FROM documents JOIN articles ON document_id = documents.id"
            " WHERE articles.id = ?",
            (article_id,),
        ).fetchone()
        rows = self._connection.execute(
            "SELECT kind, start, end FROM blocks WHERE article_id = ? ORDER BY start", (article_id,)
        )
        return body_text(text, [Block(BlockKind(kind), start, end) for kind, start, end in rows])

    def published(self, article_id: str) -> date | None:
        """The day that the article was published on, or None."""
        day = self._first("SELECT published FROM articles WHERE id = ?", article_id)
        return date.fromisoformat(day) if day else None

    def set_fact(self, key: str, value: str) -> None:
        """Remember a fact about the index as a whole."""
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))

    def holds_document(self, document_id: str) -> bool:
        """Whether the document was written before, under whatever uri."""
        return self._first("SELECT 1 FROM documents WHERE id = ?", document_id) is not None

    def vector_of(self, embedded: str) -> NDArray[np.float32] | None:
        """The vector made before from the text of this checksum, (d,) float32, or None."""
        found = self._first("SELECT vector FROM passages WHERE embedded = ? LIMIT 1", embedded)
        return None if found is None else np.frombuffer(found, dtype=np.float32)

    def _put_passages(
        self, prepared: Prepared, checksums: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:
        ids: list[int] = []
        for passage, checksum, vector in zip(prepared.passages, checksums, vectors, strict=True):
            added = self._connection.execute(
                "INSERT INTO passages (article_id, start, end, kind, embedded, vector)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(passage.article_id, passage.start, passage.end, passage.kind),
                    *(checksum, vector.tobytes()),
                ),
            )
            ids.append(added.lastrowid or 0)
        self._connection.executemany(
            f"INSERT INTO statements VALUES ({', '.join('?' * 9)})",
            [_statement_row(ids[each.passage], each.said) for each in prepared.statements],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO sentence_bands VALUES (?, ?, ?, ?)",
            [
                (band, ids[sentence.passage], sentence.start, sentence.end)
                for sentence in prepared.sentences
                for band in sentence.bands
            ],
        )

    def _first(self, query: str, value: str) -> Any:
        row = self._connection.execute(query, (value,)).fetchone()
        return row[0] if row else None


def _statement_row(passage_id: int, said: Statement) -> tuple[str | int | None, ...]:
    return (
        *(said.article_id, said.start, said.end, passage_id),
        *(said.verb, said.direct, said.speaker, said.name, said.role),
    )


def _article_row(article: Article) -> tuple[str | int | None, ...]:
    return (
        article.id,
        article.document_id,
        article.title,
        article.outlet,
        article.byline,
        article.published.isoformat() if article.published else None,
        article.language,
        article.agency,
        article.place,
        article.url,
        json.dumps(article.origins),
        article.start,
        article.end,
    )
