"""What the reader found is weighed against the question's own words."""

import math

import numpy as np
import pytest

from qa.reading import Alone, Candidate
from qa.weighing import FEATURES, Reading, Weigher, features, scaled
from qa.weights import load_weights
from tests.qa.making import candidate, query, sentence, story


def _features(question: str, one: Candidate) -> dict[str, float]:
    (row,) = features(query(question), [one]).tolist()
    return dict(zip(FEATURES, row, strict=True))


# Features


def test_a_candidate_becomes_a_row_of_features() -> None:
    # Every word is as rare as the others; "troops" of "Turkish troops Syria" stands in it. A logit
    # is a fifth of itself.
    one = candidate(
        "The troops left in 2017.",
        margin=2,
        relevance=-4,
        fused=0.75,
        cosine=0.5,
        alone=Alone(relevance=1, margin=-3),
    )
    assert _features("How many Turkish troops are in Syria?", one) == {
        "margin": pytest.approx(0.4),
        "relevance": pytest.approx(-0.8),
        "margin_alone": pytest.approx(-0.6),
        "relevance_alone": pytest.approx(0.2),
        "cosine": 0.5,
        "fused": 0.75,
        "covered": pytest.approx(1 / 3),
        "covered_in_context": pytest.approx(1 / 3),
        "a_name_missing": 1.0,
        "all_covered": 0.0,
        "number_missing": 0.0,
        "time_missing": 0.0,
        "kind_missing": 0.0,
        "brevity": 1.0,
    }


@pytest.mark.parametrize(
    ("logit", "feature"),
    [(-900.0, -3.0), (-15.0, -3.0), (-14.0, -2.8), (0.0, 0.0), (14.0, 2.8), (900.0, 3.0)],
)
def test_a_logit_beyond_15_says_no_more(logit: float, feature: float) -> None:
    assert scaled(logit) == pytest.approx(feature)
    found = _features("troops", candidate("Troops.", margin=logit, relevance=logit))
    assert found["margin"] == found["relevance"] == pytest.approx(feature)


def test_a_sentence_that_was_not_read_alone_counts_as_one_that_answered_nothing() -> None:
    found = _features("troops", candidate("Troops.", margin=9, relevance=9))
    assert (found["margin_alone"], found["relevance_alone"]) == (-3.0, -3.0)


def test_all_of_the_question_in_a_sentence_is_all_covered_and_no_name_is_missing() -> None:
    found = _features("Turkish troops in Syria", candidate("Turkish troops stay in Syria."))
    assert (found["covered"], found["covered_in_context"]) == (1.0, 1.0)
    assert (found["all_covered"], found["a_name_missing"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How many troops left?", "number_missing"),
        ("When did troops leave?", "time_missing"),
        ("Who left?", "kind_missing"),
        ("Where did troops go?", "kind_missing"),
        ("Why did troops leave?", "kind_missing"),
        ("What did troops do?", None),
    ],
)
def test_the_kind_of_thing_that_a_sentence_lacks_is_told(
    question: str, missing: str | None
) -> None:
    found = _features(question, candidate("The troops left."))
    kinds = ("number_missing", "time_missing", "kind_missing")
    assert {kind: found[kind] for kind in kinds} == {kind: float(kind == missing) for kind in kinds}


def test_a_sentence_of_120_characters_is_half_as_brief_as_one_of_60() -> None:
    assert _features("troops", candidate("x" * 60))["brevity"] == 1.0
    assert _features("troops", candidate("x" * 120))["brevity"] == 0.5


def test_the_headline_the_speaker_and_what_stands_near_are_a_sentences_context() -> None:
    told = story(
        sentence("Alpha.", position=0, passage=1),
        sentence("Bravo.", position=1, passage=1),
        sentence("Charlie.", position=2, passage=1),
        sentence("Delta.", position=3, passage=1),
        sentence("Echo.", position=4, passage=2, speaker="Yasar Guler"),
        sentence("Foxtrot.", position=5, passage=2),
        sentence("Golf.", position=6, passage=2),
        sentence("Hotel.", position=7, passage=3),
        title="Headline",
    )
    read = candidate(told.sentences[4], told)

    def is_context(word: str) -> bool:
        # Of two words of one weight, "cyprus" stands nowhere.
        return _features(f"{word} cyprus", read)["covered_in_context"] == 0.5

    # Itself, its headline and speaker, the two sentences that lead up to it, and its passage.
    near = ["echo", "headline", "guler", "delta", "charlie", "foxtrot", "golf"]
    far = ["alpha", "bravo", "hotel"]
    assert [word for word in (*near, *far) if is_context(word)] == near


def test_every_feature_lies_between_minus_3_and_3() -> None:
    texts = ("Short.", "Guler said that troops stay in Syria. " * 30, "“", "12")
    candidates = [
        candidate(text, margin=margin, relevance=-margin, fused=1.0, cosine=-1.0)
        for text in texts
        for margin in (-1e6, 1e6)
    ]
    for question in ("How many troops are in Syria?", "???", "When did Guler say so?"):
        rows = features(query(question), candidates)
        assert rows.shape == (8, len(FEATURES))
        assert rows.dtype == np.float64
        assert np.abs(rows).max() <= 3


# Probabilities


def _weigher(bias: float, **weights: float) -> Weigher:
    return Weigher(np.array([weights.get(name, 0.0) for name in FEATURES]), bias)


def test_the_probability_is_the_logistic_of_the_weighted_features() -> None:
    one, two = candidate("One.", cosine=0.5), candidate("Two.", cosine=1.0, margin=-5)
    first, second = _weigher(-1.0, cosine=2.0, margin=3.0).weigh(query("troops"), [one, two])
    # 2 * .5 + 3 * 0 - 1 = 0 and 2 * 1 + 3 * -1 - 1 = -2
    assert first == Reading(one, 0.5)
    assert second.candidate == two
    assert second.probability == pytest.approx(1 / (1 + math.exp(2)))


def test_each_candidate_is_weighed_by_itself_in_the_order_given() -> None:
    weights = load_weights()
    weigher = Weigher(weights.sentence, weights.sentence_bias)
    asked = query("How many Turkish troops are in Syria?")
    candidates = [
        candidate("More than 20,000 Turkish troops are in Syria.", margin=9, cosine=0.9),
        candidate("Cats sleep.", margin=-1e6, relevance=1e6, cosine=-1.0),
        candidate("Cats sleep.", margin=1e6, relevance=-1e6, fused=1.0),
    ]
    readings = weigher.weigh(asked, candidates)
    assert [each.candidate for each in readings] == candidates
    assert all(0 < each.probability < 1 for each in readings)
    for each in readings:
        (alone,) = weigher.weigh(asked, [each.candidate])
        assert alone.probability == pytest.approx(each.probability)


def test_nothing_weighs_nothing() -> None:
    assert _weigher(1.0).weigh(query("troops"), []) == ()
