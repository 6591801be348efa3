"""Curves and histograms are drawn where their values lie."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from eval.reporting.charts import latency_chart, reliability_chart, risk_chart
from tests.eval.making import judged

# Of the plots: 0 of x is at 40 of 340, 1 at 322; 0 of y of risk at 240, all of it at 14.
LEFT, RIGHT, BOTTOM, TOP = 40, 322, 240, 14


def elements(svg: str, css: str) -> list[ElementTree.Element]:
    return [each for each in ElementTree.fromstring(svg).iter() if each.get("class") == css]


def points(svg: str) -> list[tuple[float, float]]:
    (curve,) = elements(svg, "curve")
    pairs = [pair.split(",") for pair in str(curve.get("points")).split()]
    return [(float(x), float(y)) for x, y in pairs]


def test_reliability_goes_through_what_was_said_and_what_was_right() -> None:
    rows = [
        judged("q1", abstained=False, sure=0.5, right=True),
        judged("q2", abstained=False, sure=0.5, right=False),
        judged("q3", abstained=False, sure=1.0, right=True),
        judged("q4", abstained=True, sure=0.1, right=False),
        judged("q5"),
    ]
    svg = reliability_chart(rows)
    # (.5, 1/2) is the middle of the plot, from 14 to 186; (1, 1) its corner.
    assert points(svg) == [((LEFT + RIGHT) / 2, 100), (RIGHT, TOP)]
    assert [each.text for each in elements(svg, "count")] == ["2", "1"]
    assert "of 2 answers at 50%, 50% right; of 1 answer at 100%, 100% right" in svg
    assert len(elements(svg, "whisker")) == 2


def test_a_point_of_few_answers_has_a_long_whisker() -> None:
    def length(count: int) -> float:
        rows = [
            judged(f"q{at}", abstained=False, sure=0.5, right=at % 2 == 0) for at in range(count)
        ]
        (whisker,) = elements(reliability_chart(rows), "whisker")
        return abs(float(whisker.get("y1", 0)) - float(whisker.get("y2", 0)))

    # Of 172: 2 * 1.96 * sqrt(.25 / 100) = .196 (Wilson: .192), and about a third at nine times.
    assert length(100) == pytest.approx(172 * 0.192, abs=0.5)
    assert length(10) > 2.5 * length(100)


def test_risk_is_of_the_surest_first_and_the_end_of_answering_is_marked() -> None:
    rows = [
        judged("q1", abstained=False, sure=0.5, right=False),
        judged("q2", abstained=False, sure=0.9, right=True),
        judged("q3", abstained=True, sure=0.2, right=False),
        judged("q4", abstained=True, sure=0.1, right=False),
        judged("q5"),
    ]
    svg = risk_chart(rows)
    # Right, wrong, and two that were abstained from: 0, 1/2, on a scale that ends there.
    height = BOTTOM - TOP
    expected = [
        (LEFT + (RIGHT - LEFT) * (at + 1) / 4, BOTTOM - height * risk / 0.5)
        for at, risk in enumerate([0, 1 / 2])
    ]
    for drawn, wanted in zip(points(svg), expected, strict=True):
        assert drawn == pytest.approx(wanted, abs=0.06)
    (stop,) = elements(svg, "stop")
    assert float(stop.get("x1", 0)) == (LEFT + RIGHT) / 2
    assert "answers 50%, 50% wrong" in svg


def test_a_system_that_answers_nothing_stops_at_nothing() -> None:
    assert "answers 0%, 0% wrong" in risk_chart(
        [judged("q", abstained=True, sure=0.1, right=False)]
    )


def test_a_long_curve_is_drawn_with_few_points_and_to_its_end() -> None:
    rows = [judged(f"q{at}", abstained=False, sure=0.5, right=True) for at in range(10_007)]
    drawn = points(risk_chart(rows))
    assert len(drawn) < 450
    assert drawn[-1][0] == RIGHT
    assert all(x < following for (x, _), (following, _) in pairwise(drawn))


def test_every_time_is_in_a_bar() -> None:
    times = [1.0, 9.9, 10.0, 10.1, 99.0, 1000.0]
    svg = latency_chart(times, 1.0, 1000.0)
    titles = [each.findtext("title", "") for each in elements(svg, "bar")]
    counts = [int(title.split(" ", 1)[0]) for title in titles]
    assert sum(counts) == 6
    # 10.0 and 10.1 lie in one bar.
    assert counts == [1, 1, 2, 1, 1]
    assert "median 10 ms, p95" in svg


@pytest.mark.parametrize("times", [[0.0], [0.0, 5.0], [12.0], [3.0, 90_000.0]])
def test_any_times_can_be_drawn(times: list[float]) -> None:
    svg = latency_chart(times, min(times), max(times))
    for bar in ElementTree.fromstring(svg).iter("rect"):
        assert LEFT - 1 <= float(bar.get("x", 0)) <= RIGHT
        assert float(bar.get("height", 0)) > 0
    assert "nan" not in svg
