"""A SQuAD file becomes a collection and its questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.records import Evidence, Question
from eval.sets.records import QuestionSet
from eval.sets.squad import SquadCollection, open_squad, read_squad
from index.errors import InvalidRequest, SourceUnreadable

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


def _read(folder: Path) -> SquadCollection:
    file = folder / "squad.json"
    file.write_text(json.dumps(DATA), encoding="utf-8")
    return read_squad(file)


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
    # Each span once: two gave "Monday", one "on Monday", which begins before it.
    assert found == {
        "When did it close?": ["Monday", "on Monday"],
        "When does it open?": ["May"],
        "When does it sail?": ["Thursday"],
        "Which day?": ["Thursday"],
    }


def test_questions_know_their_article_and_its_document(tmp_path: Path) -> None:
    assert [(q.article, q.uri) for q in _read(tmp_path).questions] == [
        *3 * [(0, "0000.txt")],
        (1, "0001.txt"),
    ]


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
        read_squad(file)
    assert unreadable.value.problem.startswith(f"{file} is not a SQuAD file: ")
    assert "SQuAD" in unreadable.value.remedy


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"missing\.json"):
        read_squad(tmp_path / "missing.json")


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"answers": []}, "data[0].paragraphs[0].qas[0].question is missing"),
        ({"question": 7, "answers": []}, "data[0].paragraphs[0].qas[0].question is no text"),
        ({"question": "Why?"}, "data[0].paragraphs[0].qas[0].answers is missing"),
        ({"question": "Why?", "answers": {}}, "data[0].paragraphs[0].qas[0].answers is no list"),
        (
            {"question": "Why?", "answers": [{"text": "C", "answer_start": "0"}]},
            "data[0].paragraphs[0].qas[0].answers[0].answer_start is no whole number",
        ),
    ],
)
def test_the_place_of_what_is_wrong_is_named(tmp_path: Path, asked: object, problem: str) -> None:
    file = _write(tmp_path, [{"title": "T", "paragraphs": [{"context": "C", "qas": [asked]}]}])
    with pytest.raises(SourceUnreadable) as unreadable:
        read_squad(file)
    assert unreadable.value.problem == f"{file} is not a SQuAD file: {problem}."


def _write(folder: Path, articles: object, name: str = "squad.json") -> Path:
    file = folder / name
    file.write_text(json.dumps({"data": articles}), encoding="utf-8")
    return file


def _one(folder: Path, *asked: dict[str, Any]) -> Path:
    """A file of one article with the paragraph on the bridge."""
    return _write(folder, [{"title": "B", "paragraphs": [{"context": BRIDGE, "qas": [*asked]}]}])


def test_a_question_says_what_its_answers_are_and_where_its_paragraph_stands(
    tmp_path: Path,
) -> None:
    opened = open_squad(_write(tmp_path, DATA["data"], "towns.json"), 0.0, 0)
    documents = {item.uri: item.content.decode() for item in opened.documents}
    assert list(documents) == ["towns/0000.txt", "towns/0001.txt"]
    closing, opening, sailing, _ = opened.questions
    # "Bridge of Veltrin" and two line feeds are 19 characters; the paragraph has 56.
    assert closing == Question(
        id="When did it close?",
        question="When did it close?",
        history=(),
        answerable=True,
        answers=("Monday", "on Monday"),
        uris=("towns/0000.txt",),
        evidence=(Evidence("towns/0000.txt", 19, 75),),
    )
    assert opening.evidence == closing.evidence
    (place,) = sailing.evidence
    assert documents[place.uri][place.start : place.end] == FERRY
    assert (opened.name, opened.notes, opened.is_graded) == ("towns.json", (), False)


def test_what_the_paragraph_does_not_answer_is_unanswerable(tmp_path: Path) -> None:
    impossible = {**_qa("Who built it?", BRIDGE, "Monday"), "is_impossible": True}
    opened = open_squad(_one(tmp_path, impossible, _qa("Who paid?", BRIDGE)), 0.0, 0)
    assert opened.questions == (
        Question("Who built it?", "Who built it?", (), False, (), ()),
        Question("Who paid?", "Who paid?", (), False, (), ()),
    )


def test_spans_that_as_many_gave_stand_in_order_of_place(tmp_path: Path) -> None:
    asked = _qa("When?", BRIDGE, "May", "closed on Monday", "on Monday", "May", "on Monday")
    (question,) = open_squad(_one(tmp_path, asked), 0.0, 0).questions
    # "on Monday" and "May" twice, "closed on Monday" once.
    assert question.answers == ("on Monday", "May", "closed on Monday")


def test_an_impossible_question_needs_no_answers(tmp_path: Path) -> None:
    asked = {"id": "a", "question": "Who built it?", "is_impossible": True}
    (question,) = open_squad(_one(tmp_path, asked), 0.0, 0).questions
    assert question == Question("a", "Who built it?", (), False, (), ())


def test_an_answer_that_is_cut_within_a_word_is_known_by_the_whole_word_too(
    tmp_path: Path,
) -> None:
    asked = _qa("When?", BRIDGE, "Mon", "Monday")
    (question,) = open_squad(_one(tmp_path, asked), 0.0, 0).questions
    assert (question.answers, question.widened) == (("Mon", "Monday"), ())
    (question,) = open_squad(_one(tmp_path, _qa("When?", BRIDGE, "Mon")), 0.0, 0).questions
    assert (question.answers, question.widened) == (("Mon",), ("Monday",))


def test_an_answer_that_stands_beside_its_offset_is_found_there(tmp_path: Path) -> None:
    # "It" stands at 40 alone; 38 is the line feed's place but one.
    asked = {"id": "a", "question": "What?", "answers": [{"text": "It", "answer_start": 38}]}
    (question,) = read_squad(_one(tmp_path, asked)).questions
    assert question.answers == ((3 + 40, 3 + 42),)


def test_a_question_whose_answer_stands_nowhere_is_skipped_and_counted(tmp_path: Path) -> None:
    lost = {"id": "a", "question": "What?", "answers": [{"text": "tunnel", "answer_start": 4}]}
    blank = {**_qa("x", BRIDGE, "May"), "question": "  "}
    opened = open_squad(_one(tmp_path, lost, blank, _qa("When?", BRIDGE, "May")), 0.0, 0)
    assert [question.id for question in opened.questions] == ["When?"]
    assert opened.notes == (
        "squad.json: questions skipped, with no answer that stands in the paragraph: 1.",
        "squad.json: questions skipped, blank or too long to ask: 1.",
    )


def test_two_questions_with_one_id_are_refused(tmp_path: Path) -> None:
    file = _one(tmp_path, _qa("When?", BRIDGE, "May"), _qa("When?", BRIDGE, "Monday"))
    with pytest.raises(InvalidRequest, match="2 questions have the id 'When\\?'"):
        open_squad(file, 0.0, 0)


def test_a_question_without_an_id_is_numbered_by_its_place(tmp_path: Path) -> None:
    asked = [{"question": "When?", "answers": []}, {"question": "Who?", "answers": []}]
    assert [q.id for q in open_squad(_one(tmp_path, *asked), 0.0, 0).questions] == [
        "0-0-0",
        "0-0-1",
    ]


def test_a_file_without_a_question_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="holds no question"):
        open_squad(_one(tmp_path), 0.0, 0)


def _held_out(folder: Path, share: float, seed: int = 0) -> QuestionSet:
    articles = [
        {
            "title": town,
            "paragraphs": [
                {
                    "context": f"{town} lies on the Ost.",
                    "qas": [_qa(f"Where is {town}?", f"{town} lies on the Ost.", "on the Ost")],
                }
            ],
        }
        for town in ("Veltrin", "Marrow", "Ostby", "Quenna")
    ]
    return open_squad(_write(folder, articles), share, seed)


def test_what_is_held_out_is_not_indexed_and_its_questions_have_no_answer(tmp_path: Path) -> None:
    for seed in range(4):
        opened = _held_out(tmp_path, 0.5, seed)
        kept = {item.uri for item in opened.documents}
        assert len(kept) == 2
        assert [question.answerable for question in opened.questions].count(True) == 2
        for number, question in enumerate(opened.questions):
            assert question.answerable == (f"squad/{number:04d}.txt" in kept)
        assert opened.notes == ("squad.json: articles held out: 2 of 4, with 2 questions.",)


def test_the_seed_decides_what_is_held_out(tmp_path: Path) -> None:
    assert _held_out(tmp_path, 0.5, 3) == _held_out(tmp_path, 0.5, 3)
    kept = {tuple(item.uri for item in _held_out(tmp_path, 0.5, n).documents) for n in range(8)}
    assert len(kept) > 1


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_a_share_that_leaves_all_or_nothing_out_is_refused(tmp_path: Path, share: float) -> None:
    # Of 4 articles a tenth is none, and nine tenths are all.
    with pytest.raises(InvalidRequest, match="has 4 articles") as refused:
        _held_out(tmp_path, share)
    assert "--hold-out" in refused.value.remedy


def test_of_words_that_stand_twice_those_at_the_offset_are_meant(tmp_path: Path) -> None:
    second = FERRY.index("Thursday", FERRY.index("Thursday") + 1)
    asked = {"question": "When?", "answers": [{"text": "Thursday", "answer_start": second}]}
    file = _write(tmp_path, [{"title": "F", "paragraphs": [{"context": FERRY, "qas": [asked]}]}])
    (question,) = read_squad(file).questions
    # The title's line and a blank one come before.
    assert question.answers == ((3 + second, 3 + second + len("Thursday")),)
