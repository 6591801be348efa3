"""What a system made of a set is written in the form that the set's kind asks for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.predictions import path_for, write_answers, write_run, write_scores
from eval.records import Found, Outcome, Question, SentenceOutcome, SentenceQuestion
from eval.systems.opening import Product
from index.errors import InvalidRequest
from qa.engine import Engine
from qa.records import answer_json

BRIDGE = Question("b1", "When did the bridge of Veltrin close?", (), True, ("Monday",), ("x",))
BREAD = Question("u1", "How do I bake sourdough bread?", (), False, (), ())
FOUND = Found(("a.txt",), 5, 9, "Güte", 0.123456)


def test_a_prediction_is_the_answers_json_with_the_questions_id_in_front(
    engine: Engine, tmp_path: Path
) -> None:
    outcomes = [Product(engine).ask(question) for question in (BRIDGE, BREAD)]
    write_answers(outcomes, tmp_path / "predictions.jsonl")
    text = (tmp_path / "predictions.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    assert text.endswith("\n")
    for row, each in zip(rows, outcomes, strict=True):
        assert each.answer is not None
        assert list(row) == ["id", *answer_json(each.answer)]
        assert row == {"id": each.question.id, **answer_json(each.answer)}


def test_without_an_answer_it_is_what_was_found(tmp_path: Path) -> None:
    write_answers([Outcome(BRIDGE, (FOUND,), None, 1.0)], tmp_path / "found.jsonl")
    text = (tmp_path / "found.jsonl").read_text("utf-8")
    # As people write.
    assert "Güte" in text
    assert json.loads(text) == {
        "id": "b1",
        "question": BRIDGE.question,
        "passages": [{"uri": "a.txt", "start": 5, "end": 9, "text": "Güte", "score": 0.1235}],
    }


def test_sentences_scores_stand_in_their_order(tmp_path: Path) -> None:
    asked = SentenceQuestion("q1", "when", ("a", "b"), (True, False))
    write_scores([SentenceOutcome(asked, (0.25, 1.0), 1.0)], tmp_path / "scores.jsonl")
    assert (tmp_path / "scores.jsonl").read_text() == '{"id": "q1", "scores": [0.25, 1.0]}\n'


def test_a_run_names_each_document_once_where_its_best_passage_stands(tmp_path: Path) -> None:
    ranking = tuple(Found((uri,), 0, 1, "x", 0.5) for uri in ("d1", "d2", "d1", "d3"))
    write_run("rrf", [Outcome(BRIDGE, ranking, None, 1.0)], tmp_path / "run.txt")
    assert (tmp_path / "run.txt").read_text().splitlines() == [
        "b1 Q0 d1 1 1.000000 rrf",
        "b1 Q0 d2 2 0.500000 rrf",
        "b1 Q0 d3 3 0.333333 rrf",
    ]


def test_blanks_in_names_make_no_columns_of_a_run(tmp_path: Path) -> None:
    ranking = (Found(("two words/1.txt",), 0, 1, "x", 0.5),)
    write_run("rrf", [Outcome(BRIDGE, ranking, None, 1.0)], tmp_path / "run.txt")
    assert (tmp_path / "run.txt").read_text() == "b1 Q0 two%20words/1.txt 1 1.000000 rrf\n"


def test_a_broken_character_does_not_cost_the_predictions(tmp_path: Path) -> None:
    asked = replace(BRIDGE, id="b\ud800")
    write_answers([Outcome(asked, (FOUND,), None, 1.0)], tmp_path / "found.jsonl")
    assert json.loads((tmp_path / "found.jsonl").read_text("utf-8"))["id"] == "b\ud800"
    write_run("rrf", [Outcome(asked, (FOUND,), None, 1.0)], tmp_path / "run.txt")
    assert (tmp_path / "run.txt").exists()


def test_no_outcomes_are_an_empty_file(tmp_path: Path) -> None:
    write_answers([], tmp_path / "predictions.jsonl")
    assert (tmp_path / "predictions.jsonl").read_bytes() == b""


def test_predictions_that_cannot_be_written_are_told_of(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="cannot be written") as refused:
        write_answers([], tmp_path / "missing" / "predictions.jsonl")
    assert "--predictions" in refused.value.remedy


def test_several_systems_have_a_file_each(tmp_path: Path) -> None:
    assert path_for(tmp_path / "p.jsonl", "rrf", 1) == tmp_path / "p.jsonl"
    assert path_for(tmp_path / "p.jsonl", "rrf", 2) == tmp_path / "p-rrf.jsonl"
