"""Two runs are compared question by question."""

from dataclasses import replace
from typing import Any

import pytest

from eval.measures.comparing import Difference, differences, shared_questions
from eval.measures.judging import Judged
from index.errors import InvalidRequest
from tests.eval.making import judged

NAME = "answered right"


def run(*values: float) -> tuple[Judged, ...]:
    return tuple(judged(f"q{at}", answered_right=value) for at, value in enumerate(values))


def compared(a: tuple[Judged, ...], b: tuple[Judged, ...]) -> dict[str, Difference]:
    return {each.name: each for each in differences(shared_questions(a, b))}


def test_only_questions_of_both_are_paired_by_their_ids() -> None:
    a = (judged("x"), judged("y", ms=1), judged("z", ms=2))
    b = (judged("z", ms=3), judged("y", ms=4), judged("w"))
    pairs = shared_questions(a, b)
    assert [(one.id, one.took_ms, other.id, other.took_ms) for one, other in pairs] == [
        ("y", 1, "y", 4),
        ("z", 2, "z", 3),
    ]


def test_a_run_is_not_different_from_itself() -> None:
    same = run(1, 0, 1, 1)
    found = compared(same, same)[NAME]
    assert (found.a, found.b, found.difference, found.low, found.high) == (0.75, 0.75, 0, 0, 0)
    assert found.p == 1


def test_a_run_that_is_better_at_every_question_is_surely_better() -> None:
    found = compared(run(*[0.0] * 30), run(*[1.0] * 30))[NAME]
    assert (found.difference, found.low, found.high) == (1, 1, 1)
    # No resample of 1000 was against it: 2 * (0 + 1) / 1001
    assert found.p == pytest.approx(2 / 1001)


def test_what_is_hard_for_both_cancels_out() -> None:
    # Half of the questions are lost on both; b wins one in ten of the others besides.
    a = run(*[0.0] * 50, *[1.0] * 45, *[0.0] * 5)
    b = run(*[0.0] * 50, *[1.0] * 50)
    found = compared(a, b)[NAME]
    assert found.difference == pytest.approx(0.05)
    # Alone each has an interval of about .4 to .6; of their difference it is five of a hundred,
    # give or take 2 * sqrt(.05 * .95 / 100) = .044.
    assert 0 < found.low < 0.03
    assert 0.07 < found.high < 0.12
    assert found.p < 0.05


def test_as_many_won_as_lost_tell_nothing() -> None:
    found = compared(run(1, 0), run(0, 1))[NAME]
    assert found.difference == 0
    assert found.p > 0.5


def test_the_two_ways_round_are_the_same_but_for_the_sign() -> None:
    a, b = run(1, 0, 1, 0, 1, 1), run(1, 1, 1, 0, 0, 1)
    there, back = compared(a, b)[NAME], compared(b, a)[NAME]
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))
    assert there.p == back.p


def test_only_figures_of_both_are_compared() -> None:
    a = (judged("q", answered_right=1.0, MAP=1.0),)
    b = (judged("q", answered_right=1.0, MRR=1.0),)
    assert set(compared(a, b)) == {"answered right", "median latency", "p95 latency"}


def test_figures_that_are_no_means_are_compared_too() -> None:
    def rows(sure: tuple[float, ...]) -> tuple[Judged, ...]:
        return tuple(
            judged(f"q{at}", answerable=at < 2, abstained=False, sure=each, right=at < 2)
            for at, each in enumerate(sure)
        )

    found = compared(rows((0.1, 0.9, 0.2, 0.3)), rows((0.8, 0.9, 0.2, 0.3)))["AUROC answerable"]
    assert (found.a, found.b, found.difference) == (2 / 4, 1, 2 / 4)


def test_a_figure_is_of_the_questions_of_which_both_have_a_value() -> None:
    a = run(1, 1, 0, 0)
    # The other has no value of the first question, and one of the last that is wrong for both.
    b = (judged("q0"), *run(0, 1, 1, 0)[1:])
    found = compared(a, b)[NAME]
    # Of the last three: 1, 0, 0 and 1, 1, 0.
    assert found.a == pytest.approx(1 / 3)
    assert found.b == pytest.approx(2 / 3)


def test_figures_of_what_was_answered_are_of_what_both_answered() -> None:
    def rows(*abstained: int) -> tuple[Judged, ...]:
        return tuple(
            judged(
                f"q{at}", abstained=at in abstained, sure=0.75 if at < 20 else 0.25, right=at < 10
            )
            for at in range(40)
        )

    everything, few = rows(), rows(*range(10), *range(20, 40))
    found = compared(everything, few)["calibration error"]
    # Both answered 10 to 19, all wrong at .75, whatever else one answered besides.
    assert (found.a, found.b, found.difference) == (0.75, 0.75, 0)
    # What was said of abstaining is of all.
    assert "AUROC right" not in compared(everything, few)


def test_without_an_answer_in_one_there_is_nothing_to_compare_of_answers() -> None:
    a = tuple(judged(f"q{at}", abstained=False, sure=0.5, right=True) for at in range(4))
    assert set(compared(a, run(1, 1, 1, 1))) == {"median latency", "p95 latency"}


def test_a_figure_that_few_resamples_have_is_left_out() -> None:
    def rows(wrong: int) -> tuple[Judged, ...]:
        # One of 60 is unanswerable: 1 - (59/60)^60 = .63 of the resamples hold it. Of the two that
        # were answered a resample holds both in .63 * .63 = .40.
        return tuple(
            judged(f"q{at}", answerable=at > 0, abstained=at > 1, sure=at / 60, right=at == wrong)
            for at in range(60)
        )

    found = compared(rows(0), rows(0))
    assert "AUROC answerable" in found
    assert "AUROC right" not in found


def test_resamples_without_a_value_do_not_speak_for_either() -> None:
    def rows(first: float) -> tuple[Judged, ...]:
        return tuple(
            judged(f"q{at}", answerable=at > 0, abstained=False, sure=first if at == 0 else 0.5)
            for at in range(60)
        )

    found = compared(rows(0.9), rows(0.1))["AUROC answerable"]
    assert (found.a, found.b, found.low, found.high) == (0, 1, 1, 1)
    # None of the 630 or so that have a value was against it: 2 * 1 / 631, give or take.
    assert 2 / 701 < found.p < 2 / 561


@pytest.mark.parametrize("change", [{"question": "Who?"}, {"answerable": False}])
def test_two_questions_of_one_id_are_not_compared(change: dict[str, Any]) -> None:
    a = replace(judged("q"), question="When?")
    with pytest.raises(InvalidRequest, match="'q' is not the same in both: 'When\\?'"):
        shared_questions((a,), (replace(a, **change),))


def test_no_questions_have_no_differences() -> None:
    assert differences(()) == ()
