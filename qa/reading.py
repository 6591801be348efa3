"""Read question and sentence together. Input: a Query and sentences. Output: Readings.

`Reader` is the seam for a trained model. `LinearReader` is the simplest honest one: a logistic
regression over how alike the two are in meaning, which of the question's words the sentence and its
surroundings bear, and whether it holds the kind of thing that is asked for.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.analysis import stems
from qa.expecting import holds
from qa.matching import covered, match
from qa.stories import Sentence, Story
from qa.understanding import Asks, Query

FEATURES = (
    "cosine",
    "passage_cosine",
    "covered",
    "covered_in_context",
    "a_name_missing",
    "all_covered",
    "number_missing",
    "time_missing",
    "kind_missing",
    "brevity",
)
_CONTEXT_SENTENCES = 2
_LONG_CHARS = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence to be read, with its story, its own vector's cosine with the question, and its
    passage's."""

    sentence: Sentence
    story: Story
    cosine: float
    passage_cosine: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with the probability, 0 to 1, that its sentence answers."""

    candidate: Candidate
    probability: float


class Reader(Protocol):
    """Reads a question and sentences together."""

    def read(self, query: Query, candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
        """One reading for each candidate, in the same order."""
        ...


class LinearReader:
    """A logistic regression over `FEATURES`. Weights are fitted by eval/fitting.py."""

    def __init__(self, weights: NDArray[np.float64], bias: float) -> None:
        self._weights, self._bias = weights, bias

    def read(self, query: Query, candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
        if not candidates:
            return ()
        logits = features(query, candidates) @ self._weights + self._bias
        return tuple(
            Reading(candidate, 1 / (1 + math.exp(-logit)))
            for candidate, logit in zip(candidates, logits.tolist(), strict=True)
        )


def features(query: Query, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """(n, len(FEATURES)) float64, row i of candidates[i]; every value lies in -1..1."""
    return np.array([_row(query, each) for each in candidates], dtype=np.float64)


def _row(query: Query, candidate: Candidate) -> list[float]:
    sentence, story = candidate.sentence, candidate.story
    context = set(sentence.stems | story.title_stems)
    if sentence.voice.speaker:
        context.update(stems(sentence.voice.speaker))
    for other in story.around(sentence, _CONTEXT_SENTENCES):
        context |= other.stems
    names = [term for term in query.terms if term.is_name]
    in_context = covered(query.terms, context)
    missing = not holds(query, sentence)
    return [
        candidate.cosine,
        candidate.passage_cosine,
        covered(query.terms, sentence.stems),
        in_context,
        float(any(match(term, context) == 0.0 for term in names)),
        float(in_context > 0.99),
        float(missing and query.asks is Asks.NUMBER),
        float(missing and query.asks is Asks.TIME),
        float(missing and query.asks not in (Asks.NUMBER, Asks.TIME)),
        min(1.0, _LONG_CHARS / len(sentence.quote)),
    ]
