"""The derived index of words: tantivy over passages and titles. Built from the truth alone.

Queries are built of terms, never parsed: tantivy's parser raises on ordinary text ("it's 5:30 pm").
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from index.analysis import english_analyzer
from index.store import IndexedPassage

_ANALYZER = "citewire_english"
_HEAP_BYTES = 64_000_000
_TEXT, _TITLE, _ID, _ARTICLE = "text", "title", "passage_id", "article_id"
# A word of the headline speaks for each of the article's passages, but less than one of its own.
_TITLE_WEIGHT = 0.3
# A word that the collection does not hold is looked for under close spellings, where it is long
# enough for them to be the same word's.
_FUZZY_LEAST_CHARS = 5
_FUZZY_WEIGHT = 0.7


def build_fulltext(folder: Path, passages: Iterable[IndexedPassage]) -> None:
    """Write the index of the passages' words into ``folder``, which is made.

    Raises ValueError or OSError, tantivy's own, where it cannot be written.
    """
    folder.mkdir(parents=True)
    index = tantivy.Index(_schema(), str(folder))
    index.register_tokenizer(_ANALYZER, english_analyzer())
    # One thread, so that the same passages always give the same index.
    writer = index.writer(_HEAP_BYTES, num_threads=1)
    try:
        _add(writer, passages)
    except ValueError:
        # Its thread died, and this error does not tell of what (a full disk?): committing does.
        writer.commit()
        raise
    writer.commit()
    writer.wait_merging_threads()


def _add(writer: tantivy.IndexWriter, passages: Iterable[IndexedPassage]) -> None:
    for passage in passages:
        document = tantivy.Document()
        document.add_unsigned(_ID, passage.id)
        document.add_text(_ARTICLE, passage.article_id)
        document.add_text(_TITLE, passage.title)
        document.add_text(_TEXT, passage.text)
        writer.add_document(document)


class FullText:
    """An opened index of words. Safe to search from threads."""

    def __init__(self, folder: Path) -> None:
        """Raises ValueError, tantivy's own, where the folder holds no index of its making."""
        self._schema = _schema()
        index = tantivy.Index.open(str(folder))
        # Tokenizers are not stored: they must be registered again at each open.
        index.register_tokenizer(_ANALYZER, english_analyzer())
        self._searcher = index.searcher()

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
        return self._searcher.doc_freq(_TEXT, stem)

    def search(
        self, stems: Sequence[str], limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage id, BM25) that hold any of the stems, best first, ties in id
        order. ``among`` restricts the search to those articles."""
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
        hits = self._searcher.search(query, limit=limit).hits
        ids = self._ids([address for _, address in hits])
        found = [(id_, score) for id_, (score, _) in zip(ids, hits, strict=True)]
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def _term(self, stem: str) -> tantivy.Query:
        query = tantivy.Query
        if self.frequency(stem) or len(stem) < _FUZZY_LEAST_CHARS:
            return query.boolean_query(
                [
                    (tantivy.Occur.Should, query.term_query(self._schema, _TEXT, stem)),
                    (
                        tantivy.Occur.Should,
                        query.boost_query(
                            query.term_query(self._schema, _TITLE, stem), _TITLE_WEIGHT
                        ),
                    ),
                ]
            )
        return query.boost_query(query.fuzzy_term_query(self._schema, _TEXT, stem), _FUZZY_WEIGHT)

    def _ids(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        values = self._searcher.fast_field_values(_ID, addresses)
        return [int(value) for value in values if value is not None]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(_ID, stored=False, indexed=True, fast=True)
    builder.add_text_field(_ARTICLE, stored=False, tokenizer_name="raw", index_option="basic")
    for field in (_TITLE, _TEXT):
        builder.add_text_field(field, stored=False, tokenizer_name=_ANALYZER)
    return builder.build()
