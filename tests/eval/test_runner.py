"""A question set is run, and its predictions written."""

import json
from pathlib import Path

import pytest

from eval.question_sets import Question
from eval.runner import run, write_predictions
from index.errors import InvalidRequest
from qa.engine import Engine
from qa.records import answer_json
from tests.eval.making import outcome, question

BRIDGE = Question(
    "b1", "When did the old harbour bridge of Veltrin close?", (), True, ("Monday",), ("x",)
)
FERRY = Question("f1", "And the night ferry?", (BRIDGE.question,), True, ("Thursday",), ("x",))
BREAD = Question("u1", "How do I bake sourdough bread?", (), False, (), ())


def test_every_question_is_asked_once_in_order_with_those_before_it(engine: Engine) -> None:
    outcomes = run(engine, [BREAD, FERRY, BRIDGE])
    assert [each.question for each in outcomes] == [BREAD, FERRY, BRIDGE]
    assert [each.answer.abstained for each in outcomes] == [True, False, False]
    assert "Thursday" in outcomes[1].answer.answer
    assert "Monday" in outcomes[2].answer.answer
    # Alone it could mean anything.
    assert engine.ask(FERRY.question).confidence != outcomes[1].answer.confidence


def test_a_prediction_is_the_answers_json_with_the_questions_id_in_front(
    engine: Engine, tmp_path: Path
) -> None:
    outcomes = run(engine, [BRIDGE, BREAD])
    write_predictions(outcomes, tmp_path / "predictions.jsonl")
    text = (tmp_path / "predictions.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    assert text.endswith("\n")
    for row, each in zip(rows, outcomes, strict=True):
        assert list(row) == ["id", *answer_json(each.answer)]
        assert row == {"id": each.question.id, **answer_json(each.answer)}


def test_predictions_are_written_as_people_write(tmp_path: Path) -> None:
    file = tmp_path / "predictions.jsonl"
    write_predictions([outcome(question(), "Güler said “no”.", cites=("a.txt",))], file)
    assert "Güler said “no”." in file.read_text("utf-8")


def test_no_outcomes_are_an_empty_file(tmp_path: Path) -> None:
    write_predictions([], tmp_path / "predictions.jsonl")
    assert (tmp_path / "predictions.jsonl").read_bytes() == b""


def test_predictions_that_cannot_be_written_are_told_of(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="cannot be written") as refused:
        write_predictions([], tmp_path / "missing" / "predictions.jsonl")
    assert "--predictions" in refused.value.remedy
