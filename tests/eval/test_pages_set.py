"""The two question sets over the made pages are sound, and apart from one another."""

from pathlib import Path

import pytest

from eval.measures.answers import holds
from eval.records import Question
from eval.sets.jsonl import read_questions
from index.reading import read_page
from index.records import Item

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "tests" / "pages").iterdir()
    if path.suffix in (".txt", ".html")
)
SETS = {"pages.jsonl": PAGES[::2], "pages-held-out.jsonl": PAGES[1::2]}


@pytest.fixture(scope="module", params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def questions(name: str) -> tuple[Question, ...]:
    return _read(name)


def test_it_asks_a_hundred_and_twenty_questions_half_of_them_without_an_answer(
    questions: tuple[Question, ...],
) -> None:
    assert len(questions) == 120
    assert sum(question.answerable for question in questions) == 60


def test_its_questions_are_about_its_own_half_of_the_pages(
    name: str, questions: tuple[Question, ...]
) -> None:
    assert {uri for asked in questions for uri in asked.uris} <= set(SETS[name])


def test_every_accepted_string_stands_in_the_text_of_one_of_its_pages(
    questions: tuple[Question, ...],
) -> None:
    for asked in questions:
        texts = [_text(uri) for uri in asked.uris]
        for accepted in asked.answers:
            alone = Question(asked.id, asked.question, (), True, (accepted,), asked.uris)
            assert any(holds(text, alone) for text in texts), (asked.id, accepted)


def test_every_page_named_holds_an_accepted_string(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        for uri in asked.uris:
            assert holds(_text(uri), asked), (asked.id, uri)


def test_an_unanswerable_question_accepts_nothing(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        if not asked.answerable:
            assert (asked.answers, asked.uris) == ((), ()), asked.id


def test_no_accepted_string_is_in_the_question_already(questions: tuple[Question, ...]) -> None:
    for asked in questions:
        assert not holds(asked.question, asked), asked.id


def test_every_question_stands_by_itself(questions: tuple[Question, ...]) -> None:
    assert not any(asked.history for asked in questions)


def test_no_two_questions_of_the_two_sets_have_the_same_id_or_ask_the_same() -> None:
    both = [asked for name in SETS for asked in _read(name)]
    assert len({asked.id for asked in both}) == 240
    assert len({asked.question.casefold() for asked in both}) == 240


def _read(name: str) -> tuple[Question, ...]:
    return read_questions(ROOT / "eval" / "questions" / name)


def _text(uri: str) -> str:
    """What the page says to a reader: HTML holds its words between tags, not in one run."""
    return read_page(Item(uri, uri, (ROOT / uri).read_bytes())).document.text
