"""The vectors of sentences are made when needed, and kept."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from qa import sentence_vectors
from qa.sentence_vectors import SentenceVectors
from tests.qa.making import sentence

ONE, TWO, THREE = (
    sentence(text, position=position) for position, text in enumerate(("One.", "Two.", "Three.\n"))
)


class LetterEmbedder:
    """A deterministic fake: how often each letter stands in the text. Notes what it embeds."""

    dimension = 26
    fingerprint = "letters"

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded.extend(texts)
        rows = [self._vector(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dimension)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def _vector(self, text: str) -> NDArray[np.float32]:
        counts = [text.casefold().count(chr(ord("a") + at)) for at in range(self.dimension)]
        return np.array(counts, dtype=np.float32) / np.float32(np.linalg.norm(counts))


def test_each_sentence_gets_its_own_row_of_unit_length() -> None:
    embedder = LetterEmbedder()
    vectors = SentenceVectors(embedder).vectors([TWO, ONE, TWO])
    expected = np.array([embedder.embed_question(text) for text in ("Two.", "One.", "Two.")])
    assert vectors.dtype == np.float32
    assert (vectors == expected).all()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)


def test_no_sentences_have_no_rows_of_the_usual_width() -> None:
    assert SentenceVectors(LetterEmbedder()).vectors([]).shape == (0, 26)


def test_a_sentence_is_embedded_once_as_it_is_shown() -> None:
    embedder = LetterEmbedder()
    kept = SentenceVectors(embedder)
    kept.vectors([ONE, THREE])
    kept.vectors([THREE, TWO, ONE])
    assert embedder.embedded == ["One.", "Three.", "Two."]


def test_the_same_words_elsewhere_are_another_sentence() -> None:
    embedder = LetterEmbedder()
    elsewhere = sentence("One.", article="b")
    SentenceVectors(embedder).vectors([ONE, elsewhere])
    assert embedder.embedded == ["One.", "One."]


def test_the_sentence_asked_about_longest_ago_is_forgotten_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sentence_vectors, "_KEPT", 2)
    embedder = LetterEmbedder()
    kept = SentenceVectors(embedder)
    for one in (ONE, TWO, ONE, THREE, ONE, TWO):
        kept.vectors([one])
    # When Three came, Two had waited longest; One never was forgotten.
    assert embedder.embedded == ["One.", "Two.", "Three.", "Two."]


def test_more_sentences_than_are_kept_still_get_their_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sentence_vectors, "_KEPT", 1)
    embedder = LetterEmbedder()
    vectors = SentenceVectors(embedder).vectors([ONE, TWO, THREE])
    expected = [embedder.embed_question(text) for text in ("One.", "Two.", "Three.")]
    assert (vectors == np.array(expected)).all()
