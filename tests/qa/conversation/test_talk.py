"""What was talked about is looked at no further back than needed, and answered only then."""

import pytest

from qa.conversation.people import People
from qa.conversation.talk import Talk
from qa.records import Answer
from tests.qa.conversation.making import answer

SHIP = "When did the ship sink?"


def _talk(*history: str, **known: str) -> Talk:
    def answered(question: str) -> Answer:
        return answer(question, known.get(question.split(maxsplit=1)[0].casefold(), ""))

    return Talk(history, lambda each, _: each, answered, list)


def test_turns_come_the_newest_first() -> None:
    talk = _talk("Who is Guler?", SHIP)
    assert [turn.question for turn in talk.turns()] == [SHIP, "Who is Guler?"]
    assert not _talk()


def test_a_long_talk_is_looked_back_on_for_ten_questions() -> None:
    assert len(list(_talk(*[SHIP] * 50).turns())) == 10


def test_of_ways_to_complete_it_is_the_first_that_is_answered() -> None:
    questions = ("Where is it?", "When is it?")
    assert _talk(SHIP, when="Today.").best(questions) == "When is it?"
    assert _talk(SHIP).best(questions) == "Where is it?"


def test_of_ways_to_take_a_question_the_last_stands_where_none_is_answered() -> None:
    questions = ("Where is it?", "When is it?")
    assert _talk(SHIP, where="Here.", when="Today.").surest(questions) == "Where is it?"
    assert _talk(SHIP).surest(questions) == "When is it?"


def test_a_person_who_was_asked_for_is_the_one_answered() -> None:
    turn = _talk("Who signed the deal?", who="Mustafa Hossein signed it.").newest
    person = turn.person_answered()
    assert person is not None
    assert person.words == "Mustafa Hossein"


@pytest.mark.parametrize(
    ("name", "speaks"),
    [("Akar", True), ("hulusi akar", True), ("London", False), ("Ministry", False)],
)
def test_who_speaks_is_known_by_the_last_name(name: str, speaks: bool) -> None:
    people = People(lambda: ("Hulusi Akar", "dealers in London", "Turkish Defense Ministry"))
    assert people.is_speaker(name) is speaks


def test_a_place_in_the_answer_is_no_person() -> None:
    turn = _talk("Who won the vote?", who="The Alliance won it in London.").newest
    assert turn.person_answered() is None
