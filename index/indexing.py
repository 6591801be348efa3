"""Bring an index in step with files. Input: paths or items. Output: a new generation and a report.

    find -> compare -> unpack -> read, prepare (segment, mark, split) -> embed -> store -> publish

Work is kept a batch at a time, so that a run that is stopped goes on where it was; but nothing of
it is seen before the whole run is published.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from index.comparing import Comparison, Step, is_gone
from index.database import DATABASE, require_index, translated_errors
from index.discovering import Source, find_sources
from index.errors import ArticleMissing, IndexForeign, NothingToIndex
from index.keeping import Keeping
from index.locking import LOCK, writer_lock
from index.manifest import MANIFEST, Manifest, is_whole, read_manifest
from index.passage_vectors import OpenEmbedder, PassageVectors
from index.pruning import Scope, emptied
from index.records import Counts, Fact, Failure, IndexReport, Item
from index.removing import remove
from index.stopwatch import Stopwatch
from index.store import Store
from index.storing import Writer

Progress = Callable[[str, int, int, int], None]
"""Called with a stage's name, how much of it is done, how much there is (bytes of the files, while
they are read), and how many documents were taken in so far."""

READING = "Reading and embedding"
"""The stage that is told in bytes where what is read are files."""
_OPENING, _PUBLISHING = "Loading the embedding model", "Publishing"
_STAGES = ("reading and preparing", "embedding", "storing", "publishing")
_AS_THEY_ARE: Mapping[str, str] = MappingProxyType({})


def silent(stage: str, done: int, total: int, documents: int) -> None:
    """Progress that nobody watches."""


class Indexer:
    """Writes one index folder. ``open_embedder`` is called only if something must be embedded.

    Every method may raise IndexForeign, IndexDamaged, IndexBusy, StorageFull or ModelUnusable;
    whatever happens, the generation in force is served on.
    """

    def __init__(
        self,
        folder: Path,
        open_embedder: OpenEmbedder,
        progress: Progress = silent,
        workers: int | None = None,
    ) -> None:
        """``workers`` processes read where there is much to; None: as many as there are cores."""
        self._folder = folder
        self._parts = _Parts(folder, open_embedder, progress, workers)

    def run(
        self,
        paths: Sequence[Path],
        *,
        prune: bool = False,
        mapping: Mapping[str, str] = _AS_THEY_ARE,
    ) -> IndexReport:
        """Take in every file under ``paths`` that is new or changed.

        With ``prune`` recorded files under ``paths`` (any, without paths) that are gone are
        removed, but not where a folder given has nothing in it any more. ``mapping`` gives, by our
        name of a row's field, the name that files have for it. What cannot be taken in is in the
        report's ``failed``; what it held before stays. Raises NothingToIndex.
        """
        began = time.perf_counter()
        sources, missing = self._found(paths, prune)
        if not sources and not prune:
            # Nothing to do, and no folder to make for it.
            held = read_manifest(self._folder)
            generation = held.generation if held else 0
            return IndexReport(
                generation, Counts(), Counts(), Counts(), missing, time.perf_counter() - began
            )
        _make_folder(self._folder)
        with self._opened() as run:
            failed = run.take_in(sources, mapping)
            if prune:
                failed += run.prune(paths, sources)
            return run.finished((*missing, *failed), began)

    def add(self, items: Sequence[Item], wholes: Sequence[str] = ()) -> IndexReport:
        """Take in items that are of no file, each under its uri in place of what that held.

        ``wholes`` are the uris of which the items are all parts (``rows.csv`` of ``rows.csv#1``):
        a part that was held and is not among them is removed. What was removed of an item comes in
        again with it.
        """
        began = time.perf_counter()
        _make_folder(self._folder)
        with self._opened() as run:
            failed = run.add(items)
            run.remove_other_parts(wholes, {item.uri for item in items})
            return run.finished(tuple(failed), began)

    def remove(self, uris: Sequence[str]) -> IndexReport:
        """Take out all that is held under these uris: of files, of their items, of folders.

        One that is not known is in the report's ``failed``. Raises IndexMissing.
        """
        began = time.perf_counter()
        require_index(self._folder)
        with self._opened() as run:
            return run.finished(tuple(run.remove(uris)), began)

    def remove_article(self, article_id: str) -> IndexReport:
        """Take out one article; its document stays, so that the unchanged file does not bring it
        back. Raises ArticleMissing or IndexMissing."""
        began = time.perf_counter()
        require_index(self._folder)
        with self._opened() as run:
            run.remove_article(article_id)
            return run.finished((), began)

    def _found(
        self, paths: Sequence[Path], prune: bool
    ) -> tuple[tuple[Source, ...], tuple[Failure, ...]]:
        try:
            return find_sources(paths, self._folder)
        except NothingToIndex:
            # An emptied folder is told of only where it held something before.
            if not prune or not (self._folder / DATABASE).exists():
                raise
            return (), ()

    @contextmanager
    def _opened(self) -> Iterator["_Run"]:
        with (
            writer_lock(self._folder),
            translated_errors(self._folder),
            closing(Writer(self._folder)) as writer,
            closing(Store(self._folder)) as store,
        ):
            yield _Run(self._parts, writer, store)


@dataclass(frozen=True, slots=True)
class _Parts:
    folder: Path
    open_embedder: OpenEmbedder
    progress: Progress
    workers: int | None


class _Run:
    """One run, under the lock."""

    def __init__(self, parts: _Parts, writer: Writer, store: Store) -> None:
        self._folder, self._writer, self._store = parts.folder, writer, store
        self._progress, self._workers = parts.progress, parts.workers
        self._watch = Stopwatch(_STAGES)
        self._in_force = self._own_manifest()
        # Work that a killed run has left was written for this same generation.
        before = self._in_force.generation if self._in_force else store.newest_generation()
        # An older manifest may have been put back: what it showed is not all there any more.
        published = int(store.fact(Fact.PUBLISHED) or 0) if self._in_force else 0
        self._is_behind = published > before
        self._generation = max(before, published) + 1
        self._vectors = PassageVectors(
            parts.folder, writer, store, parts.open_embedder, self._opening
        )
        self._done = self._total = self._documents = 0

    def take_in(self, sources: Sequence[Source], mapping: Mapping[str, str]) -> list[Failure]:
        """The files that are new or changed."""
        self._total = sum(_size(source) for source in sources)
        compared = Comparison(
            self._writer, self._generation, mapping, lambda size: self._advanced(size, 0)
        )
        return self._kept(compared.files(sources))

    def add(self, items: Sequence[Item]) -> list[Failure]:
        """The items that are new or changed, or were removed."""
        self._total = sum(len(item.content) for item in items)
        compared = Comparison(self._writer, self._generation, _AS_THEY_ARE, lambda size: None)
        return self._kept(compared.items(items))

    def remove_other_parts(self, wholes: Sequence[str], kept: Collection[str]) -> None:
        """Remove the parts of these, of no file, that are not kept."""
        ledger = self._writer.ledger
        with self._writer.transaction():
            for whole in wholes:
                parts = ledger.held_parts(whole)
                gone = [held.id for held in parts if not held.path and held.uri not in kept]
                ledger.remove(gone, self._generation)

    def prune(self, paths: Sequence[Path], sources: Sequence[Source]) -> list[Failure]:
        """Remove the recorded files in the paths' scope that are gone; a failure for each folder in
        which none of the ``sources`` was found."""
        ledger, scope = self._writer.ledger, Scope(paths)
        files = (file.path for file in ledger.files() if scope.covers(file.path))
        gone = [path for path in files if is_gone(path)]
        kept, failures = emptied(paths, sources, gone)
        with self._writer.transaction():
            for path in gone:
                if path not in kept:
                    ledger.remove_file(path, self._generation)
        return failures

    def remove(self, uris: Sequence[str]) -> list[Failure]:
        """Remove what is held under these."""
        with self._writer.transaction():
            return remove(self._writer.ledger, uris, self._generation)

    def remove_article(self, article_id: str) -> None:
        """Hide the article. Raises ArticleMissing."""
        ledger = self._writer.ledger
        if not ledger.shows(article_id, self._generation):
            raise ArticleMissing(
                f"There is no article {article_id} in the index.",
                "Take its id from the list of articles, or from a citation.",
            )
        with self._writer.transaction():
            ledger.hide(article_id, self._generation)

    def finished(self, failed: tuple[Failure, ...], began: float) -> IndexReport:
        """Publish, and tell what was done."""
        ledger = self._writer.ledger
        # Before what they compare is forgotten.
        added, removed = ledger.added(self._generation), ledger.removed(self._generation)
        unchanged = ledger.unchanged(self._generation)
        with self._watch.measured("publishing"):
            generation = self._published()
        return IndexReport(
            generation=generation,
            added=added,
            unchanged=unchanged,
            removed=removed,
            failed=failed,
            seconds=time.perf_counter() - began,
            stages=self._watch.stages,
        )

    def _kept(self, steps: Iterator[Step]) -> list[Failure]:
        self._advanced(0, 0)
        first = next(steps, None)
        if first is None:
            return []
        # Where nothing has changed, all that reads is not even loaded.
        from index.preparing import Preparing

        preparing = Preparing(self._workers)
        keeping = Keeping(
            self._writer, self._generation, self._vectors, self._watch, self._advanced
        )
        # Closed at once where this is stopped, and with it the processes that read ahead.
        with closing(preparing.prepared(chain([first], steps))) as prepared:
            for step, made in prepared:
                keeping.take(step, made)
        keeping.keep()
        self._watch.add(_STAGES[0], preparing.spent_s)
        return keeping.failed

    def _published(self) -> int:
        """Put the new generation in force where it differs; the number of the one in force."""
        manifest = self._in_force
        newest = self._store.newest_generation()
        pending = newest >= self._generation or self._is_behind
        if manifest and not pending and is_whole(self._folder, manifest):
            # A run may have been killed right after it put the manifest in force.
            if self._store.fact(Fact.PUBLISHED) != str(manifest.generation):
                with self._writer.transaction():
                    self._writer.set_fact(Fact.PUBLISHED, str(manifest.generation))
            return manifest.generation
        if not newest:
            return 0
        from index.generations import publish

        self._progress(_PUBLISHING, 0, 1, self._documents)
        generation = self._generation if pending or not manifest else manifest.generation
        published = publish(self._folder, self._store, generation)
        with self._writer.transaction():
            self._writer.set_fact(Fact.PUBLISHED, str(generation))
            if manifest:
                self._writer.ledger.forget_before(manifest.generation)
        self._progress(_PUBLISHING, 1, 1, self._documents)
        return published.generation

    def _own_manifest(self) -> Manifest | None:
        """The manifest in force, unless it is another index's."""
        manifest = read_manifest(self._folder)
        ours = manifest and manifest.index_id == self._store.fact(Fact.INDEX_ID)
        return manifest if ours else None

    def _advanced(self, size: int, documents: int) -> None:
        self._done += size
        self._documents += documents
        self._progress(READING, min(self._done, self._total), self._total, self._documents)

    def _opening(self, is_open: bool) -> None:
        self._progress(_OPENING, int(is_open), 1, self._documents)


def _size(source: Source) -> int:
    try:
        return os.stat(source.path).st_size
    except OSError:
        return 0


def _make_folder(folder: Path) -> None:
    try:
        with translated_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            names = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise IndexForeign(
            f"{folder} cannot be an index folder: {error.strerror}.",
            "Choose another folder with --index.",
        ) from error
    # What a run that was killed before it made the database may have left.
    if DATABASE not in names and not names <= {LOCK, MANIFEST, "generations"}:
        raise IndexForeign(
            f"{folder} is not empty and holds no index.",
            "Choose an empty folder, or one that is not there yet, with --index.",
        )
