"""Publish a generation. Input: the truth. Output: derived indexes in a new folder, and a manifest.

Nothing here reads a source file or runs a model: all comes from the Store.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.database import storage_full
from index.fulltext import build_fulltext
from index.manifest import Manifest, files_in, flush_folder, read_manifest, write_manifest
from index.records import Fact
from index.store import Store
from index.vectors import build_vectors, choose_kind

VECTORS = "vectors.faiss"
FULLTEXT = "fulltext"
GENERATIONS = "generations"


def publish(index_folder: Path, store: Store, generation: int) -> Manifest:
    """Build what ``generation`` sees into a folder of its own, then put it in force.

    The generation in force before keeps its files, for readers that are at it; older ones go.
    Raises StorageFull; then, as at any other interruption, the manifest in force is untouched.
    """
    folder = index_folder / GENERATIONS / f"{generation:08d}-{secrets.token_hex(4)}"
    previous = read_manifest(index_folder)
    passages = store.counts(generation).passages
    dimension = int(store.fact(Fact.DIMENSION) or 0)
    kind = choose_kind(passages)
    try:
        with _full_disk_told(index_folder):
            folder.mkdir(parents=True)
            build_vectors(folder / VECTORS, store.indexed_passages(generation), dimension, kind)
            build_fulltext(folder / FULLTEXT, store.indexed_passages(generation))
            _flush_all(folder)
            manifest = Manifest(
                index_id=store.fact(Fact.INDEX_ID) or "",
                generation=generation,
                folder=folder.relative_to(index_folder).as_posix(),
                passages=passages,
                vector_kind=kind,
                files=files_in(folder),
            )
            write_manifest(index_folder, manifest)
            sweep(index_folder, manifest, previous)
    except BaseException:
        # Not where the interruption came after the manifest was put in force.
        sweep(index_folder, read_manifest(index_folder), previous)
        raise
    return manifest


def sweep(index_folder: Path, *in_use: Manifest | None) -> None:
    """Delete the generation folders that none of these manifests names."""
    kept = {index_folder / manifest.folder for manifest in in_use if manifest}
    for folder in (index_folder / GENERATIONS).glob("*"):
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _flush_all(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder, folder.parent):
        if path.is_dir():
            flush_folder(path)
        else:
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


@contextmanager
def _full_disk_told(index_folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        # FAISS and tantivy tell the system's error in words only.
        if "No space left" in str(error) or "File too large" in str(error):
            raise storage_full(index_folder) from error
        raise
