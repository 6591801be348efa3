"""Probabilities are checked against what came true."""

import numpy as np
import pytest

from eval.measures.calibration import bin_of, expected_calibration_error, reliability


def test_the_curve_tells_of_each_bin_what_was_said_and_what_came_true() -> None:
    said = np.array([0.02, 0.08, 0.55, 0.51, 0.59])
    came_true = np.array([False, True, True, True, False])
    assert reliability(said, came_true) == [
        {"questions": 2, "said": 0.05, "true": 0.5},
        # (.55 + .51 + .59) / 3 = .55, and two of three
        {"questions": 3, "said": 0.55, "true": 0.667},
    ]


def test_a_bin_begins_at_its_tenth_and_certainty_is_in_the_last() -> None:
    said = np.array([0.0, 0.5, 1.0, 0.95])
    curve = reliability(said, np.array([False, True, True, True]))
    assert [(point["questions"], point["said"]) for point in curve] == [
        (1, 0.0),
        (1, 0.5),
        (2, 0.975),
    ]


def test_the_error_is_the_distance_weighted_by_questions() -> None:
    said = np.array([0.02, 0.08, 0.95, 0.95, 0.95])
    came_true = np.array([False, True, True, True, True])
    # (2 * |.05 - .5| + 3 * |.95 - 1|) / 5 = (.9 + .15) / 5
    assert expected_calibration_error(said, came_true) == pytest.approx(0.21)


def test_what_comes_true_as_often_as_said_is_no_error() -> None:
    said = np.full(10, 0.7)
    assert expected_calibration_error(said, np.arange(10) < 7) == pytest.approx(0)


def test_no_questions_have_no_curve_and_no_error() -> None:
    nothing = np.array([])
    assert reliability(nothing, nothing.astype(bool)) == []
    assert expected_calibration_error(nothing, nothing.astype(bool)) == 0.0


def test_a_probability_is_in_the_bin_of_its_tenth() -> None:
    assert bin_of(np.array([0.0, 0.09, 0.1, 0.55, 0.95, 1.0])).tolist() == [0, 0, 1, 5, 9, 9]
