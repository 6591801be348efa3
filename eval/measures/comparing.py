"""Compare two runs question by question. Input: what was judged of each. Output: Differences.

A paired bootstrap: both runs are resampled alike, so what is hard for both cancels out. Only
questions that both were asked count, told by their ids.
Source: Sakai, SIGIR 2006; Efron and Tibshirani 1993, chapter 16.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.measures.figures import estimates
from eval.measures.intervals import RESAMPLES, bounds, resampled, whole
from eval.measures.judging import Judged


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of both runs, and ``difference`` = b - a with the bounds of its 95% interval.

    ``p`` is the chance, were there no difference, of one at least so far from zero either way.
    """

    name: str
    a: float
    b: float
    difference: float
    low: float
    high: float
    p: float


def shared_questions(a: Sequence[Judged], b: Sequence[Judged]) -> tuple[tuple[Judged, Judged], ...]:
    """What was judged of each question that is in both, in the order of ``a``."""
    others = {each.id: each for each in b}
    return tuple((each, others[each.id]) for each in a if each.id in others)


def differences(pairs: Sequence[tuple[Judged, Judged]]) -> tuple[Difference, ...]:
    """Every figure that both runs have, over these questions; of no questions, none."""
    if not pairs:
        return ()
    of_a = {each.name: each.statistic for each in estimates([a for a, _ in pairs])}
    of_b = {each.name: each.statistic for each in estimates([b for _, b in pairs])}
    names = [name for name in of_a if name in of_b]
    drawn_a = resampled([of_a[name] for name in names], len(pairs))
    drawn_b = resampled([of_b[name] for name in names], len(pairs))
    return tuple(
        _difference(
            name,
            whole(of_a[name], len(pairs)),
            whole(of_b[name], len(pairs)),
            drawn_b[at] - drawn_a[at],
        )
        for at, name in enumerate(names)
    )


def _difference(name: str, a: float, b: float, drawn: NDArray[np.float64]) -> Difference:
    return Difference(name, a, b, b - a, *bounds(drawn), _p(drawn))


def _p(drawn: NDArray[np.float64]) -> float:
    """Twice the share of the resamples on the rarer side of zero. One more is counted there than
    was seen: a thousand resamples cannot show a chance of nought."""
    rarer = min((drawn <= 0).sum(), (drawn >= 0).sum())
    return float(min(1.0, 2 * (rarer + 1) / (RESAMPLES + 1)))
