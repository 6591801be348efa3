"""Publish a generation. Input: the truth. Output: derived indexes in a new folder, and a manifest.

They are made from those in force, by what differs, where these are whole; else they are built.
Nothing here reads a source file or runs a model: all comes from the Store.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from index.database import storage_full
from index.fulltext import build_fulltext, update_fulltext
from index.manifest import (
    Manifest,
    files_in,
    flush_folder,
    is_whole,
    read_manifest,
    write_manifest,
)
from index.names.learning import learn
from index.names.lexicon import write_lexicon
from index.records import Fact
from index.store import Store
from index.vectors import build_vectors, choose_kind, update_vectors

VECTORS = "vectors.faiss"
FULLTEXT = "fulltext"
LEXICON = "lexicon.json"
GENERATIONS = "generations"


def publish(index_folder: Path, store: Store, generation: int) -> Manifest:
    """Derive what ``generation`` sees into a folder of its own, then put it in force.

    The generation in force before keeps its files, for readers that are at it; older ones go.
    Raises StorageFull; then, as at any other interruption, the manifest in force is untouched.
    """
    folder = index_folder / GENERATIONS / f"{generation:08d}-{secrets.token_hex(4)}"
    previous = read_manifest(index_folder)
    wanted = store.passage_ids(generation)
    kind = choose_kind(len(wanted))
    dimension = int(store.fact(Fact.DIMENSION) or 0)
    fetch = partial(store.indexed_passages, generation)
    try:
        with _full_disk_told(index_folder):
            folder.mkdir(parents=True)
            base = _base(index_folder, store, generation)
            held = index_folder / base.folder if base else None
            same = held if base and base.vector_kind == kind else None
            if not (same and update_vectors(folder / VECTORS, same / VECTORS, wanted, fetch)):
                build_vectors(folder / VECTORS, fetch(), dimension, kind)
            if not (held and update_fulltext(folder / FULLTEXT, held / FULLTEXT, wanted, fetch)):
                build_fulltext(folder / FULLTEXT, fetch())
            # Learnt anew each time, from what is stored: 45 microseconds an article.
            write_lexicon(folder / LEXICON, learn(store.article_words(generation)))
            _flush_all(folder)
            manifest = Manifest(
                index_id=store.fact(Fact.INDEX_ID) or "",
                generation=generation,
                folder=folder.relative_to(index_folder).as_posix(),
                passages=len(wanted),
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


def _base(index_folder: Path, store: Store, generation: int) -> Manifest | None:
    """The manifest in force, where what it names is whole and was derived from an earlier state of
    this very truth.

    None for the generation in force itself: who publishes it again wants it built. None too where
    the database does not remember it: a copy put back may have given its ids to other passages.
    """
    manifest = read_manifest(index_folder)
    if (
        manifest
        and manifest.generation < generation
        and manifest.index_id == store.fact(Fact.INDEX_ID)
        and str(manifest.generation) == store.fact(Fact.PUBLISHED)
        and is_whole(index_folder, manifest)
    ):
        return manifest
    return None


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
