"""How sure the answer is."""

import math

import numpy as np
import pytest

from qa.confidence import SIGNALS, Calibration, confidence, signals
from qa.reading import Reading
from qa.weights import load_weights
from tests.qa.making import hit, reading, sentence


def _readings(*pairs: tuple[float, float]) -> list[Reading]:
    return [reading(sentence("So it is."), p, cosine=cosine) for p, cosine in pairs]


def _signals(hits: list[tuple[float, float]], *pairs: tuple[float, float]) -> dict[str, float]:
    found = [hit(at, fused=fused, dense=dense) for at, (fused, dense) in enumerate(hits)]
    values = signals(found, _readings(*pairs)).tolist()
    return dict(zip(SIGNALS, values, strict=True))


def test_readings_and_hits_become_signals() -> None:
    # ln(.8 / .2) = ln 4, ln(.5 / .5) = 0; the first hit leads by 1 - .4
    assert _signals([(1.0, 0.3), (0.4, 0.7)], (0.5, 0.6), (0.8, 0.2), (0.1, 0.1)) == {
        "best": pytest.approx(math.log(4)),
        "next_best": pytest.approx(0.0),
        "best_cosine": 0.6,
        "dense": 0.7,
        "lead": pytest.approx(0.6),
    }


def test_a_single_reading_of_a_single_hit_has_a_fixed_lead() -> None:
    assert _signals([(0.5, 0.3)], (0.8, 0.2)) == {
        "best": pytest.approx(math.log(4)),
        "next_best": pytest.approx(math.log(4) - 1),
        "best_cosine": 0.2,
        "dense": 0.3,
        "lead": 1.0,
    }


def test_hits_that_only_words_found_have_no_cosine() -> None:
    values = signals([hit(1, lexical=3.0, fused=0.5)], _readings((0.8, 0.2)))
    assert values[SIGNALS.index("dense")] == 0.0


def test_a_reader_that_is_certain_gives_no_infinite_signal() -> None:
    found = _signals([(1.0, 0.3)], (1.0, 0.9), (0.0, 0.1))
    assert found["best"] == pytest.approx(math.log((1 - 1e-6) / 1e-6))
    assert found["next_best"] == pytest.approx(math.log(1e-6 / (1 - 1e-6)))


def test_the_confidence_is_the_logistic_of_the_weighted_signals() -> None:
    calibration = Calibration(np.array([1.0, 0.0, 0.0, 0.0, 2.0]), -1.2)
    hits = [hit(1, fused=1.0), hit(2, fused=0.4)]
    # ln 4 + 2 * .6 - 1.2 = ln 4, and 1 / (1 + 1 / 4) = .8
    assert confidence(calibration, hits, _readings((0.8, 0.2))) == pytest.approx(0.8)


def test_nothing_read_is_no_confidence() -> None:
    assert confidence(load_weights().calibration, [hit(1, fused=1.0)], []) == 0.0


def test_what_is_shipped_is_surer_of_a_better_sentence() -> None:
    hits = [hit(1, fused=1.0, dense=0.5), hit(2, fused=0.4, dense=0.4)]
    sure = [
        confidence(load_weights().calibration, hits, _readings((p, 0.6), (0.1, 0.1)))
        for p in (0.2, 0.4, 0.6, 0.9, 1.0)
    ]
    assert sure == sorted(set(sure))
    assert all(0 <= each <= 1 for each in sure)
