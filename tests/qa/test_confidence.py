"""How sure the answer is."""

import math

import numpy as np
import pytest

from qa.confidence import SIGNALS, Calibration, confidence, signals
from qa.records import Hit
from qa.weighing import Reading
from qa.weights import load_weights
from tests.qa.making import hit, query, reading, sentence

HITS = [hit(1, fused=0.4, dense=0.7), hit(2, fused=1.0, dense=0.3)]
TROOPS = query("How many Turkish troops are in Syria?")


def _read(
    probability: float,
    *,
    margin: float = 0.0,
    relevance: float = 0.0,
    passage: int = 1,
    text: str = "So it is.",
) -> Reading:
    return reading(sentence(text, passage=passage), probability, margin=margin, relevance=relevance)


def _signals(hits: list[Hit], *readings: Reading) -> dict[str, float]:
    values = signals(TROOPS, hits, readings)
    assert values.dtype == np.float64
    return dict(zip(SIGNALS, values.tolist(), strict=True))


def test_readings_and_hits_become_signals() -> None:
    found = _signals(
        HITS,
        _read(0.5, margin=5, relevance=1, passage=1),
        # The best: it bears two of three words, "Turkish" and "troops", and no number.
        _read(0.8, margin=2, relevance=-1, passage=2, text="Turkish troops left."),
        _read(0.1, margin=-3, relevance=4, passage=3),
    )
    assert found == {
        # ln(.8 / .2) = ln 4 and ln(.5 / .5) = 0
        "best": pytest.approx(math.log(4)),
        "next_best": pytest.approx(0.0),
        # A fifth of the best one's, though others have more.
        "margin": pytest.approx(2 / 5),
        "relevance": pytest.approx(-1 / 5),
        # The best one's 2 is 3 less than the 5 of passage 1.
        "lead": pytest.approx(-3 / 5),
        "dense": 0.7,
        # 1 - .4, in whichever order the hits come
        "fused_lead": pytest.approx(0.6),
        # None was read alone.
        "margin_alone": -3.0,
        "relevance_alone": -3.0,
        "covered_in_context": pytest.approx(2 / 3),
        "a_name_missing": 1.0,
        "number_missing": 1.0,
        "kind_missing": 0.0,
    }


def _answering(article: str, probability: float, words: str, whose: str = "Turkish") -> Reading:
    text = f"Some 20,000 {whose} troops are there, or 9,000."
    return reading(sentence(text, article=article), probability, words=words)


def test_articles_that_give_the_same_words_make_an_answer_surer() -> None:
    best = _answering("a", 0.5, "20,000")
    # 1 - .5 * .6 = .7; a second sentence of an article, other words and other troops add nothing.
    others = (
        _answering("b", 0.4, "20,000"),
        _answering("a", 0.4, "20,000"),
        _answering("b", 0.3, "20,000"),
        _answering("c", 0.3, "9,000"),
        _answering("d", 0.3, "20,000", whose="Moran"),
    )
    assert _signals(HITS, best)["best"] == pytest.approx(0.0)
    assert _signals(HITS, best, *others)["best"] == pytest.approx(math.log(0.7 / 0.3))


def test_a_single_reading_of_a_single_hit_has_fixed_leads() -> None:
    found = _signals([hit(1, fused=0.5, dense=0.3)], _read(0.8, margin=-5))
    assert found["next_best"] == pytest.approx(math.log(4) - 1)
    assert found["fused_lead"] == 1.0
    # As if another passage had a margin of -15: (-5 + 15) / 5.
    assert found["lead"] == pytest.approx(2.0)


def test_sentences_of_the_best_ones_passage_take_nothing_from_its_lead() -> None:
    # Of passage 2, and (4 - 1) / 5.
    beside = _read(0.7, margin=9, passage=1)
    elsewhere = _read(0.1, margin=1, passage=2)
    found = _signals(HITS, beside, _read(0.8, margin=4, passage=1), elsewhere)
    assert found["lead"] == pytest.approx(0.6)


def test_a_best_sentence_with_all_that_is_asked_for_lacks_nothing() -> None:
    text = "More than 20,000 Turkish troops are in Syria."
    found = _signals(HITS, _read(0.8, text=text), _read(0.1))
    of_best = ("covered_in_context", "a_name_missing", "number_missing", "kind_missing")
    assert [found[name] for name in of_best] == [1.0, 0.0, 0.0, 0.0]


def test_hits_that_only_words_found_have_no_cosine() -> None:
    assert _signals([hit(1, lexical=3.0, fused=0.5)], _read(0.8))["dense"] == 0.0


def test_a_weigher_that_is_certain_gives_no_infinite_signal() -> None:
    found = _signals(HITS, _read(1.0), _read(0.0))
    assert found["best"] == pytest.approx(math.log((1 - 1e-6) / 1e-6))
    assert found["next_best"] == pytest.approx(math.log(1e-6 / (1 - 1e-6)))


def test_a_reader_that_is_certain_gives_no_great_signal() -> None:
    found = _signals(HITS, _read(0.9, margin=1e6, relevance=1e6), _read(0.1, passage=2))
    assert (found["margin"], found["relevance"], found["lead"]) == (3.0, 3.0, 3.0)


def test_the_confidence_is_the_logistic_of_the_weighted_signals() -> None:
    weights = {"best": 1.0, "fused_lead": 2.0}
    calibration = Calibration(np.array([weights.get(name, 0.0) for name in SIGNALS]), -1.2)
    # ln 4 + 2 * .6 - 1.2 = ln 4, and 1 / (1 + 1 / 4) = .8
    assert confidence(calibration, TROOPS, HITS, [_read(0.8)]) == pytest.approx(0.8)


def test_nothing_read_is_no_confidence() -> None:
    assert confidence(load_weights().calibration, TROOPS, HITS, []) == 0.0


@pytest.mark.parametrize("probability", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("logit", [-1e6, 1e6])
def test_what_is_shipped_gives_a_probability_whatever_was_read(
    probability: float, logit: float
) -> None:
    readings = [_read(probability, margin=logit, relevance=logit), _read(0.0, passage=2)]
    for hits in ([], HITS):
        assert 0 < confidence(load_weights().calibration, TROOPS, hits, readings) < 1
