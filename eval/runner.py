"""Run a question set. Input: an engine and Questions. Output: Outcomes, in the same order."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.question_sets import Question
from index.errors import InvalidRequest
from qa.engine import Engine
from qa.records import Answer, answer_json


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question and what the engine made of it."""

    question: Question
    answer: Answer


def run(engine: Engine, questions: Sequence[Question]) -> tuple[Outcome, ...]:
    """Ask each question, after one that is not counted: a service that is used is warm."""
    engine.ask(questions[0].question)
    return tuple(
        Outcome(question, engine.ask(question.question, history=question.history))
        for question in questions
    )


def write_predictions(outcomes: Iterable[Outcome], path: Path) -> None:
    """A line for each: the answer's JSON with the question's ``id`` in front.

    Raises InvalidRequest where the file cannot be written.
    """
    lines = (
        json.dumps({"id": o.question.id, **answer_json(o.answer)}, ensure_ascii=False) + "\n"
        for o in outcomes
    )
    try:
        path.write_text("".join(lines), "utf-8")
    except OSError as error:
        raise InvalidRequest(
            f"{path} cannot be written: {error.strerror}.", "Choose another file for --predictions."
        ) from error
