"""Resamples are drawn of questions, the same ones each time."""

import numpy as np
import pytest

from eval.measures import intervals
from eval.measures.aggregates import mean
from eval.measures.intervals import RESAMPLES, Counts, Values, bounds, resampled, whole


def _seen(rows: list[Counts], counts: Counts) -> Values:
    rows.append(counts)
    totals: Values = counts.sum(axis=1)
    return totals


def test_a_resample_draws_as_many_questions_as_there_are() -> None:
    rows: list[Counts] = []
    (totals,) = resampled([lambda counts: _seen(rows, counts)], 7)
    assert totals.tolist() == [7] * RESAMPLES
    drawn = np.concatenate(rows)
    assert drawn.shape == (RESAMPLES, 7)
    # Each of the seven once on average: 1000 of 1000, give or take 5 of sqrt(1000 * 6/7) = 29.
    assert np.abs(drawn.sum(axis=0) - RESAMPLES).max() < 150
    assert len({tuple(row) for row in drawn}) > 500


def test_the_same_number_of_questions_is_drawn_alike_every_time() -> None:
    values = mean(np.arange(20, dtype=np.float64))
    assert (resampled([values], 20) == resampled([values], 20)).all()


def test_questions_that_do_not_fit_the_memory_at_once_are_drawn_in_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intervals, "_CELLS", 7 * 30)
    rows: list[Counts] = []
    (totals,) = resampled([lambda counts: _seen(rows, counts)], 7)
    assert totals.tolist() == [7] * RESAMPLES
    # 33 times 30, and the ten that are left.
    assert [len(part) for part in rows] == [30] * 33 + [10]


def test_the_bounds_leave_25_of_1000_on_either_side() -> None:
    # The 2.5th of 100 of 0 to 1000 is 25.
    assert bounds(np.arange(1001, dtype=np.float64)) == (25, 975)


def test_resamples_without_a_value_are_left_out_of_the_bounds() -> None:
    assert bounds(np.array([np.nan, 3, 3, np.nan])) == (3, 3)
    assert np.isnan(bounds(np.array([np.nan]))).all()


def test_the_interval_of_a_mean_is_as_wide_as_theory_says() -> None:
    values = mean(np.tile([0.0, 1.0], 200))
    low, high = bounds(resampled([values], 400)[0])
    # 1.96 * sqrt(.5 * .5 / 400) = .049 either side of .5
    assert (low, high) == pytest.approx((0.451, 0.549), abs=0.006)
    assert whole(values, 400) == 0.5
