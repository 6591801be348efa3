"""Read the statements that were found by reading. Input: gold.jsonl. Output: Gold, in order.

A row: ``{"uri", "start", "end", "verb", "direct", "speaker_full", "sha256"}``, and where they are
wanted ``"also"`` (the speaker's other names), ``"person": true`` and ``"optional": true``. Names
are the fullest of the article, without what somebody is; a capital is given as written ("Ankara").
``sha256`` is of the text that the offsets refer to.
"""

import json
from pathlib import Path
from typing import Any

from eval.sets.lines import read_lines
from eval.statements.records import Gold
from index.errors import InvalidRequest

GOLD_FILE = Path(__file__).with_name("gold.jsonl")


def read_gold(path: Path = GOLD_FILE) -> tuple[Gold, ...]:
    """Every statement of the file. Raises InvalidRequest, with the line, for a row that cannot be
    used."""
    return tuple(
        _gold(path, number, line) for number, line in read_lines(path, "Name a JSON Lines file.")
    )


def _gold(path: Path, number: int, line: str) -> Gold:
    try:
        row: dict[str, Any] = json.loads(line)
        speaker = row["speaker_full"]
        return Gold(
            uri=row["uri"],
            start=int(row["start"]),
            end=int(row["end"]),
            verb=row["verb"],
            direct=bool(row["direct"]),
            speakers=(speaker, *row.get("also", ())) if speaker else (),
            is_person=bool(row.get("person", False)),
            is_optional=bool(row.get("optional", False)),
            sha256=row["sha256"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidRequest(
            f"{path}, line {number} is no statement: {error!r}.",
            "The module's docstring says which fields a row has.",
        ) from error
