"""What the terminal shows of an answer, and of a run's report."""

import dataclasses
import io

from rich.console import Console, RenderableType

from index.records import Counts, Failure, IndexReport, Statement
from qa.records import (
    Answer,
    AnswerPart,
    AnswerSentence,
    Difference,
    DifferingValue,
    Kind,
    ShortAnswer,
)
from qa.speech.listing import ListedStatement
from tests.qa.making import sentence, story
from ui.presenting import present_answer, present_report, present_statements

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


def test_what_an_answer_was_understood_as_differs_in_and_leaves_out_is_told() -> None:
    values = (DifferingValue("six", 1), DifferingValue("two", 2))
    told = dataclasses.replace(
        ANSWER,
        understood_as="When did it close?",
        differences=(Difference(Kind.NUMBER, values),),
        notes=("7 passages were left out.",),
    )
    lines = _lines(present_answer(told))
    assert lines[0] == "Understood as: When did it close?"
    assert "The articles differ: six [1]; two [2]" in lines
    assert "7 passages were left out." in lines


def test_each_of_several_questions_is_answered_by_itself() -> None:
    parts = (
        AnswerPart("When did it close?", False, 0.9, ShortAnswer("on Monday", 1), (1,)),
        AnswerPart("Who closed it?", True, 0.1, None, ()),
    )
    lines = [
        line for line in _lines(present_answer(dataclasses.replace(ANSWER, parts=parts))) if line
    ]
    assert lines[:5] == [
        "When did it close?",
        "on Monday [1]",
        "It closed on Monday. [1]",
        "Who closed it?",
        "The articles do not answer this.",
    ]


def test_a_statement_stands_under_who_makes_it_with_its_manner_and_place() -> None:
    article = story(sentence("It closed."), title="Harbour\x1b News").article
    said = Statement("a", 0, 10, "told", True, "Brandt", "Ida Brandt", "Mayor")
    open_ = Statement("a", 20, 25, "said", False, None, None, None)
    listed = [
        ListedStatement(said, "It\nclosed.", article, "a.txt"),
        ListedStatement(open_, "Early", article, "a.txt"),
    ]
    assert _lines(present_statements(listed)) == [
        "Mayor Ida Brandt told, word for word",
        "It closed.",
        "Harbour� News · undated · a.txt, characters 0-10",
        "",
        "Somebody not told said, as reported",
        "Early",
        "Harbour� News · undated · a.txt, characters 20-25",
        "",
    ]
    assert _lines(present_statements([])) == ["Nobody says anything like it in the articles."]


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
