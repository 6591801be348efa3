"""Turn text into vectors. Input: texts. Output: (n, d) float32, unit length, row i is texts[i]."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnusable
from index.models.exports import Export
from index.models.sessions import open_session

_BATCH = 32


class Embedder(Protocol):
    """A model of meaning: texts that mean alike get vectors with a large inner product."""

    @property
    def dimension(self) -> int:
        """d, the length of a vector."""
        ...

    @property
    def fingerprint(self) -> str:
        """The checksum of the weights: vectors of two fingerprints must never meet."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, d) float32, unit length; n = 0 gives (0, d). What exceeds the window is cut off."""
        ...

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """(d,) float32, unit length."""
        ...


def require_same_weights(embedder: Embedder, made_with: str | None, folder: Path) -> None:
    """Raises ModelUnusable where the index in ``folder`` has vectors of another fingerprint."""
    if made_with != embedder.fingerprint:
        raise ModelUnusable(
            f"The index in {folder} was made with other weights of its embedding model.",
            "Use those weights, or index your files into a new folder with --index.",
        )


class OnnxEmbedder:
    """An exported sentence-transformers model, run by onnxruntime. Safe to use from threads."""

    def __init__(self, export: Export, threads: int) -> None:
        from tokenizers import Tokenizer

        try:
            self._session = open_session(export.onnx, threads)
            self._tokenizer = Tokenizer.from_file(str(export.tokenizer))
        except Exception as error:  # both libraries raise bare Exception subclasses of their own
            raise ModelUnusable(
                f"The exported embedding model in {export.folder} cannot be loaded.",
                f"Delete {export.folder}; it is made anew at the next use.",
            ) from error
        self._tokenizer.enable_truncation(export.facts.window_tokens)
        # A tokenizer may come set to pad to a fixed length, which wastes most of the work.
        padding = self._tokenizer.padding or {}
        self._tokenizer.enable_padding(
            pad_id=padding.get("pad_id", 0), pad_token=padding.get("pad_token", "[PAD]")
        )
        self._facts = export.facts

    @property
    def dimension(self) -> int:
        return self._facts.dimension

    @property
    def fingerprint(self) -> str:
        return self._facts.weights_sha256

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_as_they_are([self._facts.passage_prompt + text for text in texts])

    def embed_question(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.embed_as_they_are([self._facts.question_prompt + text])[
            0
        ]
        return vector

    def embed_as_they_are(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of ``texts`` with no prompt of the model's put before them."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        # Texts of like length share a batch, so that little of it is padding.
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for low in range(0, len(order), _BATCH):
            rows = order[low : low + _BATCH]
            vectors[rows] = self._run([texts[row] for row in rows])
        return vectors

    def _run(self, texts: list[str]) -> NDArray[np.float32]:
        encodings = self._tokenizer.encode_batch(texts)
        (output,) = self._session.run(
            None,
            {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
            },
        )
        vectors = np.asarray(output, dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
