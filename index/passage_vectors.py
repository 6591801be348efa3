"""Give passages their vectors. Input: prepared documents. Output: a vector for each passage.

No text is ever embedded twice, and no model is opened where all its vectors are there already.
"""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.models.embedding import Embedder, require_same_weights
from index.prepared import Prepared, input_checksum
from index.records import Fact
from index.store import Store
from index.storing import Writer

OpenEmbedder = Callable[[str | None], tuple[str, Embedder]]
"""Given the name of the model that the index was made with (None for a new one), that name and the
model, opened."""


class PassageVectors:
    """The vectors of one index's passages; ``opening`` is called around the model's opening, with
    False and then with True."""

    def __init__(
        self,
        folder: Path,
        writer: Writer,
        store: Store,
        open_embedder: OpenEmbedder,
        opening: Callable[[bool], None],
    ) -> None:
        self._folder, self._writer, self._store = folder, writer, store
        self._open_embedder, self._opening = open_embedder, opening
        self._embedder: Embedder | None = None

    def of(self, documents: Sequence[Prepared]) -> list[tuple[list[str], NDArray[np.float32]]]:
        """For each document its passages' checksums, and (n, d) float32 in the same order.

        Raises ModelUnusable, or what the model's opening raises.
        """
        if not documents:
            return []
        embedder = self._embedder = self._embedder or self._opened()
        checksums = [
            [input_checksum(embedder.fingerprint, text) for text in prepared.inputs]
            for prepared in documents
        ]
        texts = {
            checksum: text
            for prepared, row in zip(documents, checksums, strict=True)
            for checksum, text in zip(row, prepared.inputs, strict=True)
        }
        known = {checksum: self._writer.vector_of(checksum) for checksum in texts}
        new = [checksum for checksum, vector in known.items() if vector is None]
        made = embedder.embed_passages([texts[checksum] for checksum in new])
        vectors = {**known, **dict(zip(new, made, strict=True))}
        shape = (-1, embedder.dimension)
        return [
            (row, np.array([vectors[checksum] for checksum in row], np.float32).reshape(shape))
            for row in checksums
        ]

    def _opened(self) -> Embedder:
        self._opening(False)
        name, embedder = self._open_embedder(self._store.fact(Fact.MODEL))
        made_with = self._store.fact(Fact.FINGERPRINT)
        if made_with:
            require_same_weights(embedder, made_with, self._folder)
        else:
            with self._writer.transaction():
                self._writer.set_fact(Fact.INDEX_ID, secrets.token_hex(8))
                self._writer.set_fact(Fact.MODEL, name)
                self._writer.set_fact(Fact.FINGERPRINT, embedder.fingerprint)
                self._writer.set_fact(Fact.DIMENSION, str(embedder.dimension))
        self._opening(True)
        return embedder
