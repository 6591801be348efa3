"""QAMR's rows become groups."""

import gzip
import json
from pathlib import Path

import pytest

from eval.training.sentences import sentence_groups
from index.errors import SourceUnreadable


def _row(id_: str, context: str, question: str, answer: str) -> dict[str, object]:
    start = context.find(answer)
    return {"id": id_, "context": context, "question": question, "answer": answer, "start": start}


ROWS = [
    _row("Wiki1k:wikinews:1:0:0/1", "Brandt closed the harbour.", "Who closed it?", "Brandt"),
    _row("Wiki1k:wikinews:1:0:1/2", "Ferries left Osmark.", "What left?", "Ferries"),
    _row("Wiki1k:wikinews:1:0:2/3", "brandt was glad.", "Who was glad?", "brandt"),
    _row("Wiki1k:wikinews:2:0:0/4", "Bread is dear.", "What is dear?", "Bread"),
]


def _file(folder: Path, rows: list[dict[str, object]]) -> Path:
    path = folder / "qamr.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_a_row_becomes_a_question_with_its_answers_place(tmp_path: Path) -> None:
    first = next(iter(sentence_groups(_file(tmp_path, ROWS), seed=1)))
    assert first.question == "Who closed it?"
    assert first.right is not None
    assert first.right.text[slice(*first.right.spans[0])] == "Brandt"


def test_wrong_sentences_are_of_the_same_text_and_do_not_hold_the_answer(tmp_path: Path) -> None:
    first, second, *_ = sentence_groups(_file(tmp_path, ROWS), seed=1)
    assert [each.text for each in first.wrong] == ["Ferries left Osmark."]
    assert {each.text for each in second.wrong} == {
        "Brandt closed the harbour.",
        "brandt was glad.",
    }


def test_a_text_is_held_back_as_a_whole(tmp_path: Path) -> None:
    # The first text of every four: "…:1" of "…:1" and "…:2".
    held_back = [group.held_back for group in sentence_groups(_file(tmp_path, ROWS), seed=1)]
    assert held_back == [True, True, True, False]


def test_a_row_whose_answer_stands_elsewhere_is_left_out(tmp_path: Path) -> None:
    wrong = {**ROWS[0], "start": 3}
    assert len(list(sentence_groups(_file(tmp_path, [wrong, *ROWS[1:]]), seed=1))) == 3


@pytest.mark.parametrize("content", [b"no archive", gzip.compress(b'{"id": "x"}\n')])
def test_a_file_of_another_form_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    path.write_bytes(content)
    with pytest.raises(SourceUnreadable, match="is not QAMR's file"):
        list(sentence_groups(path, seed=1))
