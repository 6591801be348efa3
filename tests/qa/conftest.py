"""What the qa room's tests share: real indexes, and real engines over them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from eval.records import Question
from eval.sets.jsonl import read_questions
from index.wiring import update_index
from qa import open_engine
from qa.engine import Engine
from qa.records import Answer, answer_json

ROOT = Path(__file__).parents[2]
SEEDS = Path("seeds")

OpenOver = Callable[[Mapping[str, str]], Engine]
Plain = Callable[[Answer], dict[str, Any]]


@pytest.fixture(scope="session")
def questions() -> tuple[Question, ...]:
    """The seeds' question set."""
    return read_questions(ROOT / "eval" / "questions" / "seeds.jsonl")


@pytest.fixture(scope="session")
def answers(engine: Engine, questions: tuple[Question, ...]) -> tuple[Answer, ...]:
    """The answer to each question of the set, in its order."""
    return tuple(engine.ask(each.question, history=each.history) for each in questions)


@pytest.fixture
def open_over(tmp_path: Path) -> OpenOver:
    """Makes an engine over small articles, given as texts by file name."""

    def open_over_texts(texts: Mapping[str, str]) -> Engine:
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        update_index(tmp_path / "index", [tmp_path / name for name in texts])
        return open_engine(tmp_path / "index")

    return open_over_texts


@pytest.fixture(scope="session")
def plain() -> Plain:
    """An answer's JSON without its timings, as a reader of the JSON gets it."""

    def without_timings(answer: Answer) -> dict[str, Any]:
        fields: dict[str, Any] = json.loads(json.dumps(answer_json(answer)))
        del fields["timings_ms"]
        return fields

    return without_timings
