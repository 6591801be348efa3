"""Index documents that are not files yet. Input: (uri, text) pairs. Output: an Index."""

from collections.abc import Sequence
from pathlib import Path

from index.opening import Index, open_index
from index.wiring import update_index


def index_documents(documents: Sequence[tuple[str, str]], folder: Path) -> Index:
    """The documents, written to files in ``folder`` and indexed there; the folder is made."""
    files = folder / "documents"
    files.mkdir(parents=True)
    for uri, text in documents:
        (files / uri).write_text(text, "utf-8", newline="")
    update_index(folder / "index", [files])
    return open_index(folder / "index")
