"""Say how sure the answer is. Input: Hits, what was read, and Readings. Output: a probability.

A logistic regression, fitted by eval/fitting.py on questions whose answers had been taken out of
the collection as well as on ordinary ones, so that a low value means "the articles do not answer".
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.particulars import folded_words
from qa.matching import match
from qa.reading import Candidate
from qa.records import Hit
from qa.understanding import Query
from qa.weighing import FEATURES, Reading, features, ranked, scaled

_OF_THE_BEST = (
    "margin_alone",
    "relevance_alone",
    "covered_in_context",
    "a_name_missing",
    "number_missing",
    "kind_missing",
)
SIGNALS = ("best", "next_best", "margin", "relevance", "lead", "dense", "fused_lead", *_OF_THE_BEST)
_NOTHING = -15.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted weights of `SIGNALS`, in their order, and the bias."""

    weights: NDArray[np.float64]
    bias: float


def confidence(
    calibration: Calibration, query: Query, hits: Sequence[Hit], readings: Sequence[Reading]
) -> float:
    """The probability, 0 to 1, that an answer made of these readings is right; 0 for none."""
    if not readings:
        return 0.0
    logit = float(signals(query, hits, readings) @ calibration.weights + calibration.bias)
    return 1 / (1 + math.exp(-logit))


def signals(query: Query, hits: Sequence[Hit], readings: Sequence[Reading]) -> NDArray[np.float64]:
    """(len(SIGNALS),) float64: what reader and search tell of the answer as a whole.

    ``best`` and ``next_best`` are the readings' probabilities as logits, the best one's together
    with those of other articles that give the same words; ``margin`` and ``relevance`` the best
    sentence's, ``lead`` how far its margin is above that of any in another passage; ``dense`` and
    ``fused_lead`` are the search's.
    """
    by_worth = ranked(readings)
    best = by_worth[0].candidate
    logits = [
        _logit(_agreed(query, by_worth)),
        *(_logit(each.probability) for each in by_worth[1:2]),
    ]
    elsewhere = [
        reading.candidate.span.margin
        for reading in by_worth
        if reading.candidate.sentence.passage_id != best.sentence.passage_id
    ]
    fused = sorted((hit.scores.get("fused", 0.0) for hit in hits), reverse=True)
    of_best = features(query, [best])[0]
    return np.array(
        [
            logits[0],
            logits[-1] if len(logits) > 1 else logits[0] - 1.0,
            scaled(best.span.margin),
            scaled(best.relevance),
            scaled(best.span.margin - max(elsewhere, default=_NOTHING)),
            max((hit.scores.get("dense", 0.0) for hit in hits), default=0.0),
            fused[0] - fused[1] if len(fused) > 1 else 1.0,
            *(of_best[FEATURES.index(name)] for name in _OF_THE_BEST),
        ]
    )


def _agreed(query: Query, by_worth: Sequence[Reading]) -> float:
    """The probability that one at least of the articles that give the best reading's words
    answers: each by its best reading, as if one did not depend on another. Only articles that have
    the names asked about, as the best one has, count.

    Source: answers that stand in many texts are the likelier; Dumais et al., "Web Question
    Answering: Is More Always Better?", SIGIR 2002.
    """
    best = by_worth[0].candidate
    wanted, names = _words(best), _named(query, best)
    agreeing = {best.story.article.id: by_worth[0].probability}
    for each in by_worth[1:] if wanted and names else ():
        one = each.candidate
        # "Monday" is told of anything: who is asked about must be named by both.
        if _words(one) == wanted and _named(query, one) >= names:
            agreeing.setdefault(one.story.article.id, each.probability)
    return 1 - math.prod(1 - probability for probability in agreeing.values())


def _named(query: Query, candidate: Candidate) -> frozenset[str]:
    """The names of the question that the sentence has, or its headline or lead."""
    words = candidate.sentence.stems | candidate.story.head_stems
    return frozenset(term.stem for term in query.terms if term.is_name and match(term, words))


def _words(candidate: Candidate) -> frozenset[str]:
    """The words chosen, in any order; none where the sentence whole is meant."""
    start, end = candidate.in_quote
    words = folded_words(candidate.sentence.quote[start:end]) if candidate.has_words else ()
    return frozenset(words)


def _logit(probability: float) -> float:
    inside = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(inside / (1 - inside))
