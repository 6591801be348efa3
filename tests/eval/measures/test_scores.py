"""A run is scored, as a whole and by kind of question."""

import pytest

from eval.measures.scores import Scores, measure, measure_sentences
from tests.eval.making import ordered, outcome, question, search

RIGHT = ("a.txt", "There are 20,000 troops.")
ELSEWHERE = ("b.txt", "There are 20,000 troops.")
WRONG = ("a.txt", "There are troops.")

RUN = (
    # Right, and cited to the right document; its passage first.
    outcome(question("q1"), "20,000. [1]", cites=(RIGHT,), passages=(RIGHT, WRONG), ms=10),
    # Right, but cited to another document; its passage third.
    outcome(
        question("q2"), "20,000. [1]", cites=(ELSEWHERE,), passages=(ELSEWHERE, WRONG, RIGHT), ms=20
    ),
    # Wrong; no right passage.
    outcome(question("q3"), "Six. [1]", cites=(WRONG,), passages=(WRONG, ELSEWHERE), ms=30),
    # Abstained from wrongly; its passage sixth.
    outcome(question("q4"), None, passages=(*5 * (WRONG,), RIGHT), ms=40),
    # No answer: abstained from, and answered all the same.
    outcome(question("u1", answers=()), None, passages=(WRONG,), ms=50),
    outcome(question("u2", answers=()), "20,000. [1]", cites=(RIGHT,), passages=(RIGHT,), ms=60),
)


def values(scores: Scores) -> dict[str, float]:
    return {figure.name: figure.value for figure in scores.figures}


def test_a_run_is_scored_by_its_shares() -> None:
    scores = measure(RUN)
    assert (scores.questions, scores.answerable) == (6, 4)
    found = values(scores)
    expected = {
        "answered right": 2 / 4,
        "cited right": 1 / 4,
        "evidence right": 1 / 4,
        "abstention precision": 1 / 2,
        "abstention recall": 1 / 2,
        "abstention F1": 1 / 2,
        "passage R@1": 1 / 4,
        "passage R@5": 2 / 4,
        "passage R@20": 3 / 4,
        "passage MRR@10": (1 + 1 / 3 + 0 + 1 / 6) / 4,
        "median latency": (30 + 40) / 2,
        "p95 latency": 57.5,
    }
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_abstentions_precision_and_recall_are_each_their_own() -> None:
    # Three abstentions, two of them right; four unanswerable questions.
    unanswerable = [question(f"u{at}", answers=()) for at in range(4)]
    found = values(
        measure(
            [
                outcome(question("q1"), None),
                outcome(unanswerable[0], None),
                outcome(unanswerable[1], None),
                outcome(unanswerable[2], "So.", cites=(WRONG,)),
                outcome(unanswerable[3], "So.", cites=(WRONG,)),
            ]
        )
    )
    assert found["abstention precision"] == pytest.approx(2 / 3)
    assert found["abstention recall"] == pytest.approx(2 / 4)
    assert found["abstention F1"] == pytest.approx(2 * (2 / 3) * (1 / 2) / (2 / 3 + 1 / 2))


def test_a_run_of_nothing_but_unanswerable_questions_has_figures_of_those_alone() -> None:
    scores = measure([outcome(question("u1", answers=()), "So.", cites=(WRONG,))])
    assert set(values(scores)) == {
        "right",
        "abstention precision",
        "abstention recall",
        "abstention F1",
        "risk at 80%",
        "calibration error",
        "median latency",
        "p95 latency",
    }
    assert values(scores)["abstention recall"] == 0


def test_a_system_that_only_searches_is_scored_by_what_it_found() -> None:
    found = values(measure([search(question("q1"), WRONG, RIGHT)]))
    assert found["passage R@5"] == 1
    assert not set(found) & {"answered right", "abstention F1", "risk at 80%"}


def test_a_figure_is_found_by_its_name() -> None:
    scores = measure(RUN)
    figure = scores.figure("cited right")
    assert figure is not None
    assert (figure.value, figure.n) == (1 / 4, 4)
    assert scores.figure("MAP") is None


def test_kinds_of_question_are_scored_apart_and_those_not_asked_left_out() -> None:
    scores = measure(
        [
            search(question("q1", asks="Where was it?"), RIGHT),
            search(question("q2", asks="Who was it?"), WRONG),
            search(question("q3", asks="Who are they?"), RIGHT),
        ]
    )
    found = [
        (kind.kind, kind.questions, kind.figures[0].name, kind.figures[0].value)
        for kind in scores.kinds
    ]
    assert found == [("who", 2, "passage R@1", 1 / 2), ("where", 1, "passage R@1", 1)]


def test_sentences_are_scored_over_those_questions_that_one_answers() -> None:
    scores = measure_sentences(
        [
            ordered("s1", "-+", (0.9, 0.1)),
            ordered("s2", "+-", (0.9, 0.1)),
            ordered("s3", "--", (0.9, 0.1)),
        ]
    )
    assert (scores.questions, scores.answerable) == (3, 2)
    found = {figure.name: (figure.value, figure.n) for figure in scores.figures}
    assert found["MAP"] == (3 / 4, 2)
    assert found["MRR"] == (3 / 4, 2)
    assert set(found) == {"MAP", "MRR", "median latency", "p95 latency"}


def test_the_same_run_gives_the_same_scores() -> None:
    assert measure(RUN) == measure(RUN)
