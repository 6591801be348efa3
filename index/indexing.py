"""Bring an index in step with files. Input: paths. Output: a new generation, and a report.

    find -> read -> prepare (segment, mark, split) -> embed -> store -> publish

Work is kept a batch at a time, so that a run that is stopped goes on where it was; but nothing of
it is seen before the whole run is published.
"""

import hashlib
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles import Prepared, input_checksum, prepare
from index.database import DATABASE, translated_errors
from index.discovering import Source, find_sources
from index.embedding import Embedder, require_same_weights
from index.errors import IndexForeign, SourceUnreadable
from index.generations import GENERATIONS, publish
from index.locking import LOCK, writer_lock
from index.manifest import MANIFEST, Manifest, is_whole, read_manifest
from index.reading import read_bytes, read_document
from index.records import Counts, Fact, Failure, IndexReport
from index.store import Store
from index.storing import Writer

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""

# Enough texts of like length for full batches; little enough to lose when a run is killed.
_BATCH_PASSAGES = 64
_NONE = Counts()
# What a run that was killed before it made the database may have left.
_OWN_NAMES = {LOCK, MANIFEST, GENERATIONS}


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class _Batch:
    """What is read and waits for its vectors: documents by id, and which uri holds which."""

    documents: dict[str, Prepared] = field(default_factory=dict)
    sources: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        return sum(len(d.passages) for d in self.documents.values()) >= _BATCH_PASSAGES


@dataclass(slots=True)
class _Tally:
    added: Counts = _NONE
    unchanged: Counts = _NONE
    removed: Counts = _NONE
    failed: list[Failure] = field(default_factory=list)


class Indexer:
    """Writes one index folder. ``open_embedder`` is given the name of the model that the index was
    made with (None for a new one) and is called only if something must be embedded."""

    def __init__(
        self,
        folder: Path,
        open_embedder: Callable[[str | None], tuple[str, Embedder]],
        progress: Progress = silent,
    ) -> None:
        self._folder = folder
        self._open_embedder = open_embedder
        self._progress = progress

    def run(self, paths: Sequence[Path]) -> IndexReport:
        """Take in every file under ``paths`` that is new or changed.

        A file that cannot be taken in is in the report's ``failed``; what it held before stays.
        Raises NothingToIndex, IndexForeign, IndexDamaged, IndexBusy, StorageFull or ModelUnusable;
        whatever happens, the generation in force is served on.
        """
        began = time.perf_counter()
        sources, missing = find_sources(paths, self._folder)
        if not sources:
            # Nothing to do, and no folder to make for it.
            held = read_manifest(self._folder)
            seconds = time.perf_counter() - began
            return IndexReport(
                held.generation if held else 0, _NONE, _NONE, _NONE, missing, seconds
            )
        _make_folder(self._folder)
        with writer_lock(self._folder), translated_errors(self._folder):
            writer, store = Writer(self._folder), Store(self._folder)
            try:
                run = _Run(self._folder, writer, store, self._open_embedder, self._progress)
                tally = run.take_in(sources)
                generation = run.publish()
            finally:
                store.close()
                writer.close()
        return IndexReport(
            generation=generation,
            added=tally.added,
            unchanged=tally.unchanged,
            removed=tally.removed,
            failed=(*missing, *tally.failed),
            seconds=time.perf_counter() - began,
        )


class _Run:
    """One run, under the lock."""

    def __init__(
        self,
        folder: Path,
        writer: Writer,
        store: Store,
        open_embedder: Callable[[str | None], tuple[str, Embedder]],
        progress: Progress,
    ) -> None:
        self._folder, self._writer, self._store = folder, writer, store
        self._open_embedder, self._progress = open_embedder, progress
        self._embedder: Embedder | None = None
        self._in_force = self._own_manifest()
        # Work that a killed run has left was written for this same generation.
        before = self._in_force.generation if self._in_force else store.newest_generation()
        self._generation = before + 1
        self._batch = _Batch()
        self._tally = _Tally()

    def take_in(self, sources: Sequence[Source]) -> _Tally:
        for done, source in enumerate(sources):
            self._progress("Indexing", done, len(sources))
            try:
                self._take(source)
            except SourceUnreadable as error:
                self._tally.failed.append(Failure(source.uri, error.problem, error.remedy))
            if self._batch.is_full:
                self._keep_batch()
        self._keep_batch()
        self._progress("Indexing", len(sources), len(sources))
        return self._tally

    def publish(self) -> int:
        """Put the new generation in force where it differs; the number of the one in force."""
        manifest = self._in_force
        pending = self._store.newest_generation() >= self._generation
        if manifest and not pending and is_whole(self._folder, manifest):
            # A run may have been killed right after it put the manifest in force.
            if self._store.fact(Fact.PUBLISHED) != str(manifest.generation):
                with self._writer.transaction():
                    self._writer.set_fact(Fact.PUBLISHED, str(manifest.generation))
            return manifest.generation
        if not self._store.newest_generation():
            return 0
        self._progress("Publishing", 0, 1)
        generation = self._generation if pending or not manifest else manifest.generation
        published = publish(self._folder, self._store, generation)
        with self._writer.transaction():
            self._writer.set_fact(Fact.PUBLISHED, str(generation))
            if manifest:
                self._writer.forget_before(manifest.generation)
        self._progress("Publishing", 1, 1)
        return published.generation

    def _take(self, source: Source) -> None:
        content = read_bytes(source.path)
        held = self._writer.source(source.uri)
        if held and held[1] == hashlib.sha256(content).hexdigest():
            self._tally.unchanged += self._writer.counts_of(held[0])
            return
        document = read_document(source.uri, source.path, content)
        waits = document.id in self._batch.documents
        prepared = None
        if not waits and not self._writer.holds_document(document.id):
            prepared = self._batch.documents[document.id] = prepare(document)
        if held:
            self._tally.removed += self._writer.counts_of(held[0])
        if prepared:
            self._tally.added += Counts(1, len(prepared.articles), len(prepared.passages))
        else:
            # A copy under another name: a document more to the user, nothing more to embed.
            self._tally.added += Counts(documents=1)
        self._batch.sources.append((source.uri, document.id, document.sha256))

    def _keep_batch(self) -> None:
        batch, self._batch = self._batch, _Batch()
        if not batch.sources:
            return
        vectors = self._embed(list(batch.documents.values()))
        with self._writer.transaction():
            for prepared, (checksums, rows) in zip(batch.documents.values(), vectors, strict=True):
                passages = list(zip(prepared.passages, checksums, strict=True))
                self._writer.put_document(prepared.document, prepared.articles, passages, rows)
            for uri, document_id, sha256 in batch.sources:
                self._writer.put_source(uri, document_id, sha256, self._generation)

    def _embed(self, documents: Sequence[Prepared]) -> list[tuple[list[str], NDArray[np.float32]]]:
        """For each document its passages' checksums, and (n, d) float32 in the same order."""
        if not documents:
            return []
        embedder = self._embedder = self._embedder or self._opened_embedder()
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

    def _own_manifest(self) -> Manifest | None:
        """The manifest in force, unless it is another index's."""
        manifest = read_manifest(self._folder)
        ours = manifest and manifest.index_id == self._store.fact(Fact.INDEX_ID)
        return manifest if ours else None

    def _opened_embedder(self) -> Embedder:
        self._progress("Loading the embedding model", 0, 1)
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
        self._progress("Loading the embedding model", 1, 1)
        return embedder


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
    if DATABASE not in names and not names <= _OWN_NAMES:
        raise IndexForeign(
            f"{folder} is not empty and holds no index.",
            "Choose an empty folder, or one that is not there yet, with --index.",
        )
