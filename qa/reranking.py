"""Order passages by what a reader finds in them. Input: Hits and Readings. Output: Hits."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from qa.reading import Reading
from qa.records import Hit


class Reranker(Protocol):
    """Puts the passages that answer before those that only look like it."""

    def rerank(self, hits: Sequence[Hit], readings: Sequence[Reading]) -> tuple[Hit, ...]:
        """The same hits, best first, with their scores and perhaps one more."""
        ...


class ReaderReranker:
    """Adds the probability of a passage's best sentence, weighted, to its fused score.

    A passage of which no sentence was read counts 0.
    """

    def __init__(self, weight: float) -> None:
        self._weight = weight

    def rerank(self, hits: Sequence[Hit], readings: Sequence[Reading]) -> tuple[Hit, ...]:
        best: dict[int, float] = {}
        for reading in readings:
            id_ = reading.candidate.sentence.passage_id
            best[id_] = max(best.get(id_, 0.0), reading.probability)
        scored = [
            replace(hit, scores={**hit.scores, "reader": best.get(hit.passage.id, 0.0)})
            for hit in hits
        ]
        return tuple(sorted(scored, key=lambda hit: (-self._score(hit), hit.passage.id)))

    def _score(self, hit: Hit) -> float:
        return hit.scores.get("fused", 0.0) + self._weight * hit.scores["reader"]
