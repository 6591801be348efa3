"""Question and sentence are read together."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from index.records import BlockKind
from qa.matching import covered
from qa.reading import FEATURES, Candidate, LinearReader, Reader, Reading, features
from qa.understanding import Query
from qa.weights import load_weights
from tests.qa.making import candidate, query, sentence, story


class WordsReader:
    """A deterministic fake: the share of the question's words that the sentence bears."""

    def read(self, query: Query, candidates: Sequence[Candidate]) -> tuple[Reading, ...]:
        return tuple(Reading(c, covered(query.terms, c.sentence.stems)) for c in candidates)


def _linear() -> LinearReader:
    weights = load_weights()
    return LinearReader(weights.reader, weights.reader_bias)


def _features(question: str, one: Candidate) -> dict[str, float]:
    (row,) = features(query(question), [one]).tolist()
    return dict(zip(FEATURES, row, strict=True))


# Features


def test_a_candidate_becomes_a_row_of_features() -> None:
    # Every word is as rare as the others; "troops" of "Turkish troops Syria" stands in it.
    one = candidate("The troops left in 2017.", cosine=0.5, passage_cosine=0.25)
    assert _features("How many Turkish troops are in Syria?", one) == {
        "cosine": 0.5,
        "passage_cosine": 0.25,
        "covered": pytest.approx(1 / 3),
        "covered_in_context": pytest.approx(1 / 3),
        "a_name_missing": 1.0,
        "all_covered": 0.0,
        "number_missing": 0.0,
        "time_missing": 0.0,
        "kind_missing": 0.0,
        "brevity": 1.0,
    }


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
    read = Candidate(told.sentences[4], told, 0.0, 0.0)

    def is_context(word: str) -> bool:
        # Of two words of one weight, "cyprus" stands nowhere.
        return _features(f"{word} cyprus", read)["covered_in_context"] == 0.5

    # Itself, its headline and speaker, the two sentences that lead up to it, and its passage.
    near = ["echo", "headline", "guler", "delta", "charlie", "foxtrot", "golf"]
    far = ["alpha", "bravo", "hotel"]
    assert [word for word in (*near, *far) if is_context(word)] == near


def test_every_feature_lies_between_minus_1_and_1() -> None:
    texts = ("Short.", "Guler said that troops stay in Syria. " * 30, "“", "12")
    candidates = [candidate(text, cosine=-1.0, passage_cosine=1.0) for text in texts]
    for question in ("How many troops are in Syria?", "???", "When did Guler say so?"):
        rows = features(query(question), candidates)
        assert rows.shape == (4, len(FEATURES))
        assert np.abs(rows).max() <= 1


# The linear reader


def test_the_probability_is_the_logistic_of_the_weighted_features() -> None:
    weights = np.array([2.0 if name == "cosine" else 0.0 for name in FEATURES])
    candidates = [candidate("One.", cosine=0.5), candidate("Two.", cosine=1.0)]
    first, second = LinearReader(weights, -1.0).read(query("troops"), candidates)
    # 2 * .5 - 1 = 0 and 2 * 1 - 1 = 1
    assert first.probability == 0.5
    assert second.probability == pytest.approx(1 / (1 + math.exp(-1)))


def test_more_of_the_questions_words_make_an_answer_more_likely() -> None:
    texts = ("Cats sleep a lot there.", "Cats of the troops.", "Turkish troops stay in Syria.")
    asked = query("What do Turkish troops do in Syria?")
    readings = _linear().read(asked, [candidate(text, cosine=0.4) for text in texts])
    probabilities = [each.probability for each in readings]
    assert probabilities == sorted(probabilities)
    assert probabilities[0] < probabilities[1] < probabilities[2]


def test_a_nearer_meaning_makes_an_answer_more_likely() -> None:
    far, near = (candidate("Turkish troops stay.", cosine=cosine) for cosine in (0.2, 0.7))
    first, second = _linear().read(query("What do Turkish troops do?"), [far, near])
    assert first.probability < second.probability


def test_a_sentence_without_the_number_asked_for_is_less_likely_to_answer() -> None:
    without, with_ = (candidate(f"{many} troops stay in Syria.") for many in ("The", "Six"))
    first, second = _linear().read(query("How many troops stay in Syria?"), [without, with_])
    assert first.probability < second.probability


# The seam


@pytest.fixture(params=["linear", "fake"])
def reader(request: pytest.FixtureRequest) -> Reader:
    readers: dict[str, Reader] = {"linear": _linear(), "fake": WordsReader()}
    return readers[request.param]


def test_any_reader_gives_each_candidate_its_reading_in_the_same_order(reader: Reader) -> None:
    asked = query("How many Turkish troops are in Syria?")
    caption = sentence("A patrol. (Reuters)", kind=BlockKind.CAPTION)
    candidates = [
        candidate("More than 20,000 Turkish troops are in Syria.", cosine=0.9),
        candidate("Cats sleep."),
        Candidate(caption, story(caption), -1.0, -1.0),
        candidate("Cats sleep."),
    ]
    readings = reader.read(asked, candidates)
    assert [each.candidate for each in readings] == candidates
    assert all(0 <= each.probability <= 1 for each in readings)
    assert readings[0].probability > readings[1].probability == readings[3].probability
    assert reader.read(asked, candidates) == readings


def test_any_reader_gives_nothing_for_nothing(reader: Reader) -> None:
    assert reader.read(query("How many troops?"), []) == ()
