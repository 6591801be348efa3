"""The seeds' own question set is sound."""

from pathlib import Path

import pytest

from eval.measures.answers import holds
from eval.records import Question
from eval.sets.jsonl import read_questions

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return read_questions(ROOT / "eval" / "questions" / "seeds.jsonl")


def test_it_asks_at_least_sixty_questions_and_twenty_without_an_answer(
    questions: tuple[Question, ...],
) -> None:
    assert len(questions) >= 60
    assert sum(not question.answerable for question in questions) >= 20


def test_no_two_questions_have_the_same_id_or_ask_the_same(
    questions: tuple[Question, ...],
) -> None:
    assert len({question.id for question in questions}) == len(questions)
    assert len({(q.history, q.question.casefold()) for q in questions}) == len(questions)


def test_every_accepted_string_stands_in_one_of_its_documents(
    questions: tuple[Question, ...],
) -> None:
    for asked in questions:
        texts = [(ROOT / uri).read_text("utf-8") for uri in asked.uris]
        for accepted in asked.answers:
            alone = Question(asked.id, asked.question, (), True, (accepted,), asked.uris)
            assert any(holds(text, alone) for text in texts), (asked.id, accepted)


def test_every_document_named_holds_an_accepted_string(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        for uri in asked.uris:
            assert holds((ROOT / uri).read_text("utf-8"), asked), (asked.id, uri)


def test_an_unanswerable_question_accepts_nothing(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        if not asked.answerable:
            assert (asked.answers, asked.uris) == ((), ())


def test_no_accepted_string_is_in_the_question_already(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        assert not holds(" ".join((*asked.history, asked.question)), asked), asked.id


def test_it_asks_follow_ups_and_of_every_document(questions: tuple[Question, ...]) -> None:
    documents = {path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").glob("*.txt")}
    assert {uri for asked in questions for uri in asked.uris} == documents
    assert sum(bool(asked.history) for asked in questions) >= 10
