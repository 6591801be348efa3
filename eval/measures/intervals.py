"""Tell how sure a figure is, by the bootstrap. Input: a statistic over questions. Output: bounds.

A resample is a row of counts: how often each question was drawn. A statistic turns rows of counts
into a value each, so that one of all questions (every count 1) and a thousand resamples are the
same to it. Seeded: the same questions always give the same bounds.
Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentiles).
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
_SEED = 20160616
_BOUNDS = (2.5, 97.5)
# Counts of this many questions at a time: 8 MB, that a hundred thousand questions fit any memory.
_CELLS = 1_000_000

Counts = NDArray[np.float64]
Values = NDArray[np.float64]
# (r, n) counts to (r,) values; nan where a resample leaves nothing to divide by.
Statistic = Callable[[Counts], Values]


def whole(statistic: Statistic, questions: int) -> float:
    """The statistic of all questions, each once; nan where it has no value."""
    return float(statistic(np.ones((1, questions)))[0])


def resampled(statistics: Sequence[Statistic], questions: int) -> NDArray[np.float64]:
    """(len(statistics), RESAMPLES): each statistic of each resample.

    The resamples are the same ones for the same number of ``questions``: so two systems that were
    asked the same are compared in pairs.
    """
    return np.concatenate(
        [np.stack([statistic(c) for statistic in statistics]) for c in _draws(questions)], axis=1
    )


def bounds(values: Values) -> tuple[float, float]:
    """Between which 95 of 100 resamples lie; those without a value aside. nan where none has."""
    known = values[~np.isnan(values)]
    if not known.size:
        return float("nan"), float("nan")
    low, high = np.percentile(known, _BOUNDS)
    return float(low), float(high)


def _draws(questions: int) -> Iterator[Counts]:
    chance = np.random.default_rng(_SEED)
    rows = max(1, _CELLS // questions)
    for done in range(0, RESAMPLES, rows):
        count = min(rows, RESAMPLES - done)
        drawn = chance.integers(questions, size=(count, questions))
        # Each row's draws get numbers of their own, so that all rows are counted at once.
        drawn += np.arange(count)[:, None] * questions
        counted = np.bincount(drawn.ravel(), minlength=count * questions)
        yield counted.reshape(count, questions).astype(np.float64)
