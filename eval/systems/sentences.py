"""The systems that put sentences in order, by name. Input: names and questions. Output: systems.

lexical   the words of the question that a sentence has, the rare ones counting more
dense     likeness in meaning (cosine)
fused     half of each, both spread over 0 to 1 within a question
reader    the product's own reading
"""

import math
import time
from collections import Counter
from collections.abc import Callable, Sequence

from eval.records import SentenceOutcome, SentenceQuestion
from eval.runner import Asks
from eval.systems.opening import PRODUCT, require_known
from index.analysis import stems
from index.models.embedding import Embedder
from index.settings import read_settings
from index.wiring import open_embedder
from qa.reader.network import Reader
from qa.reader.records import Unread
from qa.settings import read_settings as read_qa_settings
from qa.weights import load_weights
from qa.wiring import open_reader

Score = Callable[[SentenceQuestion], Sequence[float]]
# Its outcome holds a score for each sentence, the higher the better.
SentenceSystem = Asks[SentenceQuestion, SentenceOutcome]


class Scoring:
    """A system that scores by a function, and tells how long that took."""

    def __init__(self, score: Score) -> None:
        self._score = score

    def ask(self, question: SentenceQuestion) -> SentenceOutcome:
        """The scores, in the order of the sentences."""
        began = time.perf_counter()
        scores = tuple(float(score) for score in self._score(question))
        return SentenceOutcome(question, scores, 1000 * (time.perf_counter() - began))


class Lexical:
    """Knows how rare each word is among the sentences of all the questions that are asked."""

    def __init__(self, questions: Sequence[SentenceQuestion]) -> None:
        sentences = [set(stems(each)) for question in questions for each in question.sentences]
        self._sentences = len(sentences)
        self._held_by = Counter(stem for sentence in sentences for stem in sentence)

    def __call__(self, question: SentenceQuestion) -> list[float]:
        """The share of the question's words that each sentence has, weighed by rarity."""
        rarity = {stem: self._rarity(stem) for stem in stems(question.question)}
        whole = sum(rarity.values())
        return [
            sum(rarity[stem] for stem in rarity.keys() & set(stems(sentence))) / whole
            if whole
            else 0.0
            for sentence in question.sentences
        ]

    def _rarity(self, stem: str) -> float:
        """BM25's inverse document frequency."""
        held_by = self._held_by[stem]
        return math.log(1 + (self._sentences - held_by + 0.5) / (held_by + 0.5))


class Dense:
    """Compares by the embedding model."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def __call__(self, question: SentenceQuestion) -> list[float]:
        """The cosine of each sentence with the question."""
        asked = self._embedder.embed_question(question.question)
        cosines: list[float] = (self._embedder.embed_passages(question.sentences) @ asked).tolist()
        return cosines


class Fused:
    """The mean of several scores, each spread over 0 to 1 within a question."""

    def __init__(self, parts: Sequence[Score]) -> None:
        self._parts = parts

    def __call__(self, question: SentenceQuestion) -> list[float]:
        """The mean for each sentence."""
        spread = [_spread(part(question)) for part in self._parts]
        return [sum(scores) / len(self._parts) for scores in zip(*spread, strict=True)]


class Reading:
    """Adds to another score what the product's reader finds, each sentence read as a passage, with
    the weight that the product gives it."""

    def __init__(self, found: Score, reader: Reader, weight: float) -> None:
        self._found, self._reader, self._weight = found, reader, weight

    def __call__(self, question: SentenceQuestion) -> list[float]:
        """The sum for each sentence."""
        unread = [Unread("", each, ((0, len(each)),)) for each in question.sentences]
        readings = self._reader.read(question.question, unread)
        return [
            score + self._weight * reading.relevance
            for score, reading in zip(self._found(question), readings, strict=True)
        ]


def _spread(scores: Sequence[float]) -> list[float]:
    low, span = min(scores), max(scores) - min(scores)
    # Scores that are all alike tell nothing apart.
    return [(score - low) / span if span else 0.0 for score in scores]


def open_sentence_systems(
    names: Sequence[str], questions: Sequence[SentenceQuestion]
) -> dict[str, SentenceSystem]:
    """The systems of these names, each once, in the order of the names; ``questions`` are
    all that will be asked. Raises InvalidRequest for a name that is none, or ModelUnusable."""
    require_known(names, SENTENCE_SYSTEMS)
    settings = read_settings()
    embedder = open_embedder(settings.embedding_model, settings)
    return {name: Scoring(SENTENCE_SYSTEMS[name](embedder, questions)) for name in names}


def _lexical(_: Embedder, questions: Sequence[SentenceQuestion]) -> Score:
    return Lexical(questions)


def _dense(embedder: Embedder, _: Sequence[SentenceQuestion]) -> Score:
    return Dense(embedder)


def _fused(embedder: Embedder, questions: Sequence[SentenceQuestion]) -> Score:
    return Fused([Lexical(questions), Dense(embedder)])


def _reader(embedder: Embedder, questions: Sequence[SentenceQuestion]) -> Score:
    reader = open_reader(read_qa_settings())
    return Reading(_fused(embedder, questions), reader, load_weights().passage)


SENTENCE_SYSTEMS: dict[str, Callable[[Embedder, Sequence[SentenceQuestion]], Score]] = {
    "lexical": _lexical,
    "dense": _dense,
    "fused": _fused,
    PRODUCT: _reader,
}
