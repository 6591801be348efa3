"""Vectors for passages: made once, by the model that the index was made with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import ModelUnusable
from index.passage_vectors import PassageVectors
from index.records import Fact
from index.store import Store
from index.storing import Writer
from tests.index.making import BUSES_PAGE, HARBOUR_PAGE, WordEmbedder, prepared


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[tuple[Writer, Store]]:
    writer = Writer(tmp_path)
    store = Store(tmp_path)
    yield writer, store
    store.close()
    writer.close()


def test_no_text_is_embedded_twice(tmp_path: Path, parts: tuple[Writer, Store]) -> None:
    writer, store = parts
    model, opened = WordEmbedder(), list[bool]()
    vectors = PassageVectors(tmp_path, writer, store, lambda name: ("words", model), opened.append)
    assert vectors.of([]) == []
    assert opened == []
    harbour, buses = prepared(HARBOUR_PAGE), prepared(BUSES_PAGE)
    first, again, other = vectors.of([harbour, harbour, buses])
    assert len(model.embedded) == 2
    assert first[0] == again[0] != other[0]
    assert (
        first[1].tolist() == again[1].tolist() == [model.embed_question(harbour.inputs[0]).tolist()]
    )
    with writer.transaction():
        writer.put_document(harbour, *first)
    ((checksums, rows),) = vectors.of([harbour])
    assert (checksums, rows.tolist()) == (first[0], first[1].tolist())
    assert len(model.embedded) == 2
    assert opened == [False, True]


def test_a_document_without_passages_has_no_rows_of_the_models_length(
    tmp_path: Path, parts: tuple[Writer, Store]
) -> None:
    vectors = PassageVectors(
        tmp_path, *parts, lambda name: ("words", WordEmbedder(dimension=8)), lambda is_open: None
    )
    ((checksums, rows),) = vectors.of([prepared("TT\n20\n")])
    assert (checksums, rows.shape) == ([], (0, 8))


def test_the_model_is_remembered_and_no_other_is_taken(
    tmp_path: Path, parts: tuple[Writer, Store]
) -> None:
    writer, store = parts
    PassageVectors(
        tmp_path, writer, store, lambda name: (name or "one", WordEmbedder()), lambda is_open: None
    ).of([prepared(HARBOUR_PAGE)])
    other = WordEmbedder(fingerprint="other")
    vectors = PassageVectors(
        tmp_path, writer, store, lambda name: (name or "two", other), lambda is_open: None
    )
    with pytest.raises(ModelUnusable, match="other weights"):
        vectors.of([prepared(HARBOUR_PAGE)])
    assert (store.fact(Fact.MODEL), store.fact(Fact.FINGERPRINT)) == ("one", "words")
    assert store.fact(Fact.DIMENSION) == "32"
