"""What failed is told by its kind."""

import pytest

from eval.measures.failures import Failure, failure_of, sentence_failure_of
from eval.records import Evidence, Outcome
from tests.eval.making import graded, ordered, outcome, question, search

RIGHT = ("a.txt", "There are 20,000 troops.")
ASKED, UNANSWERABLE = question(), question("u", answers=())
PLACED = question(evidence=(Evidence("a.txt", 100, 200),))


@pytest.mark.parametrize(
    ("made", "failure"),
    [
        (outcome(ASKED, "20,000.", cites=(RIGHT,)), None),
        (outcome(ASKED, "Six.", cites=(("a.txt", "x"),)), Failure.WRONG),
        (outcome(PLACED, "20,000.", cites=(RIGHT,)), Failure.ELSEWHERE),
        (outcome(ASKED, None), Failure.UNANSWERED),
        (outcome(UNANSWERABLE, None), None),
        (outcome(UNANSWERABLE, "Six.", cites=(RIGHT,)), Failure.UNCALLED_FOR),
        (search(ASKED, RIGHT), None),
        (search(ASKED, ("b.txt", "x")), Failure.NOT_FOUND),
        (search(UNANSWERABLE, RIGHT), None),
        (search(graded("g", a=1, b=0), ("b", "x")), Failure.NOT_FOUND),
        (search(graded("g", a=1, b=0), ("b", "x"), ("a", "x")), None),
        # Nothing says what a right answer would be: the ranking is judged.
        (outcome(graded("g", a=1), "Six.", cites=(RIGHT,), passages=(("a", "x"),)), None),
        (outcome(graded("g", a=1), None), Failure.NOT_FOUND),
    ],
)
def test_an_outcome_fails_in_one_way(made: Outcome, failure: Failure | None) -> None:
    assert failure_of(made) is failure


@pytest.mark.parametrize(
    ("labels", "scores", "failure"),
    [
        ("-+", (0.1, 0.2), None),
        ("-+", (0.2, 0.1), Failure.NOT_FIRST),
        ("-+", (0.2, 0.2), Failure.NOT_FIRST),
        ("++-", (0.2, 0.2, 0.1), None),
        ("--", (0.2, 0.1), None),
    ],
)
def test_sentences_fail_where_another_is_before_the_right_one(
    labels: str, scores: tuple[float, ...], failure: Failure | None
) -> None:
    assert sentence_failure_of(ordered("s", labels, scores)) is failure
