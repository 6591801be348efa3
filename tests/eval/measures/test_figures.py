"""Figures are computed from what was judged."""

import pytest

from eval.measures.figures import MEANINGS, Figure, estimates, figures, meaning_of, written
from eval.measures.judging import Judged
from tests.eval.making import judged

RUN = (
    judged("q1", ms=10, abstained=False, sure=0.9, right=True, answered_right=1.0),
    judged("q2", ms=20, abstained=False, sure=0.8, right=False, answered_right=0.0),
    judged("q3", ms=30, abstained=True, sure=0.2, right=False, answered_right=0.0),
    judged("u1", ms=40, answerable=False, abstained=True, sure=0.1, right=False),
    judged("u2", ms=50, answerable=False, abstained=False, sure=0.7, right=False),
)


def by_name(rows: tuple[Judged, ...]) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures(rows)}


def test_every_figure_of_a_run_that_answers() -> None:
    found = by_name(RUN)
    assert {name: (figure.value, figure.n) for name, figure in found.items()} == {
        # q1 answered right, u1 rightly abstained from.
        "right": (2 / 5, 5),
        "answered right": (pytest.approx(1 / 3), 3),
        # Abstained from q3 and u1, of which u1 rightly; u1 of u1 and u2.
        "abstention precision": (1 / 2, 2),
        "abstention recall": (1 / 2, 2),
        "abstention F1": (1 / 2, 5),
        # .9, .8 > .1, .7 and .2 > .1, but .2 < .7: five of six pairs.
        "AUROC answerable": (pytest.approx(5 / 6), 5),
        # Of what was answered: .9 > .8 and .7.
        "AUROC right": (1, 3),
        # |.9 - 1|, |.8 - 0|, |.7 - 0| of three, each in a bin of its own.
        "calibration error": (pytest.approx((0.1 + 0.8 + 0.7) / 3), 3),
        "median latency": (30, 5),
        # .95 * 4 = 3.8: 40 + .8 * 10
        "p95 latency": (pytest.approx(48), 5),
    }


def test_every_value_lies_within_its_interval() -> None:
    for figure in figures(RUN):
        assert figure.low <= figure.value <= figure.high, figure


def test_figures_come_in_the_order_of_their_meanings() -> None:
    names = [meaning.name for meaning in MEANINGS]
    found = [figure.name for figure in figures(RUN)]
    assert found == sorted(found, key=names.index)
    assert len(set(names)) == len(names)


def test_what_a_run_says_nothing_of_is_left_out() -> None:
    rows = (judged("q1"), judged("q2"))
    assert {each.name for each in estimates(rows)} == {"median latency", "p95 latency"}
    # A set without unanswerable questions tells nothing of abstaining.
    answerable = by_name(RUN[:3])
    assert not {name for name in answerable if name.startswith("abstention")}
    assert "AUROC answerable" not in answerable
    assert "AUROC right" in answerable


def test_what_was_not_judged_counts_nowhere_in_abstaining() -> None:
    unjudged = judged("g1", answerable=True)
    found = by_name((unjudged, *RUN))
    assert (found["abstention F1"].value, found["abstention F1"].n) == (1 / 2, 5)


def test_the_risk_is_of_the_surest_whether_answerable_or_not() -> None:
    surest = (
        judged("q1", abstained=False, sure=0.9, right=True),
        judged("q2", abstained=False, sure=0.8, right=True),
        judged("q3", abstained=False, sure=0.7, right=True),
        judged("u1", answerable=False, abstained=False, sure=0.6, right=False),
    )
    last = judged("q4", abstained=True, sure=0.1, right=False)
    risk = by_name((judged("unjudged"), *surest, last))["risk at 80%"]
    # Of five the surest four: one has no right answer.
    assert (risk.value, risk.n) == (1 / 4, 5)


def test_a_threshold_can_take_the_risk_away_and_not_change_it() -> None:
    sure = (0.9, 0.8, 0.7, 0.6, 0.1)

    def run(threshold: float) -> tuple[Judged, ...]:
        return tuple(
            judged(f"q{at}", abstained=each < threshold, sure=each, right=at in {0, 2})
            for at, each in enumerate(sure)
        )

    # Of the surest four two are right, and no more can be told of three.
    assert by_name(run(0.0))["risk at 80%"].value == 2 / 4
    assert by_name(run(0.5))["risk at 80%"].value == 2 / 4
    assert "risk at 80%" not in by_name(run(0.65))


def test_a_run_that_only_abstains_has_no_reliability() -> None:
    rows = (judged("u1", answerable=False, abstained=True, sure=0.1, right=False),)
    found = by_name(rows)
    assert found["abstention recall"].value == 1
    assert "calibration error" not in found
    assert "AUROC right" not in found


def test_no_questions_have_no_figures() -> None:
    assert figures(()) == ()


def test_figures_are_written_with_their_bounds() -> None:
    assert written(Figure("abstention F1", 0.12345, 0.1, 1, 9)) == ("0.123", "0.100", "1.000")
    assert written(Figure("p95 latency", 12.345, 1, 100, 9)) == ("12.3", "1.0", "100.0")


def test_every_figure_tells_its_meaning_and_which_way_is_better() -> None:
    assert all(meaning.about for meaning in MEANINGS)
    lower = {meaning.name for meaning in MEANINGS if not meaning.higher_is_better}
    assert lower == {"risk at 80%", "calibration error", "median latency", "p95 latency"}
    assert meaning_of("p95 latency").unit == "ms"
