"""What a user would build with LangChain: its splitter, our embedding model, a flat FAISS index.

Input: an opened index, for its documents. Output: a system, which gives passages and no answer.
Only four chunks are found for a question, as LangChain's retrievers do: R@20 is R@4 there.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import faiss
import numpy as np

from eval.records import Found, Outcome, Question
from index.errors import InvalidRequest
from index.indexing import Progress
from index.models.embedding import Embedder
from index.opening import Index

NAME = "langchain"
_CHUNK_CHARS, _OVERLAP_CHARS = 1_000, 200
MOST_CHUNKS = 4
_BATCH = 64
_STAGE = f"Embedding for {NAME}"


@dataclass(frozen=True, slots=True)
class _Chunk:
    uris: tuple[str, ...]
    start: int
    text: str


class LangchainSystem:
    """Finds the chunks nearest in meaning."""

    def __init__(self, index: Index, embedder: Embedder, progress: Progress) -> None:
        """Splits and embeds every document. Raises what `require_splitter` raises."""
        self._embedder = embedder
        self._chunks = list(_chunks(index))
        self._vectors = faiss.IndexFlatIP(embedder.dimension)
        progress(_STAGE, 0, len(self._chunks), 0)
        for low in range(0, len(self._chunks), _BATCH):
            batch = self._chunks[low : low + _BATCH]
            self._vectors.add(embedder.embed_passages([chunk.text for chunk in batch]))
            progress(_STAGE, low + len(batch), len(self._chunks), 0)

    def ask(self, question: Question) -> Outcome:
        """What is found for the question as it stands, whatever was asked before it."""
        began = time.perf_counter()
        vector = self._embedder.embed_question(question.question)
        scores, rows = self._vectors.search(vector[np.newaxis], min(MOST_CHUNKS, len(self._chunks)))
        took_ms = 1000 * (time.perf_counter() - began)
        ranking = tuple(
            Found(chunk.uris, chunk.start, chunk.start + len(chunk.text), chunk.text, float(score))
            for chunk, score in zip((self._chunks[row] for row in rows[0]), scores[0], strict=True)
        )
        return Outcome(question, ranking, None, took_ms)


def _chunks(index: Index) -> Iterator[_Chunk]:
    splitter = _splitter()
    articles = index.store.articles(index.generation, "", -1)
    for id_ in dict.fromkeys(article.document_id for article, _ in articles):
        document = index.store.document(id_, index.generation)
        uris = index.store.uris(id_, index.generation)
        for made in splitter.create_documents([document.text if document else ""]):
            start = made.metadata["start_index"]
            # It gives -1 for a chunk that it cannot find again.
            if start >= 0:
                yield _Chunk(uris, start, made.page_content)


def require_splitter() -> None:
    """Raise InvalidRequest where LangChain's text splitters are not installed."""
    _splitter()


def _splitter() -> Any:
    try:
        splitters: Any = import_module("langchain_text_splitters")
    except ImportError as error:
        raise InvalidRequest(
            f"The system {NAME!r} needs LangChain's text splitters, which are not installed.",
            "Install them: pip install langchain-text-splitters",
        ) from error
    return splitters.RecursiveCharacterTextSplitter(
        chunk_size=_CHUNK_CHARS, chunk_overlap=_OVERLAP_CHARS, add_start_index=True
    )
