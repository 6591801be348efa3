"""What the terminal shows of an answer, and of a run's report."""

import dataclasses
import io

from rich.console import Console, RenderableType

from index.records import Counts, Failure, IndexReport
from qa.records import Answer, AnswerSentence, ShortAnswer
from ui.presenting import present_answer, present_report

ANSWER = Answer(
    question="When?",
    abstained=False,
    confidence=0.9,
    answer="It closed on Monday. [1]",
    short_answer=ShortAnswer("on Monday", 1),
    sentences=(AnswerSentence("It closed on Monday.", (1,)),),
    citations=(),
    passages=(),
    timings_ms={"total": 12.0},
)


def test_the_few_words_that_answer_come_before_the_answer() -> None:
    assert _lines(present_answer(ANSWER))[:3] == ["on Monday [1]", "", "It closed on Monday. [1]"]
    without = dataclasses.replace(ANSWER, short_answer=None)
    assert _lines(present_answer(without))[0] == "It closed on Monday. [1]"


def _shown(report: IndexReport) -> list[str]:
    return _lines(present_report(report))


def _lines(shown: RenderableType) -> list[str]:
    screen = io.StringIO()
    Console(file=screen, width=200).print(shown)
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
