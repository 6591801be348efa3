"""Compare two runs question by question. Input: what was judged of each. Output: Differences.

A paired bootstrap: both runs are resampled alike, so what is hard for both cancels out. Only
questions that both were asked count, told by their ids, and for each figure only those of which
both runs have a value: figures of what was answered are of what both answered.
Source: Sakai, SIGIR 2006; Efron and Tibshirani 1993, chapter 16.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from eval.measures.figures import estimates
from eval.measures.intervals import RESAMPLES, bounds, resampled, whole
from eval.measures.judging import Judged
from index.errors import InvalidRequest


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
    """What was judged of each question that is in both, in the order of ``a``.

    Raises InvalidRequest where two of one id are not the same question, equally answerable.
    """
    others = {each.id: each for each in b}
    pairs = tuple((each, others[each.id]) for each in a if each.id in others)
    for one, other in pairs:
        if (one.question, one.answerable) != (other.question, other.answerable):
            raise InvalidRequest(
                f"The question {one.id!r} is not the same in both: {_told(one)}, {_told(other)}.",
                "Compare two runs of one question set, with the same articles held out.",
            )
    return pairs


def differences(pairs: Sequence[tuple[Judged, Judged]]) -> tuple[Difference, ...]:
    """Every figure that both runs have, over these questions; of no questions, none.

    One that more than half of the resamples leave without a value is left out: it hangs on a
    question or two.
    """
    if not pairs:
        return ()
    both = [_known_of_both(a, b) for a, b in pairs]
    answered = [at for at, (a, b) in enumerate(both) if a.abstained is b.abstained is False]
    of_a = {each.name: each.statistic for each in estimates([a for a, _ in both], answered)}
    of_b = {each.name: each.statistic for each in estimates([b for _, b in both], answered)}
    names = [name for name in of_a if name in of_b]
    drawn_a = resampled([of_a[name] for name in names], len(pairs))
    drawn_b = resampled([of_b[name] for name in names], len(pairs))
    drawn = [values[~np.isnan(values)] for values in drawn_b - drawn_a]
    return tuple(
        _difference(name, whole(of_a[name], len(pairs)), whole(of_b[name], len(pairs)), drawn[at])
        for at, name in enumerate(names)
        if 2 * drawn[at].size >= RESAMPLES
    )


def _known_of_both(a: Judged, b: Judged) -> tuple[Judged, Judged]:
    """Both with the values that both have."""
    names = a.values.keys() & b.values.keys()
    one, other = (
        replace(each, values={name: each.values[name] for name in each.values if name in names})
        for each in (a, b)
    )
    if a.confidence is not None and b.confidence is not None:
        return one, other
    return _without_answer(one), _without_answer(other)


def _without_answer(judged: Judged) -> Judged:
    return replace(judged, abstained=None, confidence=None, right=None)


def _told(judged: Judged) -> str:
    return f"{judged.question!r} ({'answerable' if judged.answerable else 'unanswerable'})"


def _difference(name: str, a: float, b: float, drawn: NDArray[np.float64]) -> Difference:
    return Difference(name, a, b, b - a, *bounds(drawn), _p(drawn))


def _p(drawn: NDArray[np.float64]) -> float:
    """Twice the share of the resamples on the rarer side of zero. One more is counted there than
    was seen: so many resamples cannot show a chance of nought."""
    rarer = min((drawn <= 0).sum(), (drawn >= 0).sum())
    return float(min(1.0, 2 * (rarer + 1) / (drawn.size + 1)))
