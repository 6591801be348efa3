"""A SQuAD file becomes a collection and its questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.squad import SquadCollection, read_squad
from index.errors import SourceUnreadable

BRIDGE = "The bridge of Veltrin closed on Monday.\nIt opens in May."
FERRY = "The ferry sails on Thursday. On Thursday it is full."


def _qa(question: str, context: str, *answers: str) -> dict[str, Any]:
    spans = [{"text": answer, "answer_start": context.index(answer)} for answer in answers]
    return {"question": question, "id": question, "answers": spans}


DATA: dict[str, Any] = {
    "version": "1.1",
    "data": [
        {
            "title": "Bridge_of_Veltrin",
            "paragraphs": [
                {
                    "context": BRIDGE,
                    "qas": [
                        _qa("When did it close?", BRIDGE, "on Monday", "Monday", "Monday"),
                        _qa("When does it open?", BRIDGE, "May"),
                    ],
                },
                {"context": FERRY, "qas": [_qa("When does it sail?", FERRY, "Thursday")]},
            ],
        },
        {
            "title": "Ferry",
            "paragraphs": [{"context": FERRY, "qas": [_qa("Which day?", FERRY, "Thursday")]}],
        },
    ],
}


def _read(folder: Path, left_out: float = 0.0, seed: int = 7) -> SquadCollection:
    file = folder / "squad.json"
    file.write_text(json.dumps(DATA), encoding="utf-8")
    return read_squad(file, left_out, seed)


def test_an_article_is_a_document_with_its_title_first(tmp_path: Path) -> None:
    flat = BRIDGE.replace("\n", " ")
    assert _read(tmp_path).documents == (
        ("0000.txt", f"Bridge of Veltrin\n\n{flat}\n\n{FERRY}\n"),
        ("0001.txt", f"Ferry\n\n{FERRY}\n"),
    )


def test_every_answers_offsets_are_right_in_its_document(tmp_path: Path) -> None:
    collection = _read(tmp_path)
    texts = dict(collection.documents)
    found = {
        q.question: [texts[q.uri][start:end] for start, end in q.answers]
        for q in collection.questions
    }
    # Each span once, in order of place.
    assert found == {
        "When did it close?": ["on Monday", "Monday"],
        "When does it open?": ["May"],
        "When does it sail?": ["Thursday"],
        "Which day?": ["Thursday"],
    }


def test_questions_know_their_article_and_its_document(tmp_path: Path) -> None:
    assert [(q.article, q.uri) for q in _read(tmp_path).questions] == [
        *3 * [(0, "0000.txt")],
        (1, "0001.txt"),
    ]


def test_what_is_left_out_leaves_its_questions_without_an_answer(tmp_path: Path) -> None:
    collection = _read(tmp_path, left_out=1.0)
    assert [text for _, text in collection.documents] == ["Bridge of Veltrin\n", "Ferry\n"]
    assert len(collection.questions) == 4
    assert all(question.answers == () for question in collection.questions)


def test_where_some_is_left_out_the_rest_keeps_its_right_offsets(tmp_path: Path) -> None:
    # The last word of each question's paragraph tells whether that is still there.
    ends = {"close?": "May.", "open?": "May.", "sail?": "full.", "day?": "full."}
    collections = [_read(tmp_path, left_out=0.5, seed=seed) for seed in range(8)]
    for collection in collections:
        texts = dict(collection.documents)
        for asked in collection.questions:
            text = texts[asked.uri]
            assert bool(asked.answers) == (ends[asked.question.split()[-1]] in text)
            for start, end in asked.answers:
                assert text[start:end] in {"on Monday", "Monday", "May", "Thursday"}
    # Three paragraphs are left out or kept in several ways.
    assert len({collection.documents for collection in collections}) > 2


def test_the_same_seed_leaves_out_the_same(tmp_path: Path) -> None:
    assert _read(tmp_path, 0.5, seed=3) == _read(tmp_path, 0.5, seed=3)


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        "{}",
        '{"data": 7}',
        '{"data": ["an article"]}',
        '{"data": [{"title": "T"}]}',
        '{"data": [{"title": "T", "paragraphs": [{"context": null, "qas": []}]}]}',
        '{"data": [{"title": "T", "paragraphs": [{"context": "C"}]}]}',
        '{"data": [{"title": "T", "paragraphs": [{"context": "C", "qas": [{}]}]}]}',
    ],
)
def test_a_file_of_another_form_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SourceUnreadable) as unreadable:
        read_squad(file, 0.0, 7)
    assert unreadable.value.problem.startswith(f"{file} is not a SQuAD file: ")
    assert "SQuAD" in unreadable.value.remedy


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"missing\.json"):
        read_squad(tmp_path / "missing.json", 0.0, 7)
