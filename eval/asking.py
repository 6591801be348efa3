"""Ask a set of the systems chosen. Input: an opened set. Output: their outcomes, by system.

A set that brings documents is indexed in a folder of its own, which is gone when all is asked; any
other is asked of the index that is named.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.indexed import index_items
from eval.records import Outcome, SentenceOutcome
from eval.runner import run
from eval.sets.records import QuestionSet, SentenceSet
from eval.systems.langchain import NAME as LANGCHAIN
from eval.systems.langchain import require_splitter
from eval.systems.opening import SYSTEMS, open_systems, require_known
from eval.systems.sentences import SENTENCE_SYSTEMS, open_sentence_systems
from index.errors import InvalidRequest
from index.indexing import Progress, silent
from index.records import Failure
from qa import open_engine
from qa.engine import Engine


@dataclass(frozen=True, slots=True)
class Asked:
    """Each system's outcomes in the set's order; ``notes`` tell what went otherwise."""

    runs: dict[str, tuple[Outcome, ...]]
    notes: tuple[str, ...] = ()


def systems_for(opened: QuestionSet | SentenceSet) -> tuple[str, ...]:
    """The names of every system that such a set can be asked of."""
    return tuple(SENTENCE_SYSTEMS if isinstance(opened, SentenceSet) else SYSTEMS)


def ask_all(
    asked: QuestionSet, names: Sequence[str], folder: Path, progress: Progress = silent
) -> Asked:
    """Ask every question of each system; ``folder`` is the index to ask where the set brings none.

    Raises InvalidRequest for a system that cannot be asked, before anything is indexed, and what
    indexing and opening an index raise.
    """
    require_known(names, SYSTEMS)
    if LANGCHAIN in names:
        require_splitter()
    with _index(asked, folder, progress) as (index, notes):
        engine = open_engine(index)
        missing = () if asked.documents else _not_there(asked, engine)
        systems = open_systems(names, engine, progress)
        return Asked(run(systems, asked.questions, progress), (*notes, *missing))


def rank_all(
    asked: SentenceSet, names: Sequence[str], progress: Progress = silent
) -> dict[str, tuple[SentenceOutcome, ...]]:
    """Have each system put every question's sentences in order. Raises InvalidRequest or
    ModelUnusable."""
    return run(open_sentence_systems(names, asked.questions), asked.questions, progress)


@contextmanager
def _index(
    asked: QuestionSet, folder: Path, progress: Progress
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    if not asked.documents:
        yield folder, ()
        return
    # What is open of an index cannot be removed on every system: the system's own sweep will.
    with TemporaryDirectory(prefix="citewire-eval-", ignore_cleanup_errors=True) as scratch:
        index = Path(scratch) / "index"
        report = index_items(asked.documents, index, progress)
        yield index, _told(report.failed, len(asked.documents))


def _not_there(asked: QuestionSet, engine: Engine) -> tuple[str, ...]:
    """A line where questions cite documents that the index does not hold: no answer to them can be
    right."""
    store, generation = engine.index.store, engine.index.generation
    cited = {uri for question in asked.questions for uri in question.uris}
    missing = sorted(uri for uri in cited if not store.articles(generation, "", 1, uris=[uri]))
    if not missing:
        return ()
    return (
        f"documents that the questions cite and the index does not hold: {len(missing):,} of"
        f" {len(cited):,}. The first: {missing[0]}",
    )


def _told(failed: Sequence[Failure], documents: int) -> tuple[str, ...]:
    if not failed:
        return ()
    if len(failed) == documents:
        raise InvalidRequest(
            f"None of the documents can be indexed. The first: {failed[0].problem}",
            failed[0].remedy,
        )
    return (
        f"documents that could not be indexed: {len(failed):,}. The first: {failed[0].problem}",
    )
