"""Keep what was prepared, a batch at a time. Input: steps, with what was made of each item. Output:
rows, and the failures.

A batch is kept whole or not at all, so that a run that is stopped goes on where it was.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from index.comparing import Finish, Step, Take
from index.copies import NEAR_COPY_FROM, likeness
from index.passage_vectors import PassageVectors
from index.prepared import Prepared, body_text
from index.records import Failure
from index.stopwatch import Stopwatch
from index.storing import Writer

# Enough texts of like length for full batches; little enough to lose when a run is killed.
_BATCH_PASSAGES, _BATCH_STEPS = 256, 512
# The likest candidates come first; what a template gives beyond them would tell nothing new.
_MOST_COMPARED = 50
_COPIES_WITHIN_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Holding:
    """Which document an item is to hold."""

    uri: str
    path: str
    document_id: str
    sha256: str


@dataclass(slots=True)
class _Batch:
    """What waits for its vectors: documents by id, and in order who holds which and what ends."""

    documents: dict[str, Prepared] = field(default_factory=dict)
    steps: list[_Holding | Finish] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        passages = sum(len(document.passages) for document in self.documents.values())
        return passages >= _BATCH_PASSAGES or len(self.steps) >= _BATCH_STEPS


class Keeping:
    """Writes ``generation``; ``failed`` are the items and files that could not be taken in, and
    ``advanced`` is called with the bytes and the documents that each step is done with."""

    def __init__(
        self,
        writer: Writer,
        generation: int,
        vectors: PassageVectors,
        watch: Stopwatch,
        advanced: Callable[[int, int], None],
    ) -> None:
        self._writer, self._ledger, self._generation = writer, writer.ledger, generation
        self._vectors, self._watch, self._advanced = vectors, watch, advanced
        self._batch = _Batch()
        self._torn: set[str] = set()
        self.failed: list[Failure] = []

    def take(self, step: Step, made: Prepared | Failure | None) -> None:
        """The next step, with what was made of its item."""
        if isinstance(step, Failure):
            self.failed.append(step)
        elif isinstance(step, Finish):
            self._batch.steps.append(step)
            self._advanced(step.weight, 0)
        elif isinstance(made, Prepared):
            self._add(step, made)
            self._advanced(step.weight, 1)
        elif made:
            self._leave(step, made)
            self._advanced(step.weight, 1)
        if self._batch.is_full:
            self.keep()

    def keep(self) -> None:
        """Write what waits."""
        batch, self._batch = self._batch, _Batch()
        if not batch.steps:
            return
        documents = list(batch.documents.values())
        with self._watch.measured("embedding"):
            vectors = self._vectors.of(documents)
        with self._watch.measured("storing"), self._writer.transaction():
            for prepared, (checksums, rows) in zip(documents, vectors, strict=True):
                self._writer.put_document(prepared, checksums, rows)
                self._put_near_copies(prepared)
            for step in batch.steps:
                if isinstance(step, Finish):
                    self._finish(step)
                else:
                    self._hold(step)

    def _add(self, step: Take, made: Prepared) -> None:
        document = made.document
        waits = document.id in self._batch.documents
        if not waits and not self._writer.holds_document(document.id):
            self._batch.documents[document.id] = made
        holding = _Holding(step.item.uri, step.path, document.id, document.sha256)
        self._batch.steps.append(holding)

    def _leave(self, step: Take, failure: Failure) -> None:
        self.failed.append(failure)
        self._torn.add(step.path)
        # What it held before stays.
        row = self._ledger.held([step.item.uri]).get(step.item.uri)
        self._ledger.touch([row.id] if row and row.path == step.path else [], is_same=False)

    def _hold(self, holding: _Holding) -> None:
        put = (holding.uri, holding.path, holding.document_id, holding.sha256)
        self._ledger.put_source(*put, self._generation)
        self._ledger.restore(holding.document_id, self._generation)

    def _finish(self, step: Finish) -> None:
        file = step.file
        if step.is_whole:
            self._ledger.remove_untouched(file.path, self._generation)
        if not step.has_failed and file.path not in self._torn:
            self._ledger.put_file(file)
        elif self._ledger.holds_any(file.path):
            self._ledger.put_file(replace(file, digest=""))
        else:
            self._ledger.remove_file(file.path, self._generation)

    def _put_near_copies(self, prepared: Prepared) -> None:
        for article, bands in zip(prepared.articles, prepared.article_bands, strict=True):
            body = body_text(prepared.document.text, article.blocks)
            others = [
                (other, likeness(body, self._writer.body_of(other)))
                for other in self._writer.articles_sharing(bands, _MOST_COMPARED + 1)
                if other != article.id
            ]
            near = [
                (other, like)
                for other, like in others
                if like >= NEAR_COPY_FROM
                and _may_be_copies(article.published, self._writer.published(other))
            ]
            self._writer.put_near_copies(article.id, near)


def _may_be_copies(one: date | None, other: date | None) -> bool:
    """Whether the days allow it, where both are known: of Reuters' notices in the same words, those
    that lay further apart were of different events."""
    return one is None or other is None or abs((one - other).days) <= _COPIES_WITHIN_DAYS
