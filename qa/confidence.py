"""Say how sure the answer is. Input: Hits and Readings. Output: a probability.

A logistic regression, fitted by eval/fitting.py on questions whose answers had been taken out of
the collection as well as on ordinary ones, so that a low value means "the articles do not answer".
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.reading import Reading
from qa.records import Hit

SIGNALS = ("best", "next_best", "best_cosine", "dense", "lead")


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted weights of `SIGNALS`, in their order, and the bias."""

    weights: NDArray[np.float64]
    bias: float


def confidence(calibration: Calibration, hits: Sequence[Hit], readings: Sequence[Reading]) -> float:
    """The probability, 0 to 1, that an answer made of these readings is right; 0 for none."""
    if not readings:
        return 0.0
    logit = float(signals(hits, readings) @ calibration.weights + calibration.bias)
    return 1 / (1 + math.exp(-logit))


def signals(hits: Sequence[Hit], readings: Sequence[Reading]) -> NDArray[np.float64]:
    """(len(SIGNALS),) float64: what the readings and the search tell of the answer as a whole."""
    logits = sorted((_logit(reading.probability) for reading in readings), reverse=True)
    fused = [hit.scores.get("fused", 0.0) for hit in hits]
    return np.array(
        [
            logits[0],
            logits[1] if len(logits) > 1 else logits[0] - 1.0,
            max(reading.candidate.cosine for reading in readings),
            max((hit.scores.get("dense", 0.0) for hit in hits), default=0.0),
            fused[0] - fused[1] if len(fused) > 1 else 1.0,
        ]
    )


def _logit(probability: float) -> float:
    inside = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(inside / (1 - inside))
