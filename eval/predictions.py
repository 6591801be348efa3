"""Write down what a system made of a set. Input: outcomes. Output: a file, in the set's order.

questions    a line of JSON each: the id, then the answer's JSON, or without an answer what was
             found: {"id", "question", "passages": [{"uri", "start", "end", "text", "score"}]}
sentences    a line of JSON each: {"id", "scores": [...]}
documents    a TREC run, whose scores are one over the rank; blanks in a name are written as in URLs
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eval.documents import ranked_documents
from eval.records import Found, Outcome, SentenceOutcome
from index.errors import InvalidRequest
from qa.records import answer_json


def write_answers(outcomes: Sequence[Outcome], path: Path) -> None:
    """A line of JSON a question. Raises InvalidRequest where the file cannot be written."""
    _write((_as_line(_prediction(outcome)) for outcome in outcomes), path)


def write_scores(outcomes: Sequence[SentenceOutcome], path: Path) -> None:
    """A line of JSON a question. Raises InvalidRequest where the file cannot be written."""
    rows = ({"id": each.question.id, "scores": list(each.scores)} for each in outcomes)
    _write(map(_as_line, rows), path)


def write_run(system: str, outcomes: Sequence[Outcome], path: Path) -> None:
    """A TREC run under the system's name: each document once, at its best passage.

    Raises InvalidRequest where the file cannot be written.
    """
    lines = (
        f"{_column(each.question.id)} Q0 {_column(uri)} {rank} {1 / rank:.6f} {system}\n"
        for each in outcomes
        for rank, uri in enumerate(ranked_documents(each), start=1)
    )
    _write(lines, path)


def path_for(path: Path, system: str, systems: int) -> Path:
    """Where a system's predictions go: the path itself where it is the only one, else one with its
    name before the ending."""
    return path if systems == 1 else path.with_name(f"{path.stem}-{system}{path.suffix}")


def _prediction(outcome: Outcome) -> dict[str, Any]:
    if outcome.answer is not None:
        return {"id": outcome.question.id, **answer_json(outcome.answer)}
    return {
        "id": outcome.question.id,
        "question": outcome.question.question,
        "passages": [_passage(found) for found in outcome.ranking],
    }


def _passage(found: Found) -> dict[str, Any]:
    return {
        "uri": found.uri,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "score": round(found.score, 4),
    }


def _column(name: str) -> str:
    return re.sub(r"\s", lambda blank: quote(blank[0]), name)


def _as_line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _write(lines: Iterable[str], path: Path) -> None:
    try:
        # A lone surrogate of a broken text has no UTF-8: it is written as JSON escapes it.
        path.write_text("".join(lines), "utf-8", errors="backslashreplace")
    except OSError as error:
        raise InvalidRequest(
            f"{path} cannot be written: {error.strerror}.", "Choose another file for --predictions."
        ) from error
