"""Speed is measured in runs, and shown beside its baseline; how fast it is, no test says."""

from io import StringIO
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from rich.console import Console

from eval.records import Question
from eval.speed import Timing, present_timings, time_processes, time_questions

COLD = Timing("ask, cold", (0.5, 0.3, 0.4), "python", 0.02)
WARM = Timing("ask, first pass", tuple(at / 1000 for at in range(1, 101)), "embedding", 0.005)


def test_a_timing_tells_its_median_and_how_many_baselines_that_is() -> None:
    assert COLD.median_s == 0.4
    assert COLD.ratio == pytest.approx(0.4 / 0.02)


def test_p95_is_what_95_of_100_runs_stay_within() -> None:
    # Of 1 to 100 ms, the 95th of 100 lies at .95 * 99 = 94.05: 95 + .05 * 1
    assert WARM.p95_s == pytest.approx(0.09505)


def test_every_timing_has_its_row_and_few_runs_no_p95() -> None:
    screen = StringIO()
    Console(file=screen, width=100).print(present_timings("seeds", [COLD, WARM]))
    lines = [line.split("│")[1:-1] for line in screen.getvalue().splitlines()]
    rows = [[cell.strip() for cell in cells] for cells in lines if cells]
    assert rows == [
        ["ask, cold", "3", "400.0", "", "python", "20.0", "20.0"],
        ["ask, first pass", "100", "50.5", "95.0", "embedding", "5.0", "10.1"],
    ]


def test_warm_questions_are_timed_in_two_passes(index: Path) -> None:
    questions = [Question(id_, f"When did the {id_} close?", (), False, (), ()) for id_ in "ab"]
    first, second = time_questions(index, questions)
    assert (first.what, second.what) == ("ask, first pass", "ask, second pass")
    for timing in (first, second):
        assert len(timing.seconds) == 2
        assert min(*timing.seconds, timing.baseline_s) > 0


def test_a_process_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(CalledProcessError):
        time_processes(tmp_path / "no texts", tmp_path / "index", "When?")
