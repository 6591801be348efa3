"""Read a question set. Input: a JSON Lines file. Output: Questions, in order.

A row: ``{"id", "question", "history": [], "answerable": true, "answers": ["accepted string", ...],
"uris": ["seeds/..."]}``.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import InvalidRequest

_FORM = (
    'A row is {"id", "question", "history": [], "answerable": true, "answers": [...],'
    ' "uris": [...]}.'
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what would be a right answer: any of ``answers``, cited to any of ``uris``.

    An unanswerable one has neither.
    """

    id: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answers: tuple[str, ...]
    uris: tuple[str, ...]


def read_questions(path: Path) -> tuple[Question, ...]:
    """Every question of the file. Raises InvalidRequest, with the line, for a file or a row that
    cannot be used, a repeated id or an empty set."""
    try:
        # Only a line feed ends a row: JSON allows U+2028 and its like inside a text.
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidRequest(
            f"{path} cannot be read: {error}.", "Name a JSON Lines file."
        ) from error
    rows = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
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
        question = Question(
            id=_text(row["id"]),
            question=_text(row["question"]),
            history=_texts(row.get("history", [])),
            answerable=row["answerable"],
            answers=_texts(row.get("answers", [])),
            uris=_texts(row.get("uris", [])),
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


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{value!r} is no text")
    return value


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(f"{values!r} is no list of texts")
    return tuple(_text(value) for value in values)
