"""Open an index for reading. Input: its folder. Output: an Index, checked against its manifest.

A derived index that is damaged, missing or another index's is rebuilt from the truth, never served.
"""

import logging
import threading
from pathlib import Path

from index.database import require_index
from index.errors import CitewireError, IndexDamaged
from index.fulltext import FullText
from index.generations import FULLTEXT, LEXICON, VECTORS, publish
from index.locking import writer_lock
from index.manifest import Manifest, is_whole, read_manifest, stamp
from index.names.lexicon import read_lexicon
from index.published import published_generation
from index.records import Fact
from index.store import Store
from index.vectors import Vectors

_log = logging.getLogger(__name__)
# FAISS's and tantivy's own, and what a sweep between reading and opening leaves behind.
_UNOPENABLE = (RuntimeError, ValueError, OSError)


class Index:
    """One generation of an index, opened. It stays what it is while newer ones are published.

    Safe to use from threads: each gets a Store of its own.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        generation = folder / manifest.folder
        self.folder = folder
        self.manifest = manifest
        self.vectors = Vectors(generation / VECTORS)
        self.fulltext = FullText(generation / FULLTEXT, read_lexicon(generation / LEXICON))
        self._threads = threading.local()

    @property
    def store(self) -> Store:
        """The truth, for this thread."""
        store: Store | None = getattr(self._threads, "store", None)
        if store is None:
            store = self._threads.store = Store(self.folder)
        return store

    @property
    def generation(self) -> int:
        """The number to ask the store with."""
        return self.manifest.generation


class LiveIndex:
    """An index folder followed: `current` is always the newest generation that could be opened."""

    def __init__(self, folder: Path) -> None:
        """Raises what `open_index` raises."""
        self._folder = folder
        self._lock = threading.Lock()
        # Before the index: what is published meanwhile must be seen as new.
        self._stamp = stamp(folder)
        self._index = open_index(folder)

    def current(self) -> Index:
        """The newest generation; looks at one file's stamp, and opens only what is new."""
        if stamp(self._folder) != self._stamp and self._lock.acquire(blocking=False):
            # Whoever comes meanwhile is served the generation before, and waits for nothing.
            try:
                seen = stamp(self._folder)
                self._index = open_index(self._folder)
                self._stamp = seen if seen == stamp(self._folder) else None
            except CitewireError as error:
                _log.warning("The new generation cannot be opened yet: %s", error)
            finally:
                self._lock.release()
        return self._index


def open_index(folder: Path) -> Index:
    """The generation in force.

    Raises IndexMissing, IndexForeign, IndexDamaged; IndexBusy where it must be rebuilt while
    another process writes.
    """
    require_index(folder)
    manifest = read_manifest(folder)
    if not manifest or not is_sound(folder, manifest):
        manifest = rebuild(folder)
    try:
        return Index(folder, manifest)
    except _UNOPENABLE:
        # Whole, but written by another version of FAISS or tantivy, or swept since it was read.
        manifest = rebuild(folder, instead_of=manifest)
    try:
        return Index(folder, manifest)
    except _UNOPENABLE as error:
        raise IndexDamaged(
            f"The derived indexes in {folder / manifest.folder} cannot be opened: {error}.",
            "Move the folder away and index your files again.",
        ) from error


def is_sound(folder: Path, manifest: Manifest) -> bool:
    """Whether all that was derived is whole, and was derived from this folder's truth."""
    store = Store(folder)
    try:
        ours = store.fact(Fact.INDEX_ID) == manifest.index_id
        return ours and is_whole(folder, manifest)
    finally:
        store.close()


def rebuild(folder: Path, instead_of: Manifest | None = None) -> Manifest:
    """Derive the published generation again from the truth, and put it in force, unless a sound one
    other than ``instead_of`` is in force by now.

    Raises IndexMissing where none was ever published, IndexBusy, StorageFull.
    """
    with writer_lock(folder):
        manifest = read_manifest(folder)
        if manifest and manifest != instead_of and is_sound(folder, manifest):
            return manifest
        store = Store(folder)
        try:
            published = published_generation(folder, store)
            _log.warning("The derived indexes in %s are not whole: rebuilding them.", folder)
            return publish(folder, store, published)
        finally:
            store.close()
