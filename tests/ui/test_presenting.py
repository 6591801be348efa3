"""What the terminal shows of a run's report."""

import io

from rich.console import Console

from index.records import Counts, Failure, IndexReport
from ui.presenting import present_report


def _shown(report: IndexReport) -> list[str]:
    screen = io.StringIO()
    Console(file=screen, width=200).print(present_report(report))
    return [" ".join(line.split()) for line in screen.getvalue().splitlines()]


def test_a_report_tells_counts_failures_and_how_long_it_took() -> None:
    failure = Failure("bad.txt", "bad.txt holds no text.", "Fill it.")
    report = IndexReport(
        generation=3,
        added=Counts(1_200, 1_300, 4_000),
        unchanged=Counts(2, 2, 2),
        removed=Counts(),
        failed=(failure,),
        seconds=60.0,
        stages=(("reading and preparing", 45.04), ("embedding", 0.2), ("storing", 3.0)),
    )
    assert _shown(report) == [
        "documents articles passages",
        "added 1,200 1,300 4,000",
        "unchanged 2 2 2",
        "removed 0 0 0",
        "failed 1",
        "bad.txt holds no text. Fill it.",
        "60.0 seconds, 20.0 documents a second (reading and preparing 45.0, storing 3.0)",
    ]


def test_a_run_that_added_nothing_tells_no_rate() -> None:
    report = IndexReport(1, Counts(), Counts(5, 5, 5), Counts(), (), 0.25)
    assert _shown(report)[-1] == "0.2 seconds"
