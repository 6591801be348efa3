"""What the writer keeps, together or not at all."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.names.mentions import ArticleWords
from index.prepared import BandedSentence, PlacedStatement, Prepared
from index.records import (
    Article,
    Block,
    BlockKind,
    Document,
    Field,
    Passage,
    Statement,
    StoredStatement,
)
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
    agency="AP",
    place="OSLO",
    url="https://news.example/1",
    origins=((Field.TITLE, "headline"), (Field.PUBLISHED, "field 'date'")),
    start=0,
    end=9,
    blocks=(Block(BlockKind.HEADLINE, 0, 5), Block(BlockKind.BODY, 6, 9)),
)
SAID = Statement("a1", 6, 9, "said", True, "Falk", "Nora Falk", "Mayor")
SAID_BY_NOBODY = Statement("a1", 7, 9, "said", False, None, None, None)
DOCUMENT = Document("d1", "one.txt", "text/plain", "s1", "Title\nOne")
PREPARED = Prepared(
    document=DOCUMENT,
    articles=(ARTICLE,),
    passages=(Passage("a1", 6, 9, BlockKind.BODY),),
    inputs=("Title\nOne",),
    words=(ArticleWords("one", "falk", "title", "nora falk"),),
    article_bands=((-(2**63), 2**63 - 1),),
    sentences=(BandedSentence(0, 6, 9, (11, 12)),),
    statements=(PlacedStatement(0, SAID), PlacedStatement(0, SAID_BY_NOBODY)),
)
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
    writer.put_document(PREPARED, ["checksum"], vectors)


def _put_article(writer: Writer, name: str, bands: Sequence[int], text: str = "Title\nOne") -> None:
    """A document of that name with one article of the same name."""
    article = Article(
        name, name, "Title", None, None, None, None, None, None, None, (), 0, len(text),
        (Block(BlockKind.HEADLINE, 0, 5), Block(BlockKind.BODY, 6, len(text))),
    )  # fmt: skip
    document = Document(name, name, "text/plain", "s", text)
    empty = np.zeros((0, 2), dtype=np.float32)
    words = (ArticleWords("", "", "title", ""),)
    prepared = Prepared(document, (article,), (), (), words, (tuple(bands),), (), ())
    writer.put_document(prepared, [], empty)


def test_a_document_is_read_back_as_it_was_written(writer: Writer, store: Store) -> None:
    with writer.transaction():
        _put(writer)
        writer.ledger.put_source("one.txt", "/one.txt", "d1", "s1", 1)
    assert store.document("d1", 1) == DOCUMENT
    assert store.article("a1", 1) == ARTICLE
    assert store.articles(1, "", -1) == [(ARTICLE, "one.txt")]
    (passage,) = store.indexed_passages(1)
    assert (passage.article_id, passage.title, passage.text) == ("a1", "Title", "One")
    assert passage.vector.tolist() == VECTOR[0].tolist()
    assert store.sentences_like([12, 99], 1) == [(passage.id, 6, 9)]
    assert store.article_words(1) == [ArticleWords("one", "falk", "title", "nora falk")]
    assert store.article_words(0) == []
    said = [StoredStatement(passage.id, each) for each in (SAID, SAID_BY_NOBODY)]
    assert store.statements_of("a1") == said
    assert store.speakers(1) == [("Nora Falk", "Mayor")]
    assert store.statements_by(["Nora Falk", "Ida Brandt"], 1) == said[:1]
    assert store.speakers(0) == []
    assert store.statements_by(["Nora Falk"], 0) == []


def test_what_is_written_together_is_kept_together_or_not_at_all(
    writer: Writer, store: Store
) -> None:
    def write_and_stumble() -> None:
        with writer.transaction():
            _put(writer)
            writer.ledger.put_source("one.txt", "", "d1", "s1", 1)
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


def test_articles_that_share_most_bands_come_first(writer: Writer) -> None:
    with writer.transaction():
        _put_article(writer, "b", (1, 2, 3))
        _put_article(writer, "a", (3, 4))
        _put_article(writer, "c", (3,))
        _put_article(writer, "d", (5,))
    assert writer.articles_sharing((1, 2, 3), 10) == ["b", "a", "c"]
    assert writer.articles_sharing((1, 2, 3), 2) == ["b", "a"]
    assert writer.articles_sharing((), 10) == []


def test_a_template_of_any_size_is_looked_up_in_bounds(writer: Writer) -> None:
    with writer.transaction():
        for number in range(250):
            _put_article(writer, f"{number:03d}", (7,))
    assert len(writer.articles_sharing((7,), 1_000)) == 200


def test_an_articles_body_is_read_without_its_headline(writer: Writer) -> None:
    with writer.transaction():
        _put_article(writer, "a", (), "Title\nThe body.")
    assert writer.body_of("a") == "The body."


def test_near_copies_are_told_both_ways_the_likest_first(writer: Writer, store: Store) -> None:
    with writer.transaction():
        for name in "abcd":
            _put_article(writer, name, ())
            writer.ledger.put_source(name, "", name, "s", 1)
        writer.put_near_copies("a", [("c", 0.8), ("b", 0.9)])
        writer.put_near_copies("d", [])
    assert store.near_copies("a", 1) == [("b", 0.9), ("c", 0.8)]
    assert store.near_copies("c", 1) == [("a", 0.8)]
    assert store.near_copies("d", 1) == []
    assert store.near_copy_groups(1) == 1
    # What a generation does not see is no copy in it.
    with writer.transaction():
        writer.ledger.remove(_rows(writer, "b"), 2)
        writer.ledger.hide("c", 2)
    assert store.near_copies("a", 2) == []
    assert store.near_copies("a", 1) == [("b", 0.9), ("c", 0.8)]
    assert (store.near_copy_groups(1), store.near_copy_groups(2)) == (1, 0)


def _rows(writer: Writer, uri: str) -> list[int]:
    return [row.id for row in writer.ledger.held([uri]).values()]


def test_a_fact_is_replaced(writer: Writer, store: Store) -> None:
    with writer.transaction():
        writer.set_fact("key", "one")
        writer.set_fact("key", "two")
    assert store.fact("key") == "two"
    assert store.fact("other") is None


def test_a_passages_number_is_never_given_again(writer: Writer, store: Store) -> None:
    with writer.transaction():
        _put(writer)
        writer.ledger.put_source("one.txt", "", "d1", "s1", 1)
    before = store.passage_ids(1)
    with writer.transaction():
        _put_article(writer, "d2", ())
        writer.ledger.put_source("one.txt", "", "d2", "s2", 2)
        writer.ledger.forget_before(2)
        _put(writer)
        writer.ledger.put_source("one.txt", "", "d1", "s1", 3)
    assert len(store.passage_ids(3)) == 1
    assert store.passage_ids(3).isdisjoint(before)
