"""What the writer keeps, together or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.records import Article, Block, BlockKind, Counts, Document, Passage
from index.store import Store
from index.storing import Writer

ARTICLE = Article(
    id="a1",
    document_id="d1",
    title="Title",
    outlet="Outlet",
    byline="Nora Falk",
    published=date(2020, 2, 20),
    language="en",
    start=0,
    end=9,
    blocks=(Block(BlockKind.HEADLINE, 0, 5), Block(BlockKind.BODY, 6, 9)),
)
DOCUMENT = Document("d1", "one.txt", "text/plain", "s1", "Title\nOne")
PASSAGE = Passage("a1", 6, 9, BlockKind.BODY)
VECTOR = np.array([[0.6, 0.8]], dtype=np.float32)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    writer = Writer(tmp_path)
    yield writer
    writer.close()


@pytest.fixture
def store(tmp_path: Path, writer: Writer) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.close()


def _put(writer: Writer, vectors: NDArray[np.float32] = VECTOR) -> None:
    writer.put_document(DOCUMENT, [ARTICLE], [(PASSAGE, "checksum")], vectors)


def test_a_document_is_read_back_as_it_was_written(writer: Writer, store: Store) -> None:
    with writer.transaction():
        _put(writer)
        writer.put_source("one.txt", "d1", "s1", 1)
    assert store.document("d1", 1) == DOCUMENT
    assert store.article("a1") == ARTICLE
    assert store.articles(1, "", -1) == [(ARTICLE, "one.txt")]
    (passage,) = store.indexed_passages(1)
    assert (passage.article_id, passage.title, passage.text) == ("a1", "Title", "One")
    assert passage.vector.tolist() == VECTOR[0].tolist()


def test_what_is_written_together_is_kept_together_or_not_at_all(
    writer: Writer, store: Store
) -> None:
    def write_and_stumble() -> None:
        with writer.transaction():
            _put(writer)
            writer.put_source("one.txt", "d1", "s1", 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_stumble()
    assert not writer.holds_document("d1")
    assert store.newest_generation() == 0
    with writer.transaction():
        _put(writer)
    assert writer.holds_document("d1")


def test_as_many_vectors_as_passages_are_kept_or_none(writer: Writer) -> None:
    with pytest.raises(ValueError, match="zip"), writer.transaction():
        _put(writer, np.zeros((2, 2), dtype=np.float32))
    assert not writer.holds_document("d1")


def test_a_vector_is_found_by_the_checksum_of_what_was_embedded(writer: Writer) -> None:
    with writer.transaction():
        _put(writer)
    found = writer.vector_of("checksum")
    assert found is not None
    assert found.tolist() == VECTOR[0].tolist()
    assert writer.vector_of("other") is None


def test_a_uri_holds_one_document_in_each_generation(writer: Writer, store: Store) -> None:
    other = Document("d2", "one.txt", "text/plain", "s2", "Two")
    with writer.transaction():
        _put(writer)
        writer.put_document(other, [], [], np.zeros((0, 2), dtype=np.float32))
        writer.put_source("one.txt", "d1", "s1", 1)
        writer.put_source("one.txt", "d2", "s2", 2)
    assert writer.source("one.txt") == ("d2", "s2")
    assert (store.document("d1", 1), store.document("d2", 1)) == (DOCUMENT, None)
    assert (store.document("d1", 2), store.document("d2", 2)) == (None, other)
    assert (store.counts(1), store.counts(2)) == (Counts(1, 1, 1), Counts(1, 0, 0))


def test_what_no_generation_has_seen_leaves_no_trace(writer: Writer, store: Store) -> None:
    # A run that was killed put d1; the next run, for the same generation, finds d2 there.
    with writer.transaction():
        _put(writer)
        writer.put_document(
            Document("d2", "", "", "", "Two"), [], [], np.zeros((0, 2), dtype=np.float32)
        )
        writer.put_source("one.txt", "d1", "s1", 1)
        writer.put_source("one.txt", "d2", "s2", 1)
        assert store.document("d1", 1) is None
        writer.forget_before(1)
    assert not writer.holds_document("d1")
    assert writer.holds_document("d2")


def test_forgetting_keeps_what_the_generation_in_force_sees(writer: Writer, store: Store) -> None:
    with writer.transaction():
        _put(writer)
        writer.put_document(
            Document("d2", "", "", "", "Two"), [], [], np.zeros((0, 2), dtype=np.float32)
        )
        writer.put_source("one.txt", "d1", "s1", 1)
        writer.put_source("one.txt", "d2", "s2", 2)
        writer.forget_before(1)
    assert store.document("d1", 1) == DOCUMENT
    with writer.transaction():
        writer.forget_before(2)
    assert store.document("d1", 1) is None
    assert store.article("a1") is None
    assert store.passages_of("a1") == []
    assert store.document("d2", 2) is not None


def test_counts_of_a_document_count_itself(writer: Writer) -> None:
    with writer.transaction():
        _put(writer)
    assert writer.counts_of("d1") == Counts(1, 1, 1)


def test_a_fact_is_replaced(writer: Writer, store: Store) -> None:
    with writer.transaction():
        writer.set_fact("key", "one")
        writer.set_fact("key", "two")
    assert store.fact("key") == "two"
    assert store.fact("other") is None


def test_a_passages_number_is_never_given_again(writer: Writer, store: Store) -> None:
    with writer.transaction():
        _put(writer)
        writer.put_source("one.txt", "d1", "s1", 1)
    before = store.passage_ids(1)
    other = Document("d2", "", "", "", "Two")
    with writer.transaction():
        writer.put_document(other, [], [], np.zeros((0, 2), dtype=np.float32))
        writer.put_source("one.txt", "d2", "s2", 2)
        writer.forget_before(2)
        _put(writer)
        writer.put_source("one.txt", "d1", "s1", 3)
    assert len(store.passage_ids(3)) == 1
    assert store.passage_ids(3).isdisjoint(before)
