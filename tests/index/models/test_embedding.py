"""The contract of an Embedder, which the real one and the tests' own both keep."""

import threading
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelUnusable
from index.models.embedding import Embedder, OnnxEmbedder
from index.models.exports import Export, ExportFacts
from tests.index.making import BUSES, HARBOUR, WordEmbedder

TEXTS = [HARBOUR, "", "Güler 🚢", "word " * 3_000, BUSES, "x"]


@pytest.fixture(params=["real", "fake"])
def embedder(request: pytest.FixtureRequest, model: OnnxEmbedder) -> Embedder:
    return model if request.param == "real" else WordEmbedder()


def test_vectors_are_rows_of_unit_length(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.dtype(np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_no_texts_give_no_rows_of_the_same_length(embedder: Embedder) -> None:
    vectors = embedder.embed_passages([])
    assert vectors.shape == (0, embedder.dimension)
    assert vectors.dtype == np.dtype(np.float32)


def test_a_question_is_one_vector(embedder: Embedder) -> None:
    vector = embedder.embed_question("Is the harbour closed?")
    assert vector.shape == (embedder.dimension,)
    assert vector.dtype == np.dtype(np.float32)
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5)


def test_rows_keep_the_order_of_the_texts_whatever_stands_beside_them(embedder: Embedder) -> None:
    # More than a batch, in every length: the real one sorts them to save padding.
    texts = [f"{'and so on ' * (number * 7 % 40)}{number}" for number in range(70)]
    together = embedder.embed_passages(texts)
    for row in (0, 1, 33, 69):
        alone = embedder.embed_passages([texts[row]])[0]
        assert together[row] == pytest.approx(alone, abs=1e-5)


def test_the_same_text_has_the_same_vector(embedder: Embedder) -> None:
    one, other = embedder.embed_passages([HARBOUR, HARBOUR])
    assert one.tolist() == other.tolist()
    # Alone, the processor adds up in another order.
    assert one == pytest.approx(embedder.embed_passages([HARBOUR])[0], abs=1e-6)


def test_another_text_has_another_vector(embedder: Embedder) -> None:
    one, other = embedder.embed_passages([HARBOUR, BUSES])
    assert float(one @ other) < 0.9


def test_the_fingerprint_is_a_name_that_stays(embedder: Embedder) -> None:
    assert embedder.fingerprint
    assert embedder.fingerprint == embedder.fingerprint


def test_texts_that_mean_alike_are_near_without_a_word_in_common(model: OnnxEmbedder) -> None:
    question = model.embed_question("When can ships use the port again?")
    alike, other = model.embed_passages(["The harbour reopens to vessels in three weeks.", BUSES])
    assert float(question @ alike) > 0.4 > float(question @ other)


def test_threads_get_the_same_vectors(model: OnnxEmbedder) -> None:
    texts = [f"Town number {number} builds a bridge." for number in range(8)]
    wanted = model.embed_passages(texts)
    found: dict[int, bool] = {}

    def embed(row: int) -> None:
        found[row] = np.allclose(model.embed_question(texts[row]), wanted[row], atol=1e-5)

    threads = [threading.Thread(target=embed, args=[row]) for row in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == dict.fromkeys(range(8), True)


def test_an_export_that_cannot_be_loaded_is_told_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no network")
    (tmp_path / "tokenizer.json").write_text("{}")
    facts = ExportFacts(1, "weights", "onnx", 10, 4, 8, "", "")
    with pytest.raises(ModelUnusable, match="cannot be loaded") as caught:
        OnnxEmbedder(Export(tmp_path, facts), threads=1)
    assert caught.value.remedy == f"Delete {tmp_path}; it is made anew at the next use."
