"""Index documents that are no files. Input: Items, or (uri, text) pairs. Output: an index."""

from collections.abc import Sequence
from pathlib import Path

from index.indexing import READING, Indexer, Progress, silent
from index.models.embedding import Embedder
from index.opening import Index, open_index
from index.records import IndexReport, Item
from index.settings import read_settings
from index.wiring import open_embedder


def index_items(items: Sequence[Item], folder: Path, progress: Progress = silent) -> IndexReport:
    """The items, each cited by its own uri, in a new index in ``folder``, with the embedding model
    of the settings."""
    settings = read_settings()

    def open_model(_: str | None) -> tuple[str, Embedder]:
        name = settings.embedding_model
        return name, open_embedder(name, settings)

    return Indexer(folder, open_model, _by_documents(items, progress)).add(items)


def _by_documents(items: Sequence[Item], progress: Progress) -> Progress:
    """Progress in documents where the indexer's is in bytes, which it tells of files alone."""

    def told(stage: str, done: int, total: int, documents: int) -> None:
        if stage == READING:
            progress(stage, documents, len(items), documents)
        else:
            progress(stage, done, total, documents)

    return told


def index_documents(documents: Sequence[tuple[str, str]], folder: Path) -> Index:
    """The documents, indexed in ``folder``, which is made."""
    items = [Item(uri, "document.txt", text.encode("utf-8")) for uri, text in documents]
    index_items(items, folder)
    return open_index(folder)
