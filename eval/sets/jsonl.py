"""Read a question set of our own form. Input: a JSON Lines file. Output: Questions, in order.

A row: ``{"id", "question", "history": [], "answerable": true, "answers": ["accepted string", ...],
"uris": ["seeds/..."]}``; and, where it is wanted, what else a right answer has
(`eval.records.Demands`): ``"speaker"``, ``"all"``, ``"first"``, ``"understood"``, ``"differs"``.
"""

import json
from pathlib import Path
from typing import Any

from eval.records import Demands, Question
from eval.sets.fields import is_askable
from eval.sets.lines import read_lines
from eval.sets.records import QuestionSet
from index.errors import InvalidRequest

_FORM = (
    'A row is {"id", "question", "history": [], "answerable": true, "answers": [...],'
    ' "uris": [...]}.'
)


def open_jsonl(path: Path) -> QuestionSet:
    """The file's questions that can be asked, over no documents of their own; the others are
    counted. Raises what `read_questions` raises, and InvalidRequest where none can be asked."""
    questions = read_questions(path)
    asked = tuple(
        each for each in questions if all(map(is_askable, (each.question, *each.history)))
    )
    if not asked:
        raise InvalidRequest(f"{path} holds no question that can be asked.", _FORM)
    skipped = len(questions) - len(asked)
    note = f"{path.name}: questions skipped, too long to ask or broken text: {skipped:,}."
    return QuestionSet(path.name, asked, notes=(note,) if skipped else ())


def read_questions(path: Path) -> tuple[Question, ...]:
    """Every question of the file. Raises InvalidRequest, with the line, for a file or a row that
    cannot be used, a repeated id or an empty set."""
    rows = read_lines(path, "Name a JSON Lines file.")
    if not rows:
        raise InvalidRequest(f"{path} holds no question.", _FORM)
    questions: dict[str, Question] = {}
    for number, line in rows:
        question = _question(path, number, line)
        if question.id in questions:
            raise InvalidRequest(
                f"{path}, line {number}: another question has the id {question.id!r} too.",
                "Make each id unique.",
            )
        questions[question.id] = question
    return tuple(questions.values())


def _question(path: Path, number: int, line: str) -> Question:
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise TypeError("the row is no object")
        question = Question(
            id=_text(row["id"]),
            question=_text(row["question"]),
            history=_texts(row.get("history", [])),
            answerable=row["answerable"],
            answers=_texts(row.get("answers", [])),
            uris=_texts(row.get("uris", [])),
            demands=_demands(row),
        )
        if not isinstance(question.answerable, bool):
            raise TypeError("answerable is neither true nor false")
        if question.answerable and not (question.answers and question.uris):
            raise ValueError("an answerable question needs answers and uris")
    except KeyError as error:
        raise InvalidRequest(f"{path}, line {number}: {error} is missing.", _FORM) from error
    except (ValueError, TypeError) as error:
        raise InvalidRequest(f"{path}, line {number}: {error}.", _FORM) from error
    return question


def _demands(row: dict[str, Any]) -> Demands:
    return Demands(
        speaker=_text(row["speaker"]) if "speaker" in row else None,
        every=_texts(row.get("all", [])),
        first=_text(row["first"]) if "first" in row else None,
        understood=_texts(row.get("understood", [])),
        differs=_texts(row["differs"]) if "differs" in row else None,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{value!r} is no text")
    return value


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(f"{values!r} is no list of texts")
    return tuple(_text(value) for value in values)
