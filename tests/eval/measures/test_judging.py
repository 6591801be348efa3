"""What a system made of each question is judged."""

import pytest

from eval.measures.judging import Judged, is_answer_judged, judge, judge_sentences
from tests.eval.making import graded, ordered, outcome, question, search

RIGHT = ("a.txt", "There are 20,000 troops.")
ASKED = question("q1", asks="How many troops are there?")
UNANSWERABLE = question("u1", answers=())


def test_an_answer_is_judged_with_its_ranking() -> None:
    said = outcome(
        ASKED,
        "20,000. [1]",
        short="about 20,000",
        sure=0.7,
        cites=(RIGHT,),
        passages=(RIGHT,),
        ms=5,
    )
    (judged,) = judge([said])
    assert (judged.id, judged.kind, judged.answerable, judged.took_ms) == (
        "q1",
        "how many",
        True,
        5,
    )
    assert (judged.abstained, judged.confidence, judged.right) == (False, 0.7, True)
    assert judged.question == "How many troops are there?"
    assert judged.values == pytest.approx(
        {
            "passage R@1": 1,
            "passage R@5": 1,
            "passage R@20": 1,
            "passage MRR@10": 1,
            "passage nDCG@10": 1,
            "answered right": 1,
            "cited right": 1,
            "evidence right": 1,
            "exact match": 0,
            # One word of two: p = 1/2, r = 1
            "token F1": 2 / 3,
        }
    )


def test_an_abstention_from_an_answerable_question_has_an_empty_short_answer() -> None:
    given = outcome(question("q2"), "20,000. [1]", short="20,000", cites=(RIGHT,))
    abstained, _ = judge([outcome(ASKED, None), given])
    assert abstained.abstained
    assert abstained.right is False
    assert (abstained.values["exact match"], abstained.values["token F1"]) == (0, 0)
    assert abstained.values["answered right"] == 0


def test_an_unanswerable_question_is_of_no_mean() -> None:
    for said in (outcome(UNANSWERABLE, None), outcome(UNANSWERABLE, "Six.", cites=(RIGHT,))):
        (judged,) = judge([said])
        assert judged.values == {}
        assert judged.right is False
        assert judged.abstained == (said.answer is not None and said.answer.abstained)


def test_a_system_that_gives_no_short_answers_is_not_judged_by_them() -> None:
    (judged,) = judge([outcome(ASKED, "20,000. [1]", cites=(RIGHT,))])
    assert "exact match" not in judged.values
    assert "answered right" in judged.values


def test_a_system_that_answered_nothing_is_judged_by_its_empty_short_answers() -> None:
    (judged,) = judge([outcome(ASKED, None)])
    assert judged.values["exact match"] == 0


def test_a_system_without_answers_is_judged_by_its_ranking_alone() -> None:
    (judged,) = judge([search(ASKED, RIGHT)])
    assert (judged.abstained, judged.confidence, judged.right) == (None, None, None)
    assert set(judged.values) == {
        f"passage {name}" for name in ("R@1", "R@5", "R@20", "MRR@10", "nDCG@10")
    }


def test_an_answer_is_not_judged_where_the_set_does_not_say_what_is_right() -> None:
    said = outcome(graded("g", a=1), "Six. [1]", cites=(("a", "Six."),), passages=(("a", "Six."),))
    assert not is_answer_judged(said)
    (judged,) = judge([said])
    assert (judged.abstained, judged.confidence, judged.right) == (None, None, None)
    assert judged.values["document R@1"] == 1
    assert "answered right" not in judged.values


def test_sentences_are_judged_by_their_order() -> None:
    one, other = judge_sentences(
        [
            ordered("s1", "-+", (0.9, 0.1), asks="Who was it?", ms=3),
            ordered("s2", "--", (0.9, 0.1), asks="Why?", ms=4),
        ]
    )
    assert one == Judged("s1", "who", True, 3, {"MAP": 0.5, "MRR": 0.5}, question="Who was it?")
    assert other == Judged("s2", "why", False, 4, {}, question="Why?")
