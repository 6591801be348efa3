"""Every figure: what it is of, what it means, and how it is computed from what was judged.

Input: Judged. Output: Figures, each with the bounds of its 95% interval. A figure that the run
says nothing of (no answers, nothing unanswerable) is left out, never zero.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from eval.measures.aggregates import (
    area_under_roc,
    calibration_error,
    f1,
    mean,
    percentile,
    precision,
    recall,
    risk_at,
)
from eval.measures.intervals import Statistic, bounds, resampled, whole
from eval.measures.judging import Judged

COVERAGE = 0.8


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with the bounds that 95 of 100 resamples lie between, over ``n`` questions."""

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure is: a share from 0 to 1, or milliseconds; and which way is better."""

    name: str
    group: str
    about: str
    unit: Literal["share", "ms"] = "share"
    higher_is_better: bool = True


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure's statistic, and over how many questions it is."""

    name: str
    n: int
    statistic: Statistic


FINDING, ANSWERING, ABSTAINING = "Finding", "Answering", "Abstaining"
CONFIDENCE, SPEED = "Confidence", "Speed"


def _finding(what: str, right: str) -> tuple[Meaning, ...]:
    return (
        Meaning(f"{what} R@1", FINDING, f"{right} first"),
        Meaning(f"{what} R@5", FINDING, f"{right} among the first 5 found"),
        Meaning(f"{what} R@20", FINDING, f"{right} among the first 20 found"),
        Meaning(
            f"{what} MRR@10",
            FINDING,
            f"one over the rank of the first right {what} of the first 10",
        ),
        Meaning(f"{what} nDCG@10", FINDING, "how far up among the first 10 the right ones stand"),
    )


# In the order that tables show them.
MEANINGS = (
    *_finding("passage", "a right passage is"),
    *_finding("document", "share of the right documents that are"),
    Meaning("MAP", FINDING, "mean average precision of the order of sentences"),
    Meaning("MRR", FINDING, "one over the rank of the first sentence that answers"),
    Meaning("right", ANSWERING, "a right answer, or an abstention where there is none to give"),
    Meaning("answered right", ANSWERING, "an accepted string stands in the answer"),
    Meaning("cited right", ANSWERING, "and the first citation is to an accepted document"),
    Meaning("evidence right", ANSWERING, "the first citation holds the answer, in the right place"),
    Meaning("exact match", ANSWERING, "the short answer is an accepted one, word for word"),
    Meaning("token F1", ANSWERING, "the words that the short answer shares with an accepted one"),
    Meaning("abstention precision", ABSTAINING, "of the abstentions, those with no answer to find"),
    Meaning("abstention recall", ABSTAINING, "of the unanswerable questions, those abstained from"),
    Meaning("abstention F1", ABSTAINING, "the harmonic mean of both"),
    Meaning(
        "AUROC answerable", CONFIDENCE, "an answerable question gets more confidence than another"
    ),
    Meaning("AUROC right", CONFIDENCE, "a right answer gets more confidence than a wrong one"),
    Meaning(
        "risk at 80%",
        CONFIDENCE,
        "share without a right answer among the surest 80% of all questions, unanswerable ones too"
        " (so it is at least 1 - answerable share / 80%); only where all of those were answered",
        higher_is_better=False,
    ),
    Meaning(
        "calibration error",
        CONFIDENCE,
        "mean distance of confidence from the share that is right, of what was answered",
        higher_is_better=False,
    ),
    Meaning("median latency", SPEED, "half of the questions took no longer", "ms", False),
    Meaning("p95 latency", SPEED, "95 of 100 questions took no longer", "ms", False),
)
_MEANING = {meaning.name: meaning for meaning in MEANINGS}


def meaning_of(name: str) -> Meaning:
    """What the figure of that name means. Raises KeyError for a name that is none."""
    return _MEANING[name]


def written(figure: Figure) -> tuple[str, str, str]:
    """Value, lower and upper bound, as tables show them: shares with three places, times in ms."""
    places = 3 if meaning_of(figure.name).unit == "share" else 1
    return tuple(f"{each:.{places}f}" for each in (figure.value, figure.low, figure.high))  # type: ignore[return-value]


def figures(judged: Sequence[Judged]) -> tuple[Figure, ...]:
    """Every figure that has a value, in the order of `MEANINGS`; of no questions, none."""
    if not judged:
        return ()
    found = estimates(judged)
    drawn = resampled([each.statistic for each in found], len(judged))
    return tuple(
        Figure(each.name, whole(each.statistic, len(judged)), *bounds(values), each.n)
        for each, values in zip(found, drawn, strict=True)
    )


def estimates(judged: Sequence[Judged], answered: Sequence[int] | None = None) -> list[Estimate]:
    """The statistics of the figures that have a value, over all rows of ``judged``.

    ``answered`` are the rows that the figures of what was answered are of; unless told, all that
    were.
    """
    if answered is None:
        answered = [at for at, each in enumerate(judged) if each.abstained is False]
    found = [*_means(judged), *_of_answers(judged, answered), *_of_times(judged)]
    by_name = {
        each.name: each for each in found if not math.isnan(whole(each.statistic, len(judged)))
    }
    return [by_name[meaning.name] for meaning in MEANINGS if meaning.name in by_name]


def _means(judged: Sequence[Judged]) -> list[Estimate]:
    names = dict.fromkeys(name for each in judged for name in each.values)
    columns = {name: _column([each.values.get(name) for each in judged]) for name in names}
    return [
        Estimate(name, int((~np.isnan(column)).sum()), mean(column))
        for name, column in columns.items()
    ]


def _of_answers(judged: Sequence[Judged], answered: Sequence[int]) -> list[Estimate]:
    """Of abstaining and of confidence. What has no answer that was judged counts nowhere here.

    What an abstention would have answered is not known. So the risk has a value only where nothing
    was abstained from among the questions that it is of: their order by confidence alone decides
    it, and a threshold cannot better or worsen it.
    """
    given = [at for at, each in enumerate(judged) if each.confidence is not None]
    found = []
    if given:
        asked = _columns([judged[at] for at in given])
        unanswerable = int(asked.unanswerable.sum())
        found += [
            Estimate(name, n, _among(given, statistic))
            for name, n, statistic in (
                (
                    "abstention precision",
                    int(asked.abstained.sum()),
                    precision(asked.abstained, asked.unanswerable),
                ),
                (
                    "right",
                    len(given),
                    mean(np.where(asked.unanswerable, asked.abstained, asked.right).astype(float)),
                ),
                ("abstention recall", unanswerable, recall(asked.abstained, asked.unanswerable)),
                ("abstention F1", len(given), f1(asked.abstained, asked.unanswerable)),
                ("AUROC answerable", len(given), area_under_roc(asked.sure, ~asked.unanswerable)),
                (
                    "risk at 80%",
                    len(given),
                    risk_at(COVERAGE, asked.sure, asked.right, ~asked.abstained),
                ),
            )
        ]
    if answered:
        said = _columns([judged[at] for at in answered])
        found += [
            Estimate(name, len(answered), _among(answered, statistic))
            for name, statistic in (
                ("AUROC right", area_under_roc(said.sure, said.right)),
                ("calibration error", calibration_error(said.sure, said.right)),
            )
        ]
    return found


def _of_times(judged: Sequence[Judged]) -> list[Estimate]:
    times = _column([each.took_ms for each in judged])
    return [
        Estimate("median latency", len(judged), percentile(50, times)),
        Estimate("p95 latency", len(judged), percentile(95, times)),
    ]


@dataclass(frozen=True, slots=True)
class _Columns:
    """What figures of answers are computed from, a row a question."""

    unanswerable: NDArray[np.bool_]
    abstained: NDArray[np.bool_]
    right: NDArray[np.bool_]
    sure: NDArray[np.float64]


def _columns(judged: Sequence[Judged]) -> _Columns:
    return _Columns(
        unanswerable=np.array([not each.answerable for each in judged]),
        abstained=np.array([bool(each.abstained) for each in judged]),
        right=np.array([bool(each.right) for each in judged]),
        sure=_column([each.confidence for each in judged]),
    )


def _among(rows: Sequence[int], statistic: Statistic) -> Statistic:
    """The statistic of some rows, from counts of all."""
    return lambda counts: statistic(counts[:, rows])


def _column(values: Sequence[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
