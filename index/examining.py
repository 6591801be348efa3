"""Examine an index without changing it. Input: its folder. Output: Checks, for ``citewire doctor``.

What is derived is compared with the truth passage by passage, and the names with what the articles
teach; nothing is rebuilt here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.database import require_index
from index.errors import CitewireError
from index.fulltext import FullText
from index.generations import FULLTEXT, LEXICON, VECTORS
from index.manifest import Manifest, read_manifest
from index.models.finding import BUNDLED_NAME
from index.names.learning import learn
from index.names.lexicon import read_lexicon
from index.opening import is_sound
from index.records import Fact
from index.settings import IndexSettings
from index.store import Store
from index.vectors import EXACT_UP_TO, Vectors
from index.wiring import open_embedder

_REBUILT = "It is rebuilt from the database at the next question; or run citewire index PATH."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what, whether it is sound, and what was found or what to do."""

    what: str
    is_sound: bool
    found: str


def examine(folder: Path, settings: IndexSettings) -> tuple[Check, ...]:
    """Every check, in order from the truth to what is derived from it.

    Raises IndexMissing, IndexForeign or IndexDamaged where there is no truth to compare with.
    """
    require_index(folder)
    store = Store(folder)
    try:
        manifest = read_manifest(folder)
        return (
            _database(store),
            _model(store, settings),
            *(_derived(folder, store, manifest) if manifest else [_unpublished(store)]),
            *([_contents(store, manifest), _pending(store, manifest)] if manifest else []),
        )
    finally:
        store.close()


def _database(store: Store) -> Check:
    problems = store.problems()
    remedy = (
        f"{problems[0].splitlines()[0]}: move the folder away and index again."
        if problems
        else "sound"
    )
    return Check("database", not problems, remedy)


def _model(store: Store, settings: IndexSettings) -> Check:
    name = store.fact(Fact.MODEL)
    if name is None:
        return Check("embedding model", True, "none yet: nothing is indexed")
    shown = f"{name or BUNDLED_NAME}, {store.fact(Fact.DIMENSION)} dimensions"
    try:
        embedder = open_embedder(name, settings)
    except CitewireError as error:
        return Check("embedding model", False, str(error))
    if embedder.fingerprint != store.fact(Fact.FINGERPRINT):
        return Check("embedding model", False, f"{shown}: its weights are not those of the index.")
    return Check("embedding model", True, f"{shown}, run by onnxruntime")


def _derived(folder: Path, store: Store, manifest: Manifest) -> Iterator[Check]:
    whole = is_sound(folder, manifest)
    yield Check(
        "checksums",
        whole,
        f"{len(manifest.files)} files as the manifest has them" if whole else _REBUILT,
    )
    wanted = store.passage_ids(manifest.generation)
    generation = folder / manifest.folder
    kind = f"{manifest.vector_kind} (exact up to {EXACT_UP_TO:,} passages)"
    yield _same("vector index, FAISS " + kind, wanted, lambda: Vectors(generation / VECTORS).ids)
    yield _same("full text, tantivy", wanted, lambda: FullText(generation / FULLTEXT).ids)
    yield _names(generation / LEXICON, store, manifest.generation)


def _same(what: str, wanted: set[int], read: Callable[[], set[int]]) -> Check:
    try:
        held = read()
    except (RuntimeError, ValueError, OSError) as error:  # FAISS's and tantivy's own
        return Check(what, False, f"cannot be opened ({error}). {_REBUILT}")
    if held != wanted:
        lacking, foreign = len(wanted - held), len(held - wanted)
        return Check(what, False, f"{lacking} passages lack, {foreign} are foreign. {_REBUILT}")
    return Check(what, True, f"{len(held):,} passages, the same as in the database")


def _names(path: Path, store: Store, generation: int) -> Check:
    what = "names and their spellings"
    try:
        held = read_lexicon(path)
    except (ValueError, OSError) as error:
        return Check(what, False, f"cannot be opened ({error}). {_REBUILT}")
    learnt = learn(store.article_words(generation))
    kinds = {
        "words": (held.words, learnt.words),
        "names": (held.names, learnt.names),
        "groups of spellings": (held.groups, learnt.groups),
    }
    differing = [kind for kind, (one, other) in kinds.items() if one != other]
    if differing:
        remedy = f"Delete {path.parent}: it is rebuilt from the database at the next question."
        return Check(what, False, f"other {', '.join(differing)} than the articles'. {remedy}")
    return Check(
        what,
        True,
        f"{len(held.names):,} names, {len(held.groups):,} groups of spellings, the same as in the"
        " database",
    )


def _contents(store: Store, manifest: Manifest) -> Check:
    counts = store.counts(manifest.generation)
    groups = store.near_copy_groups(manifest.generation)
    return Check(
        "contents",
        True,
        f"{store.files():,} files, {counts.documents:,} documents, {counts.articles:,} articles"
        f" ({groups:,} {'group' if groups == 1 else 'groups'} of near copies),"
        f" {counts.passages:,} passages in generation {manifest.generation}",
    )


def _pending(store: Store, manifest: Manifest) -> Check:
    is_pending = store.newest_generation() > manifest.generation
    return Check(
        "unfinished work",
        not is_pending,
        "a run was stopped: run citewire index PATH again" if is_pending else "none",
    )


def _unpublished(store: Store) -> Check:
    if store.fact(Fact.PUBLISHED):
        return Check("manifest", False, f"missing or unreadable. {_REBUILT}")
    return Check("manifest", False, "the first run was never finished: run citewire index again")
