"""The question set over made articles is sound."""

from pathlib import Path

import pytest

from eval.measures.answers import holds
from eval.records import Question
from eval.sets.jsonl import read_questions
from index.reading import read_page
from index.records import Item

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return read_questions(ROOT / "eval" / "questions" / "velmar.jsonl")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    paths = sorted((ROOT / "eval" / "questions" / "velmar").iterdir())
    uris = {path: path.relative_to(ROOT).as_posix() for path in paths}
    return {
        uri: read_page(Item(uri, uri, path.read_bytes())).document.text
        for path, uri in uris.items()
    }


def test_it_asks_of_every_article_and_for_what_none_tells(
    questions: tuple[Question, ...], texts: dict[str, str]
) -> None:
    assert {uri for asked in questions for uri in asked.uris} == texts.keys()
    assert sum(not asked.answerable for asked in questions) == 60


def test_whatever_is_wanted_stands_in_the_documents_named(
    questions: tuple[Question, ...], texts: dict[str, str]
) -> None:
    for asked in questions:
        for words in asked.answers:
            alone = Question(asked.id, asked.question, (), True, (words,), asked.uris)
            assert any(holds(texts[uri], alone) for uri in asked.uris), (asked.id, words)
        for words in (*asked.demands.every, *(asked.demands.differs or ())):
            alone = Question(asked.id, asked.question, (), True, (words,), ())
            assert any(holds(text, alone) for text in texts.values()), (asked.id, words)


def test_an_unanswerable_question_wants_nothing(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        if not asked.answerable:
            assert (asked.answers, asked.uris, asked.demands.differs) == ((), (), None), asked.id


def test_no_accepted_string_is_in_the_question_already(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        assert not holds(asked.question, asked), asked.id
