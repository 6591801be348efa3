"""Figures that are no plain mean, of questions that are counted once, twice or not at all."""

from math import nan

import numpy as np
import pytest
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
from eval.measures.calibration import expected_calibration_error
from eval.measures.intervals import Statistic

SAID = np.array([True, True, True, False, False])
TRUE = np.array([True, True, False, True, False])
ALL = np.ones(5, dtype=bool)


def of(statistic: Statistic, *counts: tuple[int, ...]) -> list[float]:
    return [float(value) for value in statistic(np.array(counts, dtype=np.float64))]


def floats(*values: float) -> NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def marks(values: str) -> NDArray[np.bool_]:
    return np.array([value == "+" for value in values])


def test_a_mean_is_of_those_that_have_a_value() -> None:
    statistic = mean(floats(1, nan, 4))
    found = of(statistic, (1, 1, 1), (3, 5, 1), (0, 1, 0))
    # (1 + 4) / 2; (3 * 1 + 4) / 4; nothing
    assert found[:2] == [2.5, 1.75]
    assert np.isnan(found[2])


def test_precision_recall_and_f1_count_each_question_as_often_as_it_is_drawn() -> None:
    once, other = (1, 1, 1, 1, 1), (2, 0, 1, 1, 3)
    # Said 3 of which 2 are true; then said 2 + 1 of which 2.
    assert of(precision(SAID, TRUE), once, other) == pytest.approx([2 / 3, 2 / 3])
    # True 3 of which 2 were said; then true 2 + 1 of which 2.
    assert of(recall(SAID, TRUE), once, (1, 1, 1, 2, 1)) == pytest.approx([2 / 3, 2 / 4])
    # 2 * 2 / (3 + 3)
    assert of(f1(SAID, TRUE), once) == pytest.approx([2 / 3])


def test_where_nothing_was_said_precision_and_f1_are_nought() -> None:
    nothing = np.zeros(5, dtype=bool)
    assert of(precision(nothing, TRUE), (1,) * 5) == [0]
    assert of(f1(nothing, TRUE), (1,) * 5) == [0]


def test_where_nothing_is_true_there_is_no_value() -> None:
    nothing = np.zeros(5, dtype=bool)
    for make in (precision, recall, f1):
        assert np.isnan(of(make(SAID, nothing), (1,) * 5)).all()


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    sure = floats(0.9, 0.7, 0.4, 0.2)
    true = marks("+-+-")
    # Pairs: .9 > .7, .9 > .2, .4 > .2 are right, .4 < .7 is not.
    assert of(area_under_roc(sure, true), (1, 1, 1, 1)) == [3 / 4]
    # .4 twice: two more pairs right, one more wrong... 2 + 2 * 1 of 2 + 4
    assert of(area_under_roc(sure, true), (1, 1, 2, 1)) == pytest.approx([4 / 6])


def test_of_a_pair_that_is_equally_sure_half_counts() -> None:
    assert of(area_under_roc(floats(0.5, 0.5, 0.5), marks("+--")), (1, 1, 1)) == [0.5]
    # .5 against .5 half, .9 against .5 won
    assert of(area_under_roc(floats(0.5, 0.5, 0.9), marks("+-+")), (1, 1, 1)) == [0.75]


def test_without_both_kinds_there_is_no_area() -> None:
    assert np.isnan(of(area_under_roc(floats(0.1, 0.9), marks("++")), (1, 1))).all()
    assert np.isnan(of(area_under_roc(floats(0.1, 0.9), marks("+-")), (2, 0))).all()


def test_the_risk_is_the_share_of_errors_among_the_surest() -> None:
    sure, true = floats(0.1, 0.9, 0.8, 0.7, 0.6), marks("--+++")
    # Of five the surest four: .9 wrong, three right.
    assert of(risk_at(0.8, sure, true, ALL), (1, 1, 1, 1, 1)) == pytest.approx([1 / 4])
    # Of ten the surest eight: .9 twice wrong, six right.
    assert of(risk_at(0.8, sure, true, ALL), (2, 2, 2, 2, 2)) == pytest.approx([2 / 8])


def test_without_knowing_all_of_the_surest_there_is_no_risk() -> None:
    sure, true = floats(0.9, 0.8, 0.7, 0.6, 0.1), marks("+-+++")
    # Of five the surest four; drawn otherwise, the last is one of those.
    found = of(risk_at(0.8, sure, true, marks("++++-")), (1, 1, 1, 1, 1), (1, 1, 1, 0, 2))
    assert found[0] == pytest.approx(1 / 4)
    assert np.isnan(found[1])


def test_a_question_at_the_border_counts_in_part() -> None:
    # 80 of 100 of three are 2.4: a right one, a wrong one, and .4 of a wrong one.
    sure, true = floats(0.9, 0.8, 0.7), marks("+--")
    assert of(risk_at(0.8, sure, true, ALL[:3]), (1, 1, 1)) == pytest.approx([1.4 / 2.4])


def test_the_order_of_equally_sure_questions_does_not_matter() -> None:
    sure = floats(0.5, 0.5, 0.5, 0.5, 0.5)
    one, other = marks("-++++"), marks("++++-")
    assert of(risk_at(0.8, sure, one, ALL), (1,) * 5) == pytest.approx([1 / 5])
    assert of(risk_at(0.8, sure, other, ALL), (1,) * 5) == pytest.approx([1 / 5])


def test_the_calibration_error_is_that_of_the_curve() -> None:
    said, true = floats(0.02, 0.08, 0.95, 0.95, 0.95), marks("-++++")
    # (2 * |.05 - .5| + 3 * |.95 - 1|) / 5 = (.9 + .15) / 5
    assert of(calibration_error(said, true), (1,) * 5) == pytest.approx([0.21])
    assert expected_calibration_error(said, true) == pytest.approx(0.21)
    # Only the last: |.95 - 1|
    assert of(calibration_error(said, true), (0, 0, 0, 0, 4)) == pytest.approx([0.05])


@pytest.mark.parametrize("share", [0, 37, 50, 95, 100])
@pytest.mark.parametrize("counts", [(1, 1, 1, 1), (3, 0, 2, 1), (0, 0, 5, 0)])
def test_a_percentile_is_that_of_the_values_drawn(share: float, counts: tuple[int, ...]) -> None:
    values = floats(40, 10, 30, 20)
    drawn = np.repeat(values, counts)
    assert of(percentile(share, values), counts) == pytest.approx([np.percentile(drawn, share)])


def test_a_percentile_between_two_values_lies_between_them() -> None:
    # The 95th of 100 between six lies at .95 * 5 = 4.75: 50 + .75 * (60 - 50)
    values = floats(10, 20, 30, 40, 50, 60)
    assert of(percentile(95, values), (1,) * 6) == pytest.approx([57.5])
