"""The question sets over the seeds and newswire are sound, as far as the seeds can tell."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from eval.measures.answers import holds
from eval.records import Question
from eval.sets.jsonl import read_questions

ROOT = Path(__file__).parents[2]
_STORY = re.compile(r"reuters/\d+")


@pytest.fixture(
    scope="module",
    params=[
        "wire.jsonl",
        *(
            f"{name}{half}.jsonl"
            for name in ("quotes", "reports", "time", "conversation")
            for half in ("", "-held-out")
        ),
    ],
)
def questions(request: pytest.FixtureRequest) -> tuple[Question, ...]:
    return read_questions(ROOT / "eval" / "questions" / str(request.param))


def test_it_asks_at_least_forty_questions_a_third_of_them_without_an_answer(
    questions: tuple[Question, ...],
) -> None:
    unanswerable = sum(not asked.answerable for asked in questions)
    assert len(questions) >= 40
    assert 1 / 3 <= unanswerable / len(questions) <= 1 / 2


def test_no_two_questions_ask_the_same(questions: tuple[Question, ...]) -> None:
    asked_after = {(asked.history, asked.question.casefold()) for asked in questions}
    assert len(asked_after) == len(questions)


def test_it_is_about_seeds_and_stories(questions: tuple[Question, ...]) -> None:
    uris = {uri for asked in questions for uri in asked.uris}
    stories = {uri for uri in uris if _STORY.fullmatch(uri)}
    assert stories
    assert all((ROOT / uri).is_file() for uri in uris - stories)


def test_every_accepted_string_about_the_seeds_stands_in_one_of_them(
    questions: tuple[Question, ...],
) -> None:
    for asked in _about_seeds(questions):
        texts = [(ROOT / uri).read_text("utf-8") for uri in asked.uris]
        wanted = (*asked.answers, *asked.demands.every, *(asked.demands.differs or ()))
        for words in wanted:
            alone = replace(asked, answers=(words,))
            assert any(holds(text, alone) for text in texts), (asked.id, words)
        for text in texts:
            assert holds(text, asked), asked.id


def test_no_accepted_string_is_in_the_question_already(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        assert not holds(asked.question, asked), asked.id


def test_an_unanswerable_question_demands_nothing(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        if not asked.answerable:
            assert (asked.answers, asked.uris, asked.demands.differs) == ((), (), None)


def _about_seeds(questions: tuple[Question, ...]) -> list[Question]:
    return [asked for asked in questions if any(not _STORY.match(uri) for uri in asked.uris)]
