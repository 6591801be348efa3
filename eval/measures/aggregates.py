"""The figures that are no mean over questions. Input: what is known of each. Output: Statistics.

Each function takes columns, a row a question, and gives a function from counts to values
(`eval.measures.intervals`): how often each question is counted may differ from once.
"""

import numpy as np
from numpy.typing import NDArray

from eval.measures.calibration import bin_of
from eval.measures.intervals import Counts, Statistic, Values

Column = NDArray[np.float64]
Marks = NDArray[np.bool_]


def mean(values: Column) -> Statistic:
    """The mean of those that have a value; the others are nan."""
    known = ~np.isnan(values)
    filled = np.where(known, values, 0.0)
    return lambda counts: _divided(counts @ filled, counts @ known)


def precision(said: Marks, true: Marks) -> Statistic:
    """The share of what was said that is true; 0 where nothing was said, nan where nothing is
    true."""

    def value(counts: Counts) -> Values:
        share = _or_zero(counts @ (said & true), counts @ said)
        return np.where(counts @ true > 0, share, np.nan)

    return value


def recall(said: Marks, true: Marks) -> Statistic:
    """The share of what is true that was said; nan where nothing is true."""
    return lambda counts: _divided(counts @ (said & true), counts @ true)


def f1(said: Marks, true: Marks) -> Statistic:
    """The harmonic mean of both; nan where nothing is true."""

    def value(counts: Counts) -> Values:
        some = counts @ true
        whole = counts @ said + some
        return np.where(some > 0, _or_zero(2 * (counts @ (said & true)), whole), np.nan)

    return value


def area_under_roc(sure: Column, true: Marks) -> Statistic:
    """The chance that a true one is surer than one that is not, equally sure ones counting half;
    nan where there are not both. Source: Hanley and McNeil, Radiology 1982."""
    order = np.argsort(sure, kind="stable")
    starts = _first_of_equals(sure[order])

    def value(counts: Counts) -> Values:
        trues = np.add.reduceat(counts[:, order] * true[order], starts, axis=1)
        falses = np.add.reduceat(counts[:, order] * ~true[order], starts, axis=1)
        below = np.cumsum(falses, axis=1) - falses
        won = (trues * (below + falses / 2)).sum(axis=1)
        return _divided(won, trues.sum(axis=1) * falses.sum(axis=1))

    return value


def risk_at(coverage: float, sure: Column, true: Marks, known: Marks) -> Statistic:
    """The share of errors among the surest questions, ``coverage`` of them all; nan where one of
    those is not ``known`` to be true or not.

    Of equally sure ones each counts in part. Source: El-Yaniv and Wiener, JMLR 2010.
    """
    order = np.argsort(-sure, kind="stable")
    starts = _first_of_equals(sure[order])

    def value(counts: Counts) -> Values:
        asked = np.add.reduceat(counts[:, order], starts, axis=1)
        wrong = np.add.reduceat(counts[:, order] * ~true[order], starts, axis=1)
        unknown = np.add.reduceat(counts[:, order] * ~known[order], starts, axis=1)
        wanted = coverage * counts.sum(axis=1, keepdims=True)
        taken = np.clip(wanted - (np.cumsum(asked, axis=1) - asked), 0, asked)
        share = np.divide(taken, asked, out=np.zeros_like(taken), where=asked > 0)
        risk = _divided((wrong * share).sum(axis=1), wanted[:, 0])
        return np.where((unknown * share).sum(axis=1) > 0, np.nan, risk)

    return value


def calibration_error(sure: Column, true: Marks) -> Statistic:
    """The mean distance of what was said from what came true, over bins of equal width, weighted
    by their size: `eval.measures.calibration.expected_calibration_error`, but for its rounding."""
    bins = bin_of(sure)
    member = (bins[:, None] == np.arange(bins.max(initial=0) + 1)).astype(np.float64)

    def value(counts: Counts) -> Values:
        said, came = counts @ (member * sure[:, None]), counts @ (member * true[:, None])
        return _divided(np.abs(said - came).sum(axis=1), counts.sum(axis=1))

    return value


def percentile(share: float, values: Column) -> Statistic:
    """The value that ``share`` of 100 lie below, between two the weighted mean of both."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]

    def value(counts: Counts) -> Values:
        upto = np.cumsum(counts[:, order], axis=1)
        place = share / 100 * (upto[:, -1] - 1)
        # The first that more than ``at`` of those drawn are at or below stands at place ``at``.
        below, above = (
            ordered[(upto > at[:, None]).argmax(axis=1)] for at in (np.floor(place), np.ceil(place))
        )
        between: Values = below + (place - np.floor(place)) * (above - below)
        return between

    return value


def _first_of_equals(ordered: Column) -> NDArray[np.intp]:
    """Where each run of equal values begins."""
    starts: NDArray[np.intp] = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    return starts


def _divided(part: Values, whole: Values) -> Values:
    shares: Values = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return shares


def _or_zero(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
