"""The derived index of words: tantivy over passages and titles. Built from the truth alone.

Its segments never change once written, so an index that differs little from another shares the
other's files. Queries are built of terms, never parsed: tantivy's parser raises on ordinary text
("it's 5:30 pm").
"""

import json
import math
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import tantivy

from index.analysis import english_analyzer
from index.names.lexicon import Lexicon
from index.store import IndexedPassage

_ANALYZER = "citewire_english"
_HEAP_BYTES = 64_000_000
_TEXT, _TITLE, _ID, _ARTICLE = "text", "title", "passage_id", "article_id"
# A word of the headline speaks for each of the article's passages, but less than one of its own.
_TITLE_WEIGHT = 0.3
# tantivy counts what was removed in its statistics until it is merged away, and it cannot be told
# to merge. Beyond this share all is written anew: 40 microseconds a passage.
_MOST_REMOVED = 0.05
# Sums of float32 differ in the last digits with the order in which a segment adds them up.
_NOISE = 5e-6
_REWRITTEN = {"meta.json", ".managed.json"}
_WRITER_LOCK = ".tantivy-writer.lock"
_LOCKS = {_WRITER_LOCK, ".tantivy-meta.lock"}
_FREQUENCIES_KEPT = 10_000
# A word that the collection does not hold is looked for under close spellings, where it is long
# enough for them to be the same word's.
_FUZZY_LEAST_CHARS = 5
_FUZZY_WEIGHT = 0.7
# Another spelling of a name says what the asked one says, unless both are there.
_VARIANT_WEIGHT = 0.95


def build_fulltext(folder: Path, passages: Iterable[IndexedPassage]) -> None:
    """Write the index of the passages' words into ``folder``, which is made.

    Raises ValueError or OSError, tantivy's own, where it cannot be written.
    """
    folder.mkdir(parents=True)
    _change(folder, set(), passages)


def update_fulltext(
    folder: Path,
    base: Path,
    wanted: set[int],
    fetch: Callable[[set[int]], Iterable[IndexedPassage]],
) -> bool:
    """Write the index of the ``wanted`` passages into ``folder``, which is made, from the one in
    ``base``, which stays byte for byte what it is; ``fetch`` gives the passages that it lacks.

    False, with nothing written, where it had better be built: ``base`` cannot be opened, or too
    much of it would be what was removed. Raises what `build_fulltext` raises.
    """
    try:
        held = FullText(base)
    except (ValueError, OSError):
        return False
    ids = held.ids
    leaving = ids - wanted
    if held.removed + len(leaving) > _MOST_REMOVED * (held.passages + held.removed):
        return False
    folder.mkdir(parents=True)
    _share(base, folder)
    _change(folder, leaving, fetch(wanted - ids))
    return True


def _share(base: Path, folder: Path) -> None:
    for path in base.iterdir():
        if path.name in _REWRITTEN:
            shutil.copyfile(path, folder / path.name)
        elif path.name not in _LOCKS:
            try:
                os.link(path, folder / path.name)
            except OSError:  # not every file system can
                shutil.copyfile(path, folder / path.name)


def _change(folder: Path, leaving: set[int], passages: Iterable[IndexedPassage]) -> None:
    index = tantivy.Index(_schema(), str(folder))
    index.register_tokenizer(_ANALYZER, english_analyzer())
    # One thread, so that the same passages always give the same scores.
    writer = index.writer(_HEAP_BYTES, num_threads=1)
    if leaving:
        # Not by term: tantivy-py makes a signed term of the number, which no passage holds.
        writer.delete_documents_by_query(
            tantivy.Query.term_set_query(_schema(), _ID, sorted(leaving))
        )
    try:
        _add(writer, passages)
    except ValueError:
        # Its thread died, and this error does not tell of what (a full disk?): committing does.
        writer.commit()
        raise
    writer.commit()
    writer.wait_merging_threads()
    (folder / _WRITER_LOCK).unlink(missing_ok=True)


def _add(writer: tantivy.IndexWriter, passages: Iterable[IndexedPassage]) -> None:
    for passage in passages:
        document = tantivy.Document()
        document.add_unsigned(_ID, passage.id)
        document.add_text(_ARTICLE, passage.article_id)
        document.add_text(_TITLE, passage.title)
        document.add_text(_TEXT, passage.text)
        writer.add_document(document)


class FullText:
    """An opened index of words. Safe to search from threads.

    ``removed`` is how many passages its statistics still count though they are there no more.
    """

    def __init__(self, folder: Path, lexicon: Lexicon | None = None) -> None:
        """``lexicon`` is the one of the same generation. Raises ValueError, tantivy's own, where
        the folder holds no index of its making."""
        self.lexicon = lexicon or Lexicon()
        self._schema = _schema()
        index = tantivy.Index.open(str(folder))
        # Tokenizers are not stored: they must be registered again at each open.
        index.register_tokenizer(_ANALYZER, english_analyzer())
        self._searcher = index.searcher()
        self.removed = _removed(folder)
        self._frequency = lru_cache(_FREQUENCIES_KEPT)(self._counted)

    @property
    def ids(self) -> set[int]:
        """The passages it holds."""
        everything = tantivy.Query.all_query()
        hits = self._searcher.search(everything, limit=max(1, self.passages)).hits
        return set(self._ids([address for _, address in hits]))

    @property
    def passages(self) -> int:
        """How many passages it holds."""
        return self._searcher.num_docs

    def frequency(self, stem: str) -> int:
        """In how many passages the stem stands, in the text itself."""
        return self._frequency(_TEXT, stem)

    def search(
        self, stems: Sequence[str], limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage id, BM25) that hold any of the stems, best first, ties in id
        order. ``among`` restricts the search to those articles.

        A name is found under each of its spellings; however many a passage holds, the best counts.
        """
        if limit < 1 or not stems or (among is not None and not among):
            return []
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, self._term(stem)) for stem in dict.fromkeys(stems)]
        )
        if among is not None:
            allowed = tantivy.Query.term_set_query(self._schema, _ARTICLE, list(among))
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, query),
                    (tantivy.Occur.Must, tantivy.Query.const_score_query(allowed, 0.0)),
                ]
            )
        found = self._best(query, limit)
        return sorted(found, key=lambda item: (-item[1], item[0]))[:limit]

    def _best(self, query: tantivy.Query, limit: int) -> list[tuple[int, float]]:
        """The best ``limit``, and all that are as good as the last of them: which of these tantivy
        would give depends on its segments."""
        asked = 2 * limit
        while True:
            hits = self._searcher.search(query, limit=asked, count=False).hits
            scores = _levelled([score for score, _ in hits])
            if len(hits) < asked or scores[-1] < scores[limit - 1]:
                ids = self._ids([address for _, address in hits])
                return list(zip(ids, scores, strict=True))
            asked *= 4

    def _term(self, stem: str) -> tantivy.Query:
        spellings = [stem, *self.lexicon.variants(stem)]
        known = [spelling for spelling in spellings if self.frequency(spelling)]
        if len(known) > 1 or (known and stem not in known):
            return tantivy.Query.disjunction_max_query(
                [self._spelling(each, stem, known) for each in known]
            )
        if known or len(stem) < _FUZZY_LEAST_CHARS:
            return self._word(stem, 1.0)
        query = tantivy.Query
        return query.boost_query(query.fuzzy_term_query(self._schema, _TEXT, stem), _FUZZY_WEIGHT)

    def _spelling(self, spelling: str, asked: str, known: Sequence[str]) -> tantivy.Query:
        """One spelling of a name, at the weight of the name: a rare spelling is no rarer a name."""
        together = min(self.passages, sum(map(self.frequency, known)))
        weight = _rarity(self.passages, together)
        weight /= _rarity(self.passages, self.frequency(spelling))
        return self._word(spelling, weight if spelling == asked else weight * _VARIANT_WEIGHT)

    def _word(self, stem: str, weight: float) -> tantivy.Query:
        query = tantivy.Query
        return query.boolean_query(
            [
                (tantivy.Occur.Should, self._weighed(_TEXT, stem, weight)),
                (tantivy.Occur.Should, self._weighed(_TITLE, stem, weight * _TITLE_WEIGHT)),
            ]
        )

    def _weighed(self, field: str, stem: str, weight: float) -> tantivy.Query:
        """The passages with the stem in the field, at BM25's weight for what is still there."""
        if self.removed:
            counted = self._searcher.doc_freq(field, stem)
            weight *= _rarity(self.passages, self._frequency(field, stem))
            weight /= _rarity(self.passages + self.removed, counted)
        term = tantivy.Query.term_query(self._schema, field, stem)
        return tantivy.Query.boost_query(term, weight)

    def _counted(self, field: str, stem: str) -> int:
        if not self.removed:
            return self._searcher.doc_freq(field, stem)
        term = tantivy.Query.term_query(self._schema, field, stem)
        count: int = self._searcher.search(term, limit=1).count  # type: ignore[attr-defined]
        return count

    def _ids(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        values = self._searcher.fast_field_values(_ID, addresses)
        return [int(value) for value in values if value is not None]


def _levelled(scores: Sequence[float]) -> list[float]:
    """The scores, best first, with those that differ by noise alone made equal."""
    levelled: list[float] = []
    for score in scores:
        is_same = bool(levelled) and levelled[-1] - score <= _NOISE * levelled[-1]
        levelled.append(levelled[-1] if is_same else score)
    return levelled


def _removed(folder: Path) -> int:
    segments = json.loads((folder / "meta.json").read_text("utf-8"))["segments"]
    return sum(s["deletes"]["num_deleted_docs"] for s in segments if s["deletes"])


def _rarity(passages: int, holding: int) -> float:
    """BM25's inverse document frequency, as tantivy has it."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(_ID, stored=False, indexed=True, fast=True)
    builder.add_text_field(_ARTICLE, stored=False, tokenizer_name="raw", index_option="basic")
    for field in (_TITLE, _TEXT):
        builder.add_text_field(field, stored=False, tokenizer_name=_ANALYZER)
    return builder.build()
