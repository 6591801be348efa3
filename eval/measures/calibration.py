"""Check probabilities against what came true. Input: both, a question each. Output: figures."""

import numpy as np
from numpy.typing import NDArray

_BINS = 10


def bin_of(probabilities: NDArray[np.float64]) -> NDArray[np.int_]:
    """The number of each one's bin, from 0; a bin begins at its tenth, and 1 is in the last."""
    bins: NDArray[np.int_] = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    return bins


def reliability(
    probabilities: NDArray[np.float64], outcomes: NDArray[np.bool_]
) -> list[dict[str, float]]:
    """The reliability curve in ten bins of equal width, empty ones left out: how many questions,
    their mean probability, and the share that came true."""
    bins = bin_of(probabilities)
    return [
        {
            "questions": int((bins == at).sum()),
            "said": round(float(probabilities[bins == at].mean()), 3),
            "true": round(float(outcomes[bins == at].mean()), 3),
        }
        for at in range(_BINS)
        if (bins == at).any()
    ]


def expected_calibration_error(
    probabilities: NDArray[np.float64], outcomes: NDArray[np.bool_]
) -> float:
    """The mean distance of what was said from what came true, over `reliability`'s bins, weighted
    by their size. Source: Naeini, Cooper and Hauskrecht, AAAI 2015."""
    curve = reliability(probabilities, outcomes)
    total = sum(point["questions"] for point in curve)
    return sum(p["questions"] * abs(p["said"] - p["true"]) for p in curve) / total if total else 0.0
