"""Rankings are scored question by question; every value is worked out by hand."""

from math import log2

import pytest

from eval.measures.rankings import first_right, score_rankings, score_sentences
from tests.eval.making import graded, ordered, question, search

RIGHT = ("a.txt", "There are 20,000 troops.")
WRONG = ("a.txt", "There are troops.")


@pytest.mark.parametrize(
    ("rank", "recalls", "rr", "ndcg"),
    [
        (1, (1, 1, 1), 1, 1),
        (2, (0, 1, 1), 1 / 2, 1 / log2(3)),
        (5, (0, 1, 1), 1 / 5, 1 / log2(6)),
        (6, (0, 0, 1), 1 / 6, 1 / log2(7)),
        (10, (0, 0, 1), 1 / 10, 1 / log2(11)),
        (11, (0, 0, 1), 0, 0),
        (20, (0, 0, 1), 0, 0),
        (21, (0, 0, 0), 0, 0),
    ],
)
def test_the_first_right_passage_decides(
    rank: int, recalls: tuple[float, float, float], rr: float, ndcg: float
) -> None:
    passages = (*(rank - 1) * (WRONG,), RIGHT, RIGHT, RIGHT)
    (values,) = score_rankings([search(question(), *passages)])
    assert values == pytest.approx(
        {
            "passage R@1": recalls[0],
            "passage R@5": recalls[1],
            "passage R@20": recalls[2],
            "passage MRR@10": rr,
            "passage nDCG@10": ndcg,
        }
    )


def test_a_question_for_which_nothing_right_was_found_scores_nothing() -> None:
    lost, wrong, found = (
        search(question("q1")),
        search(question("q2"), WRONG),
        search(question("q3"), RIGHT),
    )
    values = score_rankings([lost, wrong, found])
    assert [each["passage R@20"] for each in values] == [0, 0, 1]
    assert score_rankings([lost])[0]["passage R@20"] == 0


def test_an_unanswerable_question_is_not_scored_and_leaves_the_others_in_place() -> None:
    unanswerable = search(question("u", answers=()), RIGHT)
    values = score_rankings([unanswerable, search(question("q"), RIGHT), unanswerable])
    assert [each.get("passage R@1") for each in values] == [None, 1, None]
    assert score_rankings([unanswerable]) == [{}]
    assert score_rankings([]) == []


def test_two_questions_of_one_id_are_two() -> None:
    values = score_rankings([search(question("q"), RIGHT), search(question("q"), WRONG)])
    assert [each["passage R@1"] for each in values] == [1, 0]


def test_documents_count_by_their_best_passage_and_their_grade() -> None:
    asked = graded("q", a=1, b=2, c=0)
    # By documents: c, a, b. The second passage of a comes after b, and does not count.
    found = search(asked, ("c", "x"), ("a", "x"), ("c", "y"), ("b", "x"), ("a", "y"))
    (values,) = score_rankings([found])
    gain = 1 / log2(3) + 2 / log2(4)
    best = 2 + 1 / log2(3)
    assert values == pytest.approx(
        {
            "document R@1": 0,
            "document R@5": 2 / 2,
            "document R@20": 2 / 2,
            "document MRR@10": 1 / 2,
            "document nDCG@10": gain / best,
        }
    )


def test_recall_of_documents_is_the_share_of_the_relevant_ones() -> None:
    (values,) = score_rankings([search(graded("q", a=1, b=1, c=1), ("b", "x"), ("z", "x"))])
    assert (values["document R@1"], values["document R@5"]) == pytest.approx((1 / 3, 1 / 3))


def test_the_first_right_is_told_by_its_rank() -> None:
    assert first_right(search(question(), WRONG, RIGHT, RIGHT)) == 2
    assert first_right(search(question(), WRONG)) is None
    assert first_right(search(graded("q", a=1, b=0), ("b", "x"), ("a", "x"))) == 2


def test_sentences_give_average_precision_and_reciprocal_rank() -> None:
    # By score: + - + -, so precision at the right ones is 1/1 and 2/3.
    (values,) = score_sentences([ordered("q", "-++-", (0.7, 0.5, 0.9, 0.1))])
    assert values == pytest.approx({"MAP": (1 + 2 / 3) / 2, "MRR": 1})


def test_a_question_that_no_sentence_answers_is_left_out() -> None:
    values = score_sentences([ordered("q", "--", (0.1, 0.2)), ordered("r", "-+", (0.9, 0.1))])
    assert values == [{}, {"MAP": 0.5, "MRR": 0.5}]


@pytest.mark.parametrize(("labels", "rank"), [("+--", 3), ("-+-", 2), ("--+", 1)])
def test_equal_scores_put_the_later_sentence_first(labels: str, rank: int) -> None:
    (values,) = score_sentences([ordered("q", labels, (0.5, 0.5, 0.5))])
    assert values["MRR"] == pytest.approx(1 / rank)


def test_scores_that_differ_by_little_are_not_equal() -> None:
    (values,) = score_sentences([ordered("q", "+-", (0.5 + 1e-12, 0.5))])
    assert values["MRR"] == 1
