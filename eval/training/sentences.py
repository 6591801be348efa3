"""Make groups of QAMR: questions on single sentences. Input: its file. Output: Groups.

A wrong sentence is another of the same text that does not hold the answer's words.
"""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.training.collections import HELD_BACK_EVERY
from eval.training.records import Group, Text
from index.errors import SourceUnreadable
from index.folding import fold

_WRONG = 4


def sentence_groups(path: Path, seed: int) -> Iterator[Group]:
    """A group for each question of the file. Raises SourceUnreadable."""
    chance = random.Random(seed)
    rows = list(_rows(path))
    of_text = defaultdict[str, dict[str, None]](dict)
    for row in rows:
        of_text[_text_id(row)][row["context"]] = None
    held_back = set(sorted(of_text)[::HELD_BACK_EVERY])
    for row in rows:
        start, answer = row["start"], row["answer"]
        others = [each for each in of_text[_text_id(row)] if fold(answer) not in fold(each)]
        yield Group(
            kind="qamr",
            question=row["question"],
            held_back=_text_id(row) in held_back,
            right=Text("", row["context"], ((start, start + len(answer)),)),
            wrong=tuple(Text("", e) for e in chance.sample(others, min(_WRONG, len(others)))),
        )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                end = row["start"] + len(row["answer"])
                if row["context"][row["start"] : end] == row["answer"]:
                    yield row
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise SourceUnreadable(
            f"{path} is not QAMR's file: {error!r}.",
            "It holds rows of id, context, question, answer, start.",
        ) from error


def _text_id(row: dict[str, Any]) -> str:
    """Wiki1k:wikinews:844279:6:2/81 is of the text Wiki1k:wikinews:844279."""
    return ":".join(row["id"].split(":")[:3])
