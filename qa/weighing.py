"""Weigh what the reader found against the question's own words. Input: a Query and Candidates.
Output: Readings.

The reader tells what answers; it knows little of how rare a word is in this collection, of names it
has never seen, and of numbers. A logistic regression, fitted by eval/fitting.py, joins both.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis import stems
from qa.expecting import counts_another, holds, is_of_the_asked
from qa.matching import covered, match
from qa.reading import Alone, Candidate
from qa.understanding import Asks, Query
from qa.values.of_others import (
    is_of_another_day,
    is_with_another_country,
    names_nobody_new,
)
from qa.values.other_bodies import is_of_another_body
from qa.values.possessors import is_of_another_country

FEATURES = (
    "margin",
    "relevance",
    "margin_alone",
    "relevance_alone",
    "cosine",
    "fused",
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
# Logits beyond this say no more; brought to the size of the other features.
_LARGE_LOGIT = 15.0
_LOGIT_SCALE = 5.0
_LOGIT_DECIMALS = 6
# Of a sentence that was not among the few to be read alone.
_NOT_ALONE = Alone(-_LARGE_LOGIT, -_LARGE_LOGIT)
# What counts something else, or names whom the question names, is no answer, however well it reads.
# No feature: it is too seldom so among the questions that the weights are fitted on.
_ANSWERS_NOT = 5.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with the probability, 0 to 1, that its sentence answers."""

    candidate: Candidate
    probability: float


def ranked(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, the most probable first; ties in order of article and place."""

    def place(reading: Reading) -> tuple[float, str, int]:
        sentence = reading.candidate.sentence
        return -reading.probability, *sentence.place

    return sorted(readings, key=place)


def odds(probability: float) -> float:
    """What a probability, 0 to 1, is against its contrary; large, and never infinite, for 1."""
    return probability / max(1e-9, 1 - probability)


def of_odds(value: float) -> float:
    """The probability that these odds are."""
    return value / (1 + value)


class Weigher:
    """A logistic regression over `FEATURES`."""

    def __init__(self, weights: NDArray[np.float64], bias: float) -> None:
        self._weights, self._bias = weights, bias

    def weigh(self, query: Query, candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
        """One reading for each candidate, in the same order."""
        if not candidates:
            return ()
        logits = features(query, candidates) @ self._weights + self._bias
        answers_not = [_answers_not(query, each) for each in candidates]
        logits -= _ANSWERS_NOT * np.array(answers_not, dtype=np.float64)
        # So that sentences that are alike tie, wherever in the matrix they stand.
        logits = logits.round(_LOGIT_DECIMALS)
        return tuple(
            Reading(candidate, 1 / (1 + math.exp(-logit)))
            for candidate, logit in zip(candidates, logits.tolist(), strict=True)
        )


def features(query: Query, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """(n, len(FEATURES)) float64, row i of candidates[i]; every value lies in -3..3."""
    return np.array([_row(query, each) for each in candidates], dtype=np.float64)


def _answers_not(query: Query, candidate: Candidate) -> bool:
    sentence, place = candidate.sentence, candidate.in_quote
    return (
        counts_another(query, sentence)
        or names_nobody_new(query, sentence)
        or is_with_another_country(query, sentence, candidate.story)
        or is_of_another_body(query, sentence, candidate.story, *place)
        or is_of_another_day(query, sentence, *place)
        or is_of_another_country(query, sentence, *place)
        or (candidate.has_words and is_of_the_asked(query, sentence, *place))
    )


def scaled(logit: float) -> float:
    """A reader's logit as a feature, -3 to 3."""
    return min(max(logit, -_LARGE_LOGIT), _LARGE_LOGIT) / _LOGIT_SCALE


def _row(query: Query, candidate: Candidate) -> list[float]:
    sentence, story = candidate.sentence, candidate.story
    context = set(sentence.stems | story.title_stems)
    if sentence.speaker:
        context.update(stems(sentence.speaker))
    for other in story.around(sentence, _CONTEXT_SENTENCES):
        context |= other.stems
    names = [term for term in query.terms if term.is_name]
    in_context = covered(query.terms, context)
    missing = not holds(query, sentence)
    alone = candidate.alone or _NOT_ALONE
    return [
        scaled(candidate.span.margin),
        scaled(candidate.relevance),
        scaled(alone.margin),
        scaled(alone.relevance),
        candidate.cosine,
        candidate.fused,
        covered(query.terms, sentence.stems),
        in_context,
        float(any(match(term, context) == 0.0 for term in names)),
        float(in_context > 0.99),
        float(missing and query.asks is Asks.NUMBER),
        float(missing and query.asks is Asks.TIME),
        float(missing and query.asks not in (Asks.NUMBER, Asks.TIME)),
        min(1.0, _LONG_CHARS / len(sentence.quote)),
    ]
